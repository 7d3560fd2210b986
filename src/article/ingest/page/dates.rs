//! When a page says that its article was published and changed: its data, `<meta>`, marked elements, lines around the
//! headline, its address.

use super::attributes::Says;
use super::data::Told;
use super::days::{self, Order};
use super::fields::{self, Place};
use super::parse::Page;
use super::when;
use crate::article::document::Day;
use crate::knowledge::Model;

/// Names under which `<meta>` gives the day of publication, best first.
#[rustfmt::skip]
pub(super) const PUBLISHED: &[&str] = &[
    "article:published_time", "datepublished", "og:published_time", "article:published", "og:article:published_time",
    "og:pubdate", "parsely-pub-date", "sailthru.date", "pubdate", "sw-pubdate", "publishdate", "publish-date",
    "publish_date", "published_time", "published-date", "published_date", "published", "publication_date",
    "publication-date", "w-published-date", "article.published", "article:publication_date", "rnews:datepublished",
    "dcterms.created", "dcterms.issued", "dc.date.issued", "dc.date.created", "dcterms.date", "dc.date", "dc:date",
    "dc.date.publication", "date.created", "datecreated", "created", "article_date_original", "originalpublicationdate",
    "citation_publication_date", "citation_date", "citation_online_date", "bepress_citation_date", "prism.publicationdate",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "displaydate", "uploaddate", "date",
];

/// Names under which it gives the day of the last change.
#[rustfmt::skip]
pub(super) const MODIFIED: &[&str] = &[
    "article:modified_time", "datemodified", "og:updated_time", "og:modified_time", "article:modified", "article:updated",
    "lastmod", "last-modified", "lastmodified", "last_modified", "modified", "updated", "updated date", "dcterms.modified",
    "dc.date.modified", "revised", "datecreated.updated",
];

/// What lines say before the day of a change.
#[rustfmt::skip]
const CHANGED: &[&str] = &[
    "updat", "modif", "revised", "reviewed", "edited", "aktualisier", "geändert", "änderung", "stand:", "stand ", "mis à jour",
    "mise à jour", "màj", "actualiz", "aggiorna", "atualiza", "bijgewerkt", "uppdater", "opdater", "oppdater", "zmieni",
    "aktualizac", "обновл", "gewijzigd",
];

/// What they say before the day of publication.
#[rustfmt::skip]
const FIRST: &[&str] = &[
    "publi", "posted", "created", "veröffentlich", "erstellt", "original", "eingestellt", "geplaatst", "datum", "erschienen",
    "author:", "autor:", "geschrieben", "gepostet", "beitrag",
];

/// Days of publication and of the last change.
pub(super) fn days(
    page: &Page,
    told: &Told,
    place: Place,
    url: Option<&str>,
    model: &Model,
) -> (Option<Day>, Option<Day>) {
    let order = Order::of(page.language.as_deref(), url);
    let read = |text: &str| days::day(text, order);
    let meta = |names: &[&str]| names.iter().find_map(|name| read(fields::meta(page, name)?));
    let modified = told.modified.as_deref().and_then(read);
    let modified = modified
        .or_else(|| meta(MODIFIED))
        .or_else(|| marked(page, place, order))
        .or_else(|| printed(page, place, order));
    (
        when::published(page, told, place, url, model).or(modified),
        modified,
    )
}

/// Whether two days are one in figures, read with the month before the day and behind it.
pub(super) fn is_turned(one: Day, other: Day) -> bool {
    one.year == other.year && one.month == other.day && one.day == other.month
}

/// Days that were found.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Found {
    pub(super) published: Option<Day>,
    pub(super) modified: Option<Day>,
    /// Whether words before a day say that it is the first.
    pub(super) is_told: bool,
}

/// The day of the last change by elements whose attributes say so, around the headline.
fn marked(page: &Page, place: Place, order: Order) -> Option<Day> {
    let timed = |behind: bool| {
        let mut times = page.times.iter().filter(|(element, _)| {
            let at = page.elements[*element as usize].text.0 as usize;
            says(page, *element) == Says::Modified && place.is_near(at) && place.is_behind(at) == behind
        });
        times.find_map(|(_, value)| days::day(value, order))
    };
    let mut texts = place
        .marked(page, Says::Modified)
        .into_iter()
        .map(|text| read(text, order));
    timed(true)
        .or_else(|| timed(false))
        .or_else(|| texts.find_map(|found| found.modified.or(found.published)))
}

/// What an element says about itself, or else what holds it.
pub(super) fn says(page: &Page, element: u32) -> Says {
    let own = &page.elements[element as usize];
    if own.says == Says::Nothing {
        page.elements[own.parent as usize].says
    } else {
        own.says
    }
}

/// Lines before and behind the headline that may give a day.
const BEFORE: usize = 6;
const BEHIND: usize = 14;

/// Bytes of the longest line of fields.
pub(super) const LONGEST: usize = 160;

/// The day of the last change by lines around the headline, the nearest behind it first.
fn printed(page: &Page, place: Place, order: Order) -> Option<Day> {
    let at = place.line?;
    let behind = at..(at + BEHIND).min(page.lines.len());
    let before = (at.saturating_sub(BEFORE)..at).rev();
    let mut found_at = None;
    for line in behind.chain(before) {
        // Only the line behind that of publication may still say when it was changed; further ones are other articles'.
        if found_at.is_some_and(|at| line != at + 1) {
            continue;
        }
        let found = labelled(page, line, order);
        if found.modified.is_some() {
            return found.modified;
        }
        found_at = found_at.or(found.published.map(|_| line));
    }
    None
}

/// The days of a line, by what it or a line of its own above it says before them: "Updated".
pub(super) fn labelled(page: &Page, line: usize, order: Order) -> Found {
    let text_of = |line: usize| page.lines[line].span.of(&page.text);
    let numbered = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    let text = text_of(line);
    let text = if text.len() > LONGEST { head(text) } else { text };
    if !is_dated(text) {
        return Found::default();
    }
    let label = line
        .checked_sub(1)
        .map(text_of)
        .filter(|above| above.len() < 30 && !numbered(above));
    read(&format!("{} {text}", label.unwrap_or("")), order)
}

/// The day that a paragraph begins with: "(5. September 2031) The …", "05.09.2031 – The …".
fn head(text: &str) -> &str {
    const DAY: usize = 20;
    let dated = text
        .trim_start_matches('(')
        .starts_with(|c: char| c.is_ascii_digit());
    let end = text.char_indices().nth(DAY).map_or(text.len(), |(end, _)| end);
    if dated { &text[..end] } else { "" }
}

/// The days of a line: what stands behind "updated" is the last change's.
pub(super) fn read(text: &str, order: Order) -> Found {
    let lower = text.to_lowercase();
    let first = |words: &[&str]| words.iter().filter_map(|word| lower.find(word)).min();
    let day = |text: &str| days::day(text, order);
    let is_told = first(FIRST).is_some();
    let Some(changed) = first(CHANGED) else {
        return Found {
            published: day(&lower),
            modified: None,
            is_told,
        };
    };
    let again = first(FIRST).filter(|&at| at > changed);
    let end = again.unwrap_or(lower.len());
    Found {
        published: day(&lower[..changed]).or_else(|| day(&lower[end..])),
        modified: day(&lower[changed..end]),
        is_told,
    }
}

/// Whether a line begins with what it says of its day.
pub(super) fn is_told(text: &str) -> bool {
    let lower = text.to_lowercase();
    FIRST.iter().chain(CHANGED).any(|word| lower.starts_with(word))
}

/// Whether a line says of a day that it is that of a change.
pub(super) fn is_change(text: &str) -> bool {
    let lower = text.to_lowercase();
    CHANGED.iter().any(|word| lower.contains(word))
}

/// Whether a text has as many figures as a day has at least: "5.9.31".
pub(super) fn is_dated(text: &str) -> bool {
    const LEAST: usize = 4;
    text.bytes().filter(u8::is_ascii_digit).count() >= LEAST
}
