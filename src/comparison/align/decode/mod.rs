//! From scores to links: sure ones first, then what stands between them, then what is left.
//!
//! Similarity measures hardly differ in what they find; the order of these steps does. Each step only adds.

mod answers;
mod gaps;
mod halves;
mod rest;

use super::line::Line;
use super::order;
use super::score;
use super::similar::Similar;
use super::{Link, Tie};
use crate::order::Arrange as _;

/// A score that needs no neighbours, where each line is the other's best. Chosen, like the other thresholds of decoding,
/// on development pairs of `ArgRewrite` and `OneStopEnglish`, with and without moved sentences: on every second one first,
/// in the end with all of them in sight, so that no development pair is a test of it. A lower one ties the order of all
/// that follows to a chance likeness.
const SURE: f32 = 0.55;

/// How far a link may be to stand beside on both sides.
const NEAR: usize = 2;

/// Weight of words from which a line can be linked wherever it stands: four or five words that are not of the commonest.
/// Lighter ones ("No details were provided.") match anything; they need a link beside, or one on each side.
const TELLING: f32 = 22.0;

/// Links the lines of two articles, sorted by the first line of `a`; with those that are `retold` in other words.
pub(super) fn links(a: &[Line<'_>], b: &[Line<'_>], retold: bool) -> Vec<Link> {
    let mut state = State::new(a, b);
    state.exact();
    state.compare();
    state.mutual(SURE);
    // What the first round links makes smaller gaps of large ones.
    state.gaps();
    state.gaps();
    state.leftovers();
    state.parts();
    if retold {
        state.halves();
        state.answers();
    }
    state.heads(retold);
    state.finish()
}

/// A line's best partner and their score.
type Best = Option<(usize, f32)>;

/// The links so far.
struct State<'l> {
    a: &'l [Line<'l>],
    b: &'l [Line<'l>],
    similar: Similar,
    // For each line of one side its lines on the other, in order.
    of_a: Vec<Vec<usize>>,
    of_b: Vec<Vec<usize>>,
    // For each line of `a` what links it.
    ties: Vec<Tie>,
}

impl<'l> State<'l> {
    fn new(a: &'l [Line<'l>], b: &'l [Line<'l>]) -> Self {
        Self {
            a,
            b,
            similar: Similar::default(),
            of_a: vec![Vec::new(); a.len()],
            of_b: vec![Vec::new(); b.len()],
            ties: vec![Tie::Wording; a.len()],
        }
    }

    fn link(&mut self, i: usize, j: usize) {
        self.of_a[i].push(j);
        self.of_b[j].push(i);
    }

    fn free(&self, i: usize, j: usize) -> bool {
        self.of_a[i].is_empty() && self.of_b[j].is_empty()
    }

    /// Whether both lines say enough to be told from others by their words alone.
    fn telling(&self, i: usize, j: usize) -> bool {
        self.weight(i, j) >= TELLING
    }

    /// How much the lighter of two lines says.
    fn weight(&self, i: usize, j: usize) -> f32 {
        self.a[i].content().mass.min(self.b[j].content().mass)
    }

    /// Whether a link stands beside on both sides.
    fn supported(&self, i: usize, j: usize) -> bool {
        let around = i.saturating_sub(NEAR)..(i + NEAR + 1).min(self.a.len());
        around
            .flat_map(|at| &self.of_a[at])
            .any(|&other| other.abs_diff(j) <= NEAR)
    }

    /// Links lines with the same words, in order where a line comes several times.
    fn exact(&mut self) {
        // The lines of both sides by content, those of `a` first.
        let exact = self.a.iter().chain(self.b).map(|line| line.exact);
        let mut places: Vec<(u64, u32)> = exact.zip(0..).collect();
        places.sort_unstable();
        for same in places.chunk_by(|x, y| x.0 == y.0) {
            let (of_a, of_b) = same.split_at(same.partition_point(|&(_, at)| (at as usize) < self.a.len()));
            for (&(_, i), &(_, j)) in of_a.iter().zip(of_b) {
                let (i, j) = (i as usize, j as usize - self.a.len());
                let (x, y) = (&self.a[i], &self.b[j]);
                let alike = x.kind == y.kind && of_a.len() == of_b.len();
                if x.says(if alike { TELLING } else { 2.0 * TELLING }) {
                    self.link(i, j);
                }
            }
        }
    }

    /// Compares what is free with what is free: most of two versions of a text is the same and needs no score.
    fn compare(&mut self) {
        let free = |links: &[Vec<usize>]| -> Vec<usize> {
            let all = links.iter().enumerate();
            all.filter(|(_, links)| links.is_empty())
                .map(|(at, _)| at)
                .collect()
        };
        self.similar = Similar::new(self.a, self.b, &free(&self.of_a), &free(&self.of_b));
    }

    /// Links pairs of free lines that are each other's best, from a threshold on.
    fn mutual(&mut self, threshold: f32) {
        let (best_of_a, best_of_b) = self.best();
        for (i, best) in best_of_a.iter().enumerate() {
            if let Some((j, score)) = *best
                && best_of_b[j].is_some_and(|(other, _)| other == i)
                && score >= threshold
                && self.telling(i, j)
            {
                self.link(i, j);
            }
        }
    }

    /// For each free line the free line that is most like it; of equals the one whose place is most alike.
    fn best(&self) -> (Vec<Best>, Vec<Best>) {
        let mut of_a: Vec<Best> = vec![None; self.a.len()];
        let mut of_b: Vec<Best> = vec![None; self.b.len()];
        for (i, top_of_i) in of_a.iter_mut().enumerate() {
            for (j, score) in self.similar.row(i).filter(|&(j, _)| self.free(i, j)) {
                let top_of_j = &mut of_b[j];
                if top_of_i.is_none_or(|(other, best)| self.better((score, i, j), (best, i, other))) {
                    *top_of_i = Some((j, score));
                }
                if top_of_j.is_none_or(|(other, best)| self.better((score, i, j), (best, other, j))) {
                    *top_of_j = Some((i, score));
                }
            }
        }
        (of_a, of_b)
    }

    fn better(&self, x: (f32, usize, usize), y: (f32, usize, usize)) -> bool {
        let apart = |(_, i, j): (f32, usize, usize)| (i * self.b.len()).abs_diff(j * self.a.len());
        x.0 > y.0 || x.0.total_cmp(&y.0).is_eq() && apart(x) < apart(y)
    }

    /// What is told in other words elsewhere has not moved, and moves nothing.
    fn finish(&self) -> Vec<Link> {
        let links = self.finish_links().into_iter();
        let (mut links, retold): (Vec<Link>, Vec<Link>) = links.partition(|link| link.tie == Tie::Wording);
        order::mark_moved(&mut links, self.a, self.b);
        links.extend(retold);
        links.arrange_by(|x, y| x.a.cmp(&y.a));
        links
    }

    /// The links: lines that are tied to each other, directly or over a third, together.
    fn finish_links(&self) -> Vec<Link> {
        let mut links = Vec::new();
        let mut done = vec![false; self.a.len()];
        for i in 0..self.a.len() {
            if done[i] || self.of_a[i].is_empty() {
                continue;
            }
            let mut b = self.of_a[i].clone();
            b.arrange();
            let mut a: Vec<usize> = b.iter().flat_map(|&j| self.of_b[j].iter().copied()).collect();
            a.arrange();
            a.dedup();
            for &i in &a {
                done[i] = true;
            }
            links.push(self.scored(a, b));
        }
        links
    }

    fn scored(&self, a: Vec<usize>, b: Vec<usize>) -> Link {
        let score = if let ([i], [j]) = (a.as_slice(), b.as_slice()) {
            let similar = self.similar.get(*i, *j);
            if self.a[*i].exact == self.b[*j].exact {
                1.0
            } else if similar > 0.0 {
                similar
            } else {
                self.told(*i, *j)
            }
        } else {
            let side = |lines: &'l [Line<'l>], at: &[usize]| {
                Line::joined(&at.iter().map(|&at| &lines[at]).collect::<Vec<_>>())
            };
            score::score(&side(self.a, &a), &side(self.b, &b))
        };
        Link {
            tie: self.ties[a[0]],
            moved: false,
            a,
            b,
            score,
        }
    }
}
