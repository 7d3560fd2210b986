//! Case files: many small named cases in one text file.
//!
//! ```text
//! --- a name in plain words ---
//! the input
//! >>>
//! what the room makes of it
//! ```
//!
//! `UPDATE=1 cargo test` writes what came back into the files; read the difference before committing it.

use std::fs;
use std::path::{Path, PathBuf};

/// Runs every case of a room; panics with all differences at once.
pub(crate) fn room(name: &str, render: impl Fn(&str) -> String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/rooms")
        .join(name);
    let mut failures = Vec::new();
    let mut count = 0;
    for file in files(&folder) {
        let text = fs::read_to_string(&file).expect("case files are UTF-8");
        let (preamble, cases) = parse(&text);
        count += cases.len();
        let mut updated = preamble;
        for case in &cases {
            let got = render(&case.input);
            if got.trim_end() != case.expected.trim_end() {
                let place = file.strip_prefix(&folder).unwrap_or(&file).display();
                let (title, expected) = (&case.title, &case.expected);
                failures.push(format!(
                    "{name}/{place}: {title}\n--- expected\n{expected}\n--- got\n{got}"
                ));
            }
            updated += &format!(
                "--- {} ---\n{}\n>>>\n{}\n\n",
                case.title,
                case.input,
                got.trim_end()
            );
        }
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&file, updated.trim_end().to_owned() + "\n").expect("the case file can be written");
        }
    }
    assert!(count > 0, "no cases below {}", folder.display());
    let updating = std::env::var_os("UPDATE").is_some();
    assert!(
        failures.is_empty() || updating,
        "{} of {count} cases differ:\n\n{}",
        failures.len(),
        failures.join("\n\n")
    );
}

struct Case {
    title: String,
    input: String,
    expected: String,
}

/// What stands before the first case (a comment on the notation), and the cases.
fn parse(text: &str) -> (String, Vec<Case>) {
    let mut preamble = String::new();
    let mut cases: Vec<Case> = Vec::new();
    let mut in_input = false;
    for line in text.lines() {
        let title = line
            .strip_prefix("--- ")
            .and_then(|rest| rest.strip_suffix(" ---"));
        match (title, cases.last_mut()) {
            (Some(title), _) => {
                cases.push(Case {
                    title: title.to_owned(),
                    input: String::new(),
                    expected: String::new(),
                });
                in_input = true;
            }
            (None, None) => preamble = preamble + line + "\n",
            (None, Some(_)) if in_input && line == ">>>" => in_input = false,
            (None, Some(case)) => {
                let part = if in_input {
                    &mut case.input
                } else {
                    &mut case.expected
                };
                part.push_str(line);
                part.push('\n');
            }
        }
    }
    for case in &mut cases {
        // The line feed before `>>>` and the blank line before the next case belong to the notation.
        case.input.pop();
        case.expected.truncate(case.expected.trim_end().len());
    }
    (preamble, cases)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|_| panic!("no folder {}", folder.display()));
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    files.sort();
    files
}
