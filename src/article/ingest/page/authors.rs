//! Who a page says wrote its article: its data and `<meta>` first, then elements that name themselves, then lines that
//! read as bylines do. A person is believed before a house, a full name before a handle.

use super::attributes::Says;
use super::bylines::Byline;
use super::data::Told;
use super::fields::{Place, meta};
use super::names;
use super::parse::Page;
use super::surroundings::fold;
use super::tags::Tag;
use crate::knowledge::Model;

/// Names under which `<meta>` gives authors, best first.
const AUTHOR: &str = "citation_author citation_authors bepress_citation_author author parsely-author sailthru.author \
    dc.creator dc:creator dcterms.creator byl article:author_name article:author og:article:author og:author \
    cxenseparse:author article.author authors author_name authorname article_author article-author article:authors \
    page-author shareaholic:article_author_name mediator_author dc.creator.personalname creator dc.contributor byline \
    rnews:creator vr:author swiftype-author";

/// The authors' names, in order.
pub(super) fn authors(
    page: &Page,
    told: &Told,
    outlet: Option<&str>,
    place: Place,
    model: &Model,
) -> Vec<String> {
    let mut reader = Reader {
        page,
        told,
        outlet,
        place,
        model,
        near: Vec::new(),
    };
    reader.near = reader.lines();
    let found = reader
        .printed()
        .or_else(|| reader.confirmed())
        .or_else(|| reader.shown())
        .or_else(|| reader.signed())
        .or_else(|| reader.by_name(CLOSE + 3))
        .or_else(|| reader.named(true))
        .or_else(|| reader.said(false))
        .or_else(|| reader.introduced())
        .or_else(|| reader.about())
        .or_else(|| reader.handle())
        .or_else(|| reader.said(true))
        .or_else(|| reader.named(false))
        .or_else(|| reader.behind())
        .or_else(|| reader.foot())
        .or_else(|| reader.own_site())
        .or_else(|| reader.house());
    let mut found = found.unwrap_or_default();
    reader.bound(&mut found);
    found
}

pub(super) struct Reader<'a> {
    pub(super) page: &'a Page,
    pub(super) told: &'a Told,
    pub(super) outlet: Option<&'a str>,
    pub(super) place: Place,
    pub(super) model: &'a Model,
    /// Lines around the headline, those behind it first; one that says that a name comes has the next one too.
    near: Vec<(usize, Byline<'a>)>,
}

impl<'a> Reader<'a> {
    fn lines(&self) -> Vec<(usize, Byline<'a>)> {
        let mut near = Vec::new();
        for line in self.place.around(self.page) {
            let mut byline = self.line(line);
            let next = self.page.lines.get(line + 1);
            // Over a headline such words stand in menus.
            let open = Some(line) >= self.place.line && byline.is_open();
            if let Some(next) = next.filter(|next| next.span.len() < 60 && open) {
                let both = &self.page.text[self.page.lines[line].span.start()..next.span.end()];
                byline = self.byline(both);
            }
            near.push((line, byline));
        }
        near
    }

    /// Those of the first lines from the headline on, and the two before it.
    fn close(&self, below: usize) -> impl Iterator<Item = &Byline<'a>> {
        let at = self.place.line.unwrap_or(0);
        let close = self
            .near
            .iter()
            .filter(move |(line, _)| line + 2 >= at && *line < at + below);
        close.map(|(_, byline)| byline)
    }

    pub(super) fn text_of(&self, line: usize) -> &'a str {
        let page: &'a Page = self.page;
        page.lines.get(line).map_or("", |line| line.span.of(&page.text))
    }

    pub(super) fn line(&self, line: usize) -> Byline<'a> {
        self.byline(self.text_of(line))
    }

    /// A text as a byline; a long one is none.
    pub(super) fn byline<'t>(&self, text: &'t str) -> Byline<'t>
    where
        'a: 't,
    {
        let text = if text.len() < LONGEST { text } else { "" };
        Byline::new(text, self.outlet, self.model)
    }

    pub(super) fn names(&self, texts: &[&str], anybody: bool) -> Option<Vec<String>> {
        let found = names::people(
            &mut texts.iter().copied().take(40),
            self.outlet,
            anybody,
            self.model,
        );
        (!found.is_empty()).then_some(found)
    }

    /// Who the byline under the headline names; without one who data and `<meta>` name: they may hold an account that
    /// only put the text online. Of two that name the same people the one that names more was read better.
    fn printed(&self) -> Option<Vec<String>> {
        let line = self.close(CLOSE + 3).find_map(Byline::told);
        let full = |name: &String| is_any(name) || names::is_given(name, self.model);
        let said = self.said(false).filter(|names| names.iter().any(full));
        let Some(line) = line else { return said };
        let marked = self.first(&self.place.marked(self.page, Says::Byline), true);
        let mut fuller = said.into_iter().chain(marked);
        let fuller = fuller.find(|names| line.iter().all(|name| names.contains(name)));
        fuller.or(Some(line))
    }

    /// Ends names where the element ends that names their beginning: what stands behind it without a sign between is none of it.
    fn bound(&self, names: &mut [String]) {
        let mut marked = self.place.marked(self.page, Says::Author);
        marked.extend(self.place.marked(self.page, Says::Profile));
        for name in names {
            let ends = |text: &&str| {
                let rest = name.strip_prefix(*text);
                rest.is_some_and(|rest| !rest.is_empty() && (text.contains(' ') || !rest.starts_with(' ')))
            };
            if let Some(text) = marked.iter().copied().find(ends) {
                *name = text.to_owned();
            }
        }
    }

    /// What data and `<meta>` say.
    fn said(&self, anybody: bool) -> Option<Vec<String>> {
        let data: Vec<&str> = self.told.authors.iter().map(String::as_str).collect();
        self.names(&data, anybody)
            .or_else(|| AUTHOR.split(' ').find_map(|name| self.metas(name, anybody)))
            .or_else(|| self.names(&[self.card()?], anybody))
    }

    /// What `<meta>` of a name says; catalogues write the family name first.
    fn metas(&self, name: &str, anybody: bool) -> Option<Vec<String>> {
        let catalogue = name.contains("citation") || name.contains("creator");
        let mut all = Vec::new();
        for (_, value) in self.page.metas.iter().filter(|(n, _)| n == name) {
            let value = names::spaced(value);
            // "Berg, Anna"
            let is_turned = value
                .split_once(", ")
                .is_some_and(|(last, first)| !last.contains(' ') && !first.contains([' ', ',']));
            let turned = catalogue || is_turned;
            all.push(if turned { names::turned(&value) } else { value });
        }
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        self.names(&all, anybody)
    }

    /// What a preview card says under a label that names authors, in whatever language.
    fn card(&self) -> Option<&'a str> {
        ["1", "2"].into_iter().find_map(|number| {
            let label = meta(self.page, &format!("twitter:label{number}"))?;
            let value = meta(self.page, &format!("twitter:data{number}"));
            self.byline(label).is_open().then_some(value)?
        })
    }

    /// Who elements around the headline name.
    fn shown(&self) -> Option<Vec<String>> {
        let near = |says| self.place.marked(self.page, says);
        self.joined(&near(Says::Author))
            .or_else(|| self.first(&near(Says::Byline), true))
            .or_else(|| self.near.iter().find_map(|(_, line)| line.told()))
            .or_else(|| self.first(&near(Says::Profile), true))
            .or_else(|| self.first(&near(Says::Byline), false))
    }

    /// A house or account that data names and a line around the headline too.
    fn confirmed(&self) -> Option<Vec<String>> {
        let said = self.said(true)?;
        let printed = |name: &String| {
            let outlet = self.outlet.map_or_else(String::new, fold);
            let ends = |text: &str| text.ends_with(name.as_str()) && text.len() < name.len() + BEFORE;
            !outlet.contains(&fold(name)) && self.near.iter().any(|(line, _)| ends(self.text_of(*line)))
        };
        (said.len() <= 3 && said.iter().all(printed)).then_some(said)
    }

    /// Names of the first elements that follow each other with nothing but a sign or a small word between them.
    fn joined(&self, texts: &[&'a str]) -> Option<Vec<String>> {
        let mut names: Vec<String> = Vec::new();
        let mut end = 0;
        for text in texts.iter().take(12) {
            let start = text.as_ptr() as usize;
            if !names.is_empty() && start > end + JOINT {
                break;
            }
            end = start + text.len();
            for name in self.first(&[text], false).unwrap_or_default() {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        (!names.is_empty()).then_some(names)
    }

    /// Names in the first of the texts that gives any, listed ones or whatever reads as a name.
    pub(super) fn first(&self, texts: &[&str], listed: bool) -> Option<Vec<String>> {
        texts.iter().take(12).find_map(|text| {
            let found = self.names(&[text], false)?;
            // One listed name vouches for those beside it.
            let right = |name: &String| {
                if listed {
                    names::is_likely_name(name, self.model)
                } else {
                    is_any(name)
                }
            };
            (found.iter().any(right) && found.len() <= 6).then_some(found)
        })
    }

    /// A name of one word, or a house's, that an element near the headline gives alone or a line behind "by".
    fn handle(&self) -> Option<Vec<String>> {
        let mut marked = self.place.marked(self.page, Says::Author);
        marked.truncate(4);
        marked.extend(self.place.marked(self.page, Says::Byline).into_iter().take(4));
        marked.extend(self.place.below(self.page, Says::Profile));
        marked.retain(|text| text.len() < 40 && !text.contains('\n'));
        marked
            .iter()
            .find_map(|text| self.names(&[text], true))
            .or_else(|| self.by_name(usize::MAX / 2))
    }

    /// The account, first name or house that a line close to the headline gives behind "by".
    fn by_name(&self, below: usize) -> Option<Vec<String>> {
        self.close(below).find_map(|line| Some(vec![line.handle(false)?]))
    }

    /// Words of a name that are common: "Georgia Science Festival" begins like a person's. Titles are none: "Prof. Dr.".
    pub(super) fn common(&self, name: &str) -> usize {
        let words = name.split_whitespace().filter(|word| !word.ends_with('.'));
        words.filter(|word| names::is_ordinary(word, self.model)).count()
    }

    /// People whom a line around the headline names and says nothing else that is no field: "Anna Berg | May 4, 2031".
    /// One that nobody lists is believed beside a day or a function, where none of its words is common.
    fn named(&self, listed: bool) -> Option<Vec<String>> {
        let at = self.place.line?;
        let headline = self.text_of(at);
        // A headline may begin or end with a name: "Mary Stone and the sea".
        let element = self.page.elements.get(self.page.lines[at].element as usize);
        let is_headline = element.is_some_and(|element| element.tag == Tag::H1);
        self.near.iter().find_map(|(line, byline)| {
            if *line == at && is_headline {
                return None;
            }
            let (found, fields, plain) = byline.named()?;
            let is_close = *line >= at && *line <= at + CLOSE;
            if found.iter().any(|name| names::is_full_name(name, self.model)) != listed {
                return None;
            }
            let believed = if listed {
                (is_close || byline.is_dated()) && found.iter().all(|name| self.common(name) < 2)
            } else {
                let strange = |word: &str| !names::is_ordinary(word, self.model) && !headline.contains(word);
                let beside = |at: usize| {
                    let other = self.line(at);
                    self.text_of(at).len() < 60 && (other.is_dated() || at > *line && other.is_function())
                };
                let fields =
                    || fields || (line.saturating_sub(1)..line + 3).any(|at| at != *line && beside(at));
                is_close && plain && fields() && found.iter().flat_map(|name| name.split(' ')).all(strange)
            };
            believed.then_some(found)
        })
    }
}

/// Whether a text reads as a name, listed or not.
pub(super) fn is_any(name: &str) -> bool {
    names::looks_like_a_name(name) && name.contains([' ', '.'])
}

/// Bytes before a name in a line that says little else: "By ", "Geschrieben von ".
const BEFORE: usize = 20;

/// Bytes between the names of two authors: " and ", "; ".
const JOINT: usize = 6;

/// Bytes of the longest byline.
pub(super) const LONGEST: usize = 150;

/// Lines from the headline on in which a name alone is a byline: further on it may caption a picture.
pub(super) const CLOSE: usize = 5;
