//! PDFs. The reader of their text layer is a module of its own (`src/pdf`), which hands over paragraphs; here they
//! become an article: what type and place say of each, the rest is told as in plain text.

mod bounds;

use std::fmt;

use serde_json::Value;

use super::bundle;
use super::draft::Draft;
use super::reading::{Piece, Reading};
use super::structure::Mark;
use crate::article::document::NoteKind;
use crate::error::ErrorKind;

/// What reads the text layer of a PDF: its bytes to JSON, as `crossread-pdf` makes it; nothing where no reader is at hand.
#[derive(Clone, Copy)]
pub struct Printer<'a>(pub &'a dyn Fn(&[u8]) -> Option<String>);

impl fmt::Debug for Printer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Printer")
    }
}

/// The reader that is built in.
#[cfg(not(target_os = "unknown"))]
pub(super) const BUILT_IN: Printer<'_> = Printer(&|bytes| Some(crossread_pdf::json(bytes)));

/// No reader is built in: the page loads its own with the first PDF, and hands it over.
#[cfg(target_os = "unknown")]
pub(super) const BUILT_IN: Printer<'_> = Printer(&|_| None);

/// What is said where no reader is at hand.
const ABSENT: ErrorKind = ErrorKind::Unsupported {
    format: "a PDF",
    remedy: "open it, copy the article’s text and paste it here",
};

const SCAN: ErrorKind = ErrorKind::Nothing {
    format: "a PDF of pictures, without a text layer,",
    remedy: "run text recognition on it and drop the result, or type its words and paste them here",
};

const CODED: ErrorKind = ErrorKind::Nothing {
    format: "a PDF whose type does not say which letters it shows,",
    remedy: "run text recognition on it and drop the result, or copy what you can and paste it here",
};

/// So many unpacked bytes of a PDF do no harm, whatever its size: pictures of one colour become next to nothing.
const HARMLESS: usize = 64 << 20;

/// Type of so many times the text's size is a headline's.
const HEADLINE: f32 = 1.25;

/// A headline and the file's own title share so many words at least, and this share of the shorter one.
const SHARED_WORDS: usize = 3;
const SHARED: f32 = 0.6;

/// Type of so many times the text's size is a subhead's.
const SUBHEAD: f32 = 1.12;

/// Words of a subhead at most.
const MOST_WORDS: usize = 20;

/// So many short lines one after another are a page's menu, where a browser printed it.
const MENU: usize = 4;

/// Words of such a line at most.
const MENU_WORDS: usize = 8;

/// One character in so many that is not known leaves nothing to read.
const UNKNOWN: usize = 5;

/// What the reader hands over.
struct Printed {
    pictures: usize,
    cut: bool,
    title: String,
    author: String,
    /// The size of most of the type.
    body: f32,
    paragraphs: Vec<Paragraph>,
}

struct Paragraph {
    text: String,
    size: u32,
    bold: bool,
    margin: bool,
}

impl Printed {
    fn of(answer: &Value) -> Option<Self> {
        let text = |key: &str| answer[key].as_str().unwrap_or_default().to_owned();
        Some(Self {
            pictures: answer["pictures"].as_u64().unwrap_or(0) as usize,
            cut: answer["cut"].as_bool().unwrap_or(false),
            title: text("title"),
            author: text("author"),
            body: answer["body"].as_f64().unwrap_or(0.0) as f32,
            paragraphs: answer["paragraphs"]
                .as_array()?
                .iter()
                .map(Paragraph::of)
                .collect(),
        })
    }
}

impl Paragraph {
    fn of(value: &Value) -> Self {
        Self {
            text: value["text"].as_str().unwrap_or_default().to_owned(),
            size: value["size"].as_u64().unwrap_or(0) as u32,
            bold: value["bold"].as_bool().unwrap_or(false),
            margin: value["margin"].as_bool().unwrap_or(false),
        }
    }
}

/// Reads a PDF.
pub(super) fn read(reading: &mut Reading<'_>, piece: &Piece<'_>) -> Result<(), ErrorKind> {
    let most = reading
        .allowance(piece.bytes.len())
        .max(HARMLESS.min(reading.allowance(usize::MAX)));
    let unpacked = bounds::unpacked(piece.bytes, most);
    if unpacked > most {
        return Err(ErrorKind::Bomb);
    }
    reading.unpacked(unpacked);
    let answer = (reading.file.printer.0)(piece.bytes).ok_or(ABSENT)?;
    let answer: Value = serde_json::from_str(&answer).map_err(|_| ABSENT)?;
    let printed = Printed::of(&answer).ok_or(match answer["refused"].as_str() {
        Some("password") => ErrorKind::Protected { format: "a PDF" },
        _ => ErrorKind::Damaged { format: "a PDF" },
    })?;
    let text = || {
        printed
            .paragraphs
            .iter()
            .flat_map(|paragraph| paragraph.text.chars())
    };
    match text().count() {
        0 if printed.pictures > 0 => return Err(SCAN),
        0 => return Err(ErrorKind::Empty),
        all if text().filter(|&c| c == '\u{FFFD}').count() > all / UNKNOWN => return Err(CODED),
        _ => {}
    }
    let first = reading.count();
    bundle::draft(reading, draft(&printed, reading), "application/pdf");
    if printed.cut {
        reading.remark(
            first,
            NoteKind::Limit,
            "The PDF has more than is read of one; its first pages were read",
        );
    }
    Ok(())
}

fn draft(printed: &Printed, reading: &Reading<'_>) -> Draft {
    let paragraphs = &printed.paragraphs;
    let body = printed.body;
    let headline = headline(printed);
    let address = paragraphs
        .iter()
        .filter(|p| p.margin)
        .find_map(|p| address(&p.text));
    let menus = if is_browsers(paragraphs) {
        menus(paragraphs, headline, body)
    } else {
        vec![false; paragraphs.len()]
    };
    let mut draft = Draft::default();
    draft.fields.url = address.map(str::to_owned);
    draft.fields.outlet = headline.and_then(|at| outlet(&printed.title, &paragraphs[at].text));
    if headline.is_none() && is_title(&printed.title) {
        draft.fields.title = Some(printed.title.clone());
    }
    if !printed.author.is_empty() && paragraphs.iter().any(|p| p.text.contains(&printed.author)) {
        draft.fields.by(&printed.author, reading.model);
    }
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let mark = match () {
            () if paragraph.margin || menus[at] => Mark::Aside,
            () if headline == Some(at) => Mark::Title,
            () if is_subhead(paragraph, body) => Mark::Heading,
            () if headline.is_some() => Mark::Plain,
            () => Mark::None,
        };
        draft.line(&paragraph.text, mark, None);
    }
    draft
}

/// Which paragraph is the headline: of those that share most words with the file's own title, or else of all, the first
/// of the largest type.
fn headline(printed: &Printed) -> Option<usize> {
    let title = words(&printed.title);
    let told = |p: &Paragraph| {
        let text = words(&p.text);
        let shared = text.iter().filter(|word| title.contains(word)).count();
        shared >= SHARED_WORDS && shared as f32 >= text.len().min(title.len()) as f32 * SHARED
    };
    let short = || {
        let texts = printed
            .paragraphs
            .iter()
            .enumerate()
            .filter(|(_, p)| !p.margin && p.size as f32 >= printed.body);
        texts.filter(|(_, p)| (2..=2 * MOST_WORDS).contains(&words(&p.text).len()))
    };
    let first = |&(at, p): &(usize, &Paragraph)| (p.size, usize::MAX - at);
    let told = short().filter(|(_, p)| told(p)).max_by_key(first);
    let largest = || {
        short()
            .filter(|(_, p)| p.size as f32 >= printed.body * HEADLINE)
            .max_by_key(first)
    };
    told.or_else(largest).map(|(at, _)| at)
}

/// The words of a text without case.
fn words(text: &str) -> Vec<String> {
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// What stands behind the headline in the file's own title, as sites name themselves: "Bridge to close | Selmouth Courier".
fn outlet(title: &str, headline: &str) -> Option<String> {
    let rest = title.strip_prefix(headline)?.strip_prefix(' ')?;
    let name = ["| ", "- ", "– ", "— ", "· "]
        .iter()
        .find_map(|sign| rest.strip_prefix(sign))?;
    (!name.contains(['|', '–', '—']) && words(name).len() <= MENU_WORDS).then(|| name.trim().to_owned())
}

/// Whether a file's own title is one, and not the name of a file that it was made from.
fn is_title(title: &str) -> bool {
    let ends = [
        ".doc", ".docx", ".indd", ".html", ".htm", ".pdf", ".qxd", ".rtf", ".odt", ".tex",
    ];
    let lower = title.to_lowercase();
    title.contains(' ') && !lower.starts_with("microsoft") && !ends.iter().any(|end| lower.ends_with(end))
}

fn is_subhead(paragraph: &Paragraph, body: f32) -> bool {
    let is_display = paragraph.bold || paragraph.size as f32 >= body * SUBHEAD;
    is_display
        && words(&paragraph.text).len() <= MOST_WORDS
        && !paragraph.text.ends_with(['.', ',', ';', ':'])
}

/// The address that a browser printed in a margin, where it has all of it.
fn address(text: &str) -> Option<&str> {
    let is_whole = text.starts_with("http") && !text.contains([' ', '…']) && !text.ends_with("...");
    is_whole.then_some(text)
}

/// Whether a browser printed the file: it puts the page's address, or the time, on every page.
fn is_browsers(paragraphs: &[Paragraph]) -> bool {
    paragraphs.iter().filter(|p| p.margin).any(|p| {
        ["http://", "https://", "file://"]
            .iter()
            .any(|scheme| p.text.starts_with(scheme))
    })
}

/// Which paragraphs are a page's menus and lists of links: what stands above the headline, and many short lines together.
fn menus(paragraphs: &[Paragraph], headline: Option<usize>, body: f32) -> Vec<bool> {
    let is_short = |p: &Paragraph| {
        let ends = p.text.ends_with(['.', '?', '!', ':', '”', '"']);
        !p.margin && words(&p.text).len() <= MENU_WORDS && !ends && p.size as f32 <= body * HEADLINE
    };
    let above = headline.unwrap_or(0);
    let mut menus: Vec<bool> = (0..paragraphs.len()).map(|at| at < above).collect();
    let mut run: Vec<usize> = Vec::new();
    let mut close = |run: &mut Vec<usize>| {
        let is_menu = run.len() >= MENU;
        for at in run.drain(..) {
            menus[at] = is_menu;
        }
    };
    for (at, paragraph) in paragraphs.iter().enumerate().skip(above + 1) {
        if is_short(paragraph) {
            run.push(at);
        } else if !paragraph.margin {
            close(&mut run);
        }
    }
    close(&mut run);
    menus
}
