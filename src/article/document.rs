//! An article's text and shape: the value that ingest makes and every later stage borrows.

use crate::text::Span;

/// One article as it was found in a file.
#[derive(Debug, Clone)]
pub struct Document {
    /// The file's name as it was given, or "Pasted text 1".
    pub file: String,
    /// SHA-256 of the file's bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// Which of the file's articles it is.
    pub part: Part,
    /// The file's media type as it was sniffed: "text/plain".
    pub media_type: &'static str,
    /// The language as a BCP 47 tag ("en"); `None` where the text is too short or too mixed to tell.
    pub language: Option<&'static str>,
    /// The text that all spans point into. For plain text and Markdown: the decoded file, character for character.
    pub text: String,
    /// What each part of the text is: in order, not overlapping, covering all but white space and the marks of
    /// Markdown around a line.
    pub blocks: Vec<Block>,
    /// Fields about the article as a whole.
    pub metadata: Metadata,
    /// Doubts and repairs, for the user.
    pub notes: Vec<Note>,
}

impl Document {
    /// English plain text of these blocks of which nothing else is known.
    pub fn plain(file: &str, text: String, blocks: Vec<Block>) -> Self {
        Self {
            file: file.to_owned(),
            sha256: String::new(),
            part: Part::default(),
            media_type: "text/plain",
            language: Some("en"),
            text,
            blocks,
            metadata: Metadata::default(),
            notes: Vec::new(),
        }
    }
}

/// Where an article stands in its file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// Its place among the file's articles, from 1.
    pub number: u32,
    /// The member of the file that holds it, by its names from the outside in; empty where the file is no container.
    pub path: Vec<String>,
}

impl Default for Part {
    fn default() -> Self {
        Self {
            number: 1,
            path: Vec::new(),
        }
    }
}

impl Part {
    /// The member's name for people: "week.zip › flood.docx"; `None` where the file is no container.
    pub fn member(&self) -> Option<String> {
        (!self.path.is_empty()).then(|| self.path.join(" › "))
    }
}

/// A stretch of the text with one role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Without white space at its ends.
    pub span: Span,
    /// Its role.
    pub kind: BlockKind,
    /// Where it stands in the file, in bytes; `None` where the format keeps no positions.
    pub source: Option<Span>,
}

/// The role of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The article's title.
    Headline,
    /// The line under the title that sums the article up; also called deck or standfirst.
    Dek,
    /// Who wrote it.
    Byline,
    /// When it was published or updated.
    Date,
    /// The place (and agency, and day) before the first sentence: "KYIV, Aug 7 (Reuters) -".
    Dateline,
    /// Text about a picture.
    Caption,
    /// Who made a picture, or where it is from.
    Credit,
    /// A title inside the body.
    Subhead,
    /// A paragraph of the body.
    Paragraph,
    /// An item of a list in the body.
    List,
    /// A passage set apart as a quotation, or a pull quote.
    Quote,
    /// A correction, an update or an editor's note.
    Note,
    /// What belongs to the page and not to the article: "3 min read", "Comments".
    Furniture,
}

impl BlockKind {
    /// Whether it tells the story: what is compared, quoted and counted as the article's words.
    pub fn is_body(self) -> bool {
        matches!(self, Self::Paragraph | Self::List | Self::Quote)
    }

    /// Whether it holds sentences to be read: everything but fields and furniture.
    pub fn is_prose(self) -> bool {
        !matches!(
            self,
            Self::Byline | Self::Date | Self::Dateline | Self::Credit | Self::Furniture
        )
    }
}

/// Fields about the article as a whole. A field that was found in the text has its span there.
#[derive(Debug, Clone, Default)]
pub struct Metadata {
    /// The title; never a promoted first sentence.
    pub title: Option<Field>,
    /// The deck.
    pub dek: Option<Field>,
    /// Authors by name, in order.
    pub authors: Vec<Field>,
    /// Who published it.
    pub outlet: Option<Field>,
    /// The news agency that it credits.
    pub agency: Option<Field>,
    /// The dateline's place.
    pub place: Option<Field>,
    /// The canonical address.
    pub url: Option<Field>,
    /// The day of publication that the article itself states.
    pub published: Option<Published>,
    /// The day of its last change, if that is a later one.
    pub updated: Option<Day>,
}

/// A field's value and where it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The value in plain text.
    pub value: String,
    /// Where in the text it stands; `None` where it came from the file's markup.
    pub span: Option<Span>,
}

/// A publication date as the article states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// The day; its year may be missing ("Mar 14").
    pub day: Day,
    /// Where it was found.
    pub source: PublishedSource,
    /// Where in the text it stands.
    pub span: Option<Span>,
}

/// Where a publication date comes from, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PublishedSource {
    /// The user says it.
    Decided,
    /// The article says it.
    Stated,
    /// The file's markup says it.
    Markup,
    /// Another article of the drop, which this one shares text with, says it.
    Sibling,
    /// Month and day are stated, the year follows from the other articles.
    YearInferred,
    /// Nobody says it.
    None,
}

/// A calendar day, whose year may be unknown. Proleptic Gregorian.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// The year, `None` where only month and day are stated.
    pub year: Option<i16>,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31, within the month.
    pub day: u8,
}

/// A doubt, a repair or a remark, for the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What it is about.
    pub kind: NoteKind,
    /// The part of the text that it is about.
    pub span: Option<Span>,
    /// One sentence in plain words, with what to do where something can be done.
    pub message: String,
}

/// What a note is about; the report prints it in lower case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoteKind {
    /// Text that belongs to the page was set aside.
    Furniture,
    /// A photo caption was set apart.
    Caption,
    /// How the date was found, or why there is none.
    Date,
    /// How the bytes were decoded, where that was not plain UTF-8.
    Encoding,
    /// Where the text was taken from, where the file does not show it.
    Origin,
    /// The language is not one that tags are made for.
    Language,
    /// A quotation mark without its partner, or a quote in two versions.
    Quote,
    /// Numbers that do not add up.
    Number,
    /// One name in two spellings.
    Name,
    /// A work cap was reached: what was left out.
    Limit,
}
