//! A line that the other text tells in two places: one half is linked, the other stands apart.
//!
//! ```text
//! a   The council approved the plan on Monday, and the mayor said that work would begin in May.
//! b   The council approved the plan on Monday. … Work will begin in May, the mayor said.
//! ```
//!
//! What the link leaves of the whole is what the far half says: that both have words in common would tie any two lines of
//! one story. Of 138 sentences of news that were cut at a conjunction, their halves apart and in any order, 133 are found so,
//! most others cut wrongly; between articles of `OneStopEnglish` and of `PolNeAR` nothing is that is no half.

use super::State;
use super::answers::{READ, has};
use crate::comparison::align::line::{Line, Sense};
use crate::comparison::align::score;
use crate::order::Arrange as _;
use crate::text::shingles::mix;

/// How much of what the far half says the whole says. At half of it who speaks in both is enough.
const PART: f32 = 0.75;

/// How much of what the link leaves of the whole the far half says, and how much of the far half that is: both halves have
/// what makes them sentences.
const REST: f32 = 0.5;

/// The most of a line, by weight, that one half of it says.
const MOST: f32 = 0.8;

/// The least of it that it says in the same form.
const SAME: f32 = 0.4;

/// What the link leaves weighs at least as much as two words that are not of the commonest.
const WEIGHT: f32 = 10.0;

impl State<'_> {
    /// Adds to links of one line with one the far half of either line.
    pub(super) fn halves(&mut self) {
        let mut found: Vec<(f32, usize, usize)> = Vec::new();
        for i in 0..self.a.len() {
            let row = self.similar.row(i);
            found.extend(row.filter_map(|(j, _)| Some((told(self.whole(i, j)?)?, i, j))));
        }
        // Equals by what they say, not by which article comes first.
        let equals = |&(_, i, j): &(f32, usize, usize)| (mix(self.a[i].exact ^ self.b[j].exact), i, j);
        found.arrange_by(|x, y| y.0.total_cmp(&x.0).then_with(|| equals(x).cmp(&equals(y))));
        for (_, i, j) in found {
            if self.whole(i, j).is_some() {
                self.link(i, j);
            }
        }
    }

    /// Of two lines of which one is free and one linked to one alone: that one, what it is linked to, and the free one.
    fn whole(&self, i: usize, j: usize) -> Option<[&Line<'_>; 3]> {
        match (self.of_a[i].as_slice(), self.of_b[j].as_slice()) {
            (&[near], []) if self.of_b[near].len() == 1 => Some([&self.a[i], &self.b[near], &self.b[j]]),
            ([], &[near]) if self.of_a[near].len() == 1 => Some([&self.b[j], &self.a[near], &self.a[i]]),
            _ => None,
        }
    }
}

/// How much of what `near` leaves of a line the far half says; nothing where that is no half of it.
fn told([whole, near, far]: [&Line<'_>; 3]) -> Option<f32> {
    let read = [whole, far]
        .iter()
        .all(|line| line.kind.is_body() && line.words() <= READ);
    // What costs least is asked first.
    if !read || score::contained(far, whole) < SAME || score::contained(whole, near) > MOST {
        return None;
    }
    let rest = whole
        .matter()
        .iter()
        .filter(|word| !has(near.matter(), word.root));
    let rest: Vec<Sense> = rest.copied().collect();
    let left = rest.iter().map(|word| word.weight).sum::<f32>();
    let all = far.telling();
    let told = weight(far.matter(), &rest);
    let half = told >= REST * left.max(all) && weight(far.matter(), whole.matter()) >= PART * all;
    (half && rest.len() > 1 && left >= WEIGHT).then_some(told)
}

/// What the words of a line weigh that another has too.
fn weight(of: &[Sense], other: &[Sense]) -> f32 {
    let both = of.iter().filter(|word| has(other, word.root));
    both.map(|word| word.weight).sum()
}
