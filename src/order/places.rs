//! An order of numbers that is kept without knowing what they stand for.

use std::cmp::Ordering;
use std::iter::Flatten;
use std::slice;

/// How an item stands to the one that is looked for. Closures are asked through this trait, since the table of a `dyn Fn`
/// holds their code three times.
pub(super) trait Sought {
    fn compare(&self, place: u32) -> Ordering;
}

impl<F: Fn(u32) -> Ordering> Sought for F {
    fn compare(&self, place: u32) -> Ordering {
        self(place)
    }
}

/// Items that are sorted by their places.
pub(super) trait Items {
    fn swap(&mut self, x: usize, y: usize);
}

impl<T> Items for &mut [T] {
    fn swap(&mut self, x: usize, y: usize) {
        <[T]>::swap(self, x, y);
    }
}

/// How many places one chunk holds at least before it is cut in two. A chunk holds one more for every chunk that there
/// is, so that neither one chunk nor their list grows faster than the root of all.
const CHUNK: usize = 128;

/// Places of items, in the order of those.
#[derive(Debug, Clone, Default)]
pub(super) struct Places(Vec<Vec<u32>>);

/// Where a place would stand: its chunk, and its number in that.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot(usize, usize);

impl Places {
    /// The place that `sought` calls equal, or the spot for one that is; of all others it says how they stand to that.
    #[inline(never)]
    pub(super) fn find(&self, sought: &dyn Sought) -> Result<u32, Spot> {
        let later = self.0.get(1..).unwrap_or_default();
        let chunk =
            later.partition_point(|chunk| chunk.first().is_some_and(|&place| sought.compare(place).is_le()));
        let Some(places) = self.0.get(chunk) else {
            return Err(Spot(0, 0));
        };
        match places.binary_search_by(|&place| sought.compare(place)) {
            Ok(at) => Ok(places[at]),
            Err(at) => Err(Spot(chunk, at)),
        }
    }

    /// Puts a place where [`Self::find`] did not find it.
    #[inline(never)]
    pub(super) fn insert(&mut self, Spot(chunk, at): Spot, place: u32) {
        let most = CHUNK + self.0.len();
        let Some(places) = self.0.get_mut(chunk) else {
            self.0.push(vec![place]);
            return;
        };
        places.insert(at, place);
        if places.len() > most {
            let rest = places.split_off(places.len() / 2);
            self.0.insert(chunk + 1, rest);
        }
    }

    /// Brings the items themselves into their order.
    pub(super) fn settle(&self, items: &mut dyn Items) {
        settle(self.0.concat(), items);
    }

    /// All, in their order.
    pub(super) fn iter(&self) -> Iter<'_> {
        Iter(self.0.iter().flatten())
    }
}

/// Places one after the other.
#[derive(Debug, Clone)]
pub(super) struct Iter<'a>(Flatten<slice::Iter<'a, Vec<u32>>>);

impl Iterator for Iter<'_> {
    type Item = u32;

    #[inline(never)]
    fn next(&mut self) -> Option<u32> {
        self.0.next().copied()
    }
}

impl DoubleEndedIterator for Iter<'_> {
    #[inline(never)]
    fn next_back(&mut self) -> Option<u32> {
        self.0.next_back().copied()
    }
}

/// Brings items into an order: `places` says which item comes first, which second ….
#[inline(never)]
pub(super) fn settle(mut places: Vec<u32>, items: &mut dyn Items) {
    for start in 0..places.len() {
        let mut at = start;
        while places[at] as usize != start {
            let from = places[at] as usize;
            items.swap(at, from);
            places[at] = at as u32;
            at = from;
        }
        places[at] = at as u32;
    }
}
