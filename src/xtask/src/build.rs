//! Builds the WebAssembly and its glue into `www/pkg`.

use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

use crate::{Outcome, folder, root};

const TARGET: &str = "wasm32-unknown-unknown";

/// The page's modules: the engine, and the reader of PDFs, which it loads with the first of them.
const MODULES: [&str; 2] = ["crossread", PAPERS];
const PAPERS: &str = "crossread-pdf";

/// Inlines next to nothing: the module is 7 KB less (brotli).
const SMALL: &str = "-Cllvm-args=-inline-threshold=10";

/// Builds the page's modules; `quick` leaves out link-time optimisation, for a rebuild within seconds.
pub fn page(quick: bool) -> Outcome {
    target()?;
    let profile = if quick { "quick" } else { "page" };
    MODULES
        .into_iter()
        .try_for_each(|name| module(name, profile, quick))
}

fn module(name: &str, profile: &str, quick: bool) -> Outcome {
    let mut build = Command::new("cargo");
    build.args([
        "build",
        "--lib",
        "--target",
        TARGET,
        "--profile",
        profile,
        "--package",
        name,
    ]);
    let mut made = folder();
    if name == PAPERS {
        // In a folder of its own: other flags would have everything built again that both modules use.
        made = made.join("papers");
        build.env("RUSTFLAGS", SMALL).env("CARGO_TARGET_DIR", &made);
    }
    run(&mut build)?;
    let module = made
        .join(TARGET)
        .join(profile)
        .join(format!("{}.wasm", name.replace('-', "_")));
    let pkg = root().join("www/pkg");
    let made = Bindgen::new().input_path(&module).web(true).and_then(|bindgen| {
        bindgen
            .typescript(true)
            // The glue finds its module beside itself; otherwise whoever loads it would have to name it.
            .omit_default_module_path(false)
            .remove_producers_section(true)
            // Names of functions are for whoever measures a quick build: 37 KB to load (brotli).
            .remove_name_section(!quick)
            .generate(&pkg)
    });
    made.map_err(|error| format!("the glue could not be made from {}: {error:#}", module.display()))
}

/// Adds the WebAssembly target where it is missing: `rust-toolchain.toml` alone does not where rustup may not
/// install by itself.
pub(crate) fn target() -> Outcome {
    let list = Command::new("rustup")
        .args(["target", "list", "--installed"])
        .output();
    let installed = list.is_ok_and(|list| {
        String::from_utf8_lossy(&list.stdout)
            .lines()
            .any(|line| line == TARGET)
    });
    if installed {
        return Ok(());
    }
    println!("adding the target {TARGET}");
    run(Command::new("rustup").args(["target", "add", TARGET])).map_err(|_| {
        format!("the target {TARGET} is missing; run `rustup target add {TARGET}` and try again")
    })
}

/// Runs a command in the project's root; its failure is an error that names it.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let status = command
        .current_dir(root())
        .status()
        .map_err(|error| format!("{command:?}: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{command:?} failed ({status})"))
    }
}
