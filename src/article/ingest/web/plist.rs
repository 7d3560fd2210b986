//! Apple's binary property lists, as far as web archives need them: dictionaries, texts and bytes.

use crate::text::Span;

/// A list whose objects are read where they are asked for, so that a circle of references does no harm.
pub(super) struct Plist<'a> {
    bytes: &'a [u8],
    /// Bytes of a reference.
    width: usize,
    /// Where the table of places stands, and the bytes of each.
    table: (usize, usize),
    count: usize,
    /// The number of the outermost object.
    pub(super) top: usize,
}

/// An object.
pub(super) enum Value {
    Text(String),
    Bytes(Span),
    /// Numbers of keys and values.
    Dictionary(Vec<(usize, usize)>),
    Other,
}

/// Entries of a dictionary that are looked at.
const MOST_ENTRIES: usize = 1_000;

impl<'a> Plist<'a> {
    /// Finds the objects of a list.
    pub(super) fn of(bytes: &'a [u8]) -> Option<Self> {
        let end = bytes.len().checked_sub(32)?;
        let plist = Self {
            bytes,
            width: usize::from(bytes[end + 7]),
            table: (number(bytes, end + 24, 8)?, usize::from(bytes[end + 6])),
            count: number(bytes, end + 8, 8)?,
            top: number(bytes, end + 16, 8)?,
        };
        let sound = (1..=8).contains(&plist.width) && (1..=8).contains(&plist.table.1);
        sound.then_some(plist)
    }

    /// The object of this number.
    pub(super) fn value(&self, object: usize) -> Option<Value> {
        if object >= self.count {
            return None;
        }
        let at = number(
            self.bytes,
            self.table.0.checked_add(object.checked_mul(self.table.1)?)?,
            self.table.1,
        )?;
        let marker = *self.bytes.get(at)?;
        let (length, start) = match marker & 0x0F {
            0x0F => {
                let width = 1 << (self.bytes.get(at + 1)? & 0x03);
                (number(self.bytes, at + 2, width)?, at + 2 + width)
            }
            length => (usize::from(length), at + 1),
        };
        let slice = |length: usize| self.bytes.get(start..start.checked_add(length)?);
        Some(match marker >> 4 {
            0x4 => {
                slice(length)?;
                Value::Bytes(Span::new(start, start + length))
            }
            0x5 => Value::Text(String::from_utf8_lossy(slice(length)?).into_owned()),
            0x6 => {
                let units = slice(length.checked_mul(2)?)?.chunks(2);
                let units: Vec<u16> = units.map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
                Value::Text(String::from_utf16_lossy(&units))
            }
            0xD => {
                let reference = |at: usize| {
                    number(
                        self.bytes,
                        start.checked_add(at.checked_mul(self.width)?)?,
                        self.width,
                    )
                };
                let pairs = (0..length.min(MOST_ENTRIES))
                    .map_while(|at| Some((reference(at)?, reference(length.checked_add(at)?)?)));
                Value::Dictionary(pairs.collect())
            }
            _ => Value::Other,
        })
    }

    /// The value of a key in a dictionary.
    pub(super) fn entry(&self, dictionary: &Value, key: &str) -> Option<Value> {
        let Value::Dictionary(pairs) = dictionary else {
            return None;
        };
        let named = |object: usize| matches!(self.value(object), Some(Value::Text(text)) if text == key);
        pairs
            .iter()
            .find(|(name, _)| named(*name))
            .and_then(|(_, value)| self.value(*value))
    }
}

/// A big-endian number.
fn number(bytes: &[u8], at: usize, width: usize) -> Option<usize> {
    let all = bytes.get(at..at.checked_add(width)?)?;
    usize::try_from(all.iter().fold(0_u64, |sum, &byte| sum << 8 | u64::from(byte))).ok()
}
