//! A sentence as the aligner sees it: what it is compared by.
//!
//! Most lines of two versions of a text are the same word for word, and linked by one hash. Only of the others is made
//! what a score needs, when it is first asked for.

use std::cell::{OnceCell, RefCell};

use crate::article::document::BlockKind;
use crate::article::segment::{Token, TokenKind};
use crate::comparison::diff;
use crate::knowledge::Model;
use crate::knowledge::lexicon::Table;
use crate::knowledge::model::Classes;
use crate::text::shingles::{self, HashKeyed};
use crate::text::{fold, hash};

/// A unit of text to be aligned, most often a sentence.
#[derive(Debug, Clone, Copy)]
pub struct Unit<'a> {
    /// The text that its tokens point into.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// The block it stands in.
    pub kind: BlockKind,
}

impl<'a> Unit<'a> {
    /// Its words, marks left out.
    fn words(&self) -> impl Iterator<Item = (&'a str, TokenKind)> {
        let text = self.text;
        let words = self.tokens.iter().filter(|token| token.kind != TokenKind::Mark);
        words.map(move |token| (token.span.of(text), token.kind))
    }
}

/// A unit prepared for comparison.
#[derive(Debug, Clone)]
pub struct Line<'t> {
    /// The block it stands in: units of different roles are not compared.
    pub(super) kind: BlockKind,
    /// How many words it has.
    pub(super) len: usize,
    /// Hash of all words: equal for units that only style parts.
    pub(super) exact: u64,
    /// The same with all numbers alike, where it has some: equal for "She was 91." and "She was 92.".
    pub(super) but_numbers: Option<u64>,
    // Where the rest comes from; none for lines that are joined of others.
    source: Option<(Unit<'t>, &'t Rarity<'t>)>,
    // Most lines are asked for none of these, and a text has many lines.
    content: OnceCell<Box<Content>>,
    grams: OnceCell<Vec<u32>>,
    // With what these weigh.
    matter: OnceCell<(Vec<Sense>, f32)>,
}

/// What the words of a line say.
#[derive(Debug, Clone, Default)]
pub(super) struct Content {
    /// Words as they are compared, in order, without marks.
    pub(super) words: Vec<u64>,
    /// Each distinct word once, sorted by key.
    pub(super) bag: Vec<Word>,
    /// Euclidean length of the weights.
    pub(super) norm: f32,
    /// Sum of the weights: how much it says.
    pub(super) mass: f32,
    /// Keys of numbers, sorted.
    pub(super) numbers: Vec<u64>,
}

/// Weight of a word that no table lists: a little more than the rarest listed word (7.3).
const UNLISTED: f32 = 8.0;

/// Characters of a run: words that differ only in their ending share most.
const GRAM: u32 = 4;

/// A distinct word of a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    /// What is compared.
    pub(super) key: u64,
    /// How rare it is, times how often it stands here.
    pub(super) weight: f32,
    /// Where it stands, a bit a place, among the first 64 words.
    pub(super) places: u64,
}

/// A word of sense of a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Sense {
    /// The hash of the word without its ending.
    pub(super) root: u64,
    /// How rare it is.
    pub(super) weight: f32,
    /// The class of words that stand in like places; 0 for names and numbers, and where none is known.
    pub(super) class: u16,
}

/// How rare words are, and of which class; remembers what it looked up.
#[derive(Debug)]
pub struct Rarity<'t> {
    frequencies: &'t Table,
    classes: &'t Classes,
    // By the hash of the folded word.
    known: RefCell<HashKeyed<Known>>,
}

/// What is known of a folded word.
#[derive(Debug, Clone, Copy)]
struct Known {
    /// Ten times the logarithm of its rarity, where it is listed.
    rarity: Option<u8>,
    /// The hash of it without its ending, once it was asked for.
    root: Option<u64>,
    /// Its class, likewise.
    class: Option<u16>,
}

impl<'t> Rarity<'t> {
    /// From tables of how rare the most frequent words are, and of classes; two articles are too few to count it in them.
    pub fn new(model: &'t Model) -> Self {
        Self {
            frequencies: &model.lexicon.frequencies,
            classes: &model.english.classes,
            known: RefCell::default(),
        }
    }

    /// The natural logarithm of one in how many sentences of news has the word.
    pub(super) fn of(&self, word: &str, kind: TokenKind) -> f32 {
        self.of_hashed(shingles::hash(word), word, kind)
    }

    /// The same of a word whose hash is known.
    fn of_hashed(&self, hash: u64, word: &str, kind: TokenKind) -> f32 {
        weight(self.known(hash, word, &mut self.known.borrow_mut()), kind)
    }

    fn known<'k>(&self, hash: u64, word: &str, known: &'k mut HashKeyed<Known>) -> &'k mut Known {
        known.entry(hash).or_insert_with(|| Known {
            rarity: self
                .frequencies
                .get(&fold::word(word))
                .and_then(|row| row.parse().ok()),
            root: None,
            class: None,
        })
    }

    /// A word of sense.
    fn sense(&self, word: &str, kind: TokenKind) -> Sense {
        let mut all = self.known.borrow_mut();
        let known = self.known(shingles::hash(word), word, &mut all);
        let root = *known.root.get_or_insert_with(|| diff::root(&fold::word(word)));
        let plain = kind == TokenKind::Word && !word.starts_with(char::is_uppercase);
        let class = || self.classes.of(hash::lower(&fold::word(word)))[CLASS];
        Sense {
            root,
            weight: weight(known, kind),
            class: if plain {
                *known.class.get_or_insert_with(class)
            } else {
                0
            },
        }
    }
}

/// How rare a word is, from what is known of it.
fn weight(known: &Known, kind: TokenKind) -> f32 {
    match known.rarity {
        Some(tenths) => f32::from(tenths) / 10.0,
        // The end of a contraction is grammar, even where it is not listed.
        None if kind == TokenKind::Clitic => 1.0,
        None => UNLISTED,
    }
}

/// The level of the classes: 512 of them. Finer ones part words of one meaning ("drop" and "tumble"), coarser ones join
/// what is only of one trade.
const CLASS: usize = 1;

impl<'t> Line<'t> {
    /// Prepares a unit.
    pub fn new(unit: Unit<'t>, rarity: &'t Rarity<'t>) -> Self {
        let len = unit.words().count();
        // As it is, and with all numbers alike.
        let (mut exact, mut but_numbers) = (len as u64, None);
        for (word, kind) in unit.words() {
            let (key, number) = (diff::key(word, kind), kind == TokenKind::Number);
            // Up to the first number both are the same.
            let masked = but_numbers.or(number.then_some(exact));
            but_numbers = masked.map(|sum| next(sum, if number { 0 } else { key }));
            exact = next(exact, key);
        }
        Self {
            kind: unit.kind,
            len,
            exact,
            but_numbers,
            source: Some((unit, rarity)),
            content: OnceCell::new(),
            grams: OnceCell::new(),
            matter: OnceCell::new(),
        }
    }

    /// How many words it has.
    pub(in crate::comparison) fn words(&self) -> usize {
        self.len
    }

    /// What its words say.
    pub(super) fn content(&self) -> &Content {
        self.content.get_or_init(|| {
            self.source
                .map_or_else(Box::default, |(unit, rarity)| Box::new(read(&unit, rarity)))
        })
    }

    /// Whether it says so much at least. The first words of most lines answer for all.
    pub(super) fn says(&self, mass: f32) -> bool {
        // In another order sums of weights differ in their last digits.
        const ROUNDED: f32 = 1.001;
        let Some((unit, rarity)) = self.source else {
            return self.content().mass >= mass;
        };
        let mut sum = 0.0;
        unit.words().any(|(word, kind)| {
            sum += rarity.of(word, kind);
            sum > mass * ROUNDED
        }) || sum * ROUNDED > mass && self.content().mass >= mass
    }

    /// Hashes of all runs of four characters of the folded words, sorted.
    pub(super) fn grams(&self) -> &[u32] {
        self.grams
            .get_or_init(|| self.source.map_or_else(Vec::new, |(unit, _)| grams(&unit)))
    }

    /// What it speaks of: its words of sense, each once, by the hash of what is left without its ending. Nothing where it is joined of others.
    pub(super) fn matter(&self) -> &[Sense] {
        &self.sense().0
    }

    /// How much that is, by weight.
    pub(super) fn telling(&self) -> f32 {
        self.sense().1
    }

    fn sense(&self) -> &(Vec<Sense>, f32) {
        self.matter.get_or_init(|| {
            let words = self
                .source
                .map_or_else(Vec::new, |(unit, rarity)| matter(&unit, rarity));
            let weight = words.iter().map(|word| word.weight).sum();
            (words, weight)
        })
    }

    /// Several lines as one, as when one side splits what the other has in one sentence.
    pub(super) fn joined(lines: &[&Self]) -> Self {
        let all = || lines.iter().map(|line| line.content());
        let mut bag = Vec::new();
        let mut before = 0;
        for line in all() {
            bag.extend(line.bag.iter().map(|word| Word {
                places: if before < 64 { word.places << before } else { 0 },
                ..*word
            }));
            before += line.words.len();
        }
        let mut grams: Vec<u32> = lines.iter().flat_map(|line| line.grams()).copied().collect();
        grams.sort_unstable();
        let mut numbers: Vec<u64> = all().flat_map(|line| &line.numbers).copied().collect();
        numbers.sort_unstable();
        let words: Vec<u64> = all().flat_map(|line| &line.words).copied().collect();
        Self {
            kind: lines.first().map_or(BlockKind::Paragraph, |line| line.kind),
            len: words.len(),
            exact: words
                .iter()
                .fold(words.len() as u64, |sum, &word| next(sum, word)),
            but_numbers: None,
            source: None,
            content: OnceCell::from(Box::new(Content::new(words, &bag, numbers))),
            grams: OnceCell::from(grams),
            matter: OnceCell::new(),
        }
    }
}

impl Content {
    fn new(words: Vec<u64>, bag: &[Word], numbers: Vec<u64>) -> Self {
        let mut bag = in_order(bag, |word| word.key);
        bag.dedup_by(|later, kept| {
            let same = later.key == kept.key;
            if same {
                kept.weight += later.weight;
                kept.places |= later.places;
            }
            same
        });
        let norm = bag
            .iter()
            .map(|word| word.weight * word.weight)
            .sum::<f32>()
            .sqrt();
        let mass = bag.iter().map(|word| word.weight).sum();
        Self {
            words,
            bag,
            norm,
            mass,
            numbers,
        }
    }
}

fn read(unit: &Unit<'_>, rarity: &Rarity<'_>) -> Content {
    let mut words = Vec::with_capacity(unit.tokens.len());
    let mut bag = Vec::with_capacity(unit.tokens.len());
    let mut numbers = Vec::new();
    for (word, kind) in unit.words() {
        let hash = shingles::hash(word);
        let key = diff::key_of(word, kind, || hash);
        bag.push(Word {
            key,
            weight: rarity.of_hashed(hash, word, kind),
            places: place(words.len()),
        });
        words.push(key);
        if kind == TokenKind::Number {
            numbers.push(key);
        }
    }
    numbers.sort_unstable();
    Content::new(words, &bag, numbers)
}

fn matter(unit: &Unit<'_>, rarity: &Rarity<'_>) -> Vec<Sense> {
    let sense = diff::content(unit.text, unit.tokens).map(|(word, kind)| rarity.sense(word, kind));
    let mut words = in_order(&sense.collect::<Vec<_>>(), |word| word.root);
    words.dedup_by_key(|word| word.root);
    words
}

/// Items by their keys, those with one key as they came. Quicker for few than [`Arrange`](crate::order::Arrange), which calls for each comparison.
fn in_order<T: Copy>(items: &[T], key: impl Fn(&T) -> u64) -> Vec<T> {
    let mut order: Vec<(u64, u32)> = items.iter().map(key).zip(0..).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, at)| items[at as usize]).collect()
}

/// The hash of words with one more.
fn next(sum: u64, word: u64) -> u64 {
    shingles::mix(sum.rotate_left(9) ^ word)
}

/// The bit of a place; none beyond the 64th.
fn place(at: usize) -> u64 {
    if at < 64 { 1 << at } else { 0 }
}

/// Hashes of all runs of four characters of the folded words, a space behind each, sorted.
fn grams(unit: &Unit<'_>) -> Vec<u32> {
    // Of characters beyond the basic plane a part is left out.
    let mut folded: Vec<u16> = Vec::with_capacity(8 * unit.tokens.len());
    for (word, _) in unit.words() {
        let plain = |byte: u8| fold::PLAIN[usize::from(byte)];
        if word.bytes().all(|byte| plain(byte) != 0) {
            folded.extend(word.bytes().map(|byte| u16::from(plain(byte))));
        } else {
            folded.extend(fold::word(word).chars().map(|c| u32::from(c) as u16));
        }
        folded.push(u16::from(b' '));
    }
    // The last four characters, the last one in the lowest bits.
    let mut run = 0_u64;
    let runs = folded.iter().map(|&c| {
        run = run << (u64::BITS / GRAM) | u64::from(c);
        (run.wrapping_mul(shingles::BASE) >> 32) as u32
    });
    sorted(&runs.collect::<Vec<_>>()[folded.len().min(GRAM as usize - 1)..])
}

/// Hashes in order: of a sentence, put in buckets by their first bits, where they hardly need sorting.
fn sorted(hashes: &[u32]) -> Vec<u32> {
    const BUCKETS: usize = 256;
    // Of a page without full stops a bucket has too many.
    const SENTENCE: usize = 4 * BUCKETS;
    if hashes.len() > SENTENCE {
        let mut sorted = hashes.to_vec();
        sorted.sort_unstable();
        return sorted;
    }
    let bucket = |hash: u32| (hash >> 24) as usize;
    let mut ends = [0_u16; BUCKETS];
    for &hash in hashes {
        ends[bucket(hash)] += 1;
    }
    let mut sum = 0;
    for end in &mut ends {
        // As yet where it begins.
        sum += std::mem::replace(end, sum);
    }
    let mut sorted = vec![0; hashes.len()];
    for &hash in hashes {
        let end = &mut ends[bucket(hash)];
        sorted[usize::from(*end)] = hash;
        *end += 1;
    }
    for at in 1..sorted.len() {
        let hash = sorted[at];
        let mut to = at;
        while to > 0 && sorted[to - 1] > hash {
            sorted[to] = sorted[to - 1];
            to -= 1;
        }
        sorted[to] = hash;
    }
    sorted
}
