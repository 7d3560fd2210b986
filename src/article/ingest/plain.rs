//! Plain and pasted text.

use super::{File, decode::Decoded};
use crate::article::document::{Block, BlockKind, Document, Metadata};
use crate::knowledge::Model;
use crate::text::Span;

/// Reads plain text.
pub(super) fn read(file: &File<'_>, decoded: Decoded, sha256: String, _model: &Model) -> Document {
    let span = Span::new(0, decoded.text.len()).trimmed(&decoded.text);
    Document {
        file: file.name.to_owned(),
        sha256,
        media_type: "text/plain",
        language: Some("en"),
        text: decoded.text,
        blocks: vec![Block {
            span,
            kind: BlockKind::Paragraph,
            source: None,
        }],
        metadata: Metadata::default(),
        notes: decoded.notes,
    }
}
