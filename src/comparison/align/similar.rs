//! Which lines are worth comparing, and how alike these are.

use super::index::{Holder, Index};
use super::line::{Content, Line, Word};
use super::score::{Shared, common_weight, score_from};
use crate::text::shingles::mix;

/// Up to so many pairs of lines all are compared: a hundred on each side that the other does not have word for word.
/// Beyond, only lines that share a rare word or a run of words.
const ALL_PAIRS: usize = 100 * 100;

/// Words of a run that finds candidates.
const RUN: usize = 5;

/// Lines of one side that may hold a word or run by which lines are found: what more lines have is no longer rare, and
/// the cap keeps the work near-linear.
const HOLDERS: usize = 12;

/// Scores below are no evidence of anything and are not kept.
const FLOOR: f32 = 0.18;

/// What two lines score at least that differ in a number alone: enough beside a link, not to be linked anywhere.
const OTHER_NUMBER: f32 = 0.5;

/// Shorter lines are alike by chance.
const OTHER_NUMBER_WORDS: usize = 3;

fn is_other_number(a: &Line<'_>, b: &Line<'_>) -> bool {
    a.but_numbers.is_some() && a.but_numbers == b.but_numbers && a.len >= OTHER_NUMBER_WORDS
}

/// How alike the lines of two articles are, where it is more than chance.
#[derive(Debug, Default)]
pub(super) struct Similar {
    // Invariant: each row sorted by its first number.
    rows: Vec<Vec<(u32, f32)>>,
}

impl Similar {
    /// Compares lines of two articles: those whose numbers are given, in order; the others are linked already.
    pub(super) fn new(a: &[Line<'_>], b: &[Line<'_>], free_a: &[usize], free_b: &[usize]) -> Self {
        let comparable = |i: usize, j: usize| {
            let (x, y) = (a[i].kind, b[j].kind);
            x == y || x.is_body() && y.is_body()
        };
        let entry = |i: usize, (j, common): (usize, Shared)| {
            let score = if comparable(i, j) {
                let score = score_from(&a[i], &b[j], common, FLOOR);
                if is_other_number(&a[i], &b[j]) {
                    score.max(OTHER_NUMBER)
                } else {
                    score
                }
            } else {
                0.0
            };
            (score >= FLOOR).then_some((j as u32, score))
        };
        let mut rows = vec![Vec::new(); a.len()];
        if free_a.len().saturating_mul(free_b.len()) <= ALL_PAIRS {
            let mut common = Common::new(b, free_b);
            for &i in free_a {
                let weights = free_b.iter().copied().zip(common.with(&a[i]).iter().copied());
                rows[i] = weights.filter_map(|weights| entry(i, weights)).collect();
            }
        } else {
            for (i, j) in found(a, b, free_a, free_b) {
                rows[i].extend(entry(i, (j, common_weight(a[i].content(), b[j].content()))));
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

/// The words of some lines: what a line has in common with all of them is known after one look at each of its words.
struct Common<'l> {
    words: Index,
    lines: Vec<&'l Content>,
    sums: Vec<Shared>,
}

impl<'l> Common<'l> {
    fn new(lines: &'l [Line<'_>], free: &[usize]) -> Self {
        let lines: Vec<&Content> = free.iter().map(|&at| lines[at].content()).collect();
        let keys = |line: &&'l Content| {
            let bag: &'l [Word] = &line.bag;
            bag.iter().map(|word| word.key)
        };
        Self {
            words: Index::new(lines.iter().map(keys)),
            sums: vec![Shared::default(); lines.len()],
            lines,
        }
    }

    /// The [`common_weight`] of a line and each of the lines, to the last bit: words are added in the same order.
    fn with(&mut self, line: &Line<'_>) -> &[Shared] {
        self.sums.fill(Shared::default());
        for word in &line.content().bag {
            for Holder { line, place } in self.words.of(word.key) {
                let line = line as usize;
                self.sums[line].add(word, &self.lines[line].bag[place as usize]);
            }
        }
        &self.sums
    }
}

/// The pairs of lines that share a word or a run of words that few lines of either side hold, in order, each once.
fn found(a: &[Line<'_>], b: &[Line<'_>], free_a: &[usize], free_b: &[usize]) -> Vec<(usize, usize)> {
    let postings = |lines: &[Line<'_>], free: &[usize]| {
        let of_line = |&at: &usize| keys(&lines[at]).map(move |key| (key, at as u32));
        let mut postings: Vec<(u64, u32)> = free.iter().flat_map(of_line).collect();
        postings.sort_unstable();
        postings
    };
    let (of_a, of_b) = (postings(a, free_a), postings(b, free_b));
    let mut pairs: Vec<u64> = Vec::new();
    let mut rest = of_b.as_slice();
    for in_a in of_a.chunk_by(|x, y| x.0 == y.0) {
        let key = in_a[0].0;
        rest = &rest[rest.iter().take_while(|holder| holder.0 < key).count()..];
        let in_b = &rest[..rest.iter().take_while(|holder| holder.0 == key).count()];
        if in_a.len() <= HOLDERS && in_b.len() <= HOLDERS {
            for &(_, i) in in_a {
                pairs.extend(in_b.iter().map(|&(_, j)| u64::from(i) << 32 | u64::from(j)));
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    let halves = |pair: u64| ((pair >> 32) as usize, (pair & u64::from(u32::MAX)) as usize);
    pairs.into_iter().map(halves).collect()
}

/// What a line is found by: its distinct words and its runs of five.
fn keys(line: &Line<'_>) -> impl Iterator<Item = u64> {
    line.content().bag.iter().map(|word| word.key).chain(runs(line))
}

fn runs(line: &Line<'_>) -> impl Iterator<Item = u64> {
    line.content().words.windows(RUN).map(|run| {
        run.iter()
            .fold(RUN as u64, |sum, &word| mix(sum.rotate_left(11) ^ word))
    })
}
