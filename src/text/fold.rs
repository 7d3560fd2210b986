//! Folded views: what two spellings have in common when only house style parts them.

use std::borrow::Cow;

use super::class;

/// A word as it is compared: lower case, straight quotation marks, one dash, no full stops in an abbreviation
/// ("U.S." is "us"). Borrowed where nothing had to change.
pub fn word(word: &str) -> Cow<'_, str> {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    // Most words are plain or have one capital, most marks stand alone and mean themselves.
    if word.bytes().all(plain) || word.len() == 1 && word.bytes().all(|b| b.is_ascii_punctuation()) {
        return Cow::Borrowed(word);
    }
    if word.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return Cow::Owned(word.to_ascii_lowercase());
    }
    let abbreviation = word.contains('.') && word.chars().any(char::is_alphabetic);
    let mut folded = String::with_capacity(word.len());
    for c in word.chars() {
        if c == '.' && abbreviation {
            continue;
        }
        folded.extend(character(c).to_lowercase());
    }
    Cow::Owned(folded)
}

/// For each byte of a word what it is folded to, where folding does no more than make letters small; else 0. Most words
/// have no other bytes.
pub static PLAIN: [u8; 256] = plain();

const fn plain() -> [u8; 256] {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 128_u8 {
        if byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'\'' {
            table[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    table
}

/// A character without typographic style: curly quotation marks made straight, every dash a hyphen, every space
/// plain. Case stays.
pub fn character(c: char) -> char {
    if class::is_double_quote(c) {
        '"'
    } else if class::is_single_quote(c) || c == 'ʼ' {
        '\''
    } else if class::is_dash(c) || class::is_hyphen(c) {
        '-'
    } else if c.is_whitespace() {
        ' '
    } else {
        c
    }
}

/// A small letter of European alphabets without its accent; any other character as it is.
pub fn unaccented(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' | 'ģ' | 'ġ' => 'g',
        'ì'..='ï' | 'ī' | 'į' | 'ı' => 'i',
        'ķ' => 'k',
        'ł' | 'ļ' | 'ľ' | 'ĺ' => 'l',
        'ñ' | 'ń' | 'ň' | 'ņ' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' | 'ŕ' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' | 'ų' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        _ => c,
    }
}

/// A text as it is compared when only style may differ: characters folded, white space collapsed and cut at the
/// ends. Case stays.
pub fn style(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().map(character));
    }
    folded
}
