//! Several articles: which passage of one is which passage of another, and what changed.

mod forest;

pub mod candidates;
pub mod diff;

pub mod align;

pub mod changes;
pub mod kinship;

use crate::article::decisions::Decisions;
use crate::knowledge::Model;
use crate::order::Arrange as _;
use crate::story::{Alike, Story};
use align::{Alignment, Passage};
use candidates::{Candidate, Pair};
use changes::{Change, Read, Unnamed, Utterance};
use kinship::Relations;

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
    pub changes: Vec<Change>,
    /// How the articles are related.
    pub relations: Relations,
    /// The pairs of which linking asked whether they name something in common, and whether they do.
    named: Vec<(Pair, bool)>,
    read: Read,
}

/// A comparison of the same texts with the same links, and which articles are still what they were then.
#[derive(Debug)]
pub struct Earlier {
    comparison: Comparison,
    alike: Alike,
}

impl Earlier {
    /// An earlier comparison of a story that was read before as another; nothing where it has other links.
    pub fn new(comparison: Comparison, before: &Story, story: &Story) -> Option<Self> {
        let asked = |&(pair, shared): &(Pair, bool)| align::share_a_name(story, pair) == shared;
        let linked = before.is_linked_like(story) && comparison.named.iter().all(asked);
        linked.then(|| Self {
            alike: story.alike(before),
            comparison,
        })
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
        named,
        mut read,
    } = comparison;
    let relations = kinship::renew(relations, story, (&candidates, &alignments, &passages), &alike);
    // Where every article is read as it was, only fields and what things are called can be others.
    if !alike.read.iter().all(|&alike| alike) {
        let links = (&alignments[..], &passages[..]);
        utterances = changes::utterances(story, &passages);
        unnamed = changes::unnamed(story, &utterances, model);
        changes = changes::changes(story, links, &utterances, model, (&mut read, &alike.read));
    }
    Comparison {
        candidates,
        alignments,
        passages,
        utterances,
        unnamed,
        changes,
        relations,
        named,
        read,
    }
}

/// Which articles are collated, which of their sentences are linked, and what is said where: of texts alone and the user's links.
fn links(story: &Story, decisions: &Decisions, model: &Model) -> Comparison {
    let mut named = Vec::new();
    let mut candidates = candidates::candidates(story);
    candidates.extend(align::retold(story, &candidates, model, &mut named));
    candidates.arrange_by_key(|pair| (pair.a, pair.b));
    let alignments = align::alignments(story, &candidates, model);
    let alignments = align::decided(alignments, story, decisions);
    let passages = align::passages(story, &alignments);
    Comparison {
        candidates,
        alignments,
        passages,
        named,
        ..Comparison::default()
    }
}
