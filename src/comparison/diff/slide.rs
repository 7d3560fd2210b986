//! Gaps slid to natural borders.
//!
//! ```text
//! a            The minister, a lawyer, resigned.
//! b            The minister, a lawyer, a former judge, resigned.
//! as found     The minister, a lawyer{+, a former judge+}, resigned.      (one piece further right is as short)
//! slid         The minister, a lawyer, {+a former judge,+} resigned.
//! ```

use super::pieces::{Class, Piece};

/// How far a gap is slid: a clause. Longer repetitions have no better border further on.
const REACH: usize = 24;

/// Slides every gap that only one side fills.
pub(super) fn slide(matches: &mut [(usize, usize)], a: &[Piece], b: &[Piece]) {
    for right in 1..matches.len() {
        let (before, after) = (matches[right - 1], matches[right]);
        let (only_a, only_b) = (after.0 - before.0 - 1, after.1 - before.1 - 1);
        if only_a == 0 && only_b > 0 {
            let moved = best_shift(matches, right, b, |pair| pair.1, only_b);
            apply(
                matches,
                right,
                moved,
                |pair, by| pair.1 = pair.1.wrapping_add_signed(by),
                only_b,
            );
        } else if only_b == 0 && only_a > 0 {
            let moved = best_shift(matches, right, a, |pair| pair.0, only_a);
            apply(
                matches,
                right,
                moved,
                |pair, by| pair.0 = pair.0.wrapping_add_signed(by),
                only_a,
            );
        }
    }
}

/// By how many pieces the gap before match `right` is best slid; negative to the left. Of equal borders the place
/// where it was found wins, then the one further left.
fn best_shift(
    matches: &[(usize, usize)],
    right: usize,
    filled: &[Piece],
    of: impl Fn(&(usize, usize)) -> usize,
    len: usize,
) -> isize {
    let unbroken = |at: usize, next: usize| {
        let (x, y) = (matches[at], matches[next]);
        x.0 + 1 == y.0 && x.1 + 1 == y.1
    };
    let start = of(&matches[right - 1]) + 1;
    let border = |start: usize| strength(filled, start) + strength(filled, start + len);
    let mut best = (border(start), 0_isize);
    for by in 1..=REACH.min(right) {
        let same = filled[start - by].key == filled[start - by + len].key;
        if !same || (by > 1 && !unbroken(right - by, right - by + 1)) {
            break;
        }
        if border(start - by) > best.0 {
            best = (border(start - by), -(by as isize));
        }
    }
    for by in 1..=REACH.min(matches.len() - right) {
        let same = filled[start + by - 1].key == filled[start + by - 1 + len].key;
        if !same || (by > 1 && !unbroken(right + by - 2, right + by - 1)) {
            break;
        }
        if border(start + by) > best.0 {
            best = (border(start + by), by as isize);
        }
    }
    best.1
}

fn apply(
    matches: &mut [(usize, usize)],
    right: usize,
    moved: isize,
    shift: impl Fn(&mut (usize, usize), isize),
    len: usize,
) {
    let by = moved.unsigned_abs();
    if moved < 0 {
        for pair in &mut matches[right - by..right] {
            shift(pair, len as isize);
        }
    } else {
        for pair in &mut matches[right..right + by] {
            shift(pair, -(len as isize));
        }
    }
}

/// How natural the border before piece `at` is: the end of a sentence, of a clause, the head of a phrase.
fn strength(pieces: &[Piece], at: usize) -> u32 {
    let (Some(left), Some(right)) = (at.checked_sub(1).and_then(|at| pieces.get(at)), pieces.get(at)) else {
        return 4;
    };
    match (left.class, right.class) {
        _ if left.closes => 4,
        (Class::Mark, _) => 3,
        (_, Class::Mark) => 2,
        (Class::Content, Class::Function) => 1,
        _ => 0,
    }
}
