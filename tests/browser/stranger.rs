//! The page explains itself to somebody who sees it for the first time: counts say what they count, words say what they
//! mean, and what is pressed stays where it is.

use serde_json::json;
use xtask::Outcome;
use xtask::browser::Page;

use crate::visit::{NAMES, file, samples, shows, string, strings, view, visit};

fn opened(page: &mut Page, articles: usize) -> Outcome {
    page.drop_files(&samples()[..articles])?;
    shows(page, &NAMES[..articles])
}

/// The verdict says of sentences what side by side shows of them.
#[test]
fn the_verdict_counts_the_sentences_that_only_one_article_has() {
    visit(|page| {
        opened(page, 2)?;
        let said = string(page, "document.querySelector('#verdict .shares').textContent")?;
        page.click("#tab-side")?;
        view(page, "side")?;
        let rows = "(kind, side) => [...document.querySelectorAll(`#panel-side .row[data-kind=${kind}] .cell-${side}`)]
            .filter((cell) => ['paragraph', 'list', 'quote'].includes(cell.dataset.block)).length";
        for (letter, kind, side) in [("A", "only-a", "a"), ("B", "only-b", "b")] {
            let count = page.evaluate(&format!("({rows})('{kind}', '{side}')"))?;
            assert_ne!(count, json!(0));
            assert!(
                [" ", " are ", " is "]
                    .iter()
                    .any(|verb| said.contains(&format!(" {count}{verb}only in {letter}"))),
                "{count} only in {letter}: {said}"
            );
            let legend = format!("document.querySelector('.weave figcaption .{kind} b').textContent");
            assert_eq!(string(page, &legend)?, count.to_string());
        }
        assert!(said.contains(" sentences, "), "{said}");
        Ok(())
    });
}

/// Where each control of a finding stands.
const PLACES: &str = "[...document.querySelectorAll('[data-row=c2] .foot-note :is(button, summary), .filters button, [data-row=c3] .kind')]
    .map((one) => one.getBoundingClientRect()).map(({ x, y, width }) => [x, y + scrollY, width].map(Math.round).join())";

#[test]
fn what_is_pressed_stays_under_the_finger() {
    for (width, height) in [(1280, 900), (360, 780)] {
        visit(|page| {
            page.resize(width, height, 1)?;
            opened(page, 3)?;
            view(page, "ledger")?;
            page.evaluate("document.querySelector('[data-row=c2]').scrollIntoView({ block: 'center', behavior: 'instant' })")?;
            let before = strings(page, PLACES)?;
            for (control, done) in [
                (
                    "[data-seen=c2]",
                    "[data-row=c2][data-mark=seen] [data-seen][aria-pressed=true]",
                ),
                (
                    "[data-wrong=c2]",
                    "[data-row=c2][data-mark=wrong] [data-wrong][aria-pressed=true]",
                ),
                ("[data-wrong=c2]", "[data-row=c2]:not([data-mark])"),
            ] {
                page.click(control)?;
                page.wait(&format!("document.querySelector('{done}')"))?;
                assert_eq!(strings(page, PLACES)?, before, "{control} at {width} px");
            }
            // What is unfolded pushes down what is below it, and no control beside it.
            let own = before.len() - 1;
            for name in ["why", "noting"] {
                page.click(&format!("[data-focus={name}-c2]"))?;
                page.wait(&format!(
                    "document.querySelector('details:has(> [data-focus={name}-c2])').open"
                ))?;
                assert_eq!(
                    strings(page, PLACES)?[..own],
                    before[..own],
                    "{name} at {width} px"
                );
            }
            Ok(())
        });
    }
}

#[test]
fn words_say_what_they_mean_where_they_stand_and_in_the_help() {
    visit(|page| {
        opened(page, 3)?;
        view(page, "ledger")?;
        let told = "[...document.querySelectorAll('#panel-ledger :is(.kind, button[data-kind]:not([data-kind=\"\"], [data-kind^=lacks]))')]
            .filter((one) => !one.title).map((one) => one.textContent)";
        assert_eq!(strings(page, told)?, Vec::<String>::new());
        let kinds = strings(
            page,
            "[...new Set([...document.querySelectorAll('.finding .kind')].map((one) => one.textContent))]",
        )?;
        page.click("#help")?;
        page.wait("document.querySelector('#help-dialog').open")?;
        let explained = strings(
            page,
            "[...document.querySelectorAll('#words-list div')].map((one) => `${one.querySelector('dt').textContent}: ${one.querySelector('dd').textContent}`)",
        )?;
        for word in kinds
            .iter()
            .map(String::as_str)
            .chain(["Set aside", "Split", "The fullest version"])
        {
            let start = format!("{word}: ");
            assert!(
                explained
                    .iter()
                    .any(|one| one.starts_with(&start) && one.len() > start.len() + 10),
                "{word}"
            );
        }
        // It opens at its beginning.
        page.wait("document.querySelector('#help-dialog').scrollTop === 0")
    });
}

#[test]
fn why_a_finding_is_made_is_said_in_words_first() {
    visit(|page| {
        opened(page, 2)?;
        view(page, "ledger")?;
        page.click("[data-row=c1] .why summary")?;
        page.wait("document.querySelector('[data-row=c1] .why[open]')")?;
        let said = strings(
            page,
            "[...document.querySelectorAll('[data-row=c1] .why div > *')].map((one) => one.textContent)",
        )?;
        let [kind, rank, rule] = &said[..] else {
            panic!("{said:?}")
        };
        assert!(kind.starts_with("Caveat: Words that"), "{kind}");
        assert!(rank.contains("How sure: ") && !rank.contains("caveat."), "{rank}");
        assert!(rule.contains("caveat."), "{rule}");
        let small = "document.querySelector('[data-row=c1] .why code').closest('small') !== null";
        assert_eq!(page.evaluate(small)?, json!(true));
        Ok(())
    });
}

#[test]
fn what_is_set_aside_fills_no_list_of_names_until_it_is_asked_for() {
    visit(|page| {
        opened(page, 3)?;
        page.click("#tab-names")?;
        view(page, "names")?;
        let heads =
            "[...document.querySelectorAll('.names-list thead .letter')].map((one) => one.textContent)";
        let rows = "document.querySelectorAll('.names-list [data-choose]').length";
        assert_eq!(strings(page, heads)?, ["A", "B"]);
        let some = page.evaluate(rows)?;
        let said = string(
            page,
            "document.querySelector('#panel-names .left-out').textContent",
        )?;
        assert!(said.starts_with("C is left out here"), "{said}");
        page.click("#panel-names [data-do=aside]")?;
        page.wait(&format!("{rows} > {some}"))?;
        assert_eq!(strings(page, heads)?, ["A", "B", "C"]);
        // A name of that article alone is looked at, and stays so when the others are.
        let own = string(
            page,
            "[...document.querySelectorAll('.names-list tr:has([data-choose])')].find((row) =>
                row.querySelector('td').textContent === '–' && row.querySelector('td:nth-of-type(2)').textContent === '–')
                .querySelector('[data-choose]').dataset.choose",
        )?;
        page.click(&format!(".names-list [data-choose={own}]"))?;
        page.wait("document.querySelector('[data-article-id=C] mark.current')")?;
        page.click("#panel-names [data-do=aside]")?;
        page.wait(&format!("{rows} === {some}"))?;
        page.wait("document.querySelector('[data-article-id=C] mark.current')")
    });
}

#[test]
fn one_article_says_what_another_would_bring() {
    visit(|page| {
        opened(page, 1)?;
        page.wait("document.querySelector('#verdict .second')?.textContent.includes('Add another version')")?;
        page.evaluate("document.querySelector('#open-files').addEventListener('click', (event) => { event.preventDefault(); window.asked = true; })")?;
        page.click("#verdict [data-do=second]")?;
        page.wait("window.asked")?;
        page.drop_files(&samples()[1..2])?;
        shows(page, &NAMES[..2])?;
        page.wait("!document.querySelector('#verdict .second')")
    });
}

/// Days that nobody can tell stand as the articles tell them, and the picture does not claim to be a scale.
#[test]
fn the_timeline_says_what_it_does_not_know() {
    let text = "The pier shut\n\nOn Friday the pier shut, Anna Berg said. It had opened on Monday. Repairs begin on Wednesday.\n";
    let undated = file("timeline", "pier.txt", text.as_bytes());
    visit(|page| {
        page.drop_files(&[undated])?;
        shows(page, &["pier.txt"])?;
        page.click("#tab-timeline")?;
        view(page, "timeline")?;
        let order = strings(
            page,
            "[...document.querySelectorAll('.day mark.evidence')].map((one) => one.textContent)",
        )?;
        assert_eq!(order, ["Friday", "Monday", "Wednesday"]);
        assert!(
            string(page, "document.querySelector('.day').textContent")?.contains("Nothing tells which day")
        );
        page.click("#clear-all")?;
        shows(page, &[])?;
        opened(page, 2)?;
        page.click("#tab-timeline")?;
        view(page, "timeline")?;
        assert!(
            string(
                page,
                "document.querySelector('.days-picture figcaption').textContent"
            )?
            .contains("not to scale")
        );
        let years = strings(
            page,
            "[...document.querySelectorAll('.days-picture .part')].map((one) => one.textContent)",
        )?;
        assert!(years.len() > 3 && years.is_sorted(), "{years:?}");
        Ok(())
    });
}

/// What is out of the window although it is to be seen: in a narrow one, nothing of what people choose from is cut off.
const CUT: &str = "(selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility())
    .filter((one) => { const { left, right } = one.getBoundingClientRect(); return left < 0 || right > innerWidth; }).map((one) => one.textContent)";

#[test]
fn a_phone_shows_all_views_and_all_articles() {
    visit(|page| {
        page.resize(360, 780, 1)?;
        opened(page, 3)?;
        view(page, "ledger")?;
        for what in [
            "#tabs button",
            ".card .title, .card [data-correct], .card [data-remove]",
            ".intake button",
        ] {
            assert_eq!(
                strings(page, &format!("({CUT})({})", json!(what)))?,
                Vec::<String>::new()
            );
        }
        assert_eq!(
            page.evaluate("document.querySelectorAll('#tabs button:not([hidden])').length")?,
            json!(9)
        );
        page.click("#tab-quotes")?;
        view(page, "quotes")?;
        // What is said comes first, who speaks how much is folded above it.
        page.evaluate("document.querySelector('#tabs').scrollIntoView({ behavior: 'instant' })")?;
        page.wait("document.querySelector('.utterance').getBoundingClientRect().top < innerHeight")?;
        page.click("[data-focus=speakers]")?;
        page.click("[data-speaker='0']")?;
        page.wait("document.querySelector('[data-focus=speakers]').textContent.length > 'Who speaks'.length && document.querySelector('details.speakers').open")
    });
}

/// A message is gone as soon as one goes on.
#[test]
fn a_message_covers_nothing_for_long() {
    visit(|page| {
        page.resize(360, 780, 1)?;
        opened(page, 3)?;
        page.click("[data-remove=C]")?;
        page.wait("document.querySelector('#toast [data-do=undo]')")?;
        page.click("#tab-side")?;
        page.wait("!document.querySelector('#toast').textContent")
    });
}

#[test]
fn side_by_side_strikes_nothing_out() {
    visit(|page| {
        opened(page, 2)?;
        page.click("#tab-side")?;
        view(page, "side")?;
        let lines = "(one) => [...new Set([...document.querySelectorAll(one)].map((one) => getComputedStyle(one)).map((style) => `${style.textDecorationLine} ${style.textDecorationStyle}`))]";
        for theme in ["light", "dark", "forced"] {
            page.prefer(theme)?;
            assert_eq!(
                strings(page, &format!("({lines})('#panel-side .own-a')"))?,
                ["underline dashed"]
            );
            assert_eq!(
                strings(page, &format!("({lines})('#panel-side .own-b')"))?,
                ["underline solid"]
            );
            assert_eq!(
                page.evaluate("document.querySelectorAll('#panel-side del').length")?,
                json!(0)
            );
        }
        // In one text of both, what only the first has is struck out.
        page.click("#tab-inline")?;
        view(page, "inline")?;
        assert_eq!(
            strings(page, &format!("({lines})('#panel-inline .row > p > del')"))?,
            ["line-through solid"]
        );
        Ok(())
    });
}

/// The contrast of two colours as the guidelines count it.
const CONTRAST: &str = "(one, other) => {
    const light = (colour) => { const [r, g, b] = colour.match(/[\\d.]+/g).map((n) => n / 255).map((n) => (n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4)); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
    const [x, y] = [one, other].map(light).sort((x, y) => y - x);
    return (x + 0.05) / (y + 0.05);
}";

#[test]
fn the_field_of_the_search_can_be_read() {
    visit(|page| {
        opened(page, 2)?;
        for theme in ["light", "dark"] {
            page.prefer(theme)?;
            for part in ["null", "'::placeholder'"] {
                let contrast = page.evaluate(&format!(
                    "(({CONTRAST})(getComputedStyle(document.querySelector('#search'), {part}).color, getComputedStyle(document.querySelector('#search')).backgroundColor))"
                ))?;
                assert!(contrast.as_f64() >= Some(4.5), "{theme} {part}: {contrast}");
            }
        }
        Ok(())
    });
}
