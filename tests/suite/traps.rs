//! Files that are made to harm: bombs, circles, depth without end, passwords. Each is answered soon, with a reason.

use std::io::Write;
use std::time::{Duration, Instant};

use crossread::article::ingest::{Contents, File, ingest};
use crossread::error::ErrorKind;
use crossread::knowledge::Model;
use flate2::{Compression, write::DeflateEncoder, write::GzEncoder};

/// Far more than any of them takes unoptimised, far less than a stall.
const LONGEST: Duration = Duration::from_secs(20);

fn read(name: &str, bytes: &[u8], model: &Model) -> Contents {
    let clock = Instant::now();
    let contents = ingest(&File::new(name, bytes), model);
    assert!(clock.elapsed() < LONGEST, "{name}: {:?}", clock.elapsed());
    contents
}

/// The reason why a file was refused.
fn refusal(name: &str, bytes: &[u8], model: &Model) -> ErrorKind {
    let contents = read(name, bytes, model);
    assert!(contents.articles.is_empty(), "{name} was read");
    contents.failures.first().expect("a reason").kind()
}

const TEXT: &str = "The old bridge in Northmoor will close for two years, the city council said on Tuesday.";

/// An archive of deflated members. `flags` of 1 say that a password is needed.
fn zip(members: &[(&str, &[u8])], flags: u16) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    for (name, bytes) in members {
        let mut deflate = DeflateEncoder::new(Vec::new(), Compression::best());
        deflate.write_all(bytes).expect("memory");
        let packed = deflate.finish().expect("memory");
        let at = out.len() as u32;
        let mut common = Vec::new();
        common.extend(20_u16.to_le_bytes());
        common.extend(flags.to_le_bytes());
        common.extend(8_u16.to_le_bytes());
        common.extend([0; 8]);
        common.extend((packed.len() as u32).to_le_bytes());
        common.extend((bytes.len() as u32).to_le_bytes());
        common.extend((name.len() as u16).to_le_bytes());
        common.extend([0; 2]);
        out.extend(b"PK\x03\x04");
        out.extend(&common);
        out.extend(name.as_bytes());
        out.extend(&packed);
        list.extend(b"PK\x01\x02\x14\x00");
        list.extend(&common);
        list.extend([0; 10]);
        list.extend(at.to_le_bytes());
        list.extend(name.as_bytes());
    }
    let (start, count) = (out.len() as u32, members.len() as u16);
    out.extend(&list);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend((list.len() as u32).to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0; 2]);
    out
}

#[test]
fn bombs_do_not_go_off() {
    let model = Model::embedded();
    let zeros = vec![b' '; 64 << 20];
    let bomb = zip(&[("a.txt", &zeros)], 0);
    assert!(bomb.len() < 1 << 18, "it is no bomb");
    assert_eq!(refusal("bomb.zip", &bomb, &model), ErrorKind::Bomb);
    assert_eq!(
        refusal("bomb.docx", &zip(&[("word/document.xml", &zeros)], 0), &model),
        ErrorKind::Bomb
    );
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(&zeros).expect("memory");
    assert_eq!(
        refusal("bomb.gz", &packer.finish().expect("memory"), &model),
        ErrorKind::Bomb
    );
    // The article beside the bomb is read.
    let contents = read(
        "both.zip",
        &zip(&[("bomb.txt", &zeros), ("good.txt", TEXT.as_bytes())], 0),
        &model,
    );
    assert_eq!((contents.articles.len(), contents.failures.len()), (1, 1));
}

#[test]
fn archives_in_archives_end() {
    let model = Model::embedded();
    let mut nested = zip(&[("a.txt", TEXT.as_bytes())], 0);
    for depth in 1..=6 {
        let contents = read("nested.zip", &nested, &model);
        assert_eq!(contents.articles.len(), usize::from(depth <= 3), "{depth} deep");
        if depth > 3 {
            assert_eq!(contents.failures[0].kind(), ErrorKind::TooDeep);
        }
        nested = zip(&[("inner.zip", &nested)], 0);
    }
}

#[test]
fn many_members_are_counted() {
    let model = Model::embedded();
    let names: Vec<String> = (0..12_000).map(|number| format!("{number}.txt")).collect();
    let members: Vec<(&str, &[u8])> = names
        .iter()
        .map(|name| (name.as_str(), TEXT.as_bytes()))
        .collect();
    let contents = read("many.zip", &zip(&members, 0), &model);
    assert_eq!(contents.articles.len(), 1_000);
    assert!(
        contents
            .failures
            .iter()
            .any(|error| error.kind() == ErrorKind::TooMany)
    );
}

#[test]
fn passwords_are_named() {
    let model = Model::embedded();
    let locked = zip(&[("a.txt", TEXT.as_bytes())], 1);
    assert!(matches!(
        refusal("locked.zip", &locked, &model),
        ErrorKind::Protected { .. }
    ));
    let manifest = b"<manifest><file-entry><encryption-data/></file-entry></manifest>";
    let open = zip(
        &[("META-INF/manifest.xml", manifest), ("content.xml", &[7; 900])],
        0,
    );
    assert!(matches!(
        refusal("locked.odt", &open, &model),
        ErrorKind::Protected { .. }
    ));
    let mut word = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    word.extend("EncryptedPackage".bytes().flat_map(|byte| [byte, 0]));
    assert!(matches!(
        refusal("locked.docx", &word, &model),
        ErrorKind::Protected { .. }
    ));
}

#[test]
fn depth_and_length_do_not_stall() {
    let model = Model::embedded();
    let deep = |open: &str, close: &str| format!("{}{TEXT}{}", open.repeat(100_000), close.repeat(100_000));
    let feed = format!(
        "<?xml version='1.0'?><rss><channel><item><title>Bridge</title><description>{}</description></item></channel></rss>",
        deep("<a>", "</a>")
    );
    assert_eq!(read("deep.rss", feed.as_bytes(), &model).articles.len(), 1);
    let rich = format!("{{\\rtf1 {}}}", deep("{", "}"));
    assert_eq!(read("deep.rtf", rich.as_bytes(), &model).articles.len(), 1);
    let words = deep("<w:p>", "</w:p>").replace(TEXT, &format!("<w:r><w:t>{TEXT}</w:t></w:r>"));
    let word = zip(&[("word/document.xml", words.as_bytes())], 0);
    let _ = read("deep.docx", &word, &model);
    let json = deep("[", "]");
    let _ = read("deep.json", format!("{{\"a\": {json}}}").as_bytes(), &model);
    let parts = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n".repeat(50_000);
    let mail = format!("MIME-Version: 1.0\r\nSubject: x\r\n{parts}\r\n\r\n{TEXT}");
    let _ = read("deep.eml", mail.as_bytes(), &model);
    let boundaries = format!(
        "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n{}",
        "--b\r\n\r\nx\r\n".repeat(300_000)
    );
    let _ = read("wide.eml", boundaries.as_bytes(), &model);
    let line = format!(
        "MIME-Version: 1.0\r\nSubject: {}\r\n\r\n{TEXT}",
        "=?utf-8?Q?a?= ".repeat(500_000)
    );
    let _ = read("subject.eml", line.as_bytes(), &model);
    let headers = "local\n".repeat(0) + &"PK\x03\x04".repeat(500_000);
    let _ = read("headers.zip", headers.as_bytes(), &model);
    let records = "WARC/1.0\r\nContent-Length: 0\r\nWARC-Type: response\r\n\r\n".repeat(200_000);
    let _ = read("records.warc", records.as_bytes(), &model);
    let quotes = format!("title,text\n{}", "\"\"\"\",".repeat(500_000));
    let _ = read("quotes.csv", quotes.as_bytes(), &model);
}

#[test]
fn circles_and_entities_end() {
    let model = Model::embedded();
    let laughs = "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c SYSTEM 'file:///etc/passwd'>]>\
        <rss><channel><item><title>Bridge &b; &c;</title><description>The old bridge will close, it was said.</description></item></channel></rss>";
    let contents = read("laughs.rss", laughs.as_bytes(), &model);
    assert_eq!(contents.articles.len(), 1, "{:?}", contents.failures);
    assert!(!contents.articles[0].text.contains("root"));
    // A dictionary that holds itself.
    let mut list = b"bplist00\xD1\x00\x00".to_vec();
    let table = list.len() as u64;
    list.push(8);
    list.extend([0; 6]);
    list.extend([1, 1]);
    for number in [1_u64, 0, table] {
        list.extend(number.to_be_bytes());
    }
    assert!(matches!(
        refusal("circle.webarchive", &list, &model),
        ErrorKind::Damaged { .. }
    ));
}
