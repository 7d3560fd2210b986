//! Quoted words with their cue: the verb behind them, before them, or in the line above.

use std::ops::Range;

use super::around::{addressee, venue};
use super::kinds::{self, kind};
use super::marks::Quoted;
use super::page::Page;
use super::subject::{Subject, subject};
use super::{CueClass, QuoteKind};
use crate::text::Span;

/// Tokens between a cue and its quote at most: a sentence of the news has about 22 words, few have over 50.
const REACH: usize = 45;

/// Words that somebody may have said, before it is known whom the words for the speaker stand for.
#[derive(Debug, Clone)]
pub(super) struct Utterance {
    pub(super) content: Range<usize>,
    pub(super) span: Span,
    pub(super) kind: QuoteKind,
    pub(super) cue: Option<(usize, CueClass)>,
    pub(super) subject: Option<Subject>,
    pub(super) addressee: Option<Span>,
    pub(super) venue: Option<Span>,
    pub(super) via: Option<Span>,
    /// The token by which it takes its turn: its cue, or its first.
    pub(super) at: usize,
    /// Index of its block.
    pub(super) block: usize,
    /// Whether it fills its block, so that the speaker stands elsewhere.
    pub(super) alone: bool,
    /// Whether it is the next paragraph of a quote that goes on.
    pub(super) goes_on: bool,
    /// Whether it is what somebody did with words, which no quote goes on from.
    pub(super) act: bool,
}

/// A cue with who does it.
pub(super) struct Found {
    at: usize,
    class: CueClass,
    pub(super) subject: Subject,
}

/// All quoted stretches as utterances.
pub(super) fn utterances(page: &Page, quoted: &[Quoted]) -> Vec<Utterance> {
    quoted.iter().map(|quoted| utterance(page, quoted)).collect()
}

fn utterance(page: &Page, quoted: &Quoted) -> Utterance {
    let kind = kind(page, quoted);
    let speech = matches!(kind, QuoteKind::Direct | QuoteKind::Mixed);
    let found = if speech { find(page, quoted, kind) } else { None };
    let signed = if speech && found.is_none() {
        signature(page, quoted)
    } else {
        None
    };
    let tokens = &page.blocks[quoted.block].tokens;
    let mut utterance = Utterance {
        content: quoted.content.clone(),
        span: page.span(quoted.content.clone()),
        kind,
        cue: None,
        subject: None,
        addressee: None,
        venue: None,
        via: None,
        at: quoted.content.start,
        block: quoted.block,
        goes_on: quoted.goes_on,
        act: false,
        alone: quoted.start() == tokens.start && quoted.end + 1 >= tokens.end,
    };
    if let Some(found) = found {
        let sentence = page.sentence(found.at);
        utterance.addressee = addressee(page, found.at, sentence.end);
        utterance.venue = venue(page, found.at, &sentence);
        utterance.at = found.at;
        utterance.cue = Some((found.at, found.class));
        utterance.subject = Some(found.subject);
    } else if signed.is_some() {
        utterance.subject = signed;
    } else if kind == QuoteKind::Mixed && kinds::words(page, quoted) <= kinds::SCARE_WORDS {
        utterance.kind = QuoteKind::Scare;
    }
    utterance
}

/// The cue of a quote: behind it where it ends with a comma, else before it, else wherever the sentence has one.
fn find(page: &Page, quoted: &Quoted, kind: QuoteKind) -> Option<Found> {
    let start = quoted.start();
    let before = page.sentence(start).start..start;
    let after = quoted.end..end_behind(page, quoted);
    let last = page.at(quoted.content.end - 1);
    let open_end = matches!(last, "," | "?" | "!" | "-" | "…") || page.at(quoted.end) == ",";
    let led_in =
        matches!(page.at(start.wrapping_sub(1)), "," | ":") || start > 0 && page.cue(start - 1).is_some();
    let near = || behind(page, &after, open_end);
    let left = || ahead(page, &before);
    let above = || line_above(page, quoted);
    if open_end && !led_in || kind == QuoteKind::Direct && open_end && before.is_empty() {
        return near().or_else(left).or_else(above);
    }
    left().or_else(near).or_else(above)
}

/// The end of what may hold a cue behind a quote. Behind a question or a full stop the sentence may be over, and
/// `"Who?" Berg asked.` goes on in what looks like the next one.
fn end_behind(page: &Page, quoted: &Quoted) -> usize {
    let end = page.sentence(quoted.end.saturating_sub(1)).end;
    let asked = matches!(page.at(quoted.content.end - 1), "?" | "!" | "…");
    let same_block = page.blocks[quoted.block].tokens.contains(&quoted.end);
    if end > quoted.end || !asked || !same_block || quoted.open {
        return end;
    }
    let next = page.sentence(quoted.end);
    let near = (quoted.end..next.end.min(quoted.end + 8)).any(|at| page.cue(at).is_some());
    if near { next.end } else { end }
}

/// The first cue behind a quote.
fn behind(page: &Page, after: &Range<usize>, open_end: bool) -> Option<Found> {
    let mut start = after.start;
    while page.is_mark(start) && start < after.end && !page.quoted(start) {
        start += 1;
    }
    let window = start..after.end.min(start + REACH);
    for at in window.clone() {
        let Some(class) = page.cue(at) else { continue };
        if let Some(agent) = passive_agent(page, at, &window) {
            if let Some(subject) = agent {
                return Some(Found { at, class, subject });
            }
            continue;
        }
        let next_to = at == start || at == start + 1 && page.at(start).ends_with("ly");
        let clause = clause_start(page, start, at);
        if let Some(subject) = subject(page, at, &(clause..window.end), next_to) {
            let led = subject.guessed && !open_end;
            if !led {
                return Some(Found { at, class, subject });
            }
        }
    }
    None
}

/// Where the clause of the cue begins: behind a semicolon or the quoted words before it.
fn clause_start(page: &Page, start: usize, cue: usize) -> usize {
    (start..cue)
        .rev()
        .find(|at| page.quoted(*at) || page.at(*at) == ";")
        .map_or(start, |at| at + 1)
}

/// The last cue before a quote; where that only tells a belief, the verb of saying that it hangs on.
pub(super) fn ahead(page: &Page, before: &Range<usize>) -> Option<Found> {
    let window = before.start.max(before.end.saturating_sub(REACH))..before.end;
    let mut best: Option<Found> = None;
    for at in window.clone().rev() {
        if page.at(at) == ";" {
            break;
        }
        let Some(class) = page.cue(at) else { continue };
        let back = page.at(at.wrapping_sub(1));
        // "said she wanted to speak “…”", "told a woman who asked “…”": the verb before is the one.
        if best.is_some() && class != CueClass::Neutral || matches!(back, "to" | "who") {
            continue;
        }
        let subject = match passive_agent(page, at, &window) {
            Some(agent) => agent,
            None => subject(page, at, &(before.start..window.end), false),
        };
        let Some(subject) = subject else { continue };
        // "She says it shows “…”": what "it" shows, she says.
        let belief = class == CueClass::Belief || subject.span.of(page.text).eq_ignore_ascii_case("it");
        match &best {
            None => best = Some(Found { at, class, subject }),
            Some(inner) if inner.subject.stands_for => {
                best = Some(Found { at, class, subject });
                break;
            }
            Some(_) => break,
        }
        if !belief {
            break;
        }
    }
    best
}

/// For a verb in the passive, its agent behind "by" if it has one; `None` for the active.
#[allow(clippy::option_option)] // Outside: is it passive; inside: is the agent told.
fn passive_agent(page: &Page, at: usize, window: &Range<usize>) -> Option<Option<Subject>> {
    let form = page.at(at);
    let participle = form.ends_with("ed")
        || matches!(
            form,
            "told"
                | "said"
                | "quoted"
                | "known"
                | "seen"
                | "heard"
                | "felt"
                | "understood"
                | "written"
                | "found"
                | "thought"
        );
    let be = |back: usize| {
        at >= back
            && matches!(
                page.at(at - back),
                "was" | "were" | "is" | "are" | "been" | "be" | "being" | "'s" | "get" | "got"
            )
    };
    let adverb = at > 0 && page.at(at - 1).ends_with("ly");
    if !participle
        || !(be(1) || adverb && be(2))
        || at + 2 < window.end && page.at(at + 1) == "as" && page.at(at + 2) == "saying"
    {
        return None;
    }
    let by = (at + 1..(at + 4).min(window.end)).find(|t| page.at(*t) == "by");
    Some(by.and_then(|by| super::subject::behind(page, by + 1, window.end)))
}

/// A name behind a dash that closes the paragraph: "…” — Anna Berg".
fn signature(page: &Page, quoted: &Quoted) -> Option<Subject> {
    let end = page.blocks[quoted.block].tokens.end;
    let start = quoted.end + 1;
    let dash = page.at(quoted.end) == "-"
        && start < end
        && end <= start + 12
        && !(start..end).any(|at| page.quoted(at));
    let name = page.capital(start) && page.is_mark(quoted.end);
    if !dash || !name {
        return None;
    }
    let stop = (start..end)
        .find(|at| page.is_mark(*at) && !page.glued(*at))
        .unwrap_or(end);
    let stop = (start..stop)
        .find(|at| matches!(page.at(*at), "," | ".") && *at + 1 >= stop)
        .unwrap_or(stop);
    super::phrase::phrase(page, start..stop)
}

/// A paragraph that ends with a colon introduces the quote below it: "The mayor continued:".
fn line_above(page: &Page, quoted: &Quoted) -> Option<Found> {
    let block = &page.blocks[quoted.block].tokens;
    let above = page.blocks[quoted.block.checked_sub(1)?].tokens.clone();
    let colon = above.end.checked_sub(1).filter(|at| page.at(*at) == ":")?;
    (quoted.start() == block.start).then_some(())?;
    ahead(page, &(page.sentence(colon).start..colon))
}
