//! What was read is corrected where it stands, in two steps; what hangs on it follows; it can be taken back.

use serde_json::json;
use xtask::Outcome;
use xtask::browser::Page;

use crate::visit::{NAMES, samples, shows, string, view, visit};

/// Opens the two samples of one story.
fn open(page: &mut Page) -> Outcome {
    page.drop_files(&samples()[..2])?;
    shows(page, &NAMES[..2])
}

/// Puts words in a field of a form and sends it.
fn fill(page: &mut Page, form: &str, name: &str, words: &str) -> Outcome {
    page.evaluate(&format!(
        "(() => {{ const form = document.querySelector('{form}'); form.elements.namedItem('{name}').value = {};
            form.requestSubmit(); }})()",
        json!(words)
    ))
    .map(drop)
}

/// Chooses a value in a list.
fn choose(page: &mut Page, select: &str, value: &str) -> Outcome {
    page.evaluate(&format!(
        "(() => {{ const list = document.querySelector('{select}'); list.value = '{value}';
            list.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()"
    ))
    .map(drop)
}

/// Waits until an element's text is this.
fn says(page: &mut Page, selector: &str, words: &str) -> Outcome {
    page.wait(&format!(
        "document.querySelector('{selector}')?.textContent.trim() === {}",
        json!(words)
    ))
}

/// Goes to an utterance, where it can be corrected once it is near.
fn near(page: &mut Page, utterance: &str) -> Outcome {
    page.wait(utterance)?;
    page.evaluate(&format!("{utterance}.scrollIntoView()"))?;
    page.wait(&format!("{utterance}.querySelector('form')"))
}

/// Chooses the name that is written so.
fn name(page: &mut Page, name: &str) -> Outcome {
    let button = format!(
        "[...document.querySelectorAll('.names-list .name')].find((one) => one.textContent === {})",
        json!(name)
    );
    page.wait(&button)?;
    page.evaluate(&format!("{button}.closest('button').click()"))?;
    says(page, ".stepper h2", name)
}

#[test]
fn fields_and_days_are_corrected_and_dates_follow() {
    visit(|page| {
        open(page)?;
        page.click("[data-correct=A]")?;
        page.wait("document.querySelector('#correct-dialog[open]')")?;
        let fields = string(page, "document.querySelector('#correct-fields').textContent")?;
        assert!(fields.contains("in the text"), "{fields}");
        page.evaluate("document.querySelector('#correct-form [name=published]').value = '2026-06-02'")?;
        fill(page, "#correct-form", "title", "Bridge shuts")?;
        says(page, "[data-card=A] .title", "Bridge shuts")?;
        says(page, "[data-card=A] .found", "set by you")?;
        // The window is gone, and the focus where it was opened from.
        page.wait("!document.querySelector('dialog[open], dialog.left') && document.activeElement.matches('[data-correct=A]')")?;
        // "on Tuesday" is counted from the new day.
        page.press("7")?;
        page.wait("document.querySelector('#panel-timeline time[datetime=\"2026-06-02\"]')")?;
        page.press("Ctrl+z")?;
        says(page, "[data-card=A] .found", "stated in the text")?;
        page.press("Ctrl+Shift+z")?;
        says(page, "[data-card=A] .title", "Bridge shuts")?;
        // All at once as it was read.
        page.click("[data-correct=A]")?;
        page.click("#as-read")?;
        says(page, "[data-card=A] .found", "stated in the text")
    });
}

/// What is answered is drawn before the window is closed, which has all of the page styled anew; keys are the page's at once.
#[test]
fn a_window_that_is_left_is_out_of_sight_at_once_and_closed_for_good() {
    visit(|page| {
        open(page)?;
        page.click("[data-correct=A]")?;
        page.wait("document.querySelector('#correct-dialog[open]')")?;
        page.evaluate("document.querySelector('#correct-form [name=title]').value = 'Bridge shuts'")?;
        page.evaluate(
            "void (window.seen = new Promise((done) => {
                const dialog = document.querySelector('#correct-dialog');
                const title = document.querySelector('[data-card=A] .title');
                const left = new MutationObserver(() => {
                    if (title.textContent !== 'Bridge shuts') return;
                    left.disconnect();
                    done([dialog.open, getComputedStyle(dialog).opacity, document.activeElement === document.body]);
                });
                left.observe(title, { childList: true, characterData: true, subtree: true });
                document.querySelector('#correct-form').requestSubmit();
            }))",
        )?;
        assert_eq!(page.evaluate("seen")?, json!([true, "0", true]));
        page.wait("!document.querySelector('dialog[open], dialog.left')")?;
        // Nothing was changed in it: it is closed all the same, and can be opened again.
        page.click("[data-correct=A]")?;
        page.wait("document.querySelector('#correct-dialog[open]:not(.left)')")?;
        page.click("#correct-form .first")?;
        page.wait("!document.querySelector('dialog[open], dialog.left')")
    });
}

#[test]
fn names_are_renamed_merged_split_retyped_and_refused() {
    visit(|page| {
        open(page)?;
        page.press("5")?;
        view(page, "names")?;
        page.press("r")?;
        name(page, "Helena Voss")?;
        fill(page, "[data-form=rename]", "value", "H. Voss")?;
        says(page, ".stepper h2", "H. Voss")?;
        // What is no name here is said, and nothing is done.
        fill(page, "[data-form=merge]", "value", "Nobody Atall")?;
        page.wait("document.querySelector('[data-form=merge] .refusal').textContent.startsWith('Nothing is named “Nobody Atall” here.')")?;
        fill(page, "[data-form=merge]", "value", "Ingrid Falk")?;
        page.wait("!document.querySelector('.names-list').textContent.includes('Ingrid Falk')")?;
        says(page, ".stepper h2", "H. Voss")?;
        page.click("[data-split=\"Ingrid Falk\"]")?;
        page.wait("document.querySelector('.names-list').textContent.includes('Ingrid Falk')")?;
        name(page, "Arden Bridge")?;
        choose(page, "[data-decide=label]", "GPE")?;
        page.wait("document.querySelector('[data-type=GPE]')?.textContent.includes('Arden Bridge')")?;
        choose(page, "[data-decide=label]", "")?;
        page.wait("!document.querySelector('.names-list').textContent.includes('Arden Bridge')")?;
        // Each is listed in words and can be taken back from the middle; the others stay.
        page.press("0")?;
        page.wait("document.querySelectorAll('.corrections li').length === 5")?;
        let last =
            "[...document.querySelectorAll('.corrections li')].map((one) => one.firstChild.data.trim())";
        assert_eq!(
            page.evaluate(last)?,
            json!([
                "“Arden Bridge” is no name",
                "“Arden Bridge”: place",
                "“Ingrid Falk” is another than “H. Voss”",
                "“H. Voss” and “Ingrid Falk” are one",
                "“Helena Voss” is called “H. Voss”"
            ])
        );
        page.click(".corrections li:first-child button")?;
        page.wait("document.querySelectorAll('.corrections li').length === 4")?;
        page.press("5")?;
        page.wait("document.querySelector('[data-type=GPE]')?.textContent.includes('Arden Bridge')")
    });
}

#[test]
fn names_are_corrected_by_keys_alone() {
    visit(|page| {
        open(page)?;
        page.press("5")?;
        view(page, "names")?;
        name(page, "Helena Voss")?;
        page.press("w")?;
        page.wait("document.activeElement.dataset.focus === 'form-rename'")?;
        page.type_text("Minister V.")?;
        page.press("Enter")?;
        says(page, ".stepper h2", "Minister V.")?;
        page.evaluate("document.activeElement.blur()")?;
        page.press("m")?;
        page.wait("document.activeElement.dataset.focus === 'form-merge'")?;
        page.type_text("Ingrid Falk")?;
        page.press("Enter")?;
        page.wait("!document.querySelector('.names-list').textContent.includes('Ingrid Falk')")?;
        // Two keys say that it is no name, two bring it back.
        page.evaluate("document.activeElement.blur()")?;
        name(page, "Arden Bridge")?;
        page.press("Delete")?;
        page.wait("document.activeElement.dataset.focus === 'unname'")?;
        page.press("Enter")?;
        page.wait("!document.querySelector('.names-list').textContent.includes('Arden Bridge')")?;
        page.press("Ctrl+z")?;
        page.wait("document.querySelector('.names-list').textContent.includes('Arden Bridge')")
    });
}

#[test]
fn a_part_is_what_the_user_says() {
    visit(|page| {
        open(page)?;
        page.press("9")?;
        view(page, "read")?;
        page.wait("document.querySelector('.reader [data-block]')")?;
        page.click("#correcting")?;
        page.wait("document.querySelector('[data-at=\"A 0\"]')")?;
        choose(page, "[data-at=\"A 0\"]", "furniture")?;
        says(page, "[data-card=A] .title", "No headline")?;
        choose(page, "[data-at=\"A 3\"]", "headline")?;
        page.wait("document.querySelector('[data-card=A] .title').textContent.startsWith('SELMOUTH')")?;
        // Chosen by a key, the list stays the one that has the focus, and shows what is undone.
        let list = "document.querySelector('.reader .paragraph select')";
        page.evaluate(&format!("void (window.list = {list}, list.focus())"))?;
        page.press("c")?;
        page.wait("list.isConnected && list.closest('.caption')")?;
        assert_eq!(
            page.evaluate("[list === document.activeElement, list.value]")?,
            json!([true, "caption"])
        );
        page.click("#undo")?;
        page.wait("list.closest('.paragraph') && list.value === 'paragraph'")
    });
}

#[test]
fn a_speaker_is_corrected_where_the_words_stand() {
    visit(|page| {
        open(page)?;
        page.press("6")?;
        view(page, "quotes")?;
        page.click("#correcting")?;
        let falk = "[...document.querySelectorAll('.utterance')].find((one) => one.textContent.includes('eighteen months'))";
        near(page, falk)?;
        page.evaluate(&format!(
            "(() => {{ const form = {falk}.querySelector('form'); form.elements.value.value = 'Helena Voss'; form.requestSubmit(); }})()"
        ))?;
        page.wait(&format!(
            "{falk}.querySelector('h3').textContent === 'Helena Voss'"
        ))?;
        page.evaluate(&format!("{falk}.querySelector('[data-unsaid]').click()"))?;
        page.wait(&format!(
            "{falk}.querySelector('h3').textContent === 'Speaker not named'"
        ))?;
        page.press("Ctrl+z")?;
        page.press("Ctrl+z")?;
        page.wait(&format!(
            "{falk}.querySelector('h3').textContent === 'Ingrid Falk'"
        ))
    });
}

#[test]
fn a_speaker_that_an_article_does_not_name_is_refused_with_what_to_do_instead() {
    visit(|page| {
        page.drop_files(&samples())?;
        shows(page, &NAMES)?;
        page.press("6")?;
        view(page, "quotes")?;
        page.click("#correcting")?;
        let voss = "[...document.querySelectorAll('.utterance')].find((one) => one.textContent.includes('every cable'))";
        near(page, voss)?;
        let set = format!(
            "(() => {{ const form = {voss}.querySelector('form'); form.elements.value.value = 'Karl Weiss'; form.requestSubmit(); }})()"
        );
        page.evaluate(&set)?;
        let said = string(page, &format!("{voss}.querySelector('.refusal').textContent"))?;
        for words in ["not named in A and B", "under Names", "Speaker not named"] {
            assert!(said.contains(words), "{said}");
        }
        page.wait(&format!(
            "{voss}.querySelector('.refusal').role === 'alert' && document.activeElement.value === 'Karl Weiss'
                && {voss}.querySelector('h3').textContent === 'Helena Voss'"
        ))?;
        // What it says to do leads there: what the articles call him is said to be the same.
        page.click("#tab-names")?;
        view(page, "names")?;
        name(page, "Helena Voss")?;
        fill(page, "[data-form=merge]", "value", "Karl Weiss")?;
        page.wait("!document.querySelector('.names-list').textContent.includes('Karl Weiss')")?;
        // The key writes in the field that has the focus; a press on what is drawn anew at that moment may be lost.
        page.evaluate("document.querySelector('#tab-quotes').click()")?;
        view(page, "quotes")?;
        near(page, voss)?;
        page.evaluate(&set)?;
        page.wait(&format!("!{voss}.querySelector('.refusal')"))
    });
}

#[test]
fn links_are_undone_and_made() {
    visit(|page| {
        open(page)?;
        page.press("2")?;
        view(page, "side")?;
        page.click("#correcting")?;
        page.wait("document.querySelector('[data-unlink]')")?;
        let count = "document.querySelectorAll('.row .cell-a:not(.empty) ~ .cell-b:not(.empty)').length";
        let before = page.evaluate(count)?.as_i64().unwrap_or(0);
        page.evaluate("document.querySelector('.row:has([data-unlink]) [data-unlink]').click()")?;
        page.wait(&format!("{count} === {}", before - 1))?;
        // The two sentences that were parted are put together again.
        page.click(".row[data-kind=only-a] [data-link]")?;
        page.wait("document.querySelector('.row[data-kind=only-b] [data-link]')")?;
        page.click(".row[data-kind=only-b] [data-link]")?;
        page.wait(&format!("{count} === {before}"))
    });
}

#[test]
fn findings_are_reviewed_called_wrong_and_noted() {
    visit(|page| {
        open(page)?;
        view(page, "ledger")?;
        page.press("n")?;
        page.press("x")?;
        page.wait("document.querySelector('.finding[data-mark=seen]')")?;
        let first = string(page, "document.querySelector('.finding .summary').textContent")?;
        page.click("[data-wrong=c1]")?;
        page.wait(&format!(
            "document.querySelector('.finding[data-mark=wrong] .summary')?.textContent === {}",
            json!(first)
        ))?;
        page.click("[data-focus=noting-c2]")?;
        page.evaluate(
            "(() => { const field = document.querySelector('[data-note=c2]'); field.value = 'Ask the ministry.';
                field.dispatchEvent(new Event('change', { bubbles: true })); })()",
        )?;
        // It is taken down a moment after the field is left, and only then the first that is undone.
        page.wait("document.querySelector('#toast').textContent.includes('Noted')")?;
        page.wait("document.querySelector('[data-note=c2]').value === 'Ask the ministry.'")?;
        page.press("Ctrl+z")?;
        page.wait("!document.querySelector('[data-note=c2]')?.value")?;
        page.press("Ctrl+z")?;
        page.press("Ctrl+z")?;
        page.wait("!document.querySelector('.finding[data-mark]')")
    });
}
