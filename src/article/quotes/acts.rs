//! Verbs that do something with words without a clause: "criticised the plan", "called for a vote", "vowed to go".
//!
//! ```text
//! Anna Berg criticised [the plan] on Monday.              an object
//! She called for [a second vote], which …                 behind the verb's own preposition
//! He declined [to name the ship].                         an infinitive
//! They left, defending [their choice].                    a participle: the sentence's subject
//! ```

use std::ops::Range;

use super::CueClass;
use super::lists;
use super::page::Page;
use super::subject::{Subject, subject};

/// Tokens of a content at most: longer objects are lists and clauses, of which the head is enough.
const LONGEST: usize = 40;

/// The class of the verb at `cue`, who does it, and what with.
pub(super) fn act(
    page: &Page,
    cue: usize,
    sentence: &Range<usize>,
) -> Option<(CueClass, Subject, Range<usize>)> {
    if page.quoted(cue) || page.capital(cue) {
        return None;
    }
    let mut columns = page.lexicon.acts.get(page.at(cue))?.split('\t');
    let (class, takes, form) = (columns.next()?, columns.next()?, columns.next()?);
    let start = content_start(page, cue, takes)?;
    if form == "past" && (passive(page, cue) || attribute(page, cue))
        || matches!(form, "present" | "base") && !acts(page, cue)
    {
        return None;
    }
    let end = content_end(page, start, sentence.end);
    let content = start..end;
    // What runs into marks is a mixed quotation, which `direct` finds.
    if (content.start..=content.end + 1).any(|at| page.quoted(at)) {
        return None;
    }
    // One word says something where it is a name: "endorsed Berg".
    if content.is_empty() || content.len() == 1 && !page.capital(content.start) {
        return None;
    }
    let joined = form == "ing" || matches!(page.at(cue.wrapping_sub(1)), "and" | "or" | "but" | ",");
    let subject = relative(page, cue)
        .or_else(|| subject(page, cue, sentence, false).filter(|s| joined || !s.guessed))?;
    Some((CueClass::from_code(class)?, subject, content))
}

/// "Anna Berg, who criticized": who did it stands before its pronoun.
pub(super) fn relative(page: &Page, cue: usize) -> Option<Subject> {
    let mut who = cue.checked_sub(1)?;
    if page.at(who) != "who" && page.is(who, lists::ADVERB) {
        who = who.checked_sub(1)?;
    }
    (page.at(who) == "who").then(|| antecedent(page, who))
}

/// Whom a relative pronoun stands for: the name before it, else the noun with it ("the report, which").
pub(super) fn antecedent(page: &Page, who: usize) -> Subject {
    const WORDS: usize = 4;
    let end = who - usize::from(page.at(who.wrapping_sub(1)) == ",").min(who);
    let mention = page
        .mention_ending(end)
        .filter(|m| super::page::speaks(page.mentions[*m].label));
    let plain = |at: &usize| {
        page.raw(*at).starts_with(char::is_alphabetic)
            && !page.quoted(*at)
            && !page.is(*at, lists::PREPOSITION | lists::BORDER | lists::ADVERB)
    };
    let noun = (end.saturating_sub(WORDS)..end).rev().take_while(plain);
    let noun = noun.take(if mention.is_none() && page.at(who) != "who" {
        WORDS
    } else {
        0
    });
    Subject {
        span: page.span(noun.last().unwrap_or(who)..who + 1),
        mention,
        stands_for: true,
        guessed: false,
    }
}

/// "400 pledged delegates", "the proposed rule": the form stands as an adjective.
fn attribute(page: &Page, cue: usize) -> bool {
    let before = page.at(cue.wrapping_sub(1));
    let determiner = matches!(
        before,
        "the"
            | "a"
            | "an"
            | "of"
            | "his"
            | "her"
            | "their"
            | "its"
            | "this"
            | "these"
            | "by"
            | "with"
            | "for"
            | "in"
    );
    determiner || before.starts_with(|c: char| c.is_ascii_digit())
}

/// Where the content begins, if what the verb takes stands behind it.
fn content_start(page: &Page, cue: usize, takes: &str) -> Option<usize> {
    let next = page.at(cue + 1);
    let takes = |what: &str| takes.split(',').any(|one| one == what);
    match next {
        "to" if takes("to") => Some(cue + 1),
        "for" | "on" | "about" | "of" | "against" | "out" if takes(next) => Some(cue + 2),
        // "called him a liar", not "a band called Ten": whom it names follows.
        _ if takes("name") => names_somebody(page, cue + 1).then_some(cue + 1),
        _ => (takes("object") && begins_object(page, cue + 1)).then_some(cue + 1),
    }
}

/// Whether a person or body, or a pronoun for one, stands here with more behind it.
fn names_somebody(page: &Page, at: usize) -> bool {
    let pronoun = matches!(page.at(at), "him" | "her" | "them" | "it" | "himself" | "herself");
    let named = page
        .mentions_in(at..at + LONGEST)
        .next()
        .is_some_and(|m| page.mentions[m].tokens.start == at);
    pronoun || named
}

/// Whether an object can begin here: no preposition, no mark, no adverb.
fn begins_object(page: &Page, at: usize) -> bool {
    let word = page.at(at);
    let other = page.is(at, lists::PREPOSITION | lists::ADVERB)
        || matches!(
            word,
            "as" | "that" | "when" | "while" | "because" | "if" | "or" | "but" | "than"
        );
    !word.is_empty() && !page.is_mark(at) && !other
}

/// "was sharply criticized": done to the subject.
pub(super) fn passive(page: &Page, cue: usize) -> bool {
    let be = |back: usize| {
        let at = cue.checked_sub(back);
        at.is_some_and(|at| {
            matches!(
                page.at(at),
                "was" | "were" | "is" | "are" | "been" | "be" | "being" | "get" | "got"
            )
        })
    };
    be(1) || be(2) && page.at(cue - 1).ends_with("ly")
}

/// Whether a form that may be a noun stands behind somebody: "Berg supports the plan".
fn acts(page: &Page, cue: usize) -> bool {
    let mut end = cue;
    while end > 0 && page.is(end - 1, lists::ADVERB) && page.at(end - 1) != "to" {
        end -= 1;
    }
    let before = page.at(end.wrapping_sub(1));
    let crowd = end > 0
        && before.len() > 4
        && before.ends_with('s')
        && !before.ends_with("ss")
        && (!page.capital(end - 1) || page.sentence(cue).start == end - 1)
        && !page.quoted(end - 1);
    let infinitive = page.at(cue.wrapping_sub(1)) == "to";
    let named = page
        .mention_ending(end)
        .is_some_and(|m| super::page::speaks(page.mentions[m].label));
    !infinitive && (crowd || page.is(end.wrapping_sub(1), lists::PRONOUN) || named)
}

/// Before the mark or the word that begins another clause.
fn content_end(page: &Page, start: usize, end: usize) -> usize {
    let stops = |at: usize| {
        let word = page.at(at);
        let mark = page.is_mark(at) && matches!(word, "," | ";" | ":" | "–" | "—" | "(" | "." | "?" | "!");
        let day = word == "on" && page.capital(at + 1) && page.at(at + 1).ends_with("day");
        let clause = matches!(
            word,
            "while" | "after" | "when" | "because" | "although" | "though" | "but"
        );
        let next = word == "and" && page.lexicon.acts.has(page.at(at + 1));
        mark || day || clause || next || page.quoted(at)
    };
    let limit = end.min(start + LONGEST);
    (start..limit).find(|at| stops(*at)).unwrap_or(limit)
}
