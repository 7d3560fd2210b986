//! Numbers that look random and are the same every time.

pub(crate) struct Dice(pub u64);

impl Dice {
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    /// True with this chance.
    pub(crate) fn hides(&mut self, chance: f32) -> bool {
        (self.roll(1 << 24) as f32) < chance * (1 << 24) as f32
    }

    pub(crate) fn shuffle<T>(&mut self, row: &mut [T]) {
        for at in (1..row.len()).rev() {
            row.swap(at, self.roll(at + 1));
        }
    }
}
