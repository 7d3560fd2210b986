//! Long lists: drawn turn by turn, whole in the end, and not touched where they stay the same.

use std::path::PathBuf;

use serde_json::{Value, json};
use xtask::Outcome;
use xtask::browser::Page;

use crate::visit::{NAMES, file, samples, shows, strings, view, visit};

/// So many sentences differ, each in its number.
const WARDS: usize = 150;

/// More elements than a turn may make, and fewer than any of these lists has: a turn ends with the row that fills it, and the
/// picture of a pair is a turn of its own.
const TURN: u64 = 500;

/// Two articles that differ in every sentence, of which there are so many.
fn wards(wards: usize) -> [PathBuf; 2] {
    ["before", "after"].map(|name| {
        let more = usize::from(name == "after") * 7;
        let told = |n: usize| {
            let trees = 1000 + 3 * n + more;
            format!("The gardeners of ward {n} counted {trees} trees along the canal, the council said.")
        };
        let told: Vec<String> = (1..=wards).map(told).collect();
        file(
            "turns",
            &format!("{name}.txt"),
            format!("Trees are counted\n\n{}\n", told.join("\n\n")).as_bytes(),
        )
    })
}

/// Opens them, and has the page note how many elements each turn adds to the panels.
fn opened(page: &mut Page, count: usize) -> Outcome {
    page.evaluate(
        "(() => { window.turns = []; const count = (node) => node.querySelectorAll ? 1 + node.querySelectorAll('*').length : 0;
            new MutationObserver((list) => turns.push(list.flatMap((one) => [...one.addedNodes])
                .filter((node) => node.isConnected).reduce((sum, node) => sum + count(node), 0)))
                .observe(document.querySelector('#panels'), { childList: true, subtree: true }); })()",
    )?;
    page.drop_files(&wards(count))?;
    shows(page, &["after.txt", "before.txt"])
}

fn turns(page: &mut Page) -> Result<Vec<u64>, String> {
    let turns = page.evaluate("turns.splice(0)")?;
    let turns = turns.as_array().ok_or("no list of turns")?;
    Ok(turns.iter().filter_map(Value::as_u64).collect())
}

#[test]
fn a_long_list_is_drawn_turn_by_turn_and_is_whole_in_the_end() {
    visit(|page| {
        opened(page, WARDS)?;
        for name in ["ledger", "side", "inline", "read"] {
            page.click(&format!("#tab-{name}"))?;
            view(page, name)?;
            let made = turns(page)?;
            // The whole list is more than one turn could have made.
            let all: u64 = made.iter().sum();
            assert!(all > 2 * TURN, "{name}: {made:?}");
            assert!(made.iter().all(|&one| one <= TURN), "{name}: {made:?}");
            assert_eq!(
                page.evaluate(&format!(
                    "document.querySelectorAll('#panel-{name} .more').length"
                ))?,
                json!(0),
                "{name} is whole"
            );
        }
        let blocks = page.evaluate("document.querySelectorAll('#panel-read .reader .paragraph').length")?;
        assert_eq!(blocks, json!(WARDS));
        page.click("#tab-ledger")?;
        view(page, "ledger")?;
        let findings = page.evaluate("document.querySelectorAll('.finding[data-found=number]').length")?;
        assert_eq!(findings, json!(WARDS));
        Ok(())
    });
}

/// More findings than are drawn without being asked for; neither way of stepping leaves out what is not drawn yet.
#[test]
fn steps_go_on_over_the_end_of_what_is_drawn() {
    const MANY: usize = 700;
    visit(|page| {
        opened(page, MANY)?;
        view(page, "ledger")?;
        let rows = "[...document.querySelectorAll('.findings')][0].querySelectorAll('.finding')";
        let drawn = page
            .evaluate(&format!("{rows}.length"))?
            .as_u64()
            .unwrap_or_default();
        assert!(
            drawn < MANY as u64 && page.evaluate("document.querySelector('.more') !== null")? == json!(true)
        );
        // Reading stands at the last that is drawn, far from the window, where nothing is drawn on by itself.
        let at = |page: &mut Page, key: &str, from: Option<u64>| -> Result<Value, String> {
            if let Some(from) = from {
                page.evaluate(&format!(
                    "document.querySelector('.current')?.classList.remove('current'); {rows}[{from}].classList.add('current')"
                ))?;
            }
            page.press(key)?;
            page.wait("document.activeElement.matches('.finding.current')")?;
            page.evaluate(&format!("[...{rows}].indexOf(document.activeElement)"))
        };
        assert_eq!(at(page, "j", Some(drawn - 1))?, json!(drawn));
        assert_eq!(at(page, "k", None)?, json!(drawn - 1));
        assert_eq!(at(page, "j", None)?, json!(drawn));
        // Before the first is the last of all, and behind that the first; what lies between is not drawn for that.
        let all = page.evaluate("Number(document.querySelector('[data-kind=number] .count').textContent)")?;
        let all = all.as_u64().unwrap_or_default();
        let id = |page: &mut Page| {
            let id = page.evaluate("Number(document.activeElement.dataset.row.slice(1))")?;
            Ok::<u64, String>(id.as_u64().unwrap_or_default())
        };
        let there = |page: &mut Page| {
            let there = page.evaluate(&format!("{rows}.length"))?;
            Ok::<u64, String>(there.as_u64().unwrap_or_default())
        };
        at(page, "k", Some(0))?;
        let last = id(page)?;
        let drawn = there(page)?;
        assert!(drawn < all, "{drawn} of {all}");
        assert_eq!(
            page.evaluate(&format!("document.activeElement === [...{rows}].at(-1)"))?,
            json!(true)
        );
        assert_eq!(at(page, "j", None)?, json!(0));
        at(page, "k", None)?;
        assert_eq!(id(page)?, last);
        // Marked, it stays where reading stands.
        page.press("x")?;
        page.wait("document.activeElement.dataset.mark === 'seen'")?;
        assert_eq!(id(page)?, last);
        // One after the other towards what was drawn first, none left out.
        for steps in 1..=25 {
            at(page, "k", None)?;
            assert_eq!(id(page)?, last - steps);
        }
        let drawn = there(page)?;
        assert!(drawn < all, "{drawn} of {all}");
        Ok(())
    });
}

#[test]
fn what_is_not_drawn_yet_is_drawn_for_whoever_prints_or_goes_there() {
    visit(|page| {
        opened(page, WARDS)?;
        // In one task with the choice of the view, before any turn.
        let drawn = "document.querySelectorAll('#panel-read .reader .paragraph').length";
        let early = page.evaluate(&format!(
            "new Promise((done) => {{ document.querySelector('#tab-read').click();
                new MutationObserver((_, watch) => {{
                    if (!document.querySelector('#panel-read .soon')) return;
                    watch.disconnect();
                    const before = {drawn};
                    dispatchEvent(new Event('beforeprint'));
                    done([before, {drawn}]);
                }}).observe(document.querySelector('#panel-read'), {{ childList: true, subtree: true }}); }})"
        ))?;
        let before = early[0].as_u64().unwrap_or_default();
        assert!(0 < before && before < WARDS as u64, "{early}");
        assert_eq!(early[1], json!(WARDS));
        Ok(())
    });
}

#[test]
fn what_stays_the_same_is_not_drawn_anew_and_reading_stays_where_it_is() {
    visit(|page| {
        opened(page, WARDS)?;
        view(page, "ledger")?;
        turns(page)?;
        let row = "document.querySelectorAll('.finding')[100]";
        page.evaluate(&format!(
            "(() => {{ for (const one of document.querySelectorAll('.finding')) one.old = true;
                const button = {row}.querySelector('[data-seen]'); button.scrollIntoView({{ block: 'center' }});
                button.focus(); window.top100 = {row}.getBoundingClientRect().top; }})()"
        ))?;
        page.press("Enter")?;
        page.wait(&format!("{row}.dataset.mark === 'seen'"))?;
        assert_eq!(
            page.evaluate("[...document.querySelectorAll('.finding')].every((one) => one.old)")?,
            json!(true)
        );
        assert_eq!(
            page.evaluate(&format!(
                "document.activeElement === {row}.querySelector('[data-seen][aria-pressed=true]')"
            ))?,
            json!(true)
        );
        let moved = page.evaluate(&format!("Math.abs({row}.getBoundingClientRect().top - top100)"))?;
        assert!(moved.as_f64().is_some_and(|moved| moved < 1.0), "{moved}");
        let made = turns(page)?;
        assert!(made.iter().sum::<u64>() < 20, "{made:?}");
        // What is called wrong stays where it was found, as all others do.
        page.click(".finding:nth-child(3) [data-wrong]")?;
        page.wait("document.querySelector('.finding:nth-child(3)[data-mark=wrong]')")?;
        assert_eq!(
            page.evaluate("[...document.querySelectorAll('.finding')].every((one) => one.old)")?,
            json!(true)
        );
        Ok(())
    });
}

/// The list of names is longer than a turn, and drawn once more while it is drawn, when its article has come.
#[test]
fn every_name_is_listed_once_also_where_the_list_is_drawn_anew_half_way() {
    visit(|page| {
        page.drop_files(&samples())?;
        shows(page, &NAMES)?;
        for turn in ["names", "ledger", "names"] {
            page.click(&format!("#tab-{turn}"))?;
            view(page, turn)?;
        }
        // With those of the article that is set aside they are more than a turn makes.
        page.click("#panel-names [data-do=aside]")?;
        page.wait("!document.querySelector('#panel-names .soon') && document.querySelector('.names-list thead .letter:is(th:nth-child(4) *)')")?;
        page.click("#panel-names tr:nth-child(3) [data-choose]")?;
        page.wait("document.querySelector('.stepper')")?;
        let listed = strings(
            page,
            "[...document.querySelectorAll('.names-list [data-choose]')].map((one) => one.dataset.choose)",
        )?;
        let mut once = listed.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), listed.len(), "{listed:?}");
        // More elements than a turn makes.
        assert!(listed.len() > 30, "{listed:?}");
        assert_eq!(
            page.evaluate("document.querySelectorAll('.names-list tbody:not(:has(tr + tr))').length")?,
            json!(0)
        );
        Ok(())
    });
}

/// What the worker sends in pieces is what it was.
#[test]
fn an_answer_in_pieces_is_put_together_as_it_was() {
    visit(|page| {
        let same = "import('./pieces.js').then(({ cut, join }) => {
            const many = Array.from({ length: 95 }, (_, n) => ({ n, inner: Array(40).fill(n) }));
            const values = [many, { a: many, b: [1, 2], c: 'text', d: null, e: { deep: many } }, null, 'text', 7, [], undefined];
            return values.map((value) => {
                const { frame, pieces } = cut(value);
                const largest = Math.max(0, ...pieces.map(({ items }) => items.length));
                const before = JSON.stringify(value);
                return [pieces.length, largest, JSON.stringify(join(frame, pieces)) === before];
            });
        })";
        assert_eq!(
            page.evaluate(same)?,
            json!([
                [4, 30, true],
                [4, 30, true],
                [0, 0, true],
                [0, 0, true],
                [0, 0, true],
                [0, 0, true],
                [0, 0, true]
            ])
        );
        Ok(())
    });
}

/// After a correction what is as it was is not drawn anew: the worker does not send it again.
#[test]
fn what_a_correction_does_not_change_stays_the_same() {
    visit(|page| {
        page.drop_files(&samples())?;
        shows(page, &NAMES)?;
        page.click("#tab-names")?;
        view(page, "names")?;
        page.click("#panel-names [data-choose]")?;
        page.wait("document.querySelector('#panel-names mark.current')")?;
        page.click("#correcting")?;
        page.wait("document.querySelector('[data-form=rename] input')")?;
        page.evaluate(
            "for (const one of document.querySelectorAll('.card, .names-list tr')) one.old = true",
        )?;
        page.click("[data-form=rename] input")?;
        page.press("Ctrl+a")?;
        page.type_text("Zora Quill")?;
        page.press("Enter")?;
        page.wait("document.querySelector('.stepper h2').textContent === 'Zora Quill' && !document.querySelector('#panel-names .soon')")?;
        assert_eq!(
            page.evaluate("[...document.querySelectorAll('.card')].map((one) => one.old)")?,
            json!([true, true, true])
        );
        let rows = page.evaluate("[...document.querySelectorAll('.names-list tr:has([data-choose])')].filter((one) => !one.old).length")?;
        // The one that is renamed, and what is called by it.
        assert!(rows.as_u64().is_some_and(|rows| rows <= 2), "{rows}");
        Ok(())
    });
}

#[test]
fn an_answer_like_the_last_is_whole_and_shares_what_did_not_change() {
    visit(|page| {
        let shared = "import('./again.js').then(({ shorten, Last }) => {
            const last = new Last();
            const value = (most, other) => ({ a: Array.from({ length: most }, (_, n) => ({ n, of: n === 2 ? other : '' })), b: [{ n: 1 }], c: 'text', d: null });
            let [places, before] = [undefined, null];
            return [value(4, 'x'), value(4, 'x'), value(5, 'y'), value(2, ''), [{ n: 7 }], null].map((answer) => {
                const words = JSON.stringify(answer);
                places = shorten(answer, places);
                const sent = structuredClone(answer);
                const whole = last.whole('', sent);
                const kept = [whole?.a === before?.a, whole?.a?.map((one, at) => one === before?.a?.[at]), whole?.b === before?.b];
                before = whole;
                return [JSON.stringify(whole) === words, ...kept];
            });
        })";
        let [no, yes] = [false, true];
        assert_eq!(
            page.evaluate(shared)?,
            json!([
                [yes, no, [no, no, no, no], no],
                [yes, yes, [yes, yes, yes, yes], yes],
                [yes, no, [yes, yes, no, yes, no], yes],
                [yes, no, [yes, yes], yes],
                [yes, no, null, no],
                [yes, yes, null, yes]
            ])
        );
        // Findings are numbered by their place, also where they stood elsewhere.
        let moved = "import('./again.js').then(({ Last }) => {
            const last = new Last();
            const row = (words, at) => ({ change: { id: `c${at}`, rank: at, words } });
            last.whole('', { changes: [row('x', 1), row('y', 2), row('z', 3)] });
            return [{ changes: [1, 2] }, { changes: [row('v', 1), 1] }].map((sent) => last.whole('', sent).changes.map(({ change }) => Object.values(change).join(' ')));
        })";
        assert_eq!(
            page.evaluate(moved)?,
            json!([["c1 1 y", "c2 2 z"], ["c1 1 v", "c2 2 z"]])
        );
        Ok(())
    });
}

/// What is ready meanwhile would move it away from under the pointer.
#[test]
fn nothing_is_drawn_while_a_control_is_pressed() {
    visit(|page| {
        page.drop_files(&samples())?;
        shows(page, &NAMES)?;
        let at = page.evaluate(
            "(() => {
                const button = document.querySelector('#tab-names');
                button.scrollIntoView({ block: 'center', behavior: 'instant' });
                const box = button.getBoundingClientRect();
                return [box.x + 9, box.y + 9];
            })()",
        )?;
        let mouse = |page: &mut Page, kind: &str| {
            let act = json!({ "type": kind, "x": at[0], "y": at[1], "button": "left", "clickCount": 1 });
            page.call("Input.dispatchMouseEvent", &act)
        };
        mouse(page, "mousePressed")?;
        let drawn = "document.querySelector('#panel-read').hasChildNodes()";
        let later = format!(
            "document.querySelector('#tab-read').click(), new Promise((done) => setTimeout(done, 500)).then(() => {drawn})"
        );
        assert_eq!(page.evaluate(&later)?, json!(false));
        mouse(page, "mouseReleased")?;
        view(page, "names")
    });
}

/// A page that is on its way to a place stands still under the pointer: what is let go is what was pressed.
#[test]
fn nothing_scrolls_while_a_control_is_pressed() {
    visit(|page| {
        page.drop_files(&samples())?;
        view(page, "ledger")?;
        let at = page.evaluate(
            "(async () => {
                scrollTo({ top: 1e6, behavior: 'instant' });
                await new Promise((done) => setTimeout(done, 400));
                addEventListener('pointermove', () => scrollTo({ top: 0, behavior: 'smooth' }), { once: true });
                addEventListener('pointerdown', () => (window.pressedAt = scrollY), true);
                const box = document.querySelector('#tab-names').getBoundingClientRect();
                return [box.x + 9, box.y + 9];
            })()",
        )?;
        let mouse = |page: &mut Page, kind: &str, button: &str| {
            let act = json!({ "type": kind, "x": at[0], "y": at[1], "button": button, "clickCount": 1 });
            page.call("Input.dispatchMouseEvent", &act)
        };
        mouse(page, "mouseMoved", "none")?;
        mouse(page, "mousePressed", "left")?;
        // What comes into sight may be longer than was thought, and the window keeps what is read in its place.
        let stood = "new Promise((done) => setTimeout(done, 800)).then(() => pressedAt > 400 && scrollY > pressedAt - 200)";
        assert_eq!(page.evaluate(stood)?, json!(true));
        mouse(page, "mouseReleased", "left")?;
        view(page, "names")
    });
}
