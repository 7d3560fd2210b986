//! Promises that the compiler cannot keep: which room knows which, how large a file may grow, what must not be in the
//! repository. Each check is a function from a file to its complaints, tried on a bad file first; a complaint says
//! what to do.

mod layers;
mod page;
mod repository;
mod sources;
mod tree;

use tree::Files;

/// Runs a check on every file that `wanted` takes; panics with all complaints at once.
fn hold(files: &Files, wanted: impl Fn(&str) -> bool, check: impl Fn(&str, &str) -> Vec<String>) {
    let mut seen = 0;
    let mut complaints = Vec::new();
    for (path, text) in files.iter().filter(|(path, _)| wanted(path)) {
        seen += 1;
        complaints.extend(
            check(path, text)
                .into_iter()
                .map(|what| format!("{path}: {what}")),
        );
    }
    assert!(
        seen > 0,
        "no file was looked at: the check looks in the wrong place"
    );
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

/// Whether a path ends in this extension.
fn is(path: &str, extension: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, end)| end == extension)
}

/// The code of a Rust file: without comments and without the unit tests at its end.
fn code(text: &str) -> String {
    let code = text.split("#[cfg(test)]").next().unwrap_or(text);
    let lines = code.lines().map(|line| {
        if line.trim_start().starts_with("//") {
            ""
        } else {
            line
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}
