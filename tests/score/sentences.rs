//! Sentences: boundaries against Universal Dependencies and the golden rules, as `metrics.md` counts them.

use std::collections::BTreeSet;
use std::fs;

use crossread::article::segment;
use crossread::knowledge::Model;
use crossread::text::Span;
use serde_json::Value;

use crate::paragraphs;
use crate::ratchet::{hold, shared};

fn sentences(text: &str, model: &Model) -> Vec<Span> {
    let segments = segment::segments(&paragraphs::document(text), model);
    segments.sentences.iter().map(|s| s.span).collect()
}

fn lines(path: &str) -> Option<Vec<Value>> {
    let text = fs::read_to_string(shared(path)?).unwrap();
    Some(text.lines().map(|l| serde_json::from_str(l).unwrap()).collect())
}

#[test]
fn boundaries() {
    let model = Model::embedded();
    for (file, name) in [
        ("sent_ud_ewt_dev", "sentences EWT dev boundary F1"),
        ("sent_ud_gum_dev", "sentences GUM dev boundary F1"),
    ] {
        let Some(cases) = lines(&format!("data/sentences/{file}.jsonl")) else {
            return;
        };
        let (mut hits, mut wanted, mut found) = (0, 0, 0);
        for case in &cases {
            let text = case["text"].as_str().unwrap();
            let points: Vec<usize> = text
                .char_indices()
                .map(|(at, _)| at)
                .chain([text.len()])
                .collect();
            let gold = case["sents"].as_array().unwrap();
            let mut gold: BTreeSet<usize> = gold
                .iter()
                .map(|s| points[s[1].as_u64().unwrap() as usize])
                .collect();
            let mut ours: BTreeSet<usize> = sentences(text, &model).iter().map(|s| s.end()).collect();
            // The document's end is nobody's merit.
            gold.pop_last();
            ours.pop_last();
            hits += gold.intersection(&ours).count();
            wanted += gold.len();
            found += ours.len();
            if std::env::var_os("SHOW").is_some() {
                show(text, &gold, &ours);
            }
        }
        hold(name, 2.0 * hits as f64 / (wanted + found) as f64);
    }
}

/// Prints what differs, for whoever reads the score.
fn show(text: &str, gold: &BTreeSet<usize>, ours: &BTreeSet<usize>) {
    for (title, list) in [
        ("missed", gold.difference(ours)),
        ("wrong", ours.difference(gold)),
    ] {
        for &at in list {
            let tail = |s: &str| {
                s.chars()
                    .rev()
                    .take(40)
                    .collect::<Vec<_>>()
                    .into_iter()
                    .rev()
                    .collect::<String>()
            };
            let after: String = text[at..].chars().take(40).collect();
            println!(
                "{title}: {}|{}",
                tail(&text[..at]).replace('\n', "/"),
                after.replace('\n', "/")
            );
        }
    }
}

#[test]
fn golden_rules() {
    let model = Model::embedded();
    let Some(cases) = lines("data/sentences/sent_golden_rules_en.jsonl") else {
        return;
    };
    let right = cases.iter().filter(|case| {
        let text = case["text"].as_str().unwrap();
        let ours: Vec<&str> = sentences(text, &model).iter().map(|s| s.of(text)).collect();
        let gold: Vec<&str> = case["sents"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(Value::as_str)
            .collect();
        if ours != gold {
            println!("golden: {ours:?}");
        }
        ours == gold
    });
    hold(
        "sentences golden rules",
        right.count() as f64 / cases.len() as f64,
    );
}
