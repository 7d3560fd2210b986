//! Numbers, amounts and dates that differ in value.

use std::ops::Range;

use super::super::draft::{Rule, Sheet};
use super::super::pair::{Hunk, SIDES, Side};
use super::super::phrase;
use super::facts::{self, Fact, Value};
use super::style;
use crate::article::label::{Confidence, Label};
use crate::article::times::{Number, TimeKind};
use crate::comparison::changes::{ChangeKind, Intent};

macro_rules! number_rules {
    ($($name:ident = $id:literal, $weight:literal;)+) => {
        $(const $name: Rule = Rule {
            id: $id,
            kind: ChangeKind::Number,
            intent: Intent::Fact,
            weight: $weight,
            only: "Only {A has} “{a}”.",
            both: "{A says} “{a}”, {B says} “{b}”.",
        };)+
    };
}

number_rules! {
    UNIT = "number.unit", 0.93;
    MAGNITUDE = "number.magnitude", 0.93;
    AMOUNT = "number.amount", 0.82;
    RANK = "number.rank", 0.74;
    DATE = "number.date", 0.76;
    LENGTH = "number.duration", 0.76;
    PRECISION = "number.precision", 0.66;
    APPROXIMATE = "number.approximation", 0.5;
    DIRECTION = "number.direction", 0.93;
}

/// A ratio from which on a number is of another order, not another count: million against billion.
const OTHER_ORDER: f64 = 100.0;

/// Words for a count that nobody counted.
#[rustfmt::skip]
pub(super) const VAGUE: &[&str] = &[
    "dozens", "hundreds", "thousands", "millions", "scores", "several", "many", "numerous", "some", "few", "multiple",
    "countless", "various",
];

/// Words for a count of none.
const NOBODY: &[&str] = &["nobody", "none", "no", "nothing", "zero"];

/// Words that make a number less than exact, for the evidence.
#[rustfmt::skip]
pub(super) const HEDGES: &[&str] = &[
    "about", "around", "some", "roughly", "approximately", "nearly", "almost", "over", "under", "more", "less", "fewer",
    "than", "at", "least", "most", "up", "to", "as", "many", "much", "close", "just", "an", "estimated", "only",
];

pub(super) fn numbers(sheet: &mut Sheet<'_, '_>) {
    direction(sheet);
    let matched = facts::matched(sheet);
    for (x, y) in &matched.pairs {
        differ(sheet, x, y);
    }
    for side in SIDES {
        for fact in &matched.alone[side] {
            vague(sheet, side, fact);
        }
    }
    written(sheet);
    nobody(sheet);
}

/// "nobody" against "one person".
fn nobody(sheet: &mut Sheet<'_, '_>) {
    for hunk in sheet.open() {
        let of = &sheet.pair.sides;
        let has =
            |side: usize, words: &[&str]| hunk[side].clone().any(|at| words.contains(&of[side].fold(at)));
        let short = hunk.iter().all(|words| words.len() <= 3);
        if short
            && SIDES
                .iter()
                .any(|&side| has(side, NOBODY) && has(1 - side, &["one", "a", "two", "three"]))
        {
            // With the verb: "nobody was injured".
            let evidence = SIDES.map(|side| {
                let end = (hunk[side].end..of[side].words.len())
                    .take(2)
                    .take_while(|&at| of[side].words[at].is_word());
                hunk[side].start..end.last().map_or(hunk[side].end, |at| at + 1)
            });
            sheet.find(&AMOUNT, &evidence, Confidence::Medium, 1.0);
        }
    }
}

fn differ(sheet: &mut Sheet<'_, '_>, x: &Fact<'_>, y: &Fact<'_>) {
    let words = [x.words.clone(), y.words.clone()];
    let hedged = SIDES.map(|side| hedge(sheet, side, &words[side]));
    let open = SIDES.iter().any(|&side| sheet.any_open(side, &words[side]));
    if !open {
        if hedged.iter().any(Option::is_some) && approximate(x) != approximate(y) {
            let evidence = SIDES.map(|side| {
                let start = hedged[side]
                    .as_ref()
                    .map_or(words[side].start, |hedge| hedge.start);
                start..words[side].end
            });
            sheet.find(&APPROXIMATE, &evidence, Confidence::High, 1.0);
        }
        return;
    }
    if x.agrees(y) {
        for side in SIDES {
            sheet.take(side, &words[side]);
        }
        style::figures(sheet, &words);
        return;
    }
    let (rule, factor) = rule(x, y);
    let evidence = SIDES.map(|side| {
        let of = &sheet.pair.sides[side];
        let words = facts::with_neighbours(of, &phrase::glued(of, &words[side]));
        counted(of, &(led_by(of, words.start)..words.end))
    });
    sheet.find_values(rule, &evidence, [x.key(), y.key()], (Confidence::High, factor));
}

fn approximate(fact: &Fact<'_>) -> bool {
    matches!(fact.value, Value::Number(number) if number.approximate)
}

/// Which rule two unequal facts fall under, and how far apart they are.
fn rule(x: &Fact<'_>, y: &Fact<'_>) -> (&'static Rule, f32) {
    match (x.value, y.value) {
        (Value::Number(x), Value::Number(y)) => amounts(x, y),
        (Value::Time(time), _) if time.kind == TimeKind::Duration => (&LENGTH, 1.0),
        _ => (&DATE, 1.0),
    }
}

fn amounts(x: &Number, y: &Number) -> (&'static Rule, f32) {
    if x.label == Label::Ordinal || y.label == Label::Ordinal {
        return (&RANK, 1.0);
    }
    let same = (x.value - y.value).abs() < f64::EPSILON;
    if x.unit != y.unit && (same || x.unit.is_some() && y.unit.is_some()) {
        return (&UNIT, 1.0);
    }
    let (small, large) = (x.value.abs().min(y.value.abs()), x.value.abs().max(y.value.abs()));
    if small > 0.0 && large / small >= OTHER_ORDER {
        return (&MAGNITUDE, 1.0);
    }
    // A tenth more or less is a later count; twice as much is another story.
    let apart = if large > 0.0 {
        ((large - small) / large) as f32
    } else {
        0.0
    };
    (&AMOUNT, 0.92 + 0.08 * apart.min(1.0))
}

/// The words right before a number that hedge it, where they part the sides.
fn hedge(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>) -> Option<Range<usize>> {
    let of = &sheet.pair.sides[side];
    let mut start = words.start;
    while start > 0 && HEDGES.contains(&of.fold(start - 1)) && words.start - start < 4 {
        start -= 1;
    }
    let range = start..words.start;
    (!range.is_empty() && sheet.any_open(side, &range)).then_some(range)
}

/// Words of time and measure before a number that are read with it.
#[rustfmt::skip]
const BEFORE: &[&str] = &[
    "in", "on", "at", "by", "for", "since", "until", "within", "early", "late", "earlier", "later", "last", "next", "its", "his",
    "her", "their", "after", "before",
];

/// Where the evidence of a number begins: with the words that hedge it, and one or two that lead to it.
fn led_by(side: &Side<'_>, number: usize) -> usize {
    let mut start = number;
    while start > 0
        && HEDGES.contains(&side.fold(start - 1))
        && number - start < 4
        && side.fold(start - 1) != "to"
    {
        start -= 1;
    }
    for _ in 0..2 {
        start -= usize::from(start > 0 && BEFORE.contains(&side.fold(start - 1)));
    }
    start
}

/// A number with what it counts: the word right behind it, where that is no grammar.
fn counted(side: &Side<'_>, words: &Range<usize>) -> Range<usize> {
    let next = side.words.get(words.end);
    let counts = next
        .is_some_and(|word| (word.is_content() || word.fold == "more") && !word.first && !word.is_capital());
    if !counts {
        return with_unit(side, words);
    }
    words.start..words.end + 1
}

/// A fraction with what it is taken of: "half a percentage point", "a quarter of its workers".
fn with_unit(side: &Side<'_>, words: &Range<usize>) -> Range<usize> {
    let mut end = words.end;
    let small = |at: usize| matches!(side.fold(at), "of" | "a" | "an" | "the" | "its" | "their" | "all");
    while small(end) && end < words.end + 2 {
        end += 1;
    }
    let noun = |at: usize| {
        side.words
            .get(at)
            .is_some_and(super::super::pair::Word::is_content)
    };
    if end == words.end || !noun(end) {
        return words.clone();
    }
    words.start..end + 1 + usize::from(side.fold(end) == "percentage" && noun(end + 1))
}

/// A number that only one side has, where the other has a vague word for it.
fn vague(sheet: &mut Sheet<'_, '_>, side: usize, fact: &Fact<'_>) {
    let of = &sheet.pair.sides[1 - side];
    let facing = sheet.open().into_iter().find(|hunk| {
        let mine = &hunk[side];
        mine.start < fact.words.end
            && fact.words.start < mine.end
            && hunk[1 - side]
                .clone()
                .any(|at| VAGUE.contains(&of.fold(at)) || NOBODY.contains(&of.fold(at)))
    });
    if let Some(hunk) = facing {
        let evidence = SIDES.map(|side| {
            let of = &sheet.pair.sides[side];
            counted(of, &(led_by(of, hunk[side].start)..hunk[side].end))
        });
        sheet.find(&PRECISION, &evidence, Confidence::High, 1.0);
    }
}

/// Figures that the grammar of numbers does not read, like results and classes, where they face each other.
fn written(sheet: &mut Sheet<'_, '_>) {
    for hunk in sheet.open() {
        if SIDES
            .iter()
            .all(|&side| has_figures(&sheet.pair.sides[side], &hunk[side]))
        {
            let evidence = SIDES.map(|side| phrase::glued(&sheet.pair.sides[side], &hunk[side]));
            sheet.find(&AMOUNT, &evidence, Confidence::High, 0.95);
        }
    }
}

fn has_figures(side: &Side<'_>, words: &Range<usize>) -> bool {
    let short = words.len() <= 6;
    short
        && side.words[words.clone()]
            .iter()
            .any(|word| word.text.bytes().any(|b| b.is_ascii_digit()))
}

/// "cut by 25%" against "cut to 25%".
fn direction(sheet: &mut Sheet<'_, '_>) {
    for hunk in sheet.open() {
        let word =
            |side: usize| (hunk[side].len() == 1).then(|| sheet.pair.sides[side].fold(hunk[side].start));
        let turned = matches!(
            (word(0), word(1)),
            (Some("by"), Some("to")) | (Some("to"), Some("by"))
        );
        if turned && let Some(evidence) = before_number(sheet, &hunk) {
            sheet.find(&DIRECTION, &evidence, Confidence::High, 1.0);
        }
    }
}

fn before_number(sheet: &Sheet<'_, '_>, hunk: &Hunk) -> Option<[Range<usize>; 2]> {
    let mut evidence = [0..0, 0..0];
    for side in SIDES {
        let facts = facts::facts(&sheet.pair.sides[side]);
        let fact = facts
            .iter()
            .find(|fact| (hunk[side].end..hunk[side].end + 3).contains(&fact.words.start))?;
        evidence[side] = hunk[side].start..fact.words.end;
    }
    Some(evidence)
}
