//! The order in which the parts of the grammar are tried, and how a day and an hour join.

use super::clock::clock;
use super::dates::date;
use super::lengths::length;
use super::meaning::{Expression, Hour, Meaning};
use super::relative::{relative, year_earlier};
use super::vocabulary::{Unit, part};
use super::words::Words;

/// The expression of time that begins at word `start`: the longest that some part of the grammar reads.
pub(super) fn expression(words: &Words, start: usize) -> Option<Expression> {
    let clocked = clocked(words, start);
    let others = [
        date(words, start),
        relative(words, start),
        length(words, start),
        year_earlier(words, start),
    ];
    let best = others
        .into_iter()
        .flatten()
        .reduce(|best, other| if other.end > best.end { other } else { best });
    let best = best.map(|best| with_hour(words, best));
    match (clocked, best) {
        (Some(clocked), Some(best)) if best.end > clocked.end => Some(best),
        (Some(clocked), _) => Some(clocked),
        (None, best) => best,
    }
}

/// "10 p.m. on Wednesday", "noon Thursday", "5 p.m.".
fn clocked(words: &Words, start: usize) -> Option<Expression> {
    let (end, hour) = clock(words, start)?;
    let mut at = end;
    at += usize::from(words.at(at) == ",");
    at += usize::from(words.at(at) == "on");
    let today = Meaning::Unit {
        unit: Unit::Day,
        shift: 0,
    };
    match date(words, at).or_else(|| relative(words, at)) {
        Some(day) if is_day(&day.meaning) && day.hour.is_none() => Some(Expression {
            hour: Some(hour),
            ..day
        }),
        Some(day) if day.meaning == today => Some(Expression {
            hour: Some(hour),
            ..day
        }),
        _ => Some(Expression {
            end,
            meaning: Meaning::ContextDay { shift: 0 },
            hour: Some(hour),
        }),
    }
}

fn is_day(meaning: &Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Day { .. } | Meaning::Weekday { .. } | Meaning::Unit { unit: Unit::Day, .. }
    )
}

/// "July 4 morning", "Aug. 6 at 3 p.m.".
fn with_hour(words: &Words, day: Expression) -> Expression {
    if !is_day(&day.meaning) || day.hour.is_some() {
        return day;
    }
    if let Some(part) = part(words.at(day.end)) {
        return Expression {
            end: day.end + 1,
            hour: Some(Hour::Part(part)),
            ..day
        };
    }
    let comma = usize::from(words.at(day.end) == ",");
    if words.at(day.end + comma) == "at" {
        let at = day.end + comma + 1;
        let at = at + usize::from(matches!(words.at(at), "about" | "around"));
        if let Some((end, hour)) = clock(words, at) {
            return Expression {
                end,
                hour: Some(hour),
                ..day
            };
        }
    }
    day
}
