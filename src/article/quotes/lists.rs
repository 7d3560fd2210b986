//! Closed lists of words that rules and features ask for, a bit each: a word is looked up once.

use crate::text::kinds::Kinds;

/// Pronouns that can be a subject.
pub(super) const PRONOUN: u32 = 1 << 0;
/// Words between a subject and its verb.
pub(super) const ADVERB: u32 = 1 << 1;
/// Words that end the head of a noun phrase.
pub(super) const PREPOSITION: u32 = 1 << 2;
/// Words that begin another clause.
pub(super) const BORDER: u32 = 1 << 3;
/// Words that are no nouns, beside prepositions and adverbs.
pub(super) const NO_NOUN: u32 = 1 << 4;
/// Words that end a time such as "last week".
pub(super) const TIME: u32 = 1 << 5;
/// Verbs that help to make a clause.
pub(super) const HELPER: u32 = 1 << 6;
/// Verbs that stand between a source and its cue.
pub(super) const AUXILIARY: u32 = 1 << 7;
/// "that".
pub(super) const THAT: u32 = 1 << 8;
/// Words that go on from a name with a clause about a thing.
pub(super) const RELATIVE: u32 = 1 << 9;
/// "who".
pub(super) const WHO: u32 = 1 << 10;
/// Words that join.
pub(super) const JOIN: u32 = 1 << 11;
/// "to".
pub(super) const TO: u32 = 1 << 12;
/// A comma.
pub(super) const COMMA: u32 = 1 << 13;
/// Marks that part more than a comma does.
pub(super) const BREAK: u32 = 1 << 14;
/// What a source asks not to be.
pub(super) const NAMING: u32 = 1 << 15;

/// What each word stands in.
#[rustfmt::skip]
pub(super) static LISTS: Kinds = Kinds::of(&[
    (NAMING, &["named", "identified", "quoted"]),
    (PRONOUN, &[
        "he", "she", "they", "i", "we", "it",
    ]),
    (ADVERB, &[
        "also", "later", "earlier", "then", "still", "once", "again", "even", "often", "first", "now",
        "recently", "has", "have", "had", "is", "was", "are", "were", "been", "being", "will", "would",
        "could", "may", "might", "must", "did", "does", "do", "not", "never", "just", "only", "already",
        "further", "always", "instead", "himself", "herself", "themselves", "today", "yesterday", "tonight",
        "both", "all", "since", "separately", "subsequently", "soon", "can", "should", "n't", "to",
        "reportedly", "who", "'s", "’s", "'ve", "'d", "'re", "’ve", "’d", "’re", "famously", "tearfully",
    ]),
    (PREPOSITION, &[
        "of", "for", "to", "in", "on", "at", "from", "with", "by", "close", "near", "within", "inside",
        "under", "about", "familiar", "involved", "briefed", "representing", "involving", "and", "during",
        "around", "over", "after", "before",
    ]),
    (BORDER, &[
        "that", "as", "while", "when", "because", "if", "but", "which", "where", "whether", "although",
        "though", "since", "until", "unless", "or", "so", "how", "why", "what", "than", "after", "before",
        "saying", "adding", "like",
    ]),
    (NO_NOUN, &[
        "the", "that", "this", "these", "those", "which", "what", "when", "where", "while", "because",
        "than", "but", "not", "there", "how", "why", "whether", "more", "most", "very", "too", "such",
        "until", "though", "although", "between", "into", "through", "against", "without", "according",
    ]),
    (TIME, &[
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "week", "month",
        "year", "day", "morning", "afternoon", "evening", "night", "weekend",
    ]),
    (HELPER, &[
        "is", "are", "was", "were", "will", "would", "has", "have", "had", "could", "can", "should", "did",
        "does", "do", "may", "might", "must",
    ]),
    (AUXILIARY, &[
        "is", "are", "was", "were", "has", "have", "had", "will", "would",
    ]),
    (THAT, &[
        "that",
    ]),
    (RELATIVE, &[
        "that", "which",
    ]),
    (WHO, &[
        "who",
    ]),
    (JOIN, &[
        "and", "or", "but",
    ]),
    (TO, &[
        "to",
    ]),
    (COMMA, &[
        ",",
    ]),
    (BREAK, &[
        ":", ";", "-", "–", "—",
    ]),
]);
