//! The roles of an entity, each told once.

use crate::order::{Arrange as _, Map};
use crate::text::fold;

/// The roles that say something of their own, most frequent first: "U.S. President" is "US President", and "President"
/// is told by either.
pub(super) fn distinct(counts: Map<String, usize>) -> Vec<String> {
    let mut forms: Map<Vec<String>, (usize, String)> = Map::new();
    for (role, count) in counts {
        let words = role.split_whitespace().map(|word| fold::word(word).into_owned());
        let (all, form) = forms.entry(words.collect()).or_insert((0, role.clone()));
        // Of two spellings the shorter one stands for both.
        if role.chars().count() < form.chars().count() {
            *form = role;
        }
        *all += count;
    }
    let fuller = |words: &[String]| {
        forms
            .keys()
            .any(|other| other.len() > words.len() && other.ends_with(words))
    };
    let mut roles: Vec<(usize, String)> = forms
        .iter()
        .filter(|(words, _)| !fuller(words))
        .map(|(_, role)| role.clone())
        .collect();
    roles.arrange_by(|x, y| (y.0, &x.1).cmp(&(x.0, &y.1)));
    roles.into_iter().map(|(_, role)| role).collect()
}
