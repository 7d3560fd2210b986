//! Names that the conventions of print mark, and that no labelled set holds often enough to be learned.
//!
//! ```text
//! Mark Warner (D-Va.)        a party's letter and a state
//! KELLER: Do you agree?      who speaks in a transcript
//! ```

use super::ground::{Ground, Named};
use super::words::Stretch;
use crate::article::label::{Confidence, Label};
use crate::article::segment::TokenKind;
use crate::order::{self, Arrange as _, Map};

/// Tokens of a state behind a party's letter: "D-N.Y.", "R-West Virginia", with their full stops.
const LONGEST_STATE: usize = 4;

/// Words of a speaker's name before its colon.
const LONGEST_SPEAKER: usize = 3;

/// Corrects `found`, which is in order and stays so.
pub(super) fn apply(ground: &Ground<'_>, stretches: &[Stretch], found: &mut Vec<Named>) {
    let mut marked = parties(ground);
    marked.extend(speakers(ground, stretches, found));
    if marked.is_empty() {
        return;
    }
    marked.arrange_by_key(|named| named.tokens.start);
    found.retain(|named| {
        let at = marked.partition_point(|mark| mark.tokens.end <= named.tokens.start);
        marked
            .get(at)
            .is_none_or(|mark| mark.tokens.start >= named.tokens.end)
    });
    found.extend(marked);
    found.arrange_by_key(|named| named.tokens.start);
}

/// "(D-Va.)", ", R-Ohio,": the letter is a party, what stands behind it a state.
fn parties(ground: &Ground<'_>) -> Vec<Named> {
    let mut marked = Vec::new();
    for at in 1..ground.words.len().saturating_sub(2) {
        let [before, letter, hyphen, state] = &ground.words[at - 1..at + 3] else {
            continue;
        };
        let party = matches!(letter.text, "D" | "R" | "I") && letter.glued;
        let opened = matches!(before.text, "(" | ",");
        if !party || !opened || !matches!(hyphen.text, "-" | "–") || !hyphen.glued || !state.capital {
            continue;
        }
        let close = if before.text == "(" { ")" } else { "," };
        let lowest = at + 3..ground.words.len().min(at + 3 + LONGEST_STATE);
        let Some(end) = lowest.into_iter().find(|&at| ground.words[at].text == close) else {
            continue;
        };
        let because = |tokens, label| Named {
            tokens,
            label,
            confidence: Confidence::High,
            reason: "a party's letter with a state",
        };
        marked.push(because(at..at + 1, Label::Norp));
        marked.push(because(at + 2..end, Label::Gpe));
    }
    marked
}

/// "KELLER: …": capitals before a colon that begin a line, if they begin another line too or end a person's name.
fn speakers(ground: &Ground<'_>, stretches: &[Stretch], found: &[Named]) -> Vec<Named> {
    let mut lines: Map<&str, Vec<Named>> = Map::new();
    for stretch in stretches {
        let words = &ground.words[stretch.tokens.clone()];
        let count = words.iter().take_while(|word| of_speaker(ground, word)).count();
        let colon = words.get(count).is_some_and(|word| word.text == ":");
        if colon && (1..=LONGEST_SPEAKER).contains(&count) && words[count - 1].glued {
            let start = stretch.tokens.start;
            let named = Named {
                tokens: start..start + count,
                label: Label::Person,
                confidence: Confidence::Medium,
                reason: "speaks in a transcript",
            };
            lines.entry(words[count - 1].text).or_default().push(named);
        }
    }
    if lines.is_empty() {
        return Vec::new();
    }
    let persons = found
        .iter()
        .filter(|n| n.label == Label::Person && n.tokens.len() > 1);
    let families = order::set(persons.map(|named| ground.words[named.tokens.end - 1].text.to_uppercase()));
    let lines = lines.into_iter();
    let named = lines.filter(|(family, lines)| lines.len() > 1 || families.contains(*family));
    named.flat_map(|(_, lines)| lines).collect()
}

/// A word in capitals that may be a name, not one such as "UPDATE", "POLICE" or "REPORTER".
fn of_speaker(ground: &Ground<'_>, word: &super::words::Word<'_>) -> bool {
    word.kind == TokenKind::Word
        && word.upper
        && !ground.lexicon.common.has(&word.lower)
        && !ground.lexicon.roles.has(&word.lower)
        && !ground.lexicon.occupations.has(&word.lower)
        && !ground.lexicon.heads.has(&word.lower)
        && ground.lexicon.acronyms.get(word.text).is_none()
}
