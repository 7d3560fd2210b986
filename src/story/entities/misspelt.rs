//! Family names that one article of a drop spells otherwise than the others.

use super::pair::{same_person, slips};
use crate::order::{Arrange as _, Map, Set};
use crate::story::ArticleId;

/// Letters from which on one slip is a misspelling; shorter family names that differ by a letter are two families
/// too often ("Meier", "Maier").
const LONG: usize = 6;

/// A full name as it stands somewhere: given name and family name as skeletons, the whole form, the article.
pub(super) type Full<'a> = (String, String, &'a str, ArticleId);

/// For each family name that is a misspelling, the one that is meant: the given name is the same, one letter differs,
/// and no article has both, since an article that has two spellings speaks of two people.
pub(super) fn families(full: &[Full]) -> Map<String, String> {
    let mut by_given: Map<&str, Map<&str, (Set<ArticleId>, &str)>> = Map::new();
    for (given, family, form, article) in full.iter().filter(|(given, ..)| given.chars().count() > 1) {
        let families = by_given.entry(given).or_default();
        let (articles, _) = families.entry(family).or_insert((Set::new(), form));
        articles.insert(*article);
    }
    let mut meant = Map::new();
    for families in by_given.values() {
        // The spelling of most articles is the right one; of equals the first in order.
        let mut ranked: Vec<_> = families.iter().collect();
        ranked.arrange_by_key(|(_, (articles, _))| std::cmp::Reverse(articles.len()));
        for (n, (family, (articles, form))) in ranked.iter().enumerate() {
            let right = ranked[..n].iter().find(|(other, (theirs, their_form))| {
                other.chars().count().min(family.chars().count()) >= LONG
                    && slips(other, family) == 1
                    && articles.intersection(theirs).next().is_none()
                    && same_person(form, their_form)
            });
            if let Some((right, _)) = right {
                let right = meant
                    .get(**right)
                    .cloned()
                    .unwrap_or_else(|| (**right).to_owned());
                meant.insert((**family).to_owned(), right);
            }
        }
    }
    meant
}
