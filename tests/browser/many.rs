//! Many files: progress, and giving up half-way.

use std::path::PathBuf;

use serde_json::json;
use xtask::Outcome;
use xtask::browser::Page;

use crate::visit::{file, fresh, ready, samples, shows, string, visit};

/// So many short articles that share nothing.
fn many(test: &str, count: usize) -> Vec<PathBuf> {
    fresh(test);
    let letter = |n: usize| char::from(b'a' + (n % 26) as u8);
    let word = |n: usize| format!("{}{}{}ville", letter(n), letter(n / 26 + 7), letter(n * 5 + 3));
    (0..count)
        .map(|n| {
            let article = format!(
                "{} won in {}.\n\nThe score was {n} to {}.\n",
                word(n),
                word(n + 999),
                n + 1
            );
            file(test, &format!("{n:03}.txt"), article.as_bytes())
        })
        .collect()
}

/// Lets the worker take its time over each file, as it does over a large one.
pub(crate) fn slow(page: &mut Page, milliseconds: u32) -> Outcome {
    page.evaluate_in_worker(&format!(
        "import(new URL('pkg/crossread.js', location.href)).then(({{ Engine }}) => {{
            const real = Engine.prototype.open;
            Engine.prototype.open = function (...args) {{
                const end = performance.now() + {milliseconds};
                while (performance.now() < end);
                return real.apply(this, args);
            }};
        }})"
    ))
    .map(drop)
}

#[test]
fn many_files_are_read_with_progress_and_all_are_shown() {
    let files = many("many", 120);
    visit(|page| {
        page.evaluate(
            "window.seen = new Set();
            new MutationObserver(() => {
                const bar = document.querySelector('progress');
                if (bar) window.seen.add(document.querySelector('#progress label').textContent);
            }).observe(document.querySelector('#progress'), { childList: true, subtree: true, characterData: true })",
        )?;
        page.drop_files(&files)?;
        page.wait(
            "!document.querySelector('progress') && document.querySelectorAll('.card').length === 120",
        )?;
        page.wait("window.seen.size > 20 && [...window.seen].some((one) => /^Reading \\d+ of 120: \\d+.txt$/.test(one))")
    });
}

/// What takes long shows what was read first while the rest is read; all of it is one step.
#[test]
fn the_first_articles_are_shown_while_the_rest_is_read() {
    let files = many("first", 60);
    visit(|page| {
        ready(page)?;
        slow(page, 120)?;
        page.drop_files(&files)?;
        page.wait("document.querySelectorAll('.card').length >= 12 && document.querySelector('progress')")?;
        assert_ne!(
            page.evaluate(
                "document.querySelector('progress').max - document.querySelector('progress').value"
            )?,
            json!(0)
        );
        page.wait("!document.querySelector('progress') && document.querySelectorAll('.card').length === 60")?;
        page.click("#undo")?;
        shows(page, &[])?;
        page.click("#redo")?;
        page.wait("document.querySelectorAll('.card').length === 60")
    });
}

#[test]
fn reading_is_given_up_half_way_and_what_was_read_stays() {
    let files = many("cancel", 60);
    visit(|page| {
        ready(page)?;
        slow(page, 40)?;
        page.drop_files(&files)?;
        page.wait("document.querySelector('progress')?.value >= 5")?;
        page.click("#progress button")?;
        page.wait("!document.querySelector('progress') && document.querySelectorAll('.card').length >= 5")?;
        let said = string(page, "document.querySelector('#toast').textContent")?;
        let shown = page
            .evaluate("document.querySelectorAll('.card').length")?
            .as_u64()
            .unwrap_or(0);
        assert!(
            said.contains(&format!("{} files were not read", 60 - shown)),
            "{said} with {shown} cards"
        );
        // The page goes on as ever.
        page.click("#clear-all")?;
        shows(page, &[])?;
        page.drop_files(&samples()[..1])?;
        shows(page, &["aldine-bridge-closure.txt"])
    });
}

/// What was read is not read again, and nothing is asked for after the press: the worker ends the file that it has, and stays.
#[test]
fn giving_up_is_answered_at_once_and_asks_for_nothing_more() {
    let files = many("given-up-once", 60);
    visit(|page| {
        ready(page)?;
        slow(page, 40)?;
        page.evaluate(
            "(() => {
                window.asked = { open: 0, after: 0, ended: 0, said: null };
                const { postMessage, terminate } = Worker.prototype;
                Worker.prototype.postMessage = function (call) {
                    if (call.method === 'open') asked[window.pressed ? 'after' : 'open'] += 1;
                    return postMessage.apply(this, arguments);
                };
                Worker.prototype.terminate = function () { asked.ended += 1; return terminate.call(this); };
                new MutationObserver((_, watch) => {
                    if (!(document.querySelector('progress')?.value >= 5)) return;
                    watch.disconnect();
                    window.pressed = true;
                    document.querySelector('#progress button').click();
                    // In the task after the next it is said.
                    setTimeout(() => setTimeout(() => { asked.said = document.querySelector('#toast').textContent; }));
                }).observe(document.querySelector('#progress'), { childList: true, subtree: true, attributes: true });
            })()",
        )?;
        page.drop_files(&files)?;
        page.wait(
            "window.pressed && !document.querySelector('progress') && document.querySelector('.card')",
        )?;
        let said = string(page, "asked.said")?;
        let shown = page
            .evaluate("document.querySelectorAll('.card').length")?
            .as_u64()
            .unwrap_or(0);
        assert!(
            said.contains(&format!("{} files were not read", 60 - shown)),
            "{said} with {shown} cards"
        );
        // One more than is shown: what was being read is given up too.
        assert_eq!(
            page.evaluate("[asked.open, asked.after, asked.ended]")?,
            serde_json::json!([shown + 1, 0, 0])
        );
        Ok(())
    });
}

/// A worker that goes on and on is ended.
#[test]
fn a_file_that_takes_long_is_given_up_with_its_worker() {
    let files = many("given-up-long", 3);
    visit(|page| {
        ready(page)?;
        slow(page, 600_000)?;
        page.drop_files(&files)?;
        page.wait("document.querySelector('progress')")?;
        page.click("#progress button")?;
        page.wait("!document.querySelector('progress') && document.querySelector('#toast').textContent.includes('3 files were not read')")?;
        page.drop_files(&samples()[..1])?;
        shows(page, &["aldine-bridge-closure.txt"])
    });
}

#[test]
fn files_that_are_dropped_while_others_are_read_are_read_too() {
    let files = many("waiting", 12);
    visit(|page| {
        ready(page)?;
        slow(page, 60)?;
        page.drop_files(&files)?;
        page.wait("document.querySelector('progress')")?;
        page.drop_files(&samples()[..1])?;
        page.wait("!document.querySelector('progress') && document.querySelectorAll('.card').length === 13")
    });
}

/// What is dropped while an earlier drop is given up waits like any other, and giving it up as well gives up no more.
#[test]
fn files_that_are_dropped_while_others_are_given_up_are_read_or_said_to_be_left_out() {
    let files = many("given-up", 12);
    for again in [false, true] {
        visit(|page| {
            page.drop_files(&samples()[..1])?;
            shows(page, &["aldine-bridge-closure.txt"])?;
            slow(page, 60)?;
            // Comparing waits until it is let go on.
            page.evaluate(
                "(() => { const post = Worker.prototype.postMessage; window.held = [];
                    Worker.prototype.postMessage = function (call) {
                        const go = () => post.call(this, call);
                        if (window.held && call.method === 'analyse') held.push(go); else go();
                    }; })()",
            )?;
            page.drop_files(&files)?;
            page.wait("document.querySelector('progress')?.value >= 3")?;
            page.click("#progress button")?;
            page.wait(
                "document.querySelector('#toast').textContent.includes('not read') && held.length === 1",
            )?;
            page.drop_files(&samples()[1..2])?;
            if again {
                page.wait("document.querySelector('#progress label').textContent.startsWith('Comparing')")?;
                page.evaluate("window.said = document.querySelector('#toast').textContent")?;
                page.click("#progress button")?;
                page.wait(
                    "document.querySelector('#toast').textContent === 'Stopped. 1 file was not read.×'",
                )?;
            }
            page.evaluate("(() => { const all = held; window.held = null; for (const go of all) go(); })()")?;
            page.wait(
                "!document.querySelector('progress') && document.querySelectorAll('.card').length >= 4",
            )?;
            let dropped = "[...document.querySelectorAll('.card .file')].some((one) => one.textContent === 'selmouth-courier-bridge.md')";
            assert_eq!(page.evaluate(dropped)?, serde_json::json!(!again));
            Ok(())
        });
    }
}

#[test]
fn comparing_is_given_up_and_what_was_there_before_stays() {
    let first = samples();
    let files = many("comparing", 3);
    visit(|page| {
        page.drop_files(&first[..1])?;
        shows(page, &["aldine-bridge-closure.txt"])?;
        page.evaluate_in_worker(
            "import(new URL('pkg/crossread.js', location.href)).then(({ Engine }) => {
                Engine.prototype.analyse = () => { for (;;); };
            })",
        )?;
        page.drop_files(&files)?;
        page.wait("document.querySelector('#progress label')?.textContent.startsWith('Comparing')")?;
        page.click("#progress button")?;
        shows(page, &["aldine-bridge-closure.txt"])?;
        page.wait("document.querySelector('#toast').textContent.includes('Stopped comparing')")?;
        page.click("#redo")?;
        page.wait("document.querySelectorAll('.card').length === 4")
    });
}
