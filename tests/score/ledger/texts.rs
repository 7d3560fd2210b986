//! Texts of other people, read where they lie.

use std::fs;

use serde_json::Value;

use crate::ratchet::shared;

/// Characters of a text that are used: a long news article.
const LENGTH: usize = 6_000;

/// English texts of `extract` and `align` with at least six paragraphs, in the files' order; at most `count`.
pub(super) fn texts(count: usize) -> Option<Vec<String>> {
    let pages = fs::read_to_string(shared("data/extract/extract_wcxb_articles_dev.jsonl")?).ok()?;
    let news = fs::read_to_string(shared("data/align/onestop_par3.json")?).ok()?;
    let news: Value = serde_json::from_str(&news).expect("JSON");
    let mut texts: Vec<String> = Vec::new();
    for set in news["sets"].as_array().expect("a list") {
        let paragraphs = set["docs"]["adv"].as_array().into_iter().flatten();
        let paragraphs: Vec<&str> = paragraphs.filter_map(Value::as_str).collect();
        texts.push(paragraphs.join("\n\n"));
    }
    for line in pages.lines() {
        let page: Value = serde_json::from_str(line).expect("a JSON object a line");
        texts.push(page["body"].as_str().unwrap_or("").to_owned());
    }
    let usable = texts
        .into_iter()
        .map(|text| cut(&text))
        .filter(|text| is_usable(text));
    Some(usable.take(count).collect())
}

/// Whole paragraphs up to the length.
fn cut(text: &str) -> String {
    let mut out = String::new();
    for paragraph in text.split("\n\n").map(str::trim).filter(|p| !p.is_empty()) {
        if out.len() + paragraph.len() > LENGTH {
            break;
        }
        out += paragraph;
        out += "\n\n";
    }
    out.trim_end().to_owned() + "\n"
}

fn is_usable(text: &str) -> bool {
    let ascii = text.chars().filter(char::is_ascii).count();
    let stops = text.matches(". ").count();
    text.split("\n\n").count() >= 6
        && stops >= 6
        && text.contains(" the ")
        && 20 * ascii >= 19 * text.chars().count()
}
