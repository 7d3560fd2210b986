//! An overview behind one of the same articles, as after a correction: of rows that are as they were only their place then is
//! told, so that neither the door nor the page has to do with them.

use serde::Serialize;

use super::overview::{card, entities, is_aside};
use super::{Card, ChangeRow, EntityRow, Verdict, ledger};
use crate::Analysis;
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
}

impl Shown {
    /// The overview of an analysis of the documents with these keys: whole, or with numbers for rows that the last one of the
    /// same documents had in that place, where the analysis was made with that one's.
    pub fn next(&mut self, of: &[u32], analysis: &Analysis) -> impl Serialize + use<> {
        let (build, comparison) = (Build::new(analysis), &analysis.comparison);
        let (verdict, entities) = (verdict(analysis), entities(&build));
        let same = self.of == of;
        if !same {
            *self = Self {
                of: of.to_vec(),
                ..Self::default()
            };
        }
        let article = |id: ArticleId| {
            let stands = same && is_aside(&verdict, id) == is_aside(&self.verdict, id);
            if stands && comparison.is_same(id) {
                Row::Place(id.0 as usize)
            } else {
                Row::Whole(card(&build, id, &verdict))
            }
        };
        let articles = analysis.story.ids().map(article).collect();
        let stood = |change| same && comparison.stood(change);
        let change = |(place, row): (usize, Option<ChangeRow>)| row.map_or(Row::Place(place), Row::Whole);
        let changes = ledger::changes(&build, &stood).enumerate();
        let next = Again {
            articles,
            entities: rows(&entities, &self.entities),
            changes: changes.map(change).collect(),
            verdict: verdict.clone(),
        };
        (self.verdict, self.entities) = (verdict, entities);
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
