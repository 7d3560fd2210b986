//! Entries of feeds: RSS and Atom.

use super::news::blocks;
use super::tree::Node;
use crate::article::document::{Note, NoteKind};
use crate::article::ingest::draft::{Draft, Fields};
use crate::knowledge::Model;

/// Elements with the text of an entry; the fullest counts, of equals the first.
const TEXTS: [&str; 4] = ["encoded", "content", "description", "summary"];

/// An entry's article.
pub(super) fn entry(node: &Node, skipped: Option<usize>, feed: &Fields, model: &Model) -> Draft {
    let direct = |name: &str| {
        let text = node
            .all(name)
            .map(Node::text)
            .find(|text| !text.trim().is_empty())?;
        Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let mut draft = Draft::default();
    let fields = &mut draft.fields;
    fields.title = direct("title").map(|title| plain(&title));
    fields.outlet = node
        .find(&["source"])
        .and_then(|source| source.said(&["title"]))
        .or_else(|| feed.outlet.clone());
    fields.url = address(node, direct("link"));
    for name in ["creator", "author"] {
        if !fields.authors.is_empty() {
            break;
        }
        for author in node.all(name) {
            let named = author.said(&["name"]).unwrap_or_else(|| author.text());
            // "editor@example.org (Ann Field)" is how RSS names people.
            let named = named
                .rsplit_once('(')
                .map_or(named.as_str(), |(_, name)| name.trim_end_matches(')'));
            fields.by(named, model);
        }
    }
    for name in ["pubdate", "published", "date", "updated", "modified"] {
        if let Some(date) = direct(name) {
            fields.on(date.split_once(", ").map_or(date.as_str(), |(_, day)| day));
        }
    }
    let texts = TEXTS.iter().rev().flat_map(|name| node.all(name));
    let text = texts
        .map(|text| (text.text().trim().len(), text))
        .filter(|(length, _)| *length > 0)
        .max_by_key(|(length, _)| *length)
        .map(|(_, text)| text);
    let summary = direct("summary").or_else(|| direct("description"));
    draft.head();
    match text {
        Some(text) if text.nodes().next().is_some() => blocks(text, skipped, &mut draft),
        Some(text) => draft.body(&text.text(), text.source(skipped)),
        None => {}
    }
    let short = text.is_some_and(|text| matches!(text.name.as_str(), "description" | "summary"));
    if short && summary.is_some_and(|summary| summary.split_whitespace().count() < TEASER) {
        draft.notes.push(Note {
            kind: NoteKind::Limit,
            span: None,
            message: "The feed may hold only the beginning; open the article’s page and save it to have all"
                .to_owned(),
        });
    }
    draft
}

/// Summaries have fewer words; hardly any article has.
const TEASER: usize = 100;

fn address(node: &Node, link: Option<String>) -> Option<String> {
    let linked = node
        .all("link")
        .find(|link| {
            link.attribute("href").is_some() && link.attribute("rel").is_none_or(|rel| rel == "alternate")
        })
        .and_then(|link| link.attribute("href"));
    link.or_else(|| linked.map(str::to_owned))
        .filter(|url| url.starts_with("http"))
}

/// A title without the markup that some feeds put into it.
fn plain(title: &str) -> String {
    if super::super::draft::is_markup(title) {
        super::super::page::lines(title)
            .into_iter()
            .map(|(line, _)| line)
            .collect::<Vec<_>>()
            .join(" ")
    } else {
        title.to_owned()
    }
}
