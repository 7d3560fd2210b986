//! One measurement of comparing at a time, for `run.py`, which puts it beside peers. Built for wasm32-wasip1 it runs in
//! V8 like the page:
//!
//! ```text
//! write FOLDER         makes texts: a folder each comparison, a file each version
//! crossread FOLDER     milliseconds from texts to links, word edits and passages
//! linking FOLDER       the same, from tokens and sentences
//! imara FOLDER         the same by imara-diff, of each two texts
//! memory FOLDER        megabytes of memory that this comes to, its program and the model in it; in WebAssembly alone
//! ```

use std::fs;
use std::path::Path;
use std::sync::Arc;

use crossread::article::Article;
use crossread::article::document::{Block, BlockKind, Document};
use crossread::article::segment::segments;
use crossread::comparison::{align, candidates};
use crossread::knowledge::Model;
use crossread::story::{Dating, Inputs, Story};
use crossread::text::Span;
use imara_diff::{Algorithm, Diff, InternedInput};

#[path = "../clock.rs"]
mod clock;
#[path = "../../suite/check/dice.rs"]
mod dice;
#[path = "../stories.rs"]
mod stories;
#[path = "../texts.rs"]
mod texts;

fn main() {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with("--"))
        .collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["write", folder] => write(Path::new(folder)),
        ["memory", folder] => println!("{:.1}", megabytes(read(Path::new(folder)))),
        [peer, folder] => println!("{}", 1e3 * seconds(peer, &read(Path::new(folder)))),
        _ => println!("run by tests/bench/diff/run.py"),
    }
}

fn write(folder: &Path) {
    for (name, words, percent) in [
        ("1-1,000 words, 30 % of sentences edited", 1_000, 30),
        ("2-10,000 words, 30 %", 10_000, 30),
        ("3-100,000 words, 1 %", 100_000, 1),
        ("4-1,000,000 words, 1 %", 1_000_000, 1),
    ] {
        let (a, b) = texts::versions(words, percent);
        put(&folder.join(name), &[a, b]);
    }
    for (name, count) in [("5-50 articles, five of each story", 50), ("6-500 articles", 500)] {
        let articles: Vec<String> = (0..count).map(|at| stories::article(at / 5, at % 5)).collect();
        put(&folder.join(name), &articles);
    }
}

fn put(folder: &Path, texts: &[String]) {
    fs::create_dir_all(folder).expect("a folder that can be written");
    for (number, text) in texts.iter().enumerate() {
        fs::write(folder.join(format!("{number:03}.txt")), text).expect("a file that can be written");
    }
}

fn read(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).expect("a folder of texts").flatten();
    let mut files: Vec<_> = files.map(|entry| entry.path()).collect();
    files.sort();
    let text = |file| fs::read_to_string(file).expect("a text in UTF-8");
    files.iter().map(text).collect()
}

fn seconds(peer: &str, texts: &[String]) -> f64 {
    let model = Model::embedded();
    match peer {
        "imara" => clock::best(|| imara(texts)),
        "linking" => {
            let story = story(texts.to_vec(), &model);
            clock::best(|| linked(&story, &model))
        }
        _ => clock::best(|| linked(&story(texts.to_vec(), &model), &model)),
    }
}

/// The memory after comparing once. WebAssembly gives none back, so that it is the most that was asked for.
fn megabytes(texts: Vec<String>) -> f64 {
    let model = Model::embedded();
    let story = story(texts, &model);
    std::hint::black_box(linked(&story, &model));
    #[cfg(target_arch = "wasm32")]
    return std::arch::wasm32::memory_size::<0>() as f64 * 65_536.0 / 1e6;
    #[cfg(not(target_arch = "wasm32"))]
    f64::NAN
}

/// Links, word edits and passages over all texts: what a diff does. Kinship and the ledger are what Crossread makes of
/// them.
fn linked(story: &Story, model: &Model) -> usize {
    let candidates = candidates::candidates(story);
    let alignments = align::alignments(story, &candidates, model);
    align::passages(story, &alignments).len()
}

fn story(texts: Vec<String>, model: &Model) -> Story {
    let articles: Vec<_> = texts
        .into_iter()
        .map(|text| Arc::new(article(text, model)))
        .collect();
    let undated = Dating {
        published: None,
        lender: None,
    };
    Story {
        dates: vec![undated; articles.len()],
        entities: Vec::new(),
        entity_of: vec![Vec::new(); articles.len()],
        articles,
        inputs: Inputs::default(),
    }
}

fn article(text: String, model: &Model) -> Article {
    let blocks = paragraphs(&text);
    let document = Document::plain("", text, blocks);
    Article {
        segments: segments(&document, model),
        document: Arc::new(document),
        mentions: Vec::new(),
        times: Vec::new(),
        numbers: Vec::new(),
        names: Vec::new(),
        quotes: Vec::new(),
    }
}

/// Each line.
fn paragraphs(text: &str) -> Vec<Block> {
    let mut end = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        end += line.len();
        Span::new(end - line.len(), end).trimmed(text)
    });
    let block = |span| Block {
        span,
        kind: BlockKind::Paragraph,
        source: None,
    };
    lines.filter(|span| !span.is_empty()).map(block).collect()
}

fn imara(texts: &[String]) -> u32 {
    let others = |at: usize| texts[at + 1..].iter().map(move |b| (&texts[at], b));
    let pairs = (0..texts.len()).flat_map(others);
    pairs
        .map(|(a, b)| {
            let mut input = InternedInput::default();
            input.update_before(pieces(a));
            input.update_after(pieces(b));
            Diff::compute(Algorithm::Histogram, &input).count_additions()
        })
        .sum()
}

/// The words and the gaps between them, as a user of imara-diff would cut a text.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(|c: char| !c.is_alphanumeric())
}
