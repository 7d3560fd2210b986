//! One quotation made of what another article gives at different places.

use super::super::draft::{Finding, Part, Rule};
use crate::article::label::Confidence;
use crate::article::quotes::QuoteKind;
use crate::article::segment::SentenceId;
use crate::comparison::changes::{ChangeKind, Intent, Said, Utterance};
use crate::order::Arrange as _;
use crate::story::{ArticleId, Story};
use crate::text::Span;

const MERGED: Rule = Rule {
    id: "quote.merged",
    kind: ChangeKind::Quote,
    intent: Intent::Fact,
    weight: 0.74,
    only: "Only {A quotes} “{a}”.",
    both: "{A quotes} “{a}” in one piece; in {B} other sentences stand between its parts.",
};

/// Utterances that one article quotes in one piece and another in pieces with sentences of its own between them.
pub(in super::super) fn merged(story: &Story, said: &Said<'_>) -> Vec<Finding> {
    said.all.iter().filter_map(|one| finding(story, one)).collect()
}

fn finding(story: &Story, utterance: &Utterance) -> Option<Finding> {
    let direct =
        |&&(id, at, _): &&(ArticleId, usize, _)| story.article(id).quotes[at].kind == QuoteKind::Direct;
    let mut parts: Vec<(ArticleId, Vec<Span>)> = Vec::new();
    for &(id, at, _) in utterance.renderings.iter().filter(direct) {
        let span = story.article(id).quotes[at].span;
        match parts.iter_mut().find(|(known, _)| *known == id) {
            Some((_, spans)) => spans.push(span),
            None => parts.push((id, vec![span])),
        }
    }
    for (_, spans) in &mut parts {
        spans.arrange_by_key(|span| span.start());
    }
    let is_apart = |(id, spans): &&(ArticleId, Vec<Span>)| spans.len() > 1 && apart(story, *id, spans);
    let whole = parts.iter().filter(|(_, spans)| spans.len() == 1);
    let readings = [whole.collect::<Vec<_>>(), parts.iter().filter(is_apart).collect()];
    if readings.iter().any(Vec::is_empty) {
        return None;
    }
    let part = |(id, spans): &(ArticleId, Vec<Span>)| {
        Part::new(*id, sentences(story, *id, spans), spans.clone(), String::new())
    };
    Some(Finding {
        rule: &MERGED,
        confidence: Confidence::Medium,
        weight: MERGED.weight,
        lead: readings[0].first().map(|(id, _)| *id),
        readings: readings.map(|of| of.into_iter().map(part).collect()).into(),
    })
}

fn sentences(story: &Story, id: ArticleId, spans: &[Span]) -> Vec<SentenceId> {
    let of = |span: &Span| story.article(id).segments.sentence_at(span.start());
    let mut all: Vec<SentenceId> = spans.iter().filter_map(of).collect();
    all.dedup();
    all
}

/// Whether a sentence without any of the pieces stands between two of them.
fn apart(story: &Story, id: ArticleId, spans: &[Span]) -> bool {
    let sentences = &story.article(id).segments.sentences;
    spans.windows(2).any(|two| {
        let between = Span::new(two[0].end(), two[1].start().max(two[0].end()));
        let next = sentences.partition_point(|sentence| sentence.span.start() < between.start());
        sentences
            .get(next)
            .is_some_and(|sentence| between.contains(sentence.span))
    })
}
