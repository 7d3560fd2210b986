//! From what an expression says to its value, counted from the day of writing. Never from the clock.

use super::lengths::duration;
use super::meaning::{Hour, Meaning, Turn, Year};
use super::tense::Direction;
use super::units::{shifted, this_weekend, unit_value};
use super::value::{Value, century, day_of, decade, first, last, whole_year};
use super::vocabulary::Unit;
use super::years::{latest_quarter, part_of_year, thanksgiving};
use super::{Time, TimeKind, calendar};
use crate::article::document::Day;
use crate::text::Span;

/// A month and day without a year lie on the near side of the anchor unless they are further off than this: then
/// the tense decides. A quarter of a year: news names days further off with their year.
const NEAR_DAYS: i32 = 91;

/// What is known where an expression stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context {
    /// The day that relative times are counted from.
    pub(super) anchor: Option<Day>,
    /// Which way the sentence looks.
    pub(super) direction: Direction,
    /// The day last spoken of, near by.
    pub(super) spoken: Option<Day>,
    /// The quarter last spoken of, near by: a comparison with "a year earlier" means that quarter.
    pub(super) quarter: Option<(i16, u8)>,
}

/// The value of an expression in its context.
pub(super) fn resolve(meaning: &Meaning, hour: Option<Hour>, span: Span, context: &Context) -> Time {
    let mut value = value(meaning, context);
    if let Some(hour) = hour {
        value.kind = TimeKind::Time;
        value.code += &suffix(hour);
    }
    let anchor = context.anchor.filter(|_| value.relative);
    Time {
        span,
        kind: value.kind,
        value: value.code,
        range: value.range,
        anchor,
    }
}

fn suffix(hour: Hour) -> String {
    match hour {
        Hour::Part(part) => format!("T{part}"),
        Hour::Clock(hour, minute) => format!("T{hour:02}:{minute:02}"),
    }
}

fn value(meaning: &Meaning, context: &Context) -> Value {
    match meaning {
        Meaning::Day { year, month, day } => calendar_day(*year, *month, *day, context),
        Meaning::Days {
            year,
            month,
            first,
            last,
        } => {
            let (from, to) = (
                calendar_day(*year, *month, *first, context),
                calendar_day(*year, *month, *last, context),
            );
            let range = from.range.zip(to.range).map(|(from, to)| (from.0, to.1));
            Value::date(format!("{}/{}", from.code, to.code), range, from.relative)
        }
        Meaning::Year(year) => whole_year(*year, false),
        Meaning::Years(from, to) => Value::date(
            format!("{from:04}/{to:04}"),
            Some((first(*from, 1), last(*to, 12))),
            false,
        ),
        Meaning::Decade(year) => decade(*year, false),
        Meaning::Century(rank) => century(*rank, false),
        Meaning::Month { .. } | Meaning::Quarter { .. } | Meaning::Half { .. } | Meaning::Season { .. } => {
            part_of_year(meaning, context)
        }
        Meaning::LatestQuarter { years_back } => latest_quarter(*years_back, context),
        Meaning::SameQuarter(year) => match context.quarter {
            Some((_, quarter)) => {
                let year = Year::Known(*year);
                part_of_year(&Meaning::Quarter { year, quarter }, context)
            }
            None => whole_year(*year, false),
        },
        Meaning::LastDay { month, day } => {
            let before = |at: Day| (at.month, at.day) > (*month, *day);
            let year = context
                .anchor
                .and_then(|at| Some(at.year? - i16::from(!before(at))));
            calendar_day(year, *month, *day, context)
        }
        Meaning::WeekOf { year, month, day } => {
            let day = calendar_day(*year, *month, *day, context);
            unit_value(Unit::Week, 0, day.range.map(|(day, _)| day))
        }
        Meaning::Thanksgiving { turn } => thanksgiving(*turn, context),
        Meaning::Weekday { day, turn } => weekday(*day, *turn, context),
        Meaning::Unit {
            unit: Unit::Weekend,
            shift: 0,
        } if context.direction == Direction::Future => this_weekend(context.anchor),
        Meaning::Unit { unit, shift } => unit_value(*unit, *shift, context.anchor),
        Meaning::ContextDay { shift } => unit_value(Unit::Day, *shift, context.spoken.or(context.anchor)),
        Meaning::Shift {
            unit,
            count,
            origin,
            ahead,
        } => shifted(*unit, *count, *origin, *ahead, context),
        Meaning::Reference(reference) => Value::date(*reference, None, false),
        Meaning::Length { unit, count } => {
            Value::new(TimeKind::Duration, duration(*unit, *count), None, false)
        }
        Meaning::Every(value) => Value::new(TimeKind::Set, value.clone(), None, false),
    }
}

/// A month and day, whose year may have to be found.
fn calendar_day(year: Option<i16>, month: u8, day: u8, context: &Context) -> Value {
    if year.is_some() {
        return Value::day(Day { year, month, day }, false);
    }
    let found = context.anchor.and_then(|anchor| {
        let origin = calendar::number(anchor)?;
        let around = anchor.year?;
        let at = |year: i16| {
            Some(day_of(year, month, day))
                .filter(|d| calendar::exists(*d))
                .and_then(calendar::number)
        };
        let candidates = || (around - 1..=around + 1).filter_map(at);
        let nearest = candidates().min_by_key(|n| (n - origin).abs())?;
        let behind = candidates().filter(|n| *n <= origin).max();
        let ahead = candidates().find(|n| *n >= origin);
        let chosen = match context.direction {
            _ if (nearest - origin).abs() <= NEAR_DAYS => Some(nearest),
            Direction::Past => behind,
            Direction::Future => ahead,
            Direction::Unknown => Some(nearest),
        };
        chosen.map(calendar::day)
    });
    match found {
        Some(day) => Value::day(day, true),
        None => Value::day(
            Day {
                year: None,
                month,
                day,
            },
            false,
        ),
    }
}

fn weekday(day: u8, turn: Turn, context: &Context) -> Value {
    let Some(origin) = context.anchor.and_then(calendar::number) else {
        return Value::date(format!("XXXX-WXX-{day}"), None, false);
    };
    let today = i32::from(calendar::weekday(origin));
    let day = i32::from(day);
    let back = (today - day).rem_euclid(7);
    let ahead = (day - today).rem_euclid(7);
    let found = match (turn, context.direction) {
        (Turn::Last, _) => origin - if back == 0 { 7 } else { back },
        // Weeks begin on Monday.
        (Turn::Next, _) => origin + 7 - today + day,
        (Turn::This, Direction::Past) => origin - today + day,
        (Turn::This, _) | (Turn::Bare, Direction::Future) => origin + ahead,
        (Turn::Bare, _) => origin - back,
    };
    Value::day(calendar::day(found), true)
}
