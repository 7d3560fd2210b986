//! A visit to the page, and what may be said about it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde_json::{Value, json};
use xtask::browser::Page;
use xtask::{Outcome, folder, gallery, root, serve, site as made};

/// Opens the page, does `steps`, and holds what is true of every visit: nothing in the console, and no request but
/// for the page's own files.
#[track_caller]
pub(crate) fn visit(steps: impl FnOnce(&mut Page) -> Outcome) {
    let page = open_and(steps);
    assert_eq!(page.records().complaints, Vec::<String>::new());
}

/// The same for a visit whose point is that something goes wrong: its complaints are for the caller to judge.
#[track_caller]
pub(crate) fn open_and(steps: impl FnOnce(&mut Page) -> Outcome) -> Page {
    open_at(site(), steps)
}

/// The same with the page at another address.
#[track_caller]
pub(crate) fn open_at(address: &str, steps: impl FnOnce(&mut Page) -> Outcome) -> Page {
    let mut page = Page::open(address).unwrap_or_else(|message| panic!("{message}"));
    // What the page did last may still be on its way.
    let rest = "new Promise((done) => setTimeout(done, 50))";
    if let Err(message) = steps(&mut page).and_then(|()| page.evaluate(rest).map(drop)) {
        panic!("{message}");
    }
    // A data: address goes nowhere; the browser draws its own calendar with one.
    let allowed = [address, &format!("blob:{address}"), "data:"];
    let own = |request: &&String| !allowed.iter().any(|start| request.starts_with(start));
    let foreign: Vec<&String> = page.records().requests.iter().filter(own).collect();
    assert_eq!(foreign, Vec::<&String>::new(), "requests to elsewhere");
    page
}

/// The page as it is hosted, made once of `www/` as it is.
pub(crate) fn hosted() -> &'static Path {
    static MADE: OnceLock<PathBuf> = OnceLock::new();
    MADE.get_or_init(|| {
        site();
        let place = folder().join("browser").join("hosted");
        made::make(&root().join("www"), &place).unwrap_or_else(|message| panic!("{message}"));
        place.canonicalize().expect("it was just made")
    })
}

/// The page's address, served for as long as the tests run.
pub(crate) fn site() -> &'static str {
    static SITE: OnceLock<String> = OnceLock::new();
    SITE.get_or_init(|| {
        let built = root().join("www/pkg/crossread_bg.wasm").is_file();
        assert!(
            built,
            "the page is not built; run `cargo xtask build`, or `cargo xtask test` for all"
        );
        serve::background(root().join("www"), "").expect("loopback has a free port")
    })
}

/// The names of the sample articles, which are A, B and C.
pub(crate) const NAMES: [&str; 3] = [
    "aldine-bridge-closure.txt",
    "selmouth-courier-bridge.md",
    "tidewater-ferry-strike.txt",
];

/// The three sample articles, in order of name: the third tells another story.
pub(crate) fn samples() -> Vec<PathBuf> {
    let samples = gallery::texts(&root().join("www/samples"));
    assert_eq!(samples.len(), 3, "{samples:?}");
    samples
}

/// A folder that no other test has: tests run side by side, and a browser does not read a file that was written after
/// it was dropped.
fn own(test: &str) -> PathBuf {
    let running = std::thread::current();
    let name = running.name().unwrap_or("main").replace("::", "-");
    folder().join("browser").join(name).join(test)
}

/// A file with these bytes, in a folder of the test's own.
pub(crate) fn file(test: &str, name: &str, bytes: &[u8]) -> PathBuf {
    let file = own(test).join(name);
    fs::create_dir_all(file.parent().expect("a file is in a folder")).expect("target is ours");
    fs::write(&file, bytes).expect("target is ours");
    file.canonicalize().expect("it was just written")
}

/// An empty folder of the test's own.
pub(crate) fn fresh(test: &str) -> PathBuf {
    let place = own(test);
    let _ = fs::remove_dir_all(&place);
    fs::create_dir_all(&place).expect("target is ours");
    place.canonicalize().expect("it was just made")
}

/// Copies a folder with all that is in it.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("target is ours");
    for entry in fs::read_dir(from).expect("it is there").flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(from, to).expect("target is ours");
        }
    }
}

/// Waits until the page and its worker have loaded all that they need, and the engine has been warmed up.
pub(crate) fn ready(page: &mut Page) -> Outcome {
    page.click("#privacy summary")?;
    page.wait("document.querySelector('#receipt').textContent.includes('crossread_bg.wasm')")?;
    page.click("#privacy summary")
}

/// Waits until the page is at rest and shows exactly these files as its articles A, B, C…
pub(crate) fn shows(page: &mut Page, files: &[&str]) -> Outcome {
    let files = json!(files);
    page.wait(&format!(
        "!document.querySelector('progress, .soon, #result:not([hidden]) [data-panel]:not([hidden]):empty') && JSON.stringify([...document.querySelectorAll('.card .file')]
            .map((one) => one.textContent)) === JSON.stringify({files})"
    ))
}

/// Waits for a view to be the chosen one, with all in it that it fetches.
pub(crate) fn view(page: &mut Page, name: &str) -> Outcome {
    let whole = match name {
        "side" | "inline" => ":is(.rows, .nothing)",
        "read" | "names" => ".reader",
        _ => "*",
    };
    page.wait(&format!(
        "document.querySelector('#tab-{name}').ariaSelected === 'true'
            && document.querySelector('#panel-{name}').checkVisibility()
            && document.querySelector('#panel-{name} {whole}')
            && !document.querySelector('#panel-{name} .soon')"
    ))
}

/// Puts words in the field of the search as typing does.
pub(crate) fn ask(page: &mut Page, words: &str) -> Outcome {
    page.evaluate(&format!(
        "(() => {{ const field = document.querySelector('#search'); field.value = {};
            field.dispatchEvent(new Event('input', {{ bubbles: true }})); }})()",
        json!(words)
    ))
    .map(drop)
}

/// Chooses in the window that offers all that can be taken along.
pub(crate) fn take(page: &mut Page, what: &str) -> Outcome {
    page.click("#take")?;
    page.click(&format!("#take-dialog [data-do={what}]"))
}

/// The same where it is a file, into a folder of the test's own.
pub(crate) fn taken(page: &mut Page, what: &str, into: &str) -> Result<Vec<u8>, String> {
    page.saved(&fresh(into), |page| take(page, what))
}

/// The messages about files that could not be read.
pub(crate) fn failures(page: &mut Page) -> Result<Vec<String>, String> {
    strings(
        page,
        "[...document.querySelectorAll('.failure p')].map((one) => one.textContent)",
    )
}

/// The strings that an expression comes to.
pub(crate) fn strings(page: &mut Page, expression: &str) -> Result<Vec<String>, String> {
    let value = page.evaluate(expression)?;
    let list = value
        .as_array()
        .ok_or_else(|| format!("{expression} is no list: {value}"))?;
    Ok(list.iter().map(text).collect())
}

/// The string that an expression comes to.
pub(crate) fn string(page: &mut Page, expression: &str) -> Result<String, String> {
    page.evaluate(expression).map(|value| text(&value))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
