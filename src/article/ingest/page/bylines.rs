//! Lines and elements that say who wrote an article: "May 4, 2031 | By Anna Berg, Tide Daily", "Anna Berg, political
//! correspondent". Each word is given a kind; what stands in front of a name and behind it tells whether it is an author.

use super::surroundings::fold;
use super::{days, names};
use crate::article::ingest::structure::listed_agency;
use crate::knowledge::Model;

/// What a word or sign of such a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Begins with a figure, or is a month or weekday beside one that does.
    Day,
    /// Parts fields: a bar, a point, a line break.
    Sign,
    Comma,
    /// "and".
    Joint,
    /// "by".
    By,
    /// "Author".
    Author,
    /// May stand before "by": "Guest post", "Published".
    Label,
    /// Who is named behind it only helped: "Photos".
    Helper,
    /// Somebody's function, or a word of pages: in no name.
    Role,
    /// A word with a capital, or a particle behind one.
    Name,
    Small,
}

/// Words of the longest name.
const LONGEST: usize = 5;

/// Bytes of the longest word that may be in a name.
const LONGEST_WORD: usize = 60;

/// Words that are looked at: a line of fields has hardly thirty.
const MOST: usize = 40;

/// A text as words with their kinds.
pub(super) struct Byline<'a> {
    words: Vec<(Kind, &'a str)>,
    outlet: Option<&'a str>,
    model: &'a Model,
}

impl<'a> Byline<'a> {
    pub(super) fn new(text: &'a str, outlet: Option<&'a str>, model: &'a Model) -> Self {
        let mut byline = Self {
            words: Vec::new(),
            outlet,
            model,
        };
        for line in text.split('\n') {
            for word in line.split_whitespace().take(MOST) {
                // "News/by Anna"
                for part in word.split(['/', '|', '·', '•']).take(MOST) {
                    byline.word(part);
                    byline.sign();
                }
                byline.words.pop();
            }
            byline.sign();
        }
        byline.settle();
        byline
    }

    fn sign(&mut self) {
        self.words.push((Kind::Sign, ""));
    }

    fn word(&mut self, word: &'a str) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '&' | '+'));
        let (before, behind) = word.split_once(bare).unwrap_or(("", ""));
        if bare.is_empty() || bare == "." || word.contains('@') || word.len() > LONGEST_WORD {
            return self.sign();
        }
        if word.contains('©') {
            self.words.push((Kind::Small, ""));
        } else if !before.is_empty() {
            self.sign();
        }
        // "ByAnna", "by:Anna", "BergPublished": two elements without a space between.
        let joined = bare.strip_prefix("By");
        let joined = joined.filter(|rest| rest.starts_with(char::is_uppercase));
        let rest = joined.or_else(|| bare.split_once(':').map(|parts| parts.1));
        let rest = rest.filter(|rest| rest.starts_with(char::is_alphabetic));
        let rest = rest.unwrap_or(bare);
        self.push(bare[..bare.len() - rest.len()].trim_end_matches(':'));
        let head = self.unglued(rest);
        self.push(head);
        let tail = &rest[head.len()..];
        if days::is_month(tail) {
            self.push(tail);
        } else if !tail.is_empty() {
            self.words.push((Kind::Role, tail));
        }
        let closes = bare.len() > 5 && bare.ends_with('.') && behind.is_empty();
        match behind.chars().next() {
            Some(',') => self.words.push((Kind::Comma, "")),
            Some('\'' | '’' | '"' | '”') | None if !closes => {}
            _ => self.sign(),
        }
    }

    fn push(&mut self, word: &'a str) {
        if !word.is_empty() {
            self.words.push((self.kind(word), word));
        }
    }

    fn kind(&self, word: &str) -> Kind {
        let lower = word.to_lowercase();
        let lower = lower.trim_end_matches('.');
        let last = self.words.last().filter(|word| word.0 == Kind::Name);
        let first = last.is_some() && self.before(self.words.len() - 1) != Kind::Name;
        let given = last.is_some_and(|last| names::is_given(last.1, self.model));
        let capital = word.starts_with(char::is_uppercase);
        match self.model.lexicon.bylines.get(lower) {
            _ if word.starts_with(|c: char| c.is_ascii_digit()) => Kind::Day,
            _ if word.contains(|c: char| c.is_ascii_digit() || c == ':') => Kind::Small,
            // "A. J. Berg"
            _ if capital && word.len() == 2 && word.ends_with('.') => Kind::Name,
            _ if last.is_some() && !capital && names::is_particle(lower) => Kind::Name,
            // "Anna Le"
            Some("label") if capital && first && (given || word.len() < 4) => Kind::Name,
            Some("by") => Kind::By,
            Some("joint") => Kind::Joint,
            Some("author" | "signed") => Kind::Author,
            Some("label" | "page") => Kind::Label,
            Some("helper") => Kind::Helper,
            Some("title") => Kind::Name,
            _ if names::is_nobody(lower, given, self.model) => Kind::Role,
            _ if capital => Kind::Name,
            _ => Kind::Small,
        }
    }

    /// Months and weekdays beside numbers are parts of a day, and "Anna Berg, DVM" has one name.
    fn settle(&mut self) {
        for at in 0..self.words.len() {
            let word = self.words[at].1;
            let listed = self.model.lexicon.bylines.get(&word.to_lowercase());
            let near = self.at(at + 1) == Kind::Day || self.before(at) == Kind::Day;
            let weekday = || near || self.at(at + 2) == Kind::Day && listed == Some("weekday");
            let is_alone = self.before(at) == Kind::Comma && self.at(at + 1) != Kind::Name;
            if near && days::is_month(word) || listed == Some("weekday") && weekday() {
                self.words[at].0 = Kind::Day;
            } else if self.at(at) == Kind::Name && is_alone && names::is_credential(word) {
                self.words[at].0 = Kind::Role;
            }
        }
    }

    /// A word without another that only its look parts from it: `BergPublished`, `BergMay`.
    fn unglued(&self, word: &'a str) -> &'a str {
        let mut small = false;
        for (at, c) in word.char_indices() {
            let tail = &word[at..];
            // "DeMay" is a name.
            let is_other = small && c.is_uppercase() && at > 2;
            if is_other && (at > 3 && days::is_month(tail) || names::is_page_word(tail, self.model)) {
                // "BergUpdatedMay"
                return self.unglued(&word[..at]);
            }
            small = c.is_lowercase();
        }
        word
    }

    fn at(&self, at: usize) -> Kind {
        self.words.get(at).map_or(Kind::Sign, |word| word.0)
    }

    fn before(&self, at: usize) -> Kind {
        self.at(at.wrapping_sub(1))
    }

    fn has(&self, kinds: &[Kind]) -> bool {
        self.words.iter().any(|word| kinds.contains(&word.0))
    }

    fn only(&self, kinds: &[Kind]) -> bool {
        self.words.iter().all(|word| kinds.contains(&word.0))
    }

    /// Whether it says that a name comes and has none: "Written by".
    pub(super) fn is_open(&self) -> bool {
        self.begin() == Some(self.words.len())
    }

    /// Whether it is nothing but a heading over what is said of the author: "About the author".
    pub(super) fn is_heading(&self) -> bool {
        self.has(&[Kind::Author, Kind::By])
            && self.only(&[Kind::Author, Kind::By, Kind::Label, Kind::Role, Kind::Sign])
    }

    /// Whether it is little but somebody's function: "Staff Writer".
    pub(super) fn is_function(&self) -> bool {
        self.words.len() <= LONGEST && self.has_function()
    }

    /// Whether one of its words is a function: "reporter".
    pub(super) fn has_function(&self) -> bool {
        self.has(&[Kind::Role, Kind::Author])
    }

    /// Whether a number or another word of a day stands in it.
    pub(super) fn is_dated(&self) -> bool {
        self.has(&[Kind::Day])
    }

    /// Whether it begins with more than "by" where it says whose text it is: "Written by", "Author:".
    pub(super) fn is_full(&self) -> bool {
        matches!(self.at(0), Kind::Label | Kind::Author) && self.begin().is_some()
    }

    /// Where the names begin that the text says are the authors'.
    fn begin(&self) -> Option<usize> {
        let past = |at: usize| {
            let is_word = |at: &usize| self.at(*at) != Kind::Sign;
            (at + 1..self.words.len())
                .find(is_word)
                .unwrap_or(self.words.len())
        };
        let (mut author, mut seen, mut plain) = (None, false, true);
        for (at, (kind, word)) in self.words.iter().enumerate() {
            let before = self.before(at);
            match kind {
                Kind::By if before == Kind::Helper => {}
                Kind::By if plain || matches!(before, Kind::Sign | Kind::Day) => return Some(past(at)),
                Kind::Author if plain && !seen => {
                    seen = true;
                    let listed = self.model.lexicon.bylines.get(&word.to_lowercase());
                    let opens = listed != Some("signed") || self.at(at + 1) == Kind::Sign;
                    author = opens.then(|| past(at));
                }
                Kind::Role | Kind::Name | Kind::Small => plain = false,
                _ => {}
            }
        }
        author
    }

    /// The people whom the text says are the authors: "by", "Author:".
    pub(super) fn told(&self) -> Option<Vec<String>> {
        let (found, _) = self.people(self.begin()?);
        let full = found.iter().all(|name| name.contains(' '));
        (full && !found.is_empty()).then_some(found)
    }

    /// The people in an element or field that names authors.
    pub(super) fn all(&self) -> Vec<String> {
        self.people(self.begin().unwrap_or(0)).0
    }

    /// The account, first name or house that the text says is the author's: "Posted by quillfeather on May 4, 2031";
    /// `whole` where it says nothing else.
    pub(super) fn handle(&self, whole: bool) -> Option<String> {
        let fields = || (0..self.words.len()).find(|&at| !matches!(self.at(at), Kind::Sign | Kind::Day));
        let from = self.begin().or_else(|| fields().filter(|_| whole))?;
        let ends = |at: &usize| {
            let kind = self.at(*at);
            let small = self.words[*at..]
                .iter()
                .take(1)
                .all(|word| word.1.starts_with(char::is_lowercase));
            matches!(kind, Kind::Sign | Kind::Day | Kind::Comma | Kind::Joint)
                || kind == Kind::Label && (small || !whole)
        };
        let to = (from + 1..=self.words.len()).find(ends)?;
        let words: Vec<&str> = self.words.get(from..to)?.iter().map(|word| word.1).collect();
        let name = words.join(" ");
        // "by our own team" goes on like a sentence.
        let small = |word: &&str| word.starts_with(char::is_lowercase) && !names::is_particle(word);
        let begins = words.len() > 1 && small(&words[0]);
        let is_sentence = begins || words.len() > 3 && words.iter().any(small) || words.len() > LONGEST;
        let is_name = name.len() > 1 && (whole || !is_sentence) && !name.contains("www.");
        (is_name && names::is_anybody(&name, self.model)).then_some(name)
    }

    /// The names from a word on, and where the last of them ends: one, and those that "and", commas and signs join to it.
    /// Behind somebody's title its words go on: "Head of Marketing and Community Development".
    fn people(&self, from: usize) -> (Vec<String>, usize) {
        let mut found: Vec<String> = Vec::new();
        let (mut at, mut end, mut titled) = (from, from, false);
        while at < self.words.len() && found.len() < 20 && self.at(at) != Kind::Helper {
            let joined = self.before(at) == Kind::Joint;
            if let Some((name, to)) = self.name(at) {
                let listed = || names::is_full_name(&name, self.model);
                let behind = !found.is_empty() && !joined;
                let ordinary = |word: &str| names::is_ordinary(word, self.model);
                let is_house = self.is_outlet(&name) || listed_agency(&name, self.model).is_some();
                let function = self.at(to) == Kind::Role && name.split(' ').any(ordinary);
                let is_other = function || behind && (!name.contains(' ') || name.split(' ').any(ordinary));
                if listed() || !is_house && !is_other && !titled {
                    let known = found.iter().any(|other| fold(other) == fold(&name));
                    found.extend((!known).then_some(name));
                    end = to;
                } else {
                    titled = true;
                }
                at = to;
            }
            while !matches!(self.at(at), Kind::Comma | Kind::Joint | Kind::Sign) {
                if matches!(self.at(at), Kind::Small | Kind::Helper) {
                    return (found, end);
                }
                titled |= !found.is_empty() && self.at(at) != Kind::Day;
                at += 1;
            }
            titled |= self.at(at) == Kind::Sign && !found.is_empty();
            at += 1;
        }
        (found, end)
    }

    /// The name at a word, and where it ends.
    fn name(&self, from: usize) -> Option<(String, usize)> {
        let end = (from..self.words.len()).find(|&at| self.at(at) != Kind::Name);
        let end = end.unwrap_or(self.words.len());
        let mut words: Vec<&str> = Vec::new();
        for (_, word) in &self.words[from..end] {
            // "Anna Berg Tide Daily"
            if words.len() > 1 && self.outlet.and_then(|outlet| outlet.split(' ').next()) == Some(*word) {
                break;
            }
            words.push(word);
        }
        // "Anna Berg Political correspondent"
        let next = self.at(end);
        let titled = next == Kind::Role && words.len() > 2;
        // "Community Editor", "Ask the Doctors"
        let whole = words.len() > 1 || !matches!(next, Kind::Role | Kind::Label);
        // "BBC Sport"
        let capitals =
            |word: &&&str| word.len() > 2 && !word.contains(|c: char| c.is_lowercase() || c == '.');
        let house = words.iter().take_while(capitals).count() == 1 && words.len() > 1;
        while words.last().is_some_and(|word| {
            word.starts_with(char::is_lowercase) || titled && names::is_ordinary(word, self.model)
        }) {
            words.pop();
        }
        let name = names::once(&words.join(" "));
        // "St." closes no name.
        let long = words.last().is_some_and(|word| word.len() > 3);
        let name = if long {
            name.trim_end_matches('.').to_owned()
        } else {
            name
        };
        (whole && !house && (1..=LONGEST).contains(&words.len()) && names::is_person(&name, self.model))
            .then_some((name, end))
    }

    fn is_outlet(&self, name: &str) -> bool {
        self.outlet.is_some_and(|outlet| fold(outlet) == fold(name))
    }

    /// The name that a text begins with but for words that lead to one, and what stands behind it; whether there are such words.
    pub(super) fn lead(&self) -> Option<(String, String, bool)> {
        let leads = |kind: Kind| !matches!(kind, Kind::Name | Kind::Small | Kind::Day);
        let from = (0..self.words.len()).find(|&at| !leads(self.at(at)))?;
        let (name, end) = self.name(from)?;
        Some((name, self.rest(end), from > 0))
    }

    fn rest(&self, from: usize) -> String {
        let words: Vec<&str> = self.words[from..].iter().map(|word| word.1).collect();
        words.join(" ").trim().to_owned()
    }

    /// People whom a field of the line names; whether a day or a function stands beside them, and no sentence.
    pub(super) fn named(&self) -> Option<(Vec<String>, bool, bool)> {
        let outlet = self.outlet.map_or_else(String::new, fold);
        for at in 0..self.words.len() {
            let (kind, word) = self.words[at];
            if kind == Kind::Name && matches!(self.before(at), Kind::Sign | Kind::Day) {
                let (found, end) = self.people(at);
                let ends = !matches!(self.at(end), Kind::Small | Kind::Name | Kind::By | Kind::Author);
                let full = |name: &String| (2..=4).contains(&name.split(' ').count());
                if ends && !found.is_empty() && found.iter().all(full) {
                    let plain = self.words[end..].iter().all(|word| word.0 != Kind::Small);
                    let house = self.outlet.is_some_and(|outlet| self.rest(end).contains(outlet));
                    return Some((found, house || self.has(&[Kind::Day, Kind::Role]), plain));
                }
            }
            // What is no field: a sentence, another page's name.
            let strange = matches!(kind, Kind::Small | Kind::Name) && !outlet.contains(&fold(word));
            if kind == Kind::Role || strange {
                return None;
            }
        }
        None
    }
}
