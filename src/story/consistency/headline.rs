//! A quote in the headline that the body gives in other words.

use crate::article::Article;
use crate::article::document::{BlockKind, Note, NoteKind};
use crate::article::quotes::{Quote, QuoteKind};
use crate::text::{Span, fold};

/// Words of a headline's quote at least: one or two words may be anybody's.
const WORDS: usize = 3;

/// Share of the headline's words that a quote of the body must have for it to be meant.
const MEANT: f32 = 0.6;

/// Quotes of the headline or the deck that no quote of the body holds, though one says nearly the same.
pub(super) fn notes(article: &Article) -> Vec<Note> {
    let marked = |quote: &&Quote| {
        matches!(
            quote.kind,
            QuoteKind::Direct | QuoteKind::Mixed | QuoteKind::Scare
        )
    };
    let quotes = article.quotes.iter().filter(marked);
    let (above, body): (Vec<&Quote>, Vec<&Quote>) = quotes.partition(|quote| is_above(article, quote.span));
    if above.is_empty() {
        return Vec::new();
    }
    let body: Vec<(Span, Vec<String>)> = body
        .iter()
        .map(|quote| (quote.span, words(article, quote.span)))
        .collect();
    let text = words(article, Span::new(0, article.text().len()));
    // A comma before the mark belongs to the sentence around the quote.
    let shown = |span: Span| {
        fold::style(span.of(article.text()))
            .trim_end_matches([',', '.'])
            .to_owned()
    };
    let differ = above.iter().filter_map(|quote| {
        let title = words(article, quote.span);
        let count = |long: &[String]| {
            long.windows(title.len().max(1))
                .filter(|window| *window == title)
                .count()
        };
        // The headline itself is one of the places.
        if title.len() < WORDS || count(&text) > 1 {
            return None;
        }
        let shared = |other: &[String]| {
            let common = title.iter().filter(|word| other.contains(word)).count();
            common as f32 / title.len() as f32
        };
        let (span, _) = body
            .iter()
            .filter(|(_, other)| shared(other) >= MEANT)
            .max_by(|(a, x), (b, y)| shared(x).total_cmp(&shared(y)).then(b.cmp(a)))?;
        Some(Note {
            kind: NoteKind::Quote,
            span: Some(quote.span),
            message: format!(
                "The headline quotes “{}”, the body “{}”",
                shown(quote.span),
                shown(*span)
            ),
        })
    });
    differ.collect()
}

fn is_above(article: &Article, span: Span) -> bool {
    let blocks = &article.document.blocks;
    let block = blocks.partition_point(|block| block.span.end() < span.end());
    blocks
        .get(block)
        .is_some_and(|block| matches!(block.kind, BlockKind::Headline | BlockKind::Dek))
}

fn words(article: &Article, span: Span) -> Vec<String> {
    let tokens = &article.segments.tokens[article.segments.tokens_in(span)];
    let folds = tokens
        .iter()
        .map(|token| fold::word(token.span.of(article.text())).into_owned());
    folds
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .collect()
}
