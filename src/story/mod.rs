//! What all dropped articles tell together, before any two are compared.

pub mod entities;
pub mod evidence;

pub mod consistency;

use std::fmt;
use std::sync::Arc;

use crate::article::Article;
use crate::article::decisions::Decisions;
use crate::article::document::{Document, Published, PublishedSource};
use crate::article::segment;
use crate::article::times::Anchors;
use crate::knowledge::Model;
use crate::order::Arrange as _;
use entities::{Entity, EntityId};

/// Number of an article in its drop; printed as A, B, C… Z, AA, AB…
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(pub u32);

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut rest = self.0 + 1;
        while rest > 0 {
            rest -= 1;
            letters.push(char::from(b'A' + (rest % 26) as u8));
            rest /= 26;
        }
        letters.iter().rev().try_for_each(|letter| write!(f, "{letter}"))
    }
}

/// A drop read as a whole.
#[derive(Debug)]
pub struct Story {
    /// The articles, in order of file name, then hash.
    pub articles: Vec<Article>,
    /// The day of publication of each article, its own or inferred.
    pub dates: Vec<Dating>,
    /// One for each thing that is named, over all articles.
    pub entities: Vec<Entity>,
    /// For each article, the entity of each mention.
    pub entity_of: Vec<Vec<EntityId>>,
}

/// An article's day of publication, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dating {
    /// The day, `None` where nobody says it.
    pub published: Option<Published>,
    /// The article that lent the day or its year.
    pub lender: Option<ArticleId>,
}

impl Dating {
    /// Where the day comes from.
    pub fn source(&self) -> PublishedSource {
        self.published
            .as_ref()
            .map_or(PublishedSource::None, |p| p.source)
    }
}

impl Story {
    /// An article by its number.
    pub fn article(&self, id: ArticleId) -> &Article {
        &self.articles[id.0 as usize]
    }

    /// All numbers, in order.
    pub fn ids(&self) -> impl Iterator<Item = ArticleId> + use<> {
        (0..self.articles.len() as u32).map(ArticleId)
    }

    /// The entity that a quote's speaker is, where it is known.
    pub fn speaker(&self, article: ArticleId, quote: usize) -> Option<EntityId> {
        let mention = self.article(article).quotes[quote].speaker.as_ref()?.mention?;
        self.entity_of[article.0 as usize].get(mention).copied()
    }
}

/// Reads all documents of a drop: each alone, then once more with what the others show and what the user decided.
pub fn read(documents: Vec<Arc<Document>>, decisions: &Decisions, model: &Model) -> Story {
    let documents = documents.into_iter().map(|document| decisions.document(document));
    let mut documents: Vec<_> = documents.collect();
    documents.arrange_by(|a, b| (&a.file, &a.sha256, &a.part).cmp(&(&b.file, &b.sha256, &b.part)));
    let segments: Vec<_> = documents
        .iter()
        .map(|document| segment::segments(document, model))
        .collect();
    let dates = evidence::dates(&documents, &segments);
    let evidence = evidence::words(&documents, &segments, model);
    let articles: Vec<Article> = documents
        .iter()
        .zip(segments)
        .zip(&dates)
        .map(|((document, segments), dating)| {
            let anchors = Anchors {
                published: dating.published.as_ref().map(|p| p.day),
            };
            Article::read(
                Arc::clone(document),
                segments,
                model,
                &evidence,
                &anchors,
                decisions,
            )
        })
        .collect();
    let (entities, entity_of) = entities::entities(&articles, decisions, model);
    Story {
        articles,
        dates,
        entities,
        entity_of,
    }
}
