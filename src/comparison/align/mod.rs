//! Which sentence of one article is which sentence of another: moved, split, merged, reworded.
//!
//! # Preparing the input
//!
//! Each sentence becomes a [`Line`]: folded words, their rarity, runs of characters. It is made once an article, and no
//! more of it than is asked for.
//!
//! # Linking
//!
//! [`link`] compares two lists of lines and knows nothing of articles: equal lines first, then pairs that are each
//! other's best, then what stands in order between these, then what is left over, the parts of split sentences, and at
//! last, of articles of one story, halves that stand apart and what speaks of one thing in other words.
//! What leaves the common order has moved.
//!
//! # Accessing results
//!
//! [`alignments`] gives the links of all candidate pairs with their word edits, [`passages`] joins links over all
//! articles.

mod decide;
mod decode;
mod index;
mod kinds;
mod line;
mod order;
mod passages;
mod retold;
mod score;
mod similar;

use super::candidates::Candidate;
use super::diff::{self, Edit, Op};
use crate::article::Article;
use crate::article::segment::{Sentence, SentenceId, TokenKind};
use crate::knowledge::Model;
use crate::order::Arrange as _;
use crate::story::{ArticleId, Story};

pub use decide::decided;
pub use line::{Line, Rarity, Unit};
pub use passages::passages;
pub use retold::{Asked, retold, share_a_name};

/// A link between one or more sentences of `a` and one or more of `b`. One to one, or a split (one to several), or
/// a merge (several to one); the several may stand apart. A sentence is in at most one link of a pair of articles.
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

impl Alignment {
    /// Whether its sides are one sentence, edited; else little more than their matter is the same.
    pub fn is_close(&self) -> bool {
        matches!(self.kind, AlignmentKind::Verbatim | AlignmentKind::Edited)
    }
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
    /// What speaks for it.
    pub tie: Tie,
}

/// What links two lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// How they are worded, and where they stand.
    Wording,
    /// What they speak of: they tell the same in other words.
    Matter,
    /// What they speak of: they are about the same, and each the other's nearest.
    Topic,
}

/// Links two lists of lines; the links are sorted by their first line of `a`. A line is in at most one link.
///
/// The lists are compared in an order that their content gives, so that exchanging them exchanges the sides of each
/// link and nothing else, whatever is tied.
pub fn link(a: &[Line<'_>], b: &[Line<'_>]) -> Vec<Link> {
    either_way(a, b, false)
}

/// The same with lines that share little of their wording and much of what they speak of. Two articles about one event
/// speak of one thing only once; drafts of an essay speak of it in every paragraph.
fn link_retold(a: &[Line<'_>], b: &[Line<'_>]) -> Vec<Link> {
    let mut links = either_way(a, b, true);
    let [of_a, of_b] = shares(&links, a, b);
    if (of_a * of_b).sqrt() < ONE_MATTER {
        links.retain(|link| link.tie != Tie::Topic);
    }
    links
}

/// The share of both sides' words, the geometric mean, that stand in linked lines, from which on what is about the same is
/// no chance likeness: two columns that end with the same note of their paper are about two things.
const ONE_MATTER: f32 = 0.15;

/// The share of each side's words that stand in linked lines, 0 to 1.
fn shares(links: &[Link], a: &[Line<'_>], b: &[Line<'_>]) -> [f32; 2] {
    let share = |lines: &[Line<'_>], of: fn(&Link) -> &[usize]| {
        let linked: usize = links.iter().flat_map(of).map(|&at| lines[at].words()).sum();
        let all: usize = lines.iter().map(Line::words).sum();
        linked as f32 / all.max(1) as f32
    };
    [share(a, |link| &link.a), share(b, |link| &link.b)]
}

fn either_way(a: &[Line<'_>], b: &[Line<'_>], retold: bool) -> Vec<Link> {
    if a.iter()
        .map(|line| line.exact)
        .le(b.iter().map(|line| line.exact))
    {
        return decode::links(a, b, retold);
    }
    let mut links = decode::links(b, a, retold);
    for link in &mut links {
        std::mem::swap(&mut link.a, &mut link.b);
    }
    links.arrange_by(|x, y| x.a.cmp(&y.a));
    links
}

/// Aligns each candidate pair.
pub fn alignments(story: &Story, candidates: &[Candidate], model: &Model) -> Vec<Alignment> {
    let rarity = Rarity::new(model);
    let mut prepared: Vec<Option<Vec<Line<'_>>>> = story.articles.iter().map(|_| None).collect();
    for id in candidates.iter().flat_map(|candidate| [candidate.a, candidate.b]) {
        prepared[id.0 as usize].get_or_insert_with(|| lines(story.article(id), &rarity));
    }
    let mut found = Vec::new();
    for candidate in candidates {
        let of = |id: ArticleId| prepared[id.0 as usize].as_deref();
        if let Some((a, b)) = of(candidate.a).zip(of(candidate.b)) {
            let articles = (story.article(candidate.a), story.article(candidate.b));
            let ids = (candidate.a, candidate.b);
            found.extend(
                link_retold(a, b)
                    .iter()
                    .map(|link| alignment(ids, articles, link)),
            );
        }
    }
    found
}

/// The sentences of an article, prepared.
fn lines<'t>(article: &'t Article, rarity: &'t Rarity<'t>) -> Vec<Line<'t>> {
    let units = article.segments.sentences.iter().map(|sentence| Unit {
        text: article.text(),
        tokens: &article.segments.tokens[sentence.tokens.clone()],
        kind: article.document.blocks[sentence.block].kind,
    });
    units.map(|unit| Line::new(unit, rarity)).collect()
}

/// A link of two articles with its word edits.
fn alignment(ids: (ArticleId, ArticleId), (a, b): (&Article, &Article), link: &Link) -> Alignment {
    let (edits, kind) = same(a, b, link).unwrap_or_else(|| {
        let (side_a, side_b) = (side(a, &link.a), side(b, &link.b));
        let edits = diff::edits(&side_a, &side_b);
        let kind = kinds::kind(&edits, &side_a, &side_b);
        (edits, kind)
    });
    let sentences = |side: &[usize]| side.iter().map(|&at| SentenceId(at as u32)).collect();
    Alignment {
        a: ids.0,
        b: ids.1,
        a_sentences: sentences(&link.a),
        b_sentences: sentences(&link.b),
        kind: match link.tie {
            Tie::Wording => kind,
            Tie::Matter => AlignmentKind::Paraphrase,
            Tie::Topic => AlignmentKind::Related,
        },
        moved: link.moved,
        score: link.score,
        edits,
    }
}

/// The one step between two sentences that are the same byte for byte: most links of two versions of a text.
fn same(a: &Article, b: &Article, link: &Link) -> Option<(Vec<Edit>, AlignmentKind)> {
    let (&[of_a], &[of_b]) = (link.a.as_slice(), link.b.as_slice()) else {
        return None;
    };
    let (first, second) = (&a.segments.sentences[of_a], &b.segments.sentences[of_b]);
    let alike = first.span.of(a.text()) == second.span.of(b.text())
        && !first.tokens.is_empty()
        && places(a, first).eq(places(b, second));
    let step = Edit {
        op: Op::Equal,
        a: first.span,
        b: second.span,
    };
    alike.then(|| (vec![step], AlignmentKind::Verbatim))
}

/// Where the tokens of a sentence stand in it, and their kinds.
fn places(article: &Article, sentence: &Sentence) -> impl Iterator<Item = (usize, usize, TokenKind)> {
    let start = sentence.span.start();
    let tokens = article.segments.tokens[sentence.tokens.clone()].iter();
    tokens.map(move |token| (token.span.start() - start, token.span.len(), token.kind))
}

/// Some sentences of an article as a side of a comparison of words.
fn side<'s>(article: &'s Article, sentences: &[usize]) -> diff::Side<'s> {
    let of = |&at: &usize| {
        let sentence = &article.segments.sentences[at];
        (sentence.span, &article.segments.tokens[sentence.tokens.clone()])
    };
    diff::Side::new(article.text(), sentences.iter().map(of))
}
