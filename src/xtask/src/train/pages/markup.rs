//! What class names and the like say about the text in them, counted over sites.

use std::collections::{BTreeMap, BTreeSet};

use crossread::knowledge::model::PageWords;

use super::corpus::Lesson;

/// A word on fewer sites is a habit of one.
const SITES: usize = 4;

/// Pages of one site that are counted: the more they are, the more they are alike.
const PAGES: usize = 3;

/// What is added to both counts, so that rare words say little.
const CALM: f64 = 0.3;

/// Hundredths of a logit in one unit of a weight.
const UNIT: f64 = 5.0;

#[derive(Default)]
struct Count {
    article: f64,
    around: f64,
    sites: BTreeSet<u64>,
}

/// The words of the chosen pages.
pub(crate) fn words(lessons: &[Lesson], choose: impl Fn(&Lesson) -> bool) -> PageWords {
    let mut counts: BTreeMap<u32, Count> = BTreeMap::new();
    let mut pages: BTreeMap<u64, usize> = BTreeMap::new();
    for lesson in lessons.iter().filter(|lesson| choose(lesson)) {
        let seen = pages.entry(lesson.site).or_insert(0);
        *seen += 1;
        if *seen <= PAGES {
            count(lesson, &mut counts);
        }
    }
    let weigh = |count: &Count| ((count.article + CALM) / (count.around + CALM)).ln() * 100.0 / UNIT;
    let rows = counts
        .iter()
        .filter(|(_, count)| count.sites.len() >= SITES)
        .map(|(&word, count)| (word, weigh(count).round().clamp(-127.0, 127.0) as i8))
        // Under a fifth of a logit is noise.
        .filter(|(_, weight)| weight.unsigned_abs() >= 4);
    PageWords { rows: rows.collect() }
}

/// Of a page's article and of what is around it: the share that stands under each word.
fn count(lesson: &Lesson, counts: &mut BTreeMap<u32, Count>) {
    let page = &lesson.page;
    let (mut under, mut sums): (BTreeMap<u32, [f64; 2]>, _) = (BTreeMap::new(), [1.0, 1.0]);
    for (line, gold) in page.lines.iter().zip(&lesson.gold) {
        let Some(gold) = gold else { continue };
        let length = line.span.of(&page.text).split_whitespace().count() as f64;
        let side = usize::from(!gold);
        sums[side] += length;
        let mut words = BTreeSet::new();
        let mut at = line.inner;
        while at != 0 {
            let element = &page.elements[at as usize];
            words
                .extend(&page.words[element.words.0 as usize..element.words.1.max(element.words.0) as usize]);
            at = element.parent;
        }
        for word in words {
            under.entry(word).or_default()[side] += length;
        }
    }
    for (word, [article, around]) in under {
        let count = counts.entry(word).or_default();
        count.article += article / sums[0];
        count.around += around / sums[1];
        count.sites.insert(lesson.site);
    }
}
