//! What others send: a page that opened this one, another app that shares, the system that opens files.

use std::fs;

use serde_json::json;
use xtask::browser::Page;
use xtask::serve::{self, Host, Server};

use crate::visit::{NAMES, fresh, hosted, samples, shows, site, string, strings, visit};

/// A page of somebody else, at an origin of its own.
fn elsewhere(name: &str, markup: &str) -> String {
    let place = fresh(name);
    fs::write(place.join("index.html"), markup).expect("target is ours");
    serve::background(place, "").expect("loopback has a free port")
}

/// Opens a window that sends articles, and tells what came back.
const SENDER: &str = "<!doctype html><title>archive</title><button id=send>Send</button><script>
    window.said = [];
    const bytes = new TextEncoder().encode('The ferry could sail on Friday, Ann Field said. It was late.');
    const articles = [
        { name: 'first.txt', text: 'The ferry will sail on Friday, Ann Field said. It was late.' },
        { bytes }, { name: 'nothing' }, null ];
    addEventListener('message', ({ data, source, origin }) => {
        said.push(data);
        if (data.ready) source.postMessage({ crossread: 2, articles }, origin);
        if (data.ready) source.postMessage({ crossread: 1, articles }, origin);
    });
    send.onclick = () => { window.desk = open('ADDRESS'); };
    </script>";

#[test]
fn another_page_sends_articles_and_the_reader_is_asked() {
    let address = elsewhere("sender", &SENDER.replace("ADDRESS", site()));
    let mut page = Page::open(&address).expect("it opens");
    let steps = |page: &mut Page| {
        page.click("#send")?;
        page.follow(site())?;
        page.wait("document.querySelector('#ask-dialog')?.open")?;
        let origin = address.trim_end_matches('/');
        assert_eq!(
            string(page, "document.querySelector('#ask-title').textContent")?,
            format!("{origin} sends 2 articles")
        );
        let names = "[...document.querySelectorAll('#ask-files li')].map((one) => one.textContent)";
        assert_eq!(strings(page, names)?, ["first.txt", "Sent text 2"]);
        shows(page, &[])?;
        // Enter alone does not open what somebody else sent.
        assert_eq!(
            page.evaluate("document.activeElement.dataset.close")?,
            json!("ask-dialog")
        );
        page.click("#ask-open")?;
        shows(page, &["Sent text 2", "first.txt"])?;
        page.follow(&address)?;
        page.wait("said.length === 2")?;
        assert_eq!(
            page.evaluate("said")?,
            json!([{ "crossread": 1, "ready": true }, { "crossread": 1, "opened": true }])
        );
        Ok(())
    };
    steps(&mut page).unwrap_or_else(|message: String| panic!("{message}"));
}

#[test]
fn after_a_no_the_page_listens_no_more() {
    let address = elsewhere("refused", &SENDER.replace("ADDRESS", site()));
    let mut page = Page::open(&address).expect("it opens");
    let steps = |page: &mut Page| {
        page.click("#send")?;
        page.follow(site())?;
        page.wait("document.querySelector('#ask-dialog')?.open")?;
        page.press("Escape")?;
        page.wait("!document.querySelector('#ask-dialog').open")?;
        page.follow(&address)?;
        page.wait("said.length === 2 && said[1].opened === false")?;
        page.evaluate("desk.postMessage({ crossread: 1, articles }, '*')")?;
        page.follow(site())?;
        page.evaluate("new Promise((done) => setTimeout(done, 300))")?;
        assert_eq!(
            page.evaluate("document.querySelector('#ask-dialog').open")?,
            json!(false)
        );
        shows(page, &[])
    };
    steps(&mut page).unwrap_or_else(|message: String| panic!("{message}"));
}

#[test]
fn only_the_window_that_opened_the_page_is_listened_to() {
    visit(|page| {
        page.evaluate(
            "postMessage({ crossread: 1, articles: [{ name: 'a.txt', text: 'The ferry sails.' }] })",
        )?;
        page.evaluate("new Promise((done) => setTimeout(done, 200))")?;
        assert_eq!(
            page.evaluate("document.querySelector('#ask-dialog').open")?,
            json!(false)
        );
        Ok(())
    });
}

/// As the system does where the page is installed: a form with files is sent to the page's own address.
const SHARER: &str =
    "<!doctype html><title>app</title><form method=post enctype=multipart/form-data action='ADDRESSshare'>
    <input name=title value='A note'><input name=text value='The ferry will sail on Friday, Ann Field said.'>
    <input type=file name=files multiple id=files><button id=share>Share</button></form>";

#[test]
fn what_another_app_shares_is_handed_to_the_page_which_asks() {
    let server = Server::start(Host::new(hosted().to_owned(), "desk/")).expect("loopback has a free port");
    let mut page = Page::open(&server.address).expect("it opens");
    let address = elsewhere("sharer", &SHARER.replace("ADDRESS", &server.address));
    let kept = "caches.keys().then((names) => Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length)))";
    let steps = |page: &mut Page| {
        page.wait("navigator.serviceWorker.controller")?;
        page.go(&address)?;
        page.pick("#files", &samples()[..2])?;
        page.click("#share")?;
        page.wait("document.querySelector('#ask-dialog')?.open")?;
        assert_eq!(
            string(page, "document.querySelector('#ask-title').textContent")?,
            "Another app shares 3 articles"
        );
        let before = page.evaluate(kept)?;
        page.click("#ask-open")?;
        shows(page, &["A note", NAMES[0], NAMES[1]])?;
        assert_eq!(string(page, "location.href")?, server.address);
        assert_eq!(page.evaluate(kept)?, before, "nothing of it is stored");
        // A second look finds nothing: it was handed over once.
        page.go(&format!("{}#handed=none", server.address))?;
        page.evaluate("location.reload()")?;
        page.wait("document.querySelector('.failure')?.textContent.includes('did not arrive')")
    };
    steps(&mut page).unwrap_or_else(|message: String| panic!("{message}"));
    server.end();
}

#[test]
fn files_that_the_system_opens_are_read() {
    visit(|page| {
        let queue = "window.launchQueue = { setConsumer: (consumer) => { window.launch = consumer; } };";
        page.call(
            "Page.addScriptToEvaluateOnNewDocument",
            &json!({ "source": format!("Object.defineProperty(window, 'launchQueue', {{ writable: true }}); {queue}") }),
        )?;
        page.go(site())?;
        page.wait("window.launch")?;
        page.evaluate(
            "launch({ files: [{ getFile: async () => new File(['The ferry will sail on Friday.'], 'double.txt') },
                { getFile: async () => { throw new DOMException('gone'); } }] })",
        )?;
        shows(page, &["double.txt"])
    });
}
