//! Expressions of time and number, with values that can be compared.
//!
//! One hand-written grammar over words (`words`): `cardinal` reads numbers; `dates`, `relative`, `lengths`
//! and `clock` read times into a `meaning`, which `resolve` gives a value, counted from the article's own day
//! and the sentence's `tense`; `numbers` reads what is left.

pub mod calendar;

mod cardinal;
mod measures;
mod vocabulary;
mod words;

mod begins;
mod clock;
mod dates;
mod feasts;
mod grammar;
mod impossible;
mod lengths;
mod meaning;
mod numbers;
mod relative;

mod reader;
mod resolve;
mod shares;
mod story;
mod tense;
mod units;
mod value;
mod years;

pub use impossible::impossible_days;

use crate::article::document::{BlockKind, Day, Document};
use crate::article::label::Label;
use crate::article::segment::{Segments, Token};
use crate::knowledge::Model;
use crate::text::Span;

/// An expression of time after TIMEX3.
#[derive(Debug, Clone, PartialEq)]
pub struct Time {
    /// Its bytes, without a preposition before it.
    pub span: Span,
    /// TIMEX3's type.
    pub kind: TimeKind,
    /// TIMEX3's value: "2025-08-06", "2025-W33", "P2D"; with X for what is unknown: "XXXX-03-14".
    pub value: String,
    /// First and last day that it covers; `None` for durations, sets and what has no anchor.
    pub range: Option<(Day, Day)>,
    /// The day that a relative expression was counted from.
    pub anchor: Option<Day>,
}

/// TIMEX3's four types.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimeKind {
    /// A day or something longer: "Wednesday", "last week", "2021".
    Date,
    /// A part of a day: "overnight", "3 p.m.".
    Time,
    /// A length: "two days".
    Duration,
    /// Something that recurs: "every Monday".
    Set,
}

/// A number with its meaning.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// Its bytes, with its unit.
    pub span: Span,
    /// Percent, Money, Quantity, Ordinal or Cardinal.
    pub label: Label,
    /// The value: "25%" is 25, "$3 million" is 3,000,000, "a quarter" is 25 percent.
    pub value: f64,
    /// The upper end of a range.
    pub to: Option<f64>,
    /// "percent", an ISO 4217 code, a unit of measure, or `None` for a bare count.
    pub unit: Option<String>,
    /// Whether the text hedges it: "about", "some", "more than", "dozens".
    pub approximate: bool,
}

/// Which days relative times are counted from.
#[derive(Debug, Clone, Default)]
pub struct Anchors {
    /// The article's day of publication: stated by it, or lent by a sibling.
    pub published: Option<Day>,
}

/// Finds times and numbers. Times that need an anchor and have none keep their unknown parts as X.
pub fn times_and_numbers(
    document: &Document,
    segments: &Segments,
    _model: &Model,
    anchors: &Anchors,
) -> (Vec<Time>, Vec<Number>) {
    let mut reader = reader::Reader::new(anchors.published);
    for block in &document.blocks {
        // "3 min read" is about the page, not about the story.
        if block.kind != BlockKind::Furniture {
            reader.read(document, segments, block);
        }
    }
    reader.finish()
}

/// The calendar days that a text states by month and day ("May 12, 2026", "Mar 14", "2026-05-12"), with their bytes.
/// Nothing is counted from another day, and "12/05/2026", which can be read in two ways, is left out.
pub fn stated_days(text: &str, tokens: &[Token]) -> Vec<(Span, Day)> {
    reader::stated_days(text, tokens)
}
