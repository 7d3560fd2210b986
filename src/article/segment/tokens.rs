//! Text to tokens.

use super::{Token, TokenKind};
use crate::text::Span;

/// Cuts a text into tokens.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let base = text.as_ptr() as usize;
    let token = |word: &str| {
        let start = word.as_ptr() as usize - base;
        Token {
            span: Span::new(start, start + word.len()),
            kind: TokenKind::Word,
        }
    };
    text.split_whitespace().map(token).collect()
}
