//! The trained reader of pages: words of markup and trees of questions. `page.toml` and `days.toml` tell how `page.bin` and
//! `days.bin` are made.

use super::bytes::{Reader, Writer};

/// The trained tables as they are built into this program.
static EMBEDDED: &[u8] = include_bytes!("page.bin");

/// The trees for days as they are built into this program.
static DAYS: &[u8] = include_bytes!("days.bin");

/// Which lines of a page are the article: tables, made once.
#[derive(Debug, Default)]
pub struct PageModel {
    /// What class names and the like say.
    pub words: PageWords,
    /// The trees that tell the article's lines from the others.
    pub forest: Forest,
    /// The trees that tell the day of publication from other days that a page gives.
    pub days: Forest,
}

impl PageModel {
    /// The tables that are built into this program.
    pub fn embedded() -> Self {
        let mut reader = Reader::new(EMBEDDED);
        Self {
            words: PageWords::read(&mut reader),
            forest: Forest::read(&mut reader),
            days: Forest::read(&mut Reader::new(DAYS)),
        }
    }

    /// Writes the file of words and lines.
    pub fn write(&self, writer: &mut Writer) {
        self.words.write(writer);
        self.forest.write(writer);
    }
}

/// Words of markup with what they say about the text in them: above zero the article, below it the page around.
#[derive(Debug, Default, Clone)]
pub struct PageWords {
    /// Fingerprints and weights, in order of the fingerprints.
    pub rows: Vec<(u32, i8)>,
}

impl PageWords {
    /// The weight of a word; 0 for those that say nothing.
    pub fn weight(&self, word: u32) -> i16 {
        let found = self.rows.binary_search_by_key(&word, |row| row.0);
        found.map_or(0, |at| i16::from(self.rows[at].1))
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        let count = reader.number();
        let mut word = 0_u32;
        let words: Vec<u32> = (0..count)
            .map(|_| {
                word = word.wrapping_add(reader.number());
                word
            })
            .collect();
        let weights = reader.take(words.len());
        Self {
            rows: words.into_iter().zip(weights.iter().map(|&w| w as i8)).collect(),
        }
    }

    fn write(&self, writer: &mut Writer) {
        writer.number(self.rows.len() as u32);
        let mut last = 0;
        for &(word, _) in &self.rows {
            writer.number(word - last);
            last = word;
        }
        writer.bytes.extend(self.rows.iter().map(|row| row.1 as u8));
    }
}

/// A question of a tree: is this feature at most so much? Or an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    /// The feature, or [`Node::LEAF`].
    pub feature: u8,
    /// The most for "yes"; in a leaf, what it adds, in hundredths of a logit.
    pub value: i16,
    /// How many nodes further "no" goes on; "yes" goes on with the next.
    pub skip: u16,
}

impl Node {
    /// The mark of an answer.
    pub const LEAF: u8 = u8::MAX;
}

/// Trees whose answers are added up: gradient boosting, as Friedman described it.
#[derive(Debug, Default, Clone)]
pub struct Forest {
    /// All nodes, tree by tree.
    pub nodes: Vec<Node>,
    /// Where each tree begins.
    pub trees: Vec<u32>,
}

impl Forest {
    /// The sum of all answers for a row, in hundredths of a logit.
    pub fn score(&self, row: &[i16]) -> i32 {
        self.trees
            .iter()
            .map(|&root| self.answer(root as usize, row))
            .sum()
    }

    fn answer(&self, mut at: usize, row: &[i16]) -> i32 {
        // Each step goes forward, so it ends.
        while let Some(node) = self.nodes.get(at) {
            if node.feature == Node::LEAF {
                return i32::from(node.value);
            }
            let feature = row.get(usize::from(node.feature)).copied().unwrap_or(0);
            at += if feature <= node.value {
                1
            } else {
                usize::from(node.skip).max(1)
            };
        }
        0
    }

    /// Reads what [`Self::write`] wrote.
    pub fn read(reader: &mut Reader<'_>) -> Self {
        let count = reader.number() as usize;
        let features = reader.take(count).to_vec();
        let mut forest = Self::default();
        let mut trees = vec![0];
        // Open questions of the tree that is being read: where "no" is still to be set.
        let mut open: Vec<usize> = Vec::new();
        for (at, feature) in features.into_iter().enumerate() {
            let number = reader.number();
            let value = ((number >> 1) as i32 ^ -((number & 1) as i32)) as i16;
            forest.nodes.push(Node {
                feature,
                value,
                skip: 0,
            });
            if feature != Node::LEAF {
                open.push(at);
            } else if let Some(question) = open.pop() {
                forest.nodes[question].skip = (at + 1 - question) as u16;
            } else {
                trees.push(at as u32 + 1);
            }
        }
        trees.pop();
        forest.trees = trees;
        forest
    }

    /// Writes the trees, one after the other.
    pub fn write(&self, writer: &mut Writer) {
        writer.number(self.nodes.len() as u32);
        writer.bytes.extend(self.nodes.iter().map(|node| node.feature));
        for node in &self.nodes {
            let value = i32::from(node.value);
            writer.number(((value << 1) ^ (value >> 31)) as u32);
        }
    }
}

/// A logit in hundredths as a probability in percent, by steps that every machine takes alike.
pub fn percent(score: i32) -> i16 {
    // 1 / (1 + e^-x) at x = ln(p / (1 - p)) for p of 0.5 % to 99.5 %, made by the command in `page.toml`.
    STEPS.partition_point(|&step| step <= score) as i16
}

/// The logit in hundredths from which each percent from 1 to 100 is reached.
#[rustfmt::skip]
static STEPS: [i32; 100] = [
    -529, -418, -366, -332, -306, -284, -267, -251, -238, -225,
    -214, -204, -195, -186, -177, -170, -162, -155, -148, -142,
    -136, -130, -124, -118, -113, -107, -102, -97, -92, -87,
    -82, -78, -73, -69, -64, -60, -55, -51, -47, -43,
    -38, -34, -30, -26, -22, -18, -14, -10, -6, -2,
    2, 6, 10, 14, 18, 22, 26, 30, 34, 38,
    43, 47, 51, 55, 60, 64, 69, 73, 78, 82,
    87, 92, 97, 102, 107, 113, 118, 124, 130, 136,
    142, 148, 155, 162, 170, 177, 186, 195, 204, 214,
    225, 238, 251, 267, 284, 306, 332, 366, 418, 529,
];
