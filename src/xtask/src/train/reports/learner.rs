//! A learner of choices: log-linear, with `AdaGrad` steps, averaged over all steps.

use crossread::knowledge::model::Reports;

use crate::train::dice::Dice;

/// How large a first step is.
const STEP: f32 = 0.05;

/// Passes over the choices; more over-fit.
const PASSES: usize = 8;

/// Each feature is hidden with this chance, anew at each visit, so that nothing leans on single words.
const HIDDEN: f32 = 0.35;

/// One choice: the features of each candidate, and which are right. Where `none` is set, "none of them" is a
/// candidate with the score 0, and right where no other is.
#[derive(Clone)]
pub(crate) struct Choice {
    pub candidates: Vec<Vec<u32>>,
    pub right: Vec<bool>,
    pub none: bool,
}

/// Weights of all features.
pub(crate) struct Learner {
    weights: Vec<f32>,
    squares: Vec<f32>,
    late: Vec<f32>,
    time: f32,
}

impl Learner {
    /// Learns all choices; only features that `kept` holds, where it is given.
    pub(crate) fn learn(choices: &[Choice], kept: Option<&[bool]>) -> Self {
        let size = Reports::MASK as usize + 1;
        let mut learner = Self {
            weights: vec![0.0; size],
            squares: vec![0.0; size],
            late: vec![0.0; size],
            time: 0.0,
        };
        let mut dice = Dice(11);
        let mut order: Vec<u32> = (0..choices.len() as u32).collect();
        for _ in 0..PASSES {
            dice.shuffle(&mut order);
            for &number in &order {
                learner.step(&choices[number as usize], kept, &mut dice);
            }
        }
        learner
    }

    fn step(&mut self, choice: &Choice, kept: Option<&[bool]>, dice: &mut Dice) {
        self.time += 1.0;
        let luck = dice.roll(1 << 30) as u64;
        // One feature is hidden from all candidates of a choice or from none.
        let seen = |feature: u32| {
            let coin = Dice(luck ^ (u64::from(feature) << 20)).roll(1 << 16) as f32;
            coin >= HIDDEN * (1 << 16) as f32 && kept.is_none_or(|kept| kept[feature as usize])
        };
        let seen: Vec<Vec<u32>> = choice
            .candidates
            .iter()
            .map(|features| features.iter().copied().filter(|f| seen(*f)).collect())
            .collect();
        let mut scores: Vec<f32> = seen.iter().map(|features| self.score(features)).collect();
        let mut right = choice.right.clone();
        if choice.none {
            scores.push(0.0);
            right.push(!choice.right.contains(&true));
        }
        let (all, wanted) = (shares(&scores, |_| true), shares(&scores, |at| right[at]));
        for (at, features) in seen.iter().enumerate() {
            let gradient = wanted[at] - all[at];
            if gradient.abs() > 1e-4 {
                for &feature in features {
                    self.change(feature as usize, gradient);
                }
            }
        }
    }

    fn score(&self, features: &[u32]) -> f32 {
        features.iter().map(|&f| self.weights[f as usize]).sum()
    }

    fn change(&mut self, feature: usize, gradient: f32) {
        self.squares[feature] += gradient * gradient;
        let step = gradient * STEP / (self.squares[feature].sqrt() + 0.3);
        self.weights[feature] += step;
        self.late[feature] += self.time * step;
    }

    /// The average over all steps of a feature's weight.
    pub(crate) fn weight(&self, feature: usize) -> f32 {
        self.weights[feature] - self.late[feature] / self.time
    }
}

/// The probabilities of the candidates that count, 0 for the others.
fn shares(scores: &[f32], counts: impl Fn(usize) -> bool) -> Vec<f32> {
    let counted = || (0..scores.len()).filter(|at| counts(*at));
    let top = counted().map(|at| scores[at]).fold(f32::MIN, f32::max);
    let mut shares = vec![0.0; scores.len()];
    let mut sum = 0.0;
    for at in counted() {
        shares[at] = (scores[at] - top).exp();
        sum += shares[at];
    }
    for share in &mut shares {
        *share /= f32::max(sum, 1e-9);
    }
    shares
}
