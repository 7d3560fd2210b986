//! What one article of the drop tells about another: how a form is labelled, which day it was.

use std::sync::Arc;

use super::Dating;
use crate::article::Article;
use crate::article::document::Document;
use crate::article::segment::Segments;
use crate::article::tag::Evidence;

/// How each form is labelled over all articles.
pub fn forms(_articles: &[Article]) -> Evidence {
    Evidence::default()
}

/// The day of publication of each article: its own, or a sibling's (an article with which it shares text), or its
/// own month and day with the year of the latest such day that is not after the latest dated article.
pub fn dates(documents: &[Arc<Document>], _segments: &[Segments]) -> Vec<Dating> {
    documents
        .iter()
        .map(|document| Dating {
            published: document.metadata.published.clone(),
            lender: None,
        })
        .collect()
}
