//! What Rust sources may hold: borders of serde and WebAssembly, no unwrap, no hash order, bounded sizes.

use crate::{code, hold, is, tree};

/// The most lines of a file: two screens of a large monitor are read in one sitting, ten are not.
const LONGEST_FILE: usize = 500;

/// The most lines of the page's door: beyond it, logic has crept in.
const LONGEST_DOOR: usize = 150;

#[test]
fn borders_and_sizes_hold() {
    let library = |path: &str| path.starts_with("src/") && is(path, "rs");
    hold(&tree::files(), library, |path, text| {
        [borders(path, text), habits(path, text), size(path, text)].concat()
    });
}

#[test]
fn a_crossed_border_is_seen() {
    for (path, text) in [
        ("src/article/mod.rs", "use serde::Serialize;"),
        ("src/article/mod.rs", "#[derive(Debug, serde::Serialize)]"),
        ("src/article/ingest/mod.rs", "#[derive(Deserialize)]"),
        ("src/comparison/mod.rs", "serde_json::to_string(&x)"),
        ("src/report/mod.rs", "use wasm_bindgen::JsValue;"),
        ("src/report/mod.rs", "js_sys::Uint8Array::new(&x)"),
    ] {
        assert_eq!(borders(path, text).len(), 1, "{path}: {text}");
    }
    for (path, text) in [
        ("src/report/values.rs", "use serde::Serialize;"),
        ("src/article/ingest/ninjs.rs", "serde_json::from_slice(bytes)"),
        (
            "src/wasm.rs",
            "use serde::Serialize;\nuse wasm_bindgen::prelude::*;",
        ),
        ("src/article/mod.rs", "//! No serde::Serialize here."),
    ] {
        assert_eq!(borders(path, text), Vec::<String>::new(), "{path}: {text}");
    }
}

#[test]
fn a_bad_habit_is_seen() {
    for text in [
        "let x = y.unwrap();",
        "use std::collections::HashMap;",
        "let now = std::time::Instant::now();",
        "println!(\"read\");",
        "let text = std::fs::read_to_string(path)?;",
    ] {
        assert_eq!(habits("src/story/mod.rs", text).len(), 1, "{text}");
    }
    assert_eq!(habits("src/xtask/src/main.rs", "x.unwrap()").len(), 1);
    let calm = "x.unwrap_or(0);\n// .unwrap()\n#[cfg(test)]\nmod tests { fn f() { x.unwrap(); } }";
    assert_eq!(habits("src/story/mod.rs", calm), Vec::<String>::new());
}

#[test]
fn a_long_file_is_seen() {
    assert_eq!(size("src/a.rs", &"x\n".repeat(LONGEST_FILE + 1)).len(), 1);
    assert_eq!(size("src/a.rs", &"x\n".repeat(LONGEST_FILE)).len(), 0);
    assert_eq!(size("src/wasm.rs", &"x\n".repeat(LONGEST_DOOR)).len(), 1);
}

/// Who may know serde, JSON and the browser.
fn borders(path: &str, text: &str) -> Vec<String> {
    let code = code(text);
    let doors = [
        "src/wasm.rs",
        "src/bin/",
        "src/xtask/",
        "src/pdf/src/lib.rs",
        "src/pdf/src/wasm.rs",
    ];
    let leaves = path.starts_with("src/report/") || doors.iter().any(|door| path.starts_with(door));
    let mut complaints = Vec::new();
    let mut forbid = |allowed: bool, words: &[&str], what: &str| {
        if !allowed && words.iter().any(|word| code.contains(word)) {
            complaints.push(what.to_owned());
        }
    };
    forbid(
        leaves,
        &["serde::", "Serialize", "Deserialize"],
        "serde's derives belong in src/report; make the value there from this one",
    );
    forbid(
        leaves || path.starts_with("src/article/ingest/"),
        &["serde_json::"],
        "JSON is read in src/article/ingest and written in src/report",
    );
    forbid(
        path == "src/wasm.rs" || path == "src/pdf/src/wasm.rs",
        &["wasm_bindgen::", "js_sys::", "web_sys::", "#[wasm_bindgen"],
        "only the wasm.rs files know the browser; take and return plain values here",
    );
    complaints
}

/// Words that make a result hang on chance or the machine, or that panic.
fn habits(path: &str, text: &str) -> Vec<String> {
    let code = code(text);
    // The build script speaks to cargo by what it prints.
    let build = path == "src/knowledge/lexicon/pack.rs";
    let door = build || path.starts_with("src/bin/") || path.starts_with("src/xtask/");
    let anywhere = [(
        ".unwrap()",
        "no `unwrap` outside tests: use `?`, `let … else`, or make it a `Note`",
    )];
    let library = [
        (
            "HashMap<",
            "HashMap's order is chance: use BTreeMap, or `text::shingles::HashKeyed`",
        ),
        (
            "HashMap;",
            "HashMap's order is chance: use BTreeMap, or `text::shingles::HashKeyed`",
        ),
        ("HashSet", "HashSet's order is chance: use BTreeSet"),
        (
            "Instant::now",
            "the library reads no clock: cap work by counting it",
        ),
        (
            "SystemTime",
            "the library reads no clock: dates resolve against the article's own",
        ),
        ("println!", "the library prints nothing: a doubt is a `Note`"),
        ("std::fs", "the library does no IO: the doors hand it bytes"),
    ];
    // The keyed map whose order is that of its keys' bytes is made from HashMap there.
    let maker = path == "src/text/shingles.rs";
    let words = anywhere.iter().chain(library.iter().filter(|_| !door && !maker));
    words
        .filter(|(word, _)| code.contains(word))
        .map(|&(_, what)| what.to_owned())
        .collect()
}

fn size(path: &str, text: &str) -> Vec<String> {
    let lines = text.lines().count();
    if lines > LONGEST_FILE {
        return vec![format!(
            "{lines} lines; {LONGEST_FILE} is the most: split it along a word"
        )];
    }
    if path == "src/wasm.rs" && lines >= LONGEST_DOOR {
        return vec![format!(
            "{lines} lines; the door stays below {LONGEST_DOOR}: move logic to the library"
        )];
    }
    Vec::new()
}
