//! Pictures of every view, light and dark, wide and narrow, to be looked at.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::browser::Page;
use crate::{Outcome, build, folder, needs, root, serve};

const VIEWS: [&str; 9] = [
    "ledger", "side", "inline", "names", "quotes", "timeline", "many", "read", "notes",
];

/// The windows that pictures are taken in: width and height in CSS pixels, density.
const WINDOWS: [(u32, u32, u32); 4] = [(1440, 900, 1), (1024, 768, 1), (768, 1024, 1), (360, 780, 2)];

/// Takes the pictures of these files, or of the samples and the seeds, into `target/gallery`.
pub fn take(files: &[PathBuf]) -> Outcome {
    build::page(true)?;
    needs::install_browser()?;
    let into = folder().join("gallery");
    std::fs::create_dir_all(&into).map_err(|error| format!("{}: {error}", into.display()))?;
    let address = serve::background(root().join("www"), "")?;
    let mut page = Page::open(&address)?;
    println!("taking pictures");
    around(&mut page, &into)?;
    for (name, opened) in sets(files)? {
        // A page that is loaded where colours are forced keeps its black ground.
        page.prefer("light")?;
        page.go(&address)?;
        page.drop_files(&opened)?;
        page.wait("document.body.dataset.state === 'ready' && document.querySelector('.card')")?;
        views(&mut page, &into, &name)?;
    }
    if files.is_empty() {
        readme(&address)?;
    }
    println!("the pictures are in {}", into.display());
    Ok(())
}

/// The two pictures that the README shows, where it shows them from: of a page on which nobody has done anything yet.
fn readme(address: &str) -> Outcome {
    let into = root().join(".github/pictures");
    let mut page = Page::open(address)?;
    page.prefer("light")?;
    page.drop_files(&texts(&root().join("www/samples")))?;
    page.wait("document.body.dataset.state === 'ready' && document.querySelector('.card')")?;
    for (view, top) in [("ledger", "body"), ("side", "#tabs")] {
        page.click(&format!("#tab-{view}"))?;
        page.wait(&format!(
            "document.querySelector('#panel-{view} :is(.finding, .rows)')"
        ))?;
        page.evaluate(&format!("document.querySelector('{top}').scrollIntoView()"))?;
        page.glance(&into.join(format!("{view}.png")))?;
    }
    Ok(())
}

/// What is to be dropped, with the name its pictures begin with.
fn sets(files: &[PathBuf]) -> Result<Vec<(String, Vec<PathBuf>)>, String> {
    if !files.is_empty() {
        let whole = files.iter().map(|file| file.canonicalize());
        let whole = whole.collect::<Result<_, _>>();
        return Ok(vec![(
            "files".to_owned(),
            whole.map_err(|error| error.to_string())?,
        )]);
    }
    let samples = texts(&root().join("www/samples"));
    let mut sets = vec![
        ("sample".to_owned(), samples[..1].to_vec()),
        ("samples".to_owned(), samples),
    ];
    // Articles that are not ours: their pictures stay below `target`.
    let seeds = texts(&root().join("../shared/seeds"));
    if !seeds.is_empty() {
        sets.push(("seeds".to_owned(), seeds));
    }
    Ok(sets)
}

/// The articles in a folder, in order of name.
pub fn texts(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    files.retain(|file| file.is_file() && file.file_name().is_some_and(|name| name != "README.md"));
    files.sort();
    // A browser refuses to open a path that goes up and down again.
    files
        .into_iter()
        .filter_map(|file| file.canonicalize().ok())
        .collect()
}

/// The page without articles, its windows, and files that could not be read.
fn around(page: &mut Page, into: &Path) -> Outcome {
    each(page, into, "empty")?;
    for (name, opens) in [("paste", "#paste"), ("help", "#help")] {
        page.click(opens)?;
        each(page, into, name)?;
        page.press("Escape")?;
    }
    page.evaluate("document.querySelector('#update').hidden = false")?;
    each(page, into, "update")?;
    page.evaluate("document.querySelector('#update').hidden = true")?;
    page.evaluate(
        "import(new URL('intake/ask.js', location.href)).then(({ ask }) => {
            ask('https://archive.example sends 2 articles', [{ name: 'ferry.html' }, { name: 'bridge.txt' }]); })",
    )?;
    each(page, into, "ask")?;
    page.press("Escape")?;
    let (empty, pdf) = (into.join("empty.txt"), into.join("report.pdf"));
    std::fs::write(&empty, "").map_err(|error| error.to_string())?;
    std::fs::write(&pdf, "%PDF-1.7\n").map_err(|error| error.to_string())?;
    page.drop_files(&[empty, pdf])?;
    page.wait("document.querySelector('.failure') && !document.querySelector('progress')")?;
    each(page, into, "failures")
}

/// Every view that the page offers for what was dropped, drawn anew in each window.
fn views(page: &mut Page, into: &Path, set: &str) -> Outcome {
    for window in WINDOWS {
        let (width, height, density) = window;
        page.resize(width, height, density)?;
        for view in VIEWS {
            let name = json!(format!("#tab-{view}"));
            if page.evaluate(&format!("document.querySelector({name}).hidden"))? == true {
                continue;
            }
            page.click(&format!("#tab-{view}"))?;
            page.wait(&format!(
                "document.querySelector('#panel-{view}').childElementCount"
            ))?;
            if view == "names" {
                page.click("#panel-names [data-choose]")?;
                page.wait("document.querySelector('#panel-names .stepper')")?;
            }
            at(page, into, &format!("{set}-{view}"), window)?;
        }
    }
    page.resize(1280, 900, 1)?;
    if set == "samples" {
        corrections(page, into)?;
    }
    Ok(())
}

/// Where what was read can be corrected, and a ledger that was worked through.
fn corrections(page: &mut Page, into: &Path) -> Outcome {
    page.click("#tab-side")?;
    page.click("#correcting")?;
    for view in ["side", "names", "quotes", "read"] {
        page.click(&format!("#tab-{view}"))?;
        page.wait(&format!("document.querySelector('#panel-{view} .correct')"))?;
        each(page, into, &format!("correcting-{view}"))?;
    }
    page.click("#tab-ledger")?;
    page.click("[data-seen=c1]")?;
    page.click("[data-wrong=c2]")?;
    each(page, into, "reviewed")?;
    for (name, opens) in [("fields", "[data-correct=B]"), ("take", "#take")] {
        page.click(opens)?;
        each(page, into, name)?;
        page.press("Escape")?;
    }
    modes(page, into)
}

/// The palette, words that are shared, a narrowed search, and the modes for a class.
fn modes(page: &mut Page, into: &Path) -> Outcome {
    page.press("Ctrl+k")?;
    page.type_text("o")?;
    each(page, into, "palette")?;
    page.press("Escape")?;
    page.click("#tab-read")?;
    page.click("#layers [data-layer=shared]")?;
    each(page, into, "shared")?;
    for mode in ["blind", "guess", "projector"] {
        page.click("#tab-ledger")?;
        page.evaluate(&format!(
            "document.querySelector('#modes-list [data-mode={mode}]').click()"
        ))?;
        each(page, into, mode)?;
        page.evaluate(&format!(
            "document.querySelector('#modes-list [data-mode={mode}]').click()"
        ))?;
    }
    Ok(())
}

/// One picture a window and theme.
fn each(page: &mut Page, into: &Path, name: &str) -> Outcome {
    for window in WINDOWS {
        at(page, into, name, window)?;
    }
    page.resize(1280, 900, 1)
}

/// One picture a theme, the colours that a system forces among them.
fn at(page: &mut Page, into: &Path, name: &str, (width, height, density): (u32, u32, u32)) -> Outcome {
    page.resize(width, height, density)?;
    for theme in ["light", "dark", "forced"] {
        page.prefer(theme)?;
        page.evaluate("scrollTo(0, 0)")?;
        page.picture(&into.join(format!("{name}-{theme}-{width}.png")))?;
    }
    Ok(())
}
