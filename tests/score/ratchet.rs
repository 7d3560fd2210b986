//! The ratchet: a score may rise, never fall.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// Two runs of one program give one score; this much is lost in printing it.
const ROUNDING: f64 = 0.000_51;

static WRITING: Mutex<()> = Mutex::new(());

/// A folder of the shared data ("gold/seeds.json"), or `None`, said aloud, where it is absent.
pub(crate) fn shared(path: &str) -> Option<PathBuf> {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(path);
    if place.exists() {
        return Some(place);
    }
    println!("SKIPPED: ../shared/{path} is not here, so what is scored on it was not scored");
    None
}

/// Holds a score (0 to 1) against the recorded one; prints it either way.
pub(crate) fn hold(name: &str, score: f64) {
    println!("score {name} {score:.4}");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/score/scores.tsv");
    let _writing = WRITING.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let text = fs::read_to_string(&file).unwrap_or_default();
    let mut scores: BTreeMap<String, f64> = text
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(name, score)| Some((name.to_owned(), score.parse().ok()?)))
        .collect();
    let before = scores.get(name).copied();
    if std::env::var_os("UPDATE").is_some() && before.is_none_or(|before| score > before) {
        scores.insert(name.to_owned(), score);
        let head: String = text
            .lines()
            .filter(|line| line.starts_with('#'))
            .map(|line| line.to_owned() + "\n")
            .collect();
        let rows = scores.iter().fold(String::new(), |rows, (name, score)| {
            rows + &format!("{name}\t{score:.4}\n")
        });
        fs::write(&file, head + &rows).expect("the score file can be written");
        return;
    }
    let held = before.unwrap_or_else(|| panic!("{name} is not recorded; UPDATE=1 records it"));
    assert!(
        score >= held - ROUNDING,
        "{name} fell from {held:.4} to {score:.4}"
    );
}
