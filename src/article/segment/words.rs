//! Tokens that begin with a letter, and their clitics.
//!
//! A hyphen ends a word ("Trump-Putin" is three tokens), so that names are found inside compounds; only a short
//! capital run before figures keeps it ("COVID-19", "F-16"), because neither half means anything alone.

use super::abbreviations::{Abbreviation, Abbreviations};
use super::symbols::is_combining;
use super::tokens::Source;
use crate::text::class;

/// Abbreviations and their likes are short; a longer word is not looked up.
const LONGEST_ABBREVIATION: usize = 12;

/// "COVID-19", "MH-17", "Su-35": no designation has more letters before its hyphen.
const LONGEST_DESIGNATION: usize = 6;

/// Where the word that begins at `at` ends.
pub(super) fn end(source: &Source<'_>, at: usize) -> usize {
    if let Some(end) = dotted(source, at) {
        return end;
    }
    let mut end = letters(source, at);
    if let Some(cut) = negation(source, at, end) {
        return cut;
    }
    if source.at(end) == '.' {
        return if is_abbreviation(source, at, end) {
            end + 1
        } else {
            end
        };
    }
    while class::is_apostrophe(source.at(end)) && clitic(source, end).is_none() {
        let after = end + source.at(end).len_utf8();
        if !source.at(after).is_alphabetic() {
            break;
        }
        end = letters(source, after);
    }
    designation(source, at, end).unwrap_or(end)
}

fn letters(source: &Source<'_>, at: usize) -> usize {
    let inner = |c: char| {
        (c.is_alphanumeric() || c == '_' || is_combining(c) || c == '\u{00AD}' || c == '\u{200D}')
            && !class::is_unspaced_script(c)
    };
    // Most words have no other letters than these.
    source.run(source.bytes(at, u8::is_ascii_alphanumeric), inner)
}

/// "U.S.", "a.m.", "Ph.D.": letters with a full stop between each, and the last one too.
fn dotted(source: &Source<'_>, at: usize) -> Option<usize> {
    let letter = |at: usize| {
        let c = source.at(at);
        (c.is_alphabetic() && source.at(at + c.len_utf8()) == '.').then(|| at + c.len_utf8() + 1)
    };
    let mut end = letter(at)?;
    let mut parts = 1;
    while let Some(next) = letter(end) {
        end = next;
        parts += 1;
    }
    if parts > 1 {
        // "U.S" without its last full stop never comes here: its parts are one letter and a word.
        return Some(end);
    }
    let c = source.at(end);
    let after = end + c.len_utf8();
    // "U.S": the second letter ends the word.
    if c.is_uppercase() && !source.at(after).is_alphanumeric() && source.at(at).is_uppercase() {
        return Some(after);
    }
    (source.at(at).is_uppercase() && is_initial(source, at, end)).then_some(end)
}

/// Whether the single capital at `at` with its full stop is a name's initial ("J. Smith", "J.Smith", "Albert I.
/// Jones") and not the end of a sentence ("vitamin C. The").
fn is_initial(source: &Source<'_>, at: usize, end: usize) -> bool {
    let next = source.run(end, |c| c == ' ' || c == '\u{A0}');
    let follows = source.at(next);
    if !follows.is_uppercase() {
        return matches!(follows, '-' | '‑') || follows == ',' && next == end;
    }
    let word = letters(source, next);
    if Abbreviations::is_starter(&source.text[next..word]) {
        return false;
    }
    // "you and I. Did": the pronoun is no initial but between names.
    source.at(at) != 'I' || begins_capital(source, at)
}

/// Whether the word before `at` begins with a capital.
fn begins_capital(source: &Source<'_>, at: usize) -> bool {
    let before = source.text[..at].trim_end_matches(' ');
    let start = before
        .char_indices()
        .rev()
        .take(LONGEST_ABBREVIATION * 2)
        .take_while(|(_, c)| c.is_alphabetic())
        .last();
    start.is_some_and(|(_, c)| c.is_uppercase())
}

/// Whether the full stop at `end` belongs to the word from `at`.
fn is_abbreviation(source: &Source<'_>, at: usize, end: usize) -> bool {
    let word = &source.text[at..end];
    if word.len() > LONGEST_ABBREVIATION || source.at(end + 1) == '.' {
        return false;
    }
    let Some(class) = source.abbreviations.class(word) else {
        return false;
    };
    let next = source.run(end + 1, |c| c == ' ' || c == '\u{A0}');
    let follows = source.at(next);
    match class {
        Abbreviation::Number => follows.is_numeric() || follows == '#',
        Abbreviation::Month | Abbreviation::Title => {
            word.starts_with(char::is_uppercase) && (follows.is_alphanumeric() || !follows.is_whitespace())
        }
        Abbreviation::State => {
            let before = source.text[..at].trim_end();
            word.starts_with(char::is_uppercase) && before.ends_with([',', '('])
        }
        Abbreviation::Company | Abbreviation::Plain => true,
    }
}

/// "COVID-19", "F-16": capitals and figures.
fn designation(source: &Source<'_>, at: usize, end: usize) -> Option<usize> {
    let head = &source.text[at..end];
    if source.at(end) != '-' || head.len() > LONGEST_DESIGNATION || !head.starts_with(char::is_uppercase) {
        return None;
    }
    let capital = head.len() < 3 || head.chars().all(char::is_uppercase);
    let stop = source.run(end + 1, |c| c.is_ascii_digit());
    // A year behind a hyphen is a year.
    let figures = stop - end - 1;
    (capital && (1..4).contains(&figures)).then(|| source.run(stop, char::is_alphabetic))
}

/// The clitic that begins with the apostrophe at `at`, if it stands behind a word: "'s", "’re", "'t" of "n't".
pub(super) fn clitic(source: &Source<'_>, at: usize) -> Option<usize> {
    if !source.before(at).is_alphanumeric() && source.before(at) != '.' {
        return None;
    }
    let start = at + source.at(at).len_utf8();
    let end = source.run(start, char::is_alphabetic);
    let tail = &source.text[start..end];
    let known = ["s", "re", "ve", "ll", "d", "m"]
        .iter()
        .any(|clitic| tail.eq_ignore_ascii_case(clitic));
    (known && !source.at(end).is_alphanumeric()).then_some(end)
}

/// Where "do" ends in "don't": before its "n".
fn negation(source: &Source<'_>, at: usize, end: usize) -> Option<usize> {
    let n = source.before(end);
    if !class::is_apostrophe(source.at(end)) || !matches!(n, 'n' | 'N') || end - 1 <= at {
        return None;
    }
    is_negation(source, end).then_some(end - 1)
}

fn is_negation(source: &Source<'_>, apostrophe: usize) -> bool {
    let t = apostrophe + source.at(apostrophe).len_utf8();
    matches!(source.at(t), 't' | 'T') && !source.at(t + 1).is_alphanumeric()
}

/// Where "n't" ends when it begins at `at`, glued to its verb.
pub(super) fn negation_clitic(source: &Source<'_>, at: usize) -> Option<usize> {
    if !matches!(source.at(at), 'n' | 'N') || !source.before(at).is_alphabetic() {
        return None;
    }
    let apostrophe = at + 1;
    let fits = class::is_apostrophe(source.at(apostrophe)) && is_negation(source, apostrophe);
    fits.then(|| apostrophe + source.at(apostrophe).len_utf8() + 1)
}
