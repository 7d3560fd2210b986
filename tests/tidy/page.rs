//! What the page may hold: no way from an article's text to markup or code, small modules.

use crate::{hold, is, tree};

/// The most lines of a module of the page: one screen and a half, one purpose.
const LONGEST_MODULE: usize = 150;

/// Ways from text to markup or code, and what to use.
const FORBIDDEN: [(&str, &str); 8] = [
    ("innerHTML", "text goes in by textContent, elements by dom.js"),
    ("outerHTML", "elements are made by dom.js"),
    ("insertAdjacentHTML", "elements are made by dom.js"),
    ("document.write", "elements are made by dom.js"),
    ("DOMParser", "markup of articles is read in Rust, inertly"),
    ("eval(", "no text becomes code"),
    ("new Function", "no text becomes code"),
    ("{any}", "name the type in types/page.d.ts"),
];

#[test]
fn no_text_becomes_markup() {
    let files = tree::files();
    hold(&files, |path| path.starts_with("www/") && is(path, "js"), script);
    hold(
        &files,
        |path| path.starts_with("www/") && is(path, "html"),
        markup,
    );
    let any = |path: &str| path.starts_with("www/") && !path.starts_with("www/types/") && !is(path, "json");
    hold(&files, any, |_, text| long(text, 500));
}

#[test]
fn a_dangerous_module_is_seen() {
    for (word, _) in FORBIDDEN {
        assert_eq!(script("www/a.js", &format!("x.{word} = y;")).len(), 1, "{word}");
    }
    assert_eq!(script("www/a.js", &"x\n".repeat(LONGEST_MODULE + 1)).len(), 1);
    assert_eq!(script("www/a.js", "x.textContent = y;"), Vec::<String>::new());
}

#[test]
fn inline_code_in_markup_is_seen() {
    for text in [
        "<script>go()</script>",
        "<p style=\"color: red\">",
        "<style>p {}</style>",
        "<p onclick=\"go()\">",
        "<script src=\"https://elsewhere.example/a.js\"></script>",
    ] {
        assert_eq!(markup("www/index.html", text).len(), 1, "{text}");
    }
    let calm = "<script type=\"module\" src=\"main.js\"></script>\n<p data-on=\"x\">";
    assert_eq!(markup("www/index.html", calm), Vec::<String>::new());
}

fn script(_: &str, text: &str) -> Vec<String> {
    let used = FORBIDDEN.iter().filter(|(word, _)| text.contains(word));
    let mut complaints: Vec<String> = used
        .map(|(word, instead)| format!("holds `{word}`: {instead}"))
        .collect();
    complaints.extend(long(text, LONGEST_MODULE));
    complaints
}

/// The page's policy forbids inline code; markup that needs it would only fail later, in the browser.
fn markup(_: &str, text: &str) -> Vec<String> {
    let inline = [
        ("<script>", "put the code into a module"),
        ("<style", "put the rules into www/styles"),
        (" style=", "put the rules into www/styles"),
        (" onclick=", "say data-do, and wire it in clicks.js"),
        (" onload=", "wire it in main.js"),
        ("src=\"http", "the page loads only its own files"),
    ];
    let used = inline.iter().filter(|(word, _)| text.contains(word));
    used.map(|(word, instead)| format!("holds `{word}`: {instead}"))
        .collect()
}

fn long(text: &str, most: usize) -> Vec<String> {
    let lines = text.lines().count();
    if lines > most {
        vec![format!(
            "{lines} lines; {most} is the most: split it along a word"
        )]
    } else {
        Vec::new()
    }
}
