//! What moved: links that follow each other form blocks, and blocks that leave the common order have moved.
//!
//! ```text
//! a   1 2 3 4 5 6 7          links 1-1 2-2 3-3 | 7-4 | 4-5 5-6 6-7
//! b   1 2 3 7 4 5 6          not "4, 5 and 6 moved down" but "7 moved up": the lighter block is the mover
//! ```

use super::Link;
use super::line::Line;
use crate::order::Arrange as _;
use crate::text::shingles::mix;

/// How far two links may lie apart on either side and still belong to one block: one sentence may be new between them.
const STEP: usize = 2;

/// Marks the links that stand in another place of the order. `links` are sorted by their first sentence of `a`; titles
/// and captions stand where the page puts them and take no part.
pub(super) fn mark_moved(links: &mut [Link], a: &[Line<'_>], b: &[Line<'_>]) {
    let body: Vec<usize> = (0..links.len())
        .filter(|&at| a[links[at].a[0]].kind.is_body() && b[links[at].b[0]].kind.is_body())
        .collect();
    let places: Vec<Place> = body.iter().map(|&at| Place::of(&links[at], a, b)).collect();
    let kept = in_order(&places);
    for (&at, &stays) in body.iter().zip(&kept) {
        let Link { a, b, .. } = &links[at];
        // Of what stands in two places one may be in order.
        let crosses = |x: usize, y: usize| {
            let mut in_order = places.iter().zip(&kept).filter(|(_, kept)| **kept);
            in_order.any(|(place, _)| (place.a.0 < x) != (place.b.0 < y))
        };
        let fits = |x: &usize| b.iter().any(|&y| !crosses(*x, y));
        links[at].moved = !(stays || a.len() + b.len() > 2 && a.iter().any(fits));
    }
}

/// A link's place on both sides and its weight.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) a: (usize, usize),
    pub(super) b: (usize, usize),
    pub(super) weight: u64,
}

/// Bits below the count of words that settle ties by content: then it does not matter which article comes first.
const TIE_BITS: u32 = 20;

impl Place {
    pub(super) fn of(link: &Link, a: &[Line<'_>], b: &[Line<'_>]) -> Self {
        let sides = || {
            link.a
                .iter()
                .map(|&at| &a[at])
                .chain(link.b.iter().map(|&at| &b[at]))
        };
        let words: usize = sides().map(|line| line.len).sum();
        let sum = sides().fold(0_u64, |sum, line| sum.wrapping_add(mix(line.exact)));
        let tie = mix(sum) & ((1 << TIE_BITS) - 1);
        Self {
            a: ends(&link.a, a),
            b: ends(&link.b, b),
            weight: ((words as u64) << TIE_BITS) + tie,
        }
    }
}

/// The first and the last line of a side; where its lines stand apart, of those that follow each other and say most.
fn ends(side: &[usize], lines: &[Line<'_>]) -> (usize, usize) {
    let runs = side.chunk_by(|x, y| x + 1 == *y);
    let longest = runs
        .rev()
        .max_by_key(|run| run.iter().map(|&at| lines[at].len).sum::<usize>());
    longest.map_or((0, 0), |run| (run[0], run[run.len() - 1]))
}

/// For each link whether it stands in the common order: whether its block is part of the heaviest chain of blocks that
/// ascends on both sides.
pub(super) fn in_order(places: &[Place]) -> Vec<bool> {
    let blocks = blocks(places);
    let mut kept = vec![false; places.len()];
    for block in heaviest(&blocks) {
        kept[blocks[block].links.clone()].fill(true);
    }
    kept
}

/// Links that follow each other on both sides.
struct Block {
    links: std::ops::Range<usize>,
    b: (usize, usize),
    weight: u64,
}

fn blocks(places: &[Place]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for (at, place) in places.iter().enumerate() {
        if let Some(last) = blocks.last_mut() {
            let before = &places[at - 1];
            let near =
                place.a.0.saturating_sub(before.a.1) <= STEP && place.b.0.saturating_sub(before.b.1) <= STEP;
            if near && before.a.1 < place.a.0 && before.b.1 < place.b.0 {
                last.links.end = at + 1;
                last.b.1 = place.b.1;
                last.weight += place.weight;
                continue;
            }
        }
        blocks.push(Block {
            links: at..at + 1,
            b: place.b,
            weight: place.weight,
        });
    }
    blocks
}

/// The blocks of the heaviest chain: each ends on `b` before the next begins. A tree of prefix maxima keeps it at
/// n log n.
fn heaviest(blocks: &[Block]) -> Vec<usize> {
    let mut ends: Vec<usize> = blocks.iter().map(|block| block.b.1).collect();
    ends.arrange();
    ends.dedup();
    // For each prefix of the ends the heaviest chain that ends there, and its last block.
    let mut tree = vec![(0_u64, usize::MAX); ends.len() + 1];
    let mut before = vec![usize::MAX; blocks.len()];
    let mut best = (0, usize::MAX);
    for (at, block) in blocks.iter().enumerate() {
        let mut chain = (0, usize::MAX);
        let mut node = ends.partition_point(|&end| end < block.b.0);
        while node > 0 {
            chain = chain.max(tree[node]);
            node &= node - 1;
        }
        before[at] = chain.1;
        let here = (chain.0 + block.weight, at);
        best = best.max(here);
        let mut node = ends.partition_point(|&end| end < block.b.1) + 1;
        while node < tree.len() {
            tree[node] = tree[node].max(here);
            node += node & node.wrapping_neg();
        }
    }
    let mut chain = Vec::new();
    let mut at = best.1;
    while at != usize::MAX {
        chain.push(at);
        at = before[at];
    }
    chain
}
