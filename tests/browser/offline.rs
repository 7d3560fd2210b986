//! The hosted page without a network: what is stored, what is not, a new version, and forgetting.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};
use xtask::browser::Page;
use xtask::serve::{Host, Server};
use xtask::{Outcome, root, site};

use crate::visit::{NAMES, copy, failures, fresh, hosted, samples, shows, string, strings, view};

/// The paths of what is stored, in all caches.
const STORED: &str = "caches.keys().then((names) => Promise.all(names.map(async (name) =>
    (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname))))
    .then((all) => all.flat().sort())";

fn serve(folder: PathBuf) -> Server {
    Server::start(Host::new(folder, "desk/")).expect("loopback has a free port")
}

/// Waits until the page is stored as a whole, what is needed rarely too.
fn settled(page: &mut Page) -> Outcome {
    page.wait("navigator.serviceWorker.controller")?;
    let files = "caches.keys().then((names) => caches.open(names[0])).then((cache) => cache.keys())";
    page.evaluate(&format!(
        "new Promise((done) => {{ const look = () => {files}.then((all) => all.some(({{ url }}) =>
            url.endsWith('crossread_pdf_bg.wasm')) ? done() : setTimeout(look, 50)); look(); }})"
    ))
    .map(drop)
}

#[test]
fn with_the_server_gone_everything_works() {
    let server = serve(hosted().to_owned());
    let address = server.address.clone();
    let mut page = Page::open(&address).expect("it opens");
    let steps = |page: &mut Page| {
        settled(page)?;
        server.end();
        page.go(&address)?;
        page.drop_files(&samples())?;
        shows(page, &NAMES)?;
        page.click("#clear-all")?;
        shows(page, &[])?;
        page.click("#example")?;
        shows(page, &NAMES)?;
        // So is what was not needed to begin with.
        page.click("#tab-quotes")?;
        view(page, "quotes")?;
        // The reader of PDFs is there, though none was opened before.
        let pdf = root().join("tests/formats/files/bare-tunnel.pdf");
        page.drop_files(&[pdf.canonicalize().expect("it is there")])?;
        page.wait("document.querySelectorAll('.card').length === 4")?;
        assert_eq!(failures(page)?, Vec::<String>::new());
        // So is the page under its other name.
        page.go(&format!("{address}index.html"))?;
        page.drop_files(&samples()[..1])?;
        shows(page, &NAMES[..1])
    };
    steps(&mut page).unwrap_or_else(|message| panic!("{message}"));
}

#[test]
fn what_is_stored_is_the_page_and_never_hangs_on_what_was_opened() {
    let server = serve(hosted().to_owned());
    let mut page = Page::open(&server.address).expect("it opens");
    let steps = |page: &mut Page| -> Result<Value, String> {
        settled(page)?;
        let before = page.evaluate(STORED)?;
        let pdf = root().join("tests/formats/files/bare-tunnel.pdf");
        let mut files = samples();
        files.push(pdf.canonicalize().expect("it is there"));
        page.drop_files(&files)?;
        page.wait("document.querySelectorAll('.card').length === 4")?;
        assert_eq!(page.evaluate(STORED)?, before);
        let kept = "indexedDB.databases().then((all) => [all.length, localStorage.length, sessionStorage.length, document.cookie])";
        assert_eq!(page.evaluate(kept)?, json!([0, 0, 0, ""]));
        // The receipt says it.
        page.click("#privacy summary")?;
        page.wait("document.querySelector('#receipt').textContent.includes('Stored on this computer')")?;
        let listed = strings(
            page,
            "[...document.querySelectorAll('#receipt ul:last-child li')].map((one) => one.textContent).sort()",
        )?;
        assert_eq!(json!(listed), before);
        Ok(before)
    };
    let stored = steps(&mut page).unwrap_or_else(|message| panic!("{message}"));
    let stored: Vec<&str> = stored
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    assert!(stored.contains(&"/desk/") && stored.len() > 10, "{stored:?}");
    for path in stored {
        let file = path.strip_prefix("/desk/").expect("it is below the page");
        assert!(hosted().join(file).exists(), "{path}");
    }
    server.end();
}

/// What the script of the other version says, and ours does not.
const NEW: &str = "No headline in this version";

/// A site whose page greets in other words, in its HTML and in its script.
fn other_version(name: &str) -> PathBuf {
    let www = fresh(&format!("{name}-www"));
    copy(&root().join("www"), &www);
    let changes = [
        (
            "standing.js",
            "See what changed between versions of a story.",
            "See what is new.",
        ),
        ("texts.js", "No headline", NEW),
    ];
    for (file, old, new) in changes {
        let words = fs::read_to_string(www.join(file)).expect("it was copied");
        assert!(words.contains(old), "{file} has another text");
        fs::write(www.join(file), words.replace(old, new)).expect("target is ours");
    }
    let place = fresh(name);
    site::make(&www, &place).unwrap_or_else(|message| panic!("{message}"));
    let script = fs::read_to_string(place.join("main.js")).expect("it was made");
    assert!(script.contains(NEW));
    place
}

#[test]
fn a_new_version_waits_until_it_is_wanted_and_loses_nothing() {
    let place = fresh("versions");
    copy(hosted(), &place);
    let server = serve(place.clone());
    let address = server.address.clone();
    let mut page = Page::open(&address).expect("it opens");
    let promise = "document.querySelector('.promise').textContent";
    let steps = |page: &mut Page| {
        settled(page)?;
        copy(&other_version("version-two"), &place);
        page.go(&address)?;
        page.drop_files(&samples()[..2])?;
        shows(page, &NAMES[..2])?;
        page.wait("document.querySelector('#update').checkVisibility()")?;
        // Nothing happens by itself, and what was begun is gone on with.
        page.evaluate("new Promise((done) => setTimeout(done, 500))")?;
        assert!(string(page, promise)?.contains("changed between versions"));
        shows(page, &NAMES[..2])?;
        page.drop_files(&samples()[2..])?;
        shows(page, &NAMES)?;
        // What was made of them goes along.
        page.press("1")?;
        page.click("#panel-ledger .finding [data-seen]")?;
        page.wait("document.querySelector('.finding[data-mark=seen]')")?;
        page.evaluate("window.old = true")?;
        page.click("#update button")?;
        page.wait("!window.old && document.readyState === 'complete'")?;
        shows(page, &NAMES)?;
        page.wait("document.querySelectorAll('.finding[data-mark=seen]').length === 1")?;
        assert_eq!(string(page, promise)?, "See what is new.");
        assert_eq!(
            page.evaluate("document.querySelector('#update').hidden")?,
            json!(true)
        );
        assert_eq!(string(page, "location.href")?, address, "no address tells of it");
        assert_eq!(
            page.evaluate("caches.keys().then((all) => all.length)")?,
            json!(1)
        );
        Ok(())
    };
    steps(&mut page).unwrap_or_else(|message: String| panic!("{message}"));
    server.end();
}

#[test]
fn a_version_that_is_not_there_as_a_whole_is_not_taken() {
    let place = fresh("half-version");
    copy(hosted(), &place);
    let server = serve(place.clone());
    let mut page = Page::open(&server.address).expect("it opens");
    let steps = |page: &mut Page| {
        settled(page)?;
        // In the middle of a publication: the service worker is new, the page's script is not yet.
        let new = other_version("version-half");
        fs::copy(new.join("service.js"), place.join("service.js")).map_err(|error| error.to_string())?;
        let before = page.evaluate("caches.keys()")?;
        page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update()).then(() => new Promise((done) => setTimeout(done, 1500)))")?;
        assert_eq!(
            page.evaluate("document.querySelector('#update').hidden")?,
            json!(true)
        );
        let new_text = page.evaluate(&format!(
            "fetch('main.js').then((one) => one.text()).then((text) => text.includes('{NEW}'))"
        ))?;
        assert_eq!(new_text, json!(false));
        let after = page.evaluate("caches.keys()")?;
        assert!(
            after.as_array().is_some_and(|all| before
                .as_array()
                .is_some_and(|old| old.iter().all(|one| all.contains(one)))),
            "{before} {after}"
        );
        Ok(())
    };
    steps(&mut page).unwrap_or_else(|message: String| panic!("{message}"));
    server.end();
}

#[test]
fn everything_can_be_forgotten() {
    let server = serve(hosted().to_owned());
    let mut page = Page::open(&server.address).expect("it opens");
    let steps = |page: &mut Page| {
        settled(page)?;
        page.evaluate("localStorage.setItem('crossread.theme', 'dark')")?;
        page.drop_files(&samples()[..1])?;
        shows(page, &NAMES[..1])?;
        page.click("#privacy summary")?;
        // The list of requests pushes the button down.
        page.wait("document.querySelector('#receipt li')")?;
        page.evaluate("window.old = true")?;
        page.click("[data-do=forget]")?;
        page.wait("!window.old && document.readyState === 'complete'")?;
        page.wait("document.querySelector('#toast').textContent.includes('Forgotten')")?;
        // Nothing is stored again before the page is opened anew.
        page.evaluate("new Promise((done) => setTimeout(done, 1000))")?;
        let left = "Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()])
            .then((all) => [localStorage.length, document.querySelectorAll('.card').length, ...all.map((one) => one.length)])";
        assert_eq!(page.evaluate(left)?, json!([0, 0, 0, 0]));
        Ok(())
    };
    steps(&mut page).unwrap_or_else(|message: String| panic!("{message}"));
    server.end();
}

#[test]
fn the_page_can_be_installed() {
    let server = serve(hosted().to_owned());
    let mut page = Page::open(&server.address).expect("it opens");
    let steps = |page: &mut Page| {
        settled(page)?;
        let manifest = page.call("Page.getAppManifest", &json!({}))?;
        assert_eq!(manifest["errors"], json!([]), "{manifest}");
        let lacking = page.call("Page.getInstallabilityErrors", &json!({}))?;
        assert_eq!(lacking["installabilityErrors"], json!([]));
        Ok(())
    };
    steps(&mut page).unwrap_or_else(|message: String| panic!("{message}"));
    server.end();
}
