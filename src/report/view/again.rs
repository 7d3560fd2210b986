//! An overview behind one of the same articles, as after a correction: of rows that are as they were only their place then is
//! told, so that neither the door nor the page has to do with them.

use std::cell::Cell;

use serde::ser::SerializeStruct as _;
use serde::{Serialize, Serializer};

use super::ledger::Ledger;
use super::overview::{card, entities, is_aside};
use super::quotes::Quotes;
use super::{EntityRow, Verdict};
use crate::Analysis;
use crate::comparison::changes::Rendering;
use crate::report::build::Build;
use crate::report::verdict;
use crate::story::ArticleId;

/// What was shown last.
#[derive(Debug, Default)]
pub struct Shown {
    /// Keys of the documents that it was of.
    of: Vec<u32>,
    verdict: Verdict,
    entities: Vec<EntityRow>,
    quotes: Told,
}

/// What the view of quotes told last, and of which analysis.
#[derive(Debug, Default)]
struct Told {
    /// Index, speaker and renderings of each utterance: with the articles, a row hangs on nothing else.
    utterances: Vec<(usize, Option<String>, Renderings)>,
    /// Analyses since then.
    since: u8,
}

type Renderings = Vec<(ArticleId, usize, Rendering)>;

impl Shown {
    /// Tells the overview of an analysis of the documents with these keys: whole, or with numbers for rows that the last one of
    /// the same documents had in that place, where the analysis was made with that one's.
    ///
    /// # Errors
    /// Those of the serializer; plain values give it no reason for any.
    pub fn next<S: Serializer>(&mut self, of: &[u32], analysis: &Analysis, to: S) -> Result<S::Ok, S::Error> {
        let (build, comparison) = (Build::new(analysis), &analysis.comparison);
        let (verdict, entities) = (verdict(analysis), entities(&build));
        let same = self.of == of;
        if !same {
            *self = Self::default();
        }
        let article = |at: usize| {
            let id = ArticleId(at as u32);
            let stands = same && is_aside(&verdict, id) == is_aside(&self.verdict, id);
            if stands && comparison.is_same(id) {
                Row::Place(at)
            } else {
                Row::Whole(card(&build, id, &verdict))
            }
        };
        let rest = Cell::new(0);
        let entity = |at: usize| match ahead(&self.entities, &rest, &entities[at]) {
            Some(place) => Row::Place(place),
            None => Row::Whole(&entities[at]),
        };
        let ledger = Ledger::new(&build);
        let change = |at: usize| match comparison.stood(at).filter(|_| same) {
            Some(place) => Row::Place(place),
            None => Row::Whole(ledger.row(at, &comparison.changes[at])),
        };
        let mut told = to.serialize_struct("Overview", 4)?;
        told.serialize_field("verdict", &verdict)?;
        told.serialize_field("articles", &Rows(analysis.story.articles.len(), &article))?;
        told.serialize_field("entities", &Rows(entities.len(), &entity))?;
        told.serialize_field("changes", &Rows(comparison.changes.len(), &change))?;
        *self = Self {
            of: of.to_vec(),
            verdict,
            entities,
            quotes: std::mem::take(&mut self.quotes).later(),
        };
        told.end()
    }

    /// Tells the view of quotes of the analysis that was told last: with numbers for utterances that the last one of the same
    /// documents had in that place, where that was of this analysis or of the one before.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn quotes<S: Serializer>(&mut self, analysis: &Analysis, to: S) -> Result<S::Ok, S::Error> {
        let (all, rest) = (Quotes::new(analysis), Cell::new(0));
        let known = |at: usize| (all.said[at].0, all.speaker(at), all.said[at].1.renderings.clone());
        let utterances: Vec<_> = (0..all.said.len()).map(known).collect();
        let before = &self.quotes;
        let is_same = |id: ArticleId| before.since == 0 || analysis.comparison.is_same(id);
        let utterance = |at: usize| {
            let place = ahead(&before.utterances, &rest, &utterances[at]);
            match place.filter(|_| utterances[at].2.iter().all(|one| is_same(one.0))) {
                Some(place) => Row::Place(place),
                None => Row::Whole(all.row(at)),
            }
        };
        let mut told = to.serialize_struct("QuotesView", 3)?;
        told.serialize_field("speakers", &all.speakers)?;
        told.serialize_field("utterances", &Rows(utterances.len(), &utterance))?;
        told.serialize_field("unnamed", &all.unnamed)?;
        self.quotes = Told { utterances, since: 0 };
        told.end()
    }
}

impl Told {
    /// The same, an analysis later.
    fn later(self) -> Self {
        match self.since {
            0 => Self { since: 1, ..self },
            _ => Self::default(),
        }
    }
}

/// Where a row stands among those told before, behind the last that was found.
fn ahead<T: PartialEq>(before: &[T], rest: &Cell<usize>, row: &T) -> Option<usize> {
    let mut some = before[rest.get()..].iter().take(AHEAD);
    let place = rest.get() + some.position(|one| one == row)?;
    rest.set(place + 1);
    Some(place)
}

/// So many rows are looked at for one that stays: a correction takes out or puts in no more at one place as a rule.
const AHEAD: usize = 4;

/// So many rows, and what makes each.
struct Rows<'r, T>(usize, &'r dyn Fn(usize) -> Row<T>);

impl<T: Serialize> Serialize for Rows<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((0..self.0).map(self.1))
    }
}

#[derive(Serialize)]
#[serde(untagged)]
enum Row<T> {
    Place(usize),
    Whole(T),
}
