//! The command line: the second door into the engine.
//!
//! `crossread FILE… [--json] [--from FORMAT] [--date 2025-08-07]`. Exit status 0 done, 1 some file could not be
//! read, 2 wrong use.

use std::process::ExitCode;

use crossread::article::document::{Day, Document};
use crossread::article::ingest::{File, Format, ingest};
use crossread::article::times::calendar;
use crossread::knowledge::Model;
use crossread::{Error, analyse, report};

const USAGE: &str = "use: crossread FILE… [--json] [--from FORMAT] [--date YYYY-MM-DD]";

/// What the words of the command line ask for.
#[derive(Default)]
struct Wish {
    files: Vec<String>,
    json: bool,
    format: Option<Format>,
    date: Option<Day>,
}

fn main() -> ExitCode {
    let Some(wish) = wish(std::env::args().skip(1)) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let model = Model::embedded();
    let mut documents = Vec::new();
    let mut failed = false;
    let mut failures = Vec::new();
    for path in &wish.files {
        match read(path, &wish, &model) {
            Ok(read) => documents.extend(read),
            Err(Failure::File(message)) => {
                failed = true;
                eprintln!("{message}");
            }
            Err(Failure::Content(error)) => {
                failed = true;
                eprintln!("{error}");
                failures.push(error);
            }
        }
    }
    let analysis = analyse(documents, &model);
    if wish.json {
        print!("{}", report::json(&report::report(&analysis, &failures)));
    } else {
        print!("{}", report::summary::summary(&analysis, &failures));
    }
    if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

enum Failure {
    File(String),
    Content(Error),
}

fn read(path: &str, wish: &Wish, model: &Model) -> Result<Vec<Document>, Failure> {
    let bytes =
        std::fs::read(path).map_err(|error| Failure::File(format!("{path} cannot be opened: {error}")))?;
    let name = path.rsplit('/').next().unwrap_or(path);
    let file = File {
        name,
        bytes: &bytes,
        format: wish.format,
        date: wish.date,
    };
    ingest(&file, model).map_err(Failure::Content)
}

/// The wish that the words spell; `None` where they spell none.
fn wish(mut words: impl Iterator<Item = String>) -> Option<Wish> {
    let mut wish = Wish::default();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--json" => wish.json = true,
            "--from" => wish.format = Some(Format::named(&words.next()?)?),
            "--date" => wish.date = Some(calendar_day(&words.next()?)?),
            _ if word.starts_with("--") => return None,
            _ => wish.files.push(word),
        }
    }
    (!wish.files.is_empty()).then_some(wish)
}

/// A day in ISO 8601, if it exists.
fn calendar_day(word: &str) -> Option<Day> {
    let mut parts = word.split('-');
    let day = Day {
        year: Some(parts.next()?.parse().ok()?),
        month: parts.next()?.parse().ok()?,
        day: parts.next()?.parse().ok()?,
    };
    (parts.next().is_none() && calendar::exists(day)).then_some(day)
}
