//! What comes first: the weight of the rule, which says how consequential such a difference is, for the case at hand.
//!
//! The weights of rules are drawn from the labels of `tests/cases` that are not kept apart, by
//! `tests/score/ledger/weights.py`: how often what a rule finds is what an editor puts first, drawn towards the weight
//! that was thought right before, so that a rule with few cases moves little.

use super::ChangeKind;
use super::draft::{Finding, Part};
use super::rules::NEGATIONS;
use crate::article::label::Confidence;
use crate::story::{ArticleId, Story};
use crate::text::fold;

/// What differs in the first sentence of a story, or its headline, weighs more, in odds: it is what most people read.
const LEAD: f32 = 1.4;

/// What is taken from the odds of what stands at the end of a long story, squared: news puts first what
/// matters. This and what follows was chosen with the labels of the 127 stories that are not kept apart.
const FADES: f32 = 0.8;

/// The share of it in a story of a few sentences, where all is near.
const FADES_EVER: f32 = 0.1;

/// Sentences of a story that is short at most, and how many more make it long.
const SHORT: usize = 12;
const LONGER: usize = 8;

/// What a finding weighs that is doubtful.
const DOUBTFUL: f32 = 0.96;

/// What one weighs of which nobody can tell.
const UNSETTLED: f32 = 0.85;

/// Words that deny without a negation.
const DENIES: &[&str] = &["deny", "denies", "denied", "denying"];

/// The surest weight: odds have no end.
const MOST: f32 = 0.985;

/// Weighs a finding: by its rule and case, by its place, less where it is doubtful, and more where something is denied in
/// a long story; and says why in words.
pub(super) fn weight(story: &Story, finding: &Finding) -> (f32, String) {
    let parts = || finding.parts().filter(|part| !part.spans.is_empty());
    let settled = matches!(finding.rule.kind, ChangeKind::Style | ChangeKind::Moved);
    let (sure, doubt) = match finding.confidence {
        Confidence::High => (1.0, ""),
        Confidence::Medium => (DOUBTFUL, "; a little less because it is not wholly sure"),
        Confidence::Low => (UNSETTLED, "; less because it is unsure"),
    };
    let both = !settled && !finding.is_lacking();
    let (lead, stands) = if both && parts().any(|part| leads(story, part)) {
        (LEAD, "; more because it stands at the head of the story")
    } else {
        (1.0, "")
    };
    let grave = match finding.weight {
        w if w >= 0.85 => "among the gravest kinds of difference",
        w if w >= 0.6 => "a grave kind of difference",
        w if w >= 0.3 => "a kind of difference that may matter",
        _ => "a kind of difference that seldom matters",
    };
    let depth = parts().map(|part| depth(story, part)).fold(1.0, f32::min);
    let down = if depth > 0.5 {
        "; less because it stands far down"
    } else {
        ""
    };
    let longest = parts().map(|part| story.article(part.article).segments.sentences.len());
    let longer = longest.max().unwrap_or(0).saturating_sub(SHORT).min(LONGER);
    let long = longer as f32 / LONGER as f32;
    let (denied, said) = if long > 0.5 && parts().any(|part| denies(story, part)) {
        (1.0 + long, "; more because it denies something")
    } else {
        (1.0, "")
    };
    let fades = 1.0 - FADES * (FADES_EVER + (1.0 - FADES_EVER) * long) * depth;
    let weight = (finding.weight * sure).min(MOST);
    let odds = weight / (1.0 - weight) * lead * denied * fades * fades;
    let why = format!("{}: {grave}{stands}{said}{down}{doubt}", finding.rule.id);
    (odds / (1.0 + odds), why)
}

/// How far down in its article a part of a finding stands, 0 to 1.
fn depth(story: &Story, part: &Part) -> f32 {
    let text = story.article(part.article).text().len();
    let start = part.spans.first().map_or(0, |span| span.start());
    start as f32 / text.max(1) as f32
}

/// Whether it stands in the first sentence of the body, or above.
fn leads(story: &Story, part: &Part) -> bool {
    let article = story.article(part.article);
    let body = |block: usize| article.document.blocks[block].kind.is_body();
    let first = article.segments.sentences.iter().position(|s| body(s.block));
    part.sentences
        .first()
        .is_some_and(|sentence| sentence.0 as usize <= first.unwrap_or(0))
}

/// Whether its words deny something.
fn denies(story: &Story, part: &Part) -> bool {
    let article = story.article(part.article);
    part.spans.iter().any(|&span| {
        article.segments.tokens[article.segments.tokens_in(span)]
            .iter()
            .any(|token| {
                let word = fold::word(token.span.of(article.text()));
                NEGATIONS.contains(&word.as_ref()) || DENIES.contains(&word.as_ref())
            })
    })
}

/// Where a finding stands, for the order of equals: the first article's text, then the next one's.
pub(super) fn place(finding: &Finding) -> (ArticleId, usize) {
    let starts = finding
        .parts()
        .filter_map(|part| part.spans.first().map(|span| (part.article, span.start())));
    starts.min().unwrap_or((ArticleId(u32::MAX), 0))
}
