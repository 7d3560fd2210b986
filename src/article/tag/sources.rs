//! Sources without a name: "a White House official", "three sources close to the Kremlin".

use std::ops::Range;

use super::ground::{Ground, Named};
use super::words::Stretch;
use crate::article::label::{Confidence, Label};
use crate::article::segment::TokenKind;

/// Words between the article and the source word: "a senior Western European government".
const MOST_BEFORE: usize = 7;

/// Words of what tells a source's ground: "familiar with the government's plans".
const MOST_BEHIND: usize = 8;

const OPENERS: [&str; 22] = [
    "a", "an", "the", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "several", "some", "many", "multiple", "another", "both", "other", "few", "unnamed",
];
const GROUNDS: [&str; 7] = [
    "familiar",
    "close",
    "briefed",
    "knowledge",
    "aware",
    "involved",
    "anonymity",
];

/// All unnamed sources; they may hold names of `found`, which is in order.
pub(super) fn find(ground: &Ground<'_>, stretches: &[Stretch], found: &[Named]) -> Vec<Named> {
    let mut sources = Vec::new();
    for stretch in stretches.iter().filter(|s| !s.title_case()) {
        let mut free = stretch.tokens.start;
        for at in stretch.tokens.clone() {
            let word = &ground.words[at];
            if let Some(tokens) = near(ground, found, stretch, at)
                .or_else(|| unwilling(ground, found, free, at, stretch.tokens.end))
                .filter(|tokens| tokens.start >= free)
            {
                free = tokens.end;
                sources.push(Named {
                    tokens,
                    label: Label::AnonSource,
                    confidence: Confidence::Medium,
                    reason: "a source without a name",
                });
                continue;
            }
            let Some(strength) = ground.lexicon.sources.get(&word.lower).filter(|_| at >= free) else {
                continue;
            };
            let grounded = grounds(ground, at + 1, stretch.tokens.end);
            // "People familiar with the matter": what they know is enough.
            let Some(first) = opening(ground, found, free, at).or(grounded.map(|_| at)) else {
                continue;
            };
            if strength == "weak" && grounded.is_none() || names_follow(ground, found, at) {
                continue;
            }
            let tokens = first..grounded.unwrap_or(at + 1);
            free = tokens.end;
            sources.push(Named {
                tokens,
                label: Label::AnonSource,
                confidence: if strength == "weak" {
                    Confidence::Medium
                } else {
                    Confidence::High
                },
                reason: "a source without a name",
            });
        }
    }
    sources
}

/// People who are told by whom they are near, where they speak: "friends of Anna Berg say", "club insiders said".
fn near(ground: &Ground<'_>, found: &[Named], stretch: &Stretch, at: usize) -> Option<Range<usize>> {
    let lower = |at: usize| ground.words.get(at).map_or("", |word| word.lower.as_ref());
    let says =
        |at: usize| ground.lexicon.says.has(lower(at)) || matches!(lower(at), "say" | "insist" | "believe");
    let speaks = |at: usize| at < stretch.tokens.end && says(at);
    match (lower(at), lower(at + 1), lower(at + 2)) {
        ("friends" | "allies" | "associates" | "colleagues" | "aides", "of", _)
        | ("those", "close", "to") => {
            let name = at + 2 + usize::from(lower(at) == "those");
            let name = name_at(found, name).filter(|name| name.label == Label::Person)?;
            speaks(name.tokens.end).then_some(at..name.tokens.end)
        }
        ("insiders" | "sources", ..) if speaks(at + 1) => {
            let of =
                |&at: &usize| ground.words[at].kind != TokenKind::Mark && !ground.lexicon.says.has(lower(at));
            let before = (stretch.tokens.start..at).rev().take_while(of).count();
            // "Club insiders": more words are a clause of their own.
            (before <= 2).then(|| at - before..at + 1)
        }
        _ => None,
    }
}

/// Words of what a source asks for itself at most: "who asked not to be identified".
const ASKING: usize = 9;

/// Whoever asks not to be named, whatever they are: "a regulator who asked not to be named".
fn unwilling(
    ground: &Ground<'_>,
    found: &[Named],
    start: usize,
    at: usize,
    end: usize,
) -> Option<Range<usize>> {
    let lower = |at: usize| ground.words.get(at).map_or("", |word| word.lower.as_ref());
    let behind = at + 1 + usize::from(lower(at + 1) == ",");
    let clause = behind..end.min(behind + ASKING);
    let word = &ground.words[at];
    if word.kind == TokenKind::Mark
        || name_at(found, at).is_some()
        || !matches!(lower(behind), "who" | "speaking" | "asking")
    {
        return None;
    }
    let asks = |&at: &usize| match lower(at) {
        "named" | "identified" | "quoted" => matches!(lower(at - 1), "be" | "being"),
        "anonymity" => lower(at - 1) == "of",
        _ => false,
    };
    let last = clause.clone().find(asks)?;
    let first = opening(ground, found, start, at).unwrap_or(at);
    Some(first..last + 1)
}

/// The first token of the source whose head is at `head`, behind its article; a counting word stays.
fn opening(ground: &Ground<'_>, found: &[Named], start: usize, head: usize) -> Option<usize> {
    let mut named = false;
    let lowest = start.max(head.saturating_sub(MOST_BEFORE));
    for index in (lowest..head).rev() {
        let word = &ground.words[index];
        let in_name = name_at(found, index).map(|n| n.label);
        named |= matches!(in_name, Some(l) if l != Label::Person);
        if in_name.is_none() && OPENERS.contains(&word.lower.as_ref()) {
            let article = matches!(word.lower.as_ref(), "a" | "an" | "the" | "other");
            return Some(index + usize::from(article));
        }
        if word.kind == TokenKind::Mark && word.text != "-"
            || in_name == Some(Label::Person)
            || ground.lexicon.says.has(&word.lower)
            || matches!(word.lower.as_ref(), "that" | "which" | "whom")
        {
            return (named && in_name.is_none())
                .then_some(index + 1)
                .filter(|&i| i < head);
        }
    }
    // "Kremlin officials" at the head of a sentence.
    (named && lowest == start).then_some(lowest)
}

fn name_at(found: &[Named], index: usize) -> Option<&Named> {
    let at = found.partition_point(|n| n.tokens.end <= index);
    found.get(at).filter(|n| n.tokens.contains(&index))
}

/// The end of the words that tell what the source knows or is near.
fn grounds(ground: &Ground<'_>, start: usize, end: usize) -> Option<usize> {
    let near = (start..end.min(start + 3)).find(|&i| GROUNDS.contains(&ground.words[i].lower.as_ref()))?;
    let last = (near + 1..end.min(near + MOST_BEHIND)).find(|&i| {
        let word = &ground.words[i];
        let mark = word.kind == TokenKind::Mark && word.text != "-";
        mark || ground.lexicon.says.has(&word.lower)
            || matches!(
                word.lower.as_ref(),
                "have" | "has" | "had" | "who" | "that" | "was" | "were"
            )
    });
    Some(last.unwrap_or(end.min(near + MOST_BEHIND)))
}

/// Whether the source is named after all: "a Kremlin aide, Ivan Petrov," or "the official Ivan Petrov".
fn names_follow(ground: &Ground<'_>, found: &[Named], head: usize) -> bool {
    let next = head + 1 + usize::from(ground.words.get(head + 1).is_some_and(|w| w.text == ","));
    name_at(found, next).is_some_and(|n| n.label == Label::Person && n.tokens.start == next)
}
