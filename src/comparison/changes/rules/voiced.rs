//! A verb of saying shown with who says it.

use std::ops::Range;

use super::super::draft::Sheet;
use super::super::phrase;

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
