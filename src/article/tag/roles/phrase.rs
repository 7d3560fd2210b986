//! The noun phrase that a role is: words before its head ("White House press"), the head ("secretary"), and what stands
//! behind it ("for the region").

use super::Line;
use super::tense;
use crate::article::label::Label;
use crate::article::segment::TokenKind;

/// A longer run of words is a clause, not a role.
pub(super) const LONGEST_ROLE: usize = 14;

/// Words of grammar: none of them stands before the head of a role.
#[rustfmt::skip]
const GRAMMAR: &[&str] = &[
    "a", "about", "after", "against", "all", "also", "an", "and", "another", "any", "are", "as", "at", "be", "because", "been",
    "before", "being", "between", "both", "but", "by", "can", "could", "did", "do", "does", "during", "each", "either", "even",
    "every", "for", "from", "had", "has", "have", "he", "her", "here", "his", "how", "i", "if", "in", "into", "is", "it", "its",
    "just", "later", "like", "may", "meanwhile", "might", "must", "my", "no", "nor", "not", "now", "of", "on", "one", "only", "or",
    "our", "over", "said", "says", "shall", "she", "should", "since", "so", "some", "still", "such", "than", "that", "the", "their",
    "there", "these", "they", "this", "those", "though", "through", "to", "today", "too", "two", "until", "was", "we", "were",
    "what", "when", "where", "whether", "which", "while", "who", "whom", "whose", "why", "will", "with", "without", "would",
    "yesterday", "yet", "you", "your",
];

/// Verbs of the past without "-ed", and some of the present, that stand before a role as often as "said" does.
#[rustfmt::skip]
const VERBS: &[&str] = &[
    "beat", "became", "become", "began", "brought", "came", "cited", "gave", "get", "gets", "give", "got", "heard", "held", "kept",
    "knew", "led", "left", "let", "made", "make", "makes", "met", "named", "paid", "put", "quit", "replaces", "sacked", "sat", "saw",
    "see", "sees", "sent", "shot", "sold", "succeeds", "sued", "take", "takes", "tell", "tells", "thank", "thought", "told", "took",
    "went", "won", "wrote",
];

/// Adjectives of the moment, which belong to the person and not to the office.
#[rustfmt::skip]
const MOMENT: &[&str] = &[
    "another", "arrested", "captured", "controversial", "embattled", "exiled", "famous", "fellow", "first-time", "fugitive",
    "independent", "influential", "injured", "jailed", "long-serving", "long-time", "longest-serving", "longtime", "new", "newly",
    "old", "outspoken", "own", "popular", "prominent", "renowned", "respected", "rival", "self-styled", "two-term", "unpopular",
    "veteran", "wealthy", "well-known", "wounded", "young",
];

/// Forms of address; they tell no office.
#[rustfmt::skip]
const ADDRESS: &[&str] = &[
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "mx", "mx.", "dr", "dr.", "sir", "dame", "lord", "lady", "mme", "mme.",
    "madame", "monsieur", "herr", "frau", "señor", "señora",
];

/// Whether a token addresses somebody.
pub(super) fn is_address(line: Line<'_>, at: usize) -> bool {
    ADDRESS.contains(&line.lower(at))
}

/// Whether a token can end a role: "minister", "ex-minister", "ministers".
pub(super) fn is_post(line: Line<'_>, at: usize) -> bool {
    let lower = line.lower(at);
    let known = |word: &str| {
        !ADDRESS.contains(&word)
            && (line.ground.lexicon.roles.has(word) || line.ground.lexicon.occupations.has(word))
    };
    let bare = &lower[tense::prefix(lower).1.min(lower.len())..];
    let bare = &bare[..bare.len() - tense::suffix(bare).1];
    let compound = || {
        bare.rsplit_once('-')
            .is_some_and(|(_, last)| last.len() > 3 && known(last))
    };
    known(bare) || is_plural(line, at) || compound()
}

/// Whether a token is a role of several: "ministers".
pub(super) fn is_plural(line: Line<'_>, at: usize) -> bool {
    let one = line.lower(at).strip_suffix('s').unwrap_or_default();
    let known = |word: &str| line.ground.lexicon.roles.has(word) || line.ground.lexicon.occupations.has(word);
    one.len() > 3 && known(one)
}

/// Whether a token may stand before the head of a role.
pub(super) fn is_inside(line: Line<'_>, at: usize) -> bool {
    let Some(word) = line.ground.words.get(at).filter(|_| line.limits.contains(&at)) else {
        return false;
    };
    let lower = word.lower.as_ref();
    let role_word = line.ground.lexicon.role_words.has(lower) && !GRAMMAR.contains(&lower);
    match word.kind {
        TokenKind::Mark => matches!(word.text, "-" | "‑") || is_plural_owner(line, at),
        TokenKind::Clitic => matches!(lower, "'s" | "'"),
        TokenKind::Number => false,
        TokenKind::Word => {
            let participle = lower.ends_with("ed") && !word.capital && !lower.contains('-');
            let adverb = lower.ends_with("ly") && !word.capital;
            let grammar = GRAMMAR.contains(&lower) || VERBS.contains(&lower);
            let says = line.ground.lexicon.says.has(lower) && !word.capital;
            let figures = lower.bytes().any(|b| b.is_ascii_digit());
            role_word
                || tense::of_word(lower).is_some()
                || !(participle || adverb || grammar || says || figures || MOMENT.contains(&lower))
        }
    }
}

/// The apostrophe of "the dockers' union".
fn is_plural_owner(line: Line<'_>, at: usize) -> bool {
    let word = &line.ground.words[at];
    let before = at.checked_sub(1).filter(|&i| i >= line.limits.start);
    matches!(word.text, "'" | "’") && before.is_some_and(|i| line.lower(i).ends_with('s'))
}

/// Whether an adjective of the moment stands here.
pub(super) fn is_moment(line: Line<'_>, at: usize) -> bool {
    MOMENT.contains(&line.lower(at))
}

/// The end of the role whose first word is at `first`; `None` where no role begins there.
pub(super) fn end(line: Line<'_>, first: usize) -> Option<usize> {
    let head = heads(line, first)?;
    let joined = line.lower(head) == "and";
    // "founder and chief executive of": one role, held by one.
    let head = if joined {
        heads(line, head + 1).unwrap_or(head)
    } else {
        head
    };
    Some(complement(line, head, first + LONGEST_ROLE))
}

/// The end of the words up to the head, the head among them.
fn heads(line: Line<'_>, first: usize) -> Option<usize> {
    let mut at = first;
    while at < line.limits.end.min(first + LONGEST_ROLE) {
        if let Some(name) = line.starting_at(at) {
            let owns = matches!(line.lower(name.tokens.end), "'s" | "'");
            let title = is_post(line, name.tokens.end - 1);
            if name.label == Label::Person && !owns && !title {
                break;
            }
            at = name.tokens.end;
        } else if is_inside(line, at) || is_post(line, at) {
            at += 1;
        } else {
            break;
        }
    }
    let of_state = |at: usize| {
        at >= first + 3
            && line.lower(at - 1) == "state"
            && line.lower(at - 2) == "of"
            && is_post(line, at - 3)
    };
    (at > first && (is_post(line, at - 1) || of_state(at))).then_some(at)
}

/// The end of what stands behind a head: "for the region", "at Redfield College".
pub(super) fn complement(line: Line<'_>, head: usize, limit: usize) -> usize {
    let opens = matches!(
        line.lower(head),
        "of" | "for" | "to" | "at" | "in" | "with" | "on" | "under"
    );
    if !opens || is_time(line, head) {
        return head;
    }
    object(line, head + 1, limit)
}

/// The end of the words from `at` on that tell what is headed.
pub(super) fn object(line: Line<'_>, first: usize, limit: usize) -> usize {
    let mut at = first;
    let mut quoted = false;
    while at < line.limits.end.min(limit) {
        let word = &line.ground.words[at];
        let named = line.starting_at(at).filter(|n| n.label != Label::Person);
        if let Some(name) = named {
            at = name.tokens.end;
            continue;
        }
        if matches!(word.text, "\"" | "“" | "”") {
            // A title in marks belongs to its author; a mark that closes an outer quotation does not.
            let closes =
                (at + 1..line.limits.end.min(limit)).any(|i| matches!(line.ground.words[i].text, "\"" | "”"));
            if !quoted && (word.text == "”" || !closes) {
                break;
            }
            quoted = !quoted;
            at += 1;
            continue;
        }
        if !quoted && is_stop(line, at) {
            break;
        }
        at += 1;
    }
    at
}

/// A mark, a time, or a verb that begins the sentence's own statement.
fn is_stop(line: Line<'_>, at: usize) -> bool {
    let word = &line.ground.words[at];
    let mark = word.kind == TokenKind::Mark
        && !matches!(word.text, "-" | "&" | "‑" | "/")
        && !is_plural_owner(line, at);
    let verb = line.ground.lexicon.says.has(&word.lower)
        || VERBS.contains(&word.lower.as_ref())
        || line.ground.lexicon.cues.get(&word.lower).is_some() && word.lower.ends_with("ed");
    mark || verb
        || is_time(line, at)
        || matches!(
            word.lower.as_ref(),
            "who"
                | "whose"
                | "that"
                | "which"
                | "was"
                | "were"
                | "is"
                | "are"
                | "has"
                | "have"
                | "had"
                | "will"
                | "would"
                | "but"
                | "by"
                | "because"
                | "as"
                | "where"
                | "when"
                | "while"
                | "he"
                | "she"
                | "they"
        )
        || word.lower == "and" && !is_joined(line, at)
}

/// "ambassador to France and Spain", "head of trade and industry": the word behind "and" goes on with the role.
fn is_joined(line: Line<'_>, and: usize) -> bool {
    let next = line.starting_at(and + 1).filter(|n| n.label != Label::Person);
    next.is_some() || line.ground.lexicon.role_words.has(line.lower(and + 1))
}

/// Words behind which a time stands that a role is not part of: "since 2016", "at the time", "for 30 years".
pub(super) fn is_time(line: Line<'_>, at: usize) -> bool {
    let next = line.ground.words.get(at + 1);
    let number = next.is_some_and(|word| {
        word.kind == TokenKind::Number
            || COUNTS.contains(&word.lower.as_ref())
            || DAYS.contains(&word.lower.as_ref())
    });
    match line.lower(at) {
        "since" | "until" | "till" | "from" | "between" | "during" | "before" | "after" => true,
        "for" | "in" | "on" | "under" => number,
        "at" => line.lower(at + 1) == "the" && line.lower(at + 2) == "time",
        _ => false,
    }
}

#[rustfmt::skip]
const COUNTS: &[&str] = &[
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "nearly", "almost", "more",
    "many", "several", "decades", "years",
];

#[rustfmt::skip]
const DAYS: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may",
    "june", "july", "august", "september", "october", "november", "december",
];
