//! Numbers of one value: written differently, a limit on one side only, of another whole, or for another time.

use std::ops::Range;

use super::super::draft::Sheet;
use super::super::pair::{Side, per_side};
use super::super::phrase;
use super::counted::counted;
use super::facts::{Fact, MORE_OR_LESS, Value, is_fraction};
use super::numbers::{APPROXIMATE, DIRECTION, HEDGES, LENGTH, RATE};
use super::style;
use crate::article::label::{Confidence, Label};
use crate::article::times::{Number, TimeKind};

/// Numbers of one value: they may be written differently, or be given as a limit by one side only.
pub(super) fn agreed(sheet: &mut Sheet<'_, '_>, words: &[Range<usize>; 2], written: bool, time: bool) {
    if compared(sheet, words) || rated(sheet, words, time) {
        return;
    }
    // "Seven working days" are more than seven days.
    let worked = per_side(|side| {
        words[side]
            .clone()
            .any(|at| WORKING.contains(&sheet.pair.sides[side].fold(at)))
    });
    if time && worked[0] != worked[1] {
        sheet.find(&LENGTH, words, Confidence::High, 1.0);
        return;
    }
    let hedged = per_side(|side| hedge(sheet, side, &words[side]));
    let whole = per_side(|side| {
        let start = hedged[side]
            .as_ref()
            .map_or(words[side].start, |hedge| hedge.start);
        start..words[side].end
    });
    let any = hedged.iter().any(Option::is_some);
    let bounds = per_side(|side| match bound(&sheet.pair.sides[side], words[side].start) {
        // "over ten years" is as long as "in ten years".
        Bound::Over if time => Bound::Exact,
        bound => bound,
    });
    if any && bounds[0] != bounds[1] {
        let evidence = per_side(|side| counted(&sheet.pair.sides[side], &whole[side]));
        sheet.find(&APPROXIMATE, &evidence, Confidence::High, 1.0);
    } else if written || any && bounds[0] != Bound::Exact {
        style::figures(sheet, &whole);
    }
}

/// Words that count only some of the days.
const WORKING: &[&str] = &["working", "business", "trading"];

/// "a third of" against "a third less than".
fn compared(sheet: &mut Sheet<'_, '_>, words: &[Range<usize>; 2]) -> bool {
    let ends = per_side(|side| {
        let of = &sheet.pair.sides[side];
        let at = words[side].end;
        let differs = MORE_OR_LESS.contains(&of.fold(at));
        let than = (at + 1..at + 3).find(|&at| of.fold(at) == "than");
        match of.fold(at) {
            "of" => Some((false, at + 1)),
            "above" | "below" => Some((true, at + 1)),
            _ if differs => than.map(|at| (true, at + 1)),
            _ => None,
        }
    });
    let [Some((x, a)), Some((y, b))] = ends else {
        return false;
    };
    if x != y {
        let ends = [a, b];
        let evidence = per_side(|side| words[side].start..ends[side]);
        sheet.find(&DIRECTION, &evidence, Confidence::High, 1.0);
    }
    x != y
}

/// Words between an amount and the time that it is for at most: "25 million florins a year".
const UNIT_WORDS: usize = 1;

/// "25 million a year" against "25 million".
fn rated(sheet: &mut Sheet<'_, '_>, words: &[Range<usize>; 2], time: bool) -> bool {
    let rates = per_side(|side| {
        let of = &sheet.pair.sides[side];
        let end = words[side].end;
        let sets = of
            .times
            .iter()
            .filter(|time| time.kind == TimeKind::Set && of.holds(time.span));
        let mut rates = sets.map(|time| of.words_in(time.span));
        let near = |rate: &Range<usize>| {
            let mut between = end..rate.start;
            rate.start >= end && between.len() <= UNIT_WORDS && between.all(|at| of.words[at].is_content())
        };
        rates.find(near)
    });
    let (side, rate) = match rates {
        [Some(rate), None] => (0, rate),
        [None, Some(rate)] => (1, rate),
        _ => return false,
    };
    if time || !sheet.any_open(side, &rate) || may_be_rate(&sheet.pair.sides[1 - side], &words[1 - side]) {
        return false;
    }
    let other = counted(&sheet.pair.sides[1 - side], &words[1 - side]);
    let evidence = super::quoted::ordered(side, words[side].start..rate.end, other);
    sheet.find(&RATE, &evidence, Confidence::High, 1.0);
    true
}

/// Whether what stands around a number says that it is for a time: "annual", "yearly", "per head".
fn may_be_rate(side: &Side<'_>, words: &Range<usize>) -> bool {
    #[rustfmt::skip]
    const RATES: &[&str] = &[
        "annual", "annually", "yearly", "monthly", "weekly", "daily", "hourly", "per", "each", "every", "year", "month", "week",
        "day", "hour",
    ];
    let near = words.start.saturating_sub(4)..(words.end + 5).min(side.words.len());
    near.filter(|at| !words.contains(at))
        .any(|at| RATES.contains(&side.fold(at)))
}

/// What the words before a number say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    Exact,
    About,
    /// It is at least as much.
    Over,
    /// It is at most as much.
    Under,
    /// It is little.
    Little,
}

/// Verbs that go with "over", by their stems.
const GIVE: &[&str] = &[
    "hand", "turn", "tak", "took", "taken", "carri", "carry", "giv", "gave", "given",
];

pub(super) fn bound(of: &Side<'_>, number: usize) -> Bound {
    let before = |steps: usize| number.checked_sub(steps).map_or("", |at| of.fold(at));
    if before(1) == "as" && before(3) == "as" {
        return Bound::Under;
    }
    match (before(2), before(1)) {
        // "Handed over 28 soldiers".
        (verb, "over") if GIVE.contains(&phrase::stem(verb).as_str()) => Bound::Exact,
        ("more", "than") | ("at", "least") | ("just", "over") | (_, "over" | "above") => Bound::Over,
        ("less" | "fewer", "than")
        // "winds could reach 140" are winds of up to 140.
        | ("could" | "may" | "might", "reach" | "hit")
        | ("at", "most")
        | ("up", "to")
        | (_, "under" | "below" | "nearly" | "almost") => Bound::Under,
        (_, "only" | "just" | "merely") => Bound::Little,
        (_, "about" | "around" | "some" | "roughly" | "approximately" | "estimated") => Bound::About,
        _ => Bound::Exact,
    }
}

/// How far from a limit a number may be that is told as the same: "almost half" of 48 percent, "about 70" of 73.
const FITS: f64 = 0.1;

/// Whether one of two numbers is given as a limit, or roughly, and the other one lies right there.
pub(super) fn fits(bounds: [Bound; 2], facts: [&Fact<'_>; 2]) -> bool {
    let [Some((x, unit)), Some((y, other))] = facts.map(amount) else {
        return false;
    };
    let lies = |bound: Bound, limit: f64, value: f64| {
        let off = (value - limit) / limit;
        // "more than 2,000" says no more than the thousand: 2,300 are that.
        let step = (step(limit) / limit).max(FITS);
        match bound {
            Bound::Over => (0.0..step).contains(&off),
            Bound::Under => (0.0..step).contains(&-off),
            Bound::About => off.abs() <= FITS / 2.0,
            Bound::Exact | Bound::Little => false,
        }
    };
    let one = match bounds {
        [bound, Bound::Exact] => lies(bound, x, y),
        [Bound::Exact, bound] => lies(bound, y, x),
        _ => false,
    };
    one && unit == other && x > 0.0 && y > 0.0
}

/// The last figure of a round number that is none: 1,000 of 2,000.
fn step(limit: f64) -> f64 {
    let mut step = 1.0;
    while step * 10.0 <= limit && limit % (step * 10.0) == 0.0 {
        step *= 10.0;
    }
    step
}

/// A number with its unit.
fn amount<'f>(fact: &'f Fact<'_>) -> Option<(f64, Option<&'f str>)> {
    match fact.value {
        Value::Number(number) => Some((number.value, number.unit.as_deref())),
        Value::Share(share) => Some((share, Some("percent"))),
        Value::Time(_) => None,
    }
}

/// Whether two amounts of money are as large, in whatever currency.
pub(super) fn is_of_one_size(x: &Fact<'_>, y: &Fact<'_>) -> bool {
    let (Value::Number(x), Value::Number(y)) = (x.value, y.value) else {
        return false;
    };
    let money = x.label == Label::Money && y.label == Label::Money;
    money && (x.value - y.value).abs() <= 1e-9 * x.value.abs()
}

/// Whether the first of two numbers of one value has its unit from one before it: "from 640 million euros to 510 million".
pub(super) fn has_unit_before(side: &Side<'_>, [bare, whole]: [&Fact<'_>; 2]) -> bool {
    let (Value::Number(bare), Value::Number(whole)) = (bare.value, whole.value) else {
        return false;
    };
    let before = |number: &Number| number.span.end() <= bare.span.start() && number.unit == whole.unit;
    let bare_value = bare.unit.is_none() && (bare.value - whole.value).abs() <= 1e-9 * bare.value.abs();
    bare_value && whole.unit.is_some() && side.numbers.iter().any(before)
}

/// Points that a share in figures may be from the fraction that stands for it: "a third" of 32 percent.
const POINTS: f64 = 2.0;

/// Whether one of two shares is a fraction, and the other next to it.
pub(super) fn is_rounded(x: &Fact<'_>, y: &Fact<'_>) -> bool {
    let share = |fact: &Fact<'_>| match fact.value {
        Value::Share(share) => Some((share, true)),
        Value::Number(n) if n.unit.as_deref() == Some("percent") => Some((n.value, is_fraction(n.value))),
        _ => None,
    };
    let [Some((x, rounded)), Some((y, other))] = [x, y].map(share) else {
        return false;
    };
    (rounded || other) && (x - y).abs() <= POINTS
}

/// The words right before a number that hedge it, where they part the sides.
fn hedge(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>) -> Option<Range<usize>> {
    let of = &sheet.pair.sides[side];
    let mut start = words.start;
    while start > 0 && HEDGES.contains(&of.fold(start - 1)) && words.start - start < 4 {
        start -= 1;
    }
    // "according to at least two"
    start += usize::from(start < words.start && of.fold(start) == "to");
    let range = start..words.start;
    (!range.is_empty() && sheet.any_open(side, &range)).then_some(range)
}
