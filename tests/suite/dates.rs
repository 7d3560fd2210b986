//! Which day an article gets, and that tagging is total.

use std::sync::Arc;

use crossread::article::document::{Day, Document, Published, PublishedSource};
use crossread::article::tag::{self, Evidence};
use crossread::knowledge::Model;
use crossread::story::{ArticleId, evidence};

use crate::check::plain;

const WIRE: &str = "The old harbour bridge in Northmoor will close for two years from Monday, the city council said, \
    after engineers found deep cracks in three of its seven piers and a fourth began to lean towards the river.";
const OTHER: &str =
    "A small orchestra from the hills won the prize for young players with a quartet of its own making.";

fn document(text: &str, day: Option<(Option<i16>, u8, u8)>) -> Arc<Document> {
    let mut document = plain::document("case", text);
    document.metadata.published = day.map(|(year, month, day)| Published {
        day: Day { year, month, day },
        source: PublishedSource::Stated,
        span: None,
    });
    Arc::new(document)
}

fn dates(documents: &[Arc<Document>]) -> Vec<(PublishedSource, Option<Day>, Option<ArticleId>)> {
    let segments: Vec<_> = documents.iter().map(|d| plain::segments(d)).collect();
    let dated = evidence::dates(documents, &segments);
    dated
        .iter()
        .map(|d| (d.source(), d.published.as_ref().map(|p| p.day), d.lender))
        .collect()
}

#[test]
fn a_sibling_lends_its_day_and_a_stranger_does_not() {
    let stated = document(WIRE, Some((Some(2031), 5, 6)));
    let copy = document(&format!("{WIRE} Boats will carry walkers."), None);
    let found = dates(&[stated, copy, document(OTHER, None)]);
    let day = Some(Day {
        year: Some(2031),
        month: 5,
        day: 6,
    });
    assert_eq!(found[0], (PublishedSource::Stated, day, None));
    assert_eq!(found[1], (PublishedSource::Sibling, day, Some(ArticleId(0))));
    assert_eq!(found[2], (PublishedSource::None, None, None));
}

#[test]
fn a_missing_year_is_that_of_the_latest_such_day() {
    let year_of = |month, day| {
        let found = dates(&[
            document(WIRE, Some((Some(2031), 5, 6))),
            document(OTHER, Some((None, month, day))),
        ]);
        assert_eq!(found[1].0, PublishedSource::YearInferred);
        found[1].1.and_then(|day| day.year)
    };
    assert_eq!(year_of(3, 14), Some(2031));
    assert_eq!(year_of(5, 6), Some(2031));
    assert_eq!(year_of(5, 7), Some(2030));
    assert_eq!(year_of(2, 29), Some(2028));
    let alone = dates(&[document(OTHER, Some((None, 3, 14)))]);
    assert_eq!(alone[0].1.and_then(|day| day.year), None);
}

#[test]
fn tagging_takes_any_text_and_keeps_its_tokens() {
    let model = Model::embedded();
    for text in [
        "",
        "\"",
        "X",
        "“”",
        "A-",
        "-A",
        "'s",
        "The",
        ", President",
        "President of",
        "🙂 Ärger — “Ünal”",
        "a , who",
        "Of Of Of",
    ] {
        let text = format!("{text}\n{}", [text; 40].join(" "));
        let document = plain::document("case", &text);
        let segments = plain::segments(&document);
        for mention in tag::mentions(&document, &segments, &model, &Evidence::default()) {
            assert!(mention.tokens.start < mention.tokens.end && mention.tokens.end <= segments.tokens.len());
            assert_eq!(segments.tokens_in(mention.span), mention.tokens);
        }
    }
}
