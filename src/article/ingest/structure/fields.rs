//! What an article says about itself: read from the blocks whose roles are known.

use super::{credits, words};
use crate::article::document::{Block, BlockKind, Field, Metadata, Published, PublishedSource};
use crate::article::ingest::structure::dateline::Dateline;
use crate::article::{segment, times};
use crate::knowledge::Model;
use crate::text::{Span, class};

/// The fields of an article whose blocks and dateline are known.
pub(super) fn fields(text: &str, blocks: &[Block], dateline: Option<&Dateline>, model: &Model) -> Metadata {
    let body = blocks
        .iter()
        .position(|block| block.kind.is_body())
        .unwrap_or(blocks.len());
    let mut metadata = Metadata::default();
    for (index, block) in blocks.iter().enumerate() {
        let line = value(text, block.span);
        let found = || Some(field(text, line));
        match block.kind {
            BlockKind::Headline => metadata.title = found(),
            BlockKind::Dek => metadata.dek = metadata.dek.take().or_else(found),
            BlockKind::Byline if index < body => byline(text, block.span, &mut metadata, model),
            BlockKind::Date if index < body => dated(text, block.span, &mut metadata, model),
            BlockKind::Furniture if index < body => address(text, block.span, &mut metadata),
            BlockKind::Caption | BlockKind::Credit => {
                let credit = credits::at_end(block.span.of(text), &model.lexicon);
                agency(text, block.span, credit, &mut metadata, model);
            }
            _ => {}
        }
    }
    if let Some(dateline) = dateline {
        metadata.place = dateline.place.map(|span| field(text, span));
        if let Some(span) = dateline.agency {
            metadata.agency = Some(Field {
                value: listed_agency(span.of(text), model)
                    .unwrap_or(span.of(text))
                    .to_owned(),
                span: Some(span),
            });
        }
    }
    metadata.published = published(text, blocks, body, dateline, model);
    metadata
}

fn field(text: &str, span: Span) -> Field {
    Field {
        value: span.of(text).split_whitespace().collect::<Vec<_>>().join(" "),
        span: Some(span),
    }
}

/// The block's words without bullet, label and quotation marks around a labelled value.
fn value(text: &str, span: Span) -> Span {
    let piece = span.of(text);
    let bare = words::unbulleted(piece);
    let bare = words::field(bare).map_or(bare, |(_, value)| value);
    let start = span.start() + (bare.as_ptr() as usize - piece.as_ptr() as usize);
    let value = Span::new(start, start + bare.len());
    let is_matter = bare.len() < piece.len();
    let quoted = bare.len() > 2 && bare.starts_with(['"', '\'']) && bare.ends_with(['"', '\'']);
    if is_matter && quoted {
        return Span::new(value.start() + 1, value.end() - 1);
    }
    value
}

/// Reads authors, agency and outlet from a byline.
fn byline(text: &str, span: Span, metadata: &mut Metadata, model: &Model) {
    let labelled = words::field(words::unbulleted(span.of(text))).map(|(field, _)| field);
    let line = value(text, span);
    if labelled == Some(words::Field::Outlet) {
        metadata.outlet = Some(field(text, line));
        return;
    }
    let named = words::by(line.of(text)).unwrap_or(line.of(text));
    let start = line.end() - named.len();
    // "Marlow Herald" below "By Nadia Roux".
    let bare = named.len() == line.len()
        && (!words::are_people(named, &model.lexicon)
            || !metadata.authors.is_empty() && words::ends_as_masthead(named, &model.lexicon));
    let mut named_one = false;
    for (at, piece) in pieces(named) {
        let span = Span::new(start + at, start + at + piece.len());
        if let Some(name) = listed_agency(piece, model) {
            let found = Field {
                value: name.to_owned(),
                span: Some(span),
            };
            metadata.agency = metadata.agency.take().or(Some(found));
        } else if words::is_house(piece, &model.lexicon) || bare && words::is_masthead(piece) {
            metadata.outlet = metadata.outlet.take().or_else(|| Some(field(text, span)));
        } else if is_person(piece) {
            // "By Jane Roe, Tide Daily": what follows a person and a comma and holds no given name is an outlet.
            let listed = words::are_people(piece, &model.lexicon);
            let behind = text[..span.start()].trim_end().ends_with([',', '|', '/']);
            let found = field(text, span);
            if named_one && behind && !listed {
                metadata.outlet = metadata.outlet.take().or(Some(found));
            } else {
                metadata.authors.push(found);
            }
            named_one |= listed;
        }
    }
}

/// What stands beside the day in a line of fields: outlet, agency, who wrote it.
fn dated(text: &str, span: Span, metadata: &mut Metadata, model: &Model) {
    for (at, part) in words::parts(span.of(text)) {
        let span = Span::new(span.start() + at, span.start() + at + part.len());
        if words::begins_by(part) || listed_agency(part, model).is_some() {
            byline(text, span, metadata, model);
        } else if words::is_house(part, &model.lexicon) || words::is_masthead(part) {
            metadata.outlet = metadata.outlet.take().or_else(|| Some(field(text, span)));
        }
    }
}

/// The parts of a byline: "Jane Roe and John Doe in Kyiv, The Courier" has three; with the byte of each.
fn pieces(named: &str) -> Vec<(usize, &str)> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut words = named.split_inclusive(char::is_whitespace);
    let mut at = 0;
    let mut push = |from: usize, to: usize| {
        let trim = |c: char| {
            c.is_whitespace() || matches!(c, ',' | '|' | '/' | '·' | '•' | ';' | '.') || class::is_dash(c)
        };
        let piece = &named[from..to];
        let bare = piece.trim_start_matches(trim);
        let from = from + piece.len() - bare.len();
        let bare = bare.trim_end_matches(trim);
        if !bare.is_empty() {
            pieces.push((from, bare));
        }
    };
    for word in &mut words {
        let bare = word.trim_end();
        let joins = matches!(
            bare.to_lowercase().as_str(),
            "and" | "&" | "with" | "in" | "for" | "at" | "on" | "|" | "/" | "-"
        );
        let joins = joins || bare.chars().all(class::is_dash) || matches!(bare, "·" | "•");
        if joins {
            push(start, at);
            start = at + word.len();
            // What follows "in" or "at" is a place, and names nobody.
        } else if bare.ends_with([',', ';', '|']) {
            push(start, at + bare.len());
            start = at + word.len();
        }
        at += word.len();
    }
    push(start, named.len());
    pieces
}

/// Whether a part of a byline can be a person's name.
fn is_person(piece: &str) -> bool {
    let mut parts = piece.split_whitespace();
    let nobody = |word: &str| {
        let lower = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        words::OFFICES.contains(&lower.as_str()) || word.contains(|c: char| c.is_ascii_digit())
    };
    piece.starts_with(char::is_uppercase) && piece.split_whitespace().count() <= 5 && !parts.any(nobody)
}

/// The address of the article in a line that is one.
fn address(text: &str, span: Span, metadata: &mut Metadata) {
    let line = value(text, span);
    if words::is_address(line.of(text)) && metadata.url.is_none() {
        metadata.url = Some(field(text, line));
    }
}

/// The agency that a picture's credit names.
fn agency(text: &str, span: Span, credit: Option<(usize, &str)>, metadata: &mut Metadata, model: &Model) {
    let Some((at, name)) = credit.filter(|_| metadata.agency.is_none()) else {
        return;
    };
    let is_agency = model
        .lexicon
        .agencies
        .get(&name.to_lowercase())
        .is_some_and(|row| row.starts_with("agency"));
    if is_agency {
        metadata.agency = Some(Field {
            value: name.to_owned(),
            span: Some(Span::new(span.start() + at, span.end()).trimmed(text)),
        });
    }
}

/// The full name of a listed news agency.
pub(in crate::article::ingest) fn listed_agency<'a>(name: &str, model: &'a Model) -> Option<&'a str> {
    let (kind, name) = model
        .lexicon
        .agencies
        .get(&name.trim().to_lowercase())?
        .split_once('\t')?;
    (kind == "agency").then_some(name)
}

/// The day of publication: a line of its own before the body, best one that says "published"; the dateline's day;
/// a line behind the body that says it.
fn published(
    text: &str,
    blocks: &[Block],
    body: usize,
    dateline: Option<&Dateline>,
    model: &Model,
) -> Option<Published> {
    let stated = |(index, block): (usize, &Block)| {
        if !matches!(block.kind, BlockKind::Date | BlockKind::Byline) {
            return None;
        }
        let line = block.span.of(text);
        let days = times::stated_days(line, &segment::tokens(line, model));
        let &(span, day) = days.first()?;
        let span = Span::new(block.span.start() + span.start(), block.span.start() + span.end());
        let lower = line.to_lowercase();
        let label = match () {
            () if lower.contains("publish") || lower.contains("posted") => 0,
            () if lower.contains("updat") || lower.contains("modified") => 2,
            () => 1,
        };
        // Behind the body only what says "published" counts.
        (index < body || label == 0).then_some((index >= body, day.year.is_none(), label, index, day, span))
    };
    let best = blocks.iter().enumerate().filter_map(stated).min();
    let lined = best.map(|(behind, .., day, span)| (behind, day, span));
    let from_dateline = dateline
        .and_then(|dateline| dateline.day)
        .map(|(span, day)| (false, day, span));
    // A dateline's day seldom has its year, and a line before the body seldom lacks it.
    let found = match (lined, from_dateline) {
        (Some(line), Some(own)) if line.0 || line.1.year.is_none() && own.1.year.is_some() => Some(own),
        (line, own) => line.or(own),
    };
    found.map(|(_, day, span)| Published {
        day,
        source: PublishedSource::Stated,
        span: Some(span),
    })
}
