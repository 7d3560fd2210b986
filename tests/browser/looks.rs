//! What is seen, in ways that hang on no machine's fonts: pictures as the text that they are, the arrangement of a view as
//! facts, the first finding on the first screen, 400 % zoom, and nothing that moves.
//!
//! `UPDATE=1` writes what is expected anew.

use std::fmt::Write;

use serde_json::json;
use xtask::browser::Page;
use xtask::{Outcome, root};

use crate::visit::{NAMES, shows, site, string, strings, view, visit};

/// Windows that people have: width and height in CSS pixels.
const WINDOWS: [(u32, u32); 5] = [(1440, 900), (1366, 650), (1024, 768), (768, 1024), (360, 780)];

fn opened(page: &mut Page) -> Outcome {
    page.click("#example")?;
    shows(page, &NAMES)?;
    view(page, "ledger")
}

/// Holds a text against the file that has what is expected.
fn expect(name: &str, found: &str) {
    let file = root().join("tests/browser/looks").join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&file, found).expect("the tests' folder can be written");
    }
    let expected = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        expected == found,
        "{name} is other than expected; look at it, then UPDATE=1. It is now:\n{found}"
    );
}

/// What the second version left out: one action, the example, and it can be read without scrolling.
#[test]
fn the_dropped_caveat_is_on_the_first_screen() {
    visit(|page| {
        for (width, height) in WINDOWS {
            page.resize(width, height, 1)?;
            page.go(site())?;
            opened(page)?;
            let first = "document.querySelector('.finding .summary')";
            let said = string(page, &format!("{first}.textContent"))?;
            assert!(
                said.starts_with("Only A says") && said.contains("had not been audited"),
                "{said}"
            );
            // On a phone its first line, whatever the font.
            let edge = if width < 500 { "top + 24" } else { "bottom" };
            let shown = format!(
                "(({{ top, bottom }}) => scrollY === 0 && {edge} < innerHeight)({first}.getBoundingClientRect())"
            );
            assert_eq!(page.evaluate(&shown)?, json!(true), "{width} px");
        }
        Ok(())
    });
}

/// A drawing as text, each element on a line of its own, its title behind it.
const DRAWN: &str = "(svg) => {
    const line = (one, depth) => {
        const words = [...one.attributes].filter(({ name }) => name !== 'aria-label').map(({ name, value }) => ` ${name}=\"${value}\"`).join('');
        const own = one.children.length === 0 ? one.textContent : '';
        return `${'  '.repeat(depth)}${one.localName}${words}${own && ` ${own}`}\\n` + [...one.children].map((inner) => line(inner, depth + 1)).join('');
    };
    return `${svg.getAttribute('aria-label') ?? ''}\\n${line(svg, 0)}`;
}";

#[test]
fn pictures_are_drawn_as_before() {
    visit(|page| {
        opened(page)?;
        for (key, name, picture) in [
            ("2", "side", ".weave svg"),
            ("7", "timeline", ".days-picture svg"),
            ("8", "many", ".sketch svg"),
            ("6", "quotes", ".bar-line svg"),
        ] {
            page.press(key)?;
            view(page, name)?;
            page.wait(&format!("document.querySelector('{picture}')"))?;
            let drawn = string(
                page,
                &format!("[...document.querySelectorAll('{picture}')].map({DRAWN}).join('\\n')"),
            )?;
            expect(&format!("{name}.txt"), &drawn);
        }
        Ok(())
    });
}

/// How two elements of a view stand to each other.
const STANDS: &str = "(a, b) => {
    const [x, y] = [a, b].map((one) => document.querySelector(one)?.getBoundingClientRect());
    if (!x || !y || x.width * y.width === 0) return 'not both there';
    if (y.top >= x.bottom - 1) return 'above';
    return y.left >= x.right - 1 ? 'beside' : 'over';
}";

/// Facts of the arrangement: a view, and what stands there beside, above or over what.
const FACTS: [(&str, &str, &str); 15] = [
    ("ledger", "#cards", "#verdict"),
    ("ledger", "[data-card=A]", "[data-card=B]"),
    ("ledger", "#tabs", "#search"),
    ("ledger", "[data-row=c1] .kind", "[data-row=c1] .summary"),
    ("ledger", "[data-row=c1] .summary", "[data-row=c1] .passages"),
    ("ledger", "[data-row=c1] .passage-a", "[data-row=c1] .passage-b"),
    ("side", "#tabs", "#layers"),
    ("side", ".weave", ".rows"),
    ("side", ".rows .cell-a", ".rows .cell-b"),
    ("inline", ".choice", ".rows"),
    ("read", ".switcher", ".reader"),
    ("names", ".names-list", ".names-text"),
    ("quotes", ".who", ".said"),
    ("timeline", ".day h3", ".day h3 + div"),
    ("many", ".members", ".sketch"),
];

#[test]
fn views_are_arranged_as_before() {
    let mut facts = String::new();
    visit(|page| {
        opened(page)?;
        for (width, height) in WINDOWS {
            page.resize(width, height, 1)?;
            writeln!(facts, "{width} px").map_err(|error| error.to_string())?;
            let mut at = "";
            for (name, a, b) in FACTS {
                if at != name {
                    page.click(&format!("#tab-{name}"))?;
                    view(page, name)?;
                    at = name;
                }
                let stands = string(page, &format!("({STANDS})({}, {})", json!(a), json!(b)))?;
                writeln!(facts, "  {name}: {a} {stands} {b}").map_err(|error| error.to_string())?;
            }
            page.click("#tab-ledger")?;
            page.click("#take")?;
            page.wait("document.querySelector('#take-dialog').open")?;
            let columns = "new Set([...document.querySelectorAll('#take-dialog fieldset')].map((one) => one.offsetLeft)).size + ''";
            let columns = string(page, columns)?;
            writeln!(facts, "  save or share: columns {columns}").map_err(|error| error.to_string())?;
            page.press("Escape")?;
        }
        Ok(())
    });
    expect("arrangement.txt", &facts);
}

/// What is wider than the window although nothing scrolls it, and what is in the way of reading for good.
const CRAMPED: &str = "(() => {
    const shown = [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.vh, svg'));
    const scrolled = (one) => one && one !== document.documentElement && (/auto|scroll/.test(getComputedStyle(one).overflowX) || scrolled(one.parentElement));
    const out = shown.filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !scrolled(one)).map((one) => `wide: ${one.outerHTML.slice(0, 120)}`);
    const fixed = shown.filter((one) => ['fixed', 'sticky'].includes(getComputedStyle(one).position) && one.offsetHeight > innerHeight / 3 && !one.closest('dialog'));
    return [...out, ...fixed.map((one) => `in the way: ${one.outerHTML.slice(0, 120)}`)];
})()";

/// A window of 1280 by 1024 pixels at 400 % holds 320 by 256 of the page's.
#[test]
fn all_can_be_read_at_400_percent() {
    visit(|page| {
        page.resize(320, 256, 4)?;
        let free = |page: &mut Page, state: &str| {
            let found = strings(page, CRAMPED)?;
            assert_eq!(found, Vec::<String>::new(), "{state}");
            Ok::<(), String>(())
        };
        free(page, "empty")?;
        opened(page)?;
        for name in [
            "ledger", "side", "inline", "names", "quotes", "timeline", "many", "read", "notes",
        ] {
            page.click(&format!("#tab-{name}"))?;
            view(page, name)?;
            if name == "names" {
                page.click("#panel-names [data-choose]")?;
                page.wait("document.querySelector('.stepper')")?;
            }
            free(page, name)?;
        }
        for (opener, dialog) in [
            ("#take", "take-dialog"),
            ("#help", "help-dialog"),
            ("[data-correct=A]", "correct-dialog"),
        ] {
            page.click(opener)?;
            page.wait(&format!("document.querySelector('#{dialog}').open"))?;
            free(page, dialog)?;
            // Its last control can be reached.
            let last = format!("#{dialog} .choices > :last-child");
            page.click(&last)?;
            page.wait(&format!("!document.querySelector('#{dialog}').open"))?;
        }
        Ok(())
    });
}

#[test]
fn nothing_moves_for_those_who_want_no_motion() {
    let smooth = "getComputedStyle(document.documentElement).scrollBehavior";
    // What appears late does not move.
    let moving = "[...document.querySelectorAll('*')].filter((one) => { const style = getComputedStyle(one);
        return style.transitionDuration !== '0s' || parseFloat(style.animationDuration) > 0; }).map((one) => one.outerHTML.slice(0, 120))";
    visit(|page| {
        opened(page)?;
        assert_eq!(string(page, smooth)?, "auto");
        for opener in ["#take", "#help"] {
            page.click(opener)?;
            page.wait("document.querySelector('dialog[open]')")?;
            assert_eq!(strings(page, moving)?, Vec::<String>::new(), "{opener}");
            page.press("Escape")?;
            page.wait("!document.querySelector('dialog[open]')")?;
        }
        page.click("[data-remove=C]")?;
        page.wait("document.querySelector('#toast').textContent")?;
        assert_eq!(strings(page, moving)?, Vec::<String>::new(), "a message");
        // Others see where the page goes.
        page.media(&[("prefers-reduced-motion", "no-preference")])?;
        assert_eq!(string(page, smooth)?, "smooth");
        Ok(())
    });
}
