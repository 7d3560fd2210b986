//! What all dropped articles tell together, before any two are compared.

pub mod entities;
pub mod evidence;

pub mod consistency;
mod reading;

use std::fmt;
use std::sync::Arc;

use crate::article::Article;
use crate::article::document::{Published, PublishedSource};
use entities::{Entity, EntityId};

pub use reading::{Alike, Inputs, read, read_again};

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
#[derive(Debug, Default)]
pub struct Story {
    /// The articles, in order of file name, then hash.
    pub articles: Vec<Arc<Article>>,
    /// The day of publication of each article, its own or inferred.
    pub dates: Vec<Dating>,
    /// One for each thing that is named, over all articles.
    pub entities: Vec<Entity>,
    /// For each article, the entity of each mention.
    pub entity_of: Vec<Vec<EntityId>>,
    /// What they were read with.
    pub inputs: Inputs,
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
        self.entity(
            article,
            self.article(article).quotes[quote].speaker.as_ref()?.mention?,
        )
    }

    /// The entity of a mention.
    pub(crate) fn entity(&self, article: ArticleId, mention: usize) -> Option<EntityId> {
        self.entity_of[article.0 as usize].get(mention).copied()
    }
}
