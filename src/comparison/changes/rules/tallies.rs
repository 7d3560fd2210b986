//! One thing counted in two sentences that are not linked: "More than 250 people packed the town hall" and "Around 180
//! people came to the town hall".

use std::ops::Range;

use super::super::draft::{Draft, Part, Rule};
use super::super::pair::{Side, per_side};
use super::super::{phrase, widen};
use super::agreed::{Bound, bound, fits, is_rounded};
use super::counted::{self, counted, led_by, said_of};
use super::elsewhere::{Line, Room, both, of};
use super::facts::{self, Fact, Value};
use super::numbers::{self, AMOUNT, APPROXIMATE, DATE, PRECISION};
use super::opposites::harm;
use super::things;
use crate::article::label::Confidence;
use crate::order::Arrange as _;

/// Words behind a number that may say what it counts.
const COUNTED: usize = 5;

/// How much larger one count of a thing may be than another.
const RATIO: f64 = 4.0;

/// Numbers that count one thing and are held against another at most.
const HELD_AGAINST: usize = 200;

/// A number of a sentence, with what it counts.
struct Tally<'s> {
    /// Its sentence, by its place.
    at: usize,
    fact: Fact<'s>,
    /// The stems of what it counts, sorted.
    about: Vec<u64>,
}

/// Two numbers that may count one thing: how many words their sentences share, how much larger one is, and both by their
/// place.
type Found = (usize, f64, usize, usize);

/// Numbers of two articles that count one thing and differ, in sentences that are not linked.
pub(super) fn tallies(room: &Room<'_, '_>) -> Vec<Draft> {
    let all = per_side(|side| counts(&room.texts[side].lines));
    let mut found: Vec<Found> = Vec::new();
    let mut settled = per_side(|side| vec![false; all[side].len()]);
    let by_thing = per_side(|side| by_thing(&all[side]));
    for (i, x) in all[0].iter().enumerate() {
        let things = x.about.iter().flat_map(|&stem| of(&by_thing[1], stem));
        let mut near: Vec<usize> = things.map(|(_, j)| *j).collect();
        near.sort_unstable();
        near.dedup();
        for j in near.into_iter().take(HELD_AGAINST) {
            let y = &all[1][j];
            match shared(room, &by_thing, x, y) {
                None => {}
                Some(_) if room.is_linked(x.at, y.at) || says_the_same(room, x, y) => {
                    (settled[0][i], settled[1][j]) = (true, true);
                }
                Some(shared) => found.push((shared, ratio(&x.fact, &y.fact), i, j)),
            }
        }
    }
    found.arrange_by(|x, y| {
        // The same whichever article comes first.
        let places = |found: &Found| (found.2 + found.3, found.2.abs_diff(found.3), found.2);
        let likest = y.0.cmp(&x.0).then(x.1.total_cmp(&y.1));
        likest.then(places(x).cmp(&places(y)))
    });
    let mut drafts = Vec::new();
    for (shared, ratio, i, j) in found {
        let near = ratio <= RATIO || is_slip(ratio) && shared >= SLIPPED;
        if near && !settled[0][i] && !settled[1][j] {
            (settled[0][i], settled[1][j]) = (true, true);
            let [x, y] = [&all[0][i], &all[1][j]];
            let lines = [&room.texts[0].lines[x.at], &room.texts[1].lines[y.at]];
            drafts.extend(draft(lines, [&x.fact, &y.fact]));
        }
    }
    drafts
}

/// What numbers count, sorted, each with the number's place.
fn by_thing(tallies: &[Tally<'_>]) -> Vec<(u64, usize)> {
    let mut all = Vec::new();
    for (at, tally) in tallies.iter().enumerate() {
        all.extend(tally.about.iter().map(|&stem| (stem, at)));
    }
    all.sort_unstable();
    all
}

fn counts<'s>(lines: &[Line<'s>]) -> Vec<Tally<'s>> {
    let mut tallies = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        // "One party" is some party.
        let facts = facts::facts(&line.side).into_iter();
        let counts = facts.filter(|fact| line.side.fold(fact.words.start) != "one");
        tallies.extend(counts.map(|fact| Tally {
            at,
            about: about(line, &fact),
            fact,
        }));
    }
    tallies
}

/// The stems of what a number counts: of the words behind it in its phrase, else of those before.
fn about(line: &Line<'_>, fact: &Fact<'_>) -> Vec<u64> {
    let side = &line.side;
    let ends = |at: usize| {
        let word = &side.words[at];
        !word.is_word() && word.fold != "-" || word.first || widen::BREAKS.contains(&word.fold.as_ref())
    };
    let unit = |at: &usize| side.words[*at].text.chars().all(char::is_alphabetic);
    let own = fact.words.clone().skip(1).find(unit).unwrap_or(fact.words.end);
    let behind = own..side.words.len().min(fact.words.end + COUNTED);
    let end = behind.clone().find(|&at| ends(at)).unwrap_or(behind.end);
    let about = line.stems_in(&(own..end));
    let before = fact.words.start.saturating_sub(3)..fact.words.start;
    let from = before.clone().rev().find(|&at| ends(at));
    let before = from.map_or(before.start, |at| at + 1)..before.end;
    let mut about = if about.is_empty() {
        line.stems_in(&before)
    } else {
        about
    };
    // "12 people were hurt" and "injuring 15", "41,200 spectators" and "a crowd of 42,000" count one thing.
    about.extend((own..end).chain(before).filter_map(|at| alike(side, at)));
    about
}

/// Words for people who came.
const GATHERED: &[&str] = &["crowd", "spectators", "fans", "attendance", "audience"];

/// What stands for a word that others say in another one: no stem is so small.
fn alike(side: &Side<'_>, at: usize) -> Option<u64> {
    let gathered = || GATHERED.contains(&side.fold(at)).then_some(SAID_ALIKE - 1);
    harm(side, &(at..at + 1))
        .map(|grade| grade as u64)
        .or_else(gathered)
}

/// From here on a number is the hash of a stem.
const SAID_ALIKE: u64 = 32;

/// How many words two sentences share whose numbers may count one thing; nothing where that is too little.
fn shared(
    room: &Room<'_, '_>,
    by_thing: &[Vec<(u64, usize)>; 2],
    x: &Tally<'_>,
    y: &Tally<'_>,
) -> Option<usize> {
    // A share is no count.
    let share = |tally: &Tally<'_>| tally.fact.unit() == Some("percent");
    if x.fact.family() != y.fact.family() || share(x) != share(y) {
        return None;
    }
    let lines = [&room.texts[0].lines[x.at], &room.texts[1].lines[y.at]];
    let count = both(&lines[0].rare, &lines[1].rare);
    let own = || {
        x.about
            .iter()
            .filter(|stem| y.about.contains(stem) && (**stem < SAID_ALIKE || lines[0].rare.contains(stem)))
    };
    // No other number of either article counts that thing.
    let once = |&stem: &u64| by_thing.iter().all(|things| of(things, stem).len() == 1);
    let enough = match own().next() {
        Some(_) if count == 1 => own().any(once),
        Some(_) => true,
        None if things::count_two_things([&lines[0].side, &lines[1].side], [&x.fact, &y.fact]) => false,
        None => count >= UNCOUNTED,
    };
    enough.then_some(count)
}

/// Words that two sentences share at least whose numbers count what everybody counts: people, days.
const UNCOUNTED: usize = 2;

fn says_the_same(room: &Room<'_, '_>, x: &Tally<'_>, y: &Tally<'_>) -> bool {
    let bound = |side: usize, tally: &Tally<'_>| {
        let line = &room.texts[side].lines[tally.at];
        match bound(&line.side, tally.fact.words.start) {
            // "Just two inspectors" are two.
            Bound::Little => Bound::Exact,
            bound => bound,
        }
    };
    x.fact.agrees(&y.fact) && bound(0, x) == bound(1, y)
}

/// Whether two numbers of related sentences may count one thing: they are not too far apart, or a nought apart.
pub(super) fn may_be_one(lines: [&Line<'_>; 2], [x, y]: [&Fact<'_>; 2]) -> bool {
    let ratio = ratio(x, y);
    let sides = per_side(|side| &lines[side].side);
    // When something was built is not when it came down.
    let year = |fact: &Fact<'_>| matches!(fact.value, Value::Time(time) if time.value.len() == "1978".len());
    (ratio <= RATIO || is_slip(ratio))
        && year(x) == year(y)
        && !things::count_two_things(sides, [x, y])
        && !things::other_harm(sides, [x, y])
}

/// Whether a number is another with a nought more, or up to three, or in a unit that is so much larger.
fn is_slip(ratio: f64) -> bool {
    [10.0, 100.0, 1000.0]
        .iter()
        .any(|slip| (ratio / slip - 1.0).abs() < 1e-6)
}

/// Words that two sentences share at least whose numbers are noughts apart.
const SLIPPED: usize = 2;

/// How much larger one of two numbers is; of times one.
fn ratio(x: &Fact<'_>, y: &Fact<'_>) -> f64 {
    let (Value::Number(x), Value::Number(y)) = (x.value, y.value) else {
        return 1.0;
    };
    let (a, b) = match (facts::measured(x), facts::measured(y)) {
        (Some((kind, a)), Some((other, b))) if kind == other => (a, b),
        _ if x.unit == y.unit => (x.value, y.value),
        _ => return f64::INFINITY,
    };
    let (small, large) = (a.abs().min(b.abs()), a.abs().max(b.abs()));
    if small > 0.0 { large / small } else { f64::INFINITY }
}

/// Two numbers of two sentences that differ; nothing where they may not.
pub(super) fn draft(lines: [&Line<'_>; 2], pair: [&Fact<'_>; 2]) -> Option<Draft> {
    let [x, y] = pair;
    let sides = per_side(|side| &lines[side].side);
    let vague = per_side(|side| counted::is_vague(sides[side], &pair[side].words));
    let bounds = per_side(|side| bound(sides[side], pair[side].words.start));
    let (rule, factor): (&'static Rule, f32) = match numbers::rule(x, y) {
        _ if x.agrees(y) || fits(bounds, pair) => (&APPROXIMATE, 1.0),
        (rule, _) if rule.id == AMOUNT.id && vague[0] != vague[1] => (&PRECISION, 1.0),
        (rule, _) if rule.id == AMOUNT.id && is_rounded(x, y) => (&APPROXIMATE, 1.0),
        other => other,
    };
    if facts::may_fall_on(x, y) || facts::is_unsettled(x, y) {
        return None;
    }
    let core = per_side(|side| shown(sides[side], pair[side], rule.id == DATE.id));
    let clauses = widen::clauses(sides, &core, widen::TOLD);
    let part = |side: usize| {
        let mut part = Part::of(sides[side], &core[side], pair[side].key());
        let clause = clauses.as_ref().and_then(|words| sides[side].span(&words[side]));
        part.show(clause.as_slice());
        part
    };
    Some(Draft {
        rule,
        confidence: Confidence::Medium,
        weight: rule.weight * factor,
        lead: None,
        sides: [part(0), part(1)],
    })
}

/// A number with what it counts and, but for a date, what is said of it.
fn shown(side: &Side<'_>, fact: &Fact<'_>, date: bool) -> Range<usize> {
    let words = phrase::glued(side, &fact.words);
    let counted = counted(side, &(led_by(side, words.start)..words.end));
    if date { counted } else { said_of(side, &counted) }
}
