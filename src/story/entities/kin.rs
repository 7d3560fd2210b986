//! What stands for a country and is not the country: its people, its capital, its seat of government.

use super::{Entity, EntityId};
use crate::article::label::Label;
use crate::article::names::main_form;
use crate::knowledge::Model;

/// The country that something stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kin {
    /// The country's main form, in lower case.
    pub country: String,
    /// The country's own entity, where the drop names it.
    pub entity: Option<EntityId>,
    /// Why: "people of the country", "its capital", "its seat of government".
    pub reason: &'static str,
}

/// Letters that a country and an adjective made of it share at least; with fewer any two words might.
const SHORTEST_STEM: usize = 4;

/// Links each of `entities` to its country, without merging them.
pub(super) fn link(entities: &mut [Entity], model: &Model) {
    let countries: Vec<(String, EntityId)> = (0..)
        .zip(entities.iter())
        .filter(|(_, entity)| matches!(entity.label, Label::Gpe | Label::Loc))
        .map(|(id, entity)| (main_form(&entity.name, model), EntityId(id)))
        .collect();
    for entity in entities.iter_mut() {
        let form = main_form(&entity.name, model);
        entity.kin = listed(&form, &countries, model).or_else(|| {
            (entity.label == Label::Norp)
                .then(|| made_of(&form, &countries))
                .flatten()
        });
    }
}

fn listed(form: &str, countries: &[(String, EntityId)], model: &Model) -> Option<Kin> {
    let table = &model.lexicon.kin;
    let row = table.get(form).or_else(|| table.get(form.strip_suffix('s')?))?;
    let (country, why) = row.split_once('\t')?;
    let known = countries.iter().find(|(name, _)| name == country);
    Some(Kin {
        country: country.to_owned(),
        entity: known.map(|(_, id)| *id),
        reason: match why {
            "people" => "people of the country",
            "capital" => "its capital",
            _ => "its seat of government",
        },
    })
}

/// "Galvian" is made of "Galvia": for countries that no table lists.
fn made_of(form: &str, countries: &[(String, EntityId)]) -> Option<Kin> {
    let adjective = form.strip_suffix('s').unwrap_or(form);
    let made = |country: &str| {
        let stem = country.trim_end_matches(['a', 'e', 'i', 'o', 'y']);
        let ending = adjective.strip_prefix(stem);
        stem.chars().count() >= SHORTEST_STEM
            && ending.is_some_and(|e| matches!(e, "n" | "an" | "ian" | "ean" | "ese" | "ish" | "i" | "er"))
    };
    let (country, id) = countries.iter().find(|(country, _)| made(country))?;
    Some(Kin {
        country: country.clone(),
        entity: Some(*id),
        reason: "made of the country's name",
    })
}
