//! What the name of a paragraph's style says.

use crate::article::document::BlockKind;
use crate::article::ingest::structure::Mark;
use crate::order::Map;

/// Styles by their ids: a name, and the style that each was made from.
#[derive(Debug, Default)]
pub(super) struct Styles(Map<String, (String, Option<String>)>);

impl Styles {
    /// Adds a style.
    pub(super) fn add(&mut self, id: String, name: String, parent: Option<String>) {
        self.0.insert(id, (name, parent));
    }

    /// What a paragraph of this style is.
    pub(super) fn mark(&self, id: &str) -> Mark {
        /// Styles that are made from each other: people's own from a template's from a program's.
        const DEEPEST: usize = 8;
        let mut id = id;
        for _ in 0..DEEPEST {
            let known = self.0.get(id);
            let mark = named(known.map_or(id, |(name, _)| name));
            if mark != Mark::None {
                return mark;
            }
            match known {
                Some((_, Some(parent))) => id = parent,
                _ => break,
            }
        }
        Mark::None
    }
}

/// What a style of this name is for; programs write "_20_" for a space.
fn named(name: &str) -> Mark {
    let name = name.to_lowercase().replace("_20_", " ");
    let heading = name
        .strip_prefix("heading")
        .or_else(|| name.strip_prefix("überschrift"))
        .or_else(|| name.strip_prefix("titre"));
    match name.as_str() {
        "title" | "titel" => Mark::Title,
        "subtitle" | "untertitel" | "sous-titre" => Mark::As(BlockKind::Dek),
        "quote" | "intense quote" | "quotations" | "block text" | "zitat" | "block quotation" => Mark::Quote,
        "caption" | "image caption" | "illustration" | "figure" | "beschriftung" | "captioned figure" => {
            Mark::As(BlockKind::Caption)
        }
        "author" | "byline" => Mark::As(BlockKind::Byline),
        "date" | "dateline" => Mark::As(BlockKind::Date),
        "header" | "footer" => Mark::Aside,
        _ if name.starts_with("list ") => Mark::As(BlockKind::List),
        _ => match heading.map(str::trim) {
            Some("1") => Mark::Title,
            Some(level) if level.len() == 1 => Mark::Heading,
            _ => Mark::None,
        },
    }
}
