//! From what an expression says to its value, counted from the day of writing. Never from the clock.

use super::calendar;
use super::lengths::duration;
use super::meaning::{Hour, Meaning, Origin, Turn, Year};
use super::tense::Direction;
use super::vocabulary::Unit;
use super::{Time, TimeKind};
use crate::article::document::Day;
use crate::text::Span;

/// A month and day without a year lie on the near side of the anchor unless they are further off than this: then
/// the tense decides. Two months: news names days further off with their year.
const NEAR_DAYS: i32 = 60;

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

/// A value with the days it covers.
struct Value {
    kind: TimeKind,
    value: String,
    range: Option<(Day, Day)>,
    /// Whether the anchor was needed.
    relative: bool,
}

impl Value {
    fn new(kind: TimeKind, value: impl Into<String>, range: Option<(Day, Day)>, relative: bool) -> Self {
        Self { kind, value: value.into(), range, relative }
    }

    fn date(value: impl Into<String>, range: Option<(Day, Day)>, relative: bool) -> Self {
        Self::new(TimeKind::Date, value, range, relative)
    }

    fn day(day: Day, relative: bool) -> Self {
        Self::date(calendar::iso(day), day.year.map(|_| (day, day)), relative)
    }
}

/// The value of an expression in its context.
pub(super) fn resolve(meaning: &Meaning, hour: Option<Hour>, span: Span, context: &Context) -> Time {
    let mut value = value(meaning, context);
    if let Some(hour) = hour {
        value.kind = TimeKind::Time;
        value.value += &suffix(hour);
    }
    let anchor = context.anchor.filter(|_| value.relative);
    Time { span, kind: value.kind, value: value.value, range: value.range, anchor }
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
        Meaning::Days { year, month, first, last } => {
            let (from, to) = (calendar_day(*year, *month, *first, context), calendar_day(*year, *month, *last, context));
            let range = from.range.zip(to.range).map(|(from, to)| (from.0, to.1));
            Value::date(format!("{}/{}", from.value, to.value), range, from.relative)
        }
        Meaning::Year(year) => whole_year(*year, false),
        Meaning::Years(from, to) => Value::date(format!("{from:04}/{to:04}"), Some((first(*from, 1), last(*to, 12))), false),
        Meaning::Decade(year) => decade(*year, false),
        Meaning::Century(rank) => century(*rank, false),
        Meaning::Month { .. } | Meaning::Quarter { .. } | Meaning::Half { .. } | Meaning::Season { .. } => {
            part_of_year(meaning, context)
        }
        Meaning::LatestQuarter { years_back } => latest_quarter(*years_back, context),
        Meaning::Thanksgiving { turn } => thanksgiving(*turn, context),
        Meaning::Weekday { day, turn } => weekday(*day, *turn, context),
        Meaning::Unit { unit, shift } => unit_value(*unit, *shift, context.anchor),
        Meaning::ContextDay { shift } => unit_value(Unit::Day, *shift, context.spoken.or(context.anchor)),
        Meaning::Shift { unit, count, origin, ahead } => shifted(*unit, *count, *origin, *ahead, context),
        Meaning::Reference(reference) => Value::date(*reference, None, false),
        Meaning::Length { unit, count } => Value::new(TimeKind::Duration, duration(*unit, *count), None, false),
        Meaning::Every(value) => Value::new(TimeKind::Set, value.clone(), None, false),
    }
}

fn day_of(year: i16, month: u8, day: u8) -> Day {
    Day { year: Some(year), month, day }
}

/// The first day of a month.
fn first(year: i16, month: u8) -> Day {
    day_of(year, month, 1)
}

/// The last day of a month.
fn last(year: i16, month: u8) -> Day {
    let length = (28..=31).rev().find(|day| calendar::exists(day_of(year, month, *day)));
    day_of(year, month, length.unwrap_or(28))
}

fn whole_year(year: i16, relative: bool) -> Value {
    Value::date(format!("{year:04}"), Some((first(year, 1), last(year, 12))), relative)
}

fn decade(year: i16, relative: bool) -> Value {
    let start = year - year.rem_euclid(10);
    let range = Some((first(start, 1), last(start + 9, 12)));
    Value::date(format!("{:03}", start / 10), range, relative)
}

/// TIMEX3 writes the first two figures: the 20th century is "19".
fn century(rank: i16, relative: bool) -> Value {
    let start = (rank - 1) * 100;
    Value::date(format!("{:02}", rank - 1), Some((first(start + 1, 1), last(start + 100, 12))), relative)
}

/// A month and day, whose year may have to be found.
fn calendar_day(year: Option<i16>, month: u8, day: u8, context: &Context) -> Value {
    if year.is_some() {
        return Value::day(Day { year, month, day }, false);
    }
    let found = context.anchor.and_then(|anchor| {
        let origin = calendar::number(anchor)?;
        let around = anchor.year?;
        let at = |year: i16| Some(day_of(year, month, day)).filter(|d| calendar::exists(*d)).and_then(calendar::number);
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
        None => Value::day(Day { year: None, month, day }, false),
    }
}

/// The year of something that recurs each year and begins with month `begins`, as seen from the anchor.
fn year_of(year: Year, begins: u8, context: &Context) -> Option<i16> {
    let turn = match year {
        Year::Known(year) => return Some(year),
        Year::Turn(turn) => turn,
    };
    let anchor = context.anchor?;
    let now = anchor.year?;
    let over = begins < anchor.month;
    let begun = begins <= anchor.month;
    Some(match (turn, context.direction) {
        (Turn::Last, _) => now - i16::from(!over),
        (Turn::This, _) => now,
        (Turn::Next, _) | (Turn::Bare, Direction::Future) => now + i16::from(if turn == Turn::Next { begun } else { over }),
        (Turn::Bare, _) => now - i16::from(!begun),
    })
}

fn part_of_year(meaning: &Meaning, context: &Context) -> Value {
    let (year, begins, months, code) = match meaning {
        Meaning::Quarter { year, quarter } => (*year, quarter * 3 - 2, 3, format!("Q{quarter}")),
        Meaning::Half { year, half } => (*year, half * 6 - 5, 6, format!("H{half}")),
        Meaning::Season { year, season } => (*year, season_start(season), 3, (*season).to_owned()),
        Meaning::Month { year, month } => (*year, *month, 1, format!("{month:02}")),
        _ => return Value::date("", None, false),
    };
    let relative = matches!(year, Year::Turn(_));
    // "January last year", "the third quarter of next year" turn the year and not the month.
    let year = match (meaning, year) {
        (Meaning::Quarter { .. } | Meaning::Half { .. }, Year::Turn(turn)) if turn != Turn::Bare => turned_year(turn, context),
        _ => year_of(year, begins, context),
    };
    let Some(year) = year else {
        return Value::date(format!("XXXX-{code}"), None, false);
    };
    let end = begins + months - 1;
    let range = if end > 12 { (first(year, begins), last(year + 1, end - 12)) } else { (first(year, begins), last(year, end)) };
    Value::date(format!("{year:04}-{code}"), Some(range), relative)
}

fn turned_year(turn: Turn, context: &Context) -> Option<i16> {
    let now = context.anchor?.year?;
    Some(match turn {
        Turn::Last => now - 1,
        Turn::Next => now + 1,
        Turn::This | Turn::Bare => now,
    })
}

/// The month in which a season begins, in the northern reckoning of weather services.
fn season_start(season: &str) -> u8 {
    match season {
        "SP" => 3,
        "SU" => 6,
        "FA" => 9,
        _ => 12,
    }
}

/// The quarter that was over last, or the one spoken of; some years back.
fn latest_quarter(years_back: i16, context: &Context) -> Value {
    let over = context.anchor.and_then(|anchor| {
        let year = anchor.year?;
        let quarter = (anchor.month - 1) / 3;
        Some(if quarter == 0 { (year - 1, 4) } else { (year, quarter) })
    });
    match context.quarter.or(over) {
        Some((year, quarter)) => {
            let meaning = Meaning::Quarter { year: Year::Known(year - years_back), quarter };
            Value { relative: true, ..part_of_year(&meaning, context) }
        }
        None => Value::date("XXXX-QX", None, false),
    }
}

fn thanksgiving(turn: Turn, context: &Context) -> Value {
    let direction = if turn == Turn::Next { Direction::Future } else { context.direction };
    let year = year_of(Year::Turn(Turn::Bare), 11, &Context { direction, ..*context });
    let day = year.and_then(|year| {
        let start = calendar::number(first(year, 11))?;
        // Thursday is the fourth day of the week; three weeks behind the first Thursday is the fourth.
        let to_thursday = (4 - i32::from(calendar::weekday(start))).rem_euclid(7);
        Some(calendar::day(start + to_thursday + 21))
    });
    day.map_or_else(|| Value::date("XXXX-11-WXX-4", None, false), |day| Value::day(day, true))
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

/// The unit that holds the anchor, or one near it.
fn unit_value(unit: Unit, shift: i32, anchor: Option<Day>) -> Value {
    let known = anchor.and_then(|anchor| near(unit, shift, anchor));
    known.unwrap_or_else(|| {
        let unknown = match unit {
            Unit::Week => "XXXX-WXX",
            Unit::Weekend => "XXXX-WXX-WE",
            Unit::Month => "XXXX-XX",
            Unit::Quarter => "XXXX-QX",
            Unit::Year => "XXXX",
            Unit::Decade => "XXX",
            Unit::Century => "XX",
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => "XXXX-XX-XX",
        };
        Value::date(unknown, None, false)
    })
}

fn near(unit: Unit, shift: i32, anchor: Day) -> Option<Value> {
    if unit == Unit::Day && shift == 0 {
        return Some(Value::day(anchor, true));
    }
    let year = anchor.year?;
    let origin = calendar::number(anchor)?;
    let monday = origin.checked_add(shift.checked_mul(7)?)? - i32::from(calendar::weekday(origin)) + 1;
    Some(match unit {
        Unit::Second | Unit::Minute | Unit::Hour => Value::day(anchor, true),
        Unit::Day => Value::day(calendar::day(origin.checked_add(shift)?), true),
        Unit::Week => week(monday, 0, 6, ""),
        Unit::Weekend => week(weekend(origin, shift), 5, 6, "-WE"),
        Unit::Month => month_near(year, anchor.month, shift)?,
        Unit::Quarter => quarter_near(year, anchor.month, shift)?,
        Unit::Year => whole_year(year.checked_add(i16::try_from(shift).ok()?)?, true),
        Unit::Decade => decade(year.checked_add(i16::try_from(shift.checked_mul(10)?).ok()?)?, true),
        Unit::Century => century((year - 1).div_euclid(100) + 1 + i16::try_from(shift).ok()?, true),
    })
}

fn week(monday: i32, from: i32, to: i32, suffix: &str) -> Value {
    let (year, week) = calendar::week(monday);
    let range = (calendar::day(monday + from), calendar::day(monday + to));
    Value::date(format!("{year:04}-W{week:02}{suffix}"), Some(range), true)
}

/// The Monday of the week whose end is meant: on a Monday to Friday "the weekend" is the one that was.
fn weekend(origin: i32, shift: i32) -> i32 {
    let today = i32::from(calendar::weekday(origin));
    let monday = origin - today + 1;
    let weeks = match shift {
        0 if today < 6 => -1,
        -1 => -1,
        other => other - i32::from(today < 6 && other > 0),
    };
    monday + 7 * weeks
}

/// A month counted from another.
fn month_at(year: i16, month: u8, shift: i32) -> Option<(i16, u8)> {
    let months = (i32::from(year) * 12 + i32::from(month) - 1).checked_add(shift)?;
    Some((i16::try_from(months.div_euclid(12)).ok()?, months.rem_euclid(12) as u8 + 1))
}

fn month_near(year: i16, month: u8, shift: i32) -> Option<Value> {
    let (year, month) = month_at(year, month, shift)?;
    Some(Value::date(format!("{year:04}-{month:02}"), Some((first(year, month), last(year, month))), true))
}

fn quarter_near(year: i16, month: u8, shift: i32) -> Option<Value> {
    let (year, month) = month_at(year, month, shift.checked_mul(3)?)?;
    let quarter = (month - 1) / 3 + 1;
    let range = (first(year, quarter * 3 - 2), last(year, quarter * 3));
    Some(Value::date(format!("{year:04}-Q{quarter}"), Some(range), true))
}

/// "two weeks ago", "a year earlier".
fn shifted(unit: Unit, count: Option<f64>, origin: Origin, ahead: bool, context: &Context) -> Value {
    let reference = if ahead { "FUTURE_REF" } else { "PAST_REF" };
    let Some(count) = count.filter(|c| *c < 10_000.0) else {
        return Value::date(reference, None, false);
    };
    // What is compared with "a year earlier" is the same quarter of the year before.
    if let (Unit::Year, Some((year, quarter)), false) = (unit, context.quarter, ahead) {
        if count == 1.0 {
            let meaning = Meaning::Quarter { year: Year::Known(year - 1), quarter };
            return Value { relative: true, ..part_of_year(&meaning, context) };
        }
    }
    let near_days = unit == Unit::Day && origin == Origin::Context;
    let anchor = if near_days { context.spoken.or(context.anchor) } else { context.anchor };
    let sign = if ahead { 1.0 } else { -1.0 };
    if unit <= Unit::Hour {
        let value = duration(unit, Some(count));
        return Value::new(TimeKind::Duration, value, None, false);
    }
    let (unit, shift) = match unit {
        // Half a year is six months; other fractions are cut.
        Unit::Year if count.fract() != 0.0 => (Unit::Month, (count * 12.0).round()),
        Unit::Week if count.fract() != 0.0 => (Unit::Day, (count * 7.0).round()),
        unit => (unit, count.round()),
    };
    unit_value(unit, (sign * shift) as i32, anchor)
}
