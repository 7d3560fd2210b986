//! What a page's structured data says: JSON-LD in the vocabulary that search engines ask news sites for.

use serde_json::Value;

use super::parse::Page;
use crate::order::{Arrange as _, Map};

/// What structured data says about the article.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// Its headline.
    pub headline: Option<String>,
    /// Its description.
    pub dek: Option<String>,
    /// Its authors' names as they stand there.
    pub authors: Vec<String>,
    /// Organisations that are named as authors.
    pub houses: Vec<String>,
    /// When it was published, as it stands there.
    pub published: Option<String>,
    /// When it was changed last.
    pub modified: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// The whole text, without markup; may be cut or empty.
    pub body: String,
    /// The article's own address.
    pub url: Option<String>,
}

/// Values that are looked at on one page: a page with all its comments has some ten thousand.
const MOST_VALUES: usize = 100_000;

/// Types of articles, best first; the vocabulary has more, which all end alike.
fn rank(kinds: &[&str]) -> Option<u8> {
    let article = |kind: &&str| {
        kind.ends_with("NewsArticle")
            || kind.ends_with("Article")
            || kind.ends_with("BlogPosting")
            || matches!(
                *kind,
                "Report" | "SocialMediaPosting" | "Review" | "Recipe" | "HowTo" | "CreativeWork"
            )
    };
    match () {
        () if kinds.iter().any(article) => Some(0),
        () if kinds.iter().any(|kind| {
            kind.ends_with("WebPage")
                || matches!(
                    *kind,
                    "ItemPage" | "FAQPage" | "AboutPage" | "DiscussionForumPosting"
                )
        }) =>
        {
            Some(1)
        }
        () => None,
    }
}

/// Reads all JSON-LD of a page; what the best description says first, the others fill in.
pub fn told(page: &Page) -> Told {
    let values: Vec<Value> = page
        .data
        .iter()
        .filter(|(linked, _)| *linked)
        .filter_map(|(_, text)| json(text))
        .collect();
    let mut things: Vec<&serde_json::Map<String, Value>> = Vec::new();
    let mut todo: Vec<&Value> = values.iter().rev().collect();
    let mut named: Map<&str, &str> = Map::new();
    let mut seen = 0;
    while let Some(value) = todo.pop() {
        seen += 1;
        if seen > MOST_VALUES {
            break;
        }
        match value {
            Value::Array(items) => todo.extend(items.iter().rev()),
            Value::Object(thing) => {
                if let (Some(id), Some(name)) = (text(thing.get("@id")), text(thing.get("name"))) {
                    named.entry(id).or_insert(name);
                }
                things.push(thing);
                let inner = [
                    "@graph",
                    "mainEntity",
                    "mainEntityOfPage",
                    "itemListElement",
                    "item",
                    "author",
                ];
                todo.extend(inner.iter().rev().filter_map(|key| thing.get(*key)));
            }
            _ => {}
        }
    }
    let mut ranked: Vec<(u8, usize)> = things
        .iter()
        .enumerate()
        .filter_map(|(at, thing)| Some((rank(&kinds(thing))?, at)))
        .collect();
    // Of several articles the first is the page's own; lists of others come behind it.
    ranked.arrange();
    let mut told = Told::default();
    for (_, at) in ranked.into_iter().take(3) {
        fill(&mut told, things[at], &named);
    }
    told
}

fn kinds(thing: &serde_json::Map<String, Value>) -> Vec<&str> {
    match thing.get("@type") {
        Some(Value::String(kind)) => vec![kind.as_str()],
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn fill(told: &mut Told, thing: &serde_json::Map<String, Value>, named: &Map<&str, &str>) {
    let set = |place: &mut Option<String>, key: &str| {
        if place.is_none() {
            *place = text(thing.get(key))
                .map(str::trim)
                .filter(|t| !t.is_empty())
                .map(str::to_owned);
        }
    };
    set(&mut told.headline, "headline");
    set(&mut told.headline, "name");
    set(&mut told.dek, "alternativeHeadline");
    set(&mut told.dek, "description");
    set(&mut told.published, "datePublished");
    set(&mut told.published, "dateCreated");
    set(&mut told.modified, "dateModified");
    set(&mut told.url, "url");
    if told.authors.is_empty() && told.houses.is_empty() {
        for key in ["author", "creator"] {
            if let Some(author) = thing.get(key) {
                people(author, named, told);
            }
        }
    }
    if told.publisher.is_none() {
        told.publisher = thing
            .get("publisher")
            .and_then(|p| name(p, named))
            .map(str::to_owned);
    }
    if told.body.is_empty()
        && let Some(body) = text(thing.get("articleBody"))
    {
        body.clone_into(&mut told.body);
    }
}

fn people(author: &Value, named: &Map<&str, &str>, told: &mut Told) {
    let all = match author {
        Value::Array(all) => all.as_slice(),
        one => std::slice::from_ref(one),
    };
    for one in all.iter().take(20) {
        if let Some(list @ Value::Array(_)) = one.get("@list").or_else(|| one.get("name")) {
            people(list, named, told);
            continue;
        }
        let kinds = one.as_object().map(kinds).unwrap_or_default();
        let Some(name) = name(one, named) else { continue };
        if kinds.iter().any(|kind| kind.ends_with("Organization")) {
            told.houses.push(name.to_owned());
        } else {
            told.authors.push(name.to_owned());
        }
    }
}

/// The name of a person or house: a string, a thing with a name, or a reference to one.
fn name<'a>(value: &'a Value, named: &Map<&'a str, &'a str>) -> Option<&'a str> {
    let thing = match value {
        Value::String(name) => return Some(name.as_str()),
        Value::Array(all) => all.first()?.as_object()?,
        other => other.as_object()?,
    };
    text(thing.get("name")).or_else(|| named.get(text(thing.get("@id"))?).copied())
}

fn text(value: Option<&Value>) -> Option<&str> {
    match value? {
        Value::String(text) => Some(text),
        Value::Array(all) => all.first()?.as_str(),
        _ => None,
    }
}

/// JSON as sites write it: with comment marks around it and line breaks inside its strings.
pub(super) fn json(text: &str) -> Option<Value> {
    let bare = text
        .trim()
        .trim_start_matches("<!--")
        .trim_start_matches("//<![CDATA[")
        .trim_start_matches("<![CDATA[")
        .trim_end_matches("-->")
        .trim_end_matches("//]]>")
        .trim_end_matches("]]>")
        .trim_end_matches([';', ' ', '\n', '\r', '\t']);
    serde_json::from_str(bare).ok().or_else(|| {
        let calm: String = bare
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        let read = |text: &str| serde_json::from_str(text).ok();
        read(&calm).or_else(|| read(&without_last_commas(&calm)))
    })
}

/// Without commas behind the last member of a list or an object.
fn without_last_commas(text: &str) -> String {
    let mut calm = String::with_capacity(text.len());
    let (mut quoted, mut escaped) = (false, false);
    for c in text.chars() {
        if !quoted && matches!(c, '}' | ']') && calm.trim_end().ends_with(',') {
            calm.truncate(calm.trim_end().len() - 1);
        }
        quoted ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        calm.push(c);
    }
    calm
}
