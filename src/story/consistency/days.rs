//! A weekday that is not the weekday of the date beside it, and a day that no calendar has.

use crate::article::Article;
use crate::article::document::{Note, NoteKind};
use crate::article::times::{self, Time, calendar};
use crate::text::fold;

const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// Dates that are written with a weekday they do not fall on.
pub(super) fn notes(article: &Article) -> Vec<Note> {
    let dated = article.times.iter().filter_map(|time| {
        let (first, last) = time.range?;
        let day = (first == last).then_some(first)?;
        let words = fold::style(time.span.of(article.text()));
        // The whole word or its usual abbreviation; a date without a month in words or figures is no date.
        let named = DAYS.iter().position(|name| {
            let starts = |word: &str| word == *name || word.trim_end_matches('.') == &name[..3];
            words.split([' ', ',']).any(starts)
        })?;
        let figures = words.bytes().any(|b| b.is_ascii_digit());
        let falls = usize::from(calendar::weekday(calendar::number(day)?));
        // `weekday` counts from Monday as 1.
        (figures && named + 1 != falls).then(|| Note {
            kind: NoteKind::Date,
            span: Some(time.span),
            message: format!(
                "“{words}” contradicts itself: {} is a {}",
                calendar::iso(day),
                DAYS[falls.saturating_sub(1).min(6)]
            ),
        })
    });
    dated.chain(beside(article)).chain(impossible(article)).collect()
}

/// A weekday alone and a date right beside it: "on Tuesday (August 6, 2025)", "August 6, 2025, a Tuesday".
fn beside(article: &Article) -> impl Iterator<Item = Note> {
    let text = article.text();
    article.times.windows(2).filter_map(|two| {
        let words = |time: &Time| fold::style(time.span.of(text));
        let named = |time: &Time| DAYS.iter().position(|name| words(time) == *name);
        let gap = text
            .get(two[0].span.end()..two[1].span.start())
            .unwrap_or("")
            .trim();
        let (weekday, date) = match (named(&two[0]), named(&two[1]), gap) {
            (Some(day), None, "(") => (day, &two[1]),
            (None, Some(day), ", a" | "(" | "(a") => (day, &two[0]),
            _ => return None,
        };
        let (first, last) = date.range?;
        let falls = usize::from(calendar::weekday(calendar::number(first)?));
        let figures = words(date).bytes().any(|b| b.is_ascii_digit());
        (first == last && figures && weekday + 1 != falls).then(|| {
            let span = two[0].span.cover(two[1].span);
            Note {
                kind: NoteKind::Date,
                span: Some(span),
                message: format!(
                    "“{}” contradicts itself: {} is a {}",
                    fold::style(span.of(text)),
                    calendar::iso(first),
                    DAYS[falls.saturating_sub(1).min(6)]
                ),
            }
        })
    })
}

/// Days that no calendar has: they are told, and read as nothing.
fn impossible(article: &Article) -> impl Iterator<Item = Note> {
    let days = times::impossible_days(article.text(), &article.segments.tokens);
    days.into_iter().map(|(span, last)| Note {
        kind: NoteKind::Date,
        span: Some(span),
        message: format!(
            "“{}” is no day: that month has {last}",
            fold::style(span.of(article.text()))
        ),
    })
}
