//! Bytes to documents: sniff, decode, one file a format.
//!
//! A file can hold files, and each of those articles: `reading` walks through them, whatever they come in.

mod positions;
mod structure;

mod decode;
mod encodings;
mod language;
mod mojibake;

mod draft;
mod plain;

mod bundle;
mod markdown;
pub mod page;

mod archive;
mod mail;
mod office;
mod paper;
mod records;
mod rtf;
mod web;
mod xml;

mod reading;
mod sniff;

pub use encodings::Decoder;
pub use paper::Printer;

use crate::article::document::{Day, Document, Published, PublishedSource};
use crate::error::{Error, ErrorKind};
use crate::knowledge::Model;
use draft::Draft;
use reading::{Piece, Reading};

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
    /// What reads PDFs.
    pub printer: Printer<'a>,
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
            printer: paper::BUILT_IN,
        }
    }
}

/// What a file holds.
#[derive(Debug, Default)]
pub struct Contents {
    /// Its articles, in their order.
    pub articles: Vec<Document>,
    /// What in it could not be read: the file itself, or members of it.
    pub failures: Vec<Error>,
}

impl Contents {
    /// A file of which nothing could be read.
    pub fn failed(error: Error) -> Self {
        Self {
            articles: Vec::new(),
            failures: vec![error],
        }
    }
}

/// A format that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain or pasted text; also a file of a news database with many articles in it.
    Text,
    /// Markdown, with or without front matter.
    Markdown,
    /// A saved web page.
    Page,
    /// A mail, or a page saved as one (MHTML).
    Mail,
    /// A ZIP archive, and what is kept in one: Word, Excel, OpenDocument, EPUB, WACZ.
    Zip,
    /// A file compressed by gzip.
    Gzip,
    /// A news feed, NITF, NewsML-G2 or flat OpenDocument.
    Xml,
    /// JSON: ninjs, JSON-LD, or any list of objects with a text.
    Json,
    /// JSON, an object a line.
    JsonLines,
    /// A table with a column of text, its cells parted by commas, semicolons or tabs.
    Table,
    /// Rich Text.
    Rtf,
    /// A page saved by Safari.
    WebArchive,
    /// A web archive's records.
    Warc,
    /// A PDF.
    Pdf,
}

/// The names of formats on the command line.
#[rustfmt::skip]
const NAMED: &[(&str, Format)] = &[
    ("txt", Format::Text), ("md", Format::Markdown), ("html", Format::Page), ("eml", Format::Mail), ("mhtml", Format::Mail),
    ("zip", Format::Zip), ("docx", Format::Zip), ("odt", Format::Zip), ("epub", Format::Zip), ("xlsx", Format::Zip), ("ods", Format::Zip), ("gz", Format::Gzip),
    ("xml", Format::Xml), ("json", Format::Json), ("jsonl", Format::JsonLines), ("csv", Format::Table), ("rtf", Format::Rtf),
    ("webarchive", Format::WebArchive), ("warc", Format::Warc), ("pdf", Format::Pdf),
];

impl Format {
    /// The format with this name on the command line ("txt", "md").
    pub fn named(name: &str) -> Option<Self> {
        NAMED
            .iter()
            .find(|(known, _)| *known == name)
            .map(|&(_, format)| format)
    }

    /// Whether members of other formats stand in it.
    fn is_container(self) -> bool {
        matches!(
            self,
            Self::Mail | Self::Zip | Self::Gzip | Self::WebArchive | Self::Warc
        )
    }

    /// Reads a piece of this format.
    fn read(self, reading: &mut Reading<'_>, piece: &Piece<'_>) -> Result<(), ErrorKind> {
        match self {
            Self::Text => plain::read(reading, piece),
            Self::Markdown => markdown::read(reading, piece),
            Self::Page => page(reading, piece),
            Self::Mail => mail::read(reading, piece),
            Self::Zip => archive::read(reading, piece),
            Self::Gzip => archive::gzip(reading, piece),
            Self::Xml => xml::read(reading, piece),
            Self::Json => records::json(reading, piece),
            Self::JsonLines => records::lines(reading, piece),
            Self::Table => records::table(reading, piece),
            Self::Rtf => rtf::read(reading, piece),
            Self::WebArchive => web::archive(reading, piece),
            Self::Warc => web::warc(reading, piece),
            Self::Pdf => paper::read(reading, piece),
        }
    }
}

/// Reads a file into the articles it holds. What cannot be read, all of it or a member, is told with what to do and
/// costs nothing else.
pub fn ingest(file: &File<'_>, model: &Model) -> Contents {
    Reading::of(file, model)
}

/// How browsers mark what was selected of a page, which is wanted whole.
const SELECTED: &str = "<!--StartFragment-->";

/// Bytes in which that mark stands, behind a header of some programs.
const MARKED_WITHIN: usize = 4096;

fn page(reading: &mut Reading<'_>, piece: &Piece<'_>) -> Result<(), ErrorKind> {
    let file = reading.as_file(piece);
    let decoded = decode::declared(piece, reading.file.decoder)?;
    let selected = decoded.text.find(SELECTED).filter(|&at| at < MARKED_WITHIN);
    if let Some(at) = selected {
        let mut draft = Draft::default();
        draft.notes = decoded.notes;
        for (line, mark) in page::lines(&decoded.text[at..]) {
            draft.line(&line, mark, None);
        }
        reading.draft(draft, "text/html");
    } else {
        reading.keep(page::read(&file, decoded, String::new(), reading.model));
    }
    Ok(())
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
