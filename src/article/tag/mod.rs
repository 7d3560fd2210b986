//! Which stretches of an article are names, roles and unnamed sources.

mod borders;
mod classify;
mod conventions;
mod exceptions;
mod ground;
pub mod learned;
mod roles;
mod sources;
mod words;
mod works;

use std::cmp::Reverse;
use std::ops::Range;

use crate::article::decisions::{Decisions, REASON};
use crate::article::document::Document;
use crate::article::label::{Confidence, Label};
use crate::article::segment::Segments;
use crate::knowledge::Model;
use crate::order::Arrange as _;
use crate::text::{Span, fold, hash};
use ground::{Ground, Named};
use learned::{Line, Page, Votes};
pub use roles::{Office, Tense};
use words::{Stretch, Word};

/// A stretch of text that names something.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Its bytes, without a leading article or a trailing possessive.
    pub span: Span,
    /// Indices of its tokens.
    pub tokens: Range<usize>,
    /// What it names.
    pub label: Label,
    /// How sure this is.
    pub confidence: Confidence,
    /// Why, in plain words: "follows a title", "listed as a city".
    pub reason: &'static str,
    /// Of a role: who holds it, and when.
    pub office: Option<Office>,
}

/// How words are read in all articles of the drop; empty when an article is read for the first time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evidence {
    votes: Votes,
}

impl Evidence {
    /// What a first reading of an article shows.
    pub fn of(document: &Document, segments: &Segments, model: &Model) -> Self {
        let words = words::words(document, segments);
        let stretches = words::stretches(document, segments, &words);
        let page = page(&words, &stretches, model);
        let reading = learned::read(&page, &model.english);
        Self {
            votes: Votes::of(&page, &reading.tags),
        }
    }

    /// What all articles show together.
    pub fn sum<'a>(articles: impl Iterator<Item = &'a Self>) -> Self {
        Self {
            votes: Votes::sum(articles.map(|article| &article.votes)),
        }
    }

    /// The words that are read otherwise than before, by their fingerprints, sorted.
    pub fn changed(&self, before: &Self) -> Vec<u64> {
        self.votes.changed(&before.votes)
    }
}

/// Whether an article has one of these words, told by their fingerprints.
pub fn has_any(document: &Document, segments: &Segments, words: &[u64]) -> bool {
    let has = |word: &str| words.binary_search(&hash::lower(word)).is_ok();
    let tokens = || segments.tokens.iter().map(|token| token.span.of(&document.text));
    !words.is_empty() && tokens().any(has)
}

/// Finds names, roles and unnamed sources. `evidence` tells how all articles of the drop, this one among them, use
/// the same words; where it is empty, this article's own use counts.
pub fn mentions(
    document: &Document,
    segments: &Segments,
    model: &Model,
    evidence: &Evidence,
) -> Vec<Mention> {
    let words = words::words(document, segments);
    let stretches = words::stretches(document, segments, &words);
    let ground = Ground {
        words: &words,
        lexicon: &model.lexicon,
    };
    let mut found = names(&ground, &stretches, model, evidence);
    exceptions::apply(&ground, &stretches, &mut found);
    borders::apply(&ground, &stretches, &mut found);
    conventions::apply(&ground, &stretches, &mut found);
    works::add(&ground, &stretches, &mut found);
    found.arrange_by_key(|named| named.tokens.start);
    let roles = roles::find(&ground, &stretches, &found);
    found.extend(sources::find(&ground, &stretches, &found));
    let mut mentions: Vec<Mention> = found.into_iter().map(|named| mention(named, segments)).collect();
    mentions.extend(roles.into_iter().map(|role| {
        let office = role.office(&ground, segments, &document.text);
        let named = Named {
            tokens: role.tokens,
            label: Label::Role,
            confidence: Confidence::High,
            reason: role.reason,
        };
        Mention {
            office: Some(office),
            ..mention(named, segments)
        }
    }));
    dateline(document, &mut mentions);
    mentions.arrange_by_key(|m| (m.span.start(), Reverse(m.span.end()), m.label));
    mentions
}

/// What is named where the dateline's place stands is that place: capitals alone tell the model little. Whoever sends the
/// article is an agency, wherever it is named.
fn dateline(document: &Document, mentions: &mut [Mention]) {
    if let Some(agency) = &document.metadata.agency {
        for named in mentions.iter_mut() {
            if named.span.of(&document.text) == agency.value {
                (named.label, named.confidence, named.reason) =
                    (Label::Media, Confidence::High, "agency of the article");
            }
        }
    }
    let place = document.metadata.place.as_ref().and_then(|field| field.span);
    let Some(place) = place else { return };
    let named = mentions.iter_mut().find(|m| m.span.start() == place.start());
    if let Some(named) = named.filter(|m| matches!(m.label, Label::Person | Label::Org | Label::Media)) {
        (named.label, named.confidence, named.reason) =
            (Label::Gpe, Confidence::High, "place of the dateline");
    }
}

/// The mentions as the user decided that they are.
pub fn decided(mut mentions: Vec<Mention>, document: &Document, decisions: &Decisions) -> Vec<Mention> {
    if !decisions.has_labels() {
        return mentions;
    }
    mentions.retain_mut(|mention| {
        let form = fold::style(mention.span.of(&document.text));
        let label = decisions.label(&form, mention.label);
        if let Some(label) = label.filter(|label| *label != mention.label) {
            (mention.label, mention.confidence, mention.reason) = (label, Confidence::High, REASON);
        }
        label.is_some()
    });
    mentions
}

/// Who, what and where: two readings by the trained model, then finer labels.
fn names(ground: &Ground<'_>, stretches: &[Stretch], model: &Model, evidence: &Evidence) -> Vec<Named> {
    let page = page(ground.words, stretches, model);
    let reading = learned::read(&page, &model.english);
    let tagged = if evidence.votes.is_empty() {
        reading.names(&Votes::of(&page, &reading.tags))
    } else {
        reading.names(&evidence.votes)
    };
    let named = tagged
        .iter()
        .map(|name| classify::named(name, &page, ground, &model.english));
    named.collect()
}

fn page(words: &[Word<'_>], stretches: &[Stretch], model: &Model) -> Page {
    let lines = stretches.iter().map(|stretch| Line {
        tokens: stretch.tokens.clone(),
        kind: stretch.kind,
    });
    Page::new(words.iter().map(|w| w.text), lines.collect(), &model.english)
}

fn mention(named: Named, segments: &Segments) -> Mention {
    let first = segments.tokens[named.tokens.start].span;
    let last = segments.tokens[named.tokens.end - 1].span;
    Mention {
        span: first.cover(last),
        tokens: named.tokens,
        label: named.label,
        confidence: named.confidence,
        reason: named.reason,
        office: None,
    }
}
