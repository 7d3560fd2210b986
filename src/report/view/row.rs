//! One row of two articles side by side.

use super::article::paragraphs;
use super::runs::{Marks, marks, plain, runs};
use super::{Cell, Mark, Row, Run};
use crate::Analysis;
use crate::article::segment::SentenceId;
use crate::comparison::align::Alignment;
use crate::comparison::diff::Op;
use crate::report::codes::Code;
use crate::story::ArticleId;
use crate::text::Span;

/// Above this share of replaced text before and after read better as blocks ("over about two thirds changed",
/// product.md).
const REWRITTEN: f64 = 2.0 / 3.0;

/// One article of the pair.
pub(super) struct Side<'a> {
    analysis: &'a Analysis,
    id: ArticleId,
    marks: Marks,
    paragraphs: Vec<Option<usize>>,
}

impl<'a> Side<'a> {
    pub(super) fn new(analysis: &'a Analysis, id: ArticleId) -> Self {
        Self {
            analysis,
            id,
            marks: marks(analysis, id),
            paragraphs: paragraphs(analysis.story.article(id)),
        }
    }

    fn text(&self) -> &'a str {
        self.analysis.story.article(self.id).text()
    }

    /// How many sentences it has.
    pub(super) fn count(&self) -> usize {
        self.analysis.story.article(self.id).segments.sentences.len()
    }

    /// Sentences as a cell; between two stands a space.
    pub(super) fn cell(&self, sentences: &[SentenceId], edits: &[(Span, Mark)]) -> Cell {
        let article = self.analysis.story.article(self.id);
        let all = &article.segments.sentences;
        let first = &all[sentences.first().map_or(0, |s| s.0 as usize)];
        let block = article.document.blocks[first.block];
        let mut cut = Vec::new();
        for sentence in sentences {
            if !cut.is_empty() {
                cut.push(space());
            }
            cut.extend(runs(
                self.text(),
                all[sentence.0 as usize].span,
                &self.marks,
                edits,
            ));
        }
        Cell {
            article: self.id.to_string(),
            block: block.kind.code(),
            paragraph: self.paragraphs[first.block],
            opens: first.span.start() <= block.span.start(),
            runs: cut,
        }
    }
}

fn space() -> Run {
    Run {
        text: " ".to_owned(),
        marks: Vec::new(),
    }
}

/// A sentence that only one side has.
pub(super) fn only(side: &Side<'_>, s: SentenceId, left: bool) -> Row {
    let cell = side.cell(&[s], &[]);
    let (kind, edit) = if left {
        ("only-a", "delete")
    } else {
        ("only-b", "insert")
    };
    let inline = over(cell.runs.clone(), edit);
    let (a, b) = if left {
        (Some(cell), None)
    } else {
        (None, Some(cell))
    };
    Row {
        kind,
        a,
        b,
        inline,
        ..blank(false)
    }
}

/// The sign that a sentence of the right article stands in another row.
pub(super) fn elsewhere() -> Row {
    blank(true)
}

fn blank(moved: bool) -> Row {
    Row {
        id: String::new(),
        kind: "elsewhere",
        moved,
        partner: None,
        a: None,
        b: None,
        inline: Vec::new(),
        rewritten: false,
    }
}

/// Sentences that belong together.
pub(super) fn linked(sides: &[Side<'_>; 2], link: &Alignment) -> Row {
    let marks = |side: fn(&crate::comparison::diff::Edit) -> Span| -> Vec<(Span, Mark)> {
        let all = link.edits.iter().map(|edit| (side(edit), plain(edit.op.code())));
        all.filter(|(span, _)| !span.is_empty()).collect()
    };
    let (mut changed, mut all) = (0, 0);
    for edit in &link.edits {
        let both = edit.a.len() + edit.b.len();
        all += both;
        if !matches!(edit.op, Op::Equal | Op::Style) {
            changed += both;
        }
    }
    Row {
        kind: link.kind.code(),
        moved: link.moved,
        a: Some(sides[0].cell(&link.a_sentences, &marks(|edit| edit.a))),
        b: Some(sides[1].cell(&link.b_sentences, &marks(|edit| edit.b))),
        inline: inline(sides, link),
        rewritten: changed as f64 > REWRITTEN * all as f64,
        ..blank(false)
    }
}

/// Both sides in one line: what the left alone has before what the right alone has.
fn inline(sides: &[Side<'_>; 2], link: &Alignment) -> Vec<Run> {
    let mut both: Vec<Run> = Vec::new();
    for edit in &link.edits {
        let pieces: &[(usize, Span, &'static str)] = match edit.op {
            Op::Equal | Op::Style => &[(0, edit.a, edit.op.code())],
            Op::Delete | Op::Insert | Op::Replace => &[(0, edit.a, "delete"), (1, edit.b, "insert")],
        };
        for &(side, span, kind) in pieces.iter().filter(|(_, span, _)| !span.is_empty()) {
            let side = &sides[side];
            both.extend(over(runs(side.text(), span, &side.marks, &[]), kind));
        }
    }
    both
}

/// The runs with one more mark around each.
fn over(mut runs: Vec<Run>, kind: &'static str) -> Vec<Run> {
    for run in &mut runs {
        run.marks.insert(0, plain(kind));
    }
    runs
}
