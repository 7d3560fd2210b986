//! Whether the other article tells what a clause says, in the passage or right beside it.

use std::ops::Range;

use super::super::draft::Sheet;
use super::super::pair::Side;
use super::super::phrase;
use super::facts::{Fact, Value};
use super::negations::negations;
use crate::article::segment::SentenceId;
use crate::article::times::Number;
use crate::order::Arrange as _;

/// Words of sense of a clause at least, and the share of them that the other must have.
const WORDS: usize = 3;
const SHARE: f32 = 0.7;

/// Whether the passage of the other side, or a sentence before or behind it, has nearly all words of a clause and denies as
/// much: "but had defender Pete Rawson sent off" and, in the next sentence, "Pete Rawson was sent off".
pub(super) fn is_told_there(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>) -> bool {
    let (of, other) = (&sheet.pair.sides[side], &sheet.pair.sides[1 - side]);
    let content = words.clone().filter(|&at| of.words[at].is_content());
    let stems: Vec<String> = content.map(|at| phrase::stem(of.fold(at))).collect();
    let denies = negations(of, words) > 0;
    let has = |there: &Side<'_>| {
        let known: Vec<String> = there.words.iter().map(|word| phrase::stem(&word.fold)).collect();
        let count = stems.iter().filter(|stem| known.contains(stem)).count();
        let all = 0..there.words.len();
        count as f32 >= SHARE * stems.len() as f32 && (negations(there, &all) > 0) == denies
    };
    let ends = other.sentences.first().zip(other.sentences.last());
    let count = other.article.segments.sentences.len() as u32;
    let beside = ends.map(|(first, last)| [first.0.checked_sub(1), last.0.checked_add(1)]);
    let mut beside = beside.into_iter().flatten().flatten().filter(|at| *at < count);
    stems.len() >= WORDS
        && (has(other) || beside.any(|at| has(&Side::new(sheet.pair.story, other.id, &[SentenceId(at)]))))
}

/// Whether a number stands in a sentence of the other article that has more words of its passage than the one beside it: it
/// is what is told there, and no other reading of what is told here.
pub(super) fn is_of_another(sheet: &Sheet<'_, '_>, side: usize, fact: &Fact<'_>) -> bool {
    let Value::Number(number) = fact.value else {
        return false;
    };
    let (of, other) = (&sheet.pair.sides[side], &sheet.pair.sides[1 - side]);
    let stems: Vec<String> = content(of);
    let alike = |there: &Side<'_>| {
        let known = content(there);
        stems.iter().filter(|stem| known.contains(stem)).count()
    };
    let here = alike(other);
    let same = |there: &&Number| {
        there.unit == number.unit && (there.value - number.value).abs() <= 1e-9 * number.value.abs()
    };
    let sentences = &other.article.segments.sentences;
    let places = other.article.numbers.iter().filter(same).map(|there| {
        let after = sentences.partition_point(|sentence| sentence.span.start() <= there.span.start());
        SentenceId(after.saturating_sub(1) as u32)
    });
    let mut apart = places.filter(|at| !other.sentences.contains(at)).take(READ);
    apart.any(|at| alike(&Side::new(sheet.pair.story, other.id, &[at])) > here)
}

/// Sentences with one number at most that are looked at.
const READ: usize = 8;

/// The stems of a passage's words of sense, once each.
fn content(side: &Side<'_>) -> Vec<String> {
    let words = side.words.iter().filter(|word| word.is_content());
    let mut stems: Vec<String> = words.map(|word| phrase::stem(&word.fold)).collect();
    stems.arrange();
    stems.dedup();
    stems
}
