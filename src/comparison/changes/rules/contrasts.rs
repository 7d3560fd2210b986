//! One thing that two articles describe by opposite words in sentences that are not linked: "with minor injuries" and
//! "suffered serious injuries".

use std::ops::Range;

use super::super::draft::{Draft, Part};
use super::super::pair::per_side;
use super::super::{phrase, widen};
use super::elsewhere::{Line, Room};
use super::opposites::OTHER;
use crate::article::label::Confidence;
use crate::order::Arrange as _;

/// Words for the opposite ends of one scale, each end after a bar, each scale after a semicolon.
const SCALES: &str = "minor slight light superficial|serious severe grave critical;voluntary|compulsory mandatory;\
    temporary provisional|permanent;unanimous|divided split;peaceful|violent;partial|full complete;civil|criminal;\
    domestic|foreign;left|right;upper|lower;northern|southern;eastern|western;male|female;maximum|minimum;\
    public|private;natural|unnatural;dry|wet;upward|downward;early|late";

/// Descriptions of an article at most that are looked at.
const LOOKED_AT: usize = 400;

/// What such a finding weighs less than words that were compared one by one.
const UNSURE: f32 = 0.9;

/// A thing with a word of a scale before it.
pub(super) struct Described {
    /// The scale by its place, and the thing by its stem.
    key: (usize, u64),
    /// Which end of the scale.
    end: usize,
    /// Its sentence by its place, and both words.
    at: usize,
    words: Range<usize>,
}

pub(super) fn contrasts(room: &Room<'_, '_>) -> Vec<Draft> {
    let all = per_side(|side| &room.texts[side].described);
    let mut drafts = Vec::new();
    for of in all[0].chunk_by(|x, y| x.key == y.key) {
        let key = of[0].key;
        let first = all[1].partition_point(|x| x.key < key);
        let there = &all[1][first..];
        let there = &there[..there.partition_point(|x| x.key == key)];
        // Who tells of both has two things in mind.
        let one = |of: &[Described]| of.windows(2).all(|pair| pair[0].end == pair[1].end);
        let (Some(x), Some(y)) = (of.first(), there.first()) else {
            continue;
        };
        let linked = || {
            of.iter()
                .any(|x| there.iter().any(|y| room.is_linked(x.at, y.at)))
        };
        if x.end == y.end || !one(of) || !one(there) || linked() {
            continue;
        }
        let sides = [&room.texts[0].lines[x.at].side, &room.texts[1].lines[y.at].side];
        let words = [x.words.clone(), y.words.clone()];
        let shown = widen::clauses(sides, &words, 2 * widen::TOLD);
        let shown = shown.unwrap_or_else(|| per_side(|side| phrase::led(sides[side], &words[side])));
        drafts.push(Draft {
            rule: &OTHER,
            confidence: Confidence::Medium,
            weight: OTHER.weight * UNSURE,
            lead: None,
            sides: per_side(|side| Part::of(sides[side], &shown[side], String::new())),
        });
    }
    drafts
}

/// What is described in an article's sentences, by scale and thing.
pub(super) fn described(lines: &[Line<'_>]) -> Vec<Described> {
    let mut all = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        for word in 0..line.side.words.len().saturating_sub(1) {
            let stem = line.stems[word + 1];
            let Some((scale, end)) = scale(line.side.fold(word)).filter(|_| stem != 0) else {
                continue;
            };
            if all.len() < LOOKED_AT && !line.side.words[word].quoted && !line.side.words[word].is_capital() {
                all.push(Described {
                    key: (scale, stem),
                    end,
                    at,
                    words: word..word + 2,
                });
            }
        }
    }
    all.arrange_by_key(|of| (of.key, of.at));
    all
}

/// The scale that a word is on, and its end.
fn scale(word: &str) -> Option<(usize, usize)> {
    SCALES.split(';').enumerate().find_map(|(at, scale)| {
        let end = scale
            .split('|')
            .position(|end| end.split(' ').any(|of| of == word))?;
        Some((at, end))
    })
}
