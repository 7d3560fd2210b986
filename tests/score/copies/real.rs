//! Directions between articles that people wrote: nobody is said to have copied who did not.
//!
//! All dated articles of `PolNeAR`, `TimeBank`, `AQUAINT` and of the pages of `extract` are one drop, with their days, and the three
//! samples another, each of them a day later than the one before, in either order. Most of these pairs are not copies.
//! Whether one is, is asked of the words alone: where less than half of the later article's runs of eight words stand in
//! the earlier one, nobody copied it.

use std::fs;

use crossread::article::decisions::Decisions;
use crossread::article::document::{Day, Published, PublishedSource};
use crossread::comparison::compare;
use crossread::comparison::kinship::{Kinship, Verdict};
use crossread::knowledge::Model;
use serde_json::Value;

use crate::drop;
use crate::ratchet::{hold, shared};

/// Lists of dated articles, with the names of the fields that hold day and text.
const LISTS: [(&str, &str, &str); 5] = [
    ("data/quotes/quote_polnear_dev.jsonl", "date", "text"),
    ("data/quotes/quote_polnear_train.jsonl", "date", "text"),
    ("data/times/timex_timebank.jsonl", "dct", "text"),
    ("data/times/timex_aquaint.jsonl", "dct", "text"),
    ("data/extract/extract_wcxb_articles_dev.jsonl", "date", "body"),
];

/// Words of a run that two who wrote apart do not have in common by chance.
const RUN: usize = 8;

/// A text and its day.
type Dated = (String, Day);

#[test]
fn real_articles() {
    let mut all = Vec::new();
    for (file, date, text) in LISTS {
        let Some(path) = shared(file) else { return };
        let rows = fs::read_to_string(path).expect("the list can be read");
        let rows = rows
            .lines()
            .map(|row| serde_json::from_str::<Value>(row).expect("JSON"));
        all.extend(rows.filter_map(|row| Some((row[text].as_str()?.to_owned(), day(row[date].as_str()?)?))));
    }
    let mut drops = vec![all];
    let mut samples = Vec::new();
    for name in ["000", "001", "002"] {
        let Some(path) = shared("seeds") else { return };
        let mut files = fs::read_dir(path).expect("the samples can be listed").flatten();
        let file = files.find(|file| file.file_name().to_string_lossy().starts_with(name));
        samples.push(fs::read_to_string(file.expect("a sample").path()).expect("a text"));
    }
    let days = |texts: Vec<String>| {
        texts
            .into_iter()
            .zip((1..).filter_map(|day| self::day(&format!("2025-05-0{day}"))))
    };
    drops.push(days(samples.clone()).collect());
    samples.reverse();
    drops.push(days(samples).collect());

    let model = Model::embedded();
    let (mut pairs, mut related, mut given, mut wrong) = (0, 0, 0, 0);
    for articles in &drops {
        for kin in kinship(articles, &model) {
            pairs += 1;
            related += usize::from(kin.verdict != Verdict::Unrelated);
            let (source, copy) = match kin.verdict {
                Verdict::AFromB => (kin.b, kin.a),
                Verdict::BFromA => (kin.a, kin.b),
                _ => continue,
            };
            let text = |id: crossread::story::ArticleId| articles[id.0 as usize].0.as_str();
            let share = contained(text(copy), text(source));
            given += 1;
            wrong += usize::from(share < 0.5);
            println!("{copy} from {source}, {share:.2} of its runs: {:?}", kin.evidence);
        }
    }
    println!(
        "{pairs} pairs of real articles, {related} related: {given} directions given, {wrong} where nobody copied"
    );
    hold(
        "copies real pairs without a direction that is not true",
        1.0 - wrong as f64 / related.max(1) as f64,
    );
    assert_eq!(wrong, 0, "somebody is said to have copied who did not");
}

fn kinship(articles: &[Dated], model: &Model) -> Vec<Kinship> {
    let texts: Vec<&str> = articles.iter().map(|(text, _)| text.as_str()).collect();
    let mut story = drop::story(&texts);
    for (date, (_, day)) in story.dates.iter_mut().zip(articles) {
        date.published = Some(Published {
            day: *day,
            source: PublishedSource::Stated,
            span: None,
        });
    }
    compare(&story, &Decisions::default(), model).relations.kinship
}

/// "2016-09-12".
fn day(date: &str) -> Option<Day> {
    let mut parts = date.split(|c: char| !c.is_ascii_digit());
    Some(Day {
        year: Some(parts.next()?.parse().ok()?),
        month: parts.next()?.parse().ok()?,
        day: parts.next()?.parse().ok()?,
    })
}

/// The share of a text's runs of words that stand in another.
fn contained(text: &str, other: &str) -> f64 {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let (words, others) = (words(text), words(other));
    let known: std::collections::BTreeSet<&[String]> = others.windows(RUN).collect();
    let runs = words.windows(RUN);
    let all = runs.len().max(1);
    runs.filter(|run| known.contains(run)).count() as f64 / all as f64
}
