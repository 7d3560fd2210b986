//! Every format that is read: files by real writers hold the invented articles whole and in their right shape; cut and
//! overwritten ones are read as far as they go or refused with a reason.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crossread::article::document::{BlockKind, Document};
use crossread::article::ingest::{Contents, File, ingest};
use crossread::article::times::calendar;
use crossread::knowledge::Model;
use serde::Deserialize;

use crate::check::dice::Dice;

/// An article as it was invented.
#[derive(Deserialize)]
struct Invented {
    id: String,
    title: String,
    author: String,
    outlet: String,
    date: String,
    url: String,
    body: Vec<(String, String)>,
}

/// A line of `files.tsv`.
struct Fixture {
    name: String,
    articles: Vec<String>,
    fields: Vec<String>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats")
}

fn invented() -> BTreeMap<String, Invented> {
    let text = std::fs::read(folder().join("articles.json")).expect("the articles are there");
    let all: Vec<Invented> = serde_json::from_slice(&text).expect("they are JSON");
    all.into_iter().map(|one| (one.id.clone(), one)).collect()
}

fn fixtures() -> Vec<Fixture> {
    let list = std::fs::read_to_string(folder().join("files.tsv")).expect("the list is there");
    let rows = list.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let mut cells = line
            .split('\t')
            .map(|cell| cell.split(' ').map(str::to_owned).collect::<Vec<_>>());
        let mut next = || cells.next().expect("three cells");
        Fixture {
            name: next().concat(),
            articles: next(),
            fields: next(),
        }
    });
    rows.collect()
}

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(folder().join("files").join(name)).expect("the file is there")
}

fn read(name: &str, bytes: &[u8], model: &Model) -> Contents {
    ingest(&File::new(name, bytes), model)
}

/// Words without style, so that a format's quotation marks and letters do not count.
fn words(text: &str) -> Vec<String> {
    let plain = |c: char| match c {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        'ë' => 'e',
        c => c,
    };
    text.split_whitespace()
        .map(|word| word.chars().map(plain).collect())
        .collect()
}

/// How many of the wanted words the text has.
fn recalled(wanted: &[String], text: &str) -> usize {
    let mut have: BTreeMap<String, usize> = BTreeMap::new();
    for word in words(text) {
        *have.entry(word).or_default() += 1;
    }
    let mut found = 0;
    for word in wanted {
        if let Some(left) = have.get_mut(word).filter(|left| **left > 0) {
            *left -= 1;
            found += 1;
        }
    }
    found
}

/// What is wrong with a document that should be this article.
fn complaints(document: &Document, article: &Invented, fields: &[String]) -> Vec<String> {
    let mut wrong = Vec::new();
    let metadata = &document.metadata;
    let value = |field: Option<&crossread::article::document::Field>| {
        field.map(|f| f.value.clone()).unwrap_or_default()
    };
    let mut hold = |key: &str, have: String, want: &str| {
        if fields.iter().any(|field| field == key) && have != want {
            wrong.push(format!("{key} is {have:?}, not {want:?}"));
        }
    };
    hold("title", value(metadata.title.as_ref()), &article.title);
    hold("author", value(metadata.authors.first()), &article.author);
    hold("outlet", value(metadata.outlet.as_ref()), &article.outlet);
    hold("url", value(metadata.url.as_ref()), &article.url);
    let date = metadata
        .published
        .as_ref()
        .map(|published| calendar::iso(published.day));
    hold("date", date.unwrap_or_default(), &article.date);
    for (kind, text) in &article.body {
        let wanted = words(text);
        let block = document
            .blocks
            .iter()
            .find(|block| words(block.span.of(&document.text)).ends_with(&wanted));
        let right = block.is_some_and(|block| match kind.as_str() {
            "h" => block.kind == BlockKind::Subhead,
            _ => block.kind.is_body(),
        });
        // Plain text has no mark for a title inside.
        let told = fields.iter().any(|field| field == "title");
        if !right && (kind != "h" || told && block.is_none()) {
            wrong.push(format!(
                "{kind} is {:?}: {text:.50}",
                block.map(|block| block.kind)
            ));
        }
    }
    wrong
}

#[test]
fn every_format_is_read_whole() {
    let model = Model::embedded();
    let articles = invented();
    let mut complaints_of = Vec::new();
    let (mut all, mut found) = (0, 0);
    for fixture in fixtures() {
        let contents = read(&fixture.name, &bytes(&fixture.name), &model);
        if contents.articles.len() != fixture.articles.len() {
            let titles: Vec<_> = contents
                .articles
                .iter()
                .map(|one| one.metadata.title.as_ref().map(|t| &t.value))
                .collect();
            complaints_of.push(format!(
                "{}: {} articles: {titles:?} {:?}",
                fixture.name,
                contents.articles.len(),
                contents.failures
            ));
            continue;
        }
        for (document, id) in contents.articles.iter().zip(&fixture.articles) {
            let article = &articles[id];
            let wanted: Vec<String> = article.body.iter().flat_map(|(_, text)| words(text)).collect();
            let body: String = document
                .blocks
                .iter()
                .filter(|b| b.kind.is_body() || b.kind == BlockKind::Subhead)
                .map(|b| b.span.of(&document.text).to_owned() + "\n")
                .collect();
            all += wanted.len();
            found += recalled(&wanted, &body);
            complaints_of.extend(
                complaints(document, article, &fixture.fields)
                    .iter()
                    .map(|what| format!("{}: {id}: {what}", fixture.name)),
            );
        }
    }
    let recall = found as f64 / all as f64;
    println!("text recall {recall:.5} over {all} words");
    assert!(
        complaints_of.is_empty(),
        "recall {recall:.5}\n{}",
        complaints_of.join("\n")
    );
    assert!(recall >= 0.999, "recall {recall}");
}

/// A file that holds several articles, their letters in the order of the file, and what each came from.
#[test]
fn articles_of_one_file_keep_their_order_and_say_where_they_lay() {
    let model = Model::embedded();
    let contents = read("nested.zip", &bytes("nested.zip"), &model);
    let members: Vec<_> = contents.articles.iter().map(|one| one.part.member()).collect();
    let wanted = ["inner/week.zip › dam.html", "vaccine.html"];
    assert_eq!(members, wanted.map(|member| Some(member.to_owned())));
    let backwards = contents.articles.into_iter().rev();
    let analysis = crossread::analyse(backwards, &model);
    let numbers: Vec<_> = analysis
        .story
        .articles
        .iter()
        .map(|one| one.document.part.number)
        .collect();
    assert_eq!(numbers, [1, 2]);
}

#[test]
fn what_cannot_be_read_in_a_file_is_named_and_costs_nothing_else() {
    let contents = read("mixed.zip", &bytes("mixed.zip"), &Model::embedded());
    assert_eq!(contents.articles.len(), 1);
    let messages: Vec<_> = contents.failures.iter().map(ToString::to_string).collect();
    assert_eq!(messages.len(), 1, "{messages:?}");
    assert!(
        messages[0].starts_with("scan.pdf in mixed.zip is a PDF that is damaged"),
        "{messages:?}"
    );
}

/// A spreadsheet without a column of text says what it would need.
#[test]
fn a_sheet_without_text_says_so() {
    let bytes = std::fs::read(folder().join("refused/phones.xlsx")).expect("the file is there");
    let contents = read("phones.xlsx", &bytes, &Model::embedded());
    let messages: Vec<_> = contents.failures.iter().map(ToString::to_string).collect();
    assert!(contents.articles.is_empty());
    assert!(
        messages.len() == 1 && messages[0].contains("name the column"),
        "{messages:?}"
    );
}

/// A PDF that has no text to read says why, and what to do.
#[test]
fn pdfs_that_cannot_be_read_say_why() {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut packed, &vec![0; 70 << 20]).expect("memory takes it");
    let packed = packed.finish().expect("memory takes it");
    let head = format!(
        "%PDF-1.7\n1 0 obj\n<</Filter/FlateDecode/Length {}>>\nstream\n",
        packed.len()
    );
    let bomb = [head.as_bytes(), &packed, b"\nendstream\nendobj\n"].concat();
    let refused = |name: &str| std::fs::read(folder().join("refused").join(name)).expect("the file is there");
    let files = [
        (
            "scan.pdf",
            refused("scan.pdf"),
            "is a PDF of pictures, without a text layer",
        ),
        ("locked.pdf", refused("locked.pdf"), "is a PDF with a password"),
        ("bomb.pdf", bomb, "unpacks to far more"),
        (
            "cut.pdf",
            bytes("printed-dam.pdf")[..300].to_vec(),
            "is a PDF that is damaged or not complete",
        ),
    ];
    for (name, bytes, said) in files {
        let contents = read(name, &bytes, &Model::embedded());
        let messages: Vec<_> = contents.failures.iter().map(ToString::to_string).collect();
        assert!(contents.articles.is_empty(), "{name}");
        assert!(messages.len() == 1 && messages[0].contains(said), "{messages:?}");
    }
}

/// Formats whose text does not stand in the file as it is.
const PACKED: [&str; 18] = [
    "docx", "pdf", "attached", "odt", "epub", "zip", "gz", "wacz", "json", "jsonld", "1250", "chunked",
    "base64", "sixteen", "xlsx", "ods", "fodt", "western",
];

#[test]
fn blocks_point_to_their_bytes() {
    let model = Model::embedded();
    let mut pointed = BTreeMap::new();
    for fixture in fixtures() {
        let file = bytes(&fixture.name);
        let encoded = PACKED.iter().any(|packed| fixture.name.contains(packed));
        for document in read(&fixture.name, &file, &model).articles {
            for block in &document.blocks {
                let Some(source) = block.source else { continue };
                let bytes = &file[source.range()];
                *pointed
                    .entry(fixture.name.rsplit('.').next().map(str::to_owned))
                    .or_insert(0) += 1;
                let plain = |word: &&str| word.len() > 3 && word.bytes().all(|b| b.is_ascii_alphabetic());
                // A soft line break may stand in a word.
                let there: String = String::from_utf8_lossy(bytes)
                    .replace("=\r\n", "")
                    .replace("=\n", "");
                let words = block.span.of(&document.text).split_whitespace().filter(plain);
                for word in words.filter(|_| !encoded) {
                    assert!(
                        there.contains(word),
                        "{}: {word:?} is not in {there:.200?}",
                        fixture.name
                    );
                }
            }
        }
    }
    println!("blocks with their place, by ending: {pointed:?}");
    for ending in [
        "mhtml",
        "eml",
        "txt",
        "rss",
        "atom",
        "xml",
        "rtf",
        "csv",
        "tsv",
        "jsonl",
        "webarchive",
        "warc",
        "zip",
    ] {
        assert!(
            pointed.contains_key(&Some(ending.to_owned())),
            "no block of .{ending} has a place"
        );
    }
}

#[test]
fn every_result_is_lawful() {
    let model = Model::embedded();
    for fixture in fixtures() {
        let contents = read(&fixture.name, &bytes(&fixture.name), &model);
        let analysis = crossread::analyse(contents.articles, &model);
        crate::check::lawful::lawful(&analysis, &contents.failures);
    }
}

/// A damaged file gives articles or a reason, never nothing, and never takes long.
#[test]
fn damaged_files_are_read_as_far_as_they_go() {
    let model = Model::embedded();
    let mut dice = Dice(31);
    let mut outcomes: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    for fixture in fixtures() {
        let whole = bytes(&fixture.name);
        for turn in 0..24 {
            let mut bytes = whole.clone();
            if turn % 2 == 0 {
                bytes.truncate(dice.roll(whole.len()));
            }
            for _ in 0..dice.roll(6) * (turn % 3) {
                let at = dice.roll(bytes.len().max(1));
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << dice.roll(8);
                }
            }
            let clock = std::time::Instant::now();
            let contents = read(&fixture.name, &bytes, &model);
            assert!(
                clock.elapsed().as_secs() < 5,
                "{} took {:?}",
                fixture.name,
                clock.elapsed()
            );
            assert!(
                !contents.articles.is_empty() || !contents.failures.is_empty(),
                "{}: nothing was said",
                fixture.name
            );
            let ending = fixture.name.rsplit('.').next().expect("a piece").to_owned();
            outcomes.entry(ending).or_default()[usize::from(contents.articles.is_empty())] += 1;
            for document in &contents.articles {
                let mut last = 0;
                for block in &document.blocks {
                    assert!(block.span.start() >= last, "{}", fixture.name);
                    last = block.span.end();
                    assert!(
                        block.source.is_none_or(|source| source.end() <= bytes.len()),
                        "{}",
                        fixture.name
                    );
                }
            }
        }
    }
    println!("read / refused by ending: {outcomes:?}");
}

/// Every cut of small files.
#[test]
fn a_file_may_end_anywhere() {
    let model = Model::embedded();
    for name in [
        "xhtml.atom",
        "tunnel.webarchive",
        "stored.zip",
        "one.warc",
        "quoted.eml",
        "nexis.rtf",
        "list.json",
        "tabs.tsv",
    ] {
        let whole = bytes(name);
        for cut in (0..whole.len()).step_by(7) {
            let contents = read(name, &whole[..cut], &model);
            assert!(
                !contents.articles.is_empty() || !contents.failures.is_empty(),
                "{name} cut at {cut}"
            );
        }
    }
}
