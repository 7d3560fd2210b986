//! Is this word a cue here? What is seen of a word and of what stands around it.

use super::super::lists;
use super::Study;
use super::moment::Moment;
use super::words::{Ending, Word};
use crate::article::label::Label;
use crate::knowledge::model::Reports;

/// The template of forms that are looked at at all; their weight is 1.
pub(super) const FORMS: u32 = 1;

/// Templates are numbered from here: those of a word and its neighbours, of its sentence, of the neighbours' classes, and
/// of its subject.
const FIRST: u32 = 100;
const SENTENCE: u32 = 140;
const CLASSES: u32 = 161;
const SUBJECT: u32 = 165;

/// What gives features their numbers, one template after the other.
fn numbered(first: u32, out: &mut impl FnMut(u32)) -> impl FnMut(u64, u64) {
    let mut template = first;
    move |a, b| {
        template += 1;
        out(Reports::feature(template, a, b));
    }
}

/// Features of a word and the three on each side.
pub(super) fn word_features(study: &Study, at: usize, out: &mut impl FnMut(u32)) {
    let mut add = numbered(FIRST, out);
    let word = |by: isize| study.word(at.wrapping_add_signed(by));
    let print = |by: isize| word(by).print;
    let class = |by: isize, level: usize| u64::from(word(by).classes[level]);
    let here = word(0);
    let ending = here.ending as u64;
    add(0, 0);
    add(here.print, 0);
    add(here.stem, 0);
    add(class(0, 0), 0);
    add(class(0, 1), ending);
    add(class(0, 2), ending);
    for by in [-3, -2, -1, 1, 2, 3] {
        add(print(by), 0);
        add(class(by, 2), 0);
        add(class(by, 1), ending);
    }
    for by in [-1, 1, 2] {
        add(here.print, print(by));
        add(here.stem, class(by, 2));
        add(class(0, 1), print(by));
        add(class(0, 2), class(by, 2));
    }
    add(print(-1), print(1));
    add(print(1), print(2));
    add(print(-2), print(-1));
    add(class(-1, 2) << 16 | class(0, 2), class(1, 2));
    drop(add);
    let mut add = numbered(CLASSES, out);
    add(class(-2, 2) << 16 | class(-1, 2), class(0, 2));
    add(class(1, 2) << 16 | class(2, 2), class(0, 2));
    add(class(-1, 1), class(0, 1));
    add(class(1, 1), class(0, 1));
}

/// How many features a word has in its sentence.
pub(super) const LOOKED: usize = 32;

/// Features of the word in its sentence.
pub(super) fn features(study: &Study, moment: &Moment, out: &mut impl FnMut(u32)) {
    let mut add = numbered(SENTENCE, out);
    let at = moment.cue;
    let here = study.word(at);
    let ending = here.ending as u64;
    let class = |level: usize| u64::from(here.classes[level]);
    let around = around(study, moment);
    add(here.print, around);
    add(ending, around);
    let before = actor(study, moment);
    add(before, ending);
    add(before, here.stem);
    add(before, class(2));
    let behind = begins(study, at + 1);
    add(behind, here.stem);
    add(behind, class(2));
    add(behind, before);
    let ruled = moment.ruled();
    add(ruled, 0);
    add(ruled, here.stem);
    add(ruled, class(2));
    add(ruled, before);
    let listed = moment.listed;
    add(listed, ending);
    add(listed, before << 8 | ending);
    add(listed, study.word(at + 1).print);
    add(listed, study.word(at.wrapping_sub(1)).print);
    let that = (at + 1..(at + 8).min(moment.sentence.end)).any(|t| study.page.is(t, lists::THAT));
    add(u64::from(that), here.stem);
    let place = place(moment);
    add(place, ending);
    add(place, here.print);
    let other = others(study, moment);
    add(other, here.stem);
    add(other, ending);
    drop(add);
    let mut add = numbered(SUBJECT, out);
    add(class(0), behind);
    add(class(0), before);
    let (who, doer) = subject(study, moment);
    add(who, here.stem);
    add(who, ending);
    add(who, class(2));
    add(who, behind);
    add(who << 4 | ruled, listed);
    add(doer.print, here.stem);
    add(doer.print, class(2));
    add(u64::from(doer.classes[1]), class(1));
    add(u64::from(doer.classes[2]), here.stem);
}

/// Whether quotation marks and commas stand next to the word or in its sentence.
fn around(study: &Study, moment: &Moment) -> u64 {
    let page = &study.page;
    let quoted = |mut tokens: std::ops::Range<usize>| u64::from(tokens.any(|at| page.quoted(at)));
    let at = moment.cue;
    let comma = |at: usize| u64::from(page.at(at) == ",");
    quoted(at.saturating_sub(4).max(moment.sentence.start)..at)
        | quoted(at + 1..(at + 5).min(moment.sentence.end)) << 1
        | quoted(moment.sentence.clone()) << 2
        | comma(at.wrapping_sub(1)) << 3
        | comma(at + 1) << 4
}

/// What kind of word or name stands before, adverbs and helping verbs skipped.
fn actor(study: &Study, moment: &Moment) -> u64 {
    let page = &study.page;
    let mut end = moment.cue;
    let mut skipped = 0;
    while end > moment.sentence.start && skipped < 4 && page.is(end - 1, lists::ADVERB) {
        end -= 1;
        skipped += 1;
    }
    if end == moment.sentence.start {
        return 1;
    }
    let last = end - 1;
    let sort = match page.mention_ending(end) {
        Some(mention) => 32 + page.mentions[mention].label as u64,
        None if page.is(last, lists::PRONOUN) => 2,
        None if page.is_mark(last) => 3,
        None => 4 + study.word(last).ending as u64,
    };
    sort << 3 | skipped.min(1)
}

/// What kind of words the rules take for the subject and how far off they stand, and the last of them.
fn subject(study: &Study, moment: &Moment) -> (u64, Word) {
    let Some(subject) = &moment.subject else {
        return (0, Word::default());
    };
    let page = &study.page;
    let end = page
        .tokens
        .partition_point(|t| t.span.start() < subject.span.end());
    let sort = match subject.mention {
        Some(mention) => 8 + label(page.mentions[mention].label),
        None => 1 + u64::from(subject.stands_for),
    };
    let far = usize::BITS - end.abs_diff(moment.cue).min(15).leading_zeros();
    (
        sort << 8 | u64::from(far) << 4 | u64::from(subject.guessed) << 1 | u64::from(end <= moment.cue),
        *study.word(end.wrapping_sub(1)),
    )
}

/// What kind of word or name begins here.
fn begins(study: &Study, at: usize) -> u64 {
    let page = &study.page;
    let named = page.mentions_in(at..at + 12).next();
    match named.map(|m| &page.mentions[m]) {
        Some(mention) if mention.tokens.start == at => 32 + label(mention.label),
        _ if page.is_mark(at) => 1,
        _ if page.quoted(at) => 2,
        _ => 3 + study.word(at).ending as u64,
    }
}

fn label(label: Label) -> u64 {
    label as u64
}

/// Where in its sentence the word stands.
fn place(moment: &Moment) -> u64 {
    let before = moment.cue - moment.sentence.start;
    let behind = moment.sentence.end - moment.cue;
    let step = |tokens: usize| u64::from(usize::BITS - tokens.min(31).leading_zeros());
    step(before) << 4 | step(behind)
}

/// How many other words of the lexicon stand before and behind in the sentence, up to two each.
fn others(study: &Study, moment: &Moment) -> u64 {
    let known = |at: &usize| study.word(*at).says;
    let count = |range: std::ops::Range<usize>| range.filter(known).take(2).count() as u64;
    count(moment.sentence.start..moment.cue) << 2 | count(moment.cue + 1..moment.sentence.end)
}

/// Whether the ending is one of a participle that goes on from another verb.
pub(super) fn participle(study: &Study, at: usize) -> bool {
    study.word(at).ending == Ending::Ing
}
