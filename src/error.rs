//! The one public error. Only reading a file can fail.

use std::fmt;

/// Why a file could not be read. The message names the file, says what is wrong and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    file: String,
    kind: ErrorKind,
}

/// What is wrong with the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The bytes could not be had: no such file, a line that is not JSON. Only a door makes it.
    Unopened {
        /// Why, and what to do: "there is no such file; check its name".
        reason: &'static str,
    },
    /// No bytes, or nothing but white space.
    Empty,
    /// More bytes than are read (see [`crate::article::ingest::MAX_BYTES`]).
    TooLarge,
    /// Bytes that are not text, of a kind that was not recognised.
    Binary,
    /// A format that was recognised and cannot be read yet; the name of the format and what to do instead.
    Unsupported {
        /// The format in plain words, with its article: "a PDF".
        format: &'static str,
        /// What the user can do instead, as an imperative without a full stop.
        remedy: &'static str,
    },
}

impl Error {
    /// An error about the file called `file`.
    pub fn new(file: &str, kind: ErrorKind) -> Self {
        Self {
            file: file.to_owned(),
            kind,
        }
    }

    /// The file's name as it was given.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// What is wrong.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = &self.file;
        match self.kind {
            ErrorKind::Unopened { reason } => write!(f, "{file} cannot be opened: {reason}"),
            ErrorKind::Empty => write!(f, "{file} holds no text; check that it was saved completely"),
            ErrorKind::TooLarge => {
                write!(
                    f,
                    "{file} is larger than 256 MB; split it, or save only the article's text"
                )
            }
            ErrorKind::Binary => {
                write!(
                    f,
                    "{file} is not text; save the article as plain text and drop that file"
                )
            }
            ErrorKind::Unsupported { format, remedy } => {
                write!(
                    f,
                    "{file} looks like {format}, which cannot be read yet; {remedy}"
                )
            }
        }
    }
}

impl std::error::Error for Error {}
