//! The headers of a mail, after RFC 5322, and their values, after RFC 2047 and 2231.

use super::transfer;
use crate::article::ingest::encodings::Decoder;
use crate::text::Span;

/// Bytes of a header block that are read: long lists of relays have some ten thousand.
const LONGEST: usize = 256 * 1024;

/// Fields in their order, the names in lower case.
#[derive(Debug, Default)]
pub(super) struct Headers(Vec<(String, String)>);

impl Headers {
    /// The first field of this name.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

/// Fields that programs write and people do not, so that a text that begins "From: … Subject: …" stays a text.
#[rustfmt::skip]
const TECHNICAL: &[&str] = &[
    "mime-version:", "message-id:", "received:", "content-type:", "return-path:", "delivered-to:", "snapshot-content-location:",
];

/// Whether a text begins with the headers of a mail.
pub(in crate::article::ingest) fn is_head(head: &str) -> bool {
    let mut fields = 0;
    let mut technical = false;
    for (at, line) in head.lines().enumerate() {
        if line.is_empty() {
            break;
        }
        if at == 0 && parts_mails(line) {
            return true;
        }
        if line.starts_with([' ', '\t']) && fields > 0 {
            continue;
        }
        let name = line.split(':').next().unwrap_or("");
        let is_field = line.contains(':')
            && !name.is_empty()
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if !is_field {
            // The head of a long file may end within a line.
            return technical && fields > 2;
        }
        fields += 1;
        let lower = line.to_ascii_lowercase();
        technical |= TECHNICAL.iter().any(|field| lower.starts_with(field));
    }
    technical && fields > 1
}

/// Whether a line stands between the mails of a mailbox: "From", a sender, a day with its time of day and year.
fn parts_mails(line: &str) -> bool {
    let mut words = line.split_whitespace();
    line.starts_with("From ")
        && words.any(|word| word.len() == 8 && word.matches(':').count() == 2)
        && words
            .last()
            .is_some_and(|year| year.len() == 4 || year.starts_with('+'))
}

/// The fields at the beginning of a part, and where its content stands.
pub(super) fn split(bytes: &[u8], part: Span) -> (Headers, Span) {
    let mut headers: Vec<(String, String)> = Vec::new();
    let mut at = part.start();
    let last = part.end().min(part.start() + LONGEST);
    while at < last {
        let line = &bytes[at..part.end()];
        let width = line
            .iter()
            .position(|&b| b == b'\n')
            .map_or(line.len(), |end| end + 1);
        let line = String::from_utf8_lossy(line[..width].trim_ascii_end());
        at += width;
        if line.is_empty() {
            break;
        }
        if let Some((_, value)) = headers.last_mut().filter(|_| line.starts_with([' ', '\t'])) {
            value.push(' ');
            value.push_str(line.trim());
        } else if let Some((name, value)) = line.split_once(':') {
            headers.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
    (Headers(headers), Span::new(at.min(part.end()), part.end()))
}

/// A parameter of a field: `charset` in "text/html; charset=utf-8". One that is cut into pieces is joined.
pub(in crate::article::ingest) fn value(line: &str, key: &str) -> Option<String> {
    let mut joined: Option<String> = None;
    for parameter in parameters(line) {
        let Some((name, value)) = parameter.split_once('=') else {
            continue;
        };
        let (name, value) = (name.trim().to_ascii_lowercase(), value.trim());
        let value = value
            .strip_prefix('"')
            .map_or(value, |inner| inner.trim_end_matches('"'));
        let (bare, escaped) = name
            .strip_suffix('*')
            .map_or((name.as_str(), false), |bare| (bare, true));
        let whole = bare.split('*').next().unwrap_or(bare);
        if whole == key {
            let value = if escaped {
                unescaped(value)
            } else {
                value.replace("\\\"", "\"")
            };
            joined.get_or_insert_default().push_str(&value);
        }
    }
    joined.filter(|value| !value.is_empty())
}

/// What stands between the semicolons that are not in quotation marks.
fn parameters(line: &str) -> Vec<&str> {
    let mut quoted = false;
    let cut = |c: char| {
        quoted ^= c == '"';
        c == ';' && !quoted
    };
    line.split(cut).skip(1).collect()
}

/// The value of "utf-8'en'r%C3%A9sum%C3%A9.txt".
fn unescaped(value: &str) -> String {
    let value = value.rsplit('\'').next().unwrap_or(value);
    let bytes = transfer::escaped(value.as_bytes(), b'%', false);
    String::from_utf8(bytes).unwrap_or_else(|_| value.to_owned())
}

/// The text of a field with encoded words: "=?utf-8?Q?Caf=C3=A9?=".
pub(super) fn decoded(value: &str, decoder: Decoder) -> String {
    let mut out = String::new();
    let mut rest = value;
    while let Some(at) = rest.find("=?") {
        let Some((text, length)) = word(&rest[at..], decoder) else {
            out.push_str(&rest[..at + 2]);
            rest = &rest[at + 2..];
            continue;
        };
        // White space between two encoded words only parts their lines.
        let gap = &rest[..at];
        if !gap.trim().is_empty() || out.is_empty() {
            out.push_str(gap);
        }
        out.push_str(&text);
        rest = &rest[at + length..];
    }
    out.push_str(rest);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of the encoded word that `text` begins with, and its length.
fn word(text: &str, decoder: Decoder) -> Option<(String, usize)> {
    let mut fields = text[2..].splitn(3, '?');
    let (charset, encoding, rest) = (fields.next()?, fields.next()?, fields.next()?);
    let end = rest.find("?=")?;
    let bytes = match encoding {
        "B" | "b" => transfer::base64(&rest.as_bytes()[..end], 0).0,
        "Q" | "q" => transfer::escaped(&rest.as_bytes()[..end], b'=', true),
        _ => return None,
    };
    let length = 2 + charset.len() + 1 + encoding.len() + 1 + end + 2;
    let label = charset.split('*').next().unwrap_or(charset);
    let text = match String::from_utf8(bytes) {
        Ok(text) if !text.contains('\u{1B}') => text,
        Ok(text) => decoder(label, text.as_bytes())?.0,
        Err(error) => decoder(label, error.as_bytes())?.0,
    };
    Some((text, length))
}
