//! An overview behind one of the same articles, as after a correction: of rows that stood where they stand only the place is
//! told, so that neither the door nor the page has to do with them.

use serde::ser::SerializeStruct as _;
use serde::{Serialize, Serializer};

use super::Overview;
use crate::Analysis;

/// What was shown last, and before.
#[derive(Debug, Default)]
pub struct Shown {
    /// Keys of the documents that it was of.
    of: Vec<u32>,
    now: Option<Overview>,
    last: Option<Overview>,
}

impl Shown {
    /// The overview of an analysis of the documents with these keys: whole, or with numbers for the rows that the last one of
    /// the same documents had in their place.
    pub fn next(&mut self, of: &[u32], analysis: &Analysis) -> impl Serialize + use<'_> {
        self.last = self.now.take().filter(|_| self.of == of);
        self.of = of.to_vec();
        let now = self.now.insert(super::overview(analysis));
        Again(now, self.last.as_ref())
    }
}

struct Again<'o>(&'o Overview, Option<&'o Overview>);

impl Serialize for Again<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(now, last) = self;
        let mut made = serializer.serialize_struct("Overview", 4)?;
        made.serialize_field("verdict", &now.verdict)?;
        made.serialize_field(
            "articles",
            &Rows(&now.articles, last.map(|last| &last.articles[..])),
        )?;
        made.serialize_field(
            "entities",
            &Rows(&now.entities, last.map(|last| &last.entities[..])),
        )?;
        made.serialize_field("changes", &Rows(&now.changes, last.map(|last| &last.changes[..])))?;
        made.end()
    }
}

struct Rows<'o, T>(&'o [T], Option<&'o [T]>);

impl<T: Serialize + PartialEq> Serialize for Rows<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(now, last) = self;
        let row = |(place, row)| {
            if last.is_some_and(|last| last.get(place) == Some(row)) {
                Row::Place(place)
            } else {
                Row::Whole(row)
            }
        };
        serializer.collect_seq(now.iter().enumerate().map(row))
    }
}

#[derive(Serialize)]
#[serde(untagged)]
enum Row<'o, T> {
    Place(usize),
    Whole(&'o T),
}
