//! What a finding marks in the articles: the words that its sentence tells, with the clause around them.

use super::ChangeKind;
use super::draft::{Finding, Part};
use super::widen::BREAKS;
use crate::article::segment::{Segments, Token, TokenKind};
use crate::story::Story;
use crate::text::{Span, fold};

/// Words of a clause at most that is marked whole.
const CLAUSE: usize = 14;

/// The words of each reading's articles. Where all readings have words, a short clause is marked whole: what is cut off
/// inside of one often reads as something else. Quotes, style and what was moved are marked as they were found.
pub(super) fn shown(story: &Story, finding: &Finding, part: &Part) -> Vec<Span> {
    let found = matches!(
        finding.rule.kind,
        ChangeKind::Style | ChangeKind::Moved | ChangeKind::Quote
    );
    match part.spans.as_slice() {
        [span] if !found && !finding.is_lacking() => vec![clause(story, part, *span).unwrap_or(*span)],
        spans => spans.to_vec(),
    }
}

/// The clause around some words of one sentence, where it is short.
fn clause(story: &Story, part: &Part, span: Span) -> Option<Span> {
    let article = story.article(part.article);
    let Segments {
        tokens, sentences, ..
    } = &article.segments;
    let sentence = sentences
        .get(article.segments.sentence_at(span.start())?.0 as usize)?
        .span;
    let goes_on = |token: &Token| {
        let word = || fold::word(token.span.of(article.text()));
        sentence.contains(token.span) && token.kind != TokenKind::Mark && !BREAKS.contains(&word().as_ref())
    };
    let range = article.segments.tokens_in(span);
    let before = tokens[..range.start].iter().rev().take(CLAUSE);
    let first = range.start - before.take_while(|token| goes_on(token)).count();
    let after = tokens[range.end..].iter().take(CLAUSE);
    let last = range.end + after.take_while(|token| goes_on(token)).count();
    let words = tokens[first..last]
        .iter()
        .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number));
    let (start, end) = (tokens.get(first)?.span, tokens.get(last.checked_sub(1)?)?.span);
    (words.count() <= CLAUSE).then(|| start.cover(end).cover(span))
}
