//! Who does a verb of saying: the words before or behind it.
//!
//! ```text
//! [city hall press secretary Anna Berg] said                   the words before, back to a border
//! [Paul Weber], head gardener of the abbey, said              over an apposition
//! [Paul Weber] on Tuesday also said                           over times and adverbs
//! “…,” said [Anna Berg], the mayor                            behind, where nothing stands between
//! [He] rejected the plan, calling it “mad”                    a participle: the sentence's subject
//! ```

use std::ops::Range;

use super::lists;
use super::page::Page;
use super::phrase::{phrase, pronoun, sentence_subject};
use crate::article::label::Label;
use crate::text::Span;

/// Tokens of an apposition that are skipped at most: longer ones are clauses of their own.
const APPOSITION: usize = 40;

/// The words that name who speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Subject {
    pub(super) span: Span,
    /// The mention they are.
    pub(super) mention: Option<usize>,
    /// Whether they are a pronoun, or words such as "the official", that stand for somebody named before.
    pub(super) stands_for: bool,
    /// Whether the place alone tells, not the grammar.
    pub(super) guessed: bool,
}

/// The subject of the cue at `cue`, within `window`. `after_quote`: the cue follows a quotation directly.
pub(super) fn subject(page: &Page, cue: usize, window: &Range<usize>, after_quote: bool) -> Option<Subject> {
    if page.at(cue) == "according" {
        return behind(page, cue + 2, window.end).or_else(|| plain(page, cue + 2, window.end));
    }
    if after_quote && let Some(subject) = behind(page, cue + 1, window.end) {
        return Some(subject);
    }
    before(page, cue, window.start)
        .or_else(|| left_out(page, cue, window.start))
        .or_else(|| sentence_subject(page, window.start, cue))
}

/// Who does the verb of saying before this one, where a contrast goes on without saying who: "a meeting with Lund that Holt
/// described as good, although later said", and not Lund.
fn left_out(page: &Page, cue: usize, first: usize) -> Option<Subject> {
    let end = skip_adverbs(page, cue, first);
    let goes_on = end > first && matches!(page.at(end - 1), "although" | "though");
    let mut verbs = (first..end).rev().take(APPOSITION);
    let verb = verbs.find(|&at| goes_on && page.cue(at).is_some() && !page.quoted(at))?;
    let subject = before(page, verb, first)?;
    Some(Subject {
        guessed: true,
        ..subject
    })
}

/// The noun phrase that begins at `start`.
pub(super) fn behind(page: &Page, start: usize, end: usize) -> Option<Subject> {
    let word = page.at(start);
    if start >= end || page.is_mark(start) || page.quoted(start) {
        return None;
    }
    if page.is(start, lists::PRONOUN) {
        return Some(pronoun(page, start));
    }
    let determined = matches!(
        word,
        "the" | "a" | "an" | "one" | "another" | "his" | "her" | "their" | "its" | "some"
    );
    let named = page.mentions_in(start..(start + 8).min(end)).next().is_some();
    if !determined && !page.capital(start) && !named {
        return None;
    }
    let mut stop = start;
    while stop < end.min(start + 12)
        && !page.is_mark(stop)
        && !page.quoted(stop)
        && !phrase_ends(page, stop, start)
    {
        stop += 1;
    }
    phrase(page, start..stop)
}

/// The words without a name behind "according to": "exit polls conducted by …", "court records".
fn plain(page: &Page, start: usize, end: usize) -> Option<Subject> {
    let over = |at: usize| page.is_mark(at) || page.quoted(at) || at > start && phrase_ends(page, at, start);
    let stop = (start..end.min(start + 12))
        .find(|at| over(*at))
        .unwrap_or(end.min(start + 12));
    phrase(page, start..stop)
}

/// Whether a noun phrase that began at `start` is over before `at`.
fn phrase_ends(page: &Page, at: usize, start: usize) -> bool {
    let word = page.at(at);
    at > start
        && (page.is(at, lists::BORDER)
            || matches!(
                word,
                "in" | "on" | "at" | "during" | "who" | "to" | "by" | "with" | "from" | "has" | "is" | "was"
            )
            || page.cue(at).is_some())
}

/// The noun phrase that ends before the cue.
fn before(page: &Page, cue: usize, first: usize) -> Option<Subject> {
    let mut end = skip_adverbs(page, over_caught(page, cue, first), first);
    end = over_anonymity(page, end, first);
    if end > first && page.at(end - 1) == ")" {
        // "Rep. Anna Berg (D-Wis.) said"
        let from = end.saturating_sub(APPOSITION).max(first);
        end = (from..end).rev().find(|at| page.at(*at) == "(")?;
    }
    // "outlined a plan and vowed": whose plan it was is said at the head of the sentence.
    if end > first && matches!(page.at(end - 1), "and" | "but" | "or") {
        return None;
    }
    if end > first && page.at(end - 1) == "," {
        end = over_apposition(page, end, first)?;
        end = skip_adverbs(page, end, first);
    }
    let start = group_start(page, end, first);
    let start = skip_lead(page, start, end);
    phrase(page, start..end)
}

/// Back over what befalls whoever says it: "was caught saying", "were overheard telling".
fn over_caught(page: &Page, cue: usize, first: usize) -> usize {
    let befalls = cue > first + 1
        && page.at(cue).ends_with("ing")
        && matches!(page.at(cue - 2), "was" | "were" | "is" | "are" | "been")
        && !page.is_mark(cue - 1)
        && !page.is(cue - 1, lists::ADVERB);
    cue - usize::from(befalls)
}

/// Back over what a source asks for itself: "who asked not to be named".
fn over_anonymity(page: &Page, end: usize, first: usize) -> usize {
    const ASKING: usize = 9;
    if end == first || !page.is(end - 1, lists::NAMING) {
        return end;
    }
    let mut back = (end.saturating_sub(ASKING).max(first)..end).rev();
    back.find(|at| page.at(*at) == "who").unwrap_or(end)
}

/// Back over adverbs, auxiliaries and times: "on Wednesday also", "last week".
fn skip_adverbs(page: &Page, mut end: usize, first: usize) -> usize {
    while end > first {
        let word = page.at(end - 1);
        let adverb = page.is(end - 1, lists::ADVERB)
            || word.len() > 4 && word.ends_with("ly") && !page.capital(end - 1);
        if adverb {
            end -= 1;
        } else if let Some(time) = time_before(page, end, first) {
            end = time;
        } else if page.at(end - 1) == "media" || page.mention_ending(end).is_some() {
            match placed_before(page, end, first) {
                Some(place) => end = place,
                None => break,
            }
        } else {
            break;
        }
    }
    end
}

/// The place before a time such as "on Wednesday", "last week", that ends before `end`.
fn time_before(page: &Page, end: usize, first: usize) -> Option<usize> {
    const BEFORE: &[&str] = &[
        "on", "last", "this", "late", "early", "the", "that", "a", "earlier", "over",
    ];
    let last = end - 1;
    if !page.is(last, lists::TIME) {
        return None;
    }
    let mut start = last;
    while start > first && (BEFORE.contains(&page.at(start - 1)) || page.is(start - 1, lists::TIME)) {
        start -= 1;
    }
    Some(start)
}

/// The place before "on Facebook", "in Berlin": a preposition and a name that modify the verb. Only where a
/// person or pronoun stands before; else the name may belong to the subject ("officials in Berlin said").
fn placed_before(page: &Page, end: usize, first: usize) -> Option<usize> {
    let mention = &page.mentions[page.mention_ending(end)?];
    let start = mention.tokens.start - usize::from(page.at(mention.tokens.start.wrapping_sub(1)) == "the");
    let at = start.checked_sub(1).filter(|at| *at > first)?;
    if !matches!(page.at(at), "on" | "in" | "at" | "to") || mention.label == Label::Person {
        return None;
    }
    let person = page
        .mention_ending(at)
        .is_some_and(|m| page.mentions[m].label == Label::Person);
    (person || page.is(at - 1, lists::PRONOUN)).then_some(at)
}

/// From a comma before the cue back over what it closes: ", chief of staff to the president,".
fn over_apposition(page: &Page, end: usize, first: usize) -> Option<usize> {
    let from = end.saturating_sub(APPOSITION).max(first);
    let comma = (from..end - 1).rev().find(|at| page.at(*at) == ",");
    // Without a partner the comma closes what the sentence began with, and no subject stands before it.
    comma.filter(|at| *at > first)
}

/// Back over the words of a noun phrase to its first.
fn group_start(page: &Page, end: usize, first: usize) -> usize {
    let mut start = end;
    while start > first {
        let at = start - 1;
        if let Some(mention) = page.mention_ending(start) {
            let tokens = &page.mentions[mention].tokens;
            if tokens.start >= first {
                start = tokens.start;
                continue;
            }
        }
        let word = page.at(at);
        let hyphen = matches!(word, "-" | "–" | "&" | "." | "/") && page.glued(at);
        let stop = page.quoted(at) || page.is_mark(at) && !hyphen;
        if stop
            || page.is(at, lists::BORDER)
            || word == "who"
            || page.cue(at).is_some() && !noun_like(page, at)
        {
            break;
        }
        if page.is(at, lists::PRONOUN) {
            return at;
        }
        start = at;
    }
    start
}

/// Whether a verb form stands where only a noun or adjective can: behind an article ("the accused").
fn noun_like(page: &Page, at: usize) -> bool {
    at > 0
        && matches!(
            page.at(at - 1),
            "the" | "a" | "an" | "its" | "their" | "his" | "her"
        )
}

/// Over a lead-in that belongs to the sentence: "and", "in a statement".
fn skip_lead(page: &Page, mut start: usize, end: usize) -> usize {
    while start < end
        && matches!(
            page.at(start),
            "and" | "but" | "yet" | "then" | "also" | "or" | "so"
        )
    {
        start += 1;
    }
    start
}
