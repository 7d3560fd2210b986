//! Everything can be done without a mouse.

use serde_json::json;
use xtask::Outcome;
use xtask::browser::Page;

use crate::visit::{NAMES, samples, shows, string, view, visit};

fn opened(page: &mut Page) -> Outcome {
    page.drop_files(&samples())?;
    shows(page, &NAMES)
}

#[test]
fn digits_choose_views() {
    visit(|page| {
        opened(page)?;
        for (key, name) in [
            ("3", "inline"),
            ("5", "names"),
            ("9", "read"),
            ("0", "notes"),
            ("2", "side"),
        ] {
            page.press(key)?;
            view(page, name)?;
            page.wait(&format!("document.activeElement.id === 'panel-{name}'"))?;
        }
        // A view without anything in it is not shown by its key either.
        let there = page.evaluate("!document.querySelector('#tab-ledger').hidden")? == json!(true);
        page.press("1")?;
        view(page, if there { "ledger" } else { "side" })
    });
}

#[test]
fn n_and_p_go_from_change_to_change_and_around() {
    visit(|page| {
        opened(page)?;
        for (key, name) in [("2", "side"), ("3", "inline")] {
            page.press(key)?;
            view(page, name)?;
            page.wait("document.querySelectorAll('[role=tabpanel]:not([hidden]) [data-change]').length > 3")?;
            let at = "[...document.querySelectorAll('[role=tabpanel]:not([hidden]) [data-change]')]
                .filter((one) => one.checkVisibility()).findIndex((one) => one.matches('.current'))";
            let mut seen = Vec::new();
            for step in ["n", "j", "n", "p", "k"] {
                page.press(step)?;
                seen.push(page.evaluate(at)?.as_i64().unwrap_or(-1));
                let shown = "(() => { const box = document.activeElement.getBoundingClientRect();
                    return document.activeElement.matches('.current') && box.bottom > 0 && box.top < innerHeight; })()";
                page.wait(shown)?;
            }
            let from = seen[0];
            assert_eq!(seen, [from, from + 1, from + 2, from + 1, from], "in view {key}");
        }
        Ok(())
    });
}

#[test]
fn a_finding_is_copied_as_a_note() {
    visit(|page| {
        opened(page)?;
        // A clipboard of the test's own: the machine's is not there without a screen.
        page.evaluate(
            "Object.defineProperty(navigator, 'clipboard', \
             { value: { writeText: async (text) => { window.copied = text; } } })",
        )?;
        page.press("1")?;
        view(page, "ledger")?;
        page.press("n")?;
        page.press("y")?;
        page.wait("window.copied?.includes('paragraph')")?;
        page.wait("document.querySelector('#toast').textContent.includes('Copied')")
    });
}

#[test]
fn the_other_keys_do_what_the_help_says() {
    visit(|page| {
        opened(page)?;
        page.press("?")?;
        page.wait("document.querySelector('#help-dialog').open")?;
        // In a window, keys are the window's own.
        page.press("9")?;
        page.press("Escape")?;
        page.wait("!document.querySelector('#help-dialog').open && document.querySelector('#tab-read').ariaSelected === 'false'")?;
        page.press("2")?;
        view(page, "side")?;
        page.press("4")?;
        page.wait("document.querySelector('#only-changes').ariaPressed === 'true'")?;
        page.press("4")?;
        for (key, layer) in [
            ("e", "names"),
            ("q", "quotes"),
            ("d", "dates"),
            ("c", "changes"),
            ("c", "none"),
        ] {
            page.press(key)?;
            page.wait(&format!(
                "document.querySelector('#panels').dataset.layer === '{layer}'"
            ))?;
        }
        page.press("9")?;
        view(page, "read")?;
        for (key, article) in [("]", "B"), ("]", "C"), ("]", "A"), ("[", "C")] {
            page.press(key)?;
            page.wait(&format!(
                "document.querySelector('.reader')?.dataset.articleId === '{article}'"
            ))?;
        }
        page.click("[data-remove=C]")?;
        shows(page, &NAMES[..2])?;
        page.press("Escape")?;
        page.wait("document.querySelector('#toast').textContent === ''")
    });
}

#[test]
fn a_switch_of_a_window_that_was_just_closed_takes_no_letters() {
    visit(|page| {
        opened(page)?;
        // For some milliseconds after a window is closed, its focused control still receives what is typed.
        page.evaluate(
            "document.querySelector('#keys-on').dispatchEvent(\
             new KeyboardEvent('keydown', { key: '2', bubbles: true, cancelable: true }))",
        )?;
        view(page, "side")
    });
}

#[test]
fn keys_are_letters_in_a_field_and_can_be_switched_off() {
    visit(|page| {
        opened(page)?;
        view(page, "side").or_else(|_| view(page, "ledger"))?;
        page.click("#paste")?;
        for key in ["9", "n", "?"] {
            page.press(key)?;
        }
        assert_eq!(
            string(page, "document.querySelector('#paste-text').value")?,
            "9n?"
        );
        page.press("Escape")?;
        page.press("?")?;
        page.wait("document.querySelector('#help-dialog').open")?;
        page.click("#keys-on")?;
        page.press("Escape")?;
        page.press("9")?;
        page.press("?")?;
        page.evaluate("new Promise((done) => setTimeout(done, 100))")?;
        page.wait("document.querySelector('#tab-read').ariaSelected === 'false' && !document.querySelector('dialog[open]')")?;
        // Undo is the system's own key, and stays.
        page.press("Ctrl+z")?;
        shows(page, &[])
    });
}

#[test]
fn arrows_walk_along_the_tabs() {
    visit(|page| {
        opened(page)?;
        page.evaluate("document.querySelector('#tab-side').focus()")?;
        page.press("ArrowRight")?;
        view(page, "inline")?;
        page.wait("document.activeElement.id === 'tab-inline'")?;
        page.press("ArrowLeft")?;
        view(page, "side")
    });
}

/// Every control that is shown and can be used; of a row of tabs and a group of radio buttons, the chosen one stands
/// for all, and the arrows lead to the others.
const CONTROLS: &str = "[...document.querySelectorAll(
        'a[href], button, input, select, textarea, summary, [tabindex]')].filter((one) =>
    !one.disabled && one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true })
        && !(one.type === 'radio' && !one.checked))";

/// What is wrong with the focus, or "" where it is at the next control, ringed and in sight.
const LOST: &str = "(next) => {
    const focused = document.activeElement;
    const name = (one) => one.outerHTML.slice(0, 200);
    if (focused !== next) return `not at ${name(next)} but at ${name(focused)}`;
    const places = [focused, focused.closest('label')].filter(Boolean);
    if (places.every((one) => getComputedStyle(one).outlineStyle === 'none')) return `no ring: ${name(focused)}`;
    const box = places.at(-1).getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight && box.width > 1 ? '' : `out of sight: ${name(focused)}`;
}";

/// Walks with the Tab key from the page's first control to its last, and holds that it stops at every one, in the
/// order in which they are read, each time where people can see it.
fn walk(page: &mut Page, state: &str) -> Outcome {
    page.evaluate(&format!(
        "window.lost = {LOST}; window.controls = {CONTROLS}; window.controls[0].focus()"
    ))?;
    let count = page.evaluate("window.controls.length")?.as_i64().unwrap_or(0);
    assert!(count > 5, "{state} has only {count} controls");
    for at in 1..count {
        page.press("Tab")?;
        // The browser scrolls a moment later.
        let found = page.wait(&format!("window.lost(window.controls[{at}]) === ''"));
        if found.is_err() {
            return Err(format!(
                "{state}: {}",
                page.evaluate(&format!("window.lost(window.controls[{at}])"))?
            ));
        }
    }
    Ok(())
}

#[test]
fn tab_reaches_every_control_in_the_order_of_reading() {
    visit(|page| {
        walk(page, "empty")?;
        page.click("#privacy summary")?;
        // What is listed there moves the controls below it.
        page.wait("document.querySelector('#receipt p, #receipt li')")?;
        walk(page, "how to check")?;
        opened(page)?;
        for (key, name) in [
            ("2", "side"),
            ("3", "inline"),
            ("5", "names"),
            ("9", "read"),
            ("0", "notes"),
        ] {
            page.press(key)?;
            view(page, name)?;
            // The focus follows in a task of its own.
            page.wait(&format!("document.activeElement.id === 'panel-{name}'"))?;
            walk(page, name)?;
        }
        if page.evaluate("!document.querySelector('#tab-ledger').hidden")? == json!(true) {
            page.press("1")?;
            view(page, "ledger")?;
            page.wait("document.activeElement.id === 'panel-ledger'")?;
            walk(page, "ledger")?;
        }
        Ok(())
    });
}

#[test]
fn windows_keep_the_focus_and_give_it_back() {
    visit(|page| {
        for (opener, dialog) in [("#paste", "paste-dialog"), ("#help", "help-dialog")] {
            page.evaluate(&format!("document.querySelector('{opener}').focus()"))?;
            page.press("Enter")?;
            page.wait(&format!("document.querySelector('#{dialog}').open"))?;
            for _ in 0..12 {
                page.press("Tab")?;
                let inside = format!(
                    "document.querySelector('#{dialog}').contains(document.activeElement) || document.activeElement === document.body"
                );
                assert_eq!(page.evaluate(&inside)?, json!(true), "{dialog}");
            }
            page.press("Escape")?;
            page.wait(&format!("document.activeElement.matches('{opener}')"))?;
        }
        Ok(())
    });
}

#[test]
fn a_control_that_is_used_keeps_the_focus() {
    visit(|page| {
        opened(page)?;
        for control in [
            "#tab-read",
            "[data-article='1']",
            "#tab-names",
            "#panel-names [data-choose]",
            "[data-step='1']",
        ] {
            page.evaluate(&format!("document.querySelector({}).focus()", json!(control)))?;
            page.press("Enter")?;
            page.evaluate("new Promise((done) => setTimeout(done, 150))")?;
            page.wait(&format!("document.activeElement.matches({})", json!(control)))?;
        }
        Ok(())
    });
}

/// One control of each kind that a view has: by its id, or by what its attributes say it does.
const KINDS: &str = "(() => {
    const kinds = new Map();
    for (const one of controls()) {
        const acts = [...one.attributes].map(({ name }) => name).filter((name) => name.startsWith('data-') && name !== 'data-focus');
        const kind = one.id ? `#${one.id}` : `${one.localName} ${acts.sort()} ${one.dataset.do ?? ''}`;
        if (!kinds.has(kind)) kinds.set(kind, one);
    }
    return kinds;
})()";

/// Uses one control of each kind that was not used yet by keys, each time in the same state, and holds that the focus is
/// never nowhere.
fn hold(page: &mut Page, key: &str, name: &str, done: &mut Vec<String>) -> Outcome {
    // What leaves the page, or asks the system for a file or paper, is tested elsewhere.
    let leaves = [
        "open-files",
        "open-folder",
        "forget",
        "download",
        "data-picture",
        "#example",
    ];
    let controls = CONTROLS.to_owned();
    page.evaluate(&format!(
        "window.controls = () => {controls}; window.kinds = () => {KINDS}; print = () => {{}}"
    ))?;
    loop {
        let kinds = crate::visit::strings(page, "[...kinds().keys()]")?;
        let next = kinds
            .into_iter()
            .find(|kind| !done.contains(kind) && !leaves.iter().any(|one| kind.contains(one)));
        let Some(kind) = next else { return Ok(()) };
        page.evaluate(&format!("kinds().get({}).focus()", json!(kind)))?;
        page.press("Enter")?;
        page.evaluate("new Promise((done) => setTimeout(done, 40))")?;
        let lost = page.evaluate(
            "document.activeElement === document.body || !document.activeElement.checkVisibility()",
        )?;
        if lost == json!(true) {
            return Err(format!("in view {name}, the focus is lost after {kind}"));
        }
        // Back to where it was.
        page.press("Escape")?;
        page.wait("!document.querySelector('dialog[open]')")?;
        page.evaluate("document.activeElement.blur()")?;
        if page.evaluate("document.querySelectorAll('.card').length")? != json!(3) {
            page.press(if kind.contains("undo") {
                "Ctrl+Shift+z"
            } else {
                "Ctrl+z"
            })?;
            shows(page, &NAMES)?;
        }
        page.press(key)?;
        view(page, name)?;
        done.push(kind);
    }
}

#[test]
fn the_focus_is_never_lost() {
    visit(|page| {
        let mut done = Vec::new();
        opened(page)?;
        page.evaluate("navigator.clipboard.writeText = () => Promise.resolve()")?;
        for (key, name) in [
            ("1", "ledger"),
            ("2", "side"),
            ("5", "names"),
            ("6", "quotes"),
            ("7", "timeline"),
            ("8", "many"),
            ("9", "read"),
            ("0", "notes"),
        ] {
            page.press(key)?;
            view(page, name)?;
            hold(page, key, name, &mut done)?;
        }
        Ok(())
    });
}

#[test]
fn reading_goes_on_where_it_stood_when_the_ledger_is_drawn_anew() {
    let at = "document.activeElement.matches('.finding.current') && document.activeElement.dataset.row";
    visit(|page| {
        opened(page)?;
        view(page, "ledger")?;
        for row in ["c1", "c2"] {
            page.press("n")?;
            page.wait(&format!("{at} === '{row}'"))?;
            page.press("x")?;
            page.wait(&format!(
                "document.querySelector('[data-row={row}]').dataset.mark === 'seen' && {at} === '{row}'"
            ))?;
        }
        // A note is written, and Tab goes on from its field.
        page.evaluate("document.querySelector('[data-focus=noting-c2]').focus()")?;
        page.press("Enter")?;
        page.press("Tab")?;
        page.type_text("Ask the ministry.")?;
        page.press("Tab")?;
        page.wait("document.querySelector('#toast').textContent")?;
        page.wait("document.activeElement.dataset.focus === 'why-c3'")?;
        page.wait("document.querySelector('[data-note=c2]').value === 'Ask the ministry.'")
    });
}
