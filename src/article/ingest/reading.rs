//! One dropped file on its way to articles: what was found so far, and how much more may be unpacked.
//!
//! A file can hold files. Each is a [`Piece`], read in the same way, whatever it came in; what cannot be read costs
//! none of the others.

use sha2::{Digest, Sha256};

use super::draft::{Draft, Fields};
use super::positions::Positions;
use super::{Contents, File, Format, dated, sniff};
use crate::article::document::{Document, Note, NoteKind, Part};
use crate::error::{Error, ErrorKind};
use crate::knowledge::Model;

/// Containers that can stand in each other: an archive of mails with attached archives is the deepest that people have.
const DEEPEST: usize = 3;

/// Members that are looked at in one file.
const MOST_MEMBERS: usize = 10_000;

/// Bytes that are unpacked from one file: twice what is read of a file that is not packed.
const MOST_UNPACKED: usize = 512 << 20;

/// Prose and markup become a tenth when they are packed; two hundred times as much is a trap.
const MOST_RATIO: usize = 200;

/// So few unpacked bytes do no harm, whatever their ratio.
const HARMLESS: usize = 1 << 20;

/// Articles of one file. A drop of thousands cannot be compared by anybody.
const MOST_ARTICLES: usize = 1_000;

/// A file or a member of one, to be read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'a> {
    /// What it is called where it lies.
    pub(super) name: &'a str,
    /// Its bytes.
    pub(super) bytes: &'a [u8],
    /// Its format, where its container says it.
    pub(super) format: Option<Format>,
    /// Its encoding, where its container says it.
    pub(super) charset: Option<&'a str>,
}

impl<'a> Piece<'a> {
    /// A piece of which nothing else is known.
    pub(super) fn new(name: &'a str, bytes: &'a [u8]) -> Self {
        Self {
            name,
            bytes,
            format: None,
            charset: None,
        }
    }
}

/// What was read of one file so far.
pub(super) struct Reading<'a> {
    pub(super) file: &'a File<'a>,
    pub(super) model: &'a Model,
    sha256: String,
    contents: Contents,
    /// Names of the members that are being read, from the outside in.
    path: Vec<String>,
    /// Containers that are being read.
    depth: usize,
    members: usize,
    unpacked: usize,
    /// Articles beyond the most that are kept.
    dropped: usize,
}

impl<'a> Reading<'a> {
    /// Reads all of a file.
    pub(super) fn of(file: &'a File<'a>, model: &'a Model) -> Contents {
        let hex = |hash: String, byte: &u8| hash + &format!("{byte:02x}");
        let mut reading = Self {
            file,
            model,
            sha256: Sha256::digest(file.bytes).iter().fold(String::new(), hex),
            contents: Contents::default(),
            path: Vec::new(),
            depth: 0,
            members: 0,
            unpacked: 0,
            dropped: 0,
        };
        let whole = Piece {
            format: file.format,
            ..Piece::new(file.name, file.bytes)
        };
        reading.read(&whole);
        reading.finish()
    }

    /// Reads a piece that is no member with a name of its own: a mail's text, an entry of a feed.
    pub(super) fn read(&mut self, piece: &Piece<'_>) {
        let before = self.contents.articles.len() + self.contents.failures.len();
        if let Err(kind) = self.attempt(piece) {
            self.fail(kind);
        } else if self.contents.articles.len() + self.contents.failures.len() == before {
            self.fail(ErrorKind::Empty);
        }
    }

    /// Reads a member of a container.
    pub(super) fn member(&mut self, piece: &Piece<'_>) {
        self.path.push(piece.name.to_owned());
        self.members += 1;
        if self.members <= MOST_MEMBERS {
            self.read(piece);
        } else if self.members == MOST_MEMBERS + 1 {
            self.fail(ErrorKind::TooMany);
        }
        self.path.pop();
    }

    /// Tells that a member cannot be read.
    pub(super) fn member_failed(&mut self, name: &str, kind: ErrorKind) {
        self.path.push(name.to_owned());
        self.members += 1;
        self.fail(kind);
        self.path.pop();
    }

    /// Whether so many members were looked at that no more are.
    pub(super) fn is_full(&self) -> bool {
        self.members > MOST_MEMBERS
    }

    fn attempt(&mut self, piece: &Piece<'_>) -> Result<(), ErrorKind> {
        if piece.bytes.len() > super::MAX_BYTES {
            return Err(ErrorKind::TooLarge);
        }
        let format = piece.format.map_or_else(|| sniff::format(piece), Ok)?;
        if format.is_container() && self.depth >= DEEPEST {
            return Err(ErrorKind::TooDeep);
        }
        self.depth += usize::from(format.is_container());
        let read = format.read(self, piece);
        self.depth -= usize::from(format.is_container());
        read
    }

    /// How many bytes of `packed` ones may be unpacked.
    pub(super) fn allowance(&self, packed: usize) -> usize {
        let fair = packed.saturating_mul(MOST_RATIO).max(HARMLESS);
        fair.min(MOST_UNPACKED - self.unpacked.min(MOST_UNPACKED))
    }

    /// Notes that bytes were unpacked.
    pub(super) fn unpacked(&mut self, bytes: usize) {
        self.unpacked = self.unpacked.saturating_add(bytes);
    }

    /// A piece as the readers of single texts take it.
    pub(super) fn as_file<'b>(&self, piece: &Piece<'b>) -> File<'b>
    where
        'a: 'b,
    {
        File {
            name: piece.name,
            bytes: piece.bytes,
            format: None,
            date: None,
            ..*self.file
        }
    }

    /// Keeps an article that was read.
    pub(super) fn keep(&mut self, mut document: Document) {
        if document.text.trim().is_empty() {
            return;
        }
        if self.contents.articles.len() >= MOST_ARTICLES {
            self.dropped += 1;
            return;
        }
        self.file.name.clone_into(&mut document.file);
        document.sha256.clone_from(&self.sha256);
        document.part = Part {
            number: self.contents.articles.len() as u32 + 1,
            path: self.path.clone(),
        };
        dated(&mut document, self.file.date);
        self.contents.articles.push(document);
    }

    /// Makes an article of a draft and keeps it.
    pub(super) fn draft(&mut self, draft: Draft, media_type: &'static str) {
        let document = draft.document(media_type, self.model);
        self.keep(document);
    }

    /// Tells that what is being read cannot be read.
    pub(super) fn fail(&mut self, kind: ErrorKind) {
        let error = Error::within(self.file.name, &self.path, kind);
        self.contents.failures.push(error);
    }

    /// Articles that were kept so far.
    pub(super) fn count(&self) -> usize {
        self.contents.articles.len()
    }

    /// Gives articles from number `first` on what their container says and they do not; `positions` leads from their
    /// bytes to the container's.
    pub(super) fn complete(&mut self, first: usize, fields: &Fields, positions: Option<&Positions>) {
        for document in &mut self.contents.articles[first..] {
            fields.complete(&mut document.metadata);
            for block in &mut document.blocks {
                block.source = block.source.zip(positions).and_then(|(span, to)| to.outer(span));
            }
        }
    }

    /// Adds a remark to articles from number `first` on.
    pub(super) fn remark(&mut self, first: usize, kind: NoteKind, message: &str) {
        for document in &mut self.contents.articles[first..] {
            document.notes.push(Note {
                kind,
                span: None,
                message: message.to_owned(),
            });
        }
    }

    fn finish(mut self) -> Contents {
        if self.dropped > 0 {
            self.fail(ErrorKind::TooMany);
        }
        self.contents
    }
}
