//! Damages a file as disks, networks and enemies do: cut, flipped, spliced, doubled, nested, with numbers that nobody
//! expects; what is packed in it is unpacked first and packed again.

use super::dice::Dice;
use super::packing;

/// A damaged file is at most so long: enough for a thousand elements in each other, and read in milliseconds.
const LONGEST: usize = 512 << 10;

/// Numbers at which counters break.
const NUMBERS: [&str; 10] = [
    "0",
    "-1",
    "1",
    "255",
    "65536",
    "2147483647",
    "4294967295",
    "18446744073709551616",
    "1e308",
    "99999999999999999999999999",
];

/// Pieces that mean something to one format or another.
#[rustfmt::skip]
const PIECES: [&str; 58] = [
    "<![CDATA[", "]]>", "<!--", "-->", "&#0;", "&#x110000;", "&amp;", "&bogus;", "<!DOCTYPE x [<!ENTITY a \"&a;\">]>", "</", "/>", "<p>",
    "</p>", "<div>", "<table><tr><td>", "<script>", "</script>", "<w:p>", "<w:t>", "<text:p>", "<item>", "</item>", "<entry>", "{", "}", "[",
    "]", "\"", "'", ",", ":", "\\", "\\u0000", "\\ud800", "\\'", "{\\*\\", "\\bin99999999 ", "\\uc99 ", "\\u-1?", "\r\n\r\n", "\n\n",
    "\r\n--", "\nFrom a@b Mon Jan 1 00:00:00 2031\n", "=?utf-8?B?", "=?utf-8?Q?=?=", "=\r\n", "Content-Type: multipart/mixed; boundary=\"\"\r\n",
    "Content-Transfer-Encoding: base64\r\n", "charset=utf-16", "\u{FEFF}", "\u{0}", "\u{202E}", "\u{200B}", "\u{FFFD}", "WARC/1.0\r\n",
    "Content-Length: 99999999\r\n", "End of Document", "stream\n",
];

/// Bytes beside which a format's pieces begin and end.
const BORDERS: &[u8] = b"<>{}[]()\",;:=\\/\n \0";

/// A damaged form of `file`; `other` is a file of the same format.
pub(crate) fn mutated(file: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut file = match dice.roll(4) {
        0 => file.to_vec(),
        _ => packing::inside(file, dice, &mut |inner, dice| flat(inner.to_vec(), other, dice))
            .unwrap_or_else(|| file.to_vec()),
    };
    // What is packed keeps its wrapping as a rule: otherwise nothing behind the wrapping is ever tried.
    if !packing::is_packed(&file) || dice.roll(5) == 0 {
        file = flat(file, other, dice);
    }
    file
}

/// One to four kinds of damage to the bytes as they are.
fn flat(mut file: Vec<u8>, other: &[u8], dice: &mut Dice) -> Vec<u8> {
    for _ in 0..=dice.roll(4) {
        match dice.roll(12) {
            0 => file.truncate(place(&file, dice)),
            1 => flip(&mut file, dice),
            2 => number(&mut file, dice),
            3 => binary(&mut file, dice),
            4 => double(&mut file, dice),
            5 => splice(&mut file, other, dice),
            6 | 7 => put(&mut file, PIECES[dice.roll(PIECES.len())].as_bytes(), dice),
            8 => nest(&mut file, dice),
            9 => remove(&mut file, dice),
            10 => put(&mut file, &[dice.roll(256) as u8], dice),
            _ => overwrite(&mut file, dice),
        }
        file.truncate(LONGEST);
    }
    file
}

/// A place in the file, beside a border as a rule.
fn place(file: &[u8], dice: &mut Dice) -> usize {
    let at = dice.roll(file.len() + 1);
    let border = file[at..]
        .iter()
        .take(200)
        .position(|byte| BORDERS.contains(byte));
    match (dice.roll(3), border) {
        (0, _) | (_, None) => at,
        (1, Some(on)) => at + on,
        (_, Some(on)) => at + on + 1,
    }
}

/// A stretch of the file of at most `most` bytes.
fn stretch(file: &[u8], most: usize, dice: &mut Dice) -> std::ops::Range<usize> {
    let start = place(file, dice);
    let length = 1 + dice.roll(most);
    let far = (start + length).min(file.len());
    let end = file[start..far].iter().rposition(|byte| BORDERS.contains(byte));
    start..end.filter(|_| dice.roll(2) == 0).map_or(far, |on| start + on + 1)
}

fn flip(file: &mut [u8], dice: &mut Dice) {
    for _ in 0..=dice.roll(12) {
        let at = dice.roll(file.len().max(1));
        if let Some(byte) = file.get_mut(at) {
            *byte ^= 1 << dice.roll(8);
        }
    }
}

/// Puts another number in place of one.
fn number(file: &mut Vec<u8>, dice: &mut Dice) {
    let from = dice.roll(file.len() + 1);
    let Some(on) = file[from..].iter().position(u8::is_ascii_digit) else {
        return;
    };
    let start = from + on;
    let length = file[start..]
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let number = NUMBERS[dice.roll(NUMBERS.len())].bytes();
    file.splice(start..start + length, number);
}

/// Puts an extreme in place of two or four bytes, as binary formats count.
fn binary(file: &mut [u8], dice: &mut Dice) {
    let width = [1, 2, 4][dice.roll(3)];
    let at = dice.roll(file.len().max(1));
    let extreme = [0, 0xFF, 0x7F, 0x80, 1][dice.roll(5)];
    if let Some(bytes) = file.get_mut(at..at + width) {
        bytes.fill(extreme);
    }
}

fn double(file: &mut Vec<u8>, dice: &mut Dice) {
    let piece = file[stretch(file, 4000, dice)].to_vec();
    put(file, &piece, dice);
}

fn splice(file: &mut Vec<u8>, other: &[u8], dice: &mut Dice) {
    file.truncate(place(file, dice));
    file.extend_from_slice(&other[place(other, dice)..]);
}

fn put(file: &mut Vec<u8>, piece: &[u8], dice: &mut Dice) {
    let at = place(file, dice);
    file.splice(at..at, piece.iter().copied());
}

/// Repeats a short piece so often that it stands in itself hundreds of times.
fn nest(file: &mut Vec<u8>, dice: &mut Dice) {
    let piece = match dice.roll(2) {
        0 => PIECES[dice.roll(PIECES.len())].as_bytes().to_vec(),
        _ => file[stretch(file, 60, dice)].to_vec(),
    };
    let times = [8, 200, 3000][dice.roll(3)];
    put(file, &piece.repeat(times), dice);
}

fn remove(file: &mut Vec<u8>, dice: &mut Dice) {
    let gone = stretch(file, 2000, dice);
    file.drain(gone);
}

/// Copies a stretch over another.
fn overwrite(file: &mut [u8], dice: &mut Dice) {
    let from = stretch(file, 300, dice);
    let to = dice.roll(file.len() - from.len() + 1);
    file.copy_within(from, to);
}
