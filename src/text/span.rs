use std::fmt;
use std::ops::Range;

/// A piece of a text: byte offsets, end-exclusive, both on code point borders of the text it was made for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    // Invariant: start <= end.
    start: u32,
    end: u32,
}

impl Span {
    /// The span from byte `start` to byte `end`. An end before the start makes an empty span at `start`.
    ///
    /// Offsets are kept as `u32`: texts are capped at 256 MB where they are read.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span ends before it starts: {start}..{end}");
        Self {
            start: start as u32,
            end: end.max(start) as u32,
        }
    }

    /// Byte offset of the first byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// Byte offset behind the last byte.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// As a range of bytes.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// The piece of `text` that it covers; empty where `text` is not the text it was made for.
    pub fn of(self, text: &str) -> &str {
        let piece = text.get(self.range());
        debug_assert!(
            piece.is_some(),
            "span {self:?} is not on code point borders of this text"
        );
        piece.unwrap_or("")
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether they share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn cover(self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// How many bytes they share.
    pub fn shared(self, other: Span) -> usize {
        (self.end.min(other.end) as usize).saturating_sub(self.start.max(other.start) as usize)
    }

    /// The same piece without the white space at its ends; empty at its start where there is nothing else.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Span {
        let piece = self.of(text);
        let lead = piece.len() - piece.trim_start().len();
        let body = piece.trim().len();
        if body == 0 {
            return Span::new(self.start(), self.start());
        }
        Span::new(self.start() + lead, self.start() + lead + body)
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}
