//! Days that no calendar has: "31 February", "February 29, 2023", "30 February".

use super::calendar;
use super::dates::year;
use super::vocabulary::month;
use super::words::Words;
use crate::article::document::Day;
use crate::article::segment::Token;
use crate::text::Span;

/// The days that the tokens state and the calendar lacks, with the month's last day in that year.
pub fn impossible_days(text: &str, tokens: &[Token]) -> Vec<(Span, u8)> {
    // Every month has the days before these.
    let late = |token: &Token| {
        ["29", "30", "31"]
            .iter()
            .any(|day| token.span.of(text).ends_with(day))
    };
    if !tokens.iter().any(late) {
        return Vec::new();
    }
    let words = Words::new(text, tokens);
    let found = (0..words.len()).filter_map(|at| Some((at, impossible(&words, at)?)));
    found
        .map(|(at, (end, last))| (words.span(at, end), last))
        .collect()
}

/// The word behind a day that stands behind or before its month, from word `at` on, and the month's last day.
pub(super) fn impossible(words: &Words, at: usize) -> Option<(usize, u8)> {
    let named = |at: usize| month(words.at(at)).filter(|_| words.capital(at));
    let stop = |at: usize| at + usize::from(words.at(at) == "." && words.glued(at));
    let (end, month, day) = if let Some(month) = named(at) {
        let number = stop(at + 1);
        (number + 1, month, figures(words, number)?)
    } else {
        let day = figures(words, at)?;
        let month = at + 1 + usize::from(words.at(at + 1) == "of");
        (stop(month + 1), named(month)?, day)
    };
    let comma = usize::from(words.at(end) == ",");
    let year = year(words, end + comma);
    let end = year.map_or(end, |_| end + comma + 1);
    let exists = |day| calendar::exists(Day { year, month, day });
    let last = (28..=31).rev().find(|&day| exists(day))?;
    // "May 68" may be a year, "March 40" a count; one to three days too many are a slip.
    (day > last && day <= 31).then_some((end, last))
}

fn figures(words: &Words, at: usize) -> Option<u8> {
    words.at(at).parse().ok().filter(|_| words.figures(at))
}
