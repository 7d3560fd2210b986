//! A page in a real browser, driven over the DevTools protocol: what people do to it, and what it does.

mod acts;
mod firefox;
mod launch;
mod protocol;
mod records;

use std::time::{Duration, Instant};

use serde_json::{Value, json};

pub use firefox::Fox;
pub use records::Records;

use launch::Chromium;
use protocol::Protocol;

/// What the page does takes milliseconds; only a machine that many share needs seconds.
const PATIENCE: Duration = Duration::from_secs(60);

/// Between two looks at whether something is there.
const PAUSE: Duration = Duration::from_millis(15);

/// One page in a Chromium of its own.
#[derive(Debug)]
pub struct Page {
    // Dropped first: the connection ends before the browser.
    protocol: Protocol,
    _chromium: Chromium,
}

impl Page {
    /// Starts a browser and opens `address` in it.
    pub fn open(address: &str) -> Result<Self, String> {
        let chromium = Chromium::start()?;
        let protocol = Protocol::connect(chromium.port, &chromium.path)?;
        let mut page = Self {
            protocol,
            _chromium: chromium,
        };
        page.resize(1280, 900, 1)?;
        // Without motion, what was brought into view stays where it is while it is clicked.
        page.prefer("light")?;
        page.go(address)?;
        Ok(page)
    }

    /// Opens another address, or the same one anew, and waits until it is loaded.
    pub fn go(&mut self, address: &str) -> Result<(), String> {
        self.protocol.forget_worker();
        self.call("Page.navigate", &json!({ "url": address }))?;
        let address = json!(address);
        self.wait(&format!(
            "location.href.startsWith({address}) && document.readyState === 'complete'"
        ))
    }

    /// Turns to the window whose address begins in this way, once it is there: what is done from now on is done in it.
    pub fn follow(&mut self, address: &str) -> Result<(), String> {
        let since = Instant::now();
        while since.elapsed() < PATIENCE {
            let told = self.protocol.call_browser("Target.getTargets", &json!({}))?;
            let targets = told["targetInfos"].as_array().into_iter().flatten();
            let mut pages = targets.filter(|one| one["type"] == "page");
            if let Some(found) =
                pages.find(|one| one["url"].as_str().is_some_and(|url| url.starts_with(address)))
            {
                return self.protocol.follow(&found["targetId"]);
            }
            std::thread::sleep(PAUSE);
        }
        Err(format!("no window shows {address}"))
    }

    /// Calls a method of the protocol.
    pub fn call(&mut self, method: &str, parameters: &Value) -> Result<Value, String> {
        self.protocol.call(method, parameters)
    }

    /// Calls a method in the page, and in each of its workers before it begins.
    pub fn call_everywhere(&mut self, method: &str, parameters: &Value) -> Result<Value, String> {
        self.protocol.first.push((method.to_owned(), parameters.clone()));
        self.call(method, parameters)
    }

    /// The value of a JavaScript expression; a promise is awaited. What asks something of an element that is not there asks
    /// again until it is: the page draws what is near to what is seen, and that when it gets to it.
    pub fn evaluate(&mut self, expression: &str) -> Result<Value, String> {
        let since = Instant::now();
        loop {
            let answer = self.call("Runtime.evaluate", &asked(expression))?;
            if !thrown(&answer).is_some_and(asks_nothing) || since.elapsed() > PATIENCE {
                return value(expression, answer);
            }
            std::thread::sleep(PAUSE);
        }
    }

    /// The same in the worker that the page started last.
    pub fn evaluate_in_worker(&mut self, expression: &str) -> Result<Value, String> {
        self.protocol.await_worker()?;
        let answer = self
            .protocol
            .call_worker("Runtime.evaluate", &asked(expression))?;
        value(expression, answer)
    }

    /// Waits until an expression is truthy. The page is given up when it neither comes to that nor gets on with the files
    /// that it reads, for a minute.
    pub fn wait(&mut self, expression: &str) -> Result<(), String> {
        let asked = json!({
            "expression": format!("({{ met: Boolean({expression}), read: document.querySelector('progress')?.value }})"),
            "returnByValue": true,
        });
        let (mut since, mut read) = (Instant::now(), Value::Null);
        while since.elapsed() < PATIENCE {
            // While a page is being replaced, there is nothing that could answer.
            if let Ok(answer) = self.call("Runtime.evaluate", &asked) {
                let told = &answer["result"]["value"];
                if told["met"] == true {
                    return Ok(());
                }
                if let Some(text) = thrown(&answer).filter(|text| !asks_nothing(text)) {
                    return Err(format!("{expression}: {text}"));
                }
                if told["read"] != read {
                    (since, read) = (Instant::now(), told["read"].clone());
                }
            }
            std::thread::sleep(PAUSE);
        }
        let shown = self.evaluate("document.body.innerText").unwrap_or_default();
        let shown: String = shown.as_str().unwrap_or_default().chars().take(1500).collect();
        Err(format!(
            "waited in vain for: {expression}\nthe page shows:\n{shown}\nand complains: {:?}",
            self.records().complaints
        ))
    }

    /// What the browser has recorded since the page was opened.
    pub fn records(&self) -> &Records {
        &self.protocol.records
    }
}

fn asked(expression: &str) -> Value {
    json!({ "expression": expression, "awaitPromise": true, "returnByValue": true })
}

/// What the exception says that an expression ended with.
fn thrown(answer: &Value) -> Option<&str> {
    answer["exceptionDetails"]["exception"]["description"].as_str()
}

/// Whether an exception says that something was asked of what is not there.
fn asks_nothing(exception: &str) -> bool {
    let (first, _) = exception.split_once('\n').unwrap_or((exception, ""));
    first.starts_with("TypeError: Cannot read properties of ")
        || first.starts_with("TypeError: Cannot set properties of ")
        || (first.starts_with("TypeError: ")
            && (first.ends_with(" is null") || first.ends_with(" is undefined")))
}

/// What an expression came to; an exception is an error that shows its first 300 characters.
fn value(expression: &str, mut answer: Value) -> Result<Value, String> {
    if let Some(thrown) = answer.get("exceptionDetails") {
        let text = thrown["exception"]["description"].as_str().unwrap_or("it threw");
        let expression: String = expression.chars().take(300).collect();
        return Err(format!("{expression}: {text}"));
    }
    Ok(answer["result"]["value"].take())
}
