//! The trained reader of reported speech: one number a feature. `reports.toml` tells how `reports.bin` is made.

use super::bytes::{Reader, Writer};
use super::coding::{encode_rising, rising};
use super::page::Forest;
use crate::text::hash;

/// What each feature says for one choice over another.
pub struct Reports {
    // For each feature its weight: two megabytes, and no step of a search.
    weights: Box<[i8; FEATURES]>,
    /// The trees that give the verdict on a reading.
    pub forest: Forest,
    /// The least verdict on reported speech, in hundredths of a logit.
    pub threshold: i32,
}

impl std::fmt::Debug for Reports {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Reports of {} features", self.rows().len())
    }
}

/// How many numbers features have: as bits of them are kept, no look-up lies outside.
const FEATURES: usize = Reports::MASK as usize + 1;

/// The trained table as it is built into this program.
static EMBEDDED: &[u8] = include_bytes!("reports.bin");

impl Reports {
    /// Features are known by so many bits: with fifty thousand of them one in 40 meets another, as in training.
    pub const MASK: u32 = (1 << 21) - 1;

    /// The table that is built into this program.
    pub fn embedded() -> Self {
        Self::read(&mut Reader::new(EMBEDDED))
    }

    /// The number by which a feature is known.
    #[inline]
    pub fn feature(template: u32, a: u64, b: u64) -> u32 {
        (hash::finish(hash::mix(hash::mix(a, u64::from(template)), b)) >> 32) as u32 & Self::MASK
    }

    /// A feature's weight; 0 where it has none.
    #[inline]
    pub fn weight(&self, feature: u32) -> i32 {
        i32::from(self.weights[(feature & Self::MASK) as usize])
    }

    /// A table from features with their weights.
    ///
    /// # Panics
    ///
    /// Never: there are as many weights as features.
    pub fn new(rows: &[(u32, i8)], threshold: i32) -> Self {
        // Made in place: an array on the way there would be too large for the stack.
        let empty: Box<[i8]> = vec![0; FEATURES].into_boxed_slice();
        let mut weights: Box<[i8; FEATURES]> = empty.try_into().expect("both have as many");
        for &(feature, weight) in rows {
            weights[(feature & Self::MASK) as usize] = weight;
        }
        Self {
            weights,
            forest: Forest::default(),
            threshold,
        }
    }

    fn rows(&self) -> Vec<(u32, i8)> {
        let all = (0..).zip(self.weights.iter().copied());
        all.filter(|(_, weight)| *weight != 0).collect()
    }

    /// Reads what [`Self::write`] wrote.
    pub fn read(reader: &mut Reader<'_>) -> Self {
        let threshold = reader.number();
        let count = reader.number() as usize;
        let features = rising(count, reader);
        let weights = reader.take(count).iter().map(|&weight| weight as i8);
        let rows: Vec<(u32, i8)> = features.into_iter().zip(weights).collect();
        let table = Self::new(&rows, (threshold >> 1) as i32 ^ -((threshold & 1) as i32));
        Self {
            forest: Forest::read(reader),
            ..table
        }
    }

    /// Writes the table: all features, coded by the steps from one to the next, all weights, then the trees.
    pub fn write(&self, writer: &mut Writer) {
        let rows = self.rows();
        writer.number(((self.threshold << 1) ^ (self.threshold >> 31)) as u32);
        writer.number(rows.len() as u32);
        encode_rising(rows.iter().map(|row| row.0), writer);
        writer.bytes.extend(rows.iter().map(|row| row.1 as u8));
        self.forest.write(writer);
    }
}
