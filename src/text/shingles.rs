//! Runs of words that two texts share: how much of one is in the other, and whether that is more than chance.
//!
//! Words are compared folded ([`fold::word`]), marks are left out: an edited quotation mark or comma parts nothing.
//! Hashes have no seed and 64 bits everywhere, so that every machine comes to the same result.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::fold;

/// Words of a shingle whose share tells how much of a text is in another: long enough that two texts on one topic
/// share few, short enough that light editing leaves most.
pub const CONTAINMENT_WORDS: usize = 3;

/// Words of a shingle that finds the pairs worth a closer look: fixed phrases of five words are rare.
pub const POSTING_WORDS: usize = 5;

/// Places of one shingle in one text that are looked at. A refrain that comes back more often than that tells
/// nothing about a longest run, and the cap keeps the work linear.
const PLACES: usize = 16;

/// The hash of a word as it is compared: FNV-1a with 64 bits over the folded word, then mixed.
pub fn hash(word: &str) -> u64 {
    let folded = fold::word(word);
    let sum = folded.bytes().fold(0xCBF2_9CE4_8422_2325_u64, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    });
    mix(sum)
}

/// Spreads a sum over all bits (the finaliser of `SplitMix64`), so that low bits can number buckets.
pub fn mix(sum: u64) -> u64 {
    let sum = (sum ^ (sum >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let sum = (sum ^ (sum >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    sum ^ (sum >> 31)
}

/// A map whose keys are hashes already.
pub type HashKeyed<V> = HashMap<u64, V, BuildHasherDefault<Plain>>;

/// Takes a hash for what it is. Only for keys that [`mix`] has spread.
#[derive(Debug, Default, Clone, Copy)]
pub struct Plain(u64);

impl Hasher for Plain {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = mix(self.0 ^ u64::from(byte));
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

/// A text as the words that are compared, ready to be held against others.
#[derive(Debug, Clone, Default)]
pub struct Words {
    hashes: Vec<u64>,
    // Invariant: sorted, each once.
    shingles: Vec<u64>,
}

impl Words {
    /// The words among these tokens: whatever holds a letter or a digit.
    pub fn new<'a>(tokens: impl IntoIterator<Item = &'a str>) -> Self {
        let is_word = |token: &&str| token.chars().any(char::is_alphanumeric);
        let hashes: Vec<u64> = tokens.into_iter().filter(is_word).map(hash).collect();
        let mut shingles: Vec<u64> = shingles(&hashes, CONTAINMENT_WORDS).collect();
        shingles.sort_unstable();
        shingles.dedup();
        Self { hashes, shingles }
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.hashes.len()
    }

    /// Whether it has no word.
    pub fn is_empty(&self) -> bool {
        self.hashes.is_empty()
    }

    /// The hashes of its words, in order.
    pub fn hashes(&self) -> &[u64] {
        &self.hashes
    }

    /// The hashes of its shingles of [`POSTING_WORDS`], each once, sorted.
    pub fn postings(&self) -> Vec<u64> {
        let mut postings: Vec<u64> = shingles(&self.hashes, POSTING_WORDS).collect();
        postings.sort_unstable();
        postings.dedup();
        postings
    }
}

/// The hash of each run of `n` words, in order.
fn shingles(words: &[u64], n: usize) -> impl Iterator<Item = u64> {
    words.windows(n).map(move |run| {
        run.iter()
            .fold(n as u64, |sum, &word| mix(sum.rotate_left(7) ^ word))
    })
}

/// What two texts share.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Overlap {
    /// Share of a's distinct word trigrams that b has, 0 to 1.
    pub a_in_b: f32,
    /// Share of b's distinct word trigrams that a has, 0 to 1.
    pub b_in_a: f32,
    /// How many distinct word trigrams both have.
    pub shared: u32,
    /// Words of the longest run that both have.
    pub longest_run: u32,
}

/// Share of the shorter text's trigrams, smoothed by [`SMOOTHING`], from which two texts are related. Of 28,000 pairs
/// of news articles drawn at random (Groningen Meaning Bank, `PolNeAR`) the highest share is .118 before smoothing and
/// 99.9 % stay below .05; the least similar of 189 news articles in two levels of difficulty (`OneStopEnglish`) share
/// .24, and rewritten agency copy keeps 20 to 90 percent.
const RELATED_SHARE: f32 = 0.12;

/// Trigrams that the shorter text is credited with: in a text of thirty words four shared trigrams are chance.
const SMOOTHING: f32 = 20.0;

/// Words of a shared run that alone make two texts related, however long they are: a whole sentence of news. Stock
/// phrases end before ("spoke on condition of anonymity because he was not authorized to speak publicly about the
/// matter" has 16); the longest in 28,000 random pairs that was not a quotation of one speech has 13.
const RELATED_RUN: u32 = 20;

/// From this share on a single run is no phrase inside a text but most of the text: two captions, two flashes.
const MOSTLY: f32 = 0.4;

impl Overlap {
    /// The document gate: whether two texts share enough to be collated. One phrase of office or of the trade ("said in
    /// his nightly address") is not enough, so below a whole sentence the longest run does not count towards the share.
    pub fn is_related(&self) -> bool {
        if (self.longest_run as usize) < POSTING_WORDS {
            return false;
        }
        let shorter = self.shared as f32 / self.a_in_b.max(self.b_in_a);
        let share = |shared: u32| shared as f32 / (shorter + SMOOTHING);
        let in_run = self.longest_run - (CONTAINMENT_WORDS as u32 - 1);
        self.longest_run >= RELATED_RUN
            || self.a_in_b.max(self.b_in_a) >= MOSTLY
            || share(self.shared.saturating_sub(in_run)) >= RELATED_SHARE
    }
}

/// Whether two texts share enough to be collated: the one gate, for articles of a drop and for lending dates.
pub fn is_related(a: &Words, b: &Words) -> bool {
    overlap(a, b).is_related()
}

/// Measures what two texts share. Near-linear in their length.
pub fn overlap(a: &Words, b: &Words) -> Overlap {
    let shared = shared(&a.shingles, &b.shingles);
    let share = |of: usize| if of == 0 { 0.0 } else { shared as f32 / of as f32 };
    Overlap {
        a_in_b: share(a.shingles.len()),
        b_in_a: share(b.shingles.len()),
        shared: shared as u32,
        longest_run: longest_run(&a.hashes, &b.hashes).len as u32,
    }
}

/// How many values two sorted lists of distinct values share.
fn shared(mut a: &[u64], mut b: &[u64]) -> usize {
    let mut count = 0;
    while let (Some(x), Some(y)) = (a.first(), b.first()) {
        count += usize::from(x == y);
        if x <= y {
            a = &a[1..];
        }
        if y <= x {
            b = &b[1..];
        }
    }
    count
}

/// A run of words that two texts share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Run {
    /// Index of its first word in the first text.
    pub a: usize,
    /// Index of its first word in the second text.
    pub b: usize,
    /// Its words.
    pub len: usize,
}

/// The longest run of words that both have; of several the one that begins first in `b`.
///
/// Shingles of five words give the places to try. At each only a run longer than the best so far is of interest, and
/// sums over all prefixes tell in constant time whether there is one; so the work is linear, whatever is repeated.
pub fn longest_run(a: &[u64], b: &[u64]) -> Run {
    (1..=POSTING_WORDS)
        .rev()
        .map(|n| longest_from(a, b, n))
        .find(|run| run.len > 0)
        .unwrap_or_default()
}

/// The longest shared run of at least `n` words.
fn longest_from(a: &[u64], b: &[u64], n: usize) -> Run {
    let places = Places::new(a, n);
    let (sums_a, sums_b) = (Sums::new(a), Sums::new(b));
    let mut best = Run::default();
    for (at_b, shingle) in shingles(b, n).enumerate() {
        for at_a in places.of(shingle) {
            let wanted = (best.len + 1).max(n);
            let fits = at_a + wanted <= a.len() && at_b + wanted <= b.len();
            if fits && sums_a.of(at_a, wanted) == sums_b.of(at_b, wanted) {
                let len = common_prefix(&a[at_a..], &b[at_b..]);
                if len > best.len {
                    best = Run {
                        a: at_a,
                        b: at_b,
                        len,
                    };
                }
            }
        }
    }
    best
}

/// Where each shingle of a text stands.
struct Places {
    first: HashKeyed<u32>,
    // For each place the next one of the same shingle; `END` behind the last.
    next: Vec<u32>,
}

const END: u32 = u32::MAX;

impl Places {
    fn new(words: &[u64], n: usize) -> Self {
        let shingles: Vec<u64> = shingles(words, n).collect();
        let mut first = HashKeyed::with_capacity_and_hasher(shingles.len(), BuildHasherDefault::default());
        let mut next = vec![END; shingles.len()];
        // From the back, so that each list begins with its first place.
        for (at, &shingle) in shingles.iter().enumerate().rev() {
            next[at] = first.insert(shingle, at as u32).unwrap_or(END);
        }
        Self { first, next }
    }

    /// The first places of a shingle, in order, at most [`PLACES`].
    fn of(&self, shingle: u64) -> impl Iterator<Item = usize> {
        let following = |&at: &u32| Some(self.next[at as usize]).filter(|&next| next != END);
        let places = std::iter::successors(self.first.get(&shingle).copied(), following);
        places.take(PLACES).map(|at| at as usize)
    }
}

fn common_prefix(a: &[u64], b: &[u64]) -> usize {
    a.iter().zip(b).take_while(|(x, y)| x == y).count()
}

/// Polynomial sums of all prefixes, from which the sum of any run follows in constant time.
struct Sums {
    prefix: Vec<u64>,
    power: Vec<u64>,
}

/// An odd multiplier without structure: the golden ratio in 64 bits.
const BASE: u64 = 0x9E37_79B9_7F4A_7C15;

impl Sums {
    fn new(words: &[u64]) -> Self {
        let mut prefix = Vec::with_capacity(words.len() + 1);
        let mut power = Vec::with_capacity(words.len() + 1);
        let (mut sum, mut factor) = (0_u64, 1_u64);
        prefix.push(sum);
        power.push(factor);
        for &word in words {
            sum = sum.wrapping_mul(BASE).wrapping_add(word);
            factor = factor.wrapping_mul(BASE);
            prefix.push(sum);
            power.push(factor);
        }
        Self { prefix, power }
    }

    fn of(&self, start: usize, len: usize) -> u64 {
        self.prefix[start + len].wrapping_sub(self.prefix[start].wrapping_mul(self.power[len]))
    }
}
