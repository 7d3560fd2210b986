//! Rewrites that are to mean the same: news articles that teachers wrote again in plainer English (`OneStop`). That one of two
//! versions denies what the other says is false in nearly all of them, so the fewer such findings the better; the few true ones
//! are slips of the rewriters, as 80g for 80mg.

use std::fs;

use crossread::knowledge::Model;
use serde_json::Value;

use super::{analysis, rows};
use crate::ratchet::{hold, shared};

/// Rules by which two versions cannot both be so, or count another thing.
const CONTRARY: &[&str] = &[
    "attribution.contrary-verb",
    "hedge.contrary",
    "hedge.headline",
    "hedge.negation",
    "number.harm",
    "number.magnitude",
    "number.unit",
    "statement.contrary",
    "statement.denied",
];

#[test]
fn plainer_rewrites() {
    let Some(path) = shared("data/align/onestop_par3.json") else {
        return;
    };
    let Some(good) = shared("data/align/onestop_good_ids.json") else {
        return;
    };
    let read =
        |path| -> Value { serde_json::from_str(&fs::read_to_string(path).expect("UTF-8")).expect("JSON") };
    let (all, good) = (read(path), read(good));
    let model = Model::embedded();
    let (mut pairs, mut plain, mut hedged, mut found) = (0, 0, 0, 0);
    for set in all["sets"].as_array().expect("sets") {
        if !good.as_array().expect("ids").contains(&set["id"]) {
            continue;
        }
        let text = |level: &str| {
            let paragraphs = set["docs"][level].as_array().expect("paragraphs").iter();
            let paragraphs: Vec<&str> = paragraphs.filter_map(Value::as_str).collect();
            paragraphs.join("\n\n")
        };
        let advanced = text("adv");
        for level in ["int", "ele"] {
            let rewritten = text(level);
            let (rows, _) = rows(&analysis(&model, &[("a.txt", &advanced), ("b.txt", &rewritten)]));
            let mut contrary = rows.iter().filter(|row| CONTRARY.contains(&row.rule)).peekable();
            pairs += 1;
            plain += usize::from(contrary.peek().is_none());
            hedged += rows.iter().filter(|row| row.rule == "hedge.one-sided").count();
            for row in contrary {
                found += 1;
                println!("{} {level} {}: {}", set["id"], row.rule, row.summary);
            }
        }
    }
    println!("{pairs} pairs, {plain} without a contrary, {found} contraries, {hedged} hedged on one side");
    hold(
        "ledger rewrites without a contrary",
        plain as f64 / f64::from(pairs),
    );
}
