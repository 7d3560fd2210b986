//! What people do: drop, pick, click, press keys, change the window. All of it is trusted by the page, as theirs is.

use std::path::{Path, PathBuf};

use base64::Engine;
use serde_json::{Value, json};

use super::Page;

/// The bits by which the protocol names the keys that are held.
const HELD: [(&str, u8); 3] = [("Alt+", 1), ("Ctrl+", 2), ("Shift+", 8)];

const COMMANDS: [(&str, &str); 3] = [("Ctrl+a", "selectAll"), ("Ctrl+c", "copy"), ("Ctrl+v", "paste")];

/// More is not looked at in one picture.
const MAX_HEIGHT: u32 = 4_000;

impl Page {
    /// Drops files and folders of the disk on the page.
    pub fn drop_files(&mut self, paths: &[PathBuf]) -> Result<(), String> {
        self.drag(&json!({ "items": [], "files": paths, "dragOperationsMask": 1 }))
    }

    /// Drops a text that was selected somewhere else.
    pub fn drop_text(&mut self, text: &str) -> Result<(), String> {
        let text = json!({ "mimeType": "text/plain", "data": text });
        self.drag(&json!({ "items": [text], "files": [], "dragOperationsMask": 1 }))
    }

    fn drag(&mut self, dragged: &Value) -> Result<(), String> {
        for kind in ["dragEnter", "dragOver", "drop"] {
            let event = json!({ "type": kind, "x": 300, "y": 300, "data": dragged });
            self.call("Input.dispatchDragEvent", &event)?;
        }
        Ok(())
    }

    /// Clicks what opens a file picker, and picks.
    pub fn pick(&mut self, selector: &str, paths: &[PathBuf]) -> Result<(), String> {
        self.call("Page.setInterceptFileChooserDialog", &json!({ "enabled": true }))?;
        self.click(selector)?;
        let opened = self.protocol.event("Page.fileChooserOpened")?;
        let picked = json!({ "files": paths, "backendNodeId": opened["backendNodeId"] });
        self.call("DOM.setFileInputFiles", &picked).map(drop)
    }

    /// Clicks the middle of an element with the mouse, once it can be seen, after bringing it into view and when nothing lies
    /// over it or moves it any more: what is still being drawn above it may.
    pub fn click(&mut self, selector: &str) -> Result<(), String> {
        let element = format!("document.querySelector({})", json!(selector));
        self.wait(&format!(
            "{element}?.checkVisibility({{ visibilityProperty: true }})"
        ))?;
        // A phrase that goes over the end of a line has several boxes, with other text between them.
        let place = self.evaluate(&format!(
            "(async () => {{
                let last = [];
                for (let looks = 0; looks < 50; looks += 1) {{
                    {element}?.scrollIntoView({{ block: 'center', behavior: 'instant' }});
                    const box = {element}?.getClientRects()[0];
                    const place = box ? [box.x + box.width / 2, box.y + box.height / 2] : [];
                    const hit = box && document.elementFromPoint(...place);
                    const free = hit && ({element}?.contains(hit) || hit.contains({element}));
                    if (free && place[0] === last[0] && place[1] === last[1]) return place;
                    last = place;
                    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)));
                }}
                return last;
            }})()"
        ))?;
        for kind in ["mousePressed", "mouseReleased"] {
            let at = json!({ "type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1 });
            self.call("Input.dispatchMouseEvent", &at)?;
        }
        Ok(())
    }

    /// Presses a key as it is named in the page's help: "n", "?", "Escape", "Ctrl+Shift+z".
    pub fn press(&mut self, combination: &str) -> Result<(), String> {
        let mut held = 0;
        let mut key = combination;
        for (name, bit) in HELD {
            if let Some(rest) = key.strip_prefix(name) {
                (held, key) = (held | bit, rest);
            }
        }
        let command = combination.contains("Ctrl+") || combination.contains("Alt+");
        let code = code(key);
        // Text is typed unless it is a command; Enter and the space bar do something only with their text.
        let text = match key {
            "Enter" => "\r",
            _ if key.chars().count() == 1 && !command => key,
            _ => "",
        };
        let kind = if text.is_empty() { "rawKeyDown" } else { "keyDown" };
        let mut down = json!({ "type": kind, "modifiers": held, "key": key, "text": text, "windowsVirtualKeyCode": code });
        // The browser's own commands are named beside the keys that people know them by.
        if let Some((_, command)) = COMMANDS.iter().find(|(keys, _)| *keys == combination) {
            down["commands"] = json!([command]);
        }
        self.call("Input.dispatchKeyEvent", &down)?;
        let up = json!({ "type": "keyUp", "modifiers": held, "key": key, "windowsVirtualKeyCode": code });
        self.call("Input.dispatchKeyEvent", &up)?;
        Ok(())
    }

    /// Types text into what has the focus.
    pub fn type_text(&mut self, text: &str) -> Result<(), String> {
        self.call("Input.insertText", &json!({ "text": text })).map(drop)
    }

    /// Gives the window another size, in CSS pixels, and the screen a density.
    pub fn resize(&mut self, width: u32, height: u32, density: u32) -> Result<(), String> {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": density, "mobile": false });
        self.call("Emulation.setDeviceMetricsOverride", &metrics)
            .map(drop)
    }

    /// Lets the system prefer "light" or "dark", or put "forced" colours of its own in the place of the page's; and no
    /// moving things.
    pub fn prefer(&mut self, theme: &str) -> Result<(), String> {
        let (scheme, forced) = if theme == "forced" {
            ("dark", "active")
        } else {
            (theme, "none")
        };
        self.media(&[
            ("prefers-color-scheme", scheme),
            ("forced-colors", forced),
            ("prefers-reduced-motion", "reduce"),
        ])
    }

    /// Answers what style sheets ask about the system, by the names of the features.
    pub fn media(&mut self, features: &[(&str, &str)]) -> Result<(), String> {
        let features: Vec<Value> = features
            .iter()
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        self.call("Emulation.setEmulatedMedia", &json!({ "features": features }))
            .map(drop)
    }

    /// Has everything laid out as if it were near the window, or no more: the page leaves out what is far. Nothing scrolls
    /// then, and no place is kept for a bar.
    pub fn near(&mut self, all: bool) -> Result<(), String> {
        let rule = if all {
            "* { content-visibility: visible !important; scrollbar-gutter: auto !important; }"
        } else {
            ""
        };
        self.evaluate(&format!(
            "(() => {{ const sheet = new CSSStyleSheet(); sheet.replaceSync('{rule}'); document.adoptedStyleSheets = [sheet]; }})()"
        ))
        .map(drop)
    }

    /// Writes a picture of the whole page, or of the window where a dialog stands over it.
    pub fn picture(&mut self, file: &Path) -> Result<(), String> {
        if self.evaluate("document.querySelector('dialog[open]') !== null")? == true {
            return self.glance(file);
        }
        self.near(true)?;
        self.photograph_whole(file)?;
        self.near(false)
    }

    /// In a window as high as the page: of what lies beyond a window, Chromium leaves out the ground and the right edge.
    fn photograph_whole(&mut self, file: &Path) -> Result<(), String> {
        let window = self
            .evaluate("[innerWidth, innerHeight, devicePixelRatio, document.documentElement.scrollHeight]")?;
        let number = |at: usize| window[at].as_u64().and_then(|number| u32::try_from(number).ok());
        let [Some(width), Some(height), Some(density), Some(whole)] = [0, 1, 2, 3].map(number) else {
            return Err(format!("the window says of its size: {window}"));
        };
        self.resize(width, whole.clamp(height, MAX_HEIGHT), density)?;
        self.glance(file)?;
        self.resize(width, height, density)
    }

    /// Writes a picture of what the window shows.
    pub fn glance(&mut self, file: &Path) -> Result<(), String> {
        self.photograph(&json!({ "format": "png" }), file)
    }

    fn photograph(&mut self, asked: &Value, file: &Path) -> Result<(), String> {
        let taken = self.call("Page.captureScreenshot", asked)?;
        let bytes = base64::engine::general_purpose::STANDARD
            .decode(taken["data"].as_str().unwrap_or_default())
            .map_err(|error| format!("the picture is no base64: {error}"))?;
        std::fs::write(file, bytes).map_err(|error| format!("{}: {error}", file.display()))
    }

    /// Does something, and returns the events of the browser's own trace of it.
    pub fn traced(
        &mut self,
        categories: &str,
        act: impl FnOnce(&mut Self) -> Result<(), String>,
    ) -> Result<Vec<Value>, String> {
        let asked = json!({ "categories": categories, "transferMode": "ReportEvents" });
        self.protocol.call_browser("Tracing.start", &asked)?;
        act(self)?;
        self.protocol.call_browser("Tracing.end", &json!({}))?;
        self.protocol.event("Tracing.tracingComplete")?;
        let mut parts = self.protocol.events("Tracing.dataCollected");
        let parts = parts
            .iter_mut()
            .filter_map(|part| part["params"]["value"].as_array_mut());
        Ok(parts.flat_map(std::mem::take).collect())
    }

    /// Clicks what saves a file, and returns the file's bytes once it is there.
    pub fn download(&mut self, selector: &str, into: &Path) -> Result<Vec<u8>, String> {
        self.saved(into, |page| page.click(selector))
    }

    /// Does what saves a file, and returns the file's bytes once it is there.
    pub fn saved(
        &mut self,
        into: &Path,
        act: impl FnOnce(&mut Self) -> Result<(), String>,
    ) -> Result<Vec<u8>, String> {
        let behaviour = json!({ "behavior": "allow", "downloadPath": into, "eventsEnabled": true });
        self.protocol
            .call_browser("Browser.setDownloadBehavior", &behaviour)?;
        act(self)?;
        loop {
            let told = self.protocol.event("Browser.downloadProgress")?;
            match told["state"].as_str() {
                Some("completed") => break,
                Some("canceled") => return Err("the download was given up".to_owned()),
                _ => {}
            }
        }
        let mut files = std::fs::read_dir(into).map_err(|error| error.to_string())?;
        let file = files.next().and_then(Result::ok).map(|entry| entry.path());
        let file = file.ok_or_else(|| format!("nothing was saved in {}", into.display()))?;
        std::fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))
    }
}

/// The virtual key code, which decides what the browser itself does with a key.
fn code(key: &str) -> Value {
    let number = match key {
        "Backspace" => 8,
        "Enter" => 13,
        "Tab" => 9,
        "Delete" => 46,
        "Escape" => 27,
        " " => 32,
        "ArrowLeft" => 37,
        "ArrowUp" => 38,
        "ArrowRight" => 39,
        "ArrowDown" => 40,
        _ => key.chars().next().map_or(0, |c| c.to_ascii_uppercase() as u32),
    };
    json!(number)
}
