//! Who has the words of a reading as they are has that reading, though it was not compared with the others: of many articles
//! each is compared with the first alone, and of three two may be linked that are not linked to the third.

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
    let mut of: Map<(ArticleId, SentenceId), Vec<(&Alignment, bool)>> = Map::new();
    for &link in alignments
        .iter()
        .filter(|link| link.kind != AlignmentKind::Related)
    {
        for &sentence in &link.a_sentences {
            of.entry((link.a, sentence)).or_default().push((link, false));
        }
        for &sentence in &link.b_sentences {
            of.entry((link.b, sentence)).or_default().push((link, true));
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
            for part in links.filter_map(|&(link, turned)| sibling(&first, link, turned)) {
                if !known.contains(&part.article) {
                    known.push(part.article);
                    let at = reading.partition_point(|other| other.article < part.article);
                    reading.insert(at, part);
                }
            }
        }
    }
}

/// What the linked article has for a part, where it has the same words; nothing where the words differ. Where `turned`, the
/// part is of the link's second side.
fn sibling(part: &Part, link: &Alignment, turned: bool) -> Option<Part> {
    let spans: Option<Vec<Span>> = part.spans.iter().map(|&span| same(span, link, turned)).collect();
    let (article, sentences) = if turned {
        (link.a, &link.a_sentences)
    } else {
        (link.b, &link.b_sentences)
    };
    Some(Part::new(article, sentences.clone(), spans?, part.value.clone()))
}

/// Where the words of a span stand in the linked article; nothing where any of them differs.
fn same(span: Span, link: &Alignment, turned: bool) -> Option<Span> {
    let mut found: Option<Span> = None;
    for edit in &link.edits {
        let (own, other) = if turned {
            (edit.b, edit.a)
        } else {
            (edit.a, edit.b)
        };
        if !own.overlaps(span) {
            continue;
        }
        if !matches!(edit.op, Op::Equal | Op::Style) {
            return None;
        }
        let (start, end) = (span.start().max(own.start()), span.end().min(own.end()));
        let piece = if edit.op == Op::Equal && own.len() == other.len() {
            Span::new(
                other.start() + start - own.start(),
                other.start() + end - own.start(),
            )
        } else {
            other
        };
        found = Some(found.map_or(piece, |known| known.cover(piece)));
    }
    found
}
