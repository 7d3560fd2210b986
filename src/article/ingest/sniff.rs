//! Which format a file has, by its content first and its name last.

use super::reading::Piece;
use super::{Format, mail, records};
use crate::error::ErrorKind;

/// Formats that begin with certain bytes and are read.
const READ: &[(&[u8], Format)] = &[
    (b"PK\x03\x04", Format::Zip),
    (b"PK\x05\x06", Format::Zip),
    (b"\x1F\x8B", Format::Gzip),
    (b"{\\rtf", Format::Rtf),
    (b"bplist", Format::WebArchive),
    (b"WARC/", Format::Warc),
    (b"%PDF-", Format::Pdf),
];

/// Formats that begin with certain bytes and cannot be read: where the bytes stand, the format with its article, and
/// what to do instead.
#[rustfmt::skip]
const MAGIC: &[(usize, &[u8], &str, &str)] = &[
    (0, b"\xD0\xCF\x11\xE0", "an old Office document", "save it as .docx or plain text and drop that file"),
    (0, b"7z\xBC\xAF\x27\x1C", "a 7-Zip archive", "unpack it first"),
    (0, b"Rar!", "a RAR archive", "unpack it first"),
    (0, b"\x89PNG", PICTURE_NAME, PICTURE),
    (0, b"\xFF\xD8\xFF", PICTURE_NAME, PICTURE),
    (0, b"GIF8", PICTURE_NAME, PICTURE),
    (8, b"WEBP", PICTURE_NAME, PICTURE),
    (4, b"ftypheic", PICTURE_NAME, PICTURE),
    (4, b"ftypavif", PICTURE_NAME, PICTURE),
    (0, b"II*\0", PICTURE_NAME, PICTURE),
    (0, b"MM\0*", PICTURE_NAME, PICTURE),
    (4, b"ftyp", "a video or sound recording", RECORDING),
    (0, b"ID3", "a sound recording", RECORDING),
    (0, b"\xFF\xFB", "a sound recording", RECORDING),
    (0, b"OggS", "a sound recording", RECORDING),
    (8, b"WAVE", "a sound recording", RECORDING),
    (0, b"\x1A\x45\xDF\xA3", "a video", RECORDING),
];

const PICTURE: &str = "type its words, or run text recognition on it, and paste them here";
const RECORDING: &str = "paste a transcript of it here";

const PICTURE_NAME: &str = "a picture";

/// What is said of a link.
pub(super) const LINK: ErrorKind = ErrorKind::Unsupported {
    format: "a link to a page",
    remedy: "open the page, save it with your browser and drop the saved file",
};

/// How a link to a page begins that a system saved as a file, in lower case.
const LINKS: [&str; 2] = ["[internetshortcut]", "[desktop entry]"];

/// What a link as XML holds and nothing else does: Apple's ".webloc".
const WEBLOC: &str = "<key>url</key>";

/// Bytes at the head of a file that tell its format.
const HEAD: usize = 4096;

/// The format of a piece.
///
/// # Errors
///
/// [`ErrorKind::Unsupported`] where it is one that cannot be read yet, [`ErrorKind::Protected`] where only a password
/// opens it.
pub(super) fn format(piece: &Piece<'_>) -> Result<Format, ErrorKind> {
    let bytes = piece.bytes;
    if let Some(&(_, format)) = READ.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Ok(format);
    }
    // Word with a password is kept in the old format.
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") && names_encryption(bytes) {
        return Err(ErrorKind::Protected {
            format: "an Office document",
        });
    }
    let begins = |&&(at, magic, ..): &&(usize, &[u8], _, _)| {
        bytes.get(at..).is_some_and(|rest| rest.starts_with(magic))
    };
    if let Some(&(_, _, format, remedy)) = MAGIC.iter().find(begins) {
        return Err(ErrorKind::Unsupported { format, remedy });
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    // Of UTF-16 every other byte of markup is zero, and its mark is no UTF-8.
    let head = if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        head.replace(['\0', '\u{FFFD}'], "")
    } else {
        head.into_owned()
    };
    let head = head.trim_start_matches('\u{FEFF}').trim_start();
    textual(piece, head)
}

/// Whether a compound file lists an encrypted package among its parts.
fn names_encryption(bytes: &[u8]) -> bool {
    const NAME: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
    bytes.windows(NAME.len()).any(|window| window == NAME)
}

/// The format of a piece that begins with the text `head`.
fn textual(piece: &Piece<'_>, head: &str) -> Result<Format, ErrorKind> {
    let lower = head.to_ascii_lowercase();
    let named = |ending: &str| piece.name.to_ascii_lowercase().ends_with(ending);
    let is_link = LINKS.iter().any(|link| lower.starts_with(link))
        || lower.starts_with("<?xml") && lower.contains(WEBLOC)
        || is_address(&lower);
    match () {
        () if is_link => Err(LINK),
        () if is_page(&lower) => Ok(Format::Page),
        () if lower.starts_with("<?xml") || is_feed(&lower) => Ok(Format::Xml),
        () if mail::is_head(head) => Ok(Format::Mail),
        () if is_json(head) => Ok(if named(".jsonl") || named(".ndjson") {
            Format::JsonLines
        } else {
            Format::Json
        }),
        () if records::is_header(head.lines().next().unwrap_or("")) => Ok(Format::Table),
        () if named(".md") || named(".markdown") || !named(".txt") && is_markdown(head) => {
            Ok(Format::Markdown)
        }
        () => Ok(Format::Text),
    }
}

/// Whether a text is the address of a page and nothing else.
fn is_address(lower: &str) -> bool {
    let text = lower.trim();
    text.starts_with("http")
        && text.contains("://")
        && text.len() < 2_000
        && !text.contains(char::is_whitespace)
}

/// Whether a text is XML of news without a declaration in front.
fn is_feed(lower: &str) -> bool {
    let begins = [
        "<rss",
        "<feed",
        "<rdf:rdf",
        "<nitf",
        "<newsml",
        "<newsitem",
        "<newsmessage",
    ];
    begins.iter().any(|begin| lower.starts_with(begin))
}

/// Whether a text is JSON: a list of objects, or an object with a key.
fn is_json(head: &str) -> bool {
    let inner = head.strip_prefix('[').map_or(head, str::trim_start);
    let Some(inner) = inner.strip_prefix('{') else {
        return false;
    };
    inner.trim_start().starts_with('"') && inner.contains(':')
}

/// Whether a text is a page or a piece of one: it begins with markup of HTML, comments and declarations aside.
fn is_page(lower: &str) -> bool {
    #[rustfmt::skip]
    const FIRST: &[&str] = &[
        "!doctype html", "html", "head", "body", "meta", "title", "main", "article", "section", "header", "div", "p", "h1", "h2",
        "span", "table",
    ];
    if lower.starts_with("<!--startfragment-->") {
        return true;
    }
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
