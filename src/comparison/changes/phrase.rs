//! How far the words around a difference belong to it: evidence should read as a phrase.

use std::ops::Range;

use super::pair::Side;

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

/// A word without its ending, for telling inflected forms of one word: "approves", "approved", "approving".
pub(super) fn stem(word: &str) -> String {
    let keep = |stem: &str| stem.chars().count() >= 3;
    let doubled = |stem: &str| {
        let mut ends = stem.chars().rev();
        let (last, before) = (ends.next(), ends.next());
        last == before && last.is_some_and(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 's' | 'l'))
    };
    for (ending, instead) in [("ying", "y"), ("ies", "y"), ("ied", "y")] {
        if let Some(rest) = word.strip_suffix(ending).filter(|rest| keep(rest)) {
            return format!("{rest}{instead}");
        }
    }
    for ending in ["ing", "ed", "es", "s", "e"] {
        // "dismiss" is no form of "dismis".
        let ends = |rest: &&str| keep(rest) && !(ending == "s" && rest.ends_with('s'));
        if let Some(rest) = word.strip_suffix(ending).filter(ends) {
            let undoubled = if doubled(rest) {
                &rest[..rest.len() - 1]
            } else {
                rest
            };
            return undoubled.strip_suffix('e').unwrap_or(undoubled).to_owned();
        }
    }
    word.to_owned()
}
