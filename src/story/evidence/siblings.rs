//! Which dated article an undated one shares text with. Word shingles; to be one with `text::shingles` when that
//! lands.

use std::sync::Arc;

use crate::article::document::{Document, Published};
use crate::article::segment::{Segments, TokenKind};
use crate::text::fold;

/// Words of a shingle: five in a row are seldom the same by chance.
const WORDS: usize = 5;

/// Share of the shorter article's shingles that makes two articles siblings. Independent reports of one event share
/// quotations and set phrases, a few in a hundred; a rewritten wire story keeps whole paragraphs.
const SIBLING_SHARE: f32 = 0.1;

/// A shingle in more articles than this is boilerplate and tells nothing; also keeps counting linear.
const MOST_BEARERS: usize = 64;

/// The shingles of all articles.
pub(super) struct Shared {
    // Invariant: each sorted, each shingle once.
    shingles: Vec<Vec<u64>>,
    // Invariant: sorted; only of dated articles.
    dated: Vec<(u64, usize)>,
}

impl Shared {
    pub(super) fn new(documents: &[Arc<Document>], segments: &[Segments], own: &[Option<Published>]) -> Self {
        // Where all or none are dated nobody can lend.
        let needed = own.iter().any(Option::is_some) && own.iter().any(Option::is_none);
        let shingles: Vec<Vec<u64>> = documents
            .iter()
            .zip(segments)
            .map(|(document, segments)| {
                if needed {
                    shingles(document, segments)
                } else {
                    Vec::new()
                }
            })
            .collect();
        let of_dated = (0..own.len()).filter(|&i| own[i].is_some());
        let mut dated: Vec<(u64, usize)> = of_dated
            .flat_map(|i| shingles[i].iter().map(move |&shingle| (shingle, i)))
            .collect();
        dated.sort_unstable();
        Self { shingles, dated }
    }

    /// The dated sibling that shares most with article `index`; of equals the first.
    pub(super) fn lender(&self, index: usize) -> Option<usize> {
        let mut counts = vec![0_usize; self.shingles.len()];
        for &shingle in &self.shingles[index] {
            let first = self.dated.partition_point(|&(known, _)| known < shingle);
            let bearers = self.dated[first..]
                .iter()
                .take_while(|&&(known, _)| known == shingle);
            let bearers: Vec<usize> = bearers.take(MOST_BEARERS + 1).map(|&(_, i)| i).collect();
            if bearers.len() <= MOST_BEARERS {
                bearers.into_iter().for_each(|i| counts[i] += 1);
            }
        }
        let enough = |other: usize| {
            let shorter = self.shingles[index].len().min(self.shingles[other].len());
            counts[other] > 0 && counts[other] as f32 >= SIBLING_SHARE * shorter as f32
        };
        (0..counts.len())
            .filter(|&i| enough(i))
            .rev()
            .max_by_key(|&i| counts[i])
    }
}

fn shingles(document: &Document, segments: &Segments) -> Vec<u64> {
    let words = segments.tokens.iter().filter(|t| t.kind != TokenKind::Mark);
    let hashes: Vec<u64> = words
        .map(|t| hash(&fold::word(t.span.of(&document.text))))
        .collect();
    let mut shingles: Vec<u64> = hashes
        .windows(WORDS)
        .map(|window| {
            window
                .iter()
                .fold(OFFSET, |all, &one| (all ^ one).wrapping_mul(PRIME))
        })
        .collect();
    shingles.sort_unstable();
    shingles.dedup();
    shingles
}

// FNV-1a's constants: the hash must be the same on every machine.
const OFFSET: u64 = 0xCBF2_9CE4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01B3;

fn hash(word: &str) -> u64 {
    word.bytes()
        .fold(OFFSET, |all, byte| (all ^ u64::from(byte)).wrapping_mul(PRIME))
}
