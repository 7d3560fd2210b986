//! Shares, money, quantities, ranks and counts, with values that can be compared: "25%" is "25 per cent" is "a
//! quarter".

use super::cardinal::{Amount, amount, ordinal};
use super::measures::{currency, hedged, moved, sign, unit};
use super::shares::share;
use super::words::Words;
use crate::article::label::Label;

/// A number as the grammar read it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reading {
    /// The word behind it.
    pub(super) end: usize,
    pub(super) label: Label,
    pub(super) value: f64,
    pub(super) to: Option<f64>,
    pub(super) unit: Option<String>,
    pub(super) approximate: bool,
}

impl Reading {
    pub(super) fn new(end: usize, label: Label, value: f64) -> Self {
        Self {
            end,
            label,
            value,
            to: None,
            unit: None,
            approximate: false,
        }
    }
}

/// The number that begins at word `start`.
pub(super) fn number(words: &Words, start: usize) -> Option<Reading> {
    if part_of_word(words, start) {
        return None;
    }
    let reading = money(words, start)
        .or_else(|| share(words, start))
        .or_else(|| rank(words, start))
        .or_else(|| falling(words, start))
        .or_else(|| counted(words, start))?;
    let approximate = reading.approximate || hedged(words, start) || or_so(words, reading.end);
    Some(Reading {
        approximate,
        ..reading
    })
}

/// Figures inside a name or a longer number: "G7", "F-16", "9/11", "1:2:3".
fn part_of_word(words: &Words, start: usize) -> bool {
    if !words.figures(start) || !words.glued(start) {
        return false;
    }
    let before = words.raw(start - 1);
    let hyphened = words.at(start - 1) == "-"
        && start >= 2
        && words.glued(start - 1)
        && words.raw(start - 2).starts_with(char::is_alphanumeric);
    hyphened || before.ends_with(char::is_alphabetic) || matches!(before, "/" | ":" | "#" | "." | "_" | "@")
}

fn or_so(words: &Words, end: usize) -> bool {
    words.reads(end, &["or", "so"]) || words.reads(end, &["-", "odd"])
}

/// The upper end of a range behind `low`: "to 30", "–30", "and 30" behind "between", "or three".
fn upper(words: &Words, start: usize, low: &Amount) -> Option<Amount> {
    let between = words.before(start, 1) == "between" || start >= 2 && words.before(start, 2) == "between";
    // "between 5% and 7%" says its unit twice.
    let joint = percent_sign(words, low.end).unwrap_or(low.end);
    let joined = match words.at(joint) {
        "to" => true,
        "-" => words.joins(joint),
        "and" => between,
        "or" => !low.figures && low.value + 1.0 < 13.0,
        _ => false,
    };
    joined.then_some(())?;
    let at = sign(words, joint + 1).map_or(joint + 1, |(end, _)| end);
    let high = amount(words, at).filter(|high| !high.vague)?;
    if joint > low.end && percent_sign(words, high.end).is_none() {
        return None;
    }
    let or = words.at(joint) == "or";
    let score = words.joins(high.end) && words.figures(high.end + 1);
    let fits = if or {
        (high.value - low.value - 1.0).abs() < f64::EPSILON
    } else {
        high.value > low.value
    };
    // "between one and 29"
    (fits && !score && (between || high.figures == low.figures)).then_some(high)
}

/// A number or a range of numbers: the first, the upper end, and the word behind both.
fn range(words: &Words, start: usize) -> Option<(Amount, Option<f64>, usize)> {
    let mut low = amount(words, start)?;
    let Some(high) = upper(words, start, &low).filter(|_| !low.vague) else {
        return Some((low, None, low.end));
    };
    // "3-5 million" scales both ends.
    if low.scale <= 1.0 && high.scale > 1.0 && low.value < high.value / high.scale {
        low.value *= high.scale;
    }
    Some((low, Some(high.value), high.end))
}

/// "$3 million", "€2.5bn", "US$5-7m".
fn money(words: &Words, start: usize) -> Option<Reading> {
    let (at, code) = sign(words, start)?;
    let (mut low, mut to, mut end) = range(words, at)?;
    // "rose $1.35 to $82.10": by how much, and to what.
    if moved(words, start) && sign(words, low.end + 1).is_some() {
        (to, end) = (None, low.end);
    }
    if words.at(end) == "m" && words.glued(end) {
        end += 1;
        low.value *= 1e6;
        to = to.map(|to| to * 1e6);
    }
    Some(Reading {
        to,
        unit: Some(code),
        approximate: low.vague,
        ..Reading::new(end, Label::Money, low.value)
    })
}

/// An amount with what it counts: "25%", "300 million euros", "20 to 30 km", "seventy-two".
fn counted(words: &Words, start: usize) -> Option<Reading> {
    let (mut low, mut to, mut end) = range(words, start)?;
    if moved(words, start) && percent_sign(words, low.end).is_some() {
        (to, end) = (None, low.end);
    }
    let metres = words.at(end) == "m" && words.glued(end);
    if metres && is_millions(words, end + 1, low.value) {
        (low.value, to, end) = (low.value * 1e6, to.map(|to| to * 1e6), end + 1);
    }
    let reading = Reading {
        to,
        approximate: low.vague,
        ..Reading::new(end, Label::Cardinal, low.value)
    };
    let at = words.past_hyphen(end);
    if let Some(end) = percent_sign(words, at) {
        return Some(Reading {
            end,
            label: Label::Percent,
            unit: Some("percent".to_owned()),
            ..reading
        });
    }
    let of = at + usize::from(low.vague && words.at(at) == "of");
    if let Some((end, code, size)) = currency(words, of) {
        let to = to.map(|to| to * size);
        return Some(Reading {
            end,
            label: Label::Money,
            value: low.value * size,
            to,
            unit: Some(code),
            ..reading
        });
    }
    if let Some((end, code)) = unit(words, of) {
        let label = if code == "percentage point" {
            Label::Percent
        } else {
            Label::Quantity
        };
        // "minus 2 Celsius"; of other units nothing is less than none.
        let below = code.starts_with('°') && start > 0 && words.at(start - 1) == "minus";
        return Some(Reading {
            end,
            label,
            value: if below { -low.value } else { low.value },
            unit: Some(code.to_owned()),
            ..reading
        });
    }
    if let Some(end) = age(words, at) {
        return Some(Reading {
            end,
            label: Label::Quantity,
            unit: Some("year".to_owned()),
            ..reading
        });
    }
    if words.at(end) == "m" && words.glued(end) {
        return Some(Reading {
            end: end + 1,
            label: Label::Quantity,
            unit: Some("m".to_owned()),
            ..reading
        });
    }
    (is_count(words, start, end) && !(to.is_some() && is_score(words, start, &low))).then_some(reading)
}

/// "from 640 to 510 million euros", "from 7 to 5 percent": what falls has its unit from what it falls to.
fn falling(words: &Words, start: usize) -> Option<Reading> {
    let from = amount(words, start).filter(|from| !from.vague && words.before(start, 1) == "from")?;
    let to = (words.at(from.end) == "to").then(|| amount(words, from.end + 1))??;
    let reading = counted(words, from.end + 1).filter(|reading| reading.to.is_none())?;
    let scale = if from.scale <= 1.0 { to.scale } else { 1.0 };
    let falls = from.value * scale >= to.value && from.figures == to.figures && to.value > 0.0;
    (falls && (reading.unit.is_some() || scale > 1.0)).then(|| Reading {
        unit: reading.unit,
        ..Reading::new(
            from.end,
            reading.label,
            from.value * scale * reading.value / to.value,
        )
    })
}

/// "lost 0-1", "trailed 1-3": the goals of two sides, not a range of one count.
fn is_score(words: &Words, start: usize, low: &Amount) -> bool {
    #[rustfmt::skip]
    const PLAYED: &[&str] = &[
        "won", "lost", "beat", "beaten", "drew", "win", "loss", "defeat", "victory", "draw", "lead", "led", "trailed",
        "trailing", "down", "up", "game", "match", "final", "set",
    ];
    let joined = low.figures && words.joins(low.end);
    let counts =
        words.raw(low.end + 2).starts_with(char::is_lowercase) && !FUNCTION.contains(&words.at(low.end + 2));
    let played = || (1..=4).any(|back| PLAYED.contains(&words.before(start, back)));
    joined && !counts && (low.value == 0.0 || played())
}

/// "25%", "25 per cent", "25 percent", "25 pct": the word behind.
pub(super) fn percent_sign(words: &Words, at: usize) -> Option<usize> {
    match words.at(at) {
        "%" | "percent" | "pct" => Some(at + 1),
        "per" if words.at(at + 1) == "cent" => Some(at + 2),
        _ => None,
    }
}

/// "45-year-old", "45 years old".
fn age(words: &Words, at: usize) -> Option<usize> {
    let year = matches!(words.at(at), "year" | "years");
    let old = words.past_hyphen(at + 1);
    (year && words.at(old) == "old").then_some(old + 1)
}

/// Whether "m" behind a figure counts millions: where what is counted follows, "5m people" and "5m-krone". Where a direction,
/// a word of grammar or nothing follows it counts metres, and so it does from a thousand on.
fn is_millions(words: &Words, behind: usize, value: f64) -> bool {
    const LENGTHS: &[&str] = &[
        "tall", "long", "high", "deep", "wide", "away", "from", "above", "below", "to", "and", "or", "in",
        "at", "by", "for", "on", "apart", "across", "down", "up", "off", "before", "after", "into", "over",
        "under",
    ];
    let next = words.at(words.past_hyphen(behind));
    value < 1000.0 && next.starts_with(|c: char| c.is_alphabetic()) && !LENGTHS.contains(&next)
}

/// Whether a bare number counts something: not "Flight 370", "World War Two", "no one".
fn is_count(words: &Words, start: usize, end: usize) -> bool {
    let before = words.before(start, 1);
    if words.at(start) == "one" && end == start + 1 {
        let pronoun = matches!(
            before,
            "no" | "any" | "every" | "this" | "that" | "the" | "each" | "another" | "which"
        );
        let other = matches!(words.at(end), "another" | "'s" | "day" | "-" | "thing");
        // "One after the other", "one by one".
        let row = words.reads(end, &["after", "the", "other"])
            || words.reads(end, &["after", "another"])
            || words.reads(end, &["by", "one"])
            || before == "by" && words.before(start, 2) == "one";
        return !pronoun && !other && !row;
    }
    let first = start == 0 || matches!(before, "." | "\"" | ":" | "?" | "!" | "'");
    let lower_next = words.raw(end).starts_with(char::is_lowercase);
    let article = matches!(
        before,
        "the" | "a" | "an" | "these" | "those" | "its" | "their" | "his" | "her" | "all"
    );
    let after_name = !first && words.capital(start - 1) && !words.glued(start) && !article;
    if words.figures(start) {
        // "Boeing 737", "No. 10", "Article 5": a name, unless what is counted follows.
        let slashed = words.glued(end) && matches!(words.at(end), "/" | ":");
        let numbered =
            matches!(before, "no" | "nos" | "number") || before == "." && words.before(start, 2) == "no";
        let score = words.joins(end) && words.figures(end + 1);
        let counts = lower_next && !FUNCTION.contains(&words.at(end));
        return !slashed && !numbered && !score && (!after_name || counts);
    }
    !words.capital(start) || first && lower_next
}

/// Words that cannot be what a number counts.
const FUNCTION: &[&str] = &[
    "and", "or", "in", "on", "at", "to", "of", "was", "is", "are", "were", "has", "had", "from", "for",
    "with", "by", "as", "but", "that", "which", "who", "when", "after", "before", "will", "would", "said",
    "into", "over",
];

/// "first", "21st".
fn rank(words: &Words, start: usize) -> Option<Reading> {
    let (end, value) = ordinal(words, start)?;
    // "Second World War", "the Third Reich": names.
    let name = words.capital(start) && words.capital(end);
    let adverb = words.at(start) == "first" && words.at(end) == "-";
    (!name && !adverb).then(|| Reading::new(end, Label::Ordinal, value))
}
