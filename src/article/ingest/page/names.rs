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
    "subscribe", "share", "follow", "role", "industry", "bio", "profile", "view", "all", "more", "about", "contact", "menu", "home",
    "comments", "rédaction", "redacción", "redakcja", "redactie", "the", "our", "your", "you", "this", "at", "e.v", "in", "is", "on", "for",
    "written", "über", "den", "free", "offer", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag",
    "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "comment", "kommentare", "kommentar", "image", "photo", "foto", "no", "keine", "datum",
];

/// Words of what somebody is, beside those of the lexicon.
#[rustfmt::skip]
const TITLES: &[&str] = &[
    "expert", "specialist", "director", "manager", "officer", "founder", "co-founder", "cofounder", "ceo", "cto", "cmo", "coo", "cfo", "president",
    "professor", "head", "chief", "consultant", "strategist", "analyst", "chefredakteur", "chefredakteurin", "redakteur", "redakteurin",
    "journalist", "journaliste", "periodista", "korrespondent", "korrespondentin", "lead", "partner", "fellow", "intern", "columnist",
    "certified", "registered", "senior", "sr", "executive", "producer", "developer", "engineer", "designer", "owner", "coach",
];

/// Names of accounts that say nothing.
#[rustfmt::skip]
const ACCOUNTS: &[&str] = &[
    "admin", "administrator", "author", "user", "unknown", "anonymous", "webmaster", "root", "guest", "editor", "name", "no author", "none", "null", "staff", "sign in", "log in", "login", "subscribe", "bluesky", "facebook", "twitter",
];

/// How much a text is believed to name authors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trust {
    /// What looks like a person's name is one.
    Person,
    /// Whatever stands there: the page says that it is the author.
    Anybody,
}

/// People among texts that name authors, each once, in order.
pub(super) fn people(
    texts: &mut dyn Iterator<Item = &str>,
    outlet: Option<&str>,
    trust: Trust,
    model: &Model,
) -> Vec<String> {
    let house = outlet.map(fold);
    let mut people: Vec<String> = Vec::new();
    for text in texts {
        // Behind somebody's title its words go on: "Head of Marketing and Community Development".
        let mut titled = false;
        for name in parts(text) {
            let folded = fold(&name);
            let known = people.iter().any(|other| fold(other) == folded);
            let is_house = house.as_deref() == Some(&folded) || listed_agency(&name, model).is_some();
            let believed = match trust {
                Trust::Person => {
                    is_person(&name, model) && (!is_house && !titled || is_full_name(&name, model))
                }
                Trust::Anybody => is_anybody(&name) && (people.is_empty() || !is_credential(&name)),
            };
            titled |= !believed && !people.is_empty();
            if !known && believed && people.len() < 20 {
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
        " and ", " And ", " AND ", " & ", " und ", " UND ", " y ", " e ", " en ", " et ", " with ", " mit ",
        ";", " / ", " · ", " • ", " ⋅ ", " – ", " — ", " - ", " » ", " on ", " am ", " for ", " für ",
        " in ", " vom ", "\n", "|",
    ] {
        line = line.replace(joint, ",");
    }
    line.split(',')
        .take_while(|name| !is_helper(name))
        .map(bare)
        .filter(|name| !name.is_empty())
        .collect()
}

/// What is written in front of those who helped the author.
#[rustfmt::skip]
const HELPERS: &[&str] = &[
    "medically reviewed", "reviewed", "expert reviewed", "edited", "fact checked", "fact-checked", "photos by", "updated by", "übersetz", "translat",
];

fn is_helper(name: &str) -> bool {
    let lower = name.trim().to_lowercase();
    HELPERS.iter().any(|helper| lower.starts_with(helper))
}

/// What is written in front of a name.
#[rustfmt::skip]
const BEFORE: &[&str] = &[
    "post author by", "this post was written by", "this article was written by", "about the author", "written by", "article by", "authored by", "recipe by", "posted by", "published by",
    "story by", "words by", "text by", "reported by", "reporting by", "posts by", "contributors", "authors", "autoren", "words",
    "eine kolumne von", "publiziert am", "veröffentlicht am", "vom", "redaktion:", "thread starter", "themenstarter", "beitragvon", "beitrag von", "post by", "by", "author",
    "autor", "autorin", "auteur", "text", "texte", "tekst", "interview", "ein beitrag von", "eine analyse von", "ein kommentar von",
    "text von", "verfasst von", "geschrieben von", "geschrieben", "gespeichert von", "von", "écrit par", "publié par", "par", "escrito por", "por", "scritto da",
    "a cura di", "di", "door", "af", "av", "and", "redacción", "rezept von", "publicado por", "veröffentlicht von", "eingestellt von", "erstellt von",
    "artikel von", "pressemitteilung von", "post von", "erstellt durch", "contributed by", "created by", "submitted by", "publicado por",
];

/// A name without what is written in front of it and behind.
fn bare(name: &str) -> String {
    let mut name = name.trim();
    for word in BEFORE.iter().chain(BEFORE) {
        let Some(head) = name.get(..word.len()).filter(|head| head.to_lowercase() == *word) else {
            continue;
        };
        let rest = &name[head.len()..];
        if rest.starts_with(|c: char| c.is_whitespace() || c == ':') {
            name = rest.trim_start_matches(':').trim();
        }
    }
    // "ByAnna Berg": two elements without a space between.
    if let Some(rest) = name
        .strip_prefix("By")
        .filter(|rest| rest.starts_with(char::is_uppercase))
    {
        name = rest;
    }
    // "Anna Berg (Tide)", "Anna Berg @annaberg"
    let signs = name.find(['(', '<', '[']).into_iter().chain(name.find(" @"));
    let end = signs.min().unwrap_or(name.len());
    name[..end]
        .trim_matches(|c: char| !c.is_alphanumeric() && c != '.')
        .trim()
        .to_owned()
}

fn is_person(name: &str, model: &Model) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let figures = name.contains(|c: char| c.is_ascii_digit() || c == '@' || c == '/' || c == ':');
    (1..=5).contains(&words.len())
        && !words.iter().enumerate().any(|(at, word)| {
            is_nobody(
                word,
                at == 1 && words.len() == 2 && is_given(words[0], model),
                model,
            )
        })
        && !figures
        && name.starts_with(char::is_alphabetic)
        && !(words.len() == 1
            && (name.starts_with(char::is_lowercase) || is_credential(name) || name.contains('.')))
        && !words
            .iter()
            .all(|word| is_credential(word) && word.contains('.') || is_lone_preposition(word))
        && name.len() <= 60
}

fn is_lone_preposition(word: &str) -> bool {
    BEFORE.contains(&word.to_lowercase().as_str())
}

/// Whether a listed given name or initials.
fn is_given(word: &str, model: &Model) -> bool {
    word.contains('.') && word.len() <= 4 || model.lexicon.given.has(&word.to_lowercase())
}

/// Whether a word is in no name. Behind a given name an occupation may be one: "Jill Winger", "R.C. Baker".
fn is_nobody(word: &str, behind_given: bool, model: &Model) -> bool {
    let lower = word.to_lowercase();
    let lower = lower.trim_matches(|c: char| !c.is_alphanumeric());
    NOBODY.contains(&lower)
        || TITLES.contains(&lower)
        || !behind_given
            && model.lexicon.occupations.has(lower)
            && !model.lexicon.surnames.has(lower)
            && !model.lexicon.family.has(lower)
}

/// "MD", "Ph.D.", "CFP®".
fn is_credential(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    matches!(
        word,
        "PhD" | "Ph.D." | "Ph.D" | "MSc" | "BSc" | "DPhil" | "PsyD" | "Jr" | "Jr." | "Sr."
    ) || (2..=6).contains(&letters) && capitals == letters
}

/// What the page calls its author, if that says anything.
fn is_anybody(name: &str) -> bool {
    let words = name.split_whitespace().count();
    (1..=6).contains(&words)
        && !ACCOUNTS.contains(&name.to_lowercase().as_str())
        && !name.contains(['@', '/', ':'])
        && !is_lone_preposition(name)
        && name.contains(char::is_alphabetic)
        && name.len() <= 60
}

/// Whether a listed given name and one to three capitalised words behind it.
pub(super) fn is_full_name(name: &str, model: &Model) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let given = words
        .first()
        .is_some_and(|first| model.lexicon.given.has(&first.to_lowercase()));
    given && (2..=4).contains(&words.len()) && looks_like_a_name(name) && is_person(name, model)
}

/// Whether one of its words is a listed given or family name and it is otherwise a name.
pub(super) fn is_likely_name(name: &str, model: &Model) -> bool {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    let lexicon = &model.lexicon;
    let first = words.first().is_some_and(|first| lexicon.given.has(first));
    let last = words
        .last()
        .is_some_and(|last| lexicon.surnames.has(last) || lexicon.family.has(last));
    (2..=4).contains(&words.len()) && (first || last) && looks_like_a_name(name) && is_person(name, model)
}

/// "Roe, Jane" as catalogues write it, the right way round.
pub(super) fn turned(name: &str) -> String {
    match name.split_once(", ") {
        Some((last, first)) if !first.contains(',') && last.split_whitespace().count() <= 2 => {
            format!("{first} {last}")
        }
        _ => name.to_owned(),
    }
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
