//! The three sample articles as they are dropped: bytes in, the printed report held against every answer that
//! `../shared/gold` has. The rooms' own scores read them with less; this is what people get.

use std::collections::BTreeSet;
use std::fs;

use crossread::article::ingest::{File, ingest};
use crossread::knowledge::Model;
use crossread::{analyse, report};
use serde_json::Value;

use crate::ratchet::{hold, shared};

/// Names of the samples in the answers, in the order of their letters.
const NAMES: [&str; 3] = ["000", "001", "002"];

fn json(path: &str) -> Option<Value> {
    let text = fs::read_to_string(shared(path)?).expect("the answers can be read");
    Some(serde_json::from_str(&text).expect("the answers are JSON"))
}

/// The report on the samples, dropped in this order.
fn printed(gold: &Value, order: [usize; 3]) -> Option<String> {
    let model = Model::embedded();
    let mut documents = Vec::new();
    for at in order {
        let name = gold["files"][NAMES[at]].as_str().expect("a file name");
        let bytes = fs::read(shared("seeds")?.join(name)).expect("the samples can be read");
        documents.extend(ingest(&File::new(name, &bytes), &model).articles);
    }
    Some(report::json(&report::report(&analyse(documents, &model), &[])))
}

fn f1<T: Ord>(found: &BTreeSet<T>, wanted: &BTreeSet<T>) -> f64 {
    let right = found.intersection(wanted).count() as f64;
    2.0 * right / ((found.len() + wanted.len()).max(1) as f64)
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().expect("a list").iter()
}

fn number(value: &Value, key: &str) -> usize {
    value[key].as_u64().expect("an offset") as usize
}

fn piece(article: &Value, start: usize, end: usize) -> String {
    let text = article["text"].as_str().expect("a text");
    text.chars().skip(start).take(end - start).collect()
}

/// The words of all blocks of a kind.
fn blocks(article: &Value, kind: &str) -> Vec<String> {
    list(&article["blocks"])
        .filter(|block| block["kind"] == kind)
        .map(|block| piece(article, number(block, "start"), number(block, "end")))
        .collect()
}

#[test]
fn dropped_in_any_order() {
    let Some(gold) = json("gold/seeds.json") else {
        return;
    };
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
    let first = printed(&gold, orders[0]);
    assert!(
        orders.iter().all(|&order| printed(&gold, order) == first),
        "the order of dropping shows"
    );
}

#[test]
fn structure() {
    let Some(gold) = json("gold/seeds.json") else {
        return;
    };
    let report: Value = serde_json::from_str(&printed(&gold, [0, 1, 2]).expect("the samples")).expect("JSON");
    for (article, name) in list(&report["articles"]).zip(NAMES) {
        let meta = &gold["meta"][name];
        assert_eq!(article["title"], meta["title"], "{name}: title");
        assert_eq!(
            article["published"]["value"], meta["published"],
            "{name}: published"
        );
        assert_eq!(
            article["published"]["source"], meta["published_source"],
            "{name}: source of the date"
        );
        assert_eq!(article["agency"], meta["agency"], "{name}: agency");
        assert_eq!(article["dek"], meta["dek"], "{name}: dek");
        assert_eq!(
            blocks(article, "caption").len(),
            usize::from(meta["caption"] == true),
            "{name}: caption"
        );
        let subheads: Vec<String> = meta["subheads"].as_array().map_or_else(Vec::new, |list| {
            list.iter().filter_map(Value::as_str).map(str::to_owned).collect()
        });
        assert_eq!(blocks(article, "subhead"), subheads, "{name}: subheads");
        let furniture = blocks(article, "furniture").join("\n");
        for line in meta["boilerplate"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
        {
            assert!(furniture.contains(line), "{name}: {line} is furniture");
        }
        if let Some(byline) = meta["byline"].as_str() {
            assert!(
                blocks(article, "byline").iter().any(|line| line.contains(byline)),
                "{name}: byline"
            );
        }
    }
    println!("structure of the samples: every trap right");
}

#[test]
fn what_is_read() {
    let Some(gold) = json("gold/seeds.json") else {
        return;
    };
    let report: Value = serde_json::from_str(&printed(&gold, [0, 1, 2]).expect("the samples")).expect("JSON");
    let articles: Vec<&Value> = list(&report["articles"]).collect();
    hold("dropped seeds mentions F1", mentions(&gold, &articles));
    hold(
        "dropped seeds times found with their value",
        times(&gold, &articles),
    );
    let (found, speakers) = quotes(&gold, &articles, &report);
    hold("dropped seeds quotes found", found);
    hold("dropped seeds quotes with their speaker", speakers);
}

/// Label groups as the answers' `about` has them; `None` for labels that are not judged.
fn group(label: &str) -> Option<&str> {
    Some(match label {
        "ORG" | "MEDIA" => "ORG",
        "GPE" | "LOC" | "FAC" => "GPE",
        "PERSON" | "NORP" | "EVENT" | "WORK_OF_ART" | "PERCENT" => label,
        _ => return None,
    })
}

type Found<'a> = BTreeSet<(usize, usize, usize, &'a str)>;

fn mentions(gold: &Value, articles: &[&Value]) -> f64 {
    let (mut found, mut wanted) = (Found::new(), Found::new());
    for (at, article) in articles.iter().enumerate() {
        for mention in list(&article["mentions"]) {
            let (start, end) = bare(article, number(mention, "start"), number(mention, "end"));
            if let Some(label) = group(mention["label"].as_str().expect("a label")) {
                found.insert((at, start, end, label));
            }
        }
    }
    for entity in list(&gold["entities"]) {
        let at = NAMES
            .iter()
            .position(|name| entity["doc"] == *name)
            .expect("a sample");
        let label = entity["type"].as_str().and_then(group).expect("a judged label");
        for mention in list(&entity["mentions"]) {
            let place = |i: usize| mention[i].as_u64().expect("an offset") as usize;
            let (start, end) = bare(articles[at], place(0), place(1));
            wanted.insert((at, start, end, label));
        }
    }
    for (title, rest) in [
        ("missed", wanted.difference(&found)),
        ("wrong", found.difference(&wanted)),
    ] {
        for &(at, start, end, label) in rest {
            println!(
                "  {title}: {} {start} {label} {}",
                NAMES[at],
                piece(articles[at], start, end)
            );
        }
    }
    f1(&found, &wanted)
}

/// Without a leading article and a trailing possessive.
fn bare(article: &Value, start: usize, end: usize) -> (usize, usize) {
    let words = piece(article, start, end);
    let lower = words.to_lowercase();
    let lead = ["the ", "a ", "an "]
        .iter()
        .find(|lead| lower.starts_with(**lead))
        .map_or(0, |lead| lead.len());
    let possessive = words.ends_with("'s") || words.ends_with("’s");
    (start + lead, end - if possessive { 2 } else { 0 })
}

fn times(gold: &Value, articles: &[&Value]) -> f64 {
    let (mut all, mut right) = (0.0, 0.0);
    for time in list(&gold["times"]) {
        let at = NAMES
            .iter()
            .position(|name| time["doc"] == *name)
            .expect("a sample");
        let (start, end) = (number(time, "start"), number(time, "end"));
        let hit = list(&articles[at]["times"]).any(|found| {
            number(found, "start") < end && start < number(found, "end") && found["value"] == time["value"]
        });
        all += 1.0;
        right += f64::from(u8::from(hit));
        if !hit {
            println!("  time missed: {time}");
        }
    }
    right / all
}

/// The shares of quotes that were found, and found with the right entity as their speaker.
fn quotes(gold: &Value, articles: &[&Value], report: &Value) -> (f64, f64) {
    let (mut all, mut found, mut spoken) = (0.0, 0.0, 0.0);
    for quote in list(&gold["quotes"]) {
        let at = NAMES
            .iter()
            .position(|name| quote["doc"] == *name)
            .expect("a sample");
        // The mark behind the last word belongs to the content or not, by house style.
        let hit = list(&articles[at]["quotes"]).find(|other| {
            other["kind"] != "indirect"
                && number(other, "start") == number(quote, "start")
                && number(other, "end").abs_diff(number(quote, "end")) <= 1
        });
        let speaker = hit.map(|hit| &hit["speaker"]);
        let wanted = quote["speaker"].as_str().expect("a speaker");
        let family = wanted.rsplit(' ').next().unwrap_or(wanted);
        let entity =
            speaker.and_then(|speaker| list(&report["entities"]).find(|e| e["id"] == speaker["entity"]));
        let text = speaker
            .map(|speaker| speaker["text"].to_string())
            .unwrap_or_default();
        let right = text.contains(family) || entity.is_some_and(|e| e["name"].to_string().contains(family));
        all += 1.0;
        found += f64::from(u8::from(hit.is_some()));
        spoken += f64::from(u8::from(right));
        if !right {
            println!("  quote of {wanted}: {} -> {speaker:?}", quote["text"]);
        }
    }
    (found / all, spoken / all)
}

#[test]
fn links() {
    let (Some(names), Some(gold)) = (json("gold/seeds.json"), json("gold/seed_alignment.json")) else {
        return;
    };
    let report: Value =
        serde_json::from_str(&printed(&names, [0, 1, 2]).expect("the samples")).expect("JSON");
    let links: Vec<&Value> = list(&report["alignments"]).collect();
    let of = |a: &str, b: &str| {
        links
            .iter()
            .filter(|link| link["a"] == a && link["b"] == b)
            .count()
    };
    assert_eq!(of("A", "C") + of("B", "C"), 0, "linked to the unrelated article");
    let units = |name: &str, spans: &Value| -> Vec<usize> {
        let units: Vec<(usize, usize)> = list(&gold["docs"][name]["units"])
            .map(|unit| (number(unit, "start"), number(unit, "end")))
            .collect();
        let covered = |span: &Value| {
            let (start, end) = (
                span[0].as_u64().unwrap() as usize,
                span[1].as_u64().unwrap() as usize,
            );
            let half = move |&(from, to): &(usize, usize)| {
                2 * to.min(end).saturating_sub(from.max(start)) >= to - from
            };
            units
                .iter()
                .enumerate()
                .filter(move |(_, unit)| half(unit))
                .map(|(at, _)| at)
                .collect::<Vec<_>>()
        };
        list(spans).flat_map(covered).collect()
    };
    let pairs = |filter: &dyn Fn(&Value) -> bool| -> BTreeSet<(usize, usize)> {
        let chosen = links.iter().filter(|link| filter(link));
        let both = chosen.map(|link| (units("000", &link["a_spans"]), units("001", &link["b_spans"])));
        both.flat_map(|(a, b)| {
            a.into_iter()
                .flat_map(move |i| b.clone().into_iter().map(move |j| (i, j)))
        })
        .collect()
    };
    let wanted = |kind: &str| -> BTreeSet<(usize, usize)> {
        let side = |link: &Value, key: &str| -> Vec<usize> {
            list(&link[key])
                .map(|unit| unit.as_u64().unwrap() as usize)
                .collect()
        };
        let both = list(&gold["alignments"][0][kind]).map(|link| (side(link, "a"), side(link, "b")));
        both.flat_map(|(a, b)| {
            a.into_iter()
                .flat_map(move |i| b.clone().into_iter().map(move |j| (i, j)))
        })
        .collect()
    };
    let neither = &wanted("secondary") | &wanted("related");
    let found = &pairs(&|_| true) - &neither;
    hold("dropped seeds sentence links F1", f1(&found, &wanted("primary")));
    // The two sentences that the answers' primary links call moved.
    let moved = pairs(&|link| link["moved"] == true);
    assert_eq!(
        moved,
        BTreeSet::from([(7, 17), (20, 8)]),
        "the two moved sentences"
    );
}
