//! Pairs that tell the same story in other words: hardly a run of words in common, yet sentence answers sentence.

use super::{Line, Rarity, lines, link_retold};
use crate::comparison::candidates::{self, Candidate, Pair};
use crate::comparison::forest::Groups;
use crate::knowledge::Model;
use crate::order::Arrange as _;
use crate::story::{ArticleId, Story};
use crate::text::shingles;

/// Share of an article's words that stand in sentences which answer each other.
const ANSWERED: f32 = 0.05;

/// Rare words that two articles have in common for each sentence of the one with fewer: so many where two sentences answer
/// each other, and so many where only one does.
///
/// Of 347,000 pairs of articles on one election campaign (`PolNeAR`) that share no text, 14 pass: two reports of one
/// auction, two of one hacker's case, ten of polls and nights of voting, two others. Two reports of one event that were
/// written apart have one and a half and more.
const RARE: [f32; 2] = [1.5, 2.5];

/// Fewer rare words are chance, however short the articles are.
const RARE_AT_LEAST: usize = 4;

/// Articles that may hold a word for it to bring two together: what more have is the story's own.
const HOLDERS: usize = 24;

/// Others an article is held against at most, those with the most rare words in common: the work stays near-linear.
const PARTNERS: usize = 8;

/// From ten times this logarithm on a word is rare: one sentence of 490 has it.
const RARE_FROM: f32 = 62.0;

/// Candidates that tell the same in other words, of articles that no chain of `known` ones joins, by (a, b).
pub fn retold(story: &Story, known: &[Candidate], model: &Model) -> Vec<Candidate> {
    let mut stories = Groups::new(story.articles.len());
    for pair in known {
        stories.join(pair.a.0 as usize, pair.b.0 as usize);
    }
    let stories: Vec<usize> = (0..story.articles.len()).map(|at| stories.find(at)).collect();
    if stories.iter().all(|&of| of == 0) {
        return Vec::new();
    }
    let pairs = pairs(story, &stories, model);
    let words = |id: u32| candidates::words(story.article(ArticleId(id)));
    let overlap = |(a, b): Pair| shingles::overlap(&words(a), &words(b));
    pairs
        .into_iter()
        .map(|pair| Candidate::new(pair, overlap(pair), true))
        .collect()
}

fn pairs(story: &Story, stories: &[usize], model: &Model) -> Vec<Pair> {
    let asked = asked(story, stories, model);
    let rarity = Rarity::new(&model.lexicon.frequencies);
    let mut prepared: Vec<Option<Vec<Line<'_>>>> = story.articles.iter().map(|_| None).collect();
    for id in asked.iter().flat_map(|&((a, b), _)| [a, b]) {
        prepared[id as usize].get_or_insert_with(|| lines(story.article(ArticleId(id)), &rarity));
    }
    let of = |id: u32| prepared[id as usize].as_deref().unwrap_or_default();
    let told = |&((a, b), rare): &(Pair, f32)| answers([of(a), of(b)], if rare < RARE[1] { 2 } else { 1 });
    asked.into_iter().filter(told).map(|(pair, _)| pair).collect()
}

/// Whether at least so many sentences of two articles answer each other, and these are some part of either.
fn answers(lines: [&[Line<'_>]; 2], least: usize) -> bool {
    let found = link_retold(lines[0], lines[1]);
    let words = |side: usize, at: &[usize]| at.iter().map(|&at| lines[side][at].words()).sum::<usize>();
    let answered = |side: usize| {
        let linked = found
            .iter()
            .map(|link| words(side, if side == 0 { &link.a } else { &link.b }));
        let all: usize = lines[side].iter().map(Line::words).sum();
        linked.sum::<usize>() as f32 / all.max(1) as f32
    };
    found.len() >= least && answered(0).max(answered(1)) >= ANSWERED
}

/// The pairs worth a look, those of different `stories` with many rare words in common, by (a, b), with how many these
/// are for each sentence.
fn asked(story: &Story, stories: &[usize], model: &Model) -> Vec<(Pair, f32)> {
    let apart = |&(a, b): &Pair| stories[a as usize] != stories[b as usize];
    let sentences = |id: u32| story.article(ArticleId(id)).segments.sentences.len();
    let frequent = frequent(model);
    let mut postings: Vec<(u64, u32)> = Vec::new();
    for id in story.ids() {
        let words =
            candidates::tokens(story.article(id)).filter(|word| word.chars().any(char::is_alphanumeric));
        let rare = words
            .map(shingles::hash)
            .filter(|word| frequent.binary_search(word).is_err());
        postings.extend(rare.map(|word| (word, id.0)));
    }
    postings.sort_unstable();
    postings.dedup();
    // Two numbers in one: the sort for these is compiled already.
    let mut shared: Vec<u64> = Vec::new();
    for holders in postings
        .chunk_by(|x, y| x.0 == y.0)
        .filter(|holders| holders.len() <= HOLDERS)
    {
        for (at, &(_, a)) in holders.iter().enumerate() {
            let pairs = holders[at + 1..].iter().map(|&(_, b)| (a, b));
            shared.extend(
                pairs
                    .filter(apart)
                    .map(|(a, b)| u64::from(a) << 32 | u64::from(b)),
            );
        }
    }
    shared.sort_unstable();
    let rate = |count: usize, (a, b): Pair| count as f32 / sentences(a).min(sentences(b)).max(1) as f32;
    let mut counted: Vec<(usize, Pair)> = shared
        .chunk_by(|x, y| x == y)
        .map(|pair| (pair.len(), ((pair[0] >> 32) as u32, pair[0] as u32)))
        .filter(|&(count, pair)| count >= RARE_AT_LEAST && rate(count, pair) >= RARE[0])
        .collect();
    counted.arrange_by_key(|&(count, pair)| (usize::MAX - count, pair));
    let mut partners = vec![0; stories.len()];
    let mut asked: Vec<(Pair, f32)> = Vec::new();
    for (count, (a, b)) in counted {
        if partners[a as usize].max(partners[b as usize]) < PARTNERS {
            partners[a as usize] += 1;
            partners[b as usize] += 1;
            asked.push(((a, b), rate(count, (a, b))));
        }
    }
    asked.arrange_by_key(|&(pair, _)| pair);
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
