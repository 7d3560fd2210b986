//! What each feature says about each tag: a sparse row of small whole numbers.

use std::ops::Range;

use super::bytes::{Reader, Writer};
use super::coding::{Decoder, encode};
use super::label::COUNT;

/// One number a tag.
pub type Scores = [i32; COUNT];

/// Rows of weights, found by the feature's number.
#[derive(Default)]
pub struct Weights {
    /// For each block of 256 features the number of the first row that is not before it, and one more at the end: what
    /// is asked for a hundred times a word must stay near the processor, and a table with free places does not.
    blocks: Vec<u32>,
    /// Rows by their features, of which the block tells the rest.
    lows: Vec<u8>,
    /// For each row its first cell, and one more at the end.
    firsts: Vec<u32>,
    /// A bit for each feature's low bits: most features that are asked for have no row.
    there: Vec<u64>,
    /// (tag, weight)
    cells: Vec<(u8, i8)>,
    /// What it is worth that one tag follows another.
    pub transitions: [Scores; COUNT],
}

impl std::fmt::Debug for Weights {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (rows, cells) = (self.lows.len(), self.cells.len());
        write!(f, "Weights of {rows} features, {cells} cells")
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

    /// The rows of a block of features.
    #[inline]
    fn block(&self, number: usize) -> Range<usize> {
        match self.blocks.get(number..number + 2) {
            Some(&[first, end]) => first as usize..end as usize,
            _ => 0..0,
        }
    }

    /// Where a feature's cells begin, and how many they are.
    #[inline]
    fn place(&self, feature: u32) -> (usize, usize) {
        let rows = self.block(feature as usize >> 8);
        let found = self.lows[rows.clone()]
            .iter()
            .position(|&low| low == feature as u8);
        let Some(row) = found.map(|row| rows.start + row) else {
            return (0, 0);
        };
        let first = self.firsts[row];
        (first as usize, (self.firsts[row + 1] - first) as usize)
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
            weights.begin(*feature);
            weights.cells.extend_from_slice(cells);
        }
        weights.end();
        weights
    }

    /// Empty tables with room for so many rows.
    fn for_rows(rows: usize) -> Self {
        Self {
            blocks: Vec::with_capacity((Self::MASK as usize >> 8) + 2),
            lows: Vec::with_capacity(rows),
            firsts: Vec::with_capacity(rows + 1),
            there: vec![0; (Self::THERE as usize + 1) / 64],
            ..Self::default()
        }
    }

    /// Begins the row of a feature that is greater than those before; its cells follow.
    fn begin(&mut self, feature: u32) {
        let low = feature & Self::THERE;
        self.there[low as usize / 64] |= 1 << (low % 64);
        self.blocks_until(feature as usize >> 8);
        self.lows.push(feature as u8);
        self.firsts.push(self.cells.len() as u32);
    }

    /// Ends the last row.
    fn end(&mut self) {
        self.blocks_until((Self::MASK as usize >> 8) + 1);
        self.firsts.push(self.cells.len() as u32);
    }

    fn blocks_until(&mut self, block: usize) {
        let missing = (block + 1).saturating_sub(self.blocks.len());
        self.blocks
            .extend(std::iter::repeat_n(self.lows.len() as u32, missing));
    }

    /// The features that have rows, in order.
    fn features(&self) -> impl Iterator<Item = u32> + '_ {
        let blocks = 0..self.blocks.len().saturating_sub(1);
        blocks.flat_map(|block| {
            let lows = self.lows[self.block(block)].iter();
            lows.map(move |&low| (block as u32) << 8 | u32::from(low))
        })
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
        let mut lengths = Decoder::new(1, COUNT + 1, reader);
        let mut tags = Decoder::new(Standing::TAG_CONTEXTS, COUNT, reader);
        let mut values = Decoder::new(Standing::WEIGHT_CONTEXTS, 1 << 8, reader);
        let mut weights = Self {
            cells: Vec::with_capacity(cells),
            transitions,
            ..Self::for_rows(rows)
        };
        for feature in features {
            weights.begin(feature);
            let length = lengths.next(0);
            let mut standing = Standing::of(length);
            for _ in 0..length {
                let tag = tags.next(standing.for_tag());
                let weight = values.next(standing.for_weight()) as i8;
                weights.cells.push((tag, weight));
                standing = standing.after(tag, weight);
            }
        }
        weights.end();
        weights
    }

    /// Writes the tables: features by their differences, and the lengths of rows and their cells, coded.
    pub fn write(&self, writer: &mut Writer) {
        for row in &self.transitions {
            for &cell in row {
                writer.signed(cell);
            }
        }
        writer.number(self.lows.len() as u32);
        writer.number(self.cells.len() as u32);
        let mut last = 0;
        for feature in self.features() {
            writer.number(feature - last);
            last = feature;
        }
        let rows = || self.features().map(|feature| self.row(feature));
        let lengths: Vec<(usize, u8)> = rows().map(|cells| (0, cells.len() as u8)).collect();
        encode(&lengths, 1, COUNT + 1, writer);
        let (mut tags, mut values) = (Vec::new(), Vec::new());
        for cells in rows() {
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
    /// Cells of the row, and those that are still to come.
    cells: u8,
    left: u8,
}

impl Standing {
    /// So many cells left are told apart, so many lengths of rows, and so many sums to each side: what finer ones gain is
    /// lost to their tables.
    const LEFT: u8 = 8;
    const CELLS: u8 = 5;
    const SUMS: i32 = 6;

    const TAG_CONTEXTS: usize = (COUNT + 1) * Self::LEFT as usize;
    const WEIGHT_CONTEXTS: usize = (2 * Self::SUMS as usize + 1) * Self::CELLS as usize * 4;

    /// At the head of a row of so many cells.
    fn of(cells: u8) -> Self {
        Self {
            tag: 0,
            sum: 0,
            cells,
            left: cells,
        }
    }

    fn after(self, tag: u8, weight: i8) -> Self {
        Self {
            tag: tag + 1,
            sum: self.sum + i32::from(weight),
            cells: self.cells,
            left: self.left.saturating_sub(1),
        }
    }

    fn for_tag(self) -> usize {
        usize::from(self.tag) * usize::from(Self::LEFT) + usize::from(self.left.clamp(1, Self::LEFT)) - 1
    }

    fn for_weight(self) -> usize {
        let sum = (self.sum.clamp(-Self::SUMS, Self::SUMS) + Self::SUMS) as usize;
        let cells = usize::from(self.cells.clamp(1, Self::CELLS)) - 1;
        let first = usize::from(self.left == self.cells);
        let last = usize::from(self.left == 1);
        ((sum * usize::from(Self::CELLS) + cells) * 2 + first) * 2 + last
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
    /// Where the cells of what is held begin, and how many they are; and the first cells. Kept, so that nobody clears them.
    places: [(usize, usize); ROOM],
    first: [(u8, i8); ROOM],
}

impl<'a> Sum<'a> {
    /// An empty sum.
    pub fn new(weights: &'a Weights) -> Self {
        Self {
            weights,
            held: [0; ROOM],
            count: 0,
            places: [(0, 0); ROOM],
            first: [(0, 0); ROOM],
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
        let count = std::mem::take(&mut self.count);
        let (places, first) = (&mut self.places[..count], &mut self.first[..count]);
        for (place, &feature) in places.iter_mut().zip(&self.held) {
            *place = self.weights.place(feature);
        }
        for (cell, &(at, _)) in first.iter_mut().zip(&*places) {
            *cell = self.weights.cells.get(at).copied().unwrap_or_default();
        }
        for (&(tag, weight), &(at, count)) in first.iter().zip(&*places) {
            if count > 0 {
                scores[tag as usize] += i32::from(weight);
                for &(tag, weight) in &self.weights.cells[at + 1..at + count] {
                    scores[tag as usize] += i32::from(weight);
                }
            }
        }
    }
}
