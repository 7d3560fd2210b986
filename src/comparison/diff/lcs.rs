//! Which pieces of two sides are the same, in order.

use super::pieces::{Class, Piece};
use crate::order::{Arrange as _, Map};

/// The most cells of the table: two sentences of a thousand tokens each. Larger gaps are first cut at words that
/// both sides have exactly once; what is still larger is one replacement.
const MAX_CELLS: usize = 1 << 20;

/// Worth of a word on both sides, and what is added where its neighbour is also the same: eight pieces torn apart
/// read worse than one more that is not found.
const WORD: u32 = 8;
const MARK: u32 = 7;
const TOGETHER: u32 = 1;

/// Pairs of indices of pieces that are the same, both ascending: the most, and of those the most in unbroken runs.
pub(super) fn matches(a: &[Piece], b: &[Piece]) -> Vec<(usize, usize)> {
    let mut found = Vec::with_capacity(a.len().min(b.len()));
    within(a, b, (0, 0), true, &mut found);
    found
}

/// The matches of two stretches whose first pieces have the indices `at`.
fn within(a: &[Piece], b: &[Piece], at: (usize, usize), may_cut: bool, found: &mut Vec<(usize, usize)>) {
    let head = a.iter().zip(b).take_while(|(x, y)| x.key == y.key).count();
    let (rest_a, rest_b) = (&a[head..], &b[head..]);
    let back = rest_a.iter().rev().zip(rest_b.iter().rev());
    let tail = back.take_while(|(x, y)| x.key == y.key).count();
    let (middle_a, middle_b) = (&rest_a[..rest_a.len() - tail], &rest_b[..rest_b.len() - tail]);

    found.extend((0..head).map(|k| (at.0 + k, at.1 + k)));
    let from = (at.0 + head, at.1 + head);
    if middle_a.len().saturating_mul(middle_b.len()) <= MAX_CELLS {
        table(middle_a, middle_b, from, found);
    } else if may_cut {
        cut(middle_a, middle_b, from, found);
    }
    let (tail_a, tail_b) = (from.0 + middle_a.len(), from.1 + middle_b.len());
    found.extend((0..tail).map(|k| (tail_a + k, tail_b + k)));
}

/// Dynamic programming. `best` is the worth of the best matches of the first i and j pieces, `run` of the best that
/// end with these two pieces.
fn table(a: &[Piece], b: &[Piece], at: (usize, usize), found: &mut Vec<(usize, usize)>) {
    if a.is_empty() || b.is_empty() {
        return;
    }
    let wide = b.len() + 1;
    let mut best = vec![0_u32; (a.len() + 1) * wide];
    let mut run = vec![0_u32; (a.len() + 1) * wide];
    for (i, x) in (1..).zip(a) {
        for (j, y) in (1..).zip(b) {
            let here = i * wide + j;
            let before = here - wide - 1;
            let mut value = best[here - 1].max(best[here - wide]);
            if x.key == y.key {
                let joined = if run[before] > 0 {
                    run[before] + TOGETHER
                } else {
                    0
                };
                run[here] = worth(x) + best[before].max(joined);
                value = value.max(run[here]);
            }
            best[here] = value;
        }
    }
    let first = found.len();
    let (mut i, mut j) = (a.len(), b.len());
    let mut bound = false;
    while i > 0 && j > 0 {
        let here = i * wide + j;
        if run[here] > 0 && (bound || run[here] == best[here]) {
            found.push((at.0 + i - 1, at.1 + j - 1));
            let before = here - wide - 1;
            bound = run[before] > 0 && run[here] == worth(&a[i - 1]) + run[before] + TOGETHER;
            (i, j) = (i - 1, j - 1);
        } else if best[here - wide] == best[here] {
            i -= 1;
        } else {
            j -= 1;
        }
    }
    found[first..].reverse();
}

fn worth(piece: &Piece) -> u32 {
    if piece.class == Class::Mark { MARK } else { WORD }
}

/// Cuts two long stretches at pieces that each has exactly once, as far as these stand in one order.
fn cut(a: &[Piece], b: &[Piece], at: (usize, usize), found: &mut Vec<(usize, usize)>) {
    let (once_a, once_b) = (once(a), once(b));
    let mut pairs: Vec<(usize, usize)> = once_a
        .iter()
        .filter_map(|(key, &i)| Some((i?, (*once_b.get(key)?)?)))
        .collect();
    pairs.arrange();
    let mut from = (0, 0);
    for (i, j) in ascending(&pairs) {
        within(
            &a[from.0..i],
            &b[from.1..j],
            (at.0 + from.0, at.1 + from.1),
            false,
            found,
        );
        found.push((at.0 + i, at.1 + j));
        from = (i + 1, j + 1);
    }
    within(
        &a[from.0..],
        &b[from.1..],
        (at.0 + from.0, at.1 + from.1),
        false,
        found,
    );
}

/// Where each piece stands that is there exactly once; `None` for others.
fn once(pieces: &[Piece]) -> Map<u64, Option<usize>> {
    let mut places = Map::new();
    for (at, piece) in pieces.iter().enumerate() {
        let mut new = false;
        let place = places.entry(piece.key).or_insert_with(|| {
            new = true;
            Some(at)
        });
        if !new {
            *place = None;
        }
    }
    places
}

/// The longest ascending part of pairs that are sorted by their first number.
fn ascending(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut tops: Vec<usize> = Vec::new();
    let mut before = vec![usize::MAX; pairs.len()];
    for (at, pair) in pairs.iter().enumerate() {
        let level = tops.partition_point(|&top| pairs[top].1 < pair.1);
        if level > 0 {
            before[at] = tops[level - 1];
        }
        if level == tops.len() {
            tops.push(at);
        } else {
            tops[level] = at;
        }
    }
    let mut chain = Vec::with_capacity(tops.len());
    let mut at = tops.last().copied().unwrap_or(usize::MAX);
    while let Some(&pair) = pairs.get(at) {
        chain.push(pair);
        at = before[at];
    }
    chain.reverse();
    chain
}
