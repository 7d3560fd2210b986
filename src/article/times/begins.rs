//! Words that a time or a number can begin with. All others, five of six, are passed over at one look.

use super::feasts;
use super::words::Words;
use crate::text::kinds::Kinds;

/// Words that a time or a number can begin with, whatever follows.
const FIRST_OF_ALL: u32 = 1;
/// Words that one can begin with where what follows fits.
const LEADS: u32 = 1 << 1;
/// Words that follow one of those.
const SECOND: u32 = 1 << 2;

/// The words of the grammar that stand first somewhere, folded.
#[rustfmt::skip]
static FIRST: Kinds = Kinds::of(&[(FIRST_OF_ALL, &[
    // numbers
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty",
    "fourty", "fifty", "sixty", "seventy", "eighty", "ninety",
    "tens", "dozens", "scores", "hundreds", "thousands", "millions", "billions", "trillions",
    "half", "several", "few", "couple", "many", "recent",
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth", "thirtieth", "fortieth", "fourtieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth",
    "hundredth", "thousandth", "fiveth", "eightth", "nineth", "twelveth",
    // the calendar
    "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu",
    "thur", "thurs", "fri", "sat", "sun",
    "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays",
    "spring", "summer", "autumn", "fall", "winter", "q", "fiscal", "financial",
    "christmas", "boxing", "valentine's", "valentine", "halloween", "thanksgiving",
    // units
    "sec", "minute", "min", "hour", "hr", "day", "night", "week", "wk", "fortnight", "weekend", "month", "quarter",
    "year", "yr", "decade", "century", "seconds", "secs", "minutes", "mins", "hours", "hrs", "days", "nights", "weeks",
    "wks", "fortnights", "weekends", "months", "quarters", "years", "yrs", "decades", "centuries", "year's",
    "hourlong", "daylong", "nightlong", "weeklong", "monthlong", "quarterlong", "yearlong", "decadelong",
    "centurylong", "minutelong", "weekendlong", "fortnightlong",
    // the clock and the parts of a day
    "noon", "midday", "midnight", "morning", "afternoon", "evening", "lunchtime", "dawn", "dusk", "tonight",
    "overnight",
    // what hangs on the day of writing
    "future", "yesterday", "today", "tomorrow", "now", "nowadays", "currently", "current", "recently", "soon",
    "last", "past", "previous", "next", "coming", "final", "following",
    "early", "earlier", "late", "later", "mid", "end", "start", "beginning", "middle", "rest", "turn",
    // what recurs
    "every", "each", "per", "daily", "weekly", "fortnightly", "monthly", "quarterly", "hourly", "annually", "yearly",
    "nightly", "biweekly", "annual", "weekdays",
    // signs
    "'", "½", "¼", "¾", "⅓", "⅔", "⅛", "⅜", "⅝", "⅞",
    "$", "€", "£", "¥", "₹", "₽", "₴", "₩", "₺", "₪", "₦", "₱", "฿", "₫", "₡",
]), (LEADS, &[
    "the", "a", "an", "this", "these", "those", "new", "that", "in", "at", "may",
]), (SECOND, &[
    // between an article and its unit
    "more", "full", "consecutive", "straight", "long", "whole", "trading", "business", "working", "calendar", "additional",
    "extra", "further", "other", "successive", "short",
    // behind an article only
    "dozen", "hundred", "thousand", "lakh", "million", "mln", "crore", "billion", "bln", "trillion", "quadrillion",
    "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties", "halve",
    "future", "near", "foreseeable", "latest", "same", "of", "-",
])]);

/// Whether a time or a number may begin at the word: it is one of those above, made of figures, or the letters of a
/// currency before a sign or figures.
pub(super) fn begins(words: &Words, at: usize) -> bool {
    let word = words.at(at);
    let sum = || words.at(at + 1) == "$" || words.figures(at + 1) && (word.len() == 3 || word == "rs");
    let listed = match FIRST.get(word) {
        LEADS => leads(words, at, word),
        kinds => kinds & FIRST_OF_ALL != 0,
    };
    listed || words.figures(at) || word.len() <= 3 && sum() || feasts::begins(words, at)
}

/// What "that" goes on with where a time begins.
#[rustfmt::skip]
const THAT: &[&str] = &[
    "following", "same", "weekend", "month", "quarter", "year", "morning", "afternoon", "evening", "night",
];

/// Whether what follows one of the small words, of which every sentence has some, goes on with a time or a number.
fn leads(words: &Words, at: usize, word: &str) -> bool {
    let next = words.at(at + 1);
    match word {
        "in" => next == "the" && words.at(at + 2) == "past",
        "at" => next == "present",
        "may" => words.capital(at),
        "that" => THAT.contains(&next),
        _ => words.figures(at + 1) || FIRST.get(next) != 0,
    }
}
