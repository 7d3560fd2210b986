//! A page's lines to a document: what is the article's has its role, all else is kept as furniture.

use super::attributes::Says;
use super::features::View;
use super::fields::{self, Fields};
use super::parse::{self, Line, Page};
use super::tags::Tag;
use super::{boxes, chosen, data, likely, names, stored, title, when};
use crate::article::document::{
    Block, BlockKind, Document, Field, Note, NoteKind, Part, Published, PublishedSource,
};
use crate::article::ingest::structure::{Mark, Structure, Unit, shape};
use crate::article::ingest::{File, decode::Decoded, language};
use crate::article::times::calendar;
use crate::knowledge::Model;

/// Lines before the headline and behind the text whose roles are looked at: bylines and dates of some designs stand
/// above it, notes and credits below.
const AROUND: usize = 12;

/// Words of a line from which on it is no field.
const FIELDS: usize = 14;

/// What the user is told about a text that the page does not show.
const FROM_DATA: &str = "The page shows only the beginning of the article or none of it; the text was taken from the \
    page's data";

/// Reads a page from its markup.
pub(in crate::article::ingest) fn read(
    file: &File<'_>,
    decoded: Decoded,
    sha256: String,
    model: &Model,
) -> Document {
    let mut page = parse::parse(&decoded.text);
    // Only of UTF-8 without a mark are the text's positions the file's.
    let own = file
        .bytes
        .starts_with(&decoded.text.as_bytes()[..decoded.text.len().min(64)])
        && decoded.text.len() == file.bytes.len();
    let told = data::told(&page);
    let name = title(&page, &told);
    let (mut kept, mut headline) = {
        let view = View::new(&page, &name, &told.body, &model.page.words, model);
        (chosen(&view, &likely(&view, model)), view.headline())
    };
    let from_data = stored::stand_in(&mut page, &name, &told.body, &mut kept, &mut headline);
    let first = kept.iter().position(|&kept| kept).unwrap_or(0);
    let headline = headline.filter(|&at| at <= first + 2);
    let last = kept.iter().rposition(|&kept| kept).unwrap_or(0);
    let said = fields::fields(&page, &told, headline, (first, last), model);
    let shape = shaped(&page, &mut kept, headline, model);
    let lines = page.lines.clone();
    let mut document = document(file, page, shape, &said, sha256, model);
    let origin = from_data.then(|| Note {
        kind: NoteKind::Origin,
        span: None,
        message: FROM_DATA.to_owned(),
    });
    document
        .notes
        .splice(0..0, decoded.notes.into_iter().chain(origin));
    if own {
        source(&mut document.blocks, &lines);
    }
    document
}

/// The days that a page gives, each with what speaks for it as the day of publication.
pub fn days(page: &Page, model: &Model) -> Vec<when::Candidate> {
    let told = data::told(page);
    let name = title(page, &told);
    let view = View::new(page, &name, &told.body, &model.page.words, model);
    let kept = chosen(&view, &likely(&view, model));
    let first = kept.iter().position(|&kept| kept).unwrap_or(0);
    let headline = view.headline().filter(|&at| at <= first + 2);
    let url = fields::url(page, &told);
    when::candidates(
        page,
        &told,
        fields::place(page, headline, (first, first)),
        url.as_deref(),
    )
}

/// The roles of all lines; far from the article everything is furniture.
fn shaped(page: &Page, kept: &mut [bool], headline: Option<usize>, model: &Model) -> Structure {
    let first = kept.iter().position(|&kept| kept).unwrap_or(page.lines.len());
    let from = headline.unwrap_or(first).min(first).saturating_sub(AROUND);
    // Lines of fields may have been kept; the text begins with the first that is longer than they are.
    let long =
        |at: &usize| kept[*at] && page.lines[*at].span.of(&page.text).split_whitespace().count() >= FIELDS;
    let text = (first..page.lines.len()).find(long).unwrap_or(first);
    let boxed = boxes::boxed(page, kept, text + 1);
    for (kept, boxed) in kept.iter_mut().zip(&boxed) {
        *kept &= !boxed;
    }
    let last = kept.iter().rposition(|&kept| kept).map_or(first, |last| last + 1);
    let to = (last + AROUND).min(page.lines.len());
    let unit = |at: usize| {
        let line = &page.lines[at];
        let behind = headline.is_none_or(|headline| at > headline);
        Unit {
            span: line.span,
            mark: match () {
                () if headline == Some(at) => Mark::Title,
                () if boxed[at] => Mark::Aside,
                () => mark(page, line, kept[at] && behind, at < text),
            },
        }
    };
    let units: Vec<Unit> = (from..to.max(from)).map(unit).collect();
    let mut shape = shape(&page.text, &units, model);
    let aside = |line: &Line| Block {
        span: line.span,
        kind: BlockKind::Furniture,
        source: None,
    };
    let before = page.lines[..from].iter().map(aside);
    let behind = page.lines[to.max(from)..].iter().map(aside);
    shape.blocks = before.chain(shape.blocks).chain(behind).collect();
    shape
}

/// Bytes of the longest caption or deck that a class is believed about: designs name whole columns so.
const LONGEST: usize = 500;

/// What the markup says about a line. `early`: it stands no further than the first paragraph.
fn mark(page: &Page, line: &Line, kept: bool, early: bool) -> Mark {
    let tag = |at: u32| page.elements[at as usize].tag;
    let around = || ancestors(page, line.inner).take(4);
    let has = |wanted: Tag| around().any(|at| tag(at) == wanted);
    // What stands around the line's own element speaks for what was not told apart already.
    let reach = if kept { 2 } else { 4 };
    let mut said = ancestors(page, line.inner)
        .take(reach)
        .map(|at| &page.elements[at as usize])
        .filter(|element| !matches!(element.says, Says::Nothing | Says::Profile));
    let (says, held) = said.next().map_or((Says::Nothing, 0), |element| {
        (element.says, (element.text.1 - element.text.0) as usize)
    });
    let heading = tag(line.element).is_heading();
    let short = line.span.len() < 200;
    let fits = line.span.len() < LONGEST && !heading;
    // A column of that name holds more than a caption.
    let own = !kept || held < LONGEST;
    match says {
        Says::Credit if short && own => return Mark::As(BlockKind::Credit),
        Says::Caption if fits && own => return Mark::As(BlockKind::Caption),
        _ if fits && has(Tag::Figcaption) => return Mark::As(BlockKind::Caption),
        Says::Author | Says::Byline if short && (!kept || early) => return Mark::As(BlockKind::Byline),
        Says::Published | Says::Modified if short && (!kept || early) => return Mark::As(BlockKind::Date),
        Says::Dek if fits && early => return Mark::As(BlockKind::Dek),
        _ => {}
    }
    match () {
        () if !kept => Mark::Aside,
        () if heading => Mark::Heading,
        () if has(Tag::Blockquote) => Mark::Quote,
        () if has(Tag::Li) => Mark::As(BlockKind::List),
        () => Mark::Kept,
    }
}

/// An element and those that it stands in, up to the page.
fn ancestors(page: &Page, from: u32) -> impl Iterator<Item = u32> {
    let parent = |&at: &u32| (at != 0).then(|| page.elements[at as usize].parent);
    std::iter::successors(Some(from), parent)
}

fn document(
    file: &File<'_>,
    page: Page,
    shape: Structure,
    said: &Fields,
    sha256: String,
    model: &Model,
) -> Document {
    let mut metadata = shape.metadata;
    let spanned = |value: &String, found: Option<Field>| {
        let span = found
            .filter(|found| found.value == *value)
            .and_then(|found| found.span);
        Field {
            value: value.clone(),
            span,
        }
    };
    metadata.title = said
        .title
        .as_ref()
        .map(|title| spanned(title, metadata.title.take()))
        .or(metadata.title);
    let printed = std::mem::take(&mut metadata.authors);
    if said.authors.is_empty() {
        // What only looks like a byline is believed where it can be nothing else.
        metadata.authors = printed
            .into_iter()
            .filter(|author| names::is_full_name(&author.value, model))
            .take(6)
            .collect();
    } else {
        let find = |name: &String| printed.iter().find(|author| author.value == *name).cloned();
        metadata.authors = said
            .authors
            .iter()
            .map(|name| spanned(name, find(name)))
            .collect();
    }
    metadata.outlet = said
        .outlet
        .as_ref()
        .map(|outlet| spanned(outlet, None))
        .or(metadata.outlet);
    metadata.url = said.url.as_ref().map(|url| spanned(url, None));
    metadata.agency = metadata.agency.or_else(|| said.agency.clone());
    let marked = said.published.map(|day| Published {
        day,
        source: PublishedSource::Markup,
        span: None,
    });
    metadata.published = marked.or(metadata.published);
    let published = metadata.published.as_ref().map(|published| published.day);
    metadata.updated = said
        .modified
        .filter(|&day| published.is_none_or(|published| calendar::number(published) < calendar::number(day)));
    let mut notes = shape.notes;
    if metadata.published.is_some() {
        notes.retain(|note| note.kind != NoteKind::Date);
    }
    if page.capped {
        notes.push(Note {
            kind: NoteKind::Limit,
            span: None,
            message: format!("Only the first {} lines of the page were read", parse::MOST_LINES),
        });
    }
    let body: String = shape
        .blocks
        .iter()
        .filter(|block| block.kind.is_body())
        .map(|block| block.span.of(&page.text).to_owned() + "\n")
        .collect();
    Document {
        file: file.name.to_owned(),
        sha256,
        part: Part::default(),
        media_type: "text/html",
        language: language::noted(&body, &mut notes),
        text: page.text,
        blocks: shape.blocks,
        metadata,
        notes,
    }
}

/// Points blocks to the bytes of the file that their lines were read from.
fn source(blocks: &mut [Block], lines: &[Line]) {
    let mut at = 0;
    for block in blocks {
        while lines
            .get(at)
            .is_some_and(|line| line.span.end() <= block.span.start())
        {
            at += 1;
        }
        let line = lines.get(at).filter(|line| line.span.contains(block.span));
        // A line that was taken from the page's data has no place of its own.
        block.source = line.map(|line| line.source).filter(|source| !source.is_empty());
    }
}
