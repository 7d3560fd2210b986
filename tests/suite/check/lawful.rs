//! Laws that hold for whatever was read: nothing is lost, and every position points at what it says.

use crossread::article::Article;
use crossread::report::values::{self, Words};
use crossread::report::view::{self, PairView, Run};
use crossread::report::{self, Report};
use crossread::story::ArticleId;
use crossread::text::class;
use crossread::{Analysis, Error};
use serde_json::Value;

/// Panics where a law is broken, with the text that breaks it. Returns the report as JSON.
pub(crate) fn lawful(analysis: &Analysis, failures: &[Error]) -> String {
    let report = report::report(analysis, failures);
    for (id, printed) in analysis.story.ids().zip(&report.articles) {
        let article = analysis.story.article(id);
        blocks_cover(article);
        tokens_tile(article);
        sentences_stand_in_blocks(article);
        offsets_point(article, printed);
        runs_are_the_text(analysis, id);
        for other in analysis.story.ids().filter(|&other| other > id) {
            rows_hold_every_sentence(analysis, &view::pair(analysis, id, other, usize::MAX));
        }
    }
    edits_rebuild(&report);
    report::summary::summary(analysis);
    serde_json::to_string(&view::overview(analysis)).expect("plain values are JSON");
    let json = report::json(&report);
    let read: Value = serde_json::from_str(&json).expect("the report is JSON");
    for (index, article) in report.articles.iter().enumerate() {
        assert_eq!(read["articles"][index]["text"], article.text.as_str());
    }
    json
}

/// Blocks are in order, apart, and leave out white space and the marks of Markdown only.
fn blocks_cover(article: &Article) {
    let text = article.text();
    let left_out = |gap: &str| {
        let mark = |c: char| c.is_whitespace() || class::is_bullet(c) || "#>*_-=`~".contains(c);
        assert!(gap.chars().all(mark), "{gap:?} is in no block of {}", short(text));
    };
    let mut end = 0;
    for block in &article.document.blocks {
        let gap = text.get(end..block.span.start());
        left_out(gap.unwrap_or_else(|| panic!("{block:?} is out of order in {}", short(text))));
        let inside = block.span.of(text);
        assert!(
            !inside.is_empty() && inside.trim() == inside,
            "{inside:?} in {}",
            short(text)
        );
        end = block.span.end();
    }
    left_out(&text[end..]);
}

/// The beginning of a text, for a message.
fn short(text: &str) -> String {
    format!("{:?}", text.chars().take(400).collect::<String>())
}

/// Tokens are in order, apart, not empty, and cover every byte but white space.
fn tokens_tile(article: &Article) {
    let text = article.text();
    let mut end = 0;
    for token in &article.segments.tokens {
        let gap = text
            .get(end..token.span.start())
            .expect("tokens are in order, on borders of characters");
        assert!(
            gap.chars().all(char::is_whitespace),
            "{gap:?} is in no token of {}",
            short(text)
        );
        assert!(!token.span.is_empty());
        end = token.span.end();
    }
    assert!(text[end..].trim().is_empty(), "{:?} is in no token", &text[end..]);
}

/// Every token of a prose block is in one sentence, which is as long as its tokens and inside its block.
fn sentences_stand_in_blocks(article: &Article) {
    let segments = &article.segments;
    let mut sentences = segments.sentences.iter().peekable();
    for (index, block) in article.document.blocks.iter().enumerate() {
        let mut at = segments
            .tokens
            .partition_point(|token| token.span.start() < block.span.start());
        let last = segments
            .tokens
            .partition_point(|token| token.span.end() <= block.span.end());
        while let Some(sentence) = sentences.next_if(|sentence| sentence.block == index) {
            assert_eq!(sentence.tokens.start, at, "a token is in no sentence or in two");
            let tokens = &segments.tokens[sentence.tokens.clone()];
            assert_eq!(sentence.span, tokens[0].span.cover(tokens[tokens.len() - 1].span));
            assert!(block.span.contains(sentence.span));
            at = sentence.tokens.end;
        }
        assert!(
            at == last || !block.kind.is_prose(),
            "{}",
            short(block.span.of(article.text()))
        );
    }
    assert!(
        sentences.next().is_none(),
        "sentences are in order of their blocks"
    );
}

/// `text[start:end]`, counted in code points as Python does, is what the engine meant.
fn offsets_point(article: &Article, printed: &values::Article) {
    let points: Vec<char> = printed.text.chars().collect();
    let slice = |start: usize, end: usize| -> String { points[start..end].iter().collect() };
    for (printed, meant) in printed.blocks.iter().zip(&article.document.blocks) {
        assert_eq!(slice(printed.start, printed.end), meant.span.of(article.text()));
    }
    for (printed, meant) in printed.sentences.iter().zip(&article.segments.sentences) {
        assert_eq!(slice(printed.start, printed.end), meant.span.of(article.text()));
    }
    let mut meant: Vec<&str> = Vec::new();
    meant.extend(
        article
            .mentions
            .iter()
            .map(|mention| mention.span.of(article.text())),
    );
    meant.extend(article.times.iter().map(|time| time.span.of(article.text())));
    meant.extend(
        article
            .numbers
            .iter()
            .map(|number| number.span.of(article.text())),
    );
    let mut named: Vec<String> = printed.mentions.iter().map(|m| slice(m.start, m.end)).collect();
    named.sort();
    meant.sort_unstable();
    assert_eq!(named, meant);
    let says = |text: &str, start, end| assert_eq!(slice(start, end), text);
    let words = |words: &Words| says(&words.text, words.start, words.end);
    for (printed, meant) in printed.quotes.iter().zip(&article.quotes) {
        assert_eq!(slice(printed.start, printed.end), meant.span.of(article.text()));
        if let Some(speaker) = &printed.speaker {
            says(&speaker.text, speaker.start, speaker.end);
        }
        if let Some(cue) = &printed.cue {
            says(&cue.text, cue.start, cue.end);
        }
        [&printed.via, &printed.addressee, &printed.venue]
            .into_iter()
            .flatten()
            .for_each(words);
    }
    for note in &printed.notes {
        if let (Some(start), Some(end)) = (note.start, note.end) {
            assert!(start <= end && end <= points.len());
        }
    }
}

/// In code points too, the edits of a link are the text of its sentences, byte for byte.
fn edits_rebuild(report: &Report) {
    let text = |id: &str| -> Vec<char> {
        let article = report.articles.iter().find(|article| article.id == id);
        article.expect("a link names an article").text.chars().collect()
    };
    let joined = |points: &[char], pieces: &mut dyn Iterator<Item = [usize; 2]>| -> String {
        pieces.flat_map(|[start, end]| &points[start..end]).collect()
    };
    for link in &report.alignments {
        let (a, b) = (text(&link.a), text(&link.b));
        assert_eq!(
            joined(&a, &mut link.edits.iter().map(|edit| edit.a)),
            joined(&a, &mut link.a_spans.iter().copied())
        );
        assert_eq!(
            joined(&b, &mut link.edits.iter().map(|edit| edit.b)),
            joined(&b, &mut link.b_spans.iter().copied())
        );
    }
}

fn joined(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// What the page shows of an article is the article.
fn runs_are_the_text(analysis: &Analysis, id: ArticleId) {
    let shown = view::article(analysis, id, usize::MAX);
    let blocks = shown
        .blocks
        .iter()
        .map(|block| block.gap.clone() + &joined(&block.runs));
    assert_eq!(
        blocks.collect::<String>() + &shown.tail,
        analysis.story.article(id).text()
    );
}

/// What the page shows side by side is every sentence of both articles once.
fn rows_hold_every_sentence(analysis: &Analysis, pair: &PairView) {
    let of = |id: &str| {
        let index = analysis.story.ids().find(|article| article.to_string() == id);
        analysis.story.article(index.expect("a row names an article"))
    };
    // A sign only says what stands in another row.
    let told = || pair.rows.iter().filter(|row| row.kind != "elsewhere");
    for (id, left) in [(&pair.a, true), (&pair.b, false)] {
        let cell = |row: &view::Row| if left { row.a.clone() } else { row.b.clone() };
        let article = of(id);
        let mut shown: Vec<char> = Vec::new();
        for cell in told().filter_map(cell) {
            shown.extend(joined(&cell.runs).chars().filter(|c| !c.is_whitespace()));
        }
        let sentences = article
            .segments
            .sentences
            .iter()
            .map(|s| s.span.of(article.text()));
        let mut wanted: Vec<char> = sentences
            .flat_map(str::chars)
            .filter(|c| !c.is_whitespace())
            .collect();
        // The right article's moved sentences stand in the left one's order.
        shown.sort_unstable();
        wanted.sort_unstable();
        assert!(
            shown == wanted,
            "side by side, {id} is not whole: {}",
            short(article.text())
        );
    }
    for row in told() {
        assert!(
            !row.inline.is_empty() && (row.a.is_some() || row.b.is_some()),
            "{row:?}"
        );
    }
}
