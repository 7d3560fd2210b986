//! Times of day: "3 p.m.", "10:35 a.m. GMT", "noon", "1430 GMT".

use super::meaning::Hour;
use super::vocabulary::ZONES;
use super::words::Words;

/// The time on the clock at word `start` and the word behind it, with its zone.
pub(super) fn clock(words: &Words, start: usize) -> Option<(usize, Hour)> {
    // "2:04:15" is a record, whichever part is read.
    if words.glued(start) && words.before(start, 1) == ":" {
        return None;
    }
    let (end, hour) = named(words, start)
        .or_else(|| twelve(words, start))
        .or_else(|| twenty_four(words, start))?;
    Some((zone(words, end), hour))
}

fn named(words: &Words, start: usize) -> Option<(usize, Hour)> {
    if words.at(start) == "12" && matches!(words.at(start + 1), "noon" | "midday" | "midnight") {
        return named(words, start + 1);
    }
    match words.at(start) {
        // "High noon" is a figure of speech, or a film.
        "noon" | "midday" if words.before(start, 1) != "high" => Some((start + 1, Hour::Clock(12, 0))),
        "midnight" => Some((start + 1, Hour::Clock(24, 0))),
        _ => None,
    }
}

/// Hour and minute at `at`: "3", "3:30", "3.30"; and the word behind.
fn hour_minute(words: &Words, at: usize) -> Option<(usize, u8, u8, bool)> {
    let word = words.at(at);
    if let Some((hour, minute)) = word.split_once('.') {
        let (hour, minute) = (
            hour.parse().ok()?,
            (minute.len() == 2).then(|| minute.parse().ok())??,
        );
        return Some((at + 1, hour, minute, true));
    }
    let hour = word.parse().ok()?;
    let colon = words.at(at + 1) == ":" && words.glued(at + 1) && words.glued(at + 2);
    if colon && words.at(at + 2).len() == 2 {
        return Some((at + 3, hour, words.at(at + 2).parse().ok()?, true));
    }
    Some((at + 1, hour, 0, false))
}

/// "3 p.m.", "10:35am", "8 o'clock".
fn twelve(words: &Words, start: usize) -> Option<(usize, Hour)> {
    let (at, hour, minute, _) = words.figures(start).then(|| hour_minute(words, start))??;
    let valid = (1..=12).contains(&hour) && minute < 60;
    let (end, later) = half_of_day(words, at)?;
    let hour = match (later, hour % 12) {
        (true, hour) => hour + 12,
        (false, hour) => hour,
    };
    valid.then_some((end, Hour::Clock(hour, minute)))
}

/// Behind the hour: whether it is after noon, and the word behind "p.m." in whatever way it was cut.
fn half_of_day(words: &Words, at: usize) -> Option<(usize, bool)> {
    match words.at(at) {
        "am" => Some((at + 1, false)),
        "pm" => Some((at + 1, true)),
        "o'clock" => {
            let later = words.reads(at + 1, &["in", "the", "afternoon"])
                || words.reads(at + 1, &["in", "the", "evening"]);
            Some((at + 1, later))
        }
        "in" if words.at(at + 1) == "the" => {
            let part = words.at(at + 2);
            matches!(part, "morning" | "afternoon" | "evening").then_some((at + 3, part != "morning"))
        }
        half @ ("a" | "p") if words.at(at + 1) == "." && words.at(at + 2) == "m" => {
            let stop = usize::from(words.at(at + 3) == "." && words.glued(at + 3));
            Some((at + 3 + stop, half == "p"))
        }
        _ => None,
    }
}

/// "14:30", "1430 GMT".
fn twenty_four(words: &Words, start: usize) -> Option<(usize, Hour)> {
    words.figures(start).then_some(())?;
    let word = words.at(start);
    if word.len() == 4 && ZONES[..2].contains(&words.at(start + 1)) {
        let (hour, minute): (u8, u8) = (word.get(..2)?.parse().ok()?, word.get(2..)?.parse().ok()?);
        return (hour < 24 && minute < 60).then_some((start + 1, Hour::Clock(hour, minute)));
    }
    let (end, hour, minute, exact) = hour_minute(words, start)?;
    let point = word.contains('.');
    // "2:1" is a score and "3:45:10" a record; "14.30" needs its zone.
    let zoned = ZONES[..2].contains(&words.at(end));
    let more = words.at(end) == ":" && words.glued(end);
    let valid = exact && hour < 24 && minute < 60 && !more && (!point || zoned);
    valid.then_some((end, Hour::Clock(hour, minute)))
}

/// The word behind the zone, if one follows.
fn zone(words: &Words, end: usize) -> usize {
    if words.reads(end, &["local", "time"]) {
        return end + 2;
    }
    let upper = words.raw(end).chars().next().is_some_and(char::is_uppercase);
    if !upper || !ZONES.contains(&words.at(end)) {
        return end;
    }
    let time = usize::from(matches!(words.at(end + 1), "time"));
    end + 1 + time
}
