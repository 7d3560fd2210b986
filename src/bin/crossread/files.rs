//! Files named on the command line.

use std::fs::DirEntry;
use std::io;
use std::path::{Path, PathBuf};

use crossread::Error;
use crossread::article::ingest::{Contents, File, ingest};
use crossread::error::ErrorKind;

use crate::wish::Wish;

/// Files that are read of one folder and the folders in it: more cannot be compared by anybody.
const MOST_FILES: usize = 1_000;

/// What each file holds, in the order in which they are named; of a folder, its files in order of their paths.
pub(crate) fn articles(wish: &Wish) -> impl Iterator<Item = Contents> {
    wish.files.iter().flat_map(|path| {
        let (files, failure) = if path.is_dir() {
            listed(path)
        } else {
            (vec![path.clone()], None)
        };
        let failed = failure.into_iter().map(Contents::failed);
        files.into_iter().map(|path| read(&path, wish)).chain(failed)
    })
}

/// The files in a folder and in the folders in it, hidden ones left out; and why not all of them, or none.
fn listed(folder: &Path) -> (Vec<PathBuf>, Option<Error>) {
    let refused = |reason| {
        Some(Error::new(
            &folder.to_string_lossy(),
            ErrorKind::Unopened { reason },
        ))
    };
    let mut files = Vec::new();
    // Links are not followed: they may lead in a circle.
    let mut todo = vec![folder.to_owned()];
    while let Some(path) = todo.pop() {
        let Ok(entries) = std::fs::read_dir(&path) else {
            return (files, refused("a folder may not be read; change its permissions"));
        };
        let mut inner: Vec<_> = entries.flatten().filter(|entry| !is_hidden(entry)).collect();
        // What is popped first comes first.
        inner.sort_by_key(|entry| std::cmp::Reverse(entry.file_name()));
        let (folders, plain): (Vec<_>, Vec<_>) = inner.into_iter().partition(is_folder);
        files.extend(plain.iter().rev().map(DirEntry::path));
        todo.extend(folders.iter().map(DirEntry::path));
        if files.len() > MOST_FILES {
            files.truncate(MOST_FILES);
            return (
                files,
                refused("it has more than 1000 files, and the others were not read; name fewer"),
            );
        }
    }
    let empty = files.is_empty();
    (
        files,
        if empty {
            refused("it is a folder without files; name another")
        } else {
            None
        },
    )
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with('.')
}

fn is_folder(entry: &DirEntry) -> bool {
    entry.file_type().is_ok_and(|kind| kind.is_dir())
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
        _ => "the system refuses it; copy the file and try again",
    };
    ErrorKind::Unopened { reason }
}
