//! Laws of times, numbers and quotes: any text is read without a panic, spans lie in the text, in order, apart.

use crossread::article::document::Day;
use crossread::article::times::{Anchors, times_and_numbers};
use crossread::knowledge::Model;
use crossread::text::Span;

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

/// A small generator of numbers (Knuth's MMIX constants): the same texts on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

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
