//! The main ways in Firefox too, over `WebDriver` `BiDi`. Where it is not installed, these tests say so and pass.

use std::path::PathBuf;

use crossread::Analysis;
use serde_json::{Value, json};
use xtask::browser::Fox;
use xtask::serve::{Host, Server};
use xtask::{Outcome, needs, root};

use crate::same::analysis;
use crate::visit::{NAMES, file, hosted, samples, site};

/// Opens the page in Firefox, does `steps`, and holds what is true of every visit.
#[track_caller]
fn visit(steps: impl FnOnce(&mut Fox) -> Outcome) {
    visit_at(site(), steps);
}

/// The same with the page at another address.
#[track_caller]
fn visit_at(address: &str, steps: impl FnOnce(&mut Fox) -> Outcome) {
    let Some(program) = needs::firefox() else {
        eprintln!(
            "SKIPPED: Firefox is not installed (Debian: apt-get install firefox-esr, or set FIREFOX=…)"
        );
        return;
    };
    let mut fox = Fox::open(&program, address).unwrap_or_else(|message| panic!("{message}"));
    steps(&mut fox).unwrap_or_else(|message| panic!("{message}\n{:?}", fox.complaints));
    assert_eq!(fox.complaints, Vec::<String>::new());
    let own = [
        address,
        &format!("blob:{address}"),
        "data:",
        "about:",
        "chrome:",
        "resource:",
    ];
    let foreign = fox
        .requests
        .iter()
        .filter(|one| !own.iter().any(|start| one.starts_with(start)));
    assert_eq!(
        foreign.collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "requests to elsewhere"
    );
}

fn shows(fox: &mut Fox, files: &[&str]) -> Outcome {
    fox.wait(&format!(
        "!document.querySelector('progress, .soon') && JSON.stringify([...document.querySelectorAll('.card .file')]
            .map((one) => one.textContent)) === JSON.stringify({})",
        json!(files)
    ))
}

fn opened(fox: &mut Fox, files: &[PathBuf]) -> Outcome {
    fox.wait("document.querySelector('#open-files') && document.querySelector('.promise').textContent")?;
    fox.pick("#open-files", files)
}

/// Drops two samples on the page.
fn dropped(fox: &mut Fox) -> Outcome {
    fox.wait("document.querySelector('.promise')?.textContent")?;
    fox.evaluate(&format!(
        "Promise.all({}.map(async (name) => new File([await (await fetch(`samples/${{name}}`)).blob()], name))).then((files) => {{
            const data = new DataTransfer();
            for (const file of files) data.items.add(file);
            const on = document.querySelector('.zone');
            for (const kind of ['dragenter', 'dragover', 'drop']) on.dispatchEvent(new DragEvent(kind, {{ dataTransfer: data, bubbles: true, cancelable: true }}));
        }})",
        json!(NAMES[..2])
    ))
    .map(drop)
}

/// Turns to a view by its key.
fn turns(fox: &mut Fox, key: &str, name: &str) -> Outcome {
    fox.press(key)?;
    fox.wait(&format!(
        "document.querySelector('#tab-{name}').ariaSelected === 'true' && document.querySelector('#panel-{name} *')"
    ))
}

/// Chooses in the window that offers all that can be taken along.
fn taken(fox: &mut Fox, what: &str) -> Result<(String, Vec<u8>), String> {
    fox.click("#take")?;
    fox.download(&format!("#take-dialog [data-do={what}]"))
}

fn summaries(analysis: &Analysis) -> Value {
    let report = crossread::report::json(&crossread::report::report(analysis, &[]));
    let report: Value = serde_json::from_str(&report).expect("the report is JSON");
    let changes = report["changes"].as_array().expect("there are findings").iter();
    changes.map(|one| one["summary"].clone()).collect()
}

#[test]
fn firefox_finds_what_the_library_finds_and_walks_the_views_by_keys() {
    let files = &samples()[..2];
    let mut wanted = summaries(&analysis(files));
    visit(|fox| {
        opened(fox, files)?;
        shows(fox, &NAMES[..2])?;
        // A list is drawn by turns.
        let all = wanted.as_array().map_or(0, Vec::len);
        fox.wait(&format!(
            "document.querySelectorAll('.finding .summary').length >= {all}"
        ))?;
        let mut found = fox
            .evaluate("[...document.querySelectorAll('.finding .summary')].map((one) => one.textContent)")?;
        for list in [&mut wanted, &mut found] {
            list.as_array_mut().expect("a list").sort_by_key(Value::to_string);
        }
        assert_eq!(found, wanted);
        for (key, name) in [
            ("2", "side"),
            ("3", "inline"),
            ("5", "names"),
            ("6", "quotes"),
            ("7", "timeline"),
            ("9", "read"),
            ("0", "notes"),
            ("1", "ledger"),
        ] {
            turns(fox, key, name)?;
        }
        fox.press("n")?;
        fox.wait("document.activeElement.matches('.finding.current')")?;
        fox.press("x")?;
        fox.wait("document.activeElement.matches('.finding.current[data-mark=seen]')")?;
        fox.press("?")?;
        fox.wait("document.querySelector('#help-dialog').open")?;
        fox.press("Escape")?;
        fox.wait("!document.querySelector('#help-dialog').open")?;
        fox.press("/")?;
        fox.type_text("had not been audited")?;
        fox.wait("document.querySelectorAll('#panel-found mark').length === 1")
    });
}

/// What is unfolded stands below its row.
#[test]
fn firefox_moves_no_control_when_reasons_and_notes_are_unfolded() {
    let controls = "JSON.stringify([...document.querySelector('.finding').querySelectorAll('.foot-note :is(summary, .plain)')].map((one) => {
        const [box, row] = [one, one.closest('.finding')].map((each) => each.getBoundingClientRect());
        return [one.textContent, Math.round(box.x), Math.round(box.y - row.y)];
    }))";
    visit(|fox| {
        opened(fox, &samples()[..2])?;
        shows(fox, &NAMES[..2])?;
        let before = fox.evaluate(controls)?;
        for name in ["why-c1", "noting-c1"] {
            fox.click(&format!("[data-focus={name}]"))?;
            fox.wait(&format!(
                "document.querySelector('[data-focus={name}] + :is(div, textarea)')?.getBoundingClientRect().height > 0"
            ))?;
            assert_eq!(fox.evaluate(controls)?, before, "{name}");
        }
        Ok(())
    });
}

#[test]
fn firefox_corrects_undoes_and_takes_work_up_again() {
    let title =
        |words: &str| format!("document.querySelector('[data-card=A] .title').textContent === '{words}'");
    visit(|fox| {
        opened(fox, &samples()[..2])?;
        shows(fox, &NAMES[..2])?;
        let before = fox.evaluate("document.querySelector('[data-card=A] .title').textContent")?;
        fox.click("[data-correct=A]")?;
        fox.wait("document.querySelector('#correct-dialog[open]')")?;
        fox.click("#correct-form [name=title]")?;
        fox.press("Ctrl+a")?;
        fox.type_text("Bridge shuts")?;
        fox.press("Enter")?;
        fox.wait(&title("Bridge shuts"))?;
        fox.press("Ctrl+z")?;
        fox.wait(&title(before.as_str().unwrap_or_default()))?;
        fox.press("Ctrl+Shift+z")?;
        fox.wait(&title("Bridge shuts"))?;
        let (name, saved) = taken(fox, "project")?;
        assert!(name.ends_with(".crossread"), "{name}");
        let project = file("firefox-saved", "story.crossread", &saved);
        fox.go(site())?;
        opened(fox, &[project])?;
        shows(fox, &NAMES[..2])?;
        fox.wait(&title("Bridge shuts"))
    });
}

#[test]
fn firefox_saves_the_bytes_that_the_library_prints_and_reads_pdfs() {
    let files = [
        samples(),
        vec![root().join("tests/formats/files/printed-dam.pdf")],
    ]
    .concat();
    let wanted = crossread::report::json(&crossread::report::report(&analysis(&files), &[]));
    visit(|fox| {
        opened(fox, &files)?;
        fox.wait(
            "!document.querySelector('progress, .soon') && document.querySelectorAll('.card').length === 4",
        )?;
        assert_eq!(
            fox.evaluate("document.querySelectorAll('.failure').length")?,
            json!(0)
        );
        let (_, saved) = taken(fox, "json")?;
        assert!(
            saved == wanted.as_bytes(),
            "Firefox saves another report than the library prints"
        );
        turns(fox, "8", "many")
    });
}

/// What belongs together stands in one row, what was moved is linked, and one alone has no other beside it.
#[test]
fn firefox_lays_two_side_by_side() {
    visit(|fox| {
        dropped(fox)?;
        shows(fox, &NAMES[..2])?;
        turns(fox, "2", "side")?;
        fox.wait("!document.querySelector('.soon') && document.querySelector('#panel-side .row[data-moved] .moved-link')")?;
        let skew = "[...document.querySelectorAll('#panel-side .row')].slice(0, 20).filter((row) => {
            const [a, b] = [...row.querySelectorAll('.cell')].map((one) => one.getBoundingClientRect());
            return b && (a.top !== b.top || a.right > b.left);
        }).length";
        assert_eq!(
            fox.evaluate(skew)?,
            json!(0),
            "cells of a row stand beside each other"
        );
        for kind in ["verbatim", "edited", "only-a", "only-b"] {
            fox.wait(&format!(
                "document.querySelector('#panel-side .row[data-kind={kind}]')"
            ))?;
        }
        fox.press("4")?;
        fox.wait("[...document.querySelectorAll('#panel-side .row:not([data-change])')].every((row) => !row.checkVisibility())")
    });
}

#[test]
fn firefox_goes_on_with_the_server_gone() {
    let server = Server::start(Host::new(hosted().to_owned(), "desk/")).expect("loopback has a free port");
    let address = server.address.clone();
    visit_at(&address, |fox| {
        fox.wait("navigator.serviceWorker.controller")?;
        // Stored as a whole, what is needed rarely too.
        let stored = "caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys()))))
            .then((all) => all.flat().some(({ url }) => url.endsWith('crossread_pdf_bg.wasm')))";
        let stored = format!(
            "new Promise((done) => {{ const look = () => {stored}.then((is) => is ? done() : setTimeout(look, 50)); look(); }})"
        );
        fox.evaluate(&stored)?;
        server.end();
        fox.go(&address)?;
        let pdf = root().join("tests/formats/files/bare-tunnel.pdf");
        opened(
            fox,
            &[samples(), vec![pdf.canonicalize().expect("it is there")]].concat(),
        )?;
        fox.wait(
            "!document.querySelector('progress, .soon') && document.querySelectorAll('.card').length === 4",
        )?;
        assert_eq!(
            fox.evaluate("document.querySelectorAll('.failure').length")?,
            json!(0)
        );
        turns(fox, "6", "quotes")?;
        fox.click("#clear-all")?;
        fox.click("#example")?;
        shows(fox, &NAMES)
    });
}
