//! The developer's door as a library: what `cargo xtask` does, and what the browser tests share with it.

// Every failure here is a message for the developer that says what to do; there is no more to document.
#![allow(clippy::missing_errors_doc)]

pub mod browser;
pub mod build;
pub mod crowd;
pub mod gallery;
pub mod needs;
pub mod pace;
pub mod serve;
pub mod site;
pub mod size;
pub mod tasks;
pub mod tests;
pub mod train;
pub mod waits;

use std::path::PathBuf;

/// What every step answers: nothing, or what went wrong and what to do.
pub type Outcome = Result<(), String>;

/// The project's root folder.
pub fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).map_or_else(PathBuf::new, PathBuf::from)
}

/// Where everything that is made goes.
pub fn folder() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |set| root().join(set))
}
