//! One entity for one thing in the whole drop.

use crate::article::Article;
use crate::article::label::Label;
use crate::knowledge::Model;

use super::ArticleId;

/// Number of an entity in its story; printed as e1, e2…
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

/// One thing that the articles name.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// What it is.
    pub label: Label,
    /// Its name for people: the fullest form, of equals the most frequent.
    pub name: String,
    /// Other forms, most frequent first.
    pub aliases: Vec<String>,
    /// Roles, most frequent first.
    pub roles: Vec<String>,
    /// Its mentions: article and index of the mention there, in order.
    pub mentions: Vec<(ArticleId, usize)>,
}

/// Joins the names of all articles to entities, and tells for each article the entity of each mention. Entities are
/// in order of their number of mentions, then of their first mention.
pub fn entities(_articles: &[Article], _model: &Model) -> (Vec<Entity>, Vec<Vec<EntityId>>) {
    (Vec::new(), Vec::new())
}
