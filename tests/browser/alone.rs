//! The page in one file: it opens from a disk, asks for nothing, and does what the hosted page does.

use std::fs;

use serde_json::json;
use xtask::browser::Page;
use xtask::{Outcome, root};

use crate::visit::{NAMES, failures, fresh, hosted, samples, shows, string, view};

/// Opens a copy of the file, alone in a folder, and does `steps`: nothing may be asked for but the file.
#[track_caller]
fn alone(name: &str, steps: impl FnOnce(&mut Page) -> Outcome) {
    let file = fresh(name).join("crossread.html");
    fs::copy(hosted().join("crossread.html"), &file).expect("the site is made");
    let address = format!("file://{}", file.display());
    let mut page = Page::open(&address).expect("it opens");
    if let Err(message) = steps(&mut page) {
        panic!("{message}");
    }
    let records = page.records();
    let foreign = |request: &&String| **request != address && !is_inside(request);
    let foreign: Vec<&String> = records.requests.iter().filter(foreign).collect();
    assert_eq!(foreign, Vec::<&String>::new(), "requests");
    assert_eq!(records.complaints, Vec::<String>::new());
}

/// What is a part of the file itself.
fn is_inside(request: &str) -> bool {
    request.starts_with("data:") || request.starts_with("blob:")
}

#[test]
fn one_file_from_a_disk_reads_and_compares() {
    alone("alone-ledger", |page| {
        assert_eq!(
            page.evaluate("document.querySelector('#boot').hidden")?,
            json!(true)
        );
        page.pick("label:has(#open-files)", &samples()[..2])?;
        shows(page, &NAMES[..2])?;
        page.click("#tab-ledger")?;
        view(page, "ledger")?;
        page.wait("document.querySelectorAll('#panel-ledger .finding').length > 3")?;
        page.click("#tab-side")?;
        view(page, "side")?;
        page.click("#clear-all")?;
        shows(page, &[])?;
        page.click("#example")?;
        shows(page, &NAMES)
    });
}

#[test]
fn one_file_from_a_disk_reads_a_pdf_and_starts_its_worker_again() {
    alone("alone-pdf", |page| {
        let pdf = root().join("tests/formats/files/bare-tunnel.pdf");
        page.drop_files(&[pdf.canonicalize().expect("it is there")])?;
        shows(page, &["bare-tunnel.pdf"])?;
        assert_eq!(failures(page)?, Vec::<String>::new());
        // Stopping ends the worker; the next one is made of the same text.
        page.evaluate_in_worker("self.addEventListener('message', () => { for (;;); }, true)")?;
        page.drop_files(&samples()[..1])?;
        page.click("#progress button")?;
        page.wait("!document.querySelector('progress')")?;
        page.drop_files(&samples()[..1])?;
        page.wait("document.querySelectorAll('.card').length === 2")
    });
}

#[test]
fn one_file_forbids_itself_everything_that_it_does_not_hold() {
    alone("alone-policy", |page| {
        let policy = string(
            page,
            "document.querySelector('meta[http-equiv=Content-Security-Policy]').content",
        )?;
        assert!(policy.starts_with("default-src 'none';"), "{policy}");
        for part in policy.split(';').map(str::trim) {
            let (directive, sources) = part.split_once(' ').expect("a directive has sources");
            for source in sources.split(' ') {
                let known = match directive {
                    "script-src" => source == "'wasm-unsafe-eval'" || source.starts_with("'sha256-"),
                    "style-src" => source.starts_with("'sha256-"),
                    "worker-src" => source == "blob:",
                    "img-src" => source == "data:" || source == "blob:",
                    _ => source == "'none'",
                };
                assert!(known, "{directive} {source}");
            }
        }
        // There is nothing beside it, and nothing to look for.
        page.click("#privacy summary")?;
        page.wait("document.querySelector('#receipt').textContent.trim()")?;
        assert_eq!(
            page.evaluate("document.querySelector('#one-file').hidden")?,
            json!(true)
        );
        Ok(())
    });
}
