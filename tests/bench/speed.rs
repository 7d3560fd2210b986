//! How fast Crossread reads and compares, beside two word diffs that others use: `cargo bench --bench speed`. With
//! `--target wasm32-wasip1` the same runs as WebAssembly in V8, the engine of Chromium (node, and the target, which
//! `rustup target add` brings).
//!
//! One thread, CPU time, best of five, peers in the same run, so the ratios hold on any machine. The peers only find
//! words in common; Crossread also finds what moved, was split, merged or reworded, and tells style apart.
//! jsdiff is installed by npm when it is first needed; without node or npm its column is left out and says so.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crossread::analyse;
use crossread::article::document::Document;
use crossread::article::ingest::{File, ingest};
use crossread::article::names::names;
use crossread::article::quotes::quotes;
use crossread::article::segment::segments;
use crossread::article::tag::Evidence;
use crossread::article::times::{Anchors, times_and_numbers};
use crossread::article::{Article, tag};
use crossread::comparison::{align, candidates, diff};
use crossread::knowledge::Model;
use crossread::story::Story;
use imara_diff::{Algorithm, Diff, InternedInput};
use serde_json::{Value, json};
use std::sync::Arc;

#[path = "clock.rs"]
mod clock;
#[path = "../suite/check/dice.rs"]
mod dice;
#[path = "../suite/check/drop.rs"]
mod drop;
#[path = "../suite/check/plain.rs"]
mod plain;
#[path = "texts.rs"]
mod texts;

use clock::best;

/// The version of the npm package `diff` (jsdiff) that is compared with.
const JSDIFF: &str = "diff@9.0.0";

fn main() {
    let model = Model::embedded();
    println!("the model is ready in {:.1} ms\n", best(Model::embedded) * 1e3);
    reading(&model);
    if std::env::args().all(|word| word != "reading") {
        comparing(&model);
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Texts of the files of a folder that are articles, in order.
fn articles(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    files.retain(|file| file.file_name().is_some_and(|name| name != "README.md"));
    files.sort();
    files
        .iter()
        .filter_map(|file| fs::read_to_string(file).ok())
        .collect()
}

/// The page's samples over and over: a megabyte of news in articles of some 350 words.
fn reading(model: &Model) {
    let samples = articles(&root().join("www/samples"));
    let bytes: usize = samples.iter().map(String::len).sum();
    let files: Vec<&str> = samples
        .iter()
        .map(String::as_str)
        .cycle()
        .take(1_000_000 / bytes * samples.len())
        .collect();
    let megabytes = files.iter().map(|text| text.len()).sum::<usize>() as f64 / 1e6;
    let documents = || -> Vec<Document> {
        let read = files
            .iter()
            .map(|text| ingest(&File::new("a.txt", text.as_bytes()), model));
        read.flat_map(|documents| documents.articles).collect()
    };
    let shared: Vec<Arc<Document>> = documents().into_iter().map(Arc::new).collect();
    let segmented: Vec<_> = shared.iter().map(|document| segments(document, model)).collect();
    let tokens = segmented
        .iter()
        .map(|segments| segments.tokens.len())
        .sum::<usize>() as f64;
    println!(
        "reading {megabytes:.2} MB, {tokens} tokens, {} articles",
        shared.len()
    );
    let speed = |what: &str, seconds: f64| {
        println!(
            "  {what:<34} {:>8.1} MB/s {:>8.2} M tokens/s",
            megabytes / seconds,
            tokens / seconds / 1e6
        );
    };
    speed("bytes to documents", best(documents));
    speed(
        "tokens and sentences",
        best(|| {
            shared
                .iter()
                .map(|d| segments(d, model).tokens.len())
                .sum::<usize>()
        }),
    );
    let none = Evidence::default();
    let anchors = Anchors::default();
    let pairs = || shared.iter().zip(&segmented);
    speed(
        "mentions",
        best(|| {
            pairs()
                .map(|(d, s)| tag::mentions(d, s, model, &none).len())
                .sum::<usize>()
        }),
    );
    let decisions = crossread::article::decisions::Decisions::default();
    let article = |(document, segments): (&Arc<Document>, &crossread::article::segment::Segments)| {
        Article::read(
            Arc::clone(document),
            segments.clone(),
            model,
            &none,
            &anchors,
            &decisions,
        )
        .quotes
        .len()
    };
    speed(
        "times and numbers",
        best(|| {
            pairs()
                .map(|(d, s)| times_and_numbers(d, s, model, &anchors).0.len())
                .sum::<usize>()
        }),
    );
    let tagged: Vec<_> = pairs().map(|(d, s)| tag::mentions(d, s, model, &none)).collect();
    let triples = || pairs().zip(&tagged);
    speed(
        "names",
        best(|| {
            triples()
                .map(|((d, s), m)| names(d, s, m, model).len())
                .sum::<usize>()
        }),
    );
    speed(
        "quotes",
        best(|| {
            triples()
                .map(|((d, s), m)| quotes(d, s, m, &[], model).len())
                .sum::<usize>()
        }),
    );
    speed(
        "mentions, times, names and quotes",
        best(|| pairs().map(article).sum::<usize>()),
    );
}

/// Pairs of texts, Crossread's times and its peers', in milliseconds.
fn comparing(model: &Model) {
    let mut pairs = Vec::new();
    let seeds = articles(&root().join("../shared/seeds"));
    match seeds.as_slice() {
        [a, b, ..] => pairs.push(("seed pair", a.clone(), b.clone())),
        _ => println!("SKIPPED: ../shared/seeds is not here, so its pair was not compared"),
    }
    for (name, words) in [("10,000 words", 10_000), ("100,000 words", 100_000)] {
        let (a, b) = texts::versions(words, 30);
        pairs.push((name, a, b));
    }
    let peers = jsdiff(&pairs);
    println!("\ncomparing, in ms; behind each peer its time as a multiple of Crossread's links and edits");
    println!(
        "  {:<14} {:>16} {:>14} {:>20} {:>20} {:>12}",
        "", "links and edits", "words alone", "imara-diff", "jsdiff", "all of it"
    );
    for (index, (name, a, b)) in pairs.iter().enumerate() {
        let story = drop::story(&[a, b]);
        let links = best(|| {
            align::alignments(&story, &candidates::candidates(&story, &Model::embedded()), model).len()
        });
        let words = best(|| diff::edits(&side(&story, 0), &side(&story, 1)).len());
        let imara = best(|| {
            let mut input = InternedInput::default();
            input.update_before(pieces(a));
            input.update_after(pieces(b));
            Diff::compute(Algorithm::Histogram, &input).count_additions()
        });
        let all = best(|| {
            let read = |name, text: &str| ingest(&File::new(name, text.as_bytes()), model);
            analyse(
                [("a.txt", a), ("b.txt", b)]
                    .into_iter()
                    .flat_map(|(name, text)| read(name, text).articles),
                model,
            )
        });
        let beside = |seconds: f64| format!("{:.2} ({:.2} x)", seconds * 1e3, seconds / links);
        let jsdiff = peers.get(index).map_or_else(
            || "-".to_owned(),
            |peer| {
                peer.as_f64()
                    .map_or_else(|| "gave up after 60 s".to_owned(), |ms| beside(ms / 1e3))
            },
        );
        println!(
            "  {name:<14} {:>16.2} {:>14.2} {:>20} {jsdiff:>20} {:>12.1}",
            links * 1e3,
            words * 1e3,
            beside(imara),
            all * 1e3
        );
    }
}

/// The words and the gaps between them, as a user of imara-diff would cut a text.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(|c: char| !c.is_alphanumeric())
}

fn side(story: &Story, article: usize) -> diff::Side<'_> {
    let article = &story.articles[article];
    let segments = &article.segments;
    let sentences = segments
        .sentences
        .iter()
        .map(|s| (s.span, &segments.tokens[s.tokens.clone()]));
    diff::Side::new(article.text(), sentences)
}

/// Milliseconds of jsdiff for each pair, null where it gave up; nothing where it cannot run.
fn jsdiff(pairs: &[(&str, String, String)]) -> Vec<Value> {
    let folder = root().join("tests/bench");
    let package = JSDIFF.replace("diff@", "");
    let installed = fs::read_to_string(folder.join("node_modules/diff/package.json"));
    if !installed.is_ok_and(|manifest| manifest.contains(&format!("\"version\": \"{package}\""))) {
        let npm = Command::new("npm")
            .args([
                "install",
                "--no-save",
                "--no-package-lock",
                "--silent",
                "--prefix",
                ".",
                JSDIFF,
            ])
            .current_dir(&folder)
            .status();
        if !npm.is_ok_and(|status| status.success()) {
            println!("SKIPPED: npm could not install {JSDIFF}, so jsdiff was not measured");
            return Vec::new();
        }
    }
    let input = folder.join("node_modules/pairs.json");
    let pairs: Vec<Value> = pairs.iter().map(|(_, a, b)| json!([a, b])).collect();
    let written = fs::write(&input, json!({"runs": clock::RUNS, "pairs": pairs}).to_string());
    let output = Command::new("node")
        .arg("jsdiff.mjs")
        .arg(&input)
        .current_dir(&folder)
        .output();
    match (written, output) {
        (Ok(()), Ok(output)) if output.status.success() => {
            serde_json::from_slice(&output.stdout).unwrap_or_default()
        }
        (_, output) => {
            println!("SKIPPED: node failed, so jsdiff was not measured: {output:?}");
            Vec::new()
        }
    }
}
