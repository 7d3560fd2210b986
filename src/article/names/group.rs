//! Which mentions of an article are one thing.

use super::{Name, person, short};
use crate::article::label::Label;
use crate::article::segment::Segments;
use crate::article::tag::Mention;
use crate::knowledge::Model;
use crate::order::{Arrange as _, Map};
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
            group.arrange();
        }
        members.arrange_by_key(|m| m[0]);
        members.into_iter().map(|m| name(m, text, mentions)).collect()
    }
}

fn name(members: Vec<usize>, text: &str, mentions: &[Mention]) -> Name {
    let label = mentions[members[0]].label;
    let mut forms: Map<String, usize> = Map::new();
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
        short: forms
            .keys()
            .find(|short| short::is_acronym(short, &form))
            .cloned(),
        form,
        mentions: members,
        roles: Vec::new(),
    }
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
pub(super) fn persons(groups: &mut Groups, text: &str, mentions: &[Mention], model: &Model) {
    let mut persons: Vec<Person> = Vec::new();
    let mut by_family: Map<String, Vec<usize>> = Map::new();
    let mut bare = Vec::new();
    // The same for each first part of a full name: "Xi" and "Clement" may be called by it.
    let mut given: Map<String, Vec<Bearer>> = Map::new();
    // For each family name, its bearers' mentions in order.
    let mut seen: Map<String, Vec<Bearer>> = Map::new();
    for (index, mention) in mentions
        .iter()
        .enumerate()
        .filter(|(_, m)| m.label == Label::Person)
    {
        let form = mention.span.of(text);
        let mut parts = person::parts(form);
        let knighted = person::accolade(form);
        if let Some(called) = knighted.as_ref().filter(|_| form.split_whitespace().count() == 2) {
            parts = vec![called.clone()];
        }
        let Some(family) = parts.last().cloned().filter(|_| parts.len() > 1) else {
            bare.push((
                index,
                parts.first().cloned().unwrap_or_default(),
                generation(form),
            ));
            continue;
        };
        let mark = generation(form);
        let same = by_family.get(&family).into_iter().flatten().copied().find(|&p| {
            let known: &Person = &persons[p];
            person::agree(&known.parts, &parts, model) && known.generation == mark
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
        let bearer = (index, persons[person].group, mark);
        given
            .entry(persons[person].parts[0].clone())
            .or_default()
            .push(bearer);
        if let Some(called) = knighted {
            seen.entry(called).or_default().push(bearer);
        }
        seen.entry(family).or_default().push(bearer);
    }
    place_bare(groups, &bare, [&seen, &given]);
}

/// A mention of a bearer of a family name, its group, and its mark of generation.
type Bearer = (usize, usize, Option<&'static str>);

fn place_bare(
    groups: &mut Groups,
    bare: &[(usize, String, Option<&'static str>)],
    [seen, given]: [&Map<String, Vec<Bearer>>; 2],
) {
    let mut alone: Map<(&str, Option<&str>), usize> = Map::new();
    for (index, part, mark) in bare {
        // "Hale Jr." is no other Hale than one who is called so.
        let bears = |bearer: &&Bearer| mark.is_none() || bearer.2 == *mark;
        let group = seen.get(part).and_then(|bearers| {
            let after = bearers.partition_point(|(at, ..)| at < index);
            let nearest = bearers[..after].iter().rev().find(bears);
            nearest.or_else(|| bearers[after..].iter().find(bears))
        });
        // Whoever nobody bears as a family name is called by the first, where that is one person's.
        let first = || {
            let bearers = given.get(part)?;
            let one = bearers.iter().all(|bearer| bearer.1 == bearers[0].1);
            (one && bearers[0].0 < *index).then_some(&bearers[0])
        };
        let group = group.or_else(first).map(|bearer| bearer.1);
        match group.or_else(|| alone.get(&(part.as_str(), *mark)).copied()) {
            Some(group) => groups.members[group].push(*index),
            None => {
                alone.insert((part, *mark), groups.start(*index));
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
    let explained = short::explained(text, segments, mentions);
    let mut by_key: Map<(Label, String), usize> = Map::new();
    for (index, mention) in mentions
        .iter()
        .enumerate()
        .filter(|(_, m)| m.label != Label::Person)
    {
        let long = short::meant(&explained, mention.span.of(text), index);
        let named = long.map_or(mention, |long| &mentions[long]);
        let key = (family(named.label), main_form(named.span.of(text), model));
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
    without_form(main.unwrap_or(lower)).to_owned()
}

/// A company's name without its legal form: "skylark systems, inc." is "skylark systems".
fn without_form(lower: &str) -> &str {
    const FORMS: [&str; 13] = [
        "inc",
        "ltd",
        "corp",
        "corporation",
        "limited",
        "incorporated",
        "plc",
        "llc",
        "llp",
        "gmbh",
        "ag",
        "co",
        "nv",
    ];
    let Some((name, last)) = lower.rsplit_once(' ') else {
        return lower;
    };
    if FORMS.contains(&last.trim_end_matches('.')) {
        name.trim_end_matches(',')
    } else {
        lower
    }
}
