//! Each view shows what the engine found, and its controls do what they say.

use std::sync::Arc;

use crossread::comparison::changes::Change;
use serde_json::json;
use xtask::Outcome;
use xtask::browser::Page;

use crate::same::analysis;
use crate::visit::{NAMES, samples, shows, string, strings, view, visit};

fn opened(page: &mut Page) -> Outcome {
    page.drop_files(&samples())?;
    shows(page, &NAMES)
}

const TABS: &str =
    "[...document.querySelectorAll('[role=tab]:not([hidden])')].map((tab) => tab.dataset.view)";

#[test]
fn one_article_alone_is_read_with_its_names() {
    visit(|page| {
        page.drop_files(&samples()[..1])?;
        shows(page, &NAMES[..1])?;
        view(page, "read")?;
        assert_eq!(
            strings(page, TABS)?,
            ["names", "quotes", "timeline", "read", "notes"]
        );
        page.wait("document.querySelectorAll('#panel-read mark.entity').length > 10")?;
        page.click("#panel-read mark.entity")?;
        view(page, "names")?;
        page.wait("document.querySelector('#panel-names mark.current')")
    });
}

#[test]
fn the_views_are_those_that_the_report_has_something_for() {
    let found = !analysis(&samples()).comparison.changes.is_empty();
    visit(|page| {
        opened(page)?;
        let tabs = strings(page, TABS)?;
        let all = [
            "ledger", "side", "inline", "names", "quotes", "timeline", "many", "read", "notes",
        ];
        assert_eq!(tabs, all[usize::from(!found)..]);
        view(page, &tabs[0])?;
        for tab in tabs {
            page.click(&format!("#tab-{tab}"))?;
            view(page, &tab)?;
            let others = "document.querySelectorAll('[role=tabpanel]:not([hidden])').length";
            assert_eq!(page.evaluate(others)?, json!(1));
        }
        Ok(())
    });
}

#[test]
fn the_ledger_shows_every_finding_once_and_its_kinds_filter() {
    let count = analysis(&samples()).comparison.changes.len();
    visit(|page| {
        opened(page)?;
        view(page, "ledger")?;
        assert_eq!(
            page.evaluate("document.querySelectorAll('.finding').length")?,
            json!(count)
        );
        page.click("#panel-ledger [data-kind=number]")?;
        page.wait(
            "new Set([...document.querySelectorAll('.finding')].map((one) => one.dataset.found)).size === 1
                && document.querySelectorAll('.finding').length
                    === Number(document.querySelector('#panel-ledger [data-kind][aria-pressed=true] .count').textContent)",
        )?;
        page.click("#panel-ledger [data-kind='']")?;
        page.wait(&format!(
            "document.querySelectorAll('.finding').length === {count}"
        ))
    });
}

#[test]
fn what_an_article_leaves_out_is_one_press_away() {
    let lacks = |change: &&Arc<Change>| {
        let mut shown = change
            .readings
            .iter()
            .take(2)
            .filter_map(|reading| reading.spans.first());
        shown.any(|(id, spans)| id.to_string() == "B" && spans.is_empty())
    };
    let analysis = analysis(&samples());
    let count = analysis.comparison.changes.iter().filter(lacks).count();
    visit(|page| {
        opened(page)?;
        view(page, "ledger")?;
        page.click("#panel-ledger [data-kind=lacks-B]")?;
        page.wait(&format!(
            "document.querySelectorAll('.finding').length === {count}
                && Number(document.querySelector('#panel-ledger [aria-pressed=true] .count').textContent) === {count}"
        ))?;
        // The caveat comes first.
        let first = string(page, "document.querySelector('.finding .summary').textContent")?;
        assert!(first.contains("had not been audited"), "{first}");
        Ok(())
    });
}

#[test]
fn side_by_side_rows_give_back_both_articles() {
    visit(|page| {
        opened(page)?;
        page.click("#tab-side")?;
        view(page, "side")?;
        page.wait(
            "document.querySelector('#panel-side .own-a') && document.querySelector('#panel-side .own-b')",
        )?;
        // Changes only hides what is the same, and shows it again.
        let same = "[...document.querySelectorAll('#panel-side .row')].filter((row) =>
            row.dataset.kind === 'verbatim' && row.dataset.moved === undefined && row.checkVisibility()).length";
        let before = page.evaluate(&format!(
            "(document.querySelectorAll('details').forEach((d) => d.open = true), {same})"
        ))?;
        assert_ne!(before, json!(0));
        page.click("#only-changes")?;
        page.wait(&format!("{same} === 0"))?;
        page.click("#only-changes")?;
        page.wait(&format!("{same} === {before}"))
    });
}

#[test]
fn a_moved_passage_is_followed_to_its_other_place() {
    visit(|page| {
        opened(page)?;
        for name in ["side", "inline"] {
            page.click(&format!("#tab-{name}"))?;
            view(page, name)?;
            let link = format!("#panel-{name} .elsewhere a");
            let goal = string(page, &format!("document.querySelector('{link}').dataset.go"))?;
            page.click(&link)?;
            page.wait(&format!(
                "document.activeElement.matches('#panel-{name} [data-row={goal}].current')
                    && document.activeElement.getBoundingClientRect().bottom > 0"
            ))?;
        }
        Ok(())
    });
}

#[test]
fn another_pair_is_chosen_and_articles_without_shared_text_say_so() {
    visit(|page| {
        opened(page)?;
        page.click("#tab-side")?;
        view(page, "side")?;
        choose(page, "b", 2)?;
        page.wait("document.querySelector('#panel-side .nothing')?.textContent.includes('share no text')")?;
        // Whichever was chosen last: the earlier article stands left.
        choose(page, "a", 1)?;
        page.wait("document.querySelector('[data-pick=a]').value === '1' && document.querySelector('[data-pick=b]').value === '2'")?;
        choose(page, "b", 0)?;
        page.wait("[...document.querySelectorAll('#panel-side .heads .letter')].map((one) => one.textContent).join() === 'A,B'")?;
        let beside = "document.querySelector('[data-pick=a] option:disabled').value";
        assert_eq!(string(page, beside)?, "1");
        page.click("#tab-inline")?;
        view(page, "inline")?;
        page.wait("document.querySelector('#panel-inline [data-kind=edited]')")
    });
}

/// Chooses as the keyboard does: the value, then the event that follows.
fn choose(page: &mut Page, side: &str, article: usize) -> Outcome {
    page.evaluate(&format!(
        "(() => {{
            const select = document.querySelector('[role=tabpanel]:not([hidden]) [data-pick={side}]');
            select.value = '{article}';
            select.dispatchEvent(new Event('change', {{ bubbles: true }}));
        }})()"
    ))
    .map(drop)
}

#[test]
fn a_name_is_chosen_and_all_its_mentions_are_stepped_through() {
    visit(|page| {
        opened(page)?;
        page.click("#tab-names")?;
        view(page, "names")?;
        // A name that stands in more than one article.
        let shared = string(
            page,
            "[...document.querySelectorAll('#panel-names tr:has([data-choose])')].find((row) =>
                [...row.querySelectorAll('td')].filter((cell) => !cell.matches('.zero')).length > 2)
                .querySelector('[data-choose]').dataset.choose",
        )?;
        page.click(&format!("#panel-names button[data-choose={shared}]"))?;
        page.wait("document.querySelector('.stepper')")?;
        let total = string(page, "document.querySelector('.steps [role=status]').textContent")?;
        let total: usize = total
            .rsplit(' ')
            .next()
            .and_then(|n| n.parse().ok())
            .expect("Mention 1 of N");
        let mut seen = std::collections::BTreeSet::new();
        for at in 1..=total {
            page.wait(&format!(
                "document.querySelector('.steps [role=status]').textContent === 'Mention {at} of {total}'
                    && document.querySelectorAll('#panel-names mark.current').length === 1"
            ))?;
            seen.insert(string(
                page,
                "document.querySelector('.reader').dataset.articleId + [...document.querySelectorAll('mark')]
                    .findIndex((one) => one.matches('.current'))",
            )?);
            page.click(".steps button:last-of-type")?;
        }
        assert_eq!(seen.len(), total, "each mention has a place of its own: {seen:?}");
        // After the last comes the first.
        page.wait(&format!(
            "document.querySelector('.steps [role=status]').textContent === 'Mention 1 of {total}'"
        ))
    });
}

#[test]
fn the_chosen_tab_is_in_sight_in_a_narrow_window() {
    visit(|page| {
        opened(page)?;
        page.resize(360, 780, 1)?;
        page.press("0")?;
        page.wait("document.querySelector('#tab-notes').getAttribute('aria-selected') === 'true'")?;
        page.wait(
            "(() => {
                const [tab, row] = ['#tab-notes', '#tabs'].map((one) => document.querySelector(one).getBoundingClientRect());
                return tab.left >= row.left - 1 && tab.right <= row.right + 1;
            })()",
        )
    });
}

#[test]
fn layers_mark_one_thing_at_a_time() {
    visit(|page| {
        opened(page)?;
        page.click("#tab-read")?;
        view(page, "read")?;
        for layer in ["names", "quotes", "dates"] {
            if string(page, "document.querySelector('#panels').dataset.layer")? != layer {
                page.click(&format!("[data-layer={layer}]:is(button)"))?;
            }
            page.wait(&format!(
                "document.querySelector('#panels').dataset.layer === '{layer}'
                    && document.querySelector('#layers [aria-pressed=true]').dataset.layer === '{layer}'"
            ))?;
        }
        page.click("[data-layer=dates]:is(button)")?;
        page.wait("document.querySelector('#panels').dataset.layer === 'none'")?;
        page.click("[data-article='2']")?;
        page.wait("document.querySelector('.reader').dataset.articleId === 'C'")
    });
}
