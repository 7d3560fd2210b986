//! The labelled articles: who is the source of what, as tokens.

use std::fs;
use std::ops::Range;
use std::path::Path;

use crossread::article::document::{Block, BlockKind, Document};
use crossread::article::segment::{self, Segments};
use crossread::article::tag::{self, Evidence, Mention};
use crossread::knowledge::Model;
use crossread::text::{Offsets, Span, Unit};
use serde_json::Value;

/// An attribution as tokens; each part may lie in pieces.
pub(crate) struct Attribution {
    pub source: Vec<Range<usize>>,
    pub cue: Vec<Range<usize>>,
    pub content: Vec<Range<usize>>,
    pub kind: Kind,
}

/// How words are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Direct,
    Mixed,
    Indirect,
}

/// An article with its attributions.
pub(crate) struct Article {
    pub document: Document,
    pub segments: Segments,
    pub mentions: Vec<Mention>,
    pub attributions: Vec<Attribution>,
}

/// All articles of a file.
pub(crate) fn read(path: &Path, model: &Model) -> Result<Vec<Article>, String> {
    let text =
        fs::read_to_string(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
    text.lines()
        .map(|line| {
            article(line, model).ok_or_else(|| format!("{} has a line that is no article", path.display()))
        })
        .collect()
}

fn article(line: &str, model: &Model) -> Option<Article> {
    let value: Value = serde_json::from_str(line).ok()?;
    let document = document(value["text"].as_str()?);
    let segments = segment::segments(&document, model);
    let mentions = tag::mentions(&document, &segments, model, &Evidence::default());
    let offsets = Offsets::new(&document.text, Unit::CodePoint);
    let starts: Vec<usize> = segments
        .tokens
        .iter()
        .map(|t| offsets.at(t.span.start()))
        .collect();
    let ends: Vec<usize> = segments.tokens.iter().map(|t| offsets.at(t.span.end())).collect();
    let tokens = |places: &Value| -> Option<Vec<Range<usize>>> {
        let number = |value: &Value| value.as_u64().map(|n| n as usize);
        let mut found = Vec::new();
        for place in places.as_array()? {
            let (start, end) = (number(&place[0])?, number(&place[1])?);
            found.push(ends.partition_point(|e| *e <= start)..starts.partition_point(|s| *s < end));
        }
        found.retain(|range: &Range<usize>| range.start < range.end);
        Some(found)
    };
    let mut attributions = Vec::new();
    for gold in value["attributions"].as_array()? {
        attributions.push(Attribution {
            source: tokens(&gold["source"])?,
            cue: tokens(&gold["cue"])?,
            content: tokens(&gold["content"])?,
            kind: match gold["kind"].as_str()? {
                "direct" => Kind::Direct,
                "mixed" => Kind::Mixed,
                _ => Kind::Indirect,
            },
        });
    }
    Some(Article {
        document,
        segments,
        mentions,
        attributions,
    })
}

/// A document whose blocks are the lines of `text`.
fn document(text: &str) -> Document {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trimmed(text);
        if !span.is_empty() {
            blocks.push(Block {
                span,
                kind: BlockKind::Paragraph,
                source: None,
            });
        }
        at += line.len();
    }
    Document::plain("", text.to_owned(), blocks)
}
