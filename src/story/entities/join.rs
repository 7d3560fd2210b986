//! Which names of several articles are one thing.

use super::misspelt;
use super::spelling::skeleton;
use crate::article::label::Label;
use crate::article::names::{Name, TITLES, accolade, given_agree, main_form};
use crate::knowledge::Model;
use crate::order::{Arrange as _, Map};
use crate::story::ArticleId;
use crate::text::fold;

/// Names grouped to entities, each group in order of its names.
pub(super) fn groups(names: &[(ArticleId, &Name)], model: &Model) -> Vec<Vec<usize>> {
    let shorts = shorts(names, model);
    let taken = taken(names);
    let mut by_key: Map<(Label, String), Vec<usize>> = Map::new();
    let mut persons = Vec::new();
    for (index, (_, name)) in names.iter().enumerate() {
        // One article may take for a person what another takes for an organisation.
        let label = match name.label {
            Label::Person | Label::Org => *taken.get(name.form.as_str()).unwrap_or(&name.label),
            label => label,
        };
        if label == Label::Person {
            persons.push(index);
        } else {
            let own = || (label.family(), main_form(&name.form, model));
            let key = shorts
                .get(name.form.as_str())
                .cloned()
                .flatten()
                .unwrap_or_else(own);
            by_key.entry(key).or_default().push(index);
        }
    }
    let mut groups: Vec<Vec<usize>> = by_key.into_values().collect();
    groups.extend(join_persons(&persons, names, model));
    groups
}

/// Full names that are a person's in one article and an organisation's in another, as what they are taken for as often or more.
fn taken<'a>(names: &[(ArticleId, &'a Name)]) -> Map<&'a str, Label> {
    let mut counts: Map<&str, [usize; 2]> = Map::new();
    for (_, name) in names.iter().filter(|(_, name)| name.form.contains(' ')) {
        let kinds = [Label::Person, Label::Org];
        if let Some(kind) = kinds.iter().position(|kind| *kind == name.label) {
            counts.entry(name.form.as_str()).or_default()[kind] += name.mentions.len();
        }
    }
    let label = |[person, other]: [usize; 2]| {
        if person >= other {
            Label::Person
        } else {
            Label::Org
        }
    };
    counts
        .into_iter()
        .map(|(form, counts)| (form, label(counts)))
        .collect()
}

/// Short forms that some article explains, with the key of what they stand for; none where articles disagree.
fn shorts<'a>(names: &[(ArticleId, &'a Name)], model: &Model) -> Map<&'a str, Option<(Label, String)>> {
    let mut found: Map<&str, Option<(Label, String)>> = Map::new();
    for (_, name) in names {
        let Some(short) = &name.short else { continue };
        let key = Some((name.label.family(), main_form(&name.form, model)));
        let known = found.entry(short).or_insert_with(|| key.clone());
        if *known != key {
            *known = None;
        }
    }
    found
}

/// A person over several articles.
struct Person {
    /// Skeletons of its given names; empty for a family name alone.
    given: Vec<String>,
    /// The first given name as it is written, in lower case.
    first: String,
    /// "jr" and its like.
    mark: Option<String>,
    members: Vec<usize>,
}

/// Persons are joined inside one family name (by its skeleton): full names that agree, then a family name alone,
/// where only one person bears it.
fn join_persons(persons: &[usize], names: &[(ArticleId, &Name)], model: &Model) -> Vec<Vec<usize>> {
    let mut by_family: Map<String, Vec<Person>> = Map::new();
    let mut bare: Map<String, Vec<usize>> = Map::new();
    // "Sir Lionel" is whoever is called so with a family name, where that is one.
    let words = |form: &str| form.split_whitespace().count();
    let mut knights: Map<String, (Vec<String>, String, Option<String>)> = Map::new();
    for form in persons.iter().map(|&n| names[n].1.form.as_str()) {
        if let Some(called) = accolade(form).filter(|_| words(form) > 2) {
            knights.entry(called).or_insert_with(|| split(form));
        }
    }
    let whole = |form: &str| {
        let called = accolade(form).filter(|_| words(form) == 2);
        let known = called.and_then(|called| knights.get(&called)).cloned();
        known.unwrap_or_else(|| split(form))
    };
    let mut splits: Vec<_> = persons.iter().map(|&n| (n, whole(&names[n].1.form))).collect();
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
        let first = first_part(&names[index].1.form);
        let bearers = by_family.entry(family).or_default();
        let same = bearers.iter_mut().find(|p| {
            p.mark == mark && (agree(&p.given, &given, model) || given_agree(&p.first, &first, model))
        });
        match same {
            Some(person) => {
                person.members.push(index);
                if spelled(&given) > spelled(&person.given) {
                    (person.given, person.first) = (given, first);
                }
            }
            None => bearers.push(Person {
                given,
                first,
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
                first: String::new(),
                mark: None,
                members,
            }),
        }
    }
    by_family
        .into_values()
        .flatten()
        .map(|mut person| {
            person.members.arrange();
            person.members
        })
        .collect()
}

/// A name's words, without a title before a full name.
fn untitled(form: &str) -> impl Iterator<Item = &str> {
    let words = form.split_whitespace();
    let full = words.clone().count() > 2;
    let title = words.clone().next().map(fold::word);
    let titled = full && title.is_some_and(|title| TITLES.contains(&title.as_ref()));
    words.skip(usize::from(titled))
}

fn split(form: &str) -> (Vec<String>, String, Option<String>) {
    let mut parts: Vec<String> = untitled(form)
        .flat_map(|part| part.trim_matches(',').split_inclusive('.'))
        .map(skeleton)
        .filter(|part| !part.is_empty())
        .collect();
    let marked = parts.len() > 1
        && parts
            .last()
            .is_some_and(|p| matches!(p.as_str(), "ir" | "sr" | "i" | "iv"));
    let mark = if marked { parts.pop() } else { None };
    let family = parts.pop().unwrap_or_default();
    (parts, family, mark)
}

fn first_part(form: &str) -> String {
    untitled(form).next().unwrap_or_default().to_lowercase()
}

/// Letters of the first given name: the fuller form vetoes better than an initial.
fn spelled(given: &[String]) -> usize {
    given.first().map_or(0, |g| g.chars().count())
}

/// Whether given names do not contradict.
fn agree(a: &[String], b: &[String], model: &Model) -> bool {
    let (Some(first), Some(other)) = (a.first(), b.first()) else {
        return false;
    };
    given_agree(first, other, model) || a.ends_with(b) || b.ends_with(a)
}
