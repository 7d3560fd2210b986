//! When a page says that its article was published and changed: its data, `<meta>`, marked elements, lines around the
//! headline, its address.

use super::attributes::Says;
use super::data::Told;
use super::days::{self, Order};
use super::fields::{self, Place};
use super::parse::Page;
use crate::article::document::Day;
use crate::article::times::calendar;

/// Names under which `<meta>` gives the day of publication, best first.
#[rustfmt::skip]
const PUBLISHED: &[&str] = &[
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
const MODIFIED: &[&str] = &[
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
pub(super) fn days(page: &Page, told: &Told, place: Place, url: Option<&str>) -> (Option<Day>, Option<Day>) {
    let order = Order::of(page.language.as_deref(), url);
    let read = |text: &str| days::day(text, order);
    let meta = |names: &[&str]| names.iter().find_map(|name| read(fields::meta(page, name)?));
    let printed = printed(page, place, order, BEFORE, BEHIND);
    let close = self::printed(page, place, order, CLOSE, CLOSE + CLOSE);
    let marked = marked(page, place, order);
    let said = told
        .published
        .as_deref()
        .and_then(read)
        .or_else(|| meta(PUBLISHED));
    let shown = below(page, place, order)
        .or(marked.published)
        .or_else(|| timed(page, order, |_, at| place.is_near(at) && place.is_behind(at)))
        .or(printed.published);
    // What stands under the headline was written by somebody; data may hold the day that the page was last built.
    let published = match (said, close.published) {
        (Some(said), Some(shown))
            if calendar::number(shown).map(|n| n + 1) < calendar::number(said) && !is_turned(shown, said) =>
        {
            Some(shown)
        }
        _ => said.or(shown),
    };
    let published = published
        .or_else(|| url.and_then(days::in_address))
        .or_else(|| read(&page.title));
    let modified = told.modified.as_deref().and_then(read);
    let modified = modified
        .or_else(|| meta(MODIFIED))
        .or(marked.modified)
        .or(printed.modified);
    (
        published
            .or_else(|| signed(page, place, order))
            .or_else(|| timed(page, order, |_, _| true))
            .or(modified),
        modified,
    )
}

/// Whether two days are one in figures, read with the month before the day and behind it.
fn is_turned(one: Day, other: Day) -> bool {
    one.year == other.year && one.month == other.day && one.day == other.month
}

/// Days that were found.
#[derive(Debug, Default, Clone, Copy)]
struct Found {
    published: Option<Day>,
    modified: Option<Day>,
}

/// Days of elements whose attributes say what they are, and of `<time>` near the headline.
fn marked(page: &Page, place: Place, order: Order) -> Found {
    let says = |element: u32| {
        let own = &page.elements[element as usize];
        let outer = page.elements[own.parent as usize].says;
        if own.says == Says::Nothing {
            outer
        } else {
            own.says
        }
    };
    let timed = |wanted: Says| {
        let near = |behind: bool| {
            timed(page, order, |element, at| {
                says(element) == wanted && place.is_near(at) && place.is_behind(at) == behind
            })
        };
        near(true).or_else(|| near(false))
    };
    let texts = |wanted: Says| place.marked(page, wanted).map(|text| read(text, order));
    Found {
        published: timed(Says::Published)
            .or_else(|| texts(Says::Published).find_map(|found| found.published)),
        modified: timed(Says::Modified)
            .or_else(|| texts(Says::Modified).find_map(|found| found.modified.or(found.published))),
    }
}

/// The day that an element close below the headline gives.
fn below(page: &Page, place: Place, order: Order) -> Option<Day> {
    let mut texts = place
        .below(page, Says::Published)
        .map(|text| read(text, order).published);
    timed(page, order, |_, at| place.is_below(at)).or_else(|| texts.find_map(|day| day))
}

/// The first day of an element with a `datetime` that is wanted, by where its text begins.
fn timed(page: &Page, order: Order, wanted: impl Fn(u32, usize) -> bool) -> Option<Day> {
    let at = |element: u32| page.elements[element as usize].text.0 as usize;
    let mut times = page
        .times
        .iter()
        .filter(|(element, _)| wanted(*element, at(*element)));
    times.find_map(|(_, value)| days::day(value, order))
}

/// Lines before and behind the headline that may give a day.
const BEFORE: usize = 6;
const BEHIND: usize = 14;

/// Lines in which a day is surely the article's own.
const CLOSE: usize = 3;

/// Bytes of the longest line of fields.
const LONGEST: usize = 160;

/// Days of lines around the headline, the nearest behind it first.
fn printed(page: &Page, place: Place, order: Order, before: usize, behind: usize) -> Found {
    let Some(at) = place.line else {
        return Found::default();
    };
    let mut found = Found::default();
    let mut found_at = None;
    let behind = at..(at + behind).min(page.lines.len());
    let before = (at.saturating_sub(before)..at).rev();
    for line in behind.chain(before) {
        let text = page.lines[line].span.of(&page.text);
        let text = if text.len() > LONGEST { head(text) } else { text };
        if !text.contains(|c: char| c.is_ascii_digit()) {
            continue;
        }
        if let Some(at) = found_at {
            // Only the line behind may still say when it was changed; further ones are other articles'.
            if line == at + 1 {
                found.modified = found.modified.or(read(text, order).modified);
            }
            continue;
        }
        // "Updated" may be a line of its own above the day.
        let label = line
            .checked_sub(1)
            .map(|above| page.lines[above].span.of(&page.text))
            .filter(|above| above.len() < 30 && !above.contains(|c: char| c.is_ascii_digit()));
        let labelled = read(&format!("{} {text}", label.unwrap_or("")), order);
        found.published = found.published.or(labelled.published);
        found.modified = found.modified.or(labelled.modified);
        found_at = found.published.map(|_| line);
    }
    found
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
fn read(text: &str, order: Order) -> Found {
    let lower = text.to_lowercase();
    let first = |words: &[&str]| words.iter().filter_map(|word| lower.find(word)).min();
    let day = |text: &str| days::day(text, order);
    let Some(changed) = first(CHANGED) else {
        return Found {
            published: day(&lower),
            modified: None,
        };
    };
    let again = first(FIRST).filter(|&at| at > changed);
    let end = again.unwrap_or(lower.len());
    Found {
        published: day(&lower[..changed]).or_else(|| day(&lower[end..])),
        modified: day(&lower[changed..end]),
    }
}

/// The day of a short line behind the article that says what its day is.
fn signed(page: &Page, place: Place, order: Order) -> Option<Day> {
    let short = place.rest(page).filter(|text| text.len() < LONGEST / 2);
    let mut lines = short.filter(|text| text.bytes().any(|b| b.is_ascii_digit()));
    lines.find_map(|text| {
        let lower = text.to_lowercase();
        let told = FIRST.iter().chain(CHANGED).any(|word| lower.starts_with(word));
        let found = if told { read(text, order) } else { return None };
        found.published.or(found.modified)
    })
}
