//! Whether a value is what a schema says. It knows the keywords that the report's schema uses and refuses any other,
//! so that none is passed over; and a key that the schema does not name is a complaint here, though readers must
//! bear it.

use serde_json::{Map, Value};

/// What is wrong with the value, each with its place.
pub(crate) fn complaints(value: &Value, schema: &Value, definitions: &Map<String, Value>) -> Vec<String> {
    let mut check = Check {
        definitions,
        complaints: Vec::new(),
    };
    check.value(value, schema, "");
    check.complaints
}

struct Check<'a> {
    definitions: &'a Map<String, Value>,
    complaints: Vec<String>,
}

impl Check<'_> {
    fn value(&mut self, value: &Value, schema: &Value, place: &str) {
        for (keyword, asked) in schema.as_object().expect("a schema is an object") {
            let holds = match keyword.as_str() {
                "description" | "title" | "$schema" | "format" | "properties" | "$defs" => true,
                "$ref" => {
                    let name = asked.as_str().and_then(|path| path.rsplit('/').next());
                    let target = &self.definitions[name.expect("a reference names a type")];
                    self.value(value, target, place);
                    true
                }
                "type" => is(value, asked),
                "anyOf" => asked
                    .as_array()
                    .expect("choices")
                    .iter()
                    .any(|choice| complaints(value, choice, self.definitions).is_empty()),
                "required" => asked
                    .as_array()
                    .expect("names")
                    .iter()
                    .all(|name| value.get(name.as_str().unwrap_or("")).is_some()),
                "minimum" => value
                    .as_f64()
                    .is_none_or(|number| number >= asked.as_f64().unwrap_or(0.0)),
                "minItems" => value
                    .as_array()
                    .is_none_or(|list| list.len() as u64 >= asked.as_u64().unwrap_or(0)),
                "maxItems" => value
                    .as_array()
                    .is_none_or(|list| list.len() as u64 <= asked.as_u64().unwrap_or(0)),
                "items" => {
                    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.value(item, asked, &format!("{place}/{index}"));
                    }
                    true
                }
                "additionalProperties" => {
                    for (key, item) in value.as_object().into_iter().flatten() {
                        self.value(item, asked, &format!("{place}/{key}"));
                    }
                    true
                }
                _ => panic!("the keyword {keyword} is not known; teach tests/generate/valid.rs"),
            };
            if !holds {
                self.complaints
                    .push(format!("{place}: {keyword} {asked} does not hold for {value}"));
            }
        }
        if let Some(fields) = schema["properties"].as_object() {
            for (key, item) in value.as_object().into_iter().flatten() {
                match fields.get(key) {
                    Some(schema) => self.value(item, schema, &format!("{place}/{key}")),
                    None => self
                        .complaints
                        .push(format!("{place}/{key} is not in the schema")),
                }
            }
        }
    }
}

fn is(value: &Value, kind: &Value) -> bool {
    match kind {
        Value::Array(kinds) => kinds.iter().any(|kind| is(value, kind)),
        kind => match kind.as_str() {
            Some("string") => value.is_string(),
            Some("integer") => value.is_u64() || value.is_i64(),
            Some("number") => value.is_number(),
            Some("boolean") => value.is_boolean(),
            Some("null") => value.is_null(),
            Some("array") => value.is_array(),
            Some("object") => value.is_object(),
            _ => false,
        },
    }
}

#[test]
fn what_does_not_fit_is_seen() {
    let read = |text: &str| -> Value { serde_json::from_str(text).expect("the case is JSON") };
    let definitions = Map::from_iter([("Cell".to_owned(), read(r#"{"type": "object", "properties": {}}"#))]);
    let schema = read(
        r##"{"type": "object", "required": ["a"], "properties": {
            "a": {"type": ["string", "null"]},
            "b": {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2},
            "c": {"anyOf": [{"$ref": "#/$defs/Cell"}, {"type": "null"}]}}}"##,
    );
    for good in [
        r#"{"a": null}"#,
        r#"{"a": "x", "b": [0, 1], "c": {}}"#,
        r#"{"a": "x", "c": null}"#,
    ] {
        assert_eq!(
            complaints(&read(good), &schema, &definitions),
            Vec::<String>::new(),
            "{good}"
        );
    }
    for bad in [
        "[]",
        r#"{"b": [0, 1]}"#,
        r#"{"a": 1}"#,
        r#"{"a": null, "b": [0]}"#,
        r#"{"a": null, "b": [0, 1, 2]}"#,
        r#"{"a": null, "b": [0, -1]}"#,
        r#"{"a": null, "c": {"new": 1}}"#,
        r#"{"a": null, "d": 1}"#,
    ] {
        assert!(!complaints(&read(bad), &schema, &definitions).is_empty(), "{bad}");
    }
}
