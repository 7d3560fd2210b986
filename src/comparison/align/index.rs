//! Which lines hold a word: one look at it tells all of them, and most lines share few.

/// The keys of some lines. Only for keys that [`mix`](crate::text::shingles::mix) has spread: their first bits are the
/// number of a bucket, of which there are about as many as keys.
#[derive(Debug)]
pub(super) struct Index {
    shift: u32,
    // For each bucket where its keys begin; one more, where the last ends.
    starts: Vec<u32>,
    keys: Vec<(u64, Holder)>,
}

/// Where a key stands.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Holder {
    /// The number of the line among those given.
    pub(super) line: u32,
    /// The number of the key in its line.
    pub(super) place: u32,
}

impl Index {
    /// The keys of each line.
    pub(super) fn new<K: Iterator<Item = u64>>(lines: impl Iterator<Item = K>) -> Self {
        let mut all: Vec<(u64, Holder)> = Vec::new();
        for (line, keys) in (0..).zip(lines) {
            all.extend((0..).zip(keys).map(|(place, key)| (key, Holder { line, place })));
        }
        let bits = all.len().max(2).ilog2();
        let shift = u64::BITS - bits;
        let mut starts = vec![0; (1 << bits) + 1];
        for (key, _) in &all {
            starts[(key >> shift) as usize] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        // From the back: a bucket is full when its first key is there.
        let mut keys = vec![(0, Holder::default()); all.len()];
        for held in all.into_iter().rev() {
            let start = &mut starts[(held.0 >> shift) as usize];
            *start -= 1;
            keys[*start as usize] = held;
        }
        Self { shift, starts, keys }
    }

    /// Where a key stands, by line.
    pub(super) fn of(&self, key: u64) -> impl Iterator<Item = Holder> {
        let bucket = (key >> self.shift) as usize;
        let held = &self.keys[self.starts[bucket] as usize..self.starts[bucket + 1] as usize];
        let same = held.iter().filter(move |(other, _)| *other == key);
        same.map(|(_, holder)| *holder)
    }
}
