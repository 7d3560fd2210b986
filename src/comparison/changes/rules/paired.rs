//! Additions that answer each other: "before she rejoins her mate" and "before being reunited with her mate".

use std::ops::Range;

use super::super::draft::Draft;
use super::super::pair::{Pair, SIDES, Side};
use super::super::phrase;
use super::rest::{DETAIL, WORDING};

/// Makes one finding of what each side alone adds where both begin alike and share a word; where they lead to one, or share
/// half, it is told in other words.
pub(super) fn paired(pair: &Pair<'_>, drafts: &mut Vec<Draft>) {
    let alone = |draft: &Draft, side: usize| {
        let words = |side: usize| pair.sides[side].words_in(*draft.sides[side].core.first()?).into();
        let adds = draft.rule.id == DETAIL.id && draft.sides[1 - side].spans.is_empty();
        if adds { words(side) } else { None::<Range<usize>> }
    };
    let added = SIDES.map(|side| {
        let all = drafts.iter().enumerate();
        all.filter_map(|(at, draft)| Some((at, alone(draft, side)?)))
            .take(MOST)
            .collect::<Vec<_>>()
    });
    let mut gone = Vec::new();
    for (mine, x) in &added[0] {
        let answer = added[1].iter().find_map(|(theirs, y)| {
            let shared = shared([&pair.sides[0], &pair.sides[1]], [x, y])?;
            (!gone.contains(theirs)).then_some((*theirs, shared))
        });
        if let Some((theirs, half)) = answer {
            let other = drafts[theirs].sides[1].clone();
            let draft = &mut drafts[*mine];
            draft.sides[1] = other;
            if half {
                draft.weight *= WORDING.weight / DETAIL.weight;
                draft.rule = &WORDING;
            }
            gone.push(theirs);
        }
    }
    let mut at = 0;
    drafts.retain(|_| {
        at += 1;
        !gone.contains(&(at - 1))
    });
}

/// Additions of a side that are looked at, at most.
const MOST: usize = 20;

/// Whether two additions that begin with one word lead to one word or share half of what they say; nothing where they share
/// nothing.
fn shared(sides: [&Side<'_>; 2], words: [&Range<usize>; 2]) -> Option<bool> {
    let [x, y] = [0, 1].map(|side| {
        let of = sides[side];
        let content = words[side]
            .clone()
            .skip(1)
            .filter(|&at| of.words[at].is_content());
        content.map(|at| phrase::stem(of.fold(at))).collect::<Vec<_>>()
    });
    // "before she rejoins", "before being reunited with", and "her mate" behind both.
    let next = sides[0].words.get(words[0].end).and_then(|word| word.partner);
    let leads = next == Some(words[1].end);
    let both = x.iter().filter(|stem| y.contains(stem)).count();
    // "for the first eleven years", "for 32 years"
    let counted = (0..2).all(|side| {
        let of = sides[side];
        let mut spans = of
            .numbers
            .iter()
            .map(|number| number.span)
            .chain(of.times.iter().map(|time| time.span));
        spans.any(|span| of.holds(span) && words[side].contains(&of.words_in(span).start))
    });
    if counted {
        return None;
    }
    let begins = sides[0].fold(words[0].start) == sides[1].fold(words[1].start);
    (begins && (leads || both > 0)).then_some(leads || 2 * both >= x.len().min(y.len()))
}
