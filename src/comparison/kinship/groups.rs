//! Articles of one story together.

use crate::comparison::candidates::Candidate;
use crate::order::Arrange as _;
use crate::story::{ArticleId, Story};

/// Articles that are joined by a chain of pairs that share text; the largest group first, of equals the one whose first
/// article comes first. An unrelated article is alone.
pub(super) fn groups(story: &Story, candidates: &[Candidate]) -> Vec<Vec<ArticleId>> {
    let mut parent: Vec<u32> = (0..story.articles.len() as u32).collect();
    for pair in candidates {
        let (a, b) = (root(&mut parent, pair.a.0), root(&mut parent, pair.b.0));
        // The lower number leads, so that a group is known by its first article.
        parent[a.max(b) as usize] = a.min(b);
    }
    let mut groups: Vec<Vec<ArticleId>> = vec![Vec::new(); story.articles.len()];
    for id in story.ids() {
        groups[root(&mut parent, id.0) as usize].push(id);
    }
    groups.retain(|group| !group.is_empty());
    groups.arrange_by_key(|group| (usize::MAX - group.len(), group[0]));
    groups
}

fn root(parent: &mut [u32], mut at: u32) -> u32 {
    while parent[at as usize] != at {
        parent[at as usize] = parent[parent[at as usize] as usize];
        at = parent[at as usize];
    }
    at
}
