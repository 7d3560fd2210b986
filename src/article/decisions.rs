//! What the user has decided: corrections of what was read, each for all articles that it touches.
//!
//! Decisions are made one after the other and hold in that order. One whose article, name or place is not in the drop
//! waits: it changes nothing, and costs nothing else. Each stage applies those of its matter: [`Decisions::document`]
//! fields and roles of blocks, `tag` labels, `quotes` speakers, `story::entities` what is one thing, `comparison::align`
//! links.

use std::sync::Arc;

use super::document::{Block, BlockKind, Day, Document, Field, Metadata, Published, PublishedSource};
use super::label::Label;
use crate::text::{Span, fold};

/// Why a judgement is as it is, where the user made it.
pub const REASON: &str = "decided by the user";

/// All that was decided, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decisions(pub Vec<Decision>);

/// One correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// A field of an article; without a value it has none.
    Field(ArticleKey, FieldName, Option<String>),
    /// The day of publication of an article; without one it states none.
    Published(ArticleKey, Option<Day>),
    /// The role of a block of an article, by its index.
    Block(ArticleKey, usize, BlockKind),
    /// What a thing is; without a label it is no name.
    Label(Thing, Option<Label>),
    /// Two things are one.
    Merge(Thing, Thing),
    /// Where the thing is called by this form, it is another.
    Split(Thing, String),
    /// What a thing is called.
    Rename(Thing, String),
    /// Who says the quote that begins at a place; without a thing nobody who could be told.
    Speaker(Place, Option<Thing>),
    /// Whether two sentences are the same, by where they begin.
    Link(Place, Place, bool),
}

/// An article, by its file's SHA-256 in lower-case hexadecimal and its number in the file, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleKey {
    /// SHA-256 of the file's bytes.
    pub sha256: String,
    /// Its number among the file's articles.
    pub number: u32,
}

/// A place of an article that stays where it is when other blocks are decided about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The article.
    pub article: ArticleKey,
    /// Index of the block.
    pub block: usize,
    /// Code points from the block's start.
    pub at: usize,
}

/// A thing that is named, by all the forms that it had when it was decided about, and by what it was then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// Its forms, in any order.
    pub names: Vec<String>,
    /// What it was.
    pub label: Label,
}

/// A field of an article that is a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // `Metadata` explains them.
pub enum FieldName {
    Title,
    Dek,
    /// Names between semicolons.
    Authors,
    Outlet,
    Agency,
    Place,
    Url,
}

impl ArticleKey {
    /// Whether it is this one.
    pub fn is(&self, document: &Document) -> bool {
        self.number == document.part.number && self.sha256 == document.sha256
    }
}

impl Place {
    /// The byte of the article's text; `None` where it is another article or has no such place.
    pub fn byte(&self, document: &Document) -> Option<usize> {
        let block = document.blocks.get(self.block)?;
        let mut starts = block.span.of(&document.text).char_indices();
        let (offset, _) = starts.nth(self.at).filter(|_| self.article.is(document))?;
        Some(block.span.start() + offset)
    }
}

impl Thing {
    /// Whether a form with a label names it. Labels between which articles waver about one thing count as one.
    pub fn is(&self, form: &str, label: Label) -> bool {
        label.family() == self.label.family() && self.names.iter().any(|name| name == form)
    }

    /// Whether any of its forms may stand in a text. Forms have their spaces and marks made plain, so words are looked for:
    /// of each form the longest.
    fn may_stand_in(&self, text: &str) -> bool {
        let longest = |name: &String| {
            let words = name.split(|c: char| !c.is_alphanumeric());
            words
                .max_by_key(|word| word.len())
                .is_some_and(|word| text.contains(word))
        };
        self.names.iter().any(longest)
    }
}

impl Decision {
    /// Whether it is about a field or a block of this document.
    pub fn is_about(&self, document: &Document) -> bool {
        match self {
            Self::Field(key, ..) | Self::Published(key, _) | Self::Block(key, ..) => key.is(document),
            _ => false,
        }
    }

    /// Whether it bears on what is read in this document: what names are, who speaks.
    pub fn is_read_in(&self, document: &Document) -> bool {
        match self {
            Self::Label(thing, _) => thing.may_stand_in(&document.text),
            Self::Speaker(place, _) => place.article.is(document),
            _ => false,
        }
    }
}

impl Decisions {
    /// The document with the fields and the roles of blocks that were decided; itself where nothing was.
    pub fn document(&self, document: Arc<Document>) -> Arc<Document> {
        let mut touching = self.0.iter().filter(|one| one.is_about(&document)).peekable();
        if touching.peek().is_none() {
            return document;
        }
        let mut decided = Document::clone(&document);
        for decision in touching {
            decide(&mut decided, decision);
        }
        Arc::new(decided)
    }

    /// What a form with a label is; `None` where it is no name.
    pub fn label(&self, form: &str, label: Label) -> Option<Label> {
        self.0.iter().try_fold(label, |label, decision| match decision {
            Decision::Label(thing, decided) if thing.is(form, label) => *decided,
            _ => Some(label),
        })
    }

    /// Whether anything was decided about what names are.
    pub fn has_labels(&self) -> bool {
        self.0
            .iter()
            .any(|decision| matches!(decision, Decision::Label(..)))
    }
}

fn decide(document: &mut Document, decision: &Decision) {
    match decision {
        Decision::Field(_, name, value) => field(&mut document.metadata, *name, value.as_deref()),
        Decision::Published(_, day) => {
            document.metadata.published = day.map(|day| Published {
                day,
                source: PublishedSource::Decided,
                span: None,
            });
        }
        Decision::Block(_, index, kind) => {
            let before = document.blocks.get(*index).copied();
            let Some(block) = document.blocks.get_mut(*index) else {
                return;
            };
            block.kind = *kind;
            let now = *block;
            titles(document, before.unwrap_or(now), now);
        }
        _ => {}
    }
}

fn field(metadata: &mut Metadata, name: FieldName, value: Option<&str>) {
    let made = |value: &str| Field {
        value: fold::style(value),
        span: None,
    };
    let one = value.map(made).filter(|field| !field.value.is_empty());
    match name {
        FieldName::Title => metadata.title = one,
        FieldName::Dek => metadata.dek = one,
        FieldName::Outlet => metadata.outlet = one,
        FieldName::Agency => metadata.agency = one,
        FieldName::Place => metadata.place = one,
        FieldName::Url => metadata.url = one,
        FieldName::Authors => {
            let names = value.unwrap_or_default().split(';').map(made);
            metadata.authors = names.filter(|field| !field.value.is_empty()).collect();
        }
    }
}

/// A title or deck goes with its block's role, and comes with it.
fn titles(document: &mut Document, before: Block, now: Block) {
    let text = &document.text;
    let kinds = [
        (BlockKind::Headline, &mut document.metadata.title),
        (BlockKind::Dek, &mut document.metadata.dek),
    ];
    for (kind, field) in kinds {
        let inside = |span: Span| now.span.start() <= span.start() && span.end() <= now.span.end();
        if now.kind == kind {
            *field = Some(Field {
                value: fold::style(now.span.of(text)),
                span: Some(now.span),
            });
        } else if before.kind == kind && field.as_ref().is_some_and(|f| f.span.is_none_or(inside)) {
            *field = None;
        }
    }
}
