//! Saved pages: text and fields of the sites that training held back, as `metrics.md` counts them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::Path;

use crossread::article::document::{BlockKind, Document};
use crossread::article::ingest::{File, ingest};
use crossread::article::times::calendar;
use crossread::knowledge::Model;
use serde_json::Value;

use crate::deal;
use crate::ratchet::{hold, shared};

#[derive(Default)]
struct Mean(f64, f64);

impl Mean {
    fn add(&mut self, value: f64) {
        self.0 += value;
        self.1 += 1.0;
    }

    fn value(&self) -> f64 {
        self.0 / self.1.max(1.0)
    }
}

#[test]
fn held_back_sites() {
    let Some(folder) = shared("data/extract") else {
        return;
    };
    let model = Model::embedded();
    let (mut text, mut title, mut date) = (Mean::default(), Mean::default(), Mean::default());
    let (mut hits, mut found, mut wanted) = (0, 0, 0);
    let (mut with, mut without) = (Mean::default(), Mean::default());
    for name in [
        "extract_wcxb_articles_dev.jsonl",
        "extract_trafilatura_eval.jsonl",
    ] {
        let rows = fs::read_to_string(folder.join(name)).unwrap();
        for row in rows.lines() {
            let row: Value = serde_json::from_str(row).unwrap();
            if let (_, Some(_)) = deal::deal(row["url"].as_str().unwrap()) {
                continue;
            }
            let bytes = unpacked(&folder.join(row["html"].as_str().unwrap()));
            let file = File {
                format: crossread::article::ingest::Format::named("html"),
                ..File::new("page.html", &bytes)
            };
            let documents = ingest(&file, &model).articles;
            let document = documents.first();
            let body = document.map_or_else(String::new, body);
            if let Some(gold) = row["body"].as_str().filter(|gold| !gold.is_empty()) {
                text.add(f1(&words(&body), &words(gold)));
            } else {
                let told = words(&body).join(" ");
                for (list, mean) in [("with", &mut with), ("without", &mut without)] {
                    for snippet in row[list]
                        .as_array()
                        .into_iter()
                        .flatten()
                        .filter_map(Value::as_str)
                    {
                        let there = told.contains(&words(snippet).join(" "));
                        mean.add(f64::from(there));
                    }
                }
            }
            let told = |what: &str, ours: &str, gold: &str| {
                if std::env::var_os("SHOW").is_some() {
                    println!("{what}: {} {ours:?} not {gold:?}", row["html"]);
                }
            };
            if let Some(gold) = row["title"].as_str().filter(|gold| !gold.is_empty()) {
                let ours = document
                    .and_then(|d| d.metadata.title.as_ref())
                    .map_or("", |t| t.value.as_str());
                let right = fold(ours) == fold(gold);
                title.add(f64::from(right));
                if !right {
                    told("title", ours, gold);
                }
            }
            if let Some(gold) = row["author"].as_str().filter(|gold| !gold.is_empty()) {
                let gold: BTreeSet<String> = people(gold);
                let ours = document.map(|d| &d.metadata.authors).into_iter().flatten();
                let ours: BTreeSet<String> = ours.map(|author| fold(&author.value)).collect();
                hits += gold.intersection(&ours).count();
                found += ours.len();
                wanted += gold.len();
                if gold != ours {
                    told("author", &format!("{ours:?}"), &format!("{gold:?}"));
                }
            }
            if let Some(gold) = row["date"].as_str().filter(|gold| !gold.is_empty()) {
                let ours = document
                    .and_then(|d| d.metadata.published.as_ref())
                    .map(|p| calendar::iso(p.day));
                let right = ours.as_deref() == gold.get(..10);
                date.add(f64::from(right));
                if !right {
                    told("date", &format!("{ours:?}"), gold);
                }
            }
        }
    }
    hold("pages text F1, sites held back", text.value());
    hold("pages title exact, sites held back", title.value());
    hold(
        "pages author F1, sites held back",
        2.0 * f64::from(u32::try_from(hits).unwrap()) / (found + wanted) as f64,
    );
    hold("pages date, sites held back", date.value());
    println!(
        "snippets kept {:.4}, set aside {:.4}",
        with.value(),
        1.0 - without.value()
    );
    let right = with.0 + without.1 - without.0;
    hold(
        "pages snippets kept or set aside rightly, sites held back",
        right / (with.1 + without.1),
    );
}

/// The article's words: what is told, without title, fields and furniture.
fn body(document: &Document) -> String {
    let told = |kind: BlockKind| {
        kind.is_body() || matches!(kind, BlockKind::Subhead | BlockKind::Dateline | BlockKind::Note)
    };
    let pieces = document.blocks.iter().filter(|block| told(block.kind));
    pieces
        .map(|block| block.span.of(&document.text).to_owned() + "\n")
        .collect()
}

fn unpacked(path: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(fs::File::open(path).unwrap())
        .read_to_end(&mut bytes)
        .unwrap();
    bytes
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
    words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn fold(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|c| match c {
            '’' | '‘' => '\'',
            '“' | '”' => '"',
            '–' | '—' => '-',
            c => c,
        })
        .collect();
    plain
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

/// The names of a gold entry: "A, B and C".
fn people(text: &str) -> BTreeSet<String> {
    let text = text
        .replace(" and ", ",")
        .replace(" & ", ",")
        .replace([';', '|'], ",");
    text.split(',')
        .map(fold)
        .filter(|name| !name.is_empty())
        .collect()
}

fn f1(ours: &[String], gold: &[String]) -> f64 {
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    for word in gold {
        *left.entry(word).or_insert(0) += 1;
    }
    let mut hit = |word: &&String| {
        let count = left.get_mut(word.as_str()).filter(|count| **count > 0);
        count.map(|count| *count -= 1).is_some()
    };
    let hits = ours.iter().filter(|word| hit(word)).count();
    if hits == 0 {
        0.0
    } else {
        2.0 * hits as f64 / (ours.len() + gold.len()) as f64
    }
}
