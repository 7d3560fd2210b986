//! Plain and pasted text: the text is the decoded file, character for character.

use super::structure::{Line, structure};
use super::{File, decode::Decoded, language};
use crate::article::document::Document;
use crate::knowledge::Model;

/// Reads plain text.
pub(super) fn read(file: &File<'_>, decoded: Decoded, sha256: String, model: &Model) -> Document {
    shaped(file, decoded, sha256, "text/plain", |_| {}, model)
}

/// A document from a text whose lines carry the marks that `mark` sets.
pub(super) fn shaped(
    file: &File<'_>,
    decoded: Decoded,
    sha256: String,
    media_type: &'static str,
    mark: impl Fn(&mut [Line<'_>]),
    model: &Model,
) -> Document {
    let shape = structure(&decoded.text, mark, model);
    let mut notes = decoded.notes;
    notes.extend(shape.notes);
    let language = language::noted(&decoded.text, &mut notes);
    Document {
        file: file.name.to_owned(),
        sha256,
        media_type,
        language,
        text: decoded.text,
        blocks: shape.blocks,
        metadata: shape.metadata,
        notes,
    }
}
