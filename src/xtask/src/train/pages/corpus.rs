//! Pages with what of them is the article, from the data beside the project.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::Path;

use crossread::article::ingest::page::{
    self,
    parse::{Line, Page},
};
use crossread::text::hash;
use serde_json::Value;

use super::deal;

/// The files of pages: name, origin, licence.
pub(crate) const SETS: [(&str, &str, &str); 2] = [
    (
        "extract_wcxb_articles_dev.jsonl",
        "Murrough-Foley/web-content-extraction-benchmark, dev split",
        "annotations CC BY 4.0, pages of their publishers",
    ),
    (
        "extract_trafilatura_eval.jsonl",
        "adbar/trafilatura tests",
        "Apache-2.0 repository, pages of their publishers",
    ),
];

/// A page to learn from.
pub(crate) struct Lesson {
    pub page: Page,
    pub site: u64,
    /// The fold; `None` where the page is held back.
    pub fold: Option<usize>,
    /// Of each line whether it is the article's; `None` where nobody says.
    pub gold: Vec<Option<bool>>,
    /// Of each line how much it matters.
    pub weights: Vec<f32>,
    /// Words of the article; empty for pages of which only snippets are known.
    pub body: String,
    /// The day of publication that people told, as "2031-09-05"; empty where nobody did.
    pub day: String,
}

/// Reads all pages.
pub(crate) fn lessons(folder: &Path) -> Result<Vec<Lesson>, String> {
    let mut lessons = Vec::new();
    for (name, ..) in SETS {
        let path = folder.join(name);
        let text =
            fs::read_to_string(&path).map_err(|e| format!("{} cannot be read: {e}", path.display()))?;
        for row in text.lines() {
            let row: Value = serde_json::from_str(row).map_err(|e| format!("{name}: {e}"))?;
            let bytes = unpacked(&folder.join(row["html"].as_str().unwrap_or("")))?;
            lessons.push(lesson(&row, &page::markup(&bytes)));
        }
    }
    Ok(lessons)
}

fn unpacked(path: &Path) -> Result<Vec<u8>, String> {
    let file = fs::File::open(path).map_err(|e| format!("{} cannot be read: {e}", path.display()))?;
    let mut bytes = Vec::new();
    let read = flate2::read::GzDecoder::new(file).read_to_end(&mut bytes);
    read.map_err(|e| format!("{} cannot be unpacked: {e}", path.display()))?;
    Ok(bytes)
}

fn lesson(row: &Value, markup: &str) -> Lesson {
    let page = page::parse::parse(markup);
    let (site, fold) = deal::deal(row["url"].as_str().unwrap_or(""));
    let body = row["body"].as_str().unwrap_or("").to_owned();
    let (gold, weights) = if body.is_empty() {
        by_snippets(&page, row)
    } else {
        by_body(&page, &body)
    };
    Lesson {
        page,
        site,
        fold,
        gold,
        weights,
        body,
        day: row["date"].as_str().unwrap_or("").to_owned(),
    }
}

/// Words in lower case.
pub(crate) fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// A line is the article's if the body has it as a line, or most of its runs of four words.
fn by_body(page: &Page, body: &str) -> (Vec<Option<bool>>, Vec<f32>) {
    let run = |words: &[String]| {
        words
            .iter()
            .fold(0, |state, word| hash::mix(state, hash::verbatim(word)))
    };
    let whole: BTreeSet<u64> = body.lines().map(|line| run(&words(line))).collect();
    let all = words(body);
    let runs: BTreeSet<u64> = all.windows(4).map(run).collect();
    let gold: Vec<Option<bool>> = page
        .lines
        .iter()
        .map(|line| {
            let words = words(line.span.of(&page.text));
            let known = words
                .windows(4)
                .filter(|window| runs.contains(&run(window)))
                .count();
            let most = words.len() >= 4 && known * 5 >= (words.len() - 3) * 3;
            Some(most || !words.is_empty() && whole.contains(&run(&words)))
        })
        .collect();
    let length = all.len().max(50) as f32;
    let weigh = |line: &Line| {
        let count = line.span.of(&page.text).split_whitespace().count() as f32;
        ((count + 2.0) / length).min(1.0).powf(0.75)
    };
    let weights = page.lines.iter().map(weigh).collect();
    (gold, weights)
}

fn by_snippets(page: &Page, row: &Value) -> (Vec<Option<bool>>, Vec<f32>) {
    let list = |key: &str| -> Vec<String> {
        let all = row[key].as_array();
        let all = all.into_iter().flatten().filter_map(Value::as_str);
        all.map(|text| words(text).join(" "))
            .filter(|text| text.len() >= 4)
            .collect()
    };
    let (with, without) = (list("with"), list("without"));
    let gold: Vec<Option<bool>> = page
        .lines
        .iter()
        .map(|line| {
            let text = words(line.span.of(&page.text)).join(" ");
            let holds = |snippets: &[String]| snippets.iter().any(|snippet| text.contains(snippet.as_str()));
            match (holds(&with), holds(&without)) {
                (true, false) => Some(true),
                (false, true) => Some(false),
                _ => None,
            }
        })
        .collect();
    let weights = vec![0.05; gold.len()];
    (gold, weights)
}
