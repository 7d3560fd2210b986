//! Who comes from whom by what is told, through others too.

use super::wordings::Members;

/// For each member of a group its copies and its sources. What comes from a copy comes from its source.
pub(super) struct Told {
    copies: Vec<Members>,
    sources: Vec<Members>,
}

impl Told {
    /// Of pairs of a source and its copy, of which those with the latest source come first: all that come from its copies are
    /// known by then.
    pub(super) fn new(count: usize, pairs: impl Iterator<Item = (usize, usize)>) -> Self {
        let mut told = Self {
            copies: vec![Members::none(count); count],
            sources: vec![Members::none(count); count],
        };
        for (x, y) in pairs {
            told.put(x, y);
            for further in 0..count {
                if told.has(y, further) {
                    told.put(x, further);
                }
            }
        }
        told
    }

    fn put(&mut self, x: usize, y: usize) {
        self.copies[x].put(y);
        self.sources[y].put(x);
    }

    /// All pairs of a source and what comes from it.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        let all = 0..self.copies.len();
        let copies = move |x| all.clone().map(move |y| (x, y));
        let pairs = (0..self.copies.len()).flat_map(copies);
        pairs.filter(|&(x, y)| self.has(x, y))
    }

    /// Whether `y` comes from `x`.
    fn has(&self, x: usize, y: usize) -> bool {
        self.copies[x].has(y)
    }

    /// The first who comes from `x` and whom `y` comes from.
    pub(super) fn between(&self, x: usize, y: usize) -> Option<usize> {
        (0..self.copies.len()).find(|&at| self.has(x, at) && self.has(at, y))
    }

    /// Whether what `y` and others have and `x` lacks is told to come from `y`, or from one between; `later` are others that may
    /// have it from `y`.
    pub(super) fn explains(
        &self,
        holders: &Members,
        (x, y): (usize, usize),
        later: impl Fn(usize) -> u64,
    ) -> bool {
        holders.within(|word| self.copies[y].word(word) | later(word), y)
            || holders.meets(|word| self.copies[x].word(word) & self.sources[y].word(word))
    }
}
