//! Lines that are told in other words: little of their wording is the same, but much of what they speak of.
//!
//! ```text
//! More than 250 people packed the town hall for a meeting that lasted nearly four hours.
//! Around 180 people came to the town hall.
//! ```
//!
//! What a score of the wording leaves free is asked once more, by the words of sense without their endings, weighed by
//! how rare they are, and as a part of the line that says less: a rewrite cuts.

use super::State;
use crate::comparison::align::line::Line;
use crate::order::Arrange as _;
use crate::text::shingles::mix;

/// What two lines share weighs at least as much as two words that are not of the commonest.
const WEIGHT: f32 = 10.0;

/// And is at least this part of what the line speaks of that says less.
const PART: f32 = 0.5;

/// Words of sense of lines of which one that both have is enough, where those before or behind them are linked.
const SHORT: usize = 4;

/// Free lines of an article at most that are looked at.
const LOOKED_AT: usize = 200;

impl State<'_> {
    /// Links free lines that speak of one thing, those that share most first.
    pub(super) fn answers(&mut self) {
        let (of_a, of_b) = (free(self.a, &self.of_a, self.b), free(self.b, &self.of_b, self.a));
        let mut found: Vec<(f32, usize, usize)> = Vec::new();
        for &i in &of_a {
            found.extend(of_b.iter().filter_map(|&j| Some((self.answer(i, j)?, i, j))));
        }
        // Equals by what they say, not by which article comes first.
        let tie = |&(_, i, j): &(f32, usize, usize)| (mix(self.a[i].exact ^ self.b[j].exact), i, j);
        found.arrange_by(|x, y| y.0.total_cmp(&x.0).then_with(|| tie(x).cmp(&tie(y))));
        let mut met = (vec![false; self.a.len()], vec![false; self.b.len()]);
        for (_, i, j) in found {
            // Each other's nearest: a second choice is none.
            if !met.0[i] && !met.1[j] {
                self.link(i, j);
                self.answered.push(i);
            }
            (met.0[i], met.1[j]) = (true, true);
        }
    }

    /// How much two lines share of what they speak of, 0 to 1; nothing where it is too little.
    pub(super) fn answer(&self, i: usize, j: usize) -> Option<f32> {
        let (x, y) = (self.a[i].matter(), self.b[j].matter());
        let mass = |matter: &[(u64, f32)]| matter.iter().map(|word| word.1).sum::<f32>();
        let both = x
            .iter()
            .filter(|word| y.binary_search_by_key(&word.0, |other| other.0).is_ok());
        let (count, weight) = both.fold((0, 0.0), |(count, sum), word| (count + 1, sum + word.1));
        let much = || count > 1 && weight >= WEIGHT && weight >= PART * mass(x).min(mass(y));
        let beside = || {
            let linked = |i: Option<usize>, j: Option<usize>| {
                i.and_then(|i| self.of_a.get(i))
                    .zip(j)
                    .is_some_and(|(links, j)| links.contains(&j))
            };
            count > 0
                && x.len().max(y.len()) <= SHORT
                && (linked(i.checked_sub(1), j.checked_sub(1)) || linked(Some(i + 1), Some(j + 1)))
        };
        (much() || beside()).then(|| 2.0 * weight / (mass(x) + mass(y)))
    }
}

/// Free lines of the text, but those that stand on the other side as they are: they were left free for what they say.
fn free(lines: &[Line<'_>], partners: &[Vec<usize>], others: &[Line<'_>]) -> Vec<usize> {
    let unlinked = |at: &usize| partners[*at].is_empty() && lines[*at].kind.is_body();
    let mut body = (0..lines.len()).filter(unlinked).peekable();
    if body.peek().is_none() {
        return Vec::new();
    }
    let mut known: Vec<u64> = others.iter().map(|line| line.exact).collect();
    known.sort_unstable();
    body.filter(|&at| known.binary_search(&lines[at].exact).is_err())
        .take(LOOKED_AT)
        .collect()
}
