//! Articles among the values of JSON.

use serde_json::{Map, Value};

use super::keys::{Key, key};
use crate::article::document::{BlockKind, NoteKind};
use crate::article::ingest::draft::Draft;
use crate::article::ingest::reading::Reading;
use crate::article::ingest::structure::Mark;
use crate::text::Span;

/// Values that are looked at in one file.
const MOST_VALUES: usize = 1_000_000;

/// Fewer words are a name or a line, not an article's text.
const FEW: usize = 8;

/// Keeps every object with a text; what stands in such an object is not looked at again.
pub(super) fn keep(value: &Value, source: Option<Span>, reading: &mut Reading<'_>) {
    let mut todo = vec![value];
    let mut seen = 0;
    while let Some(value) = todo.pop() {
        seen += 1;
        if seen > MOST_VALUES {
            reading.remark(
                0,
                NoteKind::Limit,
                "Only the first million values of the file were looked at",
            );
            return;
        }
        match value {
            Value::Array(items) => todo.extend(items.iter().rev()),
            Value::Object(object) => match draft(object, source, reading) {
                Some((draft, media_type)) => reading.draft(draft, media_type),
                None => todo.extend(
                    object
                        .values()
                        .filter(|value| value.is_array() || value.is_object())
                        .collect::<Vec<_>>()
                        .into_iter()
                        .rev(),
                ),
            },
            _ => {}
        }
    }
}

/// The article that an object is.
fn draft(
    object: &Map<String, Value>,
    source: Option<Span>,
    reading: &Reading<'_>,
) -> Option<(Draft, &'static str)> {
    let mut draft = Draft::default();
    let mut text = String::new();
    for (name, value) in object {
        match key(name) {
            Some(Key::Text) => {
                let found = said(value, "\n\n");
                if found.len() > text.len() {
                    text = found;
                }
            }
            Some(key) => key.tell(&said(value, ", "), &mut draft.fields, reading.model),
            None => {}
        }
    }
    text.split_whitespace().nth(FEW - 1)?;
    let linked = object.contains_key("@type") || object.contains_key("@context");
    draft.head();
    if let Some(Value::String(byline)) = object.get("byline") {
        draft.line(byline, Mark::As(BlockKind::Byline), None);
    }
    draft.body(&text, source);
    Some((
        draft,
        if linked {
            "application/ld+json"
        } else {
            "application/json"
        },
    ))
}

/// The words of a value: a text, a thing with a name or a value, or a list of those.
fn said(value: &Value, joint: &str) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(all) => {
            let all: Vec<String> = all
                .iter()
                .take(1_000)
                .map(|one| said(one, joint))
                .filter(|one| !one.is_empty())
                .collect();
            all.join(joint)
        }
        Value::Object(thing) => ["name", "value", "text", "@value"]
            .iter()
            .find_map(|key| thing.get(*key)?.as_str())
            .unwrap_or("")
            .to_owned(),
        _ => String::new(),
    }
}
