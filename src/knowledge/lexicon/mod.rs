//! Tables of names and words, read in place from sorted TSV files beside this one.
//!
//! A table is a list of lines `form<TAB>…`, sorted by the bytes of the form, after a header of `#` lines that name
//! source, licence and columns. `tests/tidy` holds the order.

mod table;

pub use table::Table;

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
}

impl Lexicon {
    /// The tables that are built into this program.
    pub fn embedded() -> Self {
        Self {
            places: Table::new(include_str!("places.tsv")),
            peoples: Table::new(include_str!("peoples.tsv")),
            kin: Table::new(include_str!("kin.tsv")),
            names: Table::new(include_str!("names.tsv")),
            acronyms: Table::new(include_str!("acronyms.tsv")),
            people: Table::new(include_str!("people.tsv")),
            today: Table::new(include_str!("today.tsv")),
            surnames: Table::new(include_str!("surnames.tsv")),
            given: Table::new(include_str!("first.tsv")),
            family: Table::new(include_str!("last.tsv")),
            nicknames: Table::new(include_str!("nicknames.tsv")),
            roles: Table::new(include_str!("roles.tsv")),
            occupations: Table::new(include_str!("occupations.tsv")),
            role_words: Table::new(include_str!("role_words.tsv")),
            heads: Table::new(include_str!("heads.tsv")),
            common: Table::new(include_str!("common.tsv")),
            sources: Table::new(include_str!("sources.tsv")),
            says: Table::new(include_str!("says.tsv")),
            frequencies: Table::new(include_str!("frequencies.tsv")),
            abbreviations: Table::new(include_str!("abbreviations.tsv")),
            agencies: Table::new(include_str!("agencies.tsv")),
            cues: Table::new(include_str!("cues.tsv")),
            acts: Table::new(include_str!("acts.tsv")),
            furniture: Table::new(include_str!("furniture.tsv")),
        }
    }
}
