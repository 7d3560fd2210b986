//! Saved web pages: markup to lines, which of them are the article, and what the page says about it.
//!
//! ```text
//! markup -> lines in their elements -> features -> trees: article or not
//! ```
//!
//! Nothing in a page is loaded, run or rendered.

mod attributes;
mod authors;
pub mod data;
mod dates;
mod days;
pub mod features;
pub mod fields;
mod looks;
mod names;
pub mod parse;
mod read;
mod surroundings;
mod tags;

pub(super) use read::read;

use std::collections::BTreeSet;

use crate::knowledge::Model;
use crate::knowledge::model::percent;
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

/// Which lines are the article's: those from the share on that promises the best F1 over words. With likely lines in
/// plenty that is about half; of a page that nothing is sure of, the best that it has.
pub fn chosen(view: &View<'_>, likely: &[i16]) -> Vec<bool> {
    let mut words = [0_u64; 101];
    for (line, &p) in likely.iter().enumerate() {
        words[p.clamp(0, 100) as usize] += u64::from(view.words_of(line).max(0) as u16);
    }
    let expected = |share: usize| words[share] * share as u64;
    let all: u64 = (0..=100).map(expected).sum();
    let (mut kept, mut right) = (0, 0);
    // The best so far, as a fraction: right words and what they are measured by.
    let mut best = (0_u128, 1_u128, 100);
    for share in (LEAST..=100).rev() {
        kept += words[share] * 100;
        right += expected(share);
        let (over, under) = (u128::from(right), u128::from(kept + all).max(1));
        if over * best.1 > best.0 * under {
            best = (over, under, share);
        }
    }
    let kept = likely.iter().map(|&p| p as usize >= best.2).collect();
    once(view, kept)
}

/// Fewer words may well be said twice: "Advertisement", "Yes", a subhead.
const SAID: i16 = 6;

/// Without second copies: designs hold a text twice, for phones and for wide screens.
fn once(view: &View<'_>, mut kept: Vec<bool>) -> Vec<bool> {
    let page = view.page();
    let mut said = BTreeSet::new();
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

/// No line is kept below this share, whatever it promises: a page of lists has no article.
const LEAST: usize = 8;

/// What a page calls itself.
pub fn title(page: &Page, told: &data::Told) -> String {
    let meta = |name: &str| {
        page.metas
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, value)| value.as_str())
    };
    told.headline
        .as_deref()
        .or_else(|| meta("og:title"))
        .or_else(|| meta("twitter:title"))
        .unwrap_or(&page.title)
        .to_owned()
}

/// The markup of a page in its declared encoding.
pub fn markup(bytes: &[u8]) -> String {
    super::decode::declared(bytes, super::encodings::decode)
        .map_or_else(|_| String::new(), |decoded| decoded.text)
}
