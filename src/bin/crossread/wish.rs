//! What the words of the command line ask for.

use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::PathBuf;

use crossread::article::decisions::Decisions;
use crossread::article::document::Day;
use crossread::article::ingest::Format;
use crossread::article::times::calendar;
use crossread::knowledge::Model;
use crossread::report::project;

/// How it is called, in short.
pub(crate) const USAGE: &str = "\
use: crossread FILE|FOLDER… [--json] [--from FORMAT] [--date YYYY-MM-DD] [--project FILE]
     crossread [--json] < articles.ndjson
     crossread each [--json] < articles.ndjson
     crossread tag --tokens < tokens.tsv
     crossread --help | --version";

/// How it is called, in full.
pub(crate) const HELP: &str = "\
Crossread reads several news articles about one story and shows what a careful editor would see.

  crossread FILE|FOLDER…                reads the files together; of a folder, all files in it that are not hidden
  crossread < articles.ndjson           reads one JSON object a line, all lines together
  crossread each < articles.ndjson      reads each line on its own, one report a line, as they come
  crossread tag --tokens < tokens.tsv   labels text that is cut into tokens: a token a line, a blank line behind
                                        each sentence; prints token<TAB>BIO

  --json             prints the report as JSON instead of a summary
  --from FORMAT      what all files are (txt, md, html, eml, docx, xml, json …); without it their content tells
  --date YYYY-MM-DD  the day of publication of articles that state none
  --project FILE     applies the corrections of a project file that the page saved
  --                 all words behind it are files
  --help, --version

A line has \"file\" (its name), \"text\" or \"base64\" (its content), and if wanted \"format\", \"date\" and \"url\".
The order of files or lines has no influence on the result.

Exit status: 0 done; 1 some file could not be read: the others are still reported, the reason is on standard error
and in the report; 2 wrong use.
";

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Task {
    /// Read everything as one drop: the files, or without any the lines of standard input.
    Together,
    /// Read each line of standard input on its own.
    Each,
    /// Label the tokens of standard input.
    Tag,
    /// Say how it is called.
    Help,
    /// Say which version this is.
    Version,
}

/// What the words of the command line ask for.
pub(crate) struct Wish {
    pub(crate) task: Task,
    pub(crate) files: Vec<PathBuf>,
    pub(crate) json: bool,
    pub(crate) format: Option<Format>,
    pub(crate) date: Option<Day>,
    pub(crate) decisions: Decisions,
    pub(crate) model: Model,
}

/// The wish that the words spell, or what is wrong with them.
pub(crate) fn wish(words: impl Iterator<Item = OsString>) -> Result<Wish, String> {
    let mut wish = Wish {
        task: Task::Together,
        files: Vec::new(),
        json: false,
        format: None,
        date: None,
        decisions: Decisions::default(),
        model: Model::embedded(),
    };
    let mut words = words.peekable();
    // Only the first word can be a task: a file of that name is `./each`, `./tag`.
    if words.next_if(|word| word == "each").is_some() {
        wish.task = Task::Each;
    } else if words.next_if(|word| word == "tag").is_some() {
        wish.task = Task::Tag;
        if words.next_if(|word| word == "--tokens").is_none() {
            return Err("tag takes --tokens, and tokens on standard input".to_owned());
        }
    }
    while let Some(word) = words.next() {
        let mut value = |name: &str| {
            let value = words.next().and_then(|value| value.into_string().ok());
            value.ok_or_else(|| format!("{name} takes a value"))
        };
        match word.to_str() {
            Some("--json") => wish.json = true,
            Some("--help" | "-h") => wish.task = Task::Help,
            Some("--version" | "-V") => wish.task = Task::Version,
            Some("--from") => wish.format = Some(format(&value("--from")?)?),
            Some("--date") => wish.date = Some(date(&value("--date")?)?),
            Some("--project") => wish.decisions = decisions(&value("--project")?)?,
            Some("--") => wish.files.extend(words.by_ref().map(PathBuf::from)),
            Some(option) if option.starts_with('-') && option != "-" => {
                return Err(format!("there is no option {option}"));
            }
            _ => wish.files.push(word.into()),
        }
        if matches!(wish.task, Task::Help | Task::Version) {
            return Ok(wish);
        }
    }
    reads_something(&wish)?;
    Ok(wish)
}

fn reads_something(wish: &Wish) -> Result<(), String> {
    let task = match wish.task {
        Task::Each => "each",
        Task::Tag => "tag",
        _ => "",
    };
    if !task.is_empty() && !wish.files.is_empty() {
        return Err(format!("{task} reads standard input and takes no files"));
    }
    if wish.files.is_empty() && std::io::stdin().is_terminal() {
        return Err("name a file, or give articles on standard input".to_owned());
    }
    Ok(())
}

fn format(name: &str) -> Result<Format, String> {
    Format::named(name).ok_or_else(|| format!("--from {name}: no format of that name is read"))
}

fn date(word: &str) -> Result<Day, String> {
    calendar::day_of(word).ok_or_else(|| format!("--date {word}: no day; write it as 2025-08-07"))
}

fn decisions(path: &str) -> Result<Decisions, String> {
    let refused = |reason: &str| format!("--project {path}: {reason}");
    let json = std::fs::read_to_string(path).map_err(|error| refused(&error.to_string()))?;
    let read = project::decisions(&json);
    let (decisions, unread) = read.ok_or_else(|| refused("it is no project file; save one in the page"))?;
    if unread > 0 {
        return Err(refused(
            "it has corrections that this version does not know; use a newer one",
        ));
    }
    Ok(decisions)
}
