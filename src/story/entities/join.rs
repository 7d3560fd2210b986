//! Which names of several articles are one thing.

use std::collections::BTreeMap;

use super::misspelt;
use super::spelling::skeleton;
use crate::article::label::Label;
use crate::article::names::{Name, main_form};
use crate::knowledge::Model;
use crate::story::ArticleId;

/// Names grouped to entities, each group in order of its names.
pub(super) fn groups(names: &[(ArticleId, &Name)], model: &Model) -> Vec<Vec<usize>> {
    let mut by_key: BTreeMap<(Label, String), Vec<usize>> = BTreeMap::new();
    let mut persons = Vec::new();
    for (index, (_, name)) in names.iter().enumerate() {
        if name.label == Label::Person {
            persons.push(index);
        } else {
            let key = (family(name.label), main_form(&name.form, model));
            by_key.entry(key).or_default().push(index);
        }
    }
    let mut groups: Vec<Vec<usize>> = by_key.into_values().collect();
    groups.extend(join_persons(&persons, names));
    groups
}

/// Labels between which articles may waver about one thing.
fn family(label: Label) -> Label {
    match label {
        Label::Gpe | Label::Loc | Label::Fac => Label::Gpe,
        Label::Org | Label::Media => Label::Org,
        other => other,
    }
}

/// A person over several articles.
struct Person {
    /// Skeletons of its given names; empty for a family name alone.
    given: Vec<String>,
    /// "jr" and its like.
    mark: Option<String>,
    members: Vec<usize>,
}

/// Persons are joined inside one family name (by its skeleton): full names that agree, then a family name alone,
/// where only one person bears it.
fn join_persons(persons: &[usize], names: &[(ArticleId, &Name)]) -> Vec<Vec<usize>> {
    let mut by_family: BTreeMap<String, Vec<Person>> = BTreeMap::new();
    let mut bare: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut splits: Vec<_> = persons.iter().map(|&n| (n, split(&names[n].1.form))).collect();
    let full = splits.iter().filter_map(|(n, (given, family, _))| {
        let form = names[*n].1.form.as_str();
        Some((given.first()?.clone(), family.clone(), form, names[*n].0))
    });
    let meant = misspelt::families(&full.collect::<Vec<_>>());
    for (_, (_, family, _)) in &mut splits {
        if let Some(right) = meant.get(family) {
            family.clone_from(right);
        }
    }
    for (index, (given, family, mark)) in splits {
        if given.is_empty() {
            bare.entry(family).or_default().push(index);
            continue;
        }
        let bearers = by_family.entry(family).or_default();
        let same = bearers
            .iter_mut()
            .find(|p| p.mark == mark && agree(&p.given, &given));
        match same {
            Some(person) => {
                person.members.push(index);
                if spelled(&given) > spelled(&person.given) {
                    person.given = given;
                }
            }
            None => bearers.push(Person {
                given,
                mark,
                members: vec![index],
            }),
        }
    }
    for (family, members) in bare {
        let bearers = by_family.entry(family).or_default();
        match bearers.as_mut_slice() {
            [only] => only.members.extend(members),
            _ => bearers.push(Person {
                given: Vec::new(),
                mark: None,
                members,
            }),
        }
    }
    by_family
        .into_values()
        .flatten()
        .map(|mut person| {
            person.members.sort_unstable();
            person.members
        })
        .collect()
}

fn split(form: &str) -> (Vec<String>, String, Option<String>) {
    let mut parts: Vec<String> = form
        .split_whitespace()
        .map(|p| skeleton(p.trim_matches(',')))
        .collect();
    let marked = parts.len() > 1
        && parts
            .last()
            .is_some_and(|p| matches!(p.as_str(), "ir" | "sr" | "i" | "iv"));
    let mark = if marked { parts.pop() } else { None };
    let family = parts.pop().unwrap_or_default();
    (parts, family, mark)
}

/// Letters of the first given name: the fuller form vetoes better than an initial.
fn spelled(given: &[String]) -> usize {
    given.first().map_or(0, |g| g.chars().count())
}

/// Whether given names do not contradict: equal, or one the other's initial.
fn agree(a: &[String], b: &[String]) -> bool {
    let (Some(a), Some(b)) = (a.first(), b.first()) else {
        return false;
    };
    let initial = |x: &str, y: &str| x.chars().count() == 1 && y.starts_with(x);
    a == b || initial(a, b) || initial(b, a)
}
