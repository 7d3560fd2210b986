//! An article as a format hands it over: lines with what the format says of each, and fields. It becomes a document
//! by the same rules as plain text: what the format leaves open is decided there.

use super::language;
use super::page;
use super::structure::{Mark, Unit, shape};
use crate::article::document::{
    BlockKind, Day, Document, Field, Metadata, Note, NoteKind, Part, Published, PublishedSource,
};
use crate::knowledge::Model;
use crate::text::Span;

/// What a format says about an article as a whole.
#[derive(Debug, Clone, Default)]
pub(super) struct Fields {
    pub(super) title: Option<String>,
    pub(super) dek: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) outlet: Option<String>,
    pub(super) place: Option<String>,
    pub(super) url: Option<String>,
    pub(super) published: Option<Day>,
}

impl Fields {
    /// Adds the people of a byline: "By Ann Field and Tom Hill".
    pub(super) fn by(&mut self, byline: &str, model: &Model) {
        let found = page::people(byline, self.outlet.as_deref(), model);
        self.authors.extend(found);
    }

    /// Sets the day by a date in any notation.
    pub(super) fn on(&mut self, date: &str) {
        self.published = self.published.or_else(|| page::day(date));
    }

    /// Fills in what `metadata` lacks.
    pub(super) fn complete(&self, metadata: &mut Metadata) {
        let field = |value: &String| Field {
            value: value.clone(),
            span: None,
        };
        let fill = |place: &mut Option<Field>, value: &Option<String>| {
            *place = place.take().or_else(|| value.as_ref().map(field));
        };
        fill(&mut metadata.title, &self.title);
        fill(&mut metadata.dek, &self.dek);
        fill(&mut metadata.outlet, &self.outlet);
        fill(&mut metadata.place, &self.place);
        fill(&mut metadata.url, &self.url);
        if metadata.authors.is_empty() {
            metadata.authors = self.authors.iter().map(field).collect();
        }
        let marked = self.published.map(|day| Published {
            day,
            source: PublishedSource::Markup,
            span: None,
        });
        metadata.published = metadata.published.take().or(marked);
    }

    /// Sets what is said here in place of what was read from the text, of which only the span is kept.
    pub(super) fn prevail(&self, metadata: &mut Metadata) {
        let said = |value: &String, read: Option<&Field>| {
            let span = read
                .filter(|read| read.value == *value)
                .and_then(|read| read.span);
            Field {
                value: value.clone(),
                span,
            }
        };
        let set = |place: &mut Option<Field>, value: &Option<String>| {
            if let Some(value) = value {
                *place = Some(said(value, place.as_ref()));
            }
        };
        set(&mut metadata.title, &self.title);
        set(&mut metadata.dek, &self.dek);
        set(&mut metadata.outlet, &self.outlet);
        set(&mut metadata.url, &self.url);
        if !self.authors.is_empty() {
            let read = std::mem::take(&mut metadata.authors);
            let named = |name: &String| said(name, read.iter().find(|field| field.value == *name));
            metadata.authors = self.authors.iter().map(named).collect();
        }
        if self.published.is_some() {
            metadata.published = None;
        }
        self.complete(metadata);
    }
}

/// An article's lines and fields.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) fields: Fields,
    pub(super) notes: Vec<Note>,
    text: String,
    units: Vec<Unit>,
    sources: Vec<Option<Span>>,
}

impl Draft {
    /// Adds a line; white space in it counts as one space. `source` is where it stands in the file's bytes.
    pub(super) fn line(&mut self, words: &str, mark: Mark, source: Option<Span>) {
        let start = self.text.len();
        for word in words.split(page::is_space).filter(|word| !word.is_empty()) {
            if self.text.len() > start {
                self.text.push(' ');
            }
            self.text.push_str(word);
        }
        if self.text.len() > start {
            let span = Span::new(start, self.text.len());
            self.units.push(Unit { span, mark });
            self.sources.push(source);
            self.text.push_str("\n\n");
        }
    }

    /// Adds the lines of a text, or of markup where it is that. All of it is the article's.
    pub(super) fn body(&mut self, text: &str, source: Option<Span>) {
        if is_markup(text) {
            for (line, mark) in page::lines(text) {
                self.line(&line, mark, source);
            }
        } else {
            for line in text.lines() {
                self.line(line, Mark::Kept, source);
            }
        }
    }

    /// Puts the fields that people read in front of the text that follows.
    pub(super) fn head(&mut self) {
        let fields = self.fields.clone();
        if let Some(title) = &fields.title {
            self.line(title, Mark::Title, None);
        }
        if let Some(dek) = &fields.dek {
            self.line(dek, Mark::As(BlockKind::Dek), None);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    /// Its lines: their words and marks.
    pub(super) fn lines(&self) -> impl Iterator<Item = (&str, Mark)> {
        self.units
            .iter()
            .map(|unit| (unit.span.of(&self.text), unit.mark))
    }

    /// Words in it.
    pub(super) fn words(&self) -> usize {
        self.text.split_whitespace().count()
    }

    /// The lines `range` as a draft of their own.
    pub(super) fn part(&self, range: std::ops::Range<usize>) -> Self {
        let mut part = Self::default();
        for at in range {
            let unit = self.units[at];
            part.line(unit.span.of(&self.text), unit.mark, self.sources[at]);
        }
        part
    }

    /// Sets what is said of each line.
    pub(super) fn mark(&mut self, marks: &[Mark]) {
        for (unit, mark) in self.units.iter_mut().zip(marks) {
            if *mark != Mark::None {
                unit.mark = *mark;
            }
        }
    }

    /// Adds another draft's lines.
    pub(super) fn append(&mut self, other: &Self) {
        for (unit, source) in other.units.iter().zip(&other.sources) {
            self.line(unit.span.of(&other.text), unit.mark, *source);
        }
    }

    /// Its document.
    pub(super) fn document(self, media_type: &'static str, model: &Model) -> Document {
        let shape = shape(&self.text, &self.units, model);
        let mut blocks = shape.blocks;
        let mut at = 0;
        for block in &mut blocks {
            while at + 1 < self.units.len() && self.units[at].span.end() <= block.span.start() {
                at += 1;
            }
            block.source = self.sources.get(at).copied().flatten();
        }
        let mut metadata = shape.metadata;
        self.fields.prevail(&mut metadata);
        let mut notes = self.notes;
        notes.extend(shape.notes);
        if metadata.published.is_some() {
            notes.retain(|note| note.kind != NoteKind::Date);
        }
        Document {
            file: String::new(),
            sha256: String::new(),
            part: Part::default(),
            media_type,
            language: language::noted(&self.text, &mut notes),
            text: self.text,
            blocks,
            metadata,
            notes,
        }
    }
}

/// Elements by which a text is known to be markup.
#[rustfmt::skip]
const ELEMENTS: &[&str] = &["<p>", "<p ", "<div", "<br", "</a>", "</p>", "<h1", "<h2", "<ul>", "<figure", "<em>", "<strong>", "<b>", "<i>"];

/// Whether a text holds markup, and does not only speak of less and more.
pub(super) fn is_markup(text: &str) -> bool {
    text.contains('<') && ELEMENTS.iter().any(|element| text.contains(element))
        || text.contains('&')
            && ["&#", "&amp;", "&quot;", "&nbsp;", "&rsquo;"]
                .iter()
                .any(|e| text.contains(e))
}
