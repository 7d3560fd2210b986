//! One entity for one thing in the whole drop.

mod decided;
mod join;
mod kin;
mod misspelt;
mod pair;
pub(super) use pair::slips;
mod roles;
mod spelling;

pub use kin::Kin;
pub use pair::same_person;

use std::cmp::Reverse;
use std::sync::Arc;

use crate::article::Article;
use crate::article::decisions::Decisions;
use crate::article::label::Label;
use crate::article::names::Name;
use crate::knowledge::Model;
use crate::order::{Arrange as _, Map};
use crate::text::fold;

use super::ArticleId;

/// Number of an entity in its story; printed as e1, e2…
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

/// One thing that the articles name.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// What it is.
    pub label: Label,
    /// Its name for people: the fullest form, of equals the most frequent.
    pub name: String,
    /// Other forms, most frequent first.
    pub aliases: Vec<String>,
    /// Roles, most frequent first, each told once.
    pub roles: Vec<String>,
    /// The country that it stands for: "Moscow", "the Kremlin" and "Russians" for Russia. Linked, never merged.
    pub kin: Option<Kin>,
    /// Its mentions: article and index of the mention there, in order.
    pub mentions: Vec<(ArticleId, usize)>,
}

/// Joins the names of all articles to entities, in order of their number of mentions, then of their first mention.
pub fn joined(articles: &[Arc<Article>], model: &Model) -> Vec<Entity> {
    let names: Vec<(ArticleId, &Name)> = articles
        .iter()
        .enumerate()
        .flat_map(|(index, article)| {
            article
                .names
                .iter()
                .map(move |name| (ArticleId(index as u32), name))
        })
        .collect();
    let groups = join::groups(&names, model);
    let made = groups.iter().map(|group| one(group, &names, articles, model));
    ordered(made.collect())
}

/// The entities that the user joined, took apart and named after they were `joined`, in the same order, and for each article the
/// entity of each mention.
pub fn entities(
    joined: &[Entity],
    articles: &[Arc<Article>],
    decisions: &Decisions,
    model: &Model,
) -> (Vec<Entity>, Vec<Vec<EntityId>>) {
    let mut entities = ordered(decided::decided(joined.to_vec(), articles, decisions));
    let mut of_mention: Vec<Vec<EntityId>> = articles
        .iter()
        .map(|article| vec![EntityId(0); article.mentions.len()])
        .collect();
    for (id, entity) in (0..).zip(&entities) {
        for &(article, mention) in &entity.mentions {
            of_mention[article.0 as usize][mention] = EntityId(id);
        }
    }
    kin::link(&mut entities, model);
    (entities, of_mention)
}

fn ordered(mut entities: Vec<Entity>) -> Vec<Entity> {
    entities.arrange_by_key(|entity| (Reverse(entity.mentions.len()), entity.mentions.first().copied()));
    entities
}

/// The entity of a group of names.
fn one(group: &[usize], names: &[(ArticleId, &Name)], articles: &[Arc<Article>], model: &Model) -> Entity {
    let mentions = group
        .iter()
        .flat_map(|&n| names[n].1.mentions.iter().map(move |&m| (names[n].0, m)));
    let mut roles = Counts::new();
    for role in group.iter().flat_map(|&n| &names[n].1.roles) {
        *roles.entry(role.clone()).or_default() += 1;
    }
    entity(mentions.collect(), roles::distinct(roles, model), articles)
}

/// The entity of these mentions.
fn entity(mut mentions: Vec<(ArticleId, usize)>, roles: Vec<String>, articles: &[Arc<Article>]) -> Entity {
    mentions.arrange();
    let (mut forms, mut labels) = (Counts::new(), Map::<Label, usize>::new());
    for &(article, mention) in &mentions {
        let article = &articles[article.0 as usize];
        let found = &article.mentions[mention];
        *forms
            .entry(fold::style(found.span.of(article.text())))
            .or_default() += 1;
        *labels.entry(found.label).or_default() += 1;
    }
    let label = labels
        .iter()
        .rev()
        .max_by_key(|(_, count)| **count)
        .map_or(Label::Org, |(label, _)| *label);
    let name = display(&forms, label);
    let mut aliases = frequent(forms);
    aliases.retain(|form| *form != name);
    Entity {
        label,
        name,
        aliases,
        roles,
        kin: None,
        mentions,
    }
}

type Counts = Map<String, usize>;

/// The name for people: of persons the form with most parts, of others that with most letters; then the most
/// frequent, so that one misspelling does not win.
fn display(forms: &Counts, label: Label) -> String {
    let rank = |(form, count): &(&String, &usize)| {
        let parts = form.split(' ').count();
        let letters = if label == Label::Person {
            0
        } else {
            form.chars().count()
        };
        (parts, letters, **count)
    };
    forms
        .iter()
        .rev()
        .max_by_key(rank)
        .map_or_else(String::new, |(form, _)| form.clone())
}

/// Forms, most frequent first, then by their letters.
fn frequent(counts: Counts) -> Vec<String> {
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.arrange_by(|a, b| (Reverse(a.1), &a.0).cmp(&(Reverse(b.1), &b.0)));
    counts.into_iter().map(|(form, _)| form).collect()
}
