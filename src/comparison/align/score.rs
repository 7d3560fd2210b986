//! How alike two lines are.

use super::line::Line;

/// Weight that chance is credited with: a pair that shares one or two common words says little, however short both
/// are, so that "No details were provided." needs more than its words.
const CHANCE: f32 = 6.0;

/// What is left of a score when both sides have numbers and share none: another count is often another event.
const OTHER_NUMBERS: f32 = 0.92;

/// Below this share of common weight two lines are not looked at further: none of the true pairs of the development
/// sets that any decoder finds lies below.
const HOPELESS: f32 = 0.06;

/// How alike two lines are, 0 to 1: the mean of three measures that fail on different rewrites (endings and
/// compounds, order, common words), lowered where little is shared in all or where numbers contradict.
pub(super) fn score(a: &Line, b: &Line) -> f32 {
    let (dot, shared) = common_weight(a, b);
    let cosine = dot / (a.norm * b.norm).max(f32::MIN_POSITIVE);
    if cosine < HOPELESS {
        return 0.0;
    }
    let mean = (cosine + dice_of_grams(&a.grams, &b.grams) + dice_of_order(&a.words, &b.words)) / 3.0;
    let trust = shared / (shared + CHANCE);
    let numbers = if contradict(&a.numbers, &b.numbers) {
        OTHER_NUMBERS
    } else {
        1.0
    };
    mean * trust * numbers
}

/// The share of what `part` says that `whole` says too, 0 to 1, by weight.
pub(super) fn contained(part: &Line, whole: &Line) -> f32 {
    let (_, shared) = common_weight(part, whole);
    shared / part.mass.max(f32::MIN_POSITIVE)
}

/// The dot product of the weights of common words, and the sum of their lesser weights.
fn common_weight(a: &Line, b: &Line) -> (f32, f32) {
    let (mut i, mut j) = (0, 0);
    let (mut dot, mut shared) = (0.0, 0.0);
    while let (Some(x), Some(y)) = (a.bag.get(i), b.bag.get(j)) {
        if x.0 == y.0 {
            dot += x.1 * y.1;
            shared += x.1.min(y.1);
        }
        i += usize::from(x.0 <= y.0);
        j += usize::from(y.0 <= x.0);
    }
    (dot, shared)
}

fn dice_of_grams(a: &[u32], b: &[u32]) -> f32 {
    let (mut i, mut j, mut both) = (0, 0, 0_u32);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        both += u32::from(x == y);
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    2.0 * both as f32 / (a.len() + b.len()).max(1) as f32
}

fn dice_of_order(a: &[u64], b: &[u64]) -> f32 {
    2.0 * common_order(a, b) as f32 / (a.len() + b.len()).max(1) as f32
}

/// Words of a line that are looked at for their order; the rest of a longer one is a page without full stops.
const ORDERED: usize = 400;

/// Length of the longest common subsequence of words.
fn common_order(a: &[u64], b: &[u64]) -> u32 {
    let (a, b) = (&a[..a.len().min(ORDERED)], &b[..b.len().min(ORDERED)]);
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() <= 64 {
        in_bits(short, long)
    } else {
        in_rows(short, long)
    }
}

/// Hyyrö's bit-parallel form: one machine word holds a row of the table.
fn in_bits(short: &[u64], long: &[u64]) -> u32 {
    let mut masks: Vec<(u64, u64)> = (0..).zip(short).map(|(at, &word)| (word, 1_u64 << at)).collect();
    masks.sort_unstable();
    masks.dedup_by(|later, kept| {
        let same = later.0 == kept.0;
        if same {
            kept.1 |= later.1;
        }
        same
    });
    let mut row = u64::MAX;
    for word in long {
        if let Ok(at) = masks.binary_search_by_key(word, |(key, _)| *key) {
            let hit = row & masks[at].1;
            row = row.wrapping_add(hit) | (row & !masks[at].1);
        }
    }
    let used = if short.len() == 64 {
        u64::MAX
    } else {
        (1 << short.len()) - 1
    };
    (!row & used).count_ones()
}

fn in_rows(short: &[u64], long: &[u64]) -> u32 {
    let mut row = vec![0_u32; short.len() + 1];
    for word in long {
        let mut diagonal = 0;
        for (at, other) in (1..).zip(short) {
            let above = row[at];
            row[at] = if word == other {
                diagonal + 1
            } else {
                above.max(row[at - 1])
            };
            diagonal = above;
        }
    }
    row.last().copied().unwrap_or(0)
}

/// Whether both have numbers and share none.
fn contradict(a: &[u64], b: &[u64]) -> bool {
    !a.is_empty() && !b.is_empty() && a.iter().all(|number| b.binary_search(number).is_err())
}

#[cfg(test)]
mod tests {
    use super::{in_bits, in_rows};

    #[test]
    fn both_forms_of_the_longest_common_subsequence_agree() {
        let word = |seed: u64, at: u64| (seed * 7 + at * at * 3) % 11;
        for seed in 0..200 {
            let a: Vec<u64> = (0..seed % 65).map(|at| word(seed, at)).collect();
            let b: Vec<u64> = (0..seed * 3 % 80).map(|at| word(seed + 5, at)).collect();
            assert_eq!(in_bits(&a, &b), in_rows(&a, &b), "{a:?} {b:?}");
        }
    }
}
