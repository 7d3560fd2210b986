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

/// Damages files of one format, or of each, for some seconds; what breaks a law is kept in `tests/formats/regressions`.
///
/// The format is the first word, `--seconds` (60 without it) and `--seed` follow.
pub fn fuzz(words: &[String]) -> Outcome {
    let after = |name: &str| {
        let at = words.iter().position(|word| word == name)?;
        words.get(at + 1).map(String::as_str)
    };
    let mut test = Command::new("cargo");
    test.args([
        "test",
        "--test",
        "suite",
        "damaged_files_of_every_format",
        "--",
        "--nocapture",
    ]);
    if let Some(format) = words.first().filter(|word| !word.starts_with("--")) {
        test.env("FUZZ", format);
    }
    test.env("FUZZ_SECONDS", after("--seconds").unwrap_or("60"));
    run(test.env("FUZZ_SEED", after("--seed").unwrap_or("7")))
}
