//! Shares that are written in words: "a quarter of", "two-thirds", "nine in 10", "half a percentage point".

use super::cardinal::{amount, part_of_scale};
use super::measures::moved;
use super::numbers::{Reading, percent_sign};
use super::words::Words;
use crate::article::label::Label;

/// "a quarter of", "half the", "two-thirds", "one in five".
pub(super) fn share(words: &Words, start: usize) -> Option<Reading> {
    let percent = |end, value: f64| {
        let unit = Some("percent".to_owned());
        Some(Reading {
            unit,
            ..Reading::new(end, Label::Percent, value * 100.0)
        })
    };
    if let Some(reading) = points(words, start) {
        return Some(reading);
    }
    if part_of_scale(words, start).is_some() {
        return None;
    }
    let of_all = |end: usize| {
        matches!(
            words.at(end),
            "of" | "the" | "its" | "their" | "his" | "her" | "all" | "our"
        )
    };
    if words.at(start) == "half" && of_all(start + 1) {
        return percent(start + 1, 0.5);
    }
    if let Some((end, part)) = ratio(words, start) {
        return percent(end, part);
    }
    let (end, top, bare) = if matches!(words.at(start), "a" | "one") {
        (words.past_hyphen(start + 1), 1.0, true)
    } else {
        let top = amount(words, start).filter(|a| !a.figures && a.value < 20.0 && a.value > 1.0)?;
        (words.past_hyphen(top.end), top.value, false)
    };
    if words.reads(end, &["in"]) && words.at(start) == "one" {
        let bottom = amount(words, end + 1).filter(|b| b.value >= 2.0 && b.value <= 1000.0)?;
        let time = super::vocabulary::unit(words.at(bottom.end)).is_some();
        return (!time).then(|| percent(bottom.end, 1.0 / bottom.value)).flatten();
    }
    let word = words.at(end);
    let bottom = match word.strip_suffix('s').filter(|_| !bare).unwrap_or(word) {
        "half" | "halve" => 2.0,
        "third" => 3.0,
        "quarter" => 4.0,
        "fifth" => 5.0,
        "sixth" => 6.0,
        "seventh" => 7.0,
        "eighth" => 8.0,
        "tenth" => 10.0,
        _ => return None,
    };
    let span = words.reads(end + 1, &["of", "a", "century"]) || words.reads(end + 1, &["of", "an", "hour"]);
    if span {
        let old = words.past_hyphen(end + 4);
        let aged = words.at(end + 3) == "century" && words.at(old) == "old";
        let years = Reading::new(old + 1, Label::Quantity, 100.0 * top / bottom);
        return aged.then(|| Reading {
            unit: Some("year".to_owned()),
            ..years
        });
    }
    // "down a fifth", "by almost a third".
    let by = words.at(start) == "a" && moved(words, start) && ends_here(words, end + 1);
    let part =
        by || top < bottom && (of_all(end + 1) && words.at(end + 1) != "the" || !bare && word.ends_with('s'));
    part.then(|| percent(end + 1, top / bottom)).flatten()
}

/// "half a percentage point", "a quarter of a percent", "a quarter-point cut".
fn points(words: &Words, start: usize) -> Option<Reading> {
    let first = start + usize::from(words.at(start) == "a");
    let three = words.at(first) == "three";
    let noun = if three {
        words.past_hyphen(first + 1)
    } else {
        first
    };
    let value = match (words.at(noun), three) {
        ("half", false) => 0.5,
        ("quarter", false) => 0.25,
        ("quarter" | "quarters", true) => 0.75,
        _ => return None,
    };
    let mut at = words.past_hyphen(noun + 1);
    at += usize::from(words.at(at) == "of");
    at += usize::from(matches!(words.at(at), "a" | "one"));
    let read = |end, unit: &str| {
        Some(Reading {
            unit: Some(unit.to_owned()),
            ..Reading::new(end, Label::Percent, value)
        })
    };
    let point = words.past_hyphen(at + 1);
    if words.at(at) == "percentage" && matches!(words.at(point), "point" | "points") {
        return read(point + 1, "percentage point");
    }
    // Only of rates is a bare point one of a hundred.
    let behind = words.at(at + 1);
    let rate = matches!(
        behind,
        "rate" | "cut" | "cuts" | "rise" | "hike" | "hikes" | "increase" | "reduction"
    );
    if words.at(at) == "point" && rate {
        return read(at + 1, "percentage point");
    }
    // "half a percent"; in "half percent signs" there is no "a".
    let one = matches!(words.before(at, 1), "a" | "one");
    percent_sign(words, at)
        .filter(|_| one)
        .and_then(|end| read(end, "percent"))
}

/// "Nine in 10 patients", "about three out of four": the word behind it and the share.
fn ratio(words: &Words, start: usize) -> Option<(usize, f64)> {
    let top = amount(words, start).filter(|top| !top.vague && (2.0..100.0).contains(&top.value))?;
    let (at, out) = match (words.at(top.end), words.at(top.end + 1)) {
        ("in", _) => (top.end + 1, false),
        ("out", "of") => (top.end + 2, true),
        _ => return None,
    };
    let bottom = amount(words, at).filter(|bottom| !bottom.vague && bottom.value > top.value)?;
    let usual = [3.0, 4.0, 5.0, 10.0, 20.0, 100.0].contains(&bottom.value);
    // "Two in three days", "won nine in 10 games": told one by one.
    let next = words.at(bottom.end);
    let time = super::vocabulary::unit(next).is_some();
    let played = matches!(
        next,
        "games" | "matches" | "starts" | "races" | "attempts" | "tries" | "innings" | "tests"
    );
    let before = words.before(start, 1);
    let subject = start == 0
        || matches!(
            before,
            "." | "\"" | "“" | "about" | "nearly" | "almost" | "roughly" | "around" | "that"
        )
        || before == "than" && bottom.value >= 10.0;
    let fits = usual && !time && !played && (subject || out);
    fits.then_some((bottom.end, top.value / bottom.value))
}

/// Whether nothing that could be counted stands at word `at`: "a third to $3 million", not "a third man".
fn ends_here(words: &Words, at: usize) -> bool {
    let next = words.at(at);
    !next.starts_with(char::is_alphanumeric)
        || matches!(
            next,
            "to" | "from"
                | "in"
                | "on"
                | "since"
                | "over"
                | "after"
                | "as"
                | "and"
                | "but"
                | "this"
                | "last"
                | "when"
                | "compared"
                | "while"
                | "by"
                | "during"
                | "at"
                | "within"
                | "between"
                | "or"
        )
}
