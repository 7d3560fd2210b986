//! UTF-8 that was once read as windows-1252 and saved so ("â€™" for "’"): noticed and repaired.

use super::decode::{Decoded, windows_1252};
use crate::article::document::{Note, NoteKind};

/// The byte that windows-1252 shows as this character.
fn byte(c: char) -> Option<u8> {
    match u32::from(c) {
        code @ (0..=0x7F | 0xA0..=0xFF) => Some(code as u8),
        _ => (0x80..=0x9F).find(|&byte| windows_1252(byte) == c),
    }
}

/// The character that the beginning of `text` stands for, and how many bytes of `text` are that beginning.
fn whole(text: &str) -> Option<(char, usize)> {
    let first = text.chars().next().filter(|c| !c.is_ascii()).and_then(byte)?;
    let length = match first {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let mut bytes = [0; 4];
    let mut taken = 0;
    let mut chars = text.chars();
    for place in &mut bytes[..length] {
        let c = chars.next()?;
        *place = byte(c)?;
        taken += c.len_utf8();
    }
    let c = std::str::from_utf8(&bytes[..length]).ok()?.chars().next()?;
    Some((c, taken))
}

/// Repairs a text where it speaks for itself: a sequence of three or four, or two of two, which no language writes.
pub(super) fn repaired(mut decoded: Decoded) -> Decoded {
    let text = &decoded.text;
    if !text.contains(['Ã', 'Â', 'â', 'ð', 'Ð', 'Ñ', 'Å', 'Ä', 'Î', 'Ï']) {
        return decoded;
    }
    let (mut out, mut places, mut weight) = (String::with_capacity(text.len()), 0, 0);
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let found = if c.is_ascii() { None } else { whole(&text[at..]) };
        if let Some((right, taken)) = found {
            out.push(right);
            places += 1;
            weight += text[at..at + taken].chars().count() - 1;
            at += taken;
        } else {
            out.push(c);
            at += c.len_utf8();
        }
    }
    if weight >= 2 {
        decoded.text = out;
        let characters = if places == 1 {
            "1 garbled character was".to_owned()
        } else {
            format!("{places} garbled characters were")
        };
        decoded.notes.push(Note {
            kind: NoteKind::Encoding,
            span: None,
            message: format!("{characters} repaired: UTF-8 had been saved as windows-1252."),
        });
    }
    decoded
}
