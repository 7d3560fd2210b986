//! Damaged files of every format, made from the fixtures by seeded dice: no panic, no stall, never nothing, every result
//! lawful. What once broke a law is kept in `formats/regressions` and read again here.
//!
//! `cargo xtask fuzz FORMAT --seconds N` runs one format longer and keeps what it finds, made smaller, in that folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs, panic};

use crossread::article::document::Document;
use crossread::article::ingest::{Contents, File, ingest};
use crossread::knowledge::Model;

use crate::check::dice::Dice;
use crate::check::mutate::mutated;
use crate::check::packing::{self, archive, members};

#[expect(dead_code, reason = "benches measure in runs; here each file is read once")]
#[path = "../bench/clock.rs"]
mod clock;
use clock::Clock;

/// Damaged files of each format in the ordinary run.
const TURNS: usize = 60;

/// The longest that half a megabyte may take unoptimised, in CPU time; a stall takes minutes.
const LONGEST: Duration = Duration::from_secs(5);

/// Every so many results are read to the end: names, times, quotes, the report and its views.
const ANALYSED: usize = 6;

/// So many attempts to make a finding smaller.
const SHRINKING: usize = 400;

struct Fixture {
    name: String,
    bytes: Vec<u8>,
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

fn files(folder: &Path) -> Vec<Fixture> {
    let mut files: Vec<Fixture> = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("it can be listed").path())
        .filter(|path| path.extension().is_some())
        .map(|path| Fixture {
            name: path.file_name().expect("a file").to_string_lossy().into_owned(),
            bytes: fs::read(&path).expect("the file can be read"),
        })
        .collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

/// What a file is called by here: its ending, or the kind of text in it where the ending does not tell.
fn format(name: &str) -> &str {
    const KINDS: [&str; 7] = ["nitf", "newsml", "ninjs", "nexis", "factiva", "proquest", "warc"];
    let kind = KINDS.iter().find(|kind| name.contains(**kind));
    match kind {
        Some(&("nexis" | "factiva" | "proquest")) if name.rsplit('.').next() == Some("txt") => "bundle",
        Some(&("nitf" | "newsml" | "ninjs" | "warc")) => kind.unwrap_or(&""),
        _ => name.rsplit('.').next().unwrap_or(name),
    }
}

/// Fixtures by format, saved pages of the sites among them.
fn formats() -> BTreeMap<String, Vec<Fixture>> {
    let mut formats: BTreeMap<String, Vec<Fixture>> = BTreeMap::new();
    for fixture in files(&folder("formats/files"))
        .into_iter()
        .chain(files(&folder("sites/pages")))
    {
        formats
            .entry(format(&fixture.name).to_owned())
            .or_default()
            .push(fixture);
    }
    formats
}

/// What a file holds, and how long that took. `deep` reads its articles to the end.
fn attempt(name: &str, bytes: &[u8], deep: bool, model: &Model) -> Result<Duration, String> {
    let outcome = panic::catch_unwind(|| {
        let clock = Clock::now();
        let contents = ingest(&File::new(name, bytes), model);
        let taken = Duration::from_secs_f64(clock.seconds());
        assert!(taken < LONGEST, "it takes {taken:?}");
        honest(&contents, bytes.len());
        if deep {
            let analysis = crossread::analyse(contents.articles.into_iter().take(4), model);
            crate::check::lawful::lawful(&analysis, &contents.failures);
        }
        taken
    });
    outcome.map_err(|reason| {
        let said = reason.downcast_ref::<String>().cloned();
        said.or_else(|| reason.downcast_ref::<&str>().map(|&said| said.to_owned()))
            .unwrap_or_default()
    })
}

/// Something is said of every file; blocks are in order, and their places in the file.
fn honest(contents: &Contents, length: usize) {
    assert!(
        !contents.articles.is_empty() || !contents.failures.is_empty(),
        "nothing is said"
    );
    for document in &contents.articles {
        let mut last = 0;
        for block in &document.blocks {
            assert!(block.span.start() >= last, "{block:?} is out of order");
            last = block.span.end();
            assert!(
                block.source.is_none_or(|source| source.end() <= length),
                "{block:?} lies outside"
            );
        }
        assert!(last <= document.text.len());
    }
}

/// The smallest piece of a finding that still breaks a law: halves, quarters and so on are left out while it does.
fn shrunk(name: &str, bytes: &[u8], deep: bool, model: &Model) -> Vec<u8> {
    let mut best = bytes.to_vec();
    let (mut size, mut left) = (best.len() / 2, SHRINKING);
    while size > 0 {
        let mut at = 0;
        while at < best.len() && left > 0 {
            let mut less = best.clone();
            less.drain(at..(at + size).min(best.len()));
            left -= 1;
            if attempt(name, &less, deep, model).is_err() {
                best = less;
            } else {
                at += size;
            }
        }
        size /= 2;
    }
    best
}

/// The slowest of what was read: milliseconds, bytes, turn.
type Slowest = (f64, usize, usize);

/// Damages files of one format until `until` says so; the slowest, and how many there were.
fn fuzz(
    format: &str,
    fixtures: &[Fixture],
    seed: u64,
    keep: bool,
    until: &dyn Fn(usize) -> bool,
    model: &Model,
) -> (Slowest, usize) {
    let mut dice = Dice(seed);
    let (mut slowest, mut turn): (Slowest, usize) = ((0.0, 1, 0), 0);
    while !until(turn) {
        let fixture = &fixtures[dice.roll(fixtures.len())];
        let other = &fixtures[dice.roll(fixtures.len())];
        let bytes = mutated(&fixture.bytes, &other.bytes, &mut dice);
        if keep {
            // Should the process itself die, this is what it died of.
            fs::write(
                Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{format}")),
                &bytes,
            )
            .expect("it can be written");
        }
        let deep = turn.is_multiple_of(ANALYSED);
        match attempt(&fixture.name, &bytes, deep, model) {
            Ok(taken) => {
                let milliseconds = taken.as_secs_f64() * 1000.0;
                if milliseconds > slowest.0 {
                    slowest = (milliseconds, bytes.len(), turn);
                }
            }
            Err(reason) if keep => {
                let small = shrunk(&fixture.name, &bytes, deep, model);
                let path = folder("formats/regressions").join(format!("{seed}-{turn}-{}", fixture.name));
                fs::write(&path, small).expect("it can be written");
                println!("{}: {reason}", path.display());
            }
            Err(reason) => panic!("{format}, seed {seed}, turn {turn}, {}: {reason}", fixture.name),
        }
        turn += 1;
    }
    (slowest, turn)
}

#[test]
fn damaged_files_of_every_format_keep_the_laws() {
    let wanted = env::var("FUZZ").ok();
    let seconds = env::var("FUZZ_SECONDS")
        .ok()
        .and_then(|seconds| seconds.parse().ok());
    let seed = env::var("FUZZ_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok())
        .unwrap_or(7);
    let model = Model::embedded();
    let all = formats();
    let known: Vec<_> = all.keys().map(String::as_str).collect();
    assert!(
        wanted.as_ref().is_none_or(|format| all.contains_key(format)),
        "the formats are {known:?}"
    );
    for (format, fixtures) in &all {
        if wanted.as_ref().is_some_and(|wanted| wanted != format) {
            continue;
        }
        let clock = Instant::now();
        let until = |turn| seconds.map_or(turn >= TURNS, |seconds| clock.elapsed().as_secs() >= seconds);
        let (slowest, turns) = fuzz(format, fixtures, seed, seconds.is_some(), &until, &model);
        let (milliseconds, bytes, turn) = slowest;
        let pace = milliseconds / (bytes as f64 / 1e6);
        println!(
            "{format:<10} {turns:>7} files, the slowest {milliseconds:.0} ms for {bytes} bytes ({pace:.0} ms/MB, turn {turn})"
        );
    }
}

#[test]
fn what_once_broke_a_law_keeps_it() {
    let model = Model::embedded();
    for file in files(&folder("formats/regressions")) {
        if let Err(reason) = attempt(&file.name, &file.bytes, true, &model) {
            panic!("{}: {reason}", file.name);
        }
    }
}

/// Formats in which text stands as people read it, so that a whole line of it can be looked for in the bytes.
const PLAIN: [&str; 14] = [
    "txt",
    "md",
    "html",
    "rss",
    "atom",
    "nitf",
    "newsml",
    "csv",
    "tsv",
    "mbox",
    "webarchive",
    "warc",
    "bundle",
    "jsonl",
];

/// The text of all articles without white space.
fn bare<'a>(articles: impl IntoIterator<Item = &'a Document>) -> String {
    let texts = articles.into_iter().map(|one| one.text.as_str());
    texts.flat_map(str::split_whitespace).collect()
}

/// Body blocks of the whole file that stand in bytes as they are.
fn standing<'a>(whole: &'a Contents, bytes: &str) -> Vec<&'a str> {
    let blocks = whole.articles.iter().flat_map(|one| {
        let body = one.blocks.iter().filter(|block| block.kind.is_body());
        body.map(|block| block.span.of(&one.text))
    });
    blocks
        .filter(|text| text.len() > 60 && bytes.contains(text))
        .collect()
}

/// What stands in front of a cut is read: no paragraph that was whole is lost with the rest.
fn cut_keeps(name: &str, whole: &Contents, text: &str, cut: &[u8], model: &Model) {
    let wanted = standing(whole, text);
    let read = bare(&ingest(&File::new(name, cut), model).articles);
    for paragraph in wanted {
        let paragraph: String = paragraph.split_whitespace().collect();
        assert!(
            read.contains(&paragraph),
            "{name}, cut after {}: {paragraph}",
            text.len()
        );
    }
}

#[test]
fn text_in_front_of_a_cut_is_kept() {
    let model = Model::embedded();
    let mut dice = Dice(11);
    for (format, fixtures) in formats() {
        for fixture in fixtures {
            let whole = ingest(&File::new(&fixture.name, &fixture.bytes), &model);
            let file = &fixture.bytes;
            if PLAIN.contains(&format.as_str()) && !packing::is_packed(file) {
                for _ in 0..3 {
                    let cut = &file[..dice.roll(file.len())];
                    cut_keeps(&fixture.name, &whole, &String::from_utf8_lossy(cut), cut, &model);
                }
            } else if file.starts_with(b"PK\x03\x04") {
                let mut members = members(file);
                let at = dice.roll(members.len());
                let most = dice.roll(members[at].1.len() + 1);
                members[at].1.truncate(most);
                if !["docx", "odt", "epub", "zip"].contains(&format.as_str())
                    || packing::is_packed(&members[at].1)
                {
                    continue;
                }
                let text: Vec<_> = members
                    .iter()
                    .map(|(_, bytes)| String::from_utf8_lossy(bytes))
                    .collect();
                cut_keeps(
                    &fixture.name,
                    &whole,
                    &text.join("\n"),
                    &archive(&members, 8),
                    &model,
                );
            }
        }
    }
}

/// A collection whose entry `bad` is damaged: every other entry's article is the same as before.
fn others_stay(
    name: &str,
    entries: &[Vec<u8>],
    join: &dyn Fn(&[Vec<u8>]) -> Vec<u8>,
    dice: &mut Dice,
    model: &Model,
) {
    let texts = |contents: &Contents| -> Vec<String> {
        contents.articles.iter().map(|one| one.text.clone()).collect()
    };
    for bad in 0..entries.len() {
        let mut damaged = entries.to_vec();
        let inner = mutated(&entries[bad], &entries[bad], dice);
        // An entry ends where its container says; in containers of lines a line break or a sender's line would end it.
        damaged[bad] = inner.into_iter().filter(|byte| *byte != b'\n').collect();
        let others: Vec<Vec<u8>> = [&entries[..bad], &entries[bad + 1..]].concat();
        let wanted = texts(&ingest(&File::new(name, &join(&others)), model));
        let read = texts(&ingest(&File::new(name, &join(&damaged)), model));
        assert_eq!(wanted.len(), entries.len() - 1, "{name}");
        for text in wanted {
            assert!(
                read.contains(&text),
                "{name}: an article is lost beside entry {bad}: {text:.80}"
            );
        }
    }
}

#[test]
fn a_damaged_member_costs_no_other() {
    let model = Model::embedded();
    let mut dice = Dice(5);
    let file = |name: &str| fs::read(folder("formats/files").join(name)).expect("the file is there");
    let lines: Vec<Vec<u8>> = file("lines.jsonl")
        .split(|byte| *byte == b'\n')
        .map(<[u8]>::to_vec)
        .collect();
    let lines = &lines[..lines.len() - 1];
    let pages: Vec<Vec<u8>> = members(&file("pages.zip"))
        .into_iter()
        .map(|(_, bytes)| bytes)
        .take(3)
        .collect();
    let zipped = |entries: &[Vec<u8>]| {
        let named = entries
            .iter()
            .map(|bytes| (format!("{:08x}.html", bytes.len()), bytes.clone()));
        archive(&named.collect::<Vec<_>>(), 8)
    };
    let boxed = file("three.mbox");
    let mut starts: Vec<usize> = (0..boxed.len())
        .filter(|&at| boxed[at..].starts_with(b"From writer@"))
        .collect();
    starts.push(boxed.len());
    let mails: Vec<Vec<u8>> = starts
        .windows(2)
        .map(|pair| boxed[pair[0]..pair[1]].to_vec())
        .collect();
    // A mail keeps its first line and is damaged behind it.
    let heads = mails
        .iter()
        .map(|mail| mail.split(|b| *b == b'\n').next().unwrap_or(&[]).to_vec());
    let heads: Vec<Vec<u8>> = heads.collect();
    assert!(heads.len() == 3 && pages.len() == 3 && lines.len() == 5);
    let mailed = |entries: &[Vec<u8>]| {
        let whole = |mail: &Vec<u8>| {
            if mails.contains(mail) {
                mail.clone()
            } else {
                [&heads[0], &b"\n"[..], mail, b"\n\n"].concat()
            }
        };
        entries.iter().flat_map(whole).collect()
    };
    for _ in 0..6 {
        others_stay(
            "lines.jsonl",
            lines,
            &|entries| entries.join(&b'\n'),
            &mut dice,
            &model,
        );
        others_stay("pages.zip", &pages, &zipped, &mut dice, &model);
        others_stay("three.mbox", &mails, &mailed, &mut dice, &model);
    }
}
