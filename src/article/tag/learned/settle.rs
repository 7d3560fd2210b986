//! One name, one kind: where the model wavers between two readings of one spelling, the rest of the drop decides.

use super::page::Page;
use super::tags::Tagged;
use super::votes::{self, Votes};
use crate::article::label::Confidence;
use crate::knowledge::model::{English, Kind};
use crate::order::Arrange as _;
use crate::text::hash;

/// What is said for each kind about one spelling.
type Tally = [u32; Kind::ALL.len()];

/// A name counts by the logarithm of its odds, in thousandths: so much where they are even, at least [`LEAST`], and at
/// most twice as much.
const EVEN: i32 = 3_000;

/// What a name counts that is hardly believed.
const LEAST: i32 = 200;

/// What a vote of a first reading counts: as much as a name with even odds.
const VOTE: u32 = 3_000;

/// Gives names of one spelling one kind. Only names of low confidence give way: where the words around a name say
/// clearly that it is another thing (a city, and a person of its name), it stays another.
pub(super) fn settle(page: &Page, votes: &Votes, english: &English, found: &mut [Tagged]) {
    let mut spellings: Vec<(u64, usize)> = found
        .iter()
        .enumerate()
        .map(|(index, name)| (spelling(page, name), index))
        .collect();
    spellings.arrange();
    for group in spellings.chunk_by(|a, b| a.0 == b.0) {
        let mut tally = Tally::default();
        for &(_, index) in group {
            let name = &found[index];
            let odds = english.odds.of(&name.signs) + EVEN;
            tally[name.kind as usize] += odds.clamp(LEAST, 2 * EVEN) as u32;
        }
        let first = &found[group[0].1];
        if first.tokens.len() == 1 {
            add(&mut tally, votes.ballot(page.form(first.tokens.start).lower));
        }
        let Some(winner) = winner(&tally) else { continue };
        for &(_, index) in group {
            let name = &mut found[index];
            if name.confidence(english) == Confidence::Low {
                name.kind = winner;
            }
        }
    }
}

fn spelling(page: &Page, name: &Tagged) -> u64 {
    name.tokens
        .clone()
        .fold(0, |sum, token| hash::mix(sum, page.form(token).exact))
}

/// What the first readings of all articles say about a word that is a name by itself.
fn add(tally: &mut Tally, ballot: votes::Ballot) {
    for (sum, kind) in tally.iter_mut().zip(Kind::ALL) {
        *sum += VOTE * u32::from(ballot[votes::of_kind(kind)]);
    }
}

/// The kind that most is said for; `None` where two are equal.
fn winner(tally: &Tally) -> Option<Kind> {
    let most = tally.iter().max()?;
    let mut best = Kind::ALL
        .into_iter()
        .filter(|&kind| tally[kind as usize] == *most);
    best.next().filter(|_| best.next().is_none())
}
