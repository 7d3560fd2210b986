//! Which part of a text is what: headline, byline, date, paragraphs, what belongs to the page.
//!
//! Text becomes [`units`], each unit is looked at ([`facts`]), all units together get their [`roles`], and the
//! article's [`fields`] are read from them. Nothing is deleted: what is no article is classed as furniture.

mod credits;
mod dateline;
mod facts;
mod fields;
mod roles;
mod units;
mod words;

use crate::article::document::{Block, BlockKind, Metadata, Note, NoteKind};
use crate::knowledge::Model;
use crate::text::Span;
use dateline::{Dateline, dateline, glued_date};
pub(super) use fields::listed_agency;
pub(super) use units::{Line, Mark, Unit, lines};
pub(super) use words::{Listed, furniture};

/// The shape of a text.
#[derive(Debug)]
pub(super) struct Structure {
    pub(super) blocks: Vec<Block>,
    pub(super) metadata: Metadata,
    pub(super) notes: Vec<Note>,
}

/// Units in which a glued date is looked for: a header is glued to the first thing of a text.
const GLUED: usize = 2;

/// Reads the shape of a text. `mark` tells what a format's own marks say about each line.
pub(super) fn structure(text: &str, mark: impl Fn(&mut [Line<'_>]), model: &Model) -> Structure {
    shape(text, &split_glued(text, units::units(text, mark), model), model)
}

/// Reads the shape of a text whose units are known.
pub(super) fn shape(text: &str, units: &[Unit], model: &Model) -> Structure {
    let mut facts: Vec<_> = units
        .iter()
        .map(|&unit| facts::facts(text, unit, model))
        .collect();
    facts::letterhead(&mut facts);
    let roles = roles::roles(&facts);
    let mut blocks = Vec::with_capacity(units.len() + 1);
    let mut line: Option<Dateline> = None;
    let mut body = false;
    for (unit, kind) in units.iter().zip(roles) {
        let mut span = unit.span;
        if kind == BlockKind::Paragraph && !body {
            line = dateline(text, span, model);
            if let Some(line) = &line {
                blocks.push(block(line.span, BlockKind::Dateline));
                span = Span::new(line.span.end(), span.end()).trimmed(text);
            }
        }
        body |= kind.is_body();
        blocks.push(block(span, kind));
    }
    let metadata = fields::fields(text, &blocks, line.as_ref(), model);
    let marks = units
        .iter()
        .filter(|unit| matches!(unit.mark, Mark::Matter | Mark::Ornament));
    let notes = notes(
        text,
        &blocks,
        &metadata,
        &marks.map(|unit| unit.span).collect::<Vec<_>>(),
    );
    Structure {
        blocks,
        metadata,
        notes,
    }
}

fn block(span: Span, kind: BlockKind) -> Block {
    Block {
        span,
        kind,
        source: None,
    }
}

/// Parts a date that is glued to the head of the text.
fn split_glued(text: &str, units: Vec<Unit>, model: &Model) -> Vec<Unit> {
    let mut split = Vec::with_capacity(units.len() + 1);
    for (index, unit) in units.into_iter().enumerate() {
        let cut = Some(unit).filter(|unit| index < GLUED && unit.mark == Mark::None);
        match cut.and_then(|unit| glued_date(text, unit.span, model)) {
            Some(cut) => {
                let (date, rest) = (Span::new(unit.span.start(), cut), Span::new(cut, unit.span.end()));
                split.push(Unit { span: date, ..unit });
                split.push(Unit {
                    span: rest.trimmed(text),
                    ..unit
                });
            }
            None => split.push(unit),
        }
    }
    split
}

/// What the user is told: what was set apart or aside. Fields and a format's `marks` are no lines of a page.
fn notes(text: &str, blocks: &[Block], metadata: &Metadata, marks: &[Span]) -> Vec<Note> {
    let address = metadata.url.as_ref().and_then(|url| url.span);
    let is_line = |block: &&Block| {
        marks.binary_search(&block.span).is_err()
            && address.is_none_or(|address| !block.span.contains(address))
    };
    let of = |kind: BlockKind| blocks.iter().filter(move |block| block.kind == kind);
    let mut notes = Vec::new();
    let mut note = |kind, span, message: String| {
        notes.push(Note { kind, span, message });
    };
    let lines = of(BlockKind::Furniture).filter(is_line).count();
    if lines > 0 {
        let what = if lines == 1 {
            "1 line".to_owned()
        } else {
            format!("{lines} lines")
        };
        let span = of(BlockKind::Furniture).find(is_line).map(|block| block.span);
        note(
            NoteKind::Furniture,
            span,
            format!("{what} of page furniture set aside"),
        );
    }
    let captions = of(BlockKind::Caption).count();
    if captions > 0 {
        let what = if captions == 1 {
            "Photo caption".to_owned()
        } else {
            format!("{captions} photo captions")
        };
        let span = of(BlockKind::Caption).next().map(|block| block.span);
        note(NoteKind::Caption, span, format!("{what} set apart"));
    }
    let unread = of(BlockKind::Date).filter(|_| metadata.published.is_none());
    let figures = |block: &&Block| block.span.of(text).bytes().filter(u8::is_ascii_digit).count() >= 4;
    if let Some(block) = unread.clone().find(figures) {
        let message = "The date can be read in more than one way, so it was left alone";
        note(NoteKind::Date, Some(block.span), message.to_owned());
    } else if let Some(block) = unread.clone().next() {
        let message = "The date hangs on the day the page was saved, which is not known";
        note(NoteKind::Date, Some(block.span), message.to_owned());
    }
    notes
}
