//! What keeps the page's own thread busy at a stretch, while people go through the page: from the browser's own trace.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::Outcome;
use crate::browser::Page;

/// Longer than this people notice: milliseconds.
const LONG: f64 = 50.0;

/// What a trace is asked for: tasks and what is in them, and the marks that say what was done.
const CATEGORIES: &str =
    "devtools.timeline,disabled-by-default-devtools.timeline,toplevel,v8,blink.user_timing";

/// For a trace that is kept: which function ran. It makes scripts slower.
const SAMPLES: &str = "disabled-by-default-v8.cpu_profiler";

/// What is done in turn; a view's own name is that it is looked at.
const STEPS: [&str; 24] = [
    "drop", "ledger", "seen", "kind", "all", "side", "inline", "names", "choose", "rename", "undo", "merge",
    "quotes", "speaker", "timeline", "many", "read", "notes", "search", "type", "clear", "date", "window",
    "report",
];

/// What a task is made of, by how the names of its events begin.
const PARTS: [(&str, &[&str]); 5] = [
    (
        "script",
        &[
            "FunctionCall",
            "EvaluateScript",
            "RunMicrotasks",
            "EventDispatch",
            "FireAnimationFrame",
            "TimerFire",
            "HandlePostMessage",
            "v8.",
        ],
    ),
    ("style", &["UpdateLayoutTree"]),
    ("layout", &["Layout"]),
    (
        "paint",
        &["PrePaint", "Paint", "Layerize", "Commit", "UpdateLayer"],
    ),
    ("garbage", &["V8.GC", "MinorGC", "MajorGC", "BlinkGC", "CppGC"]),
];

/// A stretch of work of the page's own thread; milliseconds of its own CPU time, on the slower machine.
#[derive(Clone, Debug)]
pub struct Task {
    /// What was being done.
    pub step: String,
    /// All of it.
    pub cpu: f64,
    /// What it is made of; "browser" is the browser's own, as taking over what is dropped.
    pub parts: BTreeMap<&'static str, f64>,
}

/// Prints a line for each thing that is done: of the longest task in each visit the least and the median, since other work on
/// the machine makes every one longer; and of what the least is made.
pub fn print(called: &str, files: usize, visits: &[Vec<Task>]) {
    for step in STEPS {
        let mut longest: Vec<(usize, &Task)> = visits
            .iter()
            .filter_map(|visit| {
                let own = || visit.iter().filter(|one| one.step == step);
                let long = own().filter(|task| task.cpu > LONG).count();
                Some((long, own().max_by(|x, y| x.cpu.total_cmp(&y.cpu))?))
            })
            .collect();
        longest.sort_by(|(_, x), (_, y)| x.cpu.total_cmp(&y.cpu));
        let (Some((long, least)), Some((_, median))) = (longest.first(), longest.get(longest.len() / 2))
        else {
            continue;
        };
        let parts: Vec<String> = least
            .parts
            .iter()
            .map(|(name, cpu)| format!("{name} {cpu:.0}"))
            .collect();
        println!(
            "{called:<8}{files:>6} {step:<10}{long:>6}{:>9.0}{:>8.0}  {}",
            least.cpu,
            median.cpu,
            parts.join(", ")
        );
    }
}

/// Does one thing, and waits until the page is at rest.
fn act(page: &mut Page, step: &str, files: &[PathBuf]) -> Outcome {
    page.evaluate(&format!("void performance.mark('step {step}')"))?;
    match step {
        "drop" => {
            page.drop_files(files)?;
            page.wait(&format!(
                "document.querySelectorAll('.card').length === {}",
                files.len()
            ))?;
            page.wait("!document.querySelector('progress')")?;
        }
        "seen" => page.click(".finding:nth-child(2) [data-seen]")?,
        "kind" => page.click(".filters [data-kind=statement]")?,
        "all" => page.click(".filters button")?,
        "choose" => page.click("#panel-names [data-choose]")?,
        "rename" => {
            page.click("#correcting")?;
            page.click("[data-form=rename] input")?;
            page.press("Ctrl+a")?;
            page.type_text("Another Name")?;
            page.press("Enter")?;
        }
        "search" => {
            page.click("#search")?;
            page.type_text("s")?;
        }
        "undo" => page.click("#undo")?,
        "merge" => {
            let other = "document.querySelectorAll('.names-list [data-choose]')[1].querySelector('.name').textContent";
            let other = page.evaluate(other)?;
            page.click("[data-form=merge] input")?;
            page.type_text(other.as_str().unwrap_or_default())?;
            page.press("Enter")?;
        }
        "speaker" => page.click(".utterance [data-unsaid]")?,
        "type" => page.type_text("aid")?,
        "clear" => {
            page.press("Ctrl+a")?;
            page.press("Backspace")?;
        }
        "date" => {
            page.click("[data-card=A] [data-correct]")?;
            page.wait("document.querySelector('#correct-dialog').open")?;
            page.evaluate("document.querySelector('#correct-form [name=published]').value = '2026-06-02'")?;
            page.click("#correct-form .first")?;
        }
        "window" => {
            page.click("#help")?;
            page.wait("document.querySelector('#help-dialog').open")?;
            page.press("Escape")?;
        }
        "report" => {
            page.click("#take")?;
            page.click("#take-dialog [data-do=report]")?;
        }
        view => {
            if page.evaluate(&format!("document.querySelector('#tab-{view}').hidden"))? == true {
                return Ok(());
            }
            page.click(&format!("#tab-{view}"))?;
            page.wait(&format!(
                "document.querySelector('#panel-{view}').childElementCount"
            ))?;
        }
    }
    page.wait("!document.querySelector('.soon')")?;
    page.evaluate("new Promise((done) => setTimeout(done, 600))")
        .map(drop)
}

/// The tasks of the page's thread in a trace.
fn tasks(trace: &[Value]) -> Vec<Task> {
    let Some(main) = trace
        .iter()
        .filter(|event| is_step(event))
        .map(thread)
        .next_back()
    else {
        return Vec::new();
    };
    let mut own: Vec<&Value> = trace.iter().filter(|event| thread(event) == main).collect();
    own.sort_by(|x, y| {
        at(x)
            .total_cmp(&at(y))
            .then(lasts(y, "dur").total_cmp(&lasts(x, "dur")))
    });
    let mut made: Vec<(f64, Task)> = Vec::new();
    let mut step = String::new();
    // Events lie in each other: each one's time is taken from the one around it.
    let mut around: Vec<(f64, Option<&'static str>)> = Vec::new();
    for event in own {
        if is_step(event) {
            name(event).trim_start_matches("step ").clone_into(&mut step);
        }
        if event["ph"] != "X" {
            continue;
        }
        let (end, cpu) = (at(event) + lasts(event, "dur"), lasts(event, "tdur") / 1000.0);
        let inside = made.last().is_some_and(|(end, _)| at(event) < *end);
        if name(event) == "RunTask" && !inside {
            let (step, parts) = (step.clone(), BTreeMap::new());
            made.push((end, Task { step, cpu, parts }));
            around.clear();
        } else if let Some((_, task)) = made.last_mut().filter(|_| inside) {
            while around.last().is_some_and(|(end, _)| *end <= at(event)) {
                around.pop();
            }
            let outer = around.last().and_then(|(_, part)| *part);
            let part = part(name(event)).or(outer);
            if part != outer {
                if let Some(outer) = outer {
                    *task.parts.entry(outer).or_default() -= cpu;
                }
                if let Some(part) = part {
                    *task.parts.entry(part).or_default() += cpu;
                }
            }
            around.push((end, part));
        }
    }
    let mut made: Vec<Task> = made.into_iter().map(|(_, task)| task).collect();
    for task in &mut made {
        let own = task.cpu - task.parts.values().sum::<f64>();
        task.parts.insert("browser", own);
    }
    made
}

fn part(name: &str) -> Option<&'static str> {
    let of = PARTS
        .iter()
        .find(|(_, begins)| begins.iter().any(|begin| name.starts_with(begin)));
    of.map(|(part, _)| *part)
}

fn name(event: &Value) -> &str {
    event["name"].as_str().unwrap_or_default()
}

fn is_step(event: &Value) -> bool {
    name(event).starts_with("step ")
}

fn thread(event: &Value) -> (Option<u64>, Option<u64>) {
    (event["pid"].as_u64(), event["tid"].as_u64())
}

fn at(event: &Value) -> f64 {
    event["ts"].as_f64().unwrap_or_default()
}

/// Microseconds that an event took, by the clock ("dur") or of its thread's own ("tdur").
fn lasts(event: &Value, clock: &str) -> f64 {
    event[clock].as_f64().unwrap_or_default()
}

/// Goes through the page with these files, and returns its tasks as they would be on a machine that is so many times slower:
/// the browser itself would slow them down by the clock, and other work on the machine would count. The trace is written into a
/// file where one is named, as the browser's own panel reads it.
pub fn visit(
    address: &str,
    slower: u32,
    files: &[PathBuf],
    into: Option<&Path>,
) -> Result<Vec<Task>, String> {
    let mut page = Page::open(address)?;
    page.wait("performance.getEntriesByName('engine').length")?;
    page.evaluate("new Promise((done) => setTimeout(done, 1000))")?;
    let categories = if into.is_some() {
        format!("{CATEGORIES},{SAMPLES}")
    } else {
        CATEGORIES.to_owned()
    };
    let trace = page.traced(&categories, |page| {
        STEPS.iter().try_for_each(|step| act(page, step, files))
    })?;
    if let Some(into) = into {
        let text = json!({ "traceEvents": trace }).to_string();
        std::fs::write(into, text).map_err(|error| format!("{}: {error}", into.display()))?;
    }
    let mut tasks = tasks(&trace);
    for task in &mut tasks {
        task.cpu *= f64::from(slower);
        task.parts
            .values_mut()
            .for_each(|part| *part *= f64::from(slower));
    }
    Ok(tasks)
}
