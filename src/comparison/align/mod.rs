//! Which sentence of one article is which sentence of another: moved, split, merged, reworded.

use super::candidates::Candidate;
use super::diff::Edit;
use crate::article::segment::SentenceId;
use crate::knowledge::Model;
use crate::story::{ArticleId, Story};

/// A link between one or more sentences of `a` and one or more of `b`. One to one, or a split (one to several), or
/// a merge (several to one). A sentence is in at most one link of a pair of articles.
#[derive(Debug, Clone, PartialEq)]
pub struct Alignment {
    /// The first article, by order.
    pub a: ArticleId,
    /// The second.
    pub b: ArticleId,
    /// Sentences of `a`, in order; never empty.
    pub a_sentences: Vec<SentenceId>,
    /// Sentences of `b`, in order; never empty.
    pub b_sentences: Vec<SentenceId>,
    /// How much of the wording they share.
    pub kind: AlignmentKind,
    /// Whether it stands in another place of the order.
    pub moved: bool,
    /// How sure the link is, 0 to 1.
    pub score: f32,
    /// Word edits from `a` to `b`. Their spans tile both sides: see [`Edit`].
    pub edits: Vec<Edit>,
}

/// How much of the wording two linked passages share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AlignmentKind {
    /// The same but for style (quotation marks, case of titles, US/U.S., white space).
    Verbatim,
    /// The same sentence, edited.
    Edited,
    /// The same statement in other words.
    Paraphrase,
    /// About the same thing, not the same statement.
    Related,
}

/// What is said in one place or more: sentences of k of the n articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Its sentences by article, in order; never empty, and mostly at most one an article.
    pub members: Vec<(ArticleId, SentenceId)>,
}

/// Aligns each candidate pair.
pub fn alignments(_story: &Story, _candidates: &[Candidate], _model: &Model) -> Vec<Alignment> {
    Vec::new()
}

/// Joins pairwise links to passages over all articles. Every sentence of a prose block is in exactly one passage,
/// alone where no other article has it.
pub fn passages(_story: &Story, _alignments: &[Alignment]) -> Vec<Passage> {
    Vec::new()
}
