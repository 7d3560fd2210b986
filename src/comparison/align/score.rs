//! How alike two lines are.

use super::line::{Content, Line, Word};

/// Weight that chance is credited with: a pair that shares one or two common words says little, however short both
/// are, so that "No details were provided." needs more than its words.
const CHANCE: f32 = 6.0;

/// What is left of a score when both sides have numbers and share none: another count is often another event.
const OTHER_NUMBERS: f32 = 0.92;

/// Below this cosine two lines are not looked at further.
const HOPELESS: f32 = 0.1;

/// Nor are they below this sum of cosine and order: with the best agreement of endings they would stay below what any
/// step accepts.
const UNPROMISING: f32 = 0.3;

/// How alike two lines are, 0 to 1: the mean of three measures that fail on different rewrites (endings and
/// compounds, order, common words), lowered where little is shared in all or where numbers contradict.
pub(super) fn score(a: &Line<'_>, b: &Line<'_>) -> f32 {
    score_from(a, b, common_weight(a.content(), b.content()), 0.0)
}

/// The score of two lines of which is known what they share; 0 as soon as it is certain to stay below `floor`.
pub(super) fn score_from(a: &Line<'_>, b: &Line<'_>, common: Shared, floor: f32) -> f32 {
    let Shared { dot, lesser, words } = common;
    let (of_a, of_b) = (a.content(), b.content());
    let cosine = dot / (of_a.norm * of_b.norm).max(f32::MIN_POSITIVE);
    if cosine < HOPELESS {
        return 0.0;
    }
    let trust = lesser / (lesser + CHANCE);
    let numbers = if contradict(&of_a.numbers, &of_b.numbers) {
        OTHER_NUMBERS
    } else {
        1.0
    };
    // The same steps in the same order for bounds and for the score, so that rounding cannot put a score above its bound.
    let whole = |grams: f32, order: f32| (cosine + grams + order) / 3.0 * trust * numbers;
    // Words in one order are no more than the words that both have: most pairs are left here.
    let most = if a.len.max(b.len) > 64 {
        a.len.min(b.len)
    } else {
        words as usize
    };
    let most = dice(most, a.len, b.len);
    if cosine + most < UNPROMISING || whole(1.0, most) < floor {
        return 0.0;
    }
    let order = dice(common_order(of_a, of_b) as usize, a.len, b.len);
    if cosine + order < UNPROMISING || whole(1.0, order) < floor {
        return 0.0;
    }
    whole(dice_of_grams(a.grams(), b.grams()), order)
}

/// Dice's coefficient of two lists of which so many items are in both.
fn dice(both: usize, a: usize, b: usize) -> f32 {
    2.0 * both as f32 / (a + b).max(1) as f32
}

/// The share of what `part` says that `whole` says too, 0 to 1, by weight.
pub(super) fn contained(part: &Line<'_>, whole: &Line<'_>) -> f32 {
    let part = part.content();
    common_weight(part, whole.content()).lesser / part.mass.max(f32::MIN_POSITIVE)
}

/// What two lines share.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shared {
    /// The dot product of the weights of common words.
    dot: f32,
    /// The sum of their lesser weights.
    lesser: f32,
    /// How many they are, of the first 64 of each line.
    words: u32,
}

impl Shared {
    /// Adds a word that both have.
    pub(super) fn add(&mut self, x: &Word, y: &Word) {
        self.dot += x.weight * y.weight;
        // `min` is a call in WebAssembly.
        self.lesser += if x.weight < y.weight { x.weight } else { y.weight };
        self.words += x.places.count_ones().min(y.places.count_ones());
    }
}

/// What two lines share, by weight.
pub(super) fn common_weight(a: &Content, b: &Content) -> Shared {
    let (mut i, mut j) = (0, 0);
    let mut common = Shared::default();
    while let (Some(x), Some(y)) = (a.bag.get(i), b.bag.get(j)) {
        if x.key == y.key {
            common.add(x, y);
        }
        i += usize::from(x.key <= y.key);
        j += usize::from(y.key <= x.key);
    }
    common
}

fn dice_of_grams(a: &[u32], b: &[u32]) -> f32 {
    let (mut i, mut j, mut both) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        both += usize::from(x == y);
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    dice(both, a.len(), b.len())
}

/// Words of a line that are looked at for their order; the rest of a longer one is a page without full stops.
const ORDERED: usize = 400;

/// Length of the longest common subsequence of words.
fn common_order(a: &Content, b: &Content) -> u32 {
    let (short, long) = if a.words.len() <= b.words.len() {
        (a, b)
    } else {
        (b, a)
    };
    if long.words.len() <= 64 {
        return in_places(&short.bag, short.words.len(), &long.bag);
    }
    if short.words.len() <= 64 {
        return in_bits(&short.bag, short.words.len(), &long.words);
    }
    let cut = |line: &Content| line.words.len().min(ORDERED);
    in_rows(&short.words[..cut(short)], &long.words[..cut(long)])
}

/// Hyyrö's bit-parallel form: one machine word holds a row of the table.
fn in_bits(short: &[Word], len: usize, long: &[u64]) -> u32 {
    let mut row = u64::MAX;
    for word in long {
        if let Ok(at) = short.binary_search_by_key(word, |word| word.key) {
            row = after(row, short[at].places);
        }
    }
    length(row, len)
}

/// The same where the longer line has no more than 64 words either: only its words that the other has are looked at.
fn in_places(short: &[Word], len: usize, long: &[Word]) -> u32 {
    let (mut places, mut both) = ([0; 64], 0_u64);
    let (mut i, mut j) = (0, 0);
    while let (Some(x), Some(y)) = (short.get(i), long.get(j)) {
        if x.key == y.key {
            both |= y.places;
            bits(y.places).for_each(|at| places[at] = x.places);
        }
        i += usize::from(x.key <= y.key);
        j += usize::from(y.key <= x.key);
    }
    length(bits(both).fold(u64::MAX, |row, at| after(row, places[at])), len)
}

/// The numbers of the bits that are set, in order.
fn bits(mut set: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let at = (set != 0).then(|| set.trailing_zeros() as usize);
        set &= set.wrapping_sub(1);
        at
    })
}

/// The row of the table after a word that stands in these places of the other line.
fn after(row: u64, places: u64) -> u64 {
    row.wrapping_add(row & places) | (row & !places)
}

/// The length of the longest common subsequence that the last row tells.
fn length(row: u64, len: usize) -> u32 {
    let used = if len == 64 { u64::MAX } else { (1 << len) - 1 };
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
    use super::{Word, in_bits, in_places, in_rows};

    #[test]
    fn all_forms_of_the_longest_common_subsequence_agree() {
        let word = |seed: u64, at: u64| (seed * 7 + at * at * 3) % 11;
        for seed in 0..200 {
            let a: Vec<u64> = (0..seed % 65).map(|at| word(seed, at)).collect();
            let b: Vec<u64> = (0..seed * 3 % 80).map(|at| word(seed + 5, at)).collect();
            let bag = |words: &[u64]| -> Vec<Word> {
                let places = |key: u64| {
                    let places = (0..).zip(words).filter(|(_, word)| **word == key);
                    places.map(|(at, _)| 1_u64 << at).sum()
                };
                let keys = (0..11).filter(|key| words.contains(key));
                keys.map(|key| Word {
                    key,
                    weight: 1.0,
                    places: places(key),
                })
                .collect()
            };
            let rows = in_rows(&a, &b);
            assert_eq!(in_bits(&bag(&a), a.len(), &b), rows, "{a:?} {b:?}");
            if b.len() <= 64 {
                assert_eq!(in_places(&bag(&a), a.len(), &bag(&b)), rows, "{a:?} {b:?}");
            }
        }
    }
}
