//! How articles are related: overlap both ways, story groups, and what can be said about who took it from whom.

mod descent;
mod duplicates;
mod evidence;
mod groups;
mod sources;
mod wordings;
mod words;

use super::align::{Alignment, AlignmentKind, Passage};
use super::candidates::Candidate;
use crate::article::Article;
use crate::article::segment::SentenceId;
use crate::order::{self, Arrange as _, Map, Set};
use crate::story::entities::EntityId;
use crate::story::{ArticleId, Story};
pub use duplicates::Duplicates;
use evidence::Facts;
pub use sources::HiddenSource;
use sources::Siblings;
use words::Counts;
pub use words::SharedWords;

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
    /// Words of the body that both have in the same order, quotes apart from what the articles tell themselves.
    pub shared: SharedWords,
    /// Whether they share hardly any text, and tell the same in other words.
    pub retold: bool,
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

/// How all articles are related.
#[derive(Debug, Default)]
pub struct Relations {
    /// Each two, by (a, b), a before b.
    pub kinship: Vec<Kinship>,
    /// Articles of one story together; the largest group first, an unrelated article alone.
    pub groups: Vec<Vec<ArticleId>>,
    /// Articles that are nearly the same text, by the one that stands for them.
    pub duplicates: Vec<Duplicates>,
    /// Sources that are not in the drop, by the articles that hold their text.
    pub sources: Vec<HiddenSource>,
    /// What was not asked because it was too much, each in one sentence.
    pub limits: Vec<String>,
}

/// The relation of each two articles, and what follows for all of them.
pub fn kinship(
    story: &Story,
    candidates: &[Candidate],
    alignments: &[Alignment],
    passages: &[Passage],
) -> Relations {
    let mut links: Map<(ArticleId, ArticleId), Vec<&Alignment>> = Map::new();
    for link in alignments {
        links.entry((link.a, link.b)).or_default().push(link);
    }
    let gate = order::map(candidates.iter().map(|c| ((c.a, c.b), c)));
    let articles: Vec<Measured<'_>> = story.ids().map(|id| Measured::new(story, id)).collect();
    let groups = groups::groups(story, candidates);
    let descent = descent::descent(story, passages, &groups);
    let (mut kinship, mut same, mut siblings) = (Vec::new(), Vec::new(), Vec::new());
    for a in story.ids() {
        for b in story.ids().filter(|&b| b > a) {
            let links = links.get(&(a, b)).map_or(&[][..], Vec::as_slice);
            let facts = facts(story, &articles, (a, b), gate.get(&(a, b)).copied(), links);
            let kin = facts.kinship(&descent);
            if facts.nearly_the_same() {
                same.push((a, b));
            } else if kin.verdict == Verdict::SharedSource {
                let own_words = facts.own_words;
                siblings.push(Siblings {
                    ids: (a, b),
                    own_words,
                });
            }
            kinship.push(kin);
        }
    }
    Relations {
        kinship,
        duplicates: duplicates::fold(&same),
        sources: sources::sources(&siblings, passages, &groups),
        limits: descent::limits(&groups),
        groups,
    }
}

/// What is counted once an article.
struct Measured<'s> {
    article: &'s Article,
    counts: Counts,
    names: Set<EntityId>,
}

impl<'s> Measured<'s> {
    fn new(story: &'s Story, id: ArticleId) -> Self {
        let article = story.article(id);
        Self {
            article,
            counts: Counts::new(article),
            names: evidence::names(story, id),
        }
    }

    /// Words of sentences in the body, each counted once.
    fn words_of(&self, mut sentences: Vec<SentenceId>) -> usize {
        sentences.arrange();
        sentences.dedup();
        let all = &self.article.segments.sentences;
        let words = sentences
            .iter()
            .map(|id| self.counts.of(&all[id.0 as usize].tokens).0);
        words.sum()
    }
}

/// What is known about two articles.
fn facts<'s>(
    story: &'s Story,
    articles: &[Measured<'_>],
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
        a_in_b: shared_a as f32 / x.counts.all().max(1) as f32,
        b_in_a: shared_b as f32 / y.counts.all().max(1) as f32,
        own_words: (x.counts.all() - shared_a, y.counts.all() - shared_b),
        all_words: (x.counts.all(), y.counts.all()),
        shared: words::shared(
            linked().flat_map(|link| &link.edits),
            (x.article, &x.counts),
            (y.article, &y.counts),
        ),
        longest_run: gate.map_or(0, |gate| gate.longest_run),
        passed: gate.is_some(),
        retold: gate.is_some_and(|gate| gate.retold),
        verbatim: linked().next().is_some()
            && linked().all(|link| link.kind == AlignmentKind::Verbatim && !link.moved),
        names: names
            .map(|id| story.entities[id.0 as usize].name.as_str())
            .collect(),
    }
}
