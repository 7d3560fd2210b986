//! The verdict: one sentence about the whole drop, and what it rests on.

use super::view::Verdict;
use crate::Analysis;

/// What can be said about the whole drop.
pub fn verdict(_analysis: &Analysis) -> Verdict {
    Verdict {
        headline: String::new(),
        details: Vec::new(),
        set_aside: Vec::new(),
        pair: None,
    }
}
