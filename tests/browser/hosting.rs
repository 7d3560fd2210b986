//! Wherever the page is put: below a path, on a plain static server, or opened where it cannot work.

use std::fs;
use std::path::Path;

use xtask::browser::Page;
use xtask::{root, serve, size};

use crate::visit::{NAMES, failures, fresh, open_at, samples, shows, site};

#[test]
fn the_page_works_below_a_path() {
    // The other tests say whether the page is built.
    site();
    let address =
        serve::background(root().join("www"), "desk/tools/crossread/").expect("loopback has a free port");
    let page = open_at(&address, |page| {
        page.click("#example")?;
        shows(page, &NAMES)?;
        page.click("#clear-all")?;
        shows(page, &[])?;
        page.drop_files(&samples())?;
        shows(page, &NAMES)?;
        page.click("#clear-all")?;
        shows(page, &[])?;
        page.click("#privacy summary")?;
        page.wait("document.querySelector('#receipt').textContent.includes('all of this page itself')")
    });
    assert_eq!(page.records().complaints, Vec::<String>::new());
}

#[test]
fn an_engine_that_is_not_there_is_said_to_be_absent() {
    let place = fresh("no-engine");
    copy(&root().join("www"), &place);
    fs::remove_dir_all(place.join("pkg")).expect("it was copied");
    let address = serve::background(place, "").expect("loopback has a free port");
    let page = open_at(&address, |page| {
        page.drop_files(&samples()[..1])?;
        page.wait("document.querySelector('.failure')")?;
        let said = failures(page)?;
        assert!(
            said.len() == 1 && said[0].contains("engine did not load"),
            "{said:?}"
        );
        Ok(())
    });
    assert!(
        !page.records().complaints.is_empty(),
        "the console has the reason"
    );
}

/// The limit of the page: what a reader waits for on a slow line, once.
#[test]
fn the_page_is_at_most_one_and_a_half_megabytes_as_sent() {
    site();
    let sizes = size::sizes().expect("the page is built");
    let total: usize = sizes.iter().map(|(_, bytes)| bytes).sum();
    assert!(total <= 1_500_000, "{total} bytes: {sizes:?}");
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("target is ours");
    for entry in fs::read_dir(from).expect("it is there").flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(from, to).expect("target is ours");
        }
    }
}

#[test]
fn opened_as_a_file_the_page_says_why_it_cannot_start() {
    let place = root().join("www/index.html").canonicalize().expect("it is there");
    let mut page = Page::open(&format!("file://{}", place.display())).expect("it opens");
    page.wait("document.querySelector('#boot').checkVisibility()")
        .expect("it explains itself");
    let said = page
        .evaluate("document.querySelector('#boot').textContent")
        .expect("it answers");
    assert!(
        said.as_str()
            .is_some_and(|said| said.contains("cargo xtask serve")),
        "{said}"
    );
}
