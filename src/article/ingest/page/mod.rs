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
