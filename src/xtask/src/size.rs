//! How many bytes the page is, as static hosts send it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::{Outcome, root};

/// What a browser never asks for.
const ASIDE: [&str; 3] = ["samples", "d.ts", "schema.json"];

/// Prints the size of every file of the page, and of all.
pub fn print() -> Outcome {
    let sizes = sizes()?;
    for (path, bytes) in &sizes {
        println!("{bytes:>9}  {path}");
    }
    let total: usize = sizes.iter().map(|(_, bytes)| bytes).sum();
    println!("{total:>9}  bytes to load, compressed with brotli 11");
    Ok(())
}

/// The files that a browser loads, smallest first, with their bytes after brotli at its highest level.
pub fn sizes() -> Result<Vec<(String, usize)>, String> {
    let www = root().join("www");
    let mut files = Vec::new();
    collect(&www, &mut files);
    let mut sizes = Vec::new();
    for file in files {
        let bytes = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let path = file.strip_prefix(&www).unwrap_or(&file).display().to_string();
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
