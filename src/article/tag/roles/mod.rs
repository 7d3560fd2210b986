//! Roles beside a person.
//!
//! ```text
//! former German chancellor Paul Brandt                     right before the name
//! the former chancellor, Paul Brandt,                      set off before it
//! Paul Brandt, 61, once chancellor of Germany,             set off behind it
//! Paul Brandt, who heads the bank,                         a clause about what is headed
//! ```

mod before;
mod behind;
mod clause;
mod phrase;
mod tense;

use std::ops::Range;

use super::ground::{Ground, Named};
use super::words::Stretch;
use crate::article::label::Label;
use crate::article::segment::Segments;
use crate::order::Arrange as _;
use crate::text::Span;

pub use tense::Tense;

/// Who holds a role, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// The first token of each person who holds it; several of "ministers Holm and Brandt".
    pub holders: Vec<usize>,
    /// When it was held, as the words beside it say.
    pub tense: Tense,
    /// The role's words without the one that tells its tense: "German chancellor".
    pub words: String,
}

/// A role that was found.
pub(super) struct Role {
    /// Its tokens, with a word of tense in front.
    pub tokens: Range<usize>,
    /// The tokens in it that tell nothing but its tense: "Plink's former head".
    timed: Range<usize>,
    holders: Vec<usize>,
    tense: Tense,
    pub reason: &'static str,
}

impl Role {
    /// What it says beyond its words.
    pub(super) fn office(&self, ground: &Ground<'_>, segments: &Segments, text: &str) -> Office {
        let parts = [
            self.tokens.start..self.timed.start,
            self.timed.end..self.tokens.end,
        ];
        let words = parts.into_iter().filter(|part| !part.is_empty()).map(|part| {
            let (first, last) = (part.start, part.end - 1);
            let start = segments.tokens[first].span.start() + tense::prefix(ground.words[first].text).1;
            let end = segments.tokens[last].span.end() - tense::suffix(ground.words[last].text).1;
            Span::new(start, end.max(start)).of(text)
        });
        Office {
            holders: self.holders.clone(),
            tense: self.tense,
            words: words.collect::<Vec<_>>().join(" "),
        }
    }
}

/// All roles beside the persons of `found`, which is in order.
pub(super) fn find(ground: &Ground<'_>, stretches: &[Stretch], found: &[Named]) -> Vec<Role> {
    let mut roles: Vec<Role> = Vec::new();
    let mut stretch = 0;
    for (index, person) in found.iter().enumerate().filter(|(_, n)| n.label == Label::Person) {
        while stretch + 1 < stretches.len() && stretches[stretch].tokens.end <= person.tokens.start {
            stretch += 1;
        }
        let limits = &stretches[stretch].tokens;
        let line = Line {
            ground,
            names: found,
            limits,
        };
        let front = before::before(line, index).or_else(|| before::set_off(line, index));
        roles.extend(front);
        behind::behind(line, index, &mut roles);
    }
    // A role between two names can be read with either; the first reading holds.
    roles.arrange_by_key(|role| (role.tokens.start, role.tokens.end));
    roles.dedup_by(|later, kept| later.tokens.start < kept.tokens.end && later.tokens.end <= kept.tokens.end);
    roles
}

/// The sentence that roles are looked for in, and the names in it.
#[derive(Clone, Copy)]
struct Line<'a> {
    ground: &'a Ground<'a>,
    names: &'a [Named],
    limits: &'a Range<usize>,
}

impl<'a> Line<'a> {
    /// A token's letters in lower case; nothing outside the sentence.
    fn lower(self, at: usize) -> &'a str {
        let inside = self.limits.contains(&at);
        self.ground
            .words
            .get(at)
            .filter(|_| inside)
            .map_or("", |word| word.lower.as_ref())
    }

    fn ending_at(self, end: usize) -> Option<&'a Named> {
        let at = self.names.partition_point(|n| n.tokens.end < end);
        self.names.get(at).filter(|n| n.tokens.end == end)
    }

    fn starting_at(self, start: usize) -> Option<&'a Named> {
        let at = self.names.partition_point(|n| n.tokens.start < start);
        self.names.get(at).filter(|n| n.tokens.start == start)
    }
}
