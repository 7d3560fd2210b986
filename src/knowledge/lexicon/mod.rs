//! Tables of names and words, read in place from sorted TSV files beside this one.
//!
//! A table is a list of lines `form<TAB>…`, sorted by the bytes of the form, after a header of `#` lines that name
//! source, licence and columns. `tests/tidy.rs` holds the order.

/// All tables.
#[derive(Debug)]
pub struct Lexicon {}

impl Lexicon {
    /// The tables that are built into this program.
    pub fn embedded() -> Self {
        Self {}
    }
}

/// One table: its lines, found by binary search on their first column.
#[derive(Debug)]
pub struct Table {
    // Invariant: sorted by the bytes before the first tab; no comments, no empty lines.
    lines: Vec<&'static str>,
}

impl Table {
    /// A table from the text of a TSV file. Linear; copies nothing.
    pub fn new(text: &'static str) -> Self {
        Self {
            lines: text
                .lines()
                .filter(|line| !line.is_empty() && !line.starts_with('#'))
                .collect(),
        }
    }

    /// The columns behind the form, joined by tabs; `None` where the form is not listed.
    pub fn get(&self, form: &str) -> Option<&'static str> {
        let at = self.lines.binary_search_by(|line| key(line).cmp(form)).ok()?;
        let line = self.lines[at];
        Some(line[key(line).len()..].trim_start_matches('\t'))
    }

    /// Whether the form is listed.
    pub fn has(&self, form: &str) -> bool {
        self.get(form).is_some()
    }

    /// Whether a listed form begins with `words` and a space: whether a longer match is worth a try.
    pub fn has_longer(&self, words: &str) -> bool {
        let at = self.lines.partition_point(|line| key(line) <= words);
        self.lines[at..]
            .iter()
            .take_while(|line| line.starts_with(words))
            .any(|line| line.as_bytes().get(words.len()) == Some(&b' '))
    }

    /// The forms, in order.
    pub fn forms(&self) -> impl Iterator<Item = &'static str> {
        self.lines.iter().map(|line| key(line))
    }
}

fn key(line: &'static str) -> &'static str {
    line.split('\t').next().unwrap_or(line)
}
