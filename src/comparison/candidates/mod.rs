//! Which pairs of articles share text at all. Unrelated articles are not collated: this is the document gate.

use crate::article::Article;
use crate::order::Arrange as _;
use crate::story::{ArticleId, Story};
use crate::text::shingles::{self, Words};

/// Two articles that share enough text to be aligned.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    /// The first, by order.
    pub a: ArticleId,
    /// The second.
    pub b: ArticleId,
    /// Share of a's distinct word trigrams that b has, 0 to 1.
    pub a_in_b: f32,
    /// Share of b's distinct word trigrams that a has, 0 to 1.
    pub b_in_a: f32,
    /// Length of the longest run of words that both have.
    pub longest_run: u32,
}

/// The pairs that pass the gate, by (a, b).
///
/// Only pairs with a run of five words in common are measured, so unrelated articles cost next to nothing.
pub fn candidates(story: &Story) -> Vec<Candidate> {
    let words: Vec<Words> = story.articles.iter().map(words).collect();
    let mut candidates: Vec<Candidate> = meeting(&words)
        .into_iter()
        .filter_map(|(a, b)| {
            let overlap = shingles::overlap(&words[a as usize], &words[b as usize]);
            overlap.is_related().then_some(Candidate {
                a: ArticleId(a),
                b: ArticleId(b),
                a_in_b: overlap.a_in_b,
                b_in_a: overlap.b_in_a,
                longest_run: overlap.longest_run,
            })
        })
        .collect();
    candidates.arrange_by_key(|c| (c.a, c.b));
    candidates
}

/// The words of an article's prose: its sentences, without fields and page furniture.
fn words(article: &Article) -> Words {
    let (text, segments) = (article.text(), &article.segments);
    let tokens = segments
        .sentences
        .iter()
        .flat_map(|s| &segments.tokens[s.tokens.clone()]);
    Words::new(tokens.map(|token| token.span.of(text)))
}

/// The pairs of texts that have at least one run of five words in common, each once, by (b, a).
fn meeting(texts: &[Words]) -> Vec<(u32, u32)> {
    let mut holders: shingles::HashKeyed<Vec<u32>> = shingles::HashKeyed::default();
    let mut seen_by = vec![u32::MAX; texts.len()];
    let mut pairs = Vec::new();
    for (b, text) in (0_u32..).zip(texts) {
        for shingle in text.postings() {
            let holders = holders.entry(shingle).or_default();
            for &a in holders.iter() {
                if seen_by[a as usize] != b {
                    seen_by[a as usize] = b;
                    pairs.push((a, b));
                }
            }
            holders.push(b);
        }
    }
    pairs
}
