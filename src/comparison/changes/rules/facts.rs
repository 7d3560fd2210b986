//! Numbers and times of two passages, compared by value.

use std::ops::Range;

use super::super::draft::Sheet;
use super::super::pair::{Pair, Side, per_side};
use super::super::phrase;
use super::{numbers, things};
use crate::article::label::Label;
use crate::article::times::{Number, Time, TimeKind, calendar};
use crate::order::Arrange as _;
use crate::text::{Span, decimal};

/// A number or a time with its words.
#[derive(Debug, Clone)]
pub(super) struct Fact<'s> {
    pub(super) words: Range<usize>,
    pub(super) value: Value<'s>,
}

/// What the words come to.
#[derive(Debug, Clone, Copy)]
pub(super) enum Value<'s> {
    Number(&'s Number),
    Time(&'s Time),
    /// A share given as a fraction, in percent: "a third".
    Share(f64),
}

impl Fact<'_> {
    /// Only facts of one family can be two readings of one fact.
    pub(super) fn family(&self) -> u8 {
        match self.value {
            Value::Number(number) if number.label == Label::Ordinal => 1,
            Value::Number(_) | Value::Share(_) => 0,
            Value::Time(time) => match time.kind {
                TimeKind::Date | TimeKind::Time => 2,
                TimeKind::Duration => 3,
                TimeKind::Set => 4,
            },
        }
    }

    /// What it is counted in; nothing for times, and for what is counted in itself.
    pub(super) fn unit(&self) -> Option<&str> {
        match self.value {
            Value::Number(number) => number.unit.as_deref(),
            Value::Share(_) => Some("percent"),
            Value::Time(_) => None,
        }
    }

    /// What kind of unit it is counted in: of measures, which are told in many, its letter.
    pub(super) fn dimension(&self) -> (Option<char>, Option<&str>) {
        let kind = match self.value {
            Value::Number(number) => measured(number).map(|(kind, _)| kind),
            _ => None,
        };
        (kind, self.unit().filter(|_| kind.is_none()))
    }

    /// The value as a key: equal for what is the same in other words.
    pub(super) fn key(&self) -> String {
        match self.value {
            Value::Number(n) => {
                let to = n.to.map(decimal::shortest);
                format!("{} {to:?} {:?}", decimal::shortest(n.value), n.unit)
            }
            Value::Time(t) => t.value.clone(),
            Value::Share(percent) => format!("{} percent", decimal::whole(percent)),
        }
    }

    /// Whether both come to the same.
    pub(super) fn agrees(&self, other: &Fact<'_>) -> bool {
        match (self.value, other.value) {
            (Value::Number(x), Value::Number(y)) => same_number(x, y),
            (Value::Time(x), Value::Time(y)) => same_time(x, y),
            (Value::Share(x), Value::Share(y)) => (x - y).abs() < ROUNDED * x.max(y),
            (Value::Share(x), Value::Number(n)) | (Value::Number(n), Value::Share(x)) => {
                n.unit.as_deref() == Some("percent") && (x - n.value).abs() < 1.0
            }
            _ => false,
        }
    }
}

/// A share given as a fraction ("a third") is rounded where it is written in figures ("33 percent").
const ROUNDED: f64 = 0.02;

fn same_number(x: &Number, y: &Number) -> bool {
    let same = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0);
    let near = |a: f64, b: f64| (a - b).abs() <= ROUNDED * a.abs().max(b.abs());
    let ranges = match (x.to, y.to) {
        (None, None) => true,
        (Some(a), Some(b)) => (a - b).abs() < f64::EPSILON,
        _ => false,
    };
    // "Field, 49" has the age without its unit.
    let years = |x: &Number, y: &Number| x.unit.as_deref() == Some("year") && y.unit.is_none();
    if (years(x, y) || years(y, x)) && ranges && (x.value - y.value).abs() < f64::EPSILON {
        return true;
    }
    // A letter may count metres or millions: "fell to 90m".
    let letter =
        |x: &Number, y: &Number| x.unit.as_deref() == Some("m") && y.unit.is_none() && y.value >= 1e6;
    if (letter(x, y) && same(x.value * 1e6, y.value)) || (letter(y, x) && same(y.value * 1e6, x.value)) {
        return ranges || x.to.is_some() == y.to.is_some();
    }
    // "Millions" into a technology are millions of pounds.
    if x.approximate && y.approximate && x.unit.is_some() != y.unit.is_some() && same(x.value, y.value) {
        return true;
    }
    if x.unit == y.unit && ranges && x.label != Label::Ordinal && y.label != Label::Ordinal {
        let share = x.unit.as_deref() == Some("percent");
        return (x.value - y.value).abs() < 1e-9 * x.value.abs().max(1.0)
            || share && near(x.value, y.value) && (is_fraction(x.value) || is_fraction(y.value));
    }
    if let (Some((kind, a)), Some((other, b))) = (measured(x), measured(y)) {
        let rough = if x.approximate && y.approximate { 3.0 } else { 1.0 };
        // Degrees are rounded to whole ones, whatever they are near to.
        let off = if kind == 'd' {
            DEGREES
        } else {
            CONVERTED * a.abs().max(b.abs())
        };
        return kind == other && ranges && (a - b).abs() <= rough * off;
    }
    x.label == y.label && x.unit == y.unit && ranges && (x.value - y.value).abs() < f64::EPSILON
}

/// Whether a share has no end in figures, as a third has none: it was written as a fraction.
pub(super) fn is_fraction(percent: f64) -> bool {
    let hundredths = percent * 100.0;
    (hundredths - hundredths.round()).abs() > 1e-6
}

/// How far a measure may be off the same in another unit: newsrooms round it ("10 miles (16 km)").
const CONVERTED: f64 = 0.04;

/// The same for degrees Celsius.
const DEGREES: f64 = 0.6;

/// Units of one kind, each with what one of it comes to.
#[rustfmt::skip]
const MEASURES: &[(&str, char, f64)] = &[
    ("m", 'l', 1.0), ("km", 'l', 1000.0), ("mi", 'l', 1609.3), ("nmi", 'l', 1852.0), ("ft", 'l', 0.3048), ("in", 'l', 0.0254),
    ("yd", 'l', 0.9144), ("cm", 'l', 0.01), ("mm", 'l', 0.001), ("g", 'w', 1.0), ("kg", 'w', 1000.0), ("t", 'w', 1_000_000.0),
    ("m²", 'a', 1.0), ("sq ft", 'a', 0.0929), ("lb", 'w', 453.6), ("oz", 'w', 28.35), ("ha", 'a', 10_000.0), ("ac", 'a', 4046.9), ("km²", 'a', 1_000_000.0),
    ("sq mi", 'a', 2_589_988.0), ("km/h", 's', 1.0), ("mph", 's', 1.6093), ("kn", 's', 1.852), ("l", 'v', 1.0), ("gal", 'v', 3.785),
];

/// What a number with a unit of measure comes to, and the kind of its unit. Degrees have another zero.
pub(super) fn measured(number: &Number) -> Option<(char, f64)> {
    let unit = number.unit.as_deref()?;
    if unit == "°F" {
        return Some(('d', (number.value - 32.0) / 1.8));
    }
    let known = MEASURES.iter().find(|(name, ..)| *name == unit);
    let known = known.map(|(_, kind, one)| (*kind, number.value * one));
    known.or_else(|| (unit == "°C").then_some(('d', number.value)))
}

/// Whether two expressions name the same time: the same value, the same days, or a weekday and a date that falls on it.
fn same_time(x: &Time, y: &Time) -> bool {
    let lasts = lasting(&x.value);
    x.value == y.value && is_told(&x.value)
        || fits(&x.value, &y.value)
        || fits(&y.value, &x.value)
        || x.range.is_some() && x.range == y.range && !other_hour(&x.value, &y.value)
        || lasts.is_some() && lasts == lasting(&y.value)
        || falls_on(x, y)
        || falls_on(y, x)
        || counted_in_years(x, y)
        || counted_in_years(y, x)
}

/// Whether one time is told in whole years from its day, and the other falls in that year: "two years ago", "in February 2024".
fn counted_in_years(years: &Time, told: &Time) -> bool {
    let year = years.anchor.is_some() && years.value.len() == "2024".len();
    year && told.value.get(4..).is_some_and(|rest| rest.starts_with('-'))
        && told.value.starts_with(&years.value)
}

/// Whether both give a time on the clock, and not the same.
fn other_hour(x: &str, y: &str) -> bool {
    let (x, y) = (parted(x).1, parted(y).1);
    let clock = |hour: &str| hour.starts_with(|c: char| c.is_ascii_digit());
    clock(x) && clock(y) && x != y
}

/// How long a duration lasts, in minutes or in months: two days are 48 hours, a year and a half 18 months.
pub(super) fn lasting(duration: &str) -> Option<(bool, f64)> {
    let mut clock = false;
    let mut sum: Option<(bool, f64)> = None;
    for part in duration
        .strip_prefix('P')?
        .split_inclusive(|c: char| c.is_ascii_uppercase())
    {
        let (count, unit) = part.split_at_checked(part.len().checked_sub(1)?)?;
        let each = match (unit, clock) {
            ("T", false) if count.is_empty() => {
                clock = true;
                continue;
            }
            ("Y", false) => 12.0,
            ("M", _) => 1.0,
            ("W", false) => 10_080.0,
            ("D", false) => 1440.0,
            ("H", true) => 60.0,
            ("S", true) => 1.0 / 60.0,
            _ => return None,
        };
        let months = !clock && matches!(unit, "Y" | "M");
        let before = sum.unwrap_or((months, 0.0));
        sum = (before.0 == months).then_some((months, before.1 + count.parse::<f64>().ok()? * each));
        sum?;
    }
    sum
}

/// Whether a date leaves open what another tells, and they agree in all else: "6 August" and "6 August 2025".
fn fits(open: &str, told: &str) -> bool {
    let year = open
        .strip_prefix("XXXX-")
        .zip(told.get(4..).and_then(|rest| rest.strip_prefix('-')));
    year.is_some_and(|(x, y)| x == y && is_told(x))
}

/// Whether nobody can tell what two times come to, so that they may be the same: a weekday without its week, "yesterday"
/// without a day to count from, against another kind of time.
pub(super) fn is_unsettled(x: &Fact<'_>, y: &Fact<'_>) -> bool {
    let (Value::Time(x), Value::Time(y)) = (x.value, y.value) else {
        return false;
    };
    let form = |value: &str| -> String {
        value
            .chars()
            .map(|c| if c.is_ascii_digit() { '0' } else { c })
            .collect()
    };
    let lasts = |time: &Time| lasting(&time.value).is_some();
    let same = x.kind == y.kind && lasts(x) && lasts(y);
    !same && (x.range.is_none() || y.range.is_none()) && form(&x.value) != form(&y.value)
}

/// Whether a value says anything: "XXXX" and "PXD" are times whose value nobody could resolve.
fn is_told(value: &str) -> bool {
    value.chars().any(|c| !matches!(c, 'X' | '-' | 'W' | 'P' | 'T'))
}

/// Whether `day` is a bare weekday without a week and `date` a day that is one. Hours, where both give some, must be the
/// same.
fn falls_on(day: &Time, date: &Time) -> bool {
    let (weekday, hour) = parted(&day.value);
    let (_, other_hour) = parted(&date.value);
    let weekday = weekday
        .strip_prefix("XXXX-WXX-")
        .and_then(|d| d.parse::<u8>().ok());
    let Some(weekday) = weekday.filter(|_| hour.is_empty() || other_hour.is_empty() || hour == other_hour)
    else {
        return false;
    };
    let range = date.range.filter(|(first, last)| first == last);
    range
        .and_then(|(first, _)| calendar::number(first))
        .is_some_and(|n| calendar::weekday(n) == weekday)
}

/// Whether one fact is a weekday and the other a date of a year that nobody tells: it may fall on that day.
pub(super) fn may_fall_on(x: &Fact<'_>, y: &Fact<'_>) -> bool {
    let (Value::Time(x), Value::Time(y)) = (x.value, y.value) else {
        return false;
    };
    let weekday = |time: &Time| parted(&time.value).0.starts_with("XXXX-WXX-");
    let date = |time: &Time| {
        let day = parted(&time.value).0.strip_prefix("XXXX-");
        day.is_some_and(|day| day.len() == "06-18".len() && !day.contains(['W', 'X']))
    };
    weekday(x) && date(y) || weekday(y) && date(x)
}

/// Whether nobody can tell how long two times are, or were ago, and their words do not part them: "hundreds of years" and
/// "centuries", "a year and a half ago" and "18 months ago" where no day is known to count from.
pub(super) fn may_last_alike(facts: [&Fact<'_>; 2], words: &[Vec<&str>; 2]) -> bool {
    let untold = |fact: &Fact<'_>| matches!(fact.value, Value::Time(time) if !is_told(&time.value) && time.range.is_none());
    let ago = |words: &Vec<&str>| words.last() == Some(&"ago");
    let unit = |words: &Vec<&str>| words.iter().rev().nth(1).map(|word| phrase::stem(word));
    let ages = |words: &Vec<&str>| {
        let long = |word: &&str| matches!(*word, "centuries" | "hundreds" | "thousands" | "millennia");
        words.iter().any(long)
    };
    facts.into_iter().all(untold)
        && !words.iter().all(numbers::is_one_unit_back)
        && match (ago(&words[0]), ago(&words[1])) {
            (true, true) => unit(&words[0]) != unit(&words[1]),
            (false, false) => {
                facts.iter().all(|fact| fact.key().starts_with('P')) && ages(&words[0]) == ages(&words[1])
            }
            _ => false,
        }
}

/// A value's day and its hour.
fn parted(value: &str) -> (&str, &str) {
    value.split_once('T').unwrap_or((value, ""))
}

/// The facts of one side, in order; of two that overlap the longer.
pub(super) fn facts<'s>(side: &Side<'s>) -> Vec<Fact<'s>> {
    let fact = |span: Span, value: Value<'s>| {
        let mut words = side.words_in(span);
        // A value below zero has its "minus" before its span.
        let minus = words.start > 0 && side.fold(words.start - 1) == "minus";
        words.start -= usize::from(minus && !words.is_empty());
        (!words.is_empty() && side.holds(span)).then_some(Fact { words, value })
    };
    let numbers = side
        .numbers
        .iter()
        .filter_map(|number| fact(number.span, Value::Number(number)));
    let times = side
        .times
        .iter()
        .filter(|time| !time.value.ends_with("_REF"))
        .filter_map(|time| fact(time.span, Value::Time(time)));
    let shares = (0..side.words.len()).filter_map(|at| share(side, at).or_else(|| of_so_many(side, at)));
    // A fraction first: what reads "a third" as a rank reads it wrong.
    let mut facts: Vec<Fact<'s>> = shares.chain(numbers).chain(times).collect();
    facts.arrange_by_key(|fact| (fact.words.start, std::cmp::Reverse(fact.words.end)));
    let mut end = 0;
    facts.retain(|fact| {
        let free = fact.words.start >= end;
        end = end.max(fact.words.end);
        free
    });
    facts
}

/// The words of a fact with the facts right beside them, "2 hours 19 minutes", or with what it reaches from or to:
/// "between 7am and 6pm".
pub(super) fn with_neighbours(side: &Side<'_>, words: &Range<usize>, family: u8) -> Range<usize> {
    let mut range = words.clone();
    let leads = |at: Option<usize>| at.is_some_and(|at| matches!(side.fold(at), "between" | "from"));
    let joins = |between: Range<usize>| {
        between.len() == 1 && matches!(side.fold(between.start), "and" | "to" | "until" | "till")
    };
    for fact in facts(side) {
        let start = range.start.min(fact.words.start);
        if fact.family() == family && leads(start.checked_sub(1)) {
            if joins(fact.words.end..range.start) {
                range.start = fact.words.start - 1;
            } else if joins(range.end..fact.words.start) {
                range = range.start - 1..fact.words.end;
            }
        }
        // The day behind an amount is another matter.
        if fact.family() != family {
            continue;
        }
        if fact.words.end == range.start {
            range.start = fact.words.start;
        } else if fact.words.start == range.end {
            range.end = fact.words.end;
        }
    }
    range
}

/// Words of more and less.
#[rustfmt::skip]
pub(super) const MORE_OR_LESS: &[&str] = &[
    "less", "more", "fewer", "higher", "lower", "larger", "smaller", "bigger", "greater", "cheaper", "dearer", "longer", "shorter",
    "faster", "slower", "above", "below",
];

/// Counts of such a fraction are smaller; four figures are a year.
const FEW: f64 = 1_000.0;

/// "nine out of ten", "1 in 203".
fn of_so_many<'s>(side: &Side<'_>, at: usize) -> Option<Fact<'s>> {
    let whole = match (side.fold(at + 1), side.fold(at + 2)) {
        ("out", "of") => at + 3,
        ("in", _) => at + 2,
        _ => return None,
    };
    let count = |at: usize| {
        let mut bare = side
            .numbers
            .iter()
            .filter(|number| number.label == Label::Cardinal);
        let number = bare.find(|number| side.words_in(number.span) == (at..at + 1))?;
        Some(number.value).filter(|count| (1.0..FEW).contains(count))
    };
    let (part, of) = (count(at)?, count(whole)?);
    (part < of).then(|| Fact {
        words: at..whole + 1,
        value: Value::Share(100.0 * part / of),
    })
}

/// A fraction without a unit that begins at a word: "half", "a third", "two thirds". "A third candidate" is none.
fn share<'s>(side: &Side<'_>, at: usize) -> Option<Fact<'s>> {
    let parts = |word: &str| match word {
        "half" => Some(2.0),
        "third" | "thirds" => Some(3.0),
        "quarter" | "quarters" => Some(4.0),
        "fifth" | "fifths" => Some(5.0),
        "tenth" | "tenths" => Some(10.0),
        _ => None,
    };
    let count = match side.fold(at) {
        "a" | "an" | "one" => Some(1.0),
        "two" => Some(2.0),
        "three" => Some(3.0),
        "four" => Some(4.0),
        "half" => None,
        _ => return None,
    };
    let noun = at + usize::from(count.is_some());
    let parts = parts(side.fold(noun))?;
    let next = side.words.get(noun + 1);
    let counts = next.is_some_and(|word| {
        word.is_content() && !MORE_OR_LESS.contains(&word.fold.as_ref())
            || matches!(word.fold.as_ref(), "-" | "time")
    });
    (!counts).then(|| Fact {
        words: at..noun + 1,
        value: Value::Share(100.0 * count.unwrap_or(1.0) / parts),
    })
}

/// Two facts that stand for one another, and facts that stand alone.
pub(super) struct Matched<'s> {
    pub(super) pairs: Vec<(Fact<'s>, Fact<'s>)>,
    pub(super) alone: [Vec<Fact<'s>>; 2],
}

/// Whether two facts are to be paired.
type Step<'a> = dyn Fn(&Fact<'_>, &Fact<'_>) -> bool + 'a;

/// Pairs the facts of both sides: those of one value first, then those that share words, face each other in a hunk or
/// stand before the same word.
pub(super) fn matched<'s>(sheet: &Sheet<'_, 's>) -> Matched<'s> {
    let pair = sheet.pair;
    let mut rest = per_side(|side| facts(&pair.sides[side]));
    let mut pairs = Vec::new();
    let equal = |x: &Fact<'_>, y: &Fact<'_>| x.family() == y.family() && x.agrees(y);
    // "over two years" and "a year" both say how long.
    let lasts = |x: &Fact<'_>, y: &Fact<'_>| matches!((x.family(), y.family()), (3, 4) | (4, 3));
    let two = |x: &Fact<'_>, y: &Fact<'_>| things::count_two_things([&pair.sides[0], &pair.sides[1]], [x, y]);
    let steps: [&Step<'_>; 6] = [
        &|x, y| equal(x, y) && pair.shared(0, &x.words, &y.words) > 0,
        &|x, y| pair.shared(0, &x.words, &y.words) > 0 && same_family(x, y),
        &|x, y| equal(x, y),
        &|x, y| faces(pair, x, y) && same_family(x, y) && !two(x, y),
        &|x, y| same_family(x, y) && same_setting(pair, x, y) && !two(x, y),
        &|x, y| lasts(x, y) && faces(pair, x, y),
    ];
    for step in steps {
        let mut left = Vec::new();
        for x in std::mem::take(&mut rest[0]) {
            match rest[1].iter().position(|y| step(&x, y)) {
                Some(at) => pairs.push((x, rest[1].remove(at))),
                None => left.push(x),
            }
        }
        rest[0] = left;
    }
    Matched { pairs, alone: rest }
}

fn same_family(x: &Fact<'_>, y: &Fact<'_>) -> bool {
    x.family() == y.family()
}

fn faces(pair: &Pair<'_>, x: &Fact<'_>, y: &Fact<'_>) -> bool {
    let overlaps = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
    pair.hunks
        .iter()
        .any(|hunk| overlaps(&hunk[0], &x.words) && overlaps(&hunk[1], &y.words))
}

/// Whether the same word stands right behind both, or right before both.
fn same_setting(pair: &Pair<'_>, x: &Fact<'_>, y: &Fact<'_>) -> bool {
    let partner = |at: usize| pair.sides[0].words.get(at).and_then(|word| word.partner);
    let behind = partner(x.words.end) == Some(y.words.end);
    let before = x
        .words
        .start
        .checked_sub(1)
        .is_some_and(|at| partner(at).is_some_and(|p| p + 1 == y.words.start));
    behind || before
}
