//! Tables of text, after RFC 4180: cells parted by one mark, those with marks or lines in them in quotation marks.

use crate::text::Span;

/// A cell.
#[derive(Debug, Default)]
pub(in crate::article::ingest) struct Cell {
    /// Its text, without quotation marks around it.
    pub(in crate::article::ingest) text: String,
    /// Where it stands.
    pub(in crate::article::ingest) span: Span,
}

/// The mark between the cells of a table with this first line.
pub(super) fn marks(line: &str) -> Option<char> {
    let count = |mark: char| line.matches(mark).count();
    ['\t', ';', ',']
        .into_iter()
        .max_by_key(|&mark| count(mark))
        .filter(|&mark| count(mark) > 0)
}

/// The rows of a table, its head first.
pub(super) fn rows(text: &str) -> impl Iterator<Item = Vec<Cell>> {
    let mark = marks(text.lines().next().unwrap_or("")).unwrap_or(',');
    let mut at = 0;
    std::iter::from_fn(move || {
        (at < text.len()).then(|| {
            let mut row = Vec::new();
            loop {
                let (cell, more) = cell(text, &mut at, mark);
                row.push(cell);
                if !more {
                    return row;
                }
            }
        })
    })
}

/// The cell at a place, which is moved behind it; whether another follows in the row.
fn cell(text: &str, at: &mut usize, mark: char) -> (Cell, bool) {
    let start = *at;
    let mut cell = Cell::default();
    let mut rest = &text[start..];
    if let Some(quoted) = rest.strip_prefix('"') {
        rest = quoted;
        loop {
            // A cell of a cut table has no end.
            let end = rest.find('"').unwrap_or(rest.len());
            cell.text.push_str(&rest[..end]);
            rest = rest.get(end + 1..).unwrap_or("");
            // Two marks stand for one.
            match rest.strip_prefix('"') {
                Some(behind) => {
                    cell.text.push('"');
                    rest = behind;
                }
                None => break,
            }
        }
    }
    let end = rest.find([mark, '\n']).unwrap_or(rest.len());
    cell.text.push_str(rest[..end].trim_end_matches('\r'));
    let stop = text.len() - rest.len() + end;
    cell.span = Span::new(start, stop);
    let more = rest[end..].starts_with(mark);
    *at = stop + usize::from(stop < text.len());
    (cell, more)
}
