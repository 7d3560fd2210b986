//! Joins modules and styles to one minified file each, with esbuild.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::{read, write};
use crate::build::run;
use crate::{Outcome, needs};

/// Calls esbuild's own interface with options in JSON: its command line knows no list of definitions of any length.
const CALL: &str = "require(process.argv[1]).buildSync(JSON.parse(process.argv[2]))";

/// Bundles a script with all that it imports. `define` gives values, in JSON's spelling, to names that it does not declare.
pub(super) fn script(entry: &Path, to: &Path, format: &str, define: &Value) -> Outcome {
    call(&json!({
        "entryPoints": [entry],
        "outfile": to,
        "format": format,
        "define": define,
        "target": "es2022",
    }))
}

/// What the page's script is told: its HTML has its words already.
pub(super) fn filled() -> Value {
    json!({ "FILLED": "true" })
}

/// Bundles the page's script as `main.js`, and what is needed later as a file of its own, whose name is returned: it changes
/// with the page, so that neither is ever joined to another version of the other.
pub(super) fn page(www: &Path, into: &Path) -> Result<String, String> {
    call(&json!({
        "entryPoints": [www.join("main.js")],
        "outdir": into,
        "format": "esm",
        "target": "es2022",
        "splitting": true,
        "chunkNames": "[name]-[hash]",
        "define": filled(),
    }))?;
    // more.js imports main.js, so all of it is in the chunk that both share, which takes the place of the stub.
    let (shared, more) = (only(into, "chunk-")?, only(into, "more-")?);
    fs::rename(into.join(&shared), into.join("main.js")).map_err(|error| error.to_string())?;
    let text = read(&into.join(&more))?;
    write(&into.join(&more), &text.replace(&shared, "main.js"))?;
    Ok(more)
}

/// The one script in a folder whose name begins so.
fn only(folder: &Path, begin: &str) -> Result<String, String> {
    let entries = fs::read_dir(folder).map_err(|error| error.to_string())?;
    let names = entries
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut found = names.filter(|name| name.starts_with(begin));
    match (found.next(), found.next()) {
        (Some(name), None) => Ok(name),
        _ => Err(format!(
            "the page was to be bundled as main.js and more.js, each with one {begin}*.js"
        )),
    }
}

/// Bundles styles in their order; each is named as CSS imports it.
pub(super) fn style(www: &Path, imports: &[String], to: &Path) -> Outcome {
    let imports: Vec<String> = imports.iter().map(|one| format!("@import {one};")).collect();
    call(&json!({
        "stdin": { "contents": imports.join("\n"), "resolveDir": www, "loader": "css" },
        "outfile": to,
    }))
}

/// The page's texts by their names; those that are made for an occasion are left out.
pub(super) fn texts(www: &Path) -> Result<Value, String> {
    let script = crate::folder().join("site-texts.js");
    call(&json!({
        "stdin": { "contents": "import { standing } from './standing.js'; console.log(JSON.stringify(standing()));", "resolveDir": www },
        "outfile": script,
        "format": "iife",
        // How numbers are written is the browser's to say; the texts that are wanted here have none.
        "define": { "navigator.language": "'en'" },
    }))?;
    let said = Command::new("node").arg(&script).output();
    let said = said.map_err(|error| format!("node: {error}"))?;
    serde_json::from_slice(&said.stdout)
        .map_err(|error| format!("texts.js: {error}; {}", String::from_utf8_lossy(&said.stderr)))
}

fn call(options: &Value) -> Outcome {
    let mut options = options.clone();
    let common = json!({
        "bundle": true,
        "minify": true,
        "charset": "utf8",
        "legalComments": "none",
        "logLevel": "error",
        // Addresses stay what they are: the files beside the page are there under the same names.
        "external": ["*.svg", "*.png"],
    });
    for (name, value) in common.as_object().into_iter().flatten() {
        options[name] = value.clone();
    }
    let bundler = needs::script(&needs::ESBUILD)?;
    run(Command::new("node")
        .args(["-e", CALL])
        .arg(bundler)
        .arg(options.to_string()))
}
