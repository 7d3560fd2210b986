//! Clauses of two articles that speak of one thing in sentences that are not linked: "raising the prospect of a snap
//! election" and "was heading for a snap election last night".

use std::ops::Range;

use super::super::draft::{Draft, Part, Rule};
use super::super::pair::{SIDES, Side};
use super::super::widen::BREAKS;
use super::elsewhere::{Line, Room, both};
use crate::article::label::Confidence;
use crate::comparison::changes::{ChangeKind, Intent};
use crate::order::Arrange as _;

pub(super) const TOLD: Rule = Rule {
    id: "statement.told-otherwise",
    kind: ChangeKind::Statement,
    intent: Intent::Fact,
    weight: 0.45,
    only: "Only {A says} “{a}”.",
    both: "{A says} “{a}”, {B says} “{b}”.",
};

/// Words of sense that both have, at least, and their share of the clause that says less.
const SHARED: usize = 2;
const PART: f32 = 0.5;

/// The same of all words of both where they share no more.
const FEW: f32 = 0.6;

/// Words of a clause at most.
const LONG: usize = 16;

/// Sentences of an article that may have such a word.
const RARE: usize = 3;

/// A clause: its sentence by its place, its words, and its rare stems, sorted.
struct Clause {
    at: usize,
    words: Range<usize>,
    rare: Vec<u64>,
}

/// Pairs of clauses, but those of which another finding says what differs.
pub(super) fn clauses(room: &Room<'_, '_>, known: &[Draft]) -> Vec<Draft> {
    let all = SIDES.map(|side| {
        let lines = room.texts[side].lines.iter().enumerate();
        lines
            .flat_map(|(at, line)| split(room, at, line))
            .collect::<Vec<Clause>>()
    });
    let mut found: Vec<(f32, usize, usize)> = Vec::new();
    for (i, x) in all[0].iter().enumerate() {
        for at in room.texts[1].near(&x.rare, RARE) {
            let first = all[1].partition_point(|clause| clause.at < at);
            let near = all[1]
                .iter()
                .enumerate()
                .skip(first)
                .take_while(|(_, clause)| clause.at == at);
            found.extend(near.filter_map(|(j, y)| Some((matches(room, x, y)?, i, j))));
        }
    }
    // The same whichever article comes first.
    let places = |found: &(f32, usize, usize)| (found.1 + found.2, found.1.abs_diff(found.2), found.1);
    found.arrange_by(|x, y| y.0.total_cmp(&x.0).then_with(|| places(x).cmp(&places(y))));
    let mut met = SIDES.map(|side| vec![false; all[side].len()]);
    let mut drafts = Vec::new();
    for (_, i, j) in found {
        if !met[0][i] && !met[1][j] {
            let sides = [part(room, 0, &all[0][i]), part(room, 1, &all[1][j])];
            if !known.iter().any(|draft| draft.meets(&sides)) {
                drafts.push(Draft {
                    rule: &TOLD,
                    confidence: Confidence::Medium,
                    weight: TOLD.weight,
                    lead: None,
                    sides,
                });
            }
        }
        (met[0][i], met[1][j]) = (true, true);
    }
    drafts
}

/// How well two clauses match; nothing where they do not, or where that is told already.
fn matches(room: &Room<'_, '_>, x: &Clause, y: &Clause) -> Option<f32> {
    much(x, y).filter(|_| !room.is_linked(x.at, y.at) && speaks(room, x, y) && !told(room, x, y))
}

fn part(room: &Room<'_, '_>, side: usize, clause: &Clause) -> Part {
    let line = &room.texts[side].lines[clause.at];
    Part::of(&line.side, &voiced(line, &clause.words), String::new())
}

/// A clause with who says so, where that stands right before it: "Some witnesses said that the launch had struck".
fn voiced(line: &Line<'_>, words: &Range<usize>) -> Range<usize> {
    let side = &line.side;
    let leads = |at: &usize| !side.words[*at].first && (side.words[*at - 1].is_word());
    let Some(cue) = words
        .start
        .checked_sub(1)
        .map(|before| before - usize::from(before > 0 && side.fold(before) == "that"))
    else {
        return words.clone();
    };
    let said = side
        .quotes
        .iter()
        .filter(|quote| quote.said)
        .filter_map(|quote| quote.cue);
    if !said
        .map(|cue| side.words_in(cue.span))
        .any(|words| words.contains(&cue))
    {
        return words.clone();
    }
    let back = (cue.saturating_sub(SPEAKER)..=cue).rev().find(|at| !leads(at));
    back.map_or(words.clone(), |start| start..words.end)
}

/// Words of a speaker and a verb before a clause at most that are shown with it.
const SPEAKER: usize = 6;

/// How much two clauses share; nothing where it is too little, or where they say the same.
fn much(x: &Clause, y: &Clause) -> Option<f32> {
    let count = both(&x.rare, &y.rare);
    let (less, more) = (
        x.rare.len().min(y.rare.len()) as f32,
        x.rare.len().max(y.rare.len()) as f32,
    );
    let dice = 2.0 * count as f32 / (less + more);
    let enough = count > SHARED && count as f32 >= PART * less || count == SHARED && dice >= FEW;
    (enough && (count as f32) < more).then_some(count as f32 + dice)
}

/// Whether what both have is more than names and figures.
fn speaks(room: &Room<'_, '_>, x: &Clause, y: &Clause) -> bool {
    let plain = |side: usize, own: &Clause, other: &Clause| {
        let line = &room.texts[side].lines[own.at];
        let plain = own.words.clone().filter(|&at| {
            let word = &line.side.words[at];
            let lower = !word.is_capital() || word.first;
            lower
                && word.text.chars().all(char::is_alphabetic)
                && other.rare.binary_search(&line.stems[at]).is_ok()
        });
        plain.count()
    };
    plain(0, x, y) >= SHARED && plain(1, y, x) >= SHARED
}

/// Whether a sentence that is linked to one of them says the same already.
fn told(room: &Room<'_, '_>, x: &Clause, y: &Clause) -> bool {
    let shared: Vec<u64> = x
        .rare
        .iter()
        .copied()
        .filter(|stem| y.rare.binary_search(stem).is_ok())
        .collect();
    let says = |side: usize, at: usize| both(&shared, &room.texts[side].lines[at].rare) == shared.len();
    let near = |side: usize| {
        room.texts[side]
            .near(&shared, usize::MAX)
            .into_iter()
            .filter(move |&at| says(side, at))
    };
    near(1).any(|at| at != y.at && room.is_linked(x.at, at))
        || near(0).any(|at| at != x.at && room.is_linked(at, y.at))
}

/// The clauses of a sentence that have enough words of which neither article has many.
fn split(room: &Room<'_, '_>, at: usize, line: &Line<'_>) -> Vec<Clause> {
    let side = &line.side;
    let ends = |word: usize| word == side.words.len() || parts(side, word);
    let mut clauses = Vec::new();
    let mut start = 0;
    for end in (0..=side.words.len()).filter(|&word| ends(word)) {
        let words = std::mem::replace(&mut start, end + 1)..end;
        if words.is_empty() || words.len() > LONG {
            continue;
        }
        let rare = line.rare_in(&words);
        let few = |stem: &&u64| {
            SIDES
                .into_iter()
                .all(|side| (1..=RARE).contains(&room.texts[side].with(**stem).len()))
        };
        if rare.iter().filter(few).count() >= SHARED {
            clauses.push(Clause { at, words, rare });
        }
    }
    clauses
}

/// Whether a word or mark parts two clauses.
fn parts(side: &Side<'_>, at: usize) -> bool {
    let word = side.fold(at);
    let mark = !side.words[at].is_word() && !matches!(word, "-" | "'" | "%" | "$");
    mark || BREAKS.contains(&word) && !matches!(word, "and" | "or" | "as" | "than")
}
