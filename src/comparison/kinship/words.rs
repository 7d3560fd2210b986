//! Words that two articles have in common: those that somebody said apart from those that the articles tell themselves.

use std::ops::Range;

use crate::article::Article;
use crate::article::quotes::QuoteKind;
use crate::article::segment::TokenKind;
use crate::comparison::diff::{Edit, Op};

/// Words that two articles have in the same order in linked sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SharedWords {
    /// In quotes of both: both may have heard them.
    pub quoted: usize,
    /// Of the telling: these come from one writer.
    pub told: usize,
}

/// The words of an article's body, counted up to each token.
#[derive(Debug)]
pub(super) struct Counts {
    // Behind the first, second… token: all words, and words in quotes.
    sums: Vec<(usize, usize)>,
}

impl Counts {
    pub(super) fn new(article: &Article) -> Self {
        let tokens = &article.segments.tokens;
        let mut quoted = vec![false; tokens.len()];
        let marked = |kind| matches!(kind, QuoteKind::Direct | QuoteKind::Mixed);
        for quote in article.quotes.iter().filter(|quote| marked(quote.kind)) {
            quoted[article.segments.tokens_in(quote.span)].fill(true);
        }
        let mut body = vec![false; tokens.len()];
        for sentence in &article.segments.sentences {
            if article.document.blocks[sentence.block].kind.is_body() {
                body[sentence.tokens.clone()].fill(true);
            }
        }
        let mut sums = vec![(0, 0)];
        let (mut all, mut said) = (0, 0);
        for ((token, quoted), body) in tokens.iter().zip(quoted).zip(body) {
            let is_word = body && token.kind != TokenKind::Mark;
            all += usize::from(is_word);
            said += usize::from(is_word && quoted);
            sums.push((all, said));
        }
        Self { sums }
    }

    /// All words of the body.
    pub(super) fn all(&self) -> usize {
        self.sums.last().map_or(0, |sum| sum.0)
    }

    /// Words of the body among these tokens, and those in quotes.
    pub(super) fn of(&self, tokens: &Range<usize>) -> (usize, usize) {
        let (before, behind) = (self.sums[tokens.start], self.sums[tokens.end]);
        (behind.0 - before.0, behind.1 - before.1)
    }
}

/// What linked sentences of two articles have in common word for word, from the steps between them.
pub(super) fn shared<'e>(
    edits: impl Iterator<Item = &'e Edit>,
    (a, of_a): (&Article, &Counts),
    (b, of_b): (&Article, &Counts),
) -> SharedWords {
    let mut sum = SharedWords::default();
    for edit in edits.filter(|edit| matches!(edit.op, Op::Equal | Op::Style)) {
        let in_a = of_a.of(&a.segments.tokens_in(edit.a));
        let in_b = of_b.of(&b.segments.tokens_in(edit.b));
        // What only one of them puts between marks the other tells.
        let (all, quoted) = (in_a.0.min(in_b.0), in_a.1.min(in_b.1));
        sum.quoted += quoted;
        sum.told += all - quoted;
    }
    sum
}
