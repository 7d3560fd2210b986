//! Which lines are of the page and not of the text: running heads, page numbers, what browsers print around a page.

use crate::lines::{Laid, Line};

/// The shares of a page at its head and foot in which such lines stand.
const ZONE: f32 = 0.1;

/// A line at the head or foot of so large a share of the pages runs through them.
const SHARE: f32 = 0.4;

/// Marks the lines of `pages` that are no text.
pub(crate) fn mark(pages: &mut [Laid]) {
    let mut met: Vec<(String, usize)> = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        met.extend(
            page.lines
                .iter()
                .filter(|line| is_outer(line, page.height))
                .map(|line| (pattern(line), number)),
        );
    }
    met.sort_unstable();
    met.dedup();
    let enough = ((pages.len() as f32 * SHARE).ceil() as usize).max(2);
    let runs: Vec<&str> = met
        .chunk_by(|x, y| x.0 == y.0)
        .filter(|pages| pages.len() >= enough)
        .map(|pages| pages[0].0.as_str())
        .collect();
    for page in pages.iter_mut() {
        let height = page.height;
        let printed: Vec<f32> = page
            .lines
            .iter()
            .filter(|line| is_outer(line, height) && is_printed(&line.text))
            .map(|line| line.y)
            .collect();
        for line in page.lines.iter_mut().filter(|line| is_outer(line, height)) {
            let runs = runs.binary_search(&pattern(line).as_str()).is_ok();
            let beside = printed.iter().any(|y| (y - line.y).abs() < 1.0);
            line.margin |= runs || beside || is_number(&line.text);
        }
    }
}

/// Whether a line stands at the head or foot of its page.
fn is_outer(line: &Line, height: f32) -> bool {
    line.y < height * ZONE || line.y > height * (1.0 - ZONE)
}

/// A line with its figures alike.
fn pattern(line: &Line) -> String {
    let mut pattern: Vec<char> = line
        .text
        .chars()
        .map(|c| if c.is_ascii_digit() { '0' } else { c })
        .collect();
    pattern.dedup_by(|later, kept| *later == '0' && *kept == '0');
    pattern.into_iter().collect()
}

/// Whether a line is an address or a time with date, as browsers print them around a page.
fn is_printed(text: &str) -> bool {
    let is_address = ["http://", "https://", "file://"]
        .iter()
        .any(|scheme| text.starts_with(scheme));
    let (date, time) = text.split_once(',').unwrap_or_default();
    let is_date = date.len() >= 6 && date.chars().all(|c| c.is_ascii_digit() || "/.-".contains(c));
    is_address || is_date && time.contains(':')
}

/// Whether a line is a page's number: "3", "3/7", "Page 3 of 7".
fn is_number(text: &str) -> bool {
    let mut words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .peekable();
    let named = |word: &str| {
        ["page", "seite", "p", "of", "von"]
            .iter()
            .any(|known| word.eq_ignore_ascii_case(known))
    };
    let some = words.peek().is_some();
    some && words.all(|word| named(word) || word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit()))
}
