//! The lists of names and words: what is packed when the program is built is what their files say.

use crossread::knowledge::Model;
use crossread::knowledge::lexicon::{Lexicon, Table};

/// A list's file, and the table that it becomes.
fn tables(lexicon: &Lexicon) -> [(&'static str, &Table); 24] {
    [
        ("places", &lexicon.places),
        ("peoples", &lexicon.peoples),
        ("kin", &lexicon.kin),
        ("names", &lexicon.names),
        ("acronyms", &lexicon.acronyms),
        ("people", &lexicon.people),
        ("today", &lexicon.today),
        ("surnames", &lexicon.surnames),
        ("first", &lexicon.given),
        ("last", &lexicon.family),
        ("nicknames", &lexicon.nicknames),
        ("roles", &lexicon.roles),
        ("occupations", &lexicon.occupations),
        ("role_words", &lexicon.role_words),
        ("heads", &lexicon.heads),
        ("common", &lexicon.common),
        ("sources", &lexicon.sources),
        ("says", &lexicon.says),
        ("frequencies", &lexicon.frequencies),
        ("abbreviations", &lexicon.abbreviations),
        ("agencies", &lexicon.agencies),
        ("cues", &lexicon.cues),
        ("acts", &lexicon.acts),
        ("furniture", &lexicon.furniture),
    ]
}

#[test]
fn every_row_of_every_list_is_found_and_no_other() {
    let model = Model::embedded();
    for (name, table) in tables(&model.lexicon) {
        let path = format!("{}/src/knowledge/lexicon/{name}.tsv", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&path).expect("the list is there");
        let lines = text
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'));
        let rows: Vec<(&str, &str)> = lines
            .map(|line| line.split_once('\t').unwrap_or((line, "")))
            .collect();
        assert!(!rows.is_empty(), "{name}");
        for (form, columns) in &rows {
            assert_eq!(table.get(form), Some(*columns), "{name}: {form}");
        }
        assert_eq!(table.forms().count(), rows.len(), "{name}");
    }
}
