//! What stands between quotation marks: speech, part of a sentence, the title of a work, a word held at arm's length.

use super::QuoteKind;
use super::marks::Quoted;
use super::page::Page;
use crate::article::label::Label;

/// Words of a title at most: headlines of articles run to a dozen, names of shows to four.
const TITLE_WORDS: usize = 10;

/// A term that is only held at arm's length has at most this many words; more are somebody's.
pub(super) const SCARE_WORDS: usize = 3;

/// Kinds of work and programme, before or behind a title.
const WORKS: &[&str] = &[
    "show",
    "programme",
    "program",
    "film",
    "movie",
    "book",
    "song",
    "album",
    "novel",
    "series",
    "play",
    "documentary",
    "podcast",
    "newsletter",
    "magazine",
    "sitcom",
    "musical",
    "opera",
    "memoir",
    "titled",
    "entitled",
    "video",
    "single",
    "painting",
    "exhibition",
    "ballad",
    "anthem",
    "host",
    "anchor",
    "co-host",
    "episode",
    "biography",
    "hit",
    "comedy",
    "drama",
    "column",
    "poem",
    "author",
    "star",
    "bestseller",
    "segment",
    "game",
];

/// Words of a title that stay small.
const SMALL: &[&str] = &[
    "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "&",
];

/// The kind of a quoted stretch, from its words and its neighbours; whether it is anybody's is decided later.
pub(super) fn kind(page: &Page, quoted: &Quoted) -> QuoteKind {
    let start = quoted.start();
    if matches!(page.at(start.wrapping_sub(1)), "called" | "so-called")
        && page.at(start.wrapping_sub(2)) == "-"
        || page.at(start.wrapping_sub(1)) == "so-called"
    {
        return QuoteKind::Scare;
    }
    if is_title(page, quoted) {
        return QuoteKind::Title;
    }
    if is_clause(page, quoted) {
        QuoteKind::Direct
    } else {
        QuoteKind::Mixed
    }
}

/// Number of words between the marks.
pub(super) fn words(page: &Page, quoted: &Quoted) -> usize {
    quoted.content.clone().filter(|at| !page.is_mark(*at)).count()
}

/// In title case, beside an outlet, a work or "on", and not a sentence.
fn is_title(page: &Page, quoted: &Quoted) -> bool {
    let mut words = quoted.content.clone().filter(|at| !page.is_mark(*at));
    let cased = words.clone().all(|at| {
        page.capital(at)
            || SMALL.contains(&page.at(at))
            || page.raw(at).starts_with(|c: char| c.is_ascii_digit())
            || page.at(at).len() <= 2
    });
    let count = words.clone().count();
    if !cased || count == 0 || count > TITLE_WORDS || !words.any(|at| page.capital(at)) {
        return false;
    }
    let start = quoted.start();
    let last = page.at(quoted.content.end - 1);
    let before = page.at(start.wrapping_sub(1));
    let owner = start - usize::from(matches!(before, "'s" | "’s" | "'" | "’")).min(start);
    let outlet = page
        .mention_ending(owner)
        .is_some_and(|m| page.mentions[m].label == Label::Media);
    let work = WORKS.contains(&before) || WORKS.contains(&page.at(quoted.end));
    let placed = before == "on" && !matches!(last, "." | "?" | "!");
    outlet || work || placed
}

/// A clause of its own: begins like a sentence where one may begin.
fn is_clause(page: &Page, quoted: &Quoted) -> bool {
    let start = quoted.start();
    let first = quoted.content.clone().find(|at| !page.is_mark(*at));
    let Some(first) = first else {
        return false;
    };
    let capital = page.capital(first) || page.raw(first).starts_with(|c: char| c.is_ascii_digit());
    let last = page.at(quoted.content.end - 1);
    let ended = matches!(last, "." | "," | "?" | "!" | "…" | "-") || matches!(page.at(quoted.end), "," | ".");
    let several = words(page, quoted) > SCARE_WORDS;
    let before = page.at(start.wrapping_sub(1));
    let opens_sentence = page.sentence(start).start == start || page.sentence(first).start >= start;
    let introduced =
        matches!(before, "," | ":" | "-" | "\"" | "”") || page.cue(start.wrapping_sub(1)).is_some();
    let resumes = before == "," && start >= 2 && !capital && ended && several;
    capital && (opens_sentence || introduced) && (ended || several) || resumes || quoted.goes_on
}
