//! Names that differ: another person or place, or the same in another spelling.

use std::ops::Range;

use super::super::draft::{Rule, Sheet};
use super::super::pair::{Pair, SIDES, Side, Word, per_side};
use super::super::phrase;
use super::style;
use crate::article::label::{Confidence, Label};
use crate::comparison::changes::{ChangeKind, Intent};
use crate::story::entities::EntityId;

const CHANGED: Rule = Rule {
    id: "name.changed",
    kind: ChangeKind::Name,
    intent: Intent::Fact,
    weight: 0.58,
    only: "Only {A names} “{a}”.",
    both: "{A names} “{a}”, {B names} “{b}”.",
};

const SPELLED: Rule = Rule {
    id: "name.spelling",
    kind: ChangeKind::Name,
    intent: Intent::Style,
    weight: 0.34,
    only: "Only {A has} “{a}”.",
    both: "{A spells} the name “{a}”, {B spells} it “{b}”.",
};

const UNNAMED: Rule = Rule {
    id: "name.left-out",
    kind: ChangeKind::Name,
    intent: Intent::Fact,
    weight: 0.5,
    only: "Only {A names} “{a}”.",
    both: "{A names} “{a}”, {B says} “{b}”.",
};

/// A name of one side.
struct Named {
    words: Range<usize>,
    entity: Option<EntityId>,
    label: Label,
}

/// Names that do not stand on both sides, each against the one that stands for it.
pub(super) fn names(sheet: &mut Sheet<'_, '_>) {
    let mut left = per_side(|side| open_names(sheet, side));
    let mut found = Vec::new();
    for x in std::mem::take(&mut left[0]) {
        let pair = sheet.pair;
        let at = left[1]
            .iter()
            .position(|y| family(x.label) == family(y.label) && (shares(pair, &x, y) || faces(sheet, &x, y)));
        if let Some(at) = at {
            found.push((x, left[1].remove(at)));
        }
    }
    for (x, y) in found {
        compare(sheet, &x, &y);
    }
    capitals(sheet);
}

/// Names that the other side only describes.
pub(super) fn described(sheet: &mut Sheet<'_, '_>) {
    for side in SIDES {
        left_out(sheet, side);
        apposed(sheet, side);
    }
}

fn compare(sheet: &mut Sheet<'_, '_>, x: &Named, y: &Named) {
    let evidence = [x.words.clone(), y.words.clone()];
    let words = per_side(|side| sheet.value(side, &evidence[side]));
    let within = |x: &str, y: &str| {
        x.split(' ')
            .all(|part| y.split(' ').any(|other| part == other || part == "'s"))
    };
    let same = x.entity.is_some() && x.entity == y.entity;
    if !same && (is_inflected(&words) || is_short(sheet, &evidence)) {
        return;
    }
    if same && (within(&words[0], &words[1]) || within(&words[1], &words[0])) {
        sheet.find(&style::NAME_FORM, &evidence, Confidence::High, 1.0);
    } else if x.label == Label::Person
        && y.label == Label::Person
        && SIDES.iter().any(|&side| speaks(sheet, side, &evidence[side]))
        && !alike(&words)
    {
        // Another speaker is the business of attributions, and who speaks is not whom somebody speaks to.
    } else if same {
        sheet.find(&SPELLED, &evidence, Confidence::High, 1.0);
    } else {
        let confidence = if shares(sheet.pair, x, y) || alike(&words) {
            Confidence::High
        } else {
            Confidence::Medium
        };
        // Two that both articles know were exchanged.
        let known = |of: &Named| {
            let entity = of.entity.map(|id| &sheet.pair.story.entities[id.0 as usize]);
            let names = |side: usize| {
                entity.is_some_and(|entity| {
                    entity
                        .mentions
                        .iter()
                        .any(|(id, _)| *id == sheet.pair.sides[side].id)
                })
            };
            SIDES.into_iter().all(names)
        };
        let exchanged = known(x) && known(y);
        // Of whom two passages tell that share little is no difference.
        if exchanged && !sheet.pair.is_close() {
            for side in SIDES {
                sheet.take(side, &evidence[side]);
            }
            return;
        }
        sheet.find(
            &CHANGED,
            &evidence,
            confidence,
            if exchanged { EXCHANGED } else { 1.0 },
        );
        if exchanged {
            let led = per_side(|side| led_to(&sheet.pair.sides[side], &evidence[side]));
            sheet.show(&led);
        }
    }
}

/// Letters of a name at least, and more of the other at most, where one is a form of the other: "Kashmir" and "Kashmiri", "American"
/// and "Americans".
const FORM: (usize, usize) = (5, 2);

/// Whether one word is a form of the other.
fn is_inflected(words: &[String; 2]) -> bool {
    let [short, long] = if words[0].len() <= words[1].len() {
        [0, 1]
    } else {
        [1, 0]
    };
    let one = words.iter().all(|words| !words.contains(' '));
    let (least, more) = FORM;
    let [short, long] = [&words[short], &words[long]];
    one && short.len() >= least && long.starts_with(short.as_str()) && long.len() - short.len() <= more
}

/// Whether one name is the first letters of the other: "the FA" and "the Football Association".
fn is_short(sheet: &Sheet<'_, '_>, names: &[Range<usize>; 2]) -> bool {
    let of = |side: usize| {
        let side = &sheet.pair.sides[side].words[names[side].clone()];
        side.iter().filter(|word| word.is_word() && word.is_content())
    };
    let initials = |side: usize| {
        let words: Vec<&str> = of(side).map(|word| word.text).collect();
        let letters: String = words.iter().filter_map(|word| word.chars().next()).collect();
        (words.len() > 1).then_some(letters)
    };
    let short = |side: usize| {
        let mut words = of(side).map(|word| word.text.replace('.', ""));
        let word = words.next().filter(|word| word.len() > 1);
        word.filter(|_| words.next().is_none())
    };
    SIDES.into_iter().any(|side| {
        let pair = short(side).zip(initials(1 - side));
        pair.is_some_and(|(short, long)| short == long)
    })
}

/// Words before a name at most that are shown to tell which of two places it stands in.
const LED: usize = 6;

/// A name with the words before it that both sides have.
fn led_to(side: &Side<'_>, name: &Range<usize>) -> Range<usize> {
    let mut start = name.start;
    let shared = |word: &Word<'_>| word.is_word() && word.partner.is_some();
    while start > 0 && name.start - start < LED && shared(&side.words[start - 1]) {
        start -= 1;
    }
    start..name.end
}

/// How much graver it is that two names were exchanged than that one is another.
const EXCHANGED: f32 = 1.25;

/// Names with a word that the other side lacks.
fn open_names(sheet: &Sheet<'_, '_>, side: usize) -> Vec<Named> {
    let of = &sheet.pair.sides[side];
    let entities = &sheet.pair.story.entity_of[of.id.0 as usize];
    let (first, mentions) = of.mentions;
    let mentions = (first..).zip(mentions);
    let mut names: Vec<Named> = Vec::new();
    for (index, mention) in mentions.filter(|(_, m)| family(m.label) > 0 && of.holds(m.span)) {
        let words = of.words_in(mention.span);
        let inside = names.last().is_some_and(|last| words.end <= last.words.end);
        if !words.is_empty() && !inside && sheet.any_open(side, &words) {
            names.push(Named {
                words,
                entity: entities.get(index).copied(),
                label: mention.label,
            });
        }
    }
    names
}

/// Only names of one family can stand for one another; 0 is no name. A person is never a place.
fn family(label: Label) -> u8 {
    match label {
        Label::Person => 1,
        Label::Org | Label::Media | Label::Gpe | Label::Loc | Label::Fac => 2,
        Label::Norp => 3,
        Label::Product | Label::Event | Label::WorkOfArt | Label::Law => 4,
        _ => 0,
    }
}

fn shares(pair: &Pair<'_>, x: &Named, y: &Named) -> bool {
    pair.shared(0, &x.words, &y.words) > 0
}

fn faces(sheet: &Sheet<'_, '_>, x: &Named, y: &Named) -> bool {
    let overlaps = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
    sheet
        .open()
        .iter()
        .any(|hunk| overlaps(&hunk[0], &x.words) && overlaps(&hunk[1], &y.words))
}

/// Whether either name says who speaks.
fn speaks(sheet: &Sheet<'_, '_>, side: usize, name: &Range<usize>) -> bool {
    let of = &sheet.pair.sides[side];
    let mut speakers = of.quotes.iter().filter_map(|quote| quote.speaker.as_ref());
    let span = of.span(name);
    span.is_some_and(|span| speakers.any(|speaker| speaker.span.contains(span)))
}

/// Two writings are of one name, perhaps with a slip, when this share of their letters stands in the same order.
const ALIKE: f32 = 0.6;

fn alike(words: &[String; 2]) -> bool {
    let [x, y] = [0, 1].map(|side: usize| words[side].chars().collect::<Vec<char>>());
    let mut row = vec![0_usize; y.len() + 1];
    for a in &x {
        let mut diagonal = 0;
        for (at, b) in y.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if a == b { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    let common = row.last().copied().unwrap_or(0);
    2.0 * common as f32 >= ALIKE * 2.0 * x.len().max(y.len()) as f32
}

/// Capitalised words that no table knows as names, where they face each other inside a sentence.
fn capitals(sheet: &mut Sheet<'_, '_>) {
    for hunk in sheet.open() {
        let names = SIDES.iter().all(|&side| {
            let of = &sheet.pair.sides[side];
            let words = &of.words[hunk[side].clone()];
            let capital = |word: &Word<'_>| {
                word.is_capital() && word.is_content() && word.text.chars().any(char::is_lowercase)
            };
            let name = !words.is_empty() && words.len() <= 4 && words.iter().all(capital) && !words[0].first;
            // Another speaker is the business of attributions; another family name of John is not.
            let mut speakers = of.quotes.iter().filter_map(|quote| quote.speaker.as_ref());
            name && !speakers.any(|speaker| of.words_in(speaker.span) == hunk[side])
        });
        let words = per_side(|side| sheet.value(side, &hunk[side]));
        if names && !is_inflected(&words) && !is_short(sheet, &hunk) {
            let evidence = per_side(|side| {
                let of = &sheet.pair.sides[side];
                let run = capital_run(of, &hunk[side]);
                let article = run.start > 0 && of.fold(run.start - 1) == "the";
                run.start - usize::from(article)..run.end
            });
            sheet.find(&CHANGED, &evidence, Confidence::Medium, 0.95);
        }
    }
}

/// A name beside what both sides call whoever has it, where the other article never gives it: "a former partner, Arne Skaug".
fn apposed(sheet: &mut Sheet<'_, '_>, side: usize) {
    for name in open_names(sheet, side) {
        let of = &sheet.pair.sides[side];
        let there = sheet.pair.sides[1 - side].id;
        let entity = name.entity.map(|id| &sheet.pair.story.entities[id.0 as usize]);
        let given = entity.is_none_or(|entity| entity.mentions.iter().any(|(id, _)| *id == there));
        let before = name
            .words
            .start
            .checked_sub(1 + usize::from(of.fold(name.words.start.saturating_sub(1)) == ","));
        let Some(last) = before.filter(|_| name.label == Label::Person && !given) else {
            continue;
        };
        let called = phrase::noun_start(of, last)..last + 1;
        let partner = |at: usize| of.words[at].partner;
        let (Some(start), Some(end)) = (partner(called.start), partner(last)) else {
            continue;
        };
        let alone = name.words.clone().all(|at| sheet.is_open(side, at));
        let plain = of.words[last].is_content() && !of.words[last].is_capital() && start <= end;
        if alone && plain && called.len() > 1 {
            let mut evidence = [start..end + 1, start..end + 1];
            evidence[side] = called.start..name.words.end;
            sheet.find(&UNNAMED, &evidence, Confidence::Medium, 1.0);
            sheet.tell_from(side);
        }
    }
}

/// The range with the capitalised words around it: "Radio" before "Lomo".
fn capital_run(side: &Side<'_>, words: &Range<usize>) -> Range<usize> {
    let mut range = words.clone();
    let name = |at: usize| side.words[at].is_capital() && side.words[at].is_content();
    while range.start > 0 && name(range.start - 1) && !side.words[range.start - 1].first {
        range.start -= 1;
    }
    while range.end < side.words.len() && name(range.end) {
        range.end += 1;
    }
    range
}

/// Words that stand for a name without giving it.
const INSTEAD: &[&str] = &["a", "an", "the", "another", "some", "one"];

/// A name where the other side has an unnamed phrase: "Radio Lomo" against "a local station".
fn left_out(sheet: &mut Sheet<'_, '_>, side: usize) {
    for hunk in sheet.open() {
        let other = &sheet.pair.sides[1 - side];
        let instead = INSTEAD.contains(&other.fold(hunk[1 - side].start)) && hunk[1 - side].len() <= 5;
        let bare = other.words[hunk[1 - side].clone()]
            .iter()
            .all(|word| !word.is_capital());
        // "the talks were" is no description of anybody.
        let last = hunk[1 - side].end.saturating_sub(1);
        let verb = matches!(
            other.fold(last),
            "was" | "were" | "is" | "are" | "has" | "have" | "had"
        );
        if hunk[1 - side].is_empty() || !instead || verb || !bare || other.content(&hunk[1 - side]) == 0 {
            continue;
        }
        let named = open_names(sheet, side)
            .into_iter()
            .find(|name| hunk[side].start <= name.words.start && name.words.end <= hunk[side].end + 1);
        if named.is_some() && hunk[side].len() <= 6 {
            sheet.find(&UNNAMED, &hunk, Confidence::Medium, 1.0);
            sheet.tell_from(side);
        }
    }
}
