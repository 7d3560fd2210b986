//! Reads an article block by block, and keeps what one expression lends the next: the day last spoken of, the day
//! on which something was said.

use std::ops::Range;

use super::begins::begins;
use super::grammar::expression;
use super::impossible::impossible;
use super::meaning::{Expression, Meaning, Turn, Year};
use super::numbers::{self, Reading};
use super::resolve::{Context, Told, resolve};
use super::tense::{Direction, direction};
use super::vocabulary::Unit;
use super::words::Words;
use super::years::is_over;
use super::{Number, Time, TimeKind, calendar};
use crate::article::document::{Block, BlockKind, Day, Document};
use crate::article::label::Label;
use crate::article::segment::{Segments, Token};
use crate::text::{Span, class};

/// Verbs whose sentence tells on which day the words around it were said. The quotes room has the full list; this
/// one only has to tell the day of speaking.
const SPEAKING: &[&str] = &[
    "said",
    "told",
    "says",
    "added",
    "wrote",
    "posted",
    "announced",
    "asked",
    "tweeted",
    "spoke",
    "speaking",
];

/// The state between expressions.
pub(super) struct Reader {
    published: Option<Day>,
    /// The day that times hang on here: of the last dateline, or of publication.
    today: Option<Day>,
    spoken: Option<Day>,
    quarter: Option<(i16, u8)>,
    reported: Option<(i16, u8)>,
    told: Told,
    /// The first word of the sentence that was read last, in its block.
    sentence: usize,
    said: Option<Day>,
    times: Vec<Time>,
    numbers: Vec<Number>,
}

/// A block with its words, sentences and quotation marks.
struct Passage<'a> {
    words: Words<'a>,
    /// The first word of each sentence.
    sentences: Vec<usize>,
    /// For each word, whether it stands between quotation marks.
    quoted: Vec<bool>,
}

impl Passage<'_> {
    /// The words of the sentence around word `at`.
    fn sentence(&self, at: usize) -> Range<usize> {
        let after = self.sentences.partition_point(|start| *start <= at);
        let start = after.checked_sub(1).map_or(0, |n| self.sentences[n]);
        start..self.sentences.get(after).copied().unwrap_or(self.words.len())
    }

    /// Whether somebody speaks in this sentence, outside quotation marks.
    fn speaks(&self, sentence: &Range<usize>) -> bool {
        sentence
            .clone()
            .any(|at| !self.quoted[at] && SPEAKING.contains(&self.words.at(at)))
    }
}

impl Reader {
    pub(super) fn new(published: Option<Day>) -> Self {
        // TIMEX3 writes years with four figures; an anchor beyond them anchors nothing.
        let published = published.filter(|day| day.year.is_none_or(|year| (1..=9999).contains(&year)));
        Self {
            published,
            today: published,
            spoken: None,
            quarter: None,
            reported: None,
            told: Told::default(),
            sentence: 0,
            said: None,
            times: Vec::new(),
            numbers: Vec::new(),
        }
    }

    /// All that was found, in order.
    pub(super) fn finish(self) -> (Vec<Time>, Vec<Number>) {
        (self.times, self.numbers)
    }

    /// Reads one block.
    pub(super) fn read(&mut self, document: &Document, segments: &Segments, block: &Block) {
        let passage = passage(&document.text, segments, block.span);
        let (found, numbers) = scan(&passage.words);
        self.told.begin();
        self.sentence = 0;
        self.numbers.extend(numbers);
        let anchor = self.anchor(block.kind, &found);
        let mut times: Vec<Option<Time>> = vec![None; found.len()];
        let mut speaking: Vec<(Range<usize>, Day)> = Vec::new();
        // What is quoted waits until it is known on which day it was said: "…," she said on Monday.
        for quoted in [false, true] {
            for ((start, found), slot) in found.iter().zip(&mut times) {
                if (passage.quoted[*start] && is_day(&found.meaning)) != quoted {
                    continue;
                }
                let sentence = passage.sentence(*start);
                let anchor = if quoted {
                    self.said_day(&speaking, *start).or(anchor)
                } else {
                    anchor
                };
                let time = self.resolve(&passage, (*start, found), &sentence, anchor);
                if let (false, Some(day)) = (quoted, single_day(&time))
                    && passage.speaks(&sentence)
                    && !ahead(day, anchor)
                {
                    speaking.push((sentence, day));
                }
                *slot = Some(time);
            }
        }
        self.said = speaking.last().map(|(_, day)| *day);
        let times = times.into_iter().flatten();
        if block.kind == BlockKind::Dateline {
            let times: Vec<Time> = times.collect();
            self.begin(times.iter().rev().find_map(single_day));
            self.times.extend(times);
        } else {
            self.times.extend(times);
        }
    }

    /// A dateline's day is the day of what stands below it, unless it would come after the day of publication.
    fn begin(&mut self, day: Option<Day>) {
        let after = |day: Day| {
            let days = self
                .published
                .and_then(calendar::number)
                .zip(calendar::number(day));
            days.is_some_and(|(published, own)| own > published)
        };
        if let Some(day) = day.filter(|day| day.year.is_some() && !after(*day)) {
            self.today = Some(day);
        }
    }

    /// The day that this block's relative times hang on: a caption that states its own date keeps to it.
    fn anchor(&self, kind: BlockKind, found: &[(usize, Expression)]) -> Option<Day> {
        let own = found.iter().find_map(|(_, expression)| match expression.meaning {
            Meaning::Day {
                year: Some(year),
                month,
                day,
            } => Some(Day {
                year: Some(year),
                month,
                day,
            }),
            _ => None,
        });
        own.filter(|_| kind == BlockKind::Caption).or(self.today)
    }

    /// The day on which the quoted word `at` was said: by its own sentence, or the last one before that tells.
    fn said_day(&self, speaking: &[(Range<usize>, Day)], at: usize) -> Option<Day> {
        let own = speaking.iter().find(|(sentence, _)| sentence.contains(&at));
        let before = || speaking.iter().rev().find(|(sentence, _)| sentence.end <= at);
        own.or_else(before).map(|(_, day)| *day).or(self.said)
    }

    fn resolve(
        &mut self,
        passage: &Passage,
        (start, found): (usize, &Expression),
        sentence: &Range<usize>,
        anchor: Option<Day>,
    ) -> Time {
        let span = passage.words.span(start, found.end);
        if self.sentence != sentence.start {
            self.told.begin();
            self.sentence = sentence.start;
        }
        let direction = if is_next_month(&passage.words, (start, found), anchor) {
            Direction::Future
        } else if needs_tense(&found.meaning) {
            direction(&passage.words, sentence, start, found.end)
        } else {
            Direction::Unknown
        };
        let context = Context {
            anchor,
            direction,
            spoken: self.spoken,
            quarter: self.quarter,
            reported: self.reported,
            told: self.told,
        };
        let time = resolve(&found.meaning, found.hour, span, &context);
        // "From the previous Friday": what is compared with is not where the story goes on.
        if !matches!(found.meaning, Meaning::ContextWeekday { ahead: false, .. }) {
            self.spoken = single_day(&time).or(self.spoken);
        }
        if let Some(range) = time.range {
            self.told.take(range, anchor);
        }
        let counted = match found.meaning {
            Meaning::Shift { .. } | Meaning::SameQuarter(_) => true,
            Meaning::LatestQuarter { years_back, .. } => years_back != 0,
            _ => false,
        };
        if let Some(quarter) = quarter(&time.value).filter(|_| !counted) {
            self.quarter = Some(quarter);
            // A company's own fourth quarter ended when it says.
            if passage.words.at(found.end) == "ended" || is_over(quarter, anchor) {
                self.reported = Some(quarter);
            }
        } else if matches!(found.meaning, Meaning::Year(_)) || is_report_length(&found.meaning) {
            (self.quarter, self.reported) = (None, None);
        }
        time
    }
}

/// Whether this is the month behind the anchor's, which is the coming one whatever the tense: that of a year ago would be
/// "last September". Not "since September" and "between September and May", which may be over.
fn is_next_month(words: &Words, (start, found): (usize, &Expression), anchor: Option<Day>) -> bool {
    let Meaning::Month {
        year: Year::Turn(Turn::Bare),
        month,
    } = found.meaning
    else {
        return false;
    };
    let next = anchor.is_some_and(|anchor| anchor.month % 12 + 1 == month);
    let ranged = words.before(start, 1) == "since"
        || matches!(words.before(start, 1), "between" | "from")
            && matches!(words.at(found.end), "and" | "to" | "until" | "through");
    next && !ranged
}

fn needs_tense(meaning: &Meaning) -> bool {
    !matches!(
        meaning,
        Meaning::Length { .. } | Meaning::Every(_) | Meaning::Reference(_) | Meaning::Year(_)
    )
}

/// "the nine months": figures of half a year and more are compared with the year before, not with a quarter.
fn is_report_length(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Length { unit: Unit::Month, count: Some(count) } if *count > 3.0)
}

/// Whether the meaning is counted in days from the day of speaking: "today".
fn is_day(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Unit { unit: Unit::Day, .. })
}

fn ahead(day: Day, anchor: Option<Day>) -> bool {
    anchor.is_some_and(|anchor| day > anchor)
}

/// The day of a time that covers one day.
fn single_day(time: &Time) -> Option<Day> {
    let (from, to) = time.range?;
    (from == to && matches!(time.kind, TimeKind::Date | TimeKind::Time)).then_some(from)
}

/// Year and quarter of a value such as "2024-Q3".
fn quarter(value: &str) -> Option<(i16, u8)> {
    let (year, quarter) = value.split_once("-Q")?;
    Some((year.parse().ok()?, quarter.parse().ok()?))
}

/// Cuts a block into words and marks its sentences and quotations.
fn passage<'a>(text: &'a str, segments: &Segments, span: Span) -> Passage<'a> {
    let words = Words::new(text, &segments.tokens[segments.tokens_in(span)]);
    let first = segments
        .sentences
        .partition_point(|s| s.span.end() <= span.start());
    let sentences = segments.sentences[first..]
        .iter()
        .take_while(|s| s.span.start() < span.end())
        .map(|s| words.index_of(s.span.start()))
        .collect();
    let quoted = quoted(&words);
    Passage {
        words,
        sentences,
        quoted,
    }
}

/// For each word, whether a double quotation mark is open before it. Straight marks take turns.
fn quoted(words: &Words) -> Vec<bool> {
    let mut open = false;
    let mut quoted = Vec::with_capacity(words.len());
    for at in 0..words.len() {
        let mark = words
            .raw(at)
            .chars()
            .next()
            .filter(|c| class::is_double_quote(*c));
        open = match mark {
            Some('“' | '„' | '«') => true,
            Some('”' | '»') => false,
            Some(_) => !open,
            None => open,
        };
        quoted.push(open);
    }
    quoted
}

/// The calendar days that the tokens state.
pub(super) fn stated_days(text: &str, tokens: &[Token]) -> Vec<(Span, Day)> {
    let words = Words::new(text, tokens);
    let (times, _) = scan(&words);
    let day = |(start, found): (usize, Expression)| match found.meaning {
        Meaning::Day { year, month, day } => Some((words.span(start, found.end), Day { year, month, day })),
        _ => None,
    };
    times.into_iter().filter_map(day).collect()
}

/// Finds all expressions in the words, from left to right; where a time and a number begin at one word the longer
/// is taken, and the time where both are as long.
fn scan(words: &Words) -> (Vec<(usize, Expression)>, Vec<Number>) {
    let mut times = Vec::new();
    let mut counts = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if !begins(words, at) {
            debug_assert!(
                expression(words, at).is_none() && numbers::number(words, at).is_none(),
                "{:?} begins something and is not listed",
                words.at(at)
            );
            at += 1;
            continue;
        }
        // A day that no calendar has is noted, and nothing in it is read: its year alone would say something else.
        if let Some((end, _)) = impossible(words, at) {
            at = end;
            continue;
        }
        let time = expression(words, at);
        let number = numbers::number(words, at);
        let bare = |n: &Reading| matches!(n.label, Label::Ordinal | Label::Cardinal);
        // "a quarter of the fleet" is a share, though "a quarter" could be a length.
        let share = |n: &Reading, t: &Expression| n.label == Label::Percent && n.end >= t.end;
        let longer = |n: &Reading| {
            time.as_ref()
                .is_none_or(|t| n.end > t.end && !bare(n) || share(n, t))
        };
        at = match (number.filter(longer), time) {
            (Some(number), _) => {
                let end = number.end;
                counts.push(value(words, at, number));
                end
            }
            (None, Some(time)) => {
                let end = time.end;
                times.push((at, time));
                end
            }
            (None, None) => at + 1,
        }
        .max(at + 1);
    }
    (times, counts)
}

fn value(words: &Words, start: usize, reading: Reading) -> Number {
    Number {
        span: words.span(start, reading.end),
        label: reading.label,
        value: reading.value,
        to: reading.to,
        unit: reading.unit,
        approximate: reading.approximate,
    }
}
