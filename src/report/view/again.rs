//! An overview behind one of the same articles, as after a correction: of rows that are as they were only their place then is
//! told, so that neither the door nor the page has to do with them.

use serde::Serialize;

use super::overview::parts;
use super::{Card, ChangeRow, EntityRow, Verdict};
use crate::Analysis;

/// What was shown last.
#[derive(Debug, Default)]
pub struct Shown {
    /// Keys of the documents that it was of.
    of: Vec<u32>,
    articles: Vec<Card>,
    entities: Vec<EntityRow>,
}

impl Shown {
    /// The overview of an analysis of the documents with these keys: whole, or with numbers for rows that the last one of the
    /// same documents had in that place, where the analysis was made with that one's.
    pub fn next(&mut self, of: &[u32], analysis: &Analysis) -> impl Serialize + use<> {
        let same = self.of == of;
        if !same {
            *self = Self {
                of: of.to_vec(),
                ..Self::default()
            };
        }
        let now = parts(analysis, &|change| same && analysis.comparison.stood(change));
        let change = |(place, row): (usize, Option<ChangeRow>)| row.map_or(Row::Place(place), Row::Whole);
        let next = Again {
            verdict: now.verdict,
            articles: rows(&now.articles, &self.articles),
            entities: rows(&now.entities, &self.entities),
            changes: now.changes.into_iter().enumerate().map(change).collect(),
        };
        (self.articles, self.entities) = (now.articles, now.entities);
        next
    }
}

#[derive(Serialize)]
struct Again {
    verdict: Verdict,
    articles: Vec<Row<Card>>,
    entities: Vec<Row<EntityRow>>,
    changes: Vec<Row<ChangeRow>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Row<T> {
    Place(usize),
    Whole(T),
}

/// So many rows are looked at for one that stays: a correction takes out or puts in no more at one place as a rule.
const AHEAD: usize = 4;

fn rows<T: Clone + PartialEq>(now: &[T], last: &[T]) -> Vec<Row<T>> {
    let mut rest = 0;
    let row = |row: &T| {
        let mut ahead = last[rest..].iter().take(AHEAD);
        let Some(found) = ahead.position(|one| one == row) else {
            return Row::Whole(row.clone());
        };
        rest += found + 1;
        Row::Place(rest - 1)
    };
    now.iter().map(row).collect()
}
