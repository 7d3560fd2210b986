//! The trained reader of reported speech: one number a feature. `reports.toml` tells how `reports.bin` is made.

use super::bytes::{Reader, Writer};
use crate::text::hash;

/// What each feature says for one choice over another.
#[derive(Default)]
pub struct Reports {
    // Invariant: a power of two long; a slot is (feature + 1) << 8 | weight, or 0.
    slots: Vec<u32>,
    /// A bit for each feature that has a slot: most that are asked for have none, and the bits stay in a core's cache.
    there: Vec<u64>,
    /// The least verdict on reported speech, in units of the weights.
    pub threshold: i32,
}

impl std::fmt::Debug for Reports {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Reports of {} features", self.rows().len())
    }
}

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
        let bits = self.there.get(feature as usize / 64).copied().unwrap_or(0);
        if bits >> (feature % 64) & 1 == 0 {
            return 0;
        }
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = Self::home(feature) & mask;
        while let Some(&slot) = self.slots.get(at) {
            if slot == 0 {
                break;
            }
            if slot >> 8 == feature + 1 {
                return i32::from(slot as u8 as i8);
            }
            at = (at + 1) & mask;
        }
        0
    }

    fn home(feature: u32) -> usize {
        feature.wrapping_mul(0x9E37_79B1) as usize >> 8
    }

    /// A table from features with their weights, sorted by feature, none of them 0.
    pub fn new(rows: &[(u32, i8)], threshold: i32) -> Self {
        let mut slots = vec![0_u32; (rows.len() * 2 + 1).next_power_of_two()];
        let mut there = vec![0_u64; (Self::MASK as usize + 1) / 64];
        let mask = slots.len() - 1;
        for &(feature, weight) in rows {
            there[feature as usize / 64] |= 1 << (feature % 64);
            let mut at = Self::home(feature) & mask;
            while slots[at] != 0 {
                at = (at + 1) & mask;
            }
            slots[at] = (feature + 1) << 8 | u32::from(weight as u8);
        }
        Self {
            slots,
            there,
            threshold,
        }
    }

    fn rows(&self) -> Vec<(u32, i8)> {
        let full = self.slots.iter().filter(|&&slot| slot != 0);
        let mut rows: Vec<(u32, i8)> = full.map(|&slot| ((slot >> 8) - 1, slot as u8 as i8)).collect();
        rows.sort_unstable();
        rows
    }

    /// Reads what [`Self::write`] wrote.
    pub fn read(reader: &mut Reader<'_>) -> Self {
        let threshold = reader.number();
        let count = reader.number() as usize;
        let mut feature = 0;
        let mut rows = Vec::new();
        for _ in 0..count {
            feature = (feature + reader.number()) & Self::MASK;
            rows.push((feature, 0));
        }
        let weights = reader.take(count);
        for (row, &weight) in rows.iter_mut().zip(weights) {
            row.1 = weight as i8;
        }
        Self::new(&rows, (threshold >> 1) as i32 ^ -((threshold & 1) as i32))
    }

    /// Writes the table: all features, as steps from one to the next, then all weights.
    pub fn write(&self, writer: &mut Writer) {
        let rows = self.rows();
        writer.number(((self.threshold << 1) ^ (self.threshold >> 31)) as u32);
        writer.number(rows.len() as u32);
        let mut last = 0;
        for (feature, _) in &rows {
            writer.number(feature - last);
            last = *feature;
        }
        writer.bytes.extend(rows.iter().map(|row| row.1 as u8));
    }
}
