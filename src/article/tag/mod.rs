//! Which stretches of an article are names, roles and unnamed sources.

mod decide;
mod known;
mod lookup;
mod roles;
mod sources;
mod words;
mod works;

use std::cmp::Reverse;
use std::ops::Range;

use crate::article::document::Document;
use crate::article::label::{Confidence, Label};
use crate::article::segment::Segments;
use crate::knowledge::Model;
use crate::text::Span;
use decide::{Ground, Named};
use words::Stretch;

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
    document: &Document,
    segments: &Segments,
    model: &Model,
    evidence: &Evidence,
) -> Vec<Mention> {
    let words = words::words(document, segments);
    let stretches = words::stretches(document, segments, &words);
    let mut ground = Ground {
        words: &words,
        lexicon: &model.lexicon,
        known: known::from_evidence(&words, evidence),
        small: known::small(&words),
    };
    // Twice: a family name is only known once its full name was met, which may come later.
    let first = decide_all(&ground, &stretches);
    known::add(&mut ground, &first);
    let mut found = decide_all(&ground, &stretches);
    works::add(&ground, &stretches, &mut found);
    found.sort_by_key(|named| named.tokens.start);
    let roles = roles::find(&ground, &stretches, &found);
    let sources = sources::find(&ground, &stretches, &found);
    found.extend(roles);
    found.extend(sources);
    let mut mentions: Vec<Mention> = found.into_iter().map(|named| mention(named, segments)).collect();
    mentions.sort_by_key(|m| (m.span.start(), Reverse(m.span.end()), m.label));
    mentions
}

fn decide_all(ground: &Ground<'_>, stretches: &[Stretch]) -> Vec<Named> {
    let mut found = Vec::new();
    for stretch in stretches {
        ground.decide(stretch, &mut found);
    }
    found
}

fn mention(named: Named, segments: &Segments) -> Mention {
    let first = segments.tokens[named.tokens.start].span;
    let last = segments.tokens[named.tokens.end - 1].span;
    Mention {
        span: first.cover(last),
        tokens: named.tokens,
        label: named.label,
        confidence: named.confidence,
        reason: named.reason,
    }
}
