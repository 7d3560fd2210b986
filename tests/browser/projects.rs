//! Work is taken up again: by a project file, with or without the texts, and by a link, which holds none.

use serde_json::{Value, json};
use xtask::Outcome;
use xtask::browser::Page;

use crate::visit::{NAMES, failures, file, open_at, samples, shows, site, string, take, taken, view, visit};

/// Two samples with a corrected headline and a finding called wrong, shown side by side.
fn work(page: &mut Page) -> Outcome {
    page.drop_files(&samples()[..2])?;
    shows(page, &NAMES[..2])?;
    page.click("[data-wrong=c1]")?;
    page.wait("document.querySelector('.finding[data-mark=wrong]')")?;
    page.click("[data-correct=A]")?;
    page.wait("document.querySelector('#correct-dialog[open] [name=title]')")?;
    page.evaluate(
        "(() => { const form = document.querySelector('#correct-form'); form.elements.namedItem('title').value = 'Bridge shuts';
            form.requestSubmit(); })()",
    )?;
    page.wait("document.querySelector('[data-card=A] .title').textContent === 'Bridge shuts'")?;
    page.press("2")?;
    view(page, "side")
}

/// The work as it was left.
fn resumed(page: &mut Page) -> Outcome {
    shows(page, &NAMES[..2])?;
    page.wait("document.querySelector('[data-card=A] .title').textContent === 'Bridge shuts'")?;
    view(page, "side")?;
    page.press("1")?;
    page.wait("document.querySelector('.finding[data-mark=wrong]')")
}

#[test]
fn a_project_with_texts_opens_to_the_same_work() {
    visit(|page| {
        work(page)?;
        let saved = taken(page, "project", "project")?;
        let project = file("project-saved", "story.crossread", &saved);
        page.go(site())?;
        page.drop_files(&[project])?;
        resumed(page)?;
        // To have opened it is a step like any other.
        page.press("Ctrl+z")?;
        shows(page, &[])
    });
}

#[test]
fn a_project_without_texts_waits_for_its_files() {
    visit(|page| {
        work(page)?;
        let saved = taken(page, "bare", "bare")?;
        let text = String::from_utf8_lossy(&saved).into_owned();
        assert!(!text.contains("engineers") && !text.contains("base64"), "{text}");
        let project = file("bare-saved", "story.crossread", &saved);
        page.go(site())?;
        page.drop_files(&[project])?;
        page.wait("document.querySelector('.awaited')")?;
        let waits = string(page, "document.querySelector('.awaited').textContent")?;
        assert_eq!(
            waits,
            format!(
                "Waiting for {} and {}. Drop the same files to go on.",
                NAMES[0], NAMES[1]
            )
        );
        page.drop_files(&samples()[..1])?;
        page.wait("document.querySelector('.awaited')?.textContent.includes('selmouth')")?;
        page.drop_files(&samples()[1..2])?;
        resumed(page)
    });
}

#[test]
fn the_command_line_reads_a_project_as_the_page_wrote_it() {
    visit(|page| {
        work(page)?;
        let saved = taken(page, "bare", "command")?;
        let project: Value = serde_json::from_slice(&saved).expect("a project is JSON");
        let (decisions, unread) =
            crossread::report::project::decisions(&project.to_string()).expect("it has decisions");
        assert_eq!((decisions.0.len(), unread), (1, 0));
        Ok(())
    });
}

#[test]
fn what_is_no_project_is_said_and_costs_nothing() {
    let broken = [
        file("no-project", "a.crossread", b"not JSON"),
        file("no-project", "b.crossread", br#"{"crossread":2}"#),
        file(
            "no-project",
            "c.crossread",
            br#"{"crossread":1,"articles":[],"decisions":[{"do":"paint"},{"do":"merge","thing":{}},null],"reviews":{"x":null},"files":[]}"#,
        ),
    ];
    visit(|page| {
        page.drop_files(&[&broken[..], &samples()[..2]].concat())?;
        shows(page, &NAMES[..2])?;
        let said = failures(page)?;
        assert_eq!(
            said,
            [
                "a.crossread is no project that this version can read.",
                "b.crossread is no project that this version can read."
            ]
        );
        page.press("0")?;
        page.wait("document.querySelector('#panel-notes section') && !document.querySelector('.corrections')")
    });
}

#[test]
fn a_link_holds_no_text_and_leads_to_the_same_finding() {
    let mut link = String::new();
    visit(|page| {
        page.drop_files(&samples()[..2])?;
        shows(page, &NAMES[..2])?;
        view(page, "ledger")?;
        page.press("n")?;
        page.press("n")?;
        page.press("n")?;
        page.evaluate(
            "navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }",
        )?;
        take(page, "link")?;
        link = string(page, "window.copied")?;
        Ok(())
    });
    let (_, fragment) = link.split_once('#').expect("the place is behind the #");
    assert!(fragment.len() < 300, "{fragment}");
    for word in ["bridge", "selmouth", "aldine", "Voss"] {
        assert!(!fragment.contains(word), "{fragment}");
    }
    let page = open_at(site(), |page| {
        page.go(&link)?;
        page.wait("document.querySelector('.awaited')")?;
        let waits = string(page, "document.querySelector('.awaited').textContent")?;
        assert!(
            waits.starts_with("Waiting for a file whose SHA-256 begins with "),
            "{waits}"
        );
        page.drop_files(&samples()[..2])?;
        shows(page, &NAMES[..2])?;
        page.wait("document.querySelector('.finding.current')?.dataset.row === 'c3'")
    });
    assert_eq!(page.records().complaints, Vec::<String>::new());
}

#[test]
fn a_link_to_two_articles_side_by_side_and_one_that_says_nothing() {
    visit(|page| {
        page.drop_files(&samples())?;
        shows(page, &NAMES)?;
        page.press("2")?;
        view(page, "side")?;
        page.evaluate(
            "navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }",
        )?;
        page.press("]")?;
        page.wait("document.querySelector('#panel-side .nothing')")?;
        take(page, "link")?;
        let link = string(page, "window.copied")?;
        assert!(link.contains("v=side&p=0.2"), "{link}");
        page.press("1")?;
        view(page, "ledger")?;
        // A fragment of somebody else's changes nothing.
        page.evaluate("location.hash = '#2&f=ffff'")?;
        page.press("5")?;
        view(page, "names")?;
        page.evaluate(&format!("location.href = {}", json!(link)))?;
        view(page, "side")?;
        page.wait("document.querySelector('#panel-side .nothing') && !document.querySelector('.awaited')")
    });
}
