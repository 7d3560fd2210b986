//! Articles from standard input: one JSON object a line, `{"file", "text" or "base64", "format", "date", "url"}`.

use std::io::{self, BufRead, Read};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use crossread::Error;
use crossread::article::document::Field;
use crossread::article::ingest::{Contents, File, Format, MAX_BYTES, ingest};
use crossread::article::times::calendar;
use crossread::error::ErrorKind;
use serde::Deserialize;
use serde_json::error::Category;

use crate::wish::Wish;

/// The most bytes of a line. Base64 makes four of three, JSON's escapes may make six of one; a text that is all
/// escapes and near the limit of a file is not news.
const LONGEST: u64 = 2 * MAX_BYTES as u64;

/// One line as it is written. Unknown keys are ignored, so that a line may carry what others need.
#[derive(Deserialize)]
struct Line {
    file: Option<String>,
    text: Option<String>,
    base64: Option<String>,
    format: Option<String>,
    date: Option<String>,
    url: Option<String>,
}

/// The articles of each line that is not blank. One line at a time is held.
pub(crate) fn articles(wish: &Wish) -> impl Iterator<Item = io::Result<Contents>> {
    let mut input = io::stdin().lock();
    let mut bytes = Vec::new();
    let mut number = 0;
    std::iter::from_fn(move || {
        loop {
            bytes.clear();
            number += 1;
            match input.by_ref().take(LONGEST + 1).read_until(b'\n', &mut bytes) {
                Ok(0) => return None,
                Ok(_) if bytes.trim_ascii().is_empty() => {}
                Ok(read) if read as u64 > LONGEST => {
                    // The rest of the line is passed over; the next line may be well.
                    let rest = input.skip_until(b'\n');
                    let error = Error::new(&format!("line {number}"), ErrorKind::TooLarge);
                    return Some(rest.map(|_| Contents::failed(error)));
                }
                Ok(_) => return Some(Ok(read(&bytes, number, wish).unwrap_or_else(Contents::failed))),
                Err(error) => return Some(Err(error)),
            }
        }
    })
}

fn read(bytes: &[u8], number: usize, wish: &Wish) -> Result<Contents, Error> {
    let refuse = |name: &str, reason| Error::new(name, ErrorKind::Unopened { reason });
    let line: Line = serde_json::from_slice(bytes).map_err(|error| {
        let reason = match error.classify() {
            Category::Data => {
                "it is not an object whose values are strings; write {\"file\": …, \"text\": …}"
            }
            _ => "it is not JSON; write one object a line",
        };
        refuse(&format!("line {number}"), reason)
    })?;
    let name = line.file.clone().unwrap_or_else(|| format!("line {number}"));
    let refuse = |reason| refuse(&name, reason);
    let content = content(&line).map_err(refuse)?;
    let format = line.format.as_deref().map(|name| {
        let format = Format::named(name);
        format.ok_or("its \"format\" is none that is read; leave it out, or see --help")
    });
    let date = line.date.as_deref().map(|date| {
        let day = calendar::day_of(date);
        day.ok_or("its \"date\" is no day; write it as 2025-08-07")
    });
    let file = File {
        format: format.transpose().map_err(refuse)?.or(wish.format),
        date: date.transpose().map_err(refuse)?.or(wish.date),
        ..File::new(&name, &content)
    };
    let mut contents = ingest(&file, &wish.model);
    for document in &mut contents.articles {
        // As with the date, what the article itself says is stronger.
        let given = line.url.clone().map(|value| Field { value, span: None });
        document.metadata.url = document.metadata.url.take().or(given);
    }
    Ok(contents)
}

fn content(line: &Line) -> Result<Vec<u8>, &'static str> {
    match (&line.text, &line.base64) {
        (Some(text), None) => Ok(text.as_bytes().to_vec()),
        (None, Some(base64)) => BASE64_STANDARD
            .decode(base64)
            .map_err(|_| "its \"base64\" cannot be decoded; use the standard alphabet with padding"),
        (None, None) => Err("it has neither \"text\" nor \"base64\"; give one of them"),
        (Some(_), Some(_)) => Err("it has both \"text\" and \"base64\"; give one of them"),
    }
}
