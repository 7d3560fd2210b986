//! Names: exact span and type against the seeds' answers, and honest checks of generality on open sets.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crossread::article::document::Document;
use crossread::article::label::Label;
use crossread::article::segment::{self, Segments};
use crossread::article::tag::{self, Evidence, Mention};
use crossread::knowledge::Model;
use crossread::text::{Offsets, Span, Unit};
use serde_json::Value;

use crate::dice::Dice;
use crate::plain;
use crate::ratchet::{hold, shared};

type Found = BTreeSet<(usize, usize, usize, &'static str)>;

fn f1(gold: &Found, found: &Found) -> f64 {
    let hits = gold.intersection(found).count() as f64;
    2.0 * hits / ((gold.len() + found.len()).max(1) as f64)
}

/// The label groups of the seeds' answers; `None` for labels that are not judged.
fn group(label: &str) -> Option<&'static str> {
    Some(match label {
        "PERSON" => "PERSON",
        "ORG" | "MEDIA" => "ORG",
        "GPE" | "LOC" | "FAC" => "GPE",
        "NORP" => "NORP",
        "EVENT" => "EVENT",
        "WORK_OF_ART" => "WORK_OF_ART",
        _ => return None,
    })
}

/// Without a leading article and a trailing possessive.
fn trimmed(text: &str, span: Span) -> Span {
    let piece = span.of(text);
    let lower = piece.to_lowercase();
    let lead = ["the ", "a ", "an "]
        .iter()
        .find(|a| lower.starts_with(**a))
        .map_or(0, |a| a.len());
    let tail = ["'s", "’s"]
        .iter()
        .find(|s| piece.ends_with(**s))
        .map_or(0, |s| s.len());
    Span::new(span.start() + lead, (span.end() - tail).max(span.start() + lead))
}

#[test]
fn seeds() {
    let (Some(gold), Some(seeds)) = (shared("gold/seeds.json"), shared("seeds")) else {
        return;
    };
    let gold: Value = serde_json::from_str(&fs::read_to_string(gold).unwrap()).unwrap();
    let model = Model::embedded();
    let names = ["000", "001", "002"];
    let documents: Vec<Document> = names.iter().map(|name| seed(&seeds, &gold, name)).collect();
    let segments: Vec<Segments> = documents.iter().map(plain::segments).collect();
    let read = |evidence: &Evidence| -> Vec<Vec<Mention>> {
        let both = documents.iter().zip(&segments);
        both.map(|(document, segments)| tag::mentions(document, segments, &model, evidence))
            .collect()
    };
    let mentions = read(&Evidence::default());
    let (mut wanted, mut found) = (Found::new(), Found::new());
    for (index, name) in names.iter().enumerate() {
        let text = &documents[index].text;
        let points = Offsets::new(text, Unit::CodePoint);
        for mention in &mentions[index] {
            if let Some(label) = group(mention.label.code()) {
                let span = trimmed(text, mention.span);
                found.insert((index, points.at(span.start()), points.at(span.end()), label));
            }
        }
        for entity in gold["entities"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|e| e["doc"] == *name)
        {
            let Some(label) = group(entity["type"].as_str().unwrap()) else {
                continue;
            };
            for mention in entity["mentions"].as_array().unwrap() {
                let (start, end) = (
                    mention[0].as_u64().unwrap() as usize,
                    mention[1].as_u64().unwrap() as usize,
                );
                let the = mention[2].as_str().unwrap().to_lowercase().starts_with("the ");
                wanted.insert((index, start + if the { 4 } else { 0 }, end, label));
            }
        }
    }
    show(&wanted, &found, &documents);
    hold(
        "names seeds mention F1 (first reading, PERCENT apart)",
        f1(&wanted, &found),
    );
    roles(&gold, &names, &documents, &mentions);
}

/// The file of a seed, a line a block.
fn seed(folder: &Path, gold: &Value, name: &str) -> Document {
    let file = gold["files"][name].as_str().unwrap();
    plain::document(file, &fs::read_to_string(folder.join(file)).unwrap())
}

fn roles(gold: &Value, names: &[&str], documents: &[Document], mentions: &[Vec<Mention>]) {
    let listed = gold["roles"].as_array().unwrap();
    let is_found = |role: &&Value| {
        let index = names.iter().position(|n| role["doc"] == **n).unwrap();
        let roles = mentions[index].iter().filter(|m| m.label == Label::Role);
        let found = roles
            .map(|m| m.span.of(&documents[index].text))
            .any(|r| r.contains(role["role"].as_str().unwrap()));
        if !found {
            println!("  role missed: {role}");
        }
        found
    };
    hold(
        "names seeds roles found",
        listed.iter().filter(is_found).count() as f64 / listed.len() as f64,
    );
}

/// Prints what differs, for whoever reads the score.
fn show(wanted: &Found, found: &Found, documents: &[Document]) {
    for (title, list) in [
        ("missed", wanted.difference(found)),
        ("wrong", found.difference(wanted)),
    ] {
        for &(index, start, end, label) in list {
            let text: String = documents[index]
                .text
                .chars()
                .skip(start)
                .take(end - start)
                .collect();
            println!("  {title}: {index} {start} {label} {text}");
        }
    }
}

#[test]
fn open_sets() {
    let model = Model::embedded();
    // Training holds back one document in twelve, from the seventh on.
    for (file, first, every, name) in [
        ("dev_uner_pud_wiki", 0, 1, "names UNER PUD wiki F1 (PER ORG LOC)"),
        ("gmb_news", 6, 12, "names GMB news, held back, F1 (PER ORG LOC)"),
        ("wikigold", 6, 12, "names WikiGold, held back, F1 (PER ORG LOC)"),
    ] {
        if let Some(path) = shared(&format!("data/tags/{file}.tsv")) {
            let text = fs::read_to_string(path).unwrap();
            let documents = text.split("-DOCSTART-").skip(1 + first).step_by(every);
            let (mut wanted, mut found) = (Found::new(), Found::new());
            let mut count = 0;
            for (index, document) in documents.enumerate() {
                tagged(index, document, &model, &mut wanted, &mut found);
                count = index + 1;
            }
            let (low, high) = interval(&wanted, &found, count);
            println!("  {file}: 95 % of resampled sets lie from {low:.3} to {high:.3}");
            hold(name, f1(&wanted, &found));
        }
    }
}

/// Sets that are drawn to tell how much chance is in a score.
const DRAWS: usize = 500;

/// Bounds of the middle 95 % of F1 over sets of documents drawn with replacement.
fn interval(wanted: &Found, found: &Found, documents: usize) -> (f64, f64) {
    let of = |names: &Found, index: usize| names.iter().filter(|n| n.0 == index).count() as f64;
    let hits: Found = wanted.intersection(found).copied().collect();
    let counts: Vec<[f64; 2]> = (0..documents)
        .map(|index| [of(&hits, index), of(wanted, index) + of(found, index)])
        .collect();
    let mut dice = Dice(1);
    let mut draws: Vec<f64> = (0..DRAWS)
        .map(|_| {
            let drawn = (0..documents).map(|_| counts[dice.roll(documents)]);
            let [hits, all] = drawn.fold([0.0, 0.0], |sum, c| [sum[0] + c[0], sum[1] + c[1]]);
            2.0 * hits / f64::max(all, 1.0)
        })
        .collect();
    draws.sort_by(f64::total_cmp);
    (draws[DRAWS / 40], draws[DRAWS - 1 - DRAWS / 40])
}

/// The scores that training measured crosswise: each half of a set read by a model of the other half.
#[test]
fn crosswise() {
    let manifest = include_str!("../../src/knowledge/model/MANIFEST.toml");
    let (_, table) = manifest.split_once("[cross_validated]").unwrap();
    for set in ["gmb_news", "wikigold"] {
        let line = table.lines().find_map(|line| line.strip_prefix(set)).unwrap();
        let score = line.trim_start_matches(" = ").parse().unwrap();
        hold(&format!("names {set} F1 by halves (PER ORG LOC)"), score);
    }
}

/// How many of the names called high are right, on texts that neither the tagger nor its confidence learned from: news
/// apart, where nearly all are.
#[test]
fn confidence() {
    let manifest = include_str!("../../src/knowledge/model/MANIFEST.toml");
    let (_, table) = manifest.split_once("[confidence]").unwrap();
    let rows = table.lines().skip(1).map_while(|line| line.split_once(" = [["));
    let (mut right, mut all) = (0.0, 0.0);
    for (set, steps) in rows.filter(|(set, _)| *set != "gmb_news") {
        let (high, _) = steps.split_once(']').unwrap();
        let (share, count) = high.split_once(", ").unwrap();
        let (share, count): (f64, f64) = (share.parse().unwrap(), count.parse().unwrap());
        println!("  {set}: {share:.3} of {count}");
        (right, all) = (right + share * count, all + count);
    }
    assert!(all > 0.0, "the manifest has no table of confidence");
    hold("names called high are right, seven sets", right / all);
}

/// Reads one document of `token<TAB>BIO` lines and tags it over the same tokens.
fn tagged(index: usize, lines: &str, model: &Model, wanted: &mut Found, found: &mut Found) {
    let rows = lines
        .lines()
        .skip(1)
        .map(|line| line.split_once('\t').unwrap_or_default());
    let (document, segments) = segment::given(rows.clone().map(|(token, _)| token));
    let mut open: Option<(usize, &'static str)> = None;
    let mut at = 0;
    for (token, tag) in rows.chain([("", "")]) {
        if !tag.starts_with("I-") {
            close(index, &mut open, at, wanted);
        }
        if let Some(kind) = tag.strip_prefix("B-") {
            open = conll(kind).map(|label| (at, label));
        }
        at += usize::from(!token.is_empty());
    }
    for mention in tag::mentions(&document, &segments, model, &Evidence::default()) {
        if let Some(label) = conll(mention.label.code()) {
            let tokens = mention.tokens;
            let the = segments.tokens[tokens.start]
                .span
                .of(&document.text)
                .eq_ignore_ascii_case("the");
            found.insert((
                index,
                tokens.start + usize::from(the && tokens.len() > 1),
                tokens.end,
                label,
            ));
        }
    }
}

fn close(index: usize, open: &mut Option<(usize, &'static str)>, end: usize, wanted: &mut Found) {
    if let Some((start, label)) = open.take() {
        wanted.insert((index, start, end, label));
    }
}

fn conll(label: &str) -> Option<&'static str> {
    Some(match label {
        "PER" | "PERSON" => "PER",
        "ORG" | "MEDIA" => "ORG",
        "LOC" | "GPE" | "FAC" => "LOC",
        _ => return None,
    })
}
