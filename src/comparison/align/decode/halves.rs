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
use super::answers::{free, has};
use crate::comparison::align::line::Sense;
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

/// What the link leaves weighs at least as much as two words that are not of the commonest.
const WEIGHT: f32 = 10.0;

impl State<'_> {
    /// Adds to links of one line with one the far half of either line.
    pub(super) fn halves(&mut self) {
        self.halves_of(false);
        self.halves_of(true);
    }

    fn halves_of(&mut self, turned: bool) {
        let (mut wholes, mut parts) = ((self.a, &self.of_a), (self.b, &self.of_b));
        if turned {
            (wholes, parts) = (parts, wholes);
        }
        let far = free(parts.0, parts.1, wholes.0);
        let mut found: Vec<(f32, usize, usize)> = Vec::new();
        for (whole, linked) in wholes.1.iter().enumerate().filter(|_| !far.is_empty()) {
            let (&[near], line) = (linked.as_slice(), &wholes.0[whole]) else {
                continue;
            };
            if line.exact == parts.0[near].exact || parts.1[near].len() > 1 || !line.kind.is_body() {
                continue;
            }
            // What costs least is asked first.
            if score::contained(line, &parts.0[near]) > MOST {
                continue;
            }
            let near = parts.0[near].matter();
            let rest = line.matter().iter().filter(|word| !has(near, word.root));
            let rest: Vec<Sense> = rest.copied().collect();
            let left = rest.iter().map(|word| word.weight).sum::<f32>();
            if rest.len() < 2 || left < WEIGHT {
                continue;
            }
            for &at in &far {
                let (half, all) = (parts.0[at].matter(), parts.0[at].telling());
                let told = weight(half, &rest);
                if told >= REST * left.max(all) && weight(half, line.matter()) >= PART * all {
                    found.push((told, whole, at));
                }
            }
        }
        // Equals by what they say, not by which article comes first.
        let equals = |&(_, i, j): &(f32, usize, usize)| (mix(wholes.0[i].exact ^ parts.0[j].exact), i, j);
        found.arrange_by(|x, y| y.0.total_cmp(&x.0).then_with(|| equals(x).cmp(&equals(y))));
        for (_, whole, half) in found {
            let (i, j) = if turned { (half, whole) } else { (whole, half) };
            let links = [self.of_a[i].len(), self.of_b[j].len()];
            if links[usize::from(turned)] == 1 && links[usize::from(!turned)] == 0 {
                self.link(i, j);
            }
        }
    }
}

/// What the words of a line weigh that another has too.
fn weight(of: &[Sense], other: &[Sense]) -> f32 {
    let both = of.iter().filter(|word| has(other, word.root));
    both.map(|word| word.weight).sum()
}
