//! How likely a name is right, from the signs that speak for and against it.

use super::bytes::{Reader, Writer};

/// How many signs there are: 27 that are there or not, and the margin up to three bounds.
pub const SIGNS: usize = 30;

/// What each sign amounts to; one that is there or not amounts to 100 or 0.
pub type Signs = [i16; SIGNS];

/// A logistic regression: thousandths of the logarithm of the odds, for each hundred of a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Odds {
    /// Where no sign is there.
    pub base: i32,
    /// For a hundred of each sign.
    pub weights: [i32; SIGNS],
}

impl Odds {
    /// The logarithm of the odds that a name with these signs is right, in thousandths.
    pub fn of(&self, signs: &Signs) -> i32 {
        let each = self.weights.iter().zip(signs);
        self.base + each.map(|(&weight, &sign)| weight * i32::from(sign)).sum::<i32>() / 100
    }

    /// Reads what [`Self::write`] wrote.
    pub fn read(reader: &mut Reader<'_>) -> Self {
        let mut odds = Self {
            base: reader.signed(),
            ..Self::default()
        };
        for weight in &mut odds.weights {
            *weight = reader.signed();
        }
        odds
    }

    /// Writes the numbers in order.
    pub fn write(&self, writer: &mut Writer) {
        writer.signed(self.base);
        for &weight in &self.weights {
            writer.signed(weight);
        }
    }
}
