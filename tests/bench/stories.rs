//! Made-up stories, each in several versions.

use crate::dice::Dice;
use crate::texts::{edited, sentence};

/// One of five versions of a story of some five hundred words.
pub(crate) fn article(story: usize, version: usize) -> String {
    let mut dice = Dice(1_000 + story as u64);
    let first: Vec<String> = (0..24).map(|_| sentence(&mut dice)).collect();
    let mut dice = Dice((story * 7 + version) as u64);
    edited(&first, 25 * version, &mut dice).join("\n")
}
