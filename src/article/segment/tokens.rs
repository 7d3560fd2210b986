//! Text to tokens: one pass, each step looks at what begins here and says where it ends.

use super::{Token, TokenKind, links, numbers, symbols, words};
use crate::article::segment::abbreviations::Abbreviations;
use crate::text::{Span, class};

/// The text as the scanners see it: its bytes, and characters by byte offset.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) text: &'a str,
    /// Whether an "@" stands anywhere: only then is an address worth a look at each word.
    pub(super) has_at: bool,
    pub(super) abbreviations: Abbreviations<'a>,
}

impl Source<'_> {
    /// The character at byte `at`; a NUL beyond the end.
    pub(super) fn at(&self, at: usize) -> char {
        match self.text.as_bytes().get(at) {
            Some(&byte) if byte < 0x80 => char::from(byte),
            _ => self.text.get(at..).and_then(|t| t.chars().next()).unwrap_or('\0'),
        }
    }

    /// The character before byte `at`; a NUL at the start.
    pub(super) fn before(&self, at: usize) -> char {
        match at.checked_sub(1).and_then(|b| self.text.as_bytes().get(b)) {
            Some(&byte) if byte < 0x80 => char::from(byte),
            _ => self
                .text
                .get(..at)
                .and_then(|t| t.chars().next_back())
                .unwrap_or('\0'),
        }
    }

    /// The end of the run of bytes from `at` on that pass `test`.
    pub(super) fn bytes(&self, at: usize, test: impl Fn(&u8) -> bool) -> usize {
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        at + rest.iter().take_while(|b| test(b)).count()
    }

    /// The end of the run of characters from `at` on that pass `test`.
    pub(super) fn run(&self, mut at: usize, test: impl Fn(char) -> bool) -> usize {
        while at < self.text.len() {
            let c = self.at(at);
            if !test(c) {
                break;
            }
            at += c.len_utf8();
        }
        at
    }
}

/// Cuts a text into tokens.
pub(super) fn tokens(text: &str, abbreviations: Abbreviations<'_>) -> Vec<Token> {
    let source = Source {
        text,
        has_at: text.as_bytes().contains(&b'@'),
        abbreviations,
    };
    // More than any prose has: growing would hold the tokens of a long text twice.
    let mut tokens = Vec::with_capacity(text.len() / 4);
    let mut at = 0;
    while at < text.len() {
        let c = source.at(at);
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let (end, kind) = token(&source, at, c);
        tokens.push(Token {
            span: Span::new(at, end),
            kind,
        });
        at = end;
    }
    tokens.shrink_to_fit();
    tokens
}

/// Where the token that begins at `at` with `c` ends, and what it is.
fn token(source: &Source<'_>, at: usize, c: char) -> (usize, TokenKind) {
    if let Some(end) = plain(source, at, c) {
        (end, TokenKind::Word)
    } else if let Some(end) = words::negation_clitic(source, at) {
        (end, TokenKind::Clitic)
    } else if let Some(end) = links::link(source, at, c) {
        (end, TokenKind::Word)
    } else if class::is_unspaced_script(c) {
        let end = source.run(at + c.len_utf8(), symbols::is_combining);
        (end, TokenKind::Word)
    } else if c.is_numeric() {
        (numbers::end(source, at), TokenKind::Number)
    } else if c.is_alphabetic() {
        (words::end(source, at), TokenKind::Word)
    } else if class::is_apostrophe(c)
        && let Some(end) = words::clitic(source, at)
    {
        (end, TokenKind::Clitic)
    } else {
        (symbols::end(source, at, c), TokenKind::Mark)
    }
}

/// Where the word that begins at `at` ends, if it is one of plain letters before a space or a mark that can be part of no
/// word: most are, and need no further look.
fn plain(source: &Source<'_>, at: usize, c: char) -> Option<usize> {
    if !c.is_ascii_alphabetic() || source.before(at).is_alphanumeric() {
        return None;
    }
    let end = source.bytes(at, u8::is_ascii_alphanumeric);
    let ends = matches!(
        source.text.as_bytes().get(end),
        Some(b' ' | b',' | b';' | b'\n' | b'!' | b'?' | b')')
    );
    ends.then_some(end)
}
