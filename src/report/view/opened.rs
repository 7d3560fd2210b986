//! What a file was found to hold, before anything is compared.

use serde::Serialize;

use crate::article::ingest::{Contents, MAX_BYTES};
use crate::error::{Error, ErrorKind};

/// What a file was found to hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Opened {
    /// Its articles, in their order.
    pub articles: Vec<Source>,
    /// What could not be read, and what to do, a sentence each.
    pub failures: Vec<String>,
}

/// An article that was opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// What the door calls it.
    pub key: u32,
    /// The file's name.
    pub file: String,
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub sha256: String,
    /// Its place among the file's articles, from 1.
    pub number: u32,
}

/// What a file was found to hold; the keys of its articles begin at `first`.
pub fn opened(first: u32, contents: &Contents) -> Opened {
    let sources = (first..).zip(&contents.articles).map(|(key, document)| Source {
        key,
        file: document.file.clone(),
        sha256: document.sha256.clone(),
        number: document.part.number,
    });
    Opened {
        articles: sources.collect(),
        failures: contents.failures.iter().map(ToString::to_string).collect(),
    }
}

/// What is said of a file of so many bytes where these are too many to be read: none of them need be.
pub fn too_large(name: &str, bytes: u64) -> Option<Opened> {
    let refused = || Contents::failed(Error::new(name, ErrorKind::TooLarge));
    (bytes > MAX_BYTES as u64).then(|| opened(0, &refused()))
}
