//! Notation of the rooms `times` and `numbers`: the first line of the input may be `anchor 2025-08-07`. Then a time a
//! line, `Wednesday  DATE 2025-08-06`, with the days it covers where they are not that one day; a number a line,
//! `about  25%  PERCENT 25 percent`, with `~` where the text hedges it.

use crossread::article::document::{BlockKind, Day};
use crossread::article::times::{Anchors, Number, Time, TimeKind, calendar, times_and_numbers};
use crossread::knowledge::Model;

use super::plain;

pub(crate) fn times(input: &str) -> String {
    let (text, times, _) = read(input);
    times.iter().map(|time| time_line(time, text)).collect()
}

pub(crate) fn numbers(input: &str) -> String {
    let (text, _, numbers) = read(input);
    numbers.iter().map(|number| number_line(number, text)).collect()
}

/// The text behind the anchor line, and what is read in it. A line that begins with "caption: " is a caption, one that
/// begins with "dateline: " a dateline.
fn read(input: &str) -> (&str, Vec<Time>, Vec<Number>) {
    let (published, text) = match input
        .strip_prefix("anchor ")
        .and_then(|rest| rest.split_once('\n'))
    {
        Some((anchor, text)) => (day(anchor), text),
        None => (None, input),
    };
    let mut document = plain::document("case", text);
    for block in &mut document.blocks {
        for (mark, kind) in [
            ("caption: ", BlockKind::Caption),
            ("dateline: ", BlockKind::Dateline),
        ] {
            if block.span.of(text).starts_with(mark) {
                block.kind = kind;
            }
        }
    }
    let segments = plain::segments(&document);
    let anchors = Anchors { published };
    let (times, numbers) = times_and_numbers(&document, &segments, &Model::embedded(), &anchors);
    (text, times, numbers)
}

fn day(iso: &str) -> Option<Day> {
    let parts: Vec<&str> = iso.split('-').collect();
    let [year, month, day] = parts[..] else {
        return None;
    };
    Some(Day {
        year: year.parse().ok(),
        month: month.parse().ok()?,
        day: day.parse().ok()?,
    })
}

fn time_line(time: &Time, text: &str) -> String {
    let kind = match time.kind {
        TimeKind::Date => "DATE",
        TimeKind::Time => "TIME",
        TimeKind::Duration => "DURATION",
        TimeKind::Set => "SET",
    };
    let range = time
        .range
        .map(|(from, to)| (calendar::iso(from), calendar::iso(to)));
    let days = match range {
        Some((from, to)) if from != to => format!("  {from}..{to}"),
        _ => String::new(),
    };
    format!("{}  {kind} {}{days}\n", time.span.of(text), time.value)
}

fn number_line(number: &Number, text: &str) -> String {
    // Two places are enough to tell a third from 33%.
    let short = |value: f64| (value * 100.0).round() / 100.0;
    let to = number.to.map_or(String::new(), |to| format!("..{}", short(to)));
    let unit = number
        .unit
        .as_ref()
        .map_or(String::new(), |unit| format!(" {unit}"));
    let hedge = if number.approximate { " ~" } else { "" };
    let (words, label, value) = (number.span.of(text), number.label.code(), short(number.value));
    format!("{words}  {label} {value}{to}{unit}{hedge}\n")
}
