//! What no file of the repository may hold, and what tables and manifests must.

use crate::{hold, is, tree};

#[test]
fn files_name_no_machine_and_no_registry() {
    // Cargo writes its lock file itself, with the index's address in it.
    let ours = |path: &str| path != "Cargo.lock";
    hold(&tree::files(), ours, foreign);
}

#[test]
fn tables_name_their_source_and_stay_sorted() {
    hold(
        &tree::files(),
        |path| is(path, "tsv") && path.starts_with("src/"),
        table,
    );
}

#[test]
fn dependencies_give_their_reason() {
    hold(&tree::files(), |path| path.ends_with("Cargo.toml"), manifest);
}

#[test]
fn a_foreign_address_is_seen() {
    let registry = ["https://crates", "io/x"].join(".");
    let machine = ["see ", "home", "ann/x"].join("/");
    for text in [registry.as_str(), machine.as_str()] {
        assert_eq!(foreign("a.md", text).len(), 1, "{text}");
    }
    assert_eq!(foreign("a.md", "at home/work/school"), Vec::<String>::new());
}

#[test]
fn a_bad_table_is_seen() {
    let head = "# Names.\n# Written for Crossread from common knowledge; MIT OR Apache-2.0.\n";
    assert_eq!(table("a.tsv", &format!("{head}a\nb\tx\n")), Vec::<String>::new());
    for text in ["a\nb\n", "# Names.\na\n"] {
        assert_eq!(table("a.tsv", text).len(), 1, "{text}");
    }
    for rows in ["b\na\n", "a\na\n", "a\n\nb\n", "a\tx\nab\na b\n"] {
        assert_eq!(table("a.tsv", &format!("{head}{rows}")).len(), 1, "{rows}");
    }
}

#[test]
fn a_dependency_without_a_reason_is_seen() {
    let bad = "[dependencies]\n# The why.\na = \"1\"\nb = \"1\"\n\n[target.x.dependencies]\nc = { version = \"1\" }\n";
    assert_eq!(manifest("Cargo.toml", bad).len(), 2);
    let good = "[dependencies]\n# The why.\na = \"1\"\n\n[profile.dev]\nopt-level = 1\n";
    assert_eq!(manifest("Cargo.toml", good), Vec::<String>::new());
}

/// Paths of a machine and hosts of package registries. They are put together here, so that this file holds none.
fn foreign(_: &str, text: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    for folder in ["home", "root", "work", "Users"] {
        let path = format!("/{folder}/");
        let absolute = text.match_indices(&path).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | '-' | '_' | '}'))
        });
        if absolute {
            complaints.push(format!(
                "holds `{path}`, a path of one machine; name it from the root"
            ));
        }
    }
    let registries = [
        ["crates", "io"],
        ["npmjs", "org"],
        ["npmjs", "com"],
        ["pypi", "org"],
        ["pythonhosted", "org"],
        ["proxy.golang", "org"],
    ];
    for host in registries.map(|parts| parts.join(".")) {
        if text.contains(&host) {
            complaints.push(format!("names the registry `{host}`; name the package alone"));
        }
    }
    complaints
}

/// A table begins with its source and licence, and is sorted by the bytes of its first column, each form once.
fn table(_: &str, text: &str) -> Vec<String> {
    let head: Vec<&str> = text.lines().take_while(|line| line.starts_with('#')).collect();
    let head = head.join("\n");
    let licensed = [
        "MIT",
        "Apache-2.0",
        "CC BY",
        "CC0",
        "public-domain",
        "public domain",
    ]
    .iter()
    .any(|licence| head.contains(licence));
    let sourced = ["Written for", "From", "from", "by way of", "Counted"]
        .iter()
        .any(|word| head.contains(word));
    let mut complaints = Vec::new();
    if !(licensed && sourced) {
        complaints.push("say in the first `#` lines where it is from and under which licence".to_owned());
    }
    let rows: Vec<&str> = text
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').next().unwrap_or(line))
        .collect();
    let mut pairs = rows.iter().zip(rows.iter().skip(1));
    if let Some((first, second)) = pairs.find(|(first, second)| first >= second) {
        complaints.push(format!(
            "`{first}` stands before `{second}`: sort by bytes (LC_ALL=C sort), each form once, no empty line"
        ));
    }
    complaints
}

/// Each dependency has a comment right above it.
fn manifest(_: &str, text: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut inside = false;
    let mut before = "";
    for line in text.lines() {
        if line.starts_with('[') {
            inside = line.trim_end_matches(']').ends_with("dependencies");
        } else if inside && line.contains('=') && !line.starts_with('#') && !before.starts_with('#') {
            let name = line.split('=').next().unwrap_or(line).trim();
            complaints.push(format!(
                "`{name}` stands without its reason; write it as a comment above"
            ));
        }
        before = line;
    }
    complaints
}
