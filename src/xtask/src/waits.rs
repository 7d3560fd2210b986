//! How long people wait: from a press until a frame shows what it was for, and until the worker has stopped.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::Outcome;
use crate::browser::Page;

/// Notes when something is pressed, when a frame shows what is waited for, and what the worker is asked and answers:
/// `window.waits`.
const WATCH: &str = "window.waits = { pressed: 0, engine: 0, stopped: 0, asked: new Map() };
    waits.begin = (shown) => {
        Object.assign(waits, { pressed: 0, engine: 0, stopped: 0 });
        waits.done = new Promise((done) => {
            const look = () => {
                if (!waits.pressed || !shown()) return requestAnimationFrame(look);
                const { port1, port2 } = new MessageChannel();
                port1.onmessage = () => done(performance.now() - waits.pressed);
                port2.postMessage(0);
            };
            requestAnimationFrame(look);
        });
    };
    for (const kind of ['click', 'keydown']) {
        addEventListener(kind, ({ isTrusted, timeStamp }) => { if (isTrusted && !waits.pressed) waits.pressed = timeStamp; }, true);
    }
    const { postMessage, terminate } = Worker.prototype;
    Worker.prototype.postMessage = function (call, ...rest) {
        if (waits.asked.size === 0 && !this.watched) {
            this.watched = true;
            this.addEventListener('message', ({ data }) => {
                if ('piece' in data) return;
                const [method, since] = waits.asked.get(data.id) ?? [];
                waits.asked.delete(data.id);
                if (!since || !waits.pressed) return;
                if (method === 'open') waits.stopped = performance.now() - waits.pressed;
                else waits.engine += performance.now() - Math.max(since, waits.pressed);
            });
        }
        if (typeof call?.id === 'number') waits.asked.set(call.id, [call.method, performance.now()]);
        return postMessage.call(this, call, ...rest);
    };
    Worker.prototype.terminate = function () {
        waits.asked.clear();
        if (waits.pressed) waits.stopped = performance.now() - waits.pressed;
        return terminate.call(this);
    };";

/// A correction: what it is, and what a frame shows when it is done.
struct Correction {
    called: &'static str,
    shown: &'static str,
    act: fn(&mut Page) -> Outcome,
}

/// Corrections, in their order.
const CORRECTIONS: [Correction; 7] = [
    Correction {
        called: "rename",
        shown: "document.querySelector('.stepper h2')?.textContent === 'Another Name'",
        act: |page| {
            page.click("[data-form=rename] input")?;
            page.press("Ctrl+a")?;
            page.type_text("Another Name")?;
            pressed(page)?;
            page.press("Enter")
        },
    },
    Correction {
        called: "undo",
        shown: "document.querySelector('.stepper h2')?.textContent !== 'Another Name'",
        act: |page| {
            pressed(page)?;
            page.click("#undo")
        },
    },
    Correction {
        called: "merge",
        shown: "!document.querySelector('.names-list')?.textContent.includes(waits.other)",
        act: |page| {
            let other = page.evaluate(
                "waits.other = document.querySelectorAll('.names-list [data-choose]:not([aria-pressed=true]) .name')[1].textContent",
            )?;
            page.click("[data-form=merge] input")?;
            page.type_text(other.as_str().unwrap_or_default())?;
            pressed(page)?;
            page.press("Enter")
        },
    },
    Correction {
        called: "speaker",
        shown: "document.querySelector('.utterance h3 .absent')",
        act: |page| {
            page.click("#tab-quotes")?;
            page.wait(
                "document.querySelector('.utterance [data-unsaid]') && !document.querySelector('.soon')",
            )?;
            pressed(page)?;
            page.click(".utterance [data-unsaid]")
        },
    },
    Correction {
        called: "title",
        shown: "document.querySelector('[data-card=A] .title')?.textContent === 'Another title'",
        act: |page| {
            page.click("[data-card=A] [data-correct]")?;
            page.wait("document.querySelector('#correct-dialog').open")?;
            page.evaluate("document.querySelector('#correct-form [name=title]').value = 'Another title'")?;
            pressed(page)?;
            page.click("#correct-form .first")
        },
    },
    Correction {
        called: "date",
        shown: "document.querySelector('[data-card=A] time')?.getAttribute('datetime') === '2026-06-02'",
        act: |page| {
            page.click("[data-card=A] [data-correct]")?;
            page.wait("document.querySelector('#correct-dialog').open")?;
            page.evaluate("document.querySelector('#correct-form [name=published]').value = '2026-06-02'")?;
            pressed(page)?;
            page.click("#correct-form .first")
        },
    },
    Correction {
        called: "role",
        shown: "document.querySelector('.reader .caption')",
        act: |page| {
            page.click("#tab-read")?;
            page.wait(
                "document.querySelector('.reader .paragraph select') && !document.querySelector('.soon')",
            )?;
            page.evaluate("document.querySelector('.reader .paragraph select').focus()")?;
            pressed(page)?;
            page.press("c")
        },
    },
];

/// What is pressed from now on is what is waited for.
fn pressed(page: &mut Page) -> Outcome {
    page.evaluate("void (waits.pressed = 0)").map(drop)
}

/// How long one thing took, in milliseconds by the clock.
#[derive(Clone, Debug)]
pub struct Wait {
    /// What was pressed.
    pub called: &'static str,
    /// Until a frame showed it.
    pub shown: f64,
    /// Of that, what the worker had to do.
    pub engine: f64,
    /// Until the worker had stopped, where that is waited for.
    pub stopped: f64,
}

/// Makes each correction with these files open.
pub fn corrections(address: &str, slower: u32, files: &[PathBuf]) -> Result<Vec<Wait>, String> {
    let mut page = opened(address, slower)?;
    page.drop_files(files)?;
    let all = files.len();
    page.wait(&format!(
        "document.querySelectorAll('.card').length === {all} && !document.querySelector('progress, .soon')"
    ))?;
    page.click("#tab-names")?;
    page.click("#panel-names [data-choose]")?;
    page.wait("document.querySelector('.stepper')")?;
    // The page goes to the name's first mention, and its controls go with it.
    rest(&mut page)?;
    page.click("#correcting")?;
    page.wait("document.querySelector('[data-form=rename] input') && !document.querySelector('.soon')")?;
    CORRECTIONS
        .iter()
        .map(|one| waited(&mut page, one.called, one.shown, one.act))
        .collect()
}

/// Gives up reading these files when a third of them is read.
pub fn cancel(address: &str, slower: u32, files: &[PathBuf]) -> Result<Vec<Wait>, String> {
    let mut page = opened(address, slower)?;
    let some = files.len() / 3;
    // In the page, since by the time that a press comes from here all would be read.
    page.evaluate(&format!(
        "void new MutationObserver((_, watch) => {{
            if (!(document.querySelector('progress')?.value >= {some})) return;
            watch.disconnect();
            waits.pressed = performance.now();
            document.querySelector('#progress button').click();
        }}).observe(document.querySelector('#progress'), {{ childList: true, subtree: true, attributes: true }})"
    ))?;
    let said = "document.querySelector('#toast').textContent.includes('not read')";
    let mut said = waited(&mut page, "cancel", said, |page| page.drop_files(files))?;
    page.wait("!document.querySelector('progress, .soon') && document.querySelector('.card')")?;
    said.stopped = number(&page.evaluate("waits.stopped")?);
    Ok(vec![said])
}

fn opened(address: &str, slower: u32) -> Result<Page, String> {
    let mut page = Page::open("about:blank")?;
    page.call(
        "Page.addScriptToEvaluateOnNewDocument",
        &json!({ "source": WATCH }),
    )?;
    page.call("Emulation.setCPUThrottlingRate", &json!({ "rate": slower }))?;
    page.go(address)?;
    page.wait("performance.getEntriesByName('engine').length")?;
    rest(&mut page)?;
    Ok(page)
}

fn rest(page: &mut Page) -> Outcome {
    page.evaluate("new Promise((done) => setTimeout(done, 1000))")
        .map(drop)
}

fn waited(
    page: &mut Page,
    called: &'static str,
    shown: &str,
    act: impl FnOnce(&mut Page) -> Outcome,
) -> Result<Wait, String> {
    page.evaluate(&format!("void waits.begin(() => {shown})"))?;
    act(page)?;
    let shown = number(&page.evaluate("waits.done")?);
    let engine = number(&page.evaluate("waits.engine")?);
    rest(page)?;
    Ok(Wait {
        called,
        shown,
        engine,
        stopped: 0.0,
    })
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_default()
}

/// Prints the median of each wait.
pub fn print(called: &str, slower: u32, files: usize, visits: &[Vec<Wait>]) {
    for (at, one) in visits.first().into_iter().flatten().enumerate() {
        let median = |of: fn(&Wait) -> f64| {
            let mut all: Vec<f64> = visits.iter().filter_map(|visit| visit.get(at).map(of)).collect();
            all.sort_by(f64::total_cmp);
            all.get(all.len() / 2).copied().unwrap_or_default()
        };
        let (shown, engine, stopped) = (
            median(|one| one.shown),
            median(|one| one.engine),
            median(|one| one.stopped),
        );
        println!(
            "{called:<8}{files:>6}{slower:>8} {:<10}{shown:>8.0}{engine:>8.0}{stopped:>9.0}",
            one.called
        );
    }
}
