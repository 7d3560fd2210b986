//! XML: what its parts are, and articles in feeds (RSS, Atom), NITF and NewsML.
//!
//! No entity is known but the five of XML and numbers, and nothing outside the file is ever looked up.

mod entries;
mod news;
mod tree;
mod walk;

use super::decode;
use super::draft::{Draft, Fields};
use super::reading::{Piece, Reading};
use crate::article::document::NoteKind;
use crate::error::ErrorKind;
use tree::{Builder, Node};
pub(super) use walk::{Event, Tag, walk};

/// What holds an article.
const ARTICLES: &[&str] = &["item", "entry", "newsitem", "nitf"];

/// Reads a feed or news in XML: each article is read as soon as it ends, so that memory holds one of them.
pub(super) fn read(reading: &mut Reading<'_>, piece: &Piece<'_>) -> Result<(), ErrorKind> {
    let decoded = decode::declared(piece, reading.file.decoder)?;
    let same = piece.bytes.ends_with(decoded.text.as_bytes());
    let skipped = same.then(|| piece.bytes.len() - decoded.text.len());
    let first = reading.count();
    if decoded.text.contains("<office:document") {
        return super::office::flat_document(reading, &decoded.text);
    }
    let mut feed = Feed::new(skipped);
    let whole = walk(&decoded.text, &mut |event| feed.event(event, reading));
    feed.unfinished(reading);
    if reading.count() == first {
        return fallback(reading, &decoded.text);
    }
    for note in decoded.notes {
        reading.remark(first, note.kind, &note.message);
    }
    if !whole {
        reading.remark(
            first,
            NoteKind::Limit,
            "The file is damaged or not complete; what could be read of it was read",
        );
    }
    Ok(())
}

/// Reads XML of another kind as an article, where it has paragraphs.
fn fallback(reading: &mut Reading<'_>, text: &str) -> Result<(), ErrorKind> {
    if !text.contains("<p") {
        return Err(ErrorKind::Nothing {
            format: "an XML file",
            remedy: "open it, copy the article’s text and paste it here",
        });
    }
    let mut draft = Draft::default();
    for (line, mark) in super::page::lines(text) {
        draft.line(&line, mark, None);
    }
    reading.draft(draft, "application/xml");
    Ok(())
}

/// A feed while it is read.
struct Feed {
    /// What the feed says about all of its articles.
    outlet: Fields,
    /// Names of the open elements around articles.
    open: Vec<String>,
    article: Option<Builder>,
    /// Text of the element that names the feed.
    title: Option<String>,
    skipped: Option<usize>,
}

impl Feed {
    fn new(skipped: Option<usize>) -> Self {
        Self {
            outlet: Fields::default(),
            open: Vec::new(),
            article: None,
            title: None,
            skipped,
        }
    }

    fn event(&mut self, event: Event<'_>, reading: &mut Reading<'_>) {
        if let Some(builder) = &mut self.article {
            if let Some(node) = builder.event(&event) {
                self.article = None;
                self.keep(&node, reading);
            }
            return;
        }
        match event {
            Event::Open(tag) => {
                let name = tag.name();
                if ARTICLES.contains(&name.as_str()) {
                    self.article = Some(Builder::new(&tag));
                    return;
                }
                let named = name == "title"
                    && self
                        .open
                        .last()
                        .is_some_and(|open| open == "channel" || open == "feed");
                if named && self.outlet.outlet.is_none() {
                    self.title = Some(String::new());
                }
                self.open.push(name);
            }
            Event::Text(text) => {
                if let Some(title) = &mut self.title {
                    title.push_str(text);
                }
            }
            Event::Close(_) => {
                self.open.pop();
                if let Some(title) = self.title.take() {
                    self.outlet.outlet = Some(title.trim().to_owned()).filter(|title| !title.is_empty());
                }
            }
        }
    }

    /// Keeps what was read of an article that the file's end cut off.
    fn unfinished(&mut self, reading: &mut Reading<'_>) {
        if let Some(builder) = self.article.take() {
            let node = builder.finish();
            self.keep(&node, reading);
        }
    }

    fn keep(&self, node: &Node, reading: &mut Reading<'_>) {
        let (draft, media_type) = match node.name.as_str() {
            "nitf" => (
                news::nitf(node, self.skipped, reading.model),
                "application/nitf+xml",
            ),
            "newsitem" => (
                news::item(node, self.skipped, reading.model),
                "application/vnd.iptc.g2.newsitem+xml",
            ),
            "entry" => (
                entries::entry(node, self.skipped, &self.outlet, reading.model),
                "application/atom+xml",
            ),
            _ => (
                entries::entry(node, self.skipped, &self.outlet, reading.model),
                "application/rss+xml",
            ),
        };
        if !draft.is_empty() {
            reading.draft(draft, media_type);
        }
    }
}
