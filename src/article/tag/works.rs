//! Titles of works: a capitalised run between quotation marks, where the words around it tell that it is a title.

use super::ground::{Ground, Named};
use super::words::Stretch;
use crate::article::label::{Confidence, Label};
use crate::text::class;

/// Titles are rarely longer, in tokens; longer quotations are speech.
const LONGEST_TITLE: usize = 8;

const KINDS: [&str; 18] = [
    "film",
    "movie",
    "book",
    "novel",
    "memoir",
    "song",
    "album",
    "series",
    "show",
    "programme",
    "program",
    "documentary",
    "play",
    "opera",
    "podcast",
    "newsletter",
    "painting",
    "poem",
];

/// Adds titles; a name that a title covers gives way to it.
pub(super) fn add(ground: &Ground<'_>, stretches: &[Stretch], found: &mut Vec<Named>) {
    for stretch in stretches {
        let mut at = stretch.tokens.start;
        while at < stretch.tokens.end {
            let Some(close) = opens(ground, at)
                .then(|| close(ground, at, stretch.tokens.end))
                .flatten()
            else {
                at += 1;
                continue;
            };
            let tokens = at + 1..close;
            if told(ground, at, close, found) {
                found.retain(|n| n.tokens.end <= tokens.start || tokens.end <= n.tokens.start);
                found.push(Named {
                    tokens,
                    label: Label::WorkOfArt,
                    confidence: Confidence::Medium,
                    reason: "a title between quotation marks",
                });
            }
            at = close + 1;
        }
    }
}

fn is_mark(text: &str) -> bool {
    let mut chars = text.chars();
    let mark = chars
        .next()
        .is_some_and(|c| class::is_double_quote(c) || class::is_single_quote(c));
    mark && chars.next().is_none()
}

fn opens(ground: &Ground<'_>, at: usize) -> bool {
    is_mark(ground.words[at].text) && ground.words.get(at + 1).is_some_and(|w| w.capital)
}

/// The closing mark behind a run that is capitalised but for small words of at most three letters.
fn close(ground: &Ground<'_>, open: usize, end: usize) -> Option<usize> {
    for index in open + 1..end.min(open + 2 + LONGEST_TITLE) {
        let word = &ground.words[index];
        if is_mark(word.text) {
            return (index > open + 1).then_some(index);
        }
        let title = word.capital || word.text.len() <= 3 && word.text.chars().all(char::is_alphabetic);
        if !title {
            return None;
        }
    }
    None
}

/// Whether an outlet stands before, or the kind of work before or behind.
fn told(ground: &Ground<'_>, open: usize, close: usize, found: &[Named]) -> bool {
    let mut before = open;
    if before > 0 && matches!(ground.words[before - 1].lower.as_ref(), "'s" | "'") {
        before -= 1;
    }
    let outlet = found
        .iter()
        .any(|n| n.label == Label::Media && n.tokens.end == before);
    let kind = |i: Option<usize>| {
        i.and_then(|i| ground.words.get(i))
            .is_some_and(|w| KINDS.contains(&w.lower.as_ref()))
    };
    outlet || kind(open.checked_sub(1)) || kind(Some(close + 1))
}
