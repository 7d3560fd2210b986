//! The report's values, version 1. Keys keep their meaning; more may be added. Offsets are Unicode code points into
//! the article's `text`, end-exclusive.

use serde::Serialize;

pub use super::said::{Call, Named, Rendering, UnnamedSource, Utterance};
use super::view::SpeakerRow;

/// A start and an end, in code points.
pub type Offsets = [usize; 2];

/// The result of reading and comparing one drop.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Report {
    /// "crossread".
    pub format: &'static str,
    /// The version of this format.
    pub version: u32,
    /// The version of the program that made it.
    pub engine: &'static str,
    /// What all offsets count: "codepoint".
    pub offset_unit: &'static str,
    /// The articles, in order of file name, then hash, then place in the file.
    pub articles: Vec<Article>,
    /// One for each thing that is named.
    pub entities: Vec<Entity>,
    /// Links between sentences of two articles.
    pub alignments: Vec<Alignment>,
    /// What is said in one place or more; every sentence is in exactly one.
    pub passages: Vec<Passage>,
    /// Each quote once, with all its renderings.
    pub utterances: Vec<Utterance>,
    /// Everybody who is quoted or reported, the most quoted words first, with how many in each article.
    pub speakers: Vec<SpeakerRow>,
    /// Sources that some article leaves without a name, in order of what they say first.
    pub unnamed_sources: Vec<UnnamedSource>,
    /// The ledger, most consequential first.
    pub changes: Vec<Change>,
    /// How each two articles are related.
    pub kinship: Vec<Kinship>,
    /// Articles of one story together, by id; the largest group first.
    pub groups: Vec<Vec<String>>,
    /// Articles that are nearly the same text, by the one that stands for them.
    pub duplicates: Vec<Duplicates>,
    /// Sources that are not in the drop, as far as the articles tell them.
    pub sources: Vec<HiddenSource>,
    /// What was not asked because it was too much, each in one sentence.
    pub limits: Vec<String>,
    /// Files that could not be read, in order of their names.
    pub failures: Vec<Failure>,
}

/// A file that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Failure {
    /// The file's name.
    pub file: String,
    /// What is wrong and what to do, in one sentence.
    pub message: String,
}

/// One article.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Article {
    /// A, B, C… in the order of file name, then hash.
    pub id: String,
    /// The file's name.
    pub file: String,
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub sha256: String,
    /// The member of the file that holds it, by its names from the outside in: "week.zip › flood.docx"; null where the
    /// file is no container.
    pub member: Option<String>,
    /// Its place among the file's articles, from 1.
    pub number: u32,
    /// The sniffed media type.
    pub media_type: &'static str,
    /// BCP 47, or null where it cannot be told.
    pub language: Option<&'static str>,
    /// The text that all offsets point into.
    pub text: String,
    /// The headline; null where there is none.
    pub title: Option<String>,
    /// The line under the headline.
    pub dek: Option<String>,
    /// Authors by name.
    pub authors: Vec<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// The news agency that it credits.
    pub agency: Option<String>,
    /// The dateline's place.
    pub place: Option<String>,
    /// The canonical address.
    pub url: Option<String>,
    /// The day of publication.
    pub published: Published,
    /// The day of its last change (YYYY-MM-DD) as a page states it; null where that is not a later one.
    pub updated: Option<String>,
    /// Words of the body (paragraphs, lists, quotes).
    pub words: usize,
    /// What each part of the text is.
    pub blocks: Vec<Block>,
    /// Sentences of the prose blocks.
    pub sentences: Vec<Sentence>,
    /// Names, roles, unnamed sources, times and numbers.
    pub mentions: Vec<Mention>,
    /// Numbers with their values.
    pub numbers: Vec<Number>,
    /// Times with their values.
    pub times: Vec<Time>,
    /// Quotes and reported speech.
    pub quotes: Vec<Quote>,
    /// Doubts, repairs and remarks.
    pub notes: Vec<Note>,
}

/// A day of publication and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Published {
    /// ISO 8601; an unknown year is XXXX; null where nobody says it.
    pub value: Option<String>,
    /// stated, markup, sibling, year-inferred or none.
    pub source: &'static str,
    /// The id of the article that lent the day or its year.
    pub lender: Option<String>,
}

/// A part of the text with one role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Block {
    /// headline, dek, byline, date, dateline, caption, credit, subhead, paragraph, list, quote, note or furniture.
    pub kind: &'static str,
    /// First code point.
    pub start: usize,
    /// Behind the last code point.
    pub end: usize,
    /// Where it stands in the file, in bytes, where the format keeps positions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Offsets>,
}

/// A sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sentence {
    /// First code point.
    pub start: usize,
    /// Behind the last code point.
    pub end: usize,
    /// Index of its block.
    pub block: usize,
}

/// A stretch of text that names something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Mention {
    /// First code point.
    pub start: usize,
    /// Behind the last code point.
    pub end: usize,
    /// `OntoNotes`' code, or ROLE, MEDIA, `ANON_SOURCE`.
    pub label: &'static str,
    /// The entity it names; null for times and numbers.
    pub entity: Option<String>,
    /// high, medium or low.
    pub confidence: &'static str,
    /// Why, in plain words.
    pub reason: String,
}

/// A number with its value.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Number {
    /// First code point.
    pub start: usize,
    /// Behind the last code point.
    pub end: usize,
    /// PERCENT, MONEY, QUANTITY, ORDINAL or CARDINAL.
    pub label: &'static str,
    /// The value.
    pub value: f64,
    /// The upper end of a range.
    pub to: Option<f64>,
    /// "percent", an ISO 4217 code, a unit of measure; null for a bare count.
    pub unit: Option<String>,
    /// Whether the text hedges it.
    pub approximate: bool,
}

/// An expression of time, after TIMEX3.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Time {
    /// First code point.
    pub start: usize,
    /// Behind the last code point.
    pub end: usize,
    /// DATE, TIME, DURATION or SET.
    pub r#type: &'static str,
    /// TIMEX3's value.
    pub value: String,
    /// First day that it covers.
    pub from: Option<String>,
    /// Last day that it covers.
    pub to: Option<String>,
    /// The day that it was counted from.
    pub anchor: Option<String>,
}

/// Words that an article gives to somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quote {
    /// q1, q2… in the article.
    pub id: String,
    /// First code point of the content, without its marks.
    pub start: usize,
    /// Behind the last code point of the content.
    pub end: usize,
    /// direct, mixed or indirect; title or scare where it is no speech.
    pub kind: &'static str,
    /// Whether words are reported; else it is an act or a stance: "criticised the plan".
    pub said: bool,
    /// Who says it.
    pub speaker: Option<Speaker>,
    /// The words that introduce it.
    pub cue: Option<Cue>,
    /// Who reports it, in nested attribution.
    pub via: Option<Words>,
    /// To whom.
    pub addressee: Option<Words>,
    /// Where.
    pub venue: Option<Words>,
    /// The utterance that it renders.
    pub utterance: Option<String>,
}

/// Words of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Words {
    /// The words.
    pub text: String,
    /// First code point.
    pub start: usize,
    /// Behind the last code point.
    pub end: usize,
}

/// Who says a quote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Speaker {
    /// The entity, where the words could be resolved.
    pub entity: Option<String>,
    /// The words that name the speaker here.
    pub text: String,
    /// First code point.
    pub start: usize,
    /// Behind the last code point.
    pub end: usize,
    /// high, medium or low.
    pub confidence: &'static str,
    /// Why, in plain words.
    pub reason: String,
}

/// The words that introduce a quote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cue {
    /// The words.
    pub text: String,
    /// First code point.
    pub start: usize,
    /// Behind the last code point.
    pub end: usize,
    /// neutral, claim, denial, admission, promise, accusation, demand, warning, question or belief.
    pub class: &'static str,
}

/// A doubt, a repair or a remark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Note {
    /// furniture, caption, date, encoding, language, quote, number, name or limit.
    pub kind: &'static str,
    /// First code point of what it is about.
    pub start: Option<usize>,
    /// Behind its last code point.
    pub end: Option<usize>,
    /// One sentence in plain words.
    pub message: String,
}

/// One thing that is named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Entity {
    /// e1, e2… by number of mentions.
    pub id: String,
    /// `OntoNotes`' code, or ROLE, MEDIA, `ANON_SOURCE`.
    pub label: &'static str,
    /// Its name for people.
    pub name: String,
    /// Other forms.
    pub aliases: Vec<String>,
    /// Roles given to it.
    pub roles: Vec<String>,
    /// The country that it stands for and is not: of "Kremlin", "Moscow" and "Russian".
    pub stands_for: Option<StandsFor>,
}

/// A country that something else stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StandsFor {
    /// Its name, in lower case.
    pub country: String,
    /// Its entity, where an article names it.
    pub entity: Option<String>,
    /// Why, in plain words.
    pub reason: &'static str,
}

/// A link between sentences of two articles.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Alignment {
    /// Id of the first article.
    pub a: String,
    /// Id of the second article.
    pub b: String,
    /// Its sentences in the first; several where the second merged them.
    pub a_spans: Vec<Offsets>,
    /// Its sentences in the second; several where the second split one.
    pub b_spans: Vec<Offsets>,
    /// verbatim, edited or paraphrase; what is only about the same thing is no link.
    pub kind: &'static str,
    /// Whether it stands in another place of the order.
    pub moved: bool,
    /// How sure the link is, 0 to 1.
    pub score: f32,
    /// Word edits; their spans tile both sides.
    pub edits: Vec<Edit>,
}

/// One step from the first side to the second.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Edit {
    /// equal, style, delete, insert or replace.
    pub op: &'static str,
    /// Piece of the first article.
    pub a: Offsets,
    /// Piece of the second article.
    pub b: Offsets,
}

/// What is said in one place or more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Passage {
    /// p1, p2…
    pub id: String,
    /// Its sentences.
    pub members: Vec<Place>,
}

/// A piece of one article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// Id of the article.
    pub article: String,
    /// First code point.
    pub start: usize,
    /// Behind the last code point.
    pub end: usize,
}

/// One finding of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// c1, c2… by rank.
    pub id: String,
    /// 1 is the most consequential.
    pub rank: usize,
    /// caveat, attribution, quote, number, name, hedge, statement, moved, wording or style.
    pub kind: &'static str,
    /// fact, style or narrative.
    pub intent: &'static str,
    /// high, medium or low.
    pub confidence: &'static str,
    /// The rule that found it.
    pub rule: String,
    /// Why it stands where it does in the ledger.
    pub why: String,
    /// One sentence in plain English.
    pub summary: String,
    /// One of the two readings that differ most.
    pub a: Side,
    /// The other.
    pub b: Side,
    /// All readings.
    pub readings: Vec<Reading>,
}

/// One of the two readings that differ most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Side {
    /// Id of the article.
    pub article: String,
    /// The words that matter; none where the article lacks them.
    pub spans: Vec<Offsets>,
}

/// One reading of a passage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reading {
    /// Ids of the articles that have it.
    pub articles: Vec<String>,
    /// For each of them the words that matter.
    #[serde(serialize_with = "map")]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "std::collections::BTreeMap<String, Vec<Offsets>>")
    )]
    pub spans: Vec<(String, Vec<Offsets>)>,
}

/// How two articles are related.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Kinship {
    /// Id of the first article.
    pub a: String,
    /// Id of the second article.
    pub b: String,
    /// Share of a's body words in passages that b has too, 0 to 1.
    pub a_in_b: f32,
    /// Share of b's body words in passages that a has too, 0 to 1.
    pub b_in_a: f32,
    /// Words that both have in the same order inside quotes: both may have heard them.
    pub shared_quoted_words: usize,
    /// Words that both have in the same order outside quotes.
    pub shared_told_words: usize,
    /// same-text, a-from-b, b-from-a, shared-source, related-topic, unrelated or cannot-tell.
    pub verdict: &'static str,
    /// Why, each in one plain clause.
    pub evidence: Vec<String>,
}

/// Articles that are nearly the same text as another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Duplicates {
    /// Id of the article that stands for all: the first.
    pub of: String,
    /// Ids of the others.
    pub others: Vec<String>,
}

/// A source that is not in the drop: several articles hold its text, and none of them has all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HiddenSource {
    /// Ids of the articles that hold its text.
    pub articles: Vec<String>,
    /// Ids of the passages that stood in it.
    pub passages: Vec<String>,
    /// Why, each in one plain clause.
    pub evidence: Vec<String>,
}

/// Pairs as a JSON object.
fn map<S: serde::Serializer>(pairs: &[(String, Vec<Offsets>)], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(pairs.iter().map(|(key, value)| (key, value)))
}
