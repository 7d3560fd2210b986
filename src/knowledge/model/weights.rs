//! What each feature says about each tag: a sparse row of small whole numbers.

use super::bytes::{Reader, Writer};
use super::coding::{Decoder, encode};
use super::label::COUNT;

/// One number a tag.
pub type Scores = [i32; COUNT];

/// Rows of weights, found by the feature's number.
#[derive(Default)]
pub struct Weights {
    // Invariant: a power of two long; a slot is (feature + 1) << 32 | first cell << 5 | cells, or 0.
    slots: Vec<u64>,
    /// A bit for each feature's low bits: most features that are asked for have no row.
    there: Vec<u64>,
    /// (tag, weight)
    cells: Vec<(u8, i8)>,
    /// What it is worth that one tag follows another.
    pub transitions: [Scores; COUNT],
}

impl std::fmt::Debug for Weights {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let rows = self.slots.iter().filter(|&&slot| slot != 0).count();
        write!(f, "Weights of {rows} features, {} cells", self.cells.len())
    }
}

impl Weights {
    /// Features are known by so many bits.
    pub const MASK: u32 = (1 << 24) - 1;

    /// Bits of a feature that tell whether it may have a row.
    const THERE: u32 = (1 << 21) - 1;

    /// Adds a feature's row to `scores`.
    #[inline]
    pub fn add(&self, feature: u32, scores: &mut Scores) {
        for &(tag, weight) in self.row(feature) {
            scores[tag as usize] += i32::from(weight);
        }
    }

    /// A feature's row: tags with their weights.
    #[inline]
    fn row(&self, feature: u32) -> &[(u8, i8)] {
        let (first, count) = self.place(feature);
        &self.cells[first..first + count]
    }

    /// Where a feature's cells begin, and how many they are.
    #[inline]
    fn place(&self, feature: u32) -> (usize, usize) {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = feature as usize & mask;
        while let Some(&slot) = self.slots.get(at) {
            if slot == 0 {
                break;
            }
            if (slot >> 32) as u32 == feature + 1 {
                return ((slot as u32 >> 5) as usize, (slot & 31) as usize);
            }
            at = (at + 1) & mask;
        }
        (0, 0)
    }

    /// Whether a feature may have a row; one in seventeen that have none looks as if.
    #[inline]
    fn may_have(&self, feature: u32) -> bool {
        let low = feature & Self::THERE;
        let bits = self.there.get(low as usize / 64).copied().unwrap_or(0);
        bits >> (low % 64) & 1 == 1
    }

    /// Tables from rows, sorted by feature, each feature once, with its cells by tag.
    pub fn new(rows: &[(u32, Vec<(u8, i8)>)], transitions: [Scores; COUNT]) -> Self {
        let mut weights = Self::for_rows(rows.len());
        weights.transitions = transitions;
        for (feature, cells) in rows {
            let first = weights.cells.len();
            weights.cells.extend_from_slice(cells);
            weights.insert(*feature, first, cells.len());
        }
        weights
    }

    /// Empty tables with room for so many rows.
    fn for_rows(rows: usize) -> Self {
        Self {
            slots: vec![0; (rows * 2).next_power_of_two()],
            there: vec![0; (Self::THERE as usize + 1) / 64],
            ..Self::default()
        }
    }

    fn insert(&mut self, feature: u32, first: usize, count: usize) {
        let low = feature & Self::THERE;
        self.there[low as usize / 64] |= 1 << (low % 64);
        let mask = self.slots.len() - 1;
        let mut at = feature as usize & mask;
        while self.slots[at] != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = u64::from(feature + 1) << 32 | (first as u64) << 5 | count as u64;
    }

    /// Reads what [`Self::write`] wrote.
    pub fn read(reader: &mut Reader<'_>) -> Self {
        let mut transitions = [[0; COUNT]; COUNT];
        for row in &mut transitions {
            for cell in row {
                *cell = reader.signed();
            }
        }
        let rows = reader.number() as usize;
        let cells = reader.number() as usize;
        let mut features = Vec::with_capacity(rows);
        let mut feature = 0;
        for _ in 0..rows {
            feature += reader.number();
            features.push(feature);
        }
        let lengths = reader.take(rows);
        let mut tags = Decoder::new(Standing::TAG_CONTEXTS, COUNT, reader);
        let mut values = Decoder::new(Standing::WEIGHT_CONTEXTS, 1 << 8, reader);
        let mut weights = Self {
            cells: Vec::with_capacity(cells),
            transitions,
            ..Self::for_rows(rows)
        };
        for (&feature, &length) in features.iter().zip(lengths) {
            weights.insert(feature, weights.cells.len(), length as usize);
            let mut standing = Standing::of(length);
            for _ in 0..length {
                let tag = tags.next(standing.for_tag());
                let weight = values.next(standing.for_weight()) as i8;
                weights.cells.push((tag, weight));
                standing = standing.after(tag, weight);
            }
        }
        weights
    }

    /// Writes the tables: features by their differences, rows by their lengths, and coded cells.
    pub fn write(&self, writer: &mut Writer) {
        for row in &self.transitions {
            for &cell in row {
                writer.signed(cell);
            }
        }
        let mut rows: Vec<u64> = self.slots.iter().copied().filter(|&slot| slot != 0).collect();
        rows.sort_unstable();
        writer.number(rows.len() as u32);
        writer.number(self.cells.len() as u32);
        let mut last = 0;
        for row in &rows {
            let feature = (row >> 32) as u32 - 1;
            writer.number(feature - last);
            last = feature;
        }
        writer.bytes.extend(rows.iter().map(|row| (row & 31) as u8));
        let (mut tags, mut values) = (Vec::new(), Vec::new());
        for row in rows {
            let cells = self.row((row >> 32) as u32 - 1);
            let mut standing = Standing::of(cells.len() as u8);
            for &(tag, weight) in cells {
                tags.push((standing.for_tag(), tag));
                values.push((standing.for_weight(), weight as u8));
                standing = standing.after(tag, weight);
            }
        }
        encode(&tags, Standing::TAG_CONTEXTS, COUNT, writer);
        encode(&values, Standing::WEIGHT_CONTEXTS, 1 << 8, writer);
    }
}

/// What is known of a cell before it is read: tags rise along a row, and its weights tend to cancel out.
#[derive(Debug, Clone, Copy)]
struct Standing {
    /// The tag before, counted from 1.
    tag: u8,
    sum: i32,
    before: u8,
    left: u8,
}

impl Standing {
    /// So many cells left are told apart, and so many sums to each side: more gained less than a kilobyte.
    const LEFT: u8 = 4;
    const SUMS: i32 = 8;

    const TAG_CONTEXTS: usize = (COUNT + 1) * Self::LEFT as usize;
    const WEIGHT_CONTEXTS: usize = (2 * Self::SUMS as usize + 1) * 6;

    /// At the head of a row of so many cells.
    fn of(cells: u8) -> Self {
        Self {
            tag: 0,
            sum: 0,
            before: 0,
            left: cells,
        }
    }

    fn after(self, tag: u8, weight: i8) -> Self {
        Self {
            tag: tag + 1,
            sum: self.sum + i32::from(weight),
            before: self.before.saturating_add(1),
            left: self.left.saturating_sub(1),
        }
    }

    fn for_tag(self) -> usize {
        usize::from(self.tag * Self::LEFT + self.left.clamp(1, Self::LEFT) - 1)
    }

    fn for_weight(self) -> usize {
        let sum = (self.sum.clamp(-Self::SUMS, Self::SUMS) + Self::SUMS) as usize;
        let last = usize::from(self.left == 1);
        (sum * 3 + usize::from(self.before.min(2))) * 2 + last
    }
}

/// A token looks at fewer features; if it looked at more, the first would be added earlier.
const ROOM: usize = 128;

/// Features whose rows are added together. Most have no row, and whether one has is as good as chance: they are sifted
/// without a branch before the tables are asked.
pub struct Sum<'a> {
    weights: &'a Weights,
    held: [u32; ROOM],
    count: usize,
}

impl<'a> Sum<'a> {
    /// An empty sum.
    pub fn new(weights: &'a Weights) -> Self {
        Self {
            weights,
            held: [0; ROOM],
            count: 0,
        }
    }

    /// Holds a feature until its row is added to `scores`.
    #[inline]
    pub fn hold(&mut self, feature: u32, scores: &mut Scores) {
        if self.count == ROOM {
            self.add(scores);
        }
        self.held[self.count] = feature;
        self.count += usize::from(self.weights.may_have(feature));
    }

    /// Adds the rows of what is held to `scores`. All slots are asked before the first cell, and all first cells before
    /// they are summed, so that memory answers many at a time.
    pub fn add(&mut self, scores: &mut Scores) {
        let mut places = [(0, 0); ROOM];
        let mut first = [(0, 0); ROOM];
        let held = &self.held[..std::mem::take(&mut self.count)];
        for (place, &feature) in places.iter_mut().zip(held) {
            *place = self.weights.place(feature);
        }
        for (cell, &(at, _)) in first.iter_mut().zip(&places[..held.len()]) {
            *cell = self.weights.cells.get(at).copied().unwrap_or_default();
        }
        for (&(tag, weight), &(at, count)) in first.iter().zip(&places[..held.len()]) {
            if count > 0 {
                scores[tag as usize] += i32::from(weight);
                for &(tag, weight) in &self.weights.cells[at + 1..at + count] {
                    scores[tag as usize] += i32::from(weight);
                }
            }
        }
    }
}
