//! Longest matches in the tables of names.

use super::words::Word;
use crate::article::label::Label;
use crate::knowledge::lexicon::Lexicon;

/// No listed name is longer, in tokens (a hyphen is one).
const LONGEST: usize = 9;

/// What a listed form names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Match {
    /// How many tokens it covers.
    pub len: usize,
    /// `None` where the form is listed as no name ("GDP").
    pub label: Option<Label>,
    pub reason: &'static str,
}

/// The longest listed form that begins at `at`.
pub(super) fn longest(words: &[Word<'_>], at: usize, lexicon: &Lexicon) -> Option<Match> {
    let mut best = None;
    let (mut lower, mut exact) = (String::new(), String::new());
    for (index, word) in words.iter().enumerate().skip(at).take(LONGEST) {
        if index > at && !word.glued {
            lower.push(' ');
            exact.push(' ');
        }
        lower.push_str(&word.lower);
        exact.push_str(word.text);
        let named = word.capital || word.text.starts_with(|c: char| c.is_ascii_digit());
        // "Al-Jazeera" and "al-Qaeda" begin small; what ends small is listed so ("kim jong-un").
        if (named || word.glued)
            && let Some((label, reason)) = listed(&lower, &exact, lexicon)
        {
            let len = index + 1 - at;
            best = Some(Match { len, label, reason });
        }
        if !goes_on(&lower, &exact, lexicon) {
            break;
        }
    }
    best
}

fn goes_on(lower: &str, exact: &str, lexicon: &Lexicon) -> bool {
    let tables = [&lexicon.people, &lexicon.names, &lexicon.places, &lexicon.peoples];
    tables.iter().any(|table| table.has_longer(lower)) || lexicon.acronyms.has_longer(exact)
}

/// What a whole form is listed as; the more certain table first.
fn listed(lower: &str, exact: &str, lexicon: &Lexicon) -> Option<(Option<Label>, &'static str)> {
    if let Some(columns) = lexicon.acronyms.get(exact) {
        return Some(label(columns));
    }
    if lexicon.people.has(lower) {
        return Some((Some(Label::Person), "listed as a person in the news"));
    }
    if lexicon.peoples.has(lower) {
        return Some((Some(Label::Norp), "listed as a people, faith or political family"));
    }
    let columns = lexicon.names.get(lower).or_else(|| lexicon.places.get(lower))?;
    Some(label(columns))
}

fn label(columns: &str) -> (Option<Label>, &'static str) {
    match columns.split('\t').next().unwrap_or("") {
        "country" => (Some(Label::Gpe), "listed as a country"),
        "state" => (Some(Label::Gpe), "listed as a state or region"),
        "city" => (Some(Label::Gpe), "listed as a city"),
        "loc" => (Some(Label::Loc), "listed as a place"),
        "fac" => (Some(Label::Fac), "listed as a building or site"),
        "org" => (Some(Label::Org), "listed as an organisation"),
        "media" => (Some(Label::Media), "listed as an outlet or platform"),
        "event" => (Some(Label::Event), "listed as an event"),
        "law" => (Some(Label::Law), "listed as a law or treaty"),
        "product" => (Some(Label::Product), "listed as a product"),
        "language" => (Some(Label::Language), "listed as a language"),
        "norp" => (Some(Label::Norp), "listed as a people, faith or political family"),
        _ => (None, "listed as no name"),
    }
}
