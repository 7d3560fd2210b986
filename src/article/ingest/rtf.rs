//! Rich Text, as far as it is text: paragraphs, their styles, characters in the code pages of their fonts.

use super::bundle;
use super::draft::Draft;
use super::reading::{Piece, Reading};
use super::structure::Mark;
use crate::article::document::{BlockKind, NoteKind};
use crate::error::ErrorKind;
use crate::order::Map;
use crate::text::Span;

/// Groups in each other that are followed; deeper ones share the innermost state.
const DEEPEST: usize = 512;

/// Reads Rich Text.
pub(super) fn read(reading: &mut Reading<'_>, piece: &Piece<'_>) -> Result<(), ErrorKind> {
    let mut text = Rich::new(reading.file.decoder);
    let whole = text.read(piece.bytes);
    text.end(piece.bytes.len());
    if text.draft.is_empty() {
        return Err(if whole {
            ErrorKind::Empty
        } else {
            ErrorKind::Damaged {
                format: "an RTF document",
            }
        });
    }
    let first = reading.count();
    bundle::draft(reading, text.draft, "application/rtf");
    if !whole {
        reading.remark(
            first,
            NoteKind::Limit,
            "The document is damaged or not complete; what could be found in it was read",
        );
    }
    Ok(())
}

/// What holds inside a group.
#[derive(Clone, Copy, Default)]
struct State {
    /// What the group is for.
    place: Place,
    /// Bytes that stand for a character behind its number.
    replacement: usize,
    font: i32,
    hidden: bool,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Place {
    #[default]
    Text,
    Fonts,
    Styles,
    /// What is not to be read: pictures, colours, what stands above pages.
    Silent,
}

/// A document while it is read.
struct Rich {
    decoder: super::Decoder,
    draft: Draft,
    state: State,
    outer: Vec<State>,
    flattened: usize,
    page: i32,
    /// The code page of each font.
    fonts: Map<i32, i32>,
    styles: Map<i32, Mark>,
    style: i32,
    name: String,
    /// The open paragraph.
    words: String,
    bytes: Vec<u8>,
    mark: Mark,
    start: Option<usize>,
    /// A first half of a character beyond the basic plane.
    half: Option<u16>,
    /// Characters to be passed over behind a number.
    skip: usize,
}

impl Rich {
    fn new(decoder: super::Decoder) -> Self {
        let state = State {
            replacement: 1,
            ..State::default()
        };
        Self {
            decoder,
            draft: Draft::default(),
            state,
            outer: Vec::new(),
            flattened: 0,
            page: 1252,
            fonts: Map::new(),
            styles: Map::new(),
            style: 0,
            name: String::new(),
            words: String::new(),
            bytes: Vec::new(),
            mark: Mark::None,
            start: None,
            half: None,
            skip: 0,
        }
    }

    /// Reads all bytes; whether every group was closed.
    fn read(&mut self, bytes: &[u8]) -> bool {
        let mut at = 0;
        while at < bytes.len() {
            let start = at;
            at += 1;
            match bytes[start] {
                b'{' => self.open(),
                b'}' => self.close(),
                b'\\' => at = self.control(bytes, at, start),
                b'\r' | b'\n' => {}
                byte => self.byte(byte, start),
            }
        }
        self.outer.is_empty() && self.flattened == 0
    }

    fn open(&mut self) {
        self.flush();
        if self.outer.len() < DEEPEST {
            self.outer.push(self.state);
        } else {
            self.flattened += 1;
        }
        self.skip = 0;
    }

    fn close(&mut self) {
        self.flush();
        if self.flattened > 0 {
            self.flattened -= 1;
        } else if let Some(state) = self.outer.pop() {
            if self.state.place == Place::Styles {
                self.styled();
            }
            self.state = state;
        }
        self.skip = 0;
    }

    /// Notes the style that a group of the style sheet has named.
    fn styled(&mut self) {
        let name = std::mem::take(&mut self.name);
        let name = name.trim().trim_end_matches(';').to_lowercase();
        let mark = match name.as_str() {
            "title" | "heading 1" => Mark::Title,
            "subtitle" => Mark::As(BlockKind::Dek),
            "caption" | "image caption" => Mark::As(BlockKind::Caption),
            "quote" | "quotations" | "intense quote" | "block text" => Mark::Quote,
            _ if name.starts_with("heading ") => Mark::Heading,
            _ if name.starts_with("list ") => Mark::As(BlockKind::List),
            _ => return,
        };
        self.styles.insert(self.style, mark);
    }

    /// Reads what follows a backslash; the place behind it.
    fn control(&mut self, bytes: &[u8], at: usize, start: usize) -> usize {
        let Some(&first) = bytes.get(at) else { return at };
        if !first.is_ascii_alphabetic() {
            return self.symbol(bytes, at, start);
        }
        let rest = &bytes[at..];
        let letters = rest
            .iter()
            .take(32)
            .take_while(|b| b.is_ascii_alphabetic())
            .count();
        let sign = usize::from(rest.get(letters) == Some(&b'-'));
        let digits = rest[letters + sign..]
            .iter()
            .take(10)
            .take_while(|b| b.is_ascii_digit())
            .count();
        let number = std::str::from_utf8(&rest[letters..letters + sign + digits])
            .ok()
            .and_then(|n| n.parse::<i32>().ok());
        let mut behind = at + letters + if digits > 0 { sign + digits } else { 0 };
        // One space only ends the word.
        behind += usize::from(bytes.get(behind) == Some(&b' '));
        let word = std::str::from_utf8(&rest[..letters]).unwrap_or("");
        if word == "bin" {
            return behind
                .saturating_add(number.unwrap_or(0).max(0) as usize)
                .min(bytes.len());
        }
        self.word(word, number, start);
        behind
    }

    fn symbol(&mut self, bytes: &[u8], at: usize, start: usize) -> usize {
        match bytes[at] {
            b'\'' => {
                let digit = |at: usize| bytes.get(at).and_then(|&b| char::from(b).to_digit(16));
                if let (Some(high), Some(low)) = (digit(at + 1), digit(at + 2)) {
                    self.byte((high * 16 + low) as u8, start);
                    return at + 3;
                }
            }
            b'*' => self.state.place = Place::Silent,
            b'~' => self.push(" ", start),
            b'_' => self.push("-", start),
            b'\n' | b'\r' => self.paragraph(at),
            byte @ (b'\\' | b'{' | b'}') => self.byte(byte, start),
            _ => {}
        }
        at + 1
    }

    fn word(&mut self, word: &str, number: Option<i32>, start: usize) {
        let value = number.unwrap_or(0);
        match word {
            "par" | "sect" | "page" | "row" | "cell" | "nestcell" | "line" => self.paragraph(start),
            "pard" => self.mark = Mark::None,
            "tab" => self.push(" ", start),
            "u" => self.unit(value as u16, start),
            "uc" => self.state.replacement = value.max(0) as usize,
            "f" => {
                self.flush();
                self.state.font = value;
            }
            "fcharset" if self.state.place == Place::Fonts => {
                self.fonts
                    .insert(self.state.font, code_page(value).unwrap_or(self.page));
            }
            "ansicpg" => self.page = value,
            "mac" => self.page = 10_000,
            "plain" => self.state.hidden = false,
            "v" | "deleted" => self.state.hidden = number != Some(0),
            "s" if self.state.place == Place::Styles => self.style = value,
            "s" => self.mark = self.styles.get(&value).copied().unwrap_or(Mark::None),
            "outlinelevel" if self.mark == Mark::None => {
                self.mark = if value == 0 { Mark::Title } else { Mark::Heading }
            }
            "ls" if self.mark == Mark::None && value > 0 => self.mark = Mark::As(BlockKind::List),
            "fonttbl" => self.state.place = Place::Fonts,
            "stylesheet" => self.state.place = Place::Styles,
            "colortbl" | "info" | "pict" | "object" | "header" | "headerl" | "headerr" | "headerf"
            | "footer" | "footerl" | "footerr" | "footerf" | "fldinst" | "annotation" | "listtext"
            | "pntext" | "nonshppict" | "themedata" | "filetbl" | "revtbl" | "xe" | "tc" => {
                self.state.place = Place::Silent;
            }
            _ => {
                if let Some(&(_, text)) = NAMED.iter().find(|(known, _)| *known == word) {
                    self.push(text, start);
                }
            }
        }
    }

    /// A byte in the code page of its font.
    fn byte(&mut self, byte: u8, start: usize) {
        if self.skip > 0 {
            self.skip -= 1;
        } else if self.state.place == Place::Styles {
            self.name.push(char::from(byte));
        } else if self.state.place == Place::Text && !self.state.hidden {
            self.start.get_or_insert(start);
            self.bytes.push(byte);
        }
    }

    /// A unit of UTF-16, with a replacement behind it for programs that know none.
    fn unit(&mut self, unit: u16, start: usize) {
        self.flush();
        self.skip = self.state.replacement;
        let pair = self.half.take().map_or([unit, 0], |half| [half, unit]);
        if (0xD800..0xDC00).contains(&unit) {
            self.half = Some(unit);
            return;
        }
        let units = if pair[1] == 0 { &pair[..1] } else { &pair[..] };
        let text = String::from_utf16_lossy(units);
        self.push(&text, start);
    }

    fn push(&mut self, text: &str, start: usize) {
        self.flush();
        if self.state.place == Place::Text && !self.state.hidden {
            self.start.get_or_insert(start);
            self.words.push_str(text);
        }
    }

    /// Decodes the bytes that were gathered.
    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let page = self.fonts.get(&self.state.font).copied().unwrap_or(self.page);
        let plain = || {
            bytes
                .iter()
                .map(|&byte| super::decode::windows_1252(byte))
                .collect()
        };
        let text = if bytes.is_ascii() || page == 1252 {
            plain()
        } else {
            label(page)
                .and_then(|label| (self.decoder)(&label, &bytes))
                .map_or_else(plain, |(text, _)| text)
        };
        self.words.push_str(&text);
    }

    fn paragraph(&mut self, end: usize) {
        if self.state.place == Place::Text {
            self.end(end);
        }
    }

    fn end(&mut self, end: usize) {
        self.flush();
        let words = std::mem::take(&mut self.words);
        let source = self
            .start
            .take()
            .filter(|start| *start <= end)
            .map(|start| Span::new(start, end));
        self.draft.line(&words, self.mark, source);
    }
}

/// Characters that have names.
#[rustfmt::skip]
const NAMED: &[(&str, &str)] = &[
    ("emdash", "—"), ("endash", "–"), ("lquote", "‘"), ("rquote", "’"), ("ldblquote", "“"), ("rdblquote", "”"), ("bullet", "•"),
    ("emspace", " "), ("enspace", " "), ("qmspace", " "),
];

/// The code page of a font's character set, where it is not the document's.
fn code_page(charset: i32) -> Option<i32> {
    #[rustfmt::skip]
    const SETS: &[(i32, i32)] = &[
        (0, 1252), (77, 10_000), (128, 932), (129, 949), (134, 936), (136, 950), (161, 1253), (162, 1254), (163, 1258), (177, 1255),
        (178, 1256), (186, 1257), (204, 1251), (222, 874), (238, 1250),
    ];
    SETS.iter()
        .find(|(set, _)| *set == charset)
        .map(|&(_, page)| page)
}

/// The name of a code page in the Encoding Standard.
fn label(page: i32) -> Option<String> {
    Some(match page {
        932 => "shift_jis".to_owned(),
        936 => "gb18030".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        10_000 => "macintosh".to_owned(),
        65_001 => "utf-8".to_owned(),
        874 | 1250..=1258 => format!("windows-{page}"),
        _ => return None,
    })
}
