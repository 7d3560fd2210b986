//! Collections: JSON (ninjs, JSON-LD, any list of objects), an object a line, and tables. What a field is for is told
//! by its name, the same for all of them.

mod keys;
mod objects;
mod table;

use serde_json::Value;

use super::decode;
use super::draft::Draft;
use super::reading::{Piece, Reading};
use crate::article::document::NoteKind;
use crate::error::ErrorKind;
use crate::text::Span;
pub(super) use keys::is_header;
use keys::{Key, key};
pub(super) use table::Cell;

const NOTHING: ErrorKind = ErrorKind::Nothing {
    format: "a collection",
    remedy: "name the column or key that has the articles “text”",
};

const CUT_JSON: ErrorKind = ErrorKind::Damaged {
    format: "a JSON file",
};

const CUT: &str = "The file is damaged or not complete; what could be read of it was read";

/// Reads JSON.
pub(super) fn json(reading: &mut Reading<'_>, piece: &Piece<'_>) -> Result<(), ErrorKind> {
    let decoded = decode::text(piece, reading.file.decoder)?;
    let value: Value = match serde_json::from_str(decoded.text.trim()) {
        Ok(value) => value,
        Err(error) => match mended(decoded.text.trim()).filter(|_| error.is_eof()) {
            Some(value) => {
                let first = reading.count();
                objects::keep(&value, None, reading);
                reading.remark(first, NoteKind::Limit, CUT);
                return nothing_since(first, reading, CUT_JSON);
            }
            // A damaged list, or an object a line.
            None => return pieces(reading, piece, &decoded.text),
        },
    };
    let first = reading.count();
    objects::keep(&value, None, reading);
    nothing_since(first, reading, NOTHING)
}

/// An error where no article was found since there were `first`.
fn nothing_since(first: usize, reading: &Reading<'_>, kind: ErrorKind) -> Result<(), ErrorKind> {
    if reading.count() == first {
        Err(kind)
    } else {
        Ok(())
    }
}

/// The value of a text that was cut: what is open where it ends is closed there.
fn mended(text: &str) -> Option<Value> {
    let (mut open, mut quoted, mut escaped) = (Vec::new(), false, false);
    // Where the last character begins that is whole: "\\u00e9" has six bytes.
    let mut whole = 0;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => (escaped, whole) = (true, at),
            b'"' => quoted = !quoted,
            b'{' if !quoted => open.push('}'),
            b'[' if !quoted => open.push(']'),
            b'}' | b']' if !quoted => drop(open.pop()),
            _ => {}
        }
    }
    let cut_escape = quoted && text.len() - whole < 6 && text[whole..].starts_with('\\');
    let kept = if cut_escape { &text[..whole] } else { text };
    let kept = kept.trim_end_matches(|c: char| !quoted && (c == ',' || c.is_whitespace()));
    let quote = if quoted { "\"" } else { "" };
    let closing: String = open.iter().rev().collect();
    // A value is open, or a key, or the mark behind it.
    let values = ["", ":0", "0"].into_iter();
    let mut tries = values.map(|value| format!("{kept}{quote}{value}{closing}"));
    tries.find_map(|text| serde_json::from_str(&text).ok())
}

/// Reads JSON of an object a line.
pub(super) fn lines(reading: &mut Reading<'_>, piece: &Piece<'_>) -> Result<(), ErrorKind> {
    let decoded = decode::text(piece, reading.file.decoder)?;
    pieces(reading, piece, &decoded.text)
}

/// Reads what can be read of JSON's objects one by one: each on its line, or in a list that is cut.
fn pieces(reading: &mut Reading<'_>, piece: &Piece<'_>, text: &str) -> Result<(), ErrorKind> {
    let skipped = piece
        .bytes
        .ends_with(text.as_bytes())
        .then(|| piece.bytes.len() - text.len());
    let first = reading.count();
    let mut broken = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trimmed(text);
        at += line.len();
        let object = span.of(text).trim_end_matches(',');
        if object.len() < 2 {
            continue;
        }
        match serde_json::from_str(object) {
            Ok(value) => {
                let source = skipped.map(|skipped| Span::new(skipped + span.start(), skipped + span.end()));
                objects::keep(&value, source, reading);
            }
            Err(error) => {
                broken += 1;
                if let Some(value) = mended(object).filter(|_| error.is_eof()) {
                    objects::keep(&value, None, reading);
                }
            }
        }
    }
    if reading.count() == first {
        listed(reading, text);
        broken = 1;
    }
    if reading.count() == first {
        return Err(CUT_JSON);
    }
    if broken > 0 {
        reading.remark(first, NoteKind::Limit, CUT);
    }
    Ok(())
}

/// Reads the whole objects of a list that is broken somewhere.
fn listed(reading: &mut Reading<'_>, text: &str) {
    let Some(open) = text.find('[') else { return };
    let mut rest = &text[open + 1..];
    while let Some(start) = rest.find('{') {
        let Some(end) = object_end(&rest[start..]) else {
            return;
        };
        if let Ok(value) = serde_json::from_str(&rest[start..start + end]) {
            objects::keep(&value, None, reading);
        }
        rest = &rest[start + end..];
    }
}

/// Where the object ends that a text begins with.
fn object_end(text: &str) -> Option<usize> {
    let (mut depth, mut quoted, mut escaped) = (0, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' if !quoted => depth += 1,
            b'}' if !quoted => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    None
}

/// Reads a table.
pub(super) fn table(reading: &mut Reading<'_>, piece: &Piece<'_>) -> Result<(), ErrorKind> {
    let decoded = decode::text(piece, reading.file.decoder)?;
    let skipped = piece
        .bytes
        .ends_with(decoded.text.as_bytes())
        .then(|| piece.bytes.len() - decoded.text.len());
    rows(reading, &mut table::rows(&decoded.text), skipped, "text/csv")
}

/// Reads the rows of a table, of which the first names the columns; `skipped`: the place in the file that cells count
/// from.
pub(super) fn rows(
    reading: &mut Reading<'_>,
    rows: &mut dyn Iterator<Item = Vec<Cell>>,
    skipped: Option<usize>,
    media_type: &'static str,
) -> Result<(), ErrorKind> {
    let header = rows.next().unwrap_or_default();
    let keys: Vec<Option<Key>> = header.iter().map(|cell| key(&cell.text)).collect();
    if !keys.contains(&Some(Key::Text)) {
        return Err(NOTHING);
    }
    let first = reading.count();
    for row in rows {
        let mut article = Draft::default();
        let mut text: Option<&Cell> = None;
        for (cell, key) in row.iter().zip(&keys) {
            match key {
                Some(Key::Text) => {
                    text = text
                        .filter(|held| held.text.len() >= cell.text.len())
                        .or(Some(cell));
                }
                Some(key) => key.tell(&cell.text, &mut article.fields, reading.model),
                None => {}
            }
        }
        let Some(text) = text.filter(|cell| !cell.text.trim().is_empty()) else {
            continue;
        };
        article.head();
        let source = skipped.map(|skipped| Span::new(skipped + text.span.start(), skipped + text.span.end()));
        article.body(&text.text, source);
        reading.draft(article, media_type);
    }
    nothing_since(first, reading, NOTHING)
}
