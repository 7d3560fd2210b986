//! The command line: the second door into the engine. `crossread --help` says what it takes.
//!
//! Exit status 0 done, 1 some file could not be read (the others are still reported), 2 wrong use.

mod files;
mod lines;
mod tokens;
mod wish;

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use crossread::article::document::Document;
use crossread::article::ingest::Contents;
use crossread::{Error, analyse_with, report};
use wish::{Task, Wish};

fn main() -> ExitCode {
    let wish = match wish::wish(std::env::args_os().skip(1)) {
        Ok(wish) => wish,
        Err(message) => {
            eprintln!("{message}\n\n{}", wish::USAGE);
            return ExitCode::from(2);
        }
    };
    match run(&wish) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Who reads the output has seen enough, as `head` does: no failure.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("reading or writing failed: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Does what is wished; whether every file could be read.
fn run(wish: &Wish) -> io::Result<bool> {
    let mut out = io::stdout().lock();
    match wish.task {
        Task::Help => out.write_all(wish::HELP.as_bytes()).map(|()| true),
        Task::Version => writeln!(out, "crossread {}", env!("CARGO_PKG_VERSION")).map(|()| true),
        Task::Together if wish.files.is_empty() => together(lines::articles(wish), wish, &mut out),
        Task::Together => together(files::articles(wish).map(Ok), wish, &mut out),
        Task::Each => each(wish, &mut out),
        Task::Tag => tokens::tag(&wish.model, &mut out).map(|()| true),
    }
}

/// Reads everything as one drop.
fn together(
    read: impl Iterator<Item = io::Result<Contents>>,
    wish: &Wish,
    out: &mut impl Write,
) -> io::Result<bool> {
    let mut documents = Vec::new();
    let mut failures = Vec::new();
    for articles in read {
        let read = articles?;
        for error in &read.failures {
            eprintln!("{error}");
        }
        documents.extend(read.articles);
        failures.extend(read.failures);
    }
    print(documents, &failures, wish, out)?;
    Ok(failures.is_empty())
}

/// Reads each line on its own: one report a line, written before the next line is read.
fn each(wish: &Wish, out: &mut impl Write) -> io::Result<bool> {
    let mut all_read = true;
    for articles in lines::articles(wish) {
        let read = articles?;
        for error in &read.failures {
            eprintln!("{error}");
            all_read = false;
        }
        print(read.articles, &read.failures, wish, out)?;
    }
    Ok(all_read)
}

fn print(documents: Vec<Document>, failures: &[Error], wish: &Wish, out: &mut impl Write) -> io::Result<()> {
    let analysis = analyse_with(documents, &wish.decisions, &wish.model);
    let text = if wish.json {
        report::json(&report::report(&analysis, failures))
    } else {
        report::summary::summary(&analysis)
    };
    out.write_all(text.as_bytes())?;
    out.flush()
}
