//! Crossread reads several news articles about one story and shows what a careful editor would see.
//!
//! # The pipeline
//!
//! Data flows one way, through functions over borrowed input; no stage changes what an earlier one made.
//!
//! ```text
//! bytes      -> Document -> tokens, sentences -> mentions, times -> names -> quotes -> Article   each article alone
//! Article[]  -> evidence -> mentions and times read once more, with it -> entities  -> Story     the drop as a whole
//! Story      -> candidate pairs -> alignments -> passages -> word edits -> changes  -> Report    several articles
//! ```
//!
//! Only [`article::ingest`] can fail. Everything after it is total: a doubt becomes a
//! [`Note`](article::document::Note) and shows in the report.
//!
//! # Reading files
//!
//! ```
//! use crossread::{analyse, article::ingest::{ingest, File}, knowledge::Model};
//!
//! let model = Model::embedded();
//! let first = ingest(&File::new("a.txt", b"The bridge will open on Friday, the mayor said."), &model);
//! let second = ingest(&File::new("b.txt", b"The bridge could open on Friday, the mayor said."), &model);
//! // What could not be read is in `failures`, each with what to do.
//! let analysis = analyse(first.articles.into_iter().chain(second.articles), &model);
//! ```
//!
//! # Reading the result
//!
//! [`report::Report`] is the one result: the page, the command line and every export are made from it.

pub mod error;
mod order;
pub mod text;

pub mod knowledge;

pub mod article;

pub mod story;

pub mod comparison;

pub mod report;

#[cfg(target_os = "unknown")]
mod wasm;

pub use error::Error;

use std::sync::Arc;

use article::decisions::Decisions;
use article::document::Document;
use comparison::{Comparison, Earlier};
use knowledge::Model;
use story::Story;

/// Everything known about one drop: the story its articles tell and how they compare.
#[derive(Debug, Default)]
pub struct Analysis {
    /// The articles with what was read in them, in the order A, B, C…, and the entities they share.
    pub story: Story,
    /// Alignments, passages, changes and kinship.
    pub comparison: Comparison,
}

/// Reads and compares all documents of a drop. The order of `documents` has no influence on the result:
/// articles are ordered by file name, then by hash, then by their place in the file.
pub fn analyse<D: Into<Arc<Document>>>(documents: impl IntoIterator<Item = D>, model: &Model) -> Analysis {
    analyse_with(documents, &Decisions::default(), model)
}

/// The same with what the user has decided; decisions about what is not in the drop change nothing.
pub fn analyse_with<D: Into<Arc<Document>>>(
    documents: impl IntoIterator<Item = D>,
    decisions: &Decisions,
    model: &Model,
) -> Analysis {
    analyse_again(documents, decisions, model, None)
}

/// The same with an analysis that was made before, which is used up: what is the same is taken over from it. The result is
/// that of [`analyse_with`].
pub fn analyse_again<D: Into<Arc<Document>>>(
    documents: impl IntoIterator<Item = D>,
    decisions: &Decisions,
    model: &Model,
    earlier: Option<Analysis>,
) -> Analysis {
    let documents = documents.into_iter().map(Into::into).collect();
    let before = earlier.as_ref().map(|earlier| &earlier.story);
    let story = story::read_again(documents, decisions, model, before);
    let earlier = earlier
        .and_then(|earlier| Earlier::new(earlier.comparison, &earlier.story, &story, decisions, model));
    let comparison = comparison::compare_again(&story, decisions, model, earlier);
    Analysis { story, comparison }
}
