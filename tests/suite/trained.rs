//! The trained tables and what is said about them belong together.

use std::fs;
use std::path::Path;

use crossread::article::ingest::page;
use crossread::article::quotes::learned;
use crossread::article::tag::learned::features;
use crossread::knowledge::model::{COUNT, Classes, Odds, Reader, Reports, Weights, Writer};
use sha2::{Digest, Sha256};

use crate::check::dice::Dice;

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/knowledge/model")
}

/// The value of `key` in the manifest's head.
fn said(manifest: &str, key: &str) -> String {
    let line = manifest
        .lines()
        .find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "));
    line.expect("the manifest says it").trim_matches('"').to_owned()
}

#[test]
fn the_tagger_is_the_one_that_its_manifest_describes() {
    described("english.bin", "MANIFEST.toml", "templates", features::VERSION);
}

#[test]
fn the_reader_of_pages_is_the_one_that_its_manifest_describes() {
    described("page.bin", "page.toml", "features", page::features::VERSION);
    described("days.bin", "days.toml", "features", page::when::VERSION);
}

#[test]
fn the_reader_of_reported_speech_is_the_one_that_its_manifest_describes() {
    described("reports.bin", "reports.toml", "templates", learned::VERSION);
}

fn described(file: &str, about: &str, made: &str, version: u32) {
    let bytes = fs::read(folder().join(file)).expect("the model is there");
    let manifest = fs::read_to_string(folder().join(about)).expect("the manifest is there");
    let hash = Sha256::digest(&bytes)
        .iter()
        .fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
    assert_eq!(said(&manifest, "sha256"), hash);
    assert_eq!(said(&manifest, "bytes"), bytes.len().to_string());
    assert_eq!(
        said(&manifest, made),
        version.to_string(),
        "the {made} changed: train again"
    );
}

/// Rows of chance: short and long ones, frequent and rare tags and weights, extremes among them.
#[test]
fn tables_that_are_written_are_read_back() {
    let mut dice = Dice(11);
    let rows: Vec<(u32, Vec<(u8, i8)>)> = (0..5_000)
        .map(|row| {
            let tags = (0..COUNT as u8)
                .filter(|_| dice.roll(1 + row % 9) == 0)
                .collect::<Vec<_>>();
            let weight = |dice: &mut Dice| match dice.roll(40) {
                0 => i8::MIN,
                1 => i8::MAX,
                _ => dice.roll(5) as i8 - 2,
            };
            let cells = tags.into_iter().map(|tag| (tag, weight(&mut dice))).collect();
            (row as u32 * 3_300, cells)
        })
        .collect();
    let written = Weights::new(&rows, [[-3; COUNT]; COUNT]);
    let mut writer = Writer::default();
    written.write(&mut writer);
    let read = Weights::read(&mut Reader::new(&writer.bytes));
    assert_eq!(read.transitions, written.transitions);
    for (feature, cells) in rows {
        let (mut scores, mut expected) = ([0; COUNT], [0; COUNT]);
        read.add(feature, &mut scores);
        for (tag, weight) in cells {
            expected[usize::from(tag)] += i32::from(weight);
        }
        assert_eq!(scores, expected, "feature {feature}");
    }
}

/// The tagger's tables as they are, not only as they might be.
#[test]
fn the_tagger_is_written_as_it_was_read() {
    let file = fs::read(folder().join("english.bin")).expect("the model is there");
    let mut reader = Reader::new(&file);
    let classes = Classes::read(&mut reader);
    let weights = Weights::read(&mut reader);
    let odds = Odds::read(&mut reader);
    let mut writer = Writer::default();
    classes.write(&mut writer);
    weights.write(&mut writer);
    odds.write(&mut writer);
    assert!(writer.bytes == file, "what is read is not what was written");
}

/// The reader of reported speech, too.
#[test]
fn reported_speech_is_written_as_it_was_read() {
    let file = fs::read(folder().join("reports.bin")).expect("the model is there");
    let mut writer = Writer::default();
    Reports::read(&mut Reader::new(&file)).write(&mut writer);
    assert!(writer.bytes == file, "what is read is not what was written");
}
