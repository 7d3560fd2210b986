//! Which tokens may be names at all. English names have capitals: three tokens in four of running text are out of
//! the question, and so need no look at their features.

use std::ops::Range;

use super::form::{Case, Link};
use super::page::Page;

/// More small words than this do not stand between two capitals of one name: "Ministry for the Protection of".
const LONGEST_LINK: usize = 3;

/// Maximal runs of tokens that may be names, each with the index of its line.
pub(super) fn runs(page: &Page) -> Vec<(usize, Range<usize>)> {
    let mut runs = Vec::new();
    for (number, line) in page.lines.iter().enumerate() {
        let Range { start, end } = line.tokens;
        let mut at = start;
        while at < end {
            if !page.form(at).case.is_capital() {
                at += 1;
                continue;
            }
            let last = run_end(page, at, end);
            runs.push((number, run_start(page, at, start, runs.last())..last));
            at = last;
        }
    }
    runs
}

/// Small words and figures right before the first capital: "van der Berg", "2006 World Cup".
fn run_start(page: &Page, at: usize, start: usize, before: Option<&(usize, Range<usize>)>) -> usize {
    let start = before.map_or(start, |(_, run)| run.end.max(start));
    let mut first = at;
    while first > start && page.form(first - 1).link == Link::Before {
        first -= 1;
    }
    let figure = first > start && page.form(first - 1).case == Case::Number;
    // "al - Qaeda" as three tokens: the hyphen is no beginning, what stands before it may be.
    let hyphen = first > start + 1 && page.form(first - 2).link == Link::Before;
    if figure {
        first - 1
    } else if hyphen && page.form(first - 1).link == Link::Inside {
        first - 2
    } else {
        first
    }
}

fn run_end(page: &Page, at: usize, end: usize) -> usize {
    let mut last = at + 1;
    loop {
        let links = (last..end.min(last + LONGEST_LINK))
            .take_while(|&i| page.form(i).link != Link::None || page.form(i).case == Case::Number)
            .count();
        let next = (last..=last + links).find(|&i| i < end && page.form(i).case.is_capital());
        match next {
            Some(next) => last = next + 1,
            None => break,
        }
    }
    // "World War 2", "Lloyd 's", "Saint-Martin-d' Uriage".
    let tail = last < end && {
        let form = page.form(last);
        form.case == Case::Number || form.link == Link::Inside
    };
    last + usize::from(tail)
}
