//! Reported speech: a verb of saying with the clause it governs.
//!
//! ```text
//! The mayor said on Monday that [the bridge was safe].        a clause with "that"
//! She told reporters [the bridge was safe].                   without, behind the commonest verbs only
//! [The bridge was safe], the mayor said.                      before the verb
//! According to the mayor, [the bridge was safe].
//! She vowed [to rebuild the bridge].                          a promise, a threat, a refusal
//! ```

use std::ops::Range;

use super::around::{addressee, venue};
use super::direct::Utterance;
use super::lists;
use super::page::Page;
use super::subject::{Subject, subject};
use super::{CueClass, QuoteKind};
use crate::article::label::Label;
use crate::text::Span;

/// Verbs whose clause often goes without "that".
const BARE: &[&str] = &[
    "say",
    "tell",
    "add",
    "believe",
    "think",
    "insist",
    "argue",
    "hope",
    "claim",
    "suggest",
    "note",
    "know",
    "report",
    "predict",
    "warn",
    "admit",
    "acknowledge",
    "state",
    "feel",
    "expect",
    "estimate",
    "write",
    "confirm",
    "announce",
    "show",
    "find",
    "indicate",
    "reveal",
    "explain",
    "conclude",
    "allege",
    "contend",
    "maintain",
    "assert",
    "recall",
    "learn",
];

/// Whether the cue is of "tell", which says something only to somebody or with a clause: "told a story" does not.
pub(super) fn tells(page: &Page, cue: usize) -> bool {
    lemma(page, cue) == Some("tell")
}

/// The verb that a cue is a form of.
fn lemma<'a>(page: &'a Page, cue: usize) -> Option<&'a str> {
    page.lexicon.cues.get(page.at(cue))?.split('\t').next()
}

/// Verbs with an infinitive that somebody gives as his word.
const INFINITIVE: &[&str] = &["vow", "promise", "pledge", "threaten", "refuse", "swear"];

/// Tokens before the colon behind a speaker at the head of a block at most: a role and a name.
const LABEL: usize = 6;

/// Tokens between a verb and its "that" at most: room for whom and when.
const GAP: usize = 14;

/// What the rules read at a word: reported speech, else what somebody does with words.
pub(super) fn proposal(page: &Page, cue: usize, sentence: &Range<usize>, block: usize) -> Option<Utterance> {
    utterance(page, cue, sentence, block)
        .or_else(|| act(page, cue, sentence, block))
        .or_else(|| named(page, cue, block))
}

/// "Anna Berg: The bridge is safe": a headline or a turn of an interview, told by whom its block begins with.
fn named(page: &Page, colon: usize, block: usize) -> Option<Utterance> {
    let tokens = &page.blocks[block].tokens;
    let speaker = (page.at(colon) == ":" && colon <= tokens.start + LABEL)
        .then(|| page.mention_ending(colon))?
        .filter(|m| matches!(page.mentions[*m].label, Label::Person | Label::Media))?;
    let content = trimmed(page, colon + 1..tokens.end);
    let quoted = content.clone().filter(|at| page.quoted(*at)).count();
    if quoted * 5 >= content.len() * 4
        || !has_verb(page, content.clone())
        || page.mentions[speaker].tokens.start < tokens.start
    {
        return None;
    }
    let subject = Subject {
        span: page.mentions[speaker].span,
        mention: Some(speaker),
        stands_for: false,
        guessed: false,
    };
    Some(Utterance {
        span: page.span(content.clone()),
        kind: QuoteKind::Indirect,
        cue: Some((colon, CueClass::Neutral)),
        subject: Some(subject),
        addressee: None,
        venue: None,
        via: None,
        at: colon,
        block,
        alone: false,
        goes_on: false,
        act: false,
        content,
    })
}

/// What is reported inside another's report came to us through the other.
pub(super) fn nest(found: &mut [Utterance]) {
    for inner in 1..found.len() {
        let (before, rest) = found.split_at_mut(inner);
        let cue = rest[0].at;
        // The nearest is enough: chains of three are not told apart.
        let Some(outer) = before.last() else { continue };
        let own = rest[0]
            .subject
            .as_ref()
            .is_some_and(|s| !s.stands_for && !s.guessed);
        if own && outer.content.contains(&cue) {
            rest[0].via = outer.subject.as_ref().map(|s| s.span);
        }
    }
}

/// What somebody does with words, without a clause: "criticised the plan".
fn act(page: &Page, cue: usize, sentence: &Range<usize>, block: usize) -> Option<Utterance> {
    if page.at(cue.wrapping_sub(1)) == "to" {
        return None;
    }
    let (class, subject, content) = super::acts::act(page, cue, sentence)?;
    Some(Utterance {
        span: page.span(content.clone()),
        kind: QuoteKind::Indirect,
        cue: Some((cue, class)),
        subject: Some(subject),
        addressee: None,
        venue: None,
        via: None,
        at: cue,
        block,
        alone: false,
        goes_on: false,
        act: true,
        content,
    })
}

fn utterance(page: &Page, cue: usize, sentence: &Range<usize>, block: usize) -> Option<Utterance> {
    let class = page.cue(cue)?;
    if is_passive(page, cue) || page.at(cue.wrapping_sub(1)) == "to" {
        return None;
    }
    let (subject, content) = if page.at(cue) == "according" {
        according(page, cue, sentence)?
    } else {
        clause(page, cue, sentence)?
    };
    let content = trimmed(page, content);
    let quoted = content.clone().filter(|at| page.quoted(*at)).count();
    // Two words are the least that say something; what is all between marks is a direct quote.
    if content.len() < 2 || quoted * 5 >= content.len() * 4 {
        return None;
    }
    let outside = content.contains(&cue);
    let (addressee, venue) = circumstances(page, cue, sentence, &content);
    (!outside).then(|| Utterance {
        span: page.span(content.clone()),
        kind: QuoteKind::Indirect,
        cue: Some((cue, class)),
        subject: Some(subject),
        addressee,
        venue,
        via: None,
        at: cue,
        block,
        alone: false,
        goes_on: false,
        act: false,
        content,
    })
}

fn is_passive(page: &Page, cue: usize) -> bool {
    let be = |at: usize| {
        matches!(
            page.at(at),
            "was" | "were" | "is" | "are" | "been" | "be" | "being"
        )
    };
    page.at(cue) != "saying" && !page.at(cue).ends_with("ing") && cue > 0 && be(cue - 1)
}

/// To whom and where, told with the verb and not inside the content.
pub(super) fn circumstances(
    page: &Page,
    cue: usize,
    sentence: &Range<usize>,
    content: &Range<usize>,
) -> (Option<Span>, Option<Span>) {
    let end = if content.start > cue {
        content.start
    } else {
        sentence.end
    };
    (
        addressee(page, cue, end.max(cue + 1)),
        venue_outside(page, cue, sentence, content),
    )
}

/// A venue that is told with the verb, not inside what is reported.
fn venue_outside(page: &Page, cue: usize, sentence: &Range<usize>, content: &Range<usize>) -> Option<Span> {
    let outside = if content.start > cue {
        sentence.start..content.start
    } else {
        content.end..sentence.end
    };
    venue(page, cue.clamp(outside.start, outside.end), &outside)
}

/// "according to X": the sentence without it.
fn according(page: &Page, cue: usize, sentence: &Range<usize>) -> Option<(Subject, Range<usize>)> {
    let subject = subject(page, cue, sentence, false)?;
    if cue == sentence.start {
        let comma = (cue..sentence.end)
            .find(|at| page.at(*at) == "," && page.tokens[*at].span.start() >= subject.span.end())?;
        return Some((subject, comma + 1..sentence.end));
    }
    Some((subject, sentence.start..cue))
}

/// The clause that the cue governs, with the subject.
fn clause(page: &Page, cue: usize, sentence: &Range<usize>) -> Option<(Subject, Range<usize>)> {
    let lemma = lemma(page, cue)?;
    if let Some(start) = complement(page, cue, sentence, lemma) {
        let subject = super::acts::relative(page, cue).or_else(|| subject(page, cue, sentence, false))?;
        return Some((subject, start..clause_end(page, start, sentence.end)));
    }
    if page.at(cue.wrapping_sub(1)) == "who" {
        return None;
    }
    postposed(page, cue, sentence)
}

/// Where the clause behind the cue begins.
fn complement(page: &Page, cue: usize, sentence: &Range<usize>, lemma: &str) -> Option<usize> {
    let end = sentence.end.min(cue + GAP);
    let mut at = cue + 1;
    if page.at(at) == "to" && INFINITIVE.contains(&lemma) {
        return Some(at);
    }
    let told = addressee(page, cue, end).filter(|span| span.start() > page.tokens[cue].span.start());
    if let Some(told) = told {
        at = page.tokens.partition_point(|t| t.span.start() < told.end());
    }
    // "said on Monday that": a time or a place may part them, an object may not.
    let parted = matches!(
        page.at(at),
        "that"
            | "whether"
            | "why"
            | "how"
            | "if"
            | "on"
            | "in"
            | "at"
            | "during"
            | "to"
            | ","
            | "later"
            | "earlier"
            | "again"
    ) || page.at(at).ends_with("day");
    let end = if parted { end } else { at };
    let that = (at..end)
        .take_while(|t| !stops_search(page, *t))
        .find(|t| matches!(page.at(*t), "that" | "whether" | "why" | "how" | "if"));
    if let Some(that) = that {
        // "that day", "said that." are no clauses.
        let clause = that + 2 < sentence.end;
        let keeps = matches!(page.at(that), "whether" | "why" | "how" | "if");
        return clause.then_some(that + usize::from(!keeps));
    }
    if !BARE.contains(&lemma) || lemma == "tell" && told.is_none() {
        return None;
    }
    at = over_time(page, at, sentence.end.min(at + GAP));
    begins_clause(page, at, sentence.end, lemma).then_some(at)
}

fn stops_search(page: &Page, at: usize) -> bool {
    page.quoted(at) || matches!(page.at(at), "." | ";" | ":" | "!" | "?") || page.cue(at).is_some()
}

/// Over "on Wednesday", "in a statement".
fn over_time(page: &Page, at: usize, end: usize) -> usize {
    let day = |t: usize| page.capital(t) && page.at(t).ends_with("day");
    if page.at(at) == "on" && day(at + 1) {
        return at + 2;
    }
    if day(at) || matches!(page.at(at), "yesterday" | "today" | "earlier" | "later") {
        return at + 1;
    }
    if page.at(at) == "in"
        && let Some(place) = venue(page, at, &(at..end)).filter(|v| v.start() == page.tokens[at].span.start())
    {
        return page.tokens.partition_point(|t| t.span.start() < place.end());
    }
    at
}

/// Whether a clause can begin here: its subject stands, and a verb follows somewhere.
fn begins_clause(page: &Page, at: usize, end: usize, lemma: &str) -> bool {
    const STARTS: &[&str] = &[
        "he", "she", "they", "it", "we", "i", "you", "there", "the", "a", "an", "his", "her", "their", "its",
        "this", "these", "those", "some", "no", "more", "most", "many", "both", "all", "such", "any", "one",
        "two", "three", "people", "our", "my", "what",
    ];
    // "said voters would": behind the plainest verbs any noun can begin a clause.
    let noun = matches!(lemma, "say" | "think" | "believe") && is_noun(page, at);
    let start = STARTS.contains(&page.at(at)) || page.capital(at) && !page.is_mark(at) || noun;
    if !start || at + 2 >= end {
        return false;
    }
    // A noun alone may be the object: "claimed the prize". A pronoun in the nominative or a verb behind tells.
    let nominative = matches!(page.at(at), "he" | "she" | "they" | "we" | "i" | "there");
    let verb = (at + 1..end.min(at + 16))
        .take_while(|t| !matches!(page.at(*t), "," | "." | ";"))
        .any(|t| is_finite(page, t));
    nominative
        || verb
            && (matches!(
                lemma,
                "say"
                    | "tell"
                    | "add"
                    | "believe"
                    | "think"
                    | "insist"
                    | "argue"
                    | "hope"
                    | "suggest"
                    | "claim"
            ) || strong_verb(page, at, end))
}

/// Whether the word may be a noun: letters, and neither a preposition nor an adverb.
fn is_noun(page: &Page, at: usize) -> bool {
    let word = page.at(at);
    word.starts_with(char::is_alphanumeric)
        && !page.quoted(at)
        && !page.is(at, lists::PREPOSITION | lists::ADVERB)
        && !matches!(
            word,
            "as" | "so" | "when" | "while" | "if" | "or" | "but" | "than" | "because"
        )
}

fn strong_verb(page: &Page, at: usize, end: usize) -> bool {
    (at + 1..end.min(at + 8)).any(|t| {
        matches!(
            page.at(t),
            "is" | "are" | "was" | "were" | "will" | "would" | "has" | "have" | "had" | "could"
        )
    })
}

fn is_finite(page: &Page, at: usize) -> bool {
    const VERBS: &[&str] = &[
        "is", "are", "was", "were", "will", "would", "has", "have", "had", "could", "can", "may", "might",
        "should", "must", "did", "does", "do", "'s", "’s", "'re", "'ve", "'ll", "'d", "n't", "not", "never",
        "made", "went", "took", "came", "gave", "got", "held", "met", "left", "won", "lost", "wants",
        "needs", "makes", "takes", "gets", "goes", "seems", "want", "need", "remains", "became", "began",
        "felt", "saw", "knew", "ca", "wo",
    ];
    let word = page.at(at);
    !page.quoted(at) && (VERBS.contains(&word) || word.len() > 4 && word.ends_with("ed") && !page.capital(at))
        || page.quoted(at) && word.len() > 1
}

/// The end of a clause: of the sentence, or before ", adding that" and the like.
fn clause_end(page: &Page, start: usize, end: usize) -> usize {
    let adds = |at: usize| {
        page.at(at) == ","
            && !page.quoted(at)
            && page.at(at + 1).ends_with("ing")
            && page.cue(at + 1).is_some()
    };
    let but = |at: usize| {
        page.at(at) == ","
            && matches!(page.at(at + 1), "but" | "and" | "although")
            && page.cue(at + 2).is_some()
    };
    (start..end).find(|at| adds(*at) || but(*at)).unwrap_or(end)
}

/// "…, the mayor said.": the clause before the comma.
fn postposed(page: &Page, cue: usize, sentence: &Range<usize>) -> Option<(Subject, Range<usize>)> {
    const BEHIND: &[&str] = &[
        ".", ",", ";", "on", "in", "at", "during", "after", "as", "when", "by", "this", "last", "to",
        "earlier", "later", "",
    ];
    let next = page.at(cue + 1);
    let day = page.capital(cue + 1) && next.ends_with("day");
    let reporters = addressee(page, cue, sentence.end).is_some();
    let ends = cue + 1 >= sentence.end || BEHIND.contains(&next) || day || reporters;
    let speaks = matches!(
        page.cue(cue)?,
        CueClass::Neutral | CueClass::Claim | CueClass::Accusation | CueClass::Admission | CueClass::Warning
    );
    if !ends || !speaks {
        return inverted(page, cue, sentence);
    }
    let subject = subject(page, cue, sentence, false).filter(|s| !s.guessed)?;
    let first = page
        .tokens
        .partition_point(|t| t.span.start() < subject.span.start());
    let mut comma = first.checked_sub(1).filter(|at| *at > sentence.start)?;
    // Words of the noun phrase that the subject's name leaves out: "the mayor of Riga, Anna Berg, said".
    while comma > sentence.start && comma + 8 > first && page.at(comma) != "," && !page.quoted(comma) {
        comma -= 1;
    }
    let clause = page.at(comma) == "," && has_verb(page, sentence.start..comma);
    clause.then_some((subject, sentence.start..comma))
}

/// "…, said the mayor."
fn inverted(page: &Page, cue: usize, sentence: &Range<usize>) -> Option<(Subject, Range<usize>)> {
    let comma = cue
        .checked_sub(1)
        .filter(|at| *at > sentence.start && page.at(*at) == "," && !page.quoted(*at))?;
    if !matches!(page.at(cue), "said" | "says" | "added" | "wrote") || !has_verb(page, sentence.start..comma)
    {
        return None;
    }
    let subject = super::subject::behind(page, cue + 1, sentence.end)?;
    Some((subject, sentence.start..comma))
}

fn has_verb(page: &Page, tokens: Range<usize>) -> bool {
    tokens.len() > 3 && tokens.clone().any(|at| !page.quoted(at) && is_finite(page, at))
}

/// Without marks at its ends that are not the content's own.
fn trimmed(page: &Page, mut content: Range<usize>) -> Range<usize> {
    let idle = |at: usize| matches!(page.at(at), "," | "." | ";" | ":" | "-");
    while content.start < content.end && idle(content.start) {
        content.start += 1;
    }
    while content.start < content.end && idle(content.end - 1) {
        content.end -= 1;
    }
    content
}
