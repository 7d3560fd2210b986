//! Laws of times, numbers and quotes: any text is read without a panic, spans lie in the text, in order, apart.

use crossread::article::document::Day;
use crossread::article::names::names;
use crossread::article::quotes::quotes;
use crossread::article::tag::{self, Evidence};
use crossread::article::times::{Anchors, times_and_numbers};
use crossread::knowledge::Model;
use crossread::text::Span;

use crate::check::dice::Dice;
use crate::check::plain;

/// Pieces that the grammars know, and some that they should not stumble over.
const PIECES: &[&str] = &[
    "May",
    "March",
    "Sept.",
    "Sun",
    "Friday",
    "next",
    "last",
    "the",
    "this",
    "year",
    "week",
    "quarter",
    "a",
    "half",
    "ago",
    "earlier",
    "31",
    "2025",
    "0",
    "99999999999999999999",
    "3-1/2",
    "-",
    "–",
    "/",
    ":",
    "%",
    "$",
    "€",
    "million",
    "per",
    "cent",
    "dozens",
    "of",
    "to",
    "and",
    "between",
    "in",
    "p.m.",
    "a.m.",
    "Feb. 30",
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "'",
    "«",
    "»",
    "said",
    "told",
    "he",
    "she",
    "reporters",
    "according",
    "that",
    "Anna Berg",
    "the minister",
    ",",
    ".",
    "\n",
    "\n\n",
    "😀",
    "é",
    "\u{301}",
    "\u{200f}",
    "۳",
    "½",
    "°",
    "1e9",
    "1,2,3",
    "2025-08-06",
    "every",
    "hundred",
    "century",
    "decade",
    "centuries ago",
    "from now",
    "wrote",
    "called",
    "on",
    "Telegram",
    "(",
    ")",
    "?",
    "!",
];

fn texts() -> impl Iterator<Item = String> {
    (0..400).map(|seed| {
        let mut dice = Dice(seed);
        let mut text = String::new();
        for _ in 0..dice.roll(120) {
            text += PIECES[dice.roll(PIECES.len())];
            if dice.roll(4) > 0 {
                text.push(' ');
            }
        }
        text
    })
}

fn assert_in_order(spans: &[Span], text: &str) {
    for span in spans {
        assert!(
            text.get(span.range()).is_some_and(|piece| !piece.is_empty()),
            "{span:?} in {text:?}"
        );
    }
    for pair in spans.windows(2) {
        assert!(pair[0].end() <= pair[1].start(), "{pair:?} in {text:?}");
    }
}

#[test]
fn times_are_total() {
    let model = Model::embedded();
    let days = [None, Some(2025), Some(1), Some(i16::MAX), Some(-4000)];
    for (n, text) in texts().enumerate() {
        let document = plain::document("any", &text);
        let segments = plain::segments(&document);
        let published = days[n % days.len()].map(|year| Day {
            year: Some(year),
            month: 2,
            day: 28,
        });
        let (times, numbers) = times_and_numbers(&document, &segments, &model, &Anchors { published });
        let times: Vec<Span> = times.iter().map(|t| t.span).collect();
        let numbers: Vec<Span> = numbers.iter().map(|n| n.span).collect();
        assert_in_order(&times, &text);
        assert_in_order(&numbers, &text);
    }
}

#[test]
fn quotes_are_total() {
    let model = Model::embedded();
    for text in texts() {
        let document = plain::document("any", &text);
        let segments = plain::segments(&document);
        let mentions = tag::mentions(&document, &segments, &model, &Evidence::default());
        let names = names(&document, &segments, &mentions, &model);
        let quotes = quotes(&document, &segments, &mentions, &names, &model);
        for pair in quotes.windows(2) {
            assert!(
                pair[0].span.start() <= pair[1].span.start(),
                "{pair:?} in {text:?}"
            );
        }
        for quote in &quotes {
            let mut spans = vec![quote.span];
            spans.extend(quote.cue.map(|cue| cue.span));
            spans.extend(quote.speaker.as_ref().map(|speaker| speaker.span));
            spans.extend([quote.addressee, quote.venue, quote.via].into_iter().flatten());
            for span in spans {
                assert!(
                    text.get(span.range()).is_some_and(|piece| !piece.is_empty()),
                    "{quote:?} in {text:?}"
                );
            }
            let mention = quote.speaker.as_ref().and_then(|speaker| speaker.mention);
            assert!(mention.is_none_or(|mention| mention < mentions.len()));
        }
    }
}

/// A mark without its partner changes nothing in the paragraphs behind it.
#[test]
fn an_odd_mark_stays_in_its_paragraph() {
    let model = Model::embedded();
    let read = |text: &str| {
        let document = plain::document("any", text);
        let segments = plain::segments(&document);
        let mentions = tag::mentions(&document, &segments, &model, &Evidence::default());
        let quotes = quotes(&document, &segments, &mentions, &[], &model);
        let last = text.rfind('\n').unwrap_or(0);
        let behind = quotes.into_iter().filter(|q| q.span.start() > last);
        behind.map(|q| q.span.of(text).to_owned()).collect::<Vec<_>>()
    };
    let calm = read("The mayor left.\n\"It is over,\" Anna Berg said. \"We tried.\"");
    for odd in [
        "\"The mayor left.",
        "The \"mayor left.",
        "The mayor left.\"",
        "“The mayor left.",
        "The mayor” left.",
    ] {
        let stirred = read(&format!("{odd}\n\"It is over,\" Anna Berg said. \"We tried.\""));
        assert_eq!(calm, stirred, "behind {odd:?}");
    }
}

/// Ten thousand quotes in one file, in paragraphs or in one endless sentence.
#[test]
fn ten_thousand_quotes_are_read() {
    let model = Model::embedded();
    let paragraphs = "\"It is over,\" Anna Berg said on Friday.\n".repeat(10_000);
    let endless = "\"it is over,\" she said that \"we\" and ".repeat(5_000);
    for text in [paragraphs, endless] {
        let document = plain::document("many", &text);
        let segments = plain::segments(&document);
        let mentions = tag::mentions(&document, &segments, &model, &Evidence::default());
        let quotes = quotes(&document, &segments, &mentions, &[], &model);
        assert!(quotes.len() >= 10_000);
        let (times, _) = times_and_numbers(&document, &segments, &model, &Anchors::default());
        assert!(times.len() == 10_000 || times.is_empty());
    }
}
