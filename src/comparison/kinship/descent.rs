//! Who took it from whom, told from all articles of a story together.
//!
//! A copy has the wordings of its source but for those it changed itself. So where X is the source of Y and Y has
//! another wording than X, either Y made it, and whoever else has it took it from Y, or somebody between X and Y did.
//! What neither explains speaks against X; what X alone brought in and Y has speaks for it.
//!
//! ```text
//! day      1     2     3
//!          X     Y     Z
//!          p     p'    p      p' is Y's own; Z has p, so Z is not from Y
//!          q'    q     q      so the q of Y and Z does not come from Y, and q' of X is not their source:
//!                             all three come from a text that nobody dropped
//! ```

use super::wordings::{Members, Passages, Wordings};
use crate::article::document::Day;
use crate::comparison::align::Passage;
use crate::order::Map;
use crate::story::{ArticleId, Story};

/// Articles of a group up to which it is asked; who has more of one story does not look at each two of them.
const LARGEST: usize = 256;

/// Of the passages that both have, the share that may contradict. Sentences that are hard to align are told apart
/// wrongly, and a copy may have looked at a second source. Of the directions given in 360 made-up families, of which a
/// third lacked its first article, 98 % are true; with twice the share 97 %, and hardly more are found.
const CONTRADICTED: f32 = 0.15;

/// The share of what the source alone brought in that the copy must have: two copies of one text that is not here have
/// now and then the same new word.
const BROUGHT: f32 = 0.15;

/// Passages in which a third must differ from both: without one nothing tells a copy from a second cut of one text.
const DIFFERED: usize = 1;

/// What speaks for one article being the source of another, in passages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Trace {
    /// What only the source and later articles have, or word so.
    pub(super) brought: usize,
    /// Of these what the copy has, too.
    pub(super) kept: usize,
    /// Where both agree and a third differs.
    differed: usize,
    alone: bool,
}

impl Trace {
    /// Whether it is enough to speak of a copy.
    pub(super) fn is_telling(self) -> bool {
        let share = self.kept as f32 / self.brought.max(1) as f32;
        self.kept > 0 && share >= BROUGHT && self.differed >= DIFFERED
    }

    /// Whether the story has these two articles only.
    pub(super) fn is_alone(self) -> bool {
        self.alone
    }
}

/// Which earlier article may be the source of which later one; an article without a day is neither.
#[derive(Debug, Default)]
pub(super) struct Descent {
    days: Vec<Option<Day>>,
    /// The group of each article.
    group_of: Vec<usize>,
    /// What each group tells.
    possible: Vec<Map<(ArticleId, ArticleId), Trace>>,
}

impl Descent {
    /// What speaks for `source`; `None` where the others contradict it, or the days do.
    pub(super) fn trace(&self, source: ArticleId, copy: ArticleId) -> Option<Trace> {
        let group = self.possible.get(*self.group_of.get(source.0 as usize)?)?;
        group.get(&(source, copy)).copied()
    }

    /// Looks at each group of articles whose days are others than before, and tells for each article whether its group is one.
    pub(super) fn renew(
        &mut self,
        story: &Story,
        passages: &[Passage],
        groups: &[Vec<ArticleId>],
    ) -> Vec<bool> {
        let days: Vec<Option<Day>> = story.ids().map(|id| day(story, id)).collect();
        let before = std::mem::replace(&mut self.days, days);
        self.group_of = vec![0; story.articles.len()];
        self.possible.resize_with(groups.len(), Map::new);
        let mut anew = vec![true; story.articles.len()];
        let mut asked: Vec<&Vec<ArticleId>> = Vec::new();
        for (number, group) in groups.iter().enumerate() {
            let day = |id: &ArticleId| self.days[id.0 as usize];
            let same = group.iter().all(|id| before.get(id.0 as usize) == Some(&day(id)));
            for id in group {
                self.group_of[id.0 as usize] = number;
                anew[id.0 as usize] = !same;
            }
            if same {
                continue;
            }
            self.possible[number] = Map::new();
            // Of fewer than two days nothing is told.
            let dated = group.iter().filter_map(day).take(2).count();
            if group.len() <= LARGEST && dated > 1 {
                asked.push(group);
            }
        }
        for (ids, passages) in Passages::of_groups(story, passages, &asked) {
            let mut family = Family::new(&self.days, ids, passages);
            family.judge();
            family.tell(&mut self.possible[self.group_of[ids[0].0 as usize]]);
        }
        anew
    }
}

/// Which groups were too large to be asked, each in a sentence.
pub(super) fn limits(groups: &[Vec<ArticleId>]) -> Vec<String> {
    let large = groups.iter().filter(|group| group.len() > LARGEST);
    let limit = |group: &Vec<ArticleId>| {
        let count = group.len();
        format!("{count} articles are about one story; who took it from whom is asked of {LARGEST} at most.")
    };
    large.map(limit).collect()
}

/// Articles of one group, by number.
struct Family<'g> {
    ids: &'g [ArticleId],
    passages: Passages,
    /// Whose day is known.
    dated: Members,
    // For each member who may have copied it, and whom it may have copied.
    copies: Vec<Members>,
    sources: Vec<Members>,
}

impl<'g> Family<'g> {
    fn new(days: &[Option<Day>], ids: &'g [ArticleId], passages: Passages) -> Self {
        let days: Vec<Option<Day>> = ids.iter().map(|id| days[id.0 as usize]).collect();
        let select = |wanted: &dyn Fn(usize) -> bool| {
            let mut members = Members::none(ids.len());
            (0..ids.len())
                .filter(|&at| wanted(at))
                .for_each(|at| members.put(at));
            members
        };
        // An article without a day may be anybody's copy or source, until something contradicts it.
        let later = |x: usize, y: usize| match (days[x], days[y]) {
            (Some(of_x), Some(of_y)) => of_x < of_y,
            _ => x != y,
        };
        let all = 0..ids.len();
        Self {
            dated: select(&|at| days[at].is_some()),
            copies: all.clone().map(|x| select(&|y| later(x, y))).collect(),
            sources: all.map(|y| select(&|x| later(x, y))).collect(),
            ids,
            passages,
        }
    }

    /// Strikes out pairs that too much contradicts, until nothing more does. What one round strikes explains less in the
    /// next; each round strikes one of finitely many.
    fn judge(&mut self) {
        loop {
            let struck: Vec<(usize, usize)> =
                self.pairs().filter(|&(x, y)| self.contradicted(x, y)).collect();
            if struck.is_empty() {
                return;
            }
            for (x, y) in struck {
                self.copies[x].strike(y);
                self.sources[y].strike(x);
            }
        }
    }

    /// All pairs of a possible source and its copy.
    fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        let all = 0..self.ids.len();
        all.clone().flat_map(move |x| {
            all.clone()
                .filter(move |&y| self.copies[x].has(y))
                .map(move |y| (x, y))
        })
    }

    fn contradicted(&self, x: usize, y: usize) -> bool {
        let (mut common, mut against) = (0, 0);
        for (passage, wording) in self.passages.with(y) {
            common += usize::from(passage.of(x).is_some());
            against += usize::from(!self.explained(passage, wording, x, y));
        }
        against as f32 > CONTRADICTED * common as f32
    }

    /// Whether how `y` words a passage can be how `x` did, or a change by `y` or by somebody between.
    fn explained(&self, passage: &Wordings, wording: usize, x: usize, y: usize) -> bool {
        let holders = passage.holders(wording);
        holders.has(x)
            || holders.within(|word| self.copies[x].word(word) & self.copies[y].word(word), y)
            // Somebody without a day may as well stand before both.
            || holders.meets(|word| self.copies[x].word(word) & self.sources[y].word(word) & self.dated.word(word))
    }

    fn tell(&self, possible: &mut Map<(ArticleId, ArticleId), Trace>) {
        for x in (0..self.ids.len()).filter(|&x| self.dated.has(x)) {
            let brought = self.brought(x);
            for y in (0..self.ids.len()).filter(|&y| self.copies[x].has(y) && self.dated.has(y)) {
                let kept = brought.iter().filter(|(passage, whole)| {
                    let of_y = passage.of(y);
                    if *whole {
                        of_y.is_some()
                    } else {
                        of_y.is_some() && of_y == passage.of(x)
                    }
                });
                let differed = self
                    .passages
                    .with(y)
                    .filter(|(passage, wording)| passage.of(x) == Some(*wording) && passage.differs());
                let trace = Trace {
                    brought: brought.len() + self.passages.alone(x),
                    kept: kept.count(),
                    differed: differed.count(),
                    alone: self.ids.len() == 2,
                };
                possible.insert((self.ids[x], self.ids[y]), trace);
            }
        }
    }

    /// Passages that only `x` and later articles that may have copied it have (true), or word so (false).
    fn brought(&self, x: usize) -> Vec<(&Wordings, bool)> {
        let later =
            |holders: &Members| holders.within(|word| self.copies[x].word(word) & self.dated.word(word), x);
        let own = self
            .passages
            .with(x)
            .filter(|(passage, wording)| later(passage.holders(*wording)));
        own.map(|(passage, _)| (passage, passage.all_holders().all(later)))
            .collect()
    }
}

fn day(story: &Story, id: ArticleId) -> Option<Day> {
    let day = story.dates[id.0 as usize].published.as_ref()?.day;
    day.year.map(|_| day)
}
