//! Who a page says wrote its article: its data and `<meta>` first, then elements that name themselves, then lines that
//! read as bylines do. A person is believed before a house, a full name before a handle.

use super::attributes::Says;
use super::data::Told;
use super::fields::{Place, meta};
use super::names::{self, Trust};
use super::parse::Page;
use crate::knowledge::Model;

/// Names under which `<meta>` gives authors, best first.
#[rustfmt::skip]
const AUTHOR: &[&str] = &[
    "author", "parsely-author", "sailthru.author", "dc.creator", "dc:creator", "dcterms.creator", "byl", "article:author_name",
    "article:author", "og:article:author", "og:author", "citation_author", "bepress_citation_author", "cxenseparse:author",
    "article.author", "authors", "creator", "dc.contributor", "byline", "rnews:creator", "vr:author", "swiftype-author",
];

/// Under which label a card names the author: some systems write it in the site's language.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "written by", "author", "geschrieben von", "verfasst von", "von", "autor", "écrit par", "auteur", "escrito por",
    "scritto da", "por", "geschreven door", "skrevet af", "skriven av", "napisane przez",
];

/// How lines begin that name authors.
#[rustfmt::skip]
const BEGINS: &[&str] = &[
    "by ", "by: ", "written by ", "posted by ", "published by ", "story by ", "words by ", "text by ", "reported by ",
    "article by ", "author: ", "author ", "von ", "von: ", "text: ", "text von ", "autor: ", "autorin: ", "verfasst von ",
    "geschrieben von ", "ein beitrag von ", "eine analyse von ", "ein kommentar von ", "interview: ", "par ", "écrit par ", "por ",
    "por: ", "escrito por ", "di ", "a cura di ", "door ", "af ", "av ", "tekst: ", "texte: ", "redacción: ", "reporting by ",
];

/// How lines begin that sign an article at its end.
#[rustfmt::skip]
const SIGNED: &[&str] = &[
    "written by ", "posted by ", "reported by ", "reporting by ", "words by ", "this post was written by ", "this article was written by ",
    "geschrieben von ", "verfasst von ", "écrit par ", "escrito por ", "scritto da ", "about the author: ",
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
        .said(Trust::Person)
        .or_else(|| reader.shown())
        .or_else(|| reader.said(Trust::Anybody))
        .or_else(|| reader.lone_name())
        .or_else(|| reader.handle())
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
        let all = all.map(|(_, value)| value.as_str());
        if name.contains("citation") || name.contains("creator") {
            let turned: Vec<String> = all.map(names::turned).collect();
            let found = names::people(
                &mut turned.iter().map(String::as_str),
                self.outlet,
                trust,
                self.model,
            );
            return (!found.is_empty()).then_some(found);
        }
        self.names(all, trust)
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

    /// Who elements and lines around the headline name; the box behind the article comes last.
    fn shown(&self) -> Option<Vec<String>> {
        let near = |says| self.place.marked(self.page, says);
        let behind = |says| self.place.behind(self.page, says);
        let any = |name: &str| names::looks_like_a_name(name) && name.contains([' ', '.']);
        let listed = |name: &str| names::is_likely_name(name, self.model);
        self.joined(near(Says::Author), &any)
            .or_else(|| self.first(near(Says::Byline), &listed))
            .or_else(|| self.byline(self.place.lines(self.page), BEGINS))
            .or_else(|| self.first(near(Says::Profile), &listed))
            .or_else(|| self.first(near(Says::Byline), &any))
            .or_else(|| self.first(behind(Says::Author), &any))
            .or_else(|| self.first(behind(Says::Byline), &listed))
            .or_else(|| self.byline(self.place.rest(self.page), SIGNED))
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

    /// A name of one word, or a house's, that an element near the headline gives alone.
    fn handle(&self) -> Option<Vec<String>> {
        let near = |says| self.place.marked(self.page, says).take(4);
        let mut short = near(Says::Author)
            .chain(near(Says::Byline))
            .filter(|text| text.len() < 40 && !text.contains('\n'));
        short.find_map(|text| {
            let found = self.names(std::iter::once(text), Trust::Anybody)?;
            (found.len() == 1).then_some(found)
        })
    }

    /// People of a line that begins as bylines do.
    fn byline(&self, lines: impl Iterator<Item = &'a str>, begins: &[&str]) -> Option<Vec<String>> {
        let mut lines = lines.filter(|text| text.len() < LONGEST);
        lines.find_map(|text| {
            let lower = text.to_lowercase();
            // "ByAnna Berg": two elements without a space between.
            let joined = text
                .strip_prefix("By")
                .is_some_and(|rest| rest.starts_with(char::is_uppercase));
            if !joined && !begins.iter().any(|begin| lower.starts_with(begin)) {
                return None;
            }
            let mut found = self.names(std::iter::once(text), Trust::Person)?;
            found.retain(|name| names::looks_like_a_name(name));
            (!found.is_empty()).then_some(found)
        })
    }

    /// A line next to the headline that is nothing but a person's name, or begins with one before a sign.
    fn lone_name(&self) -> Option<Vec<String>> {
        self.place.lines(self.page).take(CLOSE).find_map(|text| {
            let head = text.split([',', '|', '·', '•', '—', '–']).next()?.trim();
            (head.len() < 40 && text.len() < LONGEST && names::is_full_name(head, self.model))
                .then(|| vec![names::spaced(head)])
        })
    }

    /// Whose site it is, if it is a person's.
    fn own_site(&self) -> Option<Vec<String>> {
        let outlet = self.outlet?;
        names::is_full_name(outlet, self.model).then(|| vec![outlet.to_owned()])
    }

    /// The house that data names as the author.
    fn house(&self) -> Option<Vec<String>> {
        let house = self.told.houses.first()?;
        Some(vec![names::spaced(house)])
    }
}

/// Bytes between the names of two authors: " and ", "; ".
const JOINT: usize = 6;

/// Bytes of the longest byline.
const LONGEST: usize = 150;

/// Lines from the headline on in which a name alone is a byline: further on it may caption a picture.
const CLOSE: usize = 5;
