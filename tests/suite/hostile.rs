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

/// Text of Central Europe that says nothing of its encoding is read as windows-1250, that of its neighbours as it was.
#[test]
fn a_central_european_encoding_is_told_by_its_letters() {
    let model = Model::embedded();
    let read = |text: &str, encoding: &'static encoding_rs::Encoding| {
        let (bytes, _, lossy) = encoding.encode(text);
        assert!(!lossy, "{text}");
        let documents = ingest(&File::new("a.txt", &bytes), &model).articles;
        assert_eq!(documents[0].text.trim_end(), text.trim_end());
    };
    for text in [
        "Burmistrz powiedział w środę, że most będzie zamknięty dłużej, niż zakładano, bo znaleziono pęknięcia. Była \
         to już trzecia kontrola, a władze miasta chcą znaleźć pieniądze na nową przeprawę, którą mają wybudować.",
        "Starosta řekl, že most bude zavřený déle, než se čekalo, protože se našly další trhliny. Kamiony jezdí přes \
         sousední město, kde si lidé stěžují na hluk; začátek oprav úřad ohlásil na duben, uzavírka může trvat měsíc.",
        "A polgármester közölte, hogy a hidat a tervezettnél később nyitják meg, mert újabb repedéseket találtak. A \
         szakértők szerint a felújítás költsége megnőtt, a fővárosi tűzoltók és a gyűlés tagjai is erről beszéltek; \
         a tűz, a szűk út és az idő is gond.",
    ] {
        read(text, encoding_rs::WINDOWS_1250);
    }
    for text in [
        "Le maire a déclaré que le pont resterait fermé plus longtemps qu’en août, où l’on avait déjà trouvé des fêlures.",
        "Borgmesteren sagde, at broen forbliver lukket længere; så længe må bilerne køre over nabobyen, før sønnen gør det.",
        "O prefeito disse que as ações não são suficientes e que as condições das fundações põem as pessoas em risco.",
        "Il sindaco ha detto lunedì che il ponte resterà chiuso più a lungo perché così è più sicuro; giovedì si saprà.",
    ] {
        read(text, encoding_rs::WINDOWS_1252);
    }
}

/// Text that the tagger's model never saw: names that anybody would see are found, nothing is lost, and a text in
/// another language says that its tags are for English.
#[test]
fn text_of_any_kind_is_tagged_as_far_as_is_safe() {
    let model = Model::embedded();
    let shouted =
        "THE PRIME MINISTER OF CANADA MET ANGELA MERKEL IN PARIS ON TUESDAY, THE UNITED NATIONS SAID.\n";
    let bare = "the prime minister of Canada met Angela Merkel in Paris on Tuesday the United Nations said \
                nothing more was known on Tuesday evening in Paris \n";
    for text in [shouted.repeat(8), bare.repeat(8)] {
        let names = named(&text, &model);
        for name in ["canada", "angela merkel", "paris", "united nations"] {
            assert!(
                names.iter().any(|n| n.to_lowercase() == name),
                "{name} in {names:?}"
            );
        }
    }
}

#[test]
fn text_in_another_language_says_that_tags_are_for_english() {
    let model = Model::embedded();
    for text in [
        "Die Bundesregierung hat am Dienstag in Berlin mitgeteilt, dass sie den Vertrag nicht verlängern wird. \
         Das sagte die Sprecherin der Regierung, die auch auf die Kosten hinwies und eine neue Prüfung ankündigte.",
        "Le gouvernement a annoncé mardi à Paris que le contrat ne serait pas renouvelé, selon la ministre. \
         Elle a dit que les coûts étaient trop élevés et que les élus devaient en parler dans les prochains jours.",
        "Правительство сообщило во вторник, что договор не будет продлён, заявила представитель министерства. \
         Она добавила, что расходы слишком высоки и что решение будет принято в ближайшие дни.",
        "政府周二表示，合同将不会续签。发言人说，费用太高，未来几天将作出决定。这座桥已经关闭了两年。",
    ] {
        let documents = ingest(&File::new("a.txt", text.as_bytes()), &model).articles;
        let analysis = crossread::analyse(documents, &model);
        let report = crossread::report::report(&analysis, &[]);
        let article = &report.articles[0];
        let noted = article.notes.iter().any(|note| note.message.contains("English"));
        assert!(noted, "{text:.20}: {:?}", article.notes);
    }
}

#[test]
fn a_line_of_a_megabyte_is_read_in_time() {
    let model = Model::embedded();
    let line =
        "The minister said on Tuesday that the bridge will close, and Anna Kowal agreed ".repeat(12_000);
    let clock = Instant::now();
    assert!(named(&line, &model).len() > 10_000);
    assert!(clock.elapsed() < 3 * LONGEST, "{:?}", clock.elapsed());
}

/// The names in a plain text, as they stand there.
fn named(text: &str, model: &Model) -> Vec<String> {
    let documents = ingest(&File::new("a.txt", text.as_bytes()), model).articles;
    let analysis = crossread::analyse(documents, model);
    let article = &analysis.story.articles[0];
    let mentions = article.mentions.iter();
    mentions
        .map(|mention| mention.span.of(&article.document.text).to_owned())
        .collect()
}
