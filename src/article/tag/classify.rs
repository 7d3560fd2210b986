//! From the five kinds that are learned to the labels that are shown, with how sure they are and why.

use std::ops::Range;

use super::ground::{Ground, Named};
use super::learned::{Case, Page, Support, Tagged};
use super::words::Word;
use crate::article::label::Label;
use crate::knowledge::model::{English, Kind, Kinds};

/// The label of a learned name.
pub(super) fn named(tagged: &Tagged, page: &Page, ground: &Ground<'_>, english: &English) -> Named {
    let listed = tagged.listed(page);
    let head = head(ground, &tagged.tokens);
    let label = label(tagged, listed, head, page, ground);
    Named {
        tokens: tagged.tokens.clone(),
        label,
        confidence: tagged.confidence(english),
        reason: reason(tagged, label, listed, head.is_some(), page),
    }
}

/// The label that a name's head word tells: its last, or the one before "of" or "for", or a first "Mount".
fn head(ground: &Ground<'_>, tokens: &Range<usize>) -> Option<Label> {
    if tokens.len() < 2 {
        return None;
    }
    let words = &ground.words[tokens.clone()];
    let is_of = |word: &Word<'_>| matches!(word.lower.as_ref(), "of" | "for" | "on" | "against");
    let head = match words.iter().position(is_of) {
        Some(of) => of.checked_sub(1)?,
        None => words.len() - 1,
    };
    let first = words[0].lower.as_ref();
    let told = ground.lexicon.heads.get(&words[head].lower);
    match told {
        Some("media") => Some(Label::Media),
        Some("fac") => Some(Label::Fac),
        Some("loc") => Some(Label::Loc),
        Some("gpe") => Some(Label::Gpe),
        Some("event") => Some(Label::Event),
        Some("law") => Some(Label::Law),
        Some(_) => Some(Label::Org),
        None => matches!(first, "mount" | "lake" | "cape" | "gulf" | "isle").then_some(Label::Loc),
    }
}

fn label(tagged: &Tagged, listed: Kinds, head: Option<Label>, page: &Page, ground: &Ground<'_>) -> Label {
    match tagged.kind {
        Kind::Person => Label::Person,
        Kind::Organisation if listed.any(Kinds::MEDIA) || head == Some(Label::Media) => Label::Media,
        // "Northmoor Summit", "Clean Harbours Act".
        Kind::Organisation if listed.is_empty() => match head {
            Some(label @ (Label::Event | Label::Law)) => label,
            _ => Label::Org,
        },
        Kind::Organisation => Label::Org,
        Kind::Location => place(listed, head),
        Kind::People if listed.any(Kinds::LANGUAGE) && !listed.any(Kinds::PEOPLE) => Label::Language,
        Kind::People => Label::Norp,
        Kind::Other => other(&tagged.tokens, listed, head, page, ground),
    }
}

fn place(listed: Kinds, head: Option<Label>) -> Label {
    if listed.any(Kinds::COUNTRY | Kinds::STATE | Kinds::CITY) {
        Label::Gpe
    } else if listed.any(Kinds::FAC) {
        Label::Fac
    } else if listed.any(Kinds::LOC) {
        Label::Loc
    } else {
        match head {
            Some(Label::Fac | Label::Org) => Label::Fac,
            Some(Label::Loc) => Label::Loc,
            _ => Label::Gpe,
        }
    }
}

/// Names that are neither persons, organisations, places nor peoples.
fn other(
    tokens: &Range<usize>,
    listed: Kinds,
    head: Option<Label>,
    page: &Page,
    ground: &Ground<'_>,
) -> Label {
    let by_list = [
        (Kinds::EVENT, Label::Event),
        (Kinds::LAW, Label::Law),
        (Kinds::MEDIA, Label::Media),
        (Kinds::PRODUCT, Label::Product),
        (Kinds::LANGUAGE, Label::Language),
        (Kinds::ORG, Label::Org),
    ];
    if let Some(&(_, label)) = by_list.iter().find(|(kind, _)| listed.any(*kind)) {
        return label;
    }
    if let Some(label @ (Label::Event | Label::Law)) = head {
        return label;
    }
    let words = &ground.words[tokens.clone()];
    let quoted = tokens
        .start
        .checked_sub(1)
        .is_some_and(|i| crate::text::class::is_double_quote(first(ground.words[i].text)));
    let small = words
        .iter()
        .any(|w| matches!(w.lower.as_ref(), "the" | "a" | "of" | "and" | "in" | "to"));
    let figure = tokens.clone().any(|i| page.form(i).case == Case::Number);
    match () {
        () if quoted => Label::WorkOfArt,
        // "2006 World Cup", "Ryder Cup 1999": a year makes it happen; "Boeing 747" does not begin with it.
        () if figure && words.iter().any(|w| is_year(w.text)) => Label::Event,
        () if figure => Label::Product,
        () if small => Label::WorkOfArt,
        () => Label::Product,
    }
}

fn first(text: &str) -> char {
    text.chars().next().unwrap_or(' ')
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && (text.starts_with("19") || text.starts_with("20"))
}

/// The plainest sign that speaks for the label; where none does, the model weighed many small ones.
fn reason(tagged: &Tagged, label: Label, listed: Kinds, head: bool, page: &Page) -> &'static str {
    let start = tagged.tokens.start;
    let before = start
        .checked_sub(1)
        .map(|i| page.form(i).kinds)
        .unwrap_or_default();
    let first = page.form(start).kinds;
    let last = page.form(tagged.tokens.end - 1).kinds;
    let behind = page
        .tokens
        .get(tagged.tokens.end)
        .map(|_| page.form(tagged.tokens.end).kinds);
    match label {
        Label::Person if listed.any(Kinds::PERSON) => "listed as a person in the news",
        Label::Person if tagged.support == Support::InFull => {
            "family name of a person named in full elsewhere"
        }
        Label::Person if before.any(Kinds::ROLE) => "follows a title",
        Label::Person if tagged.tokens.len() > 1 && first.any(Kinds::GIVEN) => "begins with a given name",
        Label::Person if last.any(Kinds::SURNAME | Kinds::NEWS_FAMILY) => "family name often in the news",
        Label::Person if last.any(Kinds::FAMILY) => "ends in a family name",
        Label::Person if behind.is_some_and(|k| k.any(Kinds::SAYS)) => "does what people do",
        Label::Gpe if listed.any(Kinds::COUNTRY) => "listed as a country",
        Label::Gpe if listed.any(Kinds::STATE) => "listed as a state or region",
        Label::Gpe if listed.any(Kinds::CITY) => "listed as a city",
        Label::Loc if listed.any(Kinds::LOC) => "listed as a place",
        Label::Fac if listed.any(Kinds::FAC) => "listed as a building or site",
        Label::Org if listed.any(Kinds::ORG) => "listed as an organisation",
        Label::Media if listed.any(Kinds::MEDIA) => "listed as an outlet or platform",
        Label::Norp if listed.any(Kinds::PEOPLE) => "listed as a people, faith or political family",
        Label::Event if listed.any(Kinds::EVENT) => "listed as an event",
        Label::Law if listed.any(Kinds::LAW) => "listed as a law or treaty",
        Label::Product if listed.any(Kinds::PRODUCT) => "listed as a product",
        Label::Language if listed.any(Kinds::LANGUAGE) => "listed as a language",
        Label::Org | Label::Media | Label::Gpe | Label::Loc | Label::Fac | Label::Event | Label::Law
            if head =>
        {
            "told by its head word"
        }
        Label::Org if page.form(start).case == Case::Upper && tagged.tokens.len() == 1 => {
            "written in capitals"
        }
        Label::Person => "used like persons' names in news",
        Label::Gpe | Label::Loc | Label::Fac => "used like places' names in news",
        Label::Org | Label::Media => "used like organisations' names in news",
        Label::Norp => "used like peoples' names in news",
        _ => "used like names in news",
    }
}
