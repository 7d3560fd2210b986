//! Every format that is read: files by real writers hold the invented articles whole and in their right shape; cut and
//! overwritten ones are read as far as they go or refused with a reason.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crossread::article::document::{BlockKind, Document};
use crossread::article::ingest::{Contents, File, ingest};
use crossread::article::times::calendar;
use crossread::knowledge::Model;
use serde::Deserialize;

use crate::check::dice::Dice;

/// An article as it was invented.
#[derive(Deserialize)]
struct Invented {
    id: String,
    title: String,
    author: String,
    outlet: String,
    date: String,
    url: String,
    body: Vec<(String, String)>,
}

/// A line of `files.tsv`.
struct Fixture {
    name: String,
    articles: Vec<String>,
    fields: Vec<String>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats")
}

fn invented() -> BTreeMap<String, Invented> {
    let text = std::fs::read(folder().join("articles.json")).expect("the articles are there");
    let all: Vec<Invented> = serde_json::from_slice(&text).expect("they are JSON");
    all.into_iter().map(|one| (one.id.clone(), one)).collect()
}

fn fixtures() -> Vec<Fixture> {
    let list = std::fs::read_to_string(folder().join("files.tsv")).expect("the list is there");
    let rows = list.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let mut cells = line
            .split('\t')
            .map(|cell| cell.split(' ').map(str::to_owned).collect::<Vec<_>>());
        let mut next = || cells.next().expect("three cells");
        Fixture {
            name: next().concat(),
            articles: next(),
            fields: next(),
        }
    });
    rows.collect()
}

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(folder().join("files").join(name)).expect("the file is there")
}

fn read(name: &str, bytes: &[u8], model: &Model) -> Contents {
    ingest(&File::new(name, bytes), model)
}

/// Words without style, so that a format's quotation marks and letters do not count.
fn words(text: &str) -> Vec<String> {
    let plain = |c: char| match c {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        'ë' => 'e',
        c => c,
    };
    text.split_whitespace()
        .map(|word| word.chars().map(plain).collect())
        .collect()
}

/// How many of the wanted words the text has.
fn recalled(wanted: &[String], text: &str) -> usize {
    let mut have: BTreeMap<String, usize> = BTreeMap::new();
    for word in words(text) {
        *have.entry(word).or_default() += 1;
    }
    let mut found = 0;
    for word in wanted {
        if let Some(left) = have.get_mut(word).filter(|left| **left > 0) {
            *left -= 1;
            found += 1;
        }
    }
    found
}

/// What is wrong with a document that should be this article.
fn complaints(document: &Document, article: &Invented, fields: &[String]) -> Vec<String> {
    let mut wrong = Vec::new();
    let metadata = &document.metadata;
    let value = |field: Option<&crossread::article::document::Field>| {
        field.map(|f| f.value.clone()).unwrap_or_default()
    };
    let mut hold = |key: &str, have: String, want: &str| {
        if fields.iter().any(|field| field == key) && have != want {
            wrong.push(format!("{key} is {have:?}, not {want:?}"));
        }
    };
    hold("title", value(metadata.title.as_ref()), &article.title);
    hold("author", value(metadata.authors.first()), &article.author);
    hold("outlet", value(metadata.outlet.as_ref()), &article.outlet);
    hold("url", value(metadata.url.as_ref()), &article.url);
    let date = metadata
        .published
        .as_ref()
        .map(|published| calendar::iso(published.day));
    hold("date", date.unwrap_or_default(), &article.date);
    for (kind, text) in &article.body {
        let wanted = words(text);
        let block = document
            .blocks
            .iter()
            .find(|block| words(block.span.of(&document.text)).ends_with(&wanted));
        let right = block.is_some_and(|block| match kind.as_str() {
            "h" => block.kind == BlockKind::Subhead,
            _ => block.kind.is_body(),
        });
        // Plain text has no mark for a title inside.
        let told = fields.iter().any(|field| field == "title");
        if !right && (kind != "h" || told && block.is_none()) {
            wrong.push(format!(
                "{kind} is {:?}: {text:.50}",
                block.map(|block| block.kind)
            ));
        }
    }
    wrong
}

#[test]
fn every_format_is_read_whole() {
    let model = Model::embedded();
    let articles = invented();
    let mut complaints_of = Vec::new();
    let (mut all, mut found) = (0, 0);
    for fixture in fixtures() {
        let contents = read(&fixture.name, &bytes(&fixture.name), &model);
        if contents.articles.len() != fixture.articles.len() {
            let titles: Vec<_> = contents
                .articles
                .iter()
                .map(|one| one.metadata.title.as_ref().map(|t| &t.value))
                .collect();
            complaints_of.push(format!(
                "{}: {} articles: {titles:?} {:?}",
                fixture.name,
                contents.articles.len(),
                contents.failures
            ));
            continue;
        }
        for (document, id) in contents.articles.iter().zip(&fixture.articles) {
            let article = &articles[id];
            let wanted: Vec<String> = article.body.iter().flat_map(|(_, text)| words(text)).collect();
            let body: String = document
                .blocks
                .iter()
                .filter(|b| b.kind.is_body() || b.kind == BlockKind::Subhead)
                .map(|b| b.span.of(&document.text).to_owned() + "\n")
                .collect();
            all += wanted.len();
            found += recalled(&wanted, &body);
            complaints_of.extend(
                complaints(document, article, &fixture.fields)
                    .iter()
                    .map(|what| format!("{}: {id}: {what}", fixture.name)),
            );
        }
    }
    let recall = found as f64 / all as f64;
    println!("text recall {recall:.5} over {all} words");
    assert!(
        complaints_of.is_empty(),
        "recall {recall:.5}\n{}",
        complaints_of.join("\n")
    );
    assert!(recall >= 0.999, "recall {recall}");
}
