//! The formats of the International Press Telecommunications Council in XML: NITF and NewsML.

use super::tree::{Child, Node, is_block};
use crate::article::document::BlockKind;
use crate::article::ingest::draft::Draft;
use crate::article::ingest::structure::Mark;
use crate::knowledge::Model;

/// An article in NITF.
pub(super) fn nitf(node: &Node, skipped: Option<usize>, model: &Model) -> Draft {
    let mut draft = Draft::default();
    told(node, &mut draft, model);
    let head = node.find(&["body.head"]);
    if head.and_then(|head| head.find(&["hl1"])).is_none() {
        draft.head();
    }
    if let Some(head) = head {
        blocks(head, skipped, &mut draft);
    }
    for part in ["body.content", "body.end"] {
        if let Some(body) = node.find(&[part]) {
            blocks(body, skipped, &mut draft);
        }
    }
    draft
}

/// A news item of NewsML; its text is NITF, markup of pages, or plain.
pub(super) fn item(node: &Node, skipped: Option<usize>, model: &Model) -> Draft {
    if let Some(inner) = node.find(&["nitf"]) {
        let mut draft = nitf(inner, skipped, model);
        let mut outer = Draft::default();
        told(node, &mut outer, model);
        let inner = std::mem::take(&mut draft.fields);
        draft.fields = outer.fields;
        draft.fields.title = inner.title.or(draft.fields.title);
        if !inner.authors.is_empty() {
            draft.fields.authors = inner.authors;
        }
        draft.fields.published = draft.fields.published.or(inner.published);
        return draft;
    }
    let mut draft = Draft::default();
    told(node, &mut draft, model);
    let content = node.find(&["inlinexml", "inlinedata", "datacontent"]);
    let body = content.and_then(|content| content.find(&["body"]).or(Some(content)));
    if body.is_none_or(|body| body.find(&["h1", "hl1"]).is_none()) {
        draft.head();
    }
    if let Some(byline) = node
        .said(&["by", "byline"])
        .filter(|_| body.is_none_or(|body| body.find(&["byline"]).is_none()))
    {
        draft.line(&byline, Mark::As(BlockKind::Byline), None);
    }
    match body {
        Some(body) if body.nodes().next().is_some() => blocks(body, skipped, &mut draft),
        Some(body) => draft.body(&body.text(), body.source(skipped)),
        None => {}
    }
    draft
}

/// What both formats say about an article.
fn told(node: &Node, draft: &mut Draft, model: &Model) {
    let fields = &mut draft.fields;
    fields.title = node
        .said(&["hl1"])
        .or_else(|| node.said(&["headline"]))
        .or_else(|| node.said(&["title"]));
    fields.outlet = node
        .find(&["provider"])
        .and_then(|p| p.said(&["name"]))
        .or_else(|| {
            let publisher = node.find(&["pubdata"])?.attribute("name")?;
            Some(publisher.to_owned())
        });
    fields.place = node
        .find(&["dateline"])
        .and_then(|line| line.said(&["location"]))
        .or_else(|| node.find(&["located"])?.said(&["name"]));
    if let Some(byline) = node.find(&["byline", "by"]) {
        let people: Vec<String> = byline.all("person").map(Node::text).collect();
        let text = if people.is_empty() {
            byline.text()
        } else {
            people.join(", ")
        };
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        fields.by(&text, model);
    }
    let normal = |name: &str| {
        node.find(&[name]).and_then(|date| {
            date.attribute("norm")
                .or_else(|| date.attribute("date.publication"))
        })
    };
    for date in [
        normal("story.date"),
        normal("date.issue"),
        normal("date.release"),
        normal("pubdata"),
    ]
    .into_iter()
    .flatten()
    {
        fields.on(date);
    }
    for name in ["contentcreated", "versioncreated", "firstcreated"] {
        if let Some(date) = node.said(&[name]) {
            fields.on(&date);
        }
    }
}

/// Adds the lines of an element and all in it.
pub(super) fn blocks(node: &Node, skipped: Option<usize>, draft: &mut Draft) {
    around(node, skipped, Mark::Kept, draft);
}

fn around(node: &Node, skipped: Option<usize>, outer: Mark, draft: &mut Draft) {
    let mark = mark(&node.name).unwrap_or(outer);
    if NEVER.contains(&node.name.as_str()) {
        return;
    }
    if !node.nodes().any(holds_block) {
        return draft.line(&node.text(), mark, node.source(skipped));
    }
    let mut run = String::new();
    for child in &node.children {
        match child {
            Child::Node(inner) if holds_block(inner) => {
                draft.line(&std::mem::take(&mut run), mark, node.source(skipped));
                around(inner, skipped, mark, draft);
            }
            Child::Node(inner) => run.push_str(&inner.text()),
            Child::Text(text) => run.push_str(text),
        }
    }
    draft.line(&run, mark, node.source(skipped));
}

/// Elements that are never text.
const NEVER: &[&str] = &["script", "style", "media-metadata", "media-reference", "docdata"];

fn holds_block(node: &Node) -> bool {
    is_block(&node.name) || node.nodes().any(holds_block)
}

fn mark(name: &str) -> Option<Mark> {
    Some(match name {
        "hl1" | "h1" => Mark::Title,
        "hl2" | "h2" | "h3" | "h4" | "h5" | "h6" => Mark::Heading,
        "li" => Mark::As(BlockKind::List),
        "bq" | "blockquote" => Mark::Quote,
        "media-caption" | "caption" | "figcaption" => Mark::As(BlockKind::Caption),
        "media-producer" => Mark::As(BlockKind::Credit),
        "byline" => Mark::As(BlockKind::Byline),
        "dateline" => Mark::As(BlockKind::Date),
        "abstract" => Mark::As(BlockKind::Dek),
        _ => return None,
    })
}
