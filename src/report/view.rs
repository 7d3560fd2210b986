//! The analysis cut into ready-made runs for the page, which never slices text by offsets.
//!
//! Laws: the runs of an article's blocks and the gaps between them, joined, are its text; every sentence of both
//! articles is in exactly one row of a pair, and the runs of the rows' cells, joined in each article's order, are the
//! text of its sentences.

mod again;
mod article;
mod ledger;
mod many;
mod opened;
mod overview;
mod pair;
mod quotes;
mod row;
mod runs;
mod shared;
mod timeline;

use serde::Serialize;

use super::values::{Change, Entity, Note};
use crate::Analysis;
use crate::story::entities::EntityId;

pub use again::Shown;
pub use article::article;
pub use many::{ManyView, PlainView, many, texts};
pub use opened::{Opened, Source, opened, too_large};
pub use overview::overview;
pub use pair::pair;
pub use quotes::{QuotesView, RenderingRow, SpeakerRow, UtteranceRow, quotes, speakers};
pub use timeline::{TimePlace, TimeRow, timeline};

/// What the page shows first, and needs for all else.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Overview {
    /// What can be said about the whole drop.
    pub verdict: Verdict,
    /// One an article, in the report's order.
    pub articles: Vec<Card>,
    /// Entities with their counts, in the report's order.
    pub entities: Vec<EntityRow>,
    /// The ledger with its passages cut to runs, in the report's order.
    pub changes: Vec<ChangeRow>,
}

/// What can be said about the whole drop, in plain words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Verdict {
    /// "Same underlying wire story."
    pub headline: String,
    /// What the closest two share: "Of A's 31 sentences, 12 are in B word for word, 14 differently, 5 only in A. …".
    /// Null where nothing is shared.
    pub summary: Option<String>,
    /// What it rests on, a sentence each.
    pub details: Vec<String>,
    /// Articles that were set aside as unrelated, by id.
    pub set_aside: Vec<String>,
    /// The two articles to show side by side first: the most closely related pair. Null for a single article.
    pub pair: Option<[String; 2]>,
}

/// An article at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Card {
    /// Id of the article.
    pub id: String,
    /// The file's name.
    pub file: String,
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub sha256: String,
    /// The member of the file that holds it; null where the file is no container.
    pub member: Option<String>,
    /// Its place among the file's articles, from 1.
    pub number: u32,
    /// The headline; null where there is none.
    pub title: Option<String>,
    /// The first words of the body, at most 120 characters, cut at a word.
    pub opening: String,
    /// Agency, outlet or author, the first that is known.
    pub origin: Option<String>,
    /// The day of publication in ISO 8601, with XXXX for an unknown year.
    pub date: Option<String>,
    /// How that day is known, in plain words: "stated in the text", "borrowed from A", "year inferred".
    pub date_source: String,
    /// Words of the body.
    pub words: usize,
    /// Paragraphs of the body.
    pub paragraphs: usize,
    /// Doubts, repairs and remarks.
    pub notes: Vec<Note>,
    /// Whether it was set aside as unrelated to all others.
    pub set_aside: bool,
    /// Its fields as they are read: title, dek, authors, outlet, agency, place, url.
    pub fields: Vec<FieldRow>,
}

/// A field of an article, to be looked at and corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FieldRow {
    /// title, dek, authors, outlet, agency, place or url.
    pub name: &'static str,
    /// Its value, authors between semicolons; empty where there is none.
    pub value: String,
    /// Whether it stands in the text; else it is from the file's markup.
    pub in_text: bool,
}

/// Where something begins, as a decision names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// Index of the block.
    pub block: usize,
    /// Code points from the block's start.
    pub at: usize,
}

/// An entity at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EntityRow {
    /// The entity; its id is that of all views, not the report's.
    pub entity: Entity,
    /// Mentions in each article, in order of the articles.
    pub counts: Vec<usize>,
    /// All its mentions.
    pub total: usize,
}

/// A finding with its passages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangeRow {
    /// The finding.
    pub change: Change,
    /// The passage of the first reading, the words that matter marked `evidence`; without such marks where it stands there
    /// but lacks the words; null where the article has no such passage.
    pub a: Option<Cell>,
    /// The same for the second reading.
    pub b: Option<Cell>,
    /// Two neutral sentences with both passages and their sources, to be copied.
    pub note: String,
}

/// A piece of text and what is to be said about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Run {
    /// The text.
    pub text: String,
    /// What covers it, the outermost first.
    pub marks: Vec<Mark>,
}

/// One thing to be said about a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Mark {
    /// entity, time, number, quote, speaker, cue; in a pair also equal, style, delete, insert, replace; in a finding
    /// also evidence; in one article also shared, what others have too, and only, what none has.
    pub kind: &'static str,
    /// For an entity its label's code, for a quote its kind, for shared words all or some (of the articles that share anything
    /// with this one), else null.
    pub label: Option<&'static str>,
    /// The id of what it belongs to: an entity ("e1"), a quote ("q1"); for a time its value; for shared words the ids of the
    /// other articles, between spaces.
    pub id: Option<String>,
}

/// The id of an entity in all views: by its first mention, so that it stays what it is when others come or go, and what shows
/// it stays the same.
fn thing(analysis: &Analysis, id: EntityId) -> String {
    let entity = analysis.story.entities.get(id.0 as usize);
    let first = entity.and_then(|entity| entity.mentions.first());
    first.map_or_else(String::new, |(article, mention)| format!("e{article}{mention}"))
}

/// One article to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ArticleView {
    /// Id of the article.
    pub id: String,
    /// Its blocks, in order.
    pub blocks: Vec<BlockView>,
    /// The white space behind the last block.
    pub tail: String,
    /// Blocks behind these that were left out, because nobody can look at so many at once.
    pub more: usize,
}

/// One block to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BlockView {
    /// The white space before it.
    pub gap: String,
    /// Its role, as in the report.
    pub kind: &'static str,
    /// The number of a body paragraph, from 1; null for other blocks.
    pub paragraph: Option<usize>,
    /// Its text.
    pub runs: Vec<Run>,
}

/// Two articles side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PairView {
    /// Id of the left article.
    pub a: String,
    /// Id of the right article.
    pub b: String,
    /// Rows in reading order: the left article's order, with the right one's own sentences where they stand.
    pub rows: Vec<Row>,
    /// Rows behind these that were left out, because nobody can look at so many at once.
    pub more: usize,
}

/// One row of two articles side by side: sentences that belong together, or one that only one article has, or a
/// sign that a sentence stands in another row (`kind` is then "elsewhere").
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// r1, r2… in order.
    pub id: String,
    /// verbatim, edited, paraphrase, related, only-a, only-b or elsewhere.
    pub kind: &'static str,
    /// Whether the right article has it in another place.
    pub moved: bool,
    /// For a row with an "elsewhere" row the id of that, and the other way round.
    pub partner: Option<String>,
    /// The left article's sentences.
    pub a: Option<Cell>,
    /// The right article's sentences.
    pub b: Option<Cell>,
    /// Both in one line of text, for the inline view: what only the left has is marked delete, what only the right
    /// has insert. Empty for "elsewhere".
    pub inline: Vec<Run>,
    /// Whether most of it was rewritten, so that before and after read better as blocks than as word edits.
    pub rewritten: bool,
}

/// One article's part of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cell {
    /// Id of the article.
    pub article: String,
    /// The role of the block it stands in.
    pub block: &'static str,
    /// The number of its body paragraph, from 1.
    pub paragraph: Option<usize>,
    /// Whether it opens its paragraph.
    pub opens: bool,
    /// Where its first sentence begins.
    pub place: Place,
    /// Its text.
    pub runs: Vec<Run>,
}
