//! What is left when all gaps are filled: lines without order to help them, and parts of split sentences.

use super::State;
use crate::comparison::align::line::Line;
use crate::comparison::align::score;
use crate::order::Arrange as _;

/// A score that is enough for lines that are left over, if no line is a better match, anywhere: for long ones. Short
/// lines are alike by chance, and need more.
const ALONE: f32 = 0.37;

/// What a line of weight one would need more: a sentence of twenty words needs .13, a paragraph .03.
const SHORT: f32 = 13.0;

/// A score that is enough beside a link.
const BESIDE: f32 = 0.45;

/// How much of what a line says its partner must say too, beyond what is linked already, to be a part of a split.
const PART: f32 = 0.75;

/// How much of what the partner says it says with what is linked already: of a line most of which is gone the rest is
/// no split.
const WHOLE: f32 = 0.7;

impl State<'_> {
    /// Links what is left over: best pairs first, beside a link at a lower score than alone.
    pub(super) fn leftovers(&mut self) {
        loop {
            let (best_of_a, best_of_b) = self.best();
            let mut found = Vec::new();
            for (i, best) in best_of_a.iter().enumerate() {
                let Some((j, score)) = *best else { continue };
                let mutual = best_of_b[j].is_some_and(|(other, _)| other == i);
                let enough = match (self.supported(i, j), self.telling(i, j)) {
                    (true, _) => score >= BESIDE,
                    (false, true) => score >= ALONE + SHORT / self.weight(i, j),
                    (false, false) => false,
                };
                if mutual && enough {
                    found.push((i, j));
                }
            }
            if found.is_empty() {
                return;
            }
            for (i, j) in found {
                self.link(i, j);
            }
        }
    }

    /// Adds a free line beside a linked one to its link, where the partner says what it says: a split or a merge.
    pub(super) fn parts(&mut self) {
        let of_a = self.of_a.clone();
        for j in 0..self.b.len() {
            if self.of_b[j].is_empty()
                && let Some(i) = self.whole_for(j, false)
            {
                self.link(i, j);
            }
        }
        for (i, before) in of_a.iter().enumerate() {
            if before.is_empty()
                && self.of_a[i].is_empty()
                && let Some(j) = self.whole_for(i, true)
            {
                self.link(i, j);
            }
        }
    }

    /// The line whose part the free line `part` is: linked to a neighbour of it, alone, and better with it than without.
    fn whole_for(&self, part: usize, turned: bool) -> Option<usize> {
        let (parts, wholes) = if turned {
            (self.a, self.b)
        } else {
            (self.b, self.a)
        };
        let (of_parts, of_wholes) = if turned {
            (&self.of_a, &self.of_b)
        } else {
            (&self.of_b, &self.of_a)
        };
        let neighbours = [
            part.checked_sub(1),
            Some(part + 1).filter(|&next| next < parts.len()),
        ];
        let mut top: Option<(f32, usize)> = None;
        for neighbour in neighbours.into_iter().flatten() {
            let &[whole] = of_parts[neighbour].as_slice() else {
                continue;
            };
            let linked = &of_wholes[whole];
            if parts[part].kind != parts[neighbour].kind
                || !linked.contains(&neighbour)
                || score::contained(&parts[part], &wholes[whole]) < PART
            {
                continue;
            }
            let mut lines: Vec<usize> = linked.clone();
            let old: Vec<&Line<'_>> = lines.iter().map(|&at| &parts[at]).collect();
            let without = score::score(&wholes[whole], &Line::joined(&old));
            lines.push(part);
            lines.arrange();
            let new: Vec<&Line<'_>> = lines.iter().map(|&at| &parts[at]).collect();
            let new = Line::joined(&new);
            let with = score::score(&wholes[whole], &new);
            let within = score::contained(&wholes[whole], &new) >= WHOLE;
            if within && with > without && top.is_none_or(|(best, _)| with > best) {
                top = Some((with, whole));
            }
        }
        top.map(|(_, whole)| whole)
    }
}
