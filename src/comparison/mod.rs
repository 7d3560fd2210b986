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
use crate::story::Story;
use align::{Alignment, Passage};
use candidates::Candidate;
use changes::{Change, Unnamed, Utterance};
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
}

/// Compares all articles of a story; `decisions` tell which links the user made and undid.
pub fn compare(story: &Story, decisions: &Decisions, model: &Model) -> Comparison {
    compare_again(story, decisions, model, None)
}

/// The same with a comparison of the same texts that had the same links: no sentence is linked anew. The result is that of
/// [`compare`].
pub fn compare_again(
    story: &Story,
    decisions: &Decisions,
    model: &Model,
    linked: Option<&Comparison>,
) -> Comparison {
    let (candidates, alignments, passages) = linked.map_or_else(
        || links(story, decisions, model),
        |same| {
            (
                same.candidates.clone(),
                same.alignments.clone(),
                same.passages.clone(),
            )
        },
    );
    let relations = kinship::kinship(story, &candidates, &alignments, &passages);
    let utterances = changes::utterances(story, &passages);
    let unnamed = changes::unnamed(story, &utterances, model);
    let changes = changes::changes(story, &alignments, &passages, &utterances, model);
    Comparison {
        candidates,
        alignments,
        passages,
        utterances,
        unnamed,
        changes,
        relations,
    }
}

/// Which articles are collated, which of their sentences are linked, and what is said where: of texts alone and the user's links.
fn links(
    story: &Story,
    decisions: &Decisions,
    model: &Model,
) -> (Vec<Candidate>, Vec<Alignment>, Vec<Passage>) {
    let mut candidates = candidates::candidates(story);
    candidates.extend(align::retold(story, &candidates, model));
    candidates.arrange_by_key(|pair| (pair.a, pair.b));
    let alignments = align::alignments(story, &candidates, model);
    let alignments = align::decided(alignments, story, decisions);
    let passages = align::passages(story, &alignments);
    (candidates, alignments, passages)
}
