//! Is it reported speech after all? A cue is judged once more when its source and content are known, and what else
//! was read around it.

use std::ops::Range;

use super::Study;
use super::moment::Moment;
use super::source::Candidate;
use crate::knowledge::model::Reports;

/// Templates are numbered from here.
const FIRST: u32 = 900;

/// A word read as a cue, with its source and content, and how sure each choice was, in units of the weights.
#[derive(Clone)]
pub struct Reading {
    /// The word.
    pub moment: Moment,
    /// Who is the source.
    pub source: Candidate,
    /// The content.
    pub content: Range<usize>,
    /// How much more like a cue than not the word is.
    pub cue_score: i32,
    /// How much more like reported speech than not the cue alone makes it.
    pub(super) cue_verdict: i32,
    /// How much more like a source than none.
    pub source_score: i32,
    /// How far the source is before the next best.
    pub source_lead: i32,
    /// How well content's ends fit.
    pub content_score: i32,
}

impl std::fmt::Debug for Reading {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Reading at token {}", self.moment.cue)
    }
}

/// A score as one of thirty steps.
fn bucket(score: i32, width: i32) -> u64 {
    (score.div_euclid(width).clamp(-15, 15) + 16) as u64
}

/// How many tokens two stretches share.
pub(super) fn shared(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// Readings on each side that are looked at: more of them stand in no sentence.
const NEIGHBOURS: usize = 8;

/// How a reading stands to those around it, a bit for each way, another where the other is the likelier cue; and how
/// likely the cue is in whose content it lies.
fn others(all: &[Reading], number: usize) -> (u64, u64) {
    let own = &all[number];
    let (mut seen, mut nested) = (0, 0);
    let low = number.saturating_sub(NEIGHBOURS);
    for (at, other) in all.iter().enumerate().take(number + NEIGHBOURS + 1).skip(low) {
        if at == number || other.moment.block != own.moment.block {
            continue;
        }
        let better = (other.cue_score, number) > (own.cue_score, at);
        let step = u64::from(better);
        let mut relation = 0;
        let inside = other.content.contains(&own.moment.cue);
        let holds = own.content.contains(&other.moment.cue);
        let common = shared(&own.content, &other.content);
        if inside {
            relation |= 1 << step;
            nested = nested.max(bucket(other.cue_score, 16));
        }
        if holds {
            relation |= 4 << step;
        }
        if !inside && !holds && common > 0 {
            relation |= 16 << step;
        }
        if common == 0 && shared(&own.source.tokens, &other.source.tokens) > 0 {
            relation |= 64 << step;
        }
        if other.source.tokens.contains(&own.moment.cue) {
            relation |= 256;
        }
        if other.content.start <= own.source.tokens.start
            && own.source.tokens.end <= other.content.end
            && !inside
        {
            relation |= 512 << step;
        }
        seen |= relation;
    }
    (seen, nested)
}

/// The features of a word as a cue say something else of a reading: numbers of their own.
fn anew(feature: u32) -> u32 {
    const ODD: u32 = 0x9E37_79B1;
    feature.wrapping_mul(ODD) & Reports::MASK
}

/// Features of a reading that hang on its cue alone; `looked`: the cue's own in its sentence.
pub(super) fn cue_features(study: &Study, moment: &Moment, looked: &[u32], out: &mut impl FnMut(u32)) {
    super::cue::word_features(study, moment.cue, &mut |f| out(anew(f)));
    for feature in looked {
        out(anew(*feature));
    }
}

/// The other features of a reading among all of its article.
pub(super) fn features(study: &Study, all: &[Reading], number: usize, out: &mut impl FnMut(u32)) {
    let mut template = FIRST;
    let mut add = |a: u64, b: u64| {
        template += 1;
        out(Reports::feature(template, a, b));
    };
    let reading = &all[number];
    let moment = &reading.moment;
    let cue = study.word(moment.cue);
    let score = bucket(reading.cue_score, 12);
    let source = bucket(reading.source_score, 16);
    let lead = bucket(reading.source_lead, 16);
    let content = bucket(reading.content_score, 16);
    let sort = reading.source.sort;
    let ruled = moment.ruled();
    let spoken = study.spoken(moment.cue);
    let (around, nested) = others(all, number);
    let side = u64::from(reading.content.start > moment.cue) << 1
        | u64::from(reading.source.tokens.start > moment.cue);
    let length = u64::from(usize::BITS - reading.content.len().min(63).leading_zeros());
    let quoted = u64::from(reading.content.clone().any(|at| study.page.quoted(at)));
    let gap = if reading.content.start > moment.cue {
        reading.content.start - moment.cue - 1
    } else {
        moment.cue.saturating_sub(reading.content.end)
    }
    .min(7) as u64;
    let verb = u64::from(super::extent::has_verb(study, reading.content.clone()));
    let first = study.word(reading.content.start);
    add(0, 0);
    add(score, 0);
    add(score, source);
    add(score, ruled << 2 | spoken);
    add(score, around);
    add(score, content);
    add(score, cue.stem);
    add(source, lead);
    add(source, sort);
    add(content, length << 2 | side);
    add(spoken, side << 8 | length);
    add(spoken, gap << 1 | quoted);
    add(spoken, cue.print);
    add(around, 0);
    add(around, ruled);
    add(around, nested);
    add(nested, score);
    add(cue.stem, sort);
    add(cue.stem, side << 8 | length);
    add(cue.stem, gap << 1 | verb);
    add(cue.print, nested);
    add(u64::from(cue.classes[1]), sort);
    add(u64::from(cue.classes[2]), side << 8 | length);
    add(ruled, side << 8 | length);
    add(ruled, gap << 1 | verb);
    add(first.print, ruled << 2 | side);
    add(first.print, cue.stem);
    add(u64::from(first.classes[2]), u64::from(cue.classes[2]));
    add(
        sort,
        u64::from(study.word(reading.source.tokens.end - 1).classes[1]),
    );
    add(gap, side << 8 | verb << 4 | length);
    let begins = u64::from(study.page.capital(reading.content.start)) << 1
        | u64::from(reading.content.start == moment.sentence.start);
    add(begins, side << 4 | ruled);
    add(moment.listed, score);
    add(moment.listed, verb << 2 | side);
    for score_step in [6, 24] {
        add(
            bucket(reading.cue_score + reading.source_score.min(40), score_step),
            1,
        );
    }
}
