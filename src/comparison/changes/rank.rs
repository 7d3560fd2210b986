//! What comes first.

use super::ChangeKind;
use super::draft::Finding;
use crate::article::label::Confidence;
use crate::story::{ArticleId, Story};

/// What a difference in the first sentences of an article weighs more: the head of a story is what most people read.
const HEAD: f32 = 1.1;

/// Sentences of the body that are its head.
const HEAD_SENTENCES: u32 = 2;

/// Weighs a finding: by its rule and case, by its place, and less where it is doubtful.
pub(super) fn weight(story: &Story, finding: &Finding) -> f32 {
    let settled = matches!(finding.rule.kind, ChangeKind::Style | ChangeKind::Moved);
    let head = !settled
        && finding.readings.iter().flatten().any(|part| {
            part.sentences
                .first()
                .is_some_and(|s| s.0 < head(story, part.article))
        });
    let sure = match finding.confidence {
        Confidence::High => 1.0,
        Confidence::Medium => 0.96,
        Confidence::Low => 0.85,
    };
    (finding.weight * sure * if head { HEAD } else { 1.0 }).min(1.0)
}

/// The first sentence behind the head of an article.
fn head(story: &Story, article: ArticleId) -> u32 {
    let article = story.article(article);
    let body = |block: usize| article.document.blocks[block].kind.is_body();
    let first = article.segments.sentences.iter().position(|s| body(s.block));
    first.map_or(0, |first| first as u32 + HEAD_SENTENCES)
}

/// Where a finding stands, for the order of equals: the first article's text, then the next one's.
pub(super) fn place(finding: &Finding) -> (ArticleId, usize) {
    let parts = finding.readings.iter().flatten();
    let starts = parts.filter_map(|part| part.spans.first().map(|span| (part.article, span.start())));
    starts.min().unwrap_or((ArticleId(u32::MAX), 0))
}
