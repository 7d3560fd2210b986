//! Pages as archives of the web keep them: Safari's, and WARC.

mod plist;
mod warc;

use super::Format;
use super::draft::Fields;
use super::positions::Positions;
use super::reading::{Piece, Reading};
use crate::error::ErrorKind;
use plist::Value;
pub(super) use warc::{collection, warc};

/// Reads a page that Safari saved.
pub(super) fn archive(reading: &mut Reading<'_>, piece: &Piece<'_>) -> Result<(), ErrorKind> {
    let damaged = ErrorKind::Damaged {
        format: "a Safari web archive",
    };
    let root = plist::Plist::of(piece.bytes).ok_or(damaged)?;
    let main = root
        .value(root.top)
        .and_then(|top| root.entry(&top, "WebMainResource"))
        .ok_or(damaged)?;
    let text = |key: &str| match root.entry(&main, key) {
        Some(Value::Text(text)) => Some(text),
        _ => None,
    };
    let Some(Value::Bytes(span)) = root.entry(&main, "WebResourceData") else {
        return Err(damaged);
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
    reading.complete(
        first,
        &fields,
        Some(&Positions::shifted(span.start(), span.len())),
    );
    Ok(())
}
