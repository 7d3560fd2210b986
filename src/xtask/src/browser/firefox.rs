//! A page in Firefox, which speaks `WebDriver` `BiDi` of its own accord: the main ways, in a second engine.

use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

use crate::folder;

use super::{PATIENCE, PAUSE, asks_nothing};

/// How it behaves as a test wants it: saves without asking, and asks the network for nothing of its own.
const PREFERENCES: [(&str, &str); 12] = [
    ("app.normandy.enabled", "false"),
    ("app.update.disabledForTesting", "true"),
    ("browser.contentblocking.category", "\"standard\""),
    ("browser.download.alwaysOpenPanel", "false"),
    ("browser.download.folderList", "2"),
    ("browser.safebrowsing.blockedURIs.enabled", "false"),
    ("browser.shell.checkDefaultBrowser", "false"),
    ("browser.startup.page", "0"),
    ("datareporting.policy.dataSubmissionEnabled", "false"),
    ("network.captive-portal-service.enabled", "false"),
    ("network.connectivity-service.enabled", "false"),
    ("toolkit.telemetry.enabled", "false"),
];

/// Keys that are no letters, as the protocol writes them.
const KEYS: [(&str, &str); 6] = [
    ("Tab", "\u{e004}"),
    ("Enter", "\u{e007}"),
    ("Escape", "\u{e00c}"),
    ("ArrowLeft", "\u{e012}"),
    ("ArrowRight", "\u{e014}"),
    ("ArrowDown", "\u{e015}"),
];

const HELD: [(&str, &str); 2] = [("Ctrl+", "\u{e009}"), ("Shift+", "\u{e008}")];

/// One page in a Firefox of its own; both end when this value is dropped.
#[derive(Debug)]
pub struct Fox {
    socket: WebSocket<TcpStream>,
    context: String,
    calls: u64,
    /// Errors and warnings in the console, and exceptions.
    pub complaints: Vec<String>,
    /// The address of every request.
    pub requests: Vec<String>,
    firefox: Firefox,
}

#[derive(Debug)]
struct Firefox {
    process: Child,
    profile: PathBuf,
}

impl Drop for Firefox {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        for _ in 0..20 {
            if std::fs::remove_dir_all(&self.profile).is_ok() {
                break;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Firefox {
    /// Starts the program, and waits until it says where it listens.
    fn start(program: &Path) -> Result<(Self, u16), String> {
        static STARTED: AtomicU32 = AtomicU32::new(0);
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        let place = folder()
            .join("browser")
            .join(format!("fox-{}-{number}", std::process::id()));
        std::fs::create_dir_all(place.join("saved")).map_err(|error| error.to_string())?;
        let profile = place.canonicalize().map_err(|error| error.to_string())?;
        let lines = PREFERENCES.map(|(name, value)| format!("user_pref(\"{name}\", {value});\n"));
        let saved = format!(
            "user_pref(\"browser.download.dir\", {});\n",
            json!(profile.join("saved"))
        );
        std::fs::write(profile.join("user.js"), lines.concat() + &saved)
            .map_err(|error| error.to_string())?;
        let process = Command::new(program)
            .args([
                "--headless",
                "--no-remote",
                "--remote-debugging-port",
                "0",
                "--profile",
            ])
            .arg(&profile)
            .arg("about:blank")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("{} cannot be started: {error}", program.display()))?;
        let mut firefox = Self { process, profile };
        let port = firefox.port()?;
        Ok((firefox, port))
    }

    fn port(&mut self) -> Result<u16, String> {
        let file = self.profile.join("WebDriverBiDiServer.json");
        let since = Instant::now();
        while since.elapsed() < PATIENCE {
            let said = std::fs::read(&file).unwrap_or_default();
            let said: Value = serde_json::from_slice(&said).unwrap_or_default();
            if let Some(port) = said["ws_port"].as_u64().and_then(|port| u16::try_from(port).ok()) {
                return Ok(port);
            }
            if let Ok(Some(status)) = self.process.try_wait() {
                return Err(format!("firefox ended at once ({status})"));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Err("firefox did not open its port".to_owned())
    }
}

impl Fox {
    /// Starts this Firefox and opens `address` in it.
    pub fn open(program: &Path, address: &str) -> Result<Self, String> {
        let (firefox, port) = Firefox::start(program)?;
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).map_err(|error| error.to_string())?;
        stream
            .set_read_timeout(Some(PATIENCE))
            .map_err(|error| error.to_string())?;
        let (socket, _) = tungstenite::client(format!("ws://127.0.0.1:{port}/session"), stream)
            .map_err(|error| format!("firefox's WebSocket did not open: {error}"))?;
        let mut fox = Self {
            socket,
            context: String::new(),
            calls: 0,
            complaints: Vec::new(),
            requests: Vec::new(),
            firefox,
        };
        fox.call("session.new", &json!({ "capabilities": {} }))?;
        let watched = json!({ "events": ["log.entryAdded", "network.beforeRequestSent"] });
        fox.call("session.subscribe", &watched)?;
        let tree = fox.call("browsingContext.getTree", &json!({}))?;
        tree["contexts"][0]["context"]
            .as_str()
            .unwrap_or_default()
            .clone_into(&mut fox.context);
        fox.go(address)?;
        Ok(fox)
    }

    /// Opens another address, or the same one anew, and waits until it is loaded.
    pub fn go(&mut self, address: &str) -> Result<(), String> {
        let asked = json!({ "context": self.context, "url": address, "wait": "complete" });
        self.call("browsingContext.navigate", &asked).map(drop)
    }

    /// The value of a JavaScript expression; a promise is awaited, and what is asked of an element waits until it is there.
    pub fn evaluate(&mut self, expression: &str) -> Result<Value, String> {
        let asked = format!("(async () => JSON.stringify((await ({expression})) ?? null))()");
        let since = Instant::now();
        let answer = loop {
            let answer = self.script(&asked);
            let missing = answer.as_ref().is_err_and(|text| asks_nothing(text));
            if !missing || since.elapsed() > PATIENCE {
                break answer?;
            }
            std::thread::sleep(PAUSE);
        };
        let text = answer["value"].as_str().unwrap_or("null");
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    fn script(&mut self, expression: &str) -> Result<Value, String> {
        let asked =
            json!({ "expression": expression, "awaitPromise": true, "target": { "context": self.context } });
        let mut answer = self.call("script.evaluate", &asked)?;
        if answer["type"] == "success" {
            Ok(answer["result"].take())
        } else {
            let text = answer["exceptionDetails"]["text"].as_str();
            Err(format!(
                "{}\nwhich {expression} came to",
                text.unwrap_or("it threw")
            ))
        }
    }

    /// Waits until an expression is truthy.
    pub fn wait(&mut self, expression: &str) -> Result<(), String> {
        let since = Instant::now();
        while since.elapsed() < PATIENCE {
            if self.evaluate(&format!("Boolean({expression})"))? == true {
                return Ok(());
            }
            std::thread::sleep(PAUSE);
        }
        let shown = self.evaluate("document.body.innerText.slice(0, 1500)")?;
        Err(format!(
            "waited in vain in Firefox for: {expression}\nthe page shows:\n{shown}\nand complains: {:?}",
            self.complaints
        ))
    }

    /// Chooses files in a field for files.
    pub fn pick(&mut self, selector: &str, paths: &[PathBuf]) -> Result<(), String> {
        let node = self.script(&format!("document.querySelector({})", json!(selector)))?;
        let picked =
            json!({ "context": self.context, "element": { "sharedId": node["sharedId"] }, "files": paths });
        self.call("input.setFiles", &picked).map(drop)
    }

    /// Presses a key as it is named in the page's help.
    pub fn press(&mut self, combination: &str) -> Result<(), String> {
        let mut held = Vec::new();
        let mut key = combination;
        for (name, value) in HELD {
            if let Some(rest) = key.strip_prefix(name) {
                (key, held) = (rest, [held, vec![value]].concat());
            }
        }
        let key = KEYS
            .iter()
            .find(|(name, _)| *name == key)
            .map_or(key, |(_, value)| value);
        held.push(key);
        let turn = |kind: &'static str| move |value: &&str| json!({ "type": kind, "value": value });
        let down = held.iter().map(turn("keyDown"));
        let up = held.iter().rev().map(turn("keyUp"));
        self.act(&json!({ "type": "key", "id": "keys", "actions": down.chain(up).collect::<Vec<_>>() }))
    }

    /// Types text into what has the focus.
    pub fn type_text(&mut self, text: &str) -> Result<(), String> {
        text.chars()
            .try_for_each(|letter| self.press(&letter.to_string()))
    }

    /// Clicks the middle of an element with the mouse, once it can be seen, after bringing it into view.
    pub fn click(&mut self, selector: &str) -> Result<(), String> {
        let element = format!("document.querySelector({})", json!(selector));
        self.wait(&format!(
            "{element}?.checkVisibility({{ visibilityProperty: true }})"
        ))?;
        let place = self.evaluate(&format!(
            "(() => {{
                {element}.scrollIntoView({{ block: 'center', behavior: 'instant' }});
                const box = {element}.getClientRects()[0];
                return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
            }})()"
        ))?;
        let steps = json!([
            { "type": "pointerMove", "x": place[0], "y": place[1] },
            { "type": "pointerDown", "button": 0 },
            { "type": "pointerUp", "button": 0 },
        ]);
        self.act(&json!({ "type": "pointer", "id": "mouse", "actions": steps }))
    }

    fn act(&mut self, source: &Value) -> Result<(), String> {
        let acts = json!({ "context": self.context, "actions": [source] });
        self.call("input.performActions", &acts).map(drop)
    }

    /// Clicks what saves a file, and returns the file's name and bytes once it is there.
    pub fn download(&mut self, selector: &str) -> Result<(String, Vec<u8>), String> {
        self.click(selector)?;
        let saved = self.firefox.profile.join("saved");
        let since = Instant::now();
        while since.elapsed() < PATIENCE {
            let files = std::fs::read_dir(&saved).map_err(|error| error.to_string())?;
            let mut files: Vec<PathBuf> = files.flatten().map(|entry| entry.path()).collect();
            files.sort();
            // While it is written, a second file stands beside it, or it has another name.
            if let [file] = &files[..]
                && file.extension().is_none_or(|ending| ending != "part")
                && let Ok(bytes) = std::fs::read(file)
                && !bytes.is_empty()
            {
                let name = file
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned();
                std::fs::remove_file(file).map_err(|error| error.to_string())?;
                return Ok((name, bytes));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err(format!("{selector} saved nothing"))
    }

    fn call(&mut self, method: &str, parameters: &Value) -> Result<Value, String> {
        self.calls += 1;
        let message = json!({ "id": self.calls, "method": method, "params": parameters });
        self.socket
            .send(Message::text(message.to_string()))
            .map_err(|error| format!("{method}: {error}"))?;
        loop {
            let read = self
                .socket
                .read()
                .map_err(|error| format!("firefox does not answer: {error}"))?;
            let Message::Text(text) = read else { continue };
            let mut told: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
            if told["id"] != self.calls {
                self.note(&told);
            } else if told["type"] == "error" {
                return Err(format!("{method}: {} {}", told["error"], told["message"]));
            } else {
                return Ok(told["result"].take());
            }
        }
    }

    fn note(&mut self, event: &Value) {
        let told = &event["params"];
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        match event["method"].as_str() {
            Some("network.beforeRequestSent") => self.requests.push(text(&told["request"]["url"])),
            Some("log.entryAdded") if matches!(told["level"].as_str(), Some("error" | "warn")) => {
                self.complaints.push(text(&told["text"]));
            }
            _ => {}
        }
    }
}
