//! The developer's door: `cargo xtask build | serve | site | size | pace | test | fuzz | gallery | train | train-pages | train-days | train-reports`.

use std::path::PathBuf;
use std::process::ExitCode;

use xtask::{build, gallery, pace, serve, site, size, tests, train};

const USAGE: &str = "use: cargo xtask build [--quick]
     cargo xtask serve [--quick] [--port N]    builds the page and serves it on loopback
     cargo xtask site [--quick | --made]       makes target/site, the page as it is hosted; of modules that are built already
     cargo xtask size                          makes it and counts the bytes of its files as they are sent
     cargo xtask pace                          makes it and measures how fast it is on a slow machine and line
     cargo xtask test                          runs every test
     cargo xtask fuzz [FORMAT] [--seconds N] [--seed N]   damages files of a format, or of each, for so long
     cargo xtask gallery [FILE…]               pictures of every view, into target/gallery
     cargo xtask train [--strict]              trains src/knowledge/model/english.bin from ../shared/data
     cargo xtask train-pages                   trains src/knowledge/model/page.bin from ../shared/data/extract
     cargo xtask train-days                    trains src/knowledge/model/days.bin from ../shared/data/extract
     cargo xtask train-reports                 trains src/knowledge/model/reports.bin from ../shared/data/quotes";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let quick = words.iter().any(|word| word == "--quick");
    let outcome = match words.first().map(String::as_str) {
        Some("build") => build::page(quick),
        Some("serve") => port(&words).and_then(|port| build::page(quick).and_then(|()| serve::page(port))),
        Some("site") if words.iter().any(|word| word == "--made") => site::again(),
        Some("site") => site::build(quick),
        Some("size") => site::build(false).and_then(|()| size::print()),
        Some("pace") => pace::print(&words[1..]),
        Some("test") => tests::all(),
        Some("fuzz") => tests::fuzz(&words[1..]),
        Some("gallery") => gallery::take(&words[1..].iter().map(PathBuf::from).collect::<Vec<_>>()),
        Some("train-pages") => train::pages::train(),
        Some("train-days") => train::pages::dates::train(),
        Some("train-reports") => train::reports::train(),
        Some("train") => train::train(words.iter().any(|word| word == "--strict")),
        _ => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// The port to serve on: 8017, or what `--port` says.
fn port(words: &[String]) -> Result<u16, String> {
    let Some(at) = words.iter().position(|word| word == "--port") else {
        return Ok(8017);
    };
    let number = words.get(at + 1).and_then(|word| word.parse().ok());
    number.ok_or_else(|| "--port takes a number from 0 to 65535".to_owned())
}
