//! Who a page says wrote its article: its data and `<meta>` first, then elements that name themselves, then lines that
//! read as bylines do. A person is believed before a house, a full name before a handle.

use super::attributes::Says;
use super::data::Told;
use super::days::{self, Order};
use super::fields::{Place, meta};
use super::names::{self, Trust};
use super::parse::{Line, Page};
use super::tags::Tag;
use crate::knowledge::Model;

/// Names under which `<meta>` gives authors, best first.
#[rustfmt::skip]
const AUTHOR: &[&str] = &[
    "citation_author", "citation_authors", "bepress_citation_author", "author", "parsely-author", "sailthru.author", "dc.creator", "dc:creator", "dcterms.creator", "byl", "article:author_name",
    "article:author", "og:article:author", "og:author", "cxenseparse:author",
    "article.author", "authors", "creator", "dc.contributor", "byline", "rnews:creator", "vr:author", "swiftype-author",
];

/// Under which label a card names the author: some systems write it in the site's language.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "written by", "author", "geschrieben von", "verfasst von", "von", "autor", "écrit par", "auteur", "escrito por",
    "scritto da", "por", "geschreven door", "skrevet af", "skriven av", "napisane przez",
];

/// How lines begin that name authors, before a space or a colon; some only before their colon.
#[rustfmt::skip]
const BEGINS: &[&str] = &[
    "by", "written by", "posted by", "published by", "story by", "words by", "text by", "reported by", "reporting by", "article by",
    "authored by", "contributed by", "author", "authors", "contributors:", "von", "text:", "text von", "autor", "autorin", "autoren",
    "verfasst von", "geschrieben von", "erstellt von", "gespeichert von", "ein beitrag von", "eine analyse von", "ein kommentar von",
    "eine kolumne von", "redaktion:", "interview:", "par", "écrit par", "auteur", "por", "escrito por", "di", "a cura di",
    "door", "af", "av", "tekst:", "texte:", "redacción:", "thread starter", "themenstarter", "beitragvon", "beitrag von", "post by",
];

/// How lines begin that sign an article at its end.
#[rustfmt::skip]
const SIGNED: &[&str] = &[
    "written by", "posted by", "reported by", "reporting by", "words by", "this post was written by", "this article was written by",
    "geschrieben von", "verfasst von", "erstellt von", "gespeichert von", "écrit par", "escrito por", "scritto da", "about the author:",
    "author:", "authors:", "autor:", "autorin:", "autoren", "auteur:", "words:",
];

/// The authors' names, in order.
pub(super) fn authors(
    page: &Page,
    told: &Told,
    outlet: Option<&str>,
    place: Place,
    model: &Model,
) -> Vec<String> {
    let reader = Reader {
        page,
        told,
        outlet,
        place,
        model,
    };
    reader
        .printed()
        .or_else(|| reader.shown())
        .or_else(|| reader.lone_name())
        .or_else(|| reader.handle())
        .or_else(|| reader.said(Trust::Anybody))
        .or_else(|| reader.signed())
        .or_else(|| reader.own_site())
        .or_else(|| reader.house())
        .unwrap_or_default()
}

struct Reader<'a> {
    page: &'a Page,
    told: &'a Told,
    outlet: Option<&'a str>,
    place: Place,
    model: &'a Model,
}

impl<'a> Reader<'a> {
    fn names(&self, texts: impl Iterator<Item = &'a str>, trust: Trust) -> Option<Vec<String>> {
        let found = names::people(&mut texts.take(40), self.outlet, trust, self.model);
        (!found.is_empty()).then_some(found)
    }

    /// Who the byline under the headline names; without one who data and `<meta>` name: they may hold an account that
    /// only put the text online. Of two that name the same people the one that names more was read better.
    fn printed(&self) -> Option<Vec<String>> {
        let line = self.byline(self.place.close(self.page), BEGINS);
        let line = line.filter(|names| names.iter().all(|name| is_any(name)));
        let said = self.said(Trust::Person);
        let Some(line) = line else { return said };
        let listed = |name: &str| names::is_likely_name(name, self.model);
        let marked = self.first(self.place.marked(self.page, Says::Byline), &listed);
        let mut fuller = said.into_iter().chain(marked);
        let fuller = fuller.find(|names| line.iter().all(|name| names.contains(name)));
        fuller.or(Some(line))
    }

    /// What data and `<meta>` say.
    fn said(&self, trust: Trust) -> Option<Vec<String>> {
        let data = self.told.authors.iter().map(String::as_str);
        self.names(data, trust)
            .or_else(|| AUTHOR.iter().find_map(|name| self.metas(name, trust)))
            .or_else(|| self.names(self.card().into_iter(), trust))
    }

    /// What `<meta>` of a name says; catalogues write the family name first.
    fn metas(&self, name: &str, trust: Trust) -> Option<Vec<String>> {
        let all = self.page.metas.iter().filter(|(n, _)| n == name);
        let turn = name.contains("citation") || name.contains("creator");
        let plain = |value: &String| {
            let value = names::spaced(value);
            if turn { names::turned(&value) } else { value }
        };
        let all: Vec<String> = all.map(|(_, value)| plain(value)).collect();
        let found = names::people(
            &mut all.iter().take(40).map(String::as_str),
            self.outlet,
            trust,
            self.model,
        );
        (!found.is_empty()).then_some(found)
    }

    /// What a preview card says under a label that names authors.
    fn card(&self) -> Option<&'a str> {
        [
            ("twitter:label1", "twitter:data1"),
            ("twitter:label2", "twitter:data2"),
        ]
        .into_iter()
        .find_map(|(label, value)| {
            let label = meta(self.page, label)?.to_lowercase();
            LABELS.contains(&label.as_str()).then(|| meta(self.page, value))?
        })
    }

    /// Who elements around the headline name.
    fn shown(&self) -> Option<Vec<String>> {
        let near = |says| self.place.marked(self.page, says);
        let listed = |name: &str| names::is_likely_name(name, self.model);
        self.joined(near(Says::Author), &is_any)
            .or_else(|| self.first(near(Says::Byline), &listed))
            .or_else(|| self.byline(self.place.lines(self.page), BEGINS))
            .or_else(|| self.first(near(Says::Profile), &listed))
            .or_else(|| self.first(near(Says::Byline), &is_any))
    }

    /// Who lines and the box behind the article name.
    fn signed(&self) -> Option<Vec<String>> {
        let behind = |says| self.place.behind(self.page, says);
        let listed = |name: &str| names::is_likely_name(name, self.model);
        self.byline(self.place.rest(self.page), SIGNED)
            .or_else(|| self.first(behind(Says::Author), &is_any))
            .or_else(|| self.first(behind(Says::Byline), &listed))
    }

    /// Names of the first elements that follow each other with nothing but a sign or a small word between them.
    fn joined(
        &self,
        texts: impl Iterator<Item = &'a str>,
        right: &dyn Fn(&str) -> bool,
    ) -> Option<Vec<String>> {
        let texts: Vec<&str> = texts.take(12).collect();
        let start = |text: &str| text.as_ptr() as usize;
        let mut groups = texts.chunk_by(|a, b| start(b) <= start(a) + a.len() + JOINT);
        groups.find_map(|group| {
            let mut names: Vec<String> = Vec::new();
            for text in group {
                let found = self.first(std::iter::once(*text), right).unwrap_or_default();
                names.extend(
                    found
                        .into_iter()
                        .filter(|name| !names.contains(name))
                        .collect::<Vec<_>>(),
                );
            }
            (!names.is_empty()).then_some(names)
        })
    }

    /// Names in the first of the texts that gives any.
    fn first(
        &self,
        texts: impl Iterator<Item = &'a str>,
        right: &dyn Fn(&str) -> bool,
    ) -> Option<Vec<String>> {
        texts.take(12).find_map(|text| {
            let mut found = self.names(std::iter::once(text), Trust::Person)?;
            // One listed name vouches for those beside it.
            found.retain(|name| names::looks_like_a_name(name));
            (found.iter().any(|name| right(name)) && found.len() <= 6).then_some(found)
        })
    }

    /// A name of one word, or a house's, that an element near the headline gives alone or a line behind "by".
    fn handle(&self) -> Option<Vec<String>> {
        let near = |says| self.place.marked(self.page, says).take(4);
        let profiles = self.place.below(self.page, Says::Profile);
        let marked = near(Says::Author).chain(near(Says::Byline)).chain(profiles);
        let mut short = marked.filter(|text| text.len() < 40 && !text.contains('\n'));
        let anybody = |text: &'a str| self.names(std::iter::once(text), Trust::Anybody);
        let alone = short.find_map(|text| anybody(text).filter(|found| found.len() == 1));
        let mut lines = self.place.lines(self.page).filter(|text| text.len() < LONGEST);
        alone.or_else(|| {
            let mut found = lines.find_map(|text| anybody(signature(text, BEGINS)?))?;
            found.truncate(1);
            // "by our own team" goes on like a sentence.
            found.retain(|name| !name.starts_with(char::is_lowercase) || !name.contains(' '));
            (!found.is_empty()).then_some(found)
        })
    }

    /// People of a line that begins as bylines do.
    fn byline(&self, lines: impl Iterator<Item = &'a str>, begins: &[&str]) -> Option<Vec<String>> {
        let mut lines = lines.filter(|text| text.len() < LONGEST);
        lines.find_map(|text| {
            let text = signature(text, begins)?;
            let mut found = self.names(std::iter::once(text), Trust::Person)?;
            found.retain(|name| names::looks_like_a_name(name));
            (!found.is_empty()).then_some(found)
        })
    }

    /// A line next to the headline that is nothing but a person's name, begins with one before a sign, or has one between
    /// signs behind a day.
    fn lone_name(&self) -> Option<Vec<String>> {
        // A headline may begin or end with a name: "Mary Stone and the sea".
        let line = self.place.line.and_then(|at| self.page.lines.get(at));
        let is_headline = |line: &&Line| {
            let element = self.page.elements.get(line.element as usize);
            element.is_some_and(|element| element.tag == Tag::H1)
        };
        let headline = line.filter(is_headline).map(|line| line.span.of(&self.page.text));
        let lines = || self.place.lines(self.page).filter(|text| text.len() < LONGEST);
        let lead = |text: &'a str| text.split([',', '|', '·', '•', '—', '–']).next();
        let named = |piece: &'a str| {
            let found = self.names(std::iter::once(piece), Trust::Person)?;
            let is_name = piece.len() < 40 && found.len() == 1 && names::is_full_name(&found[0], self.model);
            is_name.then_some(found)
        };
        let dated = |text: &&str| {
            text.starts_with(char::is_alphanumeric) && days::day(text, Order::MonthFirst).is_some()
        };
        let close = lines().take(CLOSE).filter(|text| headline != Some(*text));
        let mut leads = close.filter_map(lead);
        leads.find_map(named).or_else(|| {
            lines()
                .filter(dated)
                .find_map(|text| text.split(SIGNS).skip(1).take(3).find_map(named))
        })
    }

    /// Whose site it is, if it is a person's: by its name, the end of its title, its head or its copyright.
    fn own_site(&self) -> Option<Vec<String>> {
        let tail = self.page.title.rsplit(['|', '·', '—', '–', '-']).next();
        let owners = self
            .outlet
            .into_iter()
            .chain(tail.map(str::trim))
            .chain(self.owner());
        let mut owners = owners.chain(
            self.place
                .lines(self.page)
                .skip(CLOSE)
                .filter(|text| text.len() < 40),
        );
        let owner = owners.find(|name| names::is_full_name(name, self.model))?;
        Some(vec![names::spaced(owner)])
    }

    /// Who holds the copyright by the last line that says so: "© 2031 Anna Berg. All rights reserved".
    fn owner(&self) -> Option<&'a str> {
        let page = self.page;
        let lines = page.lines.iter().rev().map(|line| line.span.of(&page.text));
        let held = |text: &'a str| text.split_once('©').or_else(|| text.split_once("(c)"));
        let (_, held) = lines.filter(|text| text.len() < LONGEST).find_map(held)?;
        let held = held.trim_start_matches(|c: char| !c.is_alphabetic());
        let end = held
            .find(['|', ',', '·', '•', '-', '–', '\n'])
            .unwrap_or(held.len());
        held[..end]
            .split(". ")
            .next()
            .map(|name| name.trim_end_matches('.').trim())
    }

    /// The house that data names as the author.
    fn house(&self) -> Option<Vec<String>> {
        let house = self.told.houses.first()?;
        Some(vec![names::spaced(house)])
    }
}

/// Signs that part the fields of a line.
const SIGNS: &[char] = &['|', '·', '•', '»', '—', '–', '@'];

/// What of a line begins as bylines do: all of it, a piece between signs, or what stands behind a day.
fn signature<'a>(text: &'a str, begins: &[&str]) -> Option<&'a str> {
    let begun = |piece: &&str| {
        // "ByAnna Berg": two elements without a space between.
        let joined = piece.strip_prefix("By");
        joined.is_some_and(|rest| rest.starts_with(char::is_uppercase))
            || begins.iter().any(|begin| is_begun(piece, begin))
    };
    let bare = |piece: &'a str| piece.trim_start_matches([' ', '/', '-']);
    let behind_day = || {
        let words = [" by ", " von ", " // ", " - "].iter();
        let at = words.filter_map(|word| text.find(word)).min()?;
        days::day(&text[..at], Order::MonthFirst).map(|_| bare(&text[at..]))
    };
    let mut pieces = text.split(SIGNS).map(bare);
    pieces.find(&begun).or_else(|| behind_day().filter(&begun))
}

/// Whether a text begins with some words, whatever its case, and goes on behind a space or a colon.
fn is_begun(text: &str, words: &str) -> bool {
    let mut rest = text.chars().flat_map(char::to_lowercase);
    let same = words.chars().all(|c| rest.next() == Some(c));
    let next = rest.next().filter(|_| same);
    next.is_some_and(|c| words.ends_with(':') || c == ':' || c.is_whitespace())
}

/// Whether a text reads as a name, listed or not.
fn is_any(name: &str) -> bool {
    names::looks_like_a_name(name) && name.contains([' ', '.'])
}

/// Bytes between the names of two authors: " and ", "; ".
const JOINT: usize = 6;

/// Bytes of the longest byline.
const LONGEST: usize = 150;

/// Lines from the headline on in which a name alone is a byline: further on it may caption a picture.
const CLOSE: usize = 5;
