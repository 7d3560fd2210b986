//! Whether two numbers may be of one thing, and one thing that is counted without a number.

use std::ops::Range;

use super::super::draft::Sheet;
use super::super::pair::{Side, per_side};
use super::super::phrase;
use super::counted::led_by;
use super::facts::{Fact, Value, lasting};
use super::opposites;
use super::quoted::ordered;
use crate::article::label::Label;
use crate::article::tag::Mention;
use crate::article::times::Number;

/// Whether two numbers count two things. Another word stands right behind each, and one of the sides knows both words, or only
/// one number is of things that were named before ("the two sides"); or one is measured and the other counts: "29 years" and
/// "three caves".
pub(super) fn count_two_things(sides: [&Side<'_>; 2], facts: [&Fact<'_>; 2]) -> bool {
    let stems = per_side(|side| {
        let more = usize::from(sides[side].fold(facts[side].words.end) == "more");
        let noun = sides[side].words.get(facts[side].words.end + more);
        let noun = noun.filter(|word| word.is_content() && !word.first && !word.fold.ends_with("ed"));
        noun.map(|noun| phrase::stem(&noun.fold))
    });
    let counts = |side: usize| facts[side].family() == 0 && facts[side].unit().is_none();
    if counts(0) && counts(1) && is_age(sides[0], &facts[0].words) != is_age(sides[1], &facts[1].words) {
        return true;
    }
    let definite = per_side(|side| {
        let before = facts[side].words.start.checked_sub(1);
        before.is_some_and(|at| sides[side].fold(at) == "the")
    });
    let part = per_side(|side| {
        definite[side] && sides[side].fold(facts[side].words.start.saturating_sub(2)) == "of"
    });
    if counts(0) && counts(1) && part[0] != part[1] && apart(facts) {
        return true;
    }
    // "A three-year investigation", "for 3,100 days".
    let lengths = facts.iter().all(|fact| fact.family() == 3) && stems[0].is_some() != stems[1].is_some();
    if lengths && far(facts) {
        return true;
    }
    let [Some(x), Some(y)] = &stems else {
        return (0..2)
            .any(|side| counts(side) && stems[side].is_some() && facts[1 - side].unit() == Some("year"));
    };
    if counts(0) != counts(1) && (facts[0].unit() == Some("year") || facts[1].unit() == Some("year")) {
        return true;
    }
    let knows =
        |side: &Side<'_>, stem: &String| side.words.iter().any(|word| phrase::stem(&word.fold) == *stem);
    x != y && (definite[0] != definite[1] || knows(sides[1], x) || knows(sides[0], y))
}

/// Whether a number is an age as news gives it: "Ruiz, 81, walked".
pub(super) fn is_age(side: &Side<'_>, words: &Range<usize>) -> bool {
    let comma = |at: usize| side.fold(at) == ",";
    let number = words.len() == 1 && side.fold(words.start).bytes().all(|b| b.is_ascii_digit());
    let named = words.start > 1 && comma(words.start - 1) && side.words[words.start - 2].is_capital();
    number && named && (comma(words.end) || words.end == side.words.len())
}

/// "Two helicopters" against "a helicopter": a count of one that is no number.
pub(super) fn single(sheet: &Sheet<'_, '_>, side: usize, fact: &Fact<'_>) -> Option<[Range<usize>; 2]> {
    let (of, other) = (&sheet.pair.sides[side], &sheet.pair.sides[1 - side]);
    let count = |n: &Number| n.unit.is_none() && n.label == Label::Cardinal && n.value > 1.0;
    let many = matches!(fact.value, Value::Number(n) if count(n));
    // "Two former guards" and "a former guard" have a word before the noun.
    let first = fact.words.end;
    let same = (0..other.words.len()).find(|&at| {
        let more = usize::from(other.fold(at + 1) == of.fold(first));
        let [one, several] = [other.fold(at + 1 + more), of.fold(first + more)];
        matches!(other.fold(at), "a" | "an")
            && sheet.any_open(1 - side, &(at..at + 2))
            && one != several
            && singular(one) == singular(several)
    });
    let at = same.filter(|_| many)?;
    let more = usize::from(other.fold(at + 1) == of.fold(first));
    let (mine, theirs) = (first + more, at + 1 + more);
    // How many people say so is the business of attributions.
    let said = |m: &Mention| m.label == Label::AnonSource && of.words_in(m.span).contains(&mine);
    let according = (first.saturating_sub(2 * HARMED)..first).any(|at| of.fold(at) == "according");
    let word = of.words.get(mine)?;
    if word.quoted || !word.is_content() || according || of.mentions.1.iter().any(said) {
        return None;
    }
    // Who tells of one more, or of several, has others in mind.
    let things = singular(of.fold(mine));
    let told = |side: &Side<'_>| {
        side.words
            .iter()
            .filter(|word| singular(&word.fold) == things)
            .count()
    };
    (told(of) == 1 && told(other) == 1)
        .then(|| ordered(side, led_by(of, fact.words.start)..mine + 1, at..theirs + 1))
}

/// A noun as it is counted once, by its stem.
fn singular(noun: &str) -> String {
    match noun {
        "women" => "woman".to_owned(),
        "men" => "man".to_owned(),
        "children" => "child".to_owned(),
        "people" => "person".to_owned(),
        _ => phrase::stem(noun),
    }
}

/// Words between a number and what befell those that it counts at most.
const HARMED: usize = 4;

/// Whether two numbers count people whom something else befell: "14 people were killed", "60 people missing".
pub(super) fn other_harm(sides: [&Side<'_>; 2], facts: [&Fact<'_>; 2]) -> bool {
    let harms = per_side(|side| {
        let (of, words) = (sides[side], &facts[side].words);
        let steps = (0..HARMED).flat_map(|step| [words.end + step, words.start.wrapping_sub(step + 1)]);
        let mut near = steps.filter(|&at| at < of.words.len());
        near.find_map(|at| opposites::harm(of, &(at..at + 1)))
    });
    matches!(harms, [Some(x), Some(y)] if x != y)
}

/// Of a part and its whole the one is so many times the other at least.
const PART: f64 = 5.0;

/// Whether one length of time is more than twice the other.
fn far(facts: [&Fact<'_>; 2]) -> bool {
    let [x, y] = facts.map(|fact| match fact.value {
        Value::Time(time) => lasting(&time.value),
        _ => None,
    });
    // Months of 30 days.
    let minutes = |(months, count): (bool, f64)| if months { count * 43_200.0 } else { count };
    let (Some(x), Some(y)) = (x.map(minutes), y.map(minutes)) else {
        return false;
    };
    x.max(y) > 2.0 * x.min(y)
}

/// Whether one number is far greater than the other, as a whole is than a part: "most of the 11,400 runners", "140 runners".
fn apart(facts: [&Fact<'_>; 2]) -> bool {
    let of = |fact: &Fact<'_>| match fact.value {
        Value::Number(number) => number.value,
        _ => 0.0,
    };
    let [x, y] = facts.map(of);
    x.min(y) > 0.0 && x.max(y) >= PART * x.min(y)
}
