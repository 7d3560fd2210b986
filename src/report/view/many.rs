//! Many articles at a glance, and their plain text to search in.

use serde::Serialize;

use super::article::paragraphs;
use crate::Analysis;
use crate::report::build::Build;
use crate::report::values::Kinship;

/// How the articles of a drop are related.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ManyView {
    /// How each two articles that share text are related.
    pub kinship: Vec<Kinship>,
    /// Articles of one story together, by id; the largest group first.
    pub groups: Vec<Vec<String>>,
}

/// The text of an article, to be searched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlainView {
    /// Id of the article.
    pub id: String,
    /// Its blocks: the text of each.
    pub blocks: Vec<String>,
    /// The number of each among the body's paragraphs, from 1.
    pub paragraphs: Vec<Option<usize>>,
}

/// How the articles of a drop are related.
pub fn many(analysis: &Analysis) -> ManyView {
    let build = Build::new(analysis);
    ManyView {
        kinship: build.kinship(),
        groups: build.groups(),
    }
}

/// The texts of all articles, the first `most` blocks of each.
pub fn texts(analysis: &Analysis, most: usize) -> Vec<PlainView> {
    let ids = analysis.story.ids();
    ids.map(|id| {
        let article = analysis.story.article(id);
        let blocks = article.document.blocks.iter().take(most);
        PlainView {
            id: id.to_string(),
            blocks: blocks.map(|b| b.span.of(article.text()).to_owned()).collect(),
            paragraphs: paragraphs(article).into_iter().take(most).collect(),
        }
    })
    .collect()
}
