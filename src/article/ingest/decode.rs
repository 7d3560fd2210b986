//! Bytes to text.

use super::encodings::Decoder;
use super::mojibake;
use super::reading::Piece;
use crate::article::document::{Note, NoteKind};
use crate::error::ErrorKind;

/// A decoded text and what was noticed.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) notes: Vec<Note>,
}

/// One control character in so many shows that this is no text. Prose has none; files of old word processors have
/// a few, and pictures and programs far more.
const CONTROLS: usize = 100;

/// A file is damaged UTF-8, not another encoding, where for each bad byte so many characters of several bytes are
/// right: in windows-1252 such characters hardly ever come out right by chance.
const RIGHT_FOR_BAD: usize = 4;

/// Bytes that are looked at to tell UTF-16 without a mark.
const SAMPLE: usize = 4096;

/// Decodes by byte order mark, then strict UTF-8, then windows-1252.
///
/// # Errors
///
/// [`ErrorKind::Binary`] where the bytes are no text in any of them.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, ErrorKind> {
    let (text, message) = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        [0xFF, 0xFE, rest @ ..] => (
            utf16(rest, u16::from_le_bytes),
            Some("Read as UTF-16.".to_owned()),
        ),
        [0xFE, 0xFF, rest @ ..] => (
            utf16(rest, u16::from_be_bytes),
            Some("Read as UTF-16.".to_owned()),
        ),
        _ => match unmarked_utf16(bytes) {
            Some(order) => (
                utf16(bytes, order),
                Some("Read as UTF-16, which the file does not say.".to_owned()),
            ),
            None => utf8(bytes),
        },
    };
    let note = |message| Note {
        kind: NoteKind::Encoding,
        span: None,
        message,
    };
    sound(mojibake::repaired(Decoded {
        text,
        notes: message.into_iter().map(note).collect(),
    }))
}

/// UTF-8, damaged UTF-8 or windows-1252.
fn utf8(bytes: &[u8]) -> (String, Option<String>) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), None);
    }
    let (mut right, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += chunk.invalid().len();
    }
    if right >= RIGHT_FOR_BAD * bad {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let places = text.matches('\u{FFFD}').count();
        let message = format!("{places} damaged characters are shown as \u{FFFD}; the rest is UTF-8.");
        return (text, Some(message));
    }
    let text = bytes.iter().map(|&byte| windows_1252(byte)).collect();
    (
        text,
        Some("Read as windows-1252, because the file is not UTF-8.".to_owned()),
    )
}

fn utf16(bytes: &[u8], order: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks(2).map(|pair| match *pair {
        [first, second] => order([first, second]),
        // A last byte without its partner.
        _ => 0xFFFD,
    });
    char::decode_utf16(units)
        .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

/// The byte order of UTF-16 without a mark: text in a Latin script has a zero in every other byte.
fn unmarked_utf16(bytes: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let zeros = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), sample.len() / 2);
    // More than half of one kind and nearly none of the other.
    if half < 2 {
        None
    } else if odd * 2 > half && even * 20 < half {
        Some(u16::from_le_bytes)
    } else if even * 2 > half && odd * 20 < half {
        Some(u16::from_be_bytes)
    } else {
        None
    }
}

/// A text that is one: garbled marks have control characters in them, so it is asked when they are repaired.
fn sound(decoded: Decoded) -> Result<Decoded, ErrorKind> {
    if is_binary(&decoded.text) {
        return Err(ErrorKind::Binary);
    }
    Ok(decoded)
}

fn is_binary(text: &str) -> bool {
    let is_control = |c: &char| (c.is_control() && !c.is_whitespace()) || *c == '\u{FFFD}';
    let controls = text.chars().filter(is_control).count();
    controls * CONTROLS > text.chars().count()
}

/// A byte of windows-1252, as the WHATWG's Encoding Standard maps it: 0x80 to 0x9F differ from Latin-1.
pub(super) fn windows_1252(byte: u8) -> char {
    #[rustfmt::skip]
    const UPPER: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => UPPER[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// Decodes a piece: by its byte order mark, as UTF-8 where it is that, or by `decoder` as its container or the piece
/// itself declares.
///
/// # Errors
///
/// As [`decode`].
pub(super) fn declared(piece: &Piece<'_>, decoder: Decoder) -> Result<Decoded, ErrorKind> {
    let bytes = piece.bytes;
    let label = || {
        piece
            .charset
            .or_else(|| label(bytes, "charset="))
            .or_else(|| label(bytes, "encoding="))
    };
    labelled(bytes, label, decoder)
}

/// Decodes a piece of plain text, which declares nothing itself.
///
/// # Errors
///
/// As [`decode`].
pub(super) fn text(piece: &Piece<'_>, decoder: Decoder) -> Result<Decoded, ErrorKind> {
    labelled(piece.bytes, || piece.charset, decoder)
}

fn labelled<'a>(
    bytes: &[u8],
    label: impl Fn() -> Option<&'a str>,
    decoder: Decoder,
) -> Result<Decoded, ErrorKind> {
    let marked = bytes.starts_with(b"\xEF\xBB\xBF")
        || bytes.starts_with(b"\xFF\xFE")
        || bytes.starts_with(b"\xFE\xFF");
    // Encodings that shift by escapes look like ASCII.
    if marked || std::str::from_utf8(bytes).is_ok() && !bytes.contains(&0x1B) {
        return decode(bytes);
    }
    let said = label().and_then(|label| decoder(label, bytes));
    let why = if said.is_some() {
        "as the file says"
    } else {
        "by its letters"
    };
    let guessed = || {
        is_central(bytes)
            .then(|| decoder("windows-1250", bytes))
            .flatten()
    };
    let Some((text, name)) = said.or_else(guessed) else {
        return decode(bytes);
    };
    sound(mojibake::repaired(Decoded {
        text,
        notes: vec![Note {
            kind: NoteKind::Encoding,
            span: None,
            message: format!("Read as {name}, {why}."),
        }],
    }))
}

/// Bytes beside letters that together stand for letters of one language of Central Europe: ł ą ż ę, ő ű, š ž č. In
/// windows-1252 no language has all of a row.
const CENTRAL: [&[u8]; 3] = [b"\xB3\xB9\xBF\xEA", b"\xF5\xFB", b"\x9A\x9E\xE8"];

/// Whether a text that says nothing of it is in windows-1250, and not in windows-1252.
fn is_central(bytes: &[u8]) -> bool {
    const OFTEN: u32 = 2;
    let mut seen = [0_u32; 256];
    for three in bytes.windows(3) {
        let in_a_word = three[0].is_ascii_alphabetic() || three[2].is_ascii_alphabetic();
        seen[usize::from(three[1])] += u32::from(in_a_word);
    }
    let is_told = |row: &&[u8]| row.iter().all(|&byte| seen[usize::from(byte)] >= OFTEN);
    !bytes.contains(&0) && CENTRAL.iter().any(is_told)
}

/// The encoding that markup names behind `key` in its first bytes.
fn label<'a>(bytes: &'a [u8], key: &str) -> Option<&'a str> {
    /// Where the standard lets browsers look.
    const WITHIN: usize = 1024 * 4;
    let head = &bytes[..bytes.len().min(WITHIN)];
    let at = head
        .windows(key.len())
        .position(|window| window.eq_ignore_ascii_case(key.as_bytes()))?;
    let rest = head[at + key.len()..].trim_ascii_start();
    let rest = rest
        .strip_prefix(b"\"")
        .or_else(|| rest.strip_prefix(b"'"))
        .unwrap_or(rest);
    let end = rest
        .iter()
        .position(|b| !b.is_ascii_alphanumeric() && !matches!(b, b'-' | b'_' | b':'));
    std::str::from_utf8(&rest[..end.unwrap_or(rest.len())]).ok()
}
