//! How long comparing takes: medians of one thread, run by hand with `cargo bench --bench compare`.
//!
//! Reading is not counted: the articles are tokens and sentences before the clock starts.

use std::fs;
use std::path::Path;
use std::time::Instant;

use crossread::comparison::{align, candidates, compare};
use crossread::knowledge::Model;
use crossread::story::Story;

#[path = "../suite/check/drop.rs"]
mod drop;
#[path = "../suite/check/plain.rs"]
mod plain;

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

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    /// A made-up word; low numbers are frequent, as in any language.
    fn word(&mut self) -> String {
        let range = 1 << (1 + self.roll(15));
        let mut number = self.roll(range);
        let mut word = String::new();
        loop {
            word.push(char::from(b"bdfgklmnprst"[number % 12]));
            word.push(char::from(b"aeiou"[number / 12 % 5]));
            number /= 60;
            if number == 0 {
                return word;
            }
        }
    }

    fn sentence(&mut self) -> String {
        let words: Vec<String> = (0..8 + self.roll(30)).map(|_| self.word()).collect();
        format!("T{}.", words.join(" "))
    }
}

/// Two versions of a text: of so many percent of the sentences some words differ, some move, some are new.
fn versions(words: usize, percent: usize) -> (String, String) {
    let mut dice = Dice(3);
    let first: Vec<String> = (0..words / 22).map(|_| dice.sentence()).collect();
    (first.join("\n"), edited(&first, percent, &mut dice).join("\n"))
}

fn edited(first: &[String], percent: usize, dice: &mut Dice) -> Vec<String> {
    let mut second = first.to_vec();
    for at in 0..second.len() {
        if dice.roll(100) >= percent {
            continue;
        }
        match dice.roll(10) {
            0 => second[at] = dice.sentence(),
            1 => {
                let other = (at + dice.roll(20)).min(second.len() - 1);
                second.swap(at, other);
            }
            _ => {
                let mut words: Vec<String> = second[at].split(' ').map(str::to_owned).collect();
                for _ in 0..=dice.roll(4) {
                    let place = dice.roll(words.len());
                    words[place] = dice.word();
                }
                second[at] = words.join(" ");
            }
        }
    }
    second
}

/// One of five versions of a story of some five hundred words.
fn article(story: usize, version: usize) -> String {
    let mut dice = Dice(1_000 + story as u64);
    let first: Vec<String> = (0..24).map(|_| dice.sentence()).collect();
    let mut dice = Dice((story * 7 + version) as u64);
    edited(&first, 25 * version, &mut dice).join("\n")
}
