//! A crash of the engine costs one worker, never the page. No input is known that crashes it, so the first worker is
//! made to: where it would have gone on reading, it runs into a real trap of WebAssembly.

use xtask::Outcome;
use xtask::browser::Page;

use crate::visit::{NAMES, failures, file, open_and, ready, samples, shows, view};

/// The smallest module whose one function is `unreachable`, which is what a panic comes to.
const TRAP: &str = "new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11))).exports.f()";

/// Puts a trap into a method of the present worker's engine, where `condition` (over `args`) holds.
fn trap(page: &mut Page, method: &str, condition: &str) -> Outcome {
    page.evaluate_in_worker(&format!(
        "import(new URL('pkg/crossread.js', location.href)).then(({{ Engine }}) => {{
            const real = Engine.prototype.{method};
            Engine.prototype.{method} = function (...args) {{
                return {condition} ? {TRAP} : real.apply(this, args);
            }};
        }})"
    ))
    .map(drop)
}

#[test]
fn a_file_that_crashes_the_reader_is_named_and_the_others_are_read() {
    let mut files = samples();
    files.insert(
        1,
        file(
            "crash",
            "bad.txt",
            b"The bridge will open on Friday, the mayor said.",
        ),
    );
    open_and(|page| {
        ready(page)?;
        trap(page, "open", "args[0] === 'bad.txt'")?;
        page.drop_files(&files)?;
        shows(page, &NAMES)?;
        let said = failures(page)?;
        assert!(
            said.len() == 1 && said[0].starts_with("bad.txt stopped the reader"),
            "{said:?}"
        );
        for name in ["side", "inline", "names", "read", "notes"] {
            page.click(&format!("#tab-{name}"))?;
            view(page, name)?;
        }
        // The new worker reads what is dropped next as the old one would have.
        page.click("[data-remove=A]")?;
        shows(page, &NAMES[1..])?;
        page.drop_files(&files[..1])?;
        shows(page, &NAMES)
    });
}

#[test]
fn a_crash_that_does_not_come_again_is_not_even_noticed() {
    for method in ["analyse", "pair"] {
        open_and(|page| {
            ready(page)?;
            trap(page, method, "true")?;
            page.drop_files(&samples())?;
            shows(page, &NAMES)?;
            page.click("#tab-side")?;
            view(page, "side")?;
            assert_eq!(failures(page)?, Vec::<String>::new());
            Ok(())
        });
    }
}

/// The view's crash ends the worker that was to read the file next.
#[test]
fn a_file_is_read_although_another_call_crashes_before_it() {
    open_and(|page| {
        page.drop_files(&samples()[..1])?;
        shows(page, &NAMES[..1])?;
        page.click("#tab-notes")?;
        view(page, "notes")?;
        let slowly = "(() => { const end = performance.now() + 1000; while (performance.now() < end); return true; })()";
        trap(page, "pair", slowly)?;
        page.drop_files(&samples()[1..2])?;
        shows(page, &NAMES[..2])?;
        page.click("#tab-side")?;
        page.drop_files(&samples()[2..])?;
        shows(page, &NAMES)?;
        assert_eq!(failures(page)?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn a_crash_while_another_view_is_fetched_is_recovered_from() {
    open_and(|page| {
        page.drop_files(&samples())?;
        shows(page, &NAMES)?;
        trap(page, "article", "true")?;
        page.click("#tab-read")?;
        view(page, "read")?;
        page.wait("document.querySelectorAll('.reader .block').length > 10")?;
        assert_eq!(failures(page)?, Vec::<String>::new());
        Ok(())
    });
}
