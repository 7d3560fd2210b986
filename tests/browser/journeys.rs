//! Five people and what they come for, each by mouse and by keys alone. Files are dropped in both: every drag has a
//! button besides, which `intake.rs` uses.

use serde_json::{Value, json};
use xtask::browser::Page;
use xtask::{Outcome, crowd};

use crate::hand::{Hand, Keys, Mouse};
use crate::many::slow;
use crate::taking::{members, rows};
use crate::visit::{NAMES, file, fresh, ready, samples, shows, site, string, view, visit};

/// The same journey twice.
#[track_caller]
fn by_both(journey: impl Fn(&mut Page, Hand) -> Outcome) {
    for hand in [Mouse, Keys] {
        visit(|page| journey(page, hand).map_err(|message| format!("{hand:?}: {message}")));
    }
}

/// A clipboard of the test's own: the machine's is not there without a screen.
fn clipboard(page: &mut Page) -> Outcome {
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', \
         { value: { writeText: async (text) => { window.copied = text; } } })",
    )
    .map(drop)
}

/// What did the second version leave out? The dropped caveat is reached, copied as a note and marked reviewed.
#[test]
fn the_fact_checker_finds_the_dropped_caveat() {
    by_both(|page, hand| {
        clipboard(page)?;
        page.drop_files(&samples()[..2])?;
        shows(page, &NAMES[..2])?;
        view(page, "ledger")?;
        hand.uses(page, ".filters [data-kind=caveat]")?;
        page.wait("document.querySelectorAll('.findings .finding').length === document.querySelectorAll('[data-found=caveat]').length")?;
        let said = string(page, "document.querySelector('[data-found=caveat]').innerText")?;
        assert!(said.contains("although the ministry later said"), "{said}");
        if hand == Keys {
            page.press("n")?;
            page.wait("document.activeElement.matches('[data-found=caveat].current')")?;
        }
        hand.does(page, "[data-found=caveat] [data-copy]", "y")?;
        page.wait("window.copied?.includes('had not been audited') && window.copied.includes('paragraph')")?;
        hand.does(page, "[data-found=caveat] [data-seen]", "x")?;
        page.wait("document.querySelector('[data-found=caveat][data-mark=seen]') && document.querySelector('.reviewed')")?;
        // Reading goes on from there.
        page.wait("document.querySelector('.findings').contains(document.activeElement)")
    });
}

/// The class guesses what changed before it is said, without outlets and dates, in type for the back row.
#[test]
fn the_teacher_lets_a_class_guess() {
    by_both(|page, hand| {
        hand.uses(page, "#example")?;
        shows(page, &NAMES)?;
        view(page, "ledger")?;
        hand.does(page, "#help", "?")?;
        for mode in ["projector", "blind", "guess"] {
            hand.uses(page, &format!("#modes-list [data-mode={mode}]"))?;
            page.wait(&format!(
                "document.querySelector('#modes-list [data-mode={mode}]').ariaPressed === 'true'"
            ))?;
        }
        page.press("Escape")?;
        let shown = |selector: &str| {
            format!("document.querySelector('{selector}').checkVisibility({{ visibilityProperty: true }})")
        };
        for hidden in [
            ".card .origin",
            ".card .when",
            ".finding .kind",
            ".finding .summary",
            "#verdict",
        ] {
            assert_eq!(page.evaluate(&shown(hidden))?, json!(false), "{hidden}");
        }
        page.wait("getComputedStyle(document.documentElement).fontSize === '24px'")?;
        hand.uses(page, "[data-reveal=c1]")?;
        for seen in ["[data-row=c1] .kind", "[data-row=c1] .summary"] {
            page.wait(&shown(seen))?;
        }
        assert_eq!(page.evaluate(&shown("[data-row=c2] .summary"))?, json!(false));
        page.wait("document.activeElement.dataset.row === 'c1'")?;
        // The lesson is over.
        for mode in ["guess", "blind", "projector"] {
            hand.uses(page, &format!("#modes [data-mode={mode}]"))?;
        }
        page.wait(&shown("[data-row=c2] .summary"))?;
        page.wait(&shown(".card .origin"))
    });
}

/// Three hundred saved pages: what belongs together, where a name stands, and two beside each other.
#[test]
fn the_investigator_finds_the_stories_in_300_pages() {
    let files = crowd::write(&fresh("investigator")).expect("target is ours");
    by_both(|page, hand| {
        ready(page)?;
        slow(page, 20)?;
        page.drop_files(&files)?;
        page.wait("document.querySelector('progress')?.value >= 3")?;
        hand.uses(page, "#progress button")?;
        page.wait("!document.querySelector('progress') && document.querySelector('#toast').textContent.includes('not read')")?;
        let count = "document.querySelectorAll('.card').length";
        let read = page.evaluate(count)?.as_u64().unwrap_or(0);
        assert!((3..300).contains(&read), "{read}");
        // The rest, by dropping all once more.
        page.drop_files(&files)?;
        page.wait(&format!("!document.querySelector('progress') && {count} === 300"))?;
        // However many, what was found is on the first screen.
        page.wait("document.querySelector('#tabs').getBoundingClientRect().top + scrollY < innerHeight")?;
        hand.turns(page, "8", "many")?;
        page.wait("document.querySelectorAll('.story').length === 60")?;
        let sizes = "new Set([...document.querySelectorAll('.story')].map((one) => one.querySelectorAll('.members > li').length))";
        assert_eq!(page.evaluate(&format!("[...{sizes}]"))?, json!([5]));
        // Two of one story, beside each other.
        hand.uses(page, ".matrix [data-beside]")?;
        view(page, "side")?;
        page.wait("document.querySelectorAll('.row[data-kind=verbatim]').length >= 3 && document.querySelector('.row[data-change]:not([data-kind=verbatim])')")?;
        // A name stands in one story only.
        let shown = string(page, "document.querySelector('.cell-a').textContent")?;
        let mut words = shown.split(|c: char| !c.is_alphabetic());
        let person = words.find(|word| word.ends_with("son")).ok_or(shown.clone())?;
        match hand {
            Mouse => page.click("#search")?,
            Keys => page.press("/")?,
        }
        page.type_text(person)?;
        view(page, "found")?;
        page.wait("document.querySelectorAll('#panel-found mark').length >= 5")?;
        let places = string(
            page,
            "[...document.querySelectorAll('.context .letter')].map((one) => one.textContent).filter((one, i, all) => all.indexOf(one) === i).length.toString()",
        )?;
        assert_eq!(places, "5");
        hand.uses(page, "#panel-found .spot-link")?;
        view(page, "read")?;
        page.wait(&format!(
            "document.querySelector('.spot')?.textContent.includes({})",
            json!(person)
        ))?;
        // All of them are there to choose from as soon as somebody turns to the list.
        page.evaluate("document.querySelector('[data-pick=article]').focus()")?;
        page.wait("document.querySelector('[data-pick=article]').options.length === 300")?;
        page.evaluate("document.activeElement.blur()")?;
        // Who is named in how many of them.
        hand.turns(page, "5", "names")?;
        page.wait("document.querySelectorAll('.names-list thead th').length === 3")
    });
}

/// One quote: every rendering of it, its speaker set right, and the work saved and opened again.
#[test]
fn the_standards_editor_checks_one_quote() {
    by_both(|page, hand| {
        page.drop_files(&samples()[..2])?;
        shows(page, &NAMES[..2])?;
        match hand {
            Mouse => page.click("#search")?,
            Keys => page.press("/")?,
        }
        page.type_text("every cable has been tested")?;
        view(page, "found")?;
        page.wait("document.querySelectorAll('#panel-found mark').length === 2")?;
        if hand == Keys {
            // In a field, digits are digits.
            page.press("Enter")?;
            page.wait("document.activeElement.matches('.context .current')")?;
        }
        hand.turns(page, "6", "quotes")?;
        let quote = "[...document.querySelectorAll('.utterance')].find((one) => one.textContent.includes('every cable'))";
        page.wait(&format!(
            "{quote}.querySelectorAll('.rendering').length === 2 && {quote}.querySelector('[data-state*=trim]')"
        ))?;
        let id = string(page, &format!("{quote}.dataset.row"))?;
        hand.does(page, "#correcting", "r")?;
        let form = format!("[data-row={id}] form");
        hand.writes(page, &format!("{form} input"), "Tomas Reyl")?;
        hand.uses(page, &format!("{form} button"))?;
        let corrected = format!("{quote}?.querySelector('h3').textContent === 'Tomas Reyl'");
        page.wait(&corrected)?;
        if hand == Keys {
            page.press("Tab")?;
        }
        let saved = hand.saves(page, "project", "project with", "standards")?;
        let project = file(&format!("standards-saved-{hand:?}"), "quote.crossread", &saved);
        page.go(site())?;
        page.drop_files(&[project])?;
        shows(page, &NAMES[..2])?;
        hand.turns(page, "6", "quotes")?;
        page.wait(&corrected)
    });
}

/// Tables, JSON and the report tell of the same things.
#[test]
fn the_researcher_takes_everything_along() {
    by_both(|page, hand| {
        page.drop_files(&samples())?;
        shows(page, &NAMES)?;
        let json = hand.saves(page, "json", "save as json", "researcher-json")?;
        let json: Value = serde_json::from_slice(&json).expect("the report is JSON");
        let archive = hand.saves(page, "tables", "tables for scripts", "researcher-tables")?;
        let tables = members(&archive);
        let count = |name: &str| {
            let table = tables.iter().find(|(path, _)| path == name);
            table.map_or(0, |(_, csv)| rows(csv).len() - 1)
        };
        let of_all = |list: &str| -> usize {
            let articles = json["articles"].as_array().into_iter().flatten();
            articles
                .filter_map(|one| one[list].as_array())
                .map(Vec::len)
                .sum()
        };
        assert_eq!(count("documents.csv"), 3);
        for list in ["sentences", "mentions", "quotes", "times"] {
            let rows = count(&format!("{list}.csv"));
            assert!(
                rows > 0 && rows == of_all(list),
                "{list}: {rows} and {}",
                of_all(list)
            );
        }
        let changes = json["changes"].as_array().map_or(0, Vec::len);
        assert!(changes > 0 && count("changes.csv") == changes, "{changes}");
        let report = hand.saves(page, "report", "report", "researcher-report")?;
        let report = String::from_utf8(report).expect("a page is UTF-8");
        assert_eq!(report.matches("class=\"finding\"").count(), changes);
        assert_eq!(report.matches("class=\"card").count(), 3);
        Ok(())
    });
}
