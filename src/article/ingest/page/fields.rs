//! What a page says about its article: structured data first, then what `<meta>` says, then elements that name
//! themselves, then the text. Each source is one that sites fill for search engines and link previews, so it is
//! mostly there and mostly right; where several speak, the more specific one is believed.

use super::attributes::Says;
use super::data::Told;
use super::names;
use super::parse::Page;
use super::surroundings::fold;
use crate::article::document::Day;
use crate::article::segment;
use crate::article::times::{self, calendar};
use crate::knowledge::Model;
use crate::text::Span;

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
}

/// Names under which `<meta>` gives the day of publication, best first.
#[rustfmt::skip]
const PUBLISHED: &[&str] = &[
    "article:published_time", "datepublished", "og:published_time", "parsely-pub-date", "sailthru.date", "pubdate",
    "publishdate", "publish-date", "publish_date", "article.published", "dcterms.created", "dc.date.issued", "dcterms.date", "dc.date",
    "dc.date.created", "article:published", "og:article:published_time", "citation_publication_date", "citation_date", "date", "displaydate", "published_time",
    "article_date_original", "originalpublicationdate", "published-date", "cxenseparse:recs:publishtime",
];

const MODIFIED: &[&str] = &[
    "article:modified_time",
    "datemodified",
    "og:updated_time",
    "lastmod",
    "last-modified",
];

#[rustfmt::skip]
const AUTHOR: &[&str] = &[
    "author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "article:author_name", "citation_author",
    "cxenseparse:author", "article:author", "creator", "twitter:data1",
];

/// Reads the fields; `headline` is the line that repeats the title.
pub fn fields(page: &Page, told: &Told, headline: Option<Span>, model: &Model) -> Fields {
    let outlet = outlet(page, told);
    Fields {
        title: title(page, told, headline, outlet.as_deref()),
        authors: authors(page, told, outlet.as_deref(), headline, model),
        published: published(page, told, headline, model),
        modified: told
            .modified
            .as_deref()
            .or_else(|| first(page, MODIFIED))
            .and_then(|text| day(text, model)),
        url: url(page, told),
        outlet,
    }
}

fn meta<'a>(page: &'a Page, name: &str) -> Option<&'a str> {
    page.metas
        .iter()
        .find(|(n, _)| n == name)
        .map(|(_, value)| value.as_str())
}

fn first<'a>(page: &'a Page, names: &[&str]) -> Option<&'a str> {
    names.iter().find_map(|name| meta(page, name))
}

fn outlet(page: &Page, told: &Told) -> Option<String> {
    let plain = |name: &str| names::spaced(name);
    let said = told.publisher.as_deref().or_else(|| meta(page, "og:site_name"));
    said.or_else(|| meta(page, "application-name"))
        .map(plain)
        .filter(|name| !name.is_empty() && name.len() < 80)
}

fn url(page: &Page, told: &Told) -> Option<String> {
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

fn authors(
    page: &Page,
    told: &Told,
    outlet: Option<&str>,
    headline: Option<Span>,
    model: &Model,
) -> Vec<String> {
    let clean =
        |texts: &mut dyn Iterator<Item = &str>| -> Vec<String> { names::people(texts, outlet, model) };
    let data = clean(&mut told.authors.iter().map(String::as_str));
    if !data.is_empty() {
        return data;
    }
    for name in AUTHOR {
        let all = page
            .metas
            .iter()
            .filter(|(n, _)| n == name)
            .map(|(_, value)| value.as_str());
        let found = clean(&mut all.take(20));
        if !found.is_empty() {
            return found;
        }
    }
    for wanted in [Says::Author, Says::Byline] {
        // The first that names somebody is the article's; behind it stand mostly the box about the author and others'.
        let found = marked(page, wanted, headline).map(|text| {
            let mut found = clean(&mut std::iter::once(text));
            // A handle is a name where a link says so, or where nothing else stands there.
            found.retain(|name| {
                names::looks_like_a_name(name)
                    && (wanted == Says::Author || name.contains(' ') || text.len() < 30)
            });
            found
        });
        if let Some(found) = found.take(8).find(|found| !found.is_empty() && found.len() <= 6) {
            return found;
        }
    }
    lined(page, headline, &clean)
}

/// People of a line near the headline that begins as bylines do.
fn lined(
    page: &Page,
    headline: Option<Span>,
    clean: &dyn Fn(&mut dyn Iterator<Item = &str>) -> Vec<String>,
) -> Vec<String> {
    let Some(headline) = headline else {
        return Vec::new();
    };
    let near = page
        .lines
        .iter()
        .filter(|line| line.span.start().abs_diff(headline.end()) < NEAR / 2);
    let named = near.filter_map(|line| {
        let text = line.span.of(&page.text);
        let begins = [
            "By ",
            "by ",
            "BY ",
            "Von ",
            "von ",
            "By: ",
            "Written by ",
            "Por ",
            "Par ",
        ]
        .iter()
        .any(|begin| text.starts_with(begin));
        let mut found = if begins && text.len() < 150 {
            clean(&mut std::iter::once(text))
        } else {
            Vec::new()
        };
        found.retain(|name| names::looks_like_a_name(name));
        (!found.is_empty()).then_some(found)
    });
    named.take(1).flatten().collect()
}

/// Characters around the headline in which an element that names itself is believed: other articles' bylines stand in
/// lists behind the text.
const NEAR: usize = 3_000;

/// The texts of elements that say what they are, near the headline.
fn marked(page: &Page, wanted: Says, headline: Option<Span>) -> impl Iterator<Item = &str> {
    let middle = headline.map(Span::start);
    let near = move |at: usize| middle.is_none_or(|middle| at.abs_diff(middle) < NEAR);
    let all = page.elements.iter().filter(move |element| element.says == wanted);
    all.filter(move |element| near(element.text.0 as usize))
        .filter_map(|element| {
            let text = page
                .text
                .get(element.text.0 as usize..element.text.1 as usize)?
                .trim();
            (!text.is_empty() && text.len() < 200).then_some(text)
        })
}

fn published(page: &Page, told: &Told, headline: Option<Span>, model: &Model) -> Option<Day> {
    let data = told.published.as_deref().and_then(|text| day(text, model));
    let said = || PUBLISHED.iter().find_map(|name| day(meta(page, name)?, model));
    let timed = |wanted: Says| {
        let mut times = page.times.iter().filter(move |(element, _)| {
            let own = &page.elements[*element as usize];
            own.says == wanted
                || wanted == Says::Published && page.elements[own.parent as usize].says == wanted
        });
        times.find_map(|(_, value)| day(value, model))
    };
    let texts = || marked(page, Says::Published, headline).find_map(|text| day(text, model));
    let near = || {
        let middle = headline?;
        let close = |element: &u32| {
            (page.elements[*element as usize].text.0 as usize).abs_diff(middle.start()) < NEAR
        };
        page.times
            .iter()
            .filter(|(element, _)| close(element))
            .find_map(|(_, value)| day(value, model))
    };
    let linked = || url(page, told).and_then(|url| in_address(&url));
    data.or_else(said)
        .or_else(|| timed(Says::Published))
        .or_else(texts)
        .or_else(near)
        .or_else(linked)
        .or_else(|| page.times.iter().find_map(|(_, value)| day(value, model)))
}

/// The day in an address: "/2031/05/06/".
fn in_address(url: &str) -> Option<Day> {
    let parts: Vec<&str> = url.split(['/', '-']).collect();
    parts.windows(3).find_map(|three| {
        let number = |text: &str, lengths: &[usize]| {
            lengths
                .contains(&text.len())
                .then(|| text.parse::<u16>().ok())
                .flatten()
        };
        let (year, month, day) = (
            number(three[0], &[4])?,
            number(three[1], &[1, 2])?,
            number(three[2], &[1, 2])?,
        );
        valid(year, month, day)
    })
}

/// The day that a text gives: ISO's beginning as it stands there, which is the day at the publisher's; else in words.
pub(super) fn day(text: &str, model: &Model) -> Option<Day> {
    let text = text.trim();
    let digits: Vec<u16> = text
        .split(|c: char| !c.is_ascii_digit())
        .take(3)
        .map_while(|part| part.parse().ok())
        .collect();
    let iso = text.starts_with(|c: char| c.is_ascii_digit());
    if iso
        && let [year, month, day] = digits[..]
        && year >= 1000
    {
        return valid(year, month, day);
    }
    if iso && text.len() >= 8 && text.as_bytes()[..8].iter().all(u8::is_ascii_digit) {
        let part = |range: std::ops::Range<usize>| text[range].parse().ok();
        if let (Some(year), Some(month), Some(day)) = (part(0..4), part(4..6), part(6..8)) {
            return valid(year, month, day);
        }
    }
    let head = text.get(..200).unwrap_or(text);
    let days = times::stated_days(head, &segment::tokens(head, model));
    days.into_iter()
        .map(|(_, day)| day)
        .find(|day| day.year.is_some())
}

fn valid(year: u16, month: u16, day: u16) -> Option<Day> {
    let found = Day {
        year: Some(i16::try_from(year).ok()?),
        month: u8::try_from(month).ok()?,
        day: u8::try_from(day).ok()?,
    };
    ((1700..2200).contains(&year) && calendar::exists(found)).then_some(found)
}
