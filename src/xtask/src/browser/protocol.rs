//! The DevTools protocol over its WebSocket: calls, answers, and the events that are kept.

use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

use super::records::Records;

/// A browser that answers nothing for so long has hung.
const SILENCE: Duration = Duration::from_secs(120);

/// The connection to one browser, and to the one page in it.
#[derive(Debug)]
pub(super) struct Protocol {
    socket: WebSocket<TcpStream>,
    /// The session of the page, sent with every call.
    session: String,
    /// The session of the worker that was started last.
    worker: String,
    calls: u64,
    pub(super) records: Records,
    /// What is called in each worker before it begins.
    pub(super) first: Vec<(String, Value)>,
    /// Events that a caller may wait for.
    events: Vec<Value>,
}

impl Protocol {
    pub(super) fn connect(port: u16, path: &str) -> Result<Self, String> {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).map_err(|error| error.to_string())?;
        stream
            .set_read_timeout(Some(SILENCE))
            .map_err(|error| error.to_string())?;
        let (socket, _) = tungstenite::client(format!("ws://127.0.0.1:{port}{path}"), stream)
            .map_err(|error| format!("the browser's WebSocket did not open: {error}"))?;
        let mut protocol = Self {
            socket,
            session: String::new(),
            worker: String::new(),
            calls: 0,
            records: Records::default(),
            first: Vec::new(),
            events: Vec::new(),
        };
        let target = protocol.call("Target.createTarget", &json!({ "url": "about:blank" }))?;
        protocol.follow(&target["targetId"])?;
        Ok(protocol)
    }

    /// Turns to a window: calls go to it from now on.
    pub(super) fn follow(&mut self, target: &Value) -> Result<(), String> {
        self.worker.clear();
        let attached = self.call_browser(
            "Target.attachToTarget",
            &json!({ "targetId": target, "flatten": true }),
        )?;
        attached["sessionId"]
            .as_str()
            .unwrap_or_default()
            .clone_into(&mut self.session);
        for domain in ["Page", "Runtime", "Log", "Network"] {
            self.call(&format!("{domain}.enable"), &json!({}))?;
        }
        // Workers wait until they are watched, so that none of their requests is missed.
        let watched = json!({ "autoAttach": true, "waitForDebuggerOnStart": true, "flatten": true });
        self.call("Target.setAutoAttach", &watched).map(drop)
    }

    pub(super) fn call(&mut self, method: &str, parameters: &Value) -> Result<Value, String> {
        self.call_in(&self.session.clone(), method, parameters)
    }

    /// Calls a method of the browser itself, whose events are those of no page.
    pub(super) fn call_browser(&mut self, method: &str, parameters: &Value) -> Result<Value, String> {
        self.call_in("", method, parameters)
    }

    /// Calls a method in the worker that was started last.
    pub(super) fn call_worker(&mut self, method: &str, parameters: &Value) -> Result<Value, String> {
        self.call_in(&self.worker.clone(), method, parameters)
    }

    fn call_in(&mut self, session: &str, method: &str, parameters: &Value) -> Result<Value, String> {
        let id = self.send(session, method, parameters)?;
        loop {
            let mut message = self.receive()?;
            if message["id"] != id {
                self.note(message)?;
            } else if let Some(error) = message.get("error") {
                return Err(format!("{method}: {error}"));
            } else {
                return Ok(message["result"].take());
            }
        }
    }

    /// Waits until the page has started a worker.
    pub(super) fn await_worker(&mut self) -> Result<(), String> {
        while self.worker.is_empty() {
            let message = self.receive()?;
            self.note(message)?;
        }
        Ok(())
    }

    /// The page is about to be replaced, and its worker with it.
    pub(super) fn forget_worker(&mut self) {
        self.worker.clear();
    }

    /// Waits for an event, unless it came already, and takes it.
    pub(super) fn event(&mut self, name: &str) -> Result<Value, String> {
        loop {
            if let Some(at) = self.events.iter().position(|event| event["method"] == name) {
                return Ok(self.events.swap_remove(at)["params"].take());
            }
            let message = self.receive()?;
            self.note(message)?;
        }
    }

    /// Takes all events of this name that came.
    pub(super) fn events(&mut self, name: &str) -> Vec<Value> {
        let (taken, kept) = std::mem::take(&mut self.events)
            .into_iter()
            .partition(|event| event["method"] == name);
        self.events = kept;
        taken
    }

    fn send(&mut self, session: &str, method: &str, parameters: &Value) -> Result<u64, String> {
        self.calls += 1;
        let mut message = json!({ "id": self.calls, "method": method, "params": parameters });
        if !session.is_empty() {
            message["sessionId"] = json!(session);
        }
        self.socket
            .send(Message::text(message.to_string()))
            .map_err(|error| format!("{method}: {error}"))?;
        Ok(self.calls)
    }

    fn receive(&mut self) -> Result<Value, String> {
        loop {
            match self.socket.read() {
                Ok(Message::Text(text)) => {
                    return serde_json::from_str(&text).map_err(|error| error.to_string());
                }
                Ok(_) => {}
                Err(error) => return Err(format!("the browser does not answer: {error}")),
            }
        }
    }

    /// Keeps what an event tells; a worker that was attached is watched and let go.
    fn note(&mut self, event: Value) -> Result<(), String> {
        match event["method"].as_str() {
            Some("Target.attachedToTarget") => {
                let kind = event["params"]["targetInfo"]["type"].as_str();
                if !matches!(kind, Some("worker" | "service_worker")) {
                    return Ok(());
                }
                let own = kind == Some("worker");
                let worker = event["params"]["sessionId"]
                    .as_str()
                    .unwrap_or_default()
                    .to_owned();
                for method in ["Runtime.enable", "Log.enable", "Network.enable"] {
                    self.send(&worker, method, &json!({}))?;
                }
                for (method, parameters) in self.first.clone() {
                    self.send(&worker, &method, &parameters)?;
                }
                self.send(&worker, "Runtime.runIfWaitingForDebugger", &json!({}))?;
                if own {
                    self.worker = worker;
                }
            }
            Some(
                "Page.fileChooserOpened"
                | "Browser.downloadProgress"
                | "Tracing.dataCollected"
                | "Tracing.tracingComplete",
            ) => self.events.push(event),
            Some(name) => self.records.keep(name, &event["params"]),
            // The answer to a call that nobody waits for.
            None => {}
        }
        Ok(())
    }
}
