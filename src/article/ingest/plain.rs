//! Plain and pasted text: the text is the decoded file, character for character.

use super::decode::{self, Decoded};
use super::reading::{Piece, Reading};
use super::structure::{Line, structure};
use super::{bundle, language};
use crate::article::document::{Block, Document, Part};
use crate::error::ErrorKind;
use crate::knowledge::Model;
use crate::text::Span;

/// Reads plain text, and each article of a file of a news database.
pub(super) fn read(reading: &mut Reading<'_>, piece: &Piece<'_>) -> Result<(), ErrorKind> {
    let decoded = decode::text(piece, reading.file.decoder)?;
    if bundle::text(reading, piece, &decoded) {
        return Ok(());
    }
    let document = shaped(piece.bytes, decoded, "text/plain", |_| {}, reading.model);
    reading.keep(document);
    Ok(())
}

/// A document from a text whose lines carry the marks that `mark` sets.
pub(super) fn shaped(
    bytes: &[u8],
    decoded: Decoded,
    media_type: &'static str,
    mark: impl Fn(&mut [Line<'_>]),
    model: &Model,
) -> Document {
    let mut shape = structure(&decoded.text, mark, model);
    if let Some(skipped) = own(bytes, &decoded.text) {
        source(&mut shape.blocks, skipped);
    }
    let mut notes = decoded.notes;
    notes.extend(shape.notes);
    let language = language::noted(&decoded.text, &mut notes);
    Document {
        file: String::new(),
        sha256: String::new(),
        part: Part::default(),
        media_type,
        language,
        text: decoded.text,
        blocks: shape.blocks,
        metadata: shape.metadata,
        notes,
    }
}

/// Where the text begins in the bytes, where it is the bytes themselves.
fn own(bytes: &[u8], text: &str) -> Option<usize> {
    let skipped = bytes.len().checked_sub(text.len())?;
    (bytes[skipped..] == *text.as_bytes()).then_some(skipped)
}

/// Points blocks to their bytes, which begin at `first`.
pub(super) fn source(blocks: &mut [Block], first: usize) {
    for block in blocks {
        block.source = Some(Span::new(first + block.span.start(), first + block.span.end()));
    }
}
