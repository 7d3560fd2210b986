//! Days as pages write them, in any of the languages whose months are listed: "5 September 2031", "05.09.31",
//! "le 5 septembre 2031", "Sept. 5th, 2031", "2031-09-05T08:00+02:00". "3 hours ago" is no day: nobody knows when the
//! page was saved.

use crate::article::document::Day;
use crate::article::times::calendar;

/// Month names, a line a month: its number, then forms of it in lower case.
static MONTHS: &str = include_str!("months.tsv");

/// Characters of a text in which a day is looked for: more than any line of fields has.
const MOST: usize = 200;

/// Which of two numbers before a year is the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// 9/5/2031 is in September.
    MonthFirst,
    /// 9/5/2031 is in May.
    DayFirst,
}

impl Order {
    /// What a language tag and an address say: of English only that of America puts the month first.
    pub(super) fn of(language: Option<&str>, url: Option<&str>) -> Self {
        let language = language.unwrap_or("en");
        let host = url
            .and_then(|url| url.split('/').nth(2))
            .unwrap_or("")
            .trim_end_matches('.');
        let british = url.is_some_and(|url| url.contains("/en-gb/"))
            || ["-gb", "-au", "-nz", "-ie", "-in", "-za"]
                .iter()
                .any(|end| language.ends_with(end))
            || [".uk", ".au", ".nz", ".ie", ".in", ".za"]
                .iter()
                .any(|end| host.ends_with(end));
        if language.starts_with("en") && !british {
            Self::MonthFirst
        } else {
            Self::DayFirst
        }
    }
}

/// A piece of a text: what days are written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece {
    /// A number and how many figures it has.
    Number(u32, usize),
    Month(u8),
    /// "st", "de", "of": stands inside days.
    Joint,
    Sign(char),
    Word,
}

/// The first day that a text gives, with its year.
pub(super) fn day(text: &str, order: Order) -> Option<Day> {
    let pieces = pieces(text);
    (0..pieces.len()).find_map(|at| match pieces[at] {
        // A number that goes on to the left was looked at from there.
        Piece::Number(..) => numbered(&pieces[at..], order),
        Piece::Month(month) => named(&pieces[at..], month),
        _ => None,
    })
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest: &str = text
        .char_indices()
        .nth(MOST)
        .map_or(text, |(end, _)| &text[..end]);
    while let Some(first) = rest.chars().next() {
        let of = |kind: fn(char) -> bool| rest.find(|c: char| !kind(c)).unwrap_or(rest.len());
        let end = if first.is_ascii_digit() {
            let end = of(|c| c.is_ascii_digit());
            pieces.push(Piece::Number(rest[..end].parse().unwrap_or(u32::MAX), end));
            end
        } else if first.is_alphabetic() && !is_east_asian(first) {
            let end = of(|c| c.is_alphabetic() && !is_east_asian(c));
            pieces.push(word(&rest[..end]));
            end
        } else {
            if !first.is_whitespace() {
                pieces.push(Piece::Sign(first));
            }
            first.len_utf8()
        };
        rest = &rest[end..];
    }
    pieces
}

/// Year, month and day in China and Japan, in Korea.
fn is_east_asian(c: char) -> bool {
    matches!(c, '年' | '月' | '日' | '년' | '월' | '일')
}

fn word(word: &str) -> Piece {
    let lower = word.to_lowercase();
    if let Some(month) = month(&lower) {
        return Piece::Month(month);
    }
    let joint = [
        "st", "nd", "rd", "th", "of", "de", "del", "er", "d", "den", "г", "the",
    ];
    // "T" parts a day from its time, which says nothing about the day.
    if joint.contains(&lower.as_str()) {
        Piece::Joint
    } else {
        Piece::Word
    }
}

/// Whether a word names a month.
pub(super) fn is_month(word: &str) -> bool {
    month(&word.trim_end_matches('.').to_lowercase()).is_some()
}

/// The month that a word in lower case names; short forms have three letters or more.
fn month(lower: &str) -> Option<u8> {
    if lower.chars().count() < 3 {
        return None;
    }
    MONTHS
        .lines()
        .filter(|line| !line.starts_with('#'))
        .find_map(|line| {
            let (number, forms) = line.split_once('\t')?;
            let found = forms.split(' ').any(|form| form == lower);
            found.then(|| number.parse().ok()).flatten()
        })
}

/// A day that begins with a number.
fn numbered(pieces: &[Piece], order: Order) -> Option<Day> {
    let Piece::Number(first, figures) = pieces[0] else {
        return None;
    };
    // 20310905
    if figures == 8 {
        return valid(first / 10_000, first / 100 % 100, first % 100);
    }
    if let [
        Piece::Number(a, _),
        Piece::Sign(sign),
        Piece::Number(b, more),
        Piece::Sign(second),
        Piece::Number(c, last),
        ..,
    ] = *pieces
    {
        let alike = sign == second && matches!(sign, '.' | '/' | '-') || is_east_asian(sign);
        match (figures, more, last) {
            (4, 1..=2, 1..=2) if alike => return valid(a, b, c),
            (1..=2, 1..=2, 4) if alike => return parted(a, b, c, sign, order),
            (_, _, 2) if alike && (sign == '.' || sign == '/' && (figures, more) == (2, 2)) => {
                return parted(a, b, 2000 + c, sign, order);
            }
            _ => {}
        }
    }
    // 5. September 2031, 5th of September, 2031
    let mut rest = pieces[1..].iter().filter(|piece| {
        !matches!(
            piece,
            Piece::Joint | Piece::Sign('.' | ',' | '-' | '/' | 'º' | '\'' | '’')
        )
    });
    let (Some(Piece::Month(month)), Some(&Piece::Number(year, 4))) = (rest.next(), rest.next()) else {
        return None;
    };
    (figures <= 2)
        .then(|| valid(year, u32::from(*month), first))
        .flatten()
}

/// Two numbers and a year: points and hyphens stand behind the day, strokes mean what the language says.
fn parted(a: u32, b: u32, year: u32, sign: char, order: Order) -> Option<Day> {
    if year < ONLINE {
        return None;
    }
    let by_day = valid(year, b, a);
    let by_month = valid(year, a, b);
    if sign == '/' && order == Order::MonthFirst {
        by_month.or(by_day)
    } else {
        by_day.or(by_month)
    }
}

/// September 5, 2031; Sept. 5th 2031.
fn named(pieces: &[Piece], month: u8) -> Option<Day> {
    let mut rest = pieces[1..]
        .iter()
        .filter(|piece| !matches!(piece, Piece::Joint | Piece::Sign('.' | ',' | '-' | '/')));
    let (Some(&Piece::Number(day, 1..=2)), Some(&Piece::Number(year, 4))) = (rest.next(), rest.next()) else {
        return None;
    };
    valid(year, u32::from(month), day)
}

/// The day of an address: "/2031/05/06/", "/20310506-", "/2031-05-06-".
pub(super) fn in_address(url: &str) -> Option<Day> {
    let path = url.splitn(4, '/').nth(3)?;
    let path = path.split(['?', '#']).next().unwrap_or("");
    let numbers: Vec<&str> = path.split(|c: char| !c.is_ascii_digit()).collect();
    let whole = numbers.iter().find(|number| number.len() == 8);
    let eight = whole.and_then(|number| number.parse::<u32>().ok());
    let three = || {
        numbers.windows(3).find_map(|three| match three {
            [year, month, day]
                if year.len() == 4 && (1..=2).contains(&month.len()) && (1..=2).contains(&day.len()) =>
            {
                valid(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
            }
            [day, month, year] if year.len() == 4 && month.len() == 2 && day.len() == 2 => {
                valid(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
            }
            _ => None,
        })
    };
    eight
        .and_then(|n| valid(n / 10_000, n / 100 % 100, n % 100))
        .or_else(three)
}

/// Years of which news is told on the web or in archives.
const YEARS: std::ops::Range<u32> = 1700..2200;

/// The first year of news on the web: of figures that run into others a wrong year is made.
const ONLINE: u32 = 1990;

fn valid(year: u32, month: u32, day: u32) -> Option<Day> {
    let found = Day {
        year: Some(i16::try_from(year).ok()?),
        month: u8::try_from(month).ok()?,
        day: u8::try_from(day).ok()?,
    };
    (YEARS.contains(&year) && calendar::exists(found)).then_some(found)
}
