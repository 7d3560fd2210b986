//! Notation of the room `ingest`: a block a line, `kind  its words`, long ones cut in the middle; then the fields that
//! were found, `= field  value`; then the notes, `! note`. The input is a file "case.txt"; where its first line is
//! "#!md" the lines behind it are a file "case.md", where it is "#!page" a file "case.html", where it is "#!NAME" with
//! a dot in it a file of that name.

use crossread::article::document::{Document, Field};
use crossread::article::ingest::{File, ingest as read};
use crossread::article::times::calendar;
use crossread::knowledge::Model;

/// Characters of a block that are shown.
const SHOWN: usize = 72;

pub(crate) fn ingest(input: &str) -> String {
    let (name, text) = match input.strip_prefix("#!").and_then(|named| named.split_once('\n')) {
        Some(("md", text)) => ("case.md", text),
        Some(("page", text)) => ("case.html", text),
        Some((name, text)) if name.contains('.') => (name, text),
        _ => ("case.txt", input),
    };
    let contents = read(&File::new(name, text.as_bytes()), &Model::embedded());
    let errors = contents.failures.iter().map(|error| format!("error: {error}\n"));
    contents.articles.iter().map(document).chain(errors).collect()
}

fn document(document: &Document) -> String {
    let mut out = String::new();
    for block in &document.blocks {
        let kind = format!("{:?}", block.kind).to_lowercase();
        out += &format!("{kind}  {}\n", shown(block.span.of(&document.text)));
    }
    let metadata = &document.metadata;
    let mut field = |name: &str, field: &Option<Field>| {
        if let Some(field) = field {
            out += &format!("= {name}  {}\n", field.value);
        }
    };
    field("title", &metadata.title);
    field("dek", &metadata.dek);
    for author in &metadata.authors {
        field("author", &Some(author.clone()));
    }
    field("outlet", &metadata.outlet);
    field("agency", &metadata.agency);
    field("place", &metadata.place);
    field("url", &metadata.url);
    if let Some(published) = &metadata.published {
        out += &format!("= published  {}\n", calendar::iso(published.day));
    }
    if let Some(updated) = metadata.updated {
        out += &format!("= updated  {}\n", calendar::iso(updated));
    }
    for note in &document.notes {
        out += &format!("! {}\n", note.message);
    }
    out
}

fn shown(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let count = line.chars().count();
    if count <= SHOWN {
        return line;
    }
    let head: String = line.chars().take(SHOWN * 2 / 3).collect();
    let tail: String = line.chars().skip(count - SHOWN / 3).collect();
    format!("{head} … {tail}")
}
