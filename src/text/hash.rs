//! Fingerprints: words and features as numbers, the same on every machine and in every run.

use super::fold;

/// Two odd constants with well spread bits (from the golden ratio and from `SplitMix64`).
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
const STIR: u64 = 0xBF58_476D_1CE4_E5B9;

/// A number made of two, so that small changes of either change about half the bits.
#[inline]
pub fn mix(a: u64, b: u64) -> u64 {
    let x = (a ^ b.wrapping_mul(SPREAD)).wrapping_mul(STIR);
    x ^ (x >> 29)
}

/// The last step: bits that a table can be addressed by.
#[inline]
pub fn finish(x: u64) -> u64 {
    let x = (x ^ (x >> 32)).wrapping_mul(SPREAD);
    x ^ (x >> 28)
}

/// The fingerprint of a word as it stands, quotation marks and dashes made plain.
pub fn exact(word: &str) -> u64 {
    if word.is_ascii() {
        bytes(word.bytes())
    } else {
        of_characters(word.chars().map(fold::character))
    }
}

/// The fingerprint of a word to the byte.
pub fn verbatim(word: &str) -> u64 {
    bytes(word.bytes())
}

/// The fingerprint of a word in lower case.
pub fn lower(word: &str) -> u64 {
    if word.is_ascii() {
        bytes(word.bytes().map(|b| b.to_ascii_lowercase()))
    } else {
        of_characters(word.chars().flat_map(char::to_lowercase).map(fold::character))
    }
}

/// The fingerprint of a word in lower case, and that of its first `bytes` alone, which end between two characters.
pub fn lower_with_head(word: &str, bytes: usize) -> (u64, u64) {
    if !word.is_ascii() {
        return (lower(word), lower(&word[..bytes]));
    }
    let small = |state, byte: &u8| step(state, byte.to_ascii_lowercase());
    let (head, rest) = word.as_bytes().split_at(bytes);
    let state = head.iter().fold(SPREAD, small);
    (finish(rest.iter().fold(state, small)), finish(state))
}

/// The fingerprint of a word in lower case, without the accents of European letters.
pub fn base(word: &str) -> u64 {
    if word.is_ascii() {
        return lower(word);
    }
    let small = word.chars().flat_map(char::to_lowercase).map(fold::character);
    of_characters(small.map(fold::unaccented))
}

/// The fingerprint of a run of characters.
pub fn of_characters(characters: impl Iterator<Item = char>) -> u64 {
    let mut buffer = [0; 4];
    let mut state = SPREAD;
    for c in characters {
        for &byte in c.encode_utf8(&mut buffer).as_bytes() {
            state = step(state, byte);
        }
    }
    finish(state)
}

fn bytes(bytes: impl Iterator<Item = u8>) -> u64 {
    finish(bytes.fold(SPREAD, step))
}

#[inline]
fn step(state: u64, byte: u8) -> u64 {
    (state ^ u64::from(byte)).wrapping_mul(STIR).rotate_left(23)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_curls_fold() {
        assert_eq!(lower("O’Brien"), lower("o'brien"));
        assert_ne!(exact("US"), exact("us"));
        assert_eq!(lower("ÅSA"), lower("åsa"));
    }
}
