//! A finding as a note of two neutral sentences with citations, for a correction or a mail.

use crate::Analysis;
use crate::article::segment::SentenceId;
use crate::article::times::calendar;
use crate::comparison::changes::{Change, Reading};
use crate::story::ArticleId;
use crate::text::fold;

/// Characters of a passage that a note quotes: a long sentence of news.
const QUOTED: usize = 400;

/// Two sentences: what one article says and what the other does, each with its source. It says what stands where, and
/// nothing about why.
pub fn note(analysis: &Analysis, change: &Change) -> String {
    let sentence = |at: usize| {
        let reading = change.readings.get(at)?;
        Some(reads(analysis, change, reading))
    };
    let sentences: Vec<String> = [0, 1].into_iter().filter_map(sentence).collect();
    sentences.join(" ")
}

/// What one reading's first article says.
fn reads(analysis: &Analysis, change: &Change, reading: &Reading) -> String {
    let Some((id, spans)) = reading.spans.first() else {
        return String::new();
    };
    let article = analysis.story.article(*id);
    let place = change.places.iter().find(|(place, _)| place == id);
    let sentences = place.map_or(&[][..], |(_, sentences)| sentences.as_slice());
    let source = source(analysis, *id, sentences.first().copied());
    if sentences.is_empty() {
        return format!("{source} has no such passage.");
    }
    let all = &article.segments.sentences;
    let text: Vec<String> = sentences
        .iter()
        .map(|s| fold::style(all[s.0 as usize].span.of(article.text())))
        .collect();
    let passage = quoted(&text.join(" "));
    if spans.is_empty() {
        format!("{source} has, without those words, {passage}.")
    } else {
        format!("{source} says {passage}.")
    }
}

/// A passage between curly marks, its own marks made single, cut at a word.
fn quoted(text: &str) -> String {
    let text = text.trim_end_matches('.');
    let mut cut: String = text.chars().take(QUOTED).collect();
    if text.chars().count() > QUOTED {
        cut = cut
            .rsplit_once(' ')
            .map_or(cut.clone(), |(head, _)| head.to_owned())
            + " …";
    }
    let mut out = String::with_capacity(cut.len());
    let mut before = ' ';
    for c in cut.chars() {
        let opens = before.is_whitespace() || matches!(before, '(' | '[');
        out.push(match c {
            '"' | '\'' if opens => '‘',
            '"' | '\'' => '’',
            c => c,
        });
        before = c;
    }
    format!("“{out}”")
}

/// The article with what is known of it: "A (“Bridge to close”, Aldine, 2026-05-12, paragraph 4)".
fn source(analysis: &Analysis, id: ArticleId, sentence: Option<SentenceId>) -> String {
    let article = analysis.story.article(id);
    let document = &article.document;
    let metadata = &document.metadata;
    let title = metadata
        .title
        .as_ref()
        .map_or_else(|| document.file.clone(), |title| format!("“{}”", title.value));
    let origin = metadata.outlet.as_ref().or(metadata.agency.as_ref());
    let published = analysis.story.dates[id.0 as usize].published.as_ref();
    let mut facts = vec![title];
    facts.extend(origin.map(|field| field.value.clone()));
    // A day without its year is none to cite.
    let day = published.map(|published| calendar::iso(published.day));
    facts.extend(day.filter(|day| !day.starts_with('X')));
    if let Some(paragraph) = sentence.and_then(|s| paragraph(analysis, id, s)) {
        facts.push(format!("paragraph {paragraph}"));
    }
    format!("{id} ({})", facts.join(", "))
}

/// The number of the body paragraph that a sentence stands in, from 1.
fn paragraph(analysis: &Analysis, id: ArticleId, sentence: SentenceId) -> Option<usize> {
    let article = analysis.story.article(id);
    let block = article.segments.sentences[sentence.0 as usize].block;
    let blocks = &article.document.blocks[..=block];
    let body = blocks.iter().filter(|block| block.kind.is_body()).count();
    article.document.blocks[block].kind.is_body().then_some(body)
}
