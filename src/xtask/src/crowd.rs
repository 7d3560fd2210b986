//! Very many files: what an investigator drops.

use std::path::{Path, PathBuf};

/// So many saved pages.
pub const FILES: usize = 300;

/// The sentence that stands between marks.
const QUOTED: usize = 5;

/// Pages of sixty invented events, each told five times with another sentence left out, written into a folder.
pub fn write(into: &Path) -> Result<Vec<PathBuf>, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", into.display());
    std::fs::create_dir_all(into).map_err(failed)?;
    let write = |n: usize| {
        let file = into.join(format!("{n:03}.html"));
        std::fs::write(&file, page(n / 5, n % 5)).map_err(failed)?;
        // A browser refuses to open a path that goes up and down again.
        file.canonicalize().map_err(failed)
    };
    (0..FILES).map(write).collect()
}

fn page(story: usize, version: usize) -> String {
    let told = (0..8)
        .filter(|at| *at != version + 1)
        .map(|at| sentence(story, at));
    let told = told.collect::<Vec<_>>().join(".</p><p>");
    let title = format!("Anna {}son and the {}", person(story), word(story * 83));
    format!("<!doctype html><title>{title}</title><article><h1>{title}</h1><p>{told}.</p></article>")
}

/// The stories share no more than what holds a sentence together.
fn sentence(story: usize, at: usize) -> String {
    let words: Vec<String> = (0..9).map(|i| word(story * 83 + at * 17 + i * i * 5)).collect();
    let (start, end) = words.split_at(5);
    let mark = if at == QUOTED { "\"" } else { "" };
    format!(
        "{mark}The {} of {},{mark} Anna {}son said",
        start.join(" "),
        end.join(" "),
        person(story)
    )
}

/// The name that only one story has.
fn person(story: usize) -> String {
    format!(
        "{}{}{}",
        letter(story).to_ascii_uppercase(),
        ["o", "e", "a"][story / 26],
        letter(story * 3 + 1)
    )
}

fn word(n: usize) -> String {
    [n * 7 + 2, n / 26 + 4, n * 11, n * 5 + 3]
        .map(letter)
        .iter()
        .collect()
}

fn letter(n: usize) -> char {
    char::from(b'a' + (n % 26) as u8)
}
