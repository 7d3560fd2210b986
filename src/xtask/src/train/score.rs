//! Exact span and kind, with the engine that runs in the page.

use std::ops::Range;

use crossread::article::tag::learned::{self, Tagged, Votes};
use crossread::knowledge::model::{English, Kind};

use super::corpus::{Corpus, page};
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
pub(crate) fn is_common(name: &Name) -> bool {
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

    /// Whether there was nothing to find, as in a set that is left out.
    pub(crate) fn is_empty(self) -> bool {
        self.wanted == 0
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
