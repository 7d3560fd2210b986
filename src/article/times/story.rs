//! Times that hang on the story, not on the day of writing: "the following day", "that year", "the day after Christmas".

use super::dates::date;
use super::grammar::is_day;
use super::meaning::{Expression, Hour, Meaning, plain};
use super::relative::{relative, with_part};
use super::vocabulary::{Unit, part, unit, weekday};
use super::words::Words;

/// A time of the story that begins at word `start`.
pub(super) fn story(words: &Words, start: usize) -> Option<Expression> {
    if !matches!(
        words.at(start),
        "the" | "that" | "later" | "earlier" | "early" | "late"
    ) {
        return None;
    }
    beside(words, start)
        .or_else(|| neighbour(words, start))
        .or_else(|| this_side(words, start))
        .or_else(|| part_alone(words, start))
}

/// "the day after Christmas", "the day before last Tuesday's hearing".
fn beside(words: &Words, start: usize) -> Option<Expression> {
    words.reads(start, &["the", "day"]).then_some(())?;
    let shift = match words.at(start + 2) {
        "before" => -1,
        "after" => 1,
        _ => return None,
    };
    let found = date(words, start + 3).or_else(|| relative(words, start + 3))?;
    let single = is_day(&found.meaning) || matches!(found.meaning, Meaning::Feast { .. });
    let day = Box::new(found.meaning);
    (single && found.hour.is_none())
        .then_some(())
        .and_then(|()| plain(found.end, Meaning::Beside { day, shift }))
}

/// "the following day", "that same month", "later that year", "the next morning"; a bare "that day" is left to the story.
fn neighbour(words: &Words, start: usize) -> Option<Expression> {
    let shaded = usize::from(matches!(words.at(start), "later" | "earlier" | "early" | "late"));
    let first = start + shaded;
    let that = words.at(first) == "that";
    let (at, shift) = match (words.at(first), words.at(first + 1)) {
        ("the", "following") => (first + 2, 1),
        ("the", "next") if part(words.at(first + 2)).is_some() => (first + 2, 1),
        ("the" | "that", "same") => (first + 2, 0),
        ("that", _) => (first + 1, 0),
        _ => return None,
    };
    let noun = words.at(at);
    if let (Some(day), 1) = (weekday(noun).filter(|_| words.capital(at)), shift) {
        return Some(with_part(
            words,
            at + 1,
            Meaning::ContextWeekday { day, ahead: true },
        ));
    }
    if let Some(part) = part(noun) {
        let hour = Some(Hour::Part(part));
        return Some(Expression {
            end: at + 1,
            meaning: Meaning::ContextDay { shift },
            hour,
        });
    }
    // "that month-old truce", "that quarter of the fleet".
    if words.joins(at + 1) || noun == "quarter" && words.at(at + 1) == "of" {
        return None;
    }
    match unit(noun)? {
        (Unit::Day, _, false) if shift == 0 && (!that || shaded > 0 || at > first + 1) => plain(
            at + 1,
            Meaning::Told {
                unit: Unit::Day,
                shift,
            },
        ),
        (Unit::Day, _, false) if shift != 0 => plain(at + 1, Meaning::ContextDay { shift }),
        (unit @ (Unit::Month | Unit::Quarter | Unit::Year), _, false) => {
            plain(at + 1, Meaning::Told { unit, shift })
        }
        _ => None,
    }
}

/// "the weekend", "the year" that the article is written in.
fn this_side(words: &Words, start: usize) -> Option<Expression> {
    let unit = match (words.at(start), words.at(start + 1)) {
        ("the" | "that", "weekend") => Unit::Weekend,
        // "for the year ended March 31" is a length.
        ("the", "year")
            if matches!(words.before(start, 1), "of" | "for")
                && !matches!(words.at(start + 2), "ended" | "ending" | "ends") =>
        {
            Unit::Year
        }
        _ => return None,
    };
    plain(start + 2, Meaning::Unit { unit, shift: 0 })
}

/// "in the morning", "Wednesday's evening session" is not one.
fn part_alone(words: &Words, start: usize) -> Option<Expression> {
    if words.at(start) != "the" || !matches!(words.before(start, 1), "in" | "during") {
        return None;
    }
    let part = part(words.at(start + 1))?;
    let hour = Some(Hour::Part(part));
    Some(Expression {
        end: start + 2,
        meaning: Meaning::ContextDay { shift: 0 },
        hour,
    })
}
