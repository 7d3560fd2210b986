//! Additions that answer each other: "before she rejoins her mate" and "before being reunited with her mate".

use std::ops::Range;

use super::super::draft::Draft;
use super::super::pair::Pair;
use super::super::phrase;
use super::rest::{DETAIL, WORDING};

/// Makes one finding of what each side alone adds where both begin alike and share a word; where they lead to one, or share
/// half, it is told in other words.
pub(super) fn paired(pair: &Pair<'_>, drafts: &mut Vec<Draft>) {
    let adds = |draft: &Draft, side: usize| {
        let alone = draft.rule.id == DETAIL.id && draft.sides[1 - side].spans.is_empty();
        let span = draft.sides[side].core.first().filter(|_| alone)?;
        Some(pair.sides[side].words_in(*span))
    };
    let mut at = 0;
    while at < drafts.len().min(MOST) {
        let answer = adds(&drafts[at], 0).and_then(|x| {
            let mut all = drafts.iter().take(MOST).enumerate();
            all.find_map(|(n, other)| Some((n, shared(pair, [&x, &adds(other, 1)?])?)))
        });
        let Some((n, half)) = answer else {
            at += 1;
            continue;
        };
        let part = drafts[n].sides[1].clone();
        let draft = &mut drafts[at];
        draft.sides[1] = part;
        if half {
            draft.weight *= WORDING.weight / DETAIL.weight;
            draft.rule = &WORDING;
        }
        drafts.remove(n);
        // Where its answer stood before it, the next one stands in its place.
        at += usize::from(n > at);
    }
}

/// Findings of a passage that are looked at, at most.
const MOST: usize = 40;

/// Whether two additions that begin with one word lead to one word or share half of what they say; nothing where they share
/// nothing.
fn shared(pair: &Pair<'_>, words: [&Range<usize>; 2]) -> Option<bool> {
    let sides = &pair.sides;
    let [x, y] = [0, 1].map(|side| {
        let of = &sides[side];
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
        let of = &sides[side];
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
