//! Numbers in figures and words: "1,000.5", "3-1/2", "seventy-two", "2.5bn", "half a million", "dozens".

use super::words::Words;

/// Number words below a hundred.
#[rustfmt::skip]
const SMALL: &[(&str, f64)] = &[
    ("zero", 0.0), ("one", 1.0), ("two", 2.0), ("three", 3.0), ("four", 4.0), ("five", 5.0), ("six", 6.0),
    ("seven", 7.0), ("eight", 8.0), ("nine", 9.0), ("ten", 10.0), ("eleven", 11.0), ("twelve", 12.0),
    ("thirteen", 13.0), ("fourteen", 14.0), ("fifteen", 15.0), ("sixteen", 16.0), ("seventeen", 17.0),
    ("eighteen", 18.0), ("nineteen", 19.0), ("twenty", 20.0), ("thirty", 30.0), ("forty", 40.0), ("fourty", 40.0),
    ("fifty", 50.0), ("sixty", 60.0), ("seventy", 70.0), ("eighty", 80.0), ("ninety", 90.0),
];

/// Words that multiply what stands before them.
#[rustfmt::skip]
const SCALES: &[(&str, f64)] = &[
    ("dozen", 12.0), ("hundred", 1e2), ("thousand", 1e3), ("lakh", 1e5), ("million", 1e6), ("mln", 1e6),
    ("crore", 1e7), ("billion", 1e9), ("bln", 1e9), ("trillion", 1e12), ("quadrillion", 1e15),
];

/// Letters behind a figure that multiply it: "2.5bn".
#[rustfmt::skip]
const SUFFIXES: &[(&str, f64)] = &[("k", 1e3), ("mn", 1e6), ("bn", 1e9), ("tn", 1e12), ("trn", 1e12)];

/// Plurals that count without a number: "hundreds".
#[rustfmt::skip]
const CROWDS: &[(&str, f64)] = &[
    ("tens", 10.0), ("dozens", 12.0), ("scores", 20.0), ("hundreds", 1e2), ("thousands", 1e3), ("millions", 1e6),
    ("billions", 1e9), ("trillions", 1e12),
];

/// One-character fractions.
#[rustfmt::skip]
const GLYPHS: &[(&str, f64)] = &[
    ("½", 0.5), ("¼", 0.25), ("¾", 0.75), ("⅓", 1.0 / 3.0), ("⅔", 2.0 / 3.0), ("⅛", 0.125), ("⅜", 0.375),
    ("⅝", 0.625), ("⅞", 0.875),
];

/// A number that was read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Amount {
    /// The word behind it.
    pub(super) end: usize,
    /// Its value; for "hundreds" what it counts in.
    pub(super) value: f64,
    /// Whether the word itself is vague: "dozens".
    pub(super) vague: bool,
    /// Whether it is written in figures.
    pub(super) figures: bool,
    /// What "million" and the like multiplied it by, where it is written in figures.
    pub(super) scale: f64,
}

fn find(table: &[(&str, f64)], word: &str) -> Option<f64> {
    table
        .iter()
        .find(|(form, _)| *form == word)
        .map(|(_, value)| *value)
}

/// The number that begins at word `start`.
pub(super) fn amount(words: &Words, start: usize) -> Option<Amount> {
    figures(words, start)
        .or_else(|| spelled(words, start))
        .or_else(|| crowd(words, start))
}

/// The value of a word of figures: "1,000.5".
pub(super) fn value(figures: &str) -> Option<f64> {
    let plain: String = figures.chars().filter(|c| *c != ',').collect();
    plain.parse().ok().filter(|v: &f64| v.is_finite())
}

fn figures(words: &Words, start: usize) -> Option<Amount> {
    let (mut end, mut number) = if let Some(part) = find(GLYPHS, words.at(start)) {
        (start + 1, part)
    } else if words.figures(start) {
        fraction(words, start).unwrap_or((start + 1, value(words.at(start))?))
    } else {
        return None;
    };
    if let Some(part) = find(GLYPHS, words.at(end)).filter(|_| words.glued(end)) {
        (end, number) = (end + 1, number + part);
    }
    let mut suffix = 1.0;
    if let Some(scale) = find(SUFFIXES, words.at(end)).filter(|_| words.glued(end)) {
        (end, number, suffix) = (end + 1, number * scale, scale);
    }
    let (end, value) = scaled(words, end, number);
    let scale = if number == 0.0 {
        1.0
    } else {
        value / number * suffix
    };
    Some(Amount {
        end,
        value,
        vague: false,
        figures: true,
        scale,
    })
}

/// "1/2", "3-1/2", "3 1/2".
fn fraction(words: &Words, start: usize) -> Option<(usize, f64)> {
    let over = |at: usize| {
        let bar = words.at(at + 1) == "/" && words.glued(at + 1) && words.glued(at + 2);
        let (top, bottom) = (value(words.at(at))?, value(words.at(at + 2))?);
        // "9/11" and "24/7" are not parts of one, nor is a date of three numbers.
        let proper = top > 0.0
            && top < bottom
            && bottom <= 16.0
            && words.at(at + 3) != "/"
            && (top, bottom) != (9.0, 11.0);
        (bar && proper).then_some((at + 3, top / bottom))
    };
    let whole = value(words.at(start))?;
    let second = words.past_hyphen(start + 1);
    let mixed = over(second).map(|(end, part)| (end, whole + part));
    mixed.or_else(|| over(start))
}

/// Multiplies by the scales that follow: "300 million", "hundred thousand", "3-million".
fn scaled(words: &Words, mut end: usize, mut number: f64) -> (usize, f64) {
    while let Some(scale) = find(SCALES, words.at(words.past_hyphen(end))) {
        end = words.past_hyphen(end) + 1;
        number *= scale;
    }
    (end, number)
}

/// "seventy-two", "a hundred and twenty", "two and a half", "half a million", "a dozen".
fn spelled(words: &Words, start: usize) -> Option<Amount> {
    let done = |end, value| {
        Some(Amount {
            end,
            value,
            vague: false,
            figures: false,
            scale: 1.0,
        })
    };
    if words.at(start) == "half" && matches!(words.at(start + 1), "a" | "an") {
        let scale = find(SCALES, words.at(start + 2))?;
        return done(start + 3, scale / 2.0);
    }
    if let Some((end, value)) = part_of_scale(words, start) {
        return done(end, value);
    }
    let article = matches!(words.at(start), "a" | "an");
    if article && find(SCALES, words.at(start + 1)).is_none() {
        return None;
    }
    let (mut end, mut total, mut group, mut seen) = (start + usize::from(article), 0.0, 0.0, article);
    if article {
        group = 1.0;
    }
    loop {
        let at = joint(words, end, seen);
        if let Some(value) = find(SMALL, words.at(at)) {
            // "one two" and "twenty twelve" are two numbers; "twenty-two" and "hundred and two" are one.
            let fits = group == 0.0 || (group % 10.0 == 0.0 && value < 10.0) || group % 100.0 == 0.0;
            if seen && !fits || whole(group) == 10 {
                break;
            }
            (group, end) = (group + value, at + 1);
        } else if let Some(scale) = find(SCALES, words.at(at)).filter(|_| seen) {
            if scale <= 100.0 {
                group *= scale;
            } else {
                total += group.max(f64::from(u8::from(total == 0.0))) * scale;
                group = 0.0;
            }
            end = at + 1;
        } else {
            break;
        }
        seen = true;
    }
    if !seen || end == start + usize::from(article) {
        return None;
    }
    let value = total + group;
    if words.reads(end, &["and", "a", "half"]) {
        let (end, value) = scaled(words, end + 3, value + 0.5);
        return done(end, value);
    }
    done(end, value)
}

/// "a quarter of a million", "three quarters of a billion".
pub(super) fn part_of_scale(words: &Words, start: usize) -> Option<(usize, f64)> {
    let top = match words.at(start) {
        "a" | "one" => 1.0,
        "two" => 2.0,
        "three" => 3.0,
        _ => return None,
    };
    let noun = words.past_hyphen(start + 1);
    let bottom = match words.at(noun) {
        "half" => 2.0,
        "third" | "thirds" => 3.0,
        "quarter" | "quarters" => 4.0,
        _ => return None,
    };
    words.reads(noun + 1, &["of", "a"]).then_some(())?;
    let scale = find(SCALES, words.at(noun + 3)).filter(|scale| *scale >= 1e5)?;
    Some((noun + 4, scale * top / bottom))
}

/// A year as it is read aloud: "nineteen ninety-six", "twenty twelve"; the word behind it and the year.
pub(super) fn spoken_year(words: &Words, start: usize) -> Option<(usize, i16)> {
    let century = match words.at(start) {
        "eighteen" => 1800,
        "nineteen" => 1900,
        "twenty" => 2000,
        _ => return None,
    };
    if words.joins(start + 1) {
        return None;
    }
    let rest =
        spelled(words, start + 1).filter(|n| (10.0..100.0).contains(&n.value) && n.value.fract() == 0.0)?;
    Some((rest.end, century + rest.value as i16))
}

/// "the year two thousand": the word behind it.
pub(super) fn spelled_year(words: &Words, start: usize) -> Option<(usize, i16)> {
    let at = start + usize::from(words.at(start) == "the");
    let number = (words.at(at) == "year")
        .then(|| spelled(words, at + 1))
        .flatten()?;
    // "the year two thousand people died" goes on with what is counted.
    let next = words.at(number.end);
    let counts = next == "people" || next.len() > 3 && next.ends_with('s');
    let year = (1900.0..2200.0).contains(&number.value) && number.value.fract() == 0.0;
    (year && !counts).then_some((number.end, number.value as i16))
}

/// A sum of number words as an integer, which it is.
fn whole(sum: f64) -> u64 {
    sum as u64
}

/// The place of the next number word: behind a hyphen, or behind "and" where a number goes on.
fn joint(words: &Words, end: usize, seen: bool) -> usize {
    if !seen {
        return end;
    }
    let scale_before = find(SCALES, words.before(end, 1)).is_some_and(|s| s >= 100.0);
    if words.at(end) == "and" && scale_before && find(SMALL, words.at(end + 1)).is_some() {
        return end + 1;
    }
    words.past_hyphen(end)
}

/// "hundreds", "tens of thousands", "several hundred", "a few dozen".
fn crowd(words: &Words, start: usize) -> Option<Amount> {
    let vague = |end, value| {
        Some(Amount {
            end,
            value,
            vague: true,
            figures: false,
            scale: 1.0,
        })
    };
    let few = start + usize::from(words.at(start) == "a");
    if matches!(words.at(few), "several" | "few" | "couple") {
        let scale = find(SCALES, words.at(few + 1))?;
        return vague(few + 2, scale);
    }
    let mut size = find(CROWDS, words.at(start))?;
    let mut end = start + 1;
    while words.at(end) == "of" {
        let Some(next) = find(CROWDS, words.at(end + 1)) else {
            break;
        };
        (end, size) = (end + 2, size * next);
    }
    vague(end, size)
}

/// "first", "21st", "twenty-first": the word behind it and its value.
pub(super) fn ordinal(words: &Words, start: usize) -> Option<(usize, f64)> {
    if words.figures(start) {
        let suffix = words.glued(start + 1) && matches!(words.at(start + 1), "st" | "nd" | "rd" | "th");
        return suffix.then_some((start + 2, value(words.at(start))?));
    }
    if let Some(value) = ordinal_word(words.at(start)) {
        return Some((start + 1, value));
    }
    let tens = find(SMALL, words.at(start)).filter(|v| *v >= 20.0)?;
    let at = words.past_hyphen(start + 1);
    let ones = ordinal_word(words.at(at)).filter(|v| *v < 10.0)?;
    Some((at + 1, tens + ones))
}

fn ordinal_word(word: &str) -> Option<f64> {
    let irregular = [
        ("first", 1.0),
        ("second", 2.0),
        ("third", 3.0),
        ("fifth", 5.0),
        ("eighth", 8.0),
        ("ninth", 9.0),
        ("twelfth", 12.0),
        ("hundredth", 100.0),
        ("thousandth", 1000.0),
    ];
    if let Some(value) = find(&irregular, word) {
        return Some(value);
    }
    let stem = word.strip_suffix("th")?;
    if let Some(tens) = stem.strip_suffix("ie") {
        return SMALL
            .iter()
            .find(|(form, _)| form.strip_suffix('y') == Some(tens))
            .map(|(_, v)| *v);
    }
    find(SMALL, stem).filter(|v| *v >= 4.0)
}
