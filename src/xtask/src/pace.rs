//! How fast the hosted page is where both the machine and the line are slow: prints what a browser measures.

use serde_json::{Value, json};

use crate::browser::Page;
use crate::serve::{Host, Server};
use crate::{Outcome, crowd, gallery, site, tasks};

/// The machine is so many times slower than this one, for the numbers that are held against a budget.
pub const SLOWER: u32 = 4;

/// The line: 10 Mbit/s in bytes a second, and milliseconds to and fro.
const LINE: u32 = 10_000_000 / 8;
const LATENCY: u32 = 40;

/// Watches what moves and what takes long, from the first moment of a page: `window.paced`.
pub const WATCH: &str = "window.paced = { shift: 0, moved: [], long: [] };
    const called = ({ node }) => node?.id || node?.className || node?.nodeName;
    new PerformanceObserver((list) => list.getEntries().forEach((one) => {
        if (one.hadRecentInput) return;
        paced.shift += one.value;
        paced.moved.push(`${Math.round(one.startTime)}: ${one.sources.map(called)}`);
    }))
        .observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => list.getEntries().forEach((one) => paced.long.push([Math.round(one.startTime), Math.round(one.duration)])))
        .observe({ type: 'longtask', buffered: true });";

/// Views that are looked at, one after the other, while the page is measured.
const VIEWS: [&str; 7] = ["ledger", "side", "inline", "names", "quotes", "timeline", "read"];

/// What one visit came to.
#[derive(Debug)]
pub struct Pace {
    /// Milliseconds until something is drawn.
    pub drawn: f64,
    /// Milliseconds until files can be dropped, opened and pasted.
    pub usable: f64,
    /// Milliseconds until the engine has been loaded and warmed up.
    pub engine: f64,
    /// Bytes that came over the line until then.
    pub bytes: u64,
    /// How much moved of its own accord until then, after Chromium's measure; 0 is nothing.
    pub shift: f64,
    /// What moved, and when.
    pub moved: Value,
    /// How much moved after files were dropped: the page makes room for them at once.
    pub room: f64,
    /// Tasks of more than 50 ms after the page became usable: when, and how long, in milliseconds.
    pub long: Vec<(u64, u64)>,
}

/// Measures a few visits and prints them.
pub fn print() -> Outcome {
    let server = Server::start(Host::packing(site::place()))?;
    println!("{LINE} bytes a second, {LATENCY} ms to and fro, sent with gzip");
    println!("slower   drawn  usable  engine     bytes  shift   room  tasks over 50 ms after that (at, for)");
    // The first visit has the server compress everything, and is not counted.
    visit(&server.address, 1)?;
    for slower in [1, SLOWER, SLOWER, SLOWER] {
        let pace = visit(&server.address, slower)?;
        println!(
            "{slower:>6}{:>8.0}{:>8.0}{:>8.0}{:>10}{:>7.3}{:>7.3}  {:?}",
            pace.drawn, pace.usable, pace.engine, pace.bytes, pace.shift, pace.room, pace.long
        );
    }
    println!(
        "\n files what is done, {SLOWER} times slower: tasks over 50 ms, the longest, what it is made of (ms of CPU)"
    );
    let samples = gallery::texts(&crate::root().join("www/samples"));
    let many = crowd::write(&crate::folder().join("crowd"))?;
    for files in [samples, many] {
        tasks::visit(&server.address, SLOWER, &files)?;
    }
    server.end();
    Ok(())
}

/// A first visit on a machine that is so many times slower, with the samples dropped and every view looked at.
pub fn visit(address: &str, slower: u32) -> Result<Pace, String> {
    let mut page = Page::open("about:blank")?;
    page.call(
        "Page.addScriptToEvaluateOnNewDocument",
        &json!({ "source": WATCH }),
    )?;
    let line =
        json!({ "offline": false, "latency": LATENCY, "downloadThroughput": LINE, "uploadThroughput": LINE });
    page.call_everywhere("Network.emulateNetworkConditions", &line)?;
    page.call("Emulation.setCPUThrottlingRate", &json!({ "rate": slower }))?;
    page.go(address)?;
    page.wait("performance.getEntriesByName('engine').length")?;
    let bytes = page.records().bytes;
    let at = |page: &mut Page, entry: &str| {
        let asked = format!("performance.getEntriesByName('{entry}')[0]?.startTime ?? 0");
        page.evaluate(&asked)
            .map(|value| value.as_f64().unwrap_or_default())
    };
    let (drawn, usable) = (at(&mut page, "first-contentful-paint")?, at(&mut page, "usable")?);
    let engine = at(&mut page, "engine")?;
    let moved = |page: &mut Page| {
        page.evaluate("paced.shift")
            .map(|value| value.as_f64().unwrap_or_default())
    };
    let shift = moved(&mut page)?;
    look(&mut page)?;
    let moved_then = page.evaluate("paced.moved")?;
    let long = page.evaluate("paced.long")?;
    Ok(Pace {
        drawn,
        usable,
        engine,
        bytes,
        shift,
        moved: moved_then,
        room: moved(&mut page)? - shift,
        long: after(usable, &long),
    })
}

/// Drops the samples, and looks at every view.
fn look(page: &mut Page) -> Outcome {
    page.drop_files(&gallery::texts(&crate::root().join("www/samples")))?;
    page.wait("document.querySelectorAll('.card').length === 3 && !document.querySelector('progress')")?;
    for view in VIEWS {
        page.click(&format!("#tab-{view}"))?;
        page.wait(&format!(
            "document.querySelector('#panel-{view}').childElementCount"
        ))?;
    }
    page.evaluate("new Promise((done) => setTimeout(done, 500))")
        .map(drop)
}

/// The tasks after a moment.
fn after(moment: f64, tasks: &Value) -> Vec<(u64, u64)> {
    let tasks = tasks.as_array().into_iter().flatten();
    let tasks = tasks.filter_map(|task| Some((task[0].as_u64()?, task[1].as_u64()?)));
    #[allow(clippy::cast_precision_loss)] // milliseconds of one visit
    tasks.filter(|(at, _)| *at as f64 > moment).collect()
}
