//! Many articles at a glance, and their plain text to search in.

use serde::Serialize;

use super::article::paragraphs;
use super::thing;
use crate::Analysis;
use crate::article::Article;
use crate::order::Arrange as _;
use crate::report::build::Build;
use crate::report::values::{Duplicates, HiddenSource, Kinship};
use crate::story::entities::EntityId;

/// How the articles of a drop are related.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ManyView {
    /// How each two articles that share text are related.
    pub kinship: Vec<Kinship>,
    /// Articles of one story together, by id; the largest group first.
    pub groups: Vec<Vec<String>>,
    /// Articles that are nearly the same text, by the one that stands for them.
    pub duplicates: Vec<Duplicates>,
    /// Sources that are not in the drop, as far as the articles tell them.
    pub sources: Vec<HiddenSource>,
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
    /// Ids of the entities that each names.
    pub named: Vec<Vec<String>>,
    /// Ids of the entities that speak in each.
    pub speaking: Vec<Vec<String>>,
}

/// How the articles of a drop are related.
pub fn many(analysis: &Analysis) -> ManyView {
    let build = Build::new(analysis);
    let mut kinship = build.kinship();
    // Of 300 articles that would be all of 44,850 pairs.
    kinship.retain(|kin| kin.verdict != "unrelated" || kin.a_in_b > 0.0 || kin.b_in_a > 0.0);
    ManyView {
        kinship,
        groups: build.groups(),
        duplicates: build.duplicates(),
        sources: build.sources(),
    }
}

/// The texts of all articles, the first `most` blocks of each.
pub fn texts(analysis: &Analysis, most: usize) -> Vec<PlainView> {
    let ids = analysis.story.ids();
    ids.map(|id| {
        let article = analysis.story.article(id);
        let blocks = article.document.blocks.iter().take(most);
        let entities = analysis.story.entity_of[id.0 as usize].iter();
        let mentions = article.mentions.iter().zip(entities);
        let mentions = mentions.map(|(mention, entity)| (mention.span.start(), Some(*entity)));
        let speakers = article.quotes.iter().enumerate();
        let speakers = speakers.map(|(at, quote)| (quote.span.start(), analysis.story.speaker(id, at)));
        PlainView {
            id: id.to_string(),
            blocks: blocks.map(|b| b.span.of(article.text()).to_owned()).collect(),
            paragraphs: paragraphs(article).into_iter().take(most).collect(),
            named: by_block(analysis, article, most, mentions),
            speaking: by_block(analysis, article, most, speakers),
        }
    })
    .collect()
}

/// The entities that stand at these bytes, block by block, each once.
fn by_block(
    analysis: &Analysis,
    article: &Article,
    most: usize,
    places: impl Iterator<Item = (usize, Option<EntityId>)>,
) -> Vec<Vec<String>> {
    let blocks = &article.document.blocks;
    let mut of: Vec<Vec<EntityId>> = vec![Vec::new(); blocks.len().min(most)];
    for (byte, entity) in places {
        let after = blocks.partition_point(|block| block.span.start() <= byte);
        let block = after.checked_sub(1).and_then(|at| of.get_mut(at));
        if let Some((block, entity)) = block.zip(entity) {
            block.push(entity);
        }
    }
    let ids = |mut of: Vec<EntityId>| {
        of.arrange();
        of.dedup();
        of.iter().map(|&id| thing(analysis, id)).collect()
    };
    of.into_iter().map(ids).collect()
}
