//! Nothing that is opened leaves the computer, and nothing in it comes alive.

use serde_json::json;
use xtask::root;

use crate::visit::{file, ready, samples, string, strings, view, visit};

#[test]
fn after_the_page_is_loaded_it_asks_for_nothing() {
    visit(|page| {
        ready(page)?;
        let before = page.records().requests.len();
        assert!(
            before > 10,
            "the page's own files were seen: {:?}",
            page.records().requests
        );
        page.drop_files(&samples())?;
        page.wait("document.querySelectorAll('.card').length === 3")?;
        for name in ["side", "inline", "names", "read", "notes"] {
            page.click(&format!("#tab-{name}"))?;
            view(page, name)?;
        }
        page.click("#paste")?;
        page.type_text("The ferry will sail on Friday, Ann Field said. See https://example.org/a.png")?;
        page.click("#paste-open")?;
        page.wait("document.querySelectorAll('.card').length === 4")?;
        page.click("[data-remove=A]")?;
        page.wait("document.querySelectorAll('.card').length === 3")?;
        page.press("Ctrl+z")?;
        page.wait("document.querySelectorAll('.card').length === 4")?;
        page.press("?")?;
        page.press("Escape")?;
        page.evaluate("new Promise((done) => setTimeout(done, 300))")?;
        assert_eq!(page.records().requests[before..], [] as [&str; 0]);
        Ok(())
    });
}

#[test]
fn nothing_is_stored_and_no_address_tells_what_was_opened() {
    visit(|page| {
        let address = string(page, "location.href")?;
        page.drop_files(&samples())?;
        page.wait("document.querySelectorAll('.card').length === 3")?;
        page.click("#tab-side")?;
        view(page, "side")?;
        page.click("#panel-side .elsewhere a")?;
        let kept = "Promise.all([indexedDB.databases(), caches.keys(), navigator.serviceWorker.getRegistrations()])
            .then((all) => [localStorage.length, sessionStorage.length, document.cookie, ...all.map((one) => one.length)])";
        assert_eq!(page.evaluate(kept)?, json!([0, 0, "", 0, 0, 0]));
        assert_eq!(string(page, "location.href")?, address);
        Ok(())
    });
}

#[test]
fn markup_in_an_article_stays_text() {
    let attack = "<img src=x onerror=\"document.title='gone'\"><script>document.title='gone'</script>\n\n\
        The mayor, Ann Field, said <b onclick=alert(1)>it</b> would open. <a href=\"javascript:alert(1)\">More</a>\n\n\
        ![a](https://example.org/a.png) [b](javascript:alert(1)) <style>body{display:none}</style>\n";
    let files = [
        file("markup", "a<img src=x onerror=alert(1)>.txt", attack.as_bytes()),
        file(
            "markup",
            "b.md",
            format!("# Title <svg onload=alert(1)>\n\n{attack}").as_bytes(),
        ),
    ];
    visit(|page| {
        page.drop_files(&files)?;
        page.wait("document.querySelectorAll('.card').length === 2")?;
        for name in ["side", "inline", "names", "read", "notes"] {
            page.click(&format!("#tab-{name}"))?;
            view(page, name)?;
            let alive = "document.querySelectorAll(`#result :is(img, script, iframe, style, object, b[onclick], [onload],
                [onerror], a[href^=javascript], a[href^=http])`).length";
            assert_eq!(page.evaluate(alive)?, json!(0), "in {name}");
        }
        page.click("#tab-read")?;
        view(page, "read")?;
        let read = string(page, "document.querySelector('.reader').textContent")?;
        assert!(read.contains("<script>document.title='gone'</script>"), "{read}");
        assert_eq!(string(page, "document.title")?, "Crossread");
        Ok(())
    });
}

#[test]
fn the_page_forbids_itself_to_reach_elsewhere() {
    visit(|page| {
        let policy = string(
            page,
            "document.querySelector('meta[http-equiv=Content-Security-Policy]').content",
        )?;
        assert!(policy.starts_with("default-src 'none';"), "{policy}");
        for part in policy.split(';').map(str::trim) {
            let (directive, sources) = part.split_once(' ').expect("a directive has sources");
            for source in sources.split(' ') {
                let known = ["'none'", "'self'", "'wasm-unsafe-eval'"];
                // A picture that the page itself draws, to be saved.
                let drawn = directive == "img-src" && source == "blob:";
                assert!(drawn || known.contains(&source), "{source} in {policy}");
            }
        }
        Ok(())
    });
}

/// Whoever has opened files may want to know more than whoever has not.
#[test]
fn the_receipt_is_there_with_articles_too() {
    visit(|page| {
        page.drop_files(&[root().join("tests/formats/files/bare-tunnel.pdf")])?;
        page.wait("document.querySelector('.card')")?;
        page.click("#privacy summary")?;
        page.wait("document.querySelector('#receipt').textContent.includes('crossread_pdf_bg.wasm')")
    });
}

#[test]
fn the_receipt_lists_every_request() {
    visit(|page| {
        ready(page)?;
        page.click("#privacy summary")?;
        page.wait("document.querySelector('#receipt').textContent.includes('worker.js')")?;
        let listed = strings(
            page,
            "[...document.querySelectorAll('#receipt li')].map((one) => one.textContent)",
        )?;
        let path = |address: &String| format!("/{}", address.splitn(4, '/').nth(3).unwrap_or_default());
        let missing: Vec<String> = page.records().requests.iter().map(path).collect();
        // The page itself, and its icon and manifest, which a browser fetches of its own accord.
        let untold = ["/", "/icon.svg", "/manifest.webmanifest"];
        let missing: Vec<&String> = missing
            .iter()
            .filter(|one| !listed.contains(one) && !untold.contains(&one.as_str()))
            .collect();
        assert_eq!(missing, Vec::<&String>::new(), "{listed:#?}");
        Ok(())
    });
}
