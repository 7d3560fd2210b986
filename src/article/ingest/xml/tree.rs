//! One article's elements as a tree.

use super::walk::{Event, Tag};
use crate::text::Span;

/// Elements in each other that are kept; deeper ones are flattened, so that walks may call themselves.
const DEEPEST: usize = 128;

/// Elements of one article.
const MOST_NODES: usize = 200_000;

/// An element.
#[derive(Debug, Default)]
pub(super) struct Node {
    /// Its name in lower case, without prefix.
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) children: Vec<Child>,
    /// From its first to behind its last byte.
    pub(super) span: (usize, usize),
}

/// What stands in an element.
#[derive(Debug)]
pub(super) enum Child {
    Text(String),
    Node(Node),
}

impl Node {
    fn new(tag: &Tag<'_>) -> Self {
        Self {
            name: tag.name(),
            attributes: tag.attributes(),
            children: Vec::new(),
            span: (tag.span.start(), tag.span.end()),
        }
    }

    /// The elements directly in it.
    pub(super) fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.children.iter().filter_map(|child| match child {
            Child::Node(node) => Some(node),
            Child::Text(_) => None,
        })
    }

    /// The elements of these names directly in it.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Node> {
        self.nodes().filter(move |node| node.name == name)
    }

    /// The first element of one of these names in it, at any depth.
    pub(super) fn find(&self, names: &[&str]) -> Option<&Node> {
        self.nodes().find_map(|node| {
            if names.contains(&node.name.as_str()) {
                Some(node)
            } else {
                node.find(names)
            }
        })
    }

    /// An attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// All text in it.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        self.gather(&mut text);
        text
    }

    fn gather(&self, text: &mut String) {
        for child in &self.children {
            match child {
                Child::Text(words) => text.push_str(words),
                Child::Node(node) => {
                    // Breaks and blocks part words.
                    let parts = node.name == "br" || is_block(&node.name);
                    text.push_str(if parts { " " } else { "" });
                    node.gather(text);
                    text.push_str(if parts { " " } else { "" });
                }
            }
        }
    }

    /// The text of the first element of one of these names; `None` where it is blank.
    pub(super) fn said(&self, names: &[&str]) -> Option<String> {
        let text = self.find(names)?.text();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then_some(text)
    }

    /// Where it stands in the file, whose text begins at byte `skipped`; `None` where that is not known.
    pub(super) fn source(&self, skipped: Option<usize>) -> Option<Span> {
        skipped.map(|skipped| Span::new(skipped + self.span.0, skipped + self.span.1.max(self.span.0)))
    }
}

/// Whether an element parts lines.
pub(super) fn is_block(name: &str) -> bool {
    #[rustfmt::skip]
    const BLOCKS: &[&str] = &[
        "p", "pre", "li", "ul", "ol", "dl", "dt", "dd", "td", "th", "tr", "table", "block", "div", "section", "article", "body", "blockquote", "bq",
        "h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2", "hedline", "media", "media-caption", "media-producer", "figure", "figcaption",
        "caption", "note", "byline", "dateline", "abstract", "body.head", "body.content", "body.end", "tagline", "fn", "head", "header", "footer",
    ];
    BLOCKS.contains(&name)
}

/// Builds the tree of one element from events.
pub(super) struct Builder {
    /// Open elements, the article's first.
    open: Vec<Node>,
    /// Elements that were opened beyond the deepest.
    flattened: usize,
    nodes: usize,
}

impl Builder {
    pub(super) fn new(tag: &Tag<'_>) -> Self {
        Self {
            open: vec![Node::new(tag)],
            flattened: 0,
            nodes: 1,
        }
    }

    /// Takes the next event; the tree where it is complete.
    pub(super) fn event(&mut self, event: &Event<'_>) -> Option<Node> {
        match event {
            Event::Open(tag) => {
                self.nodes += 1;
                if self.open.len() >= DEEPEST || self.nodes > MOST_NODES {
                    self.flattened += 1;
                } else {
                    self.open.push(Node::new(tag));
                }
            }
            Event::Text(text) => {
                if let Some(Node { children, .. }) = self.open.last_mut() {
                    match children.last_mut() {
                        Some(Child::Text(before)) => before.push_str(text),
                        _ => children.push(Child::Text((*text).to_owned())),
                    }
                }
            }
            Event::Close(_) if self.flattened > 0 => self.flattened -= 1,
            Event::Close(end) => return self.close(*end),
        }
        None
    }

    fn close(&mut self, end: usize) -> Option<Node> {
        let mut node = self.open.pop()?;
        node.span.1 = end;
        match self.open.last_mut() {
            Some(parent) => {
                parent.children.push(Child::Node(node));
                None
            }
            None => Some(node),
        }
    }

    /// Closes what is open.
    pub(super) fn finish(mut self) -> Node {
        loop {
            let end = self.open.last().map_or(0, |node| node.span.1);
            if let Some(node) = self.close(end) {
                return node;
            }
            if self.open.is_empty() {
                return Node::default();
            }
        }
    }
}
