//! Tokens that begin with a figure: "25", "1,000.5", "3-1/2", "2025-08-07", "14:05", "1990s", "3m".

use super::tokens::Source;

/// Where the number that begins at `at` ends.
pub(super) fn end(source: &Source<'_>, at: usize) -> usize {
    if let Some(end) = iso_date(source, at).or_else(|| mixed_fraction(source, at)) {
        return end;
    }
    let mut end = at;
    loop {
        end = source.run(end, char::is_numeric);
        let next = source.at(end);
        // A separator belongs to the number only with figures on both sides: "1,000", "14:05", "9/11", "07.08.2025".
        if matches!(next, ',' | '.' | ':' | '/' | '⁄') && source.at(end + next.len_utf8()).is_numeric() {
            end += next.len_utf8();
        } else {
            break;
        }
    }
    // "1990s", "3rd", "10am", "5G", "3m": what is written as one word stays one.
    source.run(end, |c| {
        c.is_alphanumeric() && !crate::text::class::is_unspaced_script(c)
    })
}

/// "2025-08-07" is one date, not two subtractions.
fn iso_date(source: &Source<'_>, at: usize) -> Option<usize> {
    let date = source.text.as_bytes().get(at..at + 10)?;
    let fits = date.iter().enumerate().all(|(index, byte)| match index {
        4 | 7 => *byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    let end = at + 10;
    // A time of day may follow as in "2025-08-07T14:05"; it is left to the next token.
    (fits && !source.at(end).is_ascii_digit()).then_some(end)
}

/// "3-1/2": a whole, a hyphen and a fraction.
fn mixed_fraction(source: &Source<'_>, at: usize) -> Option<usize> {
    let digits = |at: usize| {
        let end = source.run(at, |c| c.is_ascii_digit());
        (end > at).then_some(end)
    };
    let sign = digits(at)?;
    if source.at(sign) != '-' {
        return None;
    }
    let slash = digits(sign + 1)?;
    if source.at(slash) != '/' {
        return None;
    }
    let end = digits(slash + 1)?;
    (!source.at(end).is_alphanumeric() && source.at(end) != '/').then_some(end)
}
