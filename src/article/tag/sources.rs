//! Sources without a name: "a White House official", "three sources close to the Kremlin".

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
