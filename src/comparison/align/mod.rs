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

use std::ops::Range;

use super::candidates::Candidate;
use super::diff::{self, Edit, Piece};
use crate::article::Article;
use crate::article::segment::SentenceId;
use crate::knowledge::Model;
use crate::order::Arrange as _;
use crate::story::{ArticleId, Story};

pub use line::{Line, Rarity, Unit};
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
    if a.iter()
        .map(|line| line.exact)
        .le(b.iter().map(|line| line.exact))
    {
        return decode::links(a, b);
    }
    let mut links = decode::links(b, a);
    for link in &mut links {
        std::mem::swap(&mut link.a, &mut link.b);
    }
    links.arrange_by(|x, y| x.a.cmp(&y.a));
    links
}

/// Aligns each candidate pair.
pub fn alignments(story: &Story, candidates: &[Candidate], model: &Model) -> Vec<Alignment> {
    let mut rarity = Rarity::new(&model.lexicon.frequencies);
    let mut prepared: Vec<Option<Prepared>> = story.articles.iter().map(|_| None).collect();
    for id in candidates.iter().flat_map(|candidate| [candidate.a, candidate.b]) {
        prepared[id.0 as usize].get_or_insert_with(|| Prepared::new(story.article(id), &mut rarity));
    }
    let mut found = Vec::new();
    for candidate in candidates {
        let of = |id: ArticleId| prepared[id.0 as usize].as_ref();
        if let Some((a, b)) = of(candidate.a).zip(of(candidate.b)) {
            let links = link(&a.lines, &b.lines);
            found.extend(links.iter().map(|link| alignment(candidate, (a, b), link)));
        }
    }
    found
}

/// An article as it is compared.
struct Prepared<'s> {
    text: &'s str,
    lines: Vec<Line>,
    pieces: Vec<Piece>,
    // For each sentence its pieces.
    places: Vec<Range<usize>>,
}

impl<'s> Prepared<'s> {
    fn new(article: &'s Article, rarity: &mut Rarity<'_>) -> Self {
        let mut prepared = Self {
            text: article.text(),
            lines: Vec::with_capacity(article.segments.sentences.len()),
            pieces: Vec::with_capacity(article.segments.tokens.len()),
            places: Vec::with_capacity(article.segments.sentences.len()),
        };
        for sentence in &article.segments.sentences {
            let unit = Unit {
                text: prepared.text,
                tokens: &article.segments.tokens[sentence.tokens.clone()],
                kind: article.document.blocks[sentence.block].kind,
            };
            let start = prepared.pieces.len();
            prepared
                .pieces
                .extend(diff::pieces(unit.text, sentence.span, unit.tokens));
            let pieces = &prepared.pieces[start..];
            prepared.lines.push(Line::from_pieces(&unit, pieces, rarity));
            prepared.places.push(start..prepared.pieces.len());
        }
        prepared
    }

    /// Some of its sentences as a side of a comparison of words.
    fn side(&self, sentences: &[usize]) -> diff::Side<'s> {
        let of = |at: &usize| &self.pieces[self.places[*at].clone()];
        let pieces = match sentences {
            [only] => of(only).to_vec(),
            _ => sentences.iter().flat_map(of).copied().collect(),
        };
        diff::Side::from_pieces(self.text, pieces)
    }
}

/// A link of two articles with its word edits.
fn alignment(candidate: &Candidate, (a, b): (&Prepared<'_>, &Prepared<'_>), link: &Link) -> Alignment {
    let (side_a, side_b) = (a.side(&link.a), b.side(&link.b));
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
