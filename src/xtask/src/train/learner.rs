//! The learner: structured max-margin with `AdaGrad` steps, averaged over all steps.

use std::ops::Range;

use crossread::article::tag::learned::decode;
use crossread::knowledge::model::{COUNT, Scores, Tag};

use super::dice::Dice;

/// Runs of tokens with the numbers of their features; `second` are those that need a first reading.
#[derive(Default)]
pub(crate) struct Examples {
    /// For each run its tokens in the lists below.
    pub runs: Vec<Range<usize>>,
    /// For each run its document.
    pub documents: Vec<u32>,
    pub first: Lists,
    pub second: Lists,
    pub domain: Lists,
    pub gold: Vec<Tag>,
}

impl Examples {
    /// The features of a token that are not hidden this time.
    fn seen(&self, token: usize, with_second: bool, dice: &mut Dice) -> Vec<u32> {
        let second: &[u32] = if with_second { self.second.of(token) } else { &[] };
        let all = self
            .first
            .of(token)
            .iter()
            .chain(second)
            .chain(self.domain.of(token));
        all.copied().filter(|_| !dice.hides(HIDDEN)).collect()
    }
}

/// Many short lists as one.
pub(crate) struct Lists {
    ends: Vec<u32>,
    all: Vec<u32>,
}

impl Default for Lists {
    fn default() -> Self {
        Self {
            ends: vec![0],
            all: Vec::new(),
        }
    }
}

impl Lists {
    pub(crate) fn push(&mut self, feature: u32) {
        self.all.push(feature);
    }
    pub(crate) fn close(&mut self) {
        self.ends.push(self.all.len() as u32);
    }
    pub(crate) fn of(&self, index: usize) -> &[u32] {
        &self.all[self.ends[index] as usize..self.ends[index + 1] as usize]
    }
    /// Replaces each feature; those without a replacement go.
    pub(crate) fn retain(&mut self, replace: impl Fn(u32) -> Option<u32>) {
        let (mut kept, mut start) = (0, 0);
        for end in &mut self.ends[1..] {
            for index in start..*end as usize {
                if let Some(feature) = replace(self.all[index]) {
                    self.all[kept] = feature;
                    kept += 1;
                }
            }
            start = *end as usize;
            *end = kept as u32;
        }
        self.all.truncate(kept);
    }
    pub(crate) fn all(&self) -> &[u32] {
        &self.all
    }
}

type Row = [f32; COUNT];

/// Scores are decoded as whole numbers of this fineness.
const FINE: f32 = 1024.0;

/// How large a first step is.
const STEP: f32 = 0.05;

/// Each feature is hidden with this chance, anew at each visit. What is learned so does not lean on single words, and
/// reads unseen text better: a point and more on sets that training did not see.
const HIDDEN: f32 = 0.4;

pub(crate) struct Learner {
    weights: Vec<Row>,
    squares: Vec<Row>,
    /// Sum over steps of step number times change, for the average.
    late: Vec<Row>,
    transitions: [Row; COUNT],
    late_transitions: [Row; COUNT],
    square_transitions: [Row; COUNT],
    time: f32,
}

/// What missing a name costs.
const MISSED: f32 = 1.2;

/// What a wrong tag costs: all alike but those that miss a name, which cost a little more, because the training
/// data misses names more often than it invents them.
fn cost(gold: Tag, tag: Tag) -> f32 {
    if gold == tag {
        0.0
    } else if tag == Tag::OUTSIDE {
        MISSED
    } else {
        1.0
    }
}

impl Learner {
    pub(crate) fn new(features: usize) -> Self {
        Self {
            weights: vec![[0.0; COUNT]; features],
            squares: vec![[0.0; COUNT]; features],
            late: vec![[0.0; COUNT]; features],
            transitions: [[0.0; COUNT]; COUNT],
            late_transitions: [[0.0; COUNT]; COUNT],
            square_transitions: [[0.0; COUNT]; COUNT],
            time: 0.0,
        }
    }

    /// One pass over `order`, runs by number. Features of the first reading are there in half the visits.
    pub(crate) fn pass(&mut self, examples: &Examples, order: &[u32], dice: &mut Dice, second: bool) {
        let mut with = false;
        let mut document = u32::MAX;
        for &number in order {
            if examples.documents[number as usize] != document {
                document = examples.documents[number as usize];
                with = second && dice.roll(2) == 0;
            }
            let run = examples.runs[number as usize].clone();
            self.time += 1.0;
            let seen: Vec<Vec<u32>> = run.clone().map(|t| examples.seen(t, with, dice)).collect();
            let scores: Vec<Scores> = run
                .clone()
                .zip(&seen)
                .map(|(token, features)| self.scores(examples.gold[token], features))
                .collect();
            let best = decode::best(&scores, &self.transitions.map(|row| row.map(whole)));
            self.learn(&examples.gold[run], &best, &seen);
        }
    }

    /// Scores of a token, each wrong tag as much dearer as it costs.
    fn scores(&self, gold: Tag, features: &[u32]) -> Scores {
        let mut row: Row = std::array::from_fn(|tag| cost(gold, Tag(tag as u8)));
        for &feature in features {
            let weights = &self.weights[feature as usize];
            row.iter_mut()
                .zip(weights)
                .for_each(|(sum, weight)| *sum += weight);
        }
        row.map(whole)
    }

    fn learn(&mut self, gold: &[Tag], best: &[Tag], seen: &[Vec<u32>]) {
        if gold == best {
            return;
        }
        for ((right, wrong), features) in gold.iter().zip(best).zip(seen).filter(|((r, w), _)| r != w) {
            for &feature in features {
                self.change(feature as usize, right.0 as usize, 1.0);
                self.change(feature as usize, wrong.0 as usize, -1.0);
            }
        }
        let steps = |tags: &[Tag]| -> Vec<(usize, usize)> {
            let padded = [&[Tag::OUTSIDE], tags, &[Tag::OUTSIDE]].concat();
            let pairs = padded.windows(2);
            pairs.map(|w| (w[0].0 as usize, w[1].0 as usize)).collect()
        };
        for (right, wrong) in steps(gold).into_iter().zip(steps(best)) {
            if right != wrong {
                self.change_transition(right, 1.0);
                self.change_transition(wrong, -1.0);
            }
        }
    }

    fn change(&mut self, feature: usize, tag: usize, by: f32) {
        let square = &mut self.squares[feature][tag];
        *square += 1.0;
        let step = by * STEP / square.sqrt();
        self.weights[feature][tag] += step;
        self.late[feature][tag] += self.time * step;
    }

    fn change_transition(&mut self, (from, to): (usize, usize), by: f32) {
        let square = &mut self.square_transitions[from][to];
        *square += 1.0;
        let step = by * STEP / square.sqrt();
        self.transitions[from][to] += step;
        self.late_transitions[from][to] += self.time * step;
    }

    /// The mean of several learners' averages.
    pub(crate) fn mean(learners: Vec<Self>) -> Self {
        let features = learners.first().map_or(0, |l| l.weights.len());
        let share = 1.0 / learners.len() as f32;
        let mut mean = Self::new(features);
        mean.time = 1.0;
        let add = |sum: &mut Row, row: Row| sum.iter_mut().zip(row).for_each(|(s, w)| *s += share * w);
        for learner in learners {
            for (number, sum) in mean.weights.iter_mut().enumerate() {
                add(sum, learner.row(number));
            }
            for (sum, row) in mean.transitions.iter_mut().zip(learner.transitions()) {
                add(sum, row);
            }
        }
        mean
    }

    /// The average over all steps of each feature's row.
    pub(crate) fn row(&self, feature: usize) -> Row {
        std::array::from_fn(|tag| self.weights[feature][tag] - self.late[feature][tag] / self.time)
    }

    pub(crate) fn transitions(&self) -> [Row; COUNT] {
        std::array::from_fn(|from| {
            std::array::from_fn(|to| self.transitions[from][to] - self.late_transitions[from][to] / self.time)
        })
    }
}

fn whole(score: f32) -> i32 {
    (score * FINE) as i32
}
