//! What a first reading says about each word, over all articles: the second reading asks how a word is tagged where
//! it stands elsewhere.

use super::page::Page;
use crate::knowledge::model::{Kind, Tag};

/// Votes of one word: outside, and each kind.
pub type Ballot = [u16; 1 + Kind::ALL.len()];

/// How often each capitalised word, by the fingerprint of its lower case, was tagged as what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Votes {
    // Invariant: sorted by word, each once.
    ballots: Vec<(u64, Ballot)>,
}

impl Votes {
    /// The votes of one reading of a page.
    pub fn of(page: &Page, tags: &[Tag]) -> Self {
        let runs = page.runs.iter().flat_map(|(_, run)| run.clone());
        let cast = runs.filter(|&i| page.form(i).case.is_capital()).map(|i| {
            let mut ballot = Ballot::default();
            ballot[column(tags[i])] = 1;
            (page.form(i).lower, ballot)
        });
        Self::counted(cast.collect())
    }

    /// The votes of several readings together.
    pub fn sum<'a>(all: impl Iterator<Item = &'a Self>) -> Self {
        Self::counted(all.flat_map(|votes| votes.ballots.iter().copied()).collect())
    }

    fn counted(mut ballots: Vec<(u64, Ballot)>) -> Self {
        ballots.sort_unstable_by_key(|&(word, _)| word);
        ballots.dedup_by(|later, kept| {
            let same = later.0 == kept.0;
            if same {
                let columns = kept.1.iter_mut().zip(later.1);
                columns.for_each(|(count, more)| *count = count.saturating_add(more));
            }
            same
        });
        Self { ballots }
    }

    /// The words whose ballots tell something else than before, by their fingerprints, sorted.
    pub fn changed(&self, before: &Self) -> Vec<u64> {
        let other = |these: &Self, those: &Self| {
            let differs = |&&(word, cast): &&(u64, Ballot)| {
                let (ballot, other) = (cast.map(about), those.ballot(word));
                ballot != other && !(is_settled(ballot) && is_settled(other))
            };
            let changed = these.ballots.iter().filter(differs);
            changed.map(|(word, _)| *word).collect::<Vec<u64>>()
        };
        let mut words = other(self, before);
        words.extend(other(before, self));
        words.sort_unstable();
        words
    }

    /// The ballot of a word, of many votes about how many.
    pub fn ballot(&self, word: u64) -> Ballot {
        let at = self.ballots.binary_search_by_key(&word, |&(word, _)| word);
        at.map_or_else(|_| Ballot::default(), |at| self.ballots[at].1.map(about))
    }

    /// Whether nothing was read.
    pub fn is_empty(&self) -> bool {
        self.ballots.is_empty()
    }
}

/// Up to 15 as it is, of more the three first binary digits: where hundreds of articles have a word, one more or less is to
/// change nothing, or all of them would be read again for a correction of one.
const fn about(votes: u16) -> u16 {
    let digits = u16::BITS - votes.leading_zeros();
    if digits <= 4 {
        votes
    } else {
        votes >> (digits - 3) << (digits - 3)
    }
}

/// Whether a word was read so often, and never as a name, that no reading asks for more (`features::elsewhere`, `signs`): "The".
fn is_settled(ballot: Ballot) -> bool {
    ballot[0] > 10 && ballot[1..].iter().all(|&votes| votes == 0)
}

/// The column of a ballot that a tag counts in.
pub(super) fn column(tag: Tag) -> usize {
    tag.kind().map_or(0, of_kind)
}

/// The column of a ballot that names of this kind count in.
pub(super) fn of_kind(kind: Kind) -> usize {
    1 + kind as usize
}
