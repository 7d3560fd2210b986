//! Accuracy on labelled data that lies beside the project, held by a ratchet: `tests/score/scores.tsv` may only rise.
//!
//! Where the data is absent a score is skipped, and says so. `UPDATE=1 cargo test --test score` writes higher scores
//! into the file.

#![allow(clippy::unwrap_used)] // Broken data is to stop the scoring.

mod alignment;
mod copies;
#[path = "../../src/xtask/src/train/pages/deal.rs"]
mod deal;
mod invented;
mod ledger;
mod ratchet;

#[path = "../suite/check/dice.rs"]
mod dice;
#[path = "../suite/check/drop.rs"]
mod drop;
mod names;
mod pages;
mod pairs;
#[path = "../suite/check/paragraphs.rs"]
mod paragraphs;
#[path = "../suite/check/plain.rs"]
mod plain;
mod quotes;
mod rows;
mod seeds;
mod sentences;
mod signed;
mod times;
