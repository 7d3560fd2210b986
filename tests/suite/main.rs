//! The integration suite. `check` is its only part that calls the library.

mod check;
mod comparing;
mod dates;
mod laws;
mod laws_language;
mod rooms;
