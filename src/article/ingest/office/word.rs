//! Word documents (`.docx`). Macros, comments, deleted text and what stands above and below pages are not read.

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
    format: "a Word document",
};

/// Reads a Word document.
pub(in crate::article::ingest) fn word(
    reading: &mut Reading<'_>,
    archive: &Archive<'_>,
) -> Result<(), ErrorKind> {
    let text = part(archive, "word/document.xml", reading).map_err(|kind| match kind {
        ErrorKind::Bomb | ErrorKind::Protected { .. } => kind,
        _ => DAMAGED,
    })?;
    let styles = part(archive, "word/styles.xml", reading).unwrap_or_default();
    let mut body = Body {
        styles: styles_of(&styles),
        ..Body::default()
    };
    let whole = walk(&text, &mut |event| body.event(event));
    while let Some(paragraph) = body.paragraphs.pop() {
        body.emit(&paragraph);
    }
    found(
        reading,
        body.draft,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        whole,
        archive.cut,
        DAMAGED,
    )
}

fn styles_of(text: &str) -> Styles {
    let mut styles = Styles::default();
    let mut open: Option<(String, String, Option<String>)> = None;
    walk(text, &mut |event| {
        let Event::Open(tag) = event else { return };
        match (tag.name().as_str(), &mut open) {
            ("style", _) => {
                if let Some((id, name, parent)) = open.take() {
                    styles.add(id, name, parent);
                }
                open = tag.attribute("styleId").map(|id| (id, String::new(), None));
            }
            ("name", Some((_, name, _))) => *name = tag.attribute("val").unwrap_or_default(),
            ("basedon", Some((_, _, parent))) => *parent = tag.attribute("val"),
            _ => {}
        }
    });
    if let Some((id, name, parent)) = open {
        styles.add(id, name, parent);
    }
    styles
}

/// The document while it is read.
#[derive(Default)]
struct Body {
    styles: Styles,
    draft: Draft,
    /// Open paragraphs: a text box has paragraphs inside one.
    paragraphs: Vec<Paragraph>,
    /// Names of open elements that are text, or that are not to be read.
    open: Vec<Element>,
    silent: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Element {
    Paragraph,
    Text,
    Silent,
    Other,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    mark: Mark,
}

/// Paragraphs that can be open at once; text boxes in text boxes hardly happen.
const MOST_OPEN: usize = 64;

impl Body {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Open(tag) => {
                let name = tag.name();
                let element = self.element(&name);
                self.open.push(element);
                match name.as_str() {
                    "pstyle" => {
                        self.mark(|styles| tag.attribute("val").map_or(Mark::None, |id| styles.mark(&id)));
                    }
                    "numpr" => self.mark(|_| Mark::As(BlockKind::List)),
                    "tab" => self.push(" "),
                    "br" | "cr" => self.push("\n"),
                    "nobreakhyphen" => self.push("-"),
                    _ => {}
                }
            }
            Event::Text(text) if self.open.last() == Some(&Element::Text) => self.push(text),
            Event::Text(_) => {}
            Event::Close(_) => match self.open.pop() {
                Some(Element::Paragraph) => {
                    if let Some(paragraph) = self.paragraphs.pop() {
                        self.emit(&paragraph);
                    }
                }
                Some(Element::Silent) => self.silent -= 1,
                _ => {}
            },
        }
    }

    fn element(&mut self, name: &str) -> Element {
        match name {
            "p" if self.paragraphs.len() < MOST_OPEN => {
                self.paragraphs.push(Paragraph::default());
                Element::Paragraph
            }
            "t" => Element::Text,
            // Deleted or moved away; the same once more for old programs.
            "del" | "movefrom" | "fallback" => {
                self.silent += 1;
                Element::Silent
            }
            _ => Element::Other,
        }
    }

    fn push(&mut self, text: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut().filter(|_| self.silent == 0) {
            paragraph.text.push_str(text);
        }
    }

    /// What its properties say of the open paragraph; its style says more than a list's number.
    fn mark(&mut self, mark: impl Fn(&Styles) -> Mark) {
        let mark = mark(&self.styles);
        if let Some(paragraph) = self
            .paragraphs
            .last_mut()
            .filter(|paragraph| paragraph.mark == Mark::None)
        {
            paragraph.mark = mark;
        }
    }

    fn emit(&mut self, paragraph: &Paragraph) {
        for line in paragraph.text.lines() {
            self.draft.line(line, paragraph.mark, None);
        }
    }
}
