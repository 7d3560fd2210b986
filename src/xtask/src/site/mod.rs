//! Makes the page as it is hosted, from `www/`: few small files, a service worker, and beside them the page in one file.

mod alone;
mod bundle;
mod hash;
mod markup;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::{Outcome, build, folder, needs, root};

/// Where the service worker is; it rules over the folder that it lies in.
const SERVICE: &str = "service.js";

/// What is sent as it is.
const PLAIN: [&str; 7] = [
    "icon.svg",
    "icons/plain-192.png",
    "icons/plain-512.png",
    "icons/mask-512.png",
    "manifest.webmanifest",
    "pkg/crossread_bg.wasm",
    "pkg/crossread_pdf_bg.wasm",
];

/// The page's scripts beside its own: what explains where it cannot run, the worker, what loads the reader of PDFs.
const SCRIPTS: [&str; 3] = ["boot.js", "worker.js", "pkg/crossread_pdf.js"];

/// What is stored for use without a network, beside the page itself and the samples.
const STORED: [&str; 7] = [
    "boot.js",
    "icon.svg",
    "main.js",
    "manifest.webmanifest",
    "pkg/crossread_bg.wasm",
    "style.css",
    "worker.js",
];

/// What is stored when there is time for it: most people never open a PDF.
const LATER: [&str; 2] = ["pkg/crossread_pdf.js", "pkg/crossread_pdf_bg.wasm"];

/// Where the site is made.
pub fn place() -> PathBuf {
    folder().join("site")
}

/// Builds the modules and makes the site of them; `quick` as for the modules.
pub fn build(quick: bool) -> Outcome {
    build::page(quick)?;
    again()
}

/// The same of modules that are built already.
pub fn again() -> Outcome {
    needs::install_bundler()?;
    make(&root().join("www"), &place())?;
    println!("the site is in {}", place().display());
    Ok(())
}

/// Makes the site `into` a folder, anew, of the page in `www`, whose modules are built. The same page gives the same bytes.
pub fn make(www: &Path, into: &Path) -> Outcome {
    match fs::remove_dir_all(into) {
        Err(error) if into.exists() => return Err(format!("{}: {error}", into.display())),
        _ => {}
    }
    for name in SCRIPTS {
        // The page's worker is a module, as its own script is.
        let format = if name == "boot.js" { "iife" } else { "esm" };
        bundle::script(&www.join(name), &into.join(name), format, &json!({}))?;
    }
    let more = bundle::page(www, into)?;
    let page = markup::filled(&read(&www.join("index.html"))?, &bundle::texts(www)?)?;
    bundle::style(www, &markup::styles(&page), &into.join("style.css"))?;
    for name in PLAIN {
        copy(&www.join(name), &into.join(name))?;
    }
    let samples = samples(www)?;
    for name in &samples {
        copy(&www.join(name), &into.join(name))?;
    }
    write(&into.join("index.html"), &markup::hosted(&page, SERVICE)?)?;
    service(www, into, &more, &samples)?;
    let alone = alone::page(www, into, &page, &samples)?;
    write(&into.join("crossread.html"), &alone)
}

/// The service worker, with the list of the files that it stores.
fn service(www: &Path, into: &Path, more: &str, samples: &[String]) -> Outcome {
    let samples = samples.iter().map(String::as_str);
    let mut stored: Vec<&str> = STORED.into_iter().chain([more]).chain(samples).collect();
    stored.sort_unstable();
    let page = json!(["", hash::hex(&bytes(&into.join("index.html"))?)]);
    let mut files = vec![page];
    files.extend(listed(into, &stored)?);
    let later = listed(into, &LATER)?;
    let version = hash::hex(json!([files, later]).to_string().as_bytes());
    let define = json!({
        "FILES": json!(files).to_string(),
        "LATER": json!(later).to_string(),
        "VERSION": json!(version[..16]).to_string(),
    });
    bundle::script(&www.join(SERVICE), &into.join(SERVICE), "iife", &define)
}

/// Each file with its SHA-256.
fn listed(into: &Path, names: &[&str]) -> Result<Vec<Value>, String> {
    let hashed = names
        .iter()
        .map(|name| Ok(json!([name, hash::hex(&bytes(&into.join(name))?)])));
    hashed.collect()
}

/// The sample articles, in order of name.
fn samples(www: &Path) -> Result<Vec<String>, String> {
    let files = crate::gallery::texts(&www.join("samples"));
    let names = files.iter().filter_map(|file| file.file_name()?.to_str());
    let names: Vec<String> = names.map(|name| format!("samples/{name}")).collect();
    if names.is_empty() {
        return Err(format!("{} has no samples", www.display()));
    }
    Ok(names)
}

fn bytes(file: &Path) -> Result<Vec<u8>, String> {
    fs::read(file).map_err(|error| format!("{}: {error}; is the page built?", file.display()))
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn write(file: &Path, text: &str) -> Outcome {
    folder_of(file)?;
    fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))
}

fn copy(from: &Path, to: &Path) -> Outcome {
    folder_of(to)?;
    let copied = fs::copy(from, to).map(drop);
    copied.map_err(|error| format!("{}: {error}; is the page built?", from.display()))
}

fn folder_of(file: &Path) -> Outcome {
    let made = file.parent().map_or(Ok(()), fs::create_dir_all);
    made.map_err(|error| format!("{}: {error}", file.display()))
}
