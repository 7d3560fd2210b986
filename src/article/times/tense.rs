//! Whether a sentence looks back or ahead where it names a time: "met on Wednesday", "expected to meet on Friday".

use std::ops::Range;

use super::words::Words;

/// Where a bare "Friday" lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Past,
    Future,
    Unknown,
    /// Planned and called off: the nearest on either side.
    Either,
}

/// Words looked at on each side: a verb further off than this governs something else in news sentences, whose
/// median length is about 22 words.
const REACH: usize = 24;

/// Between "had left" and its "by Friday" stand no more words than this; further back it is another clause's "had".
const PERFECT: usize = 8;

/// Words that announce what is to come.
const AHEAD: &[&str] = &[
    "will",
    "'ll",
    "won't",
    "shall",
    "would",
    "may",
    "might",
    "must",
    "should",
    "due",
    "scheduled",
    "slated",
    "expected",
    "upcoming",
    "planned",
    "wo",
    "planning",
    "looming",
    "tomorrow",
];

/// Words that announce what is to come where "to" follows.
const AHEAD_WITH_TO: &[&str] = &[
    "set",
    "likely",
    "about",
    "going",
    "plans",
    "plan",
    "planned",
    "expects",
    "expect",
    "hopes",
    "hope",
    "hoped",
    "intends",
    "intend",
    "intended",
    "aims",
    "aim",
    "wants",
    "want",
    "vowed",
    "pledged",
    "promised",
    "agreed",
    "threatened",
    "decided",
    "ready",
    "poised",
    "bound",
    "prepares",
    "preparing",
    "prepared",
    "is",
    "are",
    "has",
    "have",
    "deadline",
    "until",
];

/// Verbs in the present tense that announce: "opens on Friday".
const TIMETABLE: &[&str] = &[
    "opens", "closes", "close", "begins", "begin", "starts", "ends", "expires", "resumes", "returns", "meet",
    "meets", "arrives", "leaves", "reopens", "reopen", "resume", "restart", "restarts", "travels", "flies",
    "visits", "hosts", "votes", "takes",
];

/// Auxiliaries and irregular verbs that look back.
const BACK: &[&str] = &[
    "was", "were", "had", "did", "didn't", "wasn't", "weren't", "hadn't", "said", "told", "met", "held",
    "went", "came", "took", "gave", "made", "began", "left", "fell", "rose", "won", "lost", "hit", "got",
    "saw", "found", "became", "struck", "shot", "sent", "spoke", "wrote", "ran", "fought", "broke", "built",
    "bought", "sold", "led", "kept", "brought", "caught", "flew", "grew", "knew", "thought", "quit", "wore",
    "drew", "drove", "paid", "heard", "stood", "sat", "withdrew", "sank", "swept", "threw", "arose", "hurt",
    "gone", "done", "seen", "been", "taken", "given", "shown", "slid", "shook", "shut", "swore", "tore",
    "woke", "set", "felt", "dealt", "meant", "spent", "burnt", "since",
];

/// Verbs that say that what was planned will not be, or not then.
#[rustfmt::skip]
const CALLED_OFF: &[&str] = &[
    "cancelled", "canceled", "postponed", "scrapped", "called", "abandoned", "delayed", "moved", "suspended",
];

/// "The match planned for Saturday was cancelled."
fn called_off(words: &Words, start: usize, end: usize) -> bool {
    let plans = |at| matches!(words.at(at), "planned" | "scheduled" | "set" | "due" | "slated");
    let planned =
        matches!(words.before(start, 1), "for" | "on") && (start.saturating_sub(PERFECT)..start).any(plans);
    let verb = end + usize::from(words.at(end + 1) == "been");
    planned
        && matches!(words.at(end), "was" | "were" | "has" | "have" | "had")
        && CALLED_OFF.contains(&words.at(verb + 1))
}

/// Looks from word `start..end` to the verb that governs it: leftwards first, as English puts most times behind
/// their verb.
pub(super) fn direction(words: &Words, sentence: &Range<usize>, start: usize, end: usize) -> Direction {
    let left = start.saturating_sub(REACH).max(sentence.start);
    if matches!(words.before(start, 1), "until" | "till" | "by" | "through") {
        // "had until Friday" may lie ahead, "had left by Friday" does not.
        let near = start.saturating_sub(PERFECT).max(left);
        let had = |mut at: Range<usize>| at.any(|at| words.at(at) == "had");
        let over = match words.before(start, 1) {
            "by" => had(near..start),
            // "Until Thursday, they had not been named."
            "until" => had(end..(end + PERFECT / 2).min(sentence.end)),
            _ => false,
        };
        return if over { Direction::Past } else { Direction::Future };
    }
    if called_off(words, start, end) {
        return Direction::Either;
    }
    if words.before(start, 1) == "effective" {
        return Direction::Future;
    }
    // "From Monday it is an hour."
    let clause = || (end..(end + PERFECT).min(sentence.end)).take_while(|at| words.at(*at) != ",");
    if words.before(start, 1) == "from" && clause().any(|at| matches!(words.at(at), "is" | "are")) {
        return Direction::Future;
    }
    let right = (end + REACH).min(sentence.end);
    if words.at(end) == "'s" {
        return possessed(words, start, end..right.min(end + PERFECT));
    }
    (left..start)
        .rev()
        .find_map(|at| cue(words, at))
        .or_else(|| (end..right).find_map(|at| cue(words, at)))
        .unwrap_or(Direction::Unknown)
}

/// "Tuesday's vote" is over, unless something is ahead of it or it will bring something.
fn possessed(words: &Words, start: usize, right: Range<usize>) -> Direction {
    let awaited = words.before(start, 1) == "for"
        || words.before(start, 2) == "ahead" && words.before(start, 1) == "of";
    if awaited {
        return Direction::Future;
    }
    let mut clause = right.take_while(|at| words.at(*at) != ",");
    let said = clause.find_map(|at| cue(words, at));
    said.unwrap_or(Direction::Past)
}

/// What one word says about the direction, if it says something.
fn cue(words: &Words, at: usize) -> Option<Direction> {
    let word = words.at(at);
    let next = words.at(at + 1);
    if word == "could" || word == "can" {
        // "could not be reached on Friday" is told of the past.
        let neither = at.saturating_sub(PERFECT)..at;
        let denied = matches!(next, "not" | "n't") || neither.into_iter().any(|at| words.at(at) == "neither");
        return Some(if denied {
            Direction::Past
        } else {
            Direction::Future
        });
    }
    if word == "may" && words.capital(at) {
        return None;
    }
    if matches!(words.before(at, 1), "been") && AHEAD.contains(&word) {
        return Some(Direction::Past);
    }
    if word == "be" && words.before(at, 1) == "to" {
        return Some(Direction::Future);
    }
    let noun = matches!(words.before(at, 1), "the" | "a" | "at" | "'s");
    if TIMETABLE.contains(&word) && !noun
        || AHEAD.contains(&word)
        || next == "to" && AHEAD_WITH_TO.contains(&word)
    {
        return Some(Direction::Future);
    }
    if matches!(word, "is" | "are" | "'re") && next.len() > 4 && next.ends_with("ing") {
        return Some(Direction::Future);
    }
    if word == "set" && next == "for" {
        return Some(Direction::Future);
    }
    // "is heard in May" tells of neither.
    if matches!(words.before(at, 1), "is" | "are") {
        return None;
    }
    let passive = |back| matches!(words.before(at, back), "be" | "being" | "get");
    if passive(1) || passive(2) || words.before(at, 1) == "to" {
        return None;
    }
    // "They have come": in "will come" the word tells nothing.
    if word == "come" && matches!(words.before(at, 1), "have" | "has" | "had" | "'ve") {
        return Some(Direction::Past);
    }
    let regular = word.len() > 4
        && word.ends_with("ed")
        && !words.capital(at)
        && !word.ends_with("eed")
        && !describes(words, at);
    (regular || BACK.contains(&word)).then_some(Direction::Past)
}

/// Whether a word in "-ed" tells what kind of thing the noun behind it is: "a still unspecified date", "the seized ship".
fn describes(words: &Words, at: usize) -> bool {
    let adverb =
        words.before(at, 1).ends_with("ly") || matches!(words.before(at, 1), "still" | "now" | "once");
    let article = words.before(at, 1 + usize::from(adverb));
    matches!(
        article,
        "a" | "an" | "the" | "its" | "his" | "her" | "their" | "our" | "my" | "your"
    ) && words.at(at + 1).len() > 2
        && words.at(at + 1).bytes().all(|b| b.is_ascii_lowercase())
}
