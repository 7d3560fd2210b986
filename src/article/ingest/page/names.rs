//! Names of authors as pages write them, made into names of people.

use super::surroundings::fold;
use crate::article::ingest::structure::listed_agency;
use crate::knowledge::Model;

/// Words that no person's name holds: desks, roles of sites, things.
#[rustfmt::skip]
const NOBODY: &[&str] = &[
    "admin", "administrator", "editor", "editors", "editorial", "staff", "team", "news", "desk", "newsroom", "correspondent",
    "reporter", "reporters", "contributor", "contributors", "guest", "author", "authors", "press", "media", "redaktion", "agency", "agencies",
    "magazine", "inc", "llc", "ltd", "university", "blog", "support", "webmaster", "redazione", "min", "read", "updated", "published",
    "posted", "group", "gmbh", "company", "foundation", "institute", "journal", "times", "unknown", "user", "writer", "writers",
];

/// People among texts that name authors, each once, in order.
pub(super) fn people(
    texts: &mut dyn Iterator<Item = &str>,
    outlet: Option<&str>,
    model: &Model,
) -> Vec<String> {
    let house = outlet.map(fold);
    let mut people: Vec<String> = Vec::new();
    for text in texts {
        for name in parts(text) {
            let folded = fold(&name);
            let known = people.iter().any(|other| fold(other) == folded);
            let is_house = house.as_deref() == Some(&folded) || listed_agency(&name, model).is_some();
            if !known && !is_house && is_person(&name) && people.len() < 20 {
                people.push(name);
            }
        }
    }
    people
}

/// The names in a byline: "By Jane Roe and John Doe, Tide Daily" has three.
fn parts(text: &str) -> Vec<String> {
    let text = text.trim().lines().next().unwrap_or("");
    let text = spaced(&unescaped(text));
    if text.contains("://") || text.starts_with("www.") || text.starts_with('@') {
        return Vec::new();
    }
    let line = text.split(" | ").next().unwrap_or(&text);
    let mut line = line.to_owned();
    for joint in [
        " and ", " & ", " und ", ";", " with ", " et ", " / ", " · ", " • ", " ⋅ ", "\n", "|",
    ] {
        line = line.replace(joint, ",");
    }
    line.split(',')
        .map(bare)
        .filter(|name| !name.is_empty())
        .collect()
}

/// A name without what is written in front of it and behind.
fn bare(name: &str) -> String {
    let mut name = name.trim();
    for word in [
        "written by",
        "article by",
        "recipe by",
        "post author by",
        "author",
        "medically reviewed by",
        "article by:",
        "written by:",
        "reviewed by",
        "posted by",
        "story by",
        "words by",
        "by:",
        "author:",
        "by",
        "von",
        "autor:",
        "and",
    ] {
        let Some(head) = name
            .get(..word.len())
            .filter(|head| head.eq_ignore_ascii_case(word))
        else {
            continue;
        };
        let rest = &name[head.len()..];
        if rest.starts_with(|c: char| c.is_whitespace()) || word.ends_with(':') {
            name = rest.trim();
        }
    }
    let end = name.find(['(', '<', '[']).unwrap_or(name.len());
    name[..end]
        .trim_matches(|c: char| !c.is_alphanumeric() && c != '.')
        .trim()
        .to_owned()
}

fn is_person(name: &str) -> bool {
    if ["by", "by:", "von", "name"].contains(&name.to_lowercase().as_str()) {
        return false;
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let nobody =
        |word: &&str| NOBODY.contains(&word.to_lowercase().trim_matches(|c: char| !c.is_alphanumeric()));
    let figures = name.contains(|c: char| c.is_ascii_digit() || c == '@' || c == '/');
    (1..=5).contains(&words.len())
        && !words.iter().any(nobody)
        && !figures
        && name.starts_with(char::is_alphabetic)
        && !(words.len() == 1 && name.starts_with(char::is_lowercase))
        && name.len() <= 60
}

/// Whether a listed given name and one to three capitalised words behind it.
pub(super) fn is_full_name(name: &str, model: &Model) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let given = words
        .first()
        .is_some_and(|first| model.lexicon.given.has(&first.to_lowercase()));
    given && (2..=4).contains(&words.len()) && looks_like_a_name(name) && is_person(name)
}

/// Whether its words begin with capitals, particles aside; names in one case are the writer's habit.
pub(super) fn looks_like_a_name(name: &str) -> bool {
    let particle = |word: &str| {
        matches!(
            word,
            "de" | "da"
                | "di"
                | "del"
                | "der"
                | "den"
                | "van"
                | "von"
                | "la"
                | "le"
                | "el"
                | "al"
                | "bin"
                | "ter"
                | "zu"
                | "y"
                | "dos"
                | "du"
        )
    };
    name.split_whitespace()
        .all(|word| word.starts_with(char::is_uppercase) || particle(word))
}

/// With one space between words.
pub(super) fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The few character references that data holds although it needs none.
pub(super) fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let pairs = [
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#039;", "'"),
        ("&apos;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&#8217;", "’"),
        ("&#8216;", "‘"),
        ("&#8220;", "“"),
        ("&#8221;", "”"),
        ("&#8211;", "–"),
        ("&nbsp;", " "),
        ("&rsquo;", "’"),
        ("&amp;", "&"),
    ];
    pairs
        .iter()
        .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}
