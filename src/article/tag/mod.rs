//! Which stretches of an article are names, roles and unnamed sources.

use std::ops::Range;

use crate::article::document::Document;
use crate::article::label::{Confidence, Label};
use crate::article::segment::Segments;
use crate::knowledge::Model;
use crate::text::Span;

/// A stretch of text that names something.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Its bytes, without a leading article or a trailing possessive.
    pub span: Span,
    /// Indices of its tokens.
    pub tokens: Range<usize>,
    /// What it names.
    pub label: Label,
    /// How sure this is.
    pub confidence: Confidence,
    /// Why, in plain words: "follows a title", "listed as a city".
    pub reason: &'static str,
}

/// How forms are labelled in all articles of the drop; empty when an article is read for the first time.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Evidence {
    // Invariant: sorted by form, each form once.
    forms: Vec<(String, Label, u32)>,
}

impl Evidence {
    /// Evidence from counted forms: each folded form with its majority label and how often it was so labelled.
    pub fn new(mut forms: Vec<(String, Label, u32)>) -> Self {
        forms.sort();
        forms.dedup_by(|later, kept| later.0 == kept.0);
        Self { forms }
    }

    /// The majority label of a form (as [`crate::text::fold::style`] folds it) and its count.
    pub fn label(&self, form: &str) -> Option<(Label, u32)> {
        let at = self
            .forms
            .binary_search_by(|(known, _, _)| known.as_str().cmp(form))
            .ok()?;
        Some((self.forms[at].1, self.forms[at].2))
    }
}

/// Finds names, roles and unnamed sources. The second time, `evidence` tells how the drop's other articles use
/// the same forms.
pub fn mentions(
    _document: &Document,
    _segments: &Segments,
    _model: &Model,
    _evidence: &Evidence,
) -> Vec<Mention> {
    Vec::new()
}
