//! The words by which lines that are no prose are known: dates, bylines, notes, furniture, labelled fields.

use crate::knowledge::lexicon::Lexicon;
use crate::text::{class, fold};

/// Dates, bylines and credits have at most so many words; "By" and three reporters of three outlets have twenty.
pub(super) const LONGEST_LINE: usize = 24;

/// How a line is known from web pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::article::ingest) enum Listed {
    /// By all its words.
    Whole,
    /// By its first words.
    Begins,
}

/// A field that a label can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    Dek,
    Author,
    Date,
    Outlet,
    /// Where it was written, who can be called.
    Aside,
    Url,
}

#[rustfmt::skip]
const FIELDS: &[(&str, Field)] = &[
    ("title", Field::Title), ("headline", Field::Title), ("hed", Field::Title),
    ("subtitle", Field::Dek), ("deck", Field::Dek), ("dek", Field::Dek), ("standfirst", Field::Dek),
    ("description", Field::Dek), ("author", Field::Author), ("authors", Field::Author), ("byline", Field::Author),
    ("by", Field::Author), ("reporter", Field::Author), ("writer", Field::Author), ("date", Field::Date),
    ("published", Field::Date), ("publication date", Field::Date), ("date published", Field::Date),
    ("published on", Field::Date), ("pubdate", Field::Date), ("load-date", Field::Date), ("posted", Field::Date),
    ("updated", Field::Date), ("last updated", Field::Date), ("source", Field::Outlet), ("outlet", Field::Outlet),
    ("publication", Field::Outlet), ("publisher", Field::Outlet), ("newspaper", Field::Outlet),
    ("website", Field::Outlet), ("dateline", Field::Aside), ("url", Field::Url), ("link", Field::Url),
    ("permalink", Field::Url), ("web address", Field::Url), ("contact", Field::Aside), ("contacts", Field::Aside),
    ("media contact", Field::Aside), ("media contacts", Field::Aside), ("press contact", Field::Aside),
    ("press contacts", Field::Aside), ("press office", Field::Aside), ("email", Field::Aside), ("phone", Field::Aside),
    ("tel", Field::Aside), ("telephone", Field::Aside),
];

/// Words of a line that is a date, besides months, weekdays and figures.
#[rustfmt::skip]
const DATE_WORDS: &[&str] = &[
    "a", "ago", "am", "and", "at", "before", "bst", "cdt", "cest", "cet", "created", "cst", "ct", "date", "dated", "day", "days",
    "eastern", "edited", "edt", "eet", "est", "et", "first", "for", "gmt", "h", "hour", "hours", "hr", "hrs", "in", "ist", "jst",
    "last", "local", "m", "mdt", "min", "mins", "minute", "minutes", "modified", "mst", "msk", "nd", "of", "on", "p",
    "pdt", "pm", "posted", "pst", "pt", "publication", "published", "rd", "read", "release", "released", "st", "t", "th", "the",
    "time", "today", "until", "update", "updated", "use", "utc", "week", "weeks", "yesterday", "z",
];

#[rustfmt::skip]
const MONTHS: &[&str] = &[
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
];

#[rustfmt::skip]
const WEEKDAYS: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu",
    "thur", "thurs", "fri", "sat", "sun",
];

const NOTES: &[&str] = &[
    "an earlier version of",
    "clarification",
    "correction",
    "corrections and clarifications",
    "editor's note",
    "editors' note",
    "editor’s note",
    "editors’ note",
    "the headline of this",
    "this article has been",
    "this article was amended",
    "this article was corrected",
    "this article was updated",
    "this article was originally",
    "this article was first",
    "this content was",
    "this copy is for",
    "this live page is",
    "this post has been",
    "this report has been",
    "this story corrects",
    "this story has been",
    "this story was corrected",
    "this story was first",
    "this story was originally",
    "this story was produced",
    "this story was updated",
    "this version corrects",
    "this version updates",
    "with files from",
];

/// Notes that a bracket opens: "(Corrects spelling of name in paragraph 3)".
const BRACKETED_NOTES: &[&str] = &[
    "adds", "corrects", "recasts", "refiles", "removes", "repeats", "updates", "this",
];

/// What says that an article comes from those it is about, and when it may be used.
const RELEASES: &str = "embargo|embargoed|strictly embargoed|under embargo|for immediate release|for immediate use|for release|\
    media release|news release|press release|media statement|press statement|press notice|not for publication|not for release";

const REPORTED: &[&str] = &[
    "additional reporting by",
    "compiled by",
    "edited by",
    "editing by",
    "reporting and writing by",
    "reporting by",
    "writing by",
    "written by",
];

/// Words of a byline that name an office, not a person.
#[rustfmt::skip]
pub(super) const OFFICES: &[&str] = &[
    "agencies", "agency", "bureau", "bureaus", "chief", "columnist", "contributor", "correspondent", "correspondents",
    "desk", "editor", "editors", "journalist", "newsroom", "photographer", "producer", "report", "reporter",
    "reporters", "services", "special", "staff", "staffs", "team", "wire", "wires", "writer", "writers",
];

const CAPTIONS: &[&str] = &["caption:", "image caption", "photo caption", "picture caption"];

const PICTURED: &[&str] = &[
    " (left)",
    " (right)",
    " (l)",
    " (r)",
    " (c)",
    " (centre)",
    " (center)",
    " are seen ",
    " is seen ",
    " as seen ",
    "aerial view",
    "file photo",
    "file picture",
    "file image",
    "from left",
    "in this file",
    "in this handout",
    "in this image",
    "in this photo",
    "in this picture",
    "looks on",
    "look on",
    "handout",
    "pictured",
    "photographed",
    " pose for ",
    " poses for ",
    "shake hands",
    "shakes hands",
    "undated photo",
    "a view of",
    "a general view",
];

/// Small words inside lists of names.
const JOINING: &[&str] = &[
    "and", "&", "by", "de", "da", "del", "der", "di", "la", "le", "van", "von", "al", "bin", "ibn", "el",
    "with", "for", "in",
];

/// The line without its bullet.
pub(super) fn unbulleted(line: &str) -> &str {
    line.trim_start_matches(|c: char| class::is_bullet(c) || c.is_whitespace())
}

/// Whether the line begins with "By" and a capitalised word.
pub(super) fn begins_by(line: &str) -> bool {
    by(line).is_some()
}

/// What stands behind "By", where a capital does.
pub(super) fn by(line: &str) -> Option<&str> {
    let head = line.get(..2).filter(|head| head.eq_ignore_ascii_case("by"))?;
    let rest = line[head.len()..].trim_start_matches(':');
    let name = rest.trim_start();
    (rest.len() > name.len() && name.starts_with(char::is_uppercase)).then_some(name)
}

/// The words and figures of a line of fields.
fn pieces(line: &str) -> impl Iterator<Item = &str> {
    let pieces = line.split(|c: char| !c.is_alphanumeric());
    pieces.filter(|piece| !piece.is_empty())
}

/// The letters of "7th", "10h30", "14T10".
fn letters(piece: &str) -> &str {
    piece.trim_matches(|c: char| c.is_ascii_digit())
}

/// Whether dates are made of such pieces.
fn is_of_dates(piece: &str) -> bool {
    let letters = letters(piece);
    letters.is_empty()
        || [DATE_WORDS, MONTHS, WEEKDAYS]
            .iter()
            .any(|list| list.contains(&letters))
}

fn is_figures(piece: &&str) -> bool {
    piece.bytes().all(|b| b.is_ascii_digit())
}

/// Whether the line is a date and nothing else: "Updated May 12, 2026 at 4:15 p.m. ET", "Mar 14", "3 hours ago".
pub(super) fn is_date(line: &str) -> bool {
    let lower = line.to_lowercase();
    if !pieces(&lower).all(is_of_dates) {
        return false;
    }
    let month = pieces(&lower).any(|piece| MONTHS.contains(&letters(piece)));
    let told = pieces(&lower).any(|piece| {
        matches!(
            letters(piece),
            "ago" | "yesterday" | "today" | "published" | "updated" | "posted"
        )
    });
    let numbers = pieces(&lower).filter(is_figures).count();
    let year = pieces(&lower).any(|piece| piece.len() == 4 && is_figures(&piece));
    month && lower.bytes().any(|b| b.is_ascii_digit())
        || year && numbers >= 3
        || told && pieces(&lower).count() <= 6
}

/// The parts of a line of fields, with the byte of each: "Launch Weekly | 21 May 2026 | By Tomas Feeney".
pub(super) fn parts(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let divides = |c: char| matches!(c, ',' | '|' | '/' | '·' | '•' | ';' | '(' | ')' | '–' | '—');
    let parts = line.split(divides).map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| (part.as_ptr() as usize - line.as_ptr() as usize, part))
}

/// Whether the line gives a whole day beside names and nothing else: "Tolbridge Mercury, Wednesday 23 September 2026",
/// "Lindach, 27 August 2026 (Finanzdienst)".
pub(super) fn is_dated(line: &str) -> bool {
    let is_name = |part: &str| {
        let small = |word: &str| JOINING.contains(&word) || matches!(word, "of" | "the");
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        capital(part)
            && part.split_whitespace().all(|word| small(word) || capital(word))
            && !part.contains(|c: char| c.is_ascii_digit())
    };
    let (mut day, mut named) = (String::new(), false);
    for (_, part) in parts(line) {
        let lower = part.to_lowercase();
        if pieces(&lower).all(is_of_dates) {
            day += &lower;
            day.push(' ');
        } else if is_name(part) || begins_by(part) || is_desk(part) {
            named = true;
        } else {
            return false;
        }
    }
    let year = pieces(&day).any(|piece| piece.len() == 4 && is_figures(&piece));
    named && year && pieces(&day).filter(is_figures).count() > 1 && is_date(&day)
}

/// Whether a name says that it is an outlet's: "Tolbridge Mercury", "The Northern Observer", "Halvmark Public Radio".
pub(super) fn is_masthead(name: &str) -> bool {
    let mut words = name.split_whitespace().map(str::to_lowercase);
    name.split_whitespace().count() > 1 && words.any(|word| MASTHEADS.contains(&word.as_str()))
}

/// Whether a name ends as an outlet's and as nobody's: "Marlow Herald", though Marlow is a given name too.
pub(super) fn ends_as_masthead(name: &str, lexicon: &Lexicon) -> bool {
    let last = name.split_whitespace().next_back().unwrap_or("").to_lowercase();
    is_masthead(name) && MASTHEADS.contains(&last.as_str()) && !lexicon.family.has(&last)
}

#[rustfmt::skip]
const MASTHEADS: &[&str] = &[
    "advertiser", "argus", "broadcasting", "bulletin", "chronicle", "courier", "daily", "digest", "dispatch", "echo",
    "evening", "examiner", "express", "gazette", "globe", "guardian", "herald", "independent", "inquirer", "journal",
    "ledger", "live", "magazine", "mail", "mercury", "messenger", "mirror", "monitor", "morning", "news", "newspaper",
    "observer", "online", "post", "press", "radio", "record", "register", "reporter", "review", "sentinel", "standard",
    "telegraph", "television", "times", "tribune", "tv", "weekly",
];

/// Whether the line is a list of capitalised words with a listed given name among them.
pub(super) fn are_people(line: &str, lexicon: &Lexicon) -> bool {
    let mut named = false;
    let mut words = 0;
    for word in line.split(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '/')) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if word.is_empty() || JOINING.contains(&word.to_lowercase().as_str()) {
            continue;
        }
        if !word.starts_with(char::is_uppercase) {
            return false;
        }
        words += 1;
        named |= lexicon.given.has(&word.to_lowercase());
    }
    named && (2..=12).contains(&words)
}

/// Whether the line ends with the name of an office: "Transport correspondent", "BBC News, Berlin bureau".
pub(super) fn is_desk(line: &str) -> bool {
    let last = line.split_whitespace().next_back().unwrap_or("").to_lowercase();
    line.starts_with(char::is_uppercase) && OFFICES.contains(&last.as_str())
}

/// Whether the line is the name of an agency or outlet.
pub(super) fn is_house(line: &str, lexicon: &Lexicon) -> bool {
    let name = line.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let name = name.strip_prefix("the ").unwrap_or(&name);
    lexicon.agencies.has(name)
        || lexicon
            .names
            .get(name)
            .is_some_and(|kind| kind.starts_with("media"))
        || lexicon
            .names
            .get(&format!("the {name}"))
            .is_some_and(|kind| kind.starts_with("media"))
}

/// Whether the line is the name of a body and nothing else: "Hallmere Mining plc".
pub(super) fn is_body(line: &str, lexicon: &Lexicon) -> bool {
    let named =
        |word: &str| word.starts_with(char::is_uppercase) || JOINING.contains(&word) || word.len() < 4;
    let last = line.split_whitespace().next_back().unwrap_or("").to_lowercase();
    lexicon.heads.get(&last) == Some("org") && line.split_whitespace().all(named)
}

/// How the line is known from web pages, if it is.
pub(in crate::article::ingest) fn furniture(line: &str, lexicon: &Lexicon) -> Option<Listed> {
    let lower = line.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    if bare.is_empty()
        || is_reading_time(bare)
        || is_count(bare)
        || is_address(line)
        || lower.starts_with('©')
    {
        return Some(Listed::Whole);
    }
    if lexicon.furniture.has(bare) {
        return Some(Listed::Whole);
    }
    // The longest listed beginning has six words.
    let ends = bare
        .match_indices(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .take(6);
    let begins = |(at, _): (usize, &str)| lexicon.furniture.get(&bare[..at]) == Some("begins");
    ends.into_iter().any(begins).then_some(Listed::Begins)
}

/// "3 min read", "a 4-minute read", "Listen · 5 min".
fn is_reading_time(line: &str) -> bool {
    let words: Vec<&str> = line
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    let known = |word: &&str| {
        word.bytes().all(|b| b.is_ascii_digit())
            || matches!(
                *word,
                "min"
                    | "mins"
                    | "minute"
                    | "minutes"
                    | "read"
                    | "listen"
                    | "reading"
                    | "time"
                    | "a"
                    | "watch"
                    | "video"
            )
    };
    words.len() >= 2
        && words.len() <= 6
        && words.iter().all(known)
        && words.iter().any(|word| word.starts_with("min"))
}

/// "12 comments", "1.2k shares", "0".
fn is_count(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let count = words
        .next()
        .is_some_and(|w| w.bytes().any(|b| b.is_ascii_digit()) && w.len() <= 6);
    let what = words.next();
    count
        && words.next().is_none()
        && matches!(
            what,
            Some("comments" | "comment" | "shares" | "likes" | "replies" | "views" | "retweets")
        )
}

/// An address of the web and nothing else.
pub(super) fn is_address(line: &str) -> bool {
    (line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www."))
        && !line.contains(char::is_whitespace)
}

fn begins_with(line: &str, phrases: &[&str]) -> bool {
    // Phrases are at most 30 bytes; a line is folded only so far.
    let head: String = line.chars().take(32).flat_map(char::to_lowercase).collect();
    phrases.iter().any(|phrase| {
        let rest = head.strip_prefix(phrase);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

/// Whether the line says that the article was corrected, updated or made from other sources.
pub(super) fn begins_note(line: &str) -> bool {
    let inner = line.trim_start_matches(['*', '_']);
    let bracketed = inner.strip_prefix(['(', '[']);
    begins_with(bracketed.unwrap_or(inner), NOTES)
        || bracketed.is_some_and(|inner| begins_with(inner, BRACKETED_NOTES))
}

/// The day or number, if any, behind the words by which a press office sends a text, in small letters: "News release
/// 14/2031", "Embargoed until 16:00 GMT, 11 March 2026". A headline has more to say: "Press release row deepens".
pub(super) fn release(lower: &str) -> Option<&str> {
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    let mut rest = RELEASES.split('|').filter_map(|phrase| bare.strip_prefix(phrase));
    rest.find(|rest| pieces(rest).all(is_of_dates))
}

/// Whether the line says who reported, wrote or edited.
pub(super) fn begins_reported(line: &str) -> bool {
    begins_with(line.trim_start_matches(['(', '[', '*', '_']), REPORTED)
}

/// Whether a label says that the line is a caption.
pub(super) fn begins_caption(line: &str) -> bool {
    begins_with(line, CAPTIONS)
}

/// Whether the line has words that captions use.
pub(super) fn has_picture(line: &str) -> bool {
    let folded = fold::style(line).to_lowercase();
    PICTURED.iter().any(|words| folded.contains(words))
}

/// The field that the line's label names, and the value behind the colon.
pub(super) fn field(line: &str) -> Option<(Field, &str)> {
    let (label, value) = line.split_once(':')?;
    let value = value.trim();
    // The longest label has 16 bytes.
    if value.is_empty() || label.len() > 20 || value.split_whitespace().count() > LONGEST_LINE {
        return None;
    }
    let label = label.trim().to_lowercase();
    FIELDS
        .iter()
        .find(|(name, _)| *name == label)
        .map(|(_, field)| (*field, value))
}
