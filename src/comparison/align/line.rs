//! A sentence as the aligner sees it: what it is compared by, prepared once an article.

use crate::article::document::BlockKind;
use crate::article::segment::{Token, TokenKind};
use crate::comparison::diff::{self, Class};
use crate::knowledge::lexicon::Table;
use crate::text::{fold, shingles};

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
    /// Each distinct word once, by key, with its weight (how rare it is, times how often it stands here).
    pub(super) bag: Vec<(u64, f32)>,
    /// Euclidean length of the weights.
    pub(super) norm: f32,
    /// Sum of the weights: how much it says.
    pub(super) mass: f32,
    /// Hashes of all runs of four characters of the folded words, sorted.
    pub(super) grams: Vec<u32>,
    /// Keys of numbers, sorted.
    pub(super) numbers: Vec<u64>,
    /// Hash of all words: equal for units that only style parts.
    pub(super) exact: u64,
}

/// Weight of a word that no table lists: a little more than the rarest listed word (7.3).
const UNLISTED: f32 = 8.0;

/// Characters of a run: words that differ only in their ending share most.
const GRAM: usize = 4;

impl Line {
    /// Prepares a unit. `frequencies` tells how rare a word is; two articles are too few to count it in them.
    pub fn new(unit: &Unit<'_>, frequencies: &Table) -> Self {
        let mut words = Vec::with_capacity(unit.tokens.len());
        let mut bag = Vec::with_capacity(unit.tokens.len());
        let mut numbers = Vec::new();
        let mut characters = Vec::new();
        for token in unit.tokens {
            let word = token.span.of(unit.text);
            if diff::class(word, token.kind) == Class::Mark {
                continue;
            }
            let key = diff::key(word, token.kind);
            let folded = fold::word(word);
            words.push(key);
            bag.push((key, rarity(&folded, token.kind, frequencies)));
            if token.kind == TokenKind::Number {
                numbers.push(key);
            }
            characters.extend(folded.chars());
            characters.push(' ');
        }
        numbers.sort_unstable();
        Self::from_parts(unit.kind, words, bag, numbers, grams(&characters))
    }

    /// Several lines as one, as when one side splits what the other has in one sentence.
    pub(super) fn joined(lines: &[&Line]) -> Self {
        let kind = lines.first().map_or(BlockKind::Paragraph, |line| line.kind);
        let sorted = |mut numbers: Vec<u64>| {
            numbers.sort_unstable();
            numbers
        };
        let mut grams: Vec<u32> = lines.iter().flat_map(|line| line.grams.iter().copied()).collect();
        grams.sort_unstable();
        Self::from_parts(
            kind,
            lines.iter().flat_map(|line| line.words.iter().copied()).collect(),
            lines.iter().flat_map(|line| line.bag.iter().copied()).collect(),
            sorted(
                lines
                    .iter()
                    .flat_map(|line| line.numbers.iter().copied())
                    .collect(),
            ),
            grams,
        )
    }

    fn from_parts(
        kind: BlockKind,
        words: Vec<u64>,
        mut bag: Vec<(u64, f32)>,
        numbers: Vec<u64>,
        grams: Vec<u32>,
    ) -> Self {
        bag.sort_unstable_by_key(|(key, _)| *key);
        bag.dedup_by(|later, kept| {
            let same = later.0 == kept.0;
            if same {
                kept.1 += later.1;
            }
            same
        });
        let norm = bag.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
        let mass = bag.iter().map(|(_, weight)| weight).sum();
        let exact = words.iter().fold(words.len() as u64, |sum, &word| {
            shingles::mix(sum.rotate_left(9) ^ word)
        });
        Self {
            kind,
            words,
            bag,
            norm,
            mass,
            grams,
            numbers,
            exact,
        }
    }
}

/// How rare a word is: the natural logarithm of one in how many sentences of news has it.
fn rarity(folded: &str, kind: TokenKind, frequencies: &Table) -> f32 {
    match frequencies
        .get(folded)
        .and_then(|tenths| tenths.parse::<f32>().ok())
    {
        Some(tenths) => tenths / 10.0,
        // The end of a contraction is grammar, even where it is not listed.
        None if kind == TokenKind::Clitic => 1.0,
        None => UNLISTED,
    }
}

/// Hashes of all runs of four characters, sorted; a shorter text is one run.
fn grams(characters: &[char]) -> Vec<u32> {
    let hash = |run: &[char]| {
        run.iter().fold(0x811C_9DC5_u32, |sum, &c| {
            (sum ^ u32::from(c)).wrapping_mul(0x0100_0193).rotate_left(5)
        })
    };
    let mut grams: Vec<u32> = characters.windows(GRAM).map(hash).collect();
    grams.sort_unstable();
    grams
}
