//! The ledger as the page shows it: each finding with its two passages.

use super::row::Side;
use super::runs::plain;
use super::{Cell, ChangeRow, Mark};
use crate::article::segment::SentenceId;
use crate::comparison::changes::{Change, Reading};
use crate::report::build::Build;
use crate::report::note::note;
use crate::story::ArticleId;
use crate::text::Span;

/// Sentences of a passage that are shown; a longer one is opened in the other views.
const SHOWN: usize = 12;

/// One row a finding, in the report's order.
pub(super) fn changes(build: &Build<'_>) -> Vec<ChangeRow> {
    let analysis = build.analysis;
    let sides: Vec<Side<'_>> = analysis.story.ids().map(|id| Side::new(analysis, id)).collect();
    let changes = analysis.comparison.changes.iter().enumerate();
    changes
        .map(|(index, change)| {
            let cell = |at: usize| cell(&sides, change, change.readings.get(at)?);
            ChangeRow {
                change: build.change(index, change),
                a: cell(0),
                b: cell(1),
                note: note(analysis, change),
            }
        })
        .collect()
}

/// The passage of a reading's first article, the words that matter marked; none where nothing there answers.
fn cell(sides: &[Side<'_>], change: &Change, reading: &Reading) -> Option<Cell> {
    let (id, spans) = reading.spans.first()?;
    let sentences = sentences(change, *id);
    let marks: Vec<(Span, Mark)> = spans.iter().map(|&span| (span, plain("evidence"))).collect();
    (!sentences.is_empty()).then(|| sides[id.0 as usize].cell(sentences, &marks))
}

/// The sentences of an article in which a finding stands.
fn sentences(change: &Change, article: ArticleId) -> &[SentenceId] {
    let place = change.places.iter().find(|(id, _)| *id == article);
    let sentences = place.map_or(&[][..], |(_, sentences)| sentences.as_slice());
    &sentences[..sentences.len().min(SHOWN)]
}
