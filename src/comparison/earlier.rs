//! A comparison that was made before of the same files, and what of it stands.

use super::align;
use super::candidates::{self, Candidate, Pair};
use super::changes::MOST_PAIRS;
use super::forest::Groups;
use super::{Comparison, pairs};
use crate::article::decisions::Decisions;
use crate::knowledge::Model;
use crate::order::Arrange as _;
use crate::story::{Alike, ArticleId, Story};
use crate::text::shingles::Words;

/// A comparison of the same files with the same links, and which articles are still what they were then.
#[derive(Debug)]
pub struct Earlier {
    pub(super) comparison: Comparison,
    pub(super) alike: Alike,
}

impl Earlier {
    /// An earlier comparison of a story that was read before as another; nothing where it is of other files, or the user has
    /// other links. Where some texts are cut into other parts, their sentences are linked anew.
    pub fn new(
        comparison: Comparison,
        before: &Story,
        story: &Story,
        decisions: &Decisions,
        model: &Model,
    ) -> Option<Self> {
        let kept = story.texts_like(before)?;
        let alike = story.alike(before, &kept);
        let asked = |&(pair, shared): &(Pair, bool)| align::share_a_name(story, pair) == shared;
        let same = kept.iter().all(|&kept| kept) && comparison.asked.named.iter().all(asked);
        let earlier = Self { comparison, alike };
        Some(if same {
            earlier
        } else {
            earlier.linked_anew(story, &kept, decisions, model)
        })
    }

    /// The same, where only texts that are `kept` have the blocks that they had: all that a chain of links, of then or of now,
    /// ties to another, or to two that are no pair any more or only now, is compared anew.
    fn linked_anew(mut self, story: &Story, kept: &[bool], decisions: &Decisions, model: &Model) -> Self {
        let before = &mut self.comparison;
        let known = std::mem::take(&mut before.candidates);
        let has_words = before.words.len() == kept.len();
        before.words.resize_with(kept.len(), Words::default);
        for (id, words) in story.ids().zip(&mut before.words) {
            if !(has_words && kept[id.0 as usize]) {
                *words = candidates::words(story.article(id));
            }
        }
        let gate = candidates::among_others(&before.words, &known, kept);
        before.asked.keep(kept);
        let candidates = pairs(story, &before.words, gate, model, &mut before.asked);
        let find = |all: &[Candidate], (a, b): (ArticleId, ArticleId)| {
            let at = all.binary_search_by_key(&(a, b), |pair| (pair.a, pair.b));
            at.ok().map(|at| all[at])
        };
        let is_anew = |ids: (ArticleId, ArticleId)| {
            let both = kept[ids.0.0 as usize] && kept[ids.1.0 as usize];
            !both || find(&known, ids) != find(&candidates, ids)
        };
        let mut asked = Vec::new();
        for pair in &candidates {
            if is_anew((pair.a, pair.b)) {
                asked.push(*pair);
            }
        }
        let made = align::decided(align::alignments(story, &asked, model), story, decisions);
        let mut other = vec![false; kept.len()];
        let mut tied = Groups::new(other.len());
        let mut tie = |x: ArticleId, y: ArticleId| {
            let (a, b) = (x.0 as usize, y.0 as usize);
            tied.join(a, b);
            if is_anew((x, y)) {
                (other[a], other[b]) = (true, true);
            }
        };
        // Whoever has another text is tied to itself anew.
        for id in story.ids() {
            tie(id, id);
        }
        for pairs in [&known, &candidates] {
            for pair in pairs {
                tie(pair.a, pair.b);
            }
        }
        for links in [&before.alignments, &made] {
            for link in links {
                tie(link.a, link.b);
            }
        }
        tied.spread(&mut other);
        // Where not all links are read, which ones are hangs on all.
        if before.alignments.len() + made.len() > MOST_PAIRS {
            other.fill(true);
        }
        before.read.keep(&before.alignments, &other);
        for link in std::mem::take(&mut before.alignments) {
            if !is_anew((link.a, link.b)) {
                before.alignments.push(link);
            }
        }
        for link in made {
            if is_anew((link.a, link.b)) {
                before.alignments.push(link);
            }
        }
        before.alignments.arrange_by_key(|link| (link.a, link.b));
        before.passages = align::passages(story, &before.alignments);
        before.read.place(&before.alignments, &before.passages, &other);
        before.relations.relink();
        before.candidates = candidates;
        for (read, other) in self.alike.read.iter_mut().zip(other) {
            *read &= !other;
        }
        self
    }
}
