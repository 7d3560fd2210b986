//! Gradient boosting of trees over small whole numbers, by histograms; the same bits in every run.

use crossread::knowledge::model::{Forest, Node};

use crate::train::dice::Dice;

/// Rows to learn from, all of one width.
#[derive(Default)]
pub(crate) struct Rows {
    pub width: usize,
    pub cells: Vec<i16>,
    pub gold: Vec<bool>,
    pub weights: Vec<f32>,
}

/// How a forest is grown.
#[derive(Clone, Copy)]
pub(crate) struct Plan {
    pub trees: usize,
    pub depth: usize,
    pub rate: f32,
    /// What a leaf's weight must outweigh.
    pub calm: f32,
    /// The least weight of rows in a leaf.
    pub least: f32,
}

/// The most bins of a feature.
const BINS: usize = 64;

/// Grows a forest.
pub(crate) fn grow(rows: &Rows, plan: Plan, seed: u64) -> Forest {
    let binned = Binned::new(rows);
    let mut scores = vec![0.0_f32; rows.gold.len()];
    let mut dice = Dice(seed);
    let mut forest = Forest::default();
    for _ in 0..plan.trees {
        // Seven rows in ten and half of the features: trees that differ are right together more often.
        let chosen: Vec<u32> = (0..rows.gold.len() as u32).filter(|_| !dice.hides(0.3)).collect();
        let features: Vec<usize> = (0..rows.width).filter(|_| !dice.hides(0.5)).collect();
        let slopes: Vec<(f32, f32)> = scores
            .iter()
            .zip(rows.gold.iter().zip(&rows.weights))
            .map(|(&score, (&gold, &weight))| {
                let p = 1.0 / (1.0 + (-score).exp());
                (
                    weight * (p - f32::from(u8::from(gold))),
                    weight * (p * (1.0 - p)).max(1e-4),
                )
            })
            .collect();
        forest.trees.push(forest.nodes.len() as u32);
        let mut tree = Tree {
            binned: &binned,
            slopes: &slopes,
            features: &features,
            plan,
            nodes: Vec::new(),
        };
        tree.split(chosen, 0);
        let root = forest.nodes.len();
        forest.nodes.extend(tree.nodes);
        let grown = Forest {
            nodes: forest.nodes[root..].to_vec(),
            trees: vec![0],
        };
        for (row, score) in scores.iter_mut().enumerate() {
            let cells = &rows.cells[row * rows.width..(row + 1) * rows.width];
            *score += grown.score(cells) as f32 / 100.0;
        }
    }
    forest
}

/// Features by number of bin, a column a feature.
struct Binned {
    /// The greatest value of each bin.
    edges: Vec<Vec<i16>>,
    columns: Vec<Vec<u8>>,
}

impl Binned {
    fn new(rows: &Rows) -> Self {
        let count = rows.gold.len();
        let mut binned = Self {
            edges: Vec::new(),
            columns: Vec::new(),
        };
        for feature in 0..rows.width {
            let column: Vec<i16> = (0..count)
                .map(|row| rows.cells[row * rows.width + feature])
                .collect();
            let mut sorted = column.clone();
            sorted.sort_unstable();
            let mut edges: Vec<i16> = (1..=BINS)
                .map(|bin| sorted[(bin * count / BINS).max(1) - 1])
                .collect();
            edges.dedup();
            binned.columns.push(
                column
                    .iter()
                    .map(|value| edges.partition_point(|edge| edge < value) as u8)
                    .collect(),
            );
            binned.edges.push(edges);
        }
        binned
    }
}

struct Tree<'a> {
    binned: &'a Binned,
    slopes: &'a [(f32, f32)],
    features: &'a [usize],
    plan: Plan,
    nodes: Vec<Node>,
}

impl Tree<'_> {
    fn split(&mut self, rows: Vec<u32>, depth: usize) {
        let (slope, bend) = rows.iter().fold((0.0_f64, 0.0_f64), |(g, h), &row| {
            let (slope, bend) = self.slopes[row as usize];
            (g + f64::from(slope), h + f64::from(bend))
        });
        let best = (depth < self.plan.depth)
            .then(|| self.best(&rows, slope, bend))
            .flatten();
        let Some((feature, bin)) = best else {
            let answer = -slope / (bend + f64::from(self.plan.calm)) * f64::from(self.plan.rate);
            self.nodes.push(Node {
                feature: Node::LEAF,
                value: (answer * 100.0).round() as i16,
                skip: 0,
            });
            return;
        };
        let column = &self.binned.columns[feature];
        let (yes, no): (Vec<u32>, Vec<u32>) = rows
            .into_iter()
            .partition(|&row| usize::from(column[row as usize]) <= bin);
        let question = self.nodes.len();
        self.nodes.push(Node {
            feature: feature as u8,
            value: self.binned.edges[feature][bin],
            skip: 0,
        });
        self.split(yes, depth + 1);
        self.nodes[question].skip = (self.nodes.len() - question) as u16;
        self.split(no, depth + 1);
    }

    /// The feature and bin that part the rows best.
    fn best(&self, rows: &[u32], slope: f64, bend: f64) -> Option<(usize, usize)> {
        let calm = f64::from(self.plan.calm);
        let least = f64::from(self.plan.least);
        let worth = |g: f64, h: f64| g * g / (h + calm);
        let mut best = (1e-4, None);
        for &feature in self.features {
            let mut bins = [(0.0_f64, 0.0_f64); BINS + 1];
            let column = &self.binned.columns[feature];
            for &row in rows {
                let (slope, bend) = self.slopes[row as usize];
                let bin = &mut bins[usize::from(column[row as usize])];
                bin.0 += f64::from(slope);
                bin.1 += f64::from(bend);
            }
            let (mut g, mut h) = (0.0, 0.0);
            let parts = self.binned.edges[feature].len().saturating_sub(1);
            for (bin, sums) in bins[..parts].iter().enumerate() {
                g += sums.0;
                h += sums.1;
                if h < least || bend - h < least {
                    continue;
                }
                let gain = worth(g, h) + worth(slope - g, bend - h) - worth(slope, bend);
                if gain > best.0 {
                    best = (gain, Some((feature, bin)));
                }
            }
        }
        best.1
    }
}
