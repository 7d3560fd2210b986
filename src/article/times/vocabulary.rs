//! Words of the calendar and the clock.

/// Months by their folded name or abbreviation, January 1.
#[rustfmt::skip]
const MONTHS: &[(&str, u8)] = &[
    ("january", 1), ("february", 2), ("march", 3), ("april", 4), ("may", 5), ("june", 6), ("july", 7),
    ("august", 8), ("september", 9), ("october", 10), ("november", 11), ("december", 12),
    ("jan", 1), ("feb", 2), ("mar", 3), ("apr", 4), ("jun", 6), ("jul", 7), ("aug", 8), ("sep", 9),
    ("sept", 9), ("oct", 10), ("nov", 11), ("dec", 12),
];

/// Weekdays by their folded name or abbreviation, Monday 1.
#[rustfmt::skip]
const WEEKDAYS: &[(&str, u8)] = &[
    ("monday", 1), ("tuesday", 2), ("wednesday", 3), ("thursday", 4), ("friday", 5), ("saturday", 6),
    ("sunday", 7), ("mon", 1), ("tue", 2), ("tues", 2), ("wed", 3), ("thu", 4), ("thur", 4), ("thurs", 4),
    ("fri", 5), ("sat", 6), ("sun", 7),
];

/// A measure of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// Units by their folded singular; the number is how many of the unit the word stands for.
#[rustfmt::skip]
const UNITS: &[(&str, Unit, f64)] = &[
    ("second", Unit::Second, 1.0), ("sec", Unit::Second, 1.0), ("minute", Unit::Minute, 1.0),
    ("min", Unit::Minute, 1.0), ("hour", Unit::Hour, 1.0), ("hr", Unit::Hour, 1.0), ("day", Unit::Day, 1.0),
    ("night", Unit::Day, 1.0), ("week", Unit::Week, 1.0), ("wk", Unit::Week, 1.0),
    ("fortnight", Unit::Week, 2.0), ("weekend", Unit::Weekend, 1.0), ("month", Unit::Month, 1.0),
    ("quarter", Unit::Quarter, 1.0), ("year", Unit::Year, 1.0), ("yr", Unit::Year, 1.0),
    ("decade", Unit::Decade, 1.0),
];

/// Seasons by their folded name, with TIMEX3's code.
#[rustfmt::skip]
const SEASONS: &[(&str, &str)] = &[
    ("spring", "SP"), ("summer", "SU"), ("autumn", "FA"), ("fall", "FA"), ("winter", "WI"),
];

/// Parts of a day, with TIMEX3's code.
#[rustfmt::skip]
const PARTS: &[(&str, &str)] = &[
    ("morning", "MO"), ("afternoon", "AF"), ("evening", "EV"), ("night", "NI"), ("midday", "MI"),
    ("lunchtime", "MI"), ("dawn", "MO"), ("dusk", "EV"),
];

/// Words behind a time of day that say which clock it is read from.
#[rustfmt::skip]
pub(super) const ZONES: &[&str] = &[
    "gmt", "utc", "est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "pst", "pdt", "pt", "cet", "cest", "bst",
    "ist", "eet", "msk", "jst", "eastern", "pacific", "central",
];

fn find<T: Copy>(table: &[(&str, T)], word: &str) -> Option<T> {
    table
        .iter()
        .find(|(form, _)| *form == word)
        .map(|(_, value)| *value)
}

/// The month that a folded word names.
pub(super) fn month(word: &str) -> Option<u8> {
    find(MONTHS, word)
}

/// The weekday that a folded word names.
pub(super) fn weekday(word: &str) -> Option<u8> {
    find(WEEKDAYS, word)
}

/// TIMEX3's code of a season.
pub(super) fn season(word: &str) -> Option<&'static str> {
    find(SEASONS, word)
}

/// TIMEX3's code of a part of the day.
pub(super) fn part(word: &str) -> Option<&'static str> {
    find(PARTS, word)
}

/// The unit that a folded word names, how many of it, and whether the word is a plural.
pub(super) fn unit(word: &str) -> Option<(Unit, f64, bool)> {
    match word {
        "century" => return Some((Unit::Century, 1.0, false)),
        "centuries" => return Some((Unit::Century, 1.0, true)),
        _ => {}
    }
    let singular = word.strip_suffix('s').unwrap_or(word);
    let (_, unit, count) = UNITS.iter().find(|(form, ..)| *form == singular)?;
    Some((*unit, *count, singular.len() < word.len()))
}
