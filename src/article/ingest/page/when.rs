//! Which days a page gives, what speaks for each as the day of publication, and which of them it is: data may hold the day
//! that a page was last built, a line may tell of another article, and of two days that are told the first may be that of
//! an older text behind the same address. What is worth how much was learned from pages whose day people had told.

use super::attributes::Says;
use super::data::Told;
use super::dates::{self, LONGEST, MODIFIED, PUBLISHED};
use super::days::{self, Order};
use super::fields::{self, Place};
use super::parse::Page;
use crate::article::document::Day;
use crate::article::times::calendar;
use crate::knowledge::Model;
use crate::knowledge::model::percent;

/// The version of the features: trees of another are of no use.
pub const VERSION: u32 = 1;

// Where a day stands; the value says how near the place is to the best of its kind.
const DATA: usize = 0;
const DATA_CHANGED: usize = 1;
const META: usize = 2;
const META_CHANGED: usize = 3;
const TIMED_BEHIND: usize = 4;
const TIMED_BEFORE: usize = 5;
const TIMED_PUBLISHED: usize = 6;
const TIMED_CHANGED: usize = 7;
const LINE_BEHIND: usize = 8;
const LINE_BEFORE: usize = 9;
const LINE_FIRST: usize = 10;
const LINE_CHANGED: usize = 11;
const MARKED: usize = 12;
const MARKED_CHANGED: usize = 13;
const SIGNED: usize = 14;
const SIGNED_CHANGED: usize = 15;
const ADDRESS: usize = 16;
const TITLE: usize = 17;
const MARKED_FAR: usize = 18;
const TOLD: usize = 19;
const ALONE: usize = 20;
const STORED: usize = 21;
const MARKED_BEFORE: usize = 22;
const PLACES: usize = 23;

/// Places that tell of a change, and those that tell of publication in so many words.
const CHANGED: [usize; 6] = [
    DATA_CHANGED,
    META_CHANGED,
    TIMED_CHANGED,
    LINE_CHANGED,
    MARKED_CHANGED,
    SIGNED_CHANGED,
];
const FIRST: [usize; 4] = [DATA, META, TIMED_PUBLISHED, LINE_FIRST];

/// Days from which the others are counted.
const ANCHORS: [usize; 10] = [
    DATA,
    META,
    DATA_CHANGED,
    META_CHANGED,
    LINE_BEHIND,
    LINE_FIRST,
    LINE_CHANGED,
    TIMED_BEHIND,
    TIMED_PUBLISHED,
    ADDRESS,
];

/// Places of which it matters for all days whether and where they name one.
const NEAREST: [usize; 5] = [LINE_BEHIND, LINE_BEFORE, LINE_FIRST, LINE_CHANGED, TIMED_BEHIND];

/// How many features a day has: its places, then what it has to do with the others.
pub const COUNT: usize = PLACES + ANCHORS.len() + NEAREST.len() + 8;

/// A day with its features.
pub type Candidate = (Day, [i16; COUNT]);

/// What a feature is where nothing is said; all else is less, and the less the nearer.
const NOWHERE: i16 = 99;

/// Days of a page that are looked at: pages that list others have hundreds.
const MOST: usize = 60;

/// The days of a page in the order in which they were first seen, with their features.
struct Seen {
    seen: Vec<Candidate>,
}

impl Seen {
    /// Notes that a place names a day, and how near that is.
    fn note(&mut self, day: Day, place: usize, far: usize) {
        let far = far.min(NOWHERE as usize - 1) as i16;
        if let Some((_, row)) = self.seen.iter_mut().find(|(seen, _)| *seen == day) {
            row[place] = row[place].min(far);
        } else if self.seen.len() < MOST {
            let mut row = [NOWHERE; COUNT];
            row[place] = far;
            self.seen.push((day, row));
        }
    }

    /// How near a place is at its nearest.
    fn least(&self, place: usize) -> i16 {
        let all = self.seen.iter().map(|(_, row)| row[place]);
        all.min().unwrap_or(NOWHERE)
    }
}

/// In percent: a day that is less likely is none that the page gives as its own.
const LEAST: i16 = 10;

/// The day of publication.
pub(super) fn published(
    page: &Page,
    told: &Told,
    place: Place,
    url: Option<&str>,
    model: &Model,
) -> Option<Day> {
    // A day that is told as that of a change is none of publication, where another is told as that. People often took it
    // for one: of the sites held back 0.9 % of the pages are right only without this.
    let is_changed = |row: &[i16; COUNT]| CHANGED.iter().any(|&place| row[place] < NOWHERE);
    let is_told = |row: &[i16; COUNT]| FIRST.iter().any(|&place| row[place] < NOWHERE);
    let candidates = candidates(page, told, place, url);
    let some_told = candidates.iter().any(|(_, row)| is_told(row));
    let mut best = None;
    for (day, row) in candidates {
        let score = model.page.days.score(&row);
        let only_changed = some_told && is_changed(&row) && !is_told(&row);
        // Of equals the first: data is read before lines.
        if percent(score) >= LEAST && !only_changed && best.is_none_or(|(most, _)| score > most) {
            best = Some((score, day));
        }
    }
    best.map(|(_, day)| day)
}

/// The days that a page gives.
pub(super) fn candidates(page: &Page, told: &Told, place: Place, url: Option<&str>) -> Vec<Candidate> {
    let order = Order::of(page.language.as_deref(), url);
    let mut seen = Seen { seen: Vec::new() };
    data(page, told, url, order, &mut seen);
    timed(page, place, order, &mut seen);
    marked(page, place, order, &mut seen);
    lines(page, place, order, &mut seen);
    stored(page, order, &mut seen);
    turn(&mut seen, page, told);
    relate(&mut seen, url, page);
    seen.seen
}

/// Days of what is written for machines.
fn data(page: &Page, told: &Told, url: Option<&str>, order: Order, seen: &mut Seen) {
    let mut note = |text: Option<&str>, place: usize, value: usize| {
        if let Some(day) = text.and_then(|text| days::day(text, order)) {
            seen.note(day, place, value);
        }
    };
    note(told.published.as_deref(), DATA, 0);
    note(told.modified.as_deref(), DATA_CHANGED, 0);
    for (name, value) in &page.metas {
        for (names, place) in [(PUBLISHED, META), (MODIFIED, META_CHANGED)] {
            if let Some(at) = names.iter().position(|other| other == name) {
                note(Some(value), place, at);
            }
        }
    }
    note(Some(&page.title), TITLE, 0);
    if let Some(day) = url.and_then(days::in_address) {
        seen.note(day, ADDRESS, 0);
    }
}

/// Elements with a time that are looked at: lists of other articles and comments have hundreds.
const MOST_TIMES: usize = 40;

fn timed(page: &Page, place: Place, order: Order, seen: &mut Seen) {
    let start = place.start.unwrap_or(0);
    for (element, value) in page.times.iter().take(MOST_TIMES) {
        let Some(day) = days::day(value, order) else {
            continue;
        };
        let at = page.elements[*element as usize].text.0 as usize;
        let far = steps(at.abs_diff(start));
        seen.note(day, if at >= start { TIMED_BEHIND } else { TIMED_BEFORE }, far);
        match dates::says(page, *element) {
            Says::Published => seen.note(day, TIMED_PUBLISHED, far),
            Says::Modified => seen.note(day, TIMED_CHANGED, far),
            _ => {}
        }
        // What is shown of it may have no year: "March 12", "2 hours ago".
        let line = page.lines.partition_point(|line| line.span.end() <= at);
        let shown = page.lines.get(line).filter(|shown| shown.span.start() <= at);
        if let (Some(shown), Some(start)) = (shown, place.line) {
            let shown = shown.span.of(&page.text);
            if around(start).contains(&line) && shown.len() < LONGEST {
                let side = if dates::is_change(shown) {
                    LINE_CHANGED
                } else {
                    side(line, start)
                };
                seen.note(day, side, line.abs_diff(start));
            }
        }
    }
}

/// Bytes as steps that double.
fn steps(bytes: usize) -> usize {
    (usize::BITS - bytes.leading_zeros()) as usize
}

/// Elements of each kind that are looked at: further ones are other articles'.
const MOST_MARKED: usize = 6;

fn marked(page: &Page, place: Place, order: Order, seen: &mut Seen) {
    for (says, to) in [(Says::Published, MARKED), (Says::Modified, MARKED_CHANGED)] {
        for (at, text) in place.marked(page, says).into_iter().take(MOST_MARKED).enumerate() {
            let found = dates::read(text, order);
            let begins = text.as_ptr() as usize - page.text.as_ptr() as usize;
            let side = if place.is_behind(begins) {
                to
            } else {
                MARKED_BEFORE
            };
            note(seen, found.published, side, at);
            note(seen, found.modified, MARKED_CHANGED, at);
        }
        let far = place
            .behind(page, says)
            .into_iter()
            .filter(|text| dates::is_dated(text));
        for (at, text) in far.take(MOST_MARKED).enumerate() {
            note(seen, dates::read(text, order).published, MARKED_FAR, at);
        }
    }
}

fn note(seen: &mut Seen, day: Option<Day>, place: usize, value: usize) {
    if let Some(day) = day {
        seen.note(day, place, value);
    }
}

/// Lines before and behind the headline that may give a day of the article.
const BEFORE: usize = 8;
const BEHIND: usize = 24;

/// Lines around the headline's.
fn around(start: usize) -> std::ops::Range<usize> {
    start.saturating_sub(BEFORE)..start + BEHIND
}

/// On which side of the headline a line stands.
fn side(line: usize, start: usize) -> usize {
    if line >= start { LINE_BEHIND } else { LINE_BEFORE }
}

/// Further lines that are looked at: those that begin with what their day is, those that say it somewhere, those that are
/// little but a day. The first few are the article's, if any are.
const MOST_SIGNED: usize = 12;
const MOST_TOLD: usize = 6;
const MOST_ALONE: usize = 8;

/// Bytes of a line that is little but a day.
const SHORT: usize = 30;

fn lines(page: &Page, place: Place, order: Order, seen: &mut Seen) {
    let Some(start) = place.line else { return };
    for line in around(start).take_while(|&line| line < page.lines.len()) {
        let found = dates::labelled(page, line, order);
        let far = line.abs_diff(start);
        note(seen, found.published, side(line, start), far);
        note(seen, found.published.filter(|_| found.is_told), LINE_FIRST, far);
        note(seen, found.modified, LINE_CHANGED, far);
    }
    let rest = page.lines.iter().skip(start + BEHIND);
    let rest = rest.map(|line| line.span.of(&page.text));
    let (mut signed, mut told, mut alone) = (0, 0, 0);
    for text in rest.filter(|text| text.len() < LONGEST / 2 && dates::is_dated(text)) {
        let found = dates::read(text, order);
        if dates::is_told(text) && signed < MOST_SIGNED {
            note(seen, found.published, SIGNED, signed);
            note(seen, found.modified, SIGNED_CHANGED, signed);
            signed += usize::from(found.published.or(found.modified).is_some());
        } else if found.is_told && told < MOST_TOLD {
            note(seen, found.published, TOLD, told);
            told += usize::from(found.published.is_some());
        }
        if text.len() < SHORT && alone < MOST_ALONE {
            note(seen, found.published, ALONE, alone);
            alone += usize::from(found.published.is_some());
        }
    }
}

/// How data names a day of publication that is not JSON-LD.
const STORES: &[&str] = &["\"publish", "\"datePublished", "\"firstPublish"];

/// Values of each name that are looked at.
const MOST_STORED: usize = 3;

/// Bytes in which a name and its value stand.
const REACH: usize = 60;

/// Days that data of the page's scripts gives under such a name.
fn stored(page: &Page, order: Order, seen: &mut Seen) {
    let data = page.data.iter().filter(|(linked, _)| !linked);
    let named = data.flat_map(|(_, data)| {
        let all = STORES
            .iter()
            .map(|name| data.match_indices(name).take(MOST_STORED));
        all.flatten().map(|(at, _)| &data[at + 1..])
    });
    let values = named.filter_map(|rest| {
        let end = rest.char_indices().nth(REACH).map_or(rest.len(), |(end, _)| end);
        let (_, value) = rest[..end].split_once("\":\"")?;
        days::day(value.split('"').next()?, order)
    });
    for (at, day) in values.enumerate() {
        seen.note(day, STORED, at);
    }
}

/// Takes for one what is the same day in figures, where data gives it with the year first: a page in English that prints
/// 9/5/2031 may mean either.
fn turn(seen: &mut Seen, page: &Page, told: &Told) {
    let published = PUBLISHED.iter().filter_map(|name| fields::meta(page, name));
    let data = told.published.as_deref().into_iter().chain(published);
    let times = page
        .times
        .iter()
        .take(MOST_TIMES)
        .map(|(_, value)| value.as_str());
    let year_first = |text: &&str| text.len() > 4 && text.bytes().take(4).all(|b| b.is_ascii_digit());
    let sure: Vec<Day> = data
        .chain(times)
        .filter(year_first)
        .filter_map(|text| days::day(text, Order::MonthFirst))
        .collect();
    let turned = |day: Day| {
        let twin = sure.iter().find(|&&other| dates::is_turned(day, other))?;
        (!sure.contains(&day) && day.day != day.month).then_some(*twin)
    };
    let mut at = 0;
    while let Some((day, row)) = seen.seen.get(at).copied() {
        let Some(twin) = turned(day) else {
            at += 1;
            continue;
        };
        seen.seen.remove(at);
        for (place, &value) in row.iter().enumerate().filter(|(_, value)| **value < NOWHERE) {
            seen.note(twin, place, value as usize);
        }
    }
}

/// What days have to do with each other.
fn relate(seen: &mut Seen, url: Option<&str>, page: &Page) {
    let number = |day: Day| calendar::number(day).unwrap_or(0);
    let days: Vec<Day> = seen.seen.iter().map(|(day, _)| *day).collect();
    let best = |place: usize| {
        let named = seen.seen.iter().filter(|(_, row)| row[place] < NOWHERE);
        named
            .min_by_key(|(_, row)| row[place])
            .map(|(day, _)| number(*day))
    };
    let anchors = ANCHORS.map(best);
    let nearest = NEAREST.map(|place| seen.least(place));
    let language = match page.language.as_deref().unwrap_or("").get(..2) {
        Some("en") => 0,
        Some("de") => 1,
        None => 2,
        _ => 3,
    };
    let last = days.iter().map(|&day| number(day)).max().unwrap_or(0);
    for (day, row) in &mut seen.seen {
        let own = number(*day);
        let count = |is: &dyn Fn(i32) -> bool| days.iter().filter(|&&other| is(number(other))).count() as i16;
        let turned = |other: &Day| dates::is_turned(*day, *other) && other.day != other.month;
        let agreeing = row[..PLACES].iter().filter(|&&near| near < NOWHERE).count() as i16;
        let others = [
            count(&|other| other < own),
            count(&|other| other > own),
            days.len() as i16,
            i16::from(days.iter().any(turned)),
            language,
            in_address(*day, url),
            gap(own - last),
            agreeing,
        ];
        let gaps = anchors.map(|anchor| anchor.map_or(NOWHERE, |anchor| gap(own - anchor)));
        let all = gaps.into_iter().chain(nearest).chain(others);
        for (cell, value) in row[PLACES..].iter_mut().zip(all) {
            *cell = value;
        }
    }
}

/// How much of a day stands in the address: nothing, its year, or its month as well.
fn in_address(day: Day, url: Option<&str>) -> i16 {
    let (Some(url), Some(year)) = (url, day.year) else {
        return 0;
    };
    let path = url.splitn(4, '/').nth(3).unwrap_or("");
    let mut numbers = path
        .split(|c: char| !c.is_ascii_digit())
        .map(|part| part.parse::<i16>().unwrap_or(0));
    if !numbers.any(|number| number == year) {
        return 0;
    }
    if numbers.next() == Some(day.month.into()) {
        2
    } else {
        1
    }
}

/// Days between two days as steps that grow, with their sign: a time zone, a week, a month, a year.
fn gap(days: i32) -> i16 {
    let steps = match days.unsigned_abs() {
        0 => 0,
        1 => 1,
        2..=7 => 2,
        8..=31 => 3,
        32..=366 => 4,
        _ => 5,
    };
    steps * days.signum() as i16
}
