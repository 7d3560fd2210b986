//! The ledger as the page shows it: each finding with its two passages.

use super::row::Side;
use super::runs::plain;
use super::{Cell, ChangeRow, Mark};
use std::cell::OnceCell;

use crate::article::segment::SentenceId;
use crate::comparison::changes::{Change, Reading};
use crate::report::build::Build;
use crate::report::note::note;
use crate::story::ArticleId;
use crate::text::Span;

/// Sentences of a passage that are shown; a longer one is opened in the other views.
const SHOWN: usize = 12;

/// What makes the rows, one a finding, in the report's order.
pub(super) struct Ledger<'a> {
    build: &'a Build<'a>,
    /// The articles that were asked for.
    sides: Vec<OnceCell<Side<'a>>>,
}

impl<'a> Ledger<'a> {
    pub(super) fn new(build: &'a Build<'a>) -> Self {
        let articles = build.analysis.story.ids();
        Self {
            build,
            sides: articles.map(|_| OnceCell::new()).collect(),
        }
    }

    fn side(&self, id: ArticleId) -> &Side<'a> {
        self.sides[id.0 as usize].get_or_init(|| Side::new(self.build.analysis, id))
    }

    /// The row of a finding.
    pub(super) fn row(&self, index: usize, change: &Change) -> ChangeRow {
        let cell = |at: usize| self.cell(change, change.readings.get(at)?);
        ChangeRow {
            change: self.build.change(index, change),
            a: cell(0),
            b: cell(1),
            note: note(self.build.analysis, change),
        }
    }

    /// The passage of a reading's first article, the words that matter marked; none where nothing there answers.
    fn cell(&self, change: &Change, reading: &Reading) -> Option<Cell> {
        let (id, spans) = reading.spans.first()?;
        let sentences = sentences(change, *id);
        let marks: Vec<(Span, Mark)> = spans.iter().map(|&span| (span, plain("evidence"))).collect();
        (!sentences.is_empty()).then(|| self.side(*id).cell(sentences, &marks))
    }
}

/// The sentences of an article in which a finding stands.
fn sentences(change: &Change, article: ArticleId) -> &[SentenceId] {
    let place = change.places.iter().find(|(id, _)| *id == article);
    let sentences = place.map_or(&[][..], |(_, sentences)| sentences.as_slice());
    &sentences[..sentences.len().min(SHOWN)]
}
