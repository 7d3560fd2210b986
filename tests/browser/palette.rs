//! The command palette: everything by a few letters, by keys alone.

use serde_json::json;
use xtask::Outcome;
use xtask::browser::Page;

use crate::visit::{NAMES, samples, shows, string, strings, view, visit};

/// What the palette lists, without what kind of thing it is.
fn listed(page: &mut Page) -> Result<Vec<String>, String> {
    strings(
        page,
        "[...document.querySelectorAll('#palette-list li')].map((one) => one.firstChild.data)",
    )
}

/// Opens the palette and types.
fn palette(page: &mut Page, words: &str) -> Outcome {
    page.press("Ctrl+k")?;
    page.wait("document.querySelector('#palette[open] #palette-list li')")?;
    page.type_text(words)
}

#[test]
fn views_names_and_articles_are_found_by_letters() {
    visit(|page| {
        palette(page, "exam")?;
        assert_eq!(listed(page)?, ["Try an example"]);
        page.press("Escape")?;
        page.drop_files(&samples())?;
        shows(page, &NAMES)?;
        palette(page, "time")?;
        page.press("Enter")?;
        view(page, "timeline")?;
        palette(page, "okoro")?;
        page.wait("document.querySelector('#palette-list li')")?;
        page.press("Enter")?;
        view(page, "names")?;
        page.wait("document.querySelector('.stepper h2')?.textContent === 'Daniel Okoro'")?;
        palette(page, "ferry crews")?;
        assert_eq!(listed(page)?.len(), 1);
        page.press("Enter")?;
        view(page, "read")?;
        page.wait("document.querySelector('.reader')?.dataset.articleId === 'C'")?;
        palette(page, "zzzz")?;
        assert_eq!(listed(page)?, Vec::<String>::new());
        page.wait("!document.querySelector('#palette-none').hidden")?;
        page.press("Escape")?;
        page.wait("!document.querySelector('#palette[open]')")
    });
}

#[test]
fn arrows_walk_and_a_click_runs() {
    visit(|page| {
        page.drop_files(&samples()[..2])?;
        shows(page, &NAMES[..2])?;
        page.click("#commands")?;
        page.wait("document.querySelector('#palette[open] #palette-list li')")?;
        let chosen = "document.querySelector('#palette-list [aria-selected=true]').id";
        assert_eq!(string(page, chosen)?, "command-0");
        page.press("ArrowDown")?;
        page.press("ArrowDown")?;
        assert_eq!(string(page, chosen)?, "command-2");
        page.press("ArrowUp")?;
        assert_eq!(
            page.evaluate(&format!(
                "document.querySelector('#palette-field').getAttribute('aria-activedescendant') === {chosen}"
            ))?,
            json!(true)
        );
        page.type_text("quotes")?;
        page.click("#palette-list li:first-child")?;
        view(page, "quotes")
    });
}
