//! Passages of a group of articles: who words them alike.

use crate::article::Article;
use crate::article::segment::{Sentence, TokenKind};
use crate::comparison::align::Passage;
use crate::order::Map;
use crate::story::{ArticleId, Story};
use crate::text::shingles;

/// A set of members of a group, by number: a bit each.
#[derive(Debug, Clone)]
pub(super) struct Members(Vec<u64>);

impl Members {
    /// Nobody of so many.
    pub(super) fn none(count: usize) -> Self {
        Self(vec![0; count.div_ceil(64)])
    }

    pub(super) fn has(&self, at: usize) -> bool {
        self.0[at / 64] >> (at % 64) & 1 == 1
    }

    pub(super) fn put(&mut self, at: usize) {
        self.0[at / 64] |= 1 << (at % 64);
    }

    pub(super) fn strike(&mut self, at: usize) {
        self.0[at / 64] &= !(1 << (at % 64));
    }

    /// Sixty-four members.
    pub(super) fn word(&self, word: usize) -> u64 {
        self.0[word]
    }

    /// Whether all but one member are among others, which are given sixty-four at a time.
    pub(super) fn within(&self, others: impl Fn(usize) -> u64, but: usize) -> bool {
        let but = |word| if but / 64 == word { 1 << (but % 64) } else { 0 };
        self.0
            .iter()
            .enumerate()
            .all(|(word, &bits)| bits & !but(word) & !others(word) == 0)
    }

    /// Whether one at least is among others.
    pub(super) fn meets(&self, others: impl Fn(usize) -> u64) -> bool {
        self.0
            .iter()
            .enumerate()
            .any(|(word, &bits)| bits & others(word) != 0)
    }
}

/// How the members of a group word one passage.
#[derive(Debug)]
pub(super) struct Wordings {
    holders: Vec<Members>,
    of: Vec<Option<usize>>,
}

impl Wordings {
    /// The number of a member's wording; `None` where it lacks the passage.
    pub(super) fn of(&self, member: usize) -> Option<usize> {
        self.of[member]
    }

    /// Who words it so.
    pub(super) fn holders(&self, wording: usize) -> &Members {
        &self.holders[wording]
    }

    /// Who has it, wording by wording.
    pub(super) fn all_holders(&self) -> impl Iterator<Item = &Members> {
        self.holders.iter()
    }

    /// Whether it is worded in several ways.
    pub(super) fn differs(&self) -> bool {
        self.holders.len() > 1
    }
}

/// The passages of a group that two members have or more.
#[derive(Debug)]
pub(super) struct Passages {
    all: Vec<Wordings>,
    // For each member which it has, and how many it has alone.
    with: Vec<Vec<usize>>,
    alone: Vec<usize>,
}

impl Passages {
    /// The passages of several groups, of which no two have an article in common.
    pub(super) fn of_groups<'g>(
        story: &Story,
        passages: &[Passage],
        groups: &[&'g Vec<ArticleId>],
    ) -> Vec<(&'g [ArticleId], Self)> {
        let mut group_of = vec![usize::MAX; story.articles.len()];
        let mut found: Vec<(&[ArticleId], Self)> = Vec::new();
        for (number, group) in groups.iter().enumerate() {
            group.iter().for_each(|id| group_of[id.0 as usize] = number);
            found.push((group, Self::none(group.len())));
        }
        for passage in passages {
            let first = passage
                .members
                .first()
                .map_or(usize::MAX, |(id, _)| group_of[id.0 as usize]);
            if let Some((ids, passages)) = found.get_mut(first) {
                passages.add(ids, sums(story, passage));
            }
        }
        found
    }

    fn none(count: usize) -> Self {
        Self {
            all: Vec::new(),
            with: vec![Vec::new(); count],
            alone: vec![0; count],
        }
    }

    fn add(&mut self, ids: &[ArticleId], sums: Map<ArticleId, u64>) {
        let number = |id: &ArticleId| ids.binary_search(id).ok();
        if let (1, Some(member)) = (sums.len(), sums.keys().next().and_then(number)) {
            self.alone[member] += 1;
            return;
        }
        let mut wordings = Wordings {
            holders: Vec::new(),
            of: vec![None; ids.len()],
        };
        let mut numbers: Map<u64, usize> = Map::new();
        for (id, sum) in sums {
            let Some(member) = number(&id) else { continue };
            let next = numbers.len();
            let wording = *numbers.entry(sum).or_insert(next);
            if wording == next {
                wordings.holders.push(Members::none(ids.len()));
            }
            wordings.holders[wording].put(member);
            wordings.of[member] = Some(wording);
            self.with[member].push(self.all.len());
        }
        self.all.push(wordings);
    }

    /// The passages that a member has, and its wording of each.
    pub(super) fn with(&self, member: usize) -> impl Iterator<Item = (&Wordings, usize)> {
        self.with[member].iter().filter_map(move |&at| {
            let passage = &self.all[at];
            Some((passage, passage.of(member)?))
        })
    }

    /// How many passages a member has alone.
    pub(super) fn alone(&self, member: usize) -> usize {
        self.alone[member]
    }
}

/// For each article that has a passage a hash of its words there, the same for such as only style parts.
fn sums(story: &Story, passage: &Passage) -> Map<ArticleId, u64> {
    let mut sums = Map::new();
    for &(id, sentence) in &passage.members {
        let article = story.article(id);
        let sum = sum(article, &article.segments.sentences[sentence.0 as usize]);
        let all: &mut u64 = sums.entry(id).or_insert(0);
        *all = shingles::mix(all.rotate_left(9) ^ sum);
    }
    sums
}

fn sum(article: &Article, sentence: &Sentence) -> u64 {
    let tokens = &article.segments.tokens[sentence.tokens.clone()];
    let words = tokens.iter().filter(|token| token.kind != TokenKind::Mark);
    let hashes = words.map(|token| shingles::hash(token.span.of(article.text())));
    hashes.fold(0, |sum: u64, word| shingles::mix(sum.rotate_left(9) ^ word))
}
