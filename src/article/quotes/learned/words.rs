//! Words as the features see them: fingerprints, stems and classes.

use crate::article::segment::TokenKind;
use crate::knowledge::model::{English, LEVELS};
use crate::text::hash;

use super::super::lists;
use super::super::page::Page;

/// What stands for every number: which one it is says nothing.
const NUMBER: u64 = 1;

/// One token.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Word {
    /// Fingerprint of the folded word.
    pub(super) print: u64,
    /// Fingerprint without the endings of verbs and plurals.
    pub(super) stem: u64,
    /// Classes of words that stand in like places, the finest first.
    pub(super) classes: [u16; LEVELS],
    /// Whether the rules take it for a verb of saying.
    pub(super) says: bool,
    /// What it says by standing between a source and a cue, a bit each.
    pub(super) parts: u16,
    /// What it says by standing between a cue and a content, a bit each.
    pub(super) joins: u8,
    /// What kind of source it is alone; 0 where it is none.
    pub(super) source: u8,
    /// What its ending looks like.
    pub(super) ending: Ending,
}

/// The ending of a word, as far as it tells a verb's form.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Ending {
    #[default]
    Other,
    Ed,
    Ing,
    S,
    Ly,
    Mark,
    Number,
}

/// The words of all prose tokens; elsewhere, and behind the last, empty ones.
pub(super) fn words(page: &Page, english: &English) -> Vec<Word> {
    let mut words = vec![Word::default(); page.tokens.len() + 1];
    for block in &page.blocks {
        for at in block.tokens.clone() {
            words[at] = word(page.at(at), page.tokens[at].kind, english);
            words[at].says = page.cue(at).is_some();
            words[at].source = super::source::sort(page, at);
            words[at].parts = parts(page, at, &words[at]);
            words[at].joins = joins(page, at, &words[at]);
        }
    }
    words
}

fn word(folded: &str, kind: TokenKind, english: &English) -> Word {
    if kind == TokenKind::Number {
        return Word {
            print: NUMBER,
            stem: NUMBER,
            ending: Ending::Number,
            ..Word::default()
        };
    }
    let (print, stem) = hash::lower_with_head(folded, stem(folded).len());
    Word {
        print,
        stem,
        classes: english.classes.of(print),
        ending: ending(folded, kind),
        ..Word::default()
    }
}

fn parts(page: &Page, at: usize, word: &Word) -> u16 {
    const BITS: [(u32, u16); 7] = [
        (lists::COMMA, 1),
        (lists::RELATIVE, 2),
        (lists::WHO, 4),
        (lists::JOIN, 8),
        (lists::AUXILIARY, 16),
        (lists::TO, 32),
        (lists::BREAK, 64),
    ];
    match listed(page, at, &BITS) {
        Some(bit) => bit,
        _ if page.quoted(at) => 128,
        _ if word.says => 256,
        _ if word.ending == Ending::Ed => 512,
        _ => 0,
    }
}

fn joins(page: &Page, at: usize, word: &Word) -> u8 {
    const BITS: [(u32, u8); 5] = [
        (lists::COMMA, 1),
        (lists::THAT, 2),
        (lists::JOIN, 4),
        (lists::TO, 8),
        (lists::BREAK, 16),
    ];
    match listed(page, at, &BITS) {
        Some(bit) => bit,
        _ if page.quoted(at) => 32,
        _ if word.says => 64,
        _ => 0,
    }
}

/// The bit of the first of these lists that the word stands in.
fn listed<T: Copy>(page: &Page, at: usize, bits: &[(u32, T)]) -> Option<T> {
    let kinds = page.kinds(at);
    if kinds == 0 {
        return None;
    }
    let found = bits.iter().find(|(list, _)| kinds & list != 0)?;
    Some(found.1)
}

fn ending(word: &str, kind: TokenKind) -> Ending {
    match word {
        _ if kind == TokenKind::Mark => Ending::Mark,
        _ if word.len() < 4 => Ending::Other,
        _ if word.ends_with("ed") => Ending::Ed,
        _ if word.ends_with("ing") => Ending::Ing,
        _ if word.ends_with("ly") => Ending::Ly,
        _ if word.ends_with('s') && !word.ends_with("ss") => Ending::S,
        _ => Ending::Other,
    }
}

/// The word without "-ing", "-ed", "-es", "-s", "-e": rough, and the same in training and reading.
fn stem(word: &str) -> &str {
    for ending in ["ing", "ed", "es", "s", "e"] {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.len() >= 3
        {
            return stem;
        }
    }
    word
}
