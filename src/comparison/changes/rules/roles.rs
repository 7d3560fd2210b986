//! Offices and titles that differ: "minister" against "deputy minister".

use std::ops::Range;

use super::super::draft::{Rule, Sheet};
use super::super::pair::{SIDES, Side, per_side};
use crate::article::label::{Confidence, Label};
use crate::article::segment::TokenKind;
use crate::comparison::changes::{ChangeKind, Intent};

const ROLE: Rule = Rule {
    id: "name.role",
    kind: ChangeKind::Name,
    intent: Intent::Fact,
    weight: 0.5,
    only: "Only {A gives} the title in “{a}”.",
    both: "{A has} “{a}”, {B has} “{b}”: the title differs.",
};

/// Words that make another office of one.
#[rustfmt::skip]
const RANKS: &[&str] = &[
    "deputy", "vice", "assistant", "acting", "former", "ex", "then", "interim", "senior", "junior", "chief", "first", "outgoing",
    "incoming", "designate", "elect", "honorary", "retired", "co", "under", "associate",
];

/// Titles of which one has a word of rank that the other lacks, or that name different offices.
pub(super) fn roles(sheet: &mut Sheet<'_, '_>) {
    for hunk in sheet.open() {
        let ranked = SIDES.iter().any(|&side| {
            let of = &sheet.pair.sides[side];
            hunk[side].clone().any(|at| RANKS.contains(&of.fold(at)))
        });
        let short = hunk.iter().all(|words| words.len() <= 4);
        let roles = per_side(|side| role(sheet, side, &hunk[side]));
        let faced = hunk.iter().all(|words| !words.is_empty());
        let inside = roles.iter().filter(|role| role.is_some()).count();
        // A rank on one side is a finding; without one both must be titles.
        let told = ranked && inside > 0 || faced && inside == 2;
        if !short || !told {
            if let Some(evidence) = left(sheet, &hunk) {
                sheet.find(&ROLE, &evidence, Confidence::Medium, 1.0);
            }
            continue;
        }
        let evidence = per_side(|side| {
            roles[side]
                .clone()
                .unwrap_or_else(|| partner(sheet, side, &roles, &hunk))
        });
        // "Holm's lawyer" is her lawyer.
        let whose = per_side(|side| without_owner(&sheet.pair.sides[side], &evidence[side]));
        if whose[0] == whose[1] {
            for side in SIDES {
                sheet.take(side, &hunk[side]);
            }
            continue;
        }
        sheet.find(&ROLE, &evidence, Confidence::Medium, 1.0);
        let named = per_side(|side| with_name(&sheet.pair.sides[side], &evidence[side]));
        sheet.show(&named);
    }
}

/// The words of a title behind who has whom it names.
fn without_owner<'s>(side: &'s Side<'_>, title: &Range<usize>) -> Vec<&'s str> {
    let owner = title
        .clone()
        .rev()
        .find(|&at| side.words[at].kind == TokenKind::Clitic);
    let start = owner.map_or(title.start, |at| at + 1);
    (start..title.end).map(|at| side.fold(at)).collect()
}

/// Words that say that somebody is not what the noun behind says.
const NO_MORE: &[&str] = &[
    "former", "ex", "retired", "acting", "deputy", "interim", "outgoing", "incoming",
];

/// "a former soldier" against "a soldier": the noun with the word that only one side has before it.
fn left(sheet: &Sheet<'_, '_>, hunk: &[Range<usize>; 2]) -> Option<[Range<usize>; 2]> {
    let side = SIDES.into_iter().find(|&side| hunk[1 - side].is_empty())?;
    let of = &sheet.pair.sides[side];
    let mut words = hunk[side].clone();
    let only = words.len() == 1 && words.all(|at| NO_MORE.contains(&of.fold(at)));
    let noun = of
        .words
        .get(hunk[side].end)
        .filter(|word| only && word.is_content())?;
    let partner = noun.partner?;
    let [own, other] = [hunk[side].start..hunk[side].end + 1, partner..partner + 1];
    Some(if side == 0 { [own, other] } else { [other, own] })
}

/// Words of a name at most that is shown behind its title.
const NAME: usize = 3;

/// A title with the name that it stands before.
fn with_name(side: &Side<'_>, title: &Range<usize>) -> Range<usize> {
    let name = |at: usize| {
        side.words
            .get(at)
            .is_some_and(|word| word.is_capital() && word.is_content() && !word.first)
    };
    let more = (0..NAME).take_while(|step| name(title.end + step)).count();
    title.start..title.end + if title.is_empty() { 0 } else { more }
}

/// The title that some words of a hunk stand in.
fn role(sheet: &Sheet<'_, '_>, side: usize, mine: &Range<usize>) -> Option<Range<usize>> {
    let of = &sheet.pair.sides[side];
    let roles = of
        .mentions
        .1
        .iter()
        .filter(|mention| mention.label == Label::Role);
    let mut words = roles.map(|mention| of.words_in(mention.span));
    let led = usize::from(mine.len() > 1 && matches!(of.fold(mine.start), "a" | "an" | "the"));
    let mine = mine.start + led..mine.end;
    // A rank stands before its office, whether the reader of roles took it in or not.
    words.find(|role| {
        !mine.is_empty() && role.start <= mine.end && mine.start <= role.end && mine.end <= role.end
    })
}

/// Where a side lacks the word of rank: the rest of the title there.
fn partner(
    sheet: &Sheet<'_, '_>,
    side: usize,
    roles: &[Option<Range<usize>>; 2],
    hunk: &[Range<usize>; 2],
) -> Range<usize> {
    let other = roles[1 - side].clone().unwrap_or_default();
    let words = &sheet.pair.sides[1 - side].words[other];
    let kept: Vec<usize> = words.iter().filter_map(|word| word.partner).collect();
    match (kept.iter().min(), kept.iter().max()) {
        (Some(&first), Some(&last)) if last - first < 8 => first..last + 1,
        _ => hunk[side].clone(),
    }
}
