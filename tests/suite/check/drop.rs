//! Several small texts as a story, for rooms that compare: read as `plain` reads them, without names, times or quotes.
//!
//! A line is a block: "# " begins a headline, "! " a caption, "## " a subhead, the rest are paragraphs. Each character of
//! a script without spaces is a token, as everywhere.

use std::sync::Arc;

use crossread::article::Article;
use crossread::article::document::BlockKind;
use crossread::article::segment::{Segments, Sentence, Token};
use crossread::story::{Dating, Inputs, Story};
use crossread::text::{Span, class};

use super::plain;

/// A story of these texts, in this order.
pub(crate) fn story(texts: &[&str]) -> Story {
    let articles: Vec<_> = texts.iter().map(|text| Arc::new(article(text))).collect();
    let undated = Dating {
        published: None,
        lender: None,
    };
    Story {
        dates: vec![undated; articles.len()],
        entities: Vec::new(),
        entity_of: vec![Vec::new(); articles.len()],
        articles,
        inputs: Inputs::default(),
    }
}

fn article(text: &str) -> Article {
    let mut document = plain::document("case", text);
    for block in &mut document.blocks {
        for (mark, kind) in [("! ", BlockKind::Caption), ("## ", BlockKind::Subhead)] {
            if block.span.of(text).starts_with(mark) {
                block.kind = kind;
                block.span = Span::new(block.span.start() + mark.len(), block.span.end());
            }
        }
    }
    let segments = single_characters(&plain::segments(&document), text);
    Article {
        document: Arc::new(document),
        segments,
        mentions: Vec::new(),
        times: Vec::new(),
        numbers: Vec::new(),
        names: Vec::new(),
        quotes: Vec::new(),
    }
}

/// The same segments with each character of a script without spaces as a token of its own.
fn single_characters(segments: &Segments, text: &str) -> Segments {
    let mut tokens: Vec<Token> = Vec::new();
    let mut first_of = Vec::new();
    for token in &segments.tokens {
        first_of.push(tokens.len());
        let word = token.span.of(text);
        let mut start = 0;
        for (at, c) in word.char_indices().chain([(word.len(), '\0')]) {
            let before = word[..at].chars().next_back();
            let border = before.is_some_and(class::is_unspaced_script) || class::is_unspaced_script(c);
            if at > start && (border || at == word.len()) {
                let from = token.span.start();
                tokens.push(Token {
                    span: Span::new(from + start, from + at),
                    kind: token.kind,
                });
                start = at;
            }
        }
    }
    first_of.push(tokens.len());
    let sentence = |sentence: &Sentence| Sentence {
        tokens: first_of[sentence.tokens.start]..first_of[sentence.tokens.end],
        ..sentence.clone()
    };
    Segments {
        sentences: segments.sentences.iter().map(sentence).collect(),
        tokens,
    }
}
