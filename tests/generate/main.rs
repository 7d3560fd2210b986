//! Made files are fresh: `www/types/report.d.ts` and `www/report.schema.json` say what the types in `src/report` say,
//! and real output is what they promise.
//!
//! `UPDATE=1 cargo test --test generate` writes them.

mod typescript;
mod valid;

use std::fs;
use std::path::Path;

use crossread::article::ingest::{File, ingest};
use crossread::knowledge::Model;
use crossread::report::view::{
    self, ArticleView, ManyView, Overview, PairView, PlainView, QuotesView, TimeRow,
};
use crossread::report::{self, Report};
use crossread::{Analysis, Error, analyse};
use schemars::generate::{SchemaGenerator, SchemaSettings};
use serde_json::{Map, Value};

#[test]
fn the_published_schema_is_fresh() {
    let schema = Value::from(generator().into_root_schema_for::<Report>());
    let text = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
    fresh("www/report.schema.json", &text);
}

#[test]
fn the_types_of_the_page_are_fresh() {
    fresh(
        "www/types/report.d.ts",
        &typescript::declarations(&definitions(), &VALUES),
    );
}

/// What leaves, whole.
const VALUES: [&str; 8] = [
    "Report",
    "Overview",
    "ArticleView",
    "PairView",
    "QuotesView",
    "TimeRow",
    "ManyView",
    "PlainView",
];

/// What leaves for articles of many kinds is what the types say: the report, and each value for the page.
#[test]
fn real_output_is_valid() {
    let definitions = definitions();
    let holds = |name: &str, value: &Value| {
        let complaints = valid::complaints(value, &definitions[name], &definitions);
        assert!(complaints.is_empty(), "{name}\n{}", complaints.join("\n"));
    };
    for files in drops() {
        let (analysis, failures) = read(&files);
        let json = report::json(&report::report(&analysis, &failures));
        holds(
            "Report",
            &serde_json::from_str(&json).expect("the report is JSON"),
        );
        let value = |made| serde_json::to_value(made).expect("plain values are JSON");
        holds("Overview", &value(view::overview(&analysis)));
        holds(
            "QuotesView",
            &serde_json::to_value(view::quotes(&analysis)).expect("plain values are JSON"),
        );
        holds(
            "ManyView",
            &serde_json::to_value(view::many(&analysis)).expect("plain values are JSON"),
        );
        for row in view::timeline(&analysis) {
            holds(
                "TimeRow",
                &serde_json::to_value(row).expect("plain values are JSON"),
            );
        }
        for text in view::texts(&analysis, 5) {
            holds(
                "PlainView",
                &serde_json::to_value(text).expect("plain values are JSON"),
            );
        }
        for a in analysis.story.ids() {
            let article = serde_json::to_value(view::article(&analysis, a, 5));
            holds("ArticleView", &article.expect("plain values are JSON"));
            for b in analysis.story.ids().filter(|&b| b != a) {
                let pair = serde_json::to_value(view::pair(&analysis, a, b, 5));
                holds("PairView", &pair.expect("plain values are JSON"));
            }
        }
    }
}

fn generator() -> SchemaGenerator {
    SchemaSettings::draft2020_12().for_serialize().into_generator()
}

/// The schema of each type that leaves, by its name.
fn definitions() -> Map<String, Value> {
    let mut generator = generator();
    generator.subschema_for::<Report>();
    generator.subschema_for::<Overview>();
    generator.subschema_for::<ArticleView>();
    generator.subschema_for::<PairView>();
    generator.subschema_for::<QuotesView>();
    generator.subschema_for::<TimeRow>();
    generator.subschema_for::<ManyView>();
    generator.subschema_for::<PlainView>();
    generator.take_definitions(true)
}

/// Holds a made file against what would be made now.
fn fresh(path: &str, wanted: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&file, wanted).expect("the made file can be written");
        return;
    }
    let found = fs::read_to_string(&file).unwrap_or_default();
    let line = found
        .lines()
        .zip(wanted.lines())
        .position(|(found, wanted)| found != wanted);
    assert!(
        found == wanted,
        "{path} is stale (first at line {}): `UPDATE=1 cargo test --test generate` makes it again",
        line.unwrap_or(found.lines().count().min(wanted.lines().count())) + 1
    );
}

type Drop = Vec<(String, Vec<u8>)>;

/// Nothing; the page's samples; odd files beside bad ones.
fn drops() -> Vec<Drop> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/samples");
    let mut samples: Drop = fs::read_dir(folder)
        .expect("the page has samples")
        .flatten()
        .map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, fs::read(entry.path()).expect("a sample can be read"))
        })
        .collect();
    samples.sort();
    let odd = [
        ("empty.txt", ""),
        ("mark.txt", "\u{feff}«Ужас», — сказал он 6 мая.\r\n\r\n🎉"),
        ("number.md", "# 3\n\n- 1.5 % of $2bn, she said: \"no\""),
    ];
    let odd = odd.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    vec![Drop::new(), samples, odd.to_vec()]
}

fn read(files: &Drop) -> (Analysis, Vec<Error>) {
    let model = Model::embedded();
    let mut failures = Vec::new();
    let mut documents = Vec::new();
    for (name, bytes) in files {
        let contents = ingest(&File::new(name, bytes), &model);
        documents.extend(contents.articles);
        failures.extend(contents.failures);
    }
    (analyse(documents, &model), failures)
}
