//! A verb of saying shown with who says it.

use std::ops::Range;

use super::super::draft::Sheet;
use super::super::pair::{Hunk, SIDES, Side, per_side};
use super::super::{phrase, relocate};
use super::attribution::{DROPPED, SOURCE, attributed};
use super::sources;
use crate::article::quotes::{CueClass, Quote};
use crate::order::Arrange as _;
use crate::text::Span;

/// Words of a speaker at most that are shown with the verb.
const VOICE: usize = 8;

/// A verb of saying with who says it, where both stand side by side.
pub(super) fn voiced(
    sheet: &Sheet<'_, '_>,
    side: usize,
    speaker: &Range<usize>,
    cue: &Range<usize>,
) -> Range<usize> {
    if speaker.is_empty() || speaker.len() > VOICE || cue.is_empty() {
        return cue.clone();
    }
    let of = &sheet.pair.sides[side];
    let start = phrase::noun_start(of, speaker.start);
    // "said the head of the union, Marta Quill": what she is stands between.
    let office = |gap: &Range<usize>| gap.len() <= VOICE && phrase::DETERMINERS.contains(&of.fold(gap.start));
    let apart = |gap: Range<usize>| (gap.len() > 1 || of.count(&gap) > 0) && !office(&gap);
    if cue.start >= speaker.end && !apart(speaker.end..cue.start) {
        start..cue.end
    } else if start >= cue.end && !apart(cue.end..start) {
        cue.start..speaker.end
    } else {
        cue.clone()
    }
}

/// Some words with the verb of saying right before them, and who says it.
pub(super) fn said_before(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>) -> Range<usize> {
    let of = &sheet.pair.sides[side];
    let voices = of.quotes.iter().filter_map(|quote| {
        let cue = of.words_in(quote.cue?.span);
        let speaker = of.words_in(quote.speaker.as_ref()?.span);
        let voice = voiced(sheet, side, &speaker, &cue);
        let near = voice.end <= words.start && words.start - voice.end <= 1;
        near.then_some(voice.start..words.end)
    });
    voices
        .min_by_key(|voice| voice.start)
        .unwrap_or_else(|| words.clone())
}

/// Whether two speakers have a word of sense in common.
pub(super) fn is_of_one_name(sheet: &Sheet<'_, '_>, quotes: [&Quote; 2]) -> bool {
    let words = per_side(|side| {
        let text = sheet.pair.sides[side].article.text();
        let span = quotes[side].speaker.as_ref().map(|speaker| speaker.span);
        span.map_or("", |span| span.of(text))
    });
    let parts = |side: usize| words[side].split(|c: char| !c.is_alphanumeric());
    let named = |word: &str| word.len() > 2 && word.starts_with(char::is_uppercase);
    parts(0).any(|word| named(word) && parts(1).any(|other| other == word))
}

/// Makes a source that one side seems to lack another source, where who speaks there is told in a sentence before.
pub(super) fn spoken_before(sheet: &mut Sheet<'_, '_>, quotes: [&Quote; 2], speakers: &[Range<usize>; 2]) {
    let Some(side) = SIDES.into_iter().find(|&side| speakers[side].is_empty()) else {
        return;
    };
    let of = &sheet.pair.sides[side];
    let voice = quotes[side].speaker.as_ref().map(|speaker| speaker.span);
    let cue = quotes[side].cue.map(|cue| cue.span);
    let (Some(voice), Some(draft)) = (voice, sheet.drafts.last_mut()) else {
        return;
    };
    let near = |cue: &Span| {
        cue.start()
            .abs_diff(voice.end())
            .min(voice.start().abs_diff(cue.end()))
            <= 1
    };
    draft.rule = &SOURCE;
    draft.weight *= SOURCE.weight / DROPPED.weight;
    draft.sides[side].set(Some(cue.filter(near).map_or(voice, |cue| voice.cover(cue))));
    draft.sides[side]
        .sentences
        .extend(of.article.segments.sentence_at(voice.start()));
    draft.sides[side].sentences.arrange();
}

/// Words of a hunk at most that are read as one step from a report to a fact.
const REPORTED: usize = 7;

/// Whether one side gives as somebody's word what the other tells as so: "which it blamed on", "because of".
pub(super) fn voiced_once(sheet: &Sheet<'_, '_>, hunk: &Hunk) -> Option<usize> {
    let speaks = |side: usize, at: usize| {
        let of = &sheet.pair.sides[side];
        let word = of.fold(at);
        // "It was told" is no word of its own, "to blame" nobody's.
        let passive = at > 0 && matches!(of.fold(at - 1), "was" | "were" | "been" | "is" | "are" | "to");
        (relocate::speaks(word) || matches!(word, "saying" | "according") || phrase::stem(word) == "blam")
            && !passive
    };
    let voiced = per_side(|side| hunk[side].clone().any(|at| speaks(side, at)));
    let short = |words: &Range<usize>| !words.is_empty() && words.len() <= REPORTED;
    let once = voiced[0] != voiced[1] && hunk.iter().all(short);
    let side = usize::from(voiced[1]);
    // Where the other side says whose word it is, elsewhere in its passage, no source is dropped.
    let said = |quote: &Quote| quote.said && quote.cue.is_some_and(|cue| cue.class == CueClass::Neutral);
    let reported = |of: &Side<'_>| attributed(of).iter().any(|one| said(one.quote));
    // "has threatened to close" says so as well as "said it would close" does.
    let says = once && sources::is_said(sheet, 1 - side, &hunk[1 - side]);
    (once && !says && !reported(&sheet.pair.sides[1 - side])).then_some(side)
}
