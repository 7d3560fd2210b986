//! What can be seen in one line of a page, in one pass over its characters.

use super::parse::{Line, Page};
use crate::article::ingest::structure::{Listed, furniture};
use crate::knowledge::Model;
use crate::order::Arrange as _;
use crate::text::{class, hash};

/// Small words that prose is full of and labels are not: English, and the commonest of German and French.
#[rustfmt::skip]
const SMALL: &[&str] = &[
    "the", "of", "and", "to", "in", "a", "that", "for", "on", "with", "is", "was", "as", "by", "it", "at", "from",
    "be", "this", "are", "his", "he", "has", "have", "were", "but", "not", "they", "which", "who", "their", "had",
    "or", "an", "will", "would", "been", "she", "her", "its", "i", "you", "we", "if", "can", "so", "when", "there",
    "der", "die", "und", "das", "ist", "nicht", "mit", "ein", "eine", "zu", "den", "von", "auf", "le", "la", "les",
    "et", "des", "est", "une", "que", "dans",
];

/// Words that furniture addresses a visitor with.
#[rustfmt::skip]
const CALLS: &[&str] = &[
    "subscribe", "newsletter", "newsletters", "cookie", "cookies", "advertisement", "sponsored", "share", "follow",
    "login", "log", "sign", "signup", "comment", "comments", "copyright", "privacy", "terms", "related", "recommended",
    "trending", "popular", "email", "facebook", "twitter", "instagram", "linkedin", "pinterest", "whatsapp", "menu",
    "search", "click", "download", "reply", "next", "previous", "latest", "tags", "categories", "affiliate",
    "commission", "account", "register", "password", "cart", "app", "inbox", "reserved", "rights", "contact", "about",
];

/// Words with which a text speaks of its writer or to its reader.
const PERSONS: &[&str] = &["i", "we", "our", "my", "you", "your"];

/// What can be seen in one line. Shares are percent.
#[derive(Debug, Clone, Default)]
pub(super) struct Look {
    pub(super) words: i16,
    pub(super) length: i16,
    pub(super) linked: i16,
    pub(super) strong: i16,
    pub(super) stops: i16,
    pub(super) commas: i16,
    /// 0 open, 1 full stop, 2 question or call, 3 colon, 4 ellipsis.
    pub(super) end: i16,
    /// 0 small letter, 1 capital, 2 figure, 3 bullet or other sign.
    pub(super) start: i16,
    pub(super) capitals: i16,
    pub(super) figures: i16,
    pub(super) small: i16,
    pub(super) calls: i16,
    pub(super) bars: i16,
    /// 0 not listed, 1 its first words are, 2 all of it is.
    pub(super) furniture: i16,
    pub(super) by: i16,
    pub(super) breaks: i16,
    pub(super) person: i16,
}

/// Words beyond which a line is long; more make no difference.
const MOST_WORDS: usize = 400;

/// What listed words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Small,
    Call,
    Person,
}

/// The listed words as fingerprints, in order.
#[derive(Debug)]
pub(super) struct Listing(Vec<(u32, Kind)>);

impl Listing {
    pub(super) fn new() -> Self {
        let lists = [(SMALL, Kind::Small), (CALLS, Kind::Call), (PERSONS, Kind::Person)];
        let words = lists
            .iter()
            .flat_map(|(words, kind)| words.iter().map(|word| (hash::lower(word) as u32, *kind)));
        let mut rows: Vec<(u32, Kind)> = words.collect();
        rows.arrange();
        Self(rows)
    }

    /// Everything that a word is.
    fn kinds(&self, word: &str) -> impl Iterator<Item = Kind> {
        let print = hash::lower(word) as u32;
        let from = self.0.partition_point(|row| row.0 < print);
        self.0[from..]
            .iter()
            .take_while(move |row| row.0 == print)
            .map(|row| row.1)
    }
}

pub(super) fn look(page: &Page, line: &Line, listing: &Listing, model: &Model) -> Look {
    let text = line.span.of(&page.text);
    let mut look = Look::default();
    let (mut titled, mut letters) = (0_i32, 0_i32);
    let (mut small, mut calls, mut words, mut person) = (0_i32, 0_i32, 0_i32, 0_i32);
    for word in text.split([' ', '\n']).take(MOST_WORDS) {
        words += 1;
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if bare.is_empty() {
            look.bars += 1;
            continue;
        }
        titled += i32::from(bare.starts_with(char::is_uppercase));
        if bare.len() <= 13 && bare.is_ascii() {
            for kind in listing.kinds(bare) {
                match kind {
                    Kind::Small => small += 1,
                    Kind::Call => calls += 1,
                    Kind::Person => person += 1,
                }
            }
        }
    }
    let mut figures = 0_i32;
    for byte in text.bytes() {
        match byte {
            b'.' => look.stops = look.stops.saturating_add(1),
            b',' => look.commas = look.commas.saturating_add(1),
            b'\n' => look.breaks = look.breaks.saturating_add(1),
            b'0'..=b'9' => figures += 1,
            _ => {}
        }
        letters += 1;
    }
    let share = |part: i32, all: i32| (part * 100 / all.max(1)) as i16;
    let length = text.len() as i32;
    look.words = words as i16;
    look.length = length.min(4000) as i16;
    look.linked = share((line.linked as i32).min(length), length);
    look.strong = share((line.strong as i32).min(length), length);
    look.capitals = share(titled, words);
    look.small = share(small, words);
    look.figures = share(figures, letters);
    look.calls = calls.min(20) as i16;
    look.person = share(person, words);
    look.end = end(text);
    look.start = start(text);
    let known = if words <= 30 {
        furniture(text, &model.lexicon)
    } else {
        None
    };
    look.furniture = match known {
        Some(Listed::Whole) => 2,
        Some(Listed::Begins) => 1,
        None => 0,
    };
    look.by = i16::from(text.get(..3).is_some_and(|head| head.eq_ignore_ascii_case("by ")) && words < 25);
    look
}

fn end(text: &str) -> i16 {
    let closing =
        |c: char| class::is_double_quote(c) || class::is_single_quote(c) || matches!(c, ')' | ']' | ' ');
    let bare = text.trim_end_matches(closing);
    match bare.chars().next_back() {
        Some('…') => 4,
        Some('.') if bare.ends_with("...") => 4,
        Some('?' | '!') => 2,
        Some(':') => 3,
        Some(c) if class::is_terminal(c) => 1,
        _ => 0,
    }
}

fn start(text: &str) -> i16 {
    let quote = |c: char| class::is_double_quote(c) || class::is_single_quote(c);
    match text.trim_start_matches(quote).chars().next() {
        Some(c) if c.is_lowercase() => 0,
        Some(c) if c.is_alphabetic() => 1,
        Some(c) if c.is_numeric() => 2,
        _ => 3,
    }
}

/// Fingerprints of every run of four words, folded, so that a text from a page's data is found in its lines.
pub(super) fn runs(text: &str) -> Vec<u32> {
    let words: Vec<u64> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(hash::base)
        .collect();
    let run = |run: &[u64]| run.iter().fold(7, |state, &word| hash::mix(state, word)) as u32;
    if words.len() < 4 {
        return if words.is_empty() {
            Vec::new()
        } else {
            vec![run(&words)]
        };
    }
    words.windows(4).map(run).collect()
}
