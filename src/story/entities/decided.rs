//! What the user joined, took apart and named.

use std::sync::Arc;

use super::{Entity, entity};
use crate::article::Article;
use crate::article::decisions::{Decision, Decisions, Thing};
use crate::order::Arrange as _;
use crate::story::ArticleId;
use crate::text::fold;

/// The entities after each decision; in no order.
pub(super) fn decided(
    mut entities: Vec<Entity>,
    articles: &[Arc<Article>],
    decisions: &Decisions,
) -> Vec<Entity> {
    for decision in &decisions.0 {
        match decision {
            Decision::Merge(one, other) => merge(&mut entities, articles, one, other),
            Decision::Split(thing, form) => split(&mut entities, articles, thing, form),
            Decision::Rename(thing, name) => rename(&mut entities, thing, name),
            _ => {}
        }
    }
    entities
}

fn merge(entities: &mut Vec<Entity>, articles: &[Arc<Article>], one: &Thing, other: &Thing) {
    let found = find(entities, one).zip(find(entities, other));
    let Some((into, from)) = found.filter(|(into, from)| into != from) else {
        return;
    };
    let (first, second) = (&entities[into], &entities[from]);
    let mentions = [first.mentions.as_slice(), &second.mentions].concat();
    let new = second.roles.iter().filter(|role| !first.roles.contains(role));
    let roles = first.roles.iter().chain(new).cloned().collect();
    let merged = entity(mentions, roles, articles);
    // A name that the user gave outlives the merge, that of `one` before that of `other`.
    let given = [first, second]
        .into_iter()
        .find(|entity| !is_form(&merged, &entity.name));
    let given = given.map(|entity| entity.name.clone());
    let label = first.label;
    entities[into] = Entity { label, ..merged };
    if let Some(name) = given {
        call(&mut entities[into], &name);
    }
    entities.remove(from);
}

fn split(entities: &mut Vec<Entity>, articles: &[Arc<Article>], thing: &Thing, form: &str) {
    let Some(at) = find(entities, thing) else { return };
    let called = |&(article, mention): &(ArticleId, usize)| {
        let article = &articles[article.0 as usize];
        fold::style(article.mentions[mention].span.of(article.text())) == form
    };
    let (away, stay): (Vec<_>, Vec<_>) = entities[at].mentions.iter().copied().partition(called);
    if away.is_empty() || stay.is_empty() {
        return;
    }
    let roles = entities[at].roles.clone();
    entities[at] = entity(stay, roles, articles);
    entities.push(entity(away, Vec::new(), articles));
}

fn rename(entities: &mut [Entity], thing: &Thing, name: &str) {
    let name = fold::style(name);
    if let Some(at) = find(entities, thing).filter(|_| !name.is_empty()) {
        call(&mut entities[at], &name);
    }
}

fn call(entity: &mut Entity, name: &str) {
    let before = std::mem::replace(&mut entity.name, name.to_owned());
    entity.aliases.retain(|alias| alias != name);
    if before != name {
        entity.aliases.insert(0, before);
    }
}

/// The entity that has most of a thing's forms; of equals the first.
fn find(entities: &[Entity], thing: &Thing) -> Option<usize> {
    let shared = |entity: &Entity| {
        let forms = std::iter::once(&entity.name).chain(&entity.aliases);
        forms.filter(|form| thing.is(form, entity.label)).count()
    };
    let mut found: Vec<(usize, usize)> = entities.iter().map(shared).zip(0..).collect();
    found.retain(|(shared, _)| *shared > 0);
    found.arrange_by(|x, y| y.0.cmp(&x.0));
    found.first().map(|(_, at)| *at)
}

fn is_form(entity: &Entity, name: &str) -> bool {
    entity.name == name || entity.aliases.iter().any(|alias| alias == name)
}
