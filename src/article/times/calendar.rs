//! Days of the Gregorian calendar as numbers. No clock: "today" is never known here.

use crate::article::document::Day;

/// Days since 1 January 1970 of a day whose year is known, after H. Hinnant's `days_from_civil`.
pub fn number(day: Day) -> Option<i32> {
    let (month, date) = (i32::from(day.month), i32::from(day.day));
    let year = i32::from(day.year?) - i32::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + date - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    Some(era * 146_097 + day_of_era - 719_468)
}

/// The day with this number; the inverse of [`number`].
pub fn day(number: i32) -> Day {
    let shifted = number + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let date = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    };
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    Day {
        year: Some(year as i16),
        month: month as u8,
        day: date as u8,
    }
}

/// Monday 1 to Sunday 7, as ISO 8601 counts.
pub fn weekday(number: i32) -> u8 {
    ((number + 3).rem_euclid(7) + 1) as u8
}

/// ISO 8601 year and week of a day.
pub fn week(number: i32) -> (i16, u8) {
    let thursday = number + 4 - i32::from(weekday(number));
    let year = day(thursday).year.unwrap_or_default();
    let first = self::number(Day {
        year: Some(year),
        month: 1,
        day: 1,
    })
    .unwrap_or(thursday);
    (year, ((thursday - first) / 7 + 1) as u8)
}

/// Whether such a day exists; without a year 29 February does.
pub fn exists(day: Day) -> bool {
    let leap = day
        .year
        .is_none_or(|y| y % 4 == 0 && (y % 100 != 0 || y % 400 == 0));
    let length = match day.month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u8::from(leap),
        1..=12 => 31,
        _ => 0,
    };
    (1..=length).contains(&day.day)
}

/// The day that is written "2025-08-06", where there is such a day.
pub fn day_of(iso: &str) -> Option<Day> {
    let mut parts = iso.split('-');
    let mut number = |digits: usize| {
        let part = parts.next()?;
        let plain = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| part.parse::<i16>().ok())?
    };
    let day = Day {
        year: Some(number(4)?),
        month: number(2)? as u8,
        day: number(2)? as u8,
    };
    (parts.next().is_none() && exists(day)).then_some(day)
}

/// ISO 8601, with X for an unknown year: "2025-08-06", "XXXX-03-14".
pub fn iso(day: Day) -> String {
    match day.year {
        Some(year) => format!("{year:04}-{:02}-{:02}", day.month, day.day),
        None => format!("XXXX-{:02}-{:02}", day.month, day.day),
    }
}
