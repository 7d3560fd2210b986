//! A word that may be a cue, with what the rules make of it.

use std::ops::Range;

use super::super::direct::Utterance;
use super::super::indirect;
use super::super::page::Page;
use super::super::subject::{Subject, subject};
use crate::text::hash;

/// Tokens on each side of a cue in which its source and content are looked for: few sentences of the news are longer.
const NEAR: usize = 60;

/// What [`Moment::ruled`] says of reported speech.
pub(super) const SPEECH: u64 = 2;

/// A candidate for a cue in its sentence.
#[derive(Clone)]
pub struct Moment {
    /// The token.
    pub(super) cue: usize,
    /// Index of its block.
    pub(super) block: usize,
    /// Its sentence, as far as it is looked at.
    pub(super) sentence: Range<usize>,
    /// What the rules read here.
    pub(super) rule: Option<Utterance>,
    /// What the lexicon says about the word.
    pub(super) listed: u64,
    /// Whom the rules take for its subject.
    pub(super) subject: Option<Subject>,
}

impl std::fmt::Debug for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Moment at token {}", self.cue)
    }
}

impl Moment {
    pub(super) fn new(page: &Page, block: usize, cue: usize) -> Self {
        let passage = &page.blocks[block].tokens;
        let whole = page.sentence(cue);
        let whole = whole.start.max(passage.start)..whole.end.min(passage.end).max(cue + 1);
        let rule = indirect::proposal(page, cue, &whole, block);
        let subject = match &rule {
            Some(rule) => rule.subject.clone(),
            None => subject(page, cue, &whole, false),
        };
        Self {
            cue,
            block,
            sentence: whole.start.max(cue.saturating_sub(NEAR))..whole.end.min(cue + NEAR),
            listed: listed(page, cue),
            rule,
            subject,
        }
    }

    /// The token.
    pub fn at(&self) -> usize {
        self.cue
    }

    /// Whether the rules read something here.
    pub fn by_rule(&self) -> bool {
        self.rule.is_some()
    }

    /// What the rules read: nothing, an act or [`SPEECH`].
    pub(super) fn ruled(&self) -> u64 {
        self.rule.as_ref().map_or(0, |rule| SPEECH - u64::from(rule.act))
    }
}

/// What the lexicon says about the word.
fn listed(page: &Page, at: usize) -> u64 {
    let word = page.at(at);
    let class = |row: &str, column: usize| row.split('\t').nth(column).map_or(0, hash::lower) & 0xFFFF;
    let cue = page.lexicon.cues.get(word).map_or(0, |row| class(row, 1));
    let act = page.lexicon.acts.get(word).map_or(0, |row| class(row, 0));
    cue << 16 | act
}
