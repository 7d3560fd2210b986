//! How articles are related: overlap both ways, story groups, and what can be said about who took it from whom.

use super::align::Alignment;
use super::candidates::Candidate;
use crate::story::{ArticleId, Story};

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
    _story: &Story,
    _candidates: &[Candidate],
    _alignments: &[Alignment],
) -> (Vec<Kinship>, Vec<Vec<ArticleId>>) {
    (Vec::new(), Vec::new())
}
