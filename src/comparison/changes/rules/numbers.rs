//! Numbers, amounts and dates that differ in value.

use std::ops::Range;

use super::super::draft::{Rule, Sheet};
use super::super::pair::{Hunk, SIDES, Side, Word, is_unit, per_side};
use super::super::phrase;
use super::certainty::{AUXILIARIES as VERBS, EXTENT};
use super::counted::{counted, led_by, said_of};
use super::facts::{self, Fact, MORE_OR_LESS, Value};
use super::style;
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

/// Words for a count that nobody counted.
#[rustfmt::skip]
pub(super) const VAGUE: &[&str] = &[
    "dozens", "hundreds", "thousands", "millions", "scores", "several", "many", "numerous", "some", "few", "multiple",
    "countless", "various", "repeatedly",
];

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
    let matched = facts::matched(sheet);
    for (x, y) in &matched.pairs {
        differ(sheet, x, y);
    }
    for side in SIDES {
        for fact in &matched.alone[side] {
            vague(sheet, side, fact);
        }
    }
    superlative(sheet);
    one_of(sheet);
    written(sheet);
    nobody(sheet);
}

/// "the second-largest maker" against "the largest maker".
fn superlative(sheet: &mut Sheet<'_, '_>) {
    #[rustfmt::skip]
    const PLACES: &[&str] = &["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    for hunk in sheet.open() {
        let Some(side) = SIDES
            .into_iter()
            .find(|&side| hunk[1 - side].is_empty() && hunk[side].len() == 1)
        else {
            continue;
        };
        let (of, at) = (&sheet.pair.sides[side], hunk[side].start);
        let best = at + 1 + usize::from(of.fold(at + 1) == "-");
        let is_best = of.fold(best).ends_with("est") || matches!(of.fold(best), "most" | "least");
        let partner = of.words.get(best).and_then(|word| word.partner);
        if let Some(answer) = partner.filter(|_| is_best && PLACES.contains(&of.fold(at))) {
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

/// Words between "one of" and the superlative at most: "one of the country's oldest".
const ONE_OF: usize = 5;

/// "one of the country's oldest schools" against "the country's oldest school".
fn one_of(sheet: &mut Sheet<'_, '_>) {
    let best = |side: &Side<'_>, at: usize| {
        let word = side.fold(at);
        word.len() > "best".len() && word.ends_with("est")
            || matches!(word, "best" | "most" | "worst" | "first" | "last")
    };
    let among = |side: &Side<'_>, at: usize| side.fold(at) == "one" && side.fold(at + 1) == "of";
    for side in SIDES {
        let (of, other) = (&sheet.pair.sides[side], &sheet.pair.sides[1 - side]);
        let found = (0..of.words.len()).filter(|&at| among(of, at) && sheet.is_open(side, at));
        let pairs = found.filter_map(|at| {
            let best = (at + 2..(at + 2 + ONE_OF).min(of.words.len())).find(|&at| best(of, at))?;
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

/// "nobody" against "one person".
fn nobody(sheet: &mut Sheet<'_, '_>) {
    for hunk in sheet.open() {
        let of = &sheet.pair.sides;
        let has =
            |side: usize, words: &[&str]| hunk[side].clone().any(|at| words.contains(&of[side].fold(at)));
        let short = hunk.iter().all(|words| words.len() <= 3);
        let none = SIDES.iter().all(|&side| has(side, NOBODY));
        if short
            && !none
            && SIDES
                .iter()
                .any(|&side| has(side, NOBODY) && has(1 - side, &["one", "a", "two", "three"]))
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
    if !open || x.agrees(y) && vague[0] == vague[1] {
        agreed(sheet, &words, open, matches!(x.value, Value::Time(_)));
        return;
    }
    if SIDES.iter().all(|&side| is_quoted(sheet, side, &words[side])) {
        return;
    }
    if facts::may_fall_on(x, y) {
        for side in SIDES {
            sheet.take(side, &words[side]);
        }
        return;
    }
    let (rule, factor) = match rule(x, y) {
        (rule, _) if rule.id == AMOUNT.id && vague[0] != vague[1] => (&PRECISION, 1.0),
        other => other,
    };
    let confidence = if facts::is_unsettled(x, y) {
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

pub(super) fn is_vague(side: &Side<'_>, words: &Range<usize>) -> bool {
    words.clone().any(|at| VAGUE.contains(&side.fold(at)))
}

/// Numbers of one value: they may be written differently, or be given as a limit by one side only.
fn agreed(sheet: &mut Sheet<'_, '_>, words: &[Range<usize>; 2], written: bool, time: bool) {
    let hedged = per_side(|side| hedge(sheet, side, &words[side]));
    let whole = per_side(|side| {
        let start = hedged[side]
            .as_ref()
            .map_or(words[side].start, |hedge| hedge.start);
        start..words[side].end
    });
    if compared(sheet, words) || rated(sheet, words, time) {
        return;
    }
    let any = hedged.iter().any(Option::is_some);
    let bounds = per_side(|side| match bound(&sheet.pair.sides[side], words[side].start) {
        // "over ten years" is as long as "in ten years".
        Bound::Over if time => Bound::Exact,
        bound => bound,
    });
    if any && bounds[0] != bounds[1] {
        let evidence = per_side(|side| counted(&sheet.pair.sides[side], &whole[side]));
        sheet.find(&APPROXIMATE, &evidence, Confidence::High, 1.0);
    } else if written || any && bounds[0] != Bound::Exact {
        style::figures(sheet, &whole);
    }
}

/// "a third of" against "a third less than".
fn compared(sheet: &mut Sheet<'_, '_>, words: &[Range<usize>; 2]) -> bool {
    let ends = per_side(|side| {
        let of = &sheet.pair.sides[side];
        let at = words[side].end;
        let differs = MORE_OR_LESS.contains(&of.fold(at));
        let than = (at + 1..at + 3).find(|&at| of.fold(at) == "than");
        match of.fold(at) {
            "of" => Some((false, at + 1)),
            "above" | "below" => Some((true, at + 1)),
            _ if differs => than.map(|at| (true, at + 1)),
            _ => None,
        }
    });
    let [Some((x, a)), Some((y, b))] = ends else {
        return false;
    };
    if x != y {
        let ends = [a, b];
        let evidence = per_side(|side| words[side].start..ends[side]);
        sheet.find(&DIRECTION, &evidence, Confidence::High, 1.0);
    }
    x != y
}

/// Words between an amount and the time that it is for at most: "25 million florins a year".
const UNIT_WORDS: usize = 1;

/// "25 million a year" against "25 million".
fn rated(sheet: &mut Sheet<'_, '_>, words: &[Range<usize>; 2], time: bool) -> bool {
    let rates = per_side(|side| {
        let of = &sheet.pair.sides[side];
        let end = words[side].end;
        let sets = of
            .times
            .iter()
            .filter(|time| time.kind == TimeKind::Set && of.holds(time.span));
        let mut rates = sets.map(|time| of.words_in(time.span));
        let near = |rate: &Range<usize>| {
            let mut between = end..rate.start;
            rate.start >= end && between.len() <= UNIT_WORDS && between.all(|at| of.words[at].is_content())
        };
        rates.find(near)
    });
    let (side, rate) = match rates {
        [Some(rate), None] => (0, rate),
        [None, Some(rate)] => (1, rate),
        _ => return false,
    };
    if time || !sheet.any_open(side, &rate) || may_be_rate(&sheet.pair.sides[1 - side], &words[1 - side]) {
        return false;
    }
    let other = counted(&sheet.pair.sides[1 - side], &words[1 - side]);
    let evidence = super::quoted::ordered(side, words[side].start..rate.end, other);
    sheet.find(&RATE, &evidence, Confidence::High, 1.0);
    true
}

/// Whether what stands around a number says that it is for a time: "annual", "yearly", "per head".
fn may_be_rate(side: &Side<'_>, words: &Range<usize>) -> bool {
    #[rustfmt::skip]
    const RATES: &[&str] = &[
        "annual", "annually", "yearly", "monthly", "weekly", "daily", "hourly", "per", "each", "every", "a", "year", "month", "week",
        "day", "hour",
    ];
    let near = words.start.saturating_sub(4)..(words.end + 5).min(side.words.len());
    near.filter(|at| !words.contains(at))
        .any(|at| RATES.contains(&side.fold(at)) && (side.fold(at) != "a" || at >= words.end))
}

/// What the words before a number say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    Exact,
    About,
    /// It is at least as much.
    Over,
    /// It is at most as much.
    Under,
    /// It is little.
    Little,
}

/// Verbs that go with "over", by their stems.
const GIVE: &[&str] = &[
    "hand", "turn", "tak", "took", "taken", "carri", "carry", "giv", "gave", "given",
];

pub(super) fn bound(of: &Side<'_>, number: usize) -> Bound {
    let before = |steps: usize| number.checked_sub(steps).map_or("", |at| of.fold(at));
    if before(1) == "as" && before(3) == "as" {
        return Bound::Under;
    }
    match (before(2), before(1)) {
        // "Handed over 28 soldiers".
        (verb, "over") if GIVE.contains(&phrase::stem(verb).as_str()) => Bound::Exact,
        ("more", "than") | ("at", "least") | ("just", "over") | (_, "over" | "above") => Bound::Over,
        ("less" | "fewer", "than")
        | ("at", "most")
        | ("up", "to")
        | (_, "under" | "below" | "nearly" | "almost") => Bound::Under,
        (_, "only" | "just" | "merely") => Bound::Little,
        (_, "about" | "around" | "some" | "roughly" | "approximately" | "estimated") => Bound::About,
        _ => Bound::Exact,
    }
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

/// Words of a hunk at most that are shown whole with its number.
const TOLD_WITH: usize = 5;

/// A number that only one side has, where the other has a vague word for it.
fn vague(sheet: &mut Sheet<'_, '_>, side: usize, fact: &Fact<'_>) {
    let of = &sheet.pair.sides[1 - side];
    // "No similar step" says nothing about a day.
    let counts = !matches!(fact.value, Value::Time(_));
    let facing = sheet.open().into_iter().find(|hunk| {
        let mine = &hunk[side];
        mine.start < fact.words.end
            && fact.words.start < mine.end
            && hunk[1 - side]
                .clone()
                .any(|at| VAGUE.contains(&of.fold(at)) || counts && NOBODY.contains(&of.fold(at)))
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
        sheet.is_open(1 - side, at)
            && VAGUE.contains(&other.fold(at))
            && phrase::stem(other.fold(thing)) == things
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
        if other
            || SIDES
                .iter()
                .all(|&side| has_figures(&sheet.pair.sides[side], &hunk[side]))
        {
            let evidence = per_side(|side| phrase::glued(&sheet.pair.sides[side], &hunk[side]));
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

/// Verbs of more and less, by their stems: what they are said "to" is where they end, what "by", or without a word, is
/// how far they go.
#[rustfmt::skip]
const STEPS: &[&str] = &[
    "rise", "rose", "risen", "increase", "grow", "grew", "climb", "jump", "surge", "soar", "raise", "fall", "fell", "fallen",
    "decrease", "shrink", "shrank", "drop", "decline", "slump", "plunge", "slip", "lower", "cut", "reduce",
];

/// "cut by 25%" against "cut to 25%", "rose 5%" against "rose to 5%", "lowered to 3" against "lowered from 3".
fn direction(sheet: &mut Sheet<'_, '_>) {
    for hunk in sheet.open() {
        let word = |side: usize| match hunk[side].len() {
            0 => Some(""),
            1 => Some(sheet.pair.sides[side].fold(hunk[side].start)),
            _ => None,
        };
        let steps = || {
            SIDES.iter().all(|&side| {
                let verb = hunk[side].start.checked_sub(1);
                let stem = verb.map(|at| phrase::stem(sheet.pair.sides[side].fold(at)));
                stem.is_some_and(|stem| STEPS.iter().any(|step| phrase::stem(step) == stem))
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
