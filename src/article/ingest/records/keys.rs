//! What a field of a collection is for, by its name.

use crate::article::ingest::draft::Fields;
use crate::article::times::calendar;
use crate::knowledge::Model;

/// What a field is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    Text,
    Title,
    Dek,
    Author,
    Outlet,
    Date,
    Place,
    Address,
}

/// Names of fields, without marks and capitals; of several the first in the record counts, of texts the longest.
#[rustfmt::skip]
const KEYS: &[(&str, Key)] = &[
    ("text", Key::Text), ("articlebody", Key::Text), ("body", Key::Text), ("bodytext", Key::Text), ("bodyhtml", Key::Text),
    ("bodyxhtml", Key::Text), ("content", Key::Text), ("contenthtml", Key::Text), ("contenttext", Key::Text), ("article", Key::Text),
    ("articletext", Key::Text), ("fulltext", Key::Text), ("maintext", Key::Text), ("story", Key::Text), ("bodies", Key::Text), ("document", Key::Text),
    ("headline", Key::Title), ("title", Key::Title), ("headlines", Key::Title), ("articletitle", Key::Title), ("hl1", Key::Title),
    ("subtitle", Key::Dek), ("dek", Key::Dek), ("deck", Key::Dek), ("standfirst", Key::Dek), ("summary", Key::Dek), ("descriptiontext", Key::Dek),
    ("alternativeheadline", Key::Dek), ("subheadline", Key::Dek),
    ("author", Key::Author), ("authors", Key::Author), ("byline", Key::Author), ("by", Key::Author), ("creator", Key::Author), ("writer", Key::Author),
    ("outlet", Key::Outlet), ("publisher", Key::Outlet), ("publication", Key::Outlet), ("source", Key::Outlet), ("newspaper", Key::Outlet),
    ("sitename", Key::Outlet), ("site", Key::Outlet), ("copyrightholder", Key::Outlet), ("sourcename", Key::Outlet), ("infosources", Key::Outlet),
    ("datepublished", Key::Date), ("published", Key::Date), ("publishedat", Key::Date), ("publisheddate", Key::Date), ("date", Key::Date),
    ("pubdate", Key::Date), ("publicationdate", Key::Date), ("versioncreated", Key::Date), ("firstcreated", Key::Date), ("datetime", Key::Date),
    ("contentcreated", Key::Date), ("datepublish", Key::Date), ("timestamp", Key::Date), ("publishdate", Key::Date),
    ("located", Key::Place), ("dateline", Key::Place), ("contentlocation", Key::Place),
    ("url", Key::Address), ("link", Key::Address), ("canonicalurl", Key::Address), ("permalink", Key::Address), ("href", Key::Address),
];

/// What a field of this name is for.
pub(super) fn key(name: &str) -> Option<Key> {
    let bare: String = name
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    KEYS.iter().find(|(known, _)| *known == bare).map(|&(_, key)| key)
}

impl Key {
    /// Takes a value into the fields; an empty one, or one more, changes nothing.
    pub(super) fn tell(self, value: &str, fields: &mut Fields, model: &Model) {
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        let place = match self {
            Self::Text => return,
            Self::Title => &mut fields.title,
            Self::Dek => &mut fields.dek,
            Self::Outlet => &mut fields.outlet,
            Self::Place => &mut fields.place,
            Self::Address => &mut fields.url,
            Self::Author => {
                if fields.authors.is_empty() {
                    fields.by(value, model);
                }
                return;
            }
            Self::Date => {
                return fields.on(serial(value).as_deref().unwrap_or(value));
            }
        };
        if place.is_none() {
            *place = Some(value.to_owned());
        }
    }
}

/// The day that spreadsheets write as the number of days since the end of 1899.
fn serial(value: &str) -> Option<String> {
    /// The number of 1 January 1970, before which no article was saved, and that of 2100.
    const FROM: i32 = 25_569;
    const BEFORE: i32 = 73_051;
    let number = value.parse::<f64>().ok()? as i32;
    let known = (FROM..BEFORE).contains(&number);
    known.then(|| calendar::iso(calendar::day(number - FROM)))
}

/// Whether a line is the head of a table with a column of text: it has a mark between cells and knows two of its names.
pub(in crate::article::ingest) fn is_header(line: &str) -> bool {
    let line = line.trim();
    line.len() < 2_000
        && super::table::marks(line).is_some_and(|mark| {
            let keys: Vec<_> = line
                .split(mark)
                .map(|cell| key(cell.trim().trim_matches('"')))
                .collect();
            let known = keys.iter().flatten().count();
            keys.contains(&Some(Key::Text)) && known >= 2 && known * 4 >= keys.len()
        })
}
