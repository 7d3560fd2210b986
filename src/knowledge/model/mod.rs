//! What was trained: the tagger of English names and the reader of reported speech, their tables and their readers.
//! `MANIFEST.toml` tells how `english.bin` is made, `reports.toml` how `reports.bin` is.

mod bytes;
mod classes;
mod coding;
mod gazetteer;
mod label;
mod odds;
mod page;
mod reports;
mod weights;

pub use bytes::{Reader, Writer};
pub use classes::{Classes, LEVELS};
pub use gazetteer::{Gazetteer, Kinds, Roll};
pub use label::{COUNT, Kind, Place, Tag};
pub use odds::{Odds, SIGNS, Signs};
pub use page::{Forest, Node, PageModel, PageWords, percent};
pub use reports::Reports;
pub use weights::{Scores, Sum, Weights};

use super::lexicon::Lexicon;
use crate::text::hash;

/// Everything that the tagger looks up; flat arrays, made once.
#[derive(Debug)]
pub struct English {
    /// What each feature says about each tag.
    pub weights: Weights,
    /// How likely a name that was found is right.
    pub odds: Odds,
    /// Classes of words that stand in like places.
    pub classes: Classes,
    /// Listed names and telling words.
    pub gazetteer: Gazetteer,
}

/// The trained tables as they are built into this program.
static EMBEDDED: &[u8] = include_bytes!("english.bin");

impl English {
    /// The tables that are built into this program, with the gazetteer of `lexicon`.
    pub fn embedded(lexicon: &Lexicon) -> Self {
        let mut reader = Reader::new(EMBEDDED);
        Self {
            classes: Classes::read(&mut reader),
            weights: Weights::read(&mut reader),
            odds: Odds::read(&mut reader),
            gazetteer: Gazetteer::new(lexicon),
        }
    }

    /// The number by which a feature is known.
    #[inline]
    pub fn feature(template: u32, a: u64, b: u64) -> u32 {
        (hash::finish(hash::mix(hash::mix(a, u64::from(template)), b)) >> 32) as u32 & Weights::MASK
    }
}
