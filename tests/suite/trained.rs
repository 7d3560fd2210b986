//! The trained tables and what is said about them belong together.

use std::fs;
use std::path::Path;

use crossread::article::ingest::page;
use crossread::article::quotes::learned;
use crossread::article::tag::learned::features;
use sha2::{Digest, Sha256};

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
