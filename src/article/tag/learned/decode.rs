//! The best row of tags for a run, and how much better it is than the next best that differs.

use crate::knowledge::model::{COUNT, Scores, Tag};

/// Lower than any sum of weights, and far from overflow.
const NEVER: i32 = -1_000_000_000;

/// The best tags for a run with these scores, outside of names before it and behind it.
pub fn best(scores: &[Scores], transitions: &[Scores; COUNT]) -> Vec<Tag> {
    let mut lattice = Vec::with_capacity(scores.len());
    let mut back: Vec<[u8; COUNT]> = Vec::with_capacity(scores.len());
    let Some(first) = scores.first() else {
        return Vec::new();
    };
    lattice.push(start(first, transitions));
    for row in &scores[1..] {
        let last = lattice[lattice.len() - 1];
        let (next, from) = step(&last, row, transitions);
        lattice.push(next);
        back.push(from);
    }
    let mut tag = end(&lattice[lattice.len() - 1], transitions);
    let mut tags = vec![Tag(tag as u8)];
    for from in back.iter().rev() {
        tag = from[tag] as usize;
        tags.push(Tag(tag as u8));
    }
    tags.reverse();
    tags
}

fn start(first: &Scores, transitions: &[Scores; COUNT]) -> Scores {
    let mut row = [NEVER; COUNT];
    for tag in OPENING {
        row[tag] = first[tag] + transitions[0][tag];
    }
    row
}

/// Tags that may end a name or stand outside: what a new name or a token outside may follow.
const CLOSING: [usize; 11] = [0, 3, 4, 7, 8, 11, 12, 15, 16, 19, 20];

/// Tags that stand outside or begin a name: what may follow one of [`CLOSING`].
const OPENING: [usize; 11] = [0, 1, 4, 5, 8, 9, 12, 13, 16, 17, 20];

fn step(last: &Scores, scores: &Scores, transitions: &[Scores; COUNT]) -> (Scores, [u8; COUNT]) {
    let mut next = [NEVER; COUNT];
    let mut from = [0_u8; COUNT];
    for tag in 0..COUNT {
        let opens = Tag(tag as u8).opens();
        let kind = tag.wrapping_sub(1) & !3;
        let inside = [kind + 1, kind + 2];
        let score = |previous: usize| last[previous] + transitions[previous][tag];
        let (most, which) = if opens {
            most(CLOSING, score)
        } else {
            most(inside, score)
        };
        next[tag] = most + scores[tag];
        from[tag] = which as u8;
    }
    (next, from)
}

/// The best of so many tags, the first where several are, with its score.
#[inline]
fn most<const N: usize>(tags: [usize; N], score: impl Fn(usize) -> i32) -> (i32, usize) {
    let (mut most, mut which) = (i32::MIN, 0);
    for tag in tags {
        let score = score(tag);
        if score > most {
            (most, which) = (score, tag);
        }
    }
    (most, which)
}

fn end(last: &Scores, transitions: &[Scores; COUNT]) -> usize {
    let closing = CLOSING.iter().copied();
    closing
        .max_by_key(|&tag| (last[tag] + transitions[tag][0], std::cmp::Reverse(tag)))
        .unwrap_or(0)
}

/// For each token and tag the best score of a whole row that has it there.
pub fn through(scores: &[Scores], transitions: &[Scores; COUNT]) -> Vec<Scores> {
    let Some(first) = scores.first() else {
        return Vec::new();
    };
    let mut forward = vec![start(first, transitions)];
    for row in &scores[1..] {
        let next = step(&forward[forward.len() - 1], row, transitions).0;
        forward.push(next);
    }
    let mut behind = [NEVER; COUNT];
    for &tag in &CLOSING {
        behind[tag] = transitions[tag][0];
    }
    for at in (0..scores.len()).rev() {
        let here: Scores = std::array::from_fn(|tag| forward[at][tag].saturating_add(behind[tag]).max(NEVER));
        let reached: Scores =
            std::array::from_fn(|tag| behind[tag].saturating_add(scores[at][tag]).max(NEVER));
        behind = std::array::from_fn(|tag| backward(tag, &reached, transitions));
        forward[at] = here;
    }
    forward
}

/// The best that may follow `tag`.
fn backward(tag: usize, reached: &Scores, transitions: &[Scores; COUNT]) -> i32 {
    let kind = tag.wrapping_sub(1) & !3;
    let row = &transitions[tag];
    let score = |next: usize| reached[next] + row[next];
    if Tag(tag as u8).closes() {
        most(OPENING, score).0
    } else {
        most([kind + 2, kind + 3], score).0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_hold_what_is_legal() {
        for tag in 0..COUNT {
            let legal = |next: &usize| Tag(tag as u8).precedes(Tag(*next as u8));
            let follows: Vec<usize> = (0..COUNT).filter(legal).collect();
            let kind = tag.wrapping_sub(1) & !3;
            let listed = if CLOSING.contains(&tag) {
                OPENING.to_vec()
            } else {
                vec![kind + 2, kind + 3]
            };
            assert_eq!(follows, listed, "behind {tag}");
        }
    }
}
