//! The dateline before the first sentence: "KYIV, Aug 7 (Reuters) - ", and a date glued to it: "date 2025-08-07 ".

use crate::article::document::Day;
use crate::article::segment;
use crate::article::times;
use crate::knowledge::Model;
use crate::text::{Span, class};

/// Bytes in which a dateline ends: "CITY/CITY/CITY, Month 30, 2025 (Associated Press) — " has about seventy.
const LONGEST: usize = 120;

/// A dateline and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dateline {
    /// With its closing dash.
    pub(super) span: Span,
    /// The place, without the date.
    pub(super) place: Option<Span>,
    /// What stands in brackets.
    pub(super) agency: Option<Span>,
    /// The day, often without its year.
    pub(super) day: Option<(Span, Day)>,
}

/// The dateline at the head of the paragraph `span`.
///
/// A place in capitals, an agency in brackets, or a listed place in front of a long dash make one; a sentence
/// ("Moscow - which denies it - said …") does not.
pub(super) fn dateline(text: &str, span: Span, model: &Model) -> Option<Dateline> {
    let piece = span.of(text);
    let (end, behind) = separator(piece)?;
    let (head, agency) = bracketed(&piece[..end]);
    let days = days(head, model);
    let cut = days.first().map_or(head.len(), |(day, _)| day.start());
    let place =
        head[..cut].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '(' | ';' | ':'));
    // "CRANE BAY, Ore." is short for the state.
    let short = place.contains(',') && head[place.len()..].starts_with('.');
    let place = &head[..place.len() + usize::from(short)];
    if !is_place(place, agency.is_some(), model) && !is_told(place, &text[span.start() + behind..]) {
        return None;
    }
    let at = |start: usize, end: usize| Span::new(span.start() + start, span.start() + end);
    let lead = place.len() - place.trim_start().len();
    Some(Dateline {
        span: at(0, behind).trimmed(text),
        place: (!place.trim().is_empty()).then(|| at(lead, place.len())),
        agency: agency.map(|(start, end)| at(start, end)),
        day: days
            .first()
            .map(|&(day, value)| (at(day.start(), day.end()), value)),
    })
}

/// A date at the head of a paragraph that goes on with a sentence: "date 2025-08-07 President …". Where the date ends.
pub(super) fn glued_date(text: &str, span: Span, model: &Model) -> Option<usize> {
    const LABELS: &[&str] = &[
        "date",
        "dated",
        "published",
        "published on",
        "posted",
        "posted on",
        "updated",
    ];
    let piece = head(span.of(text));
    let &(day, _) = days(piece, model).first()?;
    let label = piece[..day.start()].trim().trim_end_matches(':').to_lowercase();
    let iso = day.len() == 10 && day.of(piece).as_bytes()[4] == b'-';
    let known = LABELS.contains(&label.as_str()) || label.is_empty() && iso;
    let rest = piece[day.end()..].trim_start();
    let parted = rest.len() < piece.len() - day.end();
    let opens = rest
        .starts_with(|c: char| c.is_uppercase() || class::is_double_quote(c) || class::is_single_quote(c));
    (known && parted && opens).then(|| span.start() + day.end())
}

fn days(piece: &str, model: &Model) -> Vec<(Span, Day)> {
    times::stated_days(piece, &segment::tokens(piece, model))
}

/// The first bytes of a paragraph, cut at a character.
fn head(piece: &str) -> &str {
    let cut = (0..=LONGEST.min(piece.len()))
        .rev()
        .find(|&at| piece.is_char_boundary(at));
    &piece[..cut.unwrap_or(0)]
}

/// Where the first dash that parts words begins, and where what is behind it begins.
fn separator(piece: &str) -> Option<(usize, usize)> {
    let head = head(piece);
    let dash = |at: usize, c: char| match c {
        '—' | '―' | '–' => Some(c.len_utf8()),
        '-' if head[at..].starts_with("--") => Some(2),
        '-' if head[..at].ends_with([' ', ')']) && head[at..].starts_with("- ") => Some(1),
        _ => None,
    };
    let (at, len) = head.char_indices().find_map(|(at, c)| Some((at, dash(at, c)?)))?;
    let rest = &piece[at + len..];
    let behind = at + len;
    let opens = rest.trim_start().chars().next()?;
    (at > 0 && !opens.is_lowercase()).then_some((at, behind))
}

/// The head without a last bracket, and the bracket's inside as bytes of the head.
fn bracketed(head: &str) -> (&str, Option<(usize, usize)>) {
    let trimmed = head.trim_end();
    let Some(open) = trimmed.rfind('(').filter(|_| trimmed.ends_with(')')) else {
        return (head, None);
    };
    let inner = &trimmed[open + 1..trimmed.len() - 1];
    // "(Thomson Reuters Foundation)" has three words.
    if inner.is_empty() || inner.split_whitespace().count() > 4 {
        return (head, None);
    }
    (&head[..open], Some((open + 1, trimmed.len() - 1)))
}

/// Whether the words before the dash are capitalised and the text behind speaks of them as a place: "in Fenwick".
fn is_told(place: &str, rest: &str) -> bool {
    let place = place.trim();
    let words = place.split_whitespace().count();
    let capital = place
        .split_whitespace()
        .all(|word| word.starts_with(char::is_uppercase));
    let near = |at: usize| {
        ["in ", "at ", "near "].iter().any(|small| {
            let head = rest[..at].strip_suffix(small);
            head.is_some_and(|head| !head.ends_with(char::is_alphanumeric))
        })
    };
    let ends = |at: usize| {
        !rest[at + place.len()..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’'))
    };
    (1..=3).contains(&words) && capital && rest.match_indices(place).any(|(at, _)| near(at) && ends(at))
}

/// Whether the words before the dash are a place, or nothing where an agency stands behind them.
fn is_place(place: &str, agency: bool, model: &Model) -> bool {
    let words: Vec<&str> = place
        .split(|c: char| c.is_whitespace() || matches!(c, '/' | ',' | ';'))
        .filter(|word| !word.is_empty())
        .collect();
    // "ABOARD AIR FORCE ONE", "PORT-AU-PRINCE, Haiti", "WASHINGTON/LONDON/PARIS".
    if words.len() > 6 {
        return false;
    }
    let small = |word: &str| {
        matches!(
            word,
            "and" | "of" | "de" | "del" | "el" | "la" | "the" | "near" | "on" | "upon"
        )
    };
    let capital = |word: &&str| word.starts_with(char::is_uppercase) || small(word);
    if !words.iter().all(capital) {
        return false;
    }
    let Some(first) = words.first() else {
        return agency;
    };
    let letters = || first.chars().filter(|c| c.is_alphabetic());
    let shouted = letters().count() >= 3 && letters().all(char::is_uppercase);
    let listed = || {
        let whole = place.trim().to_lowercase();
        let first = whole.split(',').next().unwrap_or("").to_owned();
        model.lexicon.places.has(&whole) || model.lexicon.places.has(&first)
    };
    shouted || agency || listed()
}
