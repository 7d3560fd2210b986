//! From what an expression says to its value, counted from the day of writing. Never from the clock.

use super::feasts::{feast_day, feast_week};
use super::lengths::duration;
use super::meaning::{Hour, Meaning, Turn, Year};
use super::tense::Direction;
use super::units::{month_near, near, quarter_near, shifted, this_weekend, unit_value};
use super::value::{Value, century, day_of, decade, first, last, whole_year};
use super::vocabulary::Unit;
use super::years::{latest_quarter, part_of_year};
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
    /// The quarter last spoken of that was over: the latest.
    pub(super) reported: Option<(i16, u8)>,
    /// The year and the month that the story is at.
    pub(super) told: Told,
}

/// The year and the month last spoken of. Those of the article's own day only where no others were: "that year" is
/// said of another than this.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Told {
    year: Option<i16>,
    month: Option<(i16, u8)>,
    /// The month of which no day was told since, in a sentence that tells no day.
    open: Option<(i16, u8)>,
    /// Whether this sentence told a day.
    dated: bool,
}

impl Told {
    /// A sentence begins.
    pub(super) fn begin(&mut self) {
        self.dated = false;
    }

    /// Takes in the days that a time covers.
    pub(super) fn take(&mut self, (from, to): (Day, Day), anchor: Option<Day>) {
        let own = anchor.and_then(|day| Some((day.year?, day.month)));
        let (Some(year), true) = (from.year, from.year == to.year) else {
            return;
        };
        if self.year.is_none() || Some(year) != own.map(|own| own.0) {
            self.year = Some(year);
        }
        let month = (year, from.month);
        if from.month == to.month && (self.month.is_none() || Some(month) != own) {
            self.month = Some(month);
        }
        if from == to {
            (self.dated, self.open) = (true, None);
        } else if from.month == to.month && (from.day, to.day) == (1, last(year, to.month).day) && !self.dated
        {
            self.open = Some(month);
        }
    }
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
        Meaning::LatestQuarter { years_back, over } => latest_quarter(*years_back, *over, context),
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
        Meaning::Feast { feast, turn } => feast_day(*feast, *turn, context),
        Meaning::FeastWeek { feast, unit } => feast_week(*feast, *unit, context),
        Meaning::Weekday { day, turn } => weekday(*day, *turn, context),
        Meaning::Unit {
            unit: Unit::Weekend,
            shift: 0,
        } if context.direction == Direction::Future => this_weekend(context.anchor),
        Meaning::Unit { unit, shift } => unit_value(*unit, *shift, context.anchor),
        Meaning::ContextDay { shift } => unit_value(Unit::Day, *shift, context.spoken.or(context.anchor)),
        Meaning::ContextWeekday { day, ahead } => context_weekday(*day, *ahead, context),
        Meaning::Told { unit, shift } => told(*unit, *shift, context),
        Meaning::Beside { day, shift } => {
            let day = value(day, context).range.map(|(day, _)| day);
            unit_value(Unit::Day, *shift, day)
        }
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
    let at = |year: i16| {
        Some(day_of(year, month, day))
            .filter(|d| calendar::exists(*d))
            .and_then(calendar::number)
    };
    match nearby(&at, context).map(calendar::day) {
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

/// Of a day that comes once a year, which year's is meant: the nearest, or where none is near the one that the sentence
/// looks to.
pub(super) fn nearby(at: &dyn Fn(i16) -> Option<i32>, context: &Context) -> Option<i32> {
    let anchor = context.anchor?;
    let origin = calendar::number(anchor)?;
    let around = anchor.year?;
    let candidates = || (around - 1..=around + 1).filter_map(at);
    let nearest = candidates().min_by_key(|n| (n - origin).abs())?;
    match context.direction {
        _ if (nearest - origin).abs() <= NEAR_DAYS => Some(nearest),
        Direction::Past => candidates().filter(|n| *n <= origin).max(),
        Direction::Future => candidates().find(|n| *n >= origin),
        Direction::Unknown | Direction::Either => Some(nearest),
    }
}

/// The weekday before or behind the day last spoken of.
fn context_weekday(day: u8, ahead: bool, context: &Context) -> Value {
    let Some(origin) = context.spoken.or(context.anchor).and_then(calendar::number) else {
        return Value::date(format!("XXXX-WXX-{day}"), None, false);
    };
    let today = i32::from(calendar::weekday(origin));
    let ahead_by = (i32::from(day) - today).rem_euclid(7);
    let shift = match (ahead, ahead_by) {
        (true, 0) => 7,
        (true, days) => days,
        (false, days) => days - 7,
    };
    Value::day(calendar::day(origin + shift), true)
}

/// The month, quarter or year that the story is at, or one near it.
fn told(unit: Unit, shift: i32, context: &Context) -> Value {
    let known = match unit {
        // A day of which only the month was told.
        Unit::Day => {
            let open = context.told.open.map(|(year, month)| {
                let range = (first(year, month), last(year, month));
                Value::date(format!("{year:04}-{month:02}-XX"), Some(range), true)
            });
            let day = || context.spoken.or(context.anchor);
            open.or_else(|| near(Unit::Day, shift, day()?))
        }
        Unit::Month => context
            .told
            .month
            .and_then(|(year, month)| month_near(year, month, shift)),
        Unit::Quarter => context
            .quarter
            .and_then(|(year, quarter)| quarter_near(year, quarter * 3, shift)),
        _ => context
            .told
            .year
            .and_then(|year| near(Unit::Year, shift, first(year, 1))),
    };
    known.unwrap_or_else(|| unit_value(unit, 0, None))
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
        (Turn::Bare, Direction::Either) if ahead < back => origin + ahead,
        (Turn::Bare, _) => origin - back,
    };
    Value::day(calendar::day(found), true)
}
