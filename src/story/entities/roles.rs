//! The roles of an entity, each told once.

use crate::article::names::main_form;
use crate::knowledge::Model;
use crate::order::{Arrange as _, Map};
use crate::text::fold;

/// The roles that say something of their own, most frequent first: "U.S. President" is "US President", and "President"
/// is told by either.
pub(super) fn distinct(counts: Map<String, usize>, model: &Model) -> Vec<String> {
    let mut forms: Map<Vec<String>, (usize, String)> = Map::new();
    for (role, count) in counts {
        let (all, form) = forms.entry(words(&role, model)).or_insert((0, role.clone()));
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

/// The folded words of a role, the country in front by its main form: "Russia's President" is "Russian President".
fn words(role: &str, model: &Model) -> Vec<String> {
    let mut words: Vec<String> = role
        .split_whitespace()
        .map(|word| fold::word(word).into_owned())
        .collect();
    let owner = words.iter().position(|word| word.ends_with("'s")).unwrap_or(0);
    if owner + 1 < words.len() {
        let front = words[..=owner].join(" ");
        let people = model
            .lexicon
            .kin
            .get(&front)
            .and_then(|row| row.strip_suffix("\tpeople"));
        let country = people.map_or_else(|| main_form(front.trim_end_matches("'s"), model), str::to_owned);
        words[owner] = country;
        return words.split_off(owner);
    }
    words
}
