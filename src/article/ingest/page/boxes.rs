//! Boxes between the paragraphs that are not the article's: newsletters, offers, lists of other articles. The trees
//! look at each line alone and keep some of their prose; what a box is called and what else stands in it tells more.

use super::parse::Page;
use super::tags::Tag;
use crate::text::hash;

/// Words in the names of such boxes.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "newsletter", "newsletters", "signup", "subscription", "subscribe", "paywall", "related", "recirc", "recirculation",
    "recommended", "recommendations", "promo", "promos", "teaser", "teasers", "interstitial", "advert", "advertisement", "ads",
    "sponsored", "comments", "bookmark", "readmore", "trending", "offer", "email", "modal", "republication", "republish",
    "saboxplugin", "footnotes",
];

/// A box holds at most one in so many of the words that were kept.
const SMALL: u32 = 4;

/// All boxes together hold at most one in so many; where it is more, the page names its paragraphs so.
const MOST: u32 = 3;

/// Words in the names of what people say about an article: there may be more of it than of the article.
const FOLLOWING: &[&str] = &["comments", "commentlist"];

/// Fewer words in front of comments are no text that they could be about.
const ENOUGH: u32 = 60;

/// What an element holds.
#[derive(Debug, Clone, Copy, Default)]
struct Holds {
    lines: u32,
    linked: u32,
    kept_lines: u32,
    kept: u32,
}

/// Which lines behind line `from` stand in such boxes.
pub(super) fn boxed(page: &Page, kept: &[bool], from: usize) -> Vec<bool> {
    let holds = holds(page, kept);
    let names: Vec<u32> = NAMES.iter().map(|name| hash::lower(name) as u32).collect();
    let following: Vec<u32> = FOLLOWING.iter().map(|name| hash::lower(name) as u32).collect();
    let behind = enough(page, kept, from);
    let mut inside = vec![false; page.elements.len()];
    let mut follows = inside.clone();
    for at in 1..inside.len() {
        let element = &page.elements[at];
        let parent = element.parent as usize;
        inside[at] = inside[parent] || is_box(page, at, &holds, &names);
        follows[at] = follows[parent] || element.text.0 as usize >= behind && is_named(page, at, &following);
    }
    let mut boxed: Vec<bool> = page
        .lines
        .iter()
        .map(|line| inside[line.element as usize])
        .collect();
    let lost: u32 = (from..kept.len())
        .filter(|&at| kept[at] && boxed[at])
        .map(|at| words(page, at))
        .sum();
    if lost * MOST > holds[0].kept {
        boxed.fill(false);
    }
    for (at, boxed) in boxed.iter_mut().enumerate() {
        *boxed |= follows[page.lines[at].element as usize];
        *boxed = at >= from && (*boxed || kept[at] && is_orphan(page, at, &holds));
    }
    boxed
}

/// Where in the text, from a line on, so many words of the article are behind that comments on it may follow.
fn enough(page: &Page, kept: &[bool], from: usize) -> usize {
    let mut before = 0;
    let mut lines = (from..kept.len()).filter(|&at| kept[at]);
    let line = lines.find(|&at| {
        before += words(page, at);
        before >= ENOUGH
    });
    line.map_or(usize::MAX, |at| page.lines[at].span.end())
}

fn words(page: &Page, line: usize) -> u32 {
    page.lines[line].span.of(&page.text).split_whitespace().count() as u32
}

fn holds(page: &Page, kept: &[bool]) -> Vec<Holds> {
    let mut holds = vec![Holds::default(); page.elements.len()];
    for (at, line) in page.lines.iter().enumerate() {
        let own = &mut holds[line.element as usize];
        own.lines += 1;
        own.linked += u32::from(line.linked as usize * 10 >= line.span.len() * 9);
        own.kept_lines += u32::from(kept[at]);
        own.kept += if kept[at] { words(page, at) } else { 0 };
    }
    // An element is opened after what it stands in.
    for at in (1..holds.len()).rev() {
        let (own, element) = (holds[at], &page.elements[at]);
        let outer = &mut holds[element.parent as usize];
        outer.lines += own.lines;
        outer.linked += own.linked;
        outer.kept_lines += own.kept_lines;
        outer.kept += own.kept;
    }
    holds
}

fn is_box(page: &Page, at: usize, holds: &[Holds], names: &[u32]) -> bool {
    let (element, own) = (&page.elements[at], holds[at]);
    if own.kept == 0 || own.kept * SMALL > holds[0].kept || matches!(element.tag, Tag::Article | Tag::Main) {
        // Boxes of which nothing was kept are known as such by their names alone.
        return own.kept == 0 && own.lines > 0 && is_named(page, at, names);
    }
    let links =
        matches!(element.tag, Tag::Ul | Tag::Ol) && own.linked == own.lines && own.kept_lines < own.lines;
    links || is_named(page, at, names)
}

fn is_named(page: &Page, at: usize, names: &[u32]) -> bool {
    let (from, to) = page.elements[at].words;
    let words = page.words.get(from as usize..to as usize).unwrap_or_default();
    words.iter().any(|word| names.contains(word))
}

/// Whether a heading is all that was kept of what it heads.
fn is_orphan(page: &Page, at: usize, holds: &[Holds]) -> bool {
    let heading = &page.elements[page.lines[at].element as usize];
    let around = holds[heading.parent as usize];
    heading.tag.is_heading() && around.kept_lines == 1 && around.lines > 1
}
