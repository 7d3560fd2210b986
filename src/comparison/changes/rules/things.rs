//! Whether two numbers may be of one thing.

use super::super::pair::{Side, per_side};
use super::super::phrase;
use super::facts::{Fact, Value, lasting};
use super::opposites;

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
