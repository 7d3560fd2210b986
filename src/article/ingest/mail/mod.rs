//! Mails, and pages saved as mails (MHTML): headers, parts in parts, what each part is encoded by.
//!
//! A page that was saved is its first part that is markup. A mail's text is an article with the subject as its title;
//! each attachment is read as if it had been dropped.

mod headers;
mod transfer;

use super::draft::Fields;
use super::positions::Positions;
use super::reading::{Piece, Reading};
use super::{Format, page};
use crate::error::ErrorKind;
use crate::text::Span;
use headers::Headers;
pub(super) use headers::{is_head, value};

/// Parts in parts that are followed: a forwarded mail in a forwarded mail has six.
const DEEPEST: usize = 16;

/// Parts of one mail that are looked at; a saved page has one for each picture.
const MOST_PARTS: usize = 10_000;

/// A part with content of its own.
struct Part {
    headers: Headers,
    /// Where its content stands in the file.
    content: Span,
    /// Whether another part tells the same in another format.
    alternative: bool,
}

/// Reads a mail, all mails of a mailbox, or a saved page.
pub(super) fn read(reading: &mut Reading<'_>, piece: &Piece<'_>) -> Result<(), ErrorKind> {
    let mails = mailbox(piece.bytes);
    if mails.len() < 2 {
        return mail(reading, piece);
    }
    for span in mails {
        let first = reading.count();
        if let Err(kind) = mail(reading, &Piece::new("", &piece.bytes[span.range()])) {
            reading.fail(kind);
        }
        let positions = Positions::shifted(span.start(), span.len());
        reading.complete(first, &Fields::default(), Some(&positions));
    }
    Ok(())
}

/// The mails of a mailbox: each begins with a line of its own, behind a blank one.
fn mailbox(bytes: &[u8]) -> Vec<Span> {
    const BEGINS: &[u8] = b"\nFrom ";
    if !bytes.starts_with(&BEGINS[1..]) {
        return Vec::new();
    }
    let parted = |at: &usize| bytes[..*at].ends_with(b"\n") || bytes[..*at].ends_with(b"\n\r");
    let others = bytes
        .windows(BEGINS.len())
        .enumerate()
        .filter(|(_, window)| *window == BEGINS);
    let others = others.map(|(at, _)| at).filter(parted).map(|at| at + 1);
    let mut starts: Vec<usize> = std::iter::once(0).chain(others).collect();
    starts.push(bytes.len());
    starts
        .windows(2)
        .map(|pair| Span::new(pair[0], pair[1]))
        .collect()
}

/// Reads one mail or saved page.
fn mail(reading: &mut Reading<'_>, piece: &Piece<'_>) -> Result<(), ErrorKind> {
    let (headers, body) = headers::split(piece.bytes, Span::new(0, piece.bytes.len()));
    let is_page = headers
        .get("content-type")
        .is_some_and(|kind| kind.to_ascii_lowercase().starts_with("multipart/related"))
        && headers.get("received").is_none()
        && headers.get("to").is_none();
    let mut fields = fields(&headers, is_page, reading);
    let mut parts = Vec::new();
    parts_of(piece.bytes, headers, body, &mut parts);
    if is_page {
        let found = parts
            .iter()
            .find(|part| part.kind() == "text/html" || part.kind() == "application/xhtml+xml");
        let part = found.ok_or(ErrorKind::Damaged {
            format: "a saved page (MHTML)",
        })?;
        fields.url = fields
            .url
            .take()
            .or_else(|| part.headers.get("content-location").map(str::to_owned));
        part.read(reading, piece.bytes, Format::Page, &fields);
        return Ok(());
    }
    let (own, attached): (Vec<&Part>, Vec<&Part>) = parts.iter().partition(|part| part.is_text());
    if let Some(text) = best(&own) {
        let format = if text.kind() == "text/html" {
            Format::Page
        } else {
            Format::Text
        };
        text.read(reading, piece.bytes, format, &fields);
    }
    for part in attached.into_iter().filter(|part| part.is_document()) {
        part.member(reading, piece.bytes);
    }
    Ok(())
}

/// The text of a mail: plain where it comes in both, since plain text leaves out what mails are decorated with.
fn best<'a>(own: &[&'a Part]) -> Option<&'a Part> {
    let plain = own
        .iter()
        .find(|part| part.kind() != "text/html" && !part.content.is_empty());
    plain.or_else(|| own.first()).copied()
}

fn fields(headers: &Headers, is_page: bool, reading: &Reading<'_>) -> Fields {
    let decoder = reading.file.decoder;
    let read = |name: &str| {
        headers
            .get(name)
            .map(|value| headers::decoded(value, decoder))
            .filter(|value| !value.is_empty())
    };
    let mut fields = Fields {
        url: read("snapshot-content-location").filter(|url| url.starts_with("http")),
        ..Fields::default()
    };
    // A browser dates the saving, not the article.
    if !is_page {
        fields.title = read("subject");
        if let Some(from) = read("from") {
            let name = from.split('<').next().unwrap_or("").trim().trim_matches('"');
            fields.by(name, reading.model);
        }
        if let Some(date) = headers.get("date") {
            fields.published = page::day(date.split_once(',').map_or(date, |(_, day)| day));
        }
    }
    fields
}

/// The parts of a body that have content of their own, in order. A list of what is still to be cut, so that parts in
/// parts do not nest calls.
fn parts_of(bytes: &[u8], headers: Headers, body: Span, parts: &mut Vec<Part>) {
    let mut todo = vec![(headers, body, 0, false)];
    while let Some((headers, body, depth, alternative)) = todo.pop() {
        if parts.len() + todo.len() >= MOST_PARTS {
            return;
        }
        let kind = headers
            .get("content-type")
            .unwrap_or("text/plain")
            .to_ascii_lowercase();
        let boundary = headers
            .get("content-type")
            .and_then(|kind| value(kind, "boundary"));
        let Some(boundary) = boundary.filter(|_| kind.starts_with("multipart/") && depth < DEEPEST) else {
            parts.push(Part {
                headers,
                content: body,
                alternative,
            });
            continue;
        };
        let alternative = alternative || kind.starts_with("multipart/alternative");
        let mut found = Vec::new();
        for part in cut(bytes, body, &boundary) {
            let (headers, content) = headers::split(bytes, part);
            found.push((headers, content, depth + 1, alternative));
            if found.len() + todo.len() >= MOST_PARTS {
                break;
            }
        }
        todo.extend(found.into_iter().rev());
    }
}

/// The stretches between the lines that a boundary makes. The last may lack its closing line.
fn cut(bytes: &[u8], body: Span, boundary: &str) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut open: Option<usize> = None;
    let mut at = body.start();
    while at < body.end() {
        let line = &bytes[at..body.end()];
        let width = line
            .iter()
            .position(|&b| b == b'\n')
            .map_or(line.len(), |end| end + 1);
        let rest = line[..width]
            .trim_ascii_end()
            .strip_prefix(b"--")
            .and_then(|rest| rest.strip_prefix(boundary.as_bytes()));
        if let Some(rest) = rest.filter(|rest| rest.is_empty() || *rest == b"--") {
            if let Some(start) = open {
                parts.push(Span::new(start, before_break(bytes, start, at)));
            }
            open = rest.is_empty().then_some(at + width);
        }
        at += width;
    }
    parts.extend(open.map(|start| Span::new(start.min(body.end()), body.end())));
    parts
}

/// The line break in front of a boundary belongs to it.
fn before_break(bytes: &[u8], start: usize, end: usize) -> usize {
    let end = if end > start && bytes[end - 1] == b'\n' {
        end - 1
    } else {
        end
    };
    if end > start && bytes[end - 1] == b'\r' {
        end - 1
    } else {
        end
    }
}

impl Part {
    /// Its media type in lower case.
    fn kind(&self) -> String {
        let kind = self.headers.get("content-type").unwrap_or("text/plain");
        kind.split(';').next().unwrap_or("").trim().to_ascii_lowercase()
    }

    fn name(&self) -> Option<String> {
        let named = |header: &str, key: &str| self.headers.get(header).and_then(|line| value(line, key));
        named("content-disposition", "filename").or_else(|| named("content-type", "name"))
    }

    /// Whether it is the mail's own text.
    fn is_text(&self) -> bool {
        let attached = self
            .headers
            .get("content-disposition")
            .is_some_and(|line| line.to_ascii_lowercase().starts_with("attachment"));
        matches!(self.kind().as_str(), "text/plain" | "text/html") && !attached && self.name().is_none()
    }

    /// Whether it can be an article: pictures, styles, signatures and calendars never are.
    fn is_document(&self) -> bool {
        let kind = self.kind();
        let never = [
            "image/",
            "audio/",
            "video/",
            "font/",
            "text/css",
            "text/calendar",
            "text/vcard",
        ];
        let signature = kind.contains("signature") || kind.contains("pkcs7");
        !self.alternative && !signature && !never.iter().any(|never| kind.starts_with(never))
    }

    /// Its content, without what made it fit to be sent.
    fn decoded(&self, bytes: &[u8]) -> (Vec<u8>, Positions) {
        let encoding = self
            .headers
            .get("content-transfer-encoding")
            .unwrap_or("")
            .trim()
            .to_ascii_lowercase();
        let content = &bytes[self.content.range()];
        match encoding.as_str() {
            "quoted-printable" => transfer::quoted_printable(content, self.content.start()),
            "base64" => transfer::base64(content, self.content.start()),
            _ => (
                content.to_vec(),
                Positions::shifted(self.content.start(), content.len()),
            ),
        }
    }

    fn read(&self, reading: &mut Reading<'_>, bytes: &[u8], format: Format, fields: &Fields) {
        let (decoded, positions) = self.decoded(bytes);
        let charset = self.charset();
        let first = reading.count();
        reading.read(&Piece {
            format: Some(format),
            charset: charset.as_deref(),
            ..Piece::new("", &decoded)
        });
        reading.complete(first, fields, Some(&positions));
    }

    /// Reads an attachment.
    fn member(&self, reading: &mut Reading<'_>, bytes: &[u8]) {
        let (decoded, positions) = self.decoded(bytes);
        let charset = self.charset();
        let name = self
            .name()
            .map(|name| headers::decoded(&name, reading.file.decoder));
        let name = name.unwrap_or_else(|| {
            if self.kind() == "message/rfc822" {
                "forwarded mail".to_owned()
            } else {
                "attachment".to_owned()
            }
        });
        let first = reading.count();
        reading.member(&Piece {
            charset: charset.as_deref(),
            ..Piece::new(&name, &decoded)
        });
        reading.complete(first, &Fields::default(), Some(&positions));
    }

    fn charset(&self) -> Option<String> {
        self.headers
            .get("content-type")
            .and_then(|kind| value(kind, "charset"))
    }
}
