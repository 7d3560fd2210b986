//! Which language a text is in, as far as the later rooms must know: English, or one that its script gives away.

use crate::article::document::{Note, NoteKind};
use crate::text::class;

/// Frequent small words that English shares with no other language in Latin letters, or with few where they are rare.
#[rustfmt::skip]
const ENGLISH: &[&str] = &[
    "after", "and", "are", "been", "but", "by", "from", "has", "his", "it", "its", "not", "of", "said", "she", "than", "that",
    "the", "their", "there", "they", "this", "to", "were", "when", "which", "who", "will", "with", "would",
];

/// Words that are looked at.
const SAMPLE: usize = 2_000;

/// In English prose about one word in six is on the list, in other languages hardly one in a hundred; half a page of
/// names and addresses still has so many of a hundred.
const SHARE: usize = 6;

/// Fewer words tell nothing: headlines and single lines are taken for English where their letters are Latin.
const FEW: usize = 20;

/// The text's language as a BCP 47 tag; `None` where it cannot be told.
fn language(text: &str) -> Option<&'static str> {
    let mut scripts = [0_usize; SCRIPTS.len()];
    let (mut letters, mut latin) = (0, 0);
    for c in text.chars().filter(|c| c.is_alphabetic()).take(SAMPLE * 5) {
        letters += 1;
        latin += usize::from(c < '\u{250}');
        let script = SCRIPTS
            .iter()
            .position(|(first, last, _)| (*first..=*last).contains(&c));
        if let Some(script) = script {
            scripts[script] += 1;
        }
    }
    // A tenth in kana makes Japanese of a text that is mostly Han.
    let given_away = SCRIPTS
        .iter()
        .zip(scripts)
        .find(|(_, count)| count * 10 > letters && *count > 0);
    if let Some(((.., tag), _)) = given_away.filter(|_| latin * 2 < letters) {
        return Some(tag);
    }
    let words = || {
        text.split(|c: char| !c.is_alphanumeric() && !class::is_apostrophe(c))
            .filter(|w| !w.is_empty())
    };
    let sample = words().take(SAMPLE).count();
    let known = words()
        .take(SAMPLE)
        .filter(|word| ENGLISH.contains(&word.to_lowercase().as_str()))
        .count();
    let english = known * 100 >= sample * SHARE || sample < FEW && latin * 2 > letters;
    english.then_some("en")
}

/// The language of `text`, with a note where it is not the one that is read.
pub(super) fn noted(text: &str, notes: &mut Vec<Note>) -> Option<&'static str> {
    let language = language(text);
    if language != Some("en") {
        notes.push(Note {
            kind: NoteKind::Language,
            span: None,
            message: "Names, times and quotes are read for English; this text is compared all the same"
                .to_owned(),
        });
    }
    language
}

/// Scripts that one language has for itself.
const SCRIPTS: &[(char, char, &str)] = &[
    ('\u{3040}', '\u{30FF}', "ja"),
    ('\u{AC00}', '\u{D7AF}', "ko"),
    ('\u{4E00}', '\u{9FFF}', "zh"),
    ('\u{0370}', '\u{03FF}', "el"),
    ('\u{0590}', '\u{05FF}', "he"),
    ('\u{0E00}', '\u{0E7F}', "th"),
];
