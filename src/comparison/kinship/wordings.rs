//! Passages of a group of articles: who words them alike.

use crate::article::segment::{SentenceId, TokenKind};
use crate::comparison::align::Passage;
use crate::order::{Arrange as _, Map};
use crate::story::{ArticleId, Story};
use crate::text::shingles;

/// A set of members of a group, by number: a bit each.
#[derive(Debug, Clone, PartialEq, Eq)]
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
        self.count(others) > 0
    }

    /// How many are among others.
    pub(super) fn count(&self, others: impl Fn(usize) -> u64) -> u32 {
        let words = self.0.iter().enumerate();
        words
            .map(|(word, &bits)| (bits & others(word)).count_ones())
            .sum()
    }
}

/// How the members of a group word one passage.
#[derive(Debug)]
pub(super) struct Wordings {
    all: Members,
    /// Pairs of neighbouring words that some have and others lack, by who has them: each set once.
    pairs: Vec<Members>,
}

impl Wordings {
    /// Who has the passage.
    pub(super) fn holders(&self) -> &Members {
        &self.all
    }
}

/// The passages of a group that two members have or more.
#[derive(Debug)]
pub(super) struct Passages {
    all: Vec<Wordings>,
    // For each member which it has.
    with: Vec<Vec<Held>>,
    // For each member its sentences, each with the number of its passage; none where nobody else has it.
    order: Vec<Vec<(SentenceId, Option<u32>)>>,
    turns: Vec<(u64, Members)>,
}

/// What stands before the first passage and behind the last.
const EDGE: u32 = u32::MAX;

/// A passage that a member has.
#[derive(Debug, Clone)]
struct Held {
    passage: u32,
    /// Which of its pairs of words the member has.
    pairs: Vec<u32>,
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
                passages.add(ids, passage, words(story, passage));
            }
        }
        // Of two articles alone nothing is told by their order.
        for (_, passages) in found.iter_mut().filter(|(ids, _)| ids.len() > 2) {
            passages.follow();
        }
        found
    }

    fn none(count: usize) -> Self {
        Self {
            all: Vec::new(),
            with: vec![Vec::new(); count],
            order: vec![Vec::new(); count],
            turns: Vec::new(),
        }
    }

    fn add(&mut self, ids: &[ArticleId], passage: &Passage, words: Map<ArticleId, Vec<u64>>) {
        let number = |id: &ArticleId| ids.binary_search(id).ok();
        let mut told: Vec<(usize, Vec<u64>)> = Vec::new();
        for (id, words) in words {
            told.extend(number(&id).map(|member| (member, words)));
        }
        let shared = (told.len() > 1).then_some(self.all.len() as u32);
        for (id, sentence) in &passage.members {
            if let Some(member) = number(id) {
                self.order[member].push((*sentence, shared));
            }
        }
        if shared.is_none() {
            return;
        }
        let wordings = Wordings::new(ids.len(), &told);
        for (member, _) in told {
            let pairs = (0..).zip(&wordings.pairs).filter(|(_, has)| has.has(member));
            self.with[member].push(Held {
                passage: self.all.len() as u32,
                pairs: pairs.map(|(at, _)| at).collect(),
            });
        }
        self.all.push(wordings);
    }

    /// The passages that a member has, and who has those pairs of its words there that some lack.
    pub(super) fn with(
        &self,
        member: usize,
    ) -> impl Iterator<Item = (&Wordings, impl Iterator<Item = &Members>)> {
        self.with[member].iter().map(|held| {
            let passage = &self.all[held.passage as usize];
            (passage, held.pairs.iter().map(|&at| &passage.pairs[at as usize]))
        })
    }

    /// Puts the sentences of each member in order, and finds who goes from which passage to which.
    fn follow(&mut self) {
        let mut steps: Vec<(u64, u32)> = Vec::new();
        for (member, order) in (0..).zip(&mut self.order) {
            order.arrange_by(|x, y| x.0.cmp(&y.0));
            steps.extend(turns(order).map(|step| (step, member)));
        }
        steps.sort_unstable();
        for holders in steps.chunk_by(|x, y| x.0 == y.0) {
            let mut has = Members::none(self.with.len());
            for &(_, member) in holders {
                has.put(member as usize);
            }
            self.turns.push((holders[0].0, has));
        }
    }

    /// For each sentence of a member in order who has its passage; none where nobody else does.
    pub(super) fn order(&self, member: usize) -> impl Iterator<Item = Option<&Wordings>> {
        let order = self.order[member].iter();
        order.map(|(_, shared)| shared.map(|at| &self.all[at as usize]))
    }

    /// The steps of a member from one passage to the next that others have, each with who has both and who goes so, too; the
    /// beginning and the end, which all have, are none.
    pub(super) fn turns(&self, member: usize) -> impl Iterator<Item = ([Option<&Wordings>; 2], &Members)> {
        turns(&self.order[member]).filter_map(|step| {
            let at = self.turns.binary_search_by_key(&step, |turn| turn.0).ok()?;
            let ends = [(step >> 32) as u32, step as u32].map(|end| self.all.get(end as usize));
            Some((ends, &self.turns[at].1))
        })
    }
}

/// The steps from one shared passage to the next, from the beginning to the end, each as two numbers in one.
fn turns(order: &[(SentenceId, Option<u32>)]) -> impl Iterator<Item = u64> {
    let mut last = EDGE;
    let shared = order.iter().filter_map(|(_, shared)| *shared).chain([EDGE]);
    shared.filter_map(move |next| {
        let step = u64::from(last) << 32 | u64::from(next);
        let moves = last != next || next == EDGE;
        last = next;
        moves.then_some(step)
    })
}

impl Wordings {
    fn new(count: usize, told: &[(usize, Vec<u64>)]) -> Self {
        let mut all = Members::none(count);
        let mut places: Vec<(u64, u32)> = Vec::new();
        for (member, words) in told {
            all.put(*member);
            let pairs = words.windows(words.len().clamp(1, 2));
            let sum = |pair: &[u64]| {
                pair.iter()
                    .fold(0, |sum: u64, &word| shingles::mix(sum.rotate_left(9) ^ word))
            };
            places.extend(pairs.map(|pair| (sum(pair), *member as u32)));
        }
        places.sort_unstable();
        let mut pairs: Vec<Members> = Vec::new();
        for holders in places.chunk_by(|x, y| x.0 == y.0) {
            let mut has = Members::none(count);
            for &(_, member) in holders {
                has.put(member as usize);
            }
            if has != all && !pairs.contains(&has) {
                pairs.push(has);
            }
        }
        Self { all, pairs }
    }
}

/// For each article that has a passage its words there, the same for such as only style parts.
fn words(story: &Story, passage: &Passage) -> Map<ArticleId, Vec<u64>> {
    let mut words: Map<ArticleId, Vec<u64>> = Map::new();
    for &(id, sentence) in &passage.members {
        let article = story.article(id);
        let sentence = &article.segments.sentences[sentence.0 as usize];
        let tokens = article.segments.tokens[sentence.tokens.clone()].iter();
        let hashes = tokens
            .filter(|token| token.kind != TokenKind::Mark)
            .map(|token| shingles::hash(token.span.of(article.text())));
        words.entry(id).or_default().extend(hashes);
    }
    words
}
