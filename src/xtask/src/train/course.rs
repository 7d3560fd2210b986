//! The course of training: two halves that read each other, everything with what they said, and once more with the
//! features that turned out to matter.

use std::ops::Range;

use crossread::article::tag::learned::{self, Page, Votes, features};
use crossread::knowledge::model::{COUNT, Classes, English, Gazetteer, Odds, Tag, Weights};

use super::corpus::{Corpus, page};
use super::dice::Dice;
use super::learner::{Examples, Learner, Lists};
use super::score::Count;
use super::sets;

/// A feature that is met less often is chance.
const FEWEST: u16 = 2;

/// Passes over the data; more over-fit.
const PASSES: usize = 5;

/// So many features are kept: a ninth of all that are met twice, with which a second training reads as well.
const FEATURES: usize = 120_000;

/// Weights nearer to zero are left out. (A step is 0.05.)
const FAINT: f32 = 0.045;

/// One unit of a stored weight; finer ones cost bytes and change no tag.
const UNIT: f32 = 0.03;

/// Marks a feature that helps training and does not leave it.
const PRIVATE: u32 = u32::MAX;

/// What training ends with.
pub(crate) struct Trained {
    features: Vec<u32>,
    learner: Learner,
    /// F1 of each half's model over the other half, for each set: a cross-validated score of the first reading.
    pub crossed: Vec<Count>,
}

/// Trains on all lessons.
pub(crate) fn train(corpus: &Corpus, english: &English) -> Trained {
    let pages: Vec<Page> = corpus
        .lessons
        .iter()
        .map(|l| page(&l.document, english))
        .collect();
    let mut examples = examples(corpus, &pages);
    let first = dictionary(&examples.first);
    number(&mut examples.first, &first, 0);
    let private = dictionary(&examples.domain);
    number(&mut examples.domain, &private, first.len());
    let base = first.len() + private.len();
    println!(
        "{} tokens in {} runs, {} features",
        examples.gold.len(),
        examples.runs.len(),
        first.len()
    );
    let halves = halves(corpus, &examples, base);
    let readings = read_crosswise(corpus, &pages, &first, &halves);
    drop(halves);
    second(&mut examples, &pages, &readings);
    let more = dictionary(&examples.second);
    number(&mut examples.second, &more, base);
    let mut features = first;
    features.extend(std::iter::repeat_n(PRIVATE, private.len()));
    features.extend(more);
    let all: Vec<u32> = (0..examples.runs.len() as u32).collect();
    let learner = learn(&examples, features.len(), &all, true, 7);
    let kept = strongest(&features, &learner);
    drop(learner);
    keep(&mut examples, &kept, features.len());
    let learners = chorus(&examples, kept.len(), &all);
    Trained {
        learner: Learner::mean(learners),
        features: kept.iter().map(|&number| features[number]).collect(),
        crossed: crossed(corpus, &readings),
    }
}

impl Trained {
    /// The weights as small whole numbers.
    pub(crate) fn weights(&self) -> Weights {
        weights(&self.features, &self.learner)
    }
}

/// How many learners, each with its own order and its own luck in what it did not see, make the final weights: their
/// mean is right where most of them are, and costs no more than one.
const VOICES: u64 = 4;

fn chorus(examples: &Examples, features: usize, order: &[u32]) -> Vec<Learner> {
    let voices: Vec<u64> = (0..VOICES).collect();
    let sing = |voices: &[u64]| -> Vec<Learner> {
        let one = |&voice: &u64| learn(examples, features, order, true, 7 + voice);
        voices.iter().map(one).collect()
    };
    let (one, other) = voices.split_at(voices.len() / 2);
    std::thread::scope(|scope| {
        let others = scope.spawn(|| sing(other));
        let mut all = sing(one);
        all.extend(others.join().expect("training does not panic"));
        all
    })
}

/// Every run of every page with the features of its tokens.
fn examples(corpus: &Corpus, pages: &[Page]) -> Examples {
    let mut examples = Examples::default();
    for (number, (page, lesson)) in pages.iter().zip(&corpus.lessons).enumerate() {
        for (line, run) in &page.runs {
            let start = examples.gold.len();
            for token in run.clone() {
                features::all(page, &page.lines[*line], token, &mut |f| examples.first.push(f));
                examples.first.close();
                // Each set has habits of its own; what they explain need not be learned by the others' features.
                let case = page.form(token).case as u64;
                examples
                    .domain
                    .push(English::feature(900, lesson.set as u64, case));
                examples.domain.close();
            }
            examples.gold.extend(reachable(&lesson.document.tags, run));
            examples.runs.push(start..examples.gold.len());
            examples.documents.push(number as u32);
        }
    }
    examples
}

/// The tags of a run; a name that reaches out of it cannot be found and is left out.
fn reachable(tags: &[Tag], run: &Range<usize>) -> Vec<Tag> {
    let inner = &tags[run.clone()];
    let mut kept = vec![Tag::OUTSIDE; inner.len()];
    for (tokens, _) in sets::names(inner) {
        // A last word whose first lies outside has no legal beginning.
        if inner[tokens.start].opens() {
            kept[tokens.clone()].copy_from_slice(&inner[tokens]);
        }
    }
    kept
}

/// A model of each half.
fn halves(corpus: &Corpus, examples: &Examples, features: usize) -> [Learner; 2] {
    let half = |half: usize| {
        let runs = 0..examples.runs.len() as u32;
        let order: Vec<u32> = runs
            .filter(|&run| corpus.lessons[examples.documents[run as usize] as usize].half == half)
            .collect();
        learn(examples, features, &order, false, 7)
    };
    std::thread::scope(|scope| {
        let other = scope.spawn(|| half(1));
        let one = half(0);
        [one, other.join().expect("training does not panic")]
    })
}

/// The first reading of each page by the model of the half that it is not in.
fn read_crosswise(
    corpus: &Corpus,
    pages: &[Page],
    features: &[u32],
    halves: &[Learner; 2],
) -> Vec<(Vec<Tag>, Votes)> {
    let models = halves.each_ref().map(|learner| English {
        weights: weights(features, learner),
        odds: Odds::default(),
        classes: Classes::default(),
        gazetteer: Gazetteer::default(),
    });
    let all = pages.iter().zip(&corpus.lessons);
    all.map(|(page, lesson)| {
        let reading = learned::read(page, &models[1 - lesson.half]);
        let votes = Votes::of(page, &reading.tags);
        (reading.tags, votes)
    })
    .collect()
}

/// How right the crosswise readings are, for each set; copies apart.
fn crossed(corpus: &Corpus, readings: &[(Vec<Tag>, Votes)]) -> Vec<Count> {
    let mut counts = vec![Count::default(); super::corpus::SETS.len()];
    for (lesson, (tags, _)) in corpus.lessons.iter().zip(readings).filter(|(l, _)| !l.copy) {
        counts[lesson.set].add(&sets::names(&lesson.document.tags), &sets::names(tags));
    }
    counts
}

/// Features of the second reading: what the other half's model says about the words elsewhere in the document.
fn second(examples: &mut Examples, pages: &[Page], readings: &[(Vec<Tag>, Votes)]) {
    let mut lists = Lists::default();
    for (page, (tags, votes)) in pages.iter().zip(readings) {
        for (line, run) in &page.runs {
            let line = &page.lines[*line].tokens;
            for token in run.clone() {
                let ballot = |form: u32| votes.ballot(page.forms[form as usize].lower);
                let ballots = learned::around(page, tags, line, token, ballot);
                features::elsewhere(ballots, page.form(token), &mut |f| lists.push(f));
                lists.close();
            }
        }
    }
    examples.second = lists;
}

fn learn(examples: &Examples, features: usize, order: &[u32], second: bool, seed: u64) -> Learner {
    let mut learner = Learner::new(features);
    let mut dice = Dice(seed);
    // Whole documents are shuffled, so that a document's runs share one throw of the second reading.
    let mut documents: Vec<&[u32]> = order
        .chunk_by(|&a, &b| examples.documents[a as usize] == examples.documents[b as usize])
        .collect();
    for _ in 0..PASSES {
        dice.shuffle(&mut documents);
        learner.pass(examples, &documents.concat(), &mut dice, second);
    }
    learner
}

/// Features that are met often enough, in order.
fn dictionary(lists: &Lists) -> Vec<u32> {
    let mut counts = vec![0_u16; Weights::MASK as usize + 1];
    for &feature in lists.all() {
        counts[feature as usize] = counts[feature as usize].saturating_add(1);
    }
    let all = 0..counts.len() as u32;
    all.filter(|&f| counts[f as usize] >= FEWEST).collect()
}

/// Replaces features by their places in the dictionary, counted from `base`; others are dropped.
fn number(lists: &mut Lists, dictionary: &[u32], base: usize) {
    let mut numbers = vec![u32::MAX; Weights::MASK as usize + 1];
    for (number, &feature) in dictionary.iter().enumerate() {
        numbers[feature as usize] = (number + base) as u32;
    }
    lists.retain(|feature| Some(numbers[feature as usize]).filter(|&n| n != u32::MAX));
}

/// The numbers of the features that weigh most, and of the private ones.
fn strongest(features: &[u32], learner: &Learner) -> Vec<usize> {
    let strength = |number: usize| learner.row(number).iter().map(|w| w.abs()).fold(0.0, f32::max);
    let (private, public): (Vec<usize>, Vec<usize>) =
        (0..features.len()).partition(|&number| features[number] == PRIVATE);
    let mut ranked: Vec<(f32, usize)> = public.into_iter().map(|n| (strength(n), n)).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    ranked.truncate(FEATURES);
    let mut kept: Vec<usize> = ranked.into_iter().map(|(_, n)| n).chain(private).collect();
    kept.sort_unstable();
    kept
}

/// Leaves only the features of these numbers, numbered anew.
fn keep(examples: &mut Examples, kept: &[usize], features: usize) {
    let mut places = vec![u32::MAX; features];
    for (place, &number) in kept.iter().enumerate() {
        places[number] = place as u32;
    }
    for lists in [&mut examples.first, &mut examples.second, &mut examples.domain] {
        lists.retain(|number| Some(places[number as usize]).filter(|&p| p != u32::MAX));
    }
}

/// Weights as small whole numbers; those near zero are left out.
fn weights(features: &[u32], learner: &Learner) -> Weights {
    let whole = |weight: f32| (weight / UNIT).round();
    let mut rows = Vec::new();
    for (number, &feature) in features.iter().enumerate().filter(|(_, f)| **f != PRIVATE) {
        let row = learner.row(number);
        let cells: Vec<(u8, i8)> = (0..COUNT)
            .filter(|&tag| row[tag].abs() >= FAINT)
            .map(|tag| (tag as u8, whole(row[tag]).clamp(-127.0, 127.0) as i8))
            .collect();
        if !cells.is_empty() {
            rows.push((feature, cells));
        }
    }
    rows.sort_by_key(|row| row.0);
    // Features of the two readings may meet in one number; the first reading's is the one that is found.
    rows.dedup_by_key(|row| row.0);
    let transitions = learner.transitions().map(|row| row.map(|w| whole(w) as i32));
    Weights::new(&rows, transitions)
}
