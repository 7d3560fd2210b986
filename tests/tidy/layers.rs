//! One direction: a room uses only rooms of paragraphs above its own.
//!
//! The `mod` lines of `lib.rs` and of the layered rooms' `mod.rs` stand in paragraphs, and a paragraph is a layer.
//! Every path that begins with `crate` or `super`, in a `use` or not, is followed to the module where it parts from
//! the file that holds it; there the target must stand in an earlier paragraph.

use crate::tree::{self, Files};
use crate::{code, is};

/// Modules whose `mod` lines are layers. Inside one room files may know each other.
const LAYERED: [&str; 4] = ["", "article", "story", "comparison"];

/// What `lib.rs` itself offers is made of all rooms of the engine, so only what leaves may use it.
const OUTSIDE: [&str; 2] = ["report", "wasm"];

#[test]
fn rooms_use_only_what_stands_above_them() {
    let sources: Files = tree::files()
        .into_iter()
        .filter_map(|(path, text)| Some((path.strip_prefix("src/")?.to_owned(), text)))
        .filter(|(path, _)| {
            is(path, "rs")
                && !path.starts_with("bin/")
                && !path.starts_with("xtask/")
                && !path.starts_with("pdf/")
        })
        .collect();
    assert!(sources.len() > 50, "the library's sources were not found");
    let complaints = complaints(&sources);
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn a_path_upwards_is_seen() {
    let tree = |path: &str, text: &str| -> Vec<String> {
        let mut files = Files::new();
        let mut add = |path: &str, text: &str| files.insert(path.to_owned(), text.to_owned());
        add("lib.rs", "pub mod text;\n\npub mod article;\n\npub mod report;\n");
        add(
            "article/mod.rs",
            "//! Docs.\n\npub mod tag;\npub mod times;\n\npub mod quotes;\n",
        );
        add(path, text);
        complaints(&files)
    };
    for (path, text) in [
        ("text/span.rs", "use crate::article::Article;"),
        ("article/tag/mod.rs", "use crate::article::times::Time;"),
        ("article/tag/deep.rs", "use super::super::quotes;"),
        (
            "article/times/mod.rs",
            "use crate::{\n    article::{\n        quotes::Quote,\n    },\n};",
        ),
        ("article/tag/mod.rs", "fn f() { crate::report::json(); }"),
        ("article/tag/mod.rs", "use crate::Analysis;"),
    ] {
        assert_eq!(tree(path, text).len(), 1, "{path}: {text}");
    }
    for (path, text) in [
        (
            "article/quotes/mod.rs",
            "use crate::article::{tag::Mention, times};",
        ),
        (
            "article/tag/deep.rs",
            "use super::Stretch;\nuse super::words::Word;",
        ),
        ("article/mod.rs", "use crate::text::Span;\nuse quotes::Quote;"),
        ("report/build.rs", "use crate::{Analysis, Error};"),
        (
            "article/tag/mod.rs",
            "/// See [`crate::report`].\n// use crate::report;",
        ),
        (
            "article/tag/mod.rs",
            "#[cfg(test)]\nmod tests { use crate::report; }",
        ),
    ] {
        assert_eq!(tree(path, text), Vec::<String>::new(), "{path}: {text}");
    }
}

/// What is wrong in sources whose paths begin at `src`.
fn complaints(files: &Files) -> Vec<String> {
    let mut complaints = Vec::new();
    for (file, text) in files {
        let from = module(file);
        for path in paths(&code(text)) {
            let Some(target) = absolute(&path, &from) else {
                continue;
            };
            if let Some(why) = upward(files, &from, &target) {
                complaints.push(format!(
                    "src/{file}: {why}; move what both need to a room above, or hand it over as an argument"
                ));
            }
        }
    }
    complaints
}

/// Why a file of module `from` may not use `target`; `None` where it may.
fn upward(files: &Files, from: &[String], target: &[String]) -> Option<String> {
    let shared = from.iter().zip(target).take_while(|(x, y)| x == y).count();
    let (mine, theirs) = (from.get(shared)?, target.get(shared)?);
    let parent = from[..shared].join("/");
    let layers = layers(files, &parent)?;
    let rank = |name: &String| layers.iter().position(|layer| layer.contains(name));
    match (rank(mine)?, rank(theirs)) {
        (mine_at, Some(theirs_at)) if theirs_at >= mine_at => Some(format!(
            "`{mine}` uses `{}`, which stands in the same paragraph or a later one",
            target.join("::")
        )),
        (_, None) if parent.is_empty() && theirs != "Error" && !OUTSIDE.contains(&mine.as_str()) => Some(
            format!("`{mine}` uses `crate::{theirs}`, which is made of all rooms"),
        ),
        _ => None,
    }
}

/// The paragraphs of `mod` lines of a layered module; `None` for any other.
fn layers(files: &Files, module: &str) -> Option<Vec<Vec<String>>> {
    if !LAYERED.contains(&module) {
        return None;
    }
    let file = if module.is_empty() {
        "lib.rs".to_owned()
    } else {
        format!("{module}/mod.rs")
    };
    let paragraphs = files.get(&file)?.split("\n\n");
    let names = |paragraph: &str| -> Vec<String> {
        let declared = paragraph.lines().filter_map(|line| {
            let line = line.trim_start_matches("pub(crate) ").trim_start_matches("pub ");
            line.strip_prefix("mod ")?.strip_suffix(';')
        });
        declared.map(str::to_owned).collect()
    };
    Some(paragraphs.map(names).filter(|names| !names.is_empty()).collect())
}

/// The module of a file: `article/tag/mod.rs` is article, tag.
fn module(file: &str) -> Vec<String> {
    let stem = file.trim_end_matches(".rs");
    let stem = if stem == "lib" {
        ""
    } else {
        stem.trim_end_matches("/mod")
    };
    stem.split('/')
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// A path as seen from the crate's root.
fn absolute(path: &[String], from: &[String]) -> Option<Vec<String>> {
    match path.first()?.as_str() {
        "crate" => Some(path[1..].to_vec()),
        "super" => absolute_from(&path[1..], &from[..from.len().checked_sub(1)?]),
        _ => None,
    }
}

fn absolute_from(path: &[String], base: &[String]) -> Option<Vec<String>> {
    if path.first().is_some_and(|part| part == "super") {
        return absolute_from(&path[1..], &base[..base.len().checked_sub(1)?]);
    }
    Some(base.iter().chain(path).cloned().collect())
}

/// Every path that begins with `crate::` or `super::`, with the groups of a `use` spread out.
fn paths(code: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = ["crate::", "super::"]
        .iter()
        .filter_map(|begin| code[at..].find(begin))
        .min()
    {
        let start = at + next;
        let inside = code[..start].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
        if inside {
            at = start + "crate::".len();
        } else {
            at = start + spread(&code[start..], &[], &mut found);
        }
    }
    found
}

/// Reads one path or group from the start of `code`, adds the whole paths to `found`, returns the bytes it took.
fn spread(code: &str, prefix: &[String], found: &mut Vec<Vec<String>>) -> usize {
    let mut path = prefix.to_vec();
    let mut at = 0;
    loop {
        let rest = &code[at..];
        let word: String = rest
            .chars()
            .take_while(|&c| c.is_alphanumeric() || c == '_' || c == '*')
            .collect();
        at += word.len();
        if !word.is_empty() && word != "self" && word != "*" {
            path.push(word);
        }
        if code[at..].starts_with("::") {
            at += 2;
        } else {
            found.push(path);
            return at;
        }
        if code[at..].starts_with('{') {
            return at + group(&code[at..], &path, found);
        }
    }
}

/// Reads a group `{a, b::{c, d}}`; returns the bytes it took.
fn group(code: &str, path: &[String], found: &mut Vec<Vec<String>>) -> usize {
    let mut at = 1;
    while let Some(c) = code[at..].chars().next() {
        match c {
            '}' => return at + 1,
            c if c.is_alphanumeric() || c == '_' || c == '*' => at += spread(&code[at..], path, found),
            c => at += c.len_utf8(),
        }
    }
    at
}
