//! Files named on the command line.

use std::io;
use std::path::Path;

use crossread::Error;
use crossread::article::ingest::{Contents, File, ingest};
use crossread::error::ErrorKind;

use crate::wish::Wish;

/// What each file holds, in the order in which they are named.
pub(crate) fn articles(wish: &Wish) -> impl Iterator<Item = Contents> {
    wish.files.iter().map(|path| read(path, wish))
}

fn read(path: &Path, wish: &Wish) -> Contents {
    // As in a browser, a file is called by its name alone; a path is only needed to say what could not be opened.
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => return Contents::failed(Error::new(&path.to_string_lossy(), refusal(&error))),
    };
    let file = File {
        format: wish.format,
        date: wish.date,
        ..File::new(&name, &bytes)
    };
    ingest(&file, &wish.model)
}

fn refusal(error: &io::Error) -> ErrorKind {
    let reason = match error.kind() {
        io::ErrorKind::NotFound => "there is no such file; check its name",
        io::ErrorKind::PermissionDenied => "it may not be read; change its permissions",
        io::ErrorKind::IsADirectory => "it is a folder; name the files in it",
        _ => "the system refuses it; copy the file and try again",
    };
    ErrorKind::Unopened { reason }
}
