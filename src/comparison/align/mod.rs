//! Which sentence of one article is which sentence of another: moved, split, merged, reworded.
//!
//! # Preparing the input
//!
//! Each sentence becomes a [`Line`]: folded words, their rarity, runs of characters. It is made once an article.
//!
//! # Linking
//!
//! [`link`] compares two lists of lines and knows nothing of articles: equal lines first, then pairs that are each
//! other's best, then what stands in order between these, then what is left over, at last the parts of split sentences.
//! What leaves the common order has moved.
//!
//! # Accessing results
//!
//! [`alignments`] gives the links of all candidate pairs with their word edits, [`passages`] joins links over all
//! articles.

mod decode;
mod kinds;
mod line;
mod order;
mod passages;
mod score;
mod similar;

use super::candidates::Candidate;
use super::diff::{self, Edit};
use crate::article::Article;
use crate::article::segment::{Sentence, SentenceId};
use crate::knowledge::Model;
use crate::story::{ArticleId, Story};

pub use line::{Line, Unit};
pub use passages::passages;

/// A link between one or more sentences of `a` and one or more of `b`. One to one, or a split (one to several), or
/// a merge (several to one). A sentence is in at most one link of a pair of articles.
#[derive(Debug, Clone, PartialEq)]
pub struct Alignment {
    /// The first article, by order.
    pub a: ArticleId,
    /// The second.
    pub b: ArticleId,
    /// Sentences of `a`, in order; never empty.
    pub a_sentences: Vec<SentenceId>,
    /// Sentences of `b`, in order; never empty.
    pub b_sentences: Vec<SentenceId>,
    /// How much of the wording they share.
    pub kind: AlignmentKind,
    /// Whether it stands in another place of the order.
    pub moved: bool,
    /// How sure the link is, 0 to 1.
    pub score: f32,
    /// Word edits from `a` to `b`. Their spans tile both sides: see [`Edit`].
    pub edits: Vec<Edit>,
}

/// How much of the wording two linked passages share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AlignmentKind {
    /// The same but for style (quotation marks, case of titles, US/U.S., white space).
    Verbatim,
    /// The same sentence, edited.
    Edited,
    /// The same statement in other words.
    Paraphrase,
    /// About the same thing, not the same statement.
    Related,
}

/// What is said in one place or more: sentences of k of the n articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Its sentences by article, in order; never empty, and mostly at most one an article.
    pub members: Vec<(ArticleId, SentenceId)>,
}

/// A link between lines of two lists.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Indices of lines of the first list, in order; never empty.
    pub a: Vec<usize>,
    /// Indices of lines of the second list, in order; never empty. One of the two lists has one line.
    pub b: Vec<usize>,
    /// How alike both sides are, 0 to 1.
    pub score: f32,
    /// Whether it stands in another place of the order.
    pub moved: bool,
}

/// Links two lists of lines; the links are sorted by their first line of `a`. A line is in at most one link.
///
/// The lists are compared in an order that their content gives, so that exchanging them exchanges the sides of each
/// link and nothing else, whatever is tied.
pub fn link(a: &[Line], b: &[Line]) -> Vec<Link> {
    let content = |lines: &[Line]| -> Vec<u64> { lines.iter().map(|line| line.exact).collect() };
    if content(a) <= content(b) {
        return decode::links(a, b, &similar::Similar::new(a, b));
    }
    let mut links = decode::links(b, a, &similar::Similar::new(b, a));
    for link in &mut links {
        std::mem::swap(&mut link.a, &mut link.b);
    }
    links.sort_by(|x, y| x.a.cmp(&y.a));
    links
}

/// Aligns each candidate pair.
pub fn alignments(story: &Story, candidates: &[Candidate], model: &Model) -> Vec<Alignment> {
    let mut lines: Vec<Option<Vec<Line>>> = vec![None; story.articles.len()];
    for id in candidates.iter().flat_map(|candidate| [candidate.a, candidate.b]) {
        let article = story.article(id);
        lines[id.0 as usize].get_or_insert_with(|| prepare(article, model));
    }
    let of = |id: ArticleId| lines[id.0 as usize].as_deref().unwrap_or_default();
    let mut found = Vec::new();
    for candidate in candidates {
        let (a, b) = (of(candidate.a), of(candidate.b));
        found.extend(link(a, b).iter().map(|link| alignment(story, candidate, link)));
    }
    found
}

/// The sentences of an article as lines.
fn prepare(article: &Article, model: &Model) -> Vec<Line> {
    let segments = &article.segments;
    let line = |sentence: &Sentence| {
        let unit = Unit {
            text: article.text(),
            tokens: &segments.tokens[sentence.tokens.clone()],
            kind: article.document.blocks[sentence.block].kind,
        };
        Line::new(&unit, &model.lexicon.frequencies)
    };
    segments.sentences.iter().map(line).collect()
}

/// A link of two articles with its word edits.
fn alignment(story: &Story, candidate: &Candidate, link: &Link) -> Alignment {
    let (a, b) = (story.article(candidate.a), story.article(candidate.b));
    let (side_a, side_b) = (side(a, &link.a), side(b, &link.b));
    let edits = diff::edits(&side_a, &side_b);
    let ids = |side: &[usize]| side.iter().map(|&at| SentenceId(at as u32)).collect();
    Alignment {
        a: candidate.a,
        b: candidate.b,
        a_sentences: ids(&link.a),
        b_sentences: ids(&link.b),
        kind: kinds::kind(&edits, &side_a, &side_b),
        moved: link.moved,
        score: link.score,
        edits,
    }
}

fn side<'a>(article: &'a Article, sentences: &[usize]) -> diff::Side<'a> {
    let segments = &article.segments;
    let sentences = sentences.iter().map(|&at| {
        let sentence = &segments.sentences[at];
        (sentence.span, &segments.tokens[sentence.tokens.clone()])
    });
    diff::Side::new(article.text(), sentences)
}
