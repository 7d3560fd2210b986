//! Maps and sets in the order of their keys whose search is compiled once.

use std::borrow::Borrow;

use super::places::{self, Places, Spot};

/// What a `BTreeMap` is, without removal of single keys. Items stand in the order in which they were put in.
#[derive(Debug, Clone)]
pub(crate) struct Map<K, V> {
    items: Vec<(K, V)>,
    places: Places,
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K, V> Map<K, V> {
    pub(crate) fn new() -> Self {
        Self {
            items: Vec::new(),
            places: Places::default(),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// All, smallest key first.
    pub(crate) fn iter(&self) -> Iter<'_, K, V> {
        Iter {
            items: &self.items,
            places: self.places.iter(),
        }
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = &K> {
        self.iter().map(|(key, _)| key)
    }

    pub(crate) fn values(&self) -> impl Iterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }

    pub(crate) fn into_values(self) -> impl Iterator<Item = V> {
        self.into_iter().map(|(_, value)| value)
    }

    /// All values, in the order in which their keys were put in.
    pub(crate) fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.items.iter_mut().map(|(_, value)| value)
    }

    pub(crate) fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let place = self.find(key).ok()?;
        Some(&self.items[place as usize].1)
    }

    pub(crate) fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let place = self.find(key).ok()?;
        Some(&mut self.items[place as usize].1)
    }

    pub(crate) fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).is_ok()
    }

    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Result<u32, Spot>
    where
        K: Borrow<Q>,
    {
        let compare = |place: u32| self.items[place as usize].0.borrow().cmp(key);
        self.places.find(&compare)
    }
}

impl<K: Ord, V> Map<K, V> {
    /// Puts a value in; returns the one that stood there.
    pub(crate) fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.find(&key) {
            Ok(place) => Some(std::mem::replace(&mut self.items[place as usize].1, value)),
            Err(spot) => {
                self.push(spot, key, value);
                None
            }
        }
    }

    /// What stands at a key or is put there.
    pub(crate) fn entry(&mut self, key: K) -> Entry<'_, K, V> {
        Entry { map: self, key }
    }

    fn push(&mut self, spot: Spot, key: K, value: V) {
        self.places.insert(spot, self.items.len() as u32);
        self.items.push((key, value));
    }
}

/// A key of a map, whether something stands there or not.
pub(crate) struct Entry<'a, K, V> {
    map: &'a mut Map<K, V>,
    key: K,
}

impl<'a, K: Ord, V> Entry<'a, K, V> {
    pub(crate) fn or_insert_with(self, value: impl FnOnce() -> V) -> &'a mut V {
        let place = match self.map.find(&self.key) {
            Ok(place) => place as usize,
            Err(spot) => {
                self.map.push(spot, self.key, value());
                self.map.items.len() - 1
            }
        };
        &mut self.map.items[place].1
    }

    pub(crate) fn or_insert(self, value: V) -> &'a mut V {
        self.or_insert_with(|| value)
    }

    pub(crate) fn or_default(self) -> &'a mut V
    where
        V: Default,
    {
        self.or_insert_with(V::default)
    }
}

/// The items of a map in the order of their keys.
pub(crate) struct Iter<'a, K, V> {
    items: &'a [(K, V)],
    places: places::Iter<'a>,
}

impl<'a, K, V> Iterator for Iter<'a, K, V> {
    type Item = (&'a K, &'a V);

    fn next(&mut self) -> Option<Self::Item> {
        let (key, value) = &self.items[self.places.next()? as usize];
        Some((key, value))
    }
}

impl<K, V> DoubleEndedIterator for Iter<'_, K, V> {
    fn next_back(&mut self) -> Option<Self::Item> {
        let (key, value) = &self.items[self.places.next_back()? as usize];
        Some((key, value))
    }
}

impl<'a, K, V> IntoIterator for &'a Map<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(mut self) -> Self::IntoIter {
        self.places.settle(&mut self.items.as_mut_slice());
        self.items.into_iter()
    }
}

impl<K: Ord, V> Extend<(K, V)> for Map<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, pairs: I) {
        for (key, value) in pairs {
            self.insert(key, value);
        }
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let mut map = Self::new();
        map.extend(pairs);
        map
    }
}

/// What a `BTreeSet` is, without removal.
#[derive(Debug, Clone)]
pub(crate) struct Set<T>(Map<T, ()>);

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self(Map::new())
    }
}

impl<T: Ord> Set<T> {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All, the smallest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.keys()
    }

    pub(crate) fn contains<Q: Ord + ?Sized>(&self, item: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.0.contains_key(item)
    }

    /// What both have, the smallest first.
    pub(crate) fn intersection<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a T> {
        self.iter().filter(|item| other.contains(*item))
    }

    /// Puts an item in; whether it is new.
    pub(crate) fn insert(&mut self, item: T) -> bool {
        self.0.insert(item, ()).is_none()
    }
}

impl<T> IntoIterator for Set<T> {
    type Item = T;
    type IntoIter = std::iter::Map<std::vec::IntoIter<(T, ())>, fn((T, ())) -> T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter().map(|(item, ())| item)
    }
}

impl<T: Ord> Extend<T> for Set<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        for item in items {
            self.insert(item);
        }
    }
}

impl<T: Ord> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut set = Self::new();
        set.extend(items);
        set
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::{Map, Set};

    /// Numbers below `end` in no order, some of them more than once.
    fn dice(seed: u64, end: u64) -> impl FnMut() -> u64 {
        let mut state = seed;
        move || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % end
        }
    }

    /// Few keys and many, so few that all lie in one chunk and so many that chunks are cut often: whatever is asked, it is
    /// what the standard library answers.
    #[test]
    fn answers_as_the_standard_library_does() {
        for (seed, count, end) in [
            (1, 0, 1),
            (2, 1, 1),
            (3, 40, 6),
            (4, 300, 1000),
            (5, 60_000, 50_000),
        ] {
            let mut dice = dice(seed, end);
            let (mut ours, mut theirs) = (Map::new(), BTreeMap::new());
            for at in 0..count {
                let (way, key) = (dice(), dice());
                match way % 3 {
                    0 => assert_eq!(ours.insert(key, at), theirs.insert(key, at)),
                    1 => {
                        *ours.entry(key).or_default() +=
                            *theirs.entry(key).and_modify(|n| *n += 1).or_default();
                    }
                    _ => assert_eq!(ours.entry(key).or_insert(at), theirs.entry(key).or_insert(at)),
                }
                // What was added above is not the same in both.
                ours.insert(key, theirs[&key]);
                let asked = dice();
                assert_eq!(ours.get(&asked), theirs.get(&asked));
                assert_eq!(ours.get_mut(&asked), theirs.get_mut(&asked));
                assert_eq!(ours.contains_key(&asked), theirs.contains_key(&asked));
            }
            assert_eq!((ours.len(), ours.is_empty()), (theirs.len(), theirs.is_empty()));
            assert!(ours.iter().eq(&theirs) && ours.iter().rev().eq(theirs.iter().rev()));
            assert!(ours.keys().eq(theirs.keys()) && ours.values().eq(theirs.values()));
            ours.values_mut().for_each(|value| *value += 1);
            for value in theirs.values_mut() {
                *value += 1;
            }
            assert!(ours.clone().into_values().eq(theirs.clone().into_values()));
            assert!(ours.into_iter().eq(theirs));
        }
    }

    #[test]
    fn sets_are_those_of_the_standard_library() {
        for (seed, count, end) in [(1, 0, 1), (2, 9, 5), (3, 2000, 1500)] {
            let mut dice = dice(seed, end);
            let items: Vec<u64> = (0..2 * count).map(|_| dice()).collect();
            let (one, other) = items.split_at(count);
            let (mut ours, mut theirs) = (Set::new(), BTreeSet::new());
            for item in one {
                assert_eq!(ours.insert(*item), theirs.insert(*item));
            }
            let (others, those) = (
                crate::order::set(other.iter().copied()),
                other.iter().copied().collect(),
            );
            assert!(ours.intersection(&others).eq(theirs.intersection(&those)));
            assert!((0..end).all(|item| ours.contains(&item) == theirs.contains(&item)));
            assert_eq!((ours.len(), ours.is_empty()), (theirs.len(), theirs.is_empty()));
            assert!(ours.iter().eq(&theirs) && ours.into_iter().eq(theirs));
        }
    }

    /// Keys that come in their order or against it do not make one chunk of all.
    #[test]
    fn order_of_insertion_does_not_matter() {
        let there: Map<u32, u32> = (0..9000).map(|n| (n, n)).collect();
        let back: Map<u32, u32> = (0..9000).rev().map(|n| (n, n)).collect();
        assert!(there.iter().eq(back.iter()) && there.keys().copied().eq(0..9000));
    }
}
