//! How fast the hosted page is where both the machine and the line are slow: prints what a browser measures.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::browser::Page;
use crate::serve::{Host, Server};
use crate::{Outcome, crowd, gallery, site, tasks, waits};

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

/// Measures a few visits and prints them. Words may name folders with other sites, as of an earlier commit, which are
/// measured in turn with this one; `--times N` is how often, `--only tasks` and `--only waits` leave the rest out, `--many` all but 300 files, `--slower N` waits on a
/// machine that is so many times slower alone, `--made` takes modules as they were built, `--trace FOLDER` keeps what the
/// browser traced.
pub fn print(words: &[String]) -> Outcome {
    if words.iter().any(|word| word == "--made") {
        site::again()?;
    } else {
        site::build(false)?;
    }
    let named = |name: &str| {
        words
            .iter()
            .position(|word| word == name)
            .and_then(|at| words.get(at + 1))
    };
    let times = named("--times").and_then(|word| word.parse().ok()).unwrap_or(3);
    let traces = named("--trace").map(PathBuf::from);
    let others = words
        .iter()
        .take_while(|word| !word.starts_with("--"))
        .map(PathBuf::from);
    let places: Vec<PathBuf> = others.chain([site::place()]).collect();
    let servers: Result<Vec<Server>, String> = places
        .iter()
        .map(|place| Server::start(Host::packing(place.clone())))
        .collect();
    let servers = servers?;
    let own = servers
        .last()
        .map(|server| server.address.as_str())
        .unwrap_or_default();
    if named("--only").is_none() {
        first(own)?;
    }
    println!(
        "\n site  files what is done: tasks over 50 ms, the longest (least and median of {times} visits), what it is made of; ms of CPU times {SLOWER}"
    );
    let samples = gallery::texts(&crate::root().join("www/samples"));
    let many = crowd::write(&crate::folder().join("crowd"))?;
    let sets = if words.iter().any(|word| word == "--many") {
        vec![many]
    } else {
        vec![samples, many]
    };
    for files in &sets {
        if named("--only").is_some_and(|only| only == "waits") {
            continue;
        }
        let mut visits = vec![Vec::new(); servers.len()];
        for turn in 0..times {
            for (at, server) in servers.iter().enumerate() {
                let into = traces
                    .as_ref()
                    .map(|folder| folder.join(format!("{at}-{}-{turn}.json", files.len())));
                visits[at].push(tasks::visit(&server.address, SLOWER, files, into.as_deref())?);
            }
        }
        for (at, visits) in visits.iter().enumerate() {
            tasks::print(&format!("site {at}"), files.len(), visits);
        }
    }
    let slowness = named("--slower")
        .and_then(|word| word.parse().ok())
        .map_or_else(|| vec![1, SLOWER], |one| vec![one]);
    println!(
        "\n site  files  slower what is pressed: ms until a frame shows it, of them the worker's, until the worker stopped"
    );
    for files in &sets {
        if named("--only").is_some_and(|only| only == "tasks") {
            continue;
        }
        for &slower in &slowness {
            let mut visits = vec![Vec::new(); servers.len()];
            for _ in 0..times {
                for (at, server) in servers.iter().enumerate() {
                    let mut waits = waits::corrections(&server.address, slower, files)?;
                    if files.len() > 100 {
                        waits.extend(waits::cancel(&server.address, slower, files)?);
                    }
                    visits[at].push(waits);
                }
            }
            for (at, visits) in visits.iter().enumerate() {
                waits::print(&format!("site {at}"), slower, files.len(), visits);
            }
        }
    }
    servers.into_iter().for_each(Server::end);
    Ok(())
}

/// Measures a few first visits.
fn first(address: &str) -> Outcome {
    println!("{LINE} bytes a second, {LATENCY} ms to and fro, sent with gzip");
    println!("slower   drawn  usable  engine     bytes  shift   room  tasks over 50 ms after that (at, for)");
    // The first visit has the server compress everything, and is not counted.
    visit(address, 1)?;
    for slower in [1, SLOWER, SLOWER, SLOWER] {
        let pace = visit(address, slower)?;
        println!(
            "{slower:>6}{:>8.0}{:>8.0}{:>8.0}{:>10}{:>7.3}{:>7.3}  {:?}",
            pace.drawn, pace.usable, pace.engine, pace.bytes, pace.shift, pace.room, pace.long
        );
    }
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
