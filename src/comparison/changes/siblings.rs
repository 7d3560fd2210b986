//! Of many articles each is compared with the first alone: who has the words of the first as they are has its reading.

use super::ChangeKind;
use super::draft::{Finding, Part};
use crate::article::segment::SentenceId;
use crate::comparison::align::{Alignment, AlignmentKind};
use crate::comparison::diff::Op;
use crate::order::Map;
use crate::story::ArticleId;
use crate::text::Span;

/// Adds to each reading the articles that have its words, by their links.
pub(super) fn complete(findings: &mut [Finding], alignments: &[&Alignment]) {
    let mut of: Map<(ArticleId, SentenceId), Vec<&Alignment>> = Map::new();
    for &link in alignments
        .iter()
        .filter(|link| link.kind != AlignmentKind::Related)
    {
        for &sentence in &link.a_sentences {
            of.entry((link.a, sentence)).or_default().push(link);
        }
    }
    for finding in findings
        .iter_mut()
        .filter(|finding| finding.rule.kind != ChangeKind::Style)
    {
        let mut known: Vec<ArticleId> = finding
            .readings
            .iter()
            .flatten()
            .map(|part| part.article)
            .collect();
        for reading in &mut finding.readings {
            // The first of a passage comes first in its reading.
            let Some(first) = reading.first().cloned() else {
                continue;
            };
            let links = first.sentences.iter();
            let links = links
                .filter_map(|&sentence| of.get(&(first.article, sentence)))
                .flatten();
            for part in links.filter_map(|link| sibling(&first, link)) {
                if !known.contains(&part.article) {
                    known.push(part.article);
                    reading.push(part);
                }
            }
        }
    }
}

/// What the linked article has for a part, where it has the same words; nothing where the words differ.
fn sibling(part: &Part, link: &Alignment) -> Option<Part> {
    let spans: Option<Vec<Span>> = part.spans.iter().map(|&span| same(span, link)).collect();
    Some(Part::new(
        link.b,
        link.b_sentences.clone(),
        spans?,
        part.value.clone(),
    ))
}

/// Where the words of a span stand in the linked article; nothing where any of them differs.
fn same(span: Span, link: &Alignment) -> Option<Span> {
    let over = link.edits.iter().filter(|edit| edit.a.overlaps(span));
    let mut found: Option<Span> = None;
    for edit in over {
        if !matches!(edit.op, Op::Equal | Op::Style) {
            return None;
        }
        let (start, end) = (span.start().max(edit.a.start()), span.end().min(edit.a.end()));
        let piece = if edit.op == Op::Equal && edit.a.len() == edit.b.len() {
            Span::new(
                edit.b.start() + start - edit.a.start(),
                edit.b.start() + end - edit.a.start(),
            )
        } else {
            edit.b
        };
        found = Some(found.map_or(piece, |known| known.cover(piece)));
    }
    found
}
