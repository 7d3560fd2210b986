//! Articles that are nearly the same text, folded to one of them.

use crate::order::Map;
use crate::story::ArticleId;

/// Articles of nearly the same text as another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicates {
    /// The one that stands for all: the first, by order.
    pub of: ArticleId,
    /// The others, in order; never empty.
    pub others: Vec<ArticleId>,
}

/// Folds articles by the pairs that are nearly the same text; the pairs are sorted. Each article is held against the one
/// that stands for others, so that many small differences in a row do not fold what differs.
pub(super) fn fold(pairs: &[(ArticleId, ArticleId)]) -> Vec<Duplicates> {
    let mut stands_for: Map<ArticleId, ArticleId> = Map::new();
    let mut folded: Map<ArticleId, Vec<ArticleId>> = Map::new();
    for &(first, other) in pairs {
        if !stands_for.contains_key(&first) && !stands_for.contains_key(&other) {
            stands_for.insert(other, first);
            folded.entry(first).or_default().push(other);
        }
    }
    let folded = folded.into_iter();
    folded.map(|(of, others)| Duplicates { of, others }).collect()
}
