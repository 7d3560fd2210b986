//! Wherever the page is put: below a path, on a plain static server, or opened where it cannot work.

use std::fs;
use std::path::Path;

use serde_json::json;
use xtask::browser::Page;
use xtask::serve::{Host, Server};
use xtask::size::{self, Sizes};
use xtask::{pace, root, serve, site as made};

use crate::visit::{NAMES, copy, failures, fresh, hosted, open_at, samples, shows, site};

#[test]
fn the_page_works_below_a_path() {
    // The other tests say whether the page is built.
    site();
    works_below_a_path(&root().join("www"));
}

#[test]
fn the_hosted_page_works_below_a_path() {
    works_below_a_path(hosted());
}

fn works_below_a_path(folder: &Path) {
    let address =
        serve::background(folder.to_owned(), "desk/tools/crossread/").expect("loopback has a free port");
    let page = open_at(&address, |page| {
        page.click("#example")?;
        shows(page, &NAMES)?;
        page.click("#clear-all")?;
        shows(page, &[])?;
        page.drop_files(&samples())?;
        shows(page, &NAMES)?;
        page.click("#clear-all")?;
        shows(page, &[])?;
        page.click("#privacy summary")?;
        page.wait("document.querySelector('#receipt').textContent.includes('all of this page itself')")
    });
    assert_eq!(page.records().complaints, Vec::<String>::new());
}

#[test]
fn an_engine_that_is_not_there_is_said_to_be_absent() {
    let place = fresh("no-engine");
    copy(&root().join("www"), &place);
    fs::remove_dir_all(place.join("pkg")).expect("it was copied");
    let address = serve::background(place, "").expect("loopback has a free port");
    let page = open_at(&address, |page| {
        // It is said at once, not only with the first file.
        page.wait("document.querySelector('#boot').textContent.includes('engine did not load')")?;
        page.drop_files(&samples()[..1])?;
        page.wait("document.querySelector('.failure')")?;
        let said = failures(page)?;
        assert!(
            said.len() == 1 && said[0].contains("engine did not load"),
            "{said:?}"
        );
        Ok(())
    });
    assert!(
        !page.records().complaints.is_empty(),
        "the console has the reason"
    );
}

/// As browsers do that are locked down.
#[test]
fn a_browser_without_webassembly_is_told_so() {
    for folder in [root().join("www"), hosted().to_owned()] {
        let address = serve::background(folder, "").expect("loopback has a free port");
        let mut page = Page::open("about:blank").expect("it opens");
        let steps = |page: &mut Page| {
            let without = json!({ "source": "delete globalThis.WebAssembly" });
            page.call("Page.addScriptToEvaluateOnNewDocument", &without)?;
            page.go(&address)?;
            page.wait("document.querySelector('#boot').checkVisibility()")?;
            page.wait("document.querySelector('#boot').textContent.includes('cannot run WebAssembly')")
        };
        steps(&mut page).unwrap_or_else(|message| panic!("{message}"));
    }
}

/// On a slow machine and line, where parts of the page come one after the other, what was drawn stays where it is.
#[test]
fn nothing_moves_while_the_page_is_loaded() {
    let server = Server::start(Host::packing(hosted().to_owned())).expect("loopback has a free port");
    let pace = pace::visit(&server.address, pace::SLOWER).unwrap_or_else(|message| panic!("{message}"));
    server.end();
    // A letter that another font draws a pixel wider is no more than this.
    assert!(pace.shift < 0.001, "{pace:?}");
    assert!(
        0.0 < pace.drawn && pace.drawn <= pace.usable && pace.usable < pace.engine,
        "{pace:?}"
    );
}

/// The limit of the page: what a reader waits for on a slow line, once.
#[test]
fn the_page_is_at_most_one_and_a_half_megabytes_as_sent() {
    let sizes = size::sizes(hosted()).expect("the site is made");
    let Sizes { first, more, papers } = size::totals(&sizes);
    assert!(first <= 1_500_000, "{first} bytes: {sizes:?}");
    assert!(0 < more && more <= 22_500, "{more} bytes later: {sizes:?}");
    assert!(
        0 < papers && papers <= 350_000,
        "{papers} bytes for PDFs: {sizes:?}"
    );
}

/// Whoever compares two builds sees whether they are the same page.
#[test]
fn the_same_page_makes_the_same_site() {
    let again = fresh("hosted-again");
    made::make(&root().join("www"), &again).expect("it was made before");
    let first = files(hosted());
    assert!(first.len() > 15, "{first:?}");
    assert_eq!(first, files(&again));
    for name in first {
        let bytes = |place: &Path| fs::read(place.join(&name)).expect("it was listed");
        assert!(bytes(hosted()) == bytes(&again), "{name} differs");
    }
}

fn files(place: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(place).expect("it is there").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            names.extend(files(&entry.path()).iter().map(|inner| format!("{name}/{inner}")));
        } else {
            names.push(name);
        }
    }
    names.sort();
    names
}

#[test]
fn opened_as_a_file_the_page_says_why_it_cannot_start() {
    says_why(&root().join("www"), "cargo xtask serve");
    says_why(hosted(), "Open “crossread.html” beside it");
}

fn says_why(folder: &Path, what: &str) {
    let place = folder.join("index.html").canonicalize().expect("it is there");
    let mut page = Page::open(&format!("file://{}", place.display())).expect("it opens");
    page.wait("document.querySelector('#boot').checkVisibility()")
        .expect("it explains itself");
    let said = page
        .evaluate("document.querySelector('#boot').textContent")
        .expect("it answers");
    assert!(said.as_str().is_some_and(|said| said.contains(what)), "{said}");
}
