//! The ledger: what changed that matters, typed, ranked and explained.

use super::align::{Alignment, Passage};
use crate::article::label::Confidence;
use crate::knowledge::Model;
use crate::story::entities::EntityId;
use crate::story::{ArticleId, Story};
use crate::text::Span;

/// One finding: a difference between readings of one passage, stated once for all articles.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What differs.
    pub kind: ChangeKind,
    /// What the difference touches.
    pub intent: Intent,
    /// How sure it is that this is a difference of that kind.
    pub confidence: Confidence,
    /// The rule that found it: "caveat.contrast-clause".
    pub rule: &'static str,
    /// One sentence in plain English.
    pub summary: String,
    /// All readings; the two that differ most come first. Each article that has the passage, or could have it, is in
    /// exactly one.
    pub readings: Vec<Reading>,
    /// What ranks it, 0 to 1; higher is more consequential.
    pub weight: f32,
}

/// What a change is about, most consequential first as a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // `product.md`, The ledger, and the README define the ten kinds.
pub enum ChangeKind {
    Caveat,
    Attribution,
    Quote,
    Number,
    Name,
    Hedge,
    Statement,
    Moved,
    Wording,
    Style,
}

/// What a change touches, after `NewsEdits`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Intent {
    /// What is claimed to be so.
    Fact,
    /// How it is written.
    Style,
    /// How the story is told.
    Narrative,
}

/// One reading of a passage and the articles that have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// For each article the words that matter, in order; empty where the article lacks them.
    pub spans: Vec<(ArticleId, Vec<Span>)>,
}

/// One utterance with all its renderings.
#[derive(Debug, Clone, PartialEq)]
pub struct Utterance {
    /// Who says it.
    pub speaker: Option<EntityId>,
    /// Article, index of the quote there, and its state against the fullest rendering, which comes first.
    pub renderings: Vec<(ArticleId, usize, Rendering)>,
}

/// How an article renders an utterance, against the fullest rendering.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // The names are the explanation; `report.md` lists them.
pub enum Rendering {
    Verbatim,
    PunctuationOnly,
    Trimmed,
    Extended,
    Altered,
    Fragment,
    Unquoted,
    Paraphrased,
    Merged,
    Split,
    ReAttributed,
    OnlyHere,
}

/// Groups the quotes of all articles to utterances.
pub fn utterances(_story: &Story, _passages: &[Passage]) -> Vec<Utterance> {
    Vec::new()
}

/// Makes the ledger, most consequential first.
pub fn changes(
    _story: &Story,
    _alignments: &[Alignment],
    _passages: &[Passage],
    _utterances: &[Utterance],
    _model: &Model,
) -> Vec<Change> {
    Vec::new()
}
