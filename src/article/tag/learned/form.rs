//! A word as the model sees it: fingerprints of its spelling, its class, and what it is listed as.

use crate::knowledge::model::{English, Kinds, LEVELS, Roll};
use crate::text::{class, hash};

/// How a word is capitalised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Case {
    /// "bridge"
    Small,
    /// "Bridge"
    Capital,
    /// "NATO"
    Upper,
    /// "X"
    Letter,
    /// "J." or "U.S."
    Dotted,
    /// "iPhone", "al-Qaeda"
    Mixed,
    /// "2018"
    Number,
    /// "—"
    Mark,
}

impl Case {
    fn of(word: &str) -> Self {
        let first = word.chars().next().unwrap_or(' ');
        let (mut upper, mut small, mut dots) = (0, 0, 0);
        for c in word.chars() {
            upper += usize::from(c.is_uppercase());
            small += usize::from(c.is_lowercase());
            dots += usize::from(c == '.');
        }
        match (upper, small) {
            (0, 0) if first.is_numeric() => Self::Number,
            (0, 0) if !first.is_alphabetic() => Self::Mark,
            (0, _) => Self::Small,
            (1, 0) if dots == 0 => Self::Letter,
            (_, 0) if dots > 0 => Self::Dotted,
            (_, 0) => Self::Upper,
            (1, _) if first.is_uppercase() => Self::Capital,
            _ => Self::Mixed,
        }
    }

    /// Whether a capital stands anywhere in the word.
    pub fn is_capital(self) -> bool {
        matches!(
            self,
            Self::Capital | Self::Upper | Self::Letter | Self::Dotted | Self::Mixed
        )
    }
}

/// Prefixes and suffixes are looked at up to this length.
pub(super) const LONGEST_AFFIX: usize = 4;

/// One word form of a document.
#[derive(Debug, Clone)]
pub struct Form {
    /// Fingerprint as it stands.
    pub exact: u64,
    /// Fingerprint in lower case.
    pub lower: u64,
    /// Fingerprint with each character's kind in its place: "Xxxx-dd".
    pub shape: u64,
    /// The same with runs made one: "Xx-d".
    pub outline: u64,
    /// In lower case, of 1 to 4 characters; 0 where the word is not longer.
    pub prefixes: [u64; LONGEST_AFFIX],
    /// In lower case, of 1 to 4 characters; 0 where the word is not longer.
    pub suffixes: [u64; LONGEST_AFFIX],
    /// Fingerprints of the part before the first and behind the last hyphen; 0 without a hyphen.
    pub parts: [u64; 2],
    /// Classes, finest first; 0 where unknown.
    pub classes: [u16; LEVELS],
    /// Class of the part behind the last hyphen.
    pub part_class: u16,
    /// What the word alone is listed as.
    pub kinds: Kinds,
    /// Its share in a run, in lower case and as it stands.
    pub rolls: [Roll; 2],
    /// How it is capitalised.
    pub case: Case,
    /// A small word that may stand inside a name ("of"), or before its first capital ("van").
    pub link: Link,
}

/// What a small word can do in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// Nothing.
    None,
    /// Stand between its words: "of", "and", "-".
    Inside,
    /// Stand before its first capital, too: "van", "al".
    Before,
}

const BEFORE: [&str; 22] = [
    "al", "el", "de", "da", "di", "du", "del", "der", "den", "von", "van", "bin", "ibn", "bint", "la", "le",
    "abu", "ul", "dos", "ter", "ben", "d",
];
const INSIDE: [&str; 30] = [
    "of", "the", "and", "for", "in", "on", "to", "with", "at", "by", "a", "an", "from", "-", "–", "&", "'s",
    "’s", "'", "’", ".", "/", "und", "y", "e", "des", "as", ":", ",", "or",
];

impl Form {
    /// Everything about a word that does not hang on its place.
    pub fn new(word: &str, english: &English) -> Self {
        let lower = hash::lower(word);
        let exact = hash::exact(word);
        // Most words have neither accents nor hyphens, and their fingerprints are known already.
        let rolls = if word.is_ascii() && !word.contains('-') {
            [Roll::of(lower), Roll::of(Roll::cased(exact))]
        } else {
            [Roll::new(word, false), Roll::new(word, true)]
        };
        let kinds = english.gazetteer.of(rolls[0].after(Roll::START))
            | english.gazetteer.of(rolls[1].after(Roll::START));
        let parts = parts(word);
        let case = Case::of(word);
        let (shape, outline) = shapes(word);
        Self {
            exact,
            lower,
            shape,
            outline,
            prefixes: affixes(word, false),
            suffixes: affixes(word, true),
            part_class: parts.map_or(0, |p| english.classes.of(hash::lower(p[1]))[1]),
            parts: parts.map_or([0; 2], |p| p.map(hash::lower)),
            classes: english.classes.of(lower),
            kinds,
            rolls,
            case,
            link: if case.is_capital() { Link::None } else { link(word) },
        }
    }
}

/// Bytes of the longest words of the two lists.
const LONGEST_LINK: usize = 4;

fn link(word: &str) -> Link {
    if word.len() > LONGEST_LINK {
        Link::None
    } else if BEFORE.contains(&word) {
        Link::Before
    } else if INSIDE.contains(&word) {
        Link::Inside
    } else {
        Link::None
    }
}

/// The parts before the first and behind the last hyphen, where both are.
fn parts(word: &str) -> Option<[&str; 2]> {
    let first = word.find(class::is_hyphen)?;
    let last = word.rfind(class::is_hyphen)?;
    let behind = word[last..].chars().next().map_or(last, |c| last + c.len_utf8());
    (first > 0 && behind < word.len()).then(|| [&word[..first], &word[behind..]])
}

/// Fingerprints of the first 1, 2, 3 and 4 characters in lower case, or of the last, which are read backwards.
fn affixes(word: &str, last: bool) -> [u64; LONGEST_AFFIX] {
    let mut small = ['\0'; LONGEST_AFFIX];
    let mut count = word.len();
    let bytes = word.as_bytes();
    if word.is_ascii() {
        for (at, slot) in small.iter_mut().enumerate().take(count) {
            let byte = if last { bytes[count - 1 - at] } else { bytes[at] };
            *slot = char::from(byte.to_ascii_lowercase());
        }
    } else {
        let mut characters = word.chars();
        count = characters.clone().count();
        for slot in small.iter_mut().take(count) {
            let next = if last {
                characters.next_back()
            } else {
                characters.next()
            };
            let c = next.unwrap_or_default();
            *slot = c.to_lowercase().next().unwrap_or(c);
        }
    }
    let mut found = [0; LONGEST_AFFIX];
    let mut state = 0;
    for (slot, c) in found.iter_mut().zip(small).take(count.saturating_sub(1)) {
        state = hash::mix(state, u64::from(c));
        *slot = state;
    }
    found
}

/// A longer word has the shape of its beginning.
const LONGEST_SHAPE: usize = 14;

/// Fingerprints of a word's shape and of its outline.
fn shapes(word: &str) -> (u64, u64) {
    let (mut shape, mut outline, mut last) = (1, 1, '\0');
    for c in word.chars().take(LONGEST_SHAPE) {
        let kind = match c {
            _ if c.is_uppercase() => 'X',
            _ if c.is_alphabetic() => 'x',
            _ if c.is_numeric() => 'd',
            _ if class::is_hyphen(c) => '-',
            _ if class::is_single_quote(c) => '\'',
            _ if class::is_double_quote(c) => '"',
            _ => c,
        };
        shape = hash::mix(shape, u64::from(kind));
        if kind != last {
            outline = hash::mix(outline, u64::from(kind));
        }
        last = kind;
    }
    (shape, outline)
}
