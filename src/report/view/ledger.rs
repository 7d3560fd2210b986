//! The ledger as the page shows it: each finding with its two passages.

use super::row::Side;
use super::runs::plain;
use super::{Cell, ChangeRow, Mark};
use std::cell::OnceCell;
use std::sync::Arc;

use crate::Analysis;
use crate::article::segment::SentenceId;
use crate::comparison::changes::{Change, Reading};
use crate::report::build::Build;
use crate::report::note::note;
use crate::story::ArticleId;
use crate::text::Span;

/// Sentences of a passage that are shown; a longer one is opened in the other views.
const SHOWN: usize = 12;

/// One row a finding, in the report's order, and nothing for those that are `known`.
pub(super) fn changes(
    build: &Build<'_>,
    known: &dyn Fn(usize) -> bool,
) -> impl Iterator<Item = Option<ChangeRow>> {
    let analysis = build.analysis;
    let sides = Sides {
        analysis,
        of: analysis.story.ids().map(|_| OnceCell::new()).collect(),
    };
    let row = move |(index, change): (usize, &Arc<Change>)| {
        let cell = |at: usize| cell(&sides, change, change.readings.get(at)?);
        (!known(index)).then(|| ChangeRow {
            change: build.change(index, change),
            a: cell(0),
            b: cell(1),
            note: note(analysis, change),
        })
    };
    analysis.comparison.changes.iter().enumerate().map(row)
}

/// The articles that are asked for.
struct Sides<'a> {
    analysis: &'a Analysis,
    of: Vec<OnceCell<Side<'a>>>,
}

impl<'a> Sides<'a> {
    fn of(&self, id: ArticleId) -> &Side<'a> {
        self.of[id.0 as usize].get_or_init(|| Side::new(self.analysis, id))
    }
}

/// The passage of a reading's first article, the words that matter marked; none where nothing there answers.
fn cell(sides: &Sides<'_>, change: &Change, reading: &Reading) -> Option<Cell> {
    let (id, spans) = reading.spans.first()?;
    let sentences = sentences(change, *id);
    let marks: Vec<(Span, Mark)> = spans.iter().map(|&span| (span, plain("evidence"))).collect();
    (!sentences.is_empty()).then(|| sides.of(*id).cell(sentences, &marks))
}

/// The sentences of an article in which a finding stands.
fn sentences(change: &Change, article: ArticleId) -> &[SentenceId] {
    let place = change.places.iter().find(|(id, _)| *id == article);
    let sentences = place.map_or(&[][..], |(_, sentences)| sentences.as_slice());
    &sentences[..sentences.len().min(SHOWN)]
}
