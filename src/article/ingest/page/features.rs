//! A line of a page as numbers, for the learned trees that tell the article from the page around it.
//!
//! Every feature is a small whole number, so that a tree's question has the same answer on every machine.

use super::attributes::Says;
use super::looks::{self, Listing, Look};
use super::parse::Page;
use super::surroundings::{self, Holds, Surroundings};
use super::tags::Tag;
use crate::knowledge::Model;
use crate::knowledge::model::PageWords;
use crate::order::{self, Arrange as _, Set};
use crate::text::hash;

/// The version of the features: trees of another are of no use.
pub const VERSION: u32 = 1;

/// How many features a line has.
pub const COUNT: usize = 87;

/// Everything that features are made of, for one page.
#[derive(Debug)]
pub struct View<'a> {
    page: &'a Page,
    looks: Vec<Look>,
    around: Surroundings,
    /// Of each element what its own words say, and the least, the most and the sum over all that it stands in.
    words: Vec<[i16; 4]>,
    /// Of each line: how many lines have its shape, and their mean words and links.
    shapes: Vec<[i16; 3]>,
    shape_of: Vec<u32>,
    /// Runs of words of the article as structured data gives it.
    told: Set<u32>,
    articles: i16,
}

impl<'a> View<'a> {
    /// Looks at a page. `title` is what it says its title is, `told` the article's text as its data gives it.
    pub fn new(page: &'a Page, title: &str, told: &str, words: &PageWords, model: &Model) -> Self {
        let listing = Listing::new();
        let looks: Vec<Look> = page
            .lines
            .iter()
            .map(|line| looks::look(page, line, &listing, model))
            .collect();
        let around = surroundings::surroundings(page, &looks, title);
        let (shapes, shape_of) = shapes(page, &looks);
        Self {
            words: spread(page, words),
            shapes,
            shape_of,
            told: order::set(looks::runs(told)),
            articles: page
                .elements
                .iter()
                .filter(|e| e.tag == Tag::Article)
                .count()
                .min(99) as i16,
            page,
            looks,
            around,
        }
    }

    /// The line that repeats the title, and nothing else does it better.
    pub fn headline(&self) -> Option<usize> {
        self.around.headline
    }

    /// The page that is looked at.
    pub fn page(&self) -> &'a Page {
        self.page
    }

    /// The words of a line, counted to 400.
    pub fn words_of(&self, line: usize) -> i16 {
        self.looks[line].words
    }

    /// The features of all lines, a row a line.
    pub fn rows(&self) -> Vec<[i16; COUNT]> {
        let all = self
            .looks
            .iter()
            .map(|look| i32::from(look.words))
            .sum::<i32>()
            .max(1);
        let mut before = 0;
        (0..self.looks.len())
            .map(|line| {
                let row = self.row(line, before, all);
                before += i32::from(self.looks[line].words);
                row
            })
            .collect()
    }

    fn row(&self, line: usize, before: i32, all: i32) -> [i16; COUNT] {
        let mut row = Row {
            cells: [0; COUNT],
            at: 0,
        };
        let (look, place) = (&self.looks[line], &self.page.lines[line]);
        let element = &self.page.elements[place.element as usize];
        row.add(&[
            look.words,
            look.length,
            look.linked,
            look.strong,
            look.stops,
            look.commas,
            look.end,
            look.start,
            look.capitals,
            look.figures,
            look.small,
            look.calls,
            look.bars,
            look.furniture,
            look.by,
            look.breaks,
            look.person,
            (look.length / look.words.max(1)).min(99),
            element.tag as i16,
            element.depth.min(999) as i16,
        ]);
        row.add(&[
            (i64::from(before) * 100 / i64::from(all)) as i16,
            before.min(9999) as i16,
            all.min(30_000) as i16,
        ]);
        let headline = self
            .around
            .headline
            .map_or(-999, |at| (line as i32 - at as i32).clamp(-200, 500) as i16);
        row.add(&[
            headline,
            i16::from(self.around.headline == Some(line)),
            line.min(9999) as i16,
        ]);
        row.add(&self.words[place.element as usize]);
        row.add(&[self.words[place.inner as usize][0]]);
        self.ancestors(place.element, &mut row);
        self.holders(place.element, &mut row);
        for step in [-2_i64, -1, 1, 2] {
            let other = usize::try_from(line as i64 + step)
                .ok()
                .filter(|&at| at < self.looks.len());
            match other {
                Some(at) => {
                    let (near, tag) = (
                        &self.looks[at],
                        self.page.elements[self.page.lines[at].element as usize].tag,
                    );
                    let same = self.shape_of[at] == self.shape_of[line];
                    row.add(&[near.words, near.linked, near.end, tag as i16, i16::from(same)]);
                }
                None => row.add(&[-1, -1, -1, -1, -1]),
            }
        }
        row.add(&self.shapes[self.shape_of[line] as usize]);
        row.add(&[self.told(line), self.articles]);
        debug_assert_eq!(row.at, COUNT, "COUNT counts the features");
        row.cells
    }

    /// How much of a line the structured data tells, in percent; -1 where it tells nothing at all.
    fn told(&self, line: usize) -> i16 {
        if self.told.is_empty() {
            return -1;
        }
        let runs = looks::runs(self.page.lines[line].span.of(&self.page.text));
        let known = runs.iter().filter(|run| self.told.contains(run)).count();
        (known * 100 / runs.len().max(1)) as i16
    }

    /// What a line stands in: lists, tables, links of navigation, hidden parts.
    fn ancestors(&self, from: u32, row: &mut Row) {
        let (mut article, mut article_words) = (0_i16, -1_i16);
        let mut flags = [0_i16; 8];
        let (mut body, mut hidden) = (0_i16, 0_i16);
        let mut at = from;
        loop {
            let element = &self.page.elements[at as usize];
            match element.tag {
                Tag::Article => {
                    article += 1;
                    article_words = share(self.around.holds[at as usize].words, self.around.holds[0].words);
                }
                Tag::Main => flags[0] = 1,
                Tag::Aside => flags[1] = 1,
                Tag::Nav => flags[2] = 1,
                Tag::Footer => flags[3] = 1,
                Tag::Header => flags[4] = 1,
                Tag::Form | Tag::Button | Tag::Dialog | Tag::Label => flags[5] = 1,
                Tag::Ul | Tag::Ol | Tag::Dl => flags[6] += 1,
                Tag::Table | Tag::Figure | Tag::Figcaption => flags[7] += 1,
                _ => {}
            }
            body |= i16::from(element.says == Says::Body);
            hidden |= i16::from(element.hidden);
            if at == 0 {
                break;
            }
            at = element.parent;
        }
        row.add(&flags);
        row.add(&[article.min(9), article_words, body, hidden]);
    }

    /// What the elements around a line hold, and how far it is from those that hold most.
    fn holders(&self, from: u32, row: &mut Row) {
        let total = self.around.holds[0];
        let mut at = from;
        for level in 0..4 {
            let holds = self.around.holds[at as usize];
            if level != 2 {
                row.add(&holder(holds, total));
            }
            at = self.page.elements[at as usize].parent;
        }
        row.add(&[
            self.distance(from, self.around.favourite),
            self.distance(from, self.around.core),
        ]);
        let core = self.around.holds[self.around.core as usize];
        row.add(&[share(core.prose, total.words), share(total.prose, total.words)]);
    }

    /// How many elements up from `target` the first one lies that also holds `from`.
    fn distance(&self, from: u32, target: u32) -> i16 {
        let elements = &self.page.elements;
        let (mut a, mut b, mut steps) = (from, target, 0);
        while a != b {
            // An element is opened after what it stands in, so the later one steps out first.
            if a > b {
                a = elements[a as usize].parent;
            } else {
                b = elements[b as usize].parent;
                steps += 1;
            }
        }
        steps.min(99)
    }
}

/// A row that is being filled.
struct Row {
    cells: [i16; COUNT],
    at: usize,
}

impl Row {
    fn add(&mut self, cells: &[i16]) {
        for &cell in cells {
            if let Some(place) = self.cells.get_mut(self.at) {
                *place = cell;
            }
            self.at += 1;
        }
    }
}

fn share(part: u32, all: u32) -> i16 {
    (u64::from(part) * 100 / u64::from(all.max(1))) as i16
}

fn holder(holds: Holds, total: Holds) -> [i16; 5] {
    [
        holds.words.min(30_000) as i16,
        share(holds.linked, holds.words),
        holds.lines.min(999) as i16,
        share(holds.prose, holds.words),
        share(holds.words, total.words),
    ]
}

/// What the words of each element say, spread from the page inwards.
fn spread(page: &Page, table: &PageWords) -> Vec<[i16; 4]> {
    let mut spread: Vec<[i16; 4]> = Vec::with_capacity(page.elements.len());
    for (number, element) in page.elements.iter().enumerate() {
        let words = &page.words[element.words.0 as usize..(element.words.1.max(element.words.0)) as usize];
        let own: i16 = words
            .iter()
            .map(|&word| table.weight(word))
            .fold(0, i16::saturating_add)
            .clamp(-999, 999);
        let [_, least, most, sum] = match spread.get(element.parent as usize) {
            Some(&parent) if number > 0 => parent,
            _ => [0; 4],
        };
        spread.push([own, least.min(own), most.max(own), (sum + own).clamp(-9999, 9999)]);
    }
    spread
}

/// Lines of one shape: the same tags with the same words, three elements up.
fn shapes(page: &Page, looks: &[Look]) -> (Vec<[i16; 3]>, Vec<u32>) {
    let prints: Vec<u64> = page
        .lines
        .iter()
        .map(|line| {
            let mut at = line.element;
            let mut print = 1;
            for _ in 0..3 {
                let element = &page.elements[at as usize];
                print = hash::mix(print, element.tag as u64);
                for &word in
                    &page.words[element.words.0 as usize..element.words.1.max(element.words.0) as usize]
                {
                    print = hash::mix(print, u64::from(word));
                }
                at = element.parent;
            }
            print
        })
        .collect();
    let mut sorted = prints.clone();
    sorted.arrange();
    sorted.dedup();
    let shape_of: Vec<u32> = prints
        .iter()
        .map(|print| sorted.partition_point(|other| other < print) as u32)
        .collect();
    let mut sums = vec![(0_i64, 0_i64, 0_i64); sorted.len()];
    for (&shape, look) in shape_of.iter().zip(looks) {
        let sum = &mut sums[shape as usize];
        sum.0 += 1;
        sum.1 += i64::from(look.words);
        sum.2 += i64::from(look.linked);
    }
    let shapes = sums.iter().map(|&(count, words, linked)| {
        [
            count.min(999) as i16,
            (words / count.max(1)) as i16,
            (linked / count.max(1)) as i16,
        ]
    });
    (shapes.collect(), shape_of)
}
