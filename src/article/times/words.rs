//! The words that the grammar reads: tokens, cut where letters, figures and marks meet, in folded form.
//!
//! "3-1/2-year" is one reading for whoever segments and another for whoever counts: here it is always `3 - 1 / 2 -
//! year`, whichever tokens it came from. A piece never crosses a token.

use std::borrow::Cow;

use crate::article::segment::Token;
use crate::text::{Span, fold};

/// A stretch of the text as the grammar sees it. Positions beyond its end read as empty words.
pub(super) struct Words<'a> {
    text: &'a str,
    spans: Vec<Span>,
    folded: Vec<Cow<'a, str>>,
}

impl<'a> Words<'a> {
    /// Cuts these tokens of `text` into pieces. Linear.
    pub(super) fn new(text: &'a str, tokens: &[Token]) -> Self {
        let mut spans = Vec::with_capacity(tokens.len() + tokens.len() / 8);
        for token in tokens {
            cut(token.span, text, &mut spans);
        }
        let folded = spans.iter().map(|span| fold::word(span.of(text))).collect();
        Self { text, spans, folded }
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.spans.len()
    }

    /// The folded word: lower case, no full stops in abbreviations, one hyphen; empty beyond the ends.
    pub(super) fn at(&self, index: usize) -> &str {
        self.folded.get(index).map_or("", AsRef::as_ref)
    }

    /// The folded word `back` places before `index`.
    pub(super) fn before(&self, index: usize, back: usize) -> &str {
        index.checked_sub(back).map_or("", |at| self.at(at))
    }

    /// The word as it stands.
    pub(super) fn raw(&self, index: usize) -> &'a str {
        self.spans.get(index).map_or("", |span| span.of(self.text))
    }

    /// Whether the word begins with a capital letter.
    pub(super) fn capital(&self, index: usize) -> bool {
        self.raw(index).starts_with(char::is_uppercase)
    }

    /// Whether the word is made of figures.
    pub(super) fn figures(&self, index: usize) -> bool {
        self.at(index).starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether no space parts the word from the one before it.
    pub(super) fn glued(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1) else {
            return false;
        };
        match (self.spans.get(before), self.spans.get(index)) {
            (Some(left), Some(right)) => left.end() == right.start(),
            _ => false,
        }
    }

    /// Whether the word is a hyphen or dash between two words.
    pub(super) fn joins(&self, index: usize) -> bool {
        self.at(index) == "-" && self.glued(index) && self.glued(index + 1)
    }

    /// `index`, or the place behind the hyphen that stands there.
    pub(super) fn past_hyphen(&self, index: usize) -> usize {
        index + usize::from(self.joins(index))
    }

    /// Whether the words from `index` on are these.
    pub(super) fn reads(&self, index: usize, words: &[&str]) -> bool {
        words
            .iter()
            .enumerate()
            .all(|(n, word)| self.at(index + n) == *word)
    }

    /// The first of these phrases that stands at `index`: its length and what it stands for.
    pub(super) fn phrase<T: Copy>(&self, index: usize, table: &[(&[&str], T)]) -> Option<(usize, T)> {
        let first = self.at(index);
        let mut all = table.iter().filter(|(words, _)| words.first() == Some(&first));
        let (words, value) = all.find(|(words, _)| self.reads(index, words))?;
        Some((index + words.len(), *value))
    }

    /// The bytes from word `start` to before word `end`.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        let last = end.saturating_sub(1).min(self.spans.len().saturating_sub(1));
        match (self.spans.get(start), self.spans.get(last)) {
            (Some(first), Some(last)) => first.cover(*last),
            _ => Span::default(),
        }
    }

    /// The word that begins at or behind byte `offset`.
    pub(super) fn index_of(&self, offset: usize) -> usize {
        self.spans.partition_point(|span| span.start() < offset)
    }
}

/// What a character joins with.
#[derive(PartialEq, Clone, Copy)]
enum Sort {
    Letter,
    Figure,
    Mark,
}

fn sort(c: char) -> Sort {
    if c.is_ascii_digit() {
        Sort::Figure
    } else if c.is_alphabetic() {
        Sort::Letter
    } else {
        Sort::Mark
    }
}

/// Pushes the pieces of one token: runs of letters with inner apostrophes and full stops, runs of figures with
/// inner commas and points, and marks one by one.
fn cut(token: Span, text: &str, spans: &mut Vec<Span>) {
    let piece = token.of(text);
    if !piece.is_empty() && piece.bytes().all(|b| b.is_ascii_alphabetic()) {
        spans.push(token);
        return;
    }
    let mut start = 0;
    let mut last = Sort::Mark;
    for (at, c) in piece.char_indices() {
        let next = piece[at + c.len_utf8()..].chars().next().map(sort);
        let now = match (last, c) {
            (Sort::Figure, ',' | '.') if next == Some(Sort::Figure) => Sort::Figure,
            // The last full stop of an abbreviation has nothing behind it in its token.
            (Sort::Letter, '.' | '\'' | '’') if next != Some(Sort::Figure) && at > 0 => Sort::Letter,
            // The clitic of "year's" is one word.
            (_, '\'' | '’') if at == 0 && next == Some(Sort::Letter) => Sort::Letter,
            _ => sort(c),
        };
        if at > start && (now != last || now == Sort::Mark) {
            spans.push(Span::new(token.start() + start, token.start() + at));
            start = at;
        }
        last = now;
    }
    if start < piece.len() {
        spans.push(Span::new(token.start() + start, token.end()));
    }
}
