//! Where does the content begin and end? What is seen of each word as its first and as its last.

use std::ops::Range;

use super::super::lists;
use super::Study;
use super::moment::Moment;
use super::source::Candidate;
use crate::knowledge::model::Reports;

/// Templates are numbered from here.
const STARTS: u32 = 500;
const ENDS: u32 = 700;

/// A token that can be the first of a content.
pub(super) struct Start {
    pub(super) at: usize,
    /// Which marks and joining words stand between it and the cue.
    between: u64,
}

/// Tokens that can be the first of a content.
pub(super) fn starts(study: &Study, moment: &Moment) -> Vec<Start> {
    let mut found = Vec::with_capacity(moment.sentence.len());
    push_starts(study, (moment.sentence.start..moment.cue).rev(), &mut found);
    found.reverse();
    push_starts(study, moment.cue + 1..moment.sentence.end, &mut found);
    found
}

/// Pushes the first words among `tokens`, which lead away from the cue.
fn push_starts(study: &Study, tokens: impl Iterator<Item = usize>, found: &mut Vec<Start>) {
    let mut between = 0;
    for at in tokens {
        if !study.page.is_mark(at) {
            found.push(Start { at, between });
        }
        between |= u64::from(study.word(at).joins);
    }
}

/// A token that can be the last of a content.
pub(super) struct End {
    pub(super) at: usize,
    /// Commas before it, up to three.
    commas: u64,
    /// Whether a verb stands in the content that helps to make a clause.
    verb: bool,
}

/// Tokens of a content in which a verb is looked for: it stands near its subject.
const NEAR: usize = 40;

/// Tokens that can be the last of a content that begins at `start`.
pub(super) fn ends(study: &Study, moment: &Moment, start: usize) -> Vec<End> {
    let page = &study.page;
    let limit = if start < moment.cue {
        moment.cue
    } else {
        moment.sentence.end
    };
    let mut found = Vec::with_capacity(limit - start);
    let (mut commas, mut verb) = (0, false);
    for at in start..limit {
        verb |= at < start + NEAR && page.is(at, lists::HELPER);
        if !page.is_mark(at) || page.at(at) == ")" {
            found.push(End { at, commas, verb });
        }
        commas = (commas + u64::from(page.is(at, lists::COMMA))).min(3);
    }
    found
}

/// Whether a verb stands in the content that helps to make a clause.
pub(super) fn has_verb(study: &Study, content: Range<usize>) -> bool {
    content.take(NEAR).any(|at| study.page.is(at, lists::HELPER))
}

fn step(tokens: usize) -> u64 {
    u64::from(usize::BITS - tokens.min(63).leading_zeros())
}

/// How a token stands to the source: before, in, right behind, behind.
fn to_source(at: usize, source: &Range<usize>) -> u64 {
    match at {
        _ if at < source.start => 0,
        _ if at < source.end => 1,
        _ if at == source.end => 2,
        _ => 3,
    }
}

/// What is seen of a first word.
pub(super) fn start_features(
    study: &Study,
    moment: &Moment,
    source: Option<&Candidate>,
    &Start { at, between }: &Start,
    out: &mut impl FnMut(u32),
) {
    let mut template = STARTS;
    let mut add = |a: u64, b: u64| {
        template += 1;
        out(Reports::feature(template, a, b));
    };
    let cue = study.word(moment.cue);
    let (here, last, next) = (study.word(at), study.word(at.wrapping_sub(1)), study.word(at + 1));
    let side = u64::from(at > moment.cue);
    let gap = if side == 1 {
        at - moment.cue
    } else {
        moment.cue - at
    };
    let near = if side == 1 {
        gap.min(6) as u64
    } else {
        8 + step(gap)
    };
    let opens = u64::from(at == moment.sentence.start);
    let ruled = moment
        .rule
        .as_ref()
        .map_or(2, |rule| u64::from(rule.content.start == at));
    let ruled = ruled << 2 | moment.ruled();
    let place = source.map_or(4, |s| to_source(at, &s.tokens));
    add(ruled, 0);
    add(ruled, cue.stem);
    add(ruled, near);
    add(near, opens << 4 | place);
    add(near, cue.print);
    add(near, cue.stem);
    add(near, u64::from(cue.classes[1]));
    add(side << 1 | opens, cue.print);
    add(
        side << 1 | opens,
        u64::from(study.word(moment.cue + 1).classes[2]),
    );
    add(side << 1 | opens, study.word(moment.cue + 1).print);
    add(last.print, side);
    add(last.print, cue.stem);
    add(last.print, near);
    add(here.print, side);
    add(here.print, near);
    add(here.print, last.print);
    add(here.print, cue.stem);
    add(next.print, near);
    add(u64::from(here.classes[2]), near);
    add(
        u64::from(here.classes[1]),
        side << 2 | u64::from(study.page.capital(at)),
    );
    add(u64::from(last.classes[2]), near);
    add(u64::from(last.classes[2]), u64::from(here.classes[2]));
    add(u64::from(last.classes[1]), u64::from(cue.classes[2]) << 1 | side);
    add(cue.ending as u64, near);
    add(here.ending as u64, near);
    add(place, side << 4 | opens);
    add(place, u64::from(cue.classes[2]));
    add(between, side);
    add(between, side << 16 | last.print);
    add(moment.listed, near);
    add(moment.listed, last.print);
}

/// What is seen of a last word, in its order: what hangs on the first word too where it is `GIVEN`, and what does not,
/// but for the side of the cue that both stand on, where the last is seen `ALONE`.
pub(super) fn end_features<const ALONE: bool, const GIVEN: bool>(
    study: &Study,
    moment: &Moment,
    source: Option<&Candidate>,
    start: usize,
    &End { at, commas, verb }: &End,
    out: &mut impl FnMut(u32),
) {
    let mut template = ENDS;
    let mut add = |given: bool, a: u64, b: u64| {
        template += 1;
        if given && GIVEN || !given && ALONE {
            out(Reports::feature(template, a, b));
        }
    };
    let cue = study.word(moment.cue);
    let (here, next, second) = (study.word(at), study.word(at + 1), study.word(at + 2));
    let side = u64::from(start > moment.cue);
    let length = step(at - start);
    let page = &study.page;
    let last = at + 1 >= moment.sentence.end || at + 2 >= moment.sentence.end && page.is_mark(at + 1);
    let closes = u64::from(last) << 1 | u64::from(page.is_mark(at + 1));
    let ruled = moment
        .rule
        .as_ref()
        .map_or(2, |rule| u64::from(rule.content.end == at + 1));
    let ruled = ruled << 2 | moment.ruled();
    let place = source.map_or(4, |s| to_source(at + 1, &s.tokens))
        | u64::from(source.is_some_and(|s| s.tokens.start == at + 1 || s.tokens.start == at + 2)) << 3
        | u64::from(at + 1 == moment.cue) << 4;
    let lead = study.word(start.wrapping_sub(1));
    let verb = u64::from(verb);
    add(false, ruled, 0);
    add(false, ruled, cue.stem);
    add(false, ruled, closes);
    add(false, closes, side << 4 | place << 8);
    add(false, closes, cue.print);
    add(true, closes, lead.print);
    add(true, closes, commas << 4 | verb << 2 | side);
    add(true, closes, length << 1 | side);
    add(true, closes, verb << 16 | u64::from(cue.classes[1]));
    add(false, next.print, side);
    add(false, next.print, cue.stem);
    add(true, next.print, lead.print);
    add(false, next.print, second.print);
    add(true, next.print, verb << 8 | length);
    add(false, next.print, u64::from(here.classes[2]));
    add(false, u64::from(next.classes[2]), u64::from(second.classes[2]));
    add(true, u64::from(next.classes[1]), verb << 1 | side);
    add(false, u64::from(here.classes[2]), u64::from(next.classes[2]));
    add(false, here.print, side);
    add(false, here.ending as u64, next.ending as u64);
    add(true, length, u64::from(cue.classes[2]) << 1 | side);
    add(true, length, cue.stem);
    add(true, length, lead.print);
    add(false, place, side);
    add(true, place, length);
    add(false, place, next.print);
    let clause = u64::from(next.says || second.says);
    add(true, clause, closes << 4 | verb << 1 | side);
    add(false, clause, next.print);
    add(false, moment.listed, next.print);
    add(true, moment.listed, closes << 4 | verb);
    add(
        true,
        u64::from(page.is(at + 1, lists::PREPOSITION)),
        length << 2 | verb << 1 | side,
    );
    add(true, study.word(start).print, closes);
}
