//! What an article and its siblings tell about single words: family names met in full, words also written small.

use std::collections::{BTreeMap, BTreeSet};

use super::Evidence;
use super::decide::{Ground, Named};
use super::words::Word;
use crate::article::label::Label;
use crate::article::segment::TokenKind;
use crate::text::fold;

/// The words that are written small somewhere: at the head of a sentence they need not be names.
pub(super) fn small<'a>(words: &[Word<'a>]) -> BTreeSet<&'a str> {
    let small = words.iter().filter(|w| w.kind == TokenKind::Word && !w.capital);
    small.map(|w| w.text).collect()
}

/// Capitalised words that the drop's other articles know as a person.
pub(super) fn from_evidence(words: &[Word<'_>], evidence: &Evidence) -> BTreeMap<String, Label> {
    let capital = words.iter().filter(|w| w.capital && w.kind == TokenKind::Word);
    let mut known = BTreeMap::new();
    for word in capital {
        if known.contains_key(word.text) {
            continue;
        }
        if let Some((Label::Person, _)) = evidence.label(&fold::style(word.text)) {
            known.insert(word.text.to_owned(), Label::Person);
        }
    }
    known
}

/// Adds the family names of persons that were found in full.
pub(super) fn add(ground: &mut Ground<'_>, found: &[Named]) {
    for named in found
        .iter()
        .filter(|n| n.label == Label::Person && n.tokens.len() > 1)
    {
        let last = named
            .tokens
            .clone()
            .rev()
            .map(|i| &ground.words[i])
            .find(|w| !is_suffix(&w.lower));
        if let Some(word) = last.filter(|w| w.capital && w.kind == TokenKind::Word && w.text.len() > 1) {
            ground.known.insert(word.text.to_owned(), Label::Person);
        }
    }
}

/// "Jr" and its like end a name and are no family name.
fn is_suffix(lower: &str) -> bool {
    matches!(lower, "jr" | "jr." | "sr" | "sr." | "ii" | "iii" | "iv" | ".")
}
