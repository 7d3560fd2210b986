//! The ledger against labels: the sample articles, invented stories, edits planted into other people's texts, and pairs
//! that only style parts.

mod cases;
mod planted;
mod rewrites;
mod samples;
mod texts;

use std::collections::BTreeMap;

use crossread::Analysis;
use crossread::article::ingest::{File, ingest};
use crossread::article::label::Confidence;
use crossread::comparison::changes::{Change, ChangeKind};
use crossread::knowledge::Model;
use crossread::text::{Span, fold};

/// Articles read as they are dropped.
pub(crate) fn analysis(model: &Model, files: &[(&str, &str)]) -> Analysis {
    let documents = files
        .iter()
        .flat_map(|(name, text)| ingest(&File::new(name, text.as_bytes()), model).articles);
    crossread::analyse(documents.collect::<Vec<_>>(), model)
}

/// A finding as it is held against labels.
pub(crate) struct Row {
    /// As labels name it.
    pub(crate) kind: &'static str,
    pub(crate) rule: &'static str,
    pub(crate) summary: String,
    pub(crate) sure: bool,
    /// What ranks it.
    pub(crate) weight: f32,
    /// For each article that has words, their spans.
    pub(crate) spans: BTreeMap<usize, Vec<Span>>,
}

/// The findings in their order, those of style apart.
pub(crate) fn rows(analysis: &Analysis) -> (Vec<Row>, Vec<Row>) {
    let rows = analysis.comparison.changes.iter().map(|one| row(one));
    rows.partition(|row: &Row| row.kind != "style")
}

fn row(change: &Change) -> Row {
    let spans = change
        .readings
        .iter()
        .flat_map(|reading| &reading.spans)
        .filter(|(_, spans)| !spans.is_empty());
    Row {
        kind: code(change.kind),
        rule: change.rule,
        summary: change.summary.clone(),
        sure: change.confidence == Confidence::High,
        weight: change.weight,
        spans: spans.map(|(id, spans)| (id.0 as usize, spans.clone())).collect(),
    }
}

fn code(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Caveat => "caveat",
        ChangeKind::Attribution => "attribution",
        ChangeKind::Quote => "quote",
        ChangeKind::Number => "number",
        ChangeKind::Name => "name",
        ChangeKind::Hedge => "hedge",
        ChangeKind::Statement => "statement",
        ChangeKind::Moved => "moved",
        ChangeKind::Wording => "wording",
        ChangeKind::Style => "style",
    }
}

/// Where words stand in a text, curly quotes and white space folded; every place.
pub(crate) fn places(text: &str, words: &str) -> Vec<Span> {
    let (folded, at): (String, Vec<usize>) = folded(text);
    let words = fold::style(words);
    folded
        .match_indices(&words)
        .map(|(start, hit)| Span::new(at[start], at[start + hit.len()]))
        .collect()
}

/// A text with characters folded one by one, and for each byte of it the byte of the text it came from.
fn folded(text: &str) -> (String, Vec<usize>) {
    let (mut out, mut at) = (String::new(), Vec::new());
    for (start, c) in text.char_indices() {
        let c = fold::character(c);
        at.extend(std::iter::repeat_n(start, c.len_utf8()));
        out.push(c);
    }
    at.push(text.len());
    (out, at)
}

/// Words of a passage that a row must hold to cover it; the ends of phrases are a matter of taste.
const COVERED: f64 = 2.0 / 3.0;

/// Whether spans cover a place.
pub(crate) fn covers(spans: &[Span], place: Span) -> bool {
    let shared: usize = spans.iter().map(|span| span.shared(place)).sum();
    shared as f64 >= COVERED * place.len() as f64
}
