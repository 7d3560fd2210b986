//! Which dated article an undated one shares text with: the same gate that lets articles be collated.

use std::sync::Arc;

use crate::article::document::{Document, Published};
use crate::article::segment::Segments;
use crate::order::Arrange as _;
use crate::text::shingles::{self, Words};

/// A shingle in more articles than this is boilerplate; skipping it keeps counting linear.
const MOST_BEARERS: usize = 64;

/// Articles that are measured for one undated article: those with most common shingles. One that is not among
/// them shares less than they do, so it would not be chosen where they pass.
const MOST_MEASURED: usize = 8;

/// The words of all articles, and which dated article has which shingle.
pub(super) struct Shared {
    words: Vec<Words>,
    // Invariant: sorted; only of dated articles.
    dated: Vec<(u64, usize)>,
}

impl Shared {
    pub(super) fn new(documents: &[Arc<Document>], segments: &[Segments], own: &[Option<Published>]) -> Self {
        // Where all or none are dated nobody can lend.
        let needed = own.iter().any(Option::is_some) && own.iter().any(Option::is_none);
        let both = documents.iter().zip(segments).filter(|_| needed);
        let words: Vec<Words> = both
            .map(|(document, segments)| words(document, segments))
            .collect();
        let of_dated = (0..words.len()).filter(|&i| own[i].is_some());
        let mut dated: Vec<(u64, usize)> = of_dated
            .flat_map(|i| words[i].postings().into_iter().map(move |shingle| (shingle, i)))
            .collect();
        dated.arrange();
        Self { words, dated }
    }

    /// The dated sibling that shares most with article `index`; of equals the first.
    pub(super) fn lender(&self, index: usize) -> Option<usize> {
        let words = self.words.get(index)?;
        let mut counts = vec![0_usize; self.words.len()];
        for shingle in words.postings() {
            let first = self.dated.partition_point(|&(known, _)| known < shingle);
            let last = first + self.dated[first..].partition_point(|&(known, _)| known == shingle);
            if last - first <= MOST_BEARERS {
                for &(_, bearer) in &self.dated[first..last] {
                    counts[bearer] += 1;
                }
            }
        }
        let mut met: Vec<usize> = (0..counts.len()).filter(|&i| counts[i] > 0).collect();
        met.arrange_by_key(|&i| (std::cmp::Reverse(counts[i]), i));
        met.into_iter()
            .take(MOST_MEASURED)
            .find(|&i| shingles::is_related(words, &self.words[i]))
    }
}

/// The words of a document's prose.
fn words(document: &Document, segments: &Segments) -> Words {
    let sentences = segments.sentences.iter();
    let tokens = sentences.flat_map(|sentence| &segments.tokens[sentence.tokens.clone()]);
    Words::new(
        tokens.map(|token| token.span.of(&document.text)),
        segments.tokens.len(),
    )
}
