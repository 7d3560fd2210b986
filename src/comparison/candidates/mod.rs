//! Which pairs of articles share text at all. Unrelated articles are not collated: this is the document gate.

use crate::story::{ArticleId, Story};

/// Two articles that share enough text to be aligned.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    /// The first, by order.
    pub a: ArticleId,
    /// The second.
    pub b: ArticleId,
    /// Share of a's distinct word trigrams that b has, 0 to 1.
    pub a_in_b: f32,
    /// Share of b's distinct word trigrams that a has, 0 to 1.
    pub b_in_a: f32,
    /// Length of the longest run of words that both have.
    pub longest_run: u32,
}

/// The pairs that pass the gate, by (a, b).
pub fn candidates(_story: &Story) -> Vec<Candidate> {
    Vec::new()
}
