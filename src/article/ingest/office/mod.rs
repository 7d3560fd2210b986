//! Documents of office programs and books: archives of XML.

mod book;
mod open;
mod sheet;
mod styles;
mod word;

pub(super) use book::epub;
pub(super) use open::{flat_document, open_document};
pub(super) use sheet::excel;
pub(super) use word::word;

use super::archive::Archive;
use super::draft::Draft;
use super::reading::{Piece, Reading};
use super::{bundle, decode};
use crate::article::document::NoteKind;
use crate::error::ErrorKind;

/// The text of a part.
fn part(archive: &Archive<'_>, name: &str, reading: &mut Reading<'_>) -> Result<String, ErrorKind> {
    let bytes = archive.get(name, reading)?;
    let decoded = decode::declared(&Piece::new(name, &bytes), reading.file.decoder)?;
    Ok(decoded.text)
}

/// Adds what was found in a document; `whole`: its markup could be read to the end; `cut`: the
/// archive's own end is missing; `damaged` names what it should have been.
fn found(
    reading: &mut Reading<'_>,
    draft: Draft,
    media_type: &'static str,
    whole: bool,
    cut: bool,
    damaged: ErrorKind,
) -> Result<(), ErrorKind> {
    if draft.is_empty() {
        return Err(if whole { ErrorKind::Empty } else { damaged });
    }
    let first = reading.count();
    bundle::draft(reading, draft, media_type);
    if !whole || cut {
        reading.remark(
            first,
            NoteKind::Limit,
            "The document is damaged or not complete; what could be found in it was read",
        );
    }
    Ok(())
}
