//! Text that others have cut into tokens and sentences.

use super::{Segments, Sentence, Token, TokenKind};
use crate::article::document::{Block, BlockKind, Document};
use crate::text::Span;

/// A document of the given tokens, one sentence a block; an empty token ends a sentence. Tokens stand in the text with
/// a space behind each, sentences with a line break.
pub fn given<'a>(tokens: impl IntoIterator<Item = &'a str>) -> (Document, Segments) {
    let mut text = String::new();
    let mut segments = Segments::default();
    let mut blocks = Vec::new();
    let mut first = 0;
    for token in tokens.into_iter().chain([""]) {
        if !token.is_empty() {
            let start = text.len();
            text.push_str(token);
            segments.tokens.push(Token {
                span: Span::new(start, text.len()),
                kind: kind(token),
            });
            text.push(' ');
        } else if first < segments.tokens.len() {
            let tokens = first..segments.tokens.len();
            first = tokens.end;
            let span = segments.tokens[tokens.start]
                .span
                .cover(segments.tokens[tokens.end - 1].span);
            segments.sentences.push(Sentence {
                span,
                block: blocks.len(),
                tokens,
            });
            blocks.push(Block {
                span,
                kind: BlockKind::Paragraph,
                source: None,
            });
            text.push('\n');
        }
    }
    (Document::plain("", text, blocks), segments)
}

fn kind(token: &str) -> TokenKind {
    match token.chars().next() {
        Some('\'' | '’') if token.len() > 1 => TokenKind::Clitic,
        Some(c) if c.is_numeric() => TokenKind::Number,
        Some(c) if c.is_alphabetic() => TokenKind::Word,
        _ => TokenKind::Mark,
    }
}
