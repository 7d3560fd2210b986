//! A document as the model sees it: each token a number of its form, in lines that are tagged as a whole.

use std::ops::Range;

use super::candidates;
use super::form::Form;
use crate::knowledge::model::{English, Kinds, Roll};
use crate::text::hash;

/// How a line writes its capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// As running text does.
    Running,
    /// Most words begin with one.
    Title,
    /// Most letters are capitals.
    Capitals,
}

/// Fewer long words than this are no ground to call a line title case.
const FEWEST_WORDS: usize = 3;

/// In running English about one long word in six is capitalised, in title case nearly all; the border lies where
/// hardly any line falls.
const TITLE_SHARE: f32 = 0.7;

/// How a line of words without other signs writes its capitals.
pub fn line_kind<W: AsRef<str>>(words: &[W]) -> LineKind {
    let (mut long, mut capital, mut upper) = (0_usize, 0_usize, 0_usize);
    for word in words.iter().map(AsRef::as_ref) {
        let first = word.chars().next().unwrap_or(' ');
        if word.len() > 3 && first.is_alphabetic() {
            long += 1;
            capital += usize::from(first.is_uppercase());
            upper += usize::from(!word.chars().any(char::is_lowercase));
        }
    }
    let most = |count: usize| long >= FEWEST_WORDS && count as f32 >= TITLE_SHARE * long as f32;
    if most(upper) {
        LineKind::Capitals
    } else if most(capital) {
        LineKind::Title
    } else {
        LineKind::Running
    }
}

/// A run of tokens that is tagged as a whole.
#[derive(Debug, Clone)]
pub struct Line {
    /// Indices of its tokens.
    pub tokens: Range<usize>,
    /// How it writes its capitals.
    pub kind: LineKind,
}

/// A listed name that covers a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Listed {
    /// What it is listed as; empty where the token is in no listed name.
    pub kinds: Kinds,
    /// Tokens of it before this one.
    pub before: u8,
    /// Tokens of it behind this one.
    pub behind: u8,
}

/// What a document shows of a form beyond one line.
#[derive(Debug, Clone, Copy, Default)]
pub struct Seen {
    /// It is written small somewhere.
    pub small: bool,
    /// It is capitalised inside a line of running text.
    pub capital: bool,
}

/// A document's tokens as numbers.
#[derive(Debug, Default)]
pub struct Page {
    /// Each form once.
    pub forms: Vec<Form>,
    /// For each form what the document shows of it (by its lower case).
    pub seen: Vec<Seen>,
    /// For each token the number of its form.
    pub tokens: Vec<u32>,
    /// In order, not overlapping.
    pub lines: Vec<Line>,
    /// For each token the listed name that covers it.
    pub listed: Vec<Listed>,
    /// Runs of tokens that may be or hold names, in order; none crosses a line. All others are outside of names.
    pub runs: Vec<(usize, Range<usize>)>,
}

impl Page {
    /// A page of `words`, in the lines given.
    pub fn new<'a>(words: impl Iterator<Item = &'a str>, lines: Vec<Line>, english: &English) -> Self {
        let mut page = Self {
            lines,
            ..Self::default()
        };
        let mut known = Known::default();
        for word in words {
            let number = known.number(word, page.forms.len() as u32);
            if number as usize == page.forms.len() {
                page.forms.push(Form::new(word, english));
            }
            page.tokens.push(number);
        }
        page.list(english);
        page.see();
        page.runs = candidates::runs(&page);
        page
    }

    /// The form of a token.
    #[inline]
    pub fn form(&self, token: usize) -> &Form {
        &self.forms[self.tokens[token] as usize]
    }

    /// Finds the longest listed names, from left to right.
    fn list(&mut self, english: &English) {
        self.listed = vec![Listed::default(); self.tokens.len()];
        for line in 0..self.lines.len() {
            let Range { start, end } = self.lines[line].tokens;
            let mut at = start;
            while at < end {
                let Some((len, kinds)) = self.longest(at, end, english) else {
                    at += 1;
                    continue;
                };
                for index in 0..len {
                    self.listed[at + index] = Listed {
                        kinds,
                        before: index as u8,
                        behind: (len - 1 - index) as u8,
                    };
                }
                at += len;
            }
        }
    }

    /// The longest listed name that begins at `at` with a capital or goes on with one.
    fn longest(&self, at: usize, end: usize, english: &English) -> Option<(usize, Kinds)> {
        let first = self.form(at);
        if first.kinds.is_empty() {
            return None;
        }
        let mut best = None;
        let mut capital = false;
        let mut states = [Roll::START; 2];
        for index in at..end.min(at + LONGEST) {
            let form = self.form(index);
            capital |= form.case.is_capital();
            let mut kinds = Kinds::default();
            for (state, roll) in states.iter_mut().zip(form.rolls) {
                *state = roll.after(*state);
                kinds |= english.gazetteer.of(*state);
            }
            // A hyphen rolls nothing in: the name ended before it.
            if capital && form.case != super::Case::Mark && kinds.any(Kinds::NAMES) {
                best = Some((index + 1 - at, kinds.and(Kinds::NAMES)));
            }
            if !kinds.any(Kinds::GOES_ON) {
                break;
            }
        }
        best
    }

    /// Notes which words are written small, and which with a capital that is not owed to their place.
    fn see(&mut self) {
        let mut by_lower: Vec<(u64, u32)> = Vec::with_capacity(self.forms.len());
        by_lower.extend(self.forms.iter().enumerate().map(|(i, f)| (f.lower, i as u32)));
        by_lower.sort_unstable();
        let mut seen = vec![Seen::default(); self.forms.len()];
        for line in self.lines.iter().filter(|l| l.kind == LineKind::Running) {
            for token in line.tokens.clone() {
                let number = self.tokens[token] as usize;
                let case = self.forms[number].case;
                seen[number].small |= case == super::Case::Small;
                seen[number].capital |= case.is_capital() && token > line.tokens.start + 1;
            }
        }
        for group in by_lower.chunk_by(|a, b| a.0 == b.0) {
            let all = group.iter().fold(Seen::default(), |all, &(_, i)| Seen {
                small: all.small | seen[i as usize].small,
                capital: all.capital | seen[i as usize].capital,
            });
            for &(_, i) in group {
                seen[i as usize] = all;
            }
        }
        self.seen = seen;
    }
}

/// No listed name is longer, in tokens (a hyphen is one).
const LONGEST: usize = 10;

/// Words that were met, by fingerprint.
#[derive(Default)]
struct Known {
    // Invariant: a power of two long or empty, at most half full; (fingerprint, number + 1), 0 for empty.
    slots: Vec<(u64, u32)>,
    count: usize,
}

impl Known {
    /// The number of `word`, which is `next` where it was not met before.
    fn number(&mut self, word: &str, next: u32) -> u32 {
        if self.count * 2 >= self.slots.len() {
            self.grow();
        }
        let key = hash::verbatim(word);
        let at = self.place(key);
        if self.slots[at].1 == 0 {
            self.slots[at] = (key, next + 1);
            self.count += 1;
        }
        self.slots[at].1 - 1
    }

    fn place(&self, key: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = key as usize & mask;
        while self.slots[at].1 != 0 && self.slots[at].0 != key {
            at = (at + 1) & mask;
        }
        at
    }

    fn grow(&mut self) {
        let larger = vec![(0, 0); (self.slots.len() * 2).max(1024)];
        for slot in std::mem::replace(&mut self.slots, larger) {
            if slot.1 != 0 {
                let at = self.place(slot.0);
                self.slots[at] = slot;
            }
        }
    }
}
