//! What makes bytes fit to be sent, after RFC 2045, undone with the place of each byte.

use crate::article::ingest::positions::Positions;

/// Undoes quoted-printable. `at` is where the content stands in its file.
pub(super) fn quoted_printable(content: &[u8], at: usize) -> (Vec<u8>, Positions) {
    let mut out = Vec::with_capacity(content.len());
    let mut positions = Positions::default();
    positions.stretch(0, at);
    let mut from = 0;
    while from < content.len() {
        let (width, byte) = match content[from..] {
            [b'=', b'\r', b'\n', ..] => (3, None),
            [b'=', b'\n', ..] => (2, None),
            [b'=', high, low, ..] => match hex(high, low) {
                Some(byte) => (3, Some(byte)),
                None => (1, Some(b'=')),
            },
            [byte, ..] => (1, Some(byte)),
            [] => break,
        };
        out.extend(byte);
        from += width;
        if width > 1 {
            positions.stretch(out.len(), at + from);
        }
    }
    positions.close(out.len(), at + content.len());
    (out, positions)
}

/// Undoes escapes of two hexadecimal digits behind `mark`; in headers an underscore is a space.
pub(super) fn escaped(content: &[u8], mark: u8, underscores: bool) -> Vec<u8> {
    let mut out = Vec::with_capacity(content.len());
    let mut rest = content;
    while let [first, tail @ ..] = rest {
        let byte = match *tail {
            [high, low, ..] if *first == mark => hex(high, low),
            _ => None,
        };
        out.push(match byte {
            Some(byte) => byte,
            None if *first == b'_' && underscores => b' ',
            None => *first,
        });
        rest = &tail[if byte.is_some() { 2 } else { 0 }..];
    }
    out
}

fn hex(high: u8, low: u8) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    Some((digit(high)? * 16 + digit(low)?) as u8)
}

/// Undoes base64, passing over what is none of its characters. `at` is where the content stands in its file.
pub(super) fn base64(content: &[u8], at: usize) -> (Vec<u8>, Positions) {
    let mut out = Vec::with_capacity(content.len() / 4 * 3);
    let mut positions = Positions::quads();
    let (mut bits, mut held) = (0_u32, 0);
    // Lines need no anchor inside.
    let mut broken = true;
    for (from, &byte) in content.iter().enumerate() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => break,
            _ => {
                broken = true;
                continue;
            }
        };
        if broken && held == 0 {
            positions.stretch(out.len(), at + from);
            broken = false;
        }
        bits = bits << 6 | u32::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push((bits >> held) as u8);
        }
    }
    positions.close(out.len(), at + content.len());
    (out, positions)
}
