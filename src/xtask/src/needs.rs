//! What the tests and the site need beside Rust: a browser, axe-core, the type checker, the bundler. Each is found, or
//! installed where that can be done without asking, or its absence is an error that says what to do; nothing is ever skipped
//! but the second browser, Firefox, which many machines lack.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::build::run;
use crate::{Outcome, folder};

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

/// The second browser: `$FIREFOX`, or the first of its usual names; `None` where there is none, which is no failure.
pub fn firefox() -> Option<PathBuf> {
    match std::env::var_os("FIREFOX") {
        Some(named) => Some(PathBuf::from(named)).filter(|named| named.is_file()),
        None => ["firefox-esr", "firefox"].iter().find_map(|name| program(name)),
    }
}

/// A script that is run: `$AXE`, `$TYPESCRIPT` or `$ESBUILD`, or the package that [`install`] put below `target`.
pub fn script(package: &Package) -> Result<PathBuf, String> {
    let set = std::env::var_os(package.variable).map(PathBuf::from);
    let file = set.unwrap_or_else(|| package.folder().join("node_modules").join(package.script));
    if file.is_file() {
        Ok(file)
    } else {
        Err(format!(
            "{} is not there; run `cargo xtask site` or `cargo xtask test`, which fetch what they need, or set {}=…",
            file.display(),
            package.variable
        ))
    }
}

/// A package of npm that is run and never shipped; its version is pinned, so that what it makes is ours alone to change.
#[derive(Debug)]
pub struct Package {
    name: &'static str,
    version: &'static str,
    /// Where its one script is, below `node_modules`.
    script: &'static str,
    /// The variable that names the script where npm is not wanted.
    variable: &'static str,
}

/// Finds what keeps people from using a page (Mozilla Public License 2.0; it is run, never shipped).
pub const AXE: Package = Package {
    name: "axe-core",
    version: "4.14.1",
    script: "axe-core/axe.min.js",
    variable: "AXE",
};

/// Checks the types that the page's modules state in their comments (Apache License 2.0; it is run, never shipped).
pub const TYPESCRIPT: Package = Package {
    name: "typescript",
    version: "5.9.3",
    script: "typescript/lib/tsc.js",
    variable: "TYPESCRIPT",
};

/// Joins and minifies the page's modules and styles (MIT; it is run, never shipped).
pub const ESBUILD: Package = Package {
    name: "esbuild",
    version: "0.28.2",
    script: "esbuild/lib/main.js",
    variable: "ESBUILD",
};

impl Package {
    fn folder(&self) -> PathBuf {
        folder()
            .join("npm")
            .join(format!("{}-{}", self.name, self.version))
    }
}

/// Sees to it that everything is there, and installs what is missing.
pub fn install() -> Outcome {
    install_browser()?;
    if firefox().is_none()
        && let Err(message) = apt("firefox-esr")
    {
        println!("its tests will be skipped: {message}");
    }
    install_bundler()?;
    for package in [AXE, TYPESCRIPT] {
        fetch(&package)?;
    }
    Ok(())
}

/// Fetches what the site is bundled with.
pub fn install_bundler() -> Outcome {
    if program("node").is_none() {
        apt("nodejs")?;
    }
    fetch(&ESBUILD)
}

/// Installs Chromium where no browser is found.
pub fn install_browser() -> Outcome {
    if browser().is_err() && std::env::var_os("CHROME").is_none() {
        apt("chromium").map_err(|error| format!("no browser was found: {error}, or set CHROME=…"))?;
    }
    println!("the browser is {}", browser()?.display());
    Ok(())
}

/// Fetches a package with npm, which is installed first where it is missing.
fn fetch(package: &Package) -> Outcome {
    if script(package).is_ok() || std::env::var_os(package.variable).is_some() {
        return script(package).map(drop);
    }
    if program("npm").is_none() {
        apt("npm").map_err(|error| format!("{}: {error}, or set {}=…", package.name, package.variable))?;
    }
    println!("fetching {} {} with npm", package.name, package.version);
    let into = package.folder();
    std::fs::create_dir_all(&into).map_err(|error| format!("{}: {error}", into.display()))?;
    run(Command::new("npm")
        .args([
            "install",
            "--no-save",
            "--no-package-lock",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--silent",
        ])
        .arg("--prefix")
        .arg(&into)
        .arg(format!("{}@{}", package.name, package.version)))?;
    script(package).map(drop)
}

/// Installs a package of Debian without asking, where that is possible.
fn apt(package: &str) -> Outcome {
    let Some(apt) = program("apt-get").filter(|_| is_root()) else {
        return Err(format!("install {package} (Debian: apt-get install {package})"));
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
fn program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| Path::is_file(file))
}
