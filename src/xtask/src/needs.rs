//! What the tests need beside Rust: the WebAssembly target, a browser, axe-core. Each is found, or installed where
//! that can be done without asking, or its absence is an error that says what to do; nothing is ever skipped.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Outcome;
use crate::build::run;

/// The usual names of browsers that speak the DevTools protocol.
const BROWSERS: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];

/// The browser: `$CHROME`, or the first of the usual names.
pub fn browser() -> Result<PathBuf, String> {
    if let Some(named) = std::env::var_os("CHROME") {
        let named = PathBuf::from(named);
        return if named.is_file() {
            Ok(named)
        } else {
            Err(format!(
                "CHROME is set to {}, which is not there",
                named.display()
            ))
        };
    }
    BROWSERS
        .iter()
        .find_map(|name| program(name))
        .ok_or_else(|| "install chromium (Debian: apt-get install chromium) or set CHROME=…".to_owned())
}

/// Installs Chromium where no browser is found and that can be done: on Debian, as root.
pub fn install_browser() -> Outcome {
    if browser().is_ok() || std::env::var_os("CHROME").is_some() {
        return browser().map(drop);
    }
    install("chromium")?;
    browser().map(drop)
}

/// Installs a Debian package, without asking.
pub(crate) fn install(package: &str) -> Outcome {
    if !is_root() {
        return Err(format!("install {package} (Debian: apt-get install {package})"));
    }
    let Some(apt) = program("apt-get") else {
        return Err(format!("install {package}; this system has no apt-get"));
    };
    println!("installing {package} with apt-get");
    run(Command::new(&apt).args(["update", "--quiet=2"]))?;
    run(Command::new(&apt)
        .args([
            "install",
            "--yes",
            "--no-install-recommends",
            "--quiet=2",
            package,
        ])
        .env("DEBIAN_FRONTEND", "noninteractive")
        .stdin(Stdio::null())
        .stdout(Stdio::null()))
}

fn is_root() -> bool {
    let said = Command::new("id").arg("-u").output();
    said.is_ok_and(|said| said.stdout == b"0\n")
}

/// The program with this name on the path.
pub(crate) fn program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| Path::is_file(file))
}
