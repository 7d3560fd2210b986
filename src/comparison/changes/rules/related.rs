//! Sentences that are about one thing and share few words: where they part is told side by side.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::draft::{Draft, Part};
use super::super::pair::{SIDES, Side};
use super::super::{phrase, round, widen};
use super::attribution::SOURCE;
use super::certainty::{self, HEDGED};
use super::clauses::TOLD;
use super::elsewhere::{Line, Room};
use super::facts::{self, Fact};
use super::tallies;
use crate::article::label::Confidence;
use crate::article::segment::SentenceId;
use crate::comparison::changes::ChangeKind;
use crate::story::ArticleId;

/// Words of a sentence at most that is told whole; of a longer one only the clauses that have what both speak of.
const WHOLE: usize = 34;

/// What such a difference weighs less than one of words that were compared one by one.
const UNSURE: f32 = 0.8;

/// What parts the pairs of related sentences. Where a finding that is `known` says so, it is shown with more of them.
pub(super) fn related(
    room: &Room<'_, '_>,
    known: &mut Vec<Draft>,
    done: &mut BTreeSet<(ArticleId, SentenceId, ArticleId)>,
) {
    for &(a, b) in &room.related {
        let lines = [&room.texts[0].lines[a], &room.texts[1].lines[b]];
        // Who is quoted on one side alone is.
        if lines.iter().any(|line| line.side.is_quote()) {
            continue;
        }
        tell(lines, known);
        for side in SIDES {
            let [own, other] = [lines[side], lines[1 - side]];
            done.insert((own.side.id, own.sentence(), other.side.id));
        }
    }
}

/// Where two sentences part.
fn tell(lines: [&Line<'_>; 2], known: &mut Vec<Draft>) {
    let told = SIDES.map(|side| Part::of(&lines[side].side, &told(lines, side), String::new()));
    let meets = |draft: &Draft| draft.meets(&told);
    let mut found: Vec<Draft> = [number(lines), hedge(lines)].into_iter().flatten().collect();
    if found.is_empty() && !known.iter().any(meets) {
        found.push(Draft {
            rule: &TOLD,
            confidence: Confidence::Medium,
            weight: TOLD.weight,
            lead: None,
            sides: told.clone(),
        });
    }
    found.extend(source(lines));
    let kinds: Vec<ChangeKind> = known
        .iter()
        .filter(|&draft| meets(draft) && draft.rule.id != TOLD.id)
        .map(|draft| draft.rule.kind)
        .collect();
    found.retain(|draft| !kinds.contains(&draft.rule.kind));
    // Beside one that says what differs, that something does is nothing.
    if !kinds.is_empty() || found.iter().any(|draft| draft.rule.id != TOLD.id) {
        known.retain(|draft| draft.rule.id != TOLD.id || !meets(draft));
    }
    let met = known.iter_mut().filter(|draft| draft.meets(&told));
    for (part, told) in met.flat_map(|draft| draft.sides.iter_mut().zip(&told)) {
        part.take_in(told);
    }
    known.extend(found);
}

/// The words of a line that are shown: all, or from the first to the last clause that speaks of what the other does.
fn told(lines: [&Line<'_>; 2], side: usize) -> Range<usize> {
    let of = &lines[side].side;
    let whole = of.trimmed(&(0..of.words.len()));
    if of.count(&whole) <= WHOLE {
        return whole;
    }
    let shared = |at: &usize| {
        let stem = lines[side].stems[*at];
        stem != 0 && lines[1 - side].stems.contains(&stem)
    };
    let mut places = whole.clone().filter(shared);
    let Some(first) = places.next() else {
        return whole;
    };
    round::alone(of, &(first..places.next_back().unwrap_or(first) + 1))
}

/// The one number, or time, of either that the other does not have, where both may be of one thing.
fn number(lines: [&Line<'_>; 2]) -> Option<Draft> {
    let facts = SIDES.map(|side| facts::facts(&lines[side].side));
    let of_one = |x: &Fact<'_>, y: &Fact<'_>| x.family() == y.family() && x.unit() == y.unit();
    let own = |side: usize, like: &Fact<'_>| {
        let others = &facts[1 - side];
        let mut own = facts[side]
            .iter()
            .filter(|fact| of_one(fact, like) && !others.iter().any(|other| fact.agrees(other)));
        let first: Option<&Fact<'_>> = own.next();
        first.filter(|_| own.next().is_none())
    };
    let mut drafts = facts[0]
        .iter()
        .filter_map(|like| tallies::draft(lines, [own(0, like)?, own(1, like)?]));
    drafts.next()
}

/// What one of them hedges, and the other does not.
fn hedge(lines: [&Line<'_>; 2]) -> Option<Draft> {
    let hedge = |side: usize| {
        let of = &lines[side].side;
        let unsure = |at: &usize| {
            let hedge = certainty::hedge_at(of, *at);
            !of.words[*at].quoted && hedge.is_some_and(|hedge| !certainty::is_extent(hedge))
        };
        (0..of.words.len()).find(unsure)
    };
    let side = match [hedge(0), hedge(1)] {
        [Some(at), None] => (0, at),
        [None, Some(at)] => (1, at),
        _ => return None,
    };
    let negations = SIDES.map(|side| {
        let of = &lines[side].side;
        certainty::negations(of, &(0..of.words.len()))
    });
    // Where one denies, more than sureness parts them.
    if negations[0] != negations[1] {
        return None;
    }
    let (side, at) = side;
    let clause = clause(&lines[side].side, at);
    // A hedge of what the other does not speak of parts nothing.
    let mut stems = lines[side].stems[clause.clone()].iter();
    if !stems.any(|stem| *stem != 0 && lines[1 - side].stems.contains(stem)) {
        return None;
    }
    let mut shown = SIDES.map(|side| told(lines, side));
    shown[side] = round::alone(&lines[side].side, &clause);
    Some(Draft {
        rule: &HEDGED,
        confidence: Confidence::Medium,
        weight: HEDGED.weight * UNSURE,
        lead: None,
        sides: SIDES.map(|side| Part::of(&lines[side].side, &shown[side], String::new())),
    })
}

/// The clause of a word, or what of it stands near.
fn clause(side: &Side<'_>, at: usize) -> Range<usize> {
    const NEAR: usize = 7;
    let inside = |at: usize| side.words[at].is_word() && !widen::BREAKS.contains(&side.fold(at));
    let before = (0..at).rev().take(NEAR).take_while(|&at| inside(at)).count();
    let behind = (at + 1..side.words.len())
        .take(NEAR)
        .take_while(|&at| inside(at))
        .count();
    at - before..at + 1 + behind
}

/// Words between a speaker and the verb at most: "a diplomat from Corvain, which mediated, said".
const BESIDE: usize = 8;

/// Who says so in either, where these are not the same.
fn source(lines: [&Line<'_>; 2]) -> Option<Draft> {
    let [x, y] = [said(&lines[0].side)?, said(&lines[1].side)?];
    let stems = |side: usize, said: &Said| {
        let name = said
            .speaker
            .clone()
            .any(|at| lines[side].side.words[at].is_capital());
        let words = if name { &said.speaker } else { &said.whole };
        lines[side].stems_in(words)
    };
    let shown = [&x, &y].map(|said| said.whole.start..said.whole.end);
    (stems(0, &x) != stems(1, &y)).then(|| Draft {
        rule: &SOURCE,
        confidence: Confidence::Medium,
        weight: SOURCE.weight * UNSURE,
        lead: None,
        sides: SIDES.map(|side| Part::of(&lines[side].side, &shown[side], String::new())),
    })
}

/// Who says what a sentence says.
struct Said {
    speaker: Range<usize>,
    /// The speaker with the verb and what stands between.
    whole: Range<usize>,
}

fn said(of: &Side<'_>) -> Option<Said> {
    let said = of
        .quotes
        .iter()
        .filter(|quote| quote.said && of.holds(quote.span));
    let mut said = said.filter_map(|quote| {
        let speaker = of.words_in(quote.speaker.as_ref()?.span);
        let cue = of.words_in(quote.cue?.span);
        let apart = if speaker.end <= cue.start {
            cue.start - speaker.end
        } else {
            speaker.start.saturating_sub(cue.end)
        };
        let whole = phrase::noun_start(of, speaker.start.min(cue.start))..speaker.end.max(cue.end);
        let told = !speaker.is_empty() && !cue.is_empty() && of.content(&speaker) > 0 && apart <= BESIDE;
        told.then_some(Said { speaker, whole })
    });
    said.next()
}
