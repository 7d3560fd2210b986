//! Runs every test.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::build::{page, run};
use crate::{Outcome, needs, root};

/// Builds the page, sees to what its tests need, then runs the tests of the workspace. Tests of the page in a browser that
/// fail beside others are run once more alone, and named either way: the page, its worker, the browser and other tests share
/// the machine, and a step may come in a moment in which nobody's hand would.
pub fn all() -> Outcome {
    needs::install()?;
    page(false)?;
    let beside = Run::of(&["test", "--workspace", "--no-fail-fast"])?;
    if beside.outcome.is_ok() || beside.failed.is_empty() || beside.died {
        return beside.outcome;
    }
    let names = beside.failed.join(", ");
    println!("failed beside others, run once more alone: {names}");
    let mut words = vec!["test", "--workspace", "--test", "browser", "--"];
    words.extend(["--exact", "--test-threads=1"]);
    words.extend(beside.failed.iter().map(String::as_str));
    let alone = Run::of(&words)?;
    // A test of something else than the browser is none of these, and stays failed; so does one whose name another has.
    let steady = |name: &String| alone.passed.contains(name) && !beside.passed.contains(name);
    if alone.outcome.is_err() || !beside.failed.iter().all(steady) {
        return beside.outcome;
    }
    println!("UNSTEADY, passed alone, to be looked into: {names}");
    Ok(())
}

/// How a run of cargo's tests ended.
struct Run {
    outcome: Outcome,
    passed: Vec<String>,
    failed: Vec<String>,
    /// A program of tests ended before it told its result.
    died: bool,
}

impl Run {
    /// Runs cargo and shows what it prints.
    fn of(words: &[&str]) -> Result<Self, String> {
        let mut cargo = Command::new("cargo");
        cargo.args(words).current_dir(root()).stdout(Stdio::piped());
        let mut child = cargo.spawn().map_err(|error| format!("{cargo:?}: {error}"))?;
        let (mut passed, mut failed, mut open) = (Vec::new(), Vec::new(), 0_usize);
        for line in BufReader::new(child.stdout.take().expect("it is piped")).lines() {
            let line = line.map_err(|error| error.to_string())?;
            println!("{line}");
            let test = line
                .strip_prefix("test ")
                .and_then(|test| test.rsplit_once(" ... "));
            match test {
                Some((name, "ok")) => passed.push(name.to_owned()),
                Some((name, "FAILED")) => failed.push(name.to_owned()),
                _ if line.starts_with("running ") => open += 1,
                _ if line.starts_with("test result: ") => open = open.saturating_sub(1),
                _ => {}
            }
        }
        let status = child.wait().map_err(|error| error.to_string())?;
        let outcome = if status.success() {
            Ok(())
        } else {
            Err(format!("{cargo:?} failed ({status})"))
        };
        Ok(Self {
            outcome,
            passed,
            failed,
            died: open > 0,
        })
    }
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
