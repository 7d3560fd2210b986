//! Several articles: which passage of one is which passage of another, and what changed.

mod forest;

pub mod candidates;
pub mod diff;

pub mod align;

pub mod changes;
pub mod kinship;

mod earlier;

use crate::article::decisions::Decisions;
use crate::knowledge::Model;
use crate::order::Arrange as _;
use crate::story::{Alike, ArticleId, Story};
use crate::text::shingles::Words;
use align::{Alignment, Asked, Passage};
use candidates::Candidate;
use changes::{Before, Change, Read, Unnamed, Utterance};
pub use earlier::Earlier;
use kinship::Relations;
use std::sync::Arc;

/// So many changes are looked at for one that stays: a correction takes out no more at one place as a rule.
const AHEAD: usize = 64;

/// How the articles of a story compare.
#[derive(Debug, Default)]
pub struct Comparison {
    /// Pairs that share text, or tell the same in other words; by (a, b).
    pub candidates: Vec<Candidate>,
    /// Links between sentences of two articles; by (a, b), then in order of a's text.
    pub alignments: Vec<Alignment>,
    /// What is said in one place or more, over all articles: every sentence of a prose block is in exactly one.
    pub passages: Vec<Passage>,
    /// Each quote once, with all its renderings.
    pub utterances: Vec<Utterance>,
    /// Sources without a name, and how each article calls them.
    pub unnamed: Vec<Unnamed>,
    /// The ledger: what changed that matters, most consequential first.
    pub changes: Vec<Arc<Change>>,
    /// How the articles are related.
    pub relations: Relations,
    /// What linking asked of two articles each.
    asked: Asked,
    /// The words of each article's prose; of two none, since they may be books.
    words: Vec<Words>,
    read: Read,
    /// Of each article whether it is what it was in the comparison before, and of each change its place there, where it stood
    /// there about such articles.
    same: (Vec<bool>, Vec<Option<usize>>),
}

impl Comparison {
    /// Whether an article is what it was in the comparison that was taken over: all that is read and known of it.
    pub(crate) fn is_same(&self, article: ArticleId) -> bool {
        self.same.0.get(article.0 as usize) == Some(&true)
    }

    /// The place in that comparison of the change in a place, where it stood there about such articles.
    pub(crate) fn stood(&self, change: usize) -> Option<usize> {
        self.same.1.get(change).copied().flatten()
    }
}

/// Compares all articles of a story; `decisions` tell which links the user made and undid.
pub fn compare(story: &Story, decisions: &Decisions, model: &Model) -> Comparison {
    compare_again(story, decisions, model, None)
}

/// The same with an earlier comparison: no sentence is linked anew, and of articles that are read as they were then nothing is
/// compared anew. The result is that of [`compare`].
pub fn compare_again(
    story: &Story,
    decisions: &Decisions,
    model: &Model,
    earlier: Option<Earlier>,
) -> Comparison {
    let (comparison, alike) = earlier.map_or_else(
        || (links(story, decisions, model), Alike::none(story.articles.len())),
        |earlier| (earlier.comparison, earlier.alike),
    );
    let Comparison {
        candidates,
        alignments,
        passages,
        mut utterances,
        mut unnamed,
        mut changes,
        relations,
        asked,
        words,
        mut read,
        same: _,
    } = comparison;
    let relations = kinship::renew(relations, story, (&candidates, &alignments, &passages), &alike);
    let known = changes.clone();
    // Where every article is read as it was, only fields and what things are called can be others.
    if !alike.read.iter().all(|&alike| alike) {
        let links = (&alignments[..], &passages[..]);
        let renewed = changes::utterances(story, &passages, &mut read);
        unnamed = changes::unnamed(story, &renewed, model);
        let before = Before {
            alike: &alike.read,
            utterances: &utterances,
            changes: &changes,
        };
        let ledger = changes::changes(story, links, &renewed, model, (&mut read, before));
        (utterances, changes) = (renewed, ledger);
    }
    let both = alike.read.iter().zip(&alike.documents);
    let articles: Vec<bool> = both.map(|(read, document)| *read && *document).collect();
    let is_same = |id: ArticleId| articles[id.0 as usize];
    let mut behind = 0;
    let stood = changes.iter().map(|now| {
        // Those that stay keep their order.
        let mut ahead = known[behind..].iter().take(AHEAD);
        let place = behind + ahead.position(|then| Arc::ptr_eq(now, then))?;
        behind = place + 1;
        now.articles().all(is_same).then_some(place)
    });
    let same = (articles.clone(), stood.collect());
    Comparison {
        candidates,
        alignments,
        passages,
        utterances,
        unnamed,
        changes,
        relations,
        asked,
        words,
        read,
        same,
    }
}

/// Which articles are collated, which of their sentences are linked, and what is said where: of texts alone and the user's links.
fn links(story: &Story, decisions: &Decisions, model: &Model) -> Comparison {
    let words: Vec<Words> = story
        .ids()
        .map(|id| candidates::words(story.article(id)))
        .collect();
    let mut asked = Asked::default();
    let candidates = pairs(story, &words, candidates::among(&words), model, &mut asked);
    let alignments = align::alignments(story, &candidates, model);
    let alignments = align::decided(alignments, story, decisions);
    let passages = align::passages(story, &alignments);
    Comparison {
        candidates,
        alignments,
        passages,
        asked,
        words: if words.len() > 2 { words } else { Vec::new() },
        ..Comparison::default()
    }
}

/// Which articles are collated, those that pass the gate among them.
fn pairs(
    story: &Story,
    words: &[Words],
    mut candidates: Vec<Candidate>,
    model: &Model,
    asked: &mut Asked,
) -> Vec<Candidate> {
    candidates.extend(align::retold(story, words, &candidates, model, asked));
    candidates.arrange_by_key(|pair| (pair.a, pair.b));
    candidates
}
