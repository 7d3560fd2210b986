//! Positions in a text and ways to look at its characters. Depends on nothing.

pub mod class;
pub mod decimal;
pub mod fold;
pub mod hash;
pub mod kinds;
mod offsets;
pub mod shingles;
mod span;
pub mod stem;

pub use offsets::{Offsets, Unit};
pub use span::Span;
