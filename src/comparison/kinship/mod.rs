//! How articles are related: overlap both ways, story groups, and what can be said about who took it from whom.

mod evidence;
mod groups;

use std::collections::{BTreeMap, BTreeSet};

use super::align::{Alignment, AlignmentKind};
use super::candidates::Candidate;
use crate::article::Article;
use crate::article::segment::{Sentence, SentenceId, TokenKind};
use crate::order::{self, Arrange as _};
use crate::story::entities::EntityId;
use crate::story::{ArticleId, Story};
use evidence::Facts;

/// How two articles are related.
#[derive(Debug, Clone, PartialEq)]
pub struct Kinship {
    /// The first, by order.
    pub a: ArticleId,
    /// The second.
    pub b: ArticleId,
    /// Share of a's body words that stand in passages linked to b, 0 to 1.
    pub a_in_b: f32,
    /// Share of b's body words that stand in passages linked to a, 0 to 1.
    pub b_in_a: f32,
    /// What follows.
    pub verdict: Verdict,
    /// Why, each in one plain clause: "both hold a run of 49 words".
    pub evidence: Vec<String>,
}

/// What can be said about the relation of two articles. A direction needs evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The same text but for style.
    SameText,
    /// a took it from b.
    AFromB,
    /// b took it from a.
    BFromA,
    /// Both hold text of a source that neither is.
    SharedSource,
    /// About the same topic, hardly any shared text.
    RelatedTopic,
    /// Nothing in common.
    Unrelated,
    /// They share text; nothing tells which was first.
    CannotTell,
}

/// The relation of each two articles, and the story groups.
pub fn kinship(
    story: &Story,
    candidates: &[Candidate],
    alignments: &[Alignment],
) -> (Vec<Kinship>, Vec<Vec<ArticleId>>) {
    let mut links: BTreeMap<(ArticleId, ArticleId), Vec<&Alignment>> = BTreeMap::new();
    for link in alignments {
        links.entry((link.a, link.b)).or_default().push(link);
    }
    let gate = order::map(candidates.iter().map(|c| ((c.a, c.b), c)));
    let articles: Vec<Measured> = story.ids().map(|id| Measured::new(story, id)).collect();
    let mut kinship = Vec::new();
    for a in story.ids() {
        for b in story.ids().filter(|&b| b > a) {
            let links = links.get(&(a, b)).map_or(&[][..], Vec::as_slice);
            let facts = facts(story, &articles, (a, b), gate.get(&(a, b)).copied(), links);
            let (verdict, evidence) = evidence::judge(&facts);
            let (a_in_b, b_in_a) = (facts.a_in_b, facts.b_in_a);
            kinship.push(Kinship {
                a,
                b,
                a_in_b,
                b_in_a,
                verdict,
                evidence,
            });
        }
    }
    (kinship, groups::groups(story, candidates))
}

/// What is counted once an article.
struct Measured {
    // For each sentence its words; none where it stands outside the body.
    words: Vec<usize>,
    all_words: usize,
    names: BTreeSet<EntityId>,
}

impl Measured {
    fn new(story: &Story, id: ArticleId) -> Self {
        let article = story.article(id);
        let words: Vec<usize> = article
            .segments
            .sentences
            .iter()
            .map(|sentence| body_words(article, sentence))
            .collect();
        Self {
            all_words: words.iter().sum(),
            words,
            names: evidence::names(story, id),
        }
    }

    /// Words of sentences, each counted once.
    fn words_of(&self, mut sentences: Vec<SentenceId>) -> usize {
        sentences.arrange();
        sentences.dedup();
        sentences.iter().map(|id| self.words[id.0 as usize]).sum()
    }
}

fn body_words(article: &Article, sentence: &Sentence) -> usize {
    if !article.document.blocks[sentence.block].kind.is_body() {
        return 0;
    }
    let tokens = &article.segments.tokens[sentence.tokens.clone()];
    tokens
        .iter()
        .filter(|token| token.kind != TokenKind::Mark)
        .count()
}

/// What is known about two articles.
fn facts<'s>(
    story: &'s Story,
    articles: &[Measured],
    (a, b): (ArticleId, ArticleId),
    gate: Option<&Candidate>,
    links: &[&Alignment],
) -> Facts<'s> {
    let linked = || links.iter().filter(|link| link.kind != AlignmentKind::Related);
    let (x, y) = (&articles[a.0 as usize], &articles[b.0 as usize]);
    let shared_a = x.words_of(
        linked()
            .flat_map(|link| link.a_sentences.iter().copied())
            .collect(),
    );
    let shared_b = y.words_of(
        linked()
            .flat_map(|link| link.b_sentences.iter().copied())
            .collect(),
    );
    let day = |id: ArticleId| {
        story.dates[id.0 as usize]
            .published
            .as_ref()
            .map(|published| published.day)
    };
    let names = x.names.intersection(&y.names);
    Facts {
        ids: (a, b),
        metadata: (
            &story.article(a).document.metadata,
            &story.article(b).document.metadata,
        ),
        days: (day(a), day(b)),
        a_in_b: shared_a as f32 / x.all_words.max(1) as f32,
        b_in_a: shared_b as f32 / y.all_words.max(1) as f32,
        own_words: (x.all_words - shared_a, y.all_words - shared_b),
        longest_run: gate.map_or(0, |gate| gate.longest_run),
        passed: gate.is_some(),
        verbatim: !links.is_empty()
            && links
                .iter()
                .all(|link| link.kind == AlignmentKind::Verbatim && !link.moved),
        names: names
            .map(|id| story.entities[id.0 as usize].name.as_str())
            .collect(),
    }
}
