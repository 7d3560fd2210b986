//! Two articles side by side: in which order their sentences stand.
//!
//! ```text
//! A         B                rows
//! one       one              one   = one
//! two       three            two   |  -
//! three     four              -    | (four stands below)
//! four      five             three = three
//!                            four  > four     moved
//!                             -    | five
//! ```

use super::row::{Side, elsewhere, linked, only};
use super::{PairView, Row};
use crate::Analysis;
use crate::article::segment::SentenceId;
use crate::comparison::align::{Alignment, AlignmentKind};
use crate::order::{Arrange as _, Map};
use crate::story::ArticleId;

/// Two articles side by side, the first `most` rows; `a` is to be before `b`.
pub fn pair(analysis: &Analysis, a: ArticleId, b: ArticleId, most: usize) -> PairView {
    let links = analysis.comparison.alignments.iter();
    let links: Vec<&Alignment> = links.filter(|link| link.a == a && link.b == b).collect();
    let sides = [Side::new(analysis, a), Side::new(analysis, b)];
    let mut rows = Weave::new(&sides, &links).rows();
    let more = rows.len().saturating_sub(most);
    rows.truncate(most);
    PairView {
        a: a.to_string(),
        b: b.to_string(),
        rows,
        more,
    }
}

/// The rows while they are made: each with the link it shows, if it shows one.
struct Weave<'a> {
    sides: &'a [Side<'a>; 2],
    links: &'a [&'a Alignment],
    of_a: Map<SentenceId, usize>,
    of_b: Map<SentenceId, usize>,
    // Whether a link leaves the order of the others: moved, or told in other words in another place.
    aside: Vec<bool>,
    // Whether a link's row, and a sentence of b, has been made.
    linked: Vec<bool>,
    shown: Vec<bool>,
    rows: Vec<(Row, Option<usize>)>,
}

impl<'a> Weave<'a> {
    fn new(sides: &'a [Side<'a>; 2], links: &'a [&'a Alignment]) -> Self {
        let (mut of_a, mut of_b) = (Map::new(), Map::new());
        for (index, link) in links.iter().enumerate() {
            of_a.extend(link.a_sentences.iter().map(|&s| (s, index)));
            of_b.extend(link.b_sentences.iter().map(|&s| (s, index)));
        }
        Self {
            sides,
            aside: aside(links),
            links,
            of_a,
            of_b,
            linked: vec![false; links.len()],
            shown: vec![false; sides[1].count()],
            rows: Vec::new(),
        }
    }

    fn rows(mut self) -> Vec<Row> {
        let mut next = 0;
        for s in (0..self.sides[0].count() as u32).map(SentenceId) {
            match self.of_a.get(&s) {
                None => self.rows.push((only(&self.sides[0], s, true), None)),
                Some(&index) if !self.linked[index] => self.link(index, &mut next),
                Some(&index) => self.apart(index, s, true),
            }
        }
        self.up_to(&mut next, self.shown.len());
        named(self.rows)
    }

    /// The row of a link; before it what b has up to there, unless the link leaves the order.
    fn link(&mut self, index: usize, next: &mut usize) {
        self.linked[index] = true;
        let link = self.links[index];
        if !self.aside[index] {
            self.up_to(next, link.b_sentences.first().map_or(0, |s| s.0 as usize));
            // What stands apart from the first has a sign at its place.
            for (at, s) in link.b_sentences.iter().enumerate() {
                if at > 0 && begins(&link.b_sentences, *s) {
                    break;
                }
                self.shown[s.0 as usize] = true;
            }
        }
        self.rows.push((linked(self.sides, link), Some(index)));
    }

    /// A sign where a sentence stands that is shown in the row of its link: for each that has none of these before it.
    fn apart(&mut self, index: usize, s: SentenceId, left: bool) {
        let link = self.links[index];
        let sentences = if left {
            &link.a_sentences
        } else {
            &link.b_sentences
        };
        if begins(sentences, s) {
            // The first is what the row begins with.
            let own = (sentences.first() != Some(&s)).then(|| self.sides[usize::from(!left)].cell(&[s], &[]));
            self.rows.push((elsewhere(own, left), Some(index)));
        }
    }

    /// The sentences of b before `end` at their own places: their text, or a sign where a moved one stands.
    fn up_to(&mut self, next: &mut usize, end: usize) {
        while *next < end {
            let s = SentenceId(*next as u32);
            *next += 1;
            if std::mem::replace(&mut self.shown[s.0 as usize], true) {
                continue;
            }
            match self.of_b.get(&s) {
                None => self.rows.push((only(&self.sides[1], s, false), None)),
                Some(&index) => self.apart(index, s, false),
            }
        }
    }
}

/// Whether a sentence of a link stands behind none of its others.
fn begins(sentences: &[SentenceId], s: SentenceId) -> bool {
    !sentences.iter().any(|before| before.0 + 1 == s.0)
}

/// Which links leave the order: what is moved, and of what is told in other words, the surest first, what would cross another.
fn aside(links: &[&Alignment]) -> Vec<bool> {
    let mut aside = vec![true; links.len()];
    // Of the links in order the places in both articles.
    let mut kept: Vec<(SentenceId, SentenceId)> = Vec::new();
    let mut order: Vec<usize> = (0..links.len()).filter(|&at| !links[at].moved).collect();
    order.arrange_by(|&x, &y| {
        let sure = |at: usize| (links[at].kind.max(AlignmentKind::Edited), -links[at].score);
        let ((one, x_score), (other, y_score)) = (sure(x), sure(y));
        one.cmp(&other).then(x_score.total_cmp(&y_score)).then(x.cmp(&y))
    });
    for at in order {
        let (Some(&a), Some(&b)) = (links[at].a_sentences.first(), links[at].b_sentences.first()) else {
            continue;
        };
        let place = kept.partition_point(|other| other.0 < a);
        let before = place.checked_sub(1).is_none_or(|before| kept[before].1 < b);
        if before && kept.get(place).is_none_or(|other| b < other.1) {
            kept.insert(place, (a, b));
            aside[at] = false;
        }
    }
    aside
}

/// Gives rows their ids, and a link and the sign of where it also stands each other's.
fn named(rows: Vec<(Row, Option<usize>)>) -> Vec<Row> {
    let id = |index: usize| format!("r{}", index + 1);
    let mut places: Map<usize, Vec<usize>> = Map::new();
    for (index, (_, link)) in rows.iter().enumerate() {
        if let Some(link) = link {
            places.entry(*link).or_default().push(index);
        }
    }
    let signs: Vec<bool> = rows.iter().map(|(row, _)| row.kind == "elsewhere").collect();
    let name = |(index, (row, link)): (usize, (Row, Option<usize>))| {
        let places = link.and_then(|link| places.get(&link));
        let other = places.and_then(|places| places.iter().find(|&&other| signs[other] != signs[index]));
        Row {
            id: id(index),
            partner: other.map(|&other| id(other)),
            ..row
        }
    };
    rows.into_iter().enumerate().map(name).collect()
}
