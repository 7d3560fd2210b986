//! Which pairs of articles share text at all. Unrelated articles are not collated: this is the document gate. Pairs that
//! tell the same in other words are found by `align`.

use crate::article::Article;
use crate::order::Arrange as _;
use crate::story::{ArticleId, Story};
use crate::text::shingles::{self, Overlap, Words};

/// Two articles that have enough in common to be aligned.
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
    /// Whether they share hardly any text, and tell the same in other words.
    pub retold: bool,
}

/// Numbers of two articles, the smaller first.
pub type Pair = (u32, u32);

impl Candidate {
    /// Two articles with what they share.
    pub(super) fn new((a, b): Pair, overlap: Overlap, retold: bool) -> Self {
        Self {
            a: ArticleId(a),
            b: ArticleId(b),
            a_in_b: overlap.a_in_b,
            b_in_a: overlap.b_in_a,
            longest_run: overlap.longest_run,
            retold,
        }
    }
}

/// The pairs that pass the gate, by (a, b).
///
/// Only pairs with a run of five words in common are measured, so unrelated articles cost next to nothing.
pub fn candidates(story: &Story) -> Vec<Candidate> {
    among(&story.ids().map(|id| words(story.article(id))).collect::<Vec<_>>())
}

/// The same of the words of all articles.
pub(super) fn among(words: &[Words]) -> Vec<Candidate> {
    measured(words, meeting(words))
}

/// The same where it is known which articles that are `kept` pass the gate.
pub(super) fn among_others(words: &[Words], known: &[Candidate], kept: &[bool]) -> Vec<Candidate> {
    let both_kept = |a: u32, b: u32| kept[a as usize] && kept[b as usize];
    let mut pairs = Vec::new();
    for b in 0..words.len() as u32 {
        for a in 0..b {
            if !both_kept(a, b) {
                pairs.push((a, b));
            }
        }
    }
    let mut candidates = measured(words, pairs);
    for pair in known {
        if !pair.retold && both_kept(pair.a.0, pair.b.0) {
            candidates.push(*pair);
        }
    }
    candidates.arrange_by_key(|c| (c.a, c.b));
    candidates
}

/// Those that pass the gate.
fn measured(words: &[Words], pairs: Vec<(u32, u32)>) -> Vec<Candidate> {
    let measure = |(a, b): (u32, u32)| {
        let overlap = shingles::related(&words[a as usize], &words[b as usize]);
        overlap.map(|overlap| Candidate::new((a, b), overlap, false))
    };
    let mut candidates: Vec<Candidate> = pairs.into_iter().filter_map(measure).collect();
    candidates.arrange_by_key(|c| (c.a, c.b));
    candidates
}

/// The words of an article's prose: its sentences, without fields and page furniture.
pub(super) fn words(article: &Article) -> Words {
    let (text, segments) = (article.text(), &article.segments);
    let tokens = segments
        .sentences
        .iter()
        .flat_map(|s| &segments.tokens[s.tokens.clone()]);
    Words::new(tokens.map(|token| token.span.of(text)), segments.tokens.len())
}

/// The pairs of texts that have at least one run of five words in common, each once, by (b, a).
fn meeting(texts: &[Words]) -> Vec<(u32, u32)> {
    // Two need no search: what would find them is a part of measuring them.
    if texts.len() == 2 {
        return vec![(0, 1)];
    }
    let of_text = |(at, text): (u32, &Words)| text.postings().into_iter().map(move |run| (run, at));
    let mut postings: Vec<(u64, u32)> = (0_u32..).zip(texts).flat_map(of_text).collect();
    // Each text's runs are sorted already, so that this only merges; with a map of a million lists the gate took a third longer.
    #[expect(
        clippy::stable_sort_primitive,
        reason = "the stable sort merges what is sorted already"
    )]
    postings.sort();
    let mut shared: Vec<Vec<&[(u64, u32)]>> = vec![Vec::new(); texts.len()];
    for holders in postings
        .chunk_by(|x, y| x.0 == y.0)
        .filter(|holders| holders.len() > 1)
    {
        for &(_, text) in holders {
            shared[text as usize].push(holders);
        }
    }
    let mut seen_by = vec![u32::MAX; texts.len()];
    let mut pairs = Vec::new();
    for (b, shared) in (0_u32..).zip(shared) {
        for &(_, a) in shared
            .into_iter()
            .flat_map(|holders| holders.iter().take_while(|(_, a)| *a < b))
        {
            if seen_by[a as usize] != b {
                seen_by[a as usize] = b;
                pairs.push((a, b));
            }
        }
    }
    pairs
}
