//! The sample articles against `../shared/gold/seed_ledger.json`.

use std::fs;

use crossread::knowledge::Model;
use serde_json::Value;

use super::{analysis, covers, places, rows};
use crate::ratchet::{hold, shared};

/// The first four labels of the top belong within so many rows.
const FIRST: usize = 8;

/// The other labels of the top within so many.
const TOP: usize = 15;

#[test]
fn sample_articles() {
    let Some(gold) = shared("gold/seed_ledger.json") else {
        return;
    };
    let gold: Value = serde_json::from_str(&fs::read_to_string(gold).expect("the labels")).expect("JSON");
    let names = [
        "000_95e6993f57c6737b.txt",
        "001_e0917929e91c8f01.txt",
        "002_a5aa5458dad75b43.txt",
    ];
    let texts: Vec<String> = names
        .iter()
        .filter_map(|name| fs::read_to_string(shared("seeds")?.join(name)).ok())
        .collect();
    let files: Vec<(&str, &str)> = names.into_iter().zip(texts.iter().map(String::as_str)).collect();
    let (rows, _) = rows(&analysis(&Model::embedded(), &files));
    assert!(
        rows.iter().all(|row| !row.spans.contains_key(&2)),
        "the unrelated article has findings"
    );
    let (mut top, mut in_place, mut found, mut all) = (0, 0, 0, 0);
    for item in gold["items"].as_array().expect("labels") {
        let hit = rows.iter().position(|row| {
            let kind = item["kinds"]
                .as_array()
                .expect("kinds")
                .iter()
                .any(|kind| kind == row.kind);
            kind && ["a", "b"].iter().enumerate().all(|(article, side)| {
                let spans = row.spans.get(&article).map_or(&[][..], Vec::as_slice);
                let words = item[side].as_str();
                words.is_none_or(|words| {
                    places(&texts[article], words)
                        .iter()
                        .any(|&place| covers(spans, place))
                })
            })
        });
        let is_top = item["top"] == true;
        let limit = if top < 4 { FIRST } else { TOP };
        top += usize::from(is_top);
        in_place += usize::from(is_top && hit.is_some_and(|at| at < limit));
        all += 1;
        found += usize::from(hit.is_some());
        println!(
            "{} {} | {}",
            hit.map_or("missed".to_owned(), |at| (at + 1).to_string()),
            item["a"],
            item["b"]
        );
    }
    for style in gold["style"].as_array().expect("labels") {
        let words = |side: &str| style[side].as_str().expect("words").to_owned();
        let outside = rows.iter().find(|row| {
            let only = |article: usize, side: &str| {
                let places = places(&texts[article], &words(side));
                row.spans.get(&article).is_some_and(|spans| {
                    spans
                        .iter()
                        .all(|span| places.iter().any(|place| place.contains(*span)))
                })
            };
            only(0, "a") && only(1, "b")
        });
        assert!(
            outside.is_none(),
            "style outside its group: {}",
            outside.map_or("", |row| &row.summary)
        );
    }
    hold(
        "ledger seeds top in place",
        f64::from(in_place as u32) / f64::from(top as u32),
    );
    hold(
        "ledger seeds found with a right kind",
        f64::from(found as u32) / f64::from(all),
    );
}
