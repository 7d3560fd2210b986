//! Lengths and what recurs: "two days", "the past three months", "3-1/2-year", "two weeks ago", "every Monday".

use super::cardinal::amount;
use super::meaning::{Expression, Meaning, Origin, plain};
use super::vocabulary::{Unit, month, part, unit, weekday};
use super::words::Words;
use crate::text::decimal;

/// Words that recur by themselves.
const RECURRING: &[(&str, &str)] = &[
    ("daily", "P1D"),
    ("weekly", "P1W"),
    ("fortnightly", "P2W"),
    ("monthly", "P1M"),
    ("quarterly", "P1Q"),
    ("hourly", "PT1H"),
    ("annually", "P1Y"),
    ("yearly", "P1Y"),
    ("nightly", "P1D"),
    ("biweekly", "P2W"),
    ("annual", "P1Y"),
    ("weekdays", "XXXX-WXX-WD"),
    ("weekends", "XXXX-WXX-WE"),
];

/// A length, a shift or something that recurs, at word `start`.
pub(super) fn length(words: &Words, start: usize) -> Option<Expression> {
    recurring(words, start)
        .or_else(|| reported_year(words, start))
        .or_else(|| day_long(words, start))
        .or_else(|| counted(words, start))
        .or_else(|| vague_plural(words, start))
}

/// "day-long", "weeklong": one of its unit; "decades-long", "months-old": some.
fn day_long(words: &Words, start: usize) -> Option<Expression> {
    let word = words.at(start);
    let joined = words.joins(start + 1);
    let (noun, end) = match word.strip_suffix("long") {
        Some(noun) => (noun.trim_end_matches('-'), start + 1),
        None if joined && matches!(words.at(start + 2), "long" | "old") => (word, start + 3),
        None => return None,
    };
    let (unit, count, plural) = unit(noun)?;
    // "45-years-old" is an age, and "year-old" part of one.
    let aged = words.at(start + 2) == "old"
        && (!plural
            || words.before(start, 1) == "-"
            || start > 0 && amount(words, start - 1).is_some_and(|a| a.end == start));
    let whole = !(matches!(unit, Unit::Second | Unit::Weekend) || joined && aged);
    let count = (!plural).then_some(count);
    whole
        .then_some(())
        .and_then(|()| plain(end, Meaning::Length { unit, count }))
}

/// "the year ended March 31", "the fiscal year ending June 30": a length, whose end is said.
fn reported_year(words: &Words, start: usize) -> Option<Expression> {
    let fiscal = usize::from(words.at(start + 1) == "fiscal");
    let noun = start + 1 + fiscal;
    let ends = words.at(start) == "the"
        && words.at(noun) == "year"
        && matches!(words.at(noun + 1), "ended" | "ending" | "ends");
    ends.then_some(())?;
    let count = Some(1.0);
    let unit = Unit::Year;
    plain(noun + 1, Meaning::Length { unit, count })
}

/// "every Monday", "each year", "daily", "Mondays", "twice a week", "$2 million a year".
fn recurring(words: &Words, start: usize) -> Option<Expression> {
    let word = words.at(start);
    if let Some((_, value)) = RECURRING.iter().find(|(form, _)| *form == word) {
        // "The Daily Mail": part of a name.
        let name = words.capital(start) && words.capital(start + 1);
        // "annual report", "quarterly dividend": what kind of thing it is, not when.
        let kind =
            matches!(word, "annual" | "quarterly") && words.raw(start + 1).starts_with(char::is_alphanumeric);
        // "the Lisbon daily Aurora": a newspaper.
        let paper = words.capital(start + 1) && start > 0 && words.capital(start - 1);
        return (!name && !kind && !paper)
            .then_some(())
            .and_then(|()| plain(start + 1, Meaning::Every((*value).to_owned())));
    }
    if word.len() > 6
        && words.capital(start)
        && let Some(day) = word.strip_suffix('s').and_then(weekday)
    {
        return plain(start + 1, Meaning::Every(format!("XXXX-WXX-{day}")));
    }
    if let Some(code) = plural_part(words, start) {
        let day = weekday(word).unwrap_or_default();
        let end = start + 1 + usize::from(part_plural(words.at(start + 1)).is_some());
        return plain(end, Meaning::Every(format!("XXXX-WXX-{day}T{code}")));
    }
    match word {
        "every" | "each" => each(words, start + 1),
        "a" | "an" | "per" if word == "per" || is_rate(words, start) => {
            let (unit, count, plural) = unit(words.at(start + 1))?;
            // "instructions per second", "60 miles per hour": a speed.
            let speed = unit == Unit::Second || unit == Unit::Hour && is_distance(words.before(start, 1));
            (!plural && !speed)
                .then(|| plain(start + 2, Meaning::Every(duration(unit, Some(count)))))
                .flatten()
        }
        _ => None,
    }
}

fn is_distance(word: &str) -> bool {
    matches!(
        word,
        "miles" | "mile" | "kilometers" | "kilometres" | "km" | "feet" | "meters" | "metres"
    )
}

/// The part of the day of "Tuesday nights", seen also from the Monday of "Monday and Tuesday nights".
pub(super) fn plural_part(words: &Words, start: usize) -> Option<&'static str> {
    let mut at = start;
    while weekday(words.at(at)).is_some() && words.capital(at) && at < start + 14 {
        if let Some(part) = part_plural(words.at(at + 1)) {
            return Some(part);
        }
        at += 1;
        at += usize::from(words.at(at) == ",");
        at += usize::from(matches!(words.at(at), "and" | "or"));
    }
    None
}

fn part_plural(word: &str) -> Option<&'static str> {
    word.strip_suffix('s').and_then(part)
}

fn each(words: &Words, at: usize) -> Option<Expression> {
    let word = words.at(at);
    if let Some(day) = weekday(word).filter(|_| words.capital(at)) {
        return plain(at + 1, Meaning::Every(format!("XXXX-WXX-{day}")));
    }
    if let Some(month) = month(word).filter(|_| words.capital(at)) {
        return plain(at + 1, Meaning::Every(format!("XXXX-{month:02}")));
    }
    let (after, number) = amount(words, at).map_or((at, 1.0), |a| (a.end, a.value));
    let (unit, count, plural) = unit(words.at(after))?;
    (plural == (number > 1.0)).then_some(())?;
    plain(after + 1, Meaning::Every(duration(unit, Some(count * number))))
}

/// Whether "a year" tells how often and not how long: "two million a year", "once a week", "3% a month".
fn is_rate(words: &Words, start: usize) -> bool {
    const BEFORE: &[&str] = &[
        "%", "times", "once", "twice", "percent", "cent", "dollars", "euros", "pounds", "million", "billion",
        "thousand", "hours", "days", "barrels", "tonnes", "tons", "people", "cents", "points", "flights",
    ];
    let before = words.before(start, 1);
    if matches!(
        words.at(start + 2),
        "ago" | "earlier" | "later" | "before" | "after" | "old"
    ) {
        return false;
    }
    // "after a year" and "in a week" are lengths; a figure before the article is a count with its noun left out.
    // "Two million florins a year": of a count in words the noun stands between.
    let scaled = matches!(
        words.before(start, 2),
        "million" | "billion" | "thousand" | "hundred"
    );
    let counts = |steps: usize| start >= steps && words.figures(start - steps);
    BEFORE.contains(&before) || scaled || counts(1) || counts(2)
}

/// Words between a count and its unit.
const FILLERS: &[&str] = &[
    "more",
    "full",
    "consecutive",
    "straight",
    "long",
    "whole",
    "trading",
    "business",
    "working",
    "calendar",
    "additional",
    "extra",
    "further",
    "other",
    "successive",
    "short",
    "fiscal",
];

/// "two days", "30-day", "the past three months", "a week ago", "10 years from now".
fn counted(words: &Words, start: usize) -> Option<Expression> {
    let mut at = start;
    if matches!(words.at(at), "the" | "these" | "those") {
        at += 1;
    }
    let framed = matches!(
        words.at(at),
        "past" | "last" | "next" | "previous" | "coming" | "first" | "final" | "following"
    );
    at += usize::from(framed);
    let (mut end, count) = count(words, at)?;
    end += usize::from(FILLERS.contains(&words.at(end)));
    let noun = words.past_hyphen(end);
    let (unit, size, plural) = unit(words.at(noun))?;
    let title = words.capital(noun)
        && words.figures(at)
        && matches!(words.before(at, 1), "\"" | "“" | "'" | "‘" | "`");
    let other = matches!(unit, Unit::Second | Unit::Weekend) && !plural || title;
    if other || is_age(words, noun + 1) {
        return None;
    }
    // "will one day be": not how long, but when.
    let someday = words.reads(at, &["one", "day"])
        && matches!(
            words.before(at, 1),
            "will" | "would" | "may" | "might" | "could" | "can" | "should"
        );
    if someday {
        return plain(at + 2, Meaning::Reference("FUTURE_REF"));
    }
    let article = matches!(words.at(at), "a" | "an" | "one");
    // In "a day-long meeting" the article belongs to the meeting.
    if article && words.joins(noun + 1) && words.at(noun + 2) == "long" {
        return None;
    }
    if at > start && article || !plural && at > start && noun == end && count == Some(1.0) {
        return None;
    }
    let count = count.map(|c| c * size);
    let (end, count) = half_more(words, noun + 1, count);
    if all_of_it(words, end, unit, count) {
        return plain(end + 2, Meaning::Length { unit, count });
    }
    if at == start
        && let Some(shift) = shift(words, end, unit, count)
    {
        return Some(shift);
    }
    // "the nine months" is one expression; in "the 30-day truce" the article belongs to the truce.
    let open = at > start && !framed && noun > 0 && words.joins(noun - 1);
    (!open)
        .then_some(())
        .and_then(|()| plain(end, Meaning::Length { unit, count }))
}

/// The count before a unit: a number, an article, or a vague word.
fn count(words: &Words, at: usize) -> Option<(usize, Option<f64>)> {
    let vague: &[(&[&str], Option<f64>)] = &[
        (&["a", "couple", "of"], Some(2.0)),
        (&["couple", "of"], Some(2.0)),
        (&["a", "few"], None),
        (&["few"], None),
        (&["several"], None),
        (&["many"], None),
        (&["recent"], None),
        (&["a", "quarter", "of", "a"], Some(0.25)),
        (&["a", "quarter", "of", "an"], Some(0.25)),
        (&["half", "a"], Some(0.5)),
        (&["half", "an"], Some(0.5)),
        (&["a", "half"], Some(0.5)),
    ];
    if let Some(found) = words.phrase(at, vague) {
        return Some(found);
    }
    if let Some(amount) = amount(words, at) {
        // "two to three weeks" is at least two.
        if matches!(words.at(amount.end), "to" | "or") || words.joins(amount.end) {
            let upper =
                super::cardinal::amount(words, amount.end + 1).filter(|u| u.value > amount.value && !u.vague);
            if let Some(upper) = upper {
                return Some((upper.end, Some(amount.value)));
            }
        }
        let of = usize::from(amount.vague && words.at(amount.end) == "of");
        return Some((amount.end + of, (!amount.vague).then_some(amount.value)));
    }
    matches!(words.at(at), "a" | "an").then_some((at + 1, Some(1.0)))
}

/// "24 hours a day", "seven days a week": all of each, and no rhythm beside the length.
fn all_of_it(words: &Words, end: usize, unit: Unit, count: Option<f64>) -> bool {
    let whole = match unit {
        Unit::Hour => (24.0, "day"),
        Unit::Day => (7.0, "week"),
        _ => return false,
    };
    matches!(words.at(end), "a" | "per") && count == Some(whole.0) && words.at(end + 1) == whole.1
}

/// "45-year-old", "aged 45 years": a count of years, not a time of the story.
fn is_age(words: &Words, at: usize) -> bool {
    words.at(words.past_hyphen(at)) == "old"
}

/// "a year and a half".
fn half_more(words: &Words, end: usize, count: Option<f64>) -> (usize, Option<f64>) {
    if words.reads(end, &["and", "a", "half"]) {
        return (end + 3, count.map(|c| c + 0.5));
    }
    (end, count)
}

/// "ago", "earlier", "from now" behind a length.
fn shift(words: &Words, end: usize, unit: Unit, count: Option<f64>) -> Option<Expression> {
    let or_so = end + 2 * usize::from(words.reads(end, &["or", "so"]));
    let forms: &[(&[&str], (Origin, bool))] = &[
        (&["ago"], (Origin::Anchor, false)),
        (&["earlier"], (Origin::Context, false)),
        (&["previously"], (Origin::Context, false)),
        (&["later"], (Origin::Context, true)),
        (&["from", "now"], (Origin::Anchor, true)),
    ];
    let (end, (origin, ahead)) = words.phrase(or_so, forms)?;
    plain(
        end,
        Meaning::Shift {
            unit,
            count,
            origin,
            ahead,
        },
    )
}

/// "for years", "within weeks".
fn vague_plural(words: &Words, start: usize) -> Option<Expression> {
    const BEFORE: &[&str] = &[
        "for",
        "within",
        "in",
        "over",
        "of",
        "after",
        "than",
        "some",
        "past",
        "coming",
        "previous",
        "these",
        "following",
    ];
    let the = usize::from(words.at(start) == "the");
    let (unit, _, plural) = unit(words.at(start + the))?;
    if !plural || matches!(unit, Unit::Second | Unit::Quarter) {
        return None;
    }
    let mut end = start + the + 1;
    // "within weeks or months"
    if the == 0 && words.at(end) == "or" && unit_plural(words.at(end + 1)) {
        end += 2;
    }
    let length = |end| plain(end, Meaning::Length { unit, count: None });
    if the > 0 {
        // "the weeks ahead", "the years that followed", "over the years"; "the days" of something are no length.
        let followed = matches!(words.at(end), "that" | "which") && words.at(end + 1).starts_with("follow");
        let over = words.before(start, 1) == "over" && words.at(end) != "of";
        return match words.at(end) {
            "ahead" => length(end + 1),
            "to" if words.at(end + 1) == "come" => length(end + 2),
            "since" => length(end),
            _ if followed || over => length(end),
            _ => None,
        };
    }
    if words.at(end) == "ago" {
        return shift(words, end, unit, None);
    }
    // "a matter of weeks" tells how soon.
    if words.before(start, 1) == "of" && words.before(start, 2) == "matter" {
        return None;
    }
    // "months of talks", not the "minutes of the meeting" nor a title.
    let filled = words.at(end) == "of"
        && unit != Unit::Minute
        && words.raw(end + 1).starts_with(char::is_lowercase)
        && !matches!(words.before(start, 1), "the" | "these" | "those" | "-");
    (BEFORE.contains(&words.before(start, 1)) || filled)
        .then_some(())
        .and_then(|()| length(end))
}

fn unit_plural(word: &str) -> bool {
    unit(word).is_some_and(|(unit, _, plural)| plural && unit > Unit::Second)
}

/// A length as a TIMEX3 value: "P2D", "PT5H30M", "P3.5Y", "PXM".
pub(super) fn duration(unit: Unit, count: Option<f64>) -> String {
    let (letter, size) = match unit {
        Unit::Second => ("S", 1.0),
        Unit::Minute | Unit::Month => ("M", 1.0),
        Unit::Hour => ("H", 1.0),
        Unit::Day => ("D", 1.0),
        Unit::Week => ("W", 1.0),
        Unit::Weekend => ("WE", 1.0),
        Unit::Quarter => ("Q", 1.0),
        Unit::Year => ("Y", 1.0),
        Unit::Decade => ("Y", 10.0),
        Unit::Century => ("Y", 100.0),
    };
    let clock = if unit <= Unit::Hour { "T" } else { "" };
    let Some(count) = count.map(|count| count * size) else {
        return format!("P{clock}X{letter}");
    };
    let whole = count.trunc();
    match smaller(unit, count - whole) {
        Some(rest) if whole == 0.0 => format!("P{clock}{rest}"),
        Some(rest) => format!("P{clock}{}{letter}{rest}", decimal::shortest(whole)),
        // Thousandths are finer than any fraction that is written in words.
        None => format!(
            "P{clock}{}{letter}",
            decimal::shortest((count * 1000.0).round() / 1000.0)
        ),
    }
}

/// A fraction of an hour or minute in the next smaller unit, where it comes to a whole number: the clock goes on in
/// sixties, what the calendar halves stays a fraction.
fn smaller(unit: Unit, fraction: f64) -> Option<String> {
    let letter = match unit {
        Unit::Hour => 'M',
        Unit::Minute => 'S',
        _ => return None,
    };
    let count = (fraction * 60.0).round();
    let exact = (count - fraction * 60.0).abs() < 1e-6 && count > 0.0;
    exact.then(|| format!("{}{letter}", decimal::shortest(count)))
}
