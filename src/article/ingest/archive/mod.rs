//! Archives: what is packed in them, and which formats are archives of their own parts.

mod zip;

use super::draft::Fields;
use super::positions::Positions;
use super::reading::{Piece, Reading};
use super::{office, web};
use crate::article::document::NoteKind;
use crate::error::ErrorKind;
use crate::text::Span;
pub(super) use zip::{Archive, Entry};

/// Reads an archive, or the document that it is.
pub(super) fn read(reading: &mut Reading<'_>, piece: &Piece<'_>) -> Result<(), ErrorKind> {
    let archive = Archive::of(piece.bytes);
    let has = |name: &str| archive.find(name).is_some();
    match () {
        () if has("word/document.xml") => office::word(reading, &archive),
        () if has("content.xml") => office::open_document(reading, &archive),
        () if has("META-INF/container.xml") => office::epub(reading, &archive),
        () if archive
            .entries
            .iter()
            .any(|entry| entry.name.starts_with("archive/") && is_warc(&entry.name)) =>
        {
            web::collection(reading, &archive)
        }
        () if has("xl/workbook.xml") => office::excel(reading, &archive),
        () if has("ppt/presentation.xml") => Err(ErrorKind::Unsupported {
            format: "a presentation",
            remedy: "save its text as a document and drop that file",
        }),
        () if archive.entries.is_empty() => Err(if piece.bytes.starts_with(b"PK\x05\x06") {
            ErrorKind::Nothing {
                format: "a ZIP archive",
                remedy: "check that it was saved completely",
            }
        } else {
            ErrorKind::Damaged {
                format: "a ZIP archive",
            }
        }),
        () => {
            members(reading, &archive);
            Ok(())
        }
    }
}

fn is_warc(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [".warc", ".warc.gz"].iter().any(|ending| name.ends_with(ending))
}

/// Reads every member of an archive that may be an article.
fn members(reading: &mut Reading<'_>, archive: &Archive<'_>) {
    let first = reading.count();
    let mut passed = 0;
    for entry in &archive.entries {
        if entry.name.ends_with('/') || is_clutter(&entry.name) || belongs_to_page(&entry.name, archive) {
            passed += usize::from(!entry.name.ends_with('/'));
            continue;
        }
        if reading.is_full() {
            break;
        }
        member(reading, archive, entry);
    }
    if archive.cut {
        reading.remark(
            first,
            NoteKind::Limit,
            "The archive is damaged or not complete; what could be found in it was read",
        );
    }
    if passed > 0 && reading.count() > first {
        let what = if passed == 1 {
            "1 other file".to_owned()
        } else {
            format!("{passed} other files")
        };
        reading.remark(
            first,
            NoteKind::Furniture,
            &format!("{what} of the archive (pictures, styles, scripts) passed over"),
        );
    }
}

fn member(reading: &mut Reading<'_>, archive: &Archive<'_>, entry: &Entry) {
    let first = reading.count();
    match archive.unpacked(entry, reading) {
        Ok(bytes) => reading.member(&Piece::new(&entry.name, &bytes)),
        Err(kind) => reading.member_failed(&entry.name, kind),
    }
    // What is not packed stands in the archive as it is.
    let positions = entry
        .stored
        .map(|span: Span| Positions::shifted(span.start(), span.len()));
    reading.complete(first, &Fields::default(), positions.as_ref());
}

/// Endings of files that pages are saved with and that never hold an article.
#[rustfmt::skip]
const CLUTTER: &[&str] = &[
    ".css", ".js", ".mjs", ".map", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp",
    ".avif", ".ico", ".bmp", ".tif", ".tiff", ".heic", ".wasm", ".download", ".db", ".ini", ".sha256", ".md5",
];

/// Whether a member belongs to a page's looks or to a system.
fn is_clutter(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let hidden = lower
        .split('/')
        .any(|part| part.starts_with('.') || part == "__macosx");
    hidden || CLUTTER.iter().any(|ending| lower.ends_with(ending))
}

/// Ends of the names of folders in which browsers keep what belongs to a page that was saved.
const BESIDE: [&str; 5] = ["_files", "_fichiers", "-Dateien", "_archivos", ".files"];

/// Whether a member lies in the folder that a browser made beside a saved page.
fn belongs_to_page(name: &str, archive: &Archive<'_>) -> bool {
    let folders = name.match_indices('/').map(|(at, _)| &name[..at]);
    let mut pages = folders.filter_map(|folder| BESIDE.iter().find_map(|end| folder.strip_suffix(end)));
    pages.any(|page| {
        archive.find(&format!("{page}.html")).is_some() || archive.find(&format!("{page}.htm")).is_some()
    })
}

/// Reads what gzip has packed.
pub(super) fn gzip(reading: &mut Reading<'_>, piece: &Piece<'_>) -> Result<(), ErrorKind> {
    let (bytes, whole) = gunzipped(reading, piece.bytes)?;
    let first = reading.count();
    let name = piece.name.strip_suffix(".gz").unwrap_or(piece.name);
    reading.read(&Piece::new(name, &bytes));
    reading.complete(first, &Fields::default(), None);
    if !whole {
        reading.remark(
            first,
            NoteKind::Limit,
            "The compressed file is damaged or not complete; what could be unpacked was read",
        );
    }
    Ok(())
}

/// All members of a gzip file, one behind the other, and whether it is whole.
pub(super) fn gunzipped(reading: &mut Reading<'_>, bytes: &[u8]) -> Result<(Vec<u8>, bool), ErrorKind> {
    let damaged = ErrorKind::Damaged {
        format: "a gzip archive",
    };
    let mut out = Vec::new();
    let mut rest = bytes;
    while rest.starts_with(b"\x1F\x8B") {
        let start = zip::gzip_header(rest).ok_or(damaged)?;
        let most = reading.allowance(bytes.len());
        let inflated = zip::inflate(&rest[start..], most);
        reading.unpacked(inflated.bytes.len());
        out.extend_from_slice(&inflated.bytes);
        if inflated.bomb {
            return Err(ErrorKind::Bomb);
        }
        if !inflated.whole {
            return if out.is_empty() {
                Err(damaged)
            } else {
                Ok((out, false))
            };
        }
        // Behind the data stand a checksum and a length.
        rest = rest.get(start + inflated.taken + 8..).unwrap_or(&[]);
    }
    Ok((out, true))
}
