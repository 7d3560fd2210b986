//! What each capitalised run of a stretch names: tables first, then the words in and around it.
//!
//! This is the heart that trained weights will replace; what comes before (`words`, `lookup`) and after (`roles`,
//! `sources`, `works`) does not depend on how it decides.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::lookup::{self, Match};
use super::words::{Stretch, Word};
use crate::article::label::{Confidence, Label};
use crate::article::segment::TokenKind;
use crate::knowledge::lexicon::Lexicon;

/// A decision about some tokens.
#[derive(Debug, Clone)]
pub(super) struct Named {
    pub tokens: Range<usize>,
    pub label: Label,
    pub confidence: Confidence,
    pub reason: &'static str,
}

/// What is known besides the words themselves.
pub(super) struct Ground<'a> {
    pub words: &'a [Word<'a>],
    pub lexicon: &'a Lexicon,
    /// Forms that were named elsewhere in this article or drop; family names among them.
    pub known: BTreeMap<String, Label>,
    /// Words that this article also writes small.
    pub small: BTreeSet<&'a str>,
}

/// A name of a person is rarely longer, in tokens.
const LONGEST_PERSON: usize = 6;

/// No name is longer, in tokens: "Office of the United Nations High Commissioner for Human Rights in Northmoor" has 14.
/// Without an end, a text in capitals would be read anew from each of its words.
const LONGEST_RUN: usize = 24;

const PARTICLES: [&str; 18] = [
    "de", "da", "do", "dos", "di", "du", "del", "der", "den", "von", "van", "bin", "bint", "ibn", "al", "el",
    "la", "ter",
];
const PLACE_PREPOSITIONS: [&str; 8] = [
    "in",
    "near",
    "outside",
    "across",
    "throughout",
    "from",
    "around",
    "at",
];
const REGION_WORDS: [&str; 9] = [
    "region", "province", "city", "district", "state", "county", "oblast", "area", "suburb",
];
const OUTLET_WORDS: [&str; 11] = [
    "outlet",
    "newspaper",
    "daily",
    "broadcaster",
    "agency",
    "magazine",
    "website",
    "channel",
    "platform",
    "app",
    "tabloid",
];

impl Ground<'_> {
    /// Decides about one stretch, from left to right.
    pub(super) fn decide(&self, stretch: &Stretch, found: &mut Vec<Named>) {
        let end = stretch.tokens.end;
        let mut at = stretch.tokens.start;
        let mut titled = false;
        while at < end {
            let word = &self.words[at];
            let begins = word.capital || PARTICLES.contains(&word.lower.as_ref());
            let listed = begins
                .then(|| lookup::longest(&self.words[..end], at, self.lexicon))
                .flatten();
            if !word.capital && listed.is_none() {
                titled = titled && word.glued && word.kind == TokenKind::Mark && word.text != ",";
                at += 1;
                continue;
            }
            let title = self.title(at, end);
            if title > 0 && listed.is_none_or(|m| m.len <= title) && !self.ends_in_head(at, end) {
                at += title;
                titled = true;
                continue;
            }
            let named = self.name(at, stretch, listed, titled);
            titled = false;
            let Some(named) = named else {
                at += listed.map_or(1, |m| if m.label.is_none() { m.len } else { 1 });
                continue;
            };
            at = named.tokens.end;
            found.push(named);
        }
    }

    /// How many tokens from `at` are a title before a name: "Prime Minister", "Secretary of State".
    fn title(&self, at: usize, end: usize) -> usize {
        let mut len = 0;
        for index in at..end {
            let word = &self.words[index];
            let inside = self.lexicon.role_words.has(&word.lower) && (word.capital || word.lower == "of");
            let of_state = word.lower == "state" && len > 0 && self.words[index - 1].lower == "of";
            if word.capital && self.lexicon.roles.has(&word.lower) || of_state {
                len = index + 1 - at;
            } else if !inside && word.text != "-" {
                break;
            }
        }
        len
    }

    fn ends_in_head(&self, at: usize, end: usize) -> bool {
        let run = self.run(at, end);
        let last = &self.words[run.end - 1];
        run.len() > 1 && self.head(&run) == Some(Label::Org) && !self.lexicon.roles.has(&last.lower)
    }

    fn name(&self, at: usize, stretch: &Stretch, listed: Option<Match>, titled: bool) -> Option<Named> {
        let end = stretch.tokens.end;
        let first = self.is_first(at, stretch.tokens.start);
        let run = self.run(at, end);
        if let Some(platform) = self.platform(at) {
            return Some(platform);
        }
        if let Some(known) = self.carried(&run, listed, titled) {
            return Some(known);
        }
        if let Some(found) = listed {
            return self.by_table(found, &run, stretch, first, titled);
        }
        if self.lexicon.common.has(&self.words[at].lower) {
            return None;
        }
        if stretch.title_case {
            return self.famous(at);
        }
        if first && run.len() == 1 && self.small.contains(self.words[at].lower.as_ref()) {
            return None;
        }
        self.by_shape(&run, first, titled)
    }

    /// Whether a capital here is owed to the place: first of a stretch, or behind a mark that opens one.
    fn is_first(&self, at: usize, start: usize) -> bool {
        at == start
            || matches!(
                self.words[at - 1].text,
                "\"" | "“" | "‘" | "'" | ":" | "«" | "—" | "-" | "–" | "•" | "*"
            )
    }

    /// The longest run of capitalised words from `at`, with particles, "&" and "of" behind a head word inside it.
    fn run(&self, at: usize, end: usize) -> Range<usize> {
        let end = end.min(at + LONGEST_RUN);
        let mut last = at;
        let mut index = at + 1;
        while index < end {
            let word = &self.words[index];
            let next_capital = self.words[..end].get(index + 1).is_some_and(|w| w.capital);
            let breaks = self.lexicon.common.has(&word.lower) && !self.lexicon.heads.has(&word.lower);
            if word.capital && word.kind == TokenKind::Word && !breaks {
                let role = self.lexicon.roles.has(&word.lower) && next_capital;
                if role && !self.lexicon.heads.has(&word.lower) {
                    break;
                }
                last = index;
                index += 1;
            } else if next_capital && self.joins(at, index) {
                index += 1;
            } else if self.head_goes_on(last, &word.lower) {
                let skip = self.words[..end].get(index + 1).is_some_and(|w| w.lower == "the");
                let target = index + 1 + usize::from(skip);
                if !self.words[..end].get(target).is_some_and(|w| w.capital) {
                    break;
                }
                index = target;
            } else {
                break;
            }
        }
        at..last + 1
    }

    /// "University of", "Council for": a head word whose name goes on; only institutions go on with "for".
    fn head_goes_on(&self, head: usize, small: &str) -> bool {
        match small {
            "of" => self.head_at(head).is_some(),
            "for" => self.head_at(head) == Some(Label::Org),
            _ => false,
        }
    }

    /// Whether the small word or mark at `index` may stand inside a name.
    fn joins(&self, at: usize, index: usize) -> bool {
        let word = &self.words[index];
        match word.text {
            "&" => true,
            "-" => {
                let before = &self.words[index - 1];
                let given =
                    self.lexicon.given.has(&before.lower) || PARTICLES.contains(&before.lower.as_ref());
                word.glued
                    && self.words[index + 1].glued
                    && given
                    && !self.lexicon.surnames.has(&before.lower)
            }
            _ => {
                PARTICLES.contains(&word.lower.as_ref())
                    && (index > at + 1 || self.lexicon.given.has(&self.words[at].lower))
            }
        }
    }

    fn head_at(&self, index: usize) -> Option<Label> {
        let kind = self.lexicon.heads.get(&self.words[index].lower)?;
        Some(match kind {
            "media" => Label::Media,
            "fac" => Label::Fac,
            "loc" => Label::Loc,
            "gpe" => Label::Gpe,
            "event" => Label::Event,
            "law" => Label::Law,
            _ => Label::Org,
        })
    }

    /// The label that a run's head word tells: its last, or the one before "of".
    fn head(&self, run: &Range<usize>) -> Option<Label> {
        let of = run
            .clone()
            .find(|&i| i > run.start && matches!(self.words[i].lower.as_ref(), "of" | "for"));
        match of {
            Some(of) => self.head_at(of - 1),
            None if run.len() > 1 => self.head_at(run.end - 1).or_else(|| {
                // "Mount Kenya", "Lake Chad": the head stands first.
                matches!(self.words[run.start].lower.as_ref(), "mount" | "lake" | "cape")
                    .then_some(Label::Loc)
            }),
            None => None,
        }
    }

    /// "X" is a platform only where the words around it say so.
    fn platform(&self, at: usize) -> Option<Named> {
        if self.words[at].text != "X" {
            return None;
        }
        let before = at.checked_sub(1).map_or("", |i| self.words[i].lower.as_ref());
        let after = self.words.get(at + 1).map_or("", |w| w.lower.as_ref());
        let told = matches!(
            after,
            "social" | "platform" | "post" | "account" | "user" | "users"
        );
        (told || matches!(before, "on" | "via"))
            .then(|| named(at..at + 1, Label::Media, Confidence::Medium, "used as a platform"))
    }

    /// A form that was named in full elsewhere.
    fn carried(&self, run: &Range<usize>, listed: Option<Match>, titled: bool) -> Option<Named> {
        let at = run.start;
        let label = *self.known.get(self.words[at].text)?;
        let given_alone = run.len() > 1 && self.lexicon.given.has(&self.words[at].lower);
        let longer = listed.is_some_and(|m| m.len > 1);
        // A city's name stays a city behind a preposition of place, whoever else bears it.
        let place =
            listed.is_some_and(|m| m.label == Some(Label::Gpe)) && !titled && self.behind_place_word(at);
        if given_alone || longer || place || label != Label::Person || self.head(run).is_some() {
            return None;
        }
        Some(named(
            at..at + 1,
            label,
            Confidence::High,
            "family name of a person named in full elsewhere",
        ))
    }

    fn behind_place_word(&self, at: usize) -> bool {
        at > 0 && PLACE_PREPOSITIONS.contains(&self.words[at - 1].lower.as_ref())
    }

    fn by_table(
        &self,
        found: Match,
        run: &Range<usize>,
        stretch: &Stretch,
        first: bool,
        titled: bool,
    ) -> Option<Named> {
        let at = run.start;
        let label = found.label?;
        let word = &self.words[at];
        let longer = run.end > at + found.len && !stretch.title_case;
        let family = self.lexicon.family.has(&self.words[run.end - 1].lower);
        let surname = longer && run.len() <= 3 && label != Label::Person && found.len == 1;
        if surname
            && label != Label::Norp
            && (titled || self.lexicon.given.has(&word.lower) || family)
            && self.head(run).is_none()
        {
            return Some(named(
                run.clone(),
                Label::Person,
                Confidence::Medium,
                "given name and capitalised word",
            ));
        }
        if longer && let Some(head) = self.head(run) {
            // "Russian War" is a title's work more often than a name; institutions carry a people's name.
            if label != Label::Norp || head == Label::Org {
                return Some(named(
                    run.clone(),
                    head,
                    Confidence::Medium,
                    "ends in a telling word",
                ));
            }
        }
        let doubtful =
            found.len == 1 && !word.upper && !matches!(label, Label::Gpe | Label::Norp | Label::Loc);
        if doubtful && (first || stretch.title_case) && self.small.contains(word.lower.as_ref()) {
            return None;
        }
        let article = word.lower == "the" && found.len > 1 && {
            lookup::longest(&self.words[..at + found.len], at + 1, self.lexicon)
                .is_some_and(|m| m.len + 1 == found.len)
        };
        let tokens = at + usize::from(article)..at + found.len;
        Some(named(tokens, label, Confidence::High, found.reason))
    }

    fn famous(&self, at: usize) -> Option<Named> {
        let word = &self.words[at];
        self.lexicon.surnames.has(&word.lower).then(|| {
            named(
                at..at + 1,
                Label::Person,
                Confidence::High,
                "family name often in the news",
            )
        })
    }

    /// A run that no table lists.
    fn by_shape(&self, run: &Range<usize>, first: bool, titled: bool) -> Option<Named> {
        let word = &self.words[run.start];
        let last = &self.words[run.end - 1];
        let given = self.lexicon.given.has(&word.lower) || is_initial(word.text);
        let some = |label, confidence, reason| Some(named(run.clone(), label, confidence, reason));
        if let Some(head) = self.head(run) {
            return some(head, Confidence::Medium, "ends in a telling word");
        }
        let plain = run.len() <= LONGEST_PERSON && !word.upper;
        if titled && run.len() <= LONGEST_PERSON {
            return some(Label::Person, Confidence::High, "follows a title");
        }
        if given && plain && run.len() > 1 {
            return some(Label::Person, Confidence::High, "begins with a given name");
        }
        if self.lexicon.surnames.has(&word.lower) {
            return self.famous(run.start);
        }
        if plain && (2..=3).contains(&run.len()) && self.lexicon.family.has(&last.lower) {
            return some(Label::Person, Confidence::Medium, "ends in a family name");
        }
        self.by_context(run, first)
    }

    fn by_context(&self, run: &Range<usize>, first: bool) -> Option<Named> {
        let word = &self.words[run.start];
        let before = run
            .start
            .checked_sub(1)
            .map_or("", |i| self.words[i].lower.as_ref());
        let after = self.words.get(run.end).map_or("", |w| w.lower.as_ref());
        let some = |label, confidence, reason| Some(named(run.clone(), label, confidence, reason));
        if OUTLET_WORDS.contains(&before) {
            return some(Label::Media, Confidence::Medium, "follows a word for an outlet");
        }
        let short = run.len() <= 2 && !word.upper;
        let of_city = before == "of"
            && run.start > 1
            && REGION_WORDS.contains(&self.words[run.start - 2].lower.as_ref());
        if short && (of_city || REGION_WORDS.contains(&after) || PLACE_PREPOSITIONS[..6].contains(&before)) {
            return some(Label::Gpe, Confidence::Medium, "stands where a place stands");
        }
        if self.lexicon.says.has(after) && run.len() <= 3 && !word.upper {
            return some(Label::Person, Confidence::Medium, "does what people do");
        }
        if run.len() == 1 && self.lexicon.family.has(&word.lower) {
            return some(Label::Person, Confidence::Medium, "listed as a family name");
        }
        if word.upper && run.len() == 1 && (2..=6).contains(&word.text.len()) {
            return some(Label::Org, Confidence::Low, "written in capitals");
        }
        if run.len() > 1 && !first {
            let label = if run.len() == 2 { Label::Person } else { Label::Org };
            return some(label, Confidence::Low, "several capitalised words");
        }
        let given = self.lexicon.given.has(&word.lower);
        (!first && given).then(|| {
            named(
                run.clone(),
                Label::Person,
                Confidence::Low,
                "listed as a given name",
            )
        })
    }
}

fn is_initial(text: &str) -> bool {
    text.len() == 2 && text.ends_with('.') && text.starts_with(char::is_uppercase)
}

fn named(tokens: Range<usize>, label: Label, confidence: Confidence, reason: &'static str) -> Named {
    Named {
        tokens,
        label,
        confidence,
        reason,
    }
}
