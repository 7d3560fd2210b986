//! The page can be used by people who see little, or nothing: axe-core finds nothing in any state, light, dark and with
//! forced colours, wide and narrow.

use serde_json::{Value, json};
use xtask::browser::Page;
use xtask::{Outcome, needs};

use crate::visit::{NAMES, ask, file, samples, shows, strings, view, visit};

/// Where colours are forced, Chromium still tells the page's own as those that letters are filled with, which axe-core
/// asks for; what is drawn is the forced one.
const DRAWN: &str = "{
    const real = window.getComputedStyle;
    const fill = (name) => (/text-?fill-?color/i.test(name) ? 'color' : name);
    window.getComputedStyle = (...of) => new Proxy(real(...of), {
        get(style, name) {
            if (name === 'getPropertyValue') return (name) => style.getPropertyValue(fill(name));
            const value = style[typeof name === 'string' ? fill(name) : name];
            return typeof value === 'function' ? value.bind(style) : value;
        },
    });
}";

/// Puts axe-core beside the page's own modules.
fn equip(page: &mut Page) -> Outcome {
    let axe = needs::script(&needs::AXE)?;
    let axe = std::fs::read_to_string(&axe).map_err(|error| format!("{}: {error}", axe.display()))?;
    // Of what is far, axe-core would take the place for where it is.
    page.near(true)?;
    page.evaluate(&format!("{axe}; {DRAWN}; undefined")).map(drop)
}

/// All rules, and those that look at colours: the others find the same in every theme.
const ALL: &str = "";
const COLOURS: &str = ", runOnly: ['color-contrast', 'link-in-text-block']";

/// What axe-core finds just now by these rules: each rule, and the elements that break it.
fn found(page: &mut Page, rules: &str) -> Result<Vec<String>, String> {
    let found = page.evaluate(&format!(
        "axe.run(document, {{ resultTypes: ['violations']{rules} }}).then(({{ violations }}) => violations.flatMap((one) =>
            one.nodes.map((node) => `${{one.id}}: ${{node.html.slice(0, 160)}} (${{node.any[0]?.message ?? one.help}})`)))",
    ))?;
    let list = found.as_array().into_iter().flatten();
    Ok(list.filter_map(Value::as_str).map(str::to_owned).collect())
}

/// Words in the colour of their own ground, which axe-core leaves for people to judge.
const UNSEEN: &str = "(() => {
    const unseen = new Set();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const element = texts.currentNode.parentElement;
        if (!texts.currentNode.data.trim() || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
        let ground = element;
        while (ground.parentElement && /^rgba.*, 0\\)$/.test(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement;
        if (getComputedStyle(element).color === getComputedStyle(ground).backgroundColor) unseen.add(element.outerHTML.slice(0, 160));
    }
    return [...unseen];
})()";

/// Nothing is found in any window and theme, and the page is nowhere wider than its window.
fn sound(page: &mut Page, state: &str) -> Outcome {
    for (width, height) in [(1280, 900), (360, 780)] {
        page.resize(width, height, 1)?;
        for (theme, rules) in [("forced", COLOURS), ("dark", COLOURS), ("light", ALL)] {
            page.prefer(theme)?;
            assert_eq!(
                found(page, rules)?,
                Vec::<String>::new(),
                "{state}, {theme}, {width} px"
            );
            assert_eq!(
                strings(page, UNSEEN)?,
                Vec::<String>::new(),
                "unseen: {state}, {theme}, {width} px"
            );
        }
        let wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")?;
        assert!(
            wider.as_i64() <= Some(0),
            "{state} is {wider} px wider than its window of {width} px"
        );
    }
    page.resize(1280, 900, 1)
}

#[test]
fn nothing_is_found_before_anything_is_opened() {
    visit(|page| {
        equip(page)?;
        sound(page, "empty")?;
        page.click("#privacy summary")?;
        page.wait("document.querySelector('#receipt li')")?;
        sound(page, "how to check")?;
        for (opener, dialog) in [("#paste", "paste window"), ("#help", "help")] {
            page.click(opener)?;
            page.wait("document.querySelector('dialog[open]')")?;
            sound(page, dialog)?;
            page.press("Escape")?;
        }
        Ok(())
    });
}

#[test]
fn nothing_is_found_in_any_view() {
    visit(|page| {
        equip(page)?;
        page.drop_files(&samples())?;
        shows(page, &NAMES)?;
        for name in [
            "ledger", "side", "inline", "quotes", "timeline", "many", "read", "notes",
        ] {
            if page.evaluate(&format!("document.querySelector('#tab-{name}').hidden"))? == json!(true) {
                continue;
            }
            page.click(&format!("#tab-{name}"))?;
            view(page, name)?;
            sound(page, name)?;
        }
        ask(page, "bridge")?;
        page.wait("document.querySelector('#panel-found li')")?;
        sound(page, "found")?;
        page.click("#take")?;
        page.wait("document.querySelector('#take-dialog').open")?;
        sound(page, "save or share")
    });
}

#[test]
fn nothing_is_found_where_names_are_chosen_and_layers_marked() {
    visit(|page| {
        equip(page)?;
        page.drop_files(&samples()[..2])?;
        shows(page, &NAMES[..2])?;
        page.click("#tab-names")?;
        view(page, "names")?;
        sound(page, "names")?;
        page.click("#panel-names [data-choose]")?;
        page.wait("document.querySelector('.stepper')")?;
        sound(page, "a name")?;
        page.press("2")?;
        view(page, "side")?;
        for layer in ["names", "quotes", "dates"] {
            page.click(&format!("#layers [data-layer={layer}]"))?;
            page.wait(&format!(
                "document.querySelector('#panels').dataset.layer === '{layer}'"
            ))?;
            sound(page, layer)?;
        }
        Ok(())
    });
}

#[test]
fn nothing_is_found_where_what_was_read_is_corrected() {
    visit(|page| {
        equip(page)?;
        page.drop_files(&samples()[..2])?;
        shows(page, &NAMES[..2])?;
        page.click("[data-seen=c1]")?;
        page.click("[data-wrong=c2]")?;
        page.click("[data-row=c3] details:last-child summary")?;
        sound(page, "reviewed")?;
        page.click("[data-correct=B]")?;
        page.wait("document.querySelector('#correct-dialog[open]')")?;
        sound(page, "fields")?;
        page.press("Escape")?;
        page.click("#tab-side")?;
        page.click("#correcting")?;
        for name in ["side", "quotes", "read", "names"] {
            page.click(&format!("#tab-{name}"))?;
            view(page, name)?;
            if name == "names" {
                page.click("#panel-names [data-choose]")?;
            }
            page.wait(&format!(
                "document.querySelector('#panel-{name} .correct:not([data-near])')"
            ))?;
            if name == "quotes" {
                page.evaluate("((form) => { form.elements.value.value = 'Nobody Atall'; form.requestSubmit(); })(document.querySelector('.utterance form'))")?;
                page.wait("document.querySelector('.refusal')")?;
            }
            sound(page, &format!("correcting {name}"))?;
        }
        page.click("#panel-names [data-split], #panel-names [data-form=rename] button")?;
        page.click("#tab-notes")?;
        view(page, "notes")?;
        sound(page, "corrections")
    });
}

#[test]
fn nothing_is_found_among_many_articles() {
    let files: Vec<_> = (0..14)
        .map(|n| {
            let text = format!("Bridge {n} shuts\n\nThe bridge over the Sel shuts, Anna Berg said. It was built in 19{n:02}.\n");
            file("access-many", &format!("{n:02}.txt"), text.as_bytes())
        })
        .collect();
    visit(|page| {
        equip(page)?;
        page.drop_files(&files)?;
        page.wait("!document.querySelector('progress') && document.querySelectorAll('.card').length === 14")?;
        for name in ["names", "many", "read"] {
            page.click(&format!("#tab-{name}"))?;
            view(page, name)?;
            sound(page, &format!("{name} of many"))?;
        }
        Ok(())
    });
}

#[test]
fn nothing_is_found_in_the_palette_and_the_modes() {
    visit(|page| {
        equip(page)?;
        page.drop_files(&samples())?;
        shows(page, &NAMES)?;
        page.press("Ctrl+k")?;
        page.wait("document.querySelector('#palette[open]')")?;
        page.type_text("o")?;
        sound(page, "palette")?;
        page.type_text("zzz")?;
        sound(page, "palette without a command")?;
        page.press("Escape")?;
        page.wait("!document.querySelector('#palette').contains(document.activeElement)")?;
        page.press("9")?;
        view(page, "read")?;
        page.press("s")?;
        sound(page, "shared words")?;
        page.press("1")?;
        for mode in ["blind", "guess", "projector"] {
            let toggle = format!("document.querySelector('#modes-list [data-mode={mode}]').click()");
            page.evaluate(&toggle)?;
            sound(page, mode)?;
            page.evaluate(&toggle)?;
        }
        ask(page, "bridge")?;
        page.wait("document.querySelector('[data-facet]')")?;
        sound(page, "a narrowed search")
    });
}

#[test]
fn nothing_is_found_while_files_are_read_and_when_some_cannot_be() {
    let bad = file("access", "empty.txt", b"");
    visit(|page| {
        equip(page)?;
        page.drop_files(&[bad, samples()[0].clone()])?;
        shows(page, &NAMES[..1])?;
        page.wait("document.querySelector('.failure')")?;
        sound(page, "a failure and one article")?;
        page.click("[data-remove=A]")?;
        page.wait("document.querySelector('#toast').textContent")?;
        sound(page, "a message with undo")?;
        page.evaluate_in_worker(
            "import(new URL('pkg/crossread.js', location.href)).then(({ Engine }) => { Engine.prototype.open = () => { for (;;); }; })",
        )?;
        page.drop_files(&samples())?;
        page.wait("document.querySelector('progress')")?;
        sound(page, "reading")?;
        page.click("#progress button")?;
        page.wait("!document.querySelector('progress')")
    });
}

#[test]
fn nothing_is_found_where_others_send_and_where_a_new_version_waits() {
    visit(|page| {
        equip(page)?;
        page.evaluate("document.querySelector('#update').hidden = false")?;
        sound(page, "a new version")?;
        page.evaluate(
            "import(new URL('intake/ask.js', location.href)).then(({ ask }) => {
                ask('https://archive.example.org:8443 sends 2 articles', [{ name: 'a-long-name-'.repeat(12) }, { name: 'b.txt' }]); })",
        )?;
        page.wait("document.querySelector('#ask-dialog').open")?;
        sound(page, "a question")
    });
}

#[test]
fn what_is_wrong_is_found() {
    visit(|page| {
        equip(page)?;
        page.evaluate("document.querySelector('#main').append(document.createElement('button'))")?;
        let found = found(page, ALL)?;
        assert!(
            found.iter().any(|one| one.starts_with("button-name")),
            "{found:?}"
        );
        Ok(())
    });
}
