//! What leaves: plain values with public fields, and what is made from them.
//!
//! [`Report`] is the one result, printed as JSON by the command line and read by the page. [`view`] cuts the same
//! analysis into ready-made runs for the page, which never slices text by offsets. [`summary`] is for a terminal.

mod article;
mod build;
mod codes;
pub mod note;
pub mod project;
mod said;
pub mod summary;
pub mod values;
mod verdict;
pub mod view;

pub use build::{report, report_with};
pub use values::Report;
pub use verdict::verdict;

/// The report as JSON on one line, ending with a line feed.
pub fn json(report: &Report) -> String {
    // A report holds only strings, numbers and lists with string keys, so this cannot fail.
    let mut json = serde_json::to_string(report).unwrap_or_default();
    json.push('\n');
    json
}
