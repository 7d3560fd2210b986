//! What comes first: the weight of the rule, which says how consequential such a difference is, for the case at hand.
//!
//! The weights of rules are learned from the labels of `tests/cases` that are not kept apart, by
//! `tests/score/ledger/weights.py`: how often what a rule finds is what an editor puts first, drawn towards the weight
//! that was thought right before, so that a rule with few cases moves little.

use super::ChangeKind;
use super::draft::Finding;
use crate::article::label::Confidence;
use crate::story::{ArticleId, Story};

/// What a difference in the first sentences of an article weighs more: the head of a story is what most people read.
const HEAD: f32 = 1.1;

/// Sentences of the body that are its head.
const HEAD_SENTENCES: u32 = 2;

/// What the end of an article weighs less than its beginning: news puts first what matters. Chosen with the weights.
const FADES: f32 = 0.1;

/// What a finding weighs that is doubtful.
const DOUBTFUL: f32 = 0.96;

/// What one weighs of which nobody can tell.
const UNSETTLED: f32 = 0.85;

/// Weighs a finding: by its rule and case, by its place, and less where it is doubtful; and says why in words.
pub(super) fn weight(story: &Story, finding: &Finding) -> (f32, String) {
    let settled = matches!(finding.rule.kind, ChangeKind::Style | ChangeKind::Moved);
    let head = !settled
        && finding.readings.iter().flatten().any(|part| {
            part.sentences
                .first()
                .is_some_and(|s| s.0 < head(story, part.article))
        });
    let (sure, doubt) = match finding.confidence {
        Confidence::High => (1.0, ""),
        Confidence::Medium => (DOUBTFUL, "; a little less because it is not wholly sure"),
        Confidence::Low => (UNSETTLED, "; less because it is unsure"),
    };
    let (first, stands) = if head {
        (HEAD, "; more because it stands at the head of the story")
    } else {
        (1.0, "")
    };
    let grave = match finding.weight {
        w if w >= 0.85 => "among the gravest kinds of difference",
        w if w >= 0.6 => "a grave kind of difference",
        w if w >= 0.3 => "a kind of difference that may matter",
        _ => "a kind of difference that seldom matters",
    };
    let depth = depth(story, finding);
    let down = if depth > 0.5 {
        "; a little less because it stands far down"
    } else {
        ""
    };
    let weight = finding.weight * sure * first * (1.0 - FADES * depth);
    let why = format!("{}: {grave}{stands}{down}{doubt}", finding.rule.id);
    (weight.min(1.0), why)
}

/// How far down a finding stands, 0 to 1.
fn depth(story: &Story, finding: &Finding) -> f32 {
    let (article, start) = place(finding);
    let text = story
        .articles
        .get(article.0 as usize)
        .map_or(0, |article| article.text().len());
    start.min(text) as f32 / text.max(1) as f32
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
