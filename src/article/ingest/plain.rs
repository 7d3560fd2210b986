//! Plain and pasted text: the text is the decoded file, character for character.

use super::structure::{Line, structure};
use super::{File, decode::Decoded, language};
use crate::article::document::{Document, Note, NoteKind, Published, PublishedSource};
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
    let mut metadata = shape.metadata;
    let mut notes = decoded.notes;
    notes.extend(shape.notes);
    if let Some(day) = file.date.filter(|_| metadata.published.is_none()) {
        metadata.published = Some(Published {
            day,
            source: PublishedSource::Stated,
            span: None,
        });
    }
    let language = language::language(&decoded.text);
    if language != Some("en") {
        notes.push(Note {
            kind: NoteKind::Language,
            span: None,
            message: "Names, times and quotes are read for English; this text is compared all the same"
                .to_owned(),
        });
    }
    Document {
        file: file.name.to_owned(),
        sha256,
        media_type,
        language,
        text: decoded.text,
        blocks: shape.blocks,
        metadata,
        notes,
    }
}
