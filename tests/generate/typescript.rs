//! JSON Schema to TypeScript declarations, for the few shapes that the report's types have.

use serde_json::{Map, Value};

const HEAD: &str = "\
// Made from the types in src/report by `UPDATE=1 cargo test --test generate`; do not edit.\n";

/// An interface for each of the `roots` and for all that they hold, in the order of first use.
pub(crate) fn declarations(definitions: &Map<String, Value>, roots: &[&str]) -> String {
    let mut queue: Vec<String> = roots.iter().map(|&root| root.to_owned()).collect();
    let mut out = HEAD.to_owned();
    let mut at = 0;
    while let Some(name) = queue.get(at).cloned() {
        out += &interface(&name, &definitions[name.as_str()], &mut queue);
        at += 1;
    }
    out
}

fn interface(name: &str, schema: &Value, queue: &mut Vec<String>) -> String {
    let mut out = format!("\n{}export interface {name} {{\n", comment(schema, ""));
    let required: Vec<&str> = list(schema, "required").filter_map(Value::as_str).collect();
    let fields = schema["properties"].as_object().expect("a struct has fields");
    // Required fields come in the order of the Rust source; properties are sorted by name.
    let optional = fields
        .keys()
        .map(String::as_str)
        .filter(|name| !required.contains(name));
    for field in required.iter().copied().chain(optional) {
        let mark = if required.contains(&field) { "" } else { "?" };
        let kind = kind(&fields[field], queue);
        out += &format!("{}  {field}{mark}: {kind};\n", comment(&fields[field], "  "));
    }
    out + "}\n"
}

/// The type of a field. Types that it names are put into the queue.
fn kind(schema: &Value, queue: &mut Vec<String>) -> String {
    if let Some(reference) = schema["$ref"].as_str() {
        let name = reference.rsplit('/').next().unwrap_or(reference).to_owned();
        if !queue.contains(&name) {
            queue.push(name.clone());
        }
        return name;
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        return union(choices.iter().map(|choice| kind(choice, queue)));
    }
    match &schema["type"] {
        Value::Array(names) => union(names.iter().map(|name| plain(name.as_str(), schema, queue))),
        name => plain(name.as_str(), schema, queue),
    }
}

fn plain(name: Option<&str>, schema: &Value, queue: &mut Vec<String>) -> String {
    match name {
        Some("integer" | "number") => "number".to_owned(),
        Some("array") => {
            let of = kind(&schema["items"], queue);
            match schema["maxItems"]
                .as_u64()
                .filter(|_| schema["minItems"] == schema["maxItems"])
            {
                Some(count) => format!("[{}]", vec![of; count as usize].join(", ")),
                None if of.contains(' ') && !of.starts_with('[') => format!("({of})[]"),
                None => format!("{of}[]"),
            }
        }
        Some("object") => format!("Record<string, {}>", kind(&schema["additionalProperties"], queue)),
        Some(name @ ("string" | "boolean" | "null")) => name.to_owned(),
        _ => panic!("no TypeScript is known for {schema}; teach tests/generate/typescript.rs"),
    }
}

fn union(kinds: impl Iterator<Item = String>) -> String {
    kinds.collect::<Vec<_>>().join(" | ")
}

fn comment(schema: &Value, indent: &str) -> String {
    let text = schema["description"]
        .as_str()
        .unwrap_or_default()
        .replace('\n', " ");
    format!("{indent}/** {text} */\n")
}

fn list<'a>(schema: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    schema[key].as_array().into_iter().flatten()
}

#[test]
fn shapes_become_types() {
    let mut queue = Vec::new();
    for (schema, wanted) in [
        (r#"{"type": ["string", "null"]}"#, "string | null"),
        (
            r##"{"anyOf": [{"$ref": "#/$defs/Cell"}, {"type": "null"}]}"##,
            "Cell | null",
        ),
        (
            r#"{"type": "array", "items": {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}}"#,
            "[number, number][]",
        ),
        (
            r#"{"type": "object", "additionalProperties": {"type": "array", "items": {"type": "string"}}}"#,
            "Record<string, string[]>",
        ),
        (
            r#"{"type": "array", "items": {"type": ["string", "null"]}}"#,
            "(string | null)[]",
        ),
    ] {
        let schema: Value = serde_json::from_str(schema).expect("the case is JSON");
        assert_eq!(kind(&schema, &mut queue), wanted);
    }
    assert_eq!(queue, ["Cell"]);
}
