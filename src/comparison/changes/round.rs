//! Evidence that does not break off: a few words more where its clause, or the phrase that it ends in, begins or is over.

use std::ops::Range;

use super::ChangeKind;
use super::draft::Draft;
use super::pair::{Hunk, Pair, SIDES, Side, per_side};
use super::phrase::{self, DETERMINERS};
use super::rules::{DETAIL, PARAPHRASED};
use super::widen::{BREAKS, PREPOSITIONS};

/// Words at most from the evidence to the beginning of its clause, and to its end, that are shown with it.
const NEAR: usize = 5;

/// Words at most of evidence that is made longer.
const WHOLE: usize = 12;

/// Words of an addition from which on it is shown as it begins.
const ADDS: usize = 3;

/// Rounds what two passages are shown with.
pub(super) fn round(pair: &Pair<'_>, drafts: &mut [Draft]) {
    for draft in drafts {
        if draft.rule.id == PARAPHRASED.id {
            // A quote is as long as it is; what is told for it is a clause.
            for (part, of) in draft.sides.iter_mut().zip(&pair.sides) {
                if let [span] = part.spans.as_slice() {
                    let words = of.words_in(*span);
                    let told = words.clone().any(|at| !of.words[at].quoted);
                    part.set(of.span(&if told { alone(of, &words) } else { words }));
                }
            }
            continue;
        }
        if matches!(
            draft.rule.kind,
            ChangeKind::Style | ChangeKind::Moved | ChangeKind::Quote | ChangeKind::Name
        ) {
            continue;
        }
        let given = per_side(|side| match draft.sides[side].spans.as_slice() {
            [span] => pair.sides[side].words_in(*span),
            _ => 0..0,
        });
        let mut shown = rounded([&pair.sides[0], &pair.sides[1]], &given);
        for side in SIDES {
            let (mine, whole) = (&given[1 - side], &shown[1 - side]);
            if draft.rule.id != DETAIL.id || !given[side].is_empty() || mine == whole {
                continue;
            }
            // What is made longer by words that both have is no addition any more: the other side shows them too.
            if pair.sides[1 - side].count(mine) < ADDS {
                shown[side] = facing(pair, side, whole);
            } else {
                let of = &pair.sides[1 - side];
                let led = |words: &[&str]| words.contains(&of.fold(mine.start));
                // What is led to by a word of grammar is told from there; before a verb stands whom it is said of.
                if led(BREAKS) || led(PREPOSITIONS) || led(DETERMINERS) {
                    shown[1 - side] = mine.start..whole.end;
                }
            }
        }
        for side in SIDES.into_iter().filter(|&side| !shown[side].is_empty()) {
            draft.sides[side].set(pair.sides[side].span(&shown[side]));
        }
    }
}

/// What a side has of some words of the other, from the first to the last, where that is about as long.
fn facing(pair: &Pair<'_>, side: usize, words: &Range<usize>) -> Range<usize> {
    let partners = || {
        words
            .clone()
            .filter_map(|at| pair.sides[1 - side].words[at].partner)
    };
    let ends = partners().min().zip(partners().max());
    let hull = ends.map_or(0..0, |(first, last)| first..last + 1);
    if hull.len() <= words.len() && pair.sides[side].content(&hull) > 0 {
        hull
    } else {
        0..0
    }
}

/// Some words of both sides with those that are missing to a phrase: to the end of the clause, and from its beginning,
/// where that is near on both.
fn rounded(sides: [&Side<'_>; 2], words: &Hunk) -> Hunk {
    let mut shown = per_side(|side| phrase::glued(sides[side], &words[side]));
    let filled = |side: &usize| !words[*side].is_empty();
    let ahead = per_side(|side| ahead(sides[side], &shown[side]));
    let near = |side: usize| ahead[side] <= room(sides[side], &shown[side]);
    if SIDES.into_iter().filter(filled).all(near) {
        shown = per_side(|side| shown[side].start..shown[side].end + ahead[side]);
    } else {
        shown = per_side(|side| to_its_noun(sides[side], &shown[side], ahead[side]));
    }
    let behind = per_side(|side| behind(sides[side], &shown[side]));
    let near = |side: usize| behind[side] <= room(sides[side], &shown[side]);
    if SIDES.into_iter().filter(filled).all(near) {
        shown = per_side(|side| shown[side].start - behind[side]..shown[side].end);
    }
    per_side(|side| {
        let whole = from_its_number(sides[side], &phrase::glued(sides[side], &shown[side]));
        with_names(sides[side], whole)
    })
}

/// Some words with all of a name that they end or begin in.
fn with_names(side: &Side<'_>, words: Range<usize>) -> Range<usize> {
    let mut whole = words.clone();
    for mention in side.mentions.1 {
        let name = side.words_in(mention.span);
        if name.start < words.end && words.start < name.end {
            whole = whole.start.min(name.start)..whole.end.max(name.end);
        }
    }
    whole
}

/// The same of one side.
pub(super) fn alone(side: &Side<'_>, words: &Range<usize>) -> Range<usize> {
    let [words, _] = rounded([side, side], &[words.clone(), 0..0]);
    words
}

/// Words from some to the end of their clause, counted no further than is near.
fn ahead(side: &Side<'_>, words: &Range<usize>) -> usize {
    // Behind "said that" begins what was said.
    if words.is_empty() || breaks(side, words.end - 1) {
        return 0;
    }
    let ahead = (words.end..side.words.len()).take_while(|&at| goes_on(side, at) && !side.words[at].first);
    ahead.take(NEAR + 1).count()
}

/// Words from the beginning of the clause of some, counted no further than is near.
fn behind(side: &Side<'_>, words: &Range<usize>) -> usize {
    // With "while" begins a clause.
    if words.is_empty() || breaks(side, words.start) {
        return 0;
    }
    let behind = (0..words.start)
        .rev()
        .take_while(|&at| goes_on(side, at) && !side.words[at + 1].first);
    behind.take(NEAR + 1).count()
}

/// Some words with the article, or the number, of the first: "ten" before "hours of each day".
fn from_its_number(side: &Side<'_>, words: &Range<usize>) -> Range<usize> {
    let before = words
        .start
        .checked_sub(1)
        .filter(|_| !words.is_empty() && !side.words[words.start].first);
    let counts = |at: usize| {
        let end = side.words[at].span.end();
        let near = side.numbers.partition_point(|number| number.span.end() < end);
        let number = side
            .numbers
            .get(near)
            .is_some_and(|number| number.span.end() == end);
        number && side.fold(at + 1).ends_with('s')
    };
    let leads = |at: &usize| matches!(side.fold(*at), "a" | "an" | "the") || counts(*at);
    before.filter(leads).map_or(words.clone(), |at| at..words.end)
}

/// Some words with what belongs to the last of them and stands among so many behind: "plans to close" with "its works", "a
/// run" with "of cold summers".
fn to_its_noun(side: &Side<'_>, words: &Range<usize>, ahead: usize) -> Range<usize> {
    let mut end = words.end;
    let most = words.end + ahead;
    if words.is_empty() {
        return words.clone();
    }
    while end < most && (waits(side, end - 1) || side.fold(end) == "of" || leads(side, end)) {
        let Some(noun) = (end..most).find(|&at| !waits(side, at)) else {
            break;
        };
        let more = (noun + 1..most).take_while(|&at| side.words[at].is_content() && !waits(side, at));
        end = noun + 1 + more.count();
    }
    words.start..end
}

/// Whether a noun begins with a word: its article or its number.
fn leads(side: &Side<'_>, at: usize) -> bool {
    waits(side, at) && !PREPOSITIONS.contains(&side.fold(at))
}

/// How many words some may be made longer by.
fn room(side: &Side<'_>, words: &Range<usize>) -> usize {
    NEAR.min(WHOLE.saturating_sub(side.count(words)))
}

/// Whether a word is of the clause that the one before it is of.
fn goes_on(side: &Side<'_>, at: usize) -> bool {
    side.words[at].is_word() && !breaks(side, at)
}

fn breaks(side: &Side<'_>, at: usize) -> bool {
    BREAKS.contains(&side.fold(at))
}

/// Whether a word waits for what it leads to.
fn waits(side: &Side<'_>, at: usize) -> bool {
    let word = side.fold(at);
    let number = word.starts_with(|c: char| c.is_ascii_digit());
    number || PREPOSITIONS.contains(&word) || DETERMINERS.contains(&word)
}
