//! A summary that people can read in a terminal.

use crate::Analysis;

/// The analysis as plain text: cards, verdict, ledger.
pub fn summary(_analysis: &Analysis) -> String {
    String::new()
}
