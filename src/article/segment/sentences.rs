//! Tokens to sentences, block by block.

use std::ops::Range;

use super::boundary::Passage;
use super::{Sentence, Token, enumerators};
use crate::article::document::Document;
use crate::knowledge::lexicon::Lexicon;
use crate::order::Arrange as _;

/// Cuts the prose blocks of a document into sentences.
pub(super) fn sentences(document: &Document, tokens: &[Token], lexicon: &Lexicon) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for (index, block) in document.blocks.iter().enumerate() {
        if !block.kind.is_prose() {
            continue;
        }
        let first = tokens.partition_point(|t| t.span.start() < block.span.start());
        let last = tokens.partition_point(|t| t.span.end() <= block.span.end());
        if first < last {
            let passage = Passage::new(&document.text, &tokens[first..last], lexicon);
            for range in ranges(&passage) {
                let tokens = first + range.start..first + range.end;
                let span = passage.tokens[range.start]
                    .span
                    .cover(passage.tokens[range.end - 1].span);
                sentences.push(Sentence {
                    span,
                    block: index,
                    tokens,
                });
            }
        }
    }
    sentences
}

/// The sentences of a block, as ranges of its tokens that leave none out.
fn ranges(passage: &Passage<'_>) -> Vec<Range<usize>> {
    let items = enumerators::starts(passage);
    let mut further = items.iter().copied().peekable();
    let mut borders = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < passage.tokens.len() {
        if let Some(item) = further.next_if(|item| *item <= at) {
            start = item;
        }
        let end = passage.sentence_end(start, at);
        if let Some(end) = end {
            borders.push(end);
            start = end;
        }
        at = end.map_or(at + 1, |end| end.max(at + 1));
    }
    borders.extend(items);
    borders.push(passage.tokens.len());
    borders.arrange();
    borders.dedup();
    let mut from = 0;
    let mut ranges = Vec::new();
    for border in borders {
        if border > from {
            ranges.push(from..border);
            from = border;
        }
    }
    ranges
}
