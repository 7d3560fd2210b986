//! Numbers, amounts and dates that differ in value.

use std::ops::Range;

use super::super::draft::{Rule, Sheet};
use super::super::pair::{Hunk, SIDES, Side, Word, is_unit, per_side};
use super::super::phrase;
use super::agreed::{agreed, bound, fits, has_unit_before, is_of_one_size, is_rounded};
use super::counted::{counted, is_vague, is_vague_at, led_by, said_of};
use super::facts::{self, Fact, Value};
use super::negations;
use super::superlatives::{one_of, reaching, superlative};
use super::things::single;
use super::told;
use crate::article::label::{Confidence, Label};
use crate::article::times::{Number, TimeKind};
use crate::comparison::changes::{ChangeKind, Intent};

macro_rules! number_rules {
    ($($name:ident = $id:literal, $weight:literal;)+) => {
        $(pub(super) const $name: Rule = Rule {
            id: $id,
            kind: ChangeKind::Number,
            intent: Intent::Fact,
            weight: $weight,
            only: "Only {A gives} the number: “{a}”.",
            both: "{A says} “{a}”, {B says} “{b}”.",
        };)+
    };
}

number_rules! {
    UNIT = "number.unit", 0.9;
    MAGNITUDE = "number.magnitude", 0.93;
    AMOUNT = "number.amount", 0.82;
    RANK = "number.rank", 0.66;
    DATE = "number.date", 0.49;
    LENGTH = "number.duration", 0.68;
    PRECISION = "number.precision", 0.66;
    APPROXIMATE = "number.approximation", 0.42;
    DIRECTION = "number.direction", 0.93;
    RATE = "number.rate", 0.85;
    GIVEN = "number.given", 0.5;
}

/// A ratio from which on a number is of another order, not another count: million against billion.
const OTHER_ORDER: f64 = 100.0;

/// Words for a count of none.
const NOBODY: &[&str] = &["nobody", "none", "no", "nothing", "zero"];

/// Words that make a number less than exact, for the evidence.
#[rustfmt::skip]
pub(super) const HEDGES: &[&str] = &[
    "about", "around", "some", "roughly", "approximately", "nearly", "almost", "over", "under", "more", "less", "fewer",
    "than", "at", "between", "least", "most", "up", "to", "as", "many", "much", "early", "late", "close", "just", "an", "estimated", "only",
];

pub(super) fn numbers(sheet: &mut Sheet<'_, '_>) {
    direction(sheet);
    deadline(sheet);
    let matched = facts::matched(sheet);
    for (x, y) in &matched.pairs {
        differ(sheet, x, y);
    }
    for side in SIDES {
        for fact in &matched.alone[side] {
            vague(sheet, side, fact);
        }
    }
    for side in SIDES {
        let singles = matched.alone[side]
            .iter()
            .filter_map(|fact| single(sheet, side, fact));
        for evidence in singles.collect::<Vec<_>>() {
            sheet.find(&AMOUNT, &evidence, Confidence::Medium, 1.0);
        }
    }
    superlative(sheet);
    one_of(sheet);
    reaching(sheet);
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
        // "With no chip" is "without a chip".
        let none = SIDES.iter().all(|&side| has(side, negations::NEGATIONS));
        if short
            && !none
            && SIDES
                .iter()
                .any(|&side| has(side, NOBODY) && has(1 - side, &["one", "a", "two", "three"]))
            // "No link" and "a link" are denied and said, not counted.
            && !SIDES.iter().any(|&side| has(side, &["no"]) && has(1 - side, &["a"]))
        {
            // With the verb: "nobody was injured".
            let evidence = per_side(|side| {
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
    let open = SIDES.iter().any(|&side| is_parted(sheet, side, &words[side]));
    let vague = per_side(|side| is_vague(&sheet.pair.sides[side], &words[side]));
    let fits = || {
        let bounds = per_side(|side| bound(&sheet.pair.sides[side], words[side].start));
        fits(bounds, [x, y])
    };
    // "Centuries" are hundreds of years.
    let lengths = x.family() == 3 && y.family() == 3;
    if !open || (vague[0] == vague[1] || lengths) && (x.agrees(y) || fits()) {
        agreed(sheet, &words, open, matches!(x.value, Value::Time(_)));
        return;
    }
    if SIDES.iter().all(|&side| is_quoted(sheet, side, &words[side])) {
        return;
    }
    let spoken = per_side(|side| {
        let of = &sheet.pair.sides[side];
        words[side].clone().map(|at| of.fold(at)).collect::<Vec<_>>()
    });
    // "40 cents" are .40 of whatever has cents.
    let cents = per_side(|side| spoken[side].iter().any(|word| matches!(*word, "cent" | "cents")));
    let [a, b] = &sheet.pair.sides;
    let told_once = has_unit_before(a, [x, y]) || has_unit_before(b, [y, x]);
    if told_once || cents[0] != cents[1] && is_of_one_size(x, y) {
        agreed(sheet, &words, open, false);
        return;
    }
    if facts::may_fall_on(x, y) || facts::may_last_alike([x, y], &spoken) || spoken.iter().all(is_last_year) {
        for side in SIDES {
            sheet.take(side, &words[side]);
        }
        return;
    }
    let (rule, factor) = match rule(x, y) {
        (rule, _) if rule.id == AMOUNT.id && vague[0] != vague[1] => (&PRECISION, 1.0),
        (rule, _) if rule.id == AMOUNT.id && is_rounded(x, y) => (&APPROXIMATE, 1.0),
        other => other,
    };
    if rule.id == AMOUNT.id && (told::is_of_another(sheet, 0, x) || told::is_of_another(sheet, 1, y)) {
        return;
    }
    let confidence = if facts::is_unsettled(x, y) && !spoken.iter().all(is_one_unit_back) {
        Confidence::Low
    } else {
        Confidence::High
    };
    let evidence = per_side(|side| {
        let of = &sheet.pair.sides[side];
        let words = facts::with_neighbours(of, &phrase::glued(of, &words[side]), x.family());
        counted(of, &(led_by(of, words.start)..words.end))
    });
    sheet.find_values(rule, &evidence, [x.key(), y.key()], (confidence, factor));
    // What stands before a date is another matter, unless it is what happened then.
    let happens =
        |side: &Side<'_>, at: usize| side.fold(at).ends_with("ed") || side.fold(at).ends_with("cent");
    let whole = per_side(|side| {
        let of = &sheet.pair.sides[side];
        let words = said_of(of, &evidence[side]);
        let shown = rule.id != DATE.id || words.start < evidence[side].start && happens(of, words.start);
        if shown { words } else { evidence[side].clone() }
    });
    sheet.show(&whole);
}

/// "a month earlier": whatever it is counted from, it is no year earlier.
pub(super) fn is_one_unit_back(words: &Vec<&str>) -> bool {
    matches!(words.as_slice(), ["a" | "one", _, "earlier" | "ago" | "before"])
}

/// "a year earlier", "the same period last year"
fn is_last_year(words: &Vec<&str>) -> bool {
    const LAST: &str = "earlier|ago|before|previous|last|prior";
    let known =
        |word: &&str| phrase::one_of(LAST, word) || matches!(*word, "a" | "the" | "year" | "same" | "period");
    words.contains(&"year") && words.iter().any(|word| phrase::one_of(LAST, word)) && words.iter().all(known)
}

/// Whether some words say no more than a number: "three", "and about 60".
pub(super) fn is_bare(side: &Side<'_>, words: &Range<usize>) -> bool {
    let Some(span) = side.span(words) else {
        return false;
    };
    let first = side
        .numbers
        .partition_point(|number| number.span.start() < span.start());
    let near = side.numbers[first..]
        .iter()
        .take_while(|number| number.span.start() < span.end());
    let counts = near.filter(|number| number.label != Label::Ordinal && side.holds(number.span));
    let numbers: Vec<Range<usize>> = counts.map(|number| side.words_in(number.span)).collect();
    let within = |at: usize| numbers.iter().any(|number| number.contains(&at));
    let mut sense = words.clone().filter(|&at| side.words[at].is_content());
    !numbers.is_empty() && sense.all(|at| within(at) || HEDGES.contains(&side.fold(at)))
}

/// Whether a number stands between quotation marks, where another one is another quote; a weekday there stays a date.
fn is_quoted(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>) -> bool {
    let mut words = sheet.pair.sides[side].words[words.clone()].iter();
    words.all(|word| word.quoted && !word.is_capital())
}

/// Whether some word of a number, or the sign of its unit, stands on one side only.
fn is_parted(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>) -> bool {
    let parted = |word: &Word<'_>| word.partner.is_none() && is_unit(word.text);
    sheet.any_open(side, words) || sheet.pair.sides[side].words[words.clone()].iter().any(parted)
}

/// Which rule two unequal facts fall under, and how far apart they are.
pub(super) fn rule(x: &Fact<'_>, y: &Fact<'_>) -> (&'static Rule, f32) {
    match (x.value, y.value) {
        (Value::Number(x), Value::Number(y)) => amounts(x, y),
        (Value::Time(time), _) | (_, Value::Time(time))
            if matches!(time.kind, TimeKind::Duration | TimeKind::Set) =>
        {
            (&LENGTH, 1.0)
        }
        (Value::Share(_), _) | (_, Value::Share(_)) => (&AMOUNT, 1.0),
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

/// Words of a hunk at most that are shown whole with its number.
const TOLD_WITH: usize = 5;

/// A number that only one side has, where the other has a vague word for it.
fn vague(sheet: &mut Sheet<'_, '_>, side: usize, fact: &Fact<'_>) {
    let of = &sheet.pair.sides[1 - side];
    // "No similar step" says nothing about a day.
    let counts = !matches!(fact.value, Value::Time(_));
    let thing = |side: &Side<'_>, at: usize| phrase::stem(side.fold(at));
    let none = |at: usize| {
        let word = of.fold(at);
        // "No knocking" says nothing of a dozen workers.
        let other = word == "no" && thing(of, at + 1) != thing(&sheet.pair.sides[side], fact.words.end);
        counts && NOBODY.contains(&word) && !other
    };
    let facing = sheet.open().into_iter().find(|hunk| {
        let mine = &hunk[side];
        mine.start < fact.words.end
            && fact.words.start < mine.end
            && hunk[1 - side].clone().any(|at| is_vague_at(of, at) || none(at))
    });
    if let Some(hunk) = facing {
        // In a longer hunk the rest is another matter.
        let short = hunk[side].len() <= TOLD_WITH;
        let evidence = per_side(|at| {
            let of = &sheet.pair.sides[at];
            let words = if short || at != side {
                &hunk[at]
            } else {
                &fact.words
            };
            counted(of, &(led_by(of, words.start)..words.end))
        });
        sheet.find(&PRECISION, &evidence, Confidence::High, 1.0);
    } else if let Some(evidence) = counted_vaguely(sheet, side, fact) {
        sheet.find(&PRECISION, &evidence, Confidence::Medium, 1.0);
    }
}

/// What a number counts with it, and the same with a vague word on the other side, wherever it stands there: "some 200
/// technicians", "hundreds of technicians".
fn counted_vaguely(sheet: &Sheet<'_, '_>, side: usize, fact: &Fact<'_>) -> Option<[Range<usize>; 2]> {
    let (of, other) = (&sheet.pair.sides[side], &sheet.pair.sides[1 - side]);
    let noun = fact.words.end;
    let things = phrase::stem(of.words.get(noun).filter(|word| word.is_content())?.fold.as_ref());
    let vague = (0..other.words.len()).find(|&at| {
        let thing = at + 1 + usize::from(other.fold(at + 1) == "of");
        sheet.is_open(1 - side, at) && is_vague_at(other, at) && phrase::stem(other.fold(thing)) == things
    })?;
    let end = vague + 2 + usize::from(other.fold(vague + 1) == "of");
    Some(super::quoted::ordered(
        side,
        led_by(of, fact.words.start)..noun + 1,
        vague..end,
    ))
}

/// How often something becomes itself.
const TIMES: &[(&[&str], u8)] = &[
    (
        &["double", "doubled", "doubles", "doubling", "twofold", "twice"],
        2,
    ),
    (
        &[
            "triple",
            "tripled",
            "triples",
            "tripling",
            "treble",
            "trebled",
            "threefold",
        ],
        3,
    ),
    (&["quadruple", "quadrupled", "quadruples", "fourfold"], 4),
    (&["halve", "halved", "halves", "halving"], 0),
];

/// The factor that one word says.
fn times(side: &Side<'_>, words: &Range<usize>) -> Option<u8> {
    let word = (words.len() == 1).then(|| side.fold(words.start))?;
    let of = TIMES.iter().find(|(forms, _)| forms.contains(&word));
    of.map(|(_, factor)| *factor)
}

/// How often something happened, as a number in words: "twice", "five times".
fn occasions<'w>(side: &'w Side<'_>, words: &Range<usize>) -> Option<&'w str> {
    match (words.len(), side.fold(words.start)) {
        (1, "once") => Some("one"),
        (1, "twice") => Some("two"),
        (2, number) if side.fold(words.start + 1) == "times" => Some(number),
        _ => None,
    }
}

/// Figures that the grammar of numbers does not read, like results and classes, where they face each other.
fn written(sheet: &mut Sheet<'_, '_>) {
    for hunk in sheet.open() {
        let factors = per_side(|side| times(&sheet.pair.sides[side], &hunk[side]));
        let occasions = per_side(|side| occasions(&sheet.pair.sides[side], &hunk[side]));
        let other = matches!(factors, [Some(x), Some(y)] if x != y)
            || matches!(occasions, [Some(x), Some(y)] if x != y);
        let figures = per_side(|side| figures(&sheet.pair.sides[side], &hunk[side]));
        if other || figures[0] != figures[1] && !figures.contains(&0) {
            let evidence = per_side(|side| phrase::glued(&sheet.pair.sides[side], &hunk[side]));
            sheet.find(&AMOUNT, &evidence, Confidence::High, 0.95);
        }
    }
}

/// The figures of some words as one number, where they are few: 65 of "over-65s"; 0 where there are none.
fn figures(side: &Side<'_>, words: &Range<usize>) -> u64 {
    let words = &side.words[words.clone()];
    let bytes = words.iter().flat_map(|word| word.text.bytes());
    let digit = |all: u64, b: u8| all.wrapping_mul(11).wrapping_add(u64::from(b - b'/'));
    let all = bytes.filter(u8::is_ascii_digit).fold(0, digit);
    if words.len() > 6 { 0 } else { all }
}

/// Verbs of more and less, by their stems: what they are said "to" is where they end, what "by", or without a word, is
/// how far they go.
#[rustfmt::skip]
const STEPS: &[&str] = &[
    "rise", "rose", "risen", "increase", "grow", "grew", "climb", "jump", "surge", "soar", "raise", "fall", "fell", "fallen",
    "decrease", "shrink", "shrank", "drop", "decline", "slump", "plunge", "slip", "lower", "cut", "reduce", "slow", "eas", "dip", "edg",
];

/// "cut by 25%" against "cut to 25%", "rose 5%" against "rose to 5%", "lowered to 3" against "lowered from 3".
fn direction(sheet: &mut Sheet<'_, '_>) {
    for hunk in sheet.open() {
        let word = |side: usize| match hunk[side].len() {
            0 => Some(""),
            1 => Some(sheet.pair.sides[side].fold(hunk[side].start)),
            // "slowed to"
            2 if is_step(sheet.pair.sides[side].fold(hunk[side].start)) => {
                Some(sheet.pair.sides[side].fold(hunk[side].start + 1))
            }
            _ => None,
        };
        let steps = || {
            SIDES.iter().all(|&side| {
                let verb = hunk[side].start.checked_sub(1);
                verb.is_some_and(|at| is_step(sheet.pair.sides[side].fold(at)))
            })
        };
        let turned = match (word(0), word(1)) {
            (Some("by"), Some("to")) | (Some("to"), Some("by")) => true,
            (Some("" | "from" | "by"), Some("to" | "from"))
            | (Some("to" | "from"), Some("" | "from" | "by")) => steps(),
            _ => false,
        };
        if turned && let Some(evidence) = before_number(sheet, &hunk) {
            sheet.find(&DIRECTION, &evidence, Confidence::High, 1.0);
        }
    }
}

/// Whether a word tells of more or less.
pub(super) fn is_step(word: &str) -> bool {
    let stem = phrase::stem(word);
    STEPS.iter().any(|step| phrase::stem(step) == stem)
}

/// Words before a day that say what it is to what happens.
const DEADLINES: &[&str] = &["by", "until", "till", "since"];

/// The length of a value that is a year.
const YEAR: usize = 4;

/// "by Friday" against "on Friday".
fn deadline(sheet: &mut Sheet<'_, '_>) {
    for hunk in sheet.open() {
        // Of many hunks few are asked what day they lead to.
        let leads = |side: usize| DEADLINES.contains(&sheet.pair.sides[side].fold(hunk[side].start));
        if !SIDES.into_iter().any(leads) {
            continue;
        }
        let led = per_side(|side| {
            let of = &sheet.pair.sides[side];
            let word = match hunk[side].len() {
                0 => "",
                1 => of.fold(hunk[side].start),
                _ => return None,
            };
            let mut times = of.times.iter().filter(|time| of.holds(time.span));
            let day = times.find(|time| of.words_in(time.span).start == hunk[side].end)?;
            // Who "has been closed since Tuesday" was closed on Tuesday; what has not been so since a year was so in it.
            (word != "since" || day.value.len() == YEAR)
                .then(|| (word, hunk[side].start..of.words_in(day.span).end))
        });
        if let [Some((x, a)), Some((y, b))] = led
            && x != y
            && [x, y].iter().any(|word| DEADLINES.contains(word))
            && [x, y]
                .iter()
                .all(|word| DEADLINES.contains(word) || matches!(*word, "" | "on" | "in" | "at"))
        {
            sheet.find(&DATE, &[a, b], Confidence::High, 1.0);
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
        // Where no word turns it, the verb says what is meant.
        let start = if hunk[side].is_empty() {
            hunk[side].start.saturating_sub(1)
        } else {
            hunk[side].start
        };
        evidence[side] = start..fact.words.end;
    }
    Some(evidence)
}
