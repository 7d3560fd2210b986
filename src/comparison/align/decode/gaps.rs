//! What stands between sure links: the best path through a small table of scores.

use super::State;
use crate::comparison::align::line::Line;
use crate::comparison::align::order::{self, Place};
use crate::comparison::align::score;

/// A score that is enough for the only two lines between two sure links, where order speaks for them.
///
/// This and the next two are the weights of a logistic regression over the cells of all gaps of the development pairs
/// of `ArgRewrite`, drafts of one half fitted and of the other tested: the log odds of a right link are 15 times what
/// the score is above the threshold. Of more features of the pair (each measure alone, how much each line says, their
/// shares, what is in the other, numbers, places, words of one class) only [`LIGHT`] told more in both halves.
const BETWEEN: f32 = 0.2;

/// What each doubling of the pairs in a gap asks for more: of many the best is alike by chance.
const CHOICE: f32 = 0.02;

/// What lines at opposite ends of a gap would need more.
const ASIDE: f32 = 0.38;

/// What lines of less weight than [`FULL`] need less, for each unit of it: two short sentences that stand in one place
/// are one with few words in common, where a long one leaves room for chance.
const LIGHT: f32 = 0.0008;

/// Weight of a sentence of some 24 words.
const FULL: f32 = 125.0;

/// The most cells of the table for one gap. A larger gap is left to what is sure and what is left over.
const MAX_GAP: usize = 1 << 16;

/// How much of what a part of a split says the whole sentence must say too.
const PART: f32 = 0.7;

/// Links of a moved block that lie no further apart have a gap between them that is looked at.
const BLOCK_GAP: usize = 4;

impl State<'_> {
    /// Fills the gaps between links that follow each other: along the common order, and inside moved blocks.
    pub(super) fn gaps(&mut self) {
        let links = self.finish_links();
        let places: Vec<Place> = links.iter().map(|link| Place::of(link, self.a, self.b)).collect();
        let kept = order::in_order(&places);
        let mut last = None;
        for (place, _) in places.iter().zip(kept).filter(|(_, kept)| *kept) {
            self.gap(last, Some((place.a.0, place.b.0)));
            last = Some((place.a.1, place.b.1));
        }
        self.gap(last, None);
        for pair in places.windows(2) {
            let near = pair[1].a.0.saturating_sub(pair[0].a.1) <= BLOCK_GAP
                && pair[1].b.0.saturating_sub(pair[0].b.1) <= BLOCK_GAP;
            if near {
                self.gap(Some((pair[0].a.1, pair[0].b.1)), Some((pair[1].a.0, pair[1].b.0)));
            }
        }
    }

    /// Links free lines behind `from` and before `to`, in order, so that the sum of their scores is highest.
    fn gap(&mut self, from: Option<(usize, usize)>, to: Option<(usize, usize)>) {
        let start = from.map_or((0, 0), |(i, j)| (i + 1, j + 1));
        let end = to.unwrap_or((self.a.len(), self.b.len()));
        let rows: Vec<usize> = (start.0..end.0).filter(|&i| self.of_a[i].is_empty()).collect();
        let columns: Vec<usize> = (start.1..end.1).filter(|&j| self.of_b[j].is_empty()).collect();
        if rows.is_empty() || columns.is_empty() || rows.len().saturating_mul(columns.len()) > MAX_GAP {
            return;
        }
        let open = match (from, to) {
            (Some(_), None) => Open::End,
            (None, Some(_)) => Open::Start,
            _ => Open::Neither,
        };
        for (i, j) in self.best_path(&Gap { rows, columns, open }) {
            self.link(i, j);
        }
    }

    /// The pairs of the best path through a table of gains over the threshold; with one to two and two to one.
    fn best_path(&self, gap: &Gap) -> Vec<(usize, usize)> {
        let Gap { rows, columns, .. } = gap;
        let wide = columns.len() + 1;
        let mut best = vec![(0.0_f32, Step::End); (rows.len() + 1) * wide];
        for x in (0..=rows.len()).rev() {
            for y in (0..=columns.len()).rev() {
                best[x * wide + y] = self.best_step(gap, (x, y), &best);
            }
        }
        let mut pairs = Vec::new();
        let (mut x, mut y) = (0, 0);
        loop {
            let step = best[x * wide + y].1;
            let (down, right) = match step {
                Step::End => return pairs,
                Step::SkipRow => (1, 0),
                Step::SkipColumn => (0, 1),
                Step::Pair => (1, 1),
                Step::Split => (1, 2),
                Step::Merge => (2, 1),
            };
            if down > 0 && right > 0 {
                for row in &rows[x..x + down] {
                    pairs.extend(columns[y..y + right].iter().map(|&column| (*row, column)));
                }
            }
            (x, y) = (x + down, y + right);
        }
    }

    fn best_step(&self, gap: &Gap, at: (usize, usize), best: &[(f32, Step)]) -> (f32, Step) {
        let Gap { rows, columns, .. } = gap;
        let wide = columns.len() + 1;
        let (x, y) = at;
        let after = |down: usize, right: usize| best[(x + down) * wide + y + right].0;
        let mut top = (0.0, Step::End);
        let mut offer = |gain: f32, step: Step| {
            if gain > top.0 {
                top = (gain, step);
            }
        };
        let (row, column) = (rows.get(x).copied(), columns.get(y).copied());
        if let (Some(i), Some(j)) = (row, column) {
            // What does not reach the threshold loses against leaving out.
            let most = self.a[i].content().mass.max(self.b[j].content().mass);
            // Headlines stand in one place whatever they say.
            let light = if self.a[i].kind.is_body() { LIGHT } else { 0.0 };
            let threshold = gap.threshold(i, j) - light * (FULL - most).max(0.0);
            offer(self.similar.get(i, j) - threshold + after(1, 1), Step::Pair);
            if let Some(&next) = columns.get(y + 1) {
                offer(
                    self.union(i, &[j, next], false) - threshold + after(1, 2),
                    Step::Split,
                );
            }
            if let Some(&next) = rows.get(x + 1) {
                offer(
                    self.union(j, &[i, next], true) - threshold + after(2, 1),
                    Step::Merge,
                );
            }
        }
        if row.is_some() {
            offer(after(1, 0), Step::SkipRow);
        }
        if column.is_some() {
            offer(after(0, 1), Step::SkipColumn);
        }
        top
    }

    /// How alike one line and two neighbours together are; minus infinity where these are no split of it.
    fn union(&self, one: usize, two: &[usize; 2], turned: bool) -> f32 {
        let (whole, parts) = if turned {
            (&self.b[one], self.a)
        } else {
            (&self.a[one], self.b)
        };
        let get = |other: usize| {
            if turned {
                self.similar.get(other, one)
            } else {
                self.similar.get(one, other)
            }
        };
        let single = get(two[0]).max(get(two[1]));
        if two[1] != two[0] + 1 || get(two[0]) == 0.0 || get(two[1]) == 0.0 {
            return f32::NEG_INFINITY;
        }
        let both = [&parts[two[0]], &parts[two[1]]];
        // What costs least is asked first.
        if both.iter().any(|part| score::contained(part, whole) < PART) {
            return f32::NEG_INFINITY;
        }
        let joined = score::score(whole, &Line::joined(&both));
        if joined <= single {
            return f32::NEG_INFINITY;
        }
        joined
    }
}

/// Free lines of both sides between two links; never empty.
struct Gap {
    rows: Vec<usize>,
    columns: Vec<usize>,
    open: Open,
}

/// Which end of a gap has no link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    Neither,
    Start,
    End,
}

impl Gap {
    /// The score from which two lines of full weight are more likely one than not.
    fn threshold(&self, i: usize, j: usize) -> f32 {
        let (of_a, of_b) = (&self.rows, &self.columns);
        let from = |at: usize, lines: &[usize]| (at - lines[0]) as f32 + 0.5;
        let to = |at: usize, lines: &[usize]| (lines[lines.len() - 1] - at) as f32 + 0.5;
        let (before, behind) = ((from(i, of_a), from(j, of_b)), (to(i, of_a), to(j, of_b)));
        let share = |of_a: f32, of_b: f32, all: (f32, f32)| (of_a / all.0 - of_b / all.1).abs();
        let all = (before.0 + behind.0, before.1 + behind.1);
        let most = all.0.max(all.1);
        let between = share(before.0, before.1, all);
        // A text that was cut at its end, or begins later, still stands where it stood, counted from the link.
        let aside = match self.open {
            Open::Neither => between,
            Open::Start => between.min(share(behind.0, behind.1, (most, most))),
            Open::End => between.min(share(before.0, before.1, (most, most))),
        };
        // Whole doublings: a logarithm is not the same on every machine to the last bit.
        let doublings = (self.rows.len() * self.columns.len()).ilog2() as f32;
        BETWEEN + CHOICE * doublings + ASIDE * aside
    }
}

/// A step of the path through a gap.
#[derive(Debug, Clone, Copy)]
enum Step {
    End,
    SkipRow,
    SkipColumn,
    Pair,
    Split,
    Merge,
}
