//! Markup to lines of text, in one pass over the tokens of a maintained tokenizer; no tree is built.
//!
//! What is open is kept as a stack of at most `DEEPEST` elements; deeper ones are flattened into it, so neither the
//! work for a tag nor the memory grows with nesting. Scripts, styles and frames never become text, and nothing that a
//! page names is fetched: there is no code here that could.

use crossread_markup::Event;

use super::attributes::{Says, attribute, class_words, data_kind, hides, says};
use super::tags::Tag;
use crate::order::Map;
use crate::text::{Span, hash};

/// Elements that can be open at once. Real pages have under 100; browsers stop at 512 as well.
const DEEPEST: usize = 512;

/// Lines of a page that are read; the rest is left out, and a note says so. Long pages have some thousands.
pub(super) const MOST_LINES: usize = 100_000;

/// Bytes of one piece of structured data that are read: articles with all their comments have about one million.
const MOST_DATA: usize = 4 << 20;

/// A page as lines of text, each with the element that it stands in.
#[derive(Debug, Default)]
pub struct Page {
    /// The text of all lines, parted by blank lines.
    pub text: String,
    /// Its lines, in order.
    pub lines: Vec<Line>,
    /// Every element that was opened, in order; the first stands for the page itself.
    pub elements: Vec<Element>,
    /// Words of classes and the like, as fingerprints; elements point into it.
    pub words: Vec<u32>,
    /// `name` or `property`, lower case, and `content` of what `<meta>` says.
    pub metas: Vec<(String, String)>,
    /// `rel` and `href` of `<link>`.
    pub links: Vec<(String, String)>,
    /// What `<title>` says.
    pub title: String,
    /// JSON that scripts hold as data, with whether it is JSON-LD.
    pub data: Vec<(bool, String)>,
    /// `datetime` of elements.
    pub times: Vec<(u32, String)>,
    /// The language that `<html>` declares.
    pub language: Option<String>,
    /// Whether lines were left out.
    pub capped: bool,
}

/// An element that was opened.
#[derive(Debug, Clone)]
pub struct Element {
    /// The element that it stands in; the page stands in itself.
    pub parent: u32,
    /// Its name.
    pub tag: Tag,
    /// Its name to the letter, as a fingerprint: of several names that mean the same, an end tag closes its own.
    name: u32,
    /// How many elements it stands in.
    pub depth: u16,
    /// Where its words are in [`Page::words`].
    pub words: (u32, u32),
    /// Where its text is in [`Page::text`].
    pub text: (u32, u32),
    /// What its attributes say about authors and dates.
    pub says: Says,
    /// Whether its attributes hide it.
    pub hidden: bool,
}

/// A line of a page: a paragraph, a heading, an item, a cell.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its words in [`Page::text`].
    pub span: Span,
    /// The innermost element that parts lines.
    pub element: u32,
    /// The innermost element that its first word stands in.
    pub inner: u32,
    /// Bytes of it that are links.
    pub linked: u32,
    /// Bytes of it that are emphasised strongly.
    pub strong: u32,
    /// From its first to behind its last byte in the decoded markup.
    pub source: Span,
}

impl Element {
    pub(super) fn new(parent: u32, tag: Tag, text: (u32, u32)) -> Self {
        Self {
            parent,
            tag,
            name: 0,
            depth: 0,
            words: (0, 0),
            text,
            says: Says::Nothing,
            hidden: false,
        }
    }
}

/// Reads the markup of a page.
pub fn parse(markup: &str) -> Page {
    let mut reader = Reader::new();
    crossread_markup::read(markup, &mut |event, at| reader.event(event, at.start, at.end));
    reader.finish()
}

/// What is being read.
#[derive(Default)]
struct Reader {
    page: Page,
    /// Open elements from the page inwards, as numbers in [`Page::elements`].
    open: Vec<u32>,
    /// Elements that were opened beyond `DEEPEST`.
    flattened: u32,
    /// Open elements whose content is no text.
    silent: u32,
    /// Open links and strong emphases.
    linking: u32,
    stressing: u32,
    line: Option<Line>,
    /// Whether a space or a line break is due before the next word.
    gap: Option<char>,
    tag: Pending,
    attribute: Option<&'static str>,
    /// What the classes that were seen say: pages repeat theirs.
    classes: Map<u64, Option<Says>>,
}

/// A start tag whose attributes are being read.
#[derive(Default)]
struct Pending {
    name: Vec<u8>,
    values: Vec<(&'static str, String)>,
}

impl Reader {
    fn new() -> Self {
        let mut reader = Self::default();
        reader.page.elements.push(Element::new(0, Tag::Html, (0, 0)));
        reader.open.push(0);
        reader
    }

    fn event(&mut self, event: Event<'_>, start: usize, end: usize) {
        match event {
            Event::Start(name) => {
                self.tag.name.clear();
                self.tag.name.extend_from_slice(name);
                self.tag.values.clear();
                self.attribute = None;
            }
            Event::Attribute(name) => {
                self.attribute = attribute(name);
                if self.attribute == Some("hidden") {
                    self.tag.values.push(("hidden", String::new()));
                }
            }
            Event::Value(value) => {
                if let Some(name) = self.attribute {
                    let value = String::from_utf8_lossy(value).into_owned();
                    self.tag.values.push((name, value));
                }
            }
            Event::Started(self_closing) => self.start(self_closing),
            Event::End(name) => self.end(Tag::named(name), name),
            // Code is most of a page; it is not even decoded.
            Event::Text(_) if self.is_code() => {}
            Event::Text(value) => self.string(&String::from_utf8_lossy(value), start, end),
        }
    }

    /// Whether what is read now is neither text nor a title nor data.
    fn is_code(&self) -> bool {
        let top = self.top();
        self.silent > 0
            && match self.tag_of(top) {
                Tag::Title => false,
                Tag::Script => self.page.elements[top as usize].hidden,
                _ => true,
            }
    }

    fn top(&self) -> u32 {
        self.open.last().copied().unwrap_or(0)
    }

    fn tag_of(&self, element: u32) -> Tag {
        self.page.elements[element as usize].tag
    }

    fn start(&mut self, self_closing: bool) {
        let tag = Tag::named(&self.tag.name);
        match tag {
            Tag::Html | Tag::Body => {
                self.declared_language();
                if tag == Tag::Html {
                    return;
                }
            }
            Tag::Meta => return self.meta(),
            Tag::Link => return self.link(),
            Tag::Br => return self.line_break(),
            _ => {}
        }
        if !tag.is_inline() {
            self.part();
        }
        self.close_implied(tag);
        // "<svg/>" closes itself; on HTML's own elements the slash means nothing.
        if tag.is_void() || self_closing && matches!(tag, Tag::Hidden | Tag::Inline) {
            return;
        }
        if self.open.len() >= DEEPEST {
            self.flattened += 1;
            if !tag.is_silent() {
                return;
            }
            // What is no text must not become text, so it takes the innermost place.
            self.pop_to(DEEPEST - 1);
        }
        self.push(tag);
    }

    fn push(&mut self, tag: Tag) {
        let number = self.page.elements.len() as u32;
        let mut element = Element {
            name: name_of(&self.tag.name),
            depth: self.open.len() as u16,
            words: (self.page.words.len() as u32, 0),
            ..Element::new(self.top(), tag, (self.page.text.len() as u32, 0))
        };
        let (mut data, mut content) = (None, None);
        for (name, value) in &self.tag.values {
            match *name {
                "class" | "id" | "itemprop" | "role" | "data-testid" | "data-component" | "data-qa"
                | "data-type" | "rel" | "aria-label" => {
                    class_words(value, &mut self.page.words);
                    element.says = says(name, value, element.says, &mut self.classes);
                }
                "property" => element.says = says(name, value, element.says, &mut self.classes),
                "href" if tag == Tag::A => element.says = says(name, value, element.says, &mut self.classes),
                "content" | "title" => content = Some(value),
                "datetime" => self.page.times.push((number, value.clone())),
                "hidden" => element.hidden = true,
                "aria-hidden" => element.hidden |= value == "true",
                "style" => element.hidden |= hides(value),
                "type" if tag == Tag::Script => data = data.or(data_kind(value)),
                _ => {}
            }
        }
        element.words.1 = self.page.words.len() as u32;
        if let Some(value) = content.filter(|_| matches!(element.says, Says::Published | Says::Modified)) {
            self.page.times.push((number, value.clone()));
        }
        if tag == Tag::Script
            && let Some(linked) = data
        {
            self.page.data.push((linked, String::new()));
        }
        let stands_for_data = tag == Tag::Script && data.is_none();
        self.silent += u32::from(tag.is_silent());
        self.linking += u32::from(tag == Tag::A);
        self.stressing += u32::from(tag == Tag::Strong);
        // Scripts that are no data leave no trace; an element without a place in the text would only cost memory.
        element.hidden |= stands_for_data;
        self.page.elements.push(element);
        self.open.push(number);
    }

    /// Closes what a start tag closes without saying so.
    fn close_implied(&mut self, tag: Tag) {
        let (closed, stop): (&[Tag], &[Tag]) = match tag {
            Tag::Li => (&[Tag::Li], &[Tag::Ul, Tag::Ol]),
            Tag::Dt | Tag::Dd => (&[Tag::Dt, Tag::Dd], &[Tag::Dl]),
            Tag::Td => (&[Tag::Td], &[Tag::Table, Tag::Tr]),
            Tag::Tr => (&[Tag::Tr], &[Tag::Table]),
            Tag::A => (&[Tag::A], &[]),
            _ if !tag.is_inline() => (&[Tag::P], &[Tag::Td, Tag::Table, Tag::Button]),
            _ => return,
        };
        for at in (1..self.open.len()).rev() {
            let open = self.tag_of(self.open[at]);
            if closed.contains(&open) {
                self.pop_to(at);
                return;
            }
            // Blocks between here and there hold their content together.
            let holds = !open.is_inline() && (tag == Tag::A || closed == [Tag::P]);
            if stop.contains(&open) || holds {
                return;
            }
        }
    }

    fn end(&mut self, tag: Tag, name: &[u8]) {
        if tag == Tag::Br {
            return self.line_break();
        }
        if tag.is_void() || tag == Tag::Html || tag == Tag::Body {
            return;
        }
        if !tag.is_inline() {
            self.part();
        }
        let name = name_of(name);
        let innermost = &self.page.elements[self.top() as usize];
        if self.flattened > 0 && !(tag.is_silent() && innermost.name == name) {
            self.flattened -= 1;
            return;
        }
        for at in (1..self.open.len()).rev() {
            let element = &self.page.elements[self.open[at] as usize];
            let open = element.tag;
            if element.name == name {
                self.pop_to(at);
                return;
            }
            if tag.is_inline() && !open.is_inline() && !tag.is_silent() {
                return;
            }
            if open.is_barrier() && !matches!(tag, Tag::Table | Tag::Tr | Tag::Td | Tag::Button) {
                return;
            }
        }
    }

    fn pop_to(&mut self, at: usize) {
        let end = self.page.text.len() as u32;
        while self.open.len() > at {
            let Some(element) = self.open.pop() else { return };
            let element = &mut self.page.elements[element as usize];
            element.text.1 = end;
            self.silent -= u32::from(element.tag.is_silent());
            self.linking -= u32::from(element.tag == Tag::A);
            self.stressing -= u32::from(element.tag == Tag::Strong);
        }
    }

    fn declared_language(&mut self) {
        let language = self.tag.values.iter().find(|(name, _)| *name == "lang");
        if let Some((_, value)) = language.filter(|_| self.page.language.is_none()) {
            self.page.language = Some(value.trim().to_lowercase());
        }
    }

    fn meta(&mut self) {
        let value = |wanted: &str| self.tag.values.iter().find(|(name, _)| *name == wanted);
        let name = ["property", "name", "itemprop"].into_iter().find_map(value);
        if let (Some((_, name)), Some((_, content))) = (name, value("content")) {
            let content = content.trim().to_owned();
            let mut name = name.trim().to_lowercase();
            // <span itemprop="author"><meta itemprop="name" content="Anna Berg">
            let owner = &self.page.elements[self.top() as usize];
            if name == "name"
                && owner.says == Says::Author
                && !self.page.metas.iter().any(|(n, _)| n == "author")
            {
                "author".clone_into(&mut name);
            }
            if !content.is_empty() {
                self.page.metas.push((name, content));
            }
        }
    }

    fn link(&mut self) {
        let value = |wanted: &str| self.tag.values.iter().find(|(name, _)| *name == wanted);
        if let (Some((_, rel)), Some((_, href))) = (value("rel"), value("href")) {
            self.page.links.push((rel.to_lowercase(), href.trim().to_owned()));
        }
    }

    /// One break ends a line of verse, two end a paragraph.
    fn line_break(&mut self) {
        match (self.gap, &self.line) {
            (Some('\n'), Some(_)) => self.part(),
            (_, Some(_)) => self.gap = Some('\n'),
            _ => {}
        }
    }

    fn string(&mut self, value: &str, start: usize, end: usize) {
        if self.silent > 0 {
            return self.silent_string(value);
        }
        if self.page.lines.len() >= MOST_LINES {
            self.page.capped = true;
            return;
        }
        if value.starts_with(is_space) && self.gap.is_none() {
            self.gap = Some(' ');
        }
        let mut words = value.split(is_space).filter(|word| !word.is_empty()).peekable();
        while let Some(word) = words.next() {
            self.word(word, start);
            if words.peek().is_some() {
                self.gap = Some(' ');
            }
        }
        if let Some(line) = &mut self.line {
            if value.ends_with(is_space) && self.gap.is_none() {
                self.gap = Some(' ');
            }
            if !value.trim_matches(is_space).is_empty() {
                line.source = Span::new(line.source.start(), end.max(line.source.start()));
            }
        }
    }

    fn word(&mut self, word: &str, start: usize) {
        let before = self.page.text.len();
        if self.line.is_none() {
            let element = self.open.iter().rev().find(|&&e| !self.tag_of(e).is_inline());
            self.line = Some(Line {
                span: Span::new(before, before),
                element: element.copied().unwrap_or(0),
                inner: self.top(),
                linked: 0,
                strong: 0,
                source: Span::new(start, start),
            });
        } else if let Some(gap) = self.gap {
            self.page.text.push(gap);
        }
        self.gap = None;
        self.page.text.push_str(word);
        let added = (self.page.text.len() - before) as u32;
        if let Some(line) = &mut self.line {
            line.linked += if self.linking > 0 { added } else { 0 };
            line.strong += if self.stressing > 0 { added } else { 0 };
        }
    }

    /// Titles and data are kept, code is not.
    fn silent_string(&mut self, value: &str) {
        let top = self.top();
        match self.tag_of(top) {
            Tag::Title if self.page.title.is_empty() && self.silent == 1 => {
                self.page.title = value.split_whitespace().collect::<Vec<_>>().join(" ");
            }
            Tag::Script if !self.page.elements[top as usize].hidden => {
                if let Some((_, data)) = self.page.data.last_mut()
                    && value.len() <= MOST_DATA
                {
                    data.push_str(value);
                }
            }
            _ => {}
        }
    }

    /// Ends the line.
    fn part(&mut self) {
        self.gap = None;
        let Some(mut line) = self.line.take() else { return };
        line.span = Span::new(line.span.start(), self.page.text.len());
        self.page.lines.push(line);
        self.page.text.push_str("\n\n");
    }

    fn finish(mut self) -> Page {
        self.part();
        self.pop_to(0);
        self.page
    }
}

fn name_of(name: &[u8]) -> u32 {
    hash::verbatim(std::str::from_utf8(name).unwrap_or("")) as u32
}

/// White space that markup does not keep; a no-break space keeps words together and is written as a space.
pub(in crate::article::ingest) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{AD}')
}
