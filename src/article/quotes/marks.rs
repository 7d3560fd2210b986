//! Quotation marks to pairs, block by block.
//!
//! ```text
//! "It said "no" to us," he said.     straight: a mark opens before a word and closes behind one
//! “He said ‘no’ to us,” he said.     nested: the inner pair belongs to the outer content
//! “We came.¶“We saw.” he said.       a paragraph that goes on: opened again, closed once at the end
//! "We came, he said.¶"No," she said. left open: ends with its paragraph
//! ```

use std::ops::Range;

use super::page::Page;
use crate::text::class::{is_double_quote, is_single_quote};

/// A stretch between marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quoted {
    /// The tokens between the marks.
    pub(super) content: Range<usize>,
    /// The token behind the closing mark.
    pub(super) end: usize,
    /// Index of its block among the page's.
    pub(super) block: usize,
    /// Whether it opens the paragraph anew that the quote before left open.
    pub(super) goes_on: bool,
    /// Whether it never closes.
    pub(super) open: bool,
}

impl Quoted {
    /// The opening mark.
    pub(super) fn start(&self) -> usize {
        self.content.start - 1
    }
}

/// Which way a mark points, as far as it tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Opens,
    Closes,
    Stray,
}

/// A mark that waits for its partner.
struct Open {
    at: usize,
    double: bool,
}

/// All stretches between outermost marks, in order.
pub(super) fn find(page: &Page) -> Vec<Quoted> {
    let mut found: Vec<Quoted> = Vec::new();
    for block in 0..page.blocks.len() {
        let first = found.len();
        block_pairs(page, block, &mut found);
        let left_open = first
            .checked_sub(1)
            .is_some_and(|n| found[n].open && found[n].block + 1 == block);
        let start = page.blocks[block].tokens.start;
        if let Some(next) = found.get_mut(first) {
            next.goes_on = left_open && next.start() == start;
        }
    }
    found
}

/// The pairs of one block. A single mark only opens where its partner follows: else it is an apostrophe.
fn block_pairs(page: &Page, block: usize, found: &mut Vec<Quoted>) {
    let tokens = page.blocks[block].tokens.clone();
    let singles = single_ends(page, tokens.clone());
    let mut open: Option<Open> = None;
    for at in tokens.clone() {
        let Some(mark) = page
            .is_mark(at)
            .then(|| page.raw(at))
            .and_then(|raw| raw.chars().next())
        else {
            continue;
        };
        let double = is_double_quote(mark);
        if !double && !is_single_quote(mark) {
            continue;
        }
        let way = way(page, at, mark, open.as_ref(), &tokens);
        match (way, &open) {
            (Way::Opens, None) => {
                let partner = double || singles.get(at - tokens.start).copied().unwrap_or(false);
                open = partner.then_some(Open { at, double });
            }
            // A double mark inside an open double one: the first was never closed, and ends with its sentence.
            (Way::Opens, Some(before)) if double && before.double && reopens(page, before.at, at) => {
                let end = page.sentence(before.at).end.clamp(before.at + 1, at);
                push(found, block, before.at, end, end, true);
                open = Some(Open { at, double });
            }
            (Way::Closes, Some(before)) if before.double == double => {
                push(found, block, before.at, at, at + 1, false);
                open = None;
            }
            _ => {}
        }
    }
    if let Some(before) = open.filter(|open| open.double) {
        push(found, block, before.at, tokens.end, tokens.end, true);
    }
}

fn push(found: &mut Vec<Quoted>, block: usize, open: usize, close: usize, end: usize, left_open: bool) {
    if open + 1 < close {
        found.push(Quoted {
            content: open + 1..close,
            end,
            block,
            goes_on: false,
            open: left_open,
        });
    }
}

/// Whether the open mark's sentence is over before the mark at `at`: else the inner mark is nested.
fn reopens(page: &Page, open: usize, at: usize) -> bool {
    page.sentence(open).end <= at
}

/// For each token of a block, whether it is a single mark that a later one closes. One pass from the end.
fn single_ends(page: &Page, tokens: Range<usize>) -> Vec<bool> {
    let mut closes_later = false;
    let mut ends = vec![false; tokens.len()];
    for at in tokens.clone().rev() {
        let mark = page
            .raw(at)
            .chars()
            .next()
            .filter(|c| page.is_mark(at) && is_single_quote(*c));
        if mark.is_some() && closes_single(page, at, &tokens) {
            closes_later = true;
        } else if mark.is_some() && opens_single(page, at, &tokens) {
            ends[at - tokens.start] = closes_later;
            closes_later = false;
        }
    }
    ends
}

fn opens_single(page: &Page, at: usize, tokens: &Range<usize>) -> bool {
    let after_space = at == tokens.start
        || !page.glued(at)
        || matches!(page.raw(at - 1), "(" | "[" | "—" | "–" | "“" | "\"");
    let before_word =
        at + 1 < tokens.end && page.glued(at + 1) && page.raw(at + 1).starts_with(char::is_alphabetic);
    after_space && before_word && !matches!(page.raw(at), "’" | "›")
}

fn closes_single(page: &Page, at: usize, tokens: &Range<usize>) -> bool {
    let behind_word = at > tokens.start && page.glued(at);
    let word_follows = page.glued(at + 1) && page.raw(at + 1).starts_with(char::is_alphanumeric);
    behind_word && !word_follows && !matches!(page.raw(at), "‘" | "‹" | "‚")
}

/// Which way the mark at `at` points, given what is open.
fn way(page: &Page, at: usize, mark: char, open: Option<&Open>, tokens: &Range<usize>) -> Way {
    let is_open = |double| open.is_some_and(|open| open.double == double);
    let glued_left = at > tokens.start && page.glued(at);
    let glued_right = at + 1 < tokens.end && page.glued(at + 1);
    match mark {
        '„' | '«' | '‚' | '‹' if !is_open(is_double_quote(mark)) || !glued_left => Way::Opens,
        // Both ways: „German“ and »Danish«.
        '“' if is_open(true) && opened_low(page, open) => Way::Closes,
        '“' => Way::Opens,
        '»' | '›' if !is_open(is_double_quote(mark)) && glued_right && !glued_left => Way::Opens,
        '”' | '»' | '›' | '«' | '‹' => Way::Closes,
        '"' | '＂' | '‟' => straight(page, at, is_open(true), glued_left, glued_right),
        _ if is_open(false) && closes_single(page, at, tokens) => Way::Closes,
        _ if open.is_none() && opens_single(page, at, tokens) => Way::Opens,
        _ => Way::Stray,
    }
}

fn opened_low(page: &Page, open: Option<&Open>) -> bool {
    open.is_some_and(|open| page.raw(open.at) == "„")
}

/// A straight mark opens before a word and closes behind one; between spaces it takes its turn.
fn straight(page: &Page, at: usize, is_open: bool, glued_left: bool, glued_right: bool) -> Way {
    let bracket = matches!(
        page.raw(at.wrapping_sub(1)),
        "(" | "[" | "—" | "–" | "-" | "‘" | "'" | "…"
    );
    let can_open = (!glued_left || bracket) && glued_right;
    match is_open {
        true if can_open && !glued_left => Way::Opens,
        true => Way::Closes,
        false if can_open || !glued_left => Way::Opens,
        // Inches, and a mark whose partner was lost.
        false => Way::Stray,
    }
}
