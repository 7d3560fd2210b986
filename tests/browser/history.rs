//! Removing, clearing, and taking it back.

use serde_json::json;

use crate::visit::{NAMES, samples, shows, string, visit};

#[test]
fn one_article_is_removed_and_comes_back() {
    visit(|page| {
        page.drop_files(&samples())?;
        shows(page, &NAMES)?;
        let before = string(page, "document.querySelector('#result').textContent")?;
        page.click("[data-remove=B]")?;
        shows(page, &[NAMES[0], NAMES[2]])?;
        assert_eq!(
            string(page, "document.querySelector('#toast span').textContent")?,
            "Removed selmouth-courier-bridge.md."
        );
        // The message has its own way back.
        page.click("#toast [data-do=undo]")?;
        shows(page, &NAMES)?;
        page.wait("!document.querySelector('#toast').textContent")?;
        page.wait(&format!(
            "document.querySelector('#result').textContent === {}",
            json!(before)
        ))?;
        page.click("#redo")?;
        shows(page, &[NAMES[0], NAMES[2]])
    });
}

#[test]
fn all_are_cleared_and_come_back_by_key() {
    visit(|page| {
        page.drop_files(&samples())?;
        shows(page, &NAMES)?;
        page.click("#clear-all")?;
        shows(page, &[])?;
        page.wait(
            "document.body.dataset.state === 'empty' && !document.querySelector('#result').checkVisibility()",
        )?;
        page.press("Ctrl+z")?;
        shows(page, &NAMES)?;
        page.press("Ctrl+Shift+z")?;
        shows(page, &[])?;
        page.press("Ctrl+z")?;
        shows(page, &NAMES)
    });
}

#[test]
fn every_step_can_be_undone_in_turn_and_a_new_one_ends_what_could_be_redone() {
    let samples = samples();
    let ends = "[document.querySelector('#undo').disabled, document.querySelector('#redo').disabled]";
    visit(|page| {
        assert_eq!(page.evaluate(ends)?, json!([true, true]));
        page.drop_files(&samples[..2])?;
        shows(page, &NAMES[..2])?;
        page.drop_files(&samples[2..])?;
        shows(page, &NAMES)?;
        page.click("[data-remove=A]")?;
        shows(page, &NAMES[1..])?;
        for left in [&NAMES[..], &NAMES[..2], &[]] {
            page.press("Ctrl+z")?;
            shows(page, left)?;
        }
        assert_eq!(page.evaluate(ends)?, json!([true, false]));
        // One too many changes nothing.
        page.press("Ctrl+z")?;
        page.press("Ctrl+Shift+z")?;
        shows(page, &NAMES[..2])?;
        page.click("[data-remove=B]")?;
        shows(page, &NAMES[..1])?;
        assert_eq!(page.evaluate(ends)?, json!([false, true]));
        Ok(())
    });
}
