//! Spans to runs: a text is cut wherever a mark begins or ends.

use super::{Mark, Run};
use crate::Analysis;
use crate::report::codes::Code;
use crate::story::ArticleId;
use crate::text::Span;

/// Marks of one article with the bytes they cover, in order of their start, the longer first.
pub(super) type Marks = Vec<(Span, Mark)>;

/// A mark without a label or an id.
pub(super) fn plain(kind: &'static str) -> Mark {
    Mark {
        kind,
        label: None,
        id: None,
    }
}

/// What is to be said about an article's text wherever it is shown: entities, times, numbers, quotes.
pub(super) fn marks(analysis: &Analysis, id: ArticleId) -> Marks {
    let article = analysis.story.article(id);
    let entities = &analysis.story.entity_of[id.0 as usize];
    let mut marks: Marks = Vec::new();
    for (index, mention) in article.mentions.iter().enumerate() {
        let entity = entities.get(index).map(|entity| format!("e{}", entity.0 + 1));
        marks.push((
            mention.span,
            Mark {
                kind: "entity",
                label: Some(mention.label.code()),
                id: entity,
            },
        ));
    }
    for time in &article.times {
        let (label, id) = (Some(time.kind.code()), Some(time.value.clone()));
        marks.push((
            time.span,
            Mark {
                kind: "time",
                label,
                id,
            },
        ));
    }
    for number in &article.numbers {
        marks.push((
            number.span,
            Mark {
                kind: "number",
                label: Some(number.label.code()),
                id: None,
            },
        ));
    }
    for (index, quote) in article.quotes.iter().enumerate() {
        let id = Some(format!("q{}", index + 1));
        marks.push((
            quote.span,
            Mark {
                kind: "quote",
                label: Some(quote.kind.code()),
                id,
            },
        ));
    }
    marks.sort_by_key(|(span, mark)| (span.start(), std::cmp::Reverse(span.end()), mark.kind));
    marks
}

/// Cuts a piece of a text into runs by the marks that cover it. `marks` must be in order of their start.
pub(super) fn runs(text: &str, piece: Span, marks: &Marks) -> Vec<Run> {
    let before = marks.partition_point(|(span, _)| span.start() < piece.end());
    let covering: Vec<_> = marks[..before]
        .iter()
        .filter(|(span, _)| span.overlaps(piece))
        .collect();
    let mut borders = vec![piece.start(), piece.end()];
    let ends = covering.iter().flat_map(|(span, _)| [span.start(), span.end()]);
    borders.extend(ends.filter(|at| (piece.start()..piece.end()).contains(at)));
    borders.sort_unstable();
    borders.dedup();
    let cut = borders.windows(2).map(|ends| Span::new(ends[0], ends[1]));
    cut.map(|span| {
        let over = covering.iter().filter(|(covered, _)| covered.contains(span));
        Run {
            text: span.of(text).to_owned(),
            marks: over.map(|(_, mark)| mark.clone()).collect(),
        }
    })
    .collect()
}
