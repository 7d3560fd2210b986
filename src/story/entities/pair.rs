//! Whether two names can be one person's, by their letters alone.
//!
//! ```text
//! Putin, Vladimir      | Vladimir Vladimirovich Putin     each part of the shorter has its like in the longer
//! JanDaniel Bothma     | Jan Daniel Bothma                the same letters, cut elsewhere
//! Mikhail Khordorovsky | Mikhail Khodorkovsky             letters left out, doubled or turned round
//! Pekka Orpo           | Petteri Orpo                     each has a part that the other lacks: two people
//! ```

use super::spelling::skeleton;
use crate::order::Arrange as _;

/// Parts of a name at most: alignment is quadratic, and nobody's name in the news is longer.
const PARTS: usize = 12;

/// Whether the names can be one person's: all parts of one have their like in the other, two of them at least where
/// either name has several.
pub fn same_person(a: &str, b: &str) -> bool {
    let (a, b) = (parts(a), parts(b));
    if a.is_empty() || b.is_empty() || a.len().max(b.len()) > PARTS {
        return false;
    }
    if a.concat() == b.concat() {
        return true;
    }
    let pairs = aligned(&a, &b);
    let whole = pairs == a.len().min(b.len());
    whole && (pairs > 1 || a.len() == b.len() && a.len() == 1)
}

fn parts(name: &str) -> Vec<String> {
    let parts = name.split(|c: char| c.is_whitespace() || c == ',');
    parts.map(skeleton).filter(|part| !part.is_empty()).collect()
}

/// How many parts find their like, each once, the likest first.
fn aligned(a: &[String], b: &[String]) -> usize {
    let mut likes = Vec::new();
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate() {
            likes.extend(unlike(x, y).map(|by| (by, i, j)));
        }
    }
    likes.arrange();
    let (mut left, mut right) = (vec![false; a.len()], vec![false; b.len()]);
    let mut pairs = 0;
    for (_, i, j) in likes {
        if !left[i] && !right[j] {
            (left[i], right[j]) = (true, true);
            pairs += 1;
        }
    }
    pairs
}

/// By how much two parts differ, in percent of the longer; `None` where they are not alike. An initial stands for
/// any name that begins with it, but a spelled name is likelier.
fn unlike(x: &str, y: &str) -> Option<usize> {
    const INITIAL: usize = 20;
    let (short, long) = (
        x.chars().count().min(y.chars().count()),
        x.chars().count().max(y.chars().count()),
    );
    if x == y {
        return Some(0);
    }
    if short == 1 {
        return (x.starts_with(y) || y.starts_with(x)).then_some(INITIAL);
    }
    let slips = slips(x, y);
    (slips <= allowed(long)).then(|| 100 * slips / long)
}

/// Slips of the pen that a name of so many letters bears: in fewer than four each letter tells people apart (Kim,
/// Kin), from eight on names are foreign or compound and written from hearing.
pub(super) fn allowed(letters: usize) -> usize {
    match letters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// Letters put in, left out, changed or swapped with their neighbour (optimal string alignment).
pub(in crate::story) fn slips(x: &str, y: &str) -> usize {
    let (x, y): (Vec<char>, Vec<char>) = (x.chars().collect(), y.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=y.len()).collect();
    for i in 1..=x.len() {
        let mut next = vec![i; y.len() + 1];
        for j in 1..=y.len() {
            let changed = row[j - 1] + usize::from(x[i - 1] != y[j - 1]);
            next[j] = changed.min(row[j] + 1).min(next[j - 1] + 1);
            if i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1] {
                next[j] = next[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut row, next);
    }
    row[y.len()]
}
