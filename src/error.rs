//! The one public error. Only reading a file can fail.

use std::fmt;

/// Why a file could not be read. The message names the file, says what is wrong and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    file: String,
    /// The member of it that this is about, by its names from the outside in.
    path: Vec<String>,
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
    /// A format that was recognised, whose bytes are cut off or overwritten so that no article can be read.
    Damaged {
        /// The format in plain words, with its article: "a Word document".
        format: &'static str,
    },
    /// A file that opens only with a password.
    Protected {
        /// The format in plain words, with its article.
        format: &'static str,
    },
    /// A recognised format that holds no article: a table without a column of text.
    Nothing {
        /// The format in plain words, with its article.
        format: &'static str,
        /// What was looked for, or what the user can do instead, as an imperative without a full stop.
        remedy: &'static str,
    },
    /// More bytes once unpacked, or a higher ratio, than any article has.
    Bomb,
    /// A container in a container in a container: deeper than is read.
    TooDeep,
    /// More members or articles than are read of one file.
    TooMany,
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
            path: Vec::new(),
            kind,
        }
    }

    /// An error about a member of the file called `file`; `path` has the members' names from the outside in.
    pub fn within(file: &str, path: &[String], kind: ErrorKind) -> Self {
        Self {
            path: path.to_vec(),
            ..Self::new(file, kind)
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
        match self.path.last() {
            Some(member) => write!(f, "{member} in {}", self.file)?,
            None => write!(f, "{}", self.file)?,
        }
        match self.kind {
            ErrorKind::Unopened { reason } => write!(f, " cannot be opened: {reason}"),
            ErrorKind::Unsupported { format, remedy } => {
                write!(f, " looks like {format}, which cannot be read yet; {remedy}")
            }
            ErrorKind::Damaged { format } => write!(
                f,
                " is {format} that is damaged or not complete; save or download it again"
            ),
            ErrorKind::Protected { format } => write!(
                f,
                " is {format} with a password; save it without one, or copy the article’s text and paste it here"
            ),
            ErrorKind::Nothing { format, remedy } => {
                write!(f, " is {format} in which no article was found; {remedy}")
            }
            kind => f.write_str(kind.plainly()),
        }
    }
}

impl ErrorKind {
    /// What is wrong and what to do, for kinds that need no more words.
    fn plainly(self) -> &'static str {
        match self {
            Self::Empty => " holds no text; check that it was saved completely",
            Self::TooLarge => " is larger than 256 MB; split it, or save only the article’s text",
            Self::Bomb => {
                " unpacks to far more than any article has; unpack it yourself and drop what you need"
            }
            Self::TooDeep => " lies in too many archives inside each other; unpack the outer ones first",
            Self::TooMany => " holds more than is read of one file, so the rest was left out; split it",
            _ => " is not text; save the article as plain text and drop that file",
        }
    }
}

impl std::error::Error for Error {}
