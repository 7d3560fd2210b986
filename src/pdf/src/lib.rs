//! The text layer of a PDF as paragraphs in reading order.
//!
//! ```text
//! bytes -> glyphs of each page -> lines -> paragraphs -> Printed
//! ```
//!
//! It knows nothing of articles: which paragraph is a headline or a byline is told by `article::ingest` of the engine,
//! from the sizes and weights that are handed over.

mod glyphs;
mod lines;
mod margins;
mod paragraphs;

#[cfg(target_os = "unknown")]
pub mod wasm;

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use serde::Serialize;

/// What a PDF says.
#[derive(Debug, Default, PartialEq, Serialize)]
pub struct Printed {
    /// Pictures on its pages.
    pub pictures: usize,
    /// Whether something was left out: pages, or text, beyond what is read.
    pub cut: bool,
    /// The title in the file's own description; empty where there is none.
    pub title: String,
    /// The author in the file's own description; empty where there is none.
    pub author: String,
    /// The size of type that most letters have, in tenths of a point.
    pub body: u32,
    /// The text, in reading order.
    pub paragraphs: Vec<Paragraph>,
}

/// A stretch of text that a reader takes as one.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Paragraph {
    /// Its text, lines joined.
    pub text: String,
    /// The size of its type, in tenths of a point.
    pub size: u32,
    /// Whether it is set in bold.
    pub bold: bool,
    /// Whether it is of the page and not of the text: a running head, a page number, an address that a browser printed.
    pub margin: bool,
}

/// Why nothing was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Refused {
    /// It opens with a password.
    Password,
    /// It is no PDF, or broken beyond reading.
    Broken,
}

/// Reads a PDF.
///
/// # Errors
///
/// [`Refused`] says why nothing could be read. A PDF without text is none: it has no paragraphs.
pub fn read(bytes: &[u8]) -> Result<Printed, Refused> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Refused::Password,
        _ => Refused::Broken,
    })?;
    let drawn = glyphs::drawn(&pdf);
    let mut pages: Vec<_> = drawn.pages.iter().map(lines::lines).collect();
    margins::mark(&mut pages);
    let about = pdf.metadata();
    Ok(Printed {
        pictures: drawn.pictures,
        cut: drawn.cut,
        title: said(about.title.as_deref()),
        author: said(about.author.as_deref()),
        body: paragraphs::body(&pages),
        paragraphs: paragraphs::paragraphs(pages),
    })
}

/// What [`read`] answers, as JSON: [`Printed`], or `{"refused": …}`.
pub fn json(bytes: &[u8]) -> String {
    #[derive(Serialize)]
    struct Refusal {
        refused: Refused,
    }
    match read(bytes) {
        Ok(printed) => serde_json::to_string(&printed),
        Err(refused) => serde_json::to_string(&Refusal { refused }),
    }
    .unwrap_or_default()
}

/// A string of the file's description: UTF-16 with a mark, UTF-8 with a mark, or Latin letters.
fn said(bytes: Option<&[u8]>) -> String {
    let bytes = bytes.unwrap_or_default();
    let units = |wide: &[u8]| -> Vec<u16> {
        wide.as_chunks::<2>()
            .0
            .iter()
            .map(|&pair| u16::from_be_bytes(pair))
            .collect()
    };
    match bytes {
        [0xFE, 0xFF, wide @ ..] => String::from_utf16_lossy(&units(wide)),
        [0xEF, 0xBB, 0xBF, text @ ..] => String::from_utf8_lossy(text).into_owned(),
        _ => String::from_utf8(bytes.to_vec())
            .unwrap_or_else(|_| bytes.iter().map(|&byte| char::from(byte)).collect()),
    }
    .trim()
    .to_owned()
}
