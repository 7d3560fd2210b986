//! What happened when: every dated sentence, in order of the days it speaks of.

use serde::Serialize;

use super::Run;
use super::row::Side;
use super::runs::plain;
use crate::Analysis;
use crate::article::segment::SentenceId;
use crate::article::times::{Time, calendar};
use crate::order::{Arrange as _, Map};
use crate::report::codes::Code;
use crate::story::ArticleId;

/// A day, or several, and what an article says about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TimeRow {
    /// The first day that it covers, in ISO 8601; null where the expression has no anchor.
    pub from: Option<String>,
    /// The last day that it covers.
    pub to: Option<String>,
    /// TIMEX3's type.
    pub r#type: &'static str,
    /// TIMEX3's value.
    pub value: String,
    /// The words of the expression.
    pub words: String,
    /// The day that it was counted from; null where it names its day in full.
    pub anchor: Option<String>,
    /// Where it stands: every article whose sentence says the same.
    pub places: Vec<TimePlace>,
    /// The sentence in the first of them, the expression marked `evidence`.
    pub runs: Vec<Run>,
}

/// Where a time stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TimePlace {
    /// Id of the article.
    pub article: String,
    /// Index of the block.
    pub block: usize,
    /// The number of its body paragraph, from 1.
    pub paragraph: Option<usize>,
}

/// The dated sentences of all articles, in order of their days; those without an anchor last, as
/// the articles tell them. Lengths of time and what
/// recurs are no days and left out.
pub fn timeline(analysis: &Analysis) -> Vec<TimeRow> {
    let passages = passages(analysis);
    let sides: Vec<Side<'_>> = analysis.story.ids().map(|id| Side::new(analysis, id)).collect();
    let mut found = Vec::new();
    for id in analysis.story.ids() {
        let article = analysis.story.article(id);
        for time in article.times.iter().filter(|time| is_day(time)) {
            let sentence = article.segments.sentence_at(time.span.start());
            let Some(sentence) = sentence else { continue };
            let passage = passages.get(&(id, sentence));
            found.push((
                (
                    time.range.is_none(),
                    time.range,
                    &time.value,
                    passage,
                    id,
                    sentence,
                ),
                time,
            ));
        }
    }
    found.arrange_by(|(x, _), (y, _)| x.cmp(y));
    // One passage of several articles speaks of one day once.
    let mut rows: Vec<_> = found
        .chunk_by(|(x, _), (y, _)| (x.1, x.2, x.3) == (y.1, y.2, y.3) && x.3.is_some())
        .map(|same| {
            let ((_, _, _, _, id, sentence), time) = same[0];
            let places = same
                .iter()
                .map(|((.., id, _), time)| place(&sides[id.0 as usize], time));
            let mut places: Vec<TimePlace> = places.collect();
            places.dedup();
            let told = time.range.is_none().then_some((id, time.span.start()));
            (told, row(&sides[id.0 as usize], sentence, time, places))
        })
        .collect();
    rows.arrange_by(|(x, _), (y, _)| x.cmp(y));
    rows.into_iter().map(|(_, row)| row).collect()
}

/// Whether it is a day, or days, or a part of one.
fn is_day(time: &Time) -> bool {
    matches!(time.kind.code(), "DATE" | "TIME") && !time.value.ends_with("_REF")
}

/// The passage that each sentence is in, where it is in more than one article.
fn passages(analysis: &Analysis) -> Map<(ArticleId, SentenceId), usize> {
    let shared = analysis.comparison.passages.iter().enumerate();
    let shared = shared.filter(|(_, passage)| passage.members.len() > 1);
    let members = shared.flat_map(|(index, passage)| passage.members.iter().map(move |&m| (m, index)));
    crate::order::map(members)
}

fn place(side: &Side<'_>, time: &Time) -> TimePlace {
    let block = side.block_at(time.span.start());
    TimePlace {
        article: side.id().to_string(),
        block,
        paragraph: side.paragraph(block),
    }
}

fn row(side: &Side<'_>, sentence: SentenceId, time: &Time, places: Vec<TimePlace>) -> TimeRow {
    let marks = [(time.span, plain("evidence"))];
    TimeRow {
        from: time.range.map(|(from, _)| calendar::iso(from)),
        to: time.range.map(|(_, to)| calendar::iso(to)),
        r#type: time.kind.code(),
        value: time.value.clone(),
        words: time.span.of(side.article().text()).to_owned(),
        anchor: time.anchor.map(calendar::iso),
        places,
        runs: side.cell(&[sentence], &marks).runs,
    }
}
