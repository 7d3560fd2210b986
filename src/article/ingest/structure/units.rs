//! Lines to units: what a person sees as one paragraph, title or line of a list.
//!
//! ```text
//! unwrapped, blank lines between      unwrapped, none between      wrapped at some width
//! A title                             A title                      The first paragraph, whose
//!                                     The first paragraph.         lines were broken by a mail
//! The first paragraph.                The second one.              program or a wire.
//! ```
//!
//! In an unwrapped file every line is a unit, blank lines or not. In a wrapped one the lines between two blank lines
//! are joined, but not where a line ended before it had to.

use crate::article::document::BlockKind;
use crate::order::Arrange as _;
use crate::text::{Span, class};

/// A stretch of lines that is one block or the head of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::article::ingest) struct Unit {
    /// Without white space and a format's marks at its ends.
    pub(in crate::article::ingest) span: Span,
    /// What a format's marks say.
    pub(in crate::article::ingest) mark: Mark,
}

/// What a format's own marks say about a line. Plain text has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::article::ingest) enum Mark {
    /// Nothing.
    #[default]
    None,
    /// A heading of the first level.
    Title,
    /// A heading of a deeper level.
    Heading,
    /// A quotation.
    Quote,
    /// The whole line is emphasised.
    Emphasis,
    /// The whole line is set as the text is, where headings are set otherwise.
    Plain,
    /// A labelled field in front of the text.
    Matter,
    /// A mark that is no text: a rule, a fence, a picture.
    Ornament,
    /// A line of a page that was told to be the article's.
    Kept,
    /// A line of a page that was told not to be.
    Aside,
    /// A line whose markup says what it is.
    As(BlockKind),
}

/// A line that is not blank.
#[derive(Debug)]
pub(in crate::article::ingest) struct Line<'a> {
    /// Without white space at its ends.
    pub(in crate::article::ingest) span: Span,
    /// Its words.
    pub(in crate::article::ingest) text: &'a str,
    /// What a format's marks say.
    pub(in crate::article::ingest) mark: Mark,
    /// Whether a blank line stands before it.
    pub(in crate::article::ingest) gap: bool,
    /// Characters, indentation left out.
    width: usize,
}

impl<'a> Line<'a> {
    /// The same line with its mark, and only the piece `start..end` of its bytes as text.
    pub(in crate::article::ingest) fn marked(&mut self, mark: Mark, start: usize, end: usize) {
        self.mark = mark;
        let inner: &'a str = &self.text[start..end];
        let bare = inner.trim();
        let lead = start + inner.len() - inner.trim_start().len();
        self.span = Span::new(self.span.start() + lead, self.span.start() + lead + bare.len());
        self.text = bare;
    }
}

/// In a wrapped text at least so many of the breaks inside paragraphs are before a small letter: prose has about
/// two small first letters in three words; lists, titles and fields hardly any.
const SMALL_SHARE: f64 = 0.4;

/// A line is taken to have ended by itself where the next word and so many characters more would have fitted.
/// Ragged lines differ by a word of average length.
const ROOM: usize = 8;

/// Cuts a text into units; `mark` sets the marks of its lines. Linear.
pub(super) fn units(text: &str, mark: impl Fn(&mut [Line<'_>])) -> Vec<Unit> {
    let mut lines = lines(text);
    mark(&mut lines);
    lines.retain(|line| !line.span.is_empty());
    let unit = |line: &Line<'_>| Unit {
        span: line.span,
        mark: line.mark,
    };
    let Some(width) = wrap_width(&lines) else {
        return lines.iter().map(unit).collect();
    };
    let mut units: Vec<Unit> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| &lines[before]);
        match (before, units.last_mut()) {
            (Some(before), Some(unit)) if goes_on(before, line, width) => {
                unit.span = unit.span.cover(line.span);
            }
            _ => units.push(unit(line)),
        }
    }
    units
}

/// The lines that are not blank. Unicode's separators, form feeds and lone carriage returns end lines too.
pub(in crate::article::ingest) fn lines(text: &str) -> Vec<Line<'_>> {
    let is_break = |c| {
        matches!(
            c,
            '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
        )
    };
    let mut lines = Vec::new();
    let mut at = 0;
    let mut gap = false;
    for piece in text.split_inclusive(is_break) {
        let span = Span::new(at, at + piece.len()).trimmed(text);
        at += piece.len();
        if span.is_empty() {
            // Behind "\r" the "\n" of the same break is no blank line.
            gap |= piece != "\n" || !text[..at - 1].ends_with('\r');
            continue;
        }
        let text = span.of(text);
        lines.push(Line {
            span,
            text,
            mark: Mark::None,
            gap,
            width: text.chars().count(),
        });
        gap = false;
    }
    lines
}

/// The width at which the text was wrapped, in characters; `None` where it was not.
fn wrap_width(lines: &[Line<'_>]) -> Option<usize> {
    let breaks = lines.windows(2).filter(|pair| !pair[1].gap);
    let (mut all, mut widths) = (0, Vec::new());
    for pair in breaks {
        all += 1;
        if begins_small(pair[1].text) {
            widths.push(pair[0].width);
        }
    }
    if widths.len() < 2 || (widths.len() as f64) < SMALL_SHARE * f64::from(all) {
        return None;
    }
    widths.arrange();
    widths.get(widths.len() / 2).copied()
}

/// Whether `line` goes on with the unit that `before` ended.
fn goes_on(before: &Line<'_>, line: &Line<'_>, width: usize) -> bool {
    let joins = matches!(line.mark, Mark::None | Mark::Quote);
    if !joins || line.gap || line.mark != before.mark || has_bullet(line.text) {
        return false;
    }
    let first = line.text.split_whitespace().next().unwrap_or("");
    begins_small(line.text) || before.width + 1 + first.chars().count() + ROOM > width
}

fn begins_small(line: &str) -> bool {
    line.chars().next().is_some_and(char::is_lowercase)
}

/// Whether a line begins with a bullet and a space.
pub(super) fn has_bullet(line: &str) -> bool {
    let mut chars = line.chars();
    chars.next().is_some_and(class::is_bullet) && chars.next().is_some_and(char::is_whitespace)
}
