//! Which mentions of an article are one thing.

use std::collections::BTreeMap;

use super::Name;
use crate::article::label::Label;
use crate::article::segment::Segments;
use crate::article::tag::Mention;
use crate::knowledge::Model;
use crate::text::fold;

/// Groups in the making: a key for each, and the group of each mention.
#[derive(Default)]
pub(super) struct Groups {
    // Invariant: every list is in order of the mentions.
    members: Vec<Vec<usize>>,
}

impl Groups {
    fn start(&mut self, mention: usize) -> usize {
        self.members.push(vec![mention]);
        self.members.len() - 1
    }

    /// The groups as names, in order of their first mention.
    pub(super) fn names(self, text: &str, mentions: &[Mention]) -> Vec<Name> {
        let mut members = self.members;
        for group in &mut members {
            group.sort_unstable();
        }
        members.sort_by_key(|m| m[0]);
        members.into_iter().map(|m| name(m, text, mentions)).collect()
    }
}

fn name(members: Vec<usize>, text: &str, mentions: &[Mention]) -> Name {
    let label = mentions[members[0]].label;
    let mut forms: BTreeMap<String, usize> = BTreeMap::new();
    for &member in &members {
        *forms
            .entry(fold::style(mentions[member].span.of(text)))
            .or_default() += 1;
    }
    // The fullest has most words, then most letters; of equals the most frequent, then the first by its letters.
    let fullest = |form: &str, count: usize| (form.split(' ').count(), form.chars().count(), count);
    let form = forms
        .iter()
        .rev()
        .max_by_key(|(form, count)| fullest(form, **count))
        .map_or_else(String::new, |(form, _)| form.clone());
    Name {
        label,
        form,
        mentions: members,
        roles: Vec::new(),
    }
}

/// A person's name in parts, folded.
pub(super) fn parts(form: &str) -> Vec<String> {
    form.split_whitespace()
        .map(|part| fold::word(part.trim_matches(',')).into_owned())
        .filter(|part| !matches!(part.as_str(), "jr" | "sr" | "ii" | "iii" | "iv" | ""))
        .collect()
}

/// Whether two full names can be one person: same family name, and given names that do not contradict ("J" and
/// "John" agree, "John" and "Jane" do not).
pub(super) fn agree(a: &[String], b: &[String]) -> bool {
    let (Some(a_last), Some(b_last)) = (a.last(), b.last()) else {
        return false;
    };
    a_last == b_last && a.len() > 1 && b.len() > 1 && given_agree(&a[0], &b[0])
}

fn given_agree(a: &str, b: &str) -> bool {
    let initial = |x: &str, y: &str| x.chars().count() == 1 && y.starts_with(x);
    a == b || initial(a, b) || initial(b, a)
}

/// A mark that tells father from son.
fn generation(form: &str) -> Option<&'static str> {
    let last = form.split_whitespace().next_back()?;
    match fold::word(last).as_ref() {
        "jr" => Some("jr"),
        "sr" => Some("sr"),
        "ii" => Some("ii"),
        "iii" => Some("iii"),
        _ => None,
    }
}

/// A person in the making.
struct Person {
    group: usize,
    parts: Vec<String>,
    generation: Option<&'static str>,
    first: usize,
}

/// Full names first; then a family name alone goes to the nearest bearer before it, or else to the first behind it.
pub(super) fn persons(groups: &mut Groups, text: &str, mentions: &[Mention]) {
    let mut persons: Vec<Person> = Vec::new();
    let mut by_family: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut bare = Vec::new();
    // For each family name, its bearers' mentions in order.
    let mut seen: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    for (index, mention) in mentions
        .iter()
        .enumerate()
        .filter(|(_, m)| m.label == Label::Person)
    {
        let form = mention.span.of(text);
        let parts = parts(form);
        let Some(family) = parts.last().cloned().filter(|_| parts.len() > 1) else {
            bare.push((index, parts.first().cloned().unwrap_or_default()));
            continue;
        };
        let mark = generation(form);
        let same = by_family.get(&family).into_iter().flatten().copied().find(|&p| {
            let known: &Person = &persons[p];
            agree(&known.parts, &parts) && known.generation == mark
        });
        let person = same.unwrap_or_else(|| {
            let group = groups.start(index);
            persons.push(Person {
                group,
                parts,
                generation: mark,
                first: index,
            });
            by_family
                .entry(family.clone())
                .or_default()
                .push(persons.len() - 1);
            persons.len() - 1
        });
        if persons[person].first != index {
            groups.members[persons[person].group].push(index);
        }
        seen.entry(family)
            .or_default()
            .push((index, persons[person].group));
    }
    place_bare(groups, &bare, &seen);
}

fn place_bare(groups: &mut Groups, bare: &[(usize, String)], seen: &BTreeMap<String, Vec<(usize, usize)>>) {
    let mut alone: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, part) in bare {
        let group = seen.get(part).map(|bearers| {
            let after = bearers.partition_point(|(at, _)| at < index);
            bearers[after.saturating_sub(1)].1
        });
        match group.or_else(|| alone.get(part.as_str()).copied()) {
            Some(group) => groups.members[group].push(*index),
            None => {
                alone.insert(part, groups.start(*index));
            }
        }
    }
}

/// Everything but persons: same label family and same main form are one.
pub(super) fn others(
    groups: &mut Groups,
    text: &str,
    segments: &Segments,
    mentions: &[Mention],
    model: &Model,
) {
    let expansions = expansions(text, segments, mentions);
    let mut by_key: BTreeMap<(Label, String), usize> = BTreeMap::new();
    for (index, mention) in mentions
        .iter()
        .enumerate()
        .filter(|(_, m)| m.label != Label::Person)
    {
        let form = mention.span.of(text);
        let form = expansions.get(form).copied().unwrap_or(form);
        let key = (family(mention.label), main_form(form, model));
        match by_key.get(&key) {
            Some(&group) => groups.members[group].push(index),
            None => {
                by_key.insert(key, groups.start(index));
            }
        }
    }
}

/// Labels between which one thing may waver: "the White House" is a building or an institution.
fn family(label: Label) -> Label {
    match label {
        Label::Gpe | Label::Loc | Label::Fac => Label::Gpe,
        Label::Org | Label::Media => Label::Org,
        other => other,
    }
}

/// The form under which a thing is known: "U.S." is "united states"; folded, without an article.
pub(crate) fn main_form(form: &str, model: &Model) -> String {
    let style = fold::style(form);
    let lower = style.to_lowercase();
    let lower = ["the ", "a ", "an "]
        .iter()
        .find_map(|article| lower.strip_prefix(article))
        .unwrap_or(&lower);
    let columns = model
        .lexicon
        .acronyms
        .get(&style)
        .or_else(|| model.lexicon.places.get(lower));
    let main = columns.and_then(|columns| columns.split('\t').nth(1));
    main.unwrap_or(lower).to_owned()
}

/// Short forms that the article itself explains: "European Central Bank (ECB)".
fn expansions<'a>(text: &'a str, segments: &Segments, mentions: &[Mention]) -> BTreeMap<&'a str, &'a str> {
    let mut found = BTreeMap::new();
    for pair in mentions.windows(2) {
        let [long, short] = pair else { continue };
        let open = long.tokens.end;
        let bracket = segments.tokens.get(open).is_some_and(|t| t.span.of(text) == "(");
        if bracket && short.tokens.start == open + 1 && is_acronym(short.span.of(text), long.span.of(text)) {
            found.insert(short.span.of(text), long.span.of(text));
        }
    }
    found
}

/// Whether the letters of `short` are the first letters of `long`'s capitalised words.
fn is_acronym(short: &str, long: &str) -> bool {
    let letters: String = short.chars().filter(|c| c.is_alphabetic()).collect();
    let words = long.split(|c: char| c.is_whitespace() || c == '-');
    let initials: String = words
        .filter_map(|w| w.chars().next())
        .filter(|c| c.is_uppercase())
        .collect();
    letters.chars().count() > 1 && letters == initials
}
