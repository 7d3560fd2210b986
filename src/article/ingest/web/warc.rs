//! WARC, and collections of it (WACZ): the answers of web servers, of which pages are read.

use super::super::Format;
use super::super::archive::{Archive, gunzipped};
use super::super::draft::Fields;
use super::super::mail::value;
use super::super::page;
use super::super::positions::Positions;
use super::super::reading::{Piece, Reading};
use crate::article::document::NoteKind;
use crate::error::ErrorKind;
use crate::text::Span;

const DAMAGED: ErrorKind = ErrorKind::Damaged {
    format: "a web archive (WARC)",
};

/// Fewer words in a page are a frame, an advertisement or a notice, not an article.
const FEW: usize = 40;

/// Reads the pages of an archive's records.
pub(in crate::article::ingest) fn warc(
    reading: &mut Reading<'_>,
    piece: &Piece<'_>,
) -> Result<(), ErrorKind> {
    let bytes = piece.bytes;
    let first = reading.count();
    let mut at = 0;
    let mut records = 0;
    while let Some(record) = Record::at(bytes, at) {
        if reading.is_full() {
            break;
        }
        records += 1;
        if record.kind == "response" || record.kind == "resource" {
            response(reading, bytes, &record);
        }
        at = record.content.end();
    }
    if records == 0 {
        return Err(DAMAGED);
    }
    if reading.count() == first {
        return Err(ErrorKind::Nothing {
            format: "a web archive (WARC)",
            remedy: "check that it holds the article’s page",
        });
    }
    if bytes[at.min(bytes.len())..]
        .iter()
        .any(|byte| !byte.is_ascii_whitespace())
    {
        reading.remark(
            first,
            NoteKind::Limit,
            "The web archive is damaged or not complete; what could be read of it was read",
        );
    }
    Ok(())
}

/// Reads a collection.
pub(in crate::article::ingest) fn collection(
    reading: &mut Reading<'_>,
    archive: &Archive<'_>,
) -> Result<(), ErrorKind> {
    for entry in archive
        .entries
        .iter()
        .filter(|entry| entry.name.starts_with("archive/"))
    {
        let first = reading.count();
        let bytes = archive.unpacked(entry, reading)?;
        let read = if bytes.starts_with(b"\x1F\x8B") {
            let (bytes, _) = gunzipped(reading, &bytes)?;
            warc(reading, &Piece::new(&entry.name, &bytes))
        } else {
            warc(reading, &Piece::new(&entry.name, &bytes))
        };
        reading.complete(first, &Fields::default(), None);
        if let Err(kind) = read {
            reading.member_failed(&entry.name, kind);
        }
    }
    Ok(())
}

/// A record.
struct Record {
    kind: String,
    url: Option<String>,
    /// Where its content stands.
    content: Span,
}

impl Record {
    /// The record that begins at a place, white space before it left out. A cut one ends with the file.
    fn at(bytes: &[u8], at: usize) -> Option<Self> {
        let start = at
            + bytes
                .get(at..)?
                .iter()
                .position(|byte| !byte.is_ascii_whitespace())?;
        if !bytes[start..].starts_with(b"WARC/") {
            return None;
        }
        let (fields, from) = fields(bytes, start, bytes.len());
        let get = |name: &str| {
            fields
                .iter()
                .find(|(known, _)| known == name)
                .map(|(_, value)| value.clone())
        };
        let length: usize = get("content-length")?.parse().ok()?;
        Some(Self {
            kind: get("warc-type")?.to_ascii_lowercase(),
            url: get("warc-target-uri").map(|url| url.trim_matches(['<', '>']).to_owned()),
            content: Span::new(from, from.saturating_add(length).min(bytes.len())),
        })
    }
}

/// The fields of a header block, names in lower case, and the place behind it.
fn fields(bytes: &[u8], start: usize, end: usize) -> (Vec<(String, String)>, usize) {
    let mut fields = Vec::new();
    let mut at = start;
    while at < end {
        let line = &bytes[at..end];
        let width = line
            .iter()
            .position(|&b| b == b'\n')
            .map_or(line.len(), |end| end + 1);
        let line = String::from_utf8_lossy(line[..width].trim_ascii_end());
        at += width;
        match line.split_once(':') {
            _ if line.is_empty() => break,
            Some((name, value)) => fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned())),
            None => {}
        }
    }
    (fields, at)
}

/// Reads the page that a record holds; anything else is passed over.
fn response(reading: &mut Reading<'_>, bytes: &[u8], record: &Record) {
    let content = &bytes[record.content.range()];
    let is_http = content.starts_with(b"HTTP/");
    let (fields, body) = if is_http {
        fields(bytes, record.content.start(), record.content.end())
    } else {
        (Vec::new(), record.content.start())
    };
    let get = |name: &str| {
        fields
            .iter()
            .find(|(known, _)| known == name)
            .map_or("", |(_, value)| value.as_str())
    };
    let kind = get("content-type").to_ascii_lowercase();
    let good = !is_http || content.get(9..12) == Some(b"200");
    let page = kind.starts_with("text/html") || kind.starts_with("application/xhtml");
    let unsaid = kind.is_empty()
        && bytes[body..record.content.end()]
            .trim_ascii_start()
            .starts_with(b"<");
    if !good || !(page || unsaid) {
        return;
    }
    let span = Span::new(body, record.content.end());
    let (joined, compressed) = (
        get("transfer-encoding").contains("chunked"),
        get("content-encoding").contains("gzip"),
    );
    let mut text = if joined {
        dechunked(&bytes[span.range()])
    } else {
        bytes[span.range()].to_vec()
    };
    if compressed && let Ok((unpacked, _)) = gunzipped(reading, &text) {
        text = unpacked;
    }
    let charset = value(&kind, "charset");
    let piece = Piece {
        format: Some(Format::Page),
        charset: charset.as_deref(),
        ..Piece::new("", &text)
    };
    let lines = page::lines(&String::from_utf8_lossy(&text));
    if lines
        .iter()
        .map(|(line, _)| line.split(' ').count())
        .sum::<usize>()
        < FEW
    {
        return;
    }
    let first = reading.count();
    reading.read(&piece);
    let same = text.len() == span.len();
    let fields = Fields {
        url: record.url.clone(),
        ..Fields::default()
    };
    let positions = Positions::shifted(span.start(), span.len());
    reading.complete(first, &fields, same.then_some(&positions));
}

/// Joins the pieces in which a server sent its answer.
fn dechunked(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(width) = bytes[at..].iter().position(|&b| b == b'\n') {
        let line = String::from_utf8_lossy(&bytes[at..at + width]);
        let size = usize::from_str_radix(line.split(';').next().unwrap_or("").trim(), 16);
        let Ok(size) = size else {
            // Some archives keep the field and not the pieces.
            return if out.is_empty() { bytes.to_vec() } else { out };
        };
        if size == 0 {
            break;
        }
        let start = at + width + 1;
        let end = start.saturating_add(size).min(bytes.len());
        out.extend_from_slice(&bytes[start..end]);
        at = (end + 2).min(bytes.len());
    }
    out
}
