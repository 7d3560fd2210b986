//! Weeks, months, years counted from the anchor: "last week", "two years ago".

use super::TimeKind;
use super::calendar;
use super::lengths::duration;
use super::meaning::{Meaning, Origin, Year};
use super::resolve::Context;
use super::value::{Value, century, decade, first, last, whole_year};
use super::vocabulary::Unit;
use super::years::part_of_year;
use crate::article::document::Day;

/// The unit that holds the anchor, or one near it.
pub(super) fn unit_value(unit: Unit, shift: i32, anchor: Option<Day>) -> Value {
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

pub(super) fn near(unit: Unit, shift: i32, anchor: Day) -> Option<Value> {
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
        Unit::Year => whole_year(year_at(year, shift, 1)?, true),
        Unit::Decade => decade(year_at(year, shift, 10)?, true),
        Unit::Century => century((year_at(year, shift, 100)? - 1).div_euclid(100) + 1, true),
    })
}

pub(super) fn week(monday: i32, from: i32, to: i32, suffix: &str) -> Value {
    let (year, week) = calendar::week(monday);
    let range = (calendar::day(monday + from), calendar::day(monday + to));
    Value::date(format!("{year:04}-W{week:02}{suffix}"), Some(range), true)
}

/// The coming weekend, or the one that is.
pub(super) fn this_weekend(anchor: Option<Day>) -> Value {
    match anchor.and_then(calendar::number) {
        Some(origin) => week(origin - i32::from(calendar::weekday(origin)) + 1, 5, 6, "-WE"),
        None => unit_value(Unit::Weekend, 0, None),
    }
}

/// The Monday of the week whose end is meant: on a Monday to Friday "the weekend" is the one that was.
pub(super) fn weekend(origin: i32, shift: i32) -> i32 {
    let today = i32::from(calendar::weekday(origin));
    let monday = origin - today + 1;
    let weeks = if shift == 0 && today < 6 { -1 } else { shift };
    monday + 7 * weeks
}

/// A year so many times `size` from another, where TIMEX3 can write it: 1 to 9999.
fn year_at(year: i16, shift: i32, size: i32) -> Option<i16> {
    let year = i32::from(year).checked_add(shift.checked_mul(size)?)?;
    i16::try_from(year).ok().filter(|year| (1..=9999).contains(year))
}

/// A month counted from another.
pub(super) fn month_at(year: i16, month: u8, shift: i32) -> Option<(i16, u8)> {
    let months = (i32::from(year) * 12 + i32::from(month) - 1).checked_add(shift)?;
    Some((
        i16::try_from(months.div_euclid(12)).ok()?,
        months.rem_euclid(12) as u8 + 1,
    ))
}

pub(super) fn month_near(year: i16, month: u8, shift: i32) -> Option<Value> {
    let (year, month) = month_at(year, month, shift)?;
    Some(Value::date(
        format!("{year:04}-{month:02}"),
        Some((first(year, month), last(year, month))),
        true,
    ))
}

pub(super) fn quarter_near(year: i16, month: u8, shift: i32) -> Option<Value> {
    let (year, month) = month_at(year, month, shift.checked_mul(3)?)?;
    let quarter = (month - 1) / 3 + 1;
    let range = (first(year, quarter * 3 - 2), last(year, quarter * 3));
    Some(Value::date(format!("{year:04}-Q{quarter}"), Some(range), true))
}

/// "two weeks ago", "a year earlier".
pub(super) fn shifted(
    unit: Unit,
    count: Option<f64>,
    origin: Origin,
    ahead: bool,
    context: &Context,
) -> Value {
    let reference = if ahead { "FUTURE_REF" } else { "PAST_REF" };
    let Some(count) = count.filter(|c| *c < 10_000.0) else {
        return Value::date(reference, None, false);
    };
    // What is compared with "a year earlier" is the same quarter of the year before.
    if let (Unit::Year, Some((year, quarter)), false) = (unit, context.quarter, ahead)
        && (count - 1.0).abs() < f64::EPSILON
    {
        let meaning = Meaning::Quarter {
            year: Year::Known(year - 1),
            quarter,
        };
        return Value {
            relative: true,
            ..part_of_year(&meaning, context)
        };
    }
    let near_days = unit == Unit::Day && origin == Origin::Context;
    let anchor = if near_days {
        context.spoken.or(context.anchor)
    } else {
        context.anchor
    };
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
