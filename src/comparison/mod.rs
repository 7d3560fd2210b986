//! Several articles: which passage of one is which passage of another, and what changed.

pub mod candidates;
pub mod diff;

pub mod align;

pub mod changes;
mod forest;
pub mod kinship;

use crate::article::decisions::Decisions;
use crate::knowledge::Model;
use crate::story::Story;
use align::{Alignment, Passage};
use changes::{Change, Unnamed, Utterance};
use kinship::Relations;

/// How the articles of a story compare.
#[derive(Debug, Default)]
pub struct Comparison {
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
    let candidates = candidates::candidates(story, model);
    let alignments = align::alignments(story, &candidates, model);
    let alignments = align::decided(alignments, story, decisions);
    let passages = align::passages(story, &alignments);
    let relations = kinship::kinship(story, &candidates, &alignments, &passages);
    let utterances = changes::utterances(story, &passages);
    let unnamed = changes::unnamed(story, &utterances, model);
    let changes = changes::changes(story, &alignments, &passages, &utterances, model);
    Comparison {
        alignments,
        passages,
        utterances,
        unnamed,
        changes,
        relations,
    }
}
