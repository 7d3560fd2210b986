//! Runs every test.

use std::process::Command;

use crate::build::{page, run};
use crate::{Outcome, needs};

/// Builds the page, sees to what its tests need, then runs the tests of the workspace.
pub fn all() -> Outcome {
    needs::install()?;
    page(false)?;
    run(Command::new("cargo").args(["test", "--workspace"]))
}
