//! Tables of names and words, from sorted TSV files beside this one.
//!
//! A table is a list of lines `form<TAB>…`, sorted by the bytes of the form, after a header of `#` lines that name
//! source, licence and columns. `tests/tidy` holds the order. `pack.rs` packs them when the program is built, `coding`
//! says how, and they are unpacked once, when they are first asked for.

mod coding;
mod table;

use std::sync::LazyLock;

pub use table::Table;

/// All tables as `pack.rs` makes them.
static PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/lexicon.txt"));

/// Each table's name and its lines.
static TABLES: LazyLock<Vec<(&str, String)>> =
    LazyLock::new(|| PACKED.split("\n\n").filter_map(unpacked).collect());

/// The name of a table and its lines, those with the same columns together.
fn unpacked(packed: &str) -> Option<(&str, String)> {
    let (name, groups) = packed.split_once('\n')?;
    let mut lines = String::new();
    for group in groups.lines() {
        let end = |text: &str| {
            text.find(|sign| coding::shared(sign).is_some())
                .unwrap_or(text.len())
        };
        let (columns, mut rest) = group.split_at(end(group));
        let mut form = String::new();
        while let Some(shared) = rest.chars().next().and_then(coding::shared) {
            let more = &rest[1..];
            let (own, next) = more.split_at(end(more));
            form.truncate(shared);
            form += own;
            rest = next;
            lines += &form;
            if !columns.is_empty() {
                lines.push('\t');
                lines += columns;
            }
            lines.push('\n');
        }
    }
    Some((name, lines))
}

fn table(name: &str) -> Table {
    let lines = TABLES.iter().find(|(known, _)| *known == name);
    Table::new(lines.map_or("", |(_, lines)| lines.as_str()))
}

/// All tables. Forms are in lower case but for [`Lexicon::acronyms`], where case tells "US" from "us".
#[derive(Debug)]
pub struct Lexicon {
    /// Places with their kind (country, state, city, loc, fac) and, where it differs, their main form.
    pub places: Table,
    /// Peoples, faiths and political families: "ukrainian", "shiites".
    pub peoples: Table,
    /// Peoples, capitals and seats of government with their country: "kremlin", "russia", "seat".
    pub kin: Table,
    /// Organisations, media, events, laws, products and languages, with their kind.
    pub names: Table,
    /// Short forms with their case, their kind ("none" for no name) and main form.
    pub acronyms: Table,
    /// Full names of people who are often in the news.
    pub people: Table,
    /// Names of the news of 2020-2026 that labelled sets are too old for, with their kind and region.
    pub today: Table,
    /// Family names that mean a person even alone.
    pub surnames: Table,
    /// Given names.
    pub given: Table,
    /// Family names.
    pub family: Table,
    /// Short forms of given names with the names that they stand for: "bill", "william".
    pub nicknames: Table,
    /// Words that end a role: "president", "aide".
    pub roles: Table,
    /// Occupations and functions that end a role too: "nurse", "goalkeeper". The model does not see them.
    pub occupations: Table,
    /// Words that may stand inside a role before its last: "foreign", "deputy".
    pub role_words: Table,
    /// Words that tell what a capitalised run names by ending it: "ministry", "river".
    pub heads: Table,
    /// Words that are often capitalised and name nothing.
    pub common: Table,
    /// Words for sources without a name, "strong" or "weak".
    pub sources: Table,
    /// Verbs that people do.
    pub says: Table,
    /// How rare the most frequent words of news are.
    pub frequencies: Table,
    /// Abbreviations with their class, without their last full stop.
    pub abbreviations: Table,
    /// How credits, datelines and bylines name news agencies and picture services, with their name and kind.
    pub agencies: Table,
    /// Verbs that give words to somebody, with their lemma and class: "said", "denied".
    pub cues: Table,
    /// Verbs that do something with words without a clause: "criticised", "called for".
    pub acts: Table,
    /// Lines of web pages that are not the article; "whole" or "begins".
    pub furniture: Table,
    /// Words of the lines that say who wrote a text, with what they are there.
    pub bylines: Table,
}

impl Lexicon {
    /// The tables that are built into this program.
    pub fn embedded() -> Self {
        Self {
            places: table("places"),
            peoples: table("peoples"),
            kin: table("kin"),
            names: table("names"),
            acronyms: table("acronyms"),
            people: table("people"),
            today: table("today"),
            surnames: table("surnames"),
            given: table("first"),
            family: table("last"),
            nicknames: table("nicknames"),
            roles: table("roles"),
            occupations: table("occupations"),
            role_words: table("role_words"),
            heads: table("heads"),
            common: table("common"),
            sources: table("sources"),
            says: table("says"),
            frequencies: table("frequencies"),
            abbreviations: table("abbreviations"),
            agencies: table("agencies"),
            cues: table("cues"),
            acts: table("acts"),
            furniture: table("furniture"),
            bylines: table("bylines"),
        }
    }
}
