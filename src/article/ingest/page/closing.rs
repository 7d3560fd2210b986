//! Who the end of a page says wrote its article, and whose page it is: signatures, lines about the author, copyrights.

use super::attributes::Says;
use super::authors::{LONGEST, Reader, is_any};
use super::bylines::Byline;
use super::names;

/// Lines behind the article's last in which its author is told of.
const END: usize = 8;

/// How a sentence about a writer goes on behind the name.
const INTRODUCES: &str = " is has writes covers was joined works ist schreibt est es è ";

impl<'a> Reader<'a> {
    /// A person whom a line far from the headline says to have written it: "Written by Anna Berg".
    pub(super) fn signed(&self) -> Option<Vec<String>> {
        let mut lines = self.place.rest(self.page);
        lines.find_map(|line| {
            let byline = self.line(line);
            let found = if byline.is_full() {
                byline.told()?
            } else {
                return None;
            };
            let right = |name: &String| is_any(name) || names::is_given(name, self.model);
            found.iter().all(right).then_some(found)
        })
    }

    /// Who the box behind the article names.
    pub(super) fn behind(&self) -> Option<Vec<String>> {
        let behind = |says| self.place.behind(self.page, says);
        self.first(&behind(Says::Author), false)
            .or_else(|| self.first(&behind(Says::Byline), true))
    }

    /// The account or house that an element close behind the article names as its author.
    pub(super) fn foot(&self) -> Option<Vec<String>> {
        let lines = &self.page.lines;
        let from = lines.get(self.place.last)?.span.end();
        let to = lines.get(self.place.last + END).or(lines.last())?.span.end();
        let mut named = self.place.between(self.page, Says::Author, from..to);
        named.extend(self.place.between(self.page, Says::Byline, from..to));
        named.retain(|text| text.len() < 60);
        named.iter().find_map(|text| self.names(&[text], true))
    }

    /// Whom a line introduces that begins with the name that the line above it is: "Anna Berg", "Anna Berg is a writer".
    pub(super) fn introduced(&self) -> Option<Vec<String>> {
        (1..self.page.lines.len()).find_map(|line| {
            let name = self.text_of(line - 1);
            let rest = self.text_of(line).strip_prefix(name)?;
            let is_told = (4..40).contains(&name.len()) && rest.starts_with(' ') && introduces(rest);
            let found = if is_told {
                self.names(&[name], false)?
            } else {
                return None;
            };
            let is_name =
                |name: &String| names::is_likely_name(name, self.model) || names::is_given(name, self.model);
            (found.len() == 1 && found.iter().all(is_name)).then_some(found)
        })
    }

    /// Whom the end of the article is about, or is signed by: "About the author" and a name behind it, "Anna Berg is a reporter
    /// who …", a name alone behind a dash.
    pub(super) fn about(&self) -> Option<Vec<String>> {
        let last = self.place.last;
        let mut heading = false;
        for line in last.saturating_sub(3)..last + END {
            let text = self.text_of(line);
            let byline = Byline::new(text.get(..LONGEST).unwrap_or(text), self.outlet, self.model);
            if let Some((name, rest, led)) = byline.lead() {
                let told = || introduces(&rest) && self.is_about_work(&rest);
                let right = if rest.is_empty() {
                    (led || heading) && text.len() < 60
                } else {
                    told()
                };
                if (right || heading) && is_any(&name) && names::is_likely_name(&name, self.model) {
                    return Some(vec![name]);
                }
            }
            heading = byline.is_heading();
        }
        None
    }

    /// Whether a sentence tells of somebody's function, or of the outlet.
    fn is_about_work(&self, text: &str) -> bool {
        let byline = Byline::new(text, self.outlet, self.model);
        byline.has_function() || self.outlet.is_some_and(|outlet| text.contains(outlet))
    }

    /// Whose site it is, if it is a person's: by its name, the end of its title, its head or its copyright.
    pub(super) fn own_site(&self) -> Option<Vec<String>> {
        let tail = self.page.title.rsplit(['|', '·', '—', '–', '-']).next();
        let mut owners: Vec<&str> = self.outlet.into_iter().chain(tail).chain(self.owner()).collect();
        let around = self.place.around(self.page).skip(super::authors::CLOSE);
        owners.extend(
            around
                .map(|line| self.text_of(line))
                .filter(|text| text.len() < 40),
        );
        let owner = owners
            .into_iter()
            .find(|name| names::is_full_name(name, self.model) && self.common(name) == 0)?;
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
    pub(super) fn house(&self) -> Option<Vec<String>> {
        let house = self.told.houses.first()?;
        Some(vec![names::spaced(house)])
    }
}

/// Whether what stands behind a name goes on as a sentence about a writer does.
fn introduces(rest: &str) -> bool {
    let verb = rest.split_whitespace().next().unwrap_or(" ");
    INTRODUCES.contains(&format!(" {verb} "))
}
