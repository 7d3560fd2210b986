//! The invented stories of `tests/cases` with their labels; see the README there.

use std::fs;
use std::path::{Path, PathBuf};

use crossread::knowledge::Model;

use super::{Row, analysis, covers, places, rows};
use crate::ratchet::hold;

/// A label.
struct Item {
    kinds: Vec<String>,
    flag: char,
    /// For each article its words; empty where it lacks them.
    words: Vec<String>,
}

/// Sums over stories.
#[derive(Default)]
struct Sums {
    wanted: usize,
    found: usize,
    right_kind: usize,
    rows: usize,
    right_rows: usize,
    sure: usize,
    right_sure: usize,
    ranks: Vec<usize>,
}

#[test]
fn stories() {
    score("cases", &folder(""));
}

/// The stories that were kept apart, for the final figure.
#[test]
fn stories_kept_apart() {
    score("cases kept apart", &folder("kept-apart"));
}

/// Stories of other topics, longer, some rewritten throughout.
#[test]
fn second_stories() {
    score("second cases", &folder("second"));
}

/// Stories that somebody wrote and labelled who had seen neither the rules nor what they find; read since.
#[test]
fn third_stories() {
    score("third cases", &folder("third"));
}

/// Stories that were written and labelled in the same way later; read since.
#[test]
fn fourth_stories() {
    score("fourth cases", &folder("fourth"));
}

/// And later still; read since.
#[test]
fn fifth_stories() {
    score("fifth cases", &folder("fifth"));
}

/// And once more, longer and most of them rewritten; read since.
#[test]
fn sixth_stories() {
    score("sixth cases", &folder("sixth"));
}

/// The same, not read.
#[test]
fn seventh_stories_kept_apart() {
    score("seventh cases kept apart", &folder("kept-apart/seventh"));
}

/// And an eighth time, two thirds of them rewritten; read since.
#[test]
fn eighth_stories() {
    score("eighth cases", &folder("eighth"));
}

/// And a ninth time, of all degrees of rewriting; read since.
#[test]
fn ninth_stories() {
    score("ninth cases", &folder("ninth"));
}

/// And a tenth time, a third of them edited, a third rewritten, a third in between.
#[test]
fn tenth_stories() {
    score("tenth cases", &folder("tenth"));
}

/// And an eleventh time, most of them rewritten; read since.
#[test]
fn eleventh_stories() {
    score("eleventh cases", &folder("eleventh"));
}

/// And a twelfth time; not read.
#[test]
fn twelfth_stories_kept_apart() {
    score("twelfth cases kept apart", &folder("kept-apart/twelfth"));
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/cases")
        .join(name)
}

fn score(name: &str, folder: &Path) {
    let model = Model::embedded();
    let mut sums = Sums::default();
    let mut stories: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the cases")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.join("ledger.txt").exists())
        .collect();
    stories.sort();
    assert!(!stories.is_empty(), "no stories in {}", folder.display());
    for story in &stories {
        let (found, wanted) = (sums.found, sums.wanted);
        read(&model, story, &mut sums);
        let name = story
            .file_name()
            .map_or_else(Default::default, |name| name.to_string_lossy());
        println!(
            "{name}: {} of {} labels",
            sums.found - found,
            sums.wanted - wanted
        );
    }
    let share = |part: usize, of: usize| part as f64 / of.max(1) as f64;
    sums.ranks.sort_unstable();
    let median = sums
        .ranks
        .get(sums.ranks.len() / 2)
        .copied()
        .unwrap_or(usize::MAX);
    println!(
        "{name}: {} stories, {} labels, {} rows, ranks of the top labels {:?}",
        stories.len(),
        sums.wanted,
        sums.rows,
        sums.ranks
    );
    hold(&format!("ledger {name} recall"), share(sums.found, sums.wanted));
    hold(
        &format!("ledger {name} right kind"),
        share(sums.right_kind, sums.found),
    );
    hold(
        &format!("ledger {name} precision"),
        share(sums.right_rows, sums.rows),
    );
    hold(
        &format!("ledger {name} top label, one over median rank"),
        1.0 / median as f64,
    );
    hold(
        &format!("ledger {name} high confidence is right"),
        share(sums.right_sure, sums.sure),
    );
}

fn read(model: &Model, story: &Path, sums: &mut Sums) {
    let texts: Vec<String> = ["a.txt", "b.txt", "c.txt"]
        .iter()
        .filter_map(|file| fs::read_to_string(story.join(file)).ok())
        .collect();
    let names = ["a.txt", "b.txt", "c.txt"];
    let files: Vec<(&str, &str)> = names.into_iter().zip(texts.iter().map(String::as_str)).collect();
    let (rows, _) = rows(&analysis(model, &files));
    let items = joined(items(
        &fs::read_to_string(story.join("ledger.txt")).expect("the labels"),
    ));
    let name = story
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    // What is kept apart is scored, never shown.
    let apart = story.components().any(|part| part.as_os_str() == "kept-apart");
    let show = !apart && std::env::var("SHOW").is_ok_and(|only| only == "all" || name.contains(&only));
    for item in items.iter().filter(|item| item.flag != '?') {
        let hit = rows.iter().position(|row| covered(row, item, &texts));
        let kind = rows
            .iter()
            .any(|row| covered(row, item, &texts) && item.kinds.iter().any(|kind| kind == row.kind));
        sums.wanted += 1;
        sums.found += usize::from(hit.is_some());
        sums.right_kind += usize::from(kind);
        if item.flag == '*' {
            sums.ranks.push(hit.map_or(usize::MAX, |at| at + 1));
        }
        if show && item.flag == '*' && hit.is_some_and(|at| at >= 5) {
            println!("{name}: LOW {:?} {:?} {:?}", hit, item.kinds, item.words);
        }
        if show && !kind {
            let why = if hit.is_some() { "KIND" } else { "MISSED" };
            let why = if item.flag == '*' {
                format!("{why} TOP")
            } else {
                why.to_owned()
            };
            println!("{name}: {why} {:?} {:?}", item.kinds, item.words);
        }
    }
    if !apart && std::env::var("DUMP").is_ok() {
        for row in &rows {
            let star = items
                .iter()
                .any(|item| item.flag == '*' && covered(row, item, &texts));
            let first = row
                .spans
                .iter()
                .next()
                .map_or((0, 0), |(at, spans)| (*at, spans[0].start()));
            let place = first.1 as f64 / texts[first.0].len().max(1) as f64;
            let length = row
                .spans
                .values()
                .flatten()
                .map(|span| span.len())
                .max()
                .unwrap_or(0);
            println!(
                "ROW\t{name}\t{}\t{}\t{}\t{star}\t{place:.2}\t{length}\t{}\t{}",
                row.rule,
                row.weight,
                row.sure,
                items.iter().any(|item| is_about(row, item, &texts)),
                row.summary,
            );
        }
    }
    for row in &rows {
        let labels: Vec<&Item> = items.iter().filter(|item| is_about(row, item, &texts)).collect();
        let right = !labels.is_empty();
        let kind = labels
            .iter()
            .any(|item| item.kinds.iter().any(|kind| kind == row.kind));
        sums.rows += 1;
        sums.right_rows += usize::from(right);
        sums.sure += usize::from(row.sure);
        sums.right_sure += usize::from(row.sure && kind);
        if show && !kind {
            let why = if right { "OTHER KIND" } else { "FALSE" };
            let sure = if row.sure { "high" } else { "" };
            println!("{name}: {why} {sure} {} {}", row.rule, row.summary);
        }
    }
}

/// Labels of the same words have the kinds of each other: the words can be told in more than one way.
fn joined(mut items: Vec<Item>) -> Vec<Item> {
    let same = |x: &Item, y: &Item| {
        x.words
            .iter()
            .zip(&y.words)
            .all(|(x, y)| x.is_empty() == y.is_empty() && (x.contains(y.as_str()) || y.contains(x.as_str())))
    };
    let kinds: Vec<Vec<String>> = items
        .iter()
        .map(|item| {
            items
                .iter()
                .filter(|other| same(item, other))
                .flat_map(|other| other.kinds.clone())
                .collect()
        })
        .collect();
    for (item, kinds) in items.iter_mut().zip(kinds) {
        item.kinds = kinds;
    }
    items
}

/// Whether a row covers a label's words in every article that has some.
fn covered(row: &Row, item: &Item, texts: &[String]) -> bool {
    sides(item).all(|(article, words)| {
        let spans = row.spans.get(&article).map_or(&[][..], Vec::as_slice);
        places(&texts[article], words)
            .iter()
            .any(|&place| covers(spans, place))
    })
}

/// Whether a row tells what a label tells: it covers it, or in each article at least half of its own words are the
/// label's.
fn is_about(row: &Row, item: &Item, texts: &[String]) -> bool {
    let inside = row.spans.iter().all(|(&article, spans)| {
        let own: usize = spans.iter().map(|span| span.len()).sum();
        let words = item.words.get(article).map_or("", String::as_str);
        let shared = places(&texts[article], words)
            .iter()
            .map(|place| spans.iter().map(|span| span.shared(*place)).sum::<usize>())
            .max();
        !words.is_empty() && 2 * shared.unwrap_or(0) >= own
    });
    covered(row, item, texts) || inside && !row.spans.is_empty()
}

fn sides(item: &Item) -> impl Iterator<Item = (usize, &str)> {
    let words = item.words.iter().map(String::as_str).enumerate();
    words.filter(|(_, words)| !words.is_empty())
}

/// Labels in the notation of the README.
fn items(text: &str) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let (head, rest) = line.split_at(2);
        if let (true, Some(item)) = (head == "  " && is_side(rest), items.last_mut()) {
            let words = rest[2..].trim();
            item.words.push(if words == "-" {
                String::new()
            } else {
                words.to_owned()
            });
        } else {
            items.push(Item {
                kinds: rest.split(" or ").map(|kind| kind.trim().to_owned()).collect(),
                flag: head.chars().next().unwrap_or(' '),
                words: Vec::new(),
            });
        }
    }
    items
}

fn is_side(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next().is_some_and(|c| c.is_ascii_uppercase()) && chars.next() == Some(' ')
}
