//! Documents of office programs and books: archives of XML.

mod book;
mod open;
mod styles;
mod word;

pub(super) use book::epub;
pub(super) use open::open_document;
pub(super) use word::word;

use super::archive::Archive;
use super::decode;
use super::reading::{Piece, Reading};
use crate::error::ErrorKind;

/// The text of a part.
fn part(archive: &Archive<'_>, name: &str, reading: &mut Reading<'_>) -> Result<String, ErrorKind> {
    let bytes = archive.get(name, reading)?;
    let decoded = decode::declared(&Piece::new(name, &bytes), reading.file.decoder)?;
    Ok(decoded.text)
}
