//! The user's decisions as a project file has them.
//!
//! ```json
//! [{"do": "field", "article": {"sha256": "…", "number": 1}, "field": "title", "value": "Bridge opens"},
//!  {"do": "published", "article": …, "value": "2025-08-06"},
//!  {"do": "block", "article": …, "block": 0, "kind": "caption"},
//!  {"do": "label", "thing": {"names": ["Jordan"], "label": "PERSON"}, "label": "GPE"},
//!  {"do": "merge", "thing": …, "with": …},
//!  {"do": "split", "thing": …, "form": "Lee"},
//!  {"do": "rename", "thing": …, "name": "Lee Myung-bak"},
//!  {"do": "speaker", "place": {"article": …, "block": 4, "at": 12}, "thing": …},
//!  {"do": "link", "a": {place}, "b": {place}, "linked": false}]
//! ```
//!
//! `value`, `label` and `thing` of a speaker may be null: no such field, no name, nobody known. `at` counts code points
//! from the block's start.

use serde_json::Value;

use super::codes;
use crate::article::decisions::{ArticleKey, Decision, Decisions, FieldName, Place, Thing};
use crate::article::label::Label;
use crate::article::times::calendar;

/// The decisions of a list, or of a project file, and how many could not be read: those of a later version, say. `None`
/// where it is neither.
pub fn decisions(json: &str) -> Option<(Decisions, usize)> {
    let value: Value = serde_json::from_str(json).ok()?;
    let list = value.get("decisions").unwrap_or(&value).as_array()?;
    let read: Vec<Decision> = list.iter().filter_map(decision).collect();
    let unread = list.len() - read.len();
    Some((Decisions(read), unread))
}

fn decision(value: &Value) -> Option<Decision> {
    let field = |name: &str| value.get(name);
    let text = |name: &str| field(name)?.as_str();
    let key = || article(field("article")?);
    let whom = || thing(field("thing")?);
    Some(match text("do")? {
        "field" => Decision::Field(
            key()?,
            name(text("field")?)?,
            optional(field("value")?, |value| value.as_str().map(str::to_owned)).ok()?,
        ),
        "published" => Decision::Published(
            key()?,
            optional(field("value")?, |value| calendar::day_of(value.as_str()?)).ok()?,
        ),
        "block" => Decision::Block(key()?, index(field("block")?)?, codes::block(text("kind")?)?),
        "label" => Decision::Label(whom()?, optional(field("label")?, label).ok()?),
        "merge" => Decision::Merge(whom()?, thing(field("with")?)?),
        "split" => Decision::Split(whom()?, text("form")?.to_owned()),
        "rename" => Decision::Rename(whom()?, text("name")?.to_owned()),
        "speaker" => Decision::Speaker(place(field("place")?)?, optional(field("thing")?, thing).ok()?),
        "link" => Decision::Link(
            place(field("a")?)?,
            place(field("b")?)?,
            field("linked")?.as_bool()?,
        ),
        _ => return None,
    })
}

/// A value that may be null; an error where it is neither.
fn optional<T>(value: &Value, read: impl Fn(&Value) -> Option<T>) -> Result<Option<T>, ()> {
    if value.is_null() {
        return Ok(None);
    }
    read(value).map(Some).ok_or(())
}

fn index(value: &Value) -> Option<usize> {
    usize::try_from(value.as_u64()?).ok()
}

fn article(value: &Value) -> Option<ArticleKey> {
    Some(ArticleKey {
        sha256: value.get("sha256")?.as_str()?.to_owned(),
        number: u32::try_from(value.get("number")?.as_u64()?).ok()?,
    })
}

fn place(value: &Value) -> Option<Place> {
    Some(Place {
        article: article(value.get("article")?)?,
        block: index(value.get("block")?)?,
        at: index(value.get("at")?)?,
    })
}

fn thing(value: &Value) -> Option<Thing> {
    let names = value.get("names")?.as_array()?.iter();
    Some(Thing {
        names: names.filter_map(Value::as_str).map(str::to_owned).collect(),
        label: label(value.get("label")?)?,
    })
}

fn label(value: &Value) -> Option<Label> {
    let code = value.as_str()?;
    Label::ALL.into_iter().find(|label| label.code() == code)
}

fn name(code: &str) -> Option<FieldName> {
    Some(match code {
        "title" => FieldName::Title,
        "dek" => FieldName::Dek,
        "authors" => FieldName::Authors,
        "outlet" => FieldName::Outlet,
        "agency" => FieldName::Agency,
        "place" => FieldName::Place,
        "url" => FieldName::Url,
        _ => return None,
    })
}
