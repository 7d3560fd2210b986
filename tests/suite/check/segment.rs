//! Notation of the room `segment`: a sentence a line; an empty line in the input parts paragraphs.

use crossread::article::document::{Block, BlockKind};
use crossread::article::segment;
use crossread::knowledge::Model;
use crossread::text::Span;

use super::plain;

pub(crate) fn segment(input: &str) -> String {
    let mut document = plain::document("case", input);
    document.blocks.clear();
    let mut at = 0;
    for part in input.split("\n\n") {
        let span = Span::new(at, at + part.len()).trimmed(input);
        if !span.is_empty() {
            document.blocks.push(Block {
                span,
                kind: BlockKind::Paragraph,
                source: None,
            });
        }
        at += part.len() + 2;
    }
    let segments = segment::segments(&document, &Model::embedded());
    let mut lines = String::new();
    for sentence in &segments.sentences {
        lines += &sentence.span.of(input).replace('\n', " ");
        lines += "\n";
    }
    lines
}
