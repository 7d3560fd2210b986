//! Articles of one story together.

use crate::comparison::candidates::Candidate;
use crate::comparison::forest::Groups;
use crate::order::Arrange as _;
use crate::story::{ArticleId, Story};

/// Articles that are joined by a chain of pairs that share text; the largest group first, of equals the one whose first
/// article comes first. An unrelated article is alone.
pub(super) fn groups(story: &Story, candidates: &[Candidate]) -> Vec<Vec<ArticleId>> {
    let mut joined = Groups::new(story.articles.len());
    for pair in candidates {
        joined.join(pair.a.0 as usize, pair.b.0 as usize);
    }
    let mut groups: Vec<Vec<ArticleId>> = vec![Vec::new(); story.articles.len()];
    for id in story.ids() {
        groups[joined.find(id.0 as usize)].push(id);
    }
    groups.retain(|group| !group.is_empty());
    groups.arrange_by_key(|group| (usize::MAX - group.len(), group[0]));
    groups
}
