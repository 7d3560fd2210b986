//! Exact span and kind, with the engine that runs in the page, and what margins are worth.

use std::ops::Range;

use crossread::article::tag::learned::{self, Support, Tagged, Votes};
use crossread::knowledge::model::{English, Kind};

use super::corpus::{Corpus, DEVELOPMENT, page, weight};
use super::sets::{Labelled, names};

/// Hits, found and wanted names.
#[derive(Default, Clone, Copy)]
pub(crate) struct Count {
    hits: usize,
    found: usize,
    wanted: usize,
}

type Name = (Range<usize>, Kind);

/// Kinds that every set knows.
fn is_common(name: &Name) -> bool {
    matches!(name.1, Kind::Person | Kind::Organisation | Kind::Location)
}

impl Count {
    /// Counts persons, organisations and places.
    pub(crate) fn add(&mut self, wanted: &[Name], found: &[Name]) {
        self.wanted += wanted.iter().filter(|n| is_common(n)).count();
        self.found += found.iter().filter(|n| is_common(n)).count();
        self.hits += found
            .iter()
            .filter(|n| is_common(n))
            .filter(|n| wanted.contains(n))
            .count();
    }

    /// The harmonic mean of precision and recall.
    pub(crate) fn f1(self) -> f64 {
        2.0 * self.hits as f64 / ((self.found + self.wanted).max(1) as f64)
    }
}

/// Names of a document, found by two readings.
fn read(document: &Labelled, english: &English) -> Vec<Tagged> {
    let page = page(document, english);
    let reading = learned::read(&page, english);
    reading.names(&Votes::of(&page, &reading.tags))
}

/// F1 on each list of documents that were held back.
pub(crate) fn held(corpus: &Corpus, english: &English) -> Vec<(&'static str, f64)> {
    let mut scores = Vec::new();
    for (name, documents) in corpus.held.iter().filter(|(_, documents)| !documents.is_empty()) {
        let mut count = Count::default();
        for document in documents {
            let found: Vec<Name> = read(document, english)
                .into_iter()
                .map(|n| (n.tokens, n.kind))
                .collect();
            count.add(&names(&document.tags), &found);
        }
        scores.push((*name, count.f1()));
    }
    scores
}

/// Of names called high at least so many are right.
const HIGH: f64 = 0.95;

/// Of names called medium at least so many are right.
const MEDIUM: f64 = 0.70;

/// A name that was found: its margin, whether something else speaks for it, and whether it is right.
struct Judged {
    margin: i32,
    supported: bool,
    right: f64,
    weight: f64,
}

fn judged(corpus: &Corpus, english: &English) -> Vec<Judged> {
    let mut judged = Vec::new();
    for (set, documents) in &corpus.held {
        let weight = weight(set);
        for document in documents.iter().filter(|_| weight > 0.0) {
            let wanted = names(&document.tags);
            judged.extend(read(document, english).into_iter().map(|name| Judged {
                margin: name.margin,
                supported: name.support != Support::None,
                right: f64::from(u8::from(wanted.contains(&(name.tokens, name.kind)))),
                weight,
            }));
        }
    }
    judged.sort_by_key(|judged| -judged.margin);
    judged
}

/// The margins from which names are called high and medium, measured on what was held back.
pub(crate) fn thresholds(corpus: &Corpus, english: &English) -> [[i32; 2]; 2] {
    let judged = judged(corpus, english);
    [true, false].map(|supported| {
        let all: Vec<&Judged> = judged.iter().filter(|j| j.supported == supported).collect();
        let high = lowest(&all, HIGH);
        let rest: Vec<&Judged> = all.into_iter().filter(|j| j.margin < high).collect();
        [high, lowest(&rest, MEDIUM).min(high)]
    })
}

/// The lowest margin down to which the share of right names is at least `share`.
fn lowest(judged: &[&Judged], share: f64) -> i32 {
    let (mut weight, mut right) = (0.0, 0.0);
    let mut lowest = i32::MAX;
    for judged in judged {
        weight += judged.weight;
        right += judged.weight * judged.right;
        if right >= share * weight {
            lowest = judged.margin;
        }
    }
    lowest
}

/// On the development set, the share of right names among those called high, medium and low, and how many they are.
pub(crate) fn calibration(corpus: &Corpus, english: &English) -> [(f64, usize); 3] {
    let mut counts = [(0.0, 0_usize); 3];
    let development = corpus.held.iter().filter(|(name, _)| *name == DEVELOPMENT);
    for document in development.flat_map(|(_, documents)| documents) {
        let wanted = names(&document.tags);
        for name in read(document, english) {
            let named = (name.tokens.clone(), name.kind);
            if is_common(&named) {
                let step = name.step(english);
                counts[step].0 += f64::from(u8::from(wanted.contains(&named)));
                counts[step].1 += 1;
            }
        }
    }
    counts.map(|(right, all)| (right / all.max(1) as f64, all))
}
