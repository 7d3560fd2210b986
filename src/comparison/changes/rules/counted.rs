//! What a number is shown with: what it counts, what hedges it, and what is said of it.

use std::ops::Range;

use super::super::pair::{Side, Word};
use super::super::{phrase, widen};
use super::numbers::HEDGES;

/// Words of a number's evidence at most that is shown with what is said of it.
const BARE: usize = 4;

/// A short number with the word that says what it is: "fell 2.7 percent", "9,000 containers a day".
pub(super) fn said_of(side: &Side<'_>, words: &Range<usize>) -> Range<usize> {
    let mut start = words.start;
    let inside = |at: usize| side.words[at].is_word() && !side.words[at].quoted;
    if words.len() > BARE || words.is_empty() {
        return words.clone();
    }
    while start > 0 && words.start - start < 3 && inside(start - 1) && !side.words[start].first {
        start -= 1;
        if widen::BREAKS.contains(&side.fold(start)) {
            return words.clone();
        }
        if side.words[start].is_content() {
            // A name before a date is another matter.
            if side.words[start].is_capital() && !side.words[start].first {
                return words.clone();
            }
            // "Energy fell 2.7 percent" is the sentence.
            let opens = start > 0 && side.words[start - 1].first && inside(start - 1);
            return start - usize::from(opens)..words.end;
        }
    }
    words.clone()
}

/// Words of time and measure before a number that are read with it.
#[rustfmt::skip]
const BEFORE: &[&str] = &[
    "in", "on", "at", "by", "for", "since", "until", "within", "early", "late", "earlier", "later", "last", "next", "its", "his",
    "her", "their", "after", "before",
];

/// Where the evidence of a number begins: with the words that hedge it, and one or two that lead to it.
pub(super) fn led_by(side: &Side<'_>, number: usize) -> usize {
    let mut start = number;
    while start > 0
        && HEDGES.contains(&side.fold(start - 1))
        && number - start < 4
        && side.fold(start - 1) != "to"
    {
        start -= 1;
    }
    for _ in 0..2 {
        start -= usize::from(start > 0 && BEFORE.contains(&side.fold(start - 1)));
    }
    start
}

/// A number with what it counts: the word right behind it, where that is no grammar.
pub(super) fn counted(side: &Side<'_>, words: &Range<usize>) -> Range<usize> {
    let next = side.words.get(words.end);
    let counts = next
        .is_some_and(|word| (word.is_content() || word.fold == "more") && !word.first && !word.is_capital())
        && !BEFORE.contains(&side.fold(words.end));
    if counts && side.fold(words.end) == "more" && side.words.get(words.end + 1).is_some_and(Word::is_content)
    {
        return words.start..words.end + 2;
    }
    if !counts {
        let whole = with_unit(side, words);
        return if whole == *words {
            with_verb(side, words)
        } else {
            whole
        };
    }
    // "214 apple trees": what is counted is in the plural.
    let many = |at: usize| side.fold(at).ends_with('s');
    let noun = side
        .words
        .get(words.end + 1)
        .is_some_and(|word| word.is_content() && !word.is_capital());
    let compound = !many(words.end) && noun && many(words.end + 1);
    phrase::glued(side, &(words.start..words.end + 1 + usize::from(compound)))
}

/// A fraction with what it is taken of: "half a percentage point", "a quarter of its workers".
fn with_unit(side: &Side<'_>, words: &Range<usize>) -> Range<usize> {
    let mut end = words.end;
    let small = |at: usize| matches!(side.fold(at), "of" | "a" | "an" | "the" | "its" | "their" | "all");
    while small(end) && end < words.end + 2 {
        end += 1;
    }
    let noun = |at: usize| side.words.get(at).is_some_and(Word::is_content);
    if end == words.end || !noun(end) {
        return words.clone();
    }
    words.start..end + 1 + usize::from(side.fold(end) == "percentage" && noun(end + 1))
}

/// A number that stands for people or things, with what is said of them: "nine were cleared".
fn with_verb(side: &Side<'_>, words: &Range<usize>) -> Range<usize> {
    let auxiliary = matches!(side.fold(words.end), "was" | "were" | "is" | "are");
    let verb = side.words.get(words.end + 1).is_some_and(Word::is_content);
    words.start..words.end + if auxiliary && verb { 2 } else { 0 }
}

/// Words for a count that nobody counted.
#[rustfmt::skip]
pub(super) const VAGUE: &[&str] = &[
    "dozens", "hundreds", "thousands", "millions", "scores", "several", "many", "numerous", "some", "few", "multiple",
    "countless", "various", "repeatedly",
];

/// Whether a word counts vaguely: "dozens", "a small number of".
pub(super) fn is_vague_at(side: &Side<'_>, at: usize) -> bool {
    // "The number of patients" counts nobody.
    let some = at > 0 && matches!(side.fold(at - 1), "a" | "small" | "large");
    let of = some && matches!(side.fold(at), "number" | "handful") && side.fold(at + 1) == "of";
    // "Some hearing loss" counts nothing.
    let many = |word: &str| {
        phrase::one_of("of|people|men|women|children|police", word)
            || word.ends_with('s') && !word.ends_with("ss")
    };
    let some = side.fold(at) != "some" || many(side.fold(at + 1)) || many(side.fold(at + 2));
    VAGUE.contains(&side.fold(at)) && some || of
}

pub(super) fn is_vague(side: &Side<'_>, words: &Range<usize>) -> bool {
    words.clone().any(|at| VAGUE.contains(&side.fold(at)))
}
