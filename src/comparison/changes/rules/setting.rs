//! To whom and where something was said.

use std::ops::Range;

use super::super::draft::{Rule, Sheet};
use super::super::pair::per_side;
use super::super::phrase;
use super::voiced::voiced;
use crate::article::label::Confidence;

/// Addressee or venue on one side only, or differing; `of` is who speaks, the verb, and the place.
pub(super) fn setting(sheet: &mut Sheet<'_, '_>, rule: &'static Rule, of: [&[Range<usize>; 2]; 3]) {
    let [speakers, cues, places] = of;
    if places.iter().all(Range::is_empty) {
        return;
    }
    let open = per_side(|side| open_run(sheet, side, &places[side]));
    if open.iter().all(Range::is_empty) {
        return;
    }
    let evidence = per_side(|side| {
        let place = to_its_end(sheet, side, &places[side]);
        // "told reporters" against "said": the verb goes with whom it is told to.
        if !place.is_empty() && cues[side].end == place.start {
            phrase::glued(&sheet.pair.sides[side], &(cues[side].start..place.end))
        } else if places[1 - side].is_empty() || !place.is_empty() {
            place
        } else if sheet.any_open(side, &cues[side]) {
            cues[side].clone()
        } else {
            0..0
        }
    });
    sheet.find(rule, &evidence, Confidence::Medium, 1.0);
    let whole = per_side(|side| {
        if places[side].is_empty() {
            voiced(sheet, side, &speakers[side], &cues[side])
        } else if !cues[side].is_empty() && evidence[side].start == cues[side].start {
            let voice = voiced(sheet, side, &speakers[side], &cues[side]);
            voice.start.min(evidence[side].start)..voice.end.max(evidence[side].end)
        } else {
            evidence[side].clone()
        }
    });
    sheet.show(&whole);
}

/// Words behind a place at most that tell more of it.
const MORE: usize = 7;

/// A place with what tells more of it: "reporters" with "on the steps of the court".
fn to_its_end(sheet: &Sheet<'_, '_>, side: usize, place: &Range<usize>) -> Range<usize> {
    let mut range = place.clone();
    while !range.is_empty() && range.end - place.end < MORE && sheet.is_open(side, range.end) {
        range.end += 1;
    }
    range
}

fn open_run(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>) -> Range<usize> {
    if sheet.any_open(side, words) {
        words.clone()
    } else {
        0..0
    }
}
