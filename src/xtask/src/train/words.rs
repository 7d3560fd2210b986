//! The classes of words.

use std::fs;
use std::path::Path;

use crossread::knowledge::model::{Classes, LEVELS};
use crossread::text::hash;

/// Reads the first `most` words (the file is in order of frequency) with their classes.
pub(crate) fn classes(path: &Path, most: usize) -> Result<Classes, String> {
    let text =
        fs::read_to_string(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
    let mut words = Vec::new();
    let mut parents: Vec<[u16; LEVELS - 1]> = Vec::new();
    for line in text.lines().take(most) {
        let mut columns = line.split('\t');
        let word = columns.next().unwrap_or("");
        let mut number = || -> Option<u16> { columns.next()?.parse().ok() };
        let class = number();
        let levels = [number(), number(), number()];
        let (Some(class), [Some(a), Some(b), Some(c)]) = (class, levels) else {
            return Err(format!("{} has a broken line: {line}", path.display()));
        };
        if parents.len() <= class as usize {
            parents.resize(class as usize + 1, [0; LEVELS - 1]);
        }
        parents[class as usize] = [a + 1, b + 1, c + 1];
        words.push((hash::lower(word), class));
    }
    Ok(Classes::new(&words, parents))
}
