//! Which lines are worth comparing, and how alike these are.

use super::line::Line;
use super::score::score;
use crate::order::Arrange as _;
use crate::text::shingles::{HashKeyed, mix};

/// Up to so many pairs of lines all are compared: a hundred on each side that the other does not have word for word.
/// Beyond, only lines that share a rare word or a run of words.
const ALL_PAIRS: usize = 100 * 100;

/// Words of a run that finds candidates.
const RUN: usize = 5;

/// Lines of one side that may hold a word or run by which lines are found: what more lines have is no longer rare, and
/// the cap keeps the work near-linear.
const HOLDERS: usize = 12;

/// Scores below are no evidence of anything and are not kept.
const FLOOR: f32 = 0.12;

/// How alike the lines of two articles are, where it is more than chance.
#[derive(Debug, Default)]
pub(super) struct Similar {
    // Invariant: each row sorted by its first number.
    rows: Vec<Vec<(u32, f32)>>,
}

impl Similar {
    /// Compares lines of two articles: those whose numbers are given, in order; the others are linked already.
    pub(super) fn new(a: &[Line], b: &[Line], free_a: &[usize], free_b: &[usize]) -> Self {
        let comparable = |i: usize, j: usize| {
            let (x, y) = (a[i].kind, b[j].kind);
            x == y || x.is_body() && y.is_body()
        };
        let entry = |i: usize, j: usize| {
            let score = if comparable(i, j) {
                score(&a[i], &b[j])
            } else {
                0.0
            };
            (score >= FLOOR).then_some((j as u32, score))
        };
        let mut rows = vec![Vec::new(); a.len()];
        if free_a.len().saturating_mul(free_b.len()) <= ALL_PAIRS {
            for &i in free_a {
                rows[i] = free_b.iter().filter_map(|&j| entry(i, j)).collect();
            }
        } else {
            let index = Index::new(a, b, free_a, free_b);
            for &i in free_a {
                let candidates = index.candidates(i).into_iter();
                rows[i] = candidates.filter_map(|j| entry(i, j as usize)).collect();
            }
        }
        Self { rows }
    }

    /// The score of two lines; 0 where they were not compared.
    pub(super) fn get(&self, i: usize, j: usize) -> f32 {
        let row = &self.rows[i];
        row.binary_search_by_key(&(j as u32), |(at, _)| *at)
            .map_or(0.0, |at| row[at].1)
    }

    /// The lines that are like line `i`, in order.
    pub(super) fn row(&self, i: usize) -> impl Iterator<Item = (usize, f32)> {
        self.rows[i].iter().map(|&(j, score)| (j as usize, score))
    }
}

/// Which lines of `b` hold a word or a run of words that a line of `a` holds and that few lines of either side hold.
struct Index<'l> {
    a: &'l [Line],
    holders: HashKeyed<Holders>,
}

#[derive(Default)]
struct Holders {
    in_a: usize,
    in_b: Vec<u32>,
}

impl<'l> Index<'l> {
    fn new(a: &'l [Line], b: &[Line], free_a: &[usize], free_b: &[usize]) -> Self {
        let mut holders: HashKeyed<Holders> = HashKeyed::default();
        for key in free_a.iter().flat_map(|&i| keys(&a[i])) {
            holders.entry(key).or_default().in_a += 1;
        }
        for &j in free_b {
            for key in keys(&b[j]) {
                if let Some(holders) = holders.get_mut(&key)
                    && holders.in_b.len() <= HOLDERS
                {
                    holders.in_b.push(j as u32);
                }
            }
        }
        Self { a, holders }
    }

    fn candidates(&self, i: usize) -> Vec<u32> {
        let mut found: Vec<u32> = keys(&self.a[i])
            .filter_map(|key| self.holders.get(&key))
            .filter(|holders| holders.in_a <= HOLDERS && holders.in_b.len() <= HOLDERS)
            .flat_map(|holders| holders.in_b.iter().copied())
            .collect();
        found.arrange();
        found.dedup();
        found
    }
}

/// What a line is found by: its distinct words and its runs of five.
fn keys(line: &Line) -> impl Iterator<Item = u64> {
    line.bag.iter().map(|word| word.key).chain(runs(line))
}

fn runs(line: &Line) -> impl Iterator<Item = u64> {
    line.words.windows(RUN).map(|run| {
        run.iter()
            .fold(RUN as u64, |sum, &word| mix(sum.rotate_left(11) ^ word))
    })
}
