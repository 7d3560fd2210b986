//! What the rules beside the model share: the words, the tables, and what is decided about tokens.

use std::ops::Range;

use super::words::Word;
use crate::article::label::{Confidence, Label};
use crate::knowledge::lexicon::Lexicon;

/// A decision about some tokens.
#[derive(Debug, Clone)]
pub(super) struct Named {
    pub tokens: Range<usize>,
    pub label: Label,
    pub confidence: Confidence,
    pub reason: &'static str,
}

/// What is known besides the words themselves.
pub(super) struct Ground<'a> {
    pub words: &'a [Word<'a>],
    pub lexicon: &'a Lexicon,
}
