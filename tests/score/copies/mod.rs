//! Sets of many articles that were copied from each other: passages over all of them, and who took it from whom.

mod family;
mod kinship;
mod real;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crossread::article::decisions::Decisions;
use crossread::comparison::align::Passage;
use crossread::comparison::compare;
use crossread::knowledge::Model;
use crossread::story::Story;
use serde_json::Value;

use crate::dice::Dice;
use crate::ratchet::{hold, shared};
use crate::{drop, plain};
use family::{Copy, Line, Pool, family};

/// Sentences of real news, each once: those that our plain reading takes for one sentence of eight words or more.
fn sentences() -> Option<Vec<String>> {
    let news = fs::read_to_string(shared("data/align/onestop_par3.json")?).ok()?;
    let news: Value = serde_json::from_str(&news).expect("JSON");
    let mut known = BTreeSet::new();
    let mut sentences = Vec::new();
    for article in news["sets"].as_array().expect("a list") {
        for paragraph in article["docs"]["adv"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
        {
            let document = plain::document("", &paragraph.replace('\n', " "));
            for sentence in plain::segments(&document).sentences {
                let text = sentence.span.of(&document.text);
                let words = text.split(' ').count();
                let whole = text.starts_with(char::is_uppercase) && text.ends_with('.');
                if whole && (8..45).contains(&words) && known.insert(text.to_lowercase()) {
                    sentences.push(text.to_owned());
                }
            }
        }
    }
    Some(sentences)
}

/// Articles of several families, in an order that tells nothing, and for each its family and place in it.
struct Set {
    copies: Vec<Copy>,
    places: Vec<(usize, usize)>,
    story: Story,
}

fn set(families: &[Vec<Copy>], dice: &mut Dice) -> Set {
    let mut all: Vec<(usize, usize)> = (0..families.len())
        .flat_map(|f| (0..families[f].len()).map(move |at| (f, at)))
        .collect();
    for at in (1..all.len()).rev() {
        all.swap(at, dice.roll(at + 1));
    }
    let copies: Vec<Copy> = all.iter().map(|&(f, at)| families[f][at].clone()).collect();
    let texts: Vec<String> = copies.iter().map(Copy::text).collect();
    let story = drop::story(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    Set {
        copies,
        places: all,
        story,
    }
}

/// A sentence: its article, and its number there.
type Place = (usize, usize);

impl Set {
    fn line(&self, (article, sentence): Place) -> &Line {
        let block = self.story.articles[article].segments.sentences[sentence].block;
        &self.copies[article].lines[block]
    }
}

#[test]
fn passages_of_many_articles() {
    let Some(sentences) = sentences() else { return };
    println!("{} sentences", sentences.len());
    let model = Model::embedded();
    for (count, sizes) in [
        (20, vec![12, 4, 3, 1]),
        (100, vec![40, 20, 12, 8, 5, 4, 3, 3, 2, 1, 1, 1]),
        (
            500,
            [
                vec![80, 60, 40, 40, 30, 30, 20, 20, 20],
                vec![8; 15],
                vec![4; 8],
                vec![1; 8],
            ]
            .concat(),
        ),
    ] {
        let mut dice = Dice(count);
        let mut pool = Pool::new(sentences.clone());
        let families: Vec<Vec<Copy>> = sizes
            .iter()
            .map(|&size| family(&mut pool, size, &mut dice))
            .collect();
        let set = set(&families, &mut dice);
        assert_eq!(set.copies.len() as u64, count);
        let comparison = compare(&set.story, &Decisions::default(), &model);
        passages(&set, &comparison.passages, count);
    }
}

/// Pairs of sentences of different articles in one passage, against pairs that tell the same; and of all statements of
/// several articles the share that is told in one passage and not in pieces.
///
/// A sentence stands in one passage, so one that joins two statements can be with one of them only: with which most of
/// its passage tells. Two parts of one split sentence may stand together, with the whole, or apart: they count for nothing.
fn passages(set: &Set, passages: &[Passage], count: u64) {
    let mut tellers: BTreeMap<u32, Vec<(Place, usize)>> = BTreeMap::new();
    let (mut right, mut found) = (0_usize, 0);
    for (number, passage) in passages.iter().enumerate() {
        let members: Vec<Place> = passage
            .members
            .iter()
            .map(|(article, sentence)| (article.0 as usize, sentence.0 as usize))
            .collect();
        let mut votes: BTreeMap<u32, usize> = BTreeMap::new();
        for told in members.iter().flat_map(|&place| &set.line(place).told) {
            *votes.entry(told.fact).or_default() += 1;
        }
        let fact = |place: Place| {
            set.line(place)
                .told
                .iter()
                .map(|told| told.fact)
                .max_by_key(|fact| votes[fact])
        };
        for (at, &x) in members.iter().enumerate() {
            tellers.entry(fact(x).unwrap_or(0)).or_default().push((x, number));
            for &y in members[at + 1..].iter().filter(|y| y.0 != x.0) {
                let same = set.line(x).overlaps(set.line(y));
                right += usize::from(same);
                found += usize::from(same || fact(x) != fact(y));
            }
        }
    }
    let (mut wanted, mut shared, mut whole) = (0_usize, 0, 0);
    for places in tellers.values() {
        let (mut pairs, mut parted) = (0, 0);
        for (at, &(x, of_x)) in places.iter().enumerate() {
            let others = places[at + 1..].iter().filter(|(y, _)| y.0 != x.0);
            for &(_, of_y) in others.filter(|(y, _)| set.line(x).overlaps(set.line(*y))) {
                pairs += 1;
                parted += usize::from(of_x != of_y);
            }
        }
        wanted += pairs;
        shared += usize::from(pairs > 0);
        whole += usize::from(pairs > 0 && parted == 0);
    }
    println!(
        "{count} articles: {right} right of {found} found, {wanted} wanted; {whole} of {shared} statements whole"
    );
    hold(
        &format!("copies {count} articles, pairs in passages F1"),
        2.0 * right as f64 / (found + wanted) as f64,
    );
    hold(
        &format!("copies {count} articles, statements in one passage"),
        whole as f64 / shared as f64,
    );
}
