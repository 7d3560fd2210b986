//! OpenDocument: text (`.odt`) and, by its own reader, spreadsheets; packed, or flat in one file (`.fodt`, `.fods`).

use super::sheet::open_sheet;
use super::styles::Styles;
use super::{found, part};
use crate::article::document::BlockKind;
use crate::article::ingest::archive::Archive;
use crate::article::ingest::draft::Draft;
use crate::article::ingest::reading::Reading;
use crate::article::ingest::structure::Mark;
use crate::article::ingest::xml::{Event, walk};
use crate::error::ErrorKind;

const DAMAGED: ErrorKind = ErrorKind::Damaged {
    format: "an OpenDocument text",
};

/// Reads an OpenDocument text or spreadsheet.
pub(in crate::article::ingest) fn open_document(
    reading: &mut Reading<'_>,
    archive: &Archive<'_>,
) -> Result<(), ErrorKind> {
    let manifest = part(archive, "META-INF/manifest.xml", reading).unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(ErrorKind::Protected {
            format: "an OpenDocument text",
        });
    }
    let text = part(archive, "content.xml", reading)
        .map_err(|kind| if kind == ErrorKind::Bomb { kind } else { DAMAGED })?;
    document(reading, &text, archive.cut)
}

/// Reads an OpenDocument text or spreadsheet that is one file of XML.
pub(in crate::article::ingest) fn flat_document(
    reading: &mut Reading<'_>,
    text: &str,
) -> Result<(), ErrorKind> {
    document(reading, text, false)
}

fn document(reading: &mut Reading<'_>, text: &str, cut: bool) -> Result<(), ErrorKind> {
    if text.contains("<office:spreadsheet") {
        return open_sheet(reading, text);
    }
    let mut body = Body::default();
    let whole = walk(text, &mut |event| body.event(event));
    while let Some((text, mark)) = body.paragraphs.pop() {
        body.emit(&text, mark);
    }
    found(
        reading,
        body.draft,
        "application/vnd.oasis.opendocument.text",
        whole,
        cut,
        DAMAGED,
    )
}

/// The document while it is read.
#[derive(Default)]
struct Body {
    styles: Styles,
    draft: Draft,
    /// Open paragraphs: a frame has paragraphs inside one.
    paragraphs: Vec<(String, Mark)>,
    open: Vec<Element>,
    silent: usize,
    lists: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Element {
    Paragraph,
    Item,
    Silent,
    Other,
}

/// Paragraphs that can be open at once.
const MOST_OPEN: usize = 64;

impl Body {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Open(tag) => {
                let name = tag.name();
                let element = match name.as_str() {
                    "p" | "h" if self.paragraphs.len() < MOST_OPEN => {
                        let style = tag
                            .attribute("style-name")
                            .map_or(Mark::None, |id| self.styles.mark(&id));
                        let level = tag.attribute("outline-level").filter(|_| name == "h");
                        let mark = match level.as_deref() {
                            Some("1") => Mark::Title,
                            Some(_) => Mark::Heading,
                            None if style == Mark::None && self.lists > 0 => Mark::As(BlockKind::List),
                            None => style,
                        };
                        self.paragraphs.push((String::new(), mark));
                        Element::Paragraph
                    }
                    "list-item" => {
                        self.lists += 1;
                        Element::Item
                    }
                    // Deleted text, remarks at the margin, the numbers of notes, names of pictures.
                    "tracked-changes" | "annotation" | "note-citation" | "title" | "desc"
                    | "sequence-decls" => {
                        self.silent += 1;
                        Element::Silent
                    }
                    _ => Element::Other,
                };
                match name.as_str() {
                    "style" => {
                        if let Some(id) = tag.attribute("name") {
                            let name = tag.attribute("display-name").unwrap_or_else(|| id.clone());
                            self.styles.add(id, name, tag.attribute("parent-style-name"));
                        }
                    }
                    "s" | "tab" => self.push(" "),
                    "line-break" => self.push("\n"),
                    _ => {}
                }
                self.open.push(element);
            }
            Event::Text(text) => self.push(text),
            Event::Close(_) => match self.open.pop() {
                Some(Element::Paragraph) => {
                    if let Some((text, mark)) = self.paragraphs.pop() {
                        self.emit(&text, mark);
                    }
                }
                Some(Element::Item) => self.lists -= 1,
                Some(Element::Silent) => self.silent -= 1,
                _ => {}
            },
        }
    }

    /// Line breaks of the markup are spaces.
    fn push(&mut self, text: &str) {
        if let Some((paragraph, _)) = self.paragraphs.last_mut().filter(|_| self.silent == 0) {
            if text == "\n" {
                paragraph.push('\n');
            } else {
                paragraph.push_str(&text.replace('\n', " "));
            }
        }
    }

    fn emit(&mut self, text: &str, mark: Mark) {
        for line in text.lines() {
            self.draft.line(line, mark, None);
        }
    }
}
