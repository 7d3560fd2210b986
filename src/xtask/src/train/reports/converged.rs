//! Logistic regression that is learned until it changes no more: steps by the memory of earlier ones (L-BFGS).

/// How far a weight may go: with more what is learned says less of other articles, with less it says less at all.
const CALM: f64 = 0.03;

/// Steps; more change no verdict.
const STEPS: usize = 50;

/// How often a step that goes too far is halved; then nothing is left to win.
const HALVED: usize = 12;

/// Earlier steps that the next one is bent by.
const MEMORY: usize = 8;

/// Rows of features, each right or wrong.
#[derive(Default)]
pub(crate) struct Rows {
    ends: Vec<usize>,
    columns: Vec<u32>,
    right: Vec<bool>,
    /// What is known of each row beside its features.
    known: Vec<f64>,
}

impl Rows {
    /// Adds a row; `known` is its logit so far.
    pub(crate) fn push(&mut self, columns: impl Iterator<Item = u32>, right: bool, known: f64) {
        self.columns.extend(columns);
        self.ends.push(self.columns.len());
        self.right.push(right);
        self.known.push(known);
    }

    fn row(&self, number: usize) -> &[u32] {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.columns[start..self.ends[number]]
    }

    /// What the weights lose, and in which direction they lose most.
    fn loss(&self, weights: &[f64]) -> (f64, Vec<f64>) {
        let mut slope: Vec<f64> = weights.iter().map(|weight| weight / CALM).collect();
        let mut loss = dot(weights, weights) / (2.0 * CALM);
        for (number, &right) in self.right.iter().enumerate() {
            let row = self.row(number);
            let score = self.known[number] + row.iter().map(|&column| weights[column as usize]).sum::<f64>();
            let sign = if right { 1.0 } else { -1.0 };
            // ln(1 + e^-x) without an e^x that overflows.
            let margin = sign * score;
            loss += (-margin.abs()).exp().ln_1p() + (-margin).max(0.0);
            let push = -sign / (1.0 + margin.exp());
            for &column in row {
                slope[column as usize] += push;
            }
        }
        (loss, slope)
    }

    /// The weights of so many columns.
    pub(crate) fn weights(&self, columns: usize) -> Vec<f64> {
        let mut weights = vec![0.0; columns];
        let (mut loss, mut slope) = self.loss(&weights);
        let mut memory: Vec<(Vec<f64>, Vec<f64>)> = Vec::new();
        for _ in 0..STEPS {
            let way = way(&slope, &memory);
            let down = dot(&slope, &way);
            let mut step = if memory.is_empty() {
                1.0 / dot(&slope, &slope).sqrt().max(1.0)
            } else {
                1.0
            };
            let mut next = plus(&weights, step, &way);
            let mut found = self.loss(&next);
            for _ in 0..HALVED {
                // The usual share of what the slope promises.
                if found.0 <= loss + 1e-4 * step * down {
                    break;
                }
                step /= 2.0;
                next = plus(&weights, step, &way);
                found = self.loss(&next);
            }
            if found.0 >= loss {
                break;
            }
            let moved = plus(&next, -1.0, &weights);
            let bent = plus(&found.1, -1.0, &slope);
            if dot(&moved, &bent) > 1e-12 {
                memory.push((moved, bent));
                memory.drain(..memory.len().saturating_sub(MEMORY));
            }
            weights = next;
            (loss, slope) = found;
        }
        weights
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn plus(a: &[f64], times: f64, b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| a + times * b).collect()
}

/// The way down, bent by what earlier steps showed of the slope.
fn way(slope: &[f64], memory: &[(Vec<f64>, Vec<f64>)]) -> Vec<f64> {
    let mut way: Vec<f64> = slope.iter().map(|s| -s).collect();
    let mut shares = Vec::new();
    for (moved, bent) in memory.iter().rev() {
        let share = dot(moved, &way) / dot(moved, bent);
        way = plus(&way, -share, bent);
        shares.push(share);
    }
    if let Some((moved, bent)) = memory.last() {
        let scale = dot(moved, bent) / dot(bent, bent);
        for weight in &mut way {
            *weight *= scale;
        }
    }
    for ((moved, bent), share) in memory.iter().zip(shares.into_iter().rev()) {
        let back = dot(bent, &way) / dot(moved, bent);
        way = plus(&way, share - back, moved);
    }
    way
}
