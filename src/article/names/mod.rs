//! Which mentions of one article name the same thing, and in which roles.

mod group;

use crate::article::document::Document;
use crate::article::label::Label;
use crate::article::segment::Segments;
use crate::article::tag::Mention;
use crate::knowledge::Model;
use crate::text::fold;

pub(crate) use group::main_form;

/// One thing with its mentions in one article.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// What it is.
    pub label: Label,
    /// Its fullest form in this article: "Volodymyr Zelenskiy".
    pub form: String,
    /// Indices of its mentions, in order; never empty.
    pub mentions: Vec<usize>,
    /// Roles given to it, in order of first use: "Ukrainian President".
    pub roles: Vec<String>,
}

/// Groups an article's mentions. A wrong merge costs more than a missed one: two people of one surname stay two.
/// Roles and unnamed sources are grouped too; every mention is in exactly one group.
pub fn names(document: &Document, segments: &Segments, mentions: &[Mention], model: &Model) -> Vec<Name> {
    let text = document.text.as_str();
    let mut groups = group::Groups::default();
    group::persons(&mut groups, text, mentions);
    group::others(&mut groups, text, segments, mentions, model);
    let mut names = groups.names(text, mentions);
    given_roles(&mut names, text, mentions);
    names
}

/// Gives each person the roles that touch its mentions.
fn given_roles(names: &mut [Name], text: &str, mentions: &[Mention]) {
    let mut of_mention = vec![None; mentions.len()];
    for (index, name) in names.iter().enumerate().filter(|(_, n)| n.label == Label::Person) {
        for &mention in &name.mentions {
            of_mention[mention] = Some(index);
        }
    }
    let by_end = ends(mentions);
    for role in mentions.iter().filter(|m| m.label == Label::Role) {
        // Right before a name, or behind its comma.
        let after = mentions.partition_point(|m| m.tokens.start < role.tokens.end);
        let person = mentions[after..]
            .iter()
            .position(|m| m.label == Label::Person || m.tokens.start > role.tokens.end)
            .map(|i| i + after)
            .filter(|&i| mentions[i].tokens.start == role.tokens.end && mentions[i].label == Label::Person)
            .or_else(|| before_comma(&by_end, role));
        let Some(name) = person.and_then(|p| of_mention[p]) else {
            continue;
        };
        let form = fold::style(role.span.of(text));
        if !names[name].roles.contains(&form) {
            names[name].roles.push(form);
        }
    }
}

/// Ends of persons in tokens, in order, with the index of the mention.
fn ends(mentions: &[Mention]) -> Vec<(usize, usize)> {
    let persons = mentions
        .iter()
        .enumerate()
        .filter(|(_, m)| m.label == Label::Person);
    let mut ends: Vec<_> = persons.map(|(index, m)| (m.tokens.end, index)).collect();
    ends.sort_unstable();
    ends
}

/// The person that ends one comma, and perhaps an article, before a role.
fn before_comma(ends: &[(usize, usize)], role: &Mention) -> Option<usize> {
    let after = ends.partition_point(|&(end, _)| end < role.tokens.start);
    let (end, index) = *ends.get(after.checked_sub(1)?)?;
    (role.tokens.start - end <= 2).then_some(index)
}
