//! The article's text as a page's data holds it: `articleBody` in JSON-LD, and what scripts keep to draw the page from.
//!
//! Shells of paywalls and pages that a script draws show no article or only its beginning; what their data holds is
//! then read in its place. No key of a particular site is known here: a text is a list of blocks or one long string,
//! the longest beside the page's own title.

use serde_json::{Map, Value};

use super::attributes::Says;
use super::data::json;
use super::fragment;
use super::looks::runs;
use super::parse::{Element, Line, Page};
use super::surroundings::fold;
use super::tags::Tag;
use crate::article::document::BlockKind;
use crate::article::ingest::draft::is_markup;
use crate::article::ingest::structure::Mark;
use crate::order;
use crate::text::Span;

/// Values and words that are looked at in one page's data: texts in texts are looked at once for each.
const MOST_SEEN: usize = 2_000_000;

/// Fewer words are a summary.
const FEW: usize = 60;

/// Words that the beginning of an article in front of a wall has at most; who sees more has the article.
const MOST_SHOWN: usize = 500;

/// Lines behind the headline in which deks, bylines and dates stand.
const FIELDS: usize = 12;

/// Lines of a text with the elements that they would stand in.
type Lines = Vec<(String, Tag)>;

/// Puts the text of a page's data in the place of a visible one that holds less than half of it. `kept` are the lines
/// of the visible article, `told` what JSON-LD says its text is. Whether that was done.
pub(super) fn stand_in(
    page: &mut Page,
    title: &str,
    told: &str,
    kept: &mut Vec<bool>,
    headline: &mut Option<usize>,
) -> bool {
    let shown = shown(page, kept);
    // A run is four words.
    if shown.iter().map(|(_, runs)| runs.len() + 3).sum::<usize>() > MOST_SHOWN {
        return false;
    }
    let Some(mut lines) = stored(page, title, told) else {
        return false;
    };
    let Some(at) = place(page, &shown, &lines, *headline) else {
        return false;
    };
    for (line, kept) in kept.iter_mut().enumerate() {
        *kept &= line < at && headline.is_some_and(|headline| line > headline);
    }
    if headline.is_none() && !title.is_empty() {
        lines.insert(0, (title.to_owned(), Tag::H1));
        *headline = Some(at);
    }
    insert(page, at, &lines);
    kept.splice(at..at, lines.iter().map(|_| true));
    true
}

/// The lines of the visible article with their runs of words.
fn shown(page: &Page, kept: &[bool]) -> Vec<(usize, Vec<u32>)> {
    let lines = (0..kept.len()).filter(|&at| kept[at]);
    lines
        .map(|at| (at, runs(page.lines[at].span.of(&page.text))))
        .collect()
}

/// In front of which line the text belongs; nothing where half of it or more is shown.
fn place(page: &Page, shown: &[(usize, Vec<u32>)], lines: &Lines, headline: Option<usize>) -> Option<usize> {
    let seen = order::set(
        shown
            .iter()
            .flat_map(|(_, runs)| runs.clone())
            .collect::<Vec<_>>(),
    );
    let all: Vec<u32> = lines.iter().flat_map(|(line, _)| runs(line)).collect();
    if all.iter().filter(|run| seen.contains(run)).count() * 2 >= all.len() {
        return None;
    }
    let all = order::set(all);
    let from = headline.map_or(0, |headline| headline + 1);
    let repeats = |(at, runs): &&(usize, Vec<u32>)| {
        let known = runs.iter().filter(|run| all.contains(run)).count();
        *at >= from && known * 2 > runs.len()
    };
    let first = shown.iter().find(repeats).map(|&(at, _)| at);
    first.or_else(|| Some(headline.map_or(0, |_| behind_fields(page, from))))
}

/// Puts lines in front of line `at`, each in an element of its own; they have no place in the markup.
fn insert(page: &mut Page, at: usize, lines: &[(String, Tag)]) {
    let from = page
        .lines
        .get(at)
        .map_or(page.text.len(), |line| line.span.start());
    let old = page.elements.len();
    let mut text = String::new();
    let mut made = Vec::with_capacity(lines.len());
    for (words, tag) in lines {
        let span = Span::new(from + text.len(), from + text.len() + words.len());
        text = text + words + "\n\n";
        let element = page.elements.len() as u32;
        let place = (span.start() as u32, span.end() as u32);
        page.elements.push(Element::new(0, *tag, place));
        made.push(Line {
            span,
            element,
            inner: element,
            linked: 0,
            strong: 0,
            source: Span::new(0, 0),
        });
    }
    shift(page, old, at, from, text.len());
    page.text.insert_str(from, &text);
    let at = at.min(page.lines.len());
    page.lines.splice(at..at, made);
}

/// Moves the first `old` elements and the lines from `at` on that stand behind byte `from`.
fn shift(page: &mut Page, old: usize, at: usize, from: usize, by: usize) {
    for element in &mut page.elements[..old] {
        let (start, end) = &mut element.text;
        *start += if *start as usize >= from { by as u32 } else { 0 };
        *end += if *end as usize > from { by as u32 } else { 0 };
    }
    for line in page.lines.iter_mut().skip(at) {
        line.span = Span::new(line.span.start() + by, line.span.end() + by);
    }
}

/// The first line behind the headline that is no field of the article.
fn behind_fields(page: &Page, from: usize) -> usize {
    let is_field = |at: &usize| {
        let line = &page.lines[*at];
        let says = |element: u32| page.elements[element as usize].says;
        let told = [line.element, line.inner]
            .map(says)
            .iter()
            .any(|says| *says != Says::Nothing && *says != Says::Body);
        told || line.linked == 0 && line.span.len() < 60
    };
    let to = (from + FIELDS).min(page.lines.len());
    (from..to).find(|at| !is_field(at)).unwrap_or(from)
}

/// The text of the article in a page's data, if that holds one: `body` is what JSON-LD says it is.
fn stored(page: &Page, title: &str, body: &str) -> Option<Lines> {
    let mut search = Search {
        title: fold(title),
        best: (0, Lines::new()),
        seen: 0,
    };
    for (_, text) in page.data.iter().filter(|(linked, _)| !linked) {
        if let Some(value) = json(text) {
            search.visit(&value, false);
        }
    }
    let told = lines(body);
    // Of two that are about as long the one that knows its paragraphs.
    let (words, found) = search.best;
    let best = if words * 10 >= count(&told) * 9 {
        found
    } else {
        told
    };
    (count(&best) >= FEW).then_some(best)
}

/// Words of lines.
fn count(lines: &Lines) -> usize {
    lines
        .iter()
        .map(|(line, _)| line.split_whitespace().count())
        .sum()
}

/// The lines of a string, which may be markup.
fn lines(text: &str) -> Lines {
    if !is_markup(text) {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        return lines.map(|line| (line.to_owned(), Tag::P)).collect();
    }
    let tag = |mark: Mark| match mark {
        Mark::Title | Mark::Heading => Tag::H2,
        Mark::Quote => Tag::Blockquote,
        Mark::As(BlockKind::List) => Tag::Li,
        Mark::As(BlockKind::Caption) => Tag::Figcaption,
        _ => Tag::P,
    };
    let lines = fragment::lines(text).into_iter();
    lines.map(|(line, mark)| (line, tag(mark))).collect()
}

/// The search for the longest text beside the page's title.
struct Search {
    title: String,
    /// Its words and lines.
    best: (usize, Lines),
    /// Values and words that were looked at.
    seen: usize,
}

impl Search {
    /// Looks at a value and what it holds; JSON is read to a depth of 128. `titled`: it stands beside the page's title.
    fn visit(&mut self, value: &Value, titled: bool) {
        self.seen += 1;
        if self.seen > MOST_SEEN {
            return;
        }
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.visit(item, titled)),
            Value::Object(object) => {
                let titled = self.is_titled(object).unwrap_or(titled);
                for (_, value) in object.iter().filter(|(name, _)| known(name) != Some(Kind::Aside)) {
                    if titled {
                        self.offer(value);
                    }
                    self.visit(value, titled);
                }
            }
            _ => {}
        }
    }

    /// Whether an object has the page's title; nothing where it has none or is only a part with a name.
    fn is_titled(&self, object: &Map<String, Value>) -> Option<bool> {
        let title = fold(title(object)?);
        let long = title.len() >= 8 && self.title.len() >= 8;
        let own = long && (self.title.starts_with(&title) || title.starts_with(&self.title));
        (own || is_other(object)).then_some(own)
    }

    /// Keeps a text that is longer than the best so far.
    fn offer(&mut self, value: &Value) {
        let found = match value {
            Value::String(text) if text.len() > FEW => lines(text),
            Value::Array(items) => {
                let mut found = Lines::new();
                for item in items {
                    block(item, &mut found);
                }
                found
            }
            _ => return,
        };
        let words = count(&found);
        self.seen += words;
        if words > self.best.0 {
            self.best = (words, found);
        }
    }
}

/// Names of what titles things.
const TITLES: &[&str] = &["headline", "title", "name", "headlines"];

fn title(object: &Map<String, Value>) -> Option<&str> {
    let value = TITLES.iter().find_map(|name| object.get(*name))?;
    match value {
        Value::String(title) => Some(title),
        Value::Object(titles) => titles.values().find_map(Value::as_str),
        _ => None,
    }
}

/// Whether an object is an article of its own: it has a title and an address.
fn is_other(object: &Map<String, Value>) -> bool {
    title(object).is_some()
        && ["url", "href", "link", "slug", "path"]
            .iter()
            .any(|name| object.contains_key(*name))
}

/// Names under which a block holds its text, best first, and under which it holds its parts.
const TEXTS: &[&str] = &["text", "html", "value", "content", "copy", "body"];
const PARTS: &[&str] = &[
    "content",
    "children",
    "nodes",
    "blocks",
    "items",
    "paragraphs",
    "elements",
    "body",
    "model",
    "props",
    "data",
    "attrs",
];

/// Names under which a block says what it is.
const KINDS: &[&str] = &[
    "type",
    "_type",
    "nodeType",
    "kind",
    "tag",
    "tagName",
    "name",
    "component",
    "style",
    "listItem",
    "__typename",
];

/// What a block says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Open,
    Line(Tag),
    /// Words in a line.
    Run,
    /// Not the article's.
    Aside,
}

/// How names of kinds are known, the first that is found.
#[rustfmt::skip]
const KNOWN: &[(&str, Kind)] = &[
    ("image", Kind::Aside), ("figure", Kind::Aside), ("photo", Kind::Aside), ("video", Kind::Aside), ("embed", Kind::Aside),
    ("advert", Kind::Aside), ("promo", Kind::Aside), ("newsletter", Kind::Aside), ("related", Kind::Aside), ("gallery", Kind::Aside),
    ("comment", Kind::Aside), ("interstitial", Kind::Aside), ("signup", Kind::Aside), ("subscri", Kind::Aside), ("paywall", Kind::Aside),
    ("widget", Kind::Aside), ("head", Kind::Line(Tag::H2)), ("subtitle", Kind::Line(Tag::H2)), ("quote", Kind::Line(Tag::Blockquote)),
    ("listitem", Kind::Line(Tag::Li)), ("list-item", Kind::Line(Tag::Li)), ("list_item", Kind::Line(Tag::Li)), ("bullet", Kind::Line(Tag::Li)),
    ("paragraph", Kind::Line(Tag::P)),
];

/// The same for names that are words of markup.
#[rustfmt::skip]
const WHOLE: &[(&str, Kind)] = &[
    ("ad", Kind::Aside), ("p", Kind::Line(Tag::P)), ("block", Kind::Line(Tag::P)), ("li", Kind::Line(Tag::Li)), ("h2", Kind::Line(Tag::H2)),
    ("h3", Kind::Line(Tag::H2)), ("h4", Kind::Line(Tag::H2)), ("span", Kind::Run), ("a", Kind::Run), ("link", Kind::Run),
    ("hyperlink", Kind::Run), ("strong", Kind::Run), ("em", Kind::Run), ("b", Kind::Run), ("i", Kind::Run),
];

fn known(name: &str) -> Option<Kind> {
    let lower = name.to_lowercase();
    KNOWN
        .iter()
        .find(|(name, _)| lower.contains(name))
        .map(|&(_, kind)| kind)
}

fn kind(object: &Map<String, Value>) -> Kind {
    let mut kinds = KINDS
        .iter()
        .filter_map(|name| object.get(*name)?.as_str())
        .filter_map(|said| {
            let whole = WHOLE.iter().find(|(name, _)| said.eq_ignore_ascii_case(name));
            whole.map(|&(_, kind)| kind).or_else(|| known(said))
        });
    let first = kinds.next().unwrap_or(Kind::Open);
    // "block" of the style "h2" is a heading.
    kinds
        .find(|&kind| first == Kind::Line(Tag::P) && kind != Kind::Run)
        .unwrap_or(first)
}

/// Adds the lines of a block.
fn block(value: &Value, found: &mut Lines) {
    match value {
        Value::String(text) => found.extend(lines(text)),
        Value::Array(items) => items.iter().for_each(|item| block(item, found)),
        Value::Object(object) if !is_other(object) => {
            let kind = kind(object);
            if kind == Kind::Aside {
                return;
            }
            if let Kind::Line(tag) = kind {
                let mut own = Lines::new();
                parts(object)
                    .filter(|part| holds_lines(part))
                    .for_each(|part| block(part, &mut own));
                if own.is_empty() {
                    own = lines(&run(value));
                }
                // A paragraph of a quotation is one.
                found.extend(
                    own.into_iter()
                        .map(|(line, own)| (line, if own == Tag::P { tag } else { own })),
                );
                return;
            }
            match text(object) {
                Some(text) => found.extend(lines(text)),
                None => parts(object).for_each(|part| block(part, found)),
            }
        }
        _ => {}
    }
}

fn text(object: &Map<String, Value>) -> Option<&str> {
    TEXTS.iter().find_map(|name| object.get(*name)?.as_str())
}

fn parts(object: &Map<String, Value>) -> impl Iterator<Item = &Value> {
    PARTS
        .iter()
        .filter_map(|name| object.get(*name))
        .filter(|value| value.is_array() || value.is_object())
}

/// Whether a list holds blocks that are lines themselves.
fn holds_lines(value: &Value) -> bool {
    let is_line = |item: &Value| {
        item.as_object()
            .is_some_and(|object| matches!(kind(object), Kind::Line(_)))
    };
    value.as_array().is_some_and(|items| items.iter().any(is_line))
}

/// All words of a line, whose runs keep their own spaces.
fn run(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(run).collect(),
        Value::Object(object) => match text(object) {
            Some(text) => text.to_owned(),
            None => parts(object).map(run).collect(),
        },
        _ => String::new(),
    }
}
