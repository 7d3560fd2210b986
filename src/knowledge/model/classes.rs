//! Classes of words that stand in like places: "minister" and "secretary", "kyiv" and "warsaw".

use super::bytes::{Reader, Writer};
use super::coding::{Decoder, encode, encode_rising, rising};

/// How many levels there are: 2048, 512, 128 and 32 classes, each level inside the one before.
pub const LEVELS: usize = 4;

/// Bits of a word's fingerprint that are kept. With a hundred thousand words, one unlisted word in 40 is taken for
/// a listed one; training meets the same errors.
const BITS: u32 = 22;

/// Fingerprints with the same bits above these are a block: six words, which one look at memory brings.
const BLOCK: u32 = 8;
const LOW: u32 = (1 << BLOCK) - 1;

/// The finest classes are numbers of 8 low bits and fewer high values than this.
const HIGH: usize = 16;

/// Word to class. The finest class tells the coarser ones.
#[derive(Debug, Default)]
pub struct Classes {
    /// For each block of 256 fingerprints the number of its first word, and one more at the end.
    blocks: Vec<u32>,
    /// Words in order of their fingerprints: the low bits of one, and the class counted from 1.
    words: Vec<u32>,
    /// For each of the finest classes its class on the three coarser levels, counted from 1.
    parents: Vec<[u16; LEVELS - 1]>,
}

impl Classes {
    /// The classes of a word by the fingerprint of its lower case, finest first, counted from 1; all 0 where unknown.
    #[inline]
    pub fn of(&self, word: u64) -> [u16; LEVELS] {
        let key = Self::key(word);
        let block = (key >> BLOCK) as usize;
        let Some(&[first, end]) = self.blocks.get(block..block + 2) else {
            return [0; LEVELS];
        };
        let low = key & LOW;
        let words = self.words[first as usize..end as usize].iter();
        let Some(word) = words.copied().find(|word| word >> 12 == low) else {
            return [0; LEVELS];
        };
        let class = (word & 0xFFF) as u16;
        let [a, b, c] = self.parents[class as usize - 1];
        [class, a, b, c]
    }

    fn key(word: u64) -> u32 {
        (word >> (64 - BITS)) as u32
    }

    /// Tables from words (fingerprint, finest class from 0) and the parents of each class. Of two words with one
    /// fingerprint the first counts.
    pub fn new(words: &[(u64, u16)], parents: Vec<[u16; LEVELS - 1]>) -> Self {
        let mut keyed: Vec<(u32, u16)> = Vec::with_capacity(words.len());
        keyed.extend(words.iter().map(|&(word, class)| (Self::key(word), class)));
        keyed.sort_by_key(|&(key, _)| key);
        keyed.dedup_by_key(|&mut (key, _)| key);
        Self::from_sorted(&keyed, parents)
    }

    fn from_sorted(keyed: &[(u32, u16)], parents: Vec<[u16; LEVELS - 1]>) -> Self {
        let mut words = Vec::with_capacity(keyed.len());
        words.extend(
            keyed
                .iter()
                .map(|&(key, class)| (key & LOW) << 12 | u32::from(class + 1)),
        );
        let before = |block: u32| keyed.partition_point(|&(key, _)| key >> BLOCK < block) as u32;
        Self {
            blocks: (0..=1 << (BITS - BLOCK)).map(before).collect(),
            words,
            parents,
        }
    }

    /// The words with their finest class from 0, in order.
    fn keyed(&self) -> Vec<(u32, u16)> {
        let blocks = (0..).zip(self.blocks.windows(2));
        let words = blocks.flat_map(|(block, ends)| {
            let words = &self.words[ends[0] as usize..ends[1] as usize];
            words
                .iter()
                .map(move |word| (block << BLOCK | word >> 12, (word & 0xFFF) as u16 - 1))
        });
        words.collect()
    }

    /// The greatest class of a level.
    fn most(parents: &[[u16; LEVELS - 1]], level: usize) -> usize {
        parents
            .iter()
            .map(|parent| usize::from(parent[level]))
            .max()
            .unwrap_or(0)
    }

    /// Reads what [`Self::write`] wrote.
    pub fn read(reader: &mut Reader<'_>) -> Self {
        let classes = reader.number() as usize;
        let mut parents = vec![[0; LEVELS - 1]; classes];
        for parent in &mut parents {
            parent[0] = reader.number() as u16;
        }
        for level in 1..LEVELS - 1 {
            let above: Vec<u16> = (0..Self::most(&parents, level - 1))
                .map(|_| reader.number() as u16)
                .collect();
            for parent in &mut parents {
                let class = usize::from(parent[level - 1]);
                parent[level] = above.get(class.wrapping_sub(1)).copied().unwrap_or(0);
            }
        }
        let count = reader.number() as usize;
        let keys = rising(count, reader);
        let mut keyed: Vec<(u32, u16)> = keys.into_iter().map(|key| (key, 0)).collect();
        let mut high = Decoder::new(1, HIGH, reader);
        let mut low = Decoder::new(HIGH, 1 << 8, reader);
        for entry in &mut keyed {
            let above = high.next(0);
            entry.1 = u16::from(above) << 8 | u16::from(low.next(usize::from(above)));
        }
        Self::from_sorted(&keyed, parents)
    }

    /// Writes the tables: the coarser class of each class, level by level, fingerprints by their differences, and classes, their high bits apart, all coded.
    pub fn write(&self, writer: &mut Writer) {
        writer.number(self.parents.len() as u32);
        for parent in &self.parents {
            writer.number(u32::from(parent[0]));
        }
        for level in 1..LEVELS - 1 {
            let mut above = vec![0; Self::most(&self.parents, level - 1)];
            for parent in &self.parents {
                above[usize::from(parent[level - 1]) - 1] = parent[level];
            }
            for class in above {
                writer.number(u32::from(class));
            }
        }
        let keyed = self.keyed();
        writer.number(keyed.len() as u32);
        encode_rising(keyed.iter().map(|&(key, _)| key), writer);
        let classes = keyed.iter().map(|&(_, class)| class);
        let high: Vec<_> = classes.clone().map(|class| (0, (class >> 8) as u8)).collect();
        let low: Vec<_> = classes
            .map(|class| (usize::from(class >> 8), class as u8))
            .collect();
        encode(&high, 1, HIGH, writer);
        encode(&low, HIGH, 1 << 8, writer);
    }
}
