//! One stage of reading for `run.py`: documents in, what it finds and the seconds it takes out.
//!
//! `cargo bench --bench language -- sentences|times|quotes < documents.json`; offsets in code points.

#![allow(clippy::unwrap_used)] // Broken data is to stop the measurement.

use std::io;

use crossread::article::document::{Day, Document};
use crossread::article::names;
use crossread::article::quotes::{self, Quote, QuoteKind};
use crossread::article::segment::{Segments, segments};
use crossread::article::tag::{self, Evidence};
use crossread::article::times::{Anchors, times_and_numbers};
use crossread::knowledge::Model;
use crossread::text::{Offsets, Span, Unit};
use serde_json::{Value, json};

#[path = "../clock.rs"]
mod clock;
#[path = "../../suite/check/paragraphs.rs"]
mod paragraphs;
#[allow(dead_code)] // The suite cuts tokens and sentences with it too.
#[path = "../../suite/check/plain.rs"]
mod plain;

/// A document with what its stage needs.
struct Input {
    document: Document,
    segments: Segments,
    anchors: Anchors,
}

fn main() {
    let stage = std::env::args().nth(1).unwrap_or_default();
    // `cargo bench` without a stage runs every benchmark; this one has nothing to say then.
    if !["sentences", "times", "quotes"].contains(&stage.as_str()) {
        return;
    }
    let documents: Vec<Value> = serde_json::from_reader(io::stdin().lock()).unwrap();
    let model = Model::embedded();
    let inputs: Vec<Input> = documents
        .iter()
        .map(|document| input(document, &stage, &model))
        .collect();
    let work = || {
        inputs
            .iter()
            .map(|input| read(&stage, input, &model))
            .collect::<Vec<_>>()
    };
    let seconds = clock::best(|| {
        inputs
            .iter()
            .map(|input| effort(&stage, input, &model))
            .sum::<usize>()
    });
    println!("{}", json!({"found": work(), "seconds": seconds}));
}

fn input(document: &Value, stage: &str, model: &Model) -> Input {
    let text = document["text"].as_str().unwrap();
    let document_ = if stage == "sentences" {
        paragraphs::document(text)
    } else {
        plain::document("case", text)
    };
    let segments = segments(&document_, model);
    let published = document["dct"].as_str().and_then(day);
    Input {
        document: document_,
        segments,
        anchors: Anchors { published },
    }
}

fn day(iso: &str) -> Option<Day> {
    let mut parts = iso.get(..10)?.split('-');
    Some(Day {
        year: Some(parts.next()?.parse().ok()?),
        month: parts.next()?.parse().ok()?,
        day: parts.next()?.parse().ok()?,
    })
}

/// The work that is timed, its result counted.
fn effort(stage: &str, input: &Input, model: &Model) -> usize {
    match stage {
        "sentences" => segments(&input.document, model).sentences.len(),
        "times" => {
            let segments = segments(&input.document, model);
            times_and_numbers(&input.document, &segments, model, &input.anchors)
                .0
                .len()
        }
        _ => {
            let segments = segments(&input.document, model);
            let mentions = tag::mentions(&input.document, &segments, model, &Evidence::default());
            let names = names::names(&input.document, &segments, &mentions, model);
            quotes::quotes(&input.document, &segments, &mentions, &names, model).len()
        }
    }
}

fn read(stage: &str, input: &Input, model: &Model) -> Value {
    let offsets = Offsets::new(&input.document.text, Unit::CodePoint);
    let place = |span: Span| (offsets.at(span.start()), offsets.at(span.end()));
    match stage {
        "sentences" => input
            .segments
            .sentences
            .iter()
            .map(|s| json!(place(s.span).1))
            .collect(),
        "times" => {
            let (times, _) = times_and_numbers(&input.document, &input.segments, model, &input.anchors);
            let times = times.iter().map(|time| (place(time.span), &time.value));
            times
                .map(|((start, end), value)| json!([start, end, value]))
                .collect()
        }
        _ => spoken(input, model, place),
    }
}

/// Direct and mixed quotes, each with all places where its speaker is named.
fn spoken(input: &Input, model: &Model, place: impl Fn(Span) -> (usize, usize)) -> Value {
    let mentions = tag::mentions(&input.document, &input.segments, model, &Evidence::default());
    let names = names::names(&input.document, &input.segments, &mentions, model);
    let quotes = quotes::quotes(&input.document, &input.segments, &mentions, &names, model);
    let speaker = |quote: &Quote| {
        let Some(speaker) = &quote.speaker else {
            return Vec::new();
        };
        let name = speaker
            .mention
            .and_then(|mention| names.iter().find(|name| name.mentions.contains(&mention)));
        let others = name
            .iter()
            .flat_map(|name| &name.mentions)
            .map(|&m| mentions[m].span);
        [speaker.span].into_iter().chain(others).map(&place).collect()
    };
    let direct = quotes
        .iter()
        .filter(|quote| matches!(quote.kind, QuoteKind::Direct | QuoteKind::Mixed));
    direct
        .map(|quote| json!([place(quote.span).0, place(quote.span).1, speaker(quote)]))
        .collect()
}
