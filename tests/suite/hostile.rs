//! Files that would stall or fool a careless reader: each is read within its time or refused with a clear message.

use std::time::{Duration, Instant};

use crossread::article::document::{BlockKind, Document};
use crossread::article::ingest::{File, ingest};
use crossread::knowledge::Model;

/// Far more than any of them takes unoptimised, far less than a stall: a quadratic loop over 100,000 takes minutes.
const LONGEST: Duration = Duration::from_secs(20);

fn read(markup: &str, model: &Model) -> Option<Document> {
    let clock = Instant::now();
    let mut documents = ingest(&File::new("page.html", markup.as_bytes()), model);
    assert!(
        clock.elapsed() < LONGEST,
        "{:?} for {:.60}",
        clock.elapsed(),
        markup
    );
    documents.articles.pop()
}

const PARAGRAPH: &str =
    "<p>The old bridge in Northmoor will close for two years, the city council said on Tuesday.</p>";

#[test]
fn nesting_does_not_stall() {
    let model = Model::embedded();
    for open in [
        "<div>",
        "<b>",
        "<p><span>",
        "<ul><li>",
        "<table><tr><td>",
        "<a href=x>",
        "<svg>",
        "<blockquote><div class=article>",
    ] {
        let deep = format!(
            "<!doctype html><body>{PARAGRAPH}{}{PARAGRAPH}",
            open.repeat(100_000)
        );
        let document = read(&deep, &model).expect("the page has text");
        assert!(document.text.contains("old bridge"), "{open}");
    }
    let closing = format!(
        "<!doctype html><body>{}{PARAGRAPH}{}",
        "<i>".repeat(600),
        "</div></p></td>".repeat(100_000)
    );
    assert!(read(&closing, &model).is_some());
}

#[test]
fn long_lines_and_many_lines_do_not_stall() {
    let model = Model::embedded();
    let line = format!(
        "<!doctype html><body><p>{}",
        "the bridge will close ".repeat(200_000)
    );
    assert!(read(&line, &model).is_some());
    let attribute = format!(
        "<!doctype html><body><p class=\"{}\">{PARAGRAPH}",
        "a b ".repeat(500_000)
    );
    assert!(read(&attribute, &model).is_some());
    let many = format!("<!doctype html><body>{}", "<li>one<li>two".repeat(60_000));
    let document = read(&many, &model).expect("the page has text");
    assert!(
        document
            .notes
            .iter()
            .any(|note| note.message.contains("first 100000 lines"))
    );
}

#[test]
fn code_is_never_text() {
    let model = Model::embedded();
    let page = format!(
        "<!doctype html><head><style>p::after{{content:'SECRET'}}</style><title>Bridge</title></head><body>\
         <script>var a = 'SECRET</p>';</script>{PARAGRAPH}<noscript>SECRET</noscript><iframe>SECRET</iframe>\
         <template>SECRET</template><svg><text>SECRET</text></svg><select><option>SECRET<option>SECRET</select>\
         <textarea>SECRET</textarea><!-- SECRET -->{PARAGRAPH}<object>SECRET</object>\
         <div onclick=\"SECRET\" title=\"SECRET\">{PARAGRAPH}</div><script>SECRET"
    );
    for nested in [
        page.clone(),
        page.replace("<body>", &format!("<body>{}", "<div>".repeat(1000))),
    ] {
        let document = read(&nested, &model).expect("the page has text");
        assert!(!document.text.contains("SECRET"), "{}", document.text);
        assert_eq!(document.text.matches("old bridge").count(), 3);
    }
}

#[test]
fn cut_pages_are_read_as_far_as_they_go() {
    let model = Model::embedded();
    let page = format!(
        "<!DOCTYPE html><html><head><title>Bridge</title><script type=\"application/ld+json\">\
         {{\"@type\":\"NewsArticle\",\"headline\":\"Bridge &amp; <b>more</b>\"}}</script></head><body><h1>Bridge</h1>\
         <ul><li>a&nbsp;é<li>“b”</ul>{PARAGRAPH}<table><tr><td>{PARAGRAPH}</table><!-- end --></body></html>"
    );
    for cut in (0..page.len()).filter(|&cut| page.is_char_boundary(cut)) {
        let Some(document) = read(&page[..cut], &model) else {
            continue;
        };
        let mut last = 0;
        for block in &document.blocks {
            assert!(block.span.start() >= last, "cut at {cut}");
            last = block.span.end();
        }
        let covered: String = document
            .blocks
            .iter()
            .map(|block| block.span.of(&document.text))
            .collect();
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(bare(&covered), bare(&document.text), "cut at {cut}");
    }
}

#[test]
fn data_of_any_shape_is_survived() {
    let model = Model::embedded();
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    let wide = format!(
        "[{}1]",
        "{\"@type\":\"NewsArticle\",\"author\":[[]]},".repeat(50_000)
    );
    for data in [
        deep.as_str(),
        &wide,
        "{",
        "null",
        "{\"@type\":\"Article\",\"author\":{\"@id\":\"#a\"},\"datePublished\":\"9999-99-99\"}",
    ] {
        let page =
            format!("<html><script type=application/ld+json>{data}</script><body><h1>Bridge</h1>{PARAGRAPH}");
        let document = read(&page, &model).expect("the page has text");
        assert!(document.metadata.published.is_none());
        assert!(
            document
                .blocks
                .iter()
                .any(|block| block.kind == BlockKind::Paragraph)
        );
    }
}

#[test]
fn a_declared_encoding_is_read() {
    let model = Model::embedded();
    let text = "<html><head><meta charset=\"iso-8859-2\"></head><body><p>The mayor of \u{141}\u{f3}d\u{17a} spoke for an hour.</p>";
    let bytes: Vec<u8> = text
        .chars()
        .map(|c| match c {
            '\u{141}' => 0xA3,
            '\u{f3}' => 0xF3,
            '\u{17a}' => 0xBC,
            c => c as u8,
        })
        .collect();
    let documents = ingest(&File::new("page.html", &bytes), &model).articles;
    assert!(documents[0].text.contains("\u{141}\u{f3}d\u{17a}"));
    assert!(documents[0].notes[0].message.contains("iso-8859-2"));
}
