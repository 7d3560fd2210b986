//! Joining things two by two.

/// Which things are one, as a forest whose roots are the first of each group.
pub(in crate::comparison) struct Groups {
    parent: Vec<usize>,
}

impl Groups {
    /// So many things, each alone.
    pub(in crate::comparison) fn new(count: usize) -> Self {
        Self {
            parent: (0..count).collect(),
        }
    }

    /// The first of the group of a thing.
    pub(in crate::comparison) fn find(&mut self, mut at: usize) -> usize {
        while self.parent[at] != at {
            self.parent[at] = self.parent[self.parent[at]];
            at = self.parent[at];
        }
        at
    }

    /// Makes the groups of two things one.
    pub(in crate::comparison) fn join(&mut self, x: usize, y: usize) {
        let (x, y) = (self.find(x), self.find(y));
        let (first, second) = (x.min(y), x.max(y));
        self.parent[second] = first;
    }

    /// Marks all of each group of which one is marked.
    pub(in crate::comparison) fn spread(&mut self, marked: &mut [bool]) {
        // The first of each group stands for it, and comes before the others.
        for at in 0..marked.len() {
            let first = self.find(at);
            marked[first] |= marked[at];
        }
        for at in 0..marked.len() {
            marked[at] = marked[self.find(at)];
        }
    }
}
