//! Word edits inside aligned passages, made readable.
//!
//! ```text
//! a   The mayor | could meet     | residents on Friday.
//! b   The mayor | may hold talks with | residents on Friday | , an aide said.
//!     equal       replace               equal                 insert
//! ```
//!
//! First the most words that stand in the same order on both sides (`lcs`), then what a reader wants: gaps slid to
//! natural borders, words that stand against each other as one replacement, differences of mere style told apart.
//! [`readable`] goes further for display only.

mod lcs;
mod pieces;
mod readable;
mod slide;

use crate::article::segment::{Token, TokenKind};
use crate::text::Span;
pub use pieces::{Class, Piece, class_of, key, pieces};
pub(super) use pieces::{content, key_of, root, sense};
pub use readable::readable;

/// One step from `a` to `b`. The steps of an alignment, in order, tile both sides: the `a` spans of all steps joined
/// are the text of a's sentences, the `b` spans b's.
///
/// White space between two tokens of a sentence belongs to the token before it; white space between two sentences
/// belongs to none. A step never crosses the end of a sentence on either side, so both its spans are one piece of the
/// text. An empty span stands where the last piece before it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edit {
    /// What happens.
    pub op: Op,
    /// Bytes of the article `a`; empty where `b` adds.
    pub a: Span,
    /// Bytes of the article `b`; empty where `b` leaves out.
    pub b: Span,
}

impl Edit {
    /// The same step from `b` to `a`.
    #[must_use]
    pub fn transposed(self) -> Self {
        let op = match self.op {
            Op::Delete => Op::Insert,
            Op::Insert => Op::Delete,
            op => op,
        };
        Self {
            op,
            a: self.b,
            b: self.a,
        }
    }
}

/// What happens in an edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Op {
    /// The same, byte for byte but for white space at the end.
    Equal,
    /// The same but for style: quotation marks, case, US/U.S., -ise/-ize, white space.
    Style,
    /// Only in `a`.
    Delete,
    /// Only in `b`.
    Insert,
    /// Words of `a` stand where others of `b` stand.
    Replace,
}

/// The sentences of one side, ready to be compared.
#[derive(Debug, Clone)]
pub struct Side<'a> {
    text: &'a str,
    pieces: Vec<Piece>,
    start: usize,
}

impl<'a> Side<'a> {
    /// One side from its text and its sentences: the span and the tokens of each, in order.
    pub fn new<'t>(text: &'a str, sentences: impl IntoIterator<Item = (Span, &'t [Token])>) -> Self {
        let mut all: Vec<Piece> = Vec::new();
        for (span, tokens) in sentences {
            all.extend(pieces(text, span, tokens));
        }
        let pieces = all;
        let start = pieces.first().map_or(0, |piece| piece.span.start());
        Self { text, pieces, start }
    }

    /// Its words, marks left out.
    pub fn words(&self) -> usize {
        self.pieces
            .iter()
            .filter(|piece| piece.class != Class::Mark)
            .count()
    }

    /// The pieces inside a span.
    pub fn pieces_in(&self, span: Span) -> &[Piece] {
        let first = self
            .pieces
            .partition_point(|piece| piece.span.start() < span.start());
        let last = self
            .pieces
            .partition_point(|piece| piece.span.end() <= span.end());
        &self.pieces[first..last.max(first)]
    }

    /// Whether a piece is a quotation mark of any kind.
    pub fn is_quote(&self, piece: &Piece) -> bool {
        piece.class == Class::Mark && piece.key == key("\"", TokenKind::Mark)
    }

    /// Whether a span begins or ends this side.
    pub fn is_outer(&self, span: Span) -> bool {
        let end = self.pieces.last().map_or(self.start, |piece| piece.span.end());
        span.start() == self.start || span.end() == end
    }
}

/// The steps from one side to the other.
///
/// The sides are compared in an order that their content gives, so that exchanging them exchanges deletions and
/// insertions and nothing else.
pub fn edits(a: &Side<'_>, b: &Side<'_>) -> Vec<Edit> {
    if a.pieces
        .iter()
        .map(|piece| piece.key)
        .le(b.pieces.iter().map(|piece| piece.key))
    {
        return forward(a, b);
    }
    forward(b, a).into_iter().map(Edit::transposed).collect()
}

fn forward(a: &Side<'_>, b: &Side<'_>) -> Vec<Edit> {
    let mut matches = lcs::matches(&a.pieces, &b.pieces);
    slide::slide(&mut matches, &a.pieces, &b.pieces);
    let mut steps = Steps::new(a, b);
    for &(i, j) in &matches {
        steps.gap(i, j);
        steps.same(i, j);
    }
    steps.gap(a.pieces.len(), b.pieces.len());
    steps.edits
}

/// Steps as they are collected, and how far both sides are covered.
struct Steps<'s, 'a> {
    a: &'s Side<'a>,
    b: &'s Side<'a>,
    next: (usize, usize),
    // Where an empty span stands now.
    end: (usize, usize),
    // Whether the last step may grow by the next pair of pieces.
    open: bool,
    edits: Vec<Edit>,
}

impl<'s, 'a> Steps<'s, 'a> {
    fn new(a: &'s Side<'a>, b: &'s Side<'a>) -> Self {
        Self {
            a,
            b,
            next: (0, 0),
            end: (a.start, b.start),
            open: false,
            edits: Vec::new(),
        }
    }

    /// Covers two pieces that are the same.
    fn same(&mut self, i: usize, j: usize) {
        let (x, y) = (&self.a.pieces[i], &self.b.pieces[j]);
        let (x_text, y_text) = (x.span.of(self.a.text), y.span.of(self.b.text));
        let op = if x_text.trim_end() == y_text.trim_end() {
            Op::Equal
        } else {
            Op::Style
        };
        match self.edits.last_mut() {
            Some(last)
                if self.open
                    && last.op == op
                    && last.a.end() == x.span.start()
                    && last.b.end() == y.span.start() =>
            {
                last.a = last.a.cover(x.span);
                last.b = last.b.cover(y.span);
            }
            _ => self.edits.push(Edit {
                op,
                a: x.span,
                b: y.span,
            }),
        }
        // Other white space ends a step, because only at its end may white space differ.
        self.open = op == Op::Style || x_text == y_text;
        self.open &= !x.closes && !y.closes;
        self.next = (i + 1, j + 1);
        self.end = (x.span.end(), y.span.end());
    }

    /// Covers what stands on either side before pieces `i` and `j`, sentence by sentence.
    fn gap(&mut self, i: usize, j: usize) {
        while self.next.0 < i || self.next.1 < j {
            let a = rest_of_sentence(&self.a.pieces, self.next.0, i);
            let b = rest_of_sentence(&self.b.pieces, self.next.1, j);
            let span_a = cover(&self.a.pieces[self.next.0..a], self.end.0);
            let span_b = cover(&self.b.pieces[self.next.1..b], self.end.1);
            let op = match (span_a.is_empty(), span_b.is_empty()) {
                (false, true) => Op::Delete,
                (true, false) => Op::Insert,
                _ => Op::Replace,
            };
            self.edits.push(Edit {
                op,
                a: span_a,
                b: span_b,
            });
            self.next = (a, b);
            self.end = (span_a.end(), span_b.end());
            self.open = false;
        }
    }
}

/// The end of the pieces from `from` that stand in one sentence, at most `to`.
fn rest_of_sentence(pieces: &[Piece], from: usize, to: usize) -> usize {
    let inside = pieces[from..to.max(from)].iter().position(|piece| piece.closes);
    inside.map_or(to.max(from), |at| from + at + 1)
}

fn cover(pieces: &[Piece], empty_at: usize) -> Span {
    match pieces {
        [] => Span::new(empty_at, empty_at),
        [first, .., last] => first.span.cover(last.span),
        [only] => only.span,
    }
}
