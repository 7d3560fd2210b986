//! The order in which the parts of the grammar are tried, and how a day and an hour join.

use super::clock::clock;
use super::dates::date;
use super::lengths::length;
use super::meaning::{Expression, Hour, Meaning};
use super::relative::{relative, year_earlier};
use super::story::story;
use super::vocabulary::{Unit, part};
use super::words::Words;

/// The expression of time that begins at word `start`: the longest that some part of the grammar reads.
pub(super) fn expression(words: &Words, start: usize) -> Option<Expression> {
    let clocked = clocked(words, start);
    let others = [
        date(words, start),
        relative(words, start),
        story(words, start),
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
    let bracket = past_bracket(words, end);
    let end = bracket.unwrap_or(end);
    let mut at = end;
    at += usize::from(words.at(at) == ",");
    at += usize::from(words.at(at) == "on");
    let day = date(words, at)
        .or_else(|| relative(words, at))
        .filter(|day| day.hour.is_none());
    let hour = Some(hour);
    match day {
        // Behind a bracket the day is read for itself too.
        Some(day) if is_day(&day.meaning) && bracket.is_some() => Some(Expression { end, hour, ..day }),
        Some(day) if is_day(&day.meaning) => Some(Expression { hour, ..day }),
        _ => Some(Expression {
            end,
            meaning: Meaning::ContextDay { shift: 0 },
            hour,
        }),
    }
}

/// The word behind a bracket that gives the same hour in another zone, which is no other time: "10:35 a.m. (0735 GMT)
/// Friday".
fn past_bracket(words: &Words, end: usize) -> Option<usize> {
    let inner = (words.at(end) == "(").then(|| clock(words, end + 1)).flatten();
    inner
        .filter(|(behind, _)| words.at(*behind) == ")")
        .map(|(behind, _)| behind + 1)
}

pub(super) fn is_day(meaning: &Meaning) -> bool {
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
