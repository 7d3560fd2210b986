//! Whether both sides give one source: in the sentence beside a passage, or described in another way.

use std::ops::Range;

use super::super::draft::Sheet;
use super::super::pair::{Side, per_side};
use super::attribution::{SAME, attributed, is_anonymity, place};
use super::cues::is_cue;
use crate::article::label::Label;
use crate::article::quotes::{Quote, QuoteKind};

/// Reports without marks are the same when this share of the longer one's words stands for one another.
const WHOLE: f32 = 0.75;

/// Whether what some words attribute is somebody's on the other side too, told there or in a sentence beside it.
pub(super) fn is_given_too(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>) -> bool {
    let sides = &sheet.pair.sides;
    if is_anonymity(&sides[side], words) || matches!(sides[side].fold(words.start), "who" | "which") {
        return false;
    }
    let tells = |quote: &Quote| {
        let cue = quote.cue.map(|cue| cue.span);
        let speaker = quote.speaker.as_ref().map(|speaker| speaker.span);
        let spans = cue.into_iter().chain(speaker);
        let mut places = spans.map(|span| sides[side].words_in(span));
        quote.said && places.any(|place| place.start < words.end && words.start < place.end)
    };
    let theirs = attributed(&sides[1 - side]);
    attributed(&sides[side])
        .iter()
        .filter(|own| tells(own.quote))
        .any(|own| {
            let own_count = sides[side].count(&own.words);
            theirs.iter().any(|other| {
                let counts = [own_count, sides[1 - side].count(&other.words)];
                let shared = sheet.pair.shared(side, &own.words, &other.words) as f32;
                let direct = [own, other].iter().all(|one| one.quote.kind == QuoteKind::Direct);
                let here = !place(&sides[1 - side], other.quote.cue.map(|cue| cue.span)).is_empty();
                // Without marks, of reports inside one another each has its own.
                let same = if direct {
                    shared >= SAME * counts[0].min(counts[1]) as f32
                } else {
                    here && shared >= WHOLE * counts[0].max(counts[1]) as f32
                };
                other.quote.said && other.quote.speaker.is_some() && same && shared > 0.0
            })
        })
}

/// Words beside those of a source at most among which its name may stand: "the shop's assistant, Bethan Crowe, said".
const NAMED_NEAR: usize = 4;

/// Whether two sources are called by the same names and no other: "Selmouth Water says they" is what "Selmouth Water says the charge" is.
pub(super) fn same_names(sides: [&Side<'_>; 2], words: &[Range<usize>; 2]) -> bool {
    let name = |label: Label| matches!(label, Label::Person | Label::Org | Label::Media | Label::Gpe);
    let [x, y] = per_side(|side| sides[side].named(&words[side], &name));
    !x.is_empty() && x == y
}

/// Whether the words of two sources, with the names beside them, name one person: who speaks is no difference then, however
/// each side describes whoever it is.
pub(super) fn one_person(sheet: &Sheet<'_, '_>, words: &[Range<usize>; 2]) -> bool {
    let named = per_side(|side| {
        let of = &sheet.pair.sides[side];
        let speaks = |at: &usize| !of.words[*at].first && !is_cue(sheet, side, *at);
        let before = (words[side].start.saturating_sub(NAMED_NEAR)..words[side].start).rev();
        let start = words[side].start - before.take_while(|at| speaks(&(at + 1))).count();
        let behind = words[side].end..(words[side].end + NAMED_NEAR).min(of.words.len());
        let over = words[side].end > 0 && is_cue(sheet, side, words[side].end - 1);
        let end = words[side].end + behind.take_while(|at| !over && speaks(at)).count();
        of.persons(&(start..end))
    });
    let sides = [&sheet.pair.sides[0], &sheet.pair.sides[1]];
    named[0].iter().any(|person| named[1].contains(person)) || same_names(sides, words)
}
