//! Pages as archives of the web keep them: Safari's, and WARC.

mod plist;
mod warc;

use super::draft::Fields;
use super::positions::Positions;
use super::reading::{Piece, Reading};
use super::{Format, sniff};
use crate::article::document::NoteKind;
use crate::error::ErrorKind;
use plist::Value;
pub(super) use warc::{collection, warc};

const DAMAGED: ErrorKind = ErrorKind::Damaged {
    format: "a Safari web archive",
};

/// Reads a page that Safari saved.
pub(super) fn archive(reading: &mut Reading<'_>, piece: &Piece<'_>) -> Result<(), ErrorKind> {
    // Apple's files of links are lists too.
    let link = plist::Plist::of(piece.bytes).and_then(|root| root.entry(&root.value(root.top)?, "URL"));
    match listed(reading, piece) {
        Some(()) => Ok(()),
        None if link.is_some() => Err(sniff::LINK),
        None => found(reading, piece),
    }
}

/// Reads the page that the archive's list names.
fn listed(reading: &mut Reading<'_>, piece: &Piece<'_>) -> Option<()> {
    let root = plist::Plist::of(piece.bytes)?;
    let main = root.entry(&root.value(root.top)?, "WebMainResource")?;
    let text = |key: &str| match root.entry(&main, key) {
        Some(Value::Text(text)) => Some(text),
        _ => None,
    };
    let Some(Value::Bytes(span)) = root.entry(&main, "WebResourceData") else {
        return None;
    };
    let charset = text("WebResourceTextEncodingName");
    let plain = text("WebResourceMIMEType").is_some_and(|kind| kind == "text/plain");
    let fields = Fields {
        url: text("WebResourceURL").filter(|url| url.starts_with("http")),
        ..Fields::default()
    };
    let first = reading.count();
    reading.read(&Piece {
        format: Some(if plain { Format::Text } else { Format::Page }),
        charset: charset.as_deref(),
        ..Piece::new("", &piece.bytes[span.range()])
    });
    let positions = Positions::shifted(span.start(), span.len());
    reading.complete(first, &fields, Some(&positions));
    Some(())
}

/// Reads the first page that stands in an archive whose list is lost.
fn found(reading: &mut Reading<'_>, piece: &Piece<'_>) -> Result<(), ErrorKind> {
    let place = |mark: &[u8]| {
        piece
            .bytes
            .windows(mark.len())
            .position(|window| window.eq_ignore_ascii_case(mark))
    };
    let start = place(b"<!doctype html")
        .or_else(|| place(b"<html"))
        .ok_or(DAMAGED)?;
    let end = place(b"</html>")
        .filter(|&end| end > start)
        .unwrap_or(piece.bytes.len());
    let first = reading.count();
    reading.read(&Piece {
        format: Some(Format::Page),
        ..Piece::new("", &piece.bytes[start..end])
    });
    let positions = Positions::shifted(start, end - start);
    reading.complete(first, &Fields::default(), Some(&positions));
    reading.remark(
        first,
        NoteKind::Limit,
        "The web archive is damaged or not complete; the first page found in it was read",
    );
    Ok(())
}
