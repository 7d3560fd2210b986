//! Dates by name and number: "6 August 2025", "2025-08-06", "June 2021", "the late 1990s", "Q3 2024".

use super::cardinal::{ordinal, spelled_year, spoken_year};
use super::feasts::feast;
use super::meaning::{Expression, Meaning, Turn, Year, plain};
use super::vocabulary::{month, season, weekday};
use super::words::Words;
use crate::article::document::Day;
use crate::article::times::calendar;

/// Years that are read as such without any other sign. News of other centuries says "in".
const PLAIN_YEARS: std::ops::RangeInclusive<i16> = 1900..=2099;

/// Makers of cars, whose models go by years.
#[rustfmt::skip]
const MAKERS: &[&str] = &[
    "audi", "bmw", "buick", "cadillac", "chevrolet", "chevy", "chrysler", "dodge", "fiat", "ford", "gmc", "honda",
    "hyundai", "jaguar", "jeep", "kia", "lexus", "mazda", "mercedes", "nissan", "oldsmobile", "peugeot", "plymouth",
    "pontiac", "porsche", "renault", "saab", "subaru", "tesla", "toyota", "volkswagen", "volvo",
];

/// Decades in words: those of the century that news looks back on.
#[rustfmt::skip]
const DECADES: &[(&str, i16)] = &[
    ("twenties", 1920), ("thirties", 1930), ("forties", 1940), ("fifties", 1950), ("sixties", 1960),
    ("seventies", 1970), ("eighties", 1980), ("nineties", 1990),
];

/// A date that begins at word `start`.
pub(super) fn date(words: &Words, start: usize) -> Option<Expression> {
    numeric(words, start)
        .or_else(|| week_of(words, start))
        .or_else(|| with_weekday(words, start))
        .or_else(|| day_first(words, start))
        .or_else(|| month_first(words, start))
        .or_else(|| season_or_quarter(words, start))
        .or_else(|| decade_or_century(words, start))
        .or_else(|| years(words, start))
        .or_else(|| feast(words, start))
        .or_else(|| joined_day(words, start))
}

/// The second day of "April 24 and 25".
fn joined_day(words: &Words, start: usize) -> Option<Expression> {
    let (end, day) = day_number(words, start)?;
    let first = start.checked_sub(3)?;
    let (at, month) = month_name(words, first)?;
    let before = day_number(words, at).filter(|(after, first)| *after == start - 1 && *first < day);
    // "April 24 and 25 people" goes on with what is counted.
    let next = words.at(end);
    let counts =
        next.chars().next().is_some_and(char::is_alphabetic) && !matches!(next, "in" | "at" | "to" | "for");
    (words.before(start, 1) == "and" && before.is_some() && !counts).then_some(())?;
    day_expression(end, None, month, day)
}

/// "the week of March 6".
fn week_of(words: &Words, start: usize) -> Option<Expression> {
    words.reads(start, &["the", "week", "of"]).then_some(())?;
    let found = day_first(words, start + 3).or_else(|| month_first(words, start + 3))?;
    match found.meaning {
        Meaning::Day { year, month, day } => plain(found.end, Meaning::WeekOf { year, month, day }),
        _ => None,
    }
}

/// A figure with at most this many digits and no comma or point.
fn number(words: &Words, at: usize, digits: std::ops::RangeInclusive<usize>) -> Option<u16> {
    let word = words.at(at);
    let bare = digits.contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    bare.then(|| word.parse().ok()).flatten()
}

/// The day of a month, with or without "st", "nd", "rd", "th", and the word behind it.
fn day_number(words: &Words, at: usize) -> Option<(usize, u8)> {
    let day = number(words, at, 1..=2).filter(|d| (1..=31).contains(d))? as u8;
    let end = ordinal(words, at).map_or(at + 1, |(end, _)| end);
    Some((end, day))
}

/// A year of four digits, not part of a longer number.
pub(super) fn year(words: &Words, at: usize) -> Option<i16> {
    let year = number(words, at, 4..=4).filter(|y| (1000..=2199).contains(y))?;
    let more = words.glued(at + 1) && matches!(words.at(at + 1), "%" | "/" | ":" | "km" | "kg" | "m");
    let part = words.glued(at) && matches!(words.before(at, 1), "$" | "€" | "£" | "¥" | "/" | ":" | "#");
    (!more && !part).then_some(year as i16)
}

/// A year in figures or as it is read aloud, and the word behind it.
fn any_year(words: &Words, at: usize) -> Option<(usize, i16)> {
    year(words, at)
        .map(|year| (at + 1, year))
        .or_else(|| spoken_year(words, at))
}

/// "2025-08-06", "2025/08/06", and "13/08/2025" where only one reading is a date.
fn numeric(words: &Words, start: usize) -> Option<Expression> {
    let separator = words.at(start + 1);
    let tight = (1..=4).all(|n| words.glued(start + n));
    if !tight || words.at(start + 3) != separator || !matches!(separator, "-" | "/" | ".") {
        return None;
    }
    if words.glued(start + 5) && matches!(words.at(start + 5), "-" | "/") {
        return None;
    }
    let middle = number(words, start + 2, 1..=2)?;
    let (year, month, day) = if let Some(year) = number(words, start, 4..=4) {
        (year, middle, number(words, start + 4, 1..=2)?)
    } else {
        let first = number(words, start, 1..=2)?;
        let year = number(words, start + 4, 4..=4)?;
        match (first > 12, middle > 12) {
            (true, false) => (year, middle, first),
            (false, true) => (year, first, middle),
            _ if first == middle => (year, first, middle),
            _ => return None,
        }
    };
    day_expression(start + 5, Some(year as i16), month as u8, day as u8)
}

/// A day that exists; "31 February" is left alone.
pub(super) fn day_expression(end: usize, year: Option<i16>, month: u8, day: u8) -> Option<Expression> {
    let exists = year != Some(0) && calendar::exists(Day { year, month, day });
    exists.then_some(())?;
    plain(end, Meaning::Day { year, month, day })
}

/// "Wednesday, Aug. 6, 2025": the date says more than the weekday.
fn with_weekday(words: &Words, start: usize) -> Option<Expression> {
    weekday(words.at(start)).filter(|_| words.capital(start))?;
    let mut at = start + 1;
    at += usize::from(words.at(at) == "." && words.glued(at));
    at += usize::from(words.at(at) == ",");
    at += usize::from(words.at(at) == "the" && words.figures(at + 1));
    day_first(words, at)
        .or_else(|| month_first(words, at).filter(|e| matches!(e.meaning, Meaning::Day { .. })))
}

/// The month at this word, where it is one: "May" the verb and "March" the march are not. With the word behind it.
fn month_name(words: &Words, at: usize) -> Option<(usize, u8)> {
    let month = month(words.at(at)).filter(|_| words.capital(at))?;
    let stop = words.at(at + 1) == "." && words.glued(at + 1) && words.at(at).len() <= 4;
    let end = at + 1 + usize::from(stop && words.at(at) != "may" && words.figures(at + 2));
    let numbered = words.figures(end) && (day_number(words, end).is_some() || year(words, end).is_some());
    let counted = at > 0 && words.figures(at - 1) || matches!(words.before(at, 1), "st" | "nd" | "rd" | "th");
    let sure = !matches!(month, 3 | 5) && words.at(at).len() > 3;
    let named = words.capital(end) && year(words, end).is_none();
    let placed = matches!(
        words.before(at, 1),
        "in" | "since" | "until" | "by" | "last" | "next" | "this" | "early" | "late"
    );
    // "in June Lake": a place that is called after the month.
    let place = matches!(
        words.at(end),
        "lake" | "bay" | "beach" | "creek" | "river" | "street" | "avenue" | "road" | "park"
    );
    let alone = if sure {
        !named || placed && !place
    } else {
        (introduced(words, at) || qualifies(words, at)) && !named
    };
    (numbered || counted || alone || words.raw(at).ends_with('.') && sure).then_some((end, month))
}

/// "the May election", not "the March on Ebb": a month before what is held in it.
fn qualifies(words: &Words, at: usize) -> bool {
    #[rustfmt::skip]
    const OTHER: &[&str] = &[
        "against", "from", "with", "that", "which", "will", "would", "could", "began", "drew", "through", "into", "over", "past",
        "took", "went", "came", "will", "towards", "toward", "were", "have", "about",
    ];
    let next = words.at(at + 1);
    let noun = next.len() >= 4 && next.bytes().all(|b| b.is_ascii_lowercase()) && !words.capital(at + 1);
    words.before(at, 1) == "the" && noun && !next.ends_with("ed") && !OTHER.contains(&next)
}

/// Whether the word before says that a time follows.
fn introduced(words: &Words, at: usize) -> bool {
    const SIGNS: &[&str] = &[
        "in", "since", "until", "till", "by", "of", "last", "next", "this", "early", "late", "mid", "from",
        "to", "through", "during", "between", "before", "after", "every", "each", "for", "and", "or", "-",
        "till", "around",
    ];
    SIGNS.contains(&words.before(at, 1))
}

/// "6 August 2025", "6th of August", "3-5 August 2025".
fn day_first(words: &Words, start: usize) -> Option<Expression> {
    let (mut at, first) = day_number(words, start)?;
    let mut last = None;
    if words.joins(at) {
        let (end, day) = day_number(words, at + 1)?;
        (at, last) = (end, Some(day));
    }
    at += usize::from(words.at(at) == "of");
    let (mut end, month) = month_name(words, at)?;
    let mut known = None;
    let comma = usize::from(words.at(end) == ",");
    if let Some(year) = year(words, end + comma) {
        (known, end) = (Some(year), end + comma + 1);
    }
    days(end, known, month, first, last)
}

fn days(end: usize, year: Option<i16>, month: u8, first: u8, last: Option<u8>) -> Option<Expression> {
    let exists = |day| calendar::exists(Day { year, month, day });
    match last {
        None => day_expression(end, year, month, first),
        Some(last) if first < last && exists(first) && exists(last) => plain(
            end,
            Meaning::Days {
                year,
                month,
                first,
                last,
            },
        ),
        Some(_) => None,
    }
}

/// "August 6, 2025", "Aug. 3-5", "August 2025", "August".
fn month_first(words: &Words, start: usize) -> Option<Expression> {
    let (after, month) = month_name(words, start)?;
    // "31 February 2025": the day was tried and does not exist, so nothing of it is read.
    if start > 0 && day_number(words, start - 1).is_some() && words.at(start) != "may" {
        return None;
    }
    if let Some((mut end, day)) = day_number(words, after) {
        let mut last = None;
        if words.joins(end)
            && let Some((behind, day)) = day_number(words, end + 1)
        {
            (end, last) = (behind, Some(day));
        }
        let comma = usize::from(words.at(end) == ",");
        let mut known = None;
        if let Some(year) = year(words, end + comma) {
            (known, end) = (Some(year), end + comma + 1);
        }
        let known = known.or_else(|| later_year(words, start, end, month));
        return days(end, known, month, day, last);
    }
    let joint = after + usize::from(matches!(words.at(after), "of" | ","));
    if let Some((end, known)) = any_year(words, joint) {
        return plain(
            end,
            Meaning::Month {
                year: Year::Known(known),
                month,
            },
        );
    }
    let (end, year) = year_turn(words, after).map_or_else(
        || {
            let later = later_year(words, start, after, month);
            (after, later.map_or(Year::Turn(Turn::Bare), Year::Known))
        },
        |(end, turn)| (end, Year::Of(turn)),
    );
    plain(end, Meaning::Month { year, month })
}

/// The year of a month whose words end at `end`, where the month behind tells it: "between January and August 2023".
fn later_year(words: &Words, start: usize, end: usize, month: u8) -> Option<i16> {
    let joined = words.joins(end) || matches!(words.at(end), "and" | "to" | "through" | "until");
    let (after, second) = month_name(words, end + 1).filter(|_| joined)?;
    let after = day_number(words, after).map_or(after, |(end, _)| end);
    let year = year(words, after + usize::from(words.at(after) == ","))?;
    // "from November to February 2023" begins a year before.
    let span = matches!(words.before(start, 1), "between" | "from");
    (month <= second || span).then_some(year - i16::from(month > second))
}

/// "last year", "of this year" behind a month or quarter.
fn year_turn(words: &Words, at: usize) -> Option<(usize, Turn)> {
    let at = at + usize::from(words.at(at) == "of");
    let turn = match words.at(at) {
        "last" => Turn::Last,
        "this" => Turn::This,
        "next" => Turn::Next,
        _ => return None,
    };
    (words.at(at + 1) == "year").then_some((at + 2, turn))
}

/// The year of a quarter or season: "2024", "of 2024", "of last year"; bare where none is said.
fn year_of(words: &Words, at: usize) -> (usize, Year) {
    let joint = at + usize::from(matches!(words.at(at), "of" | "in" | ","));
    if let Some((end, known)) = any_year(words, joint) {
        return (end, Year::Known(known));
    }
    year_turn(words, at).map_or((at, Year::Turn(Turn::Bare)), |(end, turn)| (end, Year::Of(turn)))
}

/// "the third quarter of 2024", "Q3", "the first half of next year", "summer 2024".
fn season_or_quarter(words: &Words, start: usize) -> Option<Expression> {
    let mut at = start + usize::from(words.at(start) == "the");
    let mut given = year(words, at);
    at += usize::from(given.is_some());
    if let (Some(year), "quarter" | "period") = (given, words.at(at)) {
        return plain(at + 1, Meaning::SameQuarter(year));
    }
    if words.at(at) == "fiscal" {
        at += 1;
    }
    if given.is_none()
        && let Some((end, turn)) = year_turn(words, at)
    {
        let own = end + usize::from(words.at(end) == "'s");
        return named_part(words, own).map(|(end, part)| part_expression(end, part, Year::Of(turn)));
    }
    if let Some(year) = given.take() {
        return named_part(words, at).map(|(end, part)| part_expression(end, part, Year::Known(year)));
    }
    let (end, part) = named_part(words, at)?;
    let (end, year) = year_of(words, end);
    let vague = matches!(part, Part::Half(_)) || matches!(part, Part::Season("SP" | "FA")) && at == start;
    // "the first half" is a match's, "spring" a well and "fall" a tumble, unless a year or "last" says otherwise.
    let said = matches!(words.before(start, 1), "in" | "of" | "since" | "by" | "until") || at > start;
    if vague && !matches!(year, Year::Known(_)) && !said {
        return None;
    }
    Some(part_expression(end, part, year))
}

#[derive(Clone, Copy)]
enum Part {
    Quarter(u8),
    Half(u8),
    Season(&'static str),
}

fn part_expression(end: usize, part: Part, year: Year) -> Expression {
    let meaning = match part {
        Part::Quarter(quarter) => Meaning::Quarter { year, quarter },
        Part::Half(half) => Meaning::Half { year, half },
        Part::Season(season) => Meaning::Season { year, season },
    };
    Expression {
        end,
        meaning,
        hour: None,
    }
}

fn named_part(words: &Words, at: usize) -> Option<(usize, Part)> {
    if let Some(season) = season(words.at(at)) {
        return Some((at + 1, Part::Season(season)));
    }
    if words.at(at) == "q" && words.glued(at + 1) {
        let quarter = number(words, at + 1, 1..=1).filter(|q| (1..=4).contains(q))?;
        return Some((at + 2, Part::Quarter(quarter as u8)));
    }
    // "the last half of 1989", where the year tells that it is no length.
    if words.reads(at, &["last", "half", "of"]) && year(words, at + 3).is_some() {
        return Some((at + 2, Part::Half(2)));
    }
    let (after, rank) = ordinal(words, at)?;
    let noun = words.past_hyphen(after);
    let rank = rank as u8;
    match words.at(noun) {
        "quarter" if (1..=4).contains(&rank) => Some((noun + 1, Part::Quarter(rank))),
        "half" if (1..=2).contains(&rank) => Some((noun + 1, Part::Half(rank))),
        _ => None,
    }
}

/// "the 1990s", "the late '80s", "the 20th century", "mid-1996", "early 2024".
fn decade_or_century(words: &Words, start: usize) -> Option<Expression> {
    let mut at = start + usize::from(words.at(start) == "the");
    let shaded = matches!(words.at(at), "early" | "late" | "mid" | "fiscal" | "financial");
    if shaded {
        at = words.past_hyphen(at + 1);
        at += usize::from(words.at(at) == "year");
    }
    if words.glued(at + 1) && matches!(words.at(at + 1), "s" | "'s") {
        let first = number(words, at, 4..=4).filter(|y| y % 10 == 0 && (1000..2200).contains(y));
        if let Some(first) = first {
            return plain(at + 2, Meaning::Decade(first as i16));
        }
    }
    if at > start
        && let Some((_, first)) = DECADES.iter().find(|(word, _)| *word == words.at(at))
    {
        return plain(at + 1, Meaning::Decade(*first));
    }
    if words.at(at) == "'" && words.glued(at + 1) && words.at(at + 2) == "s" && words.glued(at + 2) {
        let short = number(words, at + 1, 2..=2).filter(|y| y % 10 == 0)?;
        return plain(at + 3, Meaning::Decade(1900 + short as i16));
    }
    if let Some((end, rank)) = ordinal(words, at) {
        let noun = words.past_hyphen(end);
        let century = words.at(noun) == "century" && (1.0..=22.0).contains(&rank);
        return century
            .then_some(())
            .and_then(|()| plain(noun + 1, Meaning::Century(rank as i16)));
    }
    if shaded && at > start {
        let known = year(words, at)?;
        return plain(at + 1, Meaning::Year(known));
    }
    None
}

/// "2021", "2019-2021", "2019–20".
fn years(words: &Words, start: usize) -> Option<Expression> {
    if let Some((end, year)) = spoken_year(words, start).or_else(|| spelled_year(words, start)) {
        return plain(end, Meaning::Year(year));
    }
    let first = year(words, start)?;
    if words.joins(start + 1) {
        if let Some(last) = year(words, start + 2).filter(|last| *last > first) {
            return plain(start + 3, Meaning::Years(first, last));
        }
        let short = number(words, start + 2, 2..=2).map(|n| first - first % 100 + n as i16);
        if let Some(last) = short.filter(|last| *last > first && !words.glued(start + 3)) {
            return plain(start + 3, Meaning::Years(first, last));
        }
    }
    is_year(words, start, first).then_some(())?;
    plain(start + 1, Meaning::Year(first))
}

/// Whether four figures are a year and not a count of something.
fn is_year(words: &Words, at: usize, year: i16) -> bool {
    const BEFORE: &[&str] = &[
        "in", "since", "from", "until", "till", "by", "of", "during", "before", "after", "year",
    ];
    let next = words.at(at + 1);
    let counts = next.starts_with(|c: char| c.is_alphabetic()) && !words.capital(at + 1);
    if BEFORE.contains(&words.before(at, 1)) {
        return PLAIN_YEARS.contains(&year) || !counts;
    }
    // "2000 troops", "1984 people"; AP and Reuters write counts from 1,000 with a comma.
    let crowd = matches!(
        next,
        "people" | "men" | "women" | "children" | "soldiers" | "troops" | "tonnes" | "metres"
    );
    let unit = super::measures::unit(words, at + 1).is_some();
    let round = year % 100 == 0 && next.ends_with('s') && counts;
    // "a 1987 Chevrolet": the model.
    let model = words.capital(at + 1) && MAKERS.contains(&next);
    // "post-1959", "pre-2020" say when; "F-1950" is a name.
    let since = matches!(words.before(at, 2), "post" | "pre");
    let joined = words.glued(at) && words.before(at, 1) == "-" && !since || words.joins(at + 1);
    let dated = at > 0 && month(words.at(at - 1)).is_some();
    let numbered = dated
        || words.capital(at.wrapping_sub(1)) && matches!(words.before(at, 1), "no" | "flight" | "boeing");
    PLAIN_YEARS.contains(&year) && !model && !crowd && !unit && !round && !joined && !numbered
}
