//! Evidence that reads as a phrase: words that both sides have beside what differs, shown with it and used up by nothing.

use std::ops::Range;

use super::ChangeKind;
use super::draft::Draft;
use super::pair::{Hunk, Pair, SIDES, Side, Word, per_side};
use super::phrase::DETERMINERS;
use super::relocate::speaks;
use super::rules::DROPPED;

/// Words of a side from which on a difference reads by itself.
const READS: usize = 5;

/// Words at most to the end of a clause that is shown whole.
const CLAUSE: usize = 6;

/// Words of a clause at most that is shown whole where all of it was told anew.
pub(super) const TOLD: usize = 10;

/// The same where it was edited.
const CLOSE: usize = 8;

/// Words of a side at most with which the rest of its clause is shown.
const WHOLE: usize = 7;

/// Words before a difference at most that are looked at.
const LEFT: usize = 4;

/// Words of one side at most that are shown with what the other side lacks there.
const ADDED: usize = 5;

/// The same of who says something: the other side says it as so.
const VOICE: usize = 8;

/// Words that begin another clause or phrase.
#[rustfmt::skip]
pub(super) const BREAKS: &[&str] = &[
    "and", "or", "but", "nor", "that", "which", "who", "whom", "whose", "because", "when", "while", "as", "if",
    "although", "though", "after", "before", "since", "until", "where", "so", "than",
];

/// Words that lead from one noun to another.
pub(super) const PREPOSITIONS: &[&str] = &[
    "of", "in", "on", "at", "by", "for", "from", "with", "about", "over", "against", "between", "near",
];

/// Shows more of what both sides have around the differences of two passages.
pub(super) fn widen(pair: &Pair<'_>, drafts: &mut [Draft]) {
    for draft in drafts {
        if matches!(
            draft.rule.kind,
            ChangeKind::Style | ChangeKind::Moved | ChangeKind::Quote
        ) {
            continue;
        }
        let Some(narrow) = ranges(pair, draft) else {
            continue;
        };
        let name = draft.rule.kind == ChangeKind::Name;
        let wide = if draft.rule.id == DROPPED.id {
            // Whoever has the source is told from, whatever both are shown with.
            let has = draft.sides.iter().find(|part| !part.spans.is_empty());
            draft.lead = draft.lead.or(has.map(|part| part.article));
            claimed(pair, &narrow)
        } else {
            widened(pair, &narrow, name)
        };
        for side in SIDES {
            draft.sides[side].set(pair.sides[side].span(&wide[side]));
        }
    }
}

/// The words of a difference on each side; of what one side lacks, the place where it would stand.
fn ranges(pair: &Pair<'_>, draft: &Draft) -> Option<Hunk> {
    let words = |side: usize| match draft.sides[side].spans.as_slice() {
        [] => Some(0..0),
        [span] => Some(pair.sides[side].words_in(*span)),
        _ => None,
    };
    let mut words = [words(0)?, words(1)?];
    for side in SIDES {
        if words[side].is_empty() {
            let other = words[1 - side].clone();
            let most = match draft.rule.kind {
                ChangeKind::Hedge | ChangeKind::Number | ChangeKind::Wording => ADDED,
                _ if draft.rule.id == DROPPED.id => VOICE,
                _ => 0,
            };
            if other.is_empty() || pair.sides[1 - side].count(&other) > most {
                return None;
            }
            let place = pair.place_of(side, &other)?;
            words[side] = place..place;
        }
    }
    Some(matched(pair, words))
}

/// Words at most of what somebody says that are shown with who says so.
const CLAIM: usize = 7;

/// Who says something on one side, with what is said: the other says that as so.
fn claimed(pair: &Pair<'_>, narrow: &Hunk) -> Hunk {
    let goes_on = |side: usize, at: usize| {
        let word = pair.sides[side].words.get(at);
        word.is_some_and(Word::is_word)
    };
    let mut wide = narrow.clone();
    let behind = |wide: &Hunk| per_side(|side| wide[side].end);
    while wide[0].end - narrow[0].end < CLAIM
        && shared(pair, behind(&wide).map(Some)).is_some()
        && SIDES.iter().all(|&side| goes_on(side, wide[side].end))
    {
        wide = wide.map(|range| range.start..range.end + 1);
    }
    // "…, officials said."
    while wide[0].end == narrow[0].end
        && narrow[0].start - wide[0].start < CLAIM
        && SIDES.iter().all(|&side| wide[side].start > 0)
        && shared(pair, per_side(|side| Some(wide[side].start - 1))).is_some()
    {
        wide = wide.map(|range| range.start - 1..range.end);
    }
    while wide[0].end > narrow[0].end && BREAKS.contains(&pair.sides[0].fold(wide[0].end - 1)) {
        wide = wide.map(|range| range.start..range.end - 1);
    }
    // Whoever "said" it is told on the other side too.
    for side in SIDES {
        let of = &pair.sides[side];
        if !narrow[side].is_empty()
            && speaks(of.fold(narrow[side].start))
            && wide[side].start == narrow[side].start
        {
            let before = clause(of, &narrow[side]).start;
            wide[side].start = before.max(narrow[side].start.saturating_sub(LEFT));
        }
    }
    wide
}

/// Evidence that ends alike: a word at its end that the other side has right behind is shown there too.
fn matched(pair: &Pair<'_>, words: Hunk) -> Hunk {
    let mut words = words;
    for side in SIDES {
        for at in words[side].clone() {
            if pair.sides[side].words[at].partner == Some(words[1 - side].end) {
                words[1 - side].end += 1;
            }
        }
        for at in words[side].clone().rev() {
            let partner = pair.sides[side].words[at].partner;
            if partner.is_some_and(|partner| partner + 1 == words[1 - side].start) {
                words[1 - side].start -= 1;
            }
        }
    }
    words
}

fn widened(pair: &Pair<'_>, narrow: &Hunk, name: bool) -> Hunk {
    let core = core(pair, narrow);
    let right = to_the_right(pair, &per_side(|side| core[side].start..narrow[side].end));
    let left = to_the_left(
        pair,
        &per_side(|side| narrow[side].start..core[side].end.max(narrow[side].start)),
    );
    let wide = per_side(|side| left[side].start..right[side].end);
    if narrow.iter().any(Range::is_empty) || name && pair.is_close() {
        return wide;
    }
    // Of what was told anew the other side has other words; a short clause is shown as it is.
    let most = if pair.is_close() { CLOSE } else { TOLD };
    clauses([&pair.sides[0], &pair.sides[1]], &wide, most).unwrap_or(wide)
}

/// The clauses around what was told anew, where both are short.
pub(super) fn clauses(sides: [&Side<'_>; 2], words: &Hunk, most: usize) -> Option<Hunk> {
    let clauses = per_side(|side| clause(sides[side], &words[side]));
    let short = |side: usize| sides[side].count(&clauses[side]) <= most;
    (short(0) && short(1)).then_some(clauses)
}

/// The clause around some words.
fn clause(side: &Side<'_>, words: &Range<usize>) -> Range<usize> {
    let inside = |at: usize| {
        let word = &side.words[at];
        word.is_word() && !BREAKS.contains(&word.fold.as_ref())
    };
    let mut range = words.clone();
    while range.start > 0
        && range.len() <= 2 * TOLD
        && !side.words[range.start].first
        && inside(range.start - 1)
    {
        range.start -= 1;
    }
    while range.len() <= 2 * TOLD
        && side.words.get(range.end).is_some_and(|word| !word.first)
        && inside(range.end)
    {
        range.end += 1;
    }
    range
}

/// From the first to the last word that the other side does not have; where a side has none, the place between.
fn core(pair: &Pair<'_>, words: &Hunk) -> Hunk {
    let own = per_side(|side| {
        let of = &pair.sides[side].words;
        let mut own = words[side]
            .clone()
            .filter(|&at| of[at].partner.is_none() && of[at].is_word());
        let first = own.next();
        first.map(|first| first..own.next_back().unwrap_or(first) + 1)
    });
    per_side(|side| match (&own[side], &own[1 - side]) {
        (Some(own), _) => own.clone(),
        (None, Some(other)) => {
            let at = |word: Option<usize>| pair.sides[1 - side].words.get(word?)?.partner;
            let inside = |at: &usize| (words[side].start..=words[side].end).contains(at);
            let place = at(Some(other.end))
                .or(at(other.start.checked_sub(1)).map(|at| at + 1))
                .filter(inside);
            place.map_or(words[side].clone(), |at| at..at)
        }
        (None, None) => words[side].clone(),
    })
}

/// The longer side's words.
fn count(pair: &Pair<'_>, words: &Hunk) -> usize {
    let counts = per_side(|side| pair.sides[side].count(&words[side]));
    counts[0].max(counts[1])
}

/// The word that both sides have at two places.
fn shared<'p>(pair: &'p Pair<'_>, at: [Option<usize>; 2]) -> Option<&'p str> {
    let [x, y] = [at[0]?, at[1]?];
    let [a, b] = [pair.sides[0].words.get(x)?, pair.sides[1].words.get(y)?];
    (a.partner == Some(y) && a.is_word() && b.is_word()).then_some(a.fold.as_ref())
}

/// To the end of the clause where that is near, else of the phrase.
fn to_the_right(pair: &Pair<'_>, narrow: &Hunk) -> Hunk {
    let mut wide = narrow.clone();
    let mut end = narrow.clone();
    for step in 0..=CLAUSE {
        let open = per_side(|side| {
            let word = pair.sides[side].words.get(end[side].end);
            word.filter(|word| word.is_word() && !word.first && !BREAKS.contains(&word.fold.as_ref()))
        });
        // A word of grammar waits for what it leads to.
        let last = end[0].end.checked_sub(1).map(|at| &pair.sides[0].words[at]);
        let waits = last.is_some_and(|word| !word.is_content() || PREPOSITIONS.contains(&word.fold.as_ref()));
        if open.iter().all(Option::is_none) && count(pair, &end) <= WHOLE {
            return end;
        }
        let on =
            shared(pair, per_side(|side| Some(end[side].end))).is_some() && open.iter().all(Option::is_some);
        // Where the next word belongs to the same noun, the phrase is not over; another difference ends it.
        let noun = on && open.iter().flatten().any(|word| word.is_content());
        if step > 0 && !noun && !waits && count(pair, &end) <= READS {
            wide.clone_from(&end);
        }
        if !on {
            break;
        }
        end = end.map(|range| range.start..range.end + 1);
    }
    wide
}

/// From the beginning of the clause where that is near, else with the preposition or verb of grammar before, and with
/// the noun that a preposition leads from: "a limit of".
fn to_the_left(pair: &Pair<'_>, narrow: &Hunk) -> Hunk {
    let mut wide = narrow.clone();
    let mut start = narrow.clone();
    let (mut kept, mut modifies) = (true, true);
    for step in 0..=LEFT {
        let before = per_side(|side| start[side].start.checked_sub(1));
        let begins = |side: usize| {
            let word = before[side].map(|at| &pair.sides[side].words[at]);
            let first = pair.sides[side]
                .words
                .get(start[side].start)
                .is_some_and(|word| word.first);
            first
                || word.is_none_or(|word| {
                    !word.is_word() || BREAKS.contains(&word.fold.as_ref()) || speaks(&word.fold)
                })
        };
        if SIDES.into_iter().all(begins) {
            return if step < LEFT { start } else { wide };
        }
        let Some(word) = shared(pair, before).filter(|word| !BREAKS.contains(word)) else {
            break;
        };
        let of = &pair.sides[0];
        let noun = before[0].is_some_and(|at| of.words[at].is_content());
        kept &= !noun || PREPOSITIONS.contains(&of.fold(start[0].start));
        modifies &= noun || DETERMINERS.contains(&word);
        start = start.map(|range| range.start - 1..range.end);
        // "the mill" of "at the mill killed" is no subject.
        let led = start[0].start > 0 && PREPOSITIONS.contains(&of.fold(start[0].start - 1));
        if modifies && !led && DETERMINERS.contains(&word) && count(pair, &start) <= READS {
            wide.clone_from(&start);
            kept = false;
        }
        if kept && count(pair, &start) <= READS {
            wide.clone_from(&start);
        }
        kept &= !DETERMINERS.contains(&word);
    }
    wide
}
