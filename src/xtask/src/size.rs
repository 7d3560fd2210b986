//! How many bytes the page is, as static hosts send it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::{Outcome, site};

/// What a browser does not load with the page: the example, the pictures of the installed page, the page in one file.
const ASIDE: [&str; 3] = ["samples", "icons", "crossread.html"];

/// How the files begin that are not loaded with the page: what is needed later, and what reads PDFs.
const MORE: &str = "more-";
const PAPERS: &str = "pkg/crossread_pdf";

/// The bytes of a page as they are sent.
#[derive(Debug, PartialEq, Eq)]
pub struct Sizes {
    /// With the page.
    pub first: usize,
    /// When the engine is there and the browser has nothing to do, or earlier where it is needed.
    pub more: usize,
    /// With the first PDF.
    pub papers: usize,
}

/// Prints the size of every file of the page, and of all.
pub fn print() -> Outcome {
    let sizes = sizes(&site::place())?;
    for (path, bytes) in &sizes {
        println!("{bytes:>9}  {path}");
    }
    let totals = totals(&sizes);
    println!("{:>9}  bytes to load, compressed with brotli 11", totals.first);
    println!("{:>9}  when there is time, or when it is needed", totals.more);
    println!("{:>9}  more with the first PDF", totals.papers);
    let alone = fs::metadata(site::place().join("crossread.html")).map_or(0, |file| file.len());
    println!("{alone:>9}  the page in one file, as it is");
    Ok(())
}

/// The sizes of files, by when they are loaded.
pub fn totals(sizes: &[(String, usize)]) -> Sizes {
    let of = |begin: &str| {
        let files = sizes.iter().filter(|(path, _)| path.starts_with(begin));
        files.map(|(_, bytes)| bytes).sum()
    };
    let (all, more, papers): (usize, usize, usize) = (of(""), of(MORE), of(PAPERS));
    Sizes {
        first: all - more - papers,
        more,
        papers,
    }
}

/// The files of a site that a browser loads, smallest first, with their bytes after brotli at its highest level.
pub fn sizes(site: &Path) -> Result<Vec<(String, usize)>, String> {
    let mut files = Vec::new();
    collect(site, &mut files);
    let mut sizes = Vec::new();
    for file in files {
        let bytes = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let path = file.strip_prefix(site).unwrap_or(&file).display().to_string();
        sizes.push((path, compressed(&bytes)?));
    }
    sizes.sort_by(|x, y| (x.1, &x.0).cmp(&(y.1, &y.0)));
    Ok(sizes)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if ASIDE.iter().any(|aside| path.to_string_lossy().ends_with(aside)) {
            continue;
        }
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}

fn compressed(bytes: &[u8]) -> Result<usize, String> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 24);
    writer.write_all(bytes).map_err(|error| error.to_string())?;
    Ok(writer.into_inner().len())
}
