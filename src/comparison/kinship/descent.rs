//! Who took it from whom, told from all articles of a story together.
//!
//! A copy has the wordings of its source but for those it changed itself. So where X is the source of Y and Y has
//! another wording than X, either Y made it, and whoever else has it took it from Y, or somebody between X and Y did.
//! What neither explains speaks against X; what X alone brought in and Y has speaks for it. What comes from a copy comes from
//! its source, too.
//!
//! ```text
//! day      1     2     3
//!          X     Y     Z
//!          p     p'    p      p' is Y's own; Z has p, so Z is not from Y
//!          q'    q     q      so the q of Y and Z does not come from Y, and q' of X is not their source:
//!                             all three come from a text that nobody dropped
//! ```

use super::told::Told;
use super::wordings::{Members, Passages, Wordings};
use crate::article::document::Day;
use crate::comparison::align::Passage;
use crate::order::{Arrange as _, Map};
use crate::story::{ArticleId, Story};

/// Articles of a group up to which it is asked; who has more of one story does not look at each two of them.
const LARGEST: usize = 256;

/// Of the passages that both have, the share that may contradict: sentences that are hard to align are told apart
/// wrongly. What the source lacks does not count, since a copy may have looked at a second source; where nobody shows what
/// was there before the source, it does.
const CONTRADICTED: f32 = 0.1;

/// The shares by which pairs are struck out, one after the other: who is struck out explains nothing any more, so what is
/// contradicted most goes first, or one doubt would strike out all that comes from it.
const STRIKES: [f32; 3] = [0.4, 0.2, CONTRADICTED];

/// Passages that are added to those that both have: one of two says less than ten of twenty.
const FEW: usize = 3;

/// Of what the source alone brought in and a copy would have, the share that the copy must have: what stands before its
/// last passage that the copy has, too, since a desk cuts from the end. Whatever speaks against the two counts as lost.
///
/// By how many articles show what was there before the source: none, one, or more. Chosen on 1,800 made-up families, of which a
/// third lacked its first article, and on 2,000 of two other kinds: `SEEDS=600000..601800 cargo test --test score directions`.
const BROUGHT: [f32; 3] = [0.7, 0.8, 0.65];

/// Where nobody shows what was there before, the passages of the source that nobody took, and the articles without a day that may
/// stand before it: more of either, and both are copies of a text that is not here.
const UNUSED: usize = 1;

/// What speaks for one article being the source of another, in passages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Trace {
    /// What only the source and its copies have, word so, or put in this order, as far as a copy would have it.
    pub(super) brought: usize,
    /// Of these what the copy has, too.
    pub(super) kept: usize,
    /// Who stands between them, where they alone do not tell it.
    pub(super) between: Option<ArticleId>,
    /// How many articles show what was there before the source, and what else speaks against the two.
    others: usize,
    doubts: usize,
    telling: bool,
    alone: bool,
}

impl Trace {
    /// That of two articles the later comes from one that comes from the earlier.
    fn through(between: ArticleId) -> Self {
        Self {
            brought: 0,
            kept: 0,
            between: Some(between),
            others: 0,
            doubts: 0,
            telling: true,
            alone: false,
        }
    }

    /// Whether the copy has enough of what came up with the source.
    fn is_enough(&self) -> bool {
        let least = BROUGHT[self.others.min(BROUGHT.len() - 1)];
        self.kept > 0 && self.kept as f32 >= least * (self.brought + self.doubts) as f32
    }

    /// Whether it is enough to speak of a copy.
    pub(super) fn is_telling(self) -> bool {
        self.telling
    }

    /// Whether somebody else shows what was there before the source.
    pub(super) fn is_shown(self) -> bool {
        self.others > 0
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

    /// Forgets what each group tells: it may have other members, and other passages.
    pub(super) fn forget(&mut self) {
        self.possible.clear();
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
        let known = self.possible.len() == groups.len();
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
            if same && known {
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
    /// All, and those whose day is known; these once more, the latest first.
    all: Members,
    dated: Members,
    latest: Vec<usize>,
    /// For each member who is no later by its day.
    old: Vec<Members>,
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
        let old = |x: usize, z: usize| z != x && days[z].is_some_and(|of_z| Some(of_z) <= days[x]);
        let each = |wanted: &dyn Fn(usize, usize) -> bool| -> Vec<Members> {
            (0..ids.len()).map(|x| select(&|y| wanted(x, y))).collect()
        };
        let mut latest: Vec<usize> = (0..ids.len()).filter(|&at| days[at].is_some()).collect();
        latest.arrange_by(|&x, &y| days[y].cmp(&days[x]));
        Self {
            all: select(&|_| true),
            dated: select(&|at| days[at].is_some()),
            latest,
            old: each(&old),
            copies: each(&later),
            sources: each(&|y, x| later(x, y)),
            ids,
            passages,
        }
    }

    /// Strikes out pairs that too much contradicts, until nothing more does. What one round strikes explains less in the
    /// next; each round strikes one of finitely many.
    fn judge(&mut self) {
        for most in STRIKES {
            self.strike(most);
        }
        while self.strike(CONTRADICTED) {}
    }

    /// Strikes out the pairs of which more than this share is contradicted, and tells whether there are such.
    fn strike(&mut self, most: f32) -> bool {
        let is_struck = |&(x, y): &(usize, usize)| {
            let [common, worded, _] = self.against(x, y);
            worded as f32 > most * (common + FEW) as f32
        };
        let struck: Vec<(usize, usize)> = self.pairs().filter(is_struck).collect();
        for &(x, y) in &struck {
            self.copies[x].strike(y);
            self.sources[y].strike(x);
        }
        !struck.is_empty()
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

    /// How many passages both have, in how many of these the words of `y` come from elsewhere, and how many passages of `y`
    /// come from elsewhere as a whole.
    fn against(&self, x: usize, y: usize) -> [usize; 3] {
        self.unexplained(x, y, |holders| self.explained(holders, x, y))
    }

    /// The same by what is an explanation of that others have it, too.
    fn unexplained(&self, x: usize, y: usize, explained: impl Fn(&Members) -> bool) -> [usize; 3] {
        let mut counts = [0; 3];
        for (passage, mut pairs) in self.passages.with(y) {
            if passage.holders().has(x) {
                let explained = pairs.all(|holders| holders.has(x) || explained(holders));
                counts[0] += 1;
                counts[1] += usize::from(!explained);
            } else {
                counts[2] += usize::from(!explained(passage.holders()));
            }
        }
        counts
    }

    /// Whether what `y` and others have and `x` lacks can be a change by `y` or by somebody between.
    fn explained(&self, holders: &Members, x: usize, y: usize) -> bool {
        holders.within(|word| self.copies[x].word(word) & self.copies[y].word(word), y)
            // Who may as well stand before `x` is no proof that it stands between.
            || holders.meets(|word| self.copies[x].word(word) & self.sources[y].word(word) & !self.sources[x].word(word))
    }

    /// How many passages `y` has that an article has which is no later than `x`, and `x` lacks.
    fn older(&self, x: usize, y: usize) -> usize {
        let passages = self.passages.with(y).map(|(passage, _)| passage.holders());
        passages
            .filter(|holders| !holders.has(x) && holders.meets(|word| self.old[x].word(word)))
            .count()
    }

    /// Tells what speaks for each two whose days are known: what came up with the earlier, then what the pairs that are told
    /// so leave without an explanation, and at last who stands between two.
    fn tell(&self, possible: &mut Map<(ArticleId, ArticleId), Trace>) {
        let mut traces: Vec<((usize, usize), Trace)> = Vec::new();
        for &x in &self.latest {
            let brought = Brought::new(self, x);
            let copies = self.latest.iter().filter(|&&y| self.copies[x].has(y));
            traces.extend(copies.map(|&y| ((x, y), brought.trace(self, x, y))));
        }
        let told = self.told(&traces);
        for ((x, y), trace) in &mut traces {
            if trace.others == 0 && trace.telling {
                trace.doubts += self.untold(&told, *x, *y);
                trace.telling = trace.is_enough();
            }
        }
        let told = self.told(&traces);
        let ids = |(x, y): (usize, usize)| (self.ids[x], self.ids[y]);
        for (pair, trace) in traces {
            possible.insert(ids(pair), trace);
        }
        for (x, y) in told.pairs() {
            let is_direct = possible.get(&ids((x, y))).is_some_and(|trace| trace.telling);
            if let Some(between) = told.between(x, y).filter(|_| !is_direct) {
                possible.insert(ids((x, y)), Trace::through(self.ids[between]));
            }
        }
    }

    fn told(&self, traces: &[((usize, usize), Trace)]) -> Told {
        let telling = traces.iter().filter(|(_, trace)| trace.telling);
        Told::new(self.ids.len(), telling.map(|&(pair, _)| pair))
    }

    /// In how many passages `y` has with others what `x` lacks, where it is not told that these have it from `y`, or that one
    /// of them stands between.
    fn untold(&self, told: &Told, x: usize, y: usize) -> usize {
        let undated = |word| self.copies[y].word(word) & !self.dated.word(word);
        let [_, in_words, as_a_whole] =
            self.unexplained(x, y, |holders| told.explains(holders, (x, y), undated));
        in_words + as_a_whole
    }
}

/// What came up with an article: nobody has it but those that may have copied it.
struct Brought<'f> {
    /// For each sentence in order who has its passage.
    order: Vec<Option<&'f Wordings>>,
    /// Where passages stand first that came up with it.
    told: Vec<usize>,
    /// Passages with pairs of words that came up, and who has these.
    worded: Vec<(&'f Members, Vec<&'f Members>)>,
    /// Steps from one passage to another that others have, and who goes so.
    turns: Vec<([&'f Members; 2], &'f Members)>,
    /// How many are no copies, and of how many it is not known.
    others: usize,
    unclear: usize,
}

impl<'f> Brought<'f> {
    fn new(family: &'f Family<'_>, x: usize) -> Self {
        let (copies, sources) = (&family.copies[x], &family.sources[x]);
        let own = |holders: &Members| holders.within(|word| copies.word(word), x);
        let all = |_| u64::MAX;
        let order: Vec<Option<&Wordings>> = family.passages.order(x).collect();
        // A passage in two sentences stands in both.
        let first = |at: &usize| *at == 0 || !same(order[at - 1], order[*at]);
        let is_own = |at: &usize| order[*at].is_some_and(|passage| own(passage.holders()));
        let told = (0..order.len()).filter(is_own).filter(first).collect();
        let mut worded = Vec::new();
        for (passage, pairs) in family.passages.with(x) {
            let pairs: Vec<&Members> = pairs.filter(|holders| own(holders)).collect();
            if !pairs.is_empty() && !own(passage.holders()) {
                worded.push((passage.holders(), pairs));
            }
        }
        let turn = |(ends, holders): ([Option<&'f Wordings>; 2], &'f Members)| {
            let ends = ends.map(|end| end.map_or(&family.all, Wordings::holders));
            let [from, to] = ends;
            // Somebody who is no copy has both, and goes another way.
            let known = from.meets(|word| to.word(word) & !copies.word(word) & !bit(x, word));
            let old = !ends.into_iter().any(own);
            (old && known && own(holders)).then_some((ends, holders))
        };
        Self {
            order,
            told,
            worded,
            turns: family.passages.turns(x).filter_map(turn).collect(),
            others: family.ids.len() - 1 - copies.count(all) as usize,
            unclear: copies.count(|word| sources.word(word)) as usize,
        }
    }

    fn trace(&self, family: &Family<'_>, x: usize, y: usize) -> Trace {
        let has = |passage: Option<&Wordings>| passage.is_some_and(|passage| passage.holders().has(y));
        let end = self
            .order
            .iter()
            .rposition(|passage| has(*passage))
            .map_or(0, |last| last + 1);
        let unused = self.order[..end]
            .iter()
            .filter(|passage| passage.is_none())
            .count();
        let (mut brought, mut kept) = (unused, 0);
        let mut ask = |answer: bool| (brought, kept) = (brought + 1, kept + usize::from(answer));
        for &at in self.told.iter().filter(|&&at| at < end) {
            ask(has(self.order[at]));
        }
        for (_, pairs) in self.worded.iter().filter(|(passage, _)| passage.has(y)) {
            ask(pairs.iter().any(|holders| holders.has(y)));
        }
        for (_, holders) in self
            .turns
            .iter()
            .filter(|(ends, _)| ends.iter().all(|end| end.has(y)))
        {
            ask(holders.has(y));
        }
        let count = family.ids.len();
        let mut trace = Trace {
            brought,
            kept,
            doubts: self.unclear,
            others: self.others,
            telling: false,
            alone: count == 2,
            between: None,
        };
        let shown = if self.others > 0 {
            trace.doubts += family.older(x, y);
            true
        } else {
            unused.max(self.unclear) <= UNUSED && {
                let [common, in_words, as_a_whole] = family.against(x, y);
                (in_words + as_a_whole) as f32 <= CONTRADICTED * common as f32
            }
        };
        trace.telling = shown && count > 2 && trace.is_enough();
        trace
    }
}

fn same(one: Option<&Wordings>, other: Option<&Wordings>) -> bool {
    one.zip(other)
        .is_some_and(|(one, other)| std::ptr::eq(one, other))
}

/// A member's bit among the sixty-four of a word.
fn bit(member: usize, word: usize) -> u64 {
    if member / 64 == word {
        1 << (member % 64)
    } else {
        0
    }
}

fn day(story: &Story, id: ArticleId) -> Option<Day> {
    let day = story.dates[id.0 as usize].published.as_ref()?.day;
    day.year.map(|_| day)
}
