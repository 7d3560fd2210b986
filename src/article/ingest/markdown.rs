//! Markdown.

use super::{File, decode::Decoded, plain};
use crate::article::document::Document;
use crate::knowledge::Model;

/// Reads Markdown.
pub(super) fn read(file: &File<'_>, decoded: Decoded, sha256: String, model: &Model) -> Document {
    plain::read(file, decoded, sha256, model)
}
