//! Which sentences of two articles are about one thing, however each words it: by the words that no other sentence has.
//!
//! How rare a word is in news at large says little here. A word that one sentence of either article has ties these two,
//! and one that every fourth has ties nothing: an article repeats what it is about.

use super::super::pair::{Word, per_side};
use super::elsewhere::{Line, Room, both, holders, near, of};
use crate::article::segment::TokenKind;
use crate::order::Arrange as _;
use crate::text::shingles;

/// The log odds that two sentences are about one thing where they share nothing.
///
/// This and the following weights are those of a logistic regression over the 6,700 pairs of sentences of five sets of
/// labelled stories (sixth, eighth to eleventh) that share a word and are linked by nothing else: a pair is right where a
/// label joins words of both. With the stories of every sixth held back in turn the average precision is .585, that of what
/// they share by general rarity .39. A pair that no label joins is often right too: what agrees has no label.
const NOTHING: f32 = -3.88;

/// What the cosine of both by rarity adds.
const ALIKE: f32 = 4.74;

/// What each word adds, up to three, that both have and no other sentence of either article, and that is no name.
const ONCE: f32 = 0.59;

/// What each adds, up to four, whose holders make no more than four pairs.
const SELDOM: f32 = 0.66;

/// What each adds, up to six, that is no name, no number and none that all stories have.
const PLAIN: f32 = 0.26;

/// What each number of three signs and more adds, up to two, whose holders make no more than two pairs.
const NUMBER: f32 = 1.57;

/// What is lost for each of both that is linked to another sentence.
const TAKEN: f32 = 1.67;

/// What a link of their neighbours adds.
const BESIDE: f32 = 1.44;

/// From these odds on, where at least one of both has no better partner, they are taken to be about one thing: of the pairs
/// above 61 % are joined by a label.
const ENOUGH: f32 = -0.7;

/// Letters of a word that stand for it: "resigned" and "resignation" are about one thing.
const START: usize = 5;

/// What stands for a word; 0 for what has no sense of its own.
pub(super) fn key(word: &Word<'_>, stem: u64) -> u64 {
    let long = word.kind == TokenKind::Word && word.fold.chars().all(char::is_alphabetic);
    let mut letters = word.fold.char_indices().skip(START);
    match letters.next() {
        Some((end, _)) if stem != 0 && long => shingles::hash_folded(&word.fold[..end]),
        _ => stem,
    }
}

/// How the words of a text are spread over its sentences.
pub(super) struct Spread {
    // Each word with each sentence that has it, sorted.
    holders: Vec<(u64, usize)>,
    // How much a word says that so many sentences have.
    rarity: Vec<f32>,
}

impl Spread {
    pub(super) fn new(lines: &[Line<'_>]) -> Self {
        // The logarithm of how many have it, as a sum: every machine adds alike.
        let mut rarity = vec![0.0; lines.len() + 1];
        for count in (0..lines.len()).rev() {
            rarity[count] = rarity[count + 1] + 1.0 / (count + 2) as f32;
        }
        Self {
            holders: holders(lines, |line| &line.all),
            rarity,
        }
    }

    /// The sentences that have a word, each as the word and its place.
    fn holders(&self, key: u64) -> &[(u64, usize)] {
        of(&self.holders, key)
    }

    /// How much a sentence says.
    fn mass(&self, line: &Line<'_>) -> f32 {
        let counts = line.all.iter().map(|&key| self.holders(key).len());
        counts.map(|count| self.rarity[count]).sum()
    }
}

/// Two sentences that are about one thing.
pub(super) struct About {
    /// Where they stand.
    pub(super) places: [usize; 2],
    /// Whether neither is linked to another.
    pub(super) free: bool,
}

/// The sentences of two texts that are about one thing and not linked, each with its best partner.
pub(super) fn about(room: &Room<'_, '_>) -> Vec<About> {
    let [a, b] = room.texts;
    let mass = per_side(|side| {
        let text = room.texts[side];
        text.lines
            .iter()
            .map(|line| text.spread.mass(line))
            .collect::<Vec<f32>>()
    });
    let taken = room.taken();
    let mut best = per_side(|side| vec![None::<(f32, usize)>; room.texts[side].lines.len()]);
    for (i, x) in a.lines.iter().enumerate() {
        for j in near(&b.spread.holders, &x.all) {
            if room.is_linked(i, j) {
                continue;
            }
            let known = usize::from(taken[0][i]) + usize::from(taken[1][j]);
            let odds = odds([x, &b.lines[j]], [&a.spread, &b.spread], [mass[0][i], mass[1][j]])
                - TAKEN * known as f32
                + if room.is_beside(i, j) { BESIDE } else { 0.0 };
            if odds < ENOUGH {
                continue;
            }
            for (side, own, other) in [(0, i, j), (1, j, i)] {
                let best = &mut best[side][own];
                if best.is_none_or(|(most, _)| odds > most) {
                    *best = Some((odds, other));
                }
            }
        }
    }
    let of_a = best[0]
        .iter()
        .zip(0..)
        .filter_map(|(best, i)| Some((i, (*best)?.1)));
    let of_b = best[1]
        .iter()
        .zip(0..)
        .filter_map(|(best, j)| Some(((*best)?.1, j)));
    let mut found: Vec<(usize, usize)> = of_a.chain(of_b).collect();
    if heads(room, &taken) {
        found.push((0, 0));
    }
    found.arrange();
    found.dedup();
    let about = |(i, j): (usize, usize)| About {
        places: [i, j],
        free: !taken[0][i] && !taken[1][j],
    };
    found.into_iter().map(about).collect()
}

/// Whether the first sentences are about one thing where nothing else is linked to them: in news these tell what the whole is
/// about, however freely.
fn heads(room: &Room<'_, '_>, taken: &[Vec<bool>; 2]) -> bool {
    let first = room.texts.map(|text| text.lines.first());
    let [Some(x), Some(y)] = first else { return false };
    !taken[0][0] && !taken[1][0] && both(&x.rare, &y.rare) > 1
}

/// The log odds that two sentences are about one thing by what both have, of two texts in which words are `spread` so.
fn odds(lines: [&Line<'_>; 2], spread: [&Spread; 2], mass: [f32; 2]) -> f32 {
    let (mut shared, mut once, mut seldom, mut plain, mut numbers) = (0.0, 0, 0, 0, 0);
    for &key in &lines[0].all {
        if lines[1].all.binary_search(&key).is_err() {
            continue;
        }
        let counts = spread.map(|spread| spread.holders(key).len());
        shared += spread[0].rarity[counts[0]] + spread[1].rarity[counts[1]];
        let pairs = counts[0] * counts[1];
        let words = lines.map(|line| line.word(key));
        let [Some((word, stem)), Some((other, _))] = words else {
            continue;
        };
        let name = word.is_capital() && other.is_capital();
        let number = word.text.contains(|c: char| c.is_ascii_digit());
        let common = lines[0].rare.binary_search(&stem).is_err();
        once += usize::from(pairs == 1 && !name);
        seldom += usize::from(pairs <= 4);
        plain += usize::from(!name && !number && !common);
        numbers += usize::from(number && word.text.len() > 2 && pairs <= 2);
    }
    NOTHING
        + ALIKE * 0.5 * shared / (mass[0] * mass[1]).sqrt().max(1.0)
        + ONCE * once.min(3) as f32
        + SELDOM * seldom.min(4) as f32
        + PLAIN * plain.min(6) as f32
        + NUMBER * numbers.min(2) as f32
}
