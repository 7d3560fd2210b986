//! One article as the report prints it.

use super::codes::Code;
use super::values;
use crate::Analysis;
use crate::article::Article;
use crate::article::document::Field;
use crate::article::label::Confidence;
use crate::article::segment::TokenKind;
use crate::article::times::calendar;
use crate::order::Arrange as _;
use crate::story::{ArticleId, consistency};
use crate::text::{Offsets, Span, Unit};

/// Byte spans of one article as code points.
pub(super) struct Points<'a> {
    text: &'a str,
    offsets: Offsets<'a>,
}

impl<'a> Points<'a> {
    /// Prepares the article's text.
    pub(super) fn new(article: &'a Article) -> Self {
        Self {
            text: article.text(),
            offsets: Offsets::new(article.text(), Unit::CodePoint),
        }
    }

    /// A span as start and end.
    pub(super) fn of(&self, span: Span) -> values::Offsets {
        [self.offsets.at(span.start()), self.offsets.at(span.end())]
    }

    fn words(&self, span: Span) -> values::Words {
        let [start, end] = self.of(span);
        values::Words {
            text: span.of(self.text).to_owned(),
            start,
            end,
        }
    }
}

/// The article as the report prints it; `utterance` tells the utterance of each of its quotes.
pub(super) fn article(
    analysis: &Analysis,
    id: ArticleId,
    points: &Points<'_>,
    utterance: impl Fn(usize) -> Option<String>,
) -> values::Article {
    let article = analysis.story.article(id);
    let document = &article.document;
    let field = |field: &Option<Field>| field.as_ref().map(|f| f.value.clone());
    let metadata = &document.metadata;
    values::Article {
        id: id.to_string(),
        file: document.file.clone(),
        sha256: document.sha256.clone(),
        member: document.part.member(),
        number: document.part.number,
        media_type: document.media_type,
        language: document.language,
        text: document.text.clone(),
        title: field(&metadata.title),
        dek: field(&metadata.dek),
        authors: metadata.authors.iter().map(|f| f.value.clone()).collect(),
        outlet: field(&metadata.outlet),
        agency: field(&metadata.agency),
        place: field(&metadata.place),
        url: field(&metadata.url),
        published: published(analysis, id),
        updated: metadata.updated.map(calendar::iso),
        words: words(article),
        blocks: blocks(article, points),
        sentences: sentences(article, points),
        mentions: mentions(analysis, id, points),
        numbers: numbers(article, points),
        times: times(article, points),
        quotes: quotes(analysis, id, points, utterance),
        notes: notes(analysis, id, points),
    }
}

/// Words of the body: paragraphs, lists and quotes.
pub(super) fn words(article: &Article) -> usize {
    let body = article
        .segments
        .sentences
        .iter()
        .filter(|s| article.document.blocks[s.block].kind.is_body());
    let tokens = body.flat_map(|s| &article.segments.tokens[s.tokens.clone()]);
    tokens
        .filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number))
        .count()
}

fn published(analysis: &Analysis, id: ArticleId) -> values::Published {
    let dating = &analysis.story.dates[id.0 as usize];
    values::Published {
        value: dating.published.as_ref().map(|p| calendar::iso(p.day)),
        source: dating.source().code(),
        lender: dating.lender.map(|lender| lender.to_string()),
    }
}

fn blocks(article: &Article, points: &Points<'_>) -> Vec<values::Block> {
    let block = |block: &crate::article::document::Block| {
        let [start, end] = points.of(block.span);
        let source = block.source.map(|s| [s.start(), s.end()]);
        values::Block {
            kind: block.kind.code(),
            start,
            end,
            source,
        }
    };
    article.document.blocks.iter().map(block).collect()
}

fn sentences(article: &Article, points: &Points<'_>) -> Vec<values::Sentence> {
    let sentence = |sentence: &crate::article::segment::Sentence| {
        let [start, end] = points.of(sentence.span);
        values::Sentence {
            start,
            end,
            block: sentence.block,
        }
    };
    article.segments.sentences.iter().map(sentence).collect()
}

/// Names with their entities, and times and numbers, in order of their start.
fn mentions(analysis: &Analysis, id: ArticleId, points: &Points<'_>) -> Vec<values::Mention> {
    let article = analysis.story.article(id);
    let mention = |span, label: &'static str, entity, confidence: Confidence, reason: &str| {
        let [start, end] = points.of(span);
        let confidence = confidence.code();
        values::Mention {
            start,
            end,
            label,
            entity,
            confidence,
            reason: reason.to_owned(),
        }
    };
    let entities = &analysis.story.entity_of[id.0 as usize];
    let names = article.mentions.iter().enumerate().map(|(index, m)| {
        let entity = entities.get(index).map(|entity| format!("e{}", entity.0 + 1));
        mention(m.span, m.label.code(), entity, m.confidence, m.reason)
    });
    let numbers = article.numbers.iter().map(|n| {
        mention(
            n.span,
            n.label.code(),
            None,
            Confidence::High,
            "read by the grammar of numbers",
        )
    });
    // A TIMEX3 duration or set is a DATE to OntoNotes, which knows only whole days and parts of a day.
    let times = article.times.iter().map(|t| {
        let label = if t.value.contains('T') { "TIME" } else { "DATE" };
        mention(
            t.span,
            label,
            None,
            Confidence::High,
            "read by the grammar of times",
        )
    });
    let mut all: Vec<_> = names.chain(numbers).chain(times).collect();
    all.arrange_by_key(|m| (m.start, std::cmp::Reverse(m.end), m.label));
    all
}

fn numbers(article: &Article, points: &Points<'_>) -> Vec<values::Number> {
    let number = |n: &crate::article::times::Number| {
        let [start, end] = points.of(n.span);
        let (label, unit) = (n.label.code(), n.unit.clone());
        values::Number {
            start,
            end,
            label,
            value: n.value,
            to: n.to,
            unit,
            approximate: n.approximate,
        }
    };
    article.numbers.iter().map(number).collect()
}

fn times(article: &Article, points: &Points<'_>) -> Vec<values::Time> {
    let time = |t: &crate::article::times::Time| {
        let [start, end] = points.of(t.span);
        values::Time {
            start,
            end,
            r#type: t.kind.code(),
            value: t.value.clone(),
            from: t.range.map(|(from, _)| calendar::iso(from)),
            to: t.range.map(|(_, to)| calendar::iso(to)),
            anchor: t.anchor.map(calendar::iso),
        }
    };
    article.times.iter().map(time).collect()
}

fn quotes(
    analysis: &Analysis,
    id: ArticleId,
    points: &Points<'_>,
    utterance: impl Fn(usize) -> Option<String>,
) -> Vec<values::Quote> {
    let article = analysis.story.article(id);
    let speaker = |index: usize, speaker: &crate::article::quotes::Speaker| {
        let values::Words { text, start, end } = points.words(speaker.span);
        let entity = analysis
            .story
            .speaker(id, index)
            .map(|entity| format!("e{}", entity.0 + 1));
        let (confidence, reason) = (speaker.confidence.code(), speaker.reason.to_owned());
        values::Speaker {
            entity,
            text,
            start,
            end,
            confidence,
            reason,
        }
    };
    let cue = |cue: crate::article::quotes::Cue| {
        let values::Words { text, start, end } = points.words(cue.span);
        values::Cue {
            text,
            start,
            end,
            class: cue.class.code(),
        }
    };
    let quote = |(index, quote): (usize, &crate::article::quotes::Quote)| {
        let [start, end] = points.of(quote.span);
        values::Quote {
            id: format!("q{}", index + 1),
            start,
            end,
            kind: quote.kind.code(),
            said: quote.said,
            speaker: quote.speaker.as_ref().map(|s| speaker(index, s)),
            cue: quote.cue.map(cue),
            via: quote.via.map(|span| points.words(span)),
            addressee: quote.addressee.map(|span| points.words(span)),
            venue: quote.venue.map(|span| points.words(span)),
            utterance: utterance(index),
        }
    };
    article.quotes.iter().enumerate().map(quote).collect()
}

/// Doubts, repairs and remarks: those of reading the file, and what contradicts itself in the article.
pub(super) fn notes(analysis: &Analysis, id: ArticleId, points: &Points<'_>) -> Vec<values::Note> {
    let note = |note: &crate::article::document::Note| {
        let span = note.span.map(|span| points.of(span));
        values::Note {
            kind: note.kind.code(),
            start: span.map(|[start, _]| start),
            end: span.map(|[_, end]| end),
            message: note.message.clone(),
        }
    };
    let read = consistency::notes(&analysis.story, id);
    let article = analysis.story.article(id);
    article.document.notes.iter().chain(&read).map(note).collect()
}
