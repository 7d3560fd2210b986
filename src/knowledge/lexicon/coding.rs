//! How forms that begin alike are written behind one another: each by how much of the one before it begins with, and the
//! rest. It is used by the build (`pack.rs`) and by the reader.
//!
//! How much is one control character, so that it also ends the form before; tab, line feed and carriage return are none.

/// The most bytes that two forms are said to share.
#[allow(dead_code)] // the build alone writes
pub(crate) const MOST: usize = 25;

/// Of how many signs stand before tab.
const LOW: usize = 8;

/// The first sign behind carriage return.
const HIGH: u8 = 14;

/// The sign for so many bytes, at most [`MOST`].
#[allow(dead_code)] // the build alone writes
pub(crate) fn sign(shared: usize) -> char {
    let shared = shared as u8;
    char::from(if (shared as usize) < LOW {
        shared + 1
    } else {
        shared - LOW as u8 + HIGH
    })
}

/// The bytes that a sign stands for; `None` where it is none.
#[allow(dead_code)] // the page alone reads
pub(crate) fn shared(sign: char) -> Option<usize> {
    let sign = u8::try_from(sign).ok().filter(u8::is_ascii_control)?;
    match sign {
        1..=8 => Some(sign as usize - 1),
        HIGH..=31 => Some((sign - HIGH) as usize + LOW),
        _ => None,
    }
}
