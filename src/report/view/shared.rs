//! Which words of an article stand in which other articles too.

use super::Mark;
use super::runs::plain;
use crate::Analysis;
use crate::comparison::align::AlignmentKind;
use crate::comparison::diff::Op;
use crate::order::Arrange as _;
use crate::story::ArticleId;
use crate::text::Span;

/// The stretches of a block that other articles have too, and those that stand only here; none where the article shares
/// nothing with any.
pub(super) fn provenance(text: &str, shared: &[(Span, Mark)], block: Span) -> Vec<(Span, Mark)> {
    let mut marks = Vec::new();
    let from = shared.partition_point(|(span, _)| span.end() <= block.start());
    let mut at = block.start();
    let only = |from: usize, to: usize| {
        let span = Span::new(from, to.max(from)).trimmed(text);
        // Another style of quotation marks is not worth a colour.
        let says = span.of(text).chars().any(char::is_alphanumeric);
        says.then(|| (span, plain("only")))
    };
    for (span, mark) in shared[from..]
        .iter()
        .take_while(|(span, _)| span.start() < block.end())
    {
        marks.extend(only(at, span.start()));
        marks.push((*span, mark.clone()));
        at = span.end();
    }
    if !shared.is_empty() {
        marks.extend(only(at, block.end()));
    }
    marks
}

/// Stretches of an article that others have word for word or but for style, in order and not overlapping, each with the
/// ids of those others between spaces.
pub(super) fn shared(analysis: &Analysis, id: ArticleId) -> Vec<(Span, Mark)> {
    let text = analysis.story.article(id).text();
    // Where the stretch of another article begins (first) and ends.
    let mut borders: Vec<(usize, bool, ArticleId)> = Vec::new();
    let links = analysis.comparison.alignments.iter();
    for link in links.filter(|link| link.kind != AlignmentKind::Related && (link.a == id || link.b == id)) {
        let other = if link.a == id { link.b } else { link.a };
        let same = link
            .edits
            .iter()
            .filter(|edit| matches!(edit.op, Op::Equal | Op::Style));
        for edit in same {
            let span = if link.a == id { edit.a } else { edit.b }.trimmed(text);
            if !span.is_empty() {
                borders.extend([(span.start(), true, other), (span.end(), false, other)]);
            }
        }
    }
    borders.arrange();
    let mut others: Vec<ArticleId> = borders.iter().map(|border| border.2).collect();
    others.arrange();
    others.dedup();
    let mut found: Vec<(Span, Mark)> = Vec::new();
    let mut over: Vec<ArticleId> = Vec::new();
    let mut from = 0;
    for (at, begins, other) in borders {
        if at > from && !over.is_empty() {
            found.push((Span::new(from, at), mark(&over, others.len())));
        }
        from = at;
        if begins {
            over.push(other);
        } else if let Some(place) = over.iter().position(|one| *one == other) {
            over.remove(place);
        }
    }
    found
}

/// Words that the articles `over` have, of `all` that share anything.
fn mark(over: &[ArticleId], all: usize) -> Mark {
    let mut ids = over.to_vec();
    ids.arrange();
    ids.dedup();
    let letters: Vec<String> = ids.iter().map(ToString::to_string).collect();
    Mark {
        kind: "shared",
        label: Some(if ids.len() == all { "all" } else { "some" }),
        id: Some(letters.join(" ")),
    }
}
