//! How far the words around a difference belong to it: evidence should read as a phrase.

use std::ops::Range;

use super::pair::Side;

pub(super) use crate::text::stem::stem;

/// Words that only lead to the next one: what differs ends behind it.
#[rustfmt::skip]
const LEADING: &[&str] = &[
    "could", "may", "might", "can", "will", "would", "shall", "should", "must", "is", "are", "was", "were", "be", "been",
    "being", "has", "have", "had", "having", "to", "not", "n't", "never", "do", "does", "did", "a", "an", "the",
];

/// Extends a range over words that are glued to it, like the halves of "3-1" and "four-year".
pub(super) fn glued(side: &Side<'_>, words: &Range<usize>) -> Range<usize> {
    let mut range = words.clone();
    if range.is_empty() {
        return range;
    }
    let touch = |x: usize, y: usize| {
        side.words
            .get(y)
            .is_some_and(|word| side.words[x].span.end() == word.span.start())
    };
    let joint = |at: usize| {
        let word = &side.words[at];
        word.is_word()
            || matches!(
                word.fold.as_ref(),
                "-" | "/" | ":" | "%" | "$" | "€" | "£" | "." | ","
            )
    };
    while range.end < side.words.len() && touch(range.end - 1, range.end) && joint(range.end) {
        range.end += 1;
    }
    while range.start > 0 && touch(range.start - 1, range.start) && joint(range.start - 1) {
        range.start -= 1;
    }
    side.trimmed(&range)
}

/// Extends a range that ends in a leading word over what it leads to: "could" to "could meet", "intended" stays.
pub(super) fn led(side: &Side<'_>, words: &Range<usize>) -> Range<usize> {
    let mut range = words.clone();
    while !range.is_empty()
        && range.end < side.words.len()
        && LEADING.contains(&side.fold(range.end - 1))
        && side.words[range.end].is_word()
        && !side.words[range.end].first
    {
        range.end += 1;
    }
    range
}

/// The same over "to" and the verb behind it: "intends" becomes "intends to meet".
pub(super) fn with_infinitive(side: &Side<'_>, words: &Range<usize>) -> Range<usize> {
    let range = led(side, words);
    let verb = side
        .words
        .get(range.end + 1)
        .is_some_and(|word| word.is_content() && !word.is_capital());
    if !range.is_empty() && side.fold(range.end) == "to" && verb {
        return range.start..range.end + 2;
    }
    range
}

/// How many words stand behind a place in the same clause, counted up to `most`.
pub(super) fn following(side: &Side<'_>, at: usize, most: usize) -> usize {
    let words = side.words[at.min(side.words.len())..].iter().take(most);
    words.take_while(|word| word.is_word() && !word.first).count()
}

/// Words on each side of a difference at most that are looked through for what else is said of it.
const AROUND: usize = 80;

/// The words around a range, the range with them.
pub(super) fn around(side: &Side<'_>, words: &Range<usize>) -> Range<usize> {
    words.start.saturating_sub(AROUND)..(words.end + AROUND).min(side.words.len())
}

/// Whether a word is in a list of beginnings, parted by spaces; one with a dot behind it is a whole word.
pub(super) fn listed(list: &str, word: &str) -> bool {
    list.split(' ').any(|start| match start.strip_suffix('.') {
        Some(whole) => word == whole,
        None => word.starts_with(start),
    })
}

/// Whether a word is in a list, parted by bars.
pub(super) fn one_of(list: &str, word: &str) -> bool {
    list.split('|').any(|one| one == word)
}

/// Words of a subject at most that are shown with what is said of it.
const HEAD: usize = 2;

/// A range with the one or two words that begin its sentence, where nothing else stands before it: "Divers" before "may be
/// sent".
pub(super) fn from_its_head(side: &Side<'_>, words: &Range<usize>) -> Range<usize> {
    let near = (0..=HEAD).filter_map(|back| words.start.checked_sub(back));
    let mut near = near.take_while(|&at| at < side.words.len() && side.words[at].is_word());
    let first = near
        .find(|&at| side.words[at].first)
        .filter(|_| !words.is_empty());
    first.map_or(words.clone(), |first| first..words.end)
}

/// A single word that differs with the one or two behind it that it says something of: "green" with "station wagon".
pub(super) fn with_its_noun(side: &Side<'_>, words: &Range<usize>) -> Range<usize> {
    let shared = |at: usize| {
        let word = side.words.get(at);
        word.is_some_and(|word| word.is_content() && word.partner.is_some() && !word.first)
    };
    let more = (0..HEAD).take_while(|step| shared(words.end + step)).count();
    words.start..words.end + if words.len() == 1 { more } else { 0 }
}

/// Words that begin a noun phrase.
#[rustfmt::skip]
pub(super) const DETERMINERS: &[&str] = &["a", "an", "the", "his", "her", "its", "their", "this", "that", "these", "those"];

/// Words of a noun phrase before its head at most.
const NOUN_PHRASE: usize = 5;

/// Where the noun phrase begins that a word goes on: "the growers' cooperative" for "cooperative".
pub(super) fn noun_start(side: &Side<'_>, word: usize) -> usize {
    let mut start = word;
    while start > 0 && word - start < NOUN_PHRASE && !side.words[start].first {
        let before = &side.words[start - 1];
        if DETERMINERS.contains(&before.fold.as_ref()) {
            return start - 1;
        }
        let joint = matches!(before.fold.as_ref(), "'s" | "'" | "-");
        if !joint && !before.is_content() {
            return word;
        }
        start -= 1;
    }
    if side.words[start].first { start } else { word }
}

/// A clause that tells of the noun before it, which the other side has too, with that: "the bridge, which carries 41,000
/// vehicles". "Who" may tell of a noun farther off: "fishermen off the quay, who".
pub(super) fn with_what_it_tells_of(side: &Side<'_>, clause: &Range<usize>) -> Option<Range<usize>> {
    let at = (0..clause.start).rev().find(|&at| side.words[at].is_word())?;
    let head = &side.words[at];
    let tells = match side.fold(clause.start) {
        "which" | "whose" | "where" => true,
        "who" => head.is_capital(),
        _ => false,
    };
    let same = (at + 1..=clause.start).all(|at| !side.words[at].first);
    (tells && same && head.is_content() && head.partner.is_some()).then(|| noun_start(side, at)..clause.end)
}
