//! The ways in: drop, folder, picker, paste, example.

use std::fs;

use serde_json::json;

use crate::visit::{NAMES, file, fresh, samples, shows, string, view, visit};

#[test]
fn dropped_files_are_read_and_compared() {
    visit(|page| {
        page.drop_files(&samples())?;
        shows(page, &NAMES)?;
        page.wait("document.querySelector('#verdict').textContent.trim()")?;
        page.wait("document.querySelector('[role=tabpanel]:not([hidden])').childElementCount")
    });
}

#[test]
fn the_page_says_that_it_takes_what_is_held_over_it() {
    visit(|page| {
        page.evaluate(
            "document.addEventListener('dragover', () => { window.held = 'drag' in document.body.dataset; })",
        )?;
        page.drop_files(&samples())?;
        page.wait("window.held === true && !('drag' in document.body.dataset)")
    });
}

#[test]
fn a_dropped_folder_is_walked_and_what_systems_left_in_it_is_not() {
    let place = fresh("folder");
    fs::create_dir_all(place.join("inner/.git")).expect("target is ours");
    for (from, to) in samples()
        .iter()
        .zip(["one.txt", "inner/two.md", "inner/three.txt"])
    {
        fs::copy(from, place.join(to)).expect("target is ours");
    }
    for name in [".DS_Store", "Thumbs.db", "inner/.git/HEAD"] {
        fs::write(place.join(name), "not an article").expect("target is ours");
    }
    visit(|page| {
        page.drop_files(std::slice::from_ref(&place))?;
        shows(page, &["one.txt", "three.txt", "two.md"])?;
        page.click("#clear-all")?;
        shows(page, &[])?;
        page.pick("label:has(#open-folder)", std::slice::from_ref(&place))?;
        shows(page, &["one.txt", "three.txt", "two.md"])?;
        // A folder beside files, of which some tell by their kind that they are none.
        page.click("#clear-all")?;
        shows(page, &[])?;
        let others = [
            ("four.txt", "The ferry sailed."),
            ("five.unknown", "The bridge opened."),
        ];
        let others = others.map(|(name, text)| file("folder-beside", name, text.as_bytes()));
        page.drop_files(&[&[place][..], &others].concat())?;
        shows(
            page,
            &["five.unknown", "four.txt", "one.txt", "three.txt", "two.md"],
        )
    });
}

#[test]
fn a_dropped_page_becomes_its_article_and_nothing_in_it_runs() {
    let markup = b"<!doctype html><html><head><title>Ferry to sail again | The Post</title>\
        <script>window.ran = true</script></head><body><nav><a href=/>Home</a><a href=/news>News</a></nav><article>\
        <h1>Ferry to sail again</h1><img src=x onerror='window.ran = true'>\
        <p>The ferry will sail on Friday, the harbour master said on Tuesday, after three weeks in the dock.</p>\
        <p>Some 400 people use it each day, and many of them had to drive around the bay in the meantime.</p></article>\
        <div class=newsletter>Sign up for our newsletter</div></body></html>";
    let saved = file("page", "ferry.html", markup);
    visit(|page| {
        page.drop_files(&[saved])?;
        shows(page, &["ferry.html"])?;
        page.click("#tab-read")?;
        view(page, "read")?;
        let read = string(page, "document.querySelector('.reader').textContent")?;
        assert!(read.contains("Ferry to sail again"), "{read}");
        assert!(read.contains("after three weeks in the dock"), "{read}");
        assert!(!read.contains("window.ran"), "{read}");
        let card = string(page, "document.querySelector('.card').textContent")?;
        assert!(card.contains("Ferry to sail again"), "{card}");
        assert_eq!(page.evaluate("'ran' in window")?, json!(false));
        Ok(())
    });
}

#[test]
fn picked_files_are_read_also_twice() {
    let samples = samples();
    visit(|page| {
        page.pick("label:has(#open-files)", &samples[..1])?;
        shows(page, &NAMES[..1])?;
        page.pick("label:has(#open-files)", &samples[1..])?;
        shows(page, &NAMES)?;
        // The same file once more is said to be there, and not doubled.
        page.pick("label:has(#open-files)", &samples[2..])?;
        page.wait("document.querySelector('#toast').textContent.includes('already open')")?;
        shows(page, &NAMES)?;
        // Removed, it can be picked again.
        page.click("[data-remove=C]")?;
        shows(page, &NAMES[..2])?;
        page.pick("label:has(#open-files)", &samples[2..])?;
        shows(page, &NAMES)
    });
}

#[test]
fn text_pasted_in_the_window_or_anywhere_becomes_an_article() {
    let article = "The ferry will sail on Friday, the harbour master said.\n\nIt was late.";
    visit(|page| {
        page.click("#paste")?;
        page.wait("document.activeElement.id === 'paste-text'")?;
        page.type_text(article)?;
        page.press("Ctrl+a")?;
        page.press("Ctrl+c")?;
        page.click("#paste-open")?;
        shows(page, &["Pasted text 1"])?;
        // The text is on the clipboard; outside a field, Ctrl+V opens it at once.
        page.evaluate("document.activeElement.blur()")?;
        page.press("Ctrl+v")?;
        shows(page, &["Pasted text 1", "Pasted text 2"])?;
        page.click("#tab-read")?;
        view(page, "read")?;
        let read = string(page, "document.querySelector('.reader').textContent")?;
        assert!(read.contains("The ferry will sail on Friday"), "{read}");
        Ok(())
    });
}

#[test]
fn a_paste_window_that_is_left_empty_or_closed_opens_nothing() {
    visit(|page| {
        page.click("#paste")?;
        page.type_text(" \n")?;
        page.click("#paste-open")?;
        page.wait("!document.querySelector('dialog[open]')")?;
        page.click("#paste")?;
        page.type_text("a text that is not wanted after all")?;
        page.press("Escape")?;
        page.wait("!document.querySelector('dialog[open]')")?;
        page.click("#paste")?;
        assert_eq!(string(page, "document.querySelector('#paste-text').value")?, "");
        page.click("[data-close=paste-dialog]")?;
        page.wait("!document.querySelector('dialog[open]')")?;
        assert_eq!(
            page.evaluate("document.querySelectorAll('.card, .failure').length")?,
            json!(0)
        );
        Ok(())
    });
}

#[test]
fn a_dropped_selection_becomes_an_article() {
    visit(|page| {
        page.drop_text("The ferry will sail on Friday, the harbour master said.")?;
        shows(page, &["Pasted text 1"])
    });
}

#[test]
fn the_example_opens_three_articles() {
    visit(|page| {
        page.click("#example")?;
        shows(page, &NAMES)
    });
}

#[test]
fn two_files_of_one_name_are_two_articles() {
    let one = file(
        "same-name/one",
        "story.txt",
        b"The bridge will open on Friday, the mayor said.",
    );
    let two = file(
        "same-name/two",
        "story.txt",
        b"The bridge could open on Friday, the mayor said.",
    );
    visit(|page| {
        // Picked, because the browser itself gives two files of one name different names when they are dropped.
        page.pick("label:has(#open-files)", &[one])?;
        page.pick("label:has(#open-files)", &[two])?;
        shows(page, &["story.txt", "story.txt"])?;
        page.click("[data-remove=A]")?;
        shows(page, &["story.txt"])
    });
}
