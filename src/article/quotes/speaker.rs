//! Whom the words for a speaker stand for, read from the first line to the last.
//!
//! A pronoun is the last person who spoke or acted as the subject of a sentence, whoever came later. A quote without
//! a verb of its own goes on from the one before it in its paragraph.

use super::direct::Utterance;
use super::page::Page;
use super::phrase::sentence_subject;
use super::subject::Subject;
use super::{CueClass, QuoteKind, Speaker};
use crate::article::document::BlockKind;
use crate::article::label::{Confidence, Label};
use crate::order::Map;
use crate::text::Span;

/// People whom a pronoun can still mean: more than a handful of names back nobody is called "he".
const REMEMBERED: usize = 6;

/// Names before a pronoun that are asked whether it can be theirs: few sentences have more.
const BETWEEN: usize = 4;

/// The last word of a person's name.
fn surname(page: &Page, mention: usize) -> String {
    page.at(page.mentions[mention].tokens.end.saturating_sub(1))
        .to_owned()
}

/// The one person who is named beside a role that speaks: "the mayor, Anna Berg, said".
fn holder(page: &Page, role: usize) -> Option<usize> {
    let &[first] = page.mentions[role].office.as_ref()?.holders.as_slice() else {
        return None;
    };
    let from = page.mentions.partition_point(|m| m.tokens.start < first);
    let begins = page.mentions[from..]
        .iter()
        .take_while(|m| m.tokens.start == first);
    (from..)
        .zip(begins)
        .find(|(_, m)| m.label == Label::Person)
        .map(|(at, _)| at)
}

/// What one expression lends the next.
#[derive(Default)]
struct State {
    /// The people who spoke or were the subject of a sentence, the last one last; each name once.
    people: Vec<usize>,
    /// Whether a name is a woman's, by the pronoun or title that it was used with.
    women: Map<String, bool>,
    /// The last body that spoke.
    body: Option<usize>,
    /// The last speaker.
    last: Option<Last>,
    /// The next sentence whose subject is to be read.
    sentence: usize,
}

/// Who spoke last, in which block, with which verb.
struct Last {
    speaker: Speaker,
    block: usize,
    cue: Option<(usize, CueClass)>,
}

/// Gives each utterance its speaker, and the verb of the quote that it goes on from; they must be sorted by `at`.
pub(super) fn speakers(page: &Page, utterances: &mut [Utterance]) -> Vec<Option<Speaker>> {
    let mut state = State::default();
    utterances
        .iter_mut()
        .map(|utterance| state.speaker(page, utterance))
        .collect()
}

impl State {
    fn speaker(&mut self, page: &Page, utterance: &mut Utterance) -> Option<Speaker> {
        if matches!(utterance.kind, QuoteKind::Title | QuoteKind::Scare) {
            return None;
        }
        self.catch_up(page, utterance);
        let met = (self.people.clone(), self.body);
        let speaker = match &utterance.subject {
            Some(subject) => Some(self.resolve(page, subject)),
            None => self.carried(page, utterance),
        };
        // An act such as "criticised the plan" is no speech that a quote could go on from.
        if utterance.act {
            (self.people, self.body) = met;
        } else if let Some(speaker) = &speaker {
            let (speaker, block, cue) = (speaker.clone(), utterance.block, utterance.cue);
            self.last = Some(Last { speaker, block, cue });
        }
        speaker
    }

    /// Reads the subjects of all sentences before the utterance's.
    fn catch_up(&mut self, page: &Page, utterance: &Utterance) {
        let own = page.sentence(utterance.at).start;
        while let Some(sentence) = page
            .segments
            .sentences
            .get(self.sentence)
            .filter(|s| s.tokens.start < own)
        {
            self.sentence += 1;
            // Captions and headlines name people who do not speak in the text below.
            if page
                .block(sentence.tokens.start)
                .is_some_and(|b| b.kind == BlockKind::Caption)
            {
                continue;
            }
            let subject = sentence_subject(page, sentence.tokens.start, sentence.tokens.end);
            let person = subject
                .and_then(|s| s.mention)
                .filter(|m| page.mentions[*m].label == Label::Person);
            if let Some(person) = person {
                self.meet(page, person);
            }
        }
    }

    fn resolve(&mut self, page: &Page, subject: &Subject) -> Speaker {
        let speaker = |mention, confidence, reason| Speaker {
            span: subject.span,
            mention,
            confidence,
            reason,
        };
        if let Some(mention) = subject.mention {
            if let Some(person) = holder(page, mention) {
                self.meet(page, person);
                return speaker(Some(person), Confidence::High, "holds the role that speaks");
            }
            if page.mentions[mention].label == Label::Person {
                self.meet(page, mention);
            } else {
                self.body = Some(mention);
            }
            return if subject.guessed {
                speaker(Some(mention), Confidence::Medium, "subject of the sentence")
            } else {
                speaker(Some(mention), Confidence::High, "subject of the verb of saying")
            };
        }
        if !subject.stands_for {
            // "it" behind "the agency said" is the agency.
            self.body = None;
            return speaker(
                None,
                Confidence::Medium,
                "subject of the verb of saying, without a name",
            );
        }
        match subject.span.of(page.text).to_lowercase().as_str() {
            pronoun @ ("he" | "she") => {
                let person = self.person(page, pronoun == "she", subject.span);
                let reason = "pronoun for the last person who spoke or acted";
                speaker(person, Confidence::Medium, reason)
            }
            "it" => speaker(self.body, Confidence::Low, "pronoun for the last body that spoke"),
            other => {
                self.body = self.body.filter(|_| !other.contains(' '));
                speaker(
                    None,
                    Confidence::Low,
                    "words that stand for somebody named elsewhere",
                )
            }
        }
    }

    /// Notes that a person spoke or acted.
    fn meet(&mut self, page: &Page, mention: usize) {
        let key = surname(page, mention);
        self.people.retain(|other| surname(page, *other) != key);
        if self.people.len() >= REMEMBERED {
            self.people.remove(0);
        }
        self.people.push(mention);
        match page.at(page.mentions[mention].tokens.start.wrapping_sub(1)) {
            "mr" => self.women.insert(key, false),
            "mrs" | "ms" | "miss" => self.women.insert(key, true),
            _ => None,
        };
    }

    /// The last person whom "she" (or "he") can mean; from now on the pronoun is theirs, but where somebody else is named
    /// before it: "Anna Berg told Paul Weber, after he admitted".
    fn person(&mut self, page: &Page, woman: bool, pronoun: Span) -> Option<usize> {
        let fits = |m: &&usize| {
            let known = self.women.get(&surname(page, **m));
            known.is_none_or(|known| *known == woman)
        };
        let mention = self.people.iter().rev().find(fits).copied()?;
        let own = surname(page, mention);
        let before = page
            .mentions
            .partition_point(|m| m.span.start() < pronoun.start());
        let between = (mention..before).rev();
        let other = |m: &usize| page.mentions[*m].label == Label::Person && surname(page, *m) != own;
        if !between.take(BETWEEN).any(|m| other(&m)) {
            self.women.insert(own, woman);
        }
        Some(mention)
    }

    /// The speaker of a quote without a verb of its own.
    fn carried(&mut self, page: &Page, utterance: &mut Utterance) -> Option<Speaker> {
        if self
            .last
            .as_ref()
            .is_none_or(|last| last.block != utterance.block)
            && let Some(speaker) = self.sentence_before(page, utterance)
        {
            return Some(speaker);
        }
        let Some(last) = self.last.as_ref() else {
            return subject_here(page, utterance);
        };
        let reason_and_trust = if last.block == utterance.block {
            ("goes on from the quote before", Confidence::Medium)
        } else if utterance.goes_on && last.block + 1 == utterance.block {
            ("goes on from the paragraph before", Confidence::Medium)
        } else if utterance.alone && last.block + 1 == utterance.block {
            ("stands alone behind a paragraph of this speaker", Confidence::Low)
        } else {
            return subject_here(page, utterance);
        };
        let (reason, trust) = reason_and_trust;
        utterance.cue = last.cue;
        let confidence = trust.min(last.speaker.confidence);
        Some(Speaker {
            confidence,
            reason,
            ..last.speaker.clone()
        })
    }
}

impl State {
    /// The subject of a verb of saying in the sentence before, in the same paragraph.
    fn sentence_before(&mut self, page: &Page, utterance: &Utterance) -> Option<Speaker> {
        let start = page.sentence(utterance.content.start.checked_sub(1)?).start;
        let before = start
            .checked_sub(1)
            .filter(|at| *at >= page.blocks[utterance.block].tokens.start)?;
        let found = super::direct::ahead(page, &page.sentence(before))?;
        let speaker = self.resolve(page, &found.subject);
        let reason = "subject of the verb of saying in the sentence before";
        Some(Speaker {
            confidence: Confidence::Medium.min(speaker.confidence),
            reason,
            ..speaker
        })
    }
}

/// The subject of the quote's own sentence, where nothing else tells.
fn subject_here(page: &Page, utterance: &Utterance) -> Option<Speaker> {
    let sentence = page.sentence(utterance.content.start.saturating_sub(1));
    let subject = sentence_subject(page, sentence.start, sentence.end)?;
    Some(Speaker {
        span: subject.span,
        mention: subject.mention,
        confidence: Confidence::Low,
        reason: "subject of the sentence",
    })
}
