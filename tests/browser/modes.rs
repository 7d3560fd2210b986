//! Large type, blind, guess first; narrowing a search; shared words; pictures and the report as files.

use serde_json::json;

use crate::visit::{NAMES, ask, file, fresh, open_at, samples, shows, string, strings, taken, view, visit};

#[test]
fn blind_hides_outlets_bylines_and_dates_until_it_ends() {
    let seen = |selector: &str| {
        format!("document.querySelector('{selector}').checkVisibility({{ visibilityProperty: true }})")
    };
    visit(|page| {
        page.drop_files(&samples()[..2])?;
        shows(page, &NAMES[..2])?;
        assert_eq!(page.evaluate(&seen(".card .origin"))?, json!(true));
        page.click("#help")?;
        page.click("#modes-list [data-mode=blind]")?;
        page.press("Escape")?;
        for hidden in [".card .origin", ".card .when", ".card .file"] {
            page.wait(&format!("!({})", seen(hidden)))?;
        }
        assert_eq!(page.evaluate(&seen(".card .title"))?, json!(true));
        page.press("9")?;
        view(page, "read")?;
        page.wait("document.querySelector('.block.byline')")?;
        assert_eq!(page.evaluate(&seen(".block.byline"))?, json!(false));
        page.click("#modes [data-mode=blind]")?;
        assert_eq!(page.evaluate(&seen(".block.byline"))?, json!(true));
        page.wait("!document.querySelector('#modes').textContent")
    });
}

#[test]
fn guess_first_shows_passages_and_says_what_changed_when_asked() {
    visit(|page| {
        page.drop_files(&samples()[..2])?;
        shows(page, &NAMES[..2])?;
        view(page, "ledger")?;
        page.evaluate("document.querySelector('#modes-list [data-mode=guess]').click()")?;
        let shown = "['.kind', '.summary'].map((one) => document.querySelector('[data-row=c1] ' + one).checkVisibility())";
        assert_eq!(page.evaluate(shown)?, json!([false, false]));
        page.wait("document.querySelector('[data-row=c1] .words').checkVisibility()")?;
        page.click("[data-reveal=c1]")?;
        assert_eq!(page.evaluate(shown)?, json!([true, true]));
        page.evaluate("document.querySelector('#modes-list [data-mode=projector]').click()")?;
        assert_eq!(
            string(page, "getComputedStyle(document.documentElement).fontSize")?,
            "24px"
        );
        page.wait("document.documentElement.scrollWidth <= innerWidth")
    });
}

#[test]
fn hits_are_narrowed_by_outlet_name_and_speaker() {
    let hits = "[...document.querySelectorAll('.context li')].length";
    let pick = |facet: &str, words: &str| {
        format!(
            "(() => {{ const list = document.querySelector('[data-facet={facet}]');
                list.value = [...list.options].find((one) => one.textContent === '{words}').value;
                list.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()"
        )
    };
    visit(|page| {
        page.drop_files(&samples())?;
        shows(page, &NAMES)?;
        ask(page, "the minister had eighteen")?;
        page.wait(&format!("{hits} === 2"))?;
        page.evaluate(&pick("speaker", "Ingrid Falk"))?;
        page.wait(&format!("{hits} === 2"))?;
        page.evaluate(&pick("outlet", "Aldine"))?;
        page.wait(&format!("{hits} === 1"))?;
        page.evaluate(&pick("speaker", "Daniel Okoro"))?;
        page.wait("document.querySelector('#panel-found .nothing') && document.querySelector('[data-facet=speaker]')")?;
        page.evaluate(&pick("speaker", "any"))?;
        page.evaluate(&pick("name", "Ingrid Falk"))?;
        page.wait(&format!("{hits} === 1"))
    });
}

#[test]
fn shared_words_and_those_that_stand_only_here_are_told_apart() {
    visit(|page| {
        page.drop_files(&samples())?;
        shows(page, &NAMES)?;
        page.press("9")?;
        view(page, "read")?;
        page.press("s")?;
        page.wait("document.querySelector('#panels').dataset.layer === 'shared'")?;
        let only = string(
            page,
            "[...document.querySelectorAll('.reader .only')].map((one) => one.textContent).join('|')",
        )?;
        assert!(only.contains("although the ministry later said"), "{only}");
        let shared = string(
            page,
            "[...document.querySelectorAll('.reader .shared')].find((one) => one.textContent.includes('longest since')).title",
        )?;
        assert_eq!(shared, "also in B");
        let key = "[...document.querySelectorAll('.shared-key span')].filter((one) => one.checkVisibility()).map((one) => one.textContent)";
        assert_eq!(strings(page, key)?, ["Only here", "In the others too"]);
        // Who shares nothing with anybody has nothing to tell apart.
        page.click("[data-article=\"2\"]")?;
        page.wait("document.querySelector('.reader')?.dataset.articleId === 'C' && !document.querySelector('.only, .shared')")
    });
}

#[test]
fn the_report_is_a_page_that_needs_nothing_else() {
    let mut saved = Vec::new();
    visit(|page| {
        page.drop_files(&samples())?;
        shows(page, &NAMES)?;
        saved = taken(page, "report", "report")?;
        Ok(())
    });
    let text = String::from_utf8(saved.clone()).expect("a page is UTF-8");
    for bad in [
        "<script",
        "src=",
        "<button",
        "<textarea",
        "http://",
        "https://",
        "url(",
    ] {
        assert!(!text.contains(bad), "{bad}");
    }
    let report = file("report-saved", "crossread.html", &saved);
    let address = format!("file://{}", report.display());
    let page = open_at(&address, |page| {
        page.wait("document.querySelectorAll('.finding').length > 10 && document.querySelectorAll('.card').length === 3")?;
        page.wait("document.querySelectorAll('.row').length > 10 && document.querySelector('.utterance, .speakers')")?;
        page.wait("getComputedStyle(document.querySelector('.finding .summary')).fontWeight === '600'")?;
        page.wait("document.documentElement.scrollWidth <= innerWidth")
    });
    assert_eq!(page.records().complaints, Vec::<String>::new());
}

#[test]
fn pictures_are_saved_as_they_look() {
    visit(|page| {
        page.drop_files(&samples())?;
        shows(page, &NAMES)?;
        page.press("8")?;
        view(page, "many")?;
        page.wait("document.querySelector('.sketch path[data-beside]')")?;
        let drawn = page.download(".sketch [data-picture^=svg]", &fresh("svg"))?;
        let drawn = String::from_utf8(drawn).expect("a drawing is UTF-8");
        assert!(
            drawn.starts_with("<svg ") && drawn.contains("stroke=\"rgb("),
            "{drawn}"
        );
        let png = page.download(".sketch [data-picture^=png]", &fresh("png"))?;
        assert_eq!(png[..8], *b"\x89PNG\r\n\x1a\n");
        let width = u32::from_be_bytes([png[16], png[17], png[18], png[19]]);
        assert!(width > 300, "{width}");
        page.press("2")?;
        view(page, "side")?;
        let weave = page.download(".weave [data-picture^=png]", &fresh("weave"))?;
        assert_eq!(weave[..8], *b"\x89PNG\r\n\x1a\n");
        // What is drawn as boxes and words is a drawing too.
        for (key, name, figure, word) in [
            ("8", "many", ".matrix ~ ", "%</text>"),
            ("6", "quotes", ".speakers ", ">Voss</text>"),
        ] {
            page.press(key)?;
            view(page, name)?;
            let button = format!("{figure}.take-picture [data-picture^=svg]");
            page.wait(&format!("document.querySelector('{button}')"))?;
            let traced =
                String::from_utf8(page.download(&button, &fresh(name))?).expect("a drawing is UTF-8");
            assert!(traced.starts_with("<svg ") && traced.contains(word), "{traced}");
        }
        Ok(())
    });
}
