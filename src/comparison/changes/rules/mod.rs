//! The rules, each in the file of its matter, in the order in which they read a pair of passages: what is surest first,
//! because words that one rule used up are no evidence for another.

mod about;
mod agreed;
mod answers;
mod attribution;
mod caveats;
mod certainty;
mod claims;
mod contrasts;
mod counted;
mod cues;
mod denied;
mod elsewhere;
mod facts;
mod flat;
mod fragments;
mod given;
mod headlines;
mod hedges;
mod leads;
mod merged;
mod moved;
mod names;
mod negations;
mod numbers;
mod only;
mod opposites;
mod paired;
mod quoted;
mod related;
mod rest;
mod roles;
mod sequence;
mod setting;
mod sources;
mod style;
mod superlatives;
mod tallies;
mod things;
mod told;
mod voice;
mod voiced;

use super::draft::{Draft, Sheet};
use super::pair::{Pair, SIDES};

pub(super) use attribution::DROPPED;
pub(super) use denied::DENIED;
pub(super) use elsewhere::elsewhere;
pub(super) use headlines::headlines;
pub(super) use merged::merged;
pub(super) use moved::moved;
pub(super) use negations::NEGATIONS;
pub(super) use only::{Alone, only};
pub(super) use quoted::{ALTERED, PARAPHRASED, QUOTED, TRIMMED};
pub(super) use rest::DETAIL;

/// Everything that parts two aligned passages.
pub(super) fn read(pair: &Pair<'_>) -> Vec<Draft> {
    if headlines::are_told_whole(pair) {
        return Vec::new();
    }
    let mut sheet = Sheet::new(pair);
    sequence::sequence(&mut sheet);
    style::marked(&mut sheet);
    style::spelled(&mut sheet);
    quoted::unmarked(&mut sheet);
    numbers::numbers(&mut sheet);
    names::names(&mut sheet);
    quoted::inside(&mut sheet);
    voice::voice(&mut sheet);
    attribution::attributions(&mut sheet);
    opposites::opposites(&mut sheet);
    caveats::clauses(&mut sheet);
    sources::sources(&mut sheet);
    names::described(&mut sheet);
    roles::roles(&mut sheet);
    certainty::certainty(&mut sheet);
    claims::claims(&mut sheet);
    rest::rest(&mut sheet);
    paired::paired(pair, &mut sheet.drafts);
    let mut drafts = super::beside::join(pair, sheet.drafts);
    super::widen::widen(pair, &mut drafts);
    let mut drafts = super::beside::join(pair, drafts);
    super::round::round(pair, &mut drafts);
    drafts.retain(|draft| !rest::is_told_too(pair, draft));
    headlines::rewritten(pair, &mut drafts);
    // Two numbers of one score are shown as the one clause that has both.
    drafts.dedup_by(|x, y| {
        x.rule.id == y.rule.id
            && SIDES
                .iter()
                .all(|&side| x.sides[side].spans == y.sides[side].spans)
    });
    drafts
}
