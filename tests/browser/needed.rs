//! What is not needed to begin with comes later, and where it cannot come every control says so.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use xtask::browser::Page;
use xtask::serve::{Host, Server};
use xtask::{Outcome, serve};

use crate::visit::{NAMES, copy, failures, file, fresh, hosted, open_at, samples, shows, view};

/// A line on which the engine is there long after the page can be used.
const SLOW: &str =
    r#"{ "offline": false, "latency": 40, "downloadThroughput": 200000, "uploadThroughput": 200000 }"#;

/// When the part was asked for; null before.
const ASKED: &str = "performance.getEntriesByType('resource').find(({ name }) => /more-[^/]*[.]js$/.test(name))?.startTime ?? null";

fn slow(address: &str, steps: impl FnOnce(&mut Page) -> Outcome) {
    let mut page = Page::open("about:blank").expect("it opens");
    let line: Value = serde_json::from_str(SLOW).expect("it is JSON");
    let visit = |page: &mut Page| {
        page.call_everywhere("Network.emulateNetworkConditions", &line)?;
        page.go(address)?;
        page.wait("performance.getEntriesByName('usable').length")?;
        steps(page)
    };
    visit(&mut page).unwrap_or_else(|message| panic!("{message}"));
    assert_eq!(page.records().complaints, Vec::<String>::new());
}

#[test]
fn it_is_loaded_after_the_engine_without_being_asked_for() {
    let server = Server::start(Host::packing(hosted().to_owned())).expect("loopback has a free port");
    slow(&server.address, |page| {
        assert_eq!(page.evaluate(ASKED)?, Value::Null);
        page.wait("performance.getEntriesByName('engine').length")?;
        page.wait(ASKED)?;
        let after = format!("({ASKED}) >= performance.getEntriesByName('engine')[0].startTime");
        assert_eq!(page.evaluate(&after)?, json!(true));
        Ok(())
    });
    server.end();
}

/// What is typed into the palette while its commands are still on their way is not lost, and means no keys of the page.
#[test]
fn whoever_needs_it_earlier_has_it_earlier() {
    let server = Server::start(Host::packing(hosted().to_owned())).expect("loopback has a free port");
    slow(&server.address, |page| {
        assert_eq!(page.evaluate(ASKED)?, Value::Null);
        page.press("Ctrl+k")?;
        for key in ["t", "r", "y"] {
            page.press(key)?;
        }
        page.wait("document.querySelectorAll('#palette-list li').length === 1")?;
        page.wait("document.querySelector('#palette-list li').textContent === 'Try an example'")?;
        assert_eq!(
            page.evaluate("document.querySelector('#palette-field').value")?,
            json!("try")
        );
        assert_eq!(
            page.evaluate("performance.getEntriesByName('engine').length")?,
            json!(0),
            "the engine was not to be there yet"
        );
        page.press("Enter")?;
        shows(page, &NAMES)
    });
    server.end();
}

/// A page whose other part is not there any more, as when another version was published since.
fn torn(test: &str, steps: impl FnOnce(&mut Page) -> Outcome) {
    let place = fresh(test);
    copy(hosted(), &place);
    // Nothing is to be stored, so the part is missing for good.
    fs::remove_file(place.join("service.js")).expect("it was copied");
    fs::remove_file(place.join(part(&place))).expect("it was copied");
    let address = serve::background(place, "").expect("loopback has a free port");
    open_at(&address, steps);
}

/// The name of the part.
fn part(site: &Path) -> String {
    let mut names = fs::read_dir(site)
        .expect("it is there")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned());
    let name = names.find(|name| name.starts_with("more-"));
    name.expect("the site has a part that is loaded later")
}

/// Whether the page says that a part is missing; hushes it, so that the next thing that is tried must say it again.
fn says_so(page: &mut Page, what: &str) -> Outcome {
    page.wait("document.querySelector('#toast').textContent.includes('could not be loaded')")
        .map_err(|message| format!("{what}: {message}"))?;
    page.click("#toast [data-do=hush]")?;
    page.wait("!document.querySelector('#toast').textContent")
}

#[test]
fn where_it_is_missing_every_control_says_so_and_the_rest_works() {
    torn("torn", |page| {
        page.drop_files(&samples())?;
        shows(page, &NAMES)?;
        for view in [
            "side", "inline", "names", "quotes", "timeline", "many", "read", "notes",
        ] {
            page.click(&format!("#tab-{view}"))?;
            says_so(page, view)?;
        }
        for control in [
            "[data-do=json]",
            "[data-do=report]",
            "[data-do=project]",
            "[data-correct=A]",
            "#help",
        ] {
            page.evaluate(&format!("document.querySelector('{control}').click()"))?;
            says_so_behind(page, control)?;
        }
        page.click("#tab-read")?;
        page.click("#correcting")?;
        says_so(page, "correcting")?;
        assert_eq!(
            page.evaluate("document.querySelector('#correcting').ariaPressed")?,
            json!("false")
        );
        page.press("Ctrl+k")?;
        says_so(page, "the palette")?;
        assert_eq!(
            page.evaluate("document.querySelector('#palette').open")?,
            json!(false)
        );
        // What a project would have brought is not taken for granted.
        let project = file(
            "torn-project",
            "story.crossread",
            br#"{"crossread":1,"articles":[],"decisions":[]}"#,
        );
        page.drop_files(&[project])?;
        says_so(page, "a project")?;
        assert_eq!(failures(page)?, Vec::<String>::new());
        page.click("#tab-ledger")?;
        view(page, "ledger")?;
        page.wait("document.querySelectorAll('#panel-ledger .finding').length > 3")
    });
}

/// The same where a window may have been opened before it.
fn says_so_behind(page: &mut Page, what: &str) -> Outcome {
    page.wait("document.querySelector('#toast').textContent.includes('could not be loaded')")
        .map_err(|message| format!("{what}: {message}"))?;
    page.evaluate("document.querySelectorAll('dialog[open]').forEach((one) => one.close())")?;
    page.click("#toast [data-do=hush]")?;
    page.wait("!document.querySelector('#toast').textContent")
}
