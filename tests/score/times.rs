//! Times: `TimeBank` and AQUAINT with their document dates, and the times that the seeds' answers list.
//!
//! Strict is the same span, relaxed an overlap, value an overlap with the same TIMEX3 value; F1 over all four types.

use std::fs;

use crossread::article::document::Day;
use crossread::article::segment::Segments;
use crossread::article::times::{Anchors, Number, Time, TimeKind, times_and_numbers};
use crossread::knowledge::Model;
use crossread::text::{Offsets, Unit};
use serde_json::Value;

use crate::plain;
use crate::ratchet::{hold, shared};

#[derive(Default)]
struct Counts {
    gold: usize,
    found: usize,
    strict: usize,
    relaxed: usize,
    value: usize,
}

impl Counts {
    fn f1(&self, hits: usize) -> f64 {
        2.0 * hits as f64 / (self.gold + self.found).max(1) as f64
    }
}

fn day(iso: &str) -> Option<Day> {
    let mut parts = iso.get(..10)?.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    Some(Day {
        year: Some(year),
        month,
        day,
    })
}

/// A text whose paragraphs are its lines: line breaks inside a paragraph become spaces, of the same length.
fn unwrapped(text: &str) -> String {
    let paragraphs: Vec<String> = text.split("\n\n").map(|p| p.replace('\n', " ")).collect();
    paragraphs.join("\n\n")
}

fn read(text: &str, published: Option<Day>) -> (Vec<Time>, Vec<Number>) {
    let document = plain::document("scored", text);
    let segments: Segments = crossread::article::segment::segments(&document, &Model::embedded());
    let anchors = Anchors { published };
    times_and_numbers(&document, &segments, &Model::embedded(), &anchors)
}

fn kind(kind: TimeKind) -> &'static str {
    match kind {
        TimeKind::Date => "DATE",
        TimeKind::Time => "TIME",
        TimeKind::Duration => "DURATION",
        TimeKind::Set => "SET",
    }
}

fn place(gold: &Value, key: &str) -> usize {
    gold[key].as_u64().expect("an offset") as usize
}

/// Scores one text; `TIMES=1` prints what differs.
fn score(counts: &mut Counts, document: &Value) {
    let text = unwrapped(document["text"].as_str().expect("a text"));
    let (found, _) = read(&text, document["dct"].as_str().and_then(day));
    let offsets = Offsets::new(&text, Unit::CodePoint);
    let of = |time: &Time| (offsets.at(time.span.start()), offsets.at(time.span.end()));
    let gold = document["timex"].as_array().expect("a list");
    let mut used = vec![false; found.len()];
    counts.gold += gold.len();
    counts.found += found.len();
    for expected in gold {
        let (start, end) = (place(expected, "start"), place(expected, "end"));
        let value = expected["value"].as_str().unwrap_or("");
        let overlap = |(n, t): &(usize, &Time)| !used[*n] && of(t).0 < end && start < of(t).1;
        let hit = found.iter().enumerate().find(overlap);
        if let Some((n, time)) = hit {
            used[n] = true;
            counts.relaxed += 1;
            counts.strict += usize::from(of(time) == (start, end));
            counts.value += usize::from(time.value == value);
        }
        if std::env::var_os("TIMES").is_some() && hit.is_none_or(|(_, t)| t.value != value) {
            let surface = expected["surface"].as_str().unwrap_or("");
            let what = hit.map_or("MISSED".to_owned(), |(_, t)| {
                format!("{} [{}]", t.value, t.span.of(&text))
            });
            let kind = expected["type"].as_str().unwrap_or("");
            let chars: Vec<char> = text.chars().collect();
            let around: String = chars[start.saturating_sub(130)..(end + 70).min(chars.len())]
                .iter()
                .collect();
            println!(
                "WRONG\t{surface:?}\t{kind} {value}\t{what}\t{}\t{around:?}",
                document["dct"]
            );
        }
    }
    if std::env::var_os("TIMES").is_some() {
        for (_, time) in found.iter().enumerate().filter(|(n, _)| !used[*n]) {
            let around = text
                .get(time.span.start().saturating_sub(30)..time.span.end() + 20)
                .unwrap_or("");
            println!(
                "EXTRA\t{:?}\t{} {}\t{around:?}",
                time.span.of(&text),
                kind(time.kind),
                time.value
            );
        }
    }
}

#[test]
fn timex() {
    for name in ["timebank", "aquaint"] {
        let Some(path) = shared(&format!("data/times/timex_{name}.jsonl")) else {
            return;
        };
        let text = fs::read_to_string(path).expect("the set is UTF-8");
        let mut counts = Counts::default();
        for line in text.lines() {
            score(
                &mut counts,
                &serde_json::from_str(line).expect("a document a line"),
            );
        }
        hold(&format!("times {name} strict F1"), counts.f1(counts.strict));
        hold(&format!("times {name} relaxed F1"), counts.f1(counts.relaxed));
        hold(&format!("times {name} value F1"), counts.f1(counts.value));
    }
}

#[test]
fn seed_times() {
    let (Some(gold), Some(seeds)) = (shared("gold/seeds.json"), shared("seeds")) else {
        return;
    };
    let gold: Value = serde_json::from_str(&fs::read_to_string(gold).expect("UTF-8")).expect("JSON");
    let (mut right, mut all) = (0, 0);
    for (id, file) in gold["files"].as_object().expect("files by number") {
        let file = file.as_str().expect("a name");
        let text = fs::read_to_string(seeds.join(file)).expect("the seeds are UTF-8");
        let published = gold["meta"][id]["published"].as_str().and_then(day);
        let (found, _) = read(&text, published);
        let offsets = Offsets::new(&text, Unit::CodePoint);
        for time in gold["times"]
            .as_array()
            .expect("times")
            .iter()
            .filter(|t| t["doc"] == id.as_str())
        {
            let (start, end) = (place(time, "start"), place(time, "end"));
            let hit = found
                .iter()
                .find(|t| offsets.at(t.span.start()) < end && start < offsets.at(t.span.end()));
            let value = hit.map_or("", |t| &t.value);
            all += 1;
            right += u32::from(time["value"] == value);
            if time["value"] != value {
                println!(
                    "seed {id}: {} is {}, found {value:?}",
                    time["text"], time["value"]
                );
            }
        }
    }
    hold(
        "times seeds listed values",
        f64::from(right) / f64::from(all.max(1)),
    );
}
