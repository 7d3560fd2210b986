//! Who made a picture: "—Reuters", "(AP Photo/Jane Roe)", "Photo: Getty Images".

use crate::knowledge::lexicon::Lexicon;

/// How lines and endings that are credits begin.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "photo:", "photo by", "photos:", "photos by", "photo credit", "photograph:", "photograph by", "picture:",
    "picture by", "pictures:", "image:", "image by", "image credit", "image source", "credit:", "file photo:",
    "illustration:", "illustration by", "graphic:", "graphic by", "video:", "video by", "pic:", "courtesy of",
    "screenshot:", "screengrab:", "ap photo", "afp photo", "reuters/", "afp/", "ap/", "epa/", "pa/",
];

/// Characters from the end in which a credit must begin: "(AP Photo/…)" with two names and a month has 80.
const LONGEST: usize = 90;

/// Whether the line is a credit and nothing else.
pub(super) fn is_credit(line: &str, lexicon: &Lexicon) -> bool {
    let bare = line.trim_matches(|c: char| !c.is_alphanumeric());
    is_labelled(bare) || bare.contains('/') && agency(bare, lexicon).is_some()
}

/// The credit at the end of `text`: the byte where its sign stands ("—", "(") and the agency or picture service that
/// it names; an empty name where it names none that is listed.
pub(super) fn at_end<'a>(text: &str, lexicon: &'a Lexicon) -> Option<(usize, &'a str)> {
    let tail = tail(text);
    let before = text.len() - tail.len();
    let starts = tail.char_indices().filter_map(|(at, c)| match c {
        '—' | '–' | '―' | '|' | '(' | '[' => Some(at + c.len_utf8()),
        '-' if tail[at..].starts_with("- ") || tail[at..].starts_with("--") => Some(at + 1),
        '/' if tail[at..].starts_with("/ ") => Some(at + 1),
        // A credit that follows a finished sentence.
        '.' if tail[at..].starts_with(". ") => Some(at + 1),
        _ => None,
    });
    for start in starts {
        let piece = tail[start..].trim_matches(|c: char| !c.is_alphanumeric());
        if piece.is_empty() {
            continue;
        }
        if let Some(name) = agency(piece, lexicon) {
            return Some((before + start, name));
        }
        if is_labelled(piece) && tail[start..].split_whitespace().count() <= 10 {
            return Some((before + start, ""));
        }
    }
    None
}

/// The last characters of a text.
fn tail(text: &str) -> &str {
    let start = text.char_indices().rev().nth(LONGEST).map_or(0, |(at, _)| at);
    &text[start..]
}

fn is_labelled(piece: &str) -> bool {
    let lower = piece.to_lowercase();
    LABELS.iter().any(|label| lower.starts_with(label))
}

/// The listed agency that a credit consists of: "Reuters", "AFP via Getty Images", "Jane Roe/AP".
fn agency<'a>(piece: &str, lexicon: &'a Lexicon) -> Option<&'a str> {
    let lower = piece.to_lowercase();
    let whole = |name: &str| {
        let row = lexicon
            .agencies
            .get(name.trim_matches(|c: char| !c.is_alphanumeric()))?;
        row.split_once('\t').map(|(_, name)| name)
    };
    if let Some(name) = whole(&lower) {
        return Some(name);
    }
    // A photographer's name is short; a sentence with a slash in it is not.
    if lower.split_whitespace().count() > 8 {
        return None;
    }
    let parts = lower.split('/').flat_map(|part| part.split(" via "));
    let several = lower.contains('/') || lower.contains(" via ");
    parts.filter(|_| several).find_map(whole)
}
