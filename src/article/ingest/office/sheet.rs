//! Spreadsheets (`.xlsx`, `.ods`): each sheet with a column of text is a collection, as a table of text is.

use super::part;
use crate::article::ingest::archive::Archive;
use crate::article::ingest::reading::Reading;
use crate::article::ingest::records::{self, Cell};
use crate::article::ingest::xml::{Event, Tag, walk};
use crate::error::ErrorKind;

const EXCEL: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const OPEN: &str = "application/vnd.oasis.opendocument.spreadsheet";

/// Columns that are read; a column of text stands among the first of them.
const MOST_COLUMNS: usize = 256;

/// Bytes of all cells of a sheet: many cells can name one long text, so that the file's size says nothing.
const MOST_BYTES: usize = 64 << 20;

const DAMAGED: ErrorKind = ErrorKind::Damaged {
    format: "a spreadsheet",
};

/// Reads a spreadsheet of Excel.
pub(in crate::article::ingest) fn excel(
    reading: &mut Reading<'_>,
    archive: &Archive<'_>,
) -> Result<(), ErrorKind> {
    let shared = part(archive, "xl/sharedStrings.xml", reading).unwrap_or_default();
    let shared = Grid::of(&shared, &[]).rows.into_iter().flatten();
    let shared: Vec<String> = shared.map(|cell| cell.text).collect();
    let is_sheet = |name: &str| name.starts_with("xl/worksheets/sheet");
    let names: Vec<String> = archive.entries.iter().map(|entry| entry.name.clone()).collect();
    let mut outcome = Err(DAMAGED);
    for name in names.iter().filter(|name| is_sheet(name)) {
        let Ok(sheet) = part(archive, name, reading) else {
            continue;
        };
        let read = Grid::of(&sheet, &shared).read(reading, EXCEL);
        outcome = if outcome.is_ok() { outcome } else { read };
    }
    outcome
}

/// Reads an OpenDocument spreadsheet.
pub(in crate::article::ingest) fn open_sheet(reading: &mut Reading<'_>, text: &str) -> Result<(), ErrorKind> {
    Grid::of(text, &[]).read(reading, OPEN)
}

/// Cells while they are read; each shared text of Excel is a row of one cell.
#[derive(Default)]
struct Grid<'a> {
    /// Sheets of the same file in front of this one.
    sheets: Vec<Vec<Vec<Cell>>>,
    rows: Vec<Vec<Cell>>,
    shared: &'a [String],
    /// The cell that is read.
    text: String,
    /// Its day, where the file says it: as people see it, it has no year now and then.
    day: Option<String>,
    /// Its column, where the file says it.
    column: Option<usize>,
    /// In how many columns it stands.
    times: usize,
    is_shared: bool,
    /// Open elements whose text is no cell's: remarks, how to pronounce a word.
    silent: usize,
    bytes: usize,
    /// Names of open elements.
    open: Vec<String>,
}

impl<'a> Grid<'a> {
    fn of(markup: &str, shared: &'a [String]) -> Self {
        let mut grid = Self {
            shared,
            ..Self::default()
        };
        walk(markup, &mut |event| grid.event(event));
        grid
    }

    fn read(mut self, reading: &mut Reading<'_>, media_type: &'static str) -> Result<(), ErrorKind> {
        self.sheets.push(self.rows);
        let blank = |row: &Vec<Cell>| row.iter().all(|cell| cell.text.trim().is_empty());
        let mut outcome = Err(DAMAGED);
        for sheet in self.sheets {
            let mut rows = sheet.into_iter().filter(|row| !blank(row)).peekable();
            if rows.peek().is_some() {
                // A sheet of something else costs nothing.
                let read = records::rows(reading, &mut rows, None, media_type);
                outcome = if outcome.is_ok() { outcome } else { read };
            }
        }
        outcome
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Open(tag) => {
                let name = tag.name();
                match name.as_str() {
                    "row" | "table-row" | "si" => self.rows.push(Vec::new()),
                    "table" => self.sheets.push(std::mem::take(&mut self.rows)),
                    "annotation" | "rph" => self.silent += 1,
                    "s" | "tab" => self.text.push(' '),
                    "line-break" => self.text.push('\n'),
                    _ => {}
                }
                if is_cell(&name) {
                    self.begin(&tag);
                }
                self.open.push(name);
            }
            Event::Text(text) => {
                let told = self.open.last().is_some_and(|name| is_text(name.as_str())) && self.silent == 0;
                if told && self.text.len() < MOST_BYTES {
                    self.text.push_str(text);
                }
            }
            Event::Close(_) => match self.open.pop().as_deref() {
                Some("annotation" | "rph") => self.silent -= 1,
                Some("p") if self.silent == 0 => self.text.push('\n'),
                Some(name) if is_cell(name) => self.end(),
                _ => {}
            },
        }
    }

    fn begin(&mut self, tag: &Tag<'_>) {
        self.text.clear();
        self.is_shared = tag.attribute("t").is_some_and(|kind| kind == "s");
        self.column = tag.attribute("r").map(|place| column(&place));
        let times = tag.attribute("number-columns-repeated");
        self.times = times.and_then(|times| times.parse().ok()).unwrap_or(1);
        self.day = tag.attribute("date-value");
    }

    fn end(&mut self) {
        let named = self.text.trim().parse().ok().filter(|_| self.is_shared);
        if let Some(text) = named.and_then(|at: usize| self.shared.get(at)) {
            self.text.clone_from(text);
        } else if let Some(day) = self.day.take() {
            self.text = day;
        }
        let Some(row) = self.rows.last_mut() else { return };
        let at = self.column.unwrap_or(row.len());
        let end = at.saturating_add(self.times).min(MOST_COLUMNS);
        while row.len() < end && self.bytes < MOST_BYTES {
            let mut cell = Cell::default();
            if row.len() >= at {
                self.text.trim().clone_into(&mut cell.text);
            }
            self.bytes += cell.text.len();
            row.push(cell);
        }
    }
}

fn is_cell(name: &str) -> bool {
    matches!(name, "c" | "table-cell" | "covered-table-cell" | "si")
}

fn is_text(name: &str) -> bool {
    matches!(name, "t" | "v" | "p" | "span" | "a")
}

/// The column of a cell by its place: "AB12" is the 28th, whose number is 27.
fn column(place: &str) -> usize {
    let letters = place.bytes().take_while(u8::is_ascii_uppercase).take(3);
    let number = letters.fold(0, |number, letter| number * 26 + usize::from(letter - b'A') + 1);
    number.saturating_sub(1)
}
