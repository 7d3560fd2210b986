//! Saved web pages: markup to lines, which of them are the article, and what the page says about it.
//!
//! ```text
//! markup -> lines in their elements -> features -> trees: article or not
//! ```
//!
//! Nothing in a page is loaded, run or rendered.

mod attributes;
mod authors;
mod boxes;
mod bylines;
mod closing;
pub mod data;
mod dates;
mod days;
pub mod features;
pub mod fields;
mod fragment;
mod looks;
mod names;
pub mod parse;
mod read;
mod stored;
mod surroundings;
mod tags;
pub mod when;

pub(super) use fragment::lines;
pub(super) use parse::is_space;
pub use read::days;
pub(super) use read::read;

use super::reading::Piece;
use crate::article::document::Day;
use crate::knowledge::Model;
use crate::knowledge::model::percent;
use crate::order::Set;
use crate::text::hash;
use features::View;
use parse::Page;

/// How likely each line of a page is part of the article's text, in percent.
pub fn likely(view: &View<'_>, model: &Model) -> Vec<i16> {
    let rows = view.rows();
    rows.iter()
        .map(|row| percent(model.page.forest.score(row)))
        .collect()
}

/// A line that is likelier than this is always the article's, one that is less likely than the other never, in percent.
const KEEP: i16 = 50;
const LEAST: i16 = KEEP / 5;

/// What a lower bound than the first must gain.
const GAIN: f64 = 0.005;

/// Which lines are the article's: those that are likely enough. How likely that is, the page tells: the bound lies where the
/// F1 over its words that can be expected is greatest, which is low where the trees are unsure of all of it.
pub fn chosen(view: &View<'_>, likely: &[i16]) -> Vec<bool> {
    let mut words = [0.0; 101];
    let mut all = 0.0;
    for (line, &p) in likely.iter().enumerate() {
        let count = f64::from(view.words_of(line));
        words[p.clamp(0, 100) as usize] += count;
        all += count * f64::from(p);
    }
    let (mut kept, mut hits) = (0.0, 0.0);
    let (mut best, mut least) = (0.0, KEEP);
    for p in (LEAST..=100).rev() {
        let count = words[p as usize];
        kept += count * 100.0;
        hits += count * f64::from(p);
        let expected = hits / (kept + all);
        if p == KEEP {
            best = expected + GAIN;
        } else if p < KEEP && expected > best {
            (best, least) = (expected, p);
        }
    }
    // Above the headline stands what is not the article's.
    let from = view.headline().unwrap_or(0);
    let likely = likely.iter().enumerate();
    let kept = likely.map(|(line, &p)| p >= if line < from { KEEP } else { least });
    once(view, kept.collect())
}

/// Fewer words may well be said twice: "Advertisement", "Yes", a subhead.
const SAID: i16 = 6;

/// Without second copies: designs hold a text twice, for phones and for wide screens.
fn once(view: &View<'_>, mut kept: Vec<bool>) -> Vec<bool> {
    let page = view.page();
    let mut said = Set::new();
    let mut copy = vec![false; kept.len()];
    let lines: Vec<usize> = (0..kept.len()).filter(|&line| kept[line]).collect();
    for &line in &lines {
        let print = hash::lower(page.lines[line].span.of(&page.text));
        copy[line] = view.words_of(line) >= SAID && !said.insert(print);
    }
    // A short line between two copies belongs to them.
    for three in lines.windows(3) {
        copy[three[1]] |= copy[three[0]] && copy[three[2]];
    }
    for (kept, copy) in kept.iter_mut().zip(copy) {
        *kept &= !copy;
    }
    kept
}

/// The day that a field gives, in any notation; 9/5/2031 is read as in America.
pub(super) fn day(text: &str) -> Option<Day> {
    days::day(text, days::Order::of(None, None))
}

/// The people that a byline names.
pub(super) fn people(byline: &str, outlet: Option<&str>, model: &Model) -> Vec<String> {
    names::people(&mut std::iter::once(byline), outlet, false, model)
}

/// What a page calls itself.
pub fn title(page: &Page, told: &data::Told) -> String {
    let meta = |name: &str| {
        page.metas
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, value)| value.as_str())
    };
    let called = told
        .headline
        .as_deref()
        .or_else(|| meta("og:title"))
        .or_else(|| meta("twitter:title"));
    names::unescaped(called.unwrap_or(&page.title))
}

/// The markup of a page in its declared encoding.
pub fn markup(bytes: &[u8]) -> String {
    super::decode::declared(&Piece::new("", bytes), super::encodings::decode)
        .map_or_else(|_| String::new(), |decoded| decoded.text)
}
