//! What one article hedges and the other says flatly in a sentence that is not linked: "he might have heard a woman call
//! for help" and "A teacher was heard calling for help".

use std::ops::Range;

use super::super::draft::{Draft, Part};
use super::super::pair::{SIDES, Side, per_side};
use super::super::{phrase, widen};
use super::certainty::{HEDGED, MODALITY};
use super::elsewhere::{Line, Room, both};
use super::hedges::{self, Hedge};
use super::negations;
use crate::article::label::Confidence;
use crate::order::Arrange as _;

/// Words behind a hedge that tell what is hedged, at most.
const CLAIM: usize = 10;

/// Words of sense that both say, at least.
const SAID: usize = 2;

/// Words that they may be spread over.
const SPREAD: usize = 6;

/// Claims of an article at most that are looked for.
const LOOKED_FOR: usize = 200;

/// A claim of a sentence that is hedged.
struct Claim {
    /// Its sentence, by its place.
    at: usize,
    hedge: Hedge,
    /// The words that hedge it, and the claim.
    whole: Range<usize>,
    said: Range<usize>,
}

/// What such a pair weighs less than words that were compared one by one.
const UNSURE: f32 = 0.9;

pub(super) fn flat(room: &Room<'_, '_>) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for side in SIDES {
        let lines = room.texts[side].lines.iter().enumerate();
        let claims = lines.filter_map(|(at, line)| claim(at, line)).take(LOOKED_FOR);
        for draft in claims.filter_map(|claim| answer(room, side, &claim)) {
            // Where both hedge in their way, it is found from either.
            if !drafts.iter().any(|known| known.meets(&draft.sides)) {
                drafts.push(draft);
            }
        }
    }
    drafts
}

fn claim(at: usize, line: &Line<'_>) -> Option<Claim> {
    let side = &line.side;
    let unsure = |hedge: &Hedge| matches!(hedge, Hedge::Possible | Hedge::Reported);
    let hedged = |word: usize| {
        let hedge = hedges::hedge_at(side, word)
            .filter(unsure)
            .filter(|_| !side.words[word].quoted)?;
        let said = word + 1..word + 1 + phrase::following(side, word + 1, CLAIM);
        Some(Claim {
            at,
            hedge,
            whole: word..said.end,
            said,
        })
    };
    (0..side.words.len()).find_map(hedged)
}

/// Where the other article says flatly what is claimed.
fn answer(room: &Room<'_, '_>, side: usize, claim: &Claim) -> Option<Draft> {
    let line = &room.texts[side].lines[claim.at];
    let rare = line.rare_in(&claim.said);
    let there = &room.texts[1 - side].lines[nearest(room, side, claim, &rare)?];
    let words = said_there(there, &rare)?;
    let before = words.start.saturating_sub(SPREAD)..words.end;
    let hedges = hedges::hedges_of(&there.side, &before);
    let rule = match hedges.iter().find(|&&hedge| !hedges::is_extent(hedge)) {
        None => &HEDGED,
        Some(hedge) if *hedge != claim.hedge => &MODALITY,
        Some(_) => return None,
    };
    let sides = [&line.side, &there.side];
    let last = claim
        .said
        .clone()
        .rev()
        .find(|&at| rare.contains(&line.stems[at]));
    let said = [claim.whole.start..last.unwrap_or(claim.said.start) + 1, words];
    let shown = widen::clauses(sides, &said, widen::TOLD);
    let shown = shown.unwrap_or_else(|| per_side(|at| from_its_subject(sides[at], &said[at])));
    let [own, theirs] = per_side(|at| Part::of(sides[at], &shown[at], String::new()));
    Some(Draft {
        rule,
        confidence: Confidence::Medium,
        weight: rule.weight * UNSURE,
        lead: None,
        sides: if side == 0 { [own, theirs] } else { [theirs, own] },
    })
}

/// The sentence of the other article, by its place, that has most of a claim's words. What that article says twice, or
/// the same one without a hedge too, is no difference.
fn nearest(room: &Room<'_, '_>, side: usize, claim: &Claim, rare: &[u64]) -> Option<usize> {
    let found = |side: usize| {
        let text = room.texts[side];
        let near = text.near(rare).into_iter();
        let mut found: Vec<(usize, usize)> = near.map(|at| (both(rare, &text.lines[at].rare), at)).collect();
        found.arrange();
        found
    };
    let mut theirs = found(1 - side);
    let (most, there) = theirs.pop().filter(|(most, _)| *most >= SAID)?;
    let twice = theirs.last().is_some_and(|(count, _)| *count == most);
    let again = |(count, at): (usize, usize)| at != claim.at && count >= most;
    let places = if side == 0 {
        (claim.at, there)
    } else {
        (there, claim.at)
    };
    let known = room.is_linked(places.0, places.1) || twice || found(side).into_iter().any(again);
    (!known).then_some(there)
}

/// Words before a claim at most that are shown as what it is said of.
const SUBJECT: usize = 5;

/// Some words from the beginning of their clause, where that is near.
fn from_its_subject(side: &Side<'_>, words: &Range<usize>) -> Range<usize> {
    let begins = |at: usize| {
        side.words[at].first
            || at.checked_sub(1).is_none_or(|before| {
                let word = &side.words[before];
                !word.is_word() || widen::BREAKS.contains(&word.fold.as_ref())
            })
    };
    let near = words.start.saturating_sub(SUBJECT)..words.start + 1;
    near.rev().find(|&at| begins(at)).unwrap_or(words.start)..words.end
}

/// The words of a claim that another sentence says close together and does not deny.
fn said_there(line: &Line<'_>, rare: &[u64]) -> Option<Range<usize>> {
    let side = &line.side;
    let places: Vec<usize> = (0..side.words.len())
        .filter(|&at| rare.contains(&line.stems[at]))
        .collect();
    let near = |pair: &[usize]| pair[1] - pair[0] < SPREAD && line.stems[pair[0]] != line.stems[pair[1]];
    let first = places.windows(2).position(near)?;
    let on = places[first..].windows(2).take_while(|pair| near(pair)).count();
    let words = places[first]..places[first + on] + 1;
    let denied = negations::negations(side, &(words.start.saturating_sub(3)..words.end)) > 0;
    // Names alone are what it is about.
    let plain = words
        .clone()
        .any(|at| rare.contains(&line.stems[at]) && !side.words[at].is_capital());
    (plain && !denied).then_some(words)
}
