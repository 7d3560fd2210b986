//! Noun phrases to the names in their heads, and the first of them that no preposition governs.

use std::ops::Range;

use super::lists;
use super::page::{Page, speaks};
use super::subject::Subject;
use crate::article::label::Label;

pub(super) fn pronoun(page: &Page, at: usize) -> Subject {
    Subject {
        span: page.tokens[at].span,
        mention: None,
        stands_for: true,
        guessed: false,
    }
}

/// The subject that a noun phrase is: the name in its head, or the phrase itself.
pub(super) fn phrase(page: &Page, tokens: Range<usize>) -> Option<Subject> {
    if tokens.start >= tokens.end {
        return None;
    }
    if page.is(tokens.start, lists::PRONOUN) {
        return Some(pronoun(page, tokens.start));
    }
    let head = head(page, tokens.clone());
    let chosen = best(page, head.clone()).or_else(|| best(page, tokens.clone()));
    let Some(chosen) = chosen else {
        return common_noun(page, head);
    };
    let mention = &page.mentions[chosen];
    if !is_named(page, &head, chosen) {
        return Some(Subject {
            span: page.span(head.start..mention.tokens.end.max(head.end)),
            mention: None,
            stands_for: page.at(head.start) == "the",
            guessed: false,
        });
    }
    let start = if mention.label == Label::Person {
        mention.tokens.start
    } else {
        tokens.start.min(mention.tokens.start)
    };
    let end = mention.tokens.end.max(if mention.label == Label::Person {
        0
    } else {
        head.end
    });
    Some(Subject {
        span: page.span(start..end),
        mention: Some(chosen),
        stands_for: mention.label != Label::Person && page.at(start) == "the" && mention.label == Label::Role,
        guessed: false,
    })
}

/// Whether a mention of a noun phrase names who speaks: a doctor at the Alder clinic is not Alder, and an ally of Voll, or
/// a Voll ally, not Voll. Who speaks for a body speaks as it.
fn is_named(page: &Page, head: &Range<usize>, chosen: usize) -> bool {
    let mention = &page.mentions[chosen];
    let person = mention.label == Label::Person;
    if !head.contains(&mention.tokens.start) {
        return !person && page.at(head.end - 1).starts_with("spoke");
    }
    let behind = mention.tokens.end;
    let noun = behind < head.end && page.raw(behind).starts_with(char::is_lowercase) && !page.is_mark(behind);
    !noun || !person && !NEAR.contains(&page.at(behind))
}

/// Who stands near somebody and is not them.
const NEAR: &[&str] = &[
    "ally",
    "allies",
    "friend",
    "friends",
    "aide",
    "aides",
    "lawyer",
    "lawyers",
    "supporter",
    "supporters",
    "critic",
    "critics",
    "rival",
    "rivals",
    "employee",
    "employees",
    "colleague",
    "colleagues",
    "insider",
    "insiders",
];

/// The noun that a mention only describes, with its words: "a former employee" of "a former employee of Axolis".
pub(super) fn described(page: &Page, mention: usize) -> Option<Range<usize>> {
    let first = page.mentions[mention].tokens.start;
    let before = |at: usize, words: &[&str]| at > 0 && words.contains(&page.at(at - 1));
    let determined = first - usize::from(before(first, &["the", "a", "an", "its", "their"]));
    if !before(determined, &["of", "at", "for", "from", "in"]) {
        return None;
    }
    let plain = |at: usize| {
        page.raw(at).starts_with(char::is_alphabetic) && !page.is(at, lists::PREPOSITION | lists::BORDER)
    };
    let noun = |at: &usize| plain(*at) && !page.quoted(*at) && !page.is_mark(*at) && page.cue(*at).is_none();
    let head = (determined - 1).checked_sub(1).filter(noun)?;
    if page.at(head).starts_with("spoke")
        || page.capital(head)
        || page.is(head, lists::ADVERB | lists::NO_NOUN)
    {
        return None;
    }
    let words = (head.saturating_sub(NOUN)..head).rev().take_while(noun).count();
    Some(head - words..head + 1)
}

/// Words before a noun at most that are its own: "two former senior".
const NOUN: usize = 4;

/// The part of a noun phrase before its first preposition, unless a mention goes over it.
fn head(page: &Page, tokens: Range<usize>) -> Range<usize> {
    let inside = |at: usize| {
        page.mentions_in(tokens.clone())
            .any(|m| page.mentions[m].tokens.contains(&at))
    };
    let cut = tokens
        .clone()
        .skip(1)
        .find(|at| page.is(*at, lists::PREPOSITION) && !inside(*at));
    tokens.start..cut.unwrap_or(tokens.end)
}

/// The mention of a phrase that names who speaks: the last person, else the longest that can speak.
fn best(page: &Page, tokens: Range<usize>) -> Option<usize> {
    let label = |m: &usize| page.mentions[*m].label;
    // "Sources close to Anna Berg".
    let source = |m: &usize| {
        let own = &page.mentions[*m].tokens;
        let mut around = page
            .mentions_in(tokens.clone())
            .filter(|m| label(m) == Label::AnonSource);
        around.any(|m| page.mentions[m].tokens.contains(&own.start))
    };
    let person = page
        .mentions_in(tokens.clone())
        .filter(|m| label(m) == Label::Person && !source(m))
        .last();
    let rank = |m: &usize| match label(m) {
        Label::AnonSource => 3,
        Label::Role => 2,
        _ => 1,
    };
    let possessed = |m: &usize| matches!(page.at(page.mentions[*m].tokens.end), "'s" | "’s" | "'" | "’");
    let person = person.filter(|m| !possessed(m) || page.mentions[*m].tokens.end >= tokens.end);
    person.or_else(|| {
        let able = page
            .mentions_in(tokens.clone())
            .filter(|m| speaks(label(m)) && label(m) != Label::Person);
        able.max_by_key(|m| (rank(m), page.mentions[*m].tokens.end))
    })
}

/// "the spokeswoman", "residents": words without a name.
fn common_noun(page: &Page, tokens: Range<usize>) -> Option<Subject> {
    let last = tokens.end.checked_sub(1)?;
    let word = page.tokens[last];
    let wordy = page.raw(last).starts_with(char::is_alphabetic) && !page.is_mark(last);
    let start = tokens.end.saturating_sub(8).max(tokens.start);
    let no_head = matches!(page.at(last), "there" | "here" | "it" | "this" | "that" | "not");
    let plausible = wordy && !no_head && !page.is(last, lists::PREPOSITION);
    plausible.then(|| Subject {
        span: page.span(start..tokens.end).cover(word.span),
        mention: None,
        stands_for: matches!(page.at(start), "the" | "that" | "this"),
        guessed: false,
    })
}

/// The subject of the sentence that begins at `start`: the first name or pronoun that no preposition governs.
pub(super) fn sentence_subject(page: &Page, start: usize, end: usize) -> Option<Subject> {
    let mut at = start;
    while at < end {
        if page.quoted(at) {
            at += 1;
            continue;
        }
        if matches!(page.at(at), "he" | "she" | "they") {
            return Some(Subject {
                guessed: true,
                ..pronoun(page, at)
            });
        }
        let mention = page.mentions_in(at..end).next();
        let here =
            mention.filter(|m| page.mentions[*m].tokens.start == at && speaks(page.mentions[*m].label));
        let governed = at > start && page.is(at - 1, lists::PREPOSITION) && page.at(at - 1) != "and"
            || at > start + 1 && page.at(at - 1) == "the" && page.is(at - 2, lists::PREPOSITION);
        if let Some(first) = here {
            let tokens = page.mentions[first].tokens.clone();
            if governed {
                at = tokens.end.max(at + 1);
                continue;
            }
            // "President Anna Berg": a role before a name belongs to it.
            let group = at..group_end(page, tokens.end, end);
            return phrase(page, group).map(|s| Subject { guessed: true, ..s });
        }
        at += 1;
    }
    None
}

/// Over mentions that follow one another: "city hall press secretary Anna Berg".
fn group_end(page: &Page, mut end: usize, limit: usize) -> usize {
    while end < limit {
        let next = page
            .mentions_in(end..limit)
            .next()
            .filter(|m| page.mentions[*m].tokens.start == end);
        match next {
            Some(next) => end = page.mentions[next].tokens.end,
            None => break,
        }
    }
    end
}
