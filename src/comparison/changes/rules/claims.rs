//! Claims that one side makes flatly and the other hedges or denies, where so much was rewritten that no single step of
//! the comparison shows it.

use std::ops::Range;

use super::super::draft::Sheet;
use super::super::pair::{SIDES, Side, per_side};
use super::super::phrase;
use super::attribution::DROPPED;
use super::certainty;
use super::hedges::{self, Hedge};
use super::negations;
use super::quoted::ordered;
use super::{sources, voice};
use crate::article::label::Confidence;

/// Words behind a hedge that tell what is hedged, at most.
const CLAIM: usize = 10;

/// Words of sense that the other side says too, at least.
const SAID_TOO: usize = 2;

/// Words that they may be spread over there.
const SPREAD: usize = 12;

/// Words of a passage at most that is read so: a longer one is a page without full stops.
const READ: usize = 150;

pub(super) fn claims(sheet: &mut Sheet<'_, '_>) {
    if sheet.pair.sides.iter().any(|side| side.words.len() > READ) {
        return;
    }
    horizon(sheet);
    for side in SIDES {
        denied(sheet, side);
        if !sheet.pair.is_close() {
            hedged(sheet, side);
        }
    }
}

/// "could, in the long term, point to ways of slowing it" against "could soon lead to a cure".
fn horizon(sheet: &mut Sheet<'_, '_>) {
    let found = per_side(|side| soon_or_late(&sheet.pair.sides[side]));
    let [Some((x, late)), Some((y, other))] = found else {
        return;
    };
    if late == other {
        return;
    }
    let evidence = [x, y];
    sheet.find(&certainty::HORIZON, &evidence, Confidence::Medium, 1.0);
    let told = per_side(|side| {
        let of = &sheet.pair.sides[side];
        let at = evidence[side].start;
        let hedge = (at.saturating_sub(HEDGE_NEAR)..at).find(|&at| hedges::hedge_at(of, at).is_some());
        // "in the long term, point to"
        let over = (at..at + 3).find(|&at| of.fold(at) == ",").unwrap_or(at);
        hedge.unwrap_or(at)..over + 1 + phrase::following(of, over + 1, CLAIM)
    });
    sheet.show(&told);
}

/// The first words that say how soon something is, and whether it is far off.
fn soon_or_late(of: &Side<'_>) -> Option<(Range<usize>, bool)> {
    (0..of.words.len()).find_map(|at| {
        let term = of.fold(at) == "long" && phrase::one_of("term|run", of.fold(at + 1));
        let late = term || phrase::one_of("eventually|someday", of.fold(at));
        let led = if term { at.saturating_sub(2) } else { at };
        let words = led..at + 1 + usize::from(term);
        (late || phrase::one_of("soon|shortly|imminently", of.fold(at))).then_some((words, late))
    })
}

/// Words before a word of time at most that hedge it.
const HEDGE_NEAR: usize = 3;

/// "did not apologise" against "apologised", wherever that stands.
fn denied(sheet: &mut Sheet<'_, '_>, side: usize) {
    let found = (0..sheet.pair.sides[side].words.len()).find_map(|at| {
        let (of, other) = (&sheet.pair.sides[side], &sheet.pair.sides[1 - side]);
        if !sheet.is_open(side, at) || !negations::denies(of, at) {
            return None;
        }
        let verb = (at + 1..at + 3).find(|&verb| {
            of.words
                .get(verb)
                .is_some_and(|word| word.is_content() && !word.is_capital())
        })?;
        let stem = phrase::stem(of.fold(verb));
        let same =
            |side: &Side<'_>, at: usize| side.words[at].is_content() && phrase::stem(side.fold(at)) == stem;
        let flat = |side: &Side<'_>, at: usize| !negations::is_denied(side, at);
        // "Not to persuade" and "persuading", "does not eat" and "eating": what nobody says to be so is no contrary.
        let bare = |side: &Side<'_>, at: usize| {
            side.fold(at).ends_with("ing") || at > 0 && side.fold(at - 1) == "to"
        };
        let says = (0..other.words.len()).find(|&there| {
            let compared = of.words[verb].partner == Some(there) || sheet.is_open(1 - side, there);
            same(other, there) && flat(other, there) && compared && bare(of, verb) == bare(other, there)
        })?;
        let too = (0..of.words.len()).any(|here| same(of, here) && flat(of, here));
        let auxiliary = usize::from(at > 0 && certainty::AUXILIARIES.contains(&of.fold(at - 1)));
        let found = (at - auxiliary..verb + 1, says..says + 1);
        let evidence = ordered(side, found.0.clone(), found.1.clone());
        (!too && !negations::may_agree(sheet.pair, &evidence)).then_some(found)
    });
    if let Some((mine, theirs)) = found {
        let evidence = ordered(side, mine, theirs);
        sheet.find(&certainty::NEGATION, &evidence, Confidence::Medium, 1.0);
        let told = per_side(|side| certainty::told(&sheet.pair.sides[side], &evidence[side]));
        sheet.show(&told);
    }
}

/// "may have heard a woman call" against "was heard calling".
fn hedged(sheet: &mut Sheet<'_, '_>, side: usize) {
    let other = &sheet.pair.sides[1 - side];
    let sure = |hedge: &Hedge| matches!(hedge, Hedge::Possible | Hedge::Likely | Hedge::Reported);
    let of = &sheet.pair.sides[side];
    let softened = hedges::softeners(other, false) >= hedges::softeners(of, false);
    if softened || hedges::hedges(other, &(0..other.words.len())) {
        return;
    }
    let found = (0..of.words.len()).find_map(|at| {
        if !sheet.is_open(side, at) || of.words[at].quoted {
            return None;
        }
        hedges::hedge_at(of, at).filter(sure)?;
        let claim = at..at + 1 + phrase::following(of, at + 1, CLAIM);
        let (mine, theirs) = said_too(of, other, &(at + 1..claim.end))?;
        Some((at..mine + 1, theirs))
    });
    if let Some((mine, theirs)) = found {
        sheet.find(
            &certainty::HEDGED,
            &ordered(side, mine.clone(), theirs.clone()),
            Confidence::Medium,
            0.95,
        );
        let told = ordered(
            side,
            phrase::from_its_head(&sheet.pair.sides[side], &mine),
            theirs,
        );
        sheet.show(&told);
    }
}

/// The last of some words that the other side says too, and where it says them; nothing where it says too few.
fn said_too(of: &Side<'_>, other: &Side<'_>, words: &Range<usize>) -> Option<(usize, Range<usize>)> {
    let content: Vec<usize> = words.clone().filter(|&at| of.words[at].is_content()).collect();
    let place = |&at: &usize| {
        let stem = phrase::stem(of.fold(at));
        let there = (0..other.words.len()).find(|&there| phrase::stem(other.fold(there)) == stem);
        there.map(|there| (at, there))
    };
    let both: Vec<(usize, usize)> = content.iter().filter_map(place).collect();
    let first = both.iter().map(|(_, there)| *there).min()?;
    let last = both.iter().map(|(_, there)| *there).max()?;
    let enough = both.len() >= SAID_TOO && 2 * both.len() >= content.len() && last - first < SPREAD;
    enough.then_some((both[both.len() - 1].0, first..last + 1))
}

/// What critics accuse somebody of, and the other side tells as a fact.
pub(super) fn accused(sheet: &mut Sheet<'_, '_>) {
    for side in SIDES {
        if let Some((mine, theirs)) = accuses(sheet, side) {
            sheet.find(&DROPPED, &ordered(side, mine, theirs), Confidence::Medium, 1.15);
            sheet.tell_from(side);
        }
    }
}

/// Words between "accused" and "of" at most, and before it for who accuses.
const WHOM: usize = 6;

/// "Critics accused the mayor of wasting money" against "the mayor wasted money": the words that accuse, and those that tell
/// it as a fact.
fn accuses(sheet: &Sheet<'_, '_>, side: usize) -> Option<(Range<usize>, Range<usize>)> {
    let (of, other) = (&sheet.pair.sides[side], &sheet.pair.sides[1 - side]);
    let accuses = |&at: &usize| {
        matches!(of.fold(at), "accused" | "accuses" | "accuse")
            && sheet.is_open(side, at)
            && !voice::is_be(of.fold(at - 1))
    };
    let at = (1..of.words.len()).find(accuses)?;
    let to = (at + 1..at + 2 + WHOM).find(|&to| of.fold(to) == "of")?;
    let all = 0..other.words.len();
    if sources::is_said(sheet, 1 - side, &all) || hedges::hedges(other, &all) {
        return None;
    }
    let whom = (at + 1..to).rev().find(|&at| of.words[at].is_content())?;
    let there = of.words[whom].partner?;
    let mut start = at;
    while start > 0 && at - start < WHOM && sheet.is_open(side, start - 1) && of.words[start - 1].is_word() {
        start -= 1;
    }
    let told = |side: &Side<'_>, from: usize| from + phrase::following(side, from, 2 * WHOM);
    Some((
        start..told(of, to),
        phrase::noun_start(other, there)..told(other, there + 1),
    ))
}
