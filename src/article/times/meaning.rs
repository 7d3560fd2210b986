//! What an expression of time says before it is known which day it was written on.

use super::feasts::Feast;
use super::vocabulary::Unit;

/// An expression as the grammar read it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Expression {
    /// The word behind it.
    pub(super) end: usize,
    /// What it says.
    pub(super) meaning: Meaning,
    /// The part of the day or the time on the clock that it adds.
    pub(super) hour: Option<Hour>,
}

/// Which one is meant where a name recurs: "May", "last May".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// The tense of the sentence decides.
    Bare,
    Last,
    This,
    Next,
}

/// The year of a month, season or quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    Known(i16),
    /// "last June": the one that was last, whatever its year.
    Turn(Turn),
    /// "June last year": the one of a year counted from this.
    Of(Turn),
}

/// A part of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hour {
    /// TIMEX3's code: "MO" is morning.
    Part(&'static str),
    /// Hour and minute; the minute is unknown in "5 p.m.", which is written with 00.
    Clock(u8, u8),
}

/// What a shift is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// The day of writing: "ago", "from now".
    Anchor,
    /// The day last spoken of: "earlier", "later".
    Context,
}

/// What an expression says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Meaning {
    /// A day of the calendar.
    Day { year: Option<i16>, month: u8, day: u8 },
    /// Days of one month: "Aug. 3-5".
    Days {
        year: Option<i16>,
        month: u8,
        first: u8,
        last: u8,
    },
    /// A month.
    Month { year: Year, month: u8 },
    /// A year.
    Year(i16),
    /// Years from one to another: "2019-2021".
    Years(i16, i16),
    /// Ten years, by the first: 1990.
    Decade(i16),
    /// A hundred years, by its ordinal: 20 is 1901 to 2000.
    Century(i16),
    /// A quarter of a year, 1 to 4.
    Quarter { year: Year, quarter: u8 },
    /// Half of a year, 1 or 2.
    Half { year: Year, half: u8 },
    /// A season, by TIMEX3's code.
    Season { year: Year, season: &'static str },
    /// The quarter spoken of, or the last one that was over when this was written, some years back; `over` where
    /// only one that was over can be meant: "the latest quarter".
    LatestQuarter { years_back: i16, over: bool },
    /// "the 1988 quarter": the quarter spoken of, in that year; the year where none is.
    SameQuarter(i16),
    /// "last Oct. 23": the last such day before the anchor.
    LastDay { month: u8, day: u8 },
    /// The week that holds a day of the calendar: "the week of March 6".
    WeekOf { year: Option<i16>, month: u8, day: u8 },
    /// A feast that moves: Easter, the fourth Thursday of November.
    Feast { feast: Feast, turn: Turn },
    /// The week of such a feast, or its weekend.
    FeastWeek { feast: Feast, unit: Unit },
    /// A weekday.
    Weekday { day: u8, turn: Turn },
    /// The unit that holds the anchor, or one before or behind it: "last week" is -1.
    Unit { unit: Unit, shift: i32 },
    /// The day last spoken of, or one near it: "the next day".
    ContextDay { shift: i32 },
    /// A weekday counted from the day last spoken of: "the previous Friday", "the following Monday".
    ContextWeekday { day: u8, ahead: bool },
    /// The day, month, quarter or year that the story is at: "that year", and with 1 the one behind it.
    Told { unit: Unit, shift: i32 },
    /// The day before or after another: "the day after Christmas".
    Beside { day: Box<Meaning>, shift: i32 },
    /// So much before or behind its origin: "two days ago".
    Shift {
        unit: Unit,
        count: Option<f64>,
        origin: Origin,
        ahead: bool,
    },
    /// `PAST_REF`, `PRESENT_REF` or `FUTURE_REF`.
    Reference(&'static str),
    /// A length; without a count "several", "few".
    Length { unit: Unit, count: Option<f64> },
    /// What recurs, as a TIMEX3 value.
    Every(String),
}

/// An expression without a part of the day.
#[allow(clippy::unnecessary_wraps)] // Every caller is a rule of the grammar, which may fail to read.
pub(super) fn plain(end: usize, meaning: Meaning) -> Option<Expression> {
    Some(Expression {
        end,
        meaning,
        hour: None,
    })
}
