//! Starting and ending one Chromium, with a profile of its own.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use crate::{folder, needs};

/// A cold start takes a second; on a busy machine, or right after installing, it has taken ten.
const PATIENCE: Duration = Duration::from_secs(60);

/// As a test wants it: alone, quiet, and asking the network for nothing of its own.
const FLAGS: [&str; 10] = [
    "--headless",
    // Needed where the tests run as root, as in a container; the pages are our own.
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // A container's /dev/shm is often 64 MB, which a large page exceeds.
    "--disable-dev-shm-usage",
    "--remote-debugging-port=0",
];

/// A running Chromium; it is ended when this value is dropped.
#[derive(Debug)]
pub(super) struct Chromium {
    process: Child,
    profile: PathBuf,
    /// The port of the DevTools protocol on loopback.
    pub(super) port: u16,
    /// The path of its WebSocket.
    pub(super) path: String,
}

impl Chromium {
    pub(super) fn start() -> Result<Self, String> {
        static STARTED: AtomicU32 = AtomicU32::new(0);
        let program = needs::browser()?;
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        let profile = folder()
            .join("browser")
            .join(format!("profile-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&profile).map_err(|error| format!("{}: {error}", profile.display()))?;
        let process = Command::new(&program)
            .args(FLAGS)
            .arg(format!("--user-data-dir={}", profile.display()))
            .arg("about:blank")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("{} cannot be started: {error}", program.display()))?;
        let mut chromium = Self {
            process,
            profile,
            port: 0,
            path: String::new(),
        };
        (chromium.port, chromium.path) = chromium.endpoint(&program)?;
        Ok(chromium)
    }

    /// Waits for the file in which Chromium says where it listens.
    fn endpoint(&mut self, program: &Path) -> Result<(u16, String), String> {
        let file = self.profile.join("DevToolsActivePort");
        let since = Instant::now();
        while since.elapsed() < PATIENCE {
            let said = std::fs::read_to_string(&file).unwrap_or_default();
            if let Some((port, path)) = said.split_once('\n')
                && let Ok(port) = port.parse()
                && !path.is_empty()
            {
                return Ok((port, path.trim().to_owned()));
            }
            if let Ok(Some(status)) = self.process.try_wait() {
                return Err(format!("{} ended at once ({status})", program.display()));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Err(format!("{} did not open its DevTools port", program.display()))
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        // Its helpers end a moment after it, and may still write; what stays is below `target`.
        for _ in 0..10 {
            if std::fs::remove_dir_all(&self.profile).is_ok() {
                break;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}
