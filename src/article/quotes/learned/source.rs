//! Who is the source of a cue? The candidates of its sentence, and what is seen of each.

use std::ops::Range;

use super::super::acts;
use super::super::lists;
use super::super::page::{Page, speaks};
use super::super::phrase;
use super::super::subject::Subject;
use super::Study;
use super::cue::participle;
use super::moment::Moment;
use crate::article::segment::TokenKind;
use crate::knowledge::model::Reports;

/// Templates are numbered from here.
const FIRST: u32 = 300;

/// The number of a pronoun that can name a source, the possessive ones too: "his hope that".
fn pronoun(word: &str) -> Option<u8> {
    let number = match word {
        "he" => 0,
        "she" => 1,
        "they" => 2,
        "i" => 3,
        "we" => 4,
        "it" => 5,
        "who" => 6,
        "you" => 7,
        "his" => 8,
        "her" => 9,
        "their" => 10,
        "its" => 11,
        "our" => 12,
        "my" => 13,
        "him" => 14,
        "them" => 15,
        "me" => 16,
        "which" => 17,
        "that" => 18,
        "those" => 19,
        _ => return None,
    };
    Some(number)
}

/// A source that may be the right one.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// A mention's tokens, or one word.
    pub tokens: Range<usize>,
    /// The mention.
    mention: Option<usize>,
    /// What kind of words they are.
    pub(super) sort: u64,
}

const COMMON: u64 = 1;
const CAPITAL: u64 = 2;
const PRONOUN: u64 = 8;
const MENTION: u64 = 32;

/// All candidates of the sentence, in its order.
pub(super) fn candidates(study: &Study, moment: &Moment) -> Vec<Candidate> {
    let page = &study.page;
    let mut found = Vec::new();
    let mut at = moment.sentence.start;
    while at < moment.sentence.end {
        let mention = page.mentions_in(at..at + 12).next();
        let here = mention.filter(|m| page.mentions[*m].tokens.start == at);
        if at == moment.cue || page.quoted(at) {
            at += 1;
        } else if let Some(mention) = here {
            let tokens = page.mentions[mention].tokens.clone();
            let label = page.mentions[mention].label;
            at = tokens.end.max(at + 1);
            if speaks(label) && !tokens.contains(&moment.cue) {
                let sort = MENTION + label as u64;
                let mention = Some(mention);
                found.push(Candidate {
                    tokens,
                    mention,
                    sort,
                });
            }
        } else {
            let sort = u64::from(study.word(at).source);
            if sort > 0 {
                found.push(Candidate {
                    tokens: at..at + 1,
                    mention: None,
                    sort,
                });
            }
            at += 1;
        }
    }
    found
}

/// The sort of a single word that may be a source; 0 where it cannot.
pub(super) fn sort(page: &Page, at: usize) -> u8 {
    let word = page.at(at);
    if let Some(number) = pronoun(word) {
        return PRONOUN as u8 + number;
    }
    let plain = page.tokens[at].kind == TokenKind::Word
        && word.len() > 2
        && !page.is(at, lists::PREPOSITION | lists::ADVERB | lists::NO_NOUN);
    match plain {
        false => 0,
        true if page.capital(at) => CAPITAL as u8,
        true => COMMON as u8,
    }
}

/// What is seen of the candidate with this number.
pub(super) fn features(
    study: &Study,
    moment: &Moment,
    all: &[Candidate],
    number: usize,
    out: &mut impl FnMut(u32),
) {
    let mut template = FIRST;
    let mut add = |a: u64, b: u64| {
        template += 1;
        out(Reports::feature(template, a, b));
    };
    let page = &study.page;
    let candidate = &all[number];
    let (start, end) = (candidate.tokens.start, candidate.tokens.end);
    let before = start < moment.cue;
    let gap = if before {
        end..moment.cue
    } else {
        moment.cue + 1..start
    };
    let side = u64::from(before);
    let rank = rank(moment, all, number);
    let sort = candidate.sort;
    let cue = study.word(moment.cue);
    let distance = u64::from(usize::BITS - gap.len().min(63).leading_zeros());
    let placed = side << 8 | rank << 4 | distance;
    add(sort, side);
    add(placed, 0);
    add(placed, sort);
    add(side << 4 | rank, cue.print);
    add(side << 4 | distance, cue.stem);
    add(side << 4 | rank, cue.ending as u64 | sort << 4);
    add(side << 4 | rank, u64::from(cue.classes[1]));
    let ruled = u64::from(ruled(study, moment, candidate));
    let guessed = moment.subject.as_ref().map_or(2, |s| u64::from(s.guessed));
    add(ruled << 2 | guessed, moment.ruled());
    add(ruled << 2 | guessed, sort);
    add(ruled << 2 | guessed, cue.stem);
    // Which kinds of words stand between the candidate and its cue.
    let between = gap
        .clone()
        .fold(0, |seen, at| seen | u64::from(study.word(at).parts));
    add(side, between);
    add(side << 8 | sort, between);
    add(side << 8 | u64::from(gap.len() <= 2), pair(study, &gap));
    let (last, next, previous) = (
        study.word(end - 1),
        study.word(end),
        study.word(start.wrapping_sub(1)),
    );
    add(previous.print, side);
    add(previous.print, side << 4 | rank);
    add(next.print, side);
    add(next.print, side << 4 | rank);
    add(u64::from(next.classes[2]), side << 8 | sort);
    add(u64::from(previous.classes[2]), side << 8 | sort);
    add(last.print, side);
    add(u64::from(last.classes[0]), side);
    add(u64::from(last.classes[1]), u64::from(next.classes[2]));
    add(u64::from(last.classes[2]), side << 4 | rank);
    add(u64::from(last.classes[2]), u64::from(cue.classes[2]));
    let first =
        u64::from(start == moment.sentence.start) | u64::from(number == 0) << 1 | (number.min(3) as u64) << 2;
    add(first, side << 8 | sort);
    add(first, cue.ending as u64);
    let lead = study.word(moment.cue.wrapping_sub(1));
    add(lead.print, side << 4 | rank);
    add(
        u64::from(participle(study, moment.cue)),
        first << 4 | side << 3 | rank,
    );
    add(moment.listed, side << 4 | rank);
    add(last.ending as u64, side << 4 | rank | sort << 8);
    let opens = u64::from(page.at(moment.cue + 1) == "by") | u64::from(page.at(moment.cue + 1) == "to") << 1;
    add(opens, side << 8 | rank << 4 | cue.ending as u64);
}

/// How many candidates of names and pronouns stand between the cue and this one, up to three.
fn rank(moment: &Moment, all: &[Candidate], number: usize) -> u64 {
    let between = if all[number].tokens.start < moment.cue {
        let rest = &all[number + 1..];
        &rest[..rest.partition_point(|c| c.tokens.start < moment.cue)]
    } else {
        &all[all.partition_point(|c| c.tokens.start < moment.cue)..number]
    };
    between.iter().filter(|c| c.sort >= PRONOUN).take(3).count() as u64 | u64::from(between.len() > 2) << 2
}

/// Whether the rules take the candidate for the subject.
fn ruled(study: &Study, moment: &Moment, candidate: &Candidate) -> bool {
    let span = study.page.span(candidate.tokens.clone());
    let subject = moment.subject.as_ref();
    subject.is_some_and(|s| s.span.start() < span.end() && span.start() < s.span.end())
}

/// "have endorsed him": words without a name that the rules took for a subject, and that go on from one.
fn holds_verb(page: &Page, subject: &Subject) -> bool {
    let first = page
        .tokens
        .partition_point(|t| t.span.start() < subject.span.start());
    let end = page
        .tokens
        .partition_point(|t| t.span.start() < subject.span.end());
    subject.mention.is_none() && (first..end).any(|at| page.is(at, lists::HELPER))
}

fn pair(study: &Study, gap: &Range<usize>) -> u64 {
    let of = |at: usize| {
        if gap.contains(&at) {
            study.word(at).print
        } else {
            0
        }
    };
    crate::text::hash::mix(of(gap.start), of(gap.start + 1))
}

/// The subject that a candidate is: the rules' where they mean the same.
pub(super) fn subject(study: &Study, moment: &Moment, candidate: &Candidate) -> Subject {
    let page = &study.page;
    if ruled(study, moment, candidate)
        && let Some(subject) = &moment.subject
        && !holds_verb(page, subject)
    {
        return subject.clone();
    }
    let tokens = candidate.tokens.clone();
    if candidate.sort >= PRONOUN && candidate.sort < MENTION {
        return match page.at(tokens.start) {
            "who" | "which" | "that" => acts::antecedent(page, tokens.start),
            _ => phrase::pronoun(page, tokens.start),
        };
    }
    if let Some(noun) = candidate
        .mention
        .and_then(|mention| phrase::described(page, mention))
    {
        return Subject {
            span: page.span(noun.start..tokens.end),
            mention: page.mention_ending(noun.end),
            stands_for: page.at(noun.start) == "the",
            guessed: false,
        };
    }
    // "the longtime pollster": from its article, over words that belong to it.
    let first = (moment.sentence.start.max(tokens.start.saturating_sub(6))..tokens.start)
        .rev()
        .take_while(|at| !page.is_mark(*at) && !page.quoted(*at) && *at != moment.cue)
        .find(|at| {
            matches!(
                page.at(*at),
                "the" | "a" | "an" | "his" | "her" | "their" | "its" | "some" | "many"
            )
        });
    let adjacent =
        first.filter(|at| (at + 1..tokens.start).all(|t| !page.is(t, lists::PREPOSITION | lists::ADVERB)));
    let start = if candidate.mention.is_some() {
        tokens.start
    } else {
        adjacent.unwrap_or(tokens.start)
    };
    Subject {
        span: page.span(start..tokens.end),
        mention: candidate.mention,
        stands_for: candidate.mention.is_none() && matches!(page.at(start), "the" | "that" | "this"),
        guessed: false,
    }
}
