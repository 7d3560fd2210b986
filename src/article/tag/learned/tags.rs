//! Reads a page: scores for every token that may be a name, the best tags, and once more with the votes.

use std::ops::Range;

use super::decode;
use super::features::{self, REACH};
use super::form::{Form, Link};
use super::page::{LineKind, Page};
use super::votes::{self, Ballot, Votes};
use super::{settle, signs};
use crate::article::label::Confidence;
use crate::knowledge::model::{COUNT, English, Kind, Kinds, SIGNS, Scores, Signs, Sum, Tag};
use crate::order::Arrange as _;

/// A name that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tagged {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// By how much the best reading that disagrees about it is worse, in units of the weights.
    pub margin: i32,
    /// What speaks for it beside the weights.
    pub support: Support,
    /// What speaks for it and against it, as numbers.
    pub signs: Signs,
}

/// The odds of a name that is called high, in thousandths of the logarithm: 23 to 1, so that 19 of 20 are right where
/// the text is of another kind than those that the odds were learned from: 19 to 1 gave .9475. `MANIFEST.toml` counts
/// how many are on sets that the odds were not learned from.
const HIGH: i32 = 3_150;

/// The odds of a name that is called medium: 7 of 10 are right.
const MEDIUM: i32 = 847;

/// What speaks for a name beside the weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Support {
    /// It is listed as what it was found to be.
    Listed,
    /// It ends a longer name of a person that was found elsewhere.
    InFull,
    /// Nothing.
    None,
}

impl Tagged {
    /// How sure this is.
    pub fn confidence(&self, english: &English) -> Confidence {
        match english.odds.of(&self.signs) {
            HIGH.. => Confidence::High,
            MEDIUM.. => Confidence::Medium,
            _ => Confidence::Low,
        }
    }

    /// What it is listed as as a whole, with or without an article before it.
    pub fn listed(&self, page: &Page) -> Kinds {
        let first = page.listed[self.tokens.start];
        let article = first.before == 1 && page.form(self.tokens.start - 1).link != Link::None;
        let whole = usize::from(first.behind) + 1 == self.tokens.len();
        if whole && (first.before == 0 || article) {
            first.kinds
        } else {
            Kinds::default()
        }
    }
}

/// The kinds in lists that agree with a learned kind.
fn agreeing(kind: Kind) -> Kinds {
    match kind {
        Kind::Person => Kinds::PERSON,
        Kind::Organisation => Kinds::ORG | Kinds::MEDIA,
        Kind::Location => Kinds::COUNTRY | Kinds::STATE | Kinds::CITY | Kinds::LOC | Kinds::FAC,
        Kind::People => Kinds::PEOPLE | Kinds::LANGUAGE,
        Kind::Other => Kinds::EVENT | Kinds::LAW | Kinds::PRODUCT | Kinds::LANGUAGE,
    }
}

/// Notes for each name what else speaks for it.
fn support(page: &Page, found: &mut [Tagged]) {
    let last = |name: &Tagged| page.form(name.tokens.end - 1).lower;
    let persons = found
        .iter()
        .filter(|n| n.kind == Kind::Person && n.tokens.len() > 1);
    let mut full: Vec<u64> = persons.map(last).collect();
    full.arrange();
    for name in found.iter_mut() {
        let alone = name.kind == Kind::Person && name.tokens.len() == 1;
        name.support = if name.listed(page).any(agreeing(name.kind)) {
            Support::Listed
        } else if alone && full.binary_search(&last(name)).is_ok() {
            Support::InFull
        } else {
            Support::None
        };
    }
}

/// A page with the scores of its tokens.
#[derive(Debug)]
pub struct Reading<'a> {
    page: &'a Page,
    english: &'a English,
    /// For each token of each run, in order.
    scores: Vec<Scores>,
    /// The tags of the first reading, for each token of the page.
    pub tags: Vec<Tag>,
}

/// Reads a page for the first time.
pub fn read<'a>(page: &'a Page, english: &'a English) -> Reading<'a> {
    let scores = first_scores(page, english);
    let mut tags = vec![Tag::OUTSIDE; page.tokens.len()];
    let mut at = 0;
    for (_, run) in &page.runs {
        let best = decode::best(&scores[at..at + run.len()], &english.weights.transitions);
        at += run.len();
        tags[run.clone()].copy_from_slice(&best);
    }
    Reading {
        page,
        english,
        scores,
        tags,
    }
}

impl Reading<'_> {
    /// The names of a second reading, with the votes of all first readings; this one's are among them.
    pub fn names(&self, votes: &Votes) -> Vec<Tagged> {
        let ballots: Vec<Ballot> = self.page.forms.iter().map(|f| votes.ballot(f.lower)).collect();
        let transitions = &self.english.weights.transitions;
        let mut found = Vec::new();
        let mut at = 0;
        let mut scores: Vec<Scores> = Vec::new();
        for (line, run) in &self.page.runs {
            scores.clear();
            scores.extend_from_slice(&self.scores[at..at + run.len()]);
            at += run.len();
            let line = &self.page.lines[*line].tokens;
            for (row, token) in scores.iter_mut().zip(run.clone()) {
                let around = around(self.page, &self.tags, line, token, |f| ballots[f as usize]);
                features::elsewhere(around, self.page.form(token), &mut |f| {
                    self.english.weights.add(f, row);
                });
            }
            let best = decode::best(&scores, transitions);
            if best.iter().any(|&tag| tag != Tag::OUTSIDE) {
                let through = decode::through(&scores, transitions);
                names(&best, &through, run.start, &mut found);
            }
        }
        support(self.page, &mut found);
        for name in &mut found {
            name.signs = signs::of(self.page, &self.tags, &ballots, name);
        }
        settle::settle(self.page, votes, self.english, &mut found);
        found
    }
}

/// The votes about a token and its neighbours in the line, without those that the first reading, whose `tags` these
/// are, cast right here.
pub fn around(
    page: &Page,
    tags: &[Tag],
    line: &Range<usize>,
    token: usize,
    ballot: impl Fn(u32) -> Ballot,
) -> [Ballot; 3] {
    [token.wrapping_sub(1), token, token + 1].map(|index| {
        if !line.contains(&index) || !features::votes(page.form(index).case) {
            return Ballot::default();
        }
        let mut ballot = ballot(page.tokens[index]);
        let cast = &mut ballot[votes::column(tags[index])];
        *cast = cast.saturating_sub(1);
        ballot
    })
}

/// Scores of all tokens in runs. What a form says by itself is summed once a page.
fn first_scores(page: &Page, english: &English) -> Vec<Scores> {
    let mut sums = Sums::new(page, english);
    let mut scores = Vec::with_capacity(page.runs.iter().map(|(_, run)| run.len()).sum());
    for (number, run) in &page.runs {
        let line = &page.lines[*number];
        for token in run.clone() {
            let mut row = sums.own(page.tokens[token] as usize, line.kind);
            for offset in (-REACH..=REACH).filter(|&o| o != 0) {
                let index = token.wrapping_add_signed(-offset);
                if line.tokens.contains(&index) {
                    add(&mut row, sums.neighbour(page.tokens[index] as usize, offset));
                }
            }
            features::context(page, line, token, &mut |f| sums.held.hold(f, &mut row));
            sums.held.add(&mut row);
            scores.push(row);
        }
    }
    scores
}

fn add(row: &mut Scores, more: &Scores) {
    row.iter_mut().zip(more).for_each(|(a, b)| *a += b);
}

/// Sums of what each form says by itself and as a neighbour, made when first asked for.
struct Sums<'a> {
    page: &'a Page,
    held: Sum<'a>,
    /// For each form and role (own, then offsets −2, −1, 1, 2) the place of its sum, counted from 1.
    places: Vec<[u32; 5]>,
    rows: Vec<Scores>,
}

impl<'a> Sums<'a> {
    fn new(page: &'a Page, english: &'a English) -> Self {
        Self {
            page,
            held: Sum::new(&english.weights),
            places: vec![[0; 5]; page.forms.len()],
            rows: Vec::new(),
        }
    }

    fn own(&mut self, form: usize, line: LineKind) -> Scores {
        // How a line of capitals spells a word says too little to be kept.
        if line == LineKind::Capitals {
            return self.asked(form, |form, sink| features::own(form, line, sink));
        }
        *self.kept(form, 0, |form, sink| features::own(form, LineKind::Running, sink))
    }

    fn neighbour(&mut self, form: usize, offset: isize) -> &Scores {
        let role = if offset < 0 { offset + 3 } else { offset + 2 };
        self.kept(form, role as usize, |form, sink| {
            features::neighbour(form, offset, sink);
        })
    }

    fn kept(&mut self, form: usize, role: usize, say: impl Fn(&Form, &mut dyn FnMut(u32))) -> &Scores {
        if self.places[form][role] == 0 {
            let row = self.asked(form, say);
            self.rows.push(row);
            self.places[form][role] = self.rows.len() as u32;
        }
        &self.rows[self.places[form][role] as usize - 1]
    }

    fn asked(&mut self, form: usize, say: impl Fn(&Form, &mut dyn FnMut(u32))) -> Scores {
        let mut row = [0; COUNT];
        say(&self.page.forms[form], &mut |f| self.held.hold(f, &mut row));
        self.held.add(&mut row);
        row
    }
}

/// Adds the names that a run's tags spell.
fn names(tags: &[Tag], through: &[Scores], offset: usize, found: &mut Vec<Tagged>) {
    let mut start = 0;
    for (index, tag) in tags.iter().enumerate() {
        if tag.opens() {
            start = index;
        }
        if let Some(kind) = tag.kind()
            && tag.closes()
        {
            let tokens = start..index + 1;
            let margin = tokens
                .clone()
                .map(|i| margin(&through[i], tags[i]))
                .min()
                .unwrap_or(0);
            found.push(Tagged {
                tokens: start + offset..index + 1 + offset,
                kind,
                margin,
                support: Support::None,
                signs: [0; SIGNS],
            });
        }
    }
}

/// How much worse the best row with another tag here is.
fn margin(through: &Scores, tag: Tag) -> i32 {
    let others = (0..COUNT).filter(|&t| t != tag.0 as usize);
    through[tag.0 as usize] - others.map(|t| through[t]).max().unwrap_or(0)
}
