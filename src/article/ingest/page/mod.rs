//! Saved web pages: markup to lines, which of them are the article, and what the page says about it.
//!
//! ```text
//! markup -> lines in their elements -> features -> trees: article or not
//! ```
//!
//! Nothing in a page is loaded, run or rendered.

mod attributes;
pub mod data;
pub mod features;
pub mod fields;
mod fragment;
mod looks;
mod names;
pub mod parse;
mod read;
mod surroundings;
mod tags;

pub(super) use fragment::lines;
pub(super) use parse::is_space;
pub(super) use read::read;

use super::reading::Piece;
use crate::article::document::Day;
use crate::knowledge::Model;
use crate::knowledge::model::percent;
use features::View;
use parse::Page;

/// A line is the article's from this share on, in percent.
pub const KEEP: i16 = 50;

/// How likely each line of a page is part of the article's text, in percent.
pub fn likely(view: &View<'_>, model: &Model) -> Vec<i16> {
    let rows = view.rows();
    rows.iter()
        .map(|row| percent(model.page.forest.score(row)))
        .collect()
}

/// The day that a field gives, in any notation.
pub(super) fn day(text: &str, model: &Model) -> Option<Day> {
    fields::day(text, model)
}

/// The people that a byline names.
pub(super) fn people(byline: &str, outlet: Option<&str>, model: &Model) -> Vec<String> {
    names::people(&mut std::iter::once(byline), outlet, model)
}

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
    super::decode::declared(&Piece::new("", bytes), super::encodings::decode)
        .map_or_else(|_| String::new(), |decoded| decoded.text)
}
