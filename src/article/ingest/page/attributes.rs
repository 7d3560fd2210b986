//! What the attributes of an element say about it.

use crate::order::Map;
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
    /// A link to a page about a person who writes.
    Profile,
    Headline,
    Dek,
    Published,
    Modified,
    Body,
    Caption,
    Credit,
}

/// The name of an attribute that is looked at.
pub(super) fn attribute(name: &[u8]) -> Option<&'static str> {
    Some(match name {
        b"class" => "class",
        b"id" => "id",
        b"itemprop" => "itemprop",
        b"role" => "role",
        b"rel" => "rel",
        b"name" => "name",
        b"property" => "property",
        b"content" => "content",
        b"href" => "href",
        b"type" => "type",
        b"datetime" => "datetime",
        b"hidden" => "hidden",
        b"style" => "style",
        b"aria-hidden" => "aria-hidden",
        b"lang" => "lang",
        b"title" => "title",
        b"data-testid" => "data-testid",
        b"data-component" => "data-component",
        b"data-qa" => "data-qa",
        b"data-type" => "data-type",
        b"aria-label" => "aria-label",
        _ => return None,
    })
}

/// Whether a style hides its element.
pub(super) fn hides(style: &str) -> bool {
    if !style.contains("none") && !style.contains("hidden") {
        return false;
    }
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

/// What an attribute says about its element; `known` keeps what classes say.
pub(super) fn says(attribute: &str, value: &str, before: Says, known: &mut Map<u64, Option<Says>>) -> Says {
    match attribute {
        "itemprop" | "property" => {
            let value = value.to_ascii_lowercase();
            property(value.rsplit(':').next().unwrap_or("")).unwrap_or(before)
        }
        "rel"
            if value
                .split_whitespace()
                .any(|word| word.eq_ignore_ascii_case("author")) =>
        {
            Says::Author
        }
        _ if before != Says::Nothing => before,
        "href" if value.split('/').any(is_profile) => Says::Profile,
        "class" | "id" | "data-testid" | "data-component" | "data-qa" => known
            .entry(hash::verbatim(value))
            .or_insert_with(|| class(&value.to_ascii_lowercase()))
            .unwrap_or(before),
        _ => before,
    }
}

/// Whether a part of an address leads to pages about people who write.
#[rustfmt::skip]
fn is_profile(part: &str) -> bool {
    matches!(
        part,
        "author" | "authors" | "autor" | "autoren" | "autorin" | "auteur" | "autores" | "contributor" | "contributors"
            | "journalist" | "journalists" | "byline" | "profile" | "profiles" | "staff" | "people" | "reporter" | "redakteur"
            | "writer" | "writers" | "by" | "team" | "columnist" | "producers" | "person" | "u" | "contributeur"
            | "columnists" | "reporters" | "bio" | "bios" | "expert" | "experts" | "auteurs"
            | "redakteure" | "redaktion" | "kolumnisten" | "our-team" | "forfatter" | "autori" | "autore" | "redactie"
    )
}

fn property(value: &str) -> Option<Says> {
    Some(match value {
        "author" | "creator" => Says::Author,
        "headline" => Says::Headline,
        "datepublished" | "datecreated" | "pubdate" | "uploaddate" => Says::Published,
        "datemodified" => Says::Modified,
        "articlebody" => Says::Body,
        "alternativeheadline" => Says::Dek,
        "caption" => Says::Caption,
        "copyrightholder" | "credittext" => Says::Credit,
        _ => return None,
    })
}

/// What a class or another name says.
fn class(value: &str) -> Option<Says> {
    let any = |words: &[&str]| words.iter().any(|word| value.contains(word));
    Some(match () {
        () if any(&[
            "byline",
            "by-line",
            "by_line",
            "author",
            "journalist",
            "reporter",
            "columnist",
            "posted-by",
            "redakteur",
            "redacteur",
            "writer",
            "submitted",
            "contributor",
            "autor",
            "verfasser",
            "auteur",
        ]) =>
        {
            Says::Byline
        }
        () if any(&[
            "standfirst",
            "chapo",
            "vorspann",
            "entradilla",
            "subhead",
            "sub-headline",
            "subtitle",
            "article-summary",
        ]) || value.contains("dek") && !value.contains("dekstop")
            || has_word(value, "deck") =>
        {
            Says::Dek
        }
        () if value.contains("caption") => Says::Caption,
        () if any(&["credit", "copyright-holder"]) => Says::Credit,
        () if any(&[
            "publish",
            "pubdate",
            "pub-date",
            "timestamp",
            "dateline",
            "entry-date",
            "created",
        ]) =>
        {
            Says::Published
        }
        () if any(&["updated", "modified"]) => Says::Modified,
        () if any(&["headline", "article-title", "entry-title", "post-title"]) => Says::Headline,
        () if dates(value) => Says::Published,
        () => return None,
    })
}

fn has_word(value: &str, wanted: &str) -> bool {
    value
        .split(|c: char| !c.is_ascii_alphabetic())
        .any(|word| word == wanted)
}

/// Whether a word of a name is "date" in some language.
fn dates(value: &str) -> bool {
    value.split(|c: char| !c.is_ascii_alphabetic()).any(|word| {
        matches!(
            word,
            "date" | "datum" | "fecha" | "data" | "time" | "datetime" | "postdate" | "articledate"
        )
    })
}
