//! Pairs that tell the same story in other words: hardly a run of words in common, yet sentence answers sentence.

use super::{Candidate, Pair};
use crate::comparison::align::{self, Line, Link, Rarity};
use crate::comparison::forest::Groups;
use crate::knowledge::Model;
use crate::order::Arrange as _;
use crate::story::{ArticleId, Story};
use crate::text::shingles::{self, Words};

/// Sentences that answer each other at least; where an article has fewer, all of them.
const ANSWERS: usize = 3;

/// Share of an article's words that stand in such sentences.
const ANSWERED: f32 = 0.15;

/// Rare words that two articles have in common for each sentence of the one with fewer, and at least so many.
///
/// Of 347,000 pairs of articles on one election campaign (`PolNeAR`) that share no text, one passes: two reports of polls
/// in one week. With a share of .12 two reports of one auction pass as well.
const RARE_FOR_EACH: usize = 2;
const RARE: usize = 4;

/// Articles that may hold a word for it to bring two together: what more have is the story's own.
const HOLDERS: usize = 24;

/// Others an article is held against at most, those with the most rare words in common: the work stays near-linear.
const PARTNERS: usize = 8;

/// From ten times this logarithm on a word is rare: one sentence of 490 has it.
const RARE_FROM: f32 = 62.0;

/// The pairs that tell the same in other words, of articles that no chain of `known` pairs joins, by (a, b).
pub(super) fn retold(story: &Story, words: &[Words], known: &[Candidate], model: &Model) -> Vec<Pair> {
    let mut stories = Groups::new(words.len());
    for pair in known {
        stories.join(pair.a.0 as usize, pair.b.0 as usize);
    }
    let stories: Vec<usize> = (0..words.len()).map(|at| stories.find(at)).collect();
    if stories.iter().all(|&of| of == 0) {
        return Vec::new();
    }
    let asked = asked(story, words, &stories, model);
    let rarity = Rarity::new(&model.lexicon.frequencies);
    let mut prepared: Vec<Option<Vec<Line<'_>>>> = story.articles.iter().map(|_| None).collect();
    for id in asked.iter().flat_map(|&(a, b)| [a, b]) {
        let lines = || align::lines(story.article(ArticleId(id)), &rarity);
        prepared[id as usize].get_or_insert_with(lines);
    }
    let lines = |id: u32| prepared[id as usize].as_deref().unwrap_or_default();
    let mut found = asked;
    found.retain(|&(a, b)| answers(&align::link(lines(a), lines(b)), [lines(a), lines(b)]));
    found
}

/// Whether sentences of two articles answer each other often enough.
fn answers(links: &[Link], lines: [&[Line<'_>]; 2]) -> bool {
    let words = |side: usize, at: &[usize]| at.iter().map(|&at| lines[side][at].words()).sum::<usize>();
    let answered = |side: usize| {
        let linked = links
            .iter()
            .map(|link| words(side, if side == 0 { &link.a } else { &link.b }));
        let all: usize = lines[side].iter().map(Line::words).sum();
        linked.sum::<usize>() as f32 / all.max(1) as f32
    };
    let least = lines[0].len().min(lines[1].len()).min(ANSWERS);
    links.len() >= least && answered(0).max(answered(1)) >= ANSWERED
}

/// The pairs worth a look: those of different `stories` with many rare words in common, by (a, b).
fn asked(story: &Story, words: &[Words], stories: &[usize], model: &Model) -> Vec<Pair> {
    let apart = |&(a, b): &Pair| stories[a as usize] != stories[b as usize];
    let sentences = |id: u32| story.article(ArticleId(id)).segments.sentences.len();
    let frequent = frequent(model);
    let mut postings: Vec<(u64, u32)> = Vec::new();
    for (id, words) in (0..).zip(words) {
        let rare = words
            .hashes()
            .iter()
            .filter(|word| frequent.binary_search(word).is_err());
        postings.extend(rare.map(|&word| (word, id)));
    }
    postings.sort_unstable();
    postings.dedup();
    let mut shared: Vec<Pair> = Vec::new();
    for holders in postings
        .chunk_by(|x, y| x.0 == y.0)
        .filter(|holders| holders.len() <= HOLDERS)
    {
        for (at, &(_, a)) in holders.iter().enumerate() {
            let pairs = holders[at + 1..].iter().map(|&(_, b)| (a, b));
            shared.extend(pairs.filter(apart));
        }
    }
    shared.sort_unstable();
    let mut counted: Vec<(usize, Pair)> = shared
        .chunk_by(|x, y| x == y)
        .map(|pair| (pair.len(), pair[0]))
        .filter(|&(count, (a, b))| {
            let enough = RARE.max(sentences(a).min(sentences(b)) * RARE_FOR_EACH);
            count >= enough
        })
        .collect();
    counted.sort_unstable_by_key(|&(count, pair)| (usize::MAX - count, pair));
    let mut partners = vec![0; words.len()];
    let mut asked: Vec<Pair> = Vec::new();
    for (_, (a, b)) in counted {
        if partners[a as usize].max(partners[b as usize]) < PARTNERS {
            partners[a as usize] += 1;
            partners[b as usize] += 1;
            asked.push((a, b));
        }
    }
    asked.arrange();
    asked
}

/// Hashes of the words that are not rare, sorted.
fn frequent(model: &Model) -> Vec<u64> {
    let entries = model.lexicon.frequencies.entries();
    let listed = entries.filter(|(_, tenths)| tenths.parse::<f32>().is_ok_and(|tenths| tenths < RARE_FROM));
    let mut hashes: Vec<u64> = listed.map(|(form, _)| shingles::hash_folded(form)).collect();
    hashes.sort_unstable();
    hashes
}
