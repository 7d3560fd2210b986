//! Plain text to documents and segments, for rooms that are tested without ingest and segment: what they are given
//! stays the same when those rooms change.
//!
//! A line is a block; one that begins with "# " is a headline, the rest are paragraphs.

use crossread::article::document::{Block, BlockKind, Document};
use crossread::article::segment::{Segments, Sentence, Token, TokenKind};
use crossread::text::Span;

/// A document whose blocks are the lines of `text`.
pub(crate) fn document(file: &str, text: &str) -> Document {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let mark = if line.starts_with("# ") { 2 } else { 0 };
        let span = Span::new(at + mark, at + line.len()).trimmed(text);
        let kind = if mark > 0 {
            BlockKind::Headline
        } else {
            BlockKind::Paragraph
        };
        if !span.is_empty() {
            blocks.push(Block {
                span,
                kind,
                source: None,
            });
        }
        at += line.len();
    }
    Document::plain(file, text.to_owned(), blocks)
}

/// Tokens and sentences of a document.
pub(crate) fn segments(document: &Document) -> Segments {
    let tokens = tokens(&document.text);
    let mut sentences = Vec::new();
    for (block, place) in document.blocks.iter().enumerate() {
        let mut first = tokens.partition_point(|t| t.span.start() < place.span.start());
        let last = tokens.partition_point(|t| t.span.end() <= place.span.end());
        let start = first;
        for index in start..last {
            if index + 1 == last || ends(&tokens, index, &document.text) {
                let span = tokens[first].span.cover(tokens[index].span);
                sentences.push(Sentence {
                    span,
                    block,
                    tokens: first..index + 1,
                });
                first = index + 1;
            }
        }
    }
    Segments { tokens, sentences }
}

/// Behind a full stop and its closing marks, before a capital or an opening mark.
fn ends(tokens: &[Token], index: usize, text: &str) -> bool {
    let of = |i: usize| tokens.get(i).map_or("", |t| t.span.of(text));
    let closing = index > 0
        && matches!(of(index), "\"" | "”" | "’")
        && tokens[index].span.start() == tokens[index - 1].span.end();
    let stop = if closing { of(index - 1) } else { of(index) };
    let next = of(index + 1).chars().next().unwrap_or(' ');
    let opens = next.is_uppercase()
        || matches!(next, '“' | '‘')
        || next == '"' && tokens[index + 1].span.start() > tokens[index].span.end();
    matches!(stop, "." | "!" | "?") && opens
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let offset = |i: usize| chars.get(i).map_or(text.len(), |&(at, _)| at);
    let is = |i: usize, test: fn(char) -> bool| chars.get(i).is_some_and(|&(_, c)| test(c));
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at].1;
        let start = at;
        let kind = if c.is_whitespace() {
            at += 1;
            continue;
        } else if matches!(c, '\'' | '’')
            && at > 0
            && is(at - 1, char::is_alphanumeric)
            && is(at + 1, |c| c == 's')
            && !is(at + 2, char::is_alphanumeric)
        {
            at += 2;
            TokenKind::Clitic
        } else if c.is_alphanumeric() {
            at += 1;
            while is(at, char::is_alphanumeric) || inner(&chars, start, at) {
                at += 1;
            }
            if c.is_numeric() {
                TokenKind::Number
            } else {
                TokenKind::Word
            }
        } else {
            at += 1;
            TokenKind::Mark
        };
        tokens.push(Token {
            span: Span::new(offset(start), offset(at)),
            kind,
        });
    }
    tokens
}

/// Whether the mark at `at` belongs to the word from `start`: "U.S.", "W.", "Dr.", "O'Brien", "3.5".
fn inner(chars: &[(usize, char)], start: usize, at: usize) -> bool {
    let c = |i: usize| chars.get(i).map_or(' ', |&(_, c)| c);
    let word: String = chars[start..at].iter().map(|&(_, c)| c).collect();
    match c(at) {
        '.' if c(start).is_numeric() => c(at + 1).is_numeric(),
        '.' => {
            let letters = word.split('.').all(|part| part.chars().count() == 1) && c(start).is_uppercase();
            letters
                || matches!(
                    word.as_str(),
                    "Dr" | "Mr" | "Mrs" | "Ms" | "Jr" | "Sr" | "Gen" | "Sen" | "St"
                )
        }
        ',' => c(at - 1).is_numeric() && c(at + 1).is_numeric(),
        '\'' | '’' => c(at + 1).is_alphabetic() && (c(at + 1) != 's' || c(at + 2).is_alphanumeric()),
        _ => false,
    }
}
