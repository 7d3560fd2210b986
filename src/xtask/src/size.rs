//! How many bytes the page is, as static hosts send it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::{Outcome, site};

/// What a browser does not load with the page: the example, the pictures of the installed page, the page in one file.
const ASIDE: [&str; 3] = ["samples", "icons", "crossread.html"];

/// How the files begin that are loaded with the first PDF.
const LATER: &str = "pkg/crossread_pdf";

/// Prints the size of every file of the page, and of all.
pub fn print() -> Outcome {
    let sizes = sizes(&site::place())?;
    for (path, bytes) in &sizes {
        println!("{bytes:>9}  {path}");
    }
    let (first, later) = totals(&sizes);
    println!("{first:>9}  bytes to load, compressed with brotli 11");
    println!("{later:>9}  more with the first PDF");
    let alone = fs::metadata(site::place().join("crossread.html")).map_or(0, |file| file.len());
    println!("{alone:>9}  the page in one file, as it is");
    Ok(())
}

/// The bytes that are loaded with the page, and those with the first PDF.
pub fn totals(sizes: &[(String, usize)]) -> (usize, usize) {
    let all: usize = sizes.iter().map(|(_, bytes)| bytes).sum();
    let later = sizes.iter().filter(|(path, _)| path.starts_with(LATER));
    let later = later.map(|(_, bytes)| bytes).sum();
    (all - later, later)
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
