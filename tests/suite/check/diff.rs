//! Notation of the room `diff`: two texts parted by a line `===`; then the edits in one line of text: `[-only in the
//! first-]`, `{+only in the second+}`, both together for a replacement, `<as the first has it|as the second>` for style.
//! A bar `|` stands between two edits of the same kind. Where the readable form differs it follows in a second line.

use crossread::comparison::diff::{self, Edit, Op, Side};
use crossread::story::Story;

use super::drop;

pub(crate) fn diff(input: &str) -> String {
    let texts: Vec<&str> = input.split("\n===\n").collect();
    let story = drop::story(&texts);
    let (a, b) = (side(&story, 0), side(&story, 1));
    let edits = diff::edits(&a, &b);
    tiles(&story, &edits);
    let readable = diff::readable(&edits, texts[0], texts[1]);
    tiles(&story, &readable);
    let exact = inline(&edits, texts[0], texts[1]);
    let shown = inline(&readable, texts[0], texts[1]);
    if exact == shown {
        exact
    } else {
        format!("{exact}\nreadable: {shown}")
    }
}

fn side(story: &Story, article: usize) -> Side<'_> {
    let article = &story.articles[article];
    let segments = &article.segments;
    let sentences = segments
        .sentences
        .iter()
        .map(|s| (s.span, &segments.tokens[s.tokens.clone()]));
    Side::new(article.text(), sentences)
}

/// The law of edits: joined, the spans of each side are the text of its sentences, one edit in one sentence.
pub(crate) fn tiles(story: &Story, edits: &[Edit]) {
    for (number, of) in [
        (0, (|edit: &Edit| edit.a) as fn(&Edit) -> _),
        (1, |edit: &Edit| edit.b),
    ] {
        let article = &story.articles[number];
        let wanted: String = article
            .segments
            .sentences
            .iter()
            .map(|s| s.span.of(article.text()))
            .collect();
        let joined: String = edits.iter().map(|edit| of(edit).of(article.text())).collect();
        assert_eq!(joined, wanted, "the edits do not tile side {number}");
        for edit in edits.iter().filter(|edit| !of(edit).is_empty()) {
            let inside = article
                .segments
                .sentences
                .iter()
                .any(|s| s.span.contains(of(edit)));
            assert!(inside, "{edit:?} crosses the end of a sentence");
        }
    }
    for edit in edits.iter().filter(|edit| edit.op == Op::Equal) {
        let (a, b) = (
            edit.a.of(story.articles[0].text()),
            edit.b.of(story.articles[1].text()),
        );
        assert_eq!(a.trim_end(), b.trim_end(), "equal is equal byte for byte");
    }
}

fn inline(edits: &[Edit], a: &str, b: &str) -> String {
    let mut line = String::new();
    let mut last = None;
    for edit in edits {
        let (x, y) = (edit.a.of(a), edit.b.of(b));
        if last == Some(edit.op) {
            line += "|";
        }
        line += &match edit.op {
            Op::Equal => y.to_owned(),
            Op::Style => format!("<{x}|{y}>"),
            Op::Delete => format!("[-{x}-]"),
            Op::Insert => format!("{{+{y}+}}"),
            Op::Replace => format!("[-{x}-]{{+{y}+}}"),
        };
        last = Some(edit.op);
    }
    line
}
