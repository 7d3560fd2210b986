//! What the attributes of an element say about it.

use crate::text::hash;

/// What attributes name an element, as far as fields are found by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs)] // Named after what they mark.
pub enum Says {
    #[default]
    Nothing,
    /// A link or property says that it is the author.
    Author,
    /// A class says so: "byline", "author".
    Byline,
    Headline,
    Dek,
    Published,
    Modified,
    Body,
    Caption,
    Credit,
}

pub(super) fn hides(style: &str) -> bool {
    let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
    style.contains("display:none") || style.contains("visibility:hidden")
}

/// Whether a script's type is data, and JSON-LD.
pub(super) fn data_kind(kind: &str) -> Option<bool> {
    match kind.trim().to_lowercase().as_str() {
        "application/ld+json" => Some(true),
        "application/json" => Some(false),
        _ => None,
    }
}

/// The words of a class or another naming attribute: parted at signs, figures and inner capitals.
pub(super) fn class_words(value: &str, words: &mut Vec<u32>) {
    // Utility frameworks give an element dozens of classes; names come first.
    const MOST: usize = 24;
    let bytes = value.as_bytes();
    let mut start = 0;
    let mut count = 0;
    for at in 0..=bytes.len() {
        let letter = at < bytes.len() && bytes[at].is_ascii_alphabetic();
        let capital =
            letter && bytes[at].is_ascii_uppercase() && at > start && bytes[at - 1].is_ascii_lowercase();
        if letter && !capital {
            continue;
        }
        if at - start >= 2 && count < MOST {
            words.push(hash::lower(&value[start..at]) as u32);
            count += 1;
        }
        start = if capital { at } else { at + 1 };
    }
}

/// What an attribute says about its element.
pub(super) fn says(attribute: &str, value: &str, before: Says) -> Says {
    let value = value.to_ascii_lowercase();
    let has = |word: &str| value.contains(word);
    match attribute {
        "itemprop" => match value.as_str() {
            "author" | "creator" => Says::Author,
            "headline" => Says::Headline,
            "datepublished" => Says::Published,
            "datemodified" => Says::Modified,
            "articlebody" => Says::Body,
            "alternativeheadline" => Says::Dek,
            _ => before,
        },
        "rel" if value.split_whitespace().any(|word| word == "author") => Says::Author,
        _ if before != Says::Nothing => before,
        "class" | "id" | "data-testid" | "data-component" | "data-qa" => match () {
            () if has("byline") || has("author") || has("writer") || has("contributor") => Says::Byline,
            () if has("dek") && !has("dekstop") || has("standfirst") || has("subhead") || has("subtitle") => {
                Says::Dek
            }
            () if has("standfirst") || has("sub-headline") || has("article-summary") => Says::Dek,
            () if has("caption") => Says::Caption,
            () if has("credit") || has("copyright-holder") => Says::Credit,
            () if has("updated") || has("modified") => Says::Modified,
            () if has("publish")
                || has("pubdate")
                || has("timestamp")
                || has("dateline")
                || has("entry-date") =>
            {
                Says::Published
            }
            () if has("headline") || has("article-title") || has("entry-title") || has("post-title") => {
                Says::Headline
            }
            () => before,
        },
        _ => before,
    }
}
