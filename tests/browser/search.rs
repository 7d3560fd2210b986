//! Searching all texts.

use xtask::Outcome;
use xtask::browser::Page;

use crate::visit::{ask, file, shows, string, strings, view, visit};

/// Two short texts with an accent, curly marks and a repeated word.
fn opened(page: &mut Page) -> Outcome {
    let a = "Bridge\n\nThe café by the bridge wasn’t open, Zoë said. The bridge was shut.\n";
    let b = "Ferry\n\nNothing here about it.\n";
    page.drop_files(&[
        file("search", "a.txt", a.as_bytes()),
        file("search", "b.txt", b.as_bytes()),
    ])?;
    shows(page, &["a.txt", "b.txt"])
}

const MATCHES: &str = "[...document.querySelectorAll('#panel-found mark')].map((one) => one.textContent)";

#[test]
fn case_accents_and_quotation_marks_do_not_count() {
    visit(|page| {
        opened(page)?;
        page.press("/")?;
        page.wait("document.activeElement.id === 'search'")?;
        for (words, found) in [
            ("BRIDGE", vec!["Bridge", "bridge", "bridge"]),
            ("cafe", vec!["café"]),
            ("wasn't", vec!["wasn’t"]),
            ("zoe", vec!["Zoë"]),
            ("/b\\w+e\\b/", vec!["Bridge", "bridge", "bridge"]),
        ] {
            ask(page, words)?;
            view(page, "found")?;
            page.wait(&format!("{MATCHES}.length === {}", found.len()))?;
            assert_eq!(strings(page, MATCHES)?, found, "{words}");
        }
        Ok(())
    });
}

#[test]
fn a_hit_leads_to_its_place_and_an_empty_field_leads_back() {
    visit(|page| {
        opened(page)?;
        page.click("#tab-notes")?;
        ask(page, "shut")?;
        view(page, "found")?;
        page.click("#panel-found .spot-link")?;
        view(page, "read")?;
        page.wait("document.querySelector('.spot')?.textContent.includes('was shut')")?;
        ask(page, "nowhere at all")?;
        page.wait("document.querySelector('#panel-found .nothing')")?;
        assert!(
            string(page, "document.querySelector('#panel-found').textContent")?
                .contains("stands in no article")
        );
        ask(page, "/(/")?;
        page.wait("document.querySelector('#panel-found').textContent.includes('no regular expression')")?;
        ask(page, "")?;
        view(page, "read")
    });
}
