//! Electronic books (`.epub`): each part that has the length of an article is one.

use super::part;
use crate::article::document::NoteKind;
use crate::article::ingest::archive::Archive;
use crate::article::ingest::draft::{Draft, Fields};
use crate::article::ingest::page;
use crate::article::ingest::reading::Reading;
use crate::article::ingest::xml::{Event, walk};
use crate::error::ErrorKind;
use crate::order::{Map, Set};

const DAMAGED: ErrorKind = ErrorKind::Damaged { format: "an e-book" };

/// Fewer words are a cover, a table of contents or a title.
const FEW: usize = 40;

/// Parts that are read; a newspaper for a reading device has some hundred.
const MOST_PARTS: usize = 2_000;

/// Reads a book.
pub(in crate::article::ingest) fn epub(
    reading: &mut Reading<'_>,
    archive: &Archive<'_>,
) -> Result<(), ErrorKind> {
    let container = part(archive, "META-INF/container.xml", reading).unwrap_or_default();
    let mut root = None;
    walk(&container, &mut |event| {
        if let Event::Open(tag) = event
            && tag.name() == "rootfile"
        {
            root = root.take().or_else(|| tag.attribute("full-path"));
        }
    });
    let root = root.unwrap_or_default();
    let listing = part(archive, &root, reading).unwrap_or_default();
    let locks = part(archive, "META-INF/encryption.xml", reading).unwrap_or_default();
    if locks.contains("html\"") {
        return Err(ErrorKind::Protected { format: "an e-book" });
    }
    let book = Book::of(&listing, reading);
    let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut paths: Vec<String> = book.spine.iter().map(|href| resolved(folder, href)).collect();
    let damaged = !book.whole || paths.is_empty();
    if damaged {
        paths = with_unlisted(paths, archive);
    }
    if paths.is_empty() {
        return Err(DAMAGED);
    }
    let mut drafts = Vec::new();
    for path in paths.into_iter().take(MOST_PARTS) {
        match part(archive, &path, reading) {
            Ok(markup) => drafts.push(draft(&markup)),
            Err(ErrorKind::Bomb) => return Err(ErrorKind::Bomb),
            Err(_) => reading.member_failed(&path, DAMAGED),
        }
    }
    keep(drafts, &book.fields, archive.cut || damaged, reading);
    Ok(())
}

/// The parts that a damaged listing names, then all others that are pages, in the order of the archive.
fn with_unlisted(mut paths: Vec<String>, archive: &Archive<'_>) -> Vec<String> {
    let is_page = |name: &str| {
        let ending = name.rsplit('.').next().unwrap_or("");
        matches!(ending, "xhtml" | "html" | "htm")
    };
    let pages = archive.entries.iter().filter(|entry| is_page(&entry.name));
    let listed: Set<String> = paths.iter().cloned().collect();
    paths.extend(
        pages
            .map(|entry| entry.name.clone())
            .filter(|name| !listed.contains(name)),
    );
    paths
}

fn draft(markup: &str) -> Draft {
    let mut draft = Draft::default();
    for (line, mark) in page::lines(markup) {
        draft.line(&line, mark, None);
    }
    draft
}

/// Keeps parts of an article's length, or all parts as one where none is so long.
fn keep(drafts: Vec<Draft>, fields: &Fields, cut: bool, reading: &mut Reading<'_>) {
    let first = reading.count();
    let long = drafts.iter().filter(|draft| draft.words() >= FEW).count();
    let short = drafts.len() - long;
    let mut all = Draft::default();
    for mut draft in drafts {
        if long == 0 {
            all.append(&draft);
        } else if draft.words() >= FEW {
            draft.fields.outlet.clone_from(&fields.outlet);
            if long == 1 {
                draft.fields = fields.clone();
            }
            reading.draft(draft, "application/epub+zip");
        }
    }
    if long == 0 {
        all.fields = fields.clone();
        reading.draft(all, "application/epub+zip");
    } else if short > 0 {
        let what = if short == 1 {
            "1 short part".to_owned()
        } else {
            format!("{short} short parts")
        };
        reading.remark(
            first,
            NoteKind::Furniture,
            &format!("{what} of the book (cover, contents) passed over"),
        );
    }
    if cut {
        reading.remark(
            first,
            NoteKind::Limit,
            "The book is damaged or not complete; what could be found in it was read",
        );
    }
}

/// What a book's listing says.
#[derive(Default)]
struct Book {
    fields: Fields,
    /// Files in reading order.
    spine: Vec<String>,
    /// Whether the listing could be read to its end.
    whole: bool,
}

impl Book {
    fn of(listing: &str, reading: &Reading<'_>) -> Self {
        let mut files: Map<String, String> = Map::new();
        let mut order = Vec::new();
        let mut said: Vec<(String, String)> = Vec::new();
        let whole = walk(listing, &mut |event| match event {
            Event::Open(tag) => {
                let name = tag.name();
                match name.as_str() {
                    "item" => {
                        let is_contents = tag
                            .attribute("properties")
                            .is_some_and(|p| p.split(' ').any(|p| p == "nav"));
                        if let (Some(id), Some(href), false) =
                            (tag.attribute("id"), tag.attribute("href"), is_contents)
                        {
                            files.insert(id, href);
                        }
                    }
                    "itemref" => order.extend(tag.attribute("idref")),
                    _ => {}
                }
                said.push((name, String::new()));
            }
            Event::Text(text) => {
                if let Some((_, words)) = said.last_mut() {
                    words.push_str(text);
                }
            }
            Event::Close(_) => {}
        });
        let first = |name: &str| {
            said.iter()
                .find(|(known, words)| known == name && !words.trim().is_empty())
                .map(|(_, words)| words.trim().to_owned())
        };
        let mut fields = Fields {
            title: first("title"),
            outlet: first("publisher"),
            ..Fields::default()
        };
        for (_, author) in said.iter().filter(|(name, _)| name == "creator") {
            fields.by(author, reading.model);
        }
        if let Some(date) = first("date") {
            fields.on(&date);
        }
        Self {
            fields,
            whole,
            spine: order.iter().filter_map(|id| files.get(id).cloned()).collect(),
        }
    }
}

/// A path in the book, as a file of `folder` names it.
fn resolved(folder: &str, href: &str) -> String {
    let href = href.split('#').next().unwrap_or(href);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in href.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    parts.join("/").replace("%20", " ")
}
