//! Which mentions of one article name the same thing, and in which roles.

use crate::article::document::Document;
use crate::article::label::Label;
use crate::article::segment::Segments;
use crate::article::tag::Mention;
use crate::knowledge::Model;

/// One thing with its mentions in one article.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// What it is.
    pub label: Label,
    /// Its fullest form in this article: "Volodymyr Zelenskiy".
    pub form: String,
    /// Indices of its mentions, in order; never empty.
    pub mentions: Vec<usize>,
    /// Roles given to it, in order of first use: "Ukrainian President".
    pub roles: Vec<String>,
}

/// Groups an article's mentions. A wrong merge costs more than a missed one: two people of one surname stay two.
/// Roles and unnamed sources are grouped too; every mention is in exactly one group.
pub fn names(_document: &Document, _segments: &Segments, _mentions: &[Mention], _model: &Model) -> Vec<Name> {
    Vec::new()
}
