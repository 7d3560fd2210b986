//! Lines that say who wrote a page, `tests/score/bylines.txt`: how many give exactly the names that they hold.

use std::fs;
use std::path::Path;

use crossread::article::ingest::{File, Format, ingest};
use crossread::knowledge::Model;

use crate::ratchet::hold;

/// The lines of a part of the file.
fn part<'a>(text: &'a str, name: &str) -> Vec<&'a str> {
    let head = format!("--- {name} ---\n");
    let (_, part) = text.split_once(&head).unwrap();
    part.lines().take_while(|line| !line.is_empty()).collect()
}

/// A page with a line under its headline.
fn page(line: &str) -> String {
    format!(
        "<html lang=\"en\"><head><title>Harbour tunnel shut after leak - Tide Daily</title>\
        <meta property=\"og:site_name\" content=\"Tide Daily\"></head><body><header><a href=\"/\">Tide Daily</a><nav><ul>\
        <li><a href=\"/n\">News</a></li><li><a href=\"/s\">Sport</a></li></ul></nav></header><main>\
        <h1>Harbour tunnel shut after leak</h1><div>{line}</div><div class=\"c\">\
        <p>The harbour tunnel was shut on Tuesday after water was found in its northern tube, the port authority said.</p>\
        <p>Engineers worked through the night to find the leak, and the city put on a free ferry every twenty minutes.</p>\
        <p>“We had no choice,” said Ade Okoro, who runs the authority, adding that the tunnel would stay shut for at least \
        a week.</p><p>Some 40,000 cars use the tunnel each day. The minister of transport said she had been told of leaks \
        in 2029.</p><p>The work may take until the autumn, and nobody could say on Tuesday what it would cost the city and \
        its people.</p></div></main><footer><p>Imprint</p></footer></body></html>"
    )
}

#[test]
fn bylines() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/score/bylines.txt");
    let text = fs::read_to_string(path).unwrap();
    let model = Model::embedded();
    let (mut right, mut all) = (0, 0);
    let mut read = |line: &str, wanted: Vec<String>| {
        let page = page(line);
        let file = File {
            format: Format::named("html"),
            ..File::new("page.html", page.as_bytes())
        };
        let documents = ingest(&file, &model).articles;
        let authors = documents.iter().flat_map(|document| &document.metadata.authors);
        let authors: Vec<String> = authors.map(|author| author.value.to_lowercase()).collect();
        let wanted: Vec<String> = wanted.iter().map(|name| name.to_lowercase()).collect();
        all += 1;
        right += i32::from(authors == wanted);
        if authors != wanted && std::env::var_os("SHOW").is_some() {
            println!("{line}: {authors:?} not {wanted:?}");
        }
    };
    for line in part(&text, "lines") {
        for pair in part(&text, "names") {
            let (name, other) = pair.split_once(" | ").unwrap();
            let titled = |title: &str| line.starts_with(title).then(|| format!("{title}{name}"));
            let first = titled("Prof. Dr. ").or_else(|| titled("Dr. "));
            let mut wanted = vec![first.unwrap_or_else(|| name.to_owned())];
            wanted.extend(line.contains("{m}").then(|| other.to_owned()));
            let line = line.replace("{n}", name).replace("{m}", other);
            read(&line.replace("{U}", &name.to_uppercase()), wanted);
        }
    }
    for line in part(&text, "lines of accounts") {
        for name in part(&text, "accounts") {
            read(&line.replace("{n}", name), vec![name.to_owned()]);
        }
    }
    hold("bylines invented, read right", f64::from(right) / f64::from(all));
}
