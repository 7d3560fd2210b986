/// What an offset counts. Inside the core it is always bytes; each border states its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Bytes of UTF-8.
    Byte,
    /// Unicode code points, as Python, spaCy and brat count.
    CodePoint,
    /// UTF-16 code units, as JavaScript counts.
    Utf16,
}

/// Turns byte offsets of one text into another unit, each in constant time.
#[derive(Debug)]
pub struct Offsets<'a> {
    text: &'a str,
    unit: Unit,
    // The count of units before byte `i * STEP`; empty for ASCII, where all units agree.
    marks: Vec<u32>,
}

/// Bytes between two marks: a look-up counts at most this many, at an eighth of a byte of memory a byte.
const STEP: usize = 32;

impl<'a> Offsets<'a> {
    /// Prepares `text` for offsets in `unit`; linear in its length.
    pub fn new(text: &'a str, unit: Unit) -> Self {
        let mut marks = Vec::new();
        if unit != Unit::Byte && !text.is_ascii() {
            marks.reserve(text.len() / STEP + 1);
            let mut count = 0;
            for chunk in text.as_bytes().chunks(STEP) {
                marks.push(count);
                count += units(chunk, unit);
            }
        }
        Self { text, unit, marks }
    }

    /// How many units lie before byte `offset`, which is cut to the text's length.
    pub fn at(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        if self.marks.is_empty() {
            return offset;
        }
        let mark = (offset / STEP).min(self.marks.len() - 1);
        let rest = &self.text.as_bytes()[mark * STEP..offset];
        (self.marks[mark] + units(rest, self.unit)) as usize
    }
}

/// Units that begin in these bytes of UTF-8: every byte that continues nothing starts a code point, and one of
/// four bytes stands for two units of UTF-16.
fn units(bytes: &[u8], unit: Unit) -> u32 {
    let starts = bytes.iter().filter(|&&b| b & 0xC0 != 0x80).count();
    let pairs = if unit == Unit::Utf16 {
        bytes.iter().filter(|&&b| b >= 0xF0).count()
    } else {
        0
    };
    (starts + pairs) as u32
}
