//! ZIP, as far as people's files use it: a list of members at the end, each stored or deflated. Where the list is lost,
//! what stands in front of each member is read instead.

use crate::article::ingest::reading::Reading;
use crate::error::ErrorKind;
use crate::order::Map;
use crate::text::Span;
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF as FLAT;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

/// Members that are listed; reading stops at so many too.
const MOST_ENTRIES: usize = 20_000;

/// The end of the list may be followed by a comment of at most so many bytes.
const LONGEST_END: usize = 22 + 0xFFFF;

/// A member.
#[derive(Debug, Clone)]
pub(in crate::article::ingest) struct Entry {
    /// Its path in the archive.
    pub(in crate::article::ingest) name: String,
    /// Where it stands, where it is not packed.
    pub(in crate::article::ingest) stored: Option<Span>,
    protected: bool,
    method: u16,
    /// Where its packed bytes stand.
    content: Span,
}

/// The members of an archive.
pub(in crate::article::ingest) struct Archive<'a> {
    bytes: &'a [u8],
    /// Members in order.
    pub(in crate::article::ingest) entries: Vec<Entry>,
    /// Their places by name.
    places: Map<String, usize>,
    /// Whether the list of members is lost.
    pub(in crate::article::ingest) cut: bool,
}

impl<'a> Archive<'a> {
    /// Lists an archive's members; none where it has none that can be found.
    pub(in crate::article::ingest) fn of(bytes: &'a [u8]) -> Self {
        let listed = listed(bytes);
        let cut = listed.is_none();
        let entries = listed.unwrap_or_else(|| walked(bytes));
        // Of two with one name the first counts.
        let places = entries
            .iter()
            .enumerate()
            .rev()
            .map(|(at, entry)| (entry.name.clone(), at))
            .collect();
        Self {
            bytes,
            entries,
            places,
            cut,
        }
    }

    /// The member of this name.
    pub(in crate::article::ingest) fn find(&self, name: &str) -> Option<&Entry> {
        self.places.get(name).map(|&at| &self.entries[at])
    }

    /// The bytes of the member of this name.
    pub(in crate::article::ingest) fn get(
        &self,
        name: &str,
        reading: &mut Reading<'_>,
    ) -> Result<Vec<u8>, ErrorKind> {
        let entry = self.find(name).ok_or(DAMAGED)?;
        self.unpacked(entry, reading)
    }

    /// A member's bytes; of a damaged one as many as can be had.
    pub(in crate::article::ingest) fn unpacked(
        &self,
        entry: &Entry,
        reading: &mut Reading<'_>,
    ) -> Result<Vec<u8>, ErrorKind> {
        if entry.protected {
            return Err(ErrorKind::Protected { format: "a file" });
        }
        let packed = &self.bytes[entry.content.range()];
        let most = reading.allowance(packed.len());
        if entry.method == 0 {
            return if packed.len() > most {
                Err(ErrorKind::Bomb)
            } else {
                Ok(packed.to_vec())
            };
        }
        if entry.method != 8 {
            return Err(ErrorKind::Unsupported {
                format: "a file that is packed in a rare way",
                remedy: "unpack it and drop what is in it",
            });
        }
        let inflated = inflate(packed, most);
        reading.unpacked(inflated.bytes.len());
        match inflated {
            Inflated { bomb: true, .. } => Err(ErrorKind::Bomb),
            Inflated { bytes, whole, .. } if bytes.is_empty() && !whole => Err(DAMAGED),
            Inflated { bytes, .. } => Ok(bytes),
        }
    }
}

const DAMAGED: ErrorKind = ErrorKind::Damaged {
    format: "a ZIP archive",
};

/// The little-endian numbers of two and four bytes at a place.
fn two(bytes: &[u8], at: usize) -> Option<usize> {
    let found = bytes.get(at..at.checked_add(2)?)?;
    Some(usize::from(u16::from_le_bytes([found[0], found[1]])))
}

fn four(bytes: &[u8], at: usize) -> Option<usize> {
    Some(two(bytes, at)? | two(bytes, at.checked_add(2)?)? << 16)
}

/// The members by the list at the end; `None` where there is none, or it lists less than it says.
fn listed(bytes: &[u8]) -> Option<Vec<Entry>> {
    let from = bytes.len().saturating_sub(LONGEST_END);
    let end = from
        + bytes[from..]
            .windows(4)
            .rposition(|window| window == b"PK\x05\x06")?;
    let (count, size, start) = (
        two(bytes, end + 10)?,
        four(bytes, end + 12)?,
        four(bytes, end + 16)?,
    );
    // Archives that stand behind something else count from their own beginning.
    let base = end.checked_sub(size)?.checked_sub(start)?;
    let mut at = base + start;
    let mut entries = Vec::new();
    for _ in 0..count.min(MOST_ENTRIES) {
        if bytes.get(at..at + 4)? != b"PK\x01\x02" {
            return None;
        }
        let (name, extra, comment) = (two(bytes, at + 28)?, two(bytes, at + 30)?, two(bytes, at + 32)?);
        let local = base + four(bytes, at + 42)?;
        let head = Head {
            flags: two(bytes, at + 8)?,
            method: two(bytes, at + 10)?,
            packed: four(bytes, at + 20)?,
            name: bytes.get(at + 46..at + 46 + name)?,
        };
        let content = local + 30 + two(bytes, local + 26)? + two(bytes, local + 28)?;
        entries.push(head.entry(content, bytes)?);
        at += 46 + name + extra + comment;
    }
    Some(entries)
}

/// The members by what stands in front of each.
fn walked(bytes: &[u8]) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut at = 0;
    while entries.len() < MOST_ENTRIES {
        let Some(next) = bytes[at..].windows(4).position(|window| window == b"PK\x03\x04") else {
            break;
        };
        at += next;
        let Some(entry) = local(bytes, at) else {
            break;
        };
        at = entry.content.end().max(at + 4);
        entries.push(entry);
    }
    entries
}

/// The member whose own header stands at a place.
fn local(bytes: &[u8], at: usize) -> Option<Entry> {
    let (name, extra) = (two(bytes, at + 26)?, two(bytes, at + 28)?);
    let content = at + 30 + name + extra;
    let flags = two(bytes, at + 6)?;
    let head = Head {
        flags,
        method: two(bytes, at + 8)?,
        // Where the length follows behind, the next header ends the member.
        packed: match four(bytes, at + 18)? {
            0 if flags & 8 != 0 => bytes
                .get(content..)?
                .windows(4)
                .position(|w| w == b"PK\x03\x04" || w == b"PK\x01\x02")
                .unwrap_or(bytes.len() - content),
            packed => packed.min(bytes.len().checked_sub(content)?),
        },
        name: bytes.get(at + 30..at + 30 + name)?,
    };
    head.entry(content, bytes)
}

/// What both headers of a member say.
struct Head<'a> {
    flags: usize,
    method: usize,
    packed: usize,
    name: &'a [u8],
}

impl Head<'_> {
    fn entry(&self, content: usize, bytes: &[u8]) -> Option<Entry> {
        let end = content.checked_add(self.packed)?;
        if end > bytes.len() {
            return None;
        }
        let content = Span::new(content, end);
        Some(Entry {
            name: String::from_utf8_lossy(self.name).replace('\\', "/"),
            stored: (self.method == 0).then_some(content),
            protected: self.flags & 1 != 0,
            method: self.method as u16,
            content,
        })
    }
}

/// What came out of packed bytes.
pub(super) struct Inflated {
    pub(super) bytes: Vec<u8>,
    /// How many packed bytes were read.
    pub(super) taken: usize,
    /// Whether the data ended where it should.
    pub(super) whole: bool,
    /// Whether it would be more than allowed.
    pub(super) bomb: bool,
}

/// Inflates at most `most` bytes; of damaged data what stands before the damage.
pub(super) fn inflate(packed: &[u8], most: usize) -> Inflated {
    let mut state = Box::<DecompressorOxide>::default();
    let mut bytes = vec![0; packed.len().saturating_mul(4).clamp(1024, most.max(1024))];
    let (mut taken, mut made) = (0, 0);
    loop {
        let (status, read, written) = decompress(&mut state, &packed[taken..], &mut bytes, made, FLAT);
        taken += read;
        made += written;
        if status == TINFLStatus::HasMoreOutput && bytes.len() < most {
            bytes.resize(bytes.len().saturating_mul(2).min(most), 0);
            continue;
        }
        bytes.truncate(made);
        return Inflated {
            bytes,
            taken,
            whole: status == TINFLStatus::Done,
            bomb: status == TINFLStatus::HasMoreOutput,
        };
    }
}

/// The length of a gzip member's header.
pub(super) fn gzip_header(bytes: &[u8]) -> Option<usize> {
    let flags = *bytes.get(3)?;
    let mut at = 10;
    if flags & 4 != 0 {
        at += 2 + two(bytes, at)?;
    }
    // A name and a comment, each ended by a zero.
    for flag in [8, 16] {
        if flags & flag != 0 {
            at += bytes.get(at..)?.iter().position(|&b| b == 0)? + 1;
        }
    }
    at += if flags & 2 != 0 { 2 } else { 0 };
    (at <= bytes.len()).then_some(at)
}
