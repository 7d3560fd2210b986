//! Which mentions of one article name the same thing, and in which roles.

mod group;
mod person;
mod short;

use crate::article::document::Document;
use crate::article::label::Label;
use crate::article::segment::Segments;
use crate::article::tag::{Mention, Office, Tense};
use crate::knowledge::Model;
use crate::order::Map;
use crate::text::fold;

pub(crate) use group::main_form;
pub(crate) use person::{TITLES, accolade, given_agree};

/// One thing with its mentions in one article.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// What it is.
    pub label: Label,
    /// Its fullest form in this article: "Volodymyr Zelenskiy".
    pub form: String,
    /// The short form that the article has for it: "ECB".
    pub short: Option<String>,
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
    group::persons(&mut groups, text, mentions, model);
    group::others(&mut groups, text, segments, mentions, model);
    let mut names = groups.names(text, mentions);
    given_roles(&mut names, text, mentions);
    names
}

/// Gives each person the roles that it holds.
fn given_roles(names: &mut [Name], text: &str, mentions: &[Mention]) {
    let mut of_token: Map<usize, usize> = Map::new();
    for (index, name) in names.iter().enumerate().filter(|(_, n)| n.label == Label::Person) {
        of_token.extend(name.mentions.iter().map(|&m| (mentions[m].tokens.start, index)));
    }
    for (role, office) in mentions.iter().filter_map(|m| Some((m, m.office.as_ref()?))) {
        let form = role_form(role, office, text);
        for name in office.holders.iter().filter_map(|token| of_token.get(token)) {
            if !names[*name].roles.contains(&form) {
                names[*name].roles.push(form.clone());
            }
        }
    }
}

/// A role as people are to read it: where its own words do not tell that it is over or to come, a word in brackets does.
fn role_form(role: &Mention, office: &Office, text: &str) -> String {
    let form = fold::style(role.span.of(text));
    let told = office.tense == Tense::Current || form != office.words;
    if told {
        form
    } else {
        format!("{form} ({})", office.tense.word())
    }
}
