//! Bytes to documents: sniff, decode, one file a format.

mod structure;

mod decode;
mod encodings;
mod language;
mod sniff;

mod plain;

mod markdown;
pub mod page;

pub use encodings::Decoder;
use sha2::{Digest, Sha256};

use crate::article::document::{Day, Document, Published, PublishedSource};
use crate::error::{Error, ErrorKind};
use crate::knowledge::Model;

/// The most bytes that are read of one file: 256 MB. Spans count in `u32`, and a browser's tab has 4 GB for all.
pub const MAX_BYTES: usize = 256 * 1024 * 1024;

/// A file as it was dropped, named or pasted.
#[derive(Debug, Clone, Copy)]
pub struct File<'a> {
    /// Its name, for people and for the order of articles.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// The format, where the user says it; otherwise it is sniffed.
    pub format: Option<Format>,
    /// The day of publication that the user gives an article without one.
    pub date: Option<Day>,
    /// What decodes the encodings that pages declare.
    pub decoder: Decoder,
}

impl<'a> File<'a> {
    /// A file whose format is to be sniffed.
    pub fn new(name: &'a str, bytes: &'a [u8]) -> Self {
        Self {
            name,
            bytes,
            format: None,
            date: None,
            decoder: encodings::decode,
        }
    }
}

/// A format that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain or pasted text.
    Text,
    /// Markdown, with or without front matter.
    Markdown,
    /// A saved web page.
    Page,
}

impl Format {
    /// The format with this name on the command line ("txt", "md").
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "txt" => Some(Self::Text),
            "md" => Some(Self::Markdown),
            "html" => Some(Self::Page),
            _ => None,
        }
    }
}

/// Reads a file into the articles it holds.
///
/// # Errors
///
/// When the file is empty, too large, not text, or of a format that cannot be read; the message names the file and
/// says what to do.
pub fn ingest(file: &File<'_>, model: &Model) -> Result<Vec<Document>, Error> {
    let fail = |kind| Error::new(file.name, kind);
    if file.bytes.len() > MAX_BYTES {
        return Err(fail(ErrorKind::TooLarge));
    }
    let format = file
        .format
        .map_or_else(|| sniff::format(file), Ok)
        .map_err(fail)?;
    let hash = Sha256::digest(file.bytes)
        .iter()
        .fold(String::new(), |hash, byte| hash + &format!("{byte:02x}"));
    let decoded = match format {
        Format::Page => decode::declared(file.bytes, file.decoder),
        Format::Text | Format::Markdown => decode::decode(file.bytes),
    };
    let decoded = decoded.map_err(fail)?;
    let mut document = match format {
        Format::Text => plain::read(file, decoded, hash, model),
        Format::Markdown => markdown::read(file, decoded, hash, model),
        Format::Page => page::read(file, decoded, hash, model),
    };
    if document.text.trim().is_empty() {
        return Err(fail(ErrorKind::Empty));
    }
    dated(&mut document, file.date);
    Ok(vec![document])
}

/// Gives an article without a day of publication the user's.
fn dated(document: &mut Document, date: Option<Day>) {
    let published = &mut document.metadata.published;
    if let Some(day) = date.filter(|_| published.is_none()) {
        *published = Some(Published {
            day,
            source: PublishedSource::Stated,
            span: None,
        });
    }
}
