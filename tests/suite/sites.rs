//! Saved pages in the styles of twelve content systems (`tests/sites`): every field, every caption and note of
//! correction right, the body whole and nothing of the page around it in it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crossread::article::document::{BlockKind, Document, Field};
use crossread::article::ingest::{File, ingest};
use crossread::article::times::calendar;
use crossread::knowledge::Model;
use serde::Deserialize;

/// An article as it was invented.
#[derive(Deserialize)]
struct Invented {
    id: String,
    outlet: String,
    title: String,
    dek: String,
    authors: Vec<String>,
    agency: Option<String>,
    place: Option<String>,
    published: String,
    updated: Option<String>,
    /// Captions, each with its credit.
    photos: Vec<(String, String)>,
    /// Where the note of correction stands, and what it says.
    note: (String, String),
    body: Vec<(String, String)>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites")
}

fn invented() -> BTreeMap<String, Invented> {
    let text = std::fs::read(folder().join("articles.json")).expect("the articles are there");
    let all: Vec<Invented> = serde_json::from_slice(&text).expect("they are JSON");
    all.into_iter().map(|one| (one.id.clone(), one)).collect()
}

/// The pages by name: `system-article.html`.
fn pages() -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder().join("pages")).expect("the pages are there");
    let page = |entry: std::io::Result<std::fs::DirEntry>| {
        let path = entry.expect("the folder can be read").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        (name, std::fs::read(&path).expect("the page can be read"))
    };
    entries.map(page).collect()
}

fn blocks(document: &Document, wanted: impl Fn(BlockKind) -> bool) -> Vec<(BlockKind, &str)> {
    let all = document.blocks.iter().filter(|block| wanted(block.kind));
    all.map(|block| (block.kind, block.span.of(&document.text)))
        .collect()
}

/// The lines of the story with their kinds.
fn body(article: &Invented) -> Vec<(BlockKind, &str)> {
    let kind = |kind: &str| match kind {
        "h" => BlockKind::Subhead,
        "li" => BlockKind::List,
        "q" => BlockKind::Quote,
        _ => BlockKind::Paragraph,
    };
    let lines = article.body.iter();
    lines
        .map(|(kind_of, text)| (kind(kind_of), text.as_str()))
        .collect()
}

/// What differs between two lists of lines.
fn difference(have: &[(BlockKind, &str)], want: &[(BlockKind, &str)]) -> Option<String> {
    let extra: Vec<_> = have.iter().filter(|line| !want.contains(line)).collect();
    let missing: Vec<_> = want.iter().filter(|line| !have.contains(line)).collect();
    (have != want).then(|| format!("has {extra:.60?}, lacks {missing:.60?}"))
}

/// What of each field is wrong with a document that should be this article.
fn complaints(document: &Document, article: &Invented) -> Vec<(&'static str, Option<String>)> {
    let metadata = &document.metadata;
    let value = |field: &Option<Field>| field.as_ref().map(|field| field.value.clone());
    let differ = |have: Option<String>, want: Option<&str>| {
        (have.as_deref() != want).then(|| format!("is {have:?}, not {want:?}"))
    };
    let authors: Vec<_> = metadata.authors.iter().map(|field| field.value.clone()).collect();
    let published = metadata
        .published
        .as_ref()
        .map(|published| calendar::iso(published.day));
    let captions = blocks(document, |kind| kind == BlockKind::Caption);
    let pictures = blocks(document, |kind| {
        matches!(kind, BlockKind::Caption | BlockKind::Credit)
    });
    let notes = blocks(document, |kind| kind == BlockKind::Note);
    let right = |have: &[(BlockKind, &str)], want: &[&str]| {
        let all = have.len() == want.len() && have.iter().zip(want).all(|(have, want)| have.1.contains(want));
        (!all).then(|| format!("are {have:?}"))
    };
    let shown: Vec<&str> = article
        .photos
        .iter()
        .map(|(caption, _)| caption.as_str())
        .collect();
    let credits = article
        .photos
        .iter()
        .filter(|(_, credit)| !pictures.iter().any(|(_, text)| text.contains(credit)));
    let credits: Vec<_> = credits.collect();
    let story = blocks(document, |kind| kind.is_body() || kind == BlockKind::Subhead);
    vec![
        ("title", differ(value(&metadata.title), Some(&article.title))),
        ("dek", differ(value(&metadata.dek), Some(&article.dek))),
        (
            "authors",
            (authors != article.authors).then(|| format!("are {authors:?}")),
        ),
        ("outlet", differ(value(&metadata.outlet), Some(&article.outlet))),
        (
            "agency",
            differ(value(&metadata.agency), article.agency.as_deref()),
        ),
        ("place", differ(value(&metadata.place), article.place.as_deref())),
        ("published", differ(published, article.published.get(..10))),
        (
            "updated",
            differ(
                metadata.updated.map(calendar::iso),
                article.updated.as_deref().and_then(|day| day.get(..10)),
            ),
        ),
        ("captions", right(&captions, &shown)),
        (
            "credits",
            (!credits.is_empty()).then(|| format!("lack {credits:?}")),
        ),
        ("notes", right(&notes, &[article.note.1.as_str()])),
        ("body", difference(&story, &body(article))),
    ]
}

#[test]
fn sixty_pages_of_twelve_systems_are_read_right() {
    let model = Model::embedded();
    let articles = invented();
    let pages = pages();
    assert!(pages.len() >= 60, "{} pages", pages.len());
    let mut right: BTreeMap<&str, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (name, bytes) in &pages {
        let (_, id) = name.split_once('-').expect("system-article");
        let contents = ingest(&File::new(&format!("{name}.html"), bytes), &model);
        let [document] = contents.articles.as_slice() else {
            wrong.push(format!("{name}: {} articles", contents.articles.len()));
            continue;
        };
        for (field, complaint) in complaints(document, &articles[id]) {
            *right.entry(field).or_default() += usize::from(complaint.is_none());
            wrong.extend(complaint.map(|what| format!("{name}: {field} {what}")));
        }
    }
    println!("right of {} pages: {right:?}", pages.len());
    assert!(
        wrong.is_empty(),
        "right of {} pages: {right:?}\n{}",
        pages.len(),
        wrong.join("\n")
    );
}
