//! Feasts: on a fixed day, on a weekday of a month, and those that hang on Easter.

use super::calendar;
use super::dates::{day_expression, year};
use super::meaning::{Expression, Meaning, Turn, plain};
use super::resolve::{Context, nearby};
use super::tense::Direction;
use super::units::unit_value;
use super::value::{Value, first, last};
use super::vocabulary::Unit;
use super::words::Words;

/// Feasts on a fixed day.
#[rustfmt::skip]
const FIXED: &[(&[&str], (u8, u8))] = &[
    (&["christmas", "day"], (12, 25)), (&["christmas", "eve"], (12, 24)), (&["boxing", "day"], (12, 26)),
    (&["new", "year's", "day"], (1, 1)), (&["new", "year's", "eve"], (12, 31)),
    (&["valentine's", "day"], (2, 14)), (&["halloween"], (10, 31)), (&["christmas"], (12, 25)),
    (&["new", "year", "'s", "day"], (1, 1)), (&["new", "year", "'s", "eve"], (12, 31)),
    (&["valentine", "'s", "day"], (2, 14)), (&["remembrance", "day"], (11, 11)), (&["armistice", "day"], (11, 11)),
    (&["veterans", "day"], (11, 11)),
];

/// How a feast that moves is found in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Feast {
    /// The weekday of that rank in a month, 0 for the last one, and so many days behind it.
    Nth {
        month: u8,
        weekday: u8,
        rank: u8,
        behind: u8,
    },
    /// So many days from Easter Sunday.
    Easter(i8),
}

const fn nth(month: u8, weekday: u8, rank: u8, behind: u8) -> Feast {
    Feast::Nth {
        month,
        weekday,
        rank,
        behind,
    }
}

/// Feasts that move. Those of the United States are written with capitals there; elsewhere "election day" is not.
#[rustfmt::skip]
const MOVING: &[(&[&str], Feast)] = &[
    (&["thanksgiving", "day"], nth(11, 4, 4, 0)), (&["thanksgiving"], nth(11, 4, 4, 0)),
    (&["labor", "day"], nth(9, 1, 1, 0)), (&["memorial", "day"], nth(5, 1, 0, 0)),
    (&["columbus", "day"], nth(10, 1, 2, 0)), (&["election", "day"], nth(11, 1, 1, 1)),
    (&["good", "friday"], Feast::Easter(-2)), (&["easter", "sunday"], Feast::Easter(0)),
    (&["easter", "monday"], Feast::Easter(1)), (&["ash", "wednesday"], Feast::Easter(-46)),
    (&["palm", "sunday"], Feast::Easter(-7)),
];

/// Whether a feast of two words begins at the word: few words stand before "Day" or "Sunday".
pub(super) fn begins(words: &Words, at: usize) -> bool {
    #[rustfmt::skip]
    const SECOND: &[&str] = &["day", "friday", "sunday", "monday", "wednesday", "week", "weekend"];
    words.capital(at) && SECOND.contains(&words.at(at + 1)) && {
        let word = words.at(at);
        word == "easter"
            || MOVING.iter().any(|(form, _)| form[0] == word)
            || FIXED.iter().any(|(form, _)| form[0] == word)
    }
}

/// "Christmas Eve", "Thanksgiving", "last Halloween", "Easter week".
pub(super) fn feast(words: &Words, start: usize) -> Option<Expression> {
    words.capital(start).then_some(())?;
    if let Some((end, feast)) = words.phrase(start, MOVING) {
        // "the Good Friday agreement", "Memorial Day Hospital": called after the day.
        let named = words.capital(end)
            || matches!(
                words.at(end),
                "agreement" | "agreements" | "accord" | "accords" | "deal" | "peace"
            );
        let turn = match words.before(start, 1) {
            "next" => Turn::Next,
            "last" => Turn::Last,
            _ => Turn::Bare,
        };
        let whole = (start + 1..end).all(|at| words.capital(at));
        return (whole && !named)
            .then_some(())
            .and_then(|()| plain(end, Meaning::Feast { feast, turn }));
    }
    if words.at(start) == "easter" {
        let feast = Feast::Easter(0);
        let unit = match words.at(start + 1) {
            "week" => Unit::Week,
            "weekend" => Unit::Weekend,
            _ => return None,
        };
        return plain(start + 2, Meaning::FeastWeek { feast, unit });
    }
    let (end, (month, day)) = words.phrase(start, FIXED)?;
    let next = year(words, end);
    day_expression(end + usize::from(next.is_some()), next, month, day)
}

/// The day of a feast, which the tense finds where it is not near.
pub(super) fn feast_day(feast: Feast, turn: Turn, context: &Context) -> Value {
    let direction = match turn {
        Turn::Next => Direction::Future,
        Turn::Last => Direction::Past,
        Turn::This | Turn::Bare => context.direction,
    };
    let found = nearby(
        &|year| in_year(feast, year),
        &Context {
            direction,
            ..*context
        },
    );
    match (found, feast) {
        (Some(day), _) => Value::day(calendar::day(day), true),
        (None, Feast::Nth { month, weekday, .. }) => {
            Value::date(format!("XXXX-{month:02}-WXX-{weekday}"), None, false)
        }
        (None, Feast::Easter(_)) => unit_value(Unit::Day, 0, None),
    }
}

/// The week or the weekend that a feast falls in.
pub(super) fn feast_week(feast: Feast, unit: Unit, context: &Context) -> Value {
    let day = nearby(&|year| in_year(feast, year), context).map(calendar::day);
    unit_value(unit, 0, day)
}

/// The number of the day on which a feast falls.
fn in_year(feast: Feast, year: i16) -> Option<i32> {
    match feast {
        Feast::Easter(shift) => Some(easter(year)? + i32::from(shift)),
        Feast::Nth {
            month,
            weekday,
            rank,
            behind,
        } => {
            let to = |day: i32| (i32::from(weekday) - i32::from(calendar::weekday(day))).rem_euclid(7);
            let found = if rank == 0 {
                let week = calendar::number(last(year, month))? - 6;
                week + to(week)
            } else {
                let start = calendar::number(first(year, month))?;
                start + to(start) + 7 * (i32::from(rank) - 1)
            };
            Some(found + i32::from(behind))
        }
    }
}

/// Easter Sunday of the Gregorian calendar, after the anonymous rule of 1876.
fn easter(year: i16) -> Option<i32> {
    let year_number = i32::from(year);
    let golden = year_number.rem_euclid(19);
    let (century, in_century) = (year_number.div_euclid(100), year_number.rem_euclid(100));
    let moved = (8 * century + 13) / 25;
    let moon = (19 * golden + century - century / 4 - moved + 15).rem_euclid(30);
    let sunday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - moon - in_century % 4).rem_euclid(7);
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    Some(calendar::number(first(year, 3))? + moon + sunday - 7 * late + 21)
}
