//! A sentence as the aligner sees it: what it is compared by, prepared once an article.

use std::cell::OnceCell;

use crate::article::document::BlockKind;
use crate::article::segment::{Token, TokenKind};
use crate::comparison::diff::{self, Class, Piece};
use crate::knowledge::lexicon::Table;
use crate::text::shingles::{self, HashKeyed};
use crate::text::{Span, fold};

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

/// A unit prepared for comparison.
#[derive(Debug, Clone)]
pub struct Line {
    /// The block it stands in: units of different roles are not compared.
    pub(super) kind: BlockKind,
    /// Words as they are compared, in order, without marks.
    pub(super) words: Vec<u64>,
    /// Each distinct word once, sorted by key.
    pub(super) bag: Vec<Word>,
    /// Euclidean length of the weights.
    pub(super) norm: f32,
    /// Sum of the weights: how much it says.
    pub(super) mass: f32,
    // The folded words, a space behind each.
    letters: String,
    // Made when first asked for: most lines of two versions are the same and never scored.
    grams: OnceCell<Vec<u32>>,
    /// Keys of numbers, sorted.
    pub(super) numbers: Vec<u64>,
    /// Hash of all words: equal for units that only style parts.
    pub(super) exact: u64,
}

/// Weight of a word that no table lists: a little more than the rarest listed word (7.3).
const UNLISTED: f32 = 8.0;

/// Characters of a run: words that differ only in their ending share most.
const GRAM: usize = 4;

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

/// How rare words are; remembers what it looked up.
#[derive(Debug)]
pub struct Rarity<'t> {
    frequencies: &'t Table,
    known: HashKeyed<f32>,
}

impl<'t> Rarity<'t> {
    /// From a table of how rare the most frequent words are; two articles are too few to count it in them.
    pub fn new(frequencies: &'t Table) -> Self {
        Self {
            frequencies,
            known: HashKeyed::default(),
        }
    }

    /// The natural logarithm of one in how many sentences of news has the word.
    fn of(&mut self, key: u64, folded: &str, kind: TokenKind) -> f32 {
        let listed = || self.frequencies.get(folded)?.parse::<f32>().ok();
        *self.known.entry(key).or_insert_with(|| match listed() {
            Some(tenths) => tenths / 10.0,
            // The end of a contraction is grammar, even where it is not listed.
            None if kind == TokenKind::Clitic => 1.0,
            None => UNLISTED,
        })
    }
}

impl Line {
    /// Prepares a unit.
    pub fn new(unit: &Unit<'_>, rarity: &mut Rarity<'_>) -> Self {
        let first = unit.tokens.first().map_or(0, |token| token.span.start());
        let last = unit.tokens.last().map_or(first, |token| token.span.end());
        let pieces: Vec<Piece> = diff::pieces(unit.text, Span::new(first, last), unit.tokens).collect();
        Self::from_pieces(unit, &pieces, rarity)
    }

    /// Prepares a unit whose tokens are pieces already.
    pub(super) fn from_pieces(unit: &Unit<'_>, pieces: &[Piece], rarity: &mut Rarity<'_>) -> Self {
        let mut words = Vec::with_capacity(pieces.len());
        let mut bag = Vec::with_capacity(pieces.len());
        let mut numbers = Vec::new();
        let mut letters = String::with_capacity(8 * pieces.len());
        for (token, piece) in unit.tokens.iter().zip(pieces) {
            if piece.class == Class::Mark {
                continue;
            }
            let key = piece.key;
            let folded = fold::word(token.span.of(unit.text));
            bag.push(Word {
                key,
                weight: rarity.of(key, &folded, token.kind),
                places: place(words.len()),
            });
            words.push(key);
            if token.kind == TokenKind::Number {
                numbers.push(key);
            }
            letters.push_str(&folded);
            letters.push(' ');
        }
        numbers.sort_unstable();
        letters.shrink_to_fit();
        Self::from_parts(unit.kind, words, &bag, numbers, letters, OnceCell::new())
    }

    /// Hashes of all runs of four characters of the folded words, sorted.
    pub(super) fn grams(&self) -> &[u32] {
        self.grams.get_or_init(|| grams(&self.letters))
    }

    /// Several lines as one, as when one side splits what the other has in one sentence.
    pub(super) fn joined(lines: &[&Line]) -> Self {
        let kind = lines.first().map_or(BlockKind::Paragraph, |line| line.kind);
        let mut bag = Vec::new();
        let mut before = 0;
        for line in lines {
            bag.extend(line.bag.iter().map(|word| Word {
                places: if before < 64 { word.places << before } else { 0 },
                ..*word
            }));
            before += line.words.len();
        }
        let mut grams: Vec<u32> = lines
            .iter()
            .flat_map(|line| line.grams().iter().copied())
            .collect();
        grams.sort_unstable();
        let mut numbers: Vec<u64> = lines
            .iter()
            .flat_map(|line| line.numbers.iter().copied())
            .collect();
        numbers.sort_unstable();
        let words = lines.iter().flat_map(|line| line.words.iter().copied()).collect();
        Self::from_parts(kind, words, &bag, numbers, String::new(), OnceCell::from(grams))
    }

    fn from_parts(
        kind: BlockKind,
        words: Vec<u64>,
        bag: &[Word],
        numbers: Vec<u64>,
        letters: String,
        grams: OnceCell<Vec<u32>>,
    ) -> Self {
        let mut order: Vec<(u64, u32)> = bag.iter().map(|word| word.key).zip(0..).collect();
        order.sort_unstable();
        let mut bag: Vec<Word> = order.into_iter().map(|(_, at)| bag[at as usize]).collect();
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
        let exact = words.iter().fold(words.len() as u64, |sum, &word| {
            shingles::mix(sum.rotate_left(9) ^ word)
        });
        Self {
            kind,
            words,
            bag,
            norm,
            mass,
            letters,
            grams,
            numbers,
            exact,
        }
    }
}

/// The bit of a place; none beyond the 64th.
fn place(at: usize) -> u64 {
    if at < 64 { 1 << at } else { 0 }
}

/// Hashes of all runs of four characters, sorted; a shorter text is one run.
fn grams(letters: &str) -> Vec<u32> {
    let characters: Vec<char> = letters.chars().collect();
    let hash = |run: &[char]| {
        run.iter().fold(0x811C_9DC5_u32, |sum, &c| {
            (sum ^ u32::from(c)).wrapping_mul(0x0100_0193).rotate_left(5)
        })
    };
    let mut grams: Vec<u32> = characters.windows(GRAM).map(hash).collect();
    grams.sort_unstable();
    grams
}
