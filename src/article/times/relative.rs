//! Times that hang on the day of writing: "last week", "Wednesday", "overnight", "later this year", "now".

use super::meaning::Year;
use super::meaning::{Expression, Hour, Meaning, Origin, Turn, plain};
use super::vocabulary::{Unit, month, part, season, unit, weekday};
use super::words::Words;

/// Words that place a time by themselves.
const SINGLE: &[(&[&str], Meaning)] = &[
    (&["the", "day", "before", "yesterday"], day(-2)),
    (&["the", "day", "after", "tomorrow"], day(2)),
    (&["yesterday"], day(-1)),
    (&["today"], day(0)),
    (&["tomorrow"], day(1)),
    (&["now"], Meaning::Reference("PRESENT_REF")),
    (&["nowadays"], Meaning::Reference("PRESENT_REF")),
    (&["currently"], Meaning::Reference("PRESENT_REF")),
    (&["current"], Meaning::Reference("PRESENT_REF")),
    (&["at", "present"], Meaning::Reference("PRESENT_REF")),
    (&["recently"], Meaning::Reference("PAST_REF")),
    (&["in", "the", "past"], Meaning::Reference("PAST_REF")),
    (&["the", "future"], Meaning::Reference("FUTURE_REF")),
    (&["the", "near", "future"], Meaning::Reference("FUTURE_REF")),
    (
        &["the", "foreseeable", "future"],
        Meaning::Reference("FUTURE_REF"),
    ),
    (&["the", "near", "term"], Meaning::Reference("FUTURE_REF")),
    (&["the", "short", "term"], Meaning::Reference("FUTURE_REF")),
    (&["soon"], Meaning::Reference("FUTURE_REF")),
    (
        &["the", "latest", "quarter"],
        Meaning::LatestQuarter {
            years_back: 0,
            over: true,
        },
    ),
    (
        &["the", "latest", "period"],
        Meaning::LatestQuarter {
            years_back: 0,
            over: true,
        },
    ),
    (&["these", "days"], Meaning::Reference("PRESENT_REF")),
    (
        &["the", "full", "year"],
        Meaning::Unit {
            unit: Unit::Year,
            shift: 0,
        },
    ),
    (
        &["the", "quarter"],
        Meaning::LatestQuarter {
            years_back: 0,
            over: false,
        },
    ),
];

const fn day(shift: i32) -> Meaning {
    Meaning::Unit {
        unit: Unit::Day,
        shift,
    }
}

/// A relative time that begins at word `start`.
pub(super) fn relative(words: &Words, start: usize) -> Option<Expression> {
    tonight(words, start)
        .or_else(|| single(words, start))
        .or_else(|| end_of(words, start))
        .or_else(|| shaded(words, start))
        .or_else(|| turned(words, start))
        .or_else(|| bare_weekday(words, start))
}

/// "tonight", "overnight", "last night".
fn tonight(words: &Words, start: usize) -> Option<Expression> {
    let night = |end, shift| {
        let hour = Some(Hour::Part("NI"));
        Some(Expression {
            end,
            meaning: day(shift),
            hour,
        })
    };
    match words.at(start) {
        "tonight" | "overnight" => night(start + 1, 0),
        "last" if words.at(start + 1) == "night" => night(start + 2, -1),
        _ => None,
    }
}

fn single(words: &Words, start: usize) -> Option<Expression> {
    if words.at(start) == "future" && is_own_future(words, start) {
        return plain(start + 1, Meaning::Reference("FUTURE_REF"));
    }
    let first = words.at(start);
    let mut all = SINGLE.iter().filter(|(phrase, _)| phrase.first() == Some(&first));
    let (phrase, meaning) = all.find(|(phrase, _)| words.reads(start, phrase))?;
    let end = start + phrase.len();
    if is_story_adverb(words, start, end) {
        return None;
    }
    // "as soon as", "sooner", "now that": other words.
    let other = words.at(start) == "soon" && (words.before(start, 1) == "as" || words.at(end) == "as")
        || words.at(start) == "in" && amount_or_unit(words, end)
        || words.joins(end)
        || is_of_its_time(words, start, end);
    if other {
        return None;
    }
    let (end, hour) =
        part_behind(words, end).map_or((end, None), |(end, part)| (end, Some(Hour::Part(part))));
    Some(Expression {
        end,
        meaning: meaning.clone(),
        hour,
    })
}

/// "the boy's future", not "its future owner": the noun.
fn is_own_future(words: &Words, at: usize) -> bool {
    const OWNERS: &[&str] = &["'s", "'", "his", "her", "its", "their", "our", "my", "your"];
    OWNERS.contains(&words.before(at, 1)) && ends_phrase(words, at + 1)
}

/// Whether the word before `at` is no part of a longer noun.
fn ends_phrase(words: &Words, at: usize) -> bool {
    const BEHIND: &[&str] = &[
        "", ".", ",", ";", "?", "and", "or", "in", "at", "is", "was", "as", "but", "with", "if", "on",
        "after", "away", "to", "from", "of", "when", "that", "will", "would", "by", "than", "for", "under",
        "depends", "are", "have", "do", "want", "need", "can", "what", "where", "who", "the", "_",
    ];
    BEHIND.contains(&words.at(at))
}

/// "today's youth", "today's young people", "the leaders of tomorrow": those of an age, not of a day.
fn is_of_its_time(words: &Words, start: usize, end: usize) -> bool {
    const WHO: &[&str] = &[
        "youth",
        "young",
        "generation",
        "children",
        "kids",
        "teenagers",
        "people",
        "women",
        "leaders",
        "world",
        "society",
    ];
    let who = |at| WHO.contains(&words.at(at));
    if words.at(end) == "'s" {
        let noun = end + 1 + usize::from(words.at(end + 1) == "young");
        return who(noun) && ends_phrase(words, noun + 1);
    }
    words.before(start, 1) == "of" && start > 1 && who(start - 2)
}

/// "soon after the vote", "he was soon released": told of the story, not of the day of writing. "Most recently in May"
/// ranks what is dated behind it.
fn is_story_adverb(words: &Words, start: usize, end: usize) -> bool {
    let (before, next) = (words.before(start, 1), words.at(end));
    match words.at(start) {
        "soon" => {
            matches!(next, "after" | "became" | "afterwards") || matches!(before, "was" | "were" | "had")
        }
        "recently" => before == "most" && matches!(next, "in" | "on" | "last" | "at" | "this"),
        _ => false,
    }
}

/// Whether "in the past" goes on: "in the past three months".
fn amount_or_unit(words: &Words, at: usize) -> bool {
    let vague = matches!(words.at(at), "few" | "several" | "couple" | "half");
    vague || unit(words.at(at)).is_some() || super::cardinal::amount(words, at).is_some()
}

/// "night" behind a day: "Wednesday night".
fn part_behind(words: &Words, at: usize) -> Option<(usize, &'static str)> {
    part(words.at(at)).map(|part| (at + 1, part))
}

/// "the end of this week", "the start of 2024", "year-end": read as the period.
fn end_of(words: &Words, start: usize) -> Option<Expression> {
    if let Some(end) = year_end(words, start) {
        return plain(
            end,
            Meaning::Unit {
                unit: Unit::Year,
                shift: 0,
            },
        );
    }
    let edge = ["end", "start", "beginning", "middle", "rest", "turn"];
    let at = start + usize::from(words.at(start) == "the");
    if !edge.contains(&words.at(at)) || words.at(at + 1) != "of" {
        return None;
    }
    if words.at(at + 2) == "the" {
        let (unit, _, plural) = unit(words.at(at + 3))?;
        let whole = !plural
            && matches!(
                unit,
                Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century
            );
        return whole
            .then_some(())
            .and_then(|()| plain(at + 4, Meaning::Unit { unit, shift: 0 }));
    }
    super::dates::date(words, at + 2).or_else(|| turned(words, at + 2))
}

/// "year-end", "year end", "year's end": the word behind it.
fn year_end(words: &Words, start: usize) -> Option<usize> {
    let own = start + 1 + usize::from(words.at(start + 1) == "'s");
    let at = words.past_hyphen(own);
    let ends = matches!(words.at(start), "year" | "year's") && words.at(at) == "end";
    ends.then_some(at + 1)
}

/// "earlier this year", "late last month", "early Tuesday", "later Wednesday".
fn shaded(words: &Words, start: usize) -> Option<Expression> {
    let shade = matches!(words.at(start), "early" | "earlier" | "late" | "later" | "mid");
    shade.then_some(())?;
    let at = words.past_hyphen(start + 1);
    if weekday(words.at(at)).is_some() {
        return bare_weekday(words, at);
    }
    if words.at(at) == "yesterday" || words.at(at) == "today" {
        return single(words, at);
    }
    if words.reads(at, &["in", "the"])
        && let Some((unit @ (Unit::Week | Unit::Month | Unit::Year), _, false)) = unit(words.at(at + 2))
    {
        return plain(at + 3, Meaning::Unit { unit, shift: 0 });
    }
    if words.at(start) == "mid"
        && let Some(part) = part(words.at(at))
    {
        return Some(mid_part(words, at + 1, part));
    }
    let inner = turned(words, at);
    let named = || {
        super::dates::date(words, at)
            .filter(|e| matches!(e.meaning, Meaning::Month { .. } | Meaning::Season { .. }))
    };
    inner.or_else(named)
}

/// "mid-afternoon", "mid-morning on Tuesday".
fn mid_part(words: &Words, end: usize, part: &'static str) -> Expression {
    let at = end + usize::from(words.at(end) == "on");
    let day = single(words, at).or_else(|| bare_weekday(words, at));
    let (end, meaning) = day.map_or((end, Meaning::ContextDay { shift: 0 }), |d| (d.end, d.meaning));
    Expression {
        end,
        meaning,
        hour: Some(Hour::Part(part)),
    }
}

/// "last week", "this summer", "next Friday", "the coming year", "this morning".
fn turned(words: &Words, start: usize) -> Option<Expression> {
    let at = start + usize::from(words.at(start) == "the");
    let the = at > start;
    let turn = match words.at(at) {
        "last" | "past" | "previous" => Turn::Last,
        "this" | "current" => Turn::This,
        "next" | "coming" => Turn::Next,
        _ => return None,
    };
    let noun = at + 1;
    let word = words.at(noun);
    let year = Year::Turn(turn);
    if is_title(words, at) {
        return None;
    }
    if let Some(day) = weekday(word).filter(|_| words.capital(noun) && word.len() > 3) {
        // "the previous Friday" is counted from the day that the story is at.
        if the && words.at(at) == "previous" {
            let ahead = false;
            return Some(with_part(words, noun + 1, Meaning::ContextWeekday { day, ahead }));
        }
        // "this coming Sunday" is the nearest ahead, "next Sunday" that of the next week.
        let turn = if words.at(at) == "coming" {
            Turn::This
        } else {
            turn
        };
        return Some(with_part(words, noun + 1, Meaning::Weekday { day, turn }));
    }
    if let Some(month) = month(word).filter(|_| words.capital(noun)) {
        // "last Oct. 23": the last day of that name, however near the next one is.
        if let Some(found) = super::dates::date(words, noun)
            && let Meaning::Day {
                year: None,
                month,
                day,
            } = found.meaning
        {
            let meaning = Meaning::LastDay { month, day };
            return (turn == Turn::Last).then_some(Expression { meaning, ..found });
        }
        return plain(noun + 1, Meaning::Month { year, month });
    }
    if let Some(season) = season(word) {
        return plain(noun + 1, Meaning::Season { year, season });
    }
    if let (Some(part), Turn::This) = (part(word), turn) {
        return Some(Expression {
            end: noun + 1,
            meaning: day(0),
            hour: Some(Hour::Part(part)),
        });
    }
    turned_unit(words, noun, turn, the)
}

/// "This Week" with capitals behind a quotation mark: the name of a programme.
fn is_title(words: &Words, at: usize) -> bool {
    words.capital(at)
        && words.capital(at + 1)
        && unit(words.at(at + 1)).is_some()
        && matches!(words.before(at, 1), "\"" | "“" | "'" | "‘" | "`")
}

fn turned_unit(words: &Words, noun: usize, turn: Turn, the: bool) -> Option<Expression> {
    let past = matches!(words.before(noun, 1), "past" | "previous" | "coming" | "current");
    let fiscal = usize::from(matches!(words.at(noun), "fiscal" | "financial" | "calendar"));
    let (unit, _, plural) = unit(words.at(noun + fiscal))?;
    if plural || unit <= Unit::Hour || past && !the {
        return None;
    }
    let end = noun + fiscal + 1;
    // "the past decade" is the ten years up to now, "the last decade" the one of the calendar.
    // "for the last week" tells how long.
    let lasts = the && turn == Turn::Last && words.before(noun, 3) == "for" && fiscal == 0;
    let ages = matches!(unit, Unit::Decade | Unit::Century) && words.before(noun, 1) == "past";
    if ages || lasts && words.before(noun, 1) != "previous" {
        let count = Some(1.0);
        return plain(end, Meaning::Length { unit, count });
    }
    let shift = match turn {
        Turn::Last => -1,
        Turn::Next => 1,
        Turn::This | Turn::Bare => 0,
    };
    if unit == Unit::Day {
        // "the next day" is told of the story, not of the day of writing; "this day" of neither.
        return (the && shift != 0)
            .then_some(())
            .and_then(|()| plain(end, Meaning::ContextDay { shift }));
    }
    plain(end, Meaning::Unit { unit, shift })
}

pub(super) fn with_part(words: &Words, end: usize, meaning: Meaning) -> Expression {
    let (end, hour) =
        part_behind(words, end).map_or((end, None), |(end, part)| (end, Some(Hour::Part(part))));
    Expression { end, meaning, hour }
}

/// "Wednesday", "Wednesday night"; not the "Sunday Times", "Good Friday" or "Sat".
pub(super) fn bare_weekday(words: &Words, start: usize) -> Option<Expression> {
    const PAPERS: &[&str] = &[
        "times",
        "telegraph",
        "mirror",
        "express",
        "mail",
        "herald",
        "post",
        "people",
        "world",
        "service",
        "league",
    ];
    const FEASTS: &[&str] = &[
        "good", "black", "ash", "super", "bloody", "cyber", "palm", "easter", "holy", "fat",
    ];
    let day = weekday(words.at(start)).filter(|_| words.capital(start) && words.at(start).len() > 5)?;
    let paper = words.capital(start + 1) && PAPERS.contains(&words.at(start + 1));
    let feast = start > 0 && words.capital(start - 1) && FEASTS.contains(&words.before(start, 1));
    // The Monday of "Monday and Tuesday nights" recurs.
    let recurs = super::lengths::plural_part(words, start).is_some();
    (!paper && !feast && !recurs).then(|| {
        with_part(
            words,
            start + 1,
            Meaning::Weekday {
                day,
                turn: Turn::Bare,
            },
        )
    })
}

/// "year-earlier", "year-ago" before what is compared.
pub(super) fn year_earlier(words: &Words, start: usize) -> Option<Expression> {
    let at = start + usize::from(matches!(words.at(start), "the" | "a"));
    if words.at(at) != "year" || !words.joins(at + 1) || !matches!(words.at(at + 2), "earlier" | "ago") {
        return None;
    }
    let period = usize::from(matches!(words.at(at + 3), "quarter" | "period"));
    let quarter = words.at(at + 3) == "quarter";
    let meaning = if quarter {
        Meaning::LatestQuarter {
            years_back: 1,
            over: false,
        }
    } else {
        Meaning::Shift {
            unit: Unit::Year,
            count: Some(1.0),
            origin: Origin::Anchor,
            ahead: false,
        }
    };
    plain(at + 3 + period, meaning)
}
