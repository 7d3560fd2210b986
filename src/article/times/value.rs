//! Values with the days they cover: days, months, years, decades, centuries.

use super::{TimeKind, calendar};
use crate::article::document::Day;

/// A value with the days it covers.
pub(super) struct Value {
    pub(super) kind: TimeKind,
    pub(super) code: String,
    pub(super) range: Option<(Day, Day)>,
    /// Whether the anchor was needed.
    pub(super) relative: bool,
}

impl Value {
    pub(super) fn new(
        kind: TimeKind,
        value: impl Into<String>,
        range: Option<(Day, Day)>,
        relative: bool,
    ) -> Self {
        Self {
            kind,
            code: value.into(),
            range,
            relative,
        }
    }

    pub(super) fn date(value: impl Into<String>, range: Option<(Day, Day)>, relative: bool) -> Self {
        Self::new(TimeKind::Date, value, range, relative)
    }

    pub(super) fn day(day: Day, relative: bool) -> Self {
        Self::date(calendar::iso(day), day.year.map(|_| (day, day)), relative)
    }
}

pub(super) fn day_of(year: i16, month: u8, day: u8) -> Day {
    Day {
        year: Some(year),
        month,
        day,
    }
}

/// The first day of a month.
pub(super) fn first(year: i16, month: u8) -> Day {
    day_of(year, month, 1)
}

/// The last day of a month.
pub(super) fn last(year: i16, month: u8) -> Day {
    let length = (28..=31)
        .rev()
        .find(|day| calendar::exists(day_of(year, month, *day)));
    day_of(year, month, length.unwrap_or(28))
}

pub(super) fn whole_year(year: i16, relative: bool) -> Value {
    Value::date(
        format!("{year:04}"),
        Some((first(year, 1), last(year, 12))),
        relative,
    )
}

pub(super) fn decade(year: i16, relative: bool) -> Value {
    let start = year - year.rem_euclid(10);
    let range = Some((first(start, 1), last(start + 9, 12)));
    Value::date(format!("{:03}", start / 10), range, relative)
}

/// TIMEX3 writes the first two figures: the 20th century is "19".
pub(super) fn century(rank: i16, relative: bool) -> Value {
    let start = (rank - 1) * 100;
    Value::date(
        format!("{:02}", rank - 1),
        Some((first(start + 1, 1), last(start + 100, 12))),
        relative,
    )
}
