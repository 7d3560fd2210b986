//! Which of all something is: "the second-largest maker", "one of the oldest schools".

use std::ops::Range;

use super::super::draft::Sheet;
use super::super::pair::{SIDES, Side, Word};
use super::super::phrase;
use super::certainty::{AUXILIARIES as VERBS, EXTENT};
use super::counted::counted;
use super::numbers::RANK;
use crate::article::label::Confidence;

const PLACES: &str = "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth";

/// "the second-largest maker" against "the largest maker", "the second largest harvest" against "a record harvest".
pub(super) fn superlative(sheet: &mut Sheet<'_, '_>) {
    record(sheet);
    for hunk in sheet.open() {
        let Some(side) = SIDES
            .into_iter()
            .find(|&side| hunk[1 - side].is_empty() && hunk[side].len() == 1)
        else {
            continue;
        };
        let (of, at) = (&sheet.pair.sides[side], hunk[side].start);
        let Some(best) = best_behind(of, at) else {
            continue;
        };
        let partner = of.words.get(best).and_then(|word| word.partner);
        if let Some(answer) = partner {
            let other = &sheet.pair.sides[1 - side];
            let mine = counted(of, &(at..best + 1));
            let answer = counted(other, &(answer..answer + 1));
            sheet.find(
                &RANK,
                &super::quoted::ordered(side, mine, answer),
                Confidence::High,
                1.1,
            );
        }
    }
}

/// The superlative behind a word that says which of all something is: "second-largest".
fn best_behind(side: &Side<'_>, at: usize) -> Option<usize> {
    let best = at + 1 + usize::from(side.fold(at + 1) == "-");
    let most = side.fold(best).ends_with("est") || matches!(side.fold(best), "most" | "least");
    (most && phrase::one_of(PLACES, side.fold(at))).then_some(best)
}

fn record(sheet: &mut Sheet<'_, '_>) {
    for side in SIDES {
        let (of, other) = (&sheet.pair.sides[side], &sheet.pair.sides[1 - side]);
        let placed = (0..of.words.len()).find_map(|at| Some((at, best_behind(of, at)?)));
        let best = |&at: &usize| {
            let thing = other.words.get(at + 1).is_some_and(Word::is_content);
            other.fold(at) == "record" && thing
        };
        let Some(((at, best_at), there)) = placed.zip((0..other.words.len()).find(best)) else {
            continue;
        };
        // Of the same thing.
        let thing = phrase::stem(other.fold(there + 1));
        let same = (best_at + 1..(best_at + 1 + OF_THIS).min(of.words.len()))
            .any(|at| phrase::stem(of.fold(at)) == thing);
        if same && sheet.is_open(side, at) {
            let (mine, answer) = (noun(of, at..best_at + 1), noun(other, there..there + 1));
            sheet.find(
                &RANK,
                &super::quoted::ordered(side, mine, answer),
                Confidence::High,
                1.1,
            );
        }
    }
}

/// Words that say how far back something is the most: "since 1954", "in ten years".
const REACHING: &[&str] = &["since", "in", "for"];

/// Words between a superlative and how far it reaches at most: "the worst flood", "the first such ruling".
const OF_THIS: usize = 4;

/// "the worst flood since 1954" against "the worst flood ever".
pub(super) fn reaching(sheet: &mut Sheet<'_, '_>) {
    for hunk in sheet.open() {
        let dated = |side: usize| {
            let (of, words) = (&sheet.pair.sides[side], &hunk[side]);
            let within = |span| words.contains(&of.words_in(span).start);
            // "Since the war" is no day, and reaches as far.
            let since = of.fold(words.start) == "since" && words.len() <= OF_THIS;
            REACHING.contains(&of.fold(words.start))
                && (since
                    || of
                        .times
                        .iter()
                        .any(|time| of.holds(time.span) && within(time.span)))
        };
        let most = |side: usize| {
            let (of, start) = (&sheet.pair.sides[side], hunk[side].start);
            (start.saturating_sub(OF_THIS)..start).any(|at| is_best(of, at) && of.words[at].partner.is_some())
        };
        let ever = |side: usize| {
            let words = &hunk[side];
            words.is_empty() || words.len() == 1 && sheet.pair.sides[side].fold(words.start) == "ever"
        };
        let one = |side: usize| !hunk[side].is_empty() && dated(side) && most(side) && ever(1 - side);
        if SIDES.into_iter().any(one) {
            sheet.find(&EXTENT, &hunk, Confidence::High, 1.2);
        }
    }
}

fn is_best(side: &Side<'_>, at: usize) -> bool {
    let word = side.fold(at);
    word.len() > "best".len() && word.ends_with("est")
        || matches!(word, "best" | "most" | "worst" | "first" | "last")
}

/// Words between "one of" and the superlative at most: "one of the country's oldest".
const ONE_OF: usize = 5;

/// "one of the country's oldest schools" against "the country's oldest school".
pub(super) fn one_of(sheet: &mut Sheet<'_, '_>) {
    let among = |side: &Side<'_>, at: usize| side.fold(at) == "one" && side.fold(at + 1) == "of";
    for side in SIDES {
        let (of, other) = (&sheet.pair.sides[side], &sheet.pair.sides[1 - side]);
        let found = (0..of.words.len()).filter(|&at| among(of, at) && sheet.is_open(side, at));
        let pairs = found.filter_map(|at| {
            let best = (at + 2..(at + 2 + ONE_OF).min(of.words.len())).find(|&at| is_best(of, at))?;
            let there = of.words[best].partner?;
            let start = there.saturating_sub(best - at);
            let only = !(start..there).any(|at| among(other, at));
            only.then(|| {
                (
                    noun(of, at..best + 1),
                    noun(other, phrase::noun_start(other, there)..there + 1),
                )
            })
        });
        for (mine, answer) in pairs.collect::<Vec<_>>() {
            let evidence = super::quoted::ordered(side, mine, answer);
            sheet.find(&EXTENT, &evidence, Confidence::High, 1.2);
        }
    }
}

/// Some words with the noun that they belong to: "the oldest" with "choir school".
fn noun(side: &Side<'_>, words: Range<usize>) -> Range<usize> {
    let is_noun = |at: &usize| {
        let word = &side.words[*at];
        word.is_content() && !word.first && !VERBS.contains(&word.fold.as_ref())
    };
    let rest = words.end..(words.end + 2).min(side.words.len());
    words.start..words.end + rest.take_while(is_noun).count()
}
