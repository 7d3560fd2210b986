//! How articles are related: overlap both ways, story groups, and what can be said about who took it from whom.

mod descent;
mod duplicates;
mod evidence;
mod groups;
mod sources;
mod told;
mod wordings;
mod words;

use std::cell::OnceCell;

use super::align::{Alignment, AlignmentKind, Passage};
use super::candidates::Candidate;
use crate::article::Article;
use crate::article::segment::SentenceId;
use crate::order::Arrange as _;
use crate::story::entities::EntityId;
use crate::story::{Alike, ArticleId, Story};
use descent::Descent;
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
    descent: Descent,
    /// Of each two that share text or are linked, in order.
    shares: Vec<Shares>,
    relinked: bool,
}

impl Relations {
    /// Says that sentences were linked anew: those of articles that are no more alike.
    pub(super) fn relink(&mut self) {
        self.relinked = true;
        self.descent.forget();
    }
}

/// What two articles that share text tell of the drop, beside how they are related.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Shares {
    ids: (ArticleId, ArticleId),
    own_words: (usize, usize),
    nearly_the_same: bool,
}

/// The relation of each two articles, and what follows for all of them. The relations of before are those of the same
/// articles with the same links, or none: what two share that are both what they were then is not counted anew, unless the days
/// of their group are others.
pub fn renew(
    before: Relations,
    story: &Story,
    (candidates, alignments, passages): (&[Candidate], &[Alignment], &[Passage]),
    alike: &Alike,
) -> Relations {
    let groups = groups::groups(story, candidates);
    let mut descent = before.descent;
    let anew = descent.renew(story, passages, &groups);
    let same = |id: ArticleId| {
        let at = id.0 as usize;
        alike.read[at] && alike.documents[at] && !anew[at]
    };
    let kept: Vec<bool> = story.ids().map(same).collect();
    let articles: Vec<Measured<'_>> = story.ids().map(|id| Measured::new(story, id)).collect();
    let mut links = alignments.chunk_by(|x, y| (x.a, x.b) == (y.a, y.b)).peekable();
    let mut gates = candidates.iter().peekable();
    let (mut kinship, mut shares) = (before.kinship, Vec::new());
    let (mut nearly, mut siblings) = (Vec::new(), Vec::new());
    let mut told_anew = before.relinked;
    let mut tied = None;
    let all = story
        .ids()
        .flat_map(|a| (a.0 + 1..articles.len() as u32).map(move |b| (a, ArticleId(b))));
    for (at, ids) in all.enumerate() {
        let (a, b) = (ids.0.0 as usize, ids.1.0 as usize);
        if tied.is_none_or(|tied| tied < ids) {
            let linked = links.peek().map(|links| (links[0].a, links[0].b));
            let passed = gates.peek().map(|gate| (gate.a, gate.b));
            tied = linked.into_iter().chain(passed).min();
        }
        let known = kinship.get(at);
        let is_unrelated = known.is_some_and(|kin| kin.verdict == Verdict::Unrelated);
        // Of many articles nearly all pairs. Of others the evidence tells what things are called.
        if is_unrelated && kept[a] && kept[b] && tied != Some(ids) {
            continue;
        }
        let links = links
            .next_if(|links| (links[0].a, links[0].b) == ids)
            .unwrap_or_default();
        let gate = gates.next_if(|gate| (gate.a, gate.b) == ids);
        let pair = [&articles[a], &articles[b]];
        let is_apart = gate.is_none() && links.is_empty();
        let then = before.shares.binary_search_by_key(&ids, |share| share.ids);
        let then = then.ok().map(|at| before.shares[at]);
        let is_known = match gate {
            Some(_) => known.is_some() && kept[a] && kept[b],
            None => is_apart && is_unrelated && then.is_none() && !evidence::has_topic(pair),
        };
        if is_known && is_apart {
            continue;
        }
        let share = then.filter(|_| is_known).unwrap_or_else(|| {
            let facts = facts(story, pair, ids, gate, links);
            let kin = facts.kinship(&descent);
            let share = Shares {
                ids,
                own_words: facts.own_words,
                nearly_the_same: facts.nearly_the_same(),
            };
            let verdict = kinship.get(at).map(|kin| kin.verdict);
            told_anew |= (verdict, is_apart || then == Some(share)) != (Some(kin.verdict), true);
            match kinship.get_mut(at) {
                Some(before) => *before = kin,
                None => kinship.push(kin),
            }
            share
        });
        if is_apart {
            continue;
        }
        shares.push(share);
        if share.nearly_the_same {
            nearly.push(ids);
        } else if kinship[at].verdict == Verdict::SharedSource {
            let own_words = share.own_words;
            siblings.push(Siblings { ids, own_words });
        }
    }
    let (duplicates, sources) = if told_anew {
        (
            duplicates::fold(&nearly),
            sources::sources(&siblings, passages, &groups),
        )
    } else {
        (before.duplicates, before.sources)
    };
    Relations {
        kinship,
        duplicates,
        sources,
        limits: descent::limits(&groups),
        groups,
        descent,
        shares,
        relinked: false,
    }
}

/// What is counted once an article.
struct Measured<'s> {
    article: &'s Article,
    counts: OnceCell<Counts>,
    story: &'s Story,
    id: ArticleId,
    names: OnceCell<Vec<EntityId>>,
}

impl<'s> Measured<'s> {
    fn new(story: &'s Story, id: ArticleId) -> Self {
        Self {
            article: story.article(id),
            counts: OnceCell::new(),
            story,
            id,
            names: OnceCell::new(),
        }
    }

    fn counts(&self) -> &Counts {
        self.counts.get_or_init(|| Counts::new(self.article))
    }

    /// The people, organisations and places that it names, sorted.
    fn names(&self) -> &[EntityId] {
        self.names.get_or_init(|| evidence::names(self.story, self.id))
    }

    /// Words of sentences in the body, each counted once.
    fn words_of(&self, mut sentences: Vec<SentenceId>) -> usize {
        sentences.arrange();
        sentences.dedup();
        let all = &self.article.segments.sentences;
        let words = sentences
            .iter()
            .map(|id| self.counts().of(&all[id.0 as usize].tokens).0);
        words.sum()
    }
}

/// What is known about two articles.
fn facts<'s>(
    story: &'s Story,
    [x, y]: [&Measured<'_>; 2],
    (a, b): (ArticleId, ArticleId),
    gate: Option<&Candidate>,
    links: &[Alignment],
) -> Facts<'s> {
    let linked = || links.iter().filter(|link| link.kind != AlignmentKind::Related);
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
    let (of_a, of_b) = (x.counts(), y.counts());
    Facts {
        ids: (a, b),
        metadata: (
            &story.article(a).document.metadata,
            &story.article(b).document.metadata,
        ),
        days: (day(a), day(b)),
        a_in_b: shared_a as f32 / of_a.all().max(1) as f32,
        b_in_a: shared_b as f32 / of_b.all().max(1) as f32,
        own_words: (of_a.all() - shared_a, of_b.all() - shared_b),
        all_words: (of_a.all(), of_b.all()),
        shared: words::shared(
            linked().flat_map(|link| &link.edits),
            (x.article, of_a),
            (y.article, of_b),
        ),
        longest_run: gate.map_or(0, |gate| gate.longest_run),
        passed: gate.is_some(),
        retold: gate.is_some_and(|gate| gate.retold),
        verbatim: linked().next().is_some()
            && linked().all(|link| link.kind == AlignmentKind::Verbatim && !link.moved),
        names: evidence::common([x, y])
            .map(|id| story.entities[id.0 as usize].name.as_str())
            .collect(),
    }
}
