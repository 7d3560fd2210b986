//! Trains the tagger of names: `src/knowledge/model/english.bin` and its manifest, from the data beside the project.

mod copies;
mod corpus;
mod course;
mod dice;
mod learner;
mod manifest;
pub mod pages;
pub mod reports;
mod score;
mod sets;
mod sure;
mod words;

use std::fs;
use std::time::Instant;

use crossread::knowledge::lexicon::Lexicon;
use crossread::knowledge::model::{English, Gazetteer, Odds, Weights, Writer};

use crate::{Outcome, root};
use corpus::Corpus;
use manifest::Facts;

/// Words whose classes are kept, the most frequent: over a quarter of the list. With 110,000 the mean F1 of eight sets was
/// .7378 instead of .7361, for 29 KB more to load.
const WORDS: usize = 95_000;

/// Trains and writes the file; `strict` leaves out sources under share-alike licences.
pub fn train(strict: bool) -> Outcome {
    let clock = Instant::now();
    let data = root().join("../shared/data");
    let mut english = English {
        weights: Weights::default(),
        odds: Odds::default(),
        classes: words::classes(&data.join("words/word_classes.tsv"), WORDS)?,
        gazetteer: Gazetteer::new(&Lexicon::embedded()),
    };
    let corpus = Corpus::read(&data.join("tags"), &english.gazetteer, strict)?;
    let trained = course::train(&corpus, &english);
    english.weights = trained.weights();
    english.odds = sure::odds(&corpus, None, &english);
    let mut writer = Writer::default();
    english.classes.write(&mut writer);
    english.weights.write(&mut writer);
    english.odds.write(&mut writer);
    let crossed = corpus::SETS.iter().map(|set| set.name).zip(&trained.crossed);
    let facts = Facts {
        data: &data,
        strict,
        bytes: &writer.bytes,
        crossed: crossed
            .filter(|(_, count)| !count.is_empty())
            .map(|(name, count)| (name, count.f1()))
            .collect(),
        held: score::held(&corpus, &english),
        sureness: sure::crossed(&corpus, &mut english),
    };
    let manifest = manifest::text(&facts)?;
    println!(
        "{manifest}\n{:?}, {:.0} s",
        english.weights,
        clock.elapsed().as_secs_f32()
    );
    let (file, about) = if strict {
        ("english-strict.bin", "MANIFEST-strict.toml")
    } else {
        ("english.bin", "MANIFEST.toml")
    };
    write(file, &writer.bytes)?;
    write(about, manifest.as_bytes())
}

fn write(name: &str, bytes: &[u8]) -> Outcome {
    let file = root().join("src/knowledge/model").join(name);
    fs::write(&file, bytes).map_err(|error| format!("{} cannot be written: {error}", file.display()))
}
