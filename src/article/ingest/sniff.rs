//! Which format a file has, by its content first and its name last.

use super::{File, Format};
use crate::error::ErrorKind;

/// Formats that begin with certain bytes and cannot be read yet: where the bytes stand, the format with its article,
/// and what to do instead.
#[rustfmt::skip]
const MAGIC: &[(usize, &[u8], &str, &str)] = &[
    (0, b"%PDF-", "a PDF", COPY),
    (0, b"PK\x03\x04", "a ZIP archive or an Office document", "unpack it, or save the document as plain text"),
    (0, b"PK\x05\x06", "an empty ZIP archive", "check that it was saved completely"),
    (0, b"\xD0\xCF\x11\xE0", "an old Office document", "save it as plain text and drop that file"),
    (0, b"{\\rtf", "an RTF document", "save it as plain text and drop that file"),
    (0, b"bplist", "a Safari web archive", COPY),
    (0, b"\x1F\x8B", "a gzip archive", "unpack it first"),
    (0, b"7z\xBC\xAF\x27\x1C", "a 7-Zip archive", "unpack it first"),
    (0, b"Rar!", "a RAR archive", "unpack it first"),
    (0, b"\x89PNG", "a picture", PICTURE),
    (0, b"\xFF\xD8\xFF", "a picture", PICTURE),
    (0, b"GIF8", "a picture", PICTURE),
    (8, b"WEBP", "a picture", PICTURE),
    (4, b"ftypheic", "a picture", PICTURE),
    (4, b"ftypavif", "a picture", PICTURE),
    (0, b"II*\0", "a picture", PICTURE),
    (0, b"MM\0*", "a picture", PICTURE),
    (4, b"ftyp", "a video or sound recording", RECORDING),
    (0, b"ID3", "a sound recording", RECORDING),
    (0, b"\xFF\xFB", "a sound recording", RECORDING),
    (0, b"OggS", "a sound recording", RECORDING),
    (8, b"WAVE", "a sound recording", RECORDING),
    (0, b"\x1A\x45\xDF\xA3", "a video", RECORDING),
];

const COPY: &str = "open it, copy the article’s text and paste it here";
const PICTURE: &str = "type its words, or run text recognition on it, and paste them here";
const RECORDING: &str = "paste a transcript of it here";

/// Formats of text that cannot be read yet: how the text begins, in lower case and without white space before it.
#[rustfmt::skip]
const TEXTUAL: &[(&str, &str, &str)] = &[
    ("<?xml", "an XML file", COPY),
    ("<rss", "a news feed", COPY),
    ("[internetshortcut]", "a link to a page", "open the page, copy the article’s text and paste it here"),
    ("mime-version:", "a mail or a saved page (MHTML)", COPY),
    ("warc/", "a web archive (WARC)", COPY),
];

/// Bytes at the head of a file that tell its format.
const HEAD: usize = 4096;

/// The format of a file.
///
/// # Errors
///
/// [`ErrorKind::Unsupported`] where it is one that cannot be read yet.
pub(super) fn format(file: &File<'_>) -> Result<Format, ErrorKind> {
    let begins = |&&(at, magic, ..): &&(usize, &[u8], _, _)| {
        file.bytes.get(at..).is_some_and(|rest| rest.starts_with(magic))
    };
    if let Some(&(_, _, format, remedy)) = MAGIC.iter().find(begins) {
        return Err(ErrorKind::Unsupported { format, remedy });
    }
    let head = String::from_utf8_lossy(&file.bytes[..file.bytes.len().min(HEAD)]);
    let head = head.trim_start_matches('\u{FEFF}').trim_start();
    let lower = head.to_ascii_lowercase();
    if is_page(&lower) {
        return Ok(Format::Page);
    }
    if let Some(&(_, format, remedy)) = TEXTUAL.iter().find(|(start, ..)| lower.starts_with(start)) {
        return Err(ErrorKind::Unsupported { format, remedy });
    }
    let named = |ending: &str| file.name.to_ascii_lowercase().ends_with(ending);
    let markdown = named(".md") || named(".markdown") || !named(".txt") && is_markdown(head);
    Ok(if markdown { Format::Markdown } else { Format::Text })
}

/// Whether a text is a page or a piece of one: it begins with markup of HTML, comments and declarations aside.
fn is_page(lower: &str) -> bool {
    #[rustfmt::skip]
    const FIRST: &[&str] = &[
        "!doctype html", "html", "head", "body", "meta", "title", "main", "article", "section", "header", "div", "p", "h1", "h2",
        "span", "table",
    ];
    let mut rest = lower;
    while let Some((opening, closing)) = [("<!--", "-->"), ("<?xml", "?>")]
        .into_iter()
        .find(|(o, _)| rest.starts_with(o))
    {
        let Some(end) = rest[opening.len()..].find(closing) else {
            return false;
        };
        rest = rest[opening.len() + end + closing.len()..].trim_start();
    }
    let Some(rest) = rest.strip_prefix('<') else {
        return false;
    };
    let named = |name: &&str| {
        rest.strip_prefix(*name)
            .is_some_and(|behind| behind.starts_with(['>', ' ', '\n', '\r', '\t', '/']))
    };
    FIRST.iter().any(named)
}

/// Whether a text without a telling name (a pasted one) is Markdown: it has a heading or front matter.
fn is_markdown(head: &str) -> bool {
    let is_heading = |line: &str| {
        let level = line.bytes().take_while(|&b| b == b'#').count();
        (1..=6).contains(&level) && line[level..].starts_with(' ')
    };
    head.starts_with("---\n") && head[4..].contains("\n---") || head.lines().any(is_heading)
}
