//! One engine, one result: what the page saves is byte for byte what the library prints.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use crossread::Analysis;
use crossread::article::ingest::{File, ingest};
use crossread::knowledge::Model;
use serde_json::json;
use xtask::browser::Page;
use xtask::{gallery, root};

use crate::visit::{file, samples, taken, visit};

/// What the library, run natively, makes of these files.
pub(crate) fn analysis(files: &[PathBuf]) -> Analysis {
    let model = Model::embedded();
    let documents = files.iter().flat_map(|path| {
        let bytes = std::fs::read(path).expect("the file is there");
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .expect("a name in ASCII");
        ingest(&File::new(name, &bytes), &model).articles
    });
    crossread::analyse(documents.collect::<Vec<_>>(), &model)
}

fn native(files: &[PathBuf]) -> String {
    crossread::report::json(&crossread::report::report(&analysis(files), &[]))
}

/// A file that could not be read is in what is saved, as the command line has it.
#[test]
fn what_could_not_be_read_is_told_in_the_report() {
    let (good, blank) = (samples()[0].clone(), file("untold", "blank.txt", b" \n"));
    let failures = ingest(&File::new("blank.txt", b" \n"), &Model::embedded()).failures;
    assert_eq!(failures.len(), 1);
    let analysis = analysis(std::slice::from_ref(&good));
    let wanted = crossread::report::json(&crossread::report::report(&analysis, &failures));
    visit(|page| {
        page.drop_files(&[good, blank])?;
        rest(page, 1)?;
        same(&saved(page)?, &wanted);
        Ok(())
    });
}

/// What the page saves of what it shows.
fn saved(page: &mut Page) -> Result<String, String> {
    static SAVED: AtomicU32 = AtomicU32::new(0);
    let place = format!("saved/{}", SAVED.fetch_add(1, Ordering::Relaxed));
    let bytes = taken(page, "json", &place)?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

fn rest(page: &mut Page, articles: usize) -> Result<(), String> {
    page.wait(&format!(
        "!document.querySelector('progress') && document.querySelectorAll('.card').length === {articles}"
    ))
}

/// The first difference, with some text around it: a report is too long to be shown whole.
#[track_caller]
fn same(page: &str, library: &str) {
    let Some(at) = page.bytes().zip(library.bytes()).position(|(a, b)| a != b) else {
        assert_eq!(page.len(), library.len(), "one is the beginning of the other");
        return;
    };
    let around = |text: &str| {
        let bytes = &text.as_bytes()[at.saturating_sub(60)..text.len().min(at + 60)];
        String::from_utf8_lossy(bytes).into_owned()
    };
    assert_eq!(
        around(page),
        around(library),
        "the first difference is at byte {at}"
    );
}

/// A saved page that declares an encoding.
fn page(charset: &str, words: &[u8]) -> Vec<u8> {
    let head = format!(
        "<!doctype html><meta charset={charset}><title>Ferry</title><article><h1>Ferry sails</h1><p>"
    );
    let said = b", the harbour master Ann Field said on Monday, and nobody on the quay had seen it leave.</p></article>";
    [head.as_bytes(), words, said].concat()
}

/// Texts that are hard to count in: every kind of line end, letters of two to four bytes, signs that join.
fn hard() -> Vec<PathBuf> {
    let place = "hard";
    vec![
        file(
            place,
            "breaks.txt",
            b"The ferry sailed.\r\n\r\nThe harbour master, Ann Field, said so.\rIt was late.\r\n",
        ),
        file(
            place,
            "emoji.txt",
            "\u{feff}👩‍👩‍👧 Zoë Müller said “it’s 5 °C” in Saint‑Étienne.\n\nמר כהן אמר: “לא”.\n".as_bytes(),
        ),
        file(
            place,
            "latin.txt",
            b"The caf\xe9 in Sel\xfcrk closed, \x93at last\x94, Ann Field said.",
        ),
        // The browser's decoder and ours must agree, about what is damaged too.
        file(
            place,
            "shift-jis.html",
            &page("shift_jis", b"Ferry \x83t\x83F\x83\x8a\x81[ sailed \x83"),
        ),
        file(
            place,
            "cyrillic.html",
            &page("windows-1251", b"The ferry \xcd\xe5\xe2\xe0 sailed \x98"),
        ),
        file(
            place,
            "wide.txt",
            &"\u{feff}The ferry sailed 🚢, Ann Field said."
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect::<Vec<_>>(),
        ),
    ]
}

#[test]
fn the_page_saves_the_bytes_that_the_library_prints() {
    let printed = ["bare-tunnel.pdf", "office-strike.pdf", "printed-dam.pdf"]
        .map(|name| root().join("tests/formats/files").join(name));
    for files in [samples(), samples()[..1].to_vec(), hard(), printed.to_vec()] {
        visit(|page| {
            page.drop_files(&files)?;
            rest(page, files.len())?;
            same(&saved(page)?, &native(&files));
            Ok(())
        });
    }
}

const ORDERS: [[usize; 3]; 6] = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

#[test]
fn the_order_of_dropping_changes_nothing() {
    let files = samples();
    let library = native(&files);
    visit(|page| {
        for order in ORDERS {
            for (already, at) in order.into_iter().enumerate() {
                page.drop_files(&files[at..=at])?;
                rest(page, already + 1)?;
            }
            same(&saved(page)?, &library);
            page.click("#clear-all")?;
            rest(page, 0)?;
        }
        Ok(())
    });
}

#[test]
fn the_seeds_are_read_as_the_library_reads_them() {
    let seeds = gallery::texts(&root().join("../shared/seeds"));
    if seeds.is_empty() {
        println!(
            "SKIPPED: the three seed articles are not ours to keep here, and ../shared/seeds is not there"
        );
        return;
    }
    let library = native(&seeds);
    visit(|page| {
        for order in ORDERS {
            let dropped: Vec<PathBuf> = order.iter().map(|&at| seeds[at].clone()).collect();
            println!("three seeds: {} from drop to result", timed(page, &dropped)?);
            same(&saved(page)?, &library);
            page.click("#clear-all")?;
            rest(page, 0)?;
        }
        Ok(())
    });
}

#[test]
fn how_long_the_samples_take_is_printed() {
    visit(|page| {
        println!("three samples: {} from drop to result", timed(page, &samples())?);
        Ok(())
    });
}

/// Drops files and says how long it took from the drop until cards and a view were painted.
fn timed(page: &mut Page, files: &[PathBuf]) -> Result<String, String> {
    page.evaluate(
        "window.taken = null;
        addEventListener('drop', () => {
            const since = performance.now();
            const look = () => {
                const shown = document.querySelector('.card') && !document.querySelector('progress')
                    && document.querySelector('[role=tabpanel]:not([hidden])')?.childElementCount;
                if (shown) window.taken = performance.now() - since;
                else requestAnimationFrame(look);
            };
            look();
        }, { capture: true, once: true });",
    )?;
    page.drop_files(files)?;
    page.wait("window.taken !== null")?;
    let taken = page.evaluate("Math.round(window.taken)")?;
    Ok(format!("{taken} ms"))
}

#[test]
fn a_difference_is_seen() {
    let seen = |a: &'static str, b: &'static str| std::panic::catch_unwind(|| same(a, b)).is_err();
    assert!(seen("{\"a\":1}", "{\"a\":2}") && seen("{}", "{}\n") && !seen("{}", "{}"));
    assert_ne!(json!(native(&samples())), json!(native(&samples()[..1])));
    assert!(Path::new(&samples()[0]).is_file());
}
