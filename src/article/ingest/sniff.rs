//! Which format a file has, by its content first and its name last.

use super::{File, Format};
use crate::error::ErrorKind;

/// The format of a file.
pub(super) fn format(file: &File<'_>) -> Result<Format, ErrorKind> {
    Ok(if file.name.ends_with(".md") {
        Format::Markdown
    } else {
        Format::Text
    })
}
