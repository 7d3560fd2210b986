//! One row of two articles side by side.

use super::article::paragraphs;
use super::runs::{self, Marks, plain, runs};
use super::{Cell, Mark, Place, Row, Run};
use crate::Analysis;
use crate::article::Article;
use crate::article::segment::SentenceId;
use crate::comparison::align::{Alignment, AlignmentKind};
use crate::comparison::diff::{Edit, Op};
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
            marks: runs::marks(analysis, id),
            paragraphs: paragraphs(analysis.story.article(id)),
        }
    }

    /// Its id.
    pub(super) fn id(&self) -> ArticleId {
        self.id
    }

    /// The article.
    pub(super) fn article(&self) -> &'a Article {
        self.analysis.story.article(self.id)
    }

    fn text(&self) -> &'a str {
        self.article().text()
    }

    /// Index of the block that holds a byte of its text, or of the one before.
    pub(super) fn block_at(&self, offset: usize) -> usize {
        let blocks = &self.article().document.blocks;
        blocks
            .partition_point(|block| block.span.start() <= offset)
            .saturating_sub(1)
    }

    /// The number of a block among the body's paragraphs, from 1.
    pub(super) fn paragraph(&self, block: usize) -> Option<usize> {
        self.paragraphs.get(block).copied().flatten()
    }

    /// Where a byte of its text stands.
    pub(super) fn place(&self, offset: usize) -> Place {
        let block = self.block_at(offset);
        let start = self.article().document.blocks[block].span.start();
        let before = self.text().get(start..offset).unwrap_or("");
        Place {
            block,
            at: before.chars().count(),
        }
    }

    /// A piece of its text.
    pub(super) fn runs(&self, piece: Span) -> Vec<Run> {
        runs(self.text(), piece, &self.marks, &[])
    }

    /// How many sentences it has.
    pub(super) fn count(&self) -> usize {
        self.analysis.story.article(self.id).segments.sentences.len()
    }

    /// Sentences as a cell; between two stands a space.
    pub(super) fn cell(&self, sentences: &[SentenceId], edits: &[(Span, Mark)]) -> Cell {
        let article = self.article();
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
            place: self.place(first.span.start()),
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

/// The sign that a sentence stands in another row: what it says, where that row begins with another.
pub(super) fn elsewhere(own: Option<Cell>, left: bool) -> Row {
    let mut row = blank(true);
    *(if left { &mut row.a } else { &mut row.b }) = own;
    row
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
    // That two statements about one thing have a word in common says nothing.
    let edits = || link.edits.iter().filter(|_| link.kind != AlignmentKind::Related);
    let of_a = marks(sides[0].text(), edits().map(|edit| (edit.a, edit.op)));
    let of_b = marks(sides[1].text(), edits().map(|edit| (edit.b, edit.op)));
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
        a: Some(sides[0].cell(&link.a_sentences, &of_a)),
        b: Some(sides[1].cell(&link.b_sentences, &of_b)),
        inline: inline([&sides[0], &sides[1]], &link.edits),
        rewritten: link.kind == AlignmentKind::Related || changed as f64 > REWRITTEN * all as f64,
        ..blank(false)
    }
}

/// The marks of one side's edits. The space behind a word that went is not struck through with it.
fn marks(text: &str, edits: impl Iterator<Item = (Span, Op)>) -> Vec<(Span, Mark)> {
    let words = edits.map(|(span, op)| (span.trimmed(text), plain(op.code())));
    words.filter(|(span, _)| !span.is_empty()).collect()
}

/// Both sides in one line: what the left alone has before what the right alone has.
pub(super) fn inline(sides: [&Side<'_>; 2], edits: &[Edit]) -> Vec<Run> {
    let mut both: Vec<Run> = Vec::new();
    let mut ends = [0; 2];
    for edit in edits {
        let pieces: &[(usize, Span, &'static str)] = match edit.op {
            Op::Equal | Op::Style => &[(0, edit.a, edit.op.code())],
            Op::Delete | Op::Insert | Op::Replace => &[(0, edit.a, "delete"), (1, edit.b, "insert")],
        };
        for &(side, span, kind) in pieces {
            // White space between two sentences belongs to no step.
            if ends[side] > 0 && span.start() > ends[side] {
                both.push(Run {
                    text: " ".to_owned(),
                    marks: Vec::new(),
                });
            }
            let side = sides[side];
            let words = span.trimmed(side.text());
            let cut = |start: usize, end: usize| runs(side.text(), Span::new(start, end), &side.marks, &[]);
            both.extend(cut(span.start(), words.start()));
            both.extend(over(cut(words.start(), words.end()), kind));
            both.extend(cut(words.end(), span.end()));
        }
        ends = [edit.a.end(), edit.b.end()];
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
