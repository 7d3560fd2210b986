//! Who said what: quotations and reported speech, with their cue, speaker, addressee and venue.
//!
//! `lists` holds the words that rules ask for; `marks` pairs quotation marks; `kinds` tells speech from titles;
//! `direct`, `indirect` and `acts` find the verb of saying and, through `subject` and `around`, who says it to whom
//! and where; `speaker` reads all of it from the first line to the last and tells whom "he" stands for.

mod acts;
mod around;
mod direct;
mod indirect;
mod kinds;
pub mod learned;
mod lists;
mod marks;
mod page;
mod phrase;
mod speaker;
mod subject;

use crate::article::decisions::{Decision, Decisions, REASON, Thing};
use crate::article::document::Document;
use crate::article::label::Confidence;
use crate::article::names::Name;
use crate::article::segment::Segments;
use crate::article::tag::Mention;
use crate::knowledge::Model;
use crate::order::Arrange as _;
use crate::text::{Span, fold};

/// Words that an article gives to somebody.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// The content, without its marks.
    pub span: Span,
    /// How it is given.
    pub kind: QuoteKind,
    /// The verb or preposition that introduces it.
    pub cue: Option<Cue>,
    /// Who says it.
    pub speaker: Option<Speaker>,
    /// To whom: "reporters".
    pub addressee: Option<Span>,
    /// Where: "in his nightly address", "on Telegram".
    pub venue: Option<Span>,
    /// Who reports it, in nested attribution: "The New York Times".
    pub via: Option<Span>,
    /// Whether words are reported. Else it is an act or a stance of somebody: "criticised the plan", "fears a flood".
    pub said: bool,
}

/// How words are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QuoteKind {
    /// A whole clause or more between marks.
    Direct,
    /// Words between marks inside the writer's sentence.
    Mixed,
    /// Without marks, after a verb of saying.
    Indirect,
    /// Between marks, yet not speech: the title of a work or a programme.
    Title,
    /// Between marks, yet nobody's speech: a term the writer keeps at arm's length.
    Scare,
}

/// The words that introduce a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cue {
    /// The verb or preposition.
    pub span: Span,
    /// What the verb says about the words.
    pub class: CueClass,
}

/// What a verb of saying says about the words that it introduces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // The names are the explanation.
pub enum CueClass {
    Neutral,
    Claim,
    Denial,
    Admission,
    Promise,
    Accusation,
    Demand,
    Warning,
    Question,
    Belief,
}

impl CueClass {
    /// The class with this code in the lexicon.
    fn from_code(code: &str) -> Option<Self> {
        const ALL: [CueClass; 10] = [
            CueClass::Neutral,
            CueClass::Claim,
            CueClass::Denial,
            CueClass::Admission,
            CueClass::Promise,
            CueClass::Accusation,
            CueClass::Demand,
            CueClass::Warning,
            CueClass::Question,
            CueClass::Belief,
        ];
        ALL.into_iter().find(|class| class.code() == code)
    }

    /// The class as the report prints it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Claim => "claim",
            Self::Denial => "denial",
            Self::Admission => "admission",
            Self::Promise => "promise",
            Self::Accusation => "accusation",
            Self::Demand => "demand",
            Self::Warning => "warning",
            Self::Question => "question",
            Self::Belief => "belief",
        }
    }
}

/// Who says a quote.
#[derive(Debug, Clone, PartialEq)]
pub struct Speaker {
    /// The words that name the speaker here: "he", "A Kremlin aide".
    pub span: Span,
    /// Index of the mention they are or stand for.
    pub mention: Option<usize>,
    /// How sure the link is.
    pub confidence: Confidence,
    /// Why, in plain words.
    pub reason: &'static str,
}

/// Finds quotes and reported speech, in order of their start; of two with one start the longer first.
pub fn quotes(
    document: &Document,
    segments: &Segments,
    mentions: &[Mention],
    _names: &[Name],
    model: &Model,
) -> Vec<Quote> {
    let (page, stretches) = prepared(document, segments, mentions, model);
    let mut utterances = direct::utterances(&page, &stretches);
    let study = learned::Study::of(page, &utterances, &model.english);
    utterances.extend(learned::utterances(&study, &model.reports));
    let page = study.into_page();
    utterances.arrange_by_key(|u| (u.at, u.content.start));
    let speakers = speaker::speakers(&page, &mut utterances);
    let mut quotes: Vec<Quote> = utterances
        .iter()
        .zip(speakers)
        .map(|(utterance, speaker)| quote(&page, utterance, speaker))
        .collect();
    quotes.arrange_by_key(|q| (q.span.start(), std::cmp::Reverse(q.span.end())));
    quotes
}

/// The quotes with the speakers that the user decided on.
pub fn decided(
    mut quotes: Vec<Quote>,
    document: &Document,
    mentions: &[Mention],
    decisions: &Decisions,
) -> Vec<Quote> {
    for decision in &decisions.0 {
        let Decision::Speaker(place, thing) = decision else {
            continue;
        };
        let Some(byte) = place.byte(document) else {
            continue;
        };
        for quote in quotes.iter_mut().filter(|quote| quote.span.start() == byte) {
            quote.speaker = thing
                .as_ref()
                .and_then(|thing| named(thing, quote.span, document, mentions));
        }
    }
    quotes
}

/// The mention of a thing that stands nearest to a quote, as its speaker.
fn named(thing: &Thing, quote: Span, document: &Document, mentions: &[Mention]) -> Option<Speaker> {
    let is = |mention: &Mention| thing.is(&fold::style(mention.span.of(&document.text)), mention.label);
    let distance = |mention: &Mention| mention.span.start().abs_diff(quote.start());
    let (index, mention) = mentions
        .iter()
        .enumerate()
        .filter(|(_, mention)| is(mention))
        .min_by_key(|(_, mention)| distance(mention))?;
    Some(Speaker {
        span: mention.span,
        mention: Some(index),
        confidence: Confidence::High,
        reason: REASON,
    })
}

/// The page with its quoted stretches, and which they are.
fn prepared<'a>(
    document: &'a Document,
    segments: &'a Segments,
    mentions: &'a [Mention],
    model: &'a Model,
) -> (page::Page<'a>, Vec<marks::Quoted>) {
    let mut page = page::Page::new(document, segments, mentions, &model.lexicon);
    let stretches = marks::find(&page);
    for stretch in &stretches {
        // The title of a work is a name in the writer's own sentence.
        if kinds::kind(&page, stretch) != QuoteKind::Title {
            page.mark_quoted(stretch.start()..stretch.end);
        }
    }
    (page, stretches)
}

fn quote(page: &page::Page, utterance: &direct::Utterance, speaker: Option<Speaker>) -> Quote {
    Quote {
        span: utterance.span,
        kind: utterance.kind,
        cue: utterance.cue.map(|(at, class)| Cue {
            span: page.tokens[at].span,
            class,
        }),
        speaker,
        addressee: utterance.addressee,
        venue: utterance.venue,
        via: utterance.via,
        said: !utterance.act,
    }
}
