//! What is in sight stays where it is, unless somebody presses something that moves it: also where it takes a moment until
//! what was dropped has been read, or a view been drawn.

use std::path::PathBuf;

use serde_json::json;
use xtask::browser::Page;
use xtask::{Outcome, crowd, pace, serve};

use crate::visit::{fresh, hosted, open_at, samples, view};

/// Files are dropped on the hosted page on a slow machine, and views looked at, in a wide and in a narrow window.
fn stays(files: &[PathBuf], views: &[&str]) {
    let address = serve::background(hosted().to_owned(), "").expect("loopback has a free port");
    for (width, height) in [(1280, 900), (360, 780)] {
        let page = open_at(&address, |page| {
            page.resize(width, height, 1)?;
            page.wait("performance.getEntriesByName('engine').length")?;
            page.call("Emulation.setCPUThrottlingRate", &json!({ "rate": pace::SLOWER }))?;
            page.evaluate(&format!(
                "{}; paced.from = performance.now(); undefined",
                pace::WATCH
            ))?;
            page.drop_files(files)?;
            rests(page, files.len())?;
            // What moves in half a second after a click is what it asked for, and is not told.
            page.call("Emulation.setCPUThrottlingRate", &json!({ "rate": 1 }))?;
            for name in views {
                page.click(&format!("#tab-{name}"))?;
                view(page, name)?;
                rests(page, files.len())?;
            }
            let moved = page.evaluate("paced.moved.filter((one) => parseFloat(one) > paced.from)")?;
            assert_eq!(moved, json!([]), "{} files, {width} px", files.len());
            Ok(())
        });
        assert_eq!(page.records().complaints, Vec::<String>::new());
    }
}

/// Waits until so many articles are shown, and nothing is drawn any more.
fn rests(page: &mut Page, articles: usize) -> Outcome {
    page.wait(&format!(
        "!document.querySelector('progress, .soon') && document.querySelectorAll('.card').length === {articles}"
    ))?;
    // What moves is told after the frame in which it does.
    page.evaluate("new Promise((done) => setTimeout(done, 100))")
        .map(drop)
}

#[test]
fn nothing_moves_when_two_or_three_articles_are_dropped_and_looked_at() {
    let views = [
        "side", "inline", "names", "quotes", "timeline", "read", "notes", "ledger",
    ];
    for count in [2, 3] {
        stays(&samples()[..count], &views);
    }
}

#[test]
fn nothing_moves_when_300_files_are_dropped_and_looked_at() {
    let files = crowd::write(&fresh("crowd")).expect("target is ours");
    stays(&files, &["many", "names", "ledger", "side"]);
}
