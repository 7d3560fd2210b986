//! The trained sequence tagger: which runs of tokens are names, and of which kind.
//!
//! [`Page`] holds a document's tokens as numbers, [`features`] says what is looked at, [`decode`] finds the best
//! tags, [`Votes`] carry what a first reading found to the second. Training uses the same functions, so what is
//! trained and what runs cannot drift apart.

mod candidates;
pub mod decode;
pub mod features;
mod form;
mod page;
mod settle;
mod signs;
mod tags;
mod votes;

pub use form::{Case, Form};
pub use page::{Line, LineKind, Page, line_kind};
pub use tags::{Reading, Support, Tagged, around, read};
pub use votes::{Ballot, Votes};
