//! An overview behind one of the same articles, as after a correction: of rows that stood where they stand only the place is
//! told, so that neither the door nor the page has to do with them.

use serde::ser::SerializeStruct as _;
use serde::{Serialize, Serializer};

use super::Overview;

/// An overview of which rows that another has in their place are numbers.
pub fn again<'o>(now: &'o Overview, last: &'o Overview) -> impl Serialize + use<'o> {
    Again(now, last)
}

struct Again<'o>(&'o Overview, &'o Overview);

impl Serialize for Again<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(now, last) = self;
        let mut made = serializer.serialize_struct("Overview", 4)?;
        made.serialize_field("verdict", &now.verdict)?;
        made.serialize_field("articles", &Rows(&now.articles, &last.articles))?;
        made.serialize_field("entities", &Rows(&now.entities, &last.entities))?;
        made.serialize_field("changes", &Rows(&now.changes, &last.changes))?;
        made.end()
    }
}

struct Rows<'o, T>(&'o [T], &'o [T]);

impl<T: Serialize + PartialEq> Serialize for Rows<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(now, last) = self;
        let row = |(place, row)| {
            if last.get(place) == Some(row) {
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
