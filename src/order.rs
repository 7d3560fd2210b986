//! Sorting that is compiled once.
//!
//! The standard library compiles its sorting routine anew for every type and every comparison: 370 functions, a sixth of
//! the page's code. Here one routine sorts the places of the items, asking for each comparison by a call, and then the
//! items are put in those places. That call is what it costs, so large tables of numbers keep `sort_unstable`.
//!
//! So it is with its trees: [`Map`] and [`Set`] keep the order of places in one compiled routine.

mod maps;
mod places;

use std::cmp::Ordering;

pub(crate) use maps::{Map, Set};

/// Stable sorting of lists, with the meaning of `sort`, `sort_by` and `sort_by_key`.
pub(crate) trait Arrange<T> {
    /// Smallest first.
    fn arrange(&mut self)
    where
        T: Ord;

    /// By `compare`, a total order.
    fn arrange_by(&mut self, compare: impl Fn(&T, &T) -> Ordering);

    /// By `key`, smallest first; it is asked for at every comparison.
    fn arrange_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K);
}

impl<T> Arrange<T> for [T] {
    fn arrange(&mut self)
    where
        T: Ord,
    {
        self.arrange_by(T::cmp);
    }

    fn arrange_by(&mut self, compare: impl Fn(&T, &T) -> Ordering) {
        if self.len() < 2 {
            return;
        }
        let places = sorted(self.len(), &|x: u32, y: u32| {
            compare(&self[x as usize], &self[y as usize])
        });
        places::settle(places, &mut &mut *self);
    }

    fn arrange_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        self.arrange_by(|x, y| key(x).cmp(&key(y)));
    }
}

/// How two items stand to each other; as [`places::Sought`] is.
trait Order {
    fn compare(&self, x: u32, y: u32) -> Ordering;
}

impl<F: Fn(u32, u32) -> Ordering> Order for F {
    fn compare(&self, x: u32, y: u32) -> Ordering {
        self(x, y)
    }
}

/// The places of `len` items in their order.
fn sorted(len: usize, order: &dyn Order) -> Vec<u32> {
    let mut places: Vec<u32> = (0..len as u32).collect();
    places.sort_by(|&x, &y| order.compare(x, y));
    places
}

/// The items as a set.
pub(crate) fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> Set<T> {
    items.into_iter().collect()
}

/// The pairs as a map; of two with one key the last stays.
pub(crate) fn map<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> Map<K, V> {
    pairs.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::Arrange;

    /// Five items with every choice of keys, equal ones too: the same as the standard library makes of them.
    #[test]
    fn arranges_as_the_standard_library_sorts() {
        for code in 0..3125_usize {
            let items: Vec<(usize, usize)> =
                (0..5).map(|i| (code / 5_usize.pow(i) % 5, i as usize)).collect();
            let (mut ours, mut theirs) = (items.clone(), items);
            ours.arrange_by_key(|item| item.0);
            theirs.sort_by_key(|item| item.0);
            assert_eq!(ours, theirs);
        }
    }
}
