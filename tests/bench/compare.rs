//! How long each part of comparing takes: medians of one thread, run by hand with `cargo bench --bench compare`.
//!
//! Reading is not counted: the articles are tokens and sentences before the clock starts.

use std::fs;
use std::path::Path;
use std::time::Instant;

use crossread::comparison::kinship::Relations;
use crossread::comparison::{align, candidates, changes, kinship};
use crossread::knowledge::Model;
use crossread::story::{Alike, Story};

#[path = "../suite/check/dice.rs"]
mod dice;
#[path = "../suite/check/drop.rs"]
mod drop;
#[path = "../suite/check/plain.rs"]
mod plain;
#[path = "stories.rs"]
mod stories;
#[path = "texts.rs"]
mod texts;

use stories::article;
use texts::versions;

/// Runs of each measurement; the median of them is printed.
const RUNS: usize = 9;

fn main() {
    let model = Model::embedded();
    if let Some(story) = samples() {
        measure("two sample articles, without names and quotes", &story, &model);
    }
    growth([1_000, 10_000, 100_000, 1_000_000], |words| {
        let (a, b) = versions(words, 30);
        let story = drop::story(&[&a, &b]);
        measure(
            &format!("{words} words, 30 % of the sentences edited"),
            &story,
            &model,
        )
    });
    growth([10_000, 100_000, 1_000_000], |words| {
        let (a, b) = versions(words, 1);
        let story = drop::story(&[&a, &b]);
        measure(&format!("{words} words, 1 % edited"), &story, &model)
    });
    growth([10, 100], |count| {
        let texts: Vec<String> = (0..count).map(|number| article(0, number % 5)).collect();
        let story = drop::story(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        measure(&format!("{count} near-copies of one story"), &story, &model)
    });
    growth([50, 500], |count| {
        let texts: Vec<String> = (0..count).map(|number| article(number / 5, number % 5)).collect();
        let story = drop::story(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        measure(
            &format!("{count} articles, five versions of each story"),
            &story,
            &model,
        )
    });
}

/// Measures steps of ten and prints by how much each takes longer than the one before: near 10 is near-linear.
fn growth<const STEPS: usize>(sizes: [usize; STEPS], mut measure: impl FnMut(usize) -> f64) {
    let mut before = None;
    for size in sizes {
        let time = measure(size);
        if let Some(before) = before {
            println!("    x{:.1} for x10", time / before);
        }
        before = Some(time);
    }
}

/// Prints how long each part takes and returns how long finding links, word edits and passages does: what a diff does.
/// Kinship and the ledger are what Crossread makes of them.
fn measure(name: &str, story: &Story, model: &Model) -> f64 {
    let gate = median(|| candidates::candidates(story).len());
    let related = candidates::candidates(story);
    let links = median(|| align::alignments(story, &related, model).len());
    let alignments = align::alignments(story, &related, model);
    let joined = median(|| align::passages(story, &alignments).len());
    let passages = align::passages(story, &alignments);
    let anew = Alike::none(story.articles.len());
    let kin = median(|| {
        let links = (&related[..], &alignments[..], &passages[..]);
        let relations = kinship::renew(Relations::default(), story, links, &anew);
        relations.kinship.len()
    });
    let utterances = changes::utterances(story, &passages);
    let ledger = median(|| {
        let (links, read) = ((&alignments[..], &passages[..]), &mut changes::Read::default());
        changes::changes(story, links, &utterances, model, (read, &anew.read)).len()
    });
    let diff = gate + links + joined;
    println!(
        "{name}: {diff:.2} ms = gate {gate:.2} + links and edits {links:.2} + passages {joined:.2}; kinship {kin:.2}, ledger {ledger:.2}"
    );
    diff
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
