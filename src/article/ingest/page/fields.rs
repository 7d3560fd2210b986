//! What a page says about its article: structured data first, then what `<meta>` says, then elements that name
//! themselves, then the text. Each source is one that sites fill for search engines and link previews, so it is
//! mostly there and mostly right; where several speak, the more specific one is believed.

use std::ops::Range;

use super::attributes::Says;
use super::data::Told;
use super::parse::Page;
use super::surroundings::fold;
use super::{authors, dates, names};
use crate::article::document::{Day, Field};
use crate::article::ingest::structure::listed_agency;
use crate::knowledge::Model;
use crate::text::{Span, hash};

/// Fields of a page.
#[derive(Debug, Clone, Default)]
pub struct Fields {
    /// The title, without the site's name.
    pub title: Option<String>,
    /// The authors' names.
    pub authors: Vec<String>,
    /// The site's name.
    pub outlet: Option<String>,
    /// The day of publication.
    pub published: Option<Day>,
    /// The day of the last change.
    pub modified: Option<Day>,
    /// The canonical address.
    pub url: Option<String>,
    /// The agency that an element around the headline names and nothing else.
    pub agency: Option<Field>,
}

/// Where the article begins on its page.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    /// The line that repeats the title, or else the first that was kept.
    pub(super) line: Option<usize>,
    /// Where in the text it begins.
    pub(super) start: Option<usize>,
    /// The last line that was kept.
    pub(super) last: usize,
}

/// Bytes around the headline in which an element that names itself is believed: other articles' bylines stand in lists
/// behind the text.
const NEAR: usize = 3_000;

/// Bytes behind the headline's beginning in which an element is surely the article's own: title, dek and a line or two.
const CLOSE: usize = 400;

/// Lines around the headline that may be fields: some designs set them above it, others below a picture and a summary.
const ABOVE: usize = 6;
const BELOW: usize = 16;

impl Place {
    /// Whether a byte of the text is around the headline; anywhere, if that was not found.
    pub(super) fn is_near(self, at: usize) -> bool {
        self.start.is_none_or(|start| at.abs_diff(start) < NEAR)
    }

    /// Whether a byte stands behind where the headline begins.
    pub(super) fn is_behind(self, at: usize) -> bool {
        self.start.is_none_or(|start| at >= start)
    }

    /// Whether a byte stands so close behind the headline's beginning that it is surely of the article's own fields.
    pub(super) fn is_below(self, at: usize) -> bool {
        self.start.is_some_and(|start| at > start && at < start + CLOSE)
    }

    /// The texts of elements that say what they are, around the headline, those behind it first.
    pub(super) fn marked(self, page: &Page, wanted: Says) -> Vec<&str> {
        let mut found = texts(page, wanted, self, &|at| self.is_near(at) && self.is_behind(at));
        found.extend(texts(page, wanted, self, &|at| {
            self.is_near(at) && !self.is_behind(at)
        }));
        found
    }

    /// The same, so close behind it that it is surely the article's own.
    pub(super) fn below(self, page: &Page, wanted: Says) -> Vec<&str> {
        texts(page, wanted, self, &|at| self.is_below(at))
    }

    /// The same, anywhere behind it.
    pub(super) fn behind(self, page: &Page, wanted: Says) -> Vec<&str> {
        texts(page, wanted, self, &|at| {
            self.start.is_some_and(|start| at > start)
        })
    }

    /// The same, between two bytes.
    pub(super) fn between(self, page: &Page, wanted: Says, bytes: Range<usize>) -> Vec<&str> {
        texts(page, wanted, self, &|at| bytes.contains(&at))
    }

    /// Whether an element stands in a part of the page that is about something else: comments, lists of other articles.
    fn is_elsewhere(self, page: &Page, element: usize, names: &[u32]) -> bool {
        let start = self.start.unwrap_or(0) as u32;
        let mut at = element;
        while at != 0 {
            let own = &page.elements[at];
            let holds = own.text.0 <= start && start < own.text.1;
            if holds {
                return false;
            }
            let words = page.words.get(own.words.0 as usize..own.words.1 as usize);
            if words.unwrap_or_default().iter().any(|word| names.contains(word)) {
                return true;
            }
            at = own.parent as usize;
        }
        false
    }

    /// All lines behind those.
    pub(super) fn rest(self, page: &Page) -> Range<usize> {
        let last = page.lines.len();
        (self.line.unwrap_or(last) + BELOW).min(last)..last
    }

    /// Lines around the headline, those behind it first.
    pub(super) fn around(self, page: &Page) -> impl Iterator<Item = usize> {
        let last = page.lines.len();
        let at = self.line.unwrap_or(last);
        let before = (at.saturating_sub(ABOVE)..at).rev();
        (at..(at + BELOW).min(last)).chain(before)
    }
}

/// Words in the names of what holds comments and other articles.
const ELSEWHERE: &str =
    "comment comments commentlist respond related recent recommended popular trending teaser teasers";

/// The short texts of elements that say what they are, where they are wanted.
fn texts<'a>(page: &'a Page, wanted: Says, place: Place, here: &dyn Fn(usize) -> bool) -> Vec<&'a str> {
    let names: Vec<u32> = ELSEWHERE
        .split(' ')
        .map(|name| hash::lower(name) as u32)
        .collect();
    let mut found = Vec::new();
    for (at, element) in page.elements.iter().enumerate() {
        let (start, end) = (element.text.0 as usize, element.text.1 as usize);
        if element.says == wanted && here(start) && !place.is_elsewhere(page, at, &names) {
            let text = page.text.get(start..end).unwrap_or("").trim();
            if !text.is_empty() && text.len() < 200 {
                found.push(text);
            }
        }
    }
    found
}

/// Where the article begins, by the line that repeats its title or else its first line.
pub(super) fn place(page: &Page, headline: Option<usize>, kept: (usize, usize)) -> Place {
    let (first, last) = kept;
    let line = headline.unwrap_or(first);
    let start = page.lines.get(line).map(|line| line.span.start());
    Place {
        line: start.map(|_| line),
        start,
        last,
    }
}

/// Reads the fields; `headline` is the line that repeats the title, `kept` are the first and the last line of the article.
pub fn fields(
    page: &Page,
    told: &Told,
    headline: Option<usize>,
    kept: (usize, usize),
    model: &Model,
) -> Fields {
    let outlet = outlet(page, told);
    let place = place(page, headline, kept);
    let printed = headline
        .and_then(|line| page.lines.get(line))
        .map(|line| line.span);
    let url = url(page, told);
    let (published, modified) = dates::days(page, told, place, url.as_deref(), model);
    Fields {
        title: title(page, told, printed, outlet.as_deref()),
        authors: authors::authors(page, told, outlet.as_deref(), place, model),
        agency: headline.and_then(|headline| agency(page, headline, kept.0, model)),
        published,
        modified,
        url,
        outlet,
    }
}

pub(super) fn meta<'a>(page: &'a Page, name: &str) -> Option<&'a str> {
    page.metas
        .iter()
        .find(|(n, _)| n == name)
        .map(|(_, value)| value.as_str())
}

fn outlet(page: &Page, told: &Told) -> Option<String> {
    let plain = |name: &str| names::spaced(name);
    let said = told.publisher.as_deref().or_else(|| meta(page, "og:site_name"));
    said.or_else(|| meta(page, "application-name"))
        .or_else(|| meta(page, "publisher").filter(|name| !name.contains("://")))
        .map(plain)
        .filter(|name| !name.is_empty() && name.len() < 80)
}

pub(super) fn url(page: &Page, told: &Told) -> Option<String> {
    let canonical = page
        .links
        .iter()
        .find(|(rel, _)| rel == "canonical")
        .map(|(_, href)| href.as_str());
    let all = [canonical, meta(page, "og:url"), told.url.as_deref()];
    all.into_iter()
        .flatten()
        .find(|url| url.starts_with("http"))
        .map(str::to_owned)
}

/// The agency that is all the text of an element between the headline and the article.
fn agency(page: &Page, headline: usize, first: usize, model: &Model) -> Option<Field> {
    let (from, to) = (
        page.lines.get(headline)?.span.end(),
        page.lines.get(first)?.span.end(),
    );
    page.elements.iter().find_map(|element| {
        let span = Span::new(
            element.text.0 as usize,
            (element.text.1 as usize).max(element.text.0 as usize),
        );
        let inside = span.start() >= from && span.end() <= to && span.len() < 60;
        let span = if inside {
            span.trimmed(&page.text)
        } else {
            return None;
        };
        listed_agency(span.of(&page.text), model).map(|name| Field {
            value: name.to_owned(),
            span: Some(span),
        })
    })
}

/// The headline as the page prints it; without one, what it is called elsewhere, without the site's name.
fn title(page: &Page, told: &Told, headline: Option<Span>, outlet: Option<&str>) -> Option<String> {
    let printed = headline.map(|span| names::spaced(span.of(&page.text)));
    let others = [
        meta(page, "og:title"),
        told.headline.as_deref(),
        meta(page, "twitter:title"),
        Some(page.title.as_str()),
    ];
    let called: Vec<String> = others
        .into_iter()
        .flatten()
        .map(|text| without_site(&names::spaced(&names::unescaped(text)), outlet))
        .filter(|text| !text.is_empty())
        .collect();
    // Some sites print their own name as the first heading.
    let is_site = |printed: &String| outlet.is_some_and(|outlet| fold(outlet) == fold(printed));
    printed
        .filter(|printed| !is_site(printed))
        .or_else(|| called.first().cloned())
}

/// Cuts " | The Site" and " - The Site" off a title.
fn without_site(title: &str, outlet: Option<&str>) -> String {
    let parts = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • "];
    let cut = parts
        .iter()
        .filter_map(|part| title.rfind(part).map(|at| (at, part.len())))
        .max();
    let Some((at, width)) = cut else {
        return title.to_owned();
    };
    let (head, tail) = (&title[..at], &title[at + width..]);
    let named = outlet.is_some_and(|outlet| {
        let (outlet, tail) = (fold(outlet), fold(tail));
        outlet.contains(&tail) || tail.contains(&outlet)
    });
    let bar = title[at..].trim_start().starts_with(['|', '»', '·', '•', ':']);
    let short = tail.split_whitespace().count() <= 4 && head.split_whitespace().count() >= 3;
    if named
        || bar && short
        || short && head.split_whitespace().count() >= 5 && tail.split_whitespace().count() <= 3
    {
        return without_site(head.trim_end(), outlet);
    }
    title.to_owned()
}
