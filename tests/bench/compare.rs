//! How long each part of comparing takes: medians of one thread, run by hand with `cargo bench --bench compare`.
//!
//! Reading is not counted: the articles are tokens and sentences before the clock starts.

use std::fs;
use std::path::Path;
use std::time::Instant;

use crossread::comparison::{align, candidates, compare};
use crossread::knowledge::Model;
use crossread::story::Story;

#[path = "../suite/check/dice.rs"]
mod dice;
#[path = "../suite/check/drop.rs"]
mod drop;
#[path = "../suite/check/plain.rs"]
mod plain;
#[path = "texts.rs"]
mod texts;

use dice::Dice;
use texts::{edited, sentence, versions};

/// Runs of each measurement; the median of them is printed.
const RUNS: usize = 9;

fn main() {
    let model = Model::embedded();
    if let Some(story) = samples() {
        measure("two sample articles", &story, &model);
    }
    for words in [1_000, 10_000, 100_000] {
        let (a, b) = versions(words, 30);
        measure(
            &format!("{words} words, 30 % of the sentences edited"),
            &drop::story(&[&a, &b]),
            &model,
        );
    }
    let (a, b) = versions(1_000_000, 1);
    measure("1000000 words, 1 % edited", &drop::story(&[&a, &b]), &model);
    let texts: Vec<String> = (0..500).map(|number| article(number / 5, number % 5)).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    measure(
        "500 articles, five versions of each story",
        &drop::story(&texts),
        &model,
    );
}

fn measure(name: &str, story: &Story, model: &Model) {
    let gate = median(|| candidates::candidates(story).len());
    let related = candidates::candidates(story);
    let links = median(|| align::alignments(story, &related, model).len());
    let all = median(|| compare(story, model).passages.len());
    println!("{name}: gate {gate:.2} ms, links and edits {links:.2} ms, whole comparison {all:.2} ms");
}

fn median(work: impl Fn() -> usize) -> f64 {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(work());
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}

fn samples() -> Option<Story> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    let mut files: Vec<_> = fs::read_dir(folder)
        .ok()?
        .flatten()
        .map(|entry| entry.path())
        .collect();
    files.sort();
    let texts: Vec<String> = files
        .iter()
        .take(2)
        .filter_map(|file| fs::read_to_string(file).ok())
        .collect();
    Some(drop::story(&texts.iter().map(String::as_str).collect::<Vec<_>>()))
}

/// One of five versions of a story of some five hundred words.
fn article(story: usize, version: usize) -> String {
    let mut dice = Dice(1_000 + story as u64);
    let first: Vec<String> = (0..24).map(|_| sentence(&mut dice)).collect();
    let mut dice = Dice((story * 7 + version) as u64);
    edited(&first, 25 * version, &mut dice).join("\n")
}
