//! Glyphs to lines: what stands side by side on one base line, in the order in which it is drawn.
//!
//! Programs draw a text in the order in which it is read, columns too; a line ends where the next glyph stands elsewhere.
//! Only what lies in layers is drawn later than its neighbours: such a line is put in its place in its column.

use crate::glyphs::{Glyph, Sheet};

/// Two base lines closer than this share of the type's size are one; raised and lowered figures stay in their line.
const SAME_LINE: f32 = 0.4;

/// A gap from this share of the size on parts two words, where no space was drawn.
const WORD_GAP: f32 = 0.16;

/// A gap from this many sizes on parts two lines: columns, cells of a table.
const LINE_GAP: f32 = 1.6;

/// How far a glyph may stand back into the one before it: kerning, accents.
const OVERLAP: f32 = 0.6;

/// A share of the size that two copies of a glyph may lie apart, where a program draws twice for weight.
const COPY: f32 = 0.1;

/// Lines that share so much of the narrower one's width stand in one column.
const COLUMN: f32 = 0.5;

/// Lines of a page that are put in order; it takes the square of their number.
const MOST_ARRANGED: usize = 1_000;

/// Lines back in which a copy of a line is looked for.
const COPIES: usize = 4;

/// A page's lines.
#[derive(Debug, Default)]
pub(crate) struct Laid {
    /// The page's height, in points.
    pub(crate) height: f32,
    /// Its lines, in the order in which they are drawn.
    pub(crate) lines: Vec<Line>,
}

/// A line. Places are in points from the page's upper left corner.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) left: f32,
    pub(crate) right: f32,
    /// Its base line.
    pub(crate) y: f32,
    /// The size of most of its type.
    pub(crate) size: f32,
    /// Whether most of it is bold.
    pub(crate) bold: bool,
    /// Whether it is of the page and not of the text.
    pub(crate) margin: bool,
}

/// The lines of a page.
pub(crate) fn lines(sheet: &Sheet) -> Laid {
    let mut laid = Laid {
        height: sheet.size.1,
        lines: Vec::new(),
    };
    let mut open: Option<Open> = None;
    for glyph in &sheet.glyphs {
        if open.as_ref().is_some_and(|line| line.goes_on(glyph)) {
            open.as_mut().into_iter().for_each(|line| line.push(glyph));
        } else {
            close(open.replace(Open::new(glyph)), &mut laid.lines);
        }
    }
    close(open, &mut laid.lines);
    if laid.lines.len() <= MOST_ARRANGED {
        laid.lines = arranged(laid.lines);
    }
    laid
}

/// The lines so that of two in one column the upper one comes first, and of two side by side without a gap the left one.
fn arranged(lines: Vec<Line>) -> Vec<Line> {
    let mut placed: Vec<Line> = Vec::with_capacity(lines.len());
    let mut lowest = f32::MIN;
    for line in lines {
        let is_before = |other: &Line| {
            let below = other.y - line.y;
            let shared = line.right.min(other.right) - line.left.max(other.left);
            let narrower = (line.right - line.left).min(other.right - other.left);
            let gap = other.left - line.right;
            let is_under = below > line.size * SAME_LINE && shared > narrower * COLUMN;
            let is_beside =
                below.abs() <= line.size * SAME_LINE && gap > -line.size * OVERLAP && gap < line.size;
            !other.margin && (is_under || is_beside)
        };
        let is_late = !line.margin && line.y <= lowest;
        let place = if is_late {
            placed.iter().position(is_before)
        } else {
            None
        };
        if !line.margin {
            lowest = lowest.max(line.y);
        }
        placed.insert(place.unwrap_or(placed.len()), line);
    }
    placed
}

/// A line that is being drawn.
struct Open {
    line: Line,
    upright: bool,
    last: Glyph,
    /// Letters of each size, in tenths of a point, and of bold type.
    sizes: Vec<(i32, usize)>,
    letters: usize,
    bold: usize,
}

impl Open {
    fn new(glyph: &Glyph) -> Self {
        let line = Line {
            left: glyph.x,
            right: glyph.x,
            y: glyph.y,
            size: glyph.size,
            margin: glyph.artifact || !glyph.upright,
            ..Line::default()
        };
        let mut open = Self {
            line,
            upright: glyph.upright,
            last: Glyph {
                text: String::new(),
                ..glyph.clone()
            },
            sizes: Vec::new(),
            letters: 0,
            bold: 0,
        };
        open.push(glyph);
        open
    }

    fn goes_on(&self, glyph: &Glyph) -> bool {
        if glyph.upright != self.upright || glyph.artifact != self.last.artifact {
            return false;
        }
        if !self.upright {
            return true;
        }
        let size = self.line.size.max(glyph.size);
        let gap = glyph.x - self.line.right;
        (glyph.y - self.line.y).abs() <= size * SAME_LINE && gap < size * LINE_GAP && gap > -size * OVERLAP
    }

    fn push(&mut self, glyph: &Glyph) {
        let near = |x: f32, y: f32| (x - y).abs() <= glyph.size * COPY;
        if self.upright
            && glyph.text == self.last.text
            && near(glyph.x, self.last.x)
            && near(glyph.y, self.last.y)
        {
            return;
        }
        let gap = glyph.x - self.line.right;
        if self.upright
            && gap > glyph.size * WORD_GAP
            && !self.line.text.ends_with(' ')
            && !self.line.text.is_empty()
        {
            self.line.text.push(' ');
        }
        self.line.text.extend(glyph.text.chars().flat_map(plain));
        if !glyph.text.trim().is_empty() {
            self.count(glyph);
        }
        self.line.right = self.line.right.max(glyph.x + glyph.width);
        self.last = glyph.clone();
    }

    fn count(&mut self, glyph: &Glyph) {
        let tenths = (glyph.size * 10.0).round() as i32;
        match self.sizes.iter_mut().find(|(size, _)| *size == tenths) {
            Some((_, count)) => *count += 1,
            None => self.sizes.push((tenths, 1)),
        }
        self.letters += 1;
        self.bold += usize::from(glyph.bold);
        // Of a line that begins with a large initial the rest tells where it stands.
        if self.letters == 2 && glyph.size < self.line.size {
            self.line.y = glyph.y;
        }
        let most = self.sizes.iter().max_by_key(|(size, count)| (*count, *size));
        self.line.size = most.map_or(glyph.size, |&(size, _)| size as f32 / 10.0);
    }
}

/// Keeps a line that says something and was not drawn before in the same place.
fn close(open: Option<Open>, lines: &mut Vec<Line>) {
    let Some(Open {
        mut line,
        letters,
        bold,
        ..
    }) = open
    else {
        return;
    };
    line.bold = bold * 2 > letters;
    line.text = line.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let near = |x: f32, y: f32| (x - y).abs() <= line.size * COPY;
    let copy = |other: &Line| other.text == line.text && near(other.left, line.left) && near(other.y, line.y);
    if !line.text.is_empty() && !lines.iter().rev().take(COPIES).any(copy) {
        lines.push(line);
    }
}

/// A character as it is typed: ligatures in letters, without what fonts keep for pictures and what marks no word.
fn plain(c: char) -> impl Iterator<Item = char> {
    let letters = match c {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => "",
    };
    let is_silent =
        matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{200B}' | '\u{200C}' | '\u{FEFF}') || c.is_control();
    let whole = (letters.is_empty()).then_some(if is_silent { ' ' } else { c });
    letters.chars().chain(whole)
}
