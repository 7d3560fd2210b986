//! A text whose blocks are parted by blank lines.

use crossread::article::document::{Block, BlockKind, Document};
use crossread::text::Span;

use super::plain;

/// A document of these blocks.
pub(crate) fn document(text: &str) -> Document {
    let mut document = plain::document("case", text);
    document.blocks.clear();
    let mut at = 0;
    for part in text.split("\n\n") {
        let span = Span::new(at, at + part.len()).trimmed(text);
        if !span.is_empty() {
            document.blocks.push(Block {
                span,
                kind: BlockKind::Paragraph,
                source: None,
            });
        }
        at += part.len() + 2;
    }
    document
}
