//! What speaks for and against a name that was found, beside the weights that found it.
//!
//! A margin alone says too little: of two names with equal margins, one that stands beside another capital or behind
//! a quotation mark is wrong more often, one that the drop reads alike everywhere is right more often. How much each
//! sign is worth is learned from documents that training did not see (`xtask/src/train/sure.rs`).

use super::form::{Case, Form};
use super::page::{LineKind, Page};
use super::tags::{Support, Tagged};
use super::votes::{self, Ballot};
use crate::knowledge::model::{Kind, Kinds, SIGNS, Signs, Tag};
use crate::text::hash;

/// A sign that is there counts so much; the margin counts its own units, up to [`FARTHEST`].
const THERE: i16 = 100;

/// Beyond this, a wider margin says nothing more.
const FARTHEST: i32 = 300;

/// The signs of a name, in the line that holds it. `tags` are the first reading's, `ballots` those of the page's forms.
pub(super) fn of(page: &Page, tags: &[Tag], ballots: &[Ballot], name: &Tagged) -> Signs {
    let tokens = name.tokens.clone();
    let line = page.lines.partition_point(|line| line.tokens.end <= tokens.start);
    let line = &page.lines[line];
    let beside = |index: usize| line.tokens.contains(&index).then(|| page.form(index));
    let (before, behind) = (beside(tokens.start.wrapping_sub(1)), beside(tokens.end));
    let (first, last) = (page.form(tokens.start), page.form(tokens.end - 1));
    let length = tokens.len();
    let is = |kind: Kind| name.kind == kind;
    let told = |kinds: Option<Kinds>, wanted: Kinds| kinds.is_some_and(|kinds| kinds.any(wanted));
    let head = match name.kind {
        Kind::Organisation => Kinds::HEAD_ORG,
        Kind::Location => Kinds::HEAD_PLACE,
        Kind::Other => Kinds::HEAD_OTHER,
        Kind::Person | Kind::People => Kinds::default(),
    };
    let margin = |most: i32| name.margin.clamp(0, most) as i16;
    let read_first = tokens
        .clone()
        .filter(|&i| tags[i].kind() == Some(name.kind))
        .count();
    let small = tokens.clone().any(|i| page.seen[page.tokens[i] as usize].small);
    let common = tokens.clone().any(|i| page.form(i).kinds.any(Kinds::COMMON));
    let (alike, torn) = said(tokens.map(|i| ballots[page.tokens[i] as usize]), name.kind);
    let there = [
        name.support == Support::Listed,
        name.support == Support::InFull,
        is(Kind::Person),
        is(Kind::Organisation),
        is(Kind::Location),
        is(Kind::People),
        line.kind == LineKind::Title,
        line.kind == LineKind::Capitals,
        length == 1,
        length >= 3,
        length >= 5,
        0 < read_first && read_first < length,
        before.is_some_and(|f| f.case.is_capital()),
        behind.is_some_and(|f| f.case.is_capital()),
        behind.is_some_and(|f| f.case == Case::Number),
        one_of(before, &DASHES) || one_of(behind, &DASHES),
        one_of(before, &QUOTES),
        told(before.map(|f| f.kinds), Kinds::ROLE | Kinds::ROLE_WORD),
        told(behind.map(|f| f.kinds), Kinds::SAYS),
        one_of(before, &JOINS),
        small,
        alike,
        torn,
        length > 1 && last.kinds.any(head),
        length > 1 && is(Kind::Person) && first.kinds.any(Kinds::GIVEN),
        length == 1 && is(Kind::Person),
        common,
    ];
    let mut signs = [0; SIGNS];
    for (sign, there) in signs.iter_mut().zip(there) {
        *sign = if there { THERE } else { 0 };
    }
    for (sign, most) in signs[there.len()..]
        .iter_mut()
        .zip([FARTHEST, FARTHEST / 2, FARTHEST / 4])
    {
        *sign = margin(most);
    }
    signs
}

const DASHES: [&str; 2] = ["-", "–"];
const QUOTES: [&str; 5] = ["\"", "“", "‘", "'", "``"];
const JOINS: [&str; 4] = ["of", "and", "for", "&"];

fn one_of(form: Option<&Form>, words: &[&str]) -> bool {
    form.is_some_and(|form| words.iter().any(|word| hash::lower(word) == form.lower))
}

/// Whether each word was read often and as this kind nearly everywhere; whether one was read otherwise as often as not.
fn said(ballots: impl Iterator<Item = Ballot>, kind: Kind) -> (bool, bool) {
    let (mut alike, mut torn) = (true, false);
    for ballot in ballots {
        let all: u32 = ballot.iter().map(|&votes| u32::from(votes)).sum();
        let mine = u32::from(ballot[votes::of_kind(kind)]);
        alike &= all >= 3 && 10 * mine > 9 * all;
        torn |= all >= 2 && 10 * mine < 7 * all;
    }
    (alike, torn)
}
