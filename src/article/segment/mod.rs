//! Tokens and sentences, with exact spans.
//!
//! Laws: tokens are in order, do not overlap and cover every non-space byte of the text; every token of a prose
//! block lies in exactly one sentence; a sentence never crosses a block.

mod abbreviations;
mod boundary;
mod enumerators;
mod given;
mod links;
mod numbers;
mod sentences;
mod symbols;
mod tokens;
mod words;

use std::ops::Range;

use abbreviations::Abbreviations;
pub use given::given;

use crate::article::document::Document;
use crate::knowledge::Model;
use crate::text::Span;

/// A document's tokens and sentences.
#[derive(Debug, Clone, Default)]
pub struct Segments {
    /// In order, over the whole text.
    pub tokens: Vec<Token>,
    /// In order, over the prose blocks.
    pub sentences: Vec<Sentence>,
}

/// A word, a number or a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Its bytes.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
}

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, perhaps with inner apostrophes, full stops or digits: "U.S.", "don", "COVID-19".
    Word,
    /// Begins with a digit: "25", "3-1/2", "1,000.5".
    Number,
    /// The clitic of a possessive or contraction: "'s", "n't", "’re".
    Clitic,
    /// A mark of punctuation or a symbol.
    Mark,
}

/// Number of a sentence in its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SentenceId(pub u32);

/// A sentence, or a title, caption or list item without an end mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// From the first to the last token.
    pub span: Span,
    /// Index of its block in the document.
    pub block: usize,
    /// Indices of its tokens.
    pub tokens: Range<usize>,
}

impl Segments {
    /// The tokens of a sentence.
    pub fn tokens_of(&self, sentence: SentenceId) -> &[Token] {
        &self.tokens[self.sentences[sentence.0 as usize].tokens.clone()]
    }

    /// Indices of the tokens that lie inside `span`.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let first = self.tokens.partition_point(|t| t.span.start() < span.start());
        let last = self.tokens.partition_point(|t| t.span.end() <= span.end());
        first..last.max(first)
    }

    /// The sentence that holds byte `offset`, if one does.
    pub fn sentence_at(&self, offset: usize) -> Option<SentenceId> {
        let after = self.sentences.partition_point(|s| s.span.start() <= offset);
        let index = after.checked_sub(1)?;
        (offset < self.sentences[index].span.end()).then_some(SentenceId(index as u32))
    }
}

/// Cuts a text into tokens.
pub fn tokens(text: &str, model: &Model) -> Vec<Token> {
    tokens::tokens(text, Abbreviations::new(&model.lexicon))
}

/// Cuts a document into tokens and sentences.
pub fn segments(document: &Document, model: &Model) -> Segments {
    let tokens = tokens(&document.text, model);
    let sentences = sentences::sentences(document, &tokens, &model.lexicon);
    Segments { tokens, sentences }
}
