//! Months, quarters, halves and seasons: which year's is meant.

use super::meaning::{Meaning, Turn, Year};
use super::resolve::Context;
use super::tense::Direction;
use super::value::{Value, first, last};
use crate::article::document::Day;

/// Months ahead from which on "in August" is not the coming one even where the sentence looks ahead: that would be
/// "next August". Of the twelve these are the last three, which are nearer behind.
const TOO_FAR: u8 = 10;

/// Months ahead within which a month without any sign of tense is the coming one.
const AT_HAND: u8 = 2;

/// The year of something that recurs each year and begins with month `begins`, as seen from the anchor.
pub(super) fn year_of(year: Year, begins: u8, context: &Context) -> Option<i16> {
    let turn = match year {
        Year::Known(year) => return Some(year),
        Year::Of(turn) => return turned_year(turn, context),
        Year::Turn(turn) => turn,
    };
    let anchor = context.anchor?;
    let now = anchor.year?;
    let over = begins < anchor.month;
    let begun = begins <= anchor.month;
    let ahead = (begins + 12 - anchor.month) % 12;
    Some(match (turn, context.direction) {
        (Turn::Last, _) => now - i16::from(!over),
        (Turn::This, _) => now,
        (Turn::Next, _) => now + i16::from(begun),
        (Turn::Bare, Direction::Future) if ahead < TOO_FAR => now + i16::from(over),
        (Turn::Bare, Direction::Unknown) if ahead <= AT_HAND => now + i16::from(over),
        (Turn::Bare, _) => now - i16::from(!begun),
    })
}

pub(super) fn part_of_year(meaning: &Meaning, context: &Context) -> Value {
    let (year, begins, months, code) = match meaning {
        Meaning::Quarter { year, quarter } => (*year, quarter * 3 - 2, 3, format!("Q{quarter}")),
        Meaning::Half { year, half } => (*year, half * 6 - 5, 6, format!("H{half}")),
        Meaning::Season { year, season } => (*year, season_start(season), 3, (*season).to_owned()),
        Meaning::Month { year, month } => (*year, *month, 1, format!("{month:02}")),
        _ => return Value::date("", None, false),
    };
    let relative = !matches!(year, Year::Known(_));
    let year = match (meaning, year) {
        // A quarter that was over not long ago is the one reported on, even where a sentence looks ahead.
        (Meaning::Quarter { .. }, Year::Turn(_)) if just_over(begins, context) => year_of(
            year,
            begins,
            &Context {
                direction: Direction::Past,
                ..*context
            },
        ),
        _ => year_of(year, begins, context),
    };
    let Some(year) = year else {
        return Value::date(format!("XXXX-{code}"), None, false);
    };
    let end = begins + months - 1;
    let range = if end > 12 {
        (first(year, begins), last(year + 1, end - 12))
    } else {
        (first(year, begins), last(year, end))
    };
    Value::date(format!("{year:04}-{code}"), Some(range), relative)
}

/// Whether the last quarter that began with month `begins` was over less than two quarters ago.
pub(super) fn just_over(begins: u8, context: &Context) -> bool {
    let since = |anchor: Day| (i32::from(anchor.month) - i32::from(begins)).rem_euclid(12);
    context.anchor.is_some_and(|anchor| since(anchor) < 9)
}

pub(super) fn turned_year(turn: Turn, context: &Context) -> Option<i16> {
    let now = context.anchor?.year?;
    Some(match turn {
        Turn::Last => now - 1,
        Turn::Next => now + 1,
        Turn::This | Turn::Bare => now,
    })
}

/// The month in which a season begins, in the northern reckoning of weather services.
pub(super) fn season_start(season: &str) -> u8 {
    match season {
        "SP" => 3,
        "SU" => 6,
        "FA" => 9,
        _ => 12,
    }
}

/// Whether a quarter was over when the article was written.
pub(super) fn is_over((year, quarter): (i16, u8), anchor: Option<Day>) -> bool {
    let day = anchor.and_then(|anchor| Some((anchor.year?, anchor.month)));
    day.is_none_or(|day| (year, quarter * 3) < day)
}

/// The quarter spoken of, or the last of those that were over; some years back.
pub(super) fn latest_quarter(years_back: i16, only_over: bool, context: &Context) -> Value {
    let spoken_of = if only_over {
        context.reported
    } else {
        context.quarter
    };
    let over = context.anchor.and_then(|anchor| {
        let year = anchor.year?;
        let quarter = (anchor.month - 1) / 3;
        Some(if quarter == 0 {
            (year - 1, 4)
        } else {
            (year, quarter)
        })
    });
    match spoken_of.or(over) {
        Some((year, quarter)) => {
            let meaning = Meaning::Quarter {
                year: Year::Known(year - years_back),
                quarter,
            };
            Value {
                relative: true,
                ..part_of_year(&meaning, context)
            }
        }
        None => Value::date("XXXX-QX", None, false),
    }
}
