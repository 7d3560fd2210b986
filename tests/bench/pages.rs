//! How many saved pages Crossread reads a second: `cargo bench --bench pages`. One thread, CPU time, best of five; the
//! pages lie in `../shared/data/extract`, beside the project, and are unpacked before the clock runs.

use std::fs;
use std::io::Read;
use std::path::Path;

use crossread::article::ingest::page::{self, data, features::View, parse};
use crossread::article::ingest::{File, Format, ingest};
use crossread::knowledge::Model;

#[path = "clock.rs"]
mod clock;

/// Every so many of the pages in order of their names are read: a share of each kind.
const STEP: usize = 9;

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/extract");
    let pages = pages(&folder);
    if pages.is_empty() {
        println!("no pages in {}", folder.display());
        return;
    }
    let model = Model::embedded();
    let megabytes = pages.iter().map(Vec::len).sum::<usize>() as f64 / 1e6;
    println!("{} pages, {megabytes:.1} MB", pages.len());
    let speed = |what: &str, seconds: f64| {
        println!(
            "  {what:<34} {:>8.0} pages/s {:>8.1} MB/s",
            pages.len() as f64 / seconds,
            megabytes / seconds
        );
    };
    let markup: Vec<String> = pages.iter().map(|bytes| page::markup(bytes)).collect();
    let parsed = || markup.iter().map(|text| parse::parse(text)).collect::<Vec<_>>();
    speed("markup to lines", clock::best(parsed));
    let read = parsed();
    speed(
        "lines to features",
        clock::best(|| {
            read.iter()
                .map(|page| {
                    let told = data::told(page);
                    let title = page::title(page, &told);
                    View::new(page, &title, &told.body, &model.page.words, &model)
                        .rows()
                        .len()
                })
                .sum::<usize>()
        }),
    );
    speed(
        "bytes to documents",
        clock::best(|| {
            let format = Format::named("html");
            let file = |bytes| File {
                format,
                ..File::new("page.html", bytes)
            };
            let read = |bytes| ingest(&file(bytes), &model).articles.len();
            pages.iter().map(|bytes| read(bytes)).sum::<usize>()
        }),
    );
}

/// Some pages of both sets, unpacked.
fn pages(folder: &Path) -> Vec<Vec<u8>> {
    let mut files = Vec::new();
    for set in ["html_wcxb", "html_traf"] {
        let entries = fs::read_dir(folder.join(set)).into_iter().flatten().flatten();
        files.extend(entries.map(|entry| entry.path()));
    }
    files.sort();
    let unpacked = |path: &std::path::PathBuf| {
        let mut bytes = Vec::new();
        let packed = fs::File::open(path).ok()?;
        flate2::read::GzDecoder::new(packed)
            .read_to_end(&mut bytes)
            .ok()?;
        Some(bytes)
    };
    files.iter().step_by(STEP).filter_map(unpacked).collect()
}
