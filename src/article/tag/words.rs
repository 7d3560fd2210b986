//! Tokens as the rules see them, and the stretches that are tagged as a whole.

use std::borrow::Cow;
use std::ops::Range;

use super::learned::LineKind;
use crate::article::document::{BlockKind, Document};
use crate::article::segment::{Segments, TokenKind};
use crate::order::Arrange as _;
use crate::text::class;

/// A token with the views of it that rules ask for.
pub(super) struct Word<'a> {
    pub text: &'a str,
    /// Lower case, quotation marks and hyphens straight; full stops stay.
    pub lower: Cow<'a, str>,
    /// It holds a capital letter at its head, or inside ("iPhone").
    pub capital: bool,
    /// Every letter is a capital, and there are at least two.
    pub upper: bool,
    pub kind: TokenKind,
    /// No space parts it from the token behind it.
    pub glued: bool,
}

/// A run of tokens that is tagged as a whole: a sentence, or a field such as a credit line.
pub(super) struct Stretch {
    pub tokens: Range<usize>,
    /// How it writes its capitals.
    pub kind: LineKind,
}

impl Stretch {
    /// Whether a capital says nothing here.
    pub(super) fn title_case(&self) -> bool {
        self.kind != LineKind::Running
    }
}

/// The words of a document, one a token.
pub(super) fn words<'a>(document: &'a Document, segments: &Segments) -> Vec<Word<'a>> {
    let ends = segments.tokens.iter().skip(1).map(|next| next.span.start());
    let nexts = ends.chain([usize::MAX]);
    let tokens = segments.tokens.iter().zip(nexts);
    tokens
        .map(|(token, next)| {
            word(
                token.span.of(&document.text),
                token.kind,
                token.span.end() == next,
            )
        })
        .collect()
}

fn word(text: &str, kind: TokenKind, glued: bool) -> Word<'_> {
    if !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase()) {
        return Word {
            text,
            lower: Cow::Borrowed(text),
            capital: false,
            upper: false,
            kind,
            glued,
        };
    }
    let first = text.chars().next().unwrap_or(' ');
    let inner = kind == TokenKind::Word && text.chars().any(char::is_uppercase);
    let letters = || text.chars().filter(|c| c.is_alphabetic()).nth(1).is_some();
    Word {
        text,
        lower: lower(text),
        capital: first.is_uppercase() || inner,
        upper: !text.chars().any(char::is_lowercase) && letters(),
        kind,
        glued,
    }
}

fn lower(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        return Cow::Borrowed(text);
    }
    if text.is_ascii() {
        return Cow::Owned(text.to_ascii_lowercase());
    }
    Cow::Owned(text.chars().flat_map(char::to_lowercase).map(straight).collect())
}

fn straight(c: char) -> char {
    if class::is_apostrophe(c) {
        '\''
    } else if class::is_hyphen(c) {
        '-'
    } else {
        c
    }
}

/// Sentences, and the fields between them; furniture is left alone.
pub(super) fn stretches(document: &Document, segments: &Segments, words: &[Word<'_>]) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = segments
        .sentences
        .iter()
        .map(|sentence| Stretch {
            tokens: sentence.tokens.clone(),
            kind: kind(
                &words[sentence.tokens.clone()],
                document.blocks.get(sentence.block).map(|b| b.kind),
            ),
        })
        .collect();
    let fields = document
        .blocks
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::Dateline | BlockKind::Credit));
    found.extend(fields.map(|block| Stretch {
        tokens: segments.tokens_in(block.span),
        kind: LineKind::Running,
    }));
    found.retain(|stretch| !stretch.tokens.is_empty());
    found.arrange_by_key(|stretch| stretch.tokens.start);
    found
}

/// Fewer long words than this are no ground to call a line title case.
const FEWEST_WORDS: usize = 3;

/// In running English about one long word in six is capitalised, in title case nearly all; the border lies in
/// the middle, where hardly any line falls.
const TITLE_SHARE: f32 = 0.6;

fn kind(words: &[Word<'_>], kind: Option<BlockKind>) -> LineKind {
    let long = words
        .iter()
        .filter(|w| w.kind == TokenKind::Word && w.text.len() > 3);
    let (mut all, mut capital, mut upper) = (0_usize, 0_usize, 0_usize);
    for word in long {
        all += 1;
        upper += usize::from(word.upper);
        capital += usize::from(word.capital);
    }
    let heading = matches!(
        kind,
        Some(BlockKind::Headline | BlockKind::Dek | BlockKind::Subhead)
    );
    // A body sentence ends with a mark; only longer ones are doubted there.
    let fewest = if heading { 2 } else { FEWEST_WORDS };
    let ends = words
        .last()
        .is_some_and(|w| w.text == "." || w.text == "”" || w.text == "\"");
    let most = |count: usize| all >= fewest && count as f32 >= TITLE_SHARE * all as f32;
    if most(upper) {
        LineKind::Capitals
    } else if most(capital) && (heading || !ends || capital == all && all > 5) {
        LineKind::Title
    } else {
        LineKind::Running
    }
}
