//! Lines that are told in other words: little of their wording is the same, but much of what they speak of.
//!
//! ```text
//! More than 250 people packed the town hall for a meeting that lasted nearly four hours.
//! Around 180 people came to the town hall.
//! ```
//!
//! What a score of the wording leaves free is asked once more, by the words of sense without their endings, weighed by
//! how rare they are, and as a part of the line that says less: a rewrite cuts.

use super::State;
use crate::comparison::align::Tie;
use crate::comparison::align::index::Index;
use crate::comparison::align::line::{Line, Sense};
use crate::order::Arrange as _;
use crate::text::shingles::mix;

/// What two lines share weighs at least as much as two words that are not of the commonest.
const WEIGHT: f32 = 10.0;

/// And is at least this part of what the line speaks of that says less.
const PART: f32 = 0.5;

/// The part of what the lesser of two first lines speaks of that the other has too, where a text may be anything. Of four
/// pairs of drafts (development, `ArgRewrite`) whose first lines nothing else links, three are one line by the labels,
/// and have .34 to .73; the fourth shares nothing, and paragraphs that are first by chance have .17 to .29.
const HEAD: f32 = 0.33;

/// Words of sense of lines of which one that both have is enough, where those before or behind them are linked.
const SHORT: usize = 4;

/// What two lines share is at least this part of what they speak of (the geometric mean of both), where it is no chance
/// likeness. Of the pairs of the open labelled stories that are so near, each the other's nearest, two in three are about
/// one thing by the labels.
const TOPIC: f32 = 0.25;

/// What a word counts for that has one of its class on the other side, not itself.
const KIN: f32 = 0.5;

/// Lines that say less are alike by one word.
const SAYS_LITTLE: f32 = 16.0;

/// Words of a line at most: a longer one is a page without full stops.
pub(super) const READ: usize = 150;

/// Free lines of an article at most that are looked at.
const LOOKED_AT: usize = 200;

impl State<'_> {
    /// Links free lines that speak of one thing, those that share most first: what tells the same, and then what is
    /// only about the same.
    pub(super) fn answers(&mut self) {
        self.nearest(Tie::Matter, Self::answer);
        self.nearest(Tie::Topic, Self::topic);
    }

    /// Links the first lines of both texts where nothing else is linked to them and they share more than one word: in news
    /// these tell what the whole is about, however freely. Of what is not known to be news, or is one of its paragraphs, that
    /// is asked to be more than chance.
    pub(super) fn heads(&mut self, news: bool) {
        let first = |lines: &[Line<'_>]| lines.iter().position(|line| line.kind.is_body());
        let Some((i, j)) = first(self.a).zip(first(self.b)) else {
            return;
        };
        let read = self.a[i].words().max(self.b[j].words()) <= READ;
        if !read || !self.of_a[i].is_empty() || !self.of_b[j].is_empty() {
            return;
        }
        let shared = Shared::of(&self.a[i], &self.b[j]);
        let part = if news { 0.0 } else { HEAD };
        let less = self.a[i].telling().min(self.b[j].telling());
        if shared.count > 1 && shared.weight >= WEIGHT && shared.weight >= part * less {
            self.link(i, j);
            self.ties[i] = Tie::Topic;
        }
    }

    /// Links free lines that are each other's nearest.
    fn nearest(&mut self, tie: Tie, near: impl Fn(&Self, usize, usize, Shared) -> Option<f32>) {
        let (of_a, of_b) = (free(self.a, &self.of_a, self.b), free(self.b, &self.of_b, self.a));
        let roots = |&j: &usize| self.b[j].matter().iter().map(|word| word.root);
        let index = Index::new(of_b.iter().map(roots));
        let mut shared = vec![Shared::default(); of_b.len()];
        let mut found: Vec<(f32, usize, usize)> = Vec::new();
        for &i in &of_a {
            shared.fill(Shared::default());
            for word in self.a[i].matter() {
                for holder in index.of(word.root) {
                    shared[holder.line as usize].add(word);
                }
            }
            let pairs = of_b.iter().zip(&shared).filter(|(_, shared)| shared.count > 0);
            found.extend(pairs.filter_map(|(&j, &shared)| Some((near(self, i, j, shared)?, i, j))));
        }
        // Equals by what they say, not by which article comes first.
        let equals = |&(_, i, j): &(f32, usize, usize)| (mix(self.a[i].exact ^ self.b[j].exact), i, j);
        found.arrange_by(|x, y| y.0.total_cmp(&x.0).then_with(|| equals(x).cmp(&equals(y))));
        let mut met = (vec![false; self.a.len()], vec![false; self.b.len()]);
        for (_, i, j) in found {
            // A second choice is none.
            if !met.0[i] && !met.1[j] {
                self.link(i, j);
                self.ties[i] = tie;
            }
            (met.0[i], met.1[j]) = (true, true);
        }
    }

    /// How much two linked lines share of what they speak of, 0 to 1.
    pub(super) fn told(&self, i: usize, j: usize) -> f32 {
        let shared = Shared::of(&self.a[i], &self.b[j]);
        let told = || self.answer(i, j, shared).or_else(|| self.topic(i, j, shared));
        if shared.count == 0 {
            0.0
        } else {
            told().unwrap_or(0.0)
        }
    }

    /// How much two lines share of what they speak of, 0 to 1; nothing where it is too little.
    fn answer(&self, i: usize, j: usize, shared: Shared) -> Option<f32> {
        let of = [self.a[i].telling(), self.b[j].telling()];
        let much = || shared.count > 1 && shared.weight >= WEIGHT && shared.weight >= PART * of[0].min(of[1]);
        let beside = || {
            let linked = |i: Option<usize>, j: Option<usize>| {
                i.and_then(|i| self.of_a.get(i))
                    .zip(j)
                    .is_some_and(|(links, j)| links.contains(&j))
            };
            shared.count > 0
                && self.a[i].matter().len().max(self.b[j].matter().len()) <= SHORT
                && (linked(i.checked_sub(1), j.checked_sub(1)) || linked(Some(i + 1), Some(j + 1)))
        };
        (much() || beside()).then(|| 2.0 * shared.weight / (of[0] + of[1]))
    }

    /// How much two lines that are no answers have in common of what they speak of, 0 to 1; nothing where it is chance.
    fn topic(&self, i: usize, j: usize, shared: Shared) -> Option<f32> {
        let (x, y) = (&self.a[i], &self.b[j]);
        let weight = shared.weight + KIN * akin(x.matter(), y.matter());
        let part = weight / (x.telling() * y.telling()).sqrt().max(SAYS_LITTLE);
        (part >= TOPIC).then_some(part)
    }
}

/// The words of sense that two lines have in common.
#[derive(Debug, Clone, Copy, Default)]
struct Shared {
    count: usize,
    weight: f32,
}

impl Shared {
    fn of(a: &Line<'_>, b: &Line<'_>) -> Self {
        let mut shared = Self::default();
        let mut rest = b.matter().iter().peekable();
        for word in a.matter() {
            while rest.next_if(|other| other.root < word.root).is_some() {}
            if rest.peek().is_some_and(|other| other.root == word.root) {
                shared.add(word);
            }
        }
        shared
    }

    fn add(&mut self, word: &Sense) {
        self.count += 1;
        self.weight += word.weight;
    }
}

pub(super) fn has(matter: &[Sense], root: u64) -> bool {
    matter.binary_search_by_key(&root, |word| word.root).is_ok()
}

/// What words of one class weigh that only one of two lines has each: "climbed" and "rose".
fn akin(x: &[Sense], y: &[Sense]) -> f32 {
    let own = |of: &[Sense], other: &[Sense]| {
        let own = of.iter().filter(|word| word.class != 0 && !has(other, word.root));
        let mut own: Vec<(u16, f32)> = own.map(|word| (word.class, word.weight)).collect();
        own.arrange_by(|x, y| x.0.cmp(&y.0).then(x.1.total_cmp(&y.1)));
        own
    };
    let (x, y) = (own(x, y), own(y, x));
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while let (Some(a), Some(b)) = (x.get(i), y.get(j)) {
        if a.0 == b.0 {
            sum += a.1.min(b.1);
        }
        i += usize::from(a.0 <= b.0);
        j += usize::from(b.0 <= a.0);
    }
    sum
}

/// Free lines of the text, but those that stand on the other side as they are: they were left free for what they say.
fn free(lines: &[Line<'_>], partners: &[Vec<usize>], others: &[Line<'_>]) -> Vec<usize> {
    let unlinked =
        |at: &usize| partners[*at].is_empty() && lines[*at].kind.is_body() && lines[*at].words() <= READ;
    let mut body = (0..lines.len()).filter(unlinked).peekable();
    if body.peek().is_none() {
        return Vec::new();
    }
    let mut known: Vec<u64> = others.iter().map(|line| line.exact).collect();
    known.sort_unstable();
    body.filter(|&at| known.binary_search(&lines[at].exact).is_err())
        .take(LOOKED_AT)
        .collect()
}
