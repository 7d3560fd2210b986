//! Markup that is an article and nothing else, as feeds and books hold it: every line is kept.

use super::parse::{self, Page};
use super::tags::Tag;
use crate::article::document::BlockKind;
use crate::article::ingest::structure::Mark;

/// The lines of a piece of markup and what their elements say.
pub(in crate::article::ingest) fn lines(markup: &str) -> Vec<(String, Mark)> {
    let page = parse::parse(markup);
    let line = |line: &parse::Line| {
        let words = line.span.of(&page.text).to_owned();
        (words, mark(&page, line.element))
    };
    page.lines.iter().map(line).collect()
}

fn mark(page: &Page, element: u32) -> Mark {
    /// Elements around a line that are asked: a list in a quotation in a figure, each with a paragraph inside.
    const AROUND: usize = 6;
    let mut at = element;
    for _ in 0..AROUND {
        let element = &page.elements[at as usize];
        match element.tag {
            Tag::H1 => return Mark::Title,
            tag if tag.is_heading() => return Mark::Heading,
            Tag::Blockquote => return Mark::Quote,
            Tag::Li => return Mark::As(BlockKind::List),
            Tag::Figcaption => return Mark::As(BlockKind::Caption),
            _ => at = element.parent,
        }
    }
    Mark::Kept
}
