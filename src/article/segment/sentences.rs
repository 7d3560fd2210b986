//! Tokens to sentences.

use super::{Sentence, Token};
use crate::article::document::Document;
use crate::knowledge::Model;
use crate::text::Span;

/// Cuts the prose blocks of a document into sentences.
pub(super) fn sentences(document: &Document, tokens: &[Token], _model: &Model) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for (index, block) in document
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, b)| b.kind.is_prose())
    {
        let first = tokens.partition_point(|t| t.span.start() < block.span.start());
        let last = tokens.partition_point(|t| t.span.end() <= block.span.end());
        if first < last {
            let span = Span::new(tokens[first].span.start(), tokens[last - 1].span.end());
            sentences.push(Sentence {
                span,
                block: index,
                tokens: first..last,
            });
        }
    }
    sentences
}
