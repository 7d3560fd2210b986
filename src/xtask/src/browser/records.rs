//! What a browser reports of its own accord: requests, and everything it complains about.

use serde_json::Value;

/// What was recorded since the page was opened, of the page and of its workers.
#[derive(Debug, Default)]
pub struct Records {
    /// The address of every request.
    pub requests: Vec<String>,
    /// Errors and warnings in the console, exceptions, violations of the content security policy.
    pub complaints: Vec<String>,
    /// The bytes that came over the line, headers too.
    pub bytes: u64,
}

impl Records {
    pub(super) fn keep(&mut self, event: &str, told: &Value) {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        match event {
            "Network.requestWillBeSent" => self.requests.push(text(&told["request"]["url"])),
            "Network.loadingFinished" => {
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a count of bytes
                let bytes = told["encodedDataLength"].as_f64().unwrap_or_default() as u64;
                self.bytes += bytes;
            }
            "Runtime.consoleAPICalled"
                if matches!(told["type"].as_str(), Some("error" | "warning" | "assert")) =>
            {
                let words = told["args"].as_array().into_iter().flatten();
                let words: Vec<String> = words
                    .map(|one| {
                        one["value"]
                            .as_str()
                            .map_or_else(|| text(&one["description"]), str::to_owned)
                    })
                    .collect();
                self.complaints.push(words.join(" "));
            }
            "Runtime.exceptionThrown" => {
                let thrown = &told["exceptionDetails"];
                self.complaints.push(format!(
                    "{} {}",
                    text(&thrown["text"]),
                    text(&thrown["exception"]["description"])
                ));
            }
            "Log.entryAdded" if matches!(told["entry"]["level"].as_str(), Some("error" | "warning")) => {
                self.complaints.push(format!(
                    "{} {}",
                    text(&told["entry"]["text"]),
                    text(&told["entry"]["url"])
                ));
            }
            _ => {}
        }
    }
}
