//! Packs the tables beside this file into one text for the program: a sixth less to load than the tables as they are.
//!
//! Rows with the same columns stand behind these once, each form by what it has more than the one before.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

#[path = "coding.rs"]
mod coding;

const TABLES: &str = "src/knowledge/lexicon";

fn main() {
    println!("cargo:rerun-if-changed={TABLES}");
    let files = fs::read_dir(TABLES).expect("the folder of tables");
    let paths = files.map(|file| file.expect("a file of the folder").path());
    let mut tables: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|end| end == "tsv"))
        .collect();
    tables.sort();
    let packed: Vec<String> = tables.iter().map(|path| packed(path)).collect();
    let folder = env::var("OUT_DIR").expect("cargo names a folder");
    fs::write(Path::new(&folder).join("lexicon.txt"), packed.join("\n")).expect("a folder to write to");
}

/// The name of a table, and a line for each of the columns that its forms have.
fn packed(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a table in UTF-8");
    let mut groups: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for line in text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        let (form, columns) = line.split_once('\t').unwrap_or((line, ""));
        groups.entry(columns).or_default().push(form);
    }
    let name = path.file_stem().expect("a name").to_string_lossy();
    let mut packed = format!("{name}\n");
    for (columns, forms) in groups {
        packed += columns;
        let mut before = "";
        for form in forms {
            let most = before.len().min(form.len()).min(coding::MOST);
            let alike = |&end: &usize| form.is_char_boundary(end) && before.get(..end) == form.get(..end);
            let shared = (0..=most).rev().find(alike).unwrap_or(0);
            write!(packed, "{}{}", coding::sign(shared), &form[shared..]).expect("memory");
            before = form;
        }
        packed.push('\n');
    }
    packed
}
