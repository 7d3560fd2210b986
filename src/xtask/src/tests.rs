//! Runs every test.

use std::process::Command;

use crate::Outcome;
use crate::build::{page, run};

/// Builds the page, then runs the tests of the workspace.
pub(crate) fn all() -> Outcome {
    page(false)?;
    run(Command::new("cargo").args(["test", "--workspace"]))
}
