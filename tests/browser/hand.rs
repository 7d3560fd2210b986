//! The two ways in which people use a page: by mouse, and by keys alone.

use serde_json::json;
use xtask::Outcome;
use xtask::browser::Page;

use crate::visit::view;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hand {
    Mouse,
    Keys,
}

pub(crate) use Hand::{Keys, Mouse};

/// More controls than this nobody passes with the Tab key.
const PATIENCE: usize = 300;

impl Hand {
    /// Uses a control: clicks it, or goes to it with the Tab key and presses Enter.
    pub(crate) fn uses(self, page: &mut Page, selector: &str) -> Outcome {
        match self {
            Mouse => page.click(selector),
            Keys => {
                reach(page, selector)?;
                page.press("Enter")
            }
        }
    }

    /// Does with the mouse what a key does, or presses the key.
    pub(crate) fn does(self, page: &mut Page, selector: &str, key: &str) -> Outcome {
        match self {
            Mouse => page.click(selector),
            Keys => page.press(key),
        }
    }

    /// Turns to a view.
    pub(crate) fn turns(self, page: &mut Page, key: &str, name: &str) -> Outcome {
        self.does(page, &format!("#tab-{name}"), key)?;
        view(page, name)
    }

    /// Writes in a field, in place of what is there.
    pub(crate) fn writes(self, page: &mut Page, selector: &str, words: &str) -> Outcome {
        match self {
            Mouse => page.click(selector)?,
            Keys => reach(page, selector)?,
        }
        page.press("Ctrl+a")?;
        page.type_text(words)
    }

    /// Saves what can be taken along, from the window that offers it or by its name in the palette.
    pub(crate) fn saves(
        self,
        page: &mut Page,
        what: &str,
        name: &str,
        into: &str,
    ) -> Result<Vec<u8>, String> {
        page.saved(
            &crate::visit::fresh(&format!("{into}-{self:?}")),
            |page| match self {
                Mouse => crate::visit::take(page, what),
                Keys => {
                    page.press("Ctrl+k")?;
                    page.wait("document.activeElement.id === 'palette-field'")?;
                    page.type_text(name)?;
                    page.press("Enter")
                }
            },
        )
    }
}

/// Goes to a control with the Tab key, from wherever the focus is.
fn reach(page: &mut Page, selector: &str) -> Outcome {
    let selector = json!(selector);
    page.wait(&format!("document.querySelector({selector})?.checkVisibility()"))?;
    let there = format!("document.activeElement.matches({selector})");
    for _ in 0..PATIENCE {
        if page.evaluate(&there)? == json!(true) {
            return Ok(());
        }
        page.press("Tab")?;
    }
    Err(format!("the Tab key does not lead to {selector}"))
}
