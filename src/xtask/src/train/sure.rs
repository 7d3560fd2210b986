//! How sure the tagger may be of a name: a logistic regression over its signs, on documents that training did not see.

use crossread::article::label::Confidence;
use crossread::article::tag::learned::{self, Page, Tagged, Votes};
use crossread::knowledge::model::{English, Kind, Kinds, Odds, SIGNS};

use super::corpus::{Corpus, page, weight};
use super::score::is_common;
use super::sets::{Labelled, names};

/// Pulls weights towards zero: so much of the half square of each (a sign is 0 or 1) counts as loss.
const PULL: f64 = 3.0;

/// Rounds over all weights; after a third of them no thousandth changes any more.
const ROUNDS: usize = 300;

/// A name that was found.
struct Judged {
    signs: [f64; SIGNS],
    right: bool,
    weight: f64,
}

/// Whether a name is what the answers say, as readers would judge: an article more or less does not matter, and a
/// country that acts ("France objected") is the country, which some sets call an organisation.
fn right(name: &Tagged, page: &Page, document: &Labelled) -> bool {
    let bare = |tokens: &std::ops::Range<usize>| {
        let article = matches!(
            document.words[tokens.start].to_lowercase().as_str(),
            "the" | "a" | "an"
        );
        tokens.start + usize::from(article)..tokens.end
    };
    let country = name.kind == Kind::Location && name.listed(page).any(Kinds::COUNTRY);
    names(&document.tags).iter().any(|(tokens, kind)| {
        let same = *kind == name.kind || country && *kind == Kind::Organisation;
        same && bare(tokens) == bare(&name.tokens)
    })
}

/// The names found in a document, each with whether it is right.
fn judge(document: &Labelled, english: &English) -> Vec<(Tagged, bool)> {
    let page = page(document, english);
    let reading = learned::read(&page, english);
    let found = reading.names(&Votes::of(&page, &reading.tags));
    let judged = found.into_iter().map(|name| {
        let right = right(&name, &page, document);
        (name, right)
    });
    judged.collect()
}

/// Learns what each sign is worth from what was held back of all sets but `without`.
pub(crate) fn odds(corpus: &Corpus, without: Option<&str>, english: &English) -> Odds {
    let mut judged = Vec::new();
    for (set, documents) in corpus.held.iter().filter(|(set, _)| Some(*set) != without) {
        let weight = weight(set);
        for document in documents.iter().filter(|_| weight > 0.0) {
            judged.extend(judge(document, english).into_iter().map(|(name, right)| Judged {
                signs: name.signs.map(|sign| f64::from(sign) / 100.0),
                right,
                weight,
            }));
        }
    }
    fit(&judged)
}

/// Newton's steps, one weight at a time.
fn fit(judged: &[Judged]) -> Odds {
    let mut weights = [0.0; SIGNS];
    let mut base = 0.0;
    let mut sums = vec![0.0; judged.len()];
    for _ in 0..ROUNDS {
        for at in 0..=SIGNS {
            let sign = |one: &Judged| if at < SIGNS { one.signs[at] } else { 1.0 };
            let (mut slope, mut bend) = if at < SIGNS {
                (PULL * weights[at], PULL)
            } else {
                (0.0, 1e-6)
            };
            for (one, sum) in judged.iter().zip(&sums) {
                let likely = 1.0 / (1.0 + f64::exp(-sum));
                slope += one.weight * sign(one) * (likely - f64::from(u8::from(one.right)));
                bend += one.weight * sign(one).powi(2) * likely * (1.0 - likely);
            }
            let step = -slope / bend;
            *weights.get_mut(at).unwrap_or(&mut base) += step;
            for (one, sum) in judged.iter().zip(&mut sums) {
                *sum += step * sign(one);
            }
        }
    }
    let thousandths = |weight: f64| (weight * 1000.0).round() as i32;
    Odds {
        base: thousandths(base),
        weights: weights.map(thousandths),
    }
}

/// On a set, the share of right persons, organisations and places among those called high, medium and low, and how many they are.
pub(crate) fn calibration(corpus: &Corpus, set: &str, english: &English) -> [(f64, usize); 3] {
    let mut counts = [(0.0, 0_usize); 3];
    let documents = corpus.held.iter().filter(|(name, _)| *name == set);
    for document in documents.flat_map(|(_, documents)| documents) {
        for (name, right) in judge(document, english) {
            // Not every set knows other kinds.
            if is_common(&(name.tokens.clone(), name.kind)) {
                let step = match name.confidence(english) {
                    Confidence::High => 0,
                    Confidence::Medium => 1,
                    Confidence::Low => 2,
                };
                counts[step].0 += f64::from(u8::from(right));
                counts[step].1 += 1;
            }
        }
    }
    counts.map(|(right, all)| (right / all.max(1) as f64, all))
}

/// The same for each set, with odds that were learned from the other sets alone.
pub(crate) fn crossed(corpus: &Corpus, english: &mut English) -> Vec<(&'static str, [(f64, usize); 3])> {
    let kept = english.odds;
    let mut rows = Vec::new();
    for (set, _) in &corpus.held {
        english.odds = odds(corpus, Some(set), english);
        rows.push((*set, calibration(corpus, set, english)));
    }
    english.odds = kept;
    rows
}
