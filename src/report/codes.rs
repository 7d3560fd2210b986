//! How the report spells the engine's judgements.

use crate::article::document::{BlockKind, NoteKind, PublishedSource};
use crate::article::label::Confidence;
use crate::article::quotes::QuoteKind;
use crate::article::times::TimeKind;
use crate::comparison::align::AlignmentKind;
use crate::comparison::changes::{ChangeKind, Intent, Rendering};
use crate::comparison::diff::Op;
use crate::comparison::kinship::Verdict;

/// A judgement as the report spells it.
pub(super) trait Code {
    /// Lower case with hyphens, but for the codes of standards.
    fn code(self) -> &'static str;
}

/// The role of a block by its code.
pub(super) fn block(code: &str) -> Option<BlockKind> {
    use BlockKind::{
        Byline, Caption, Credit, Date, Dateline, Dek, Furniture, Headline, List, Note, Paragraph, Quote,
        Subhead,
    };
    let all = [
        Headline, Dek, Byline, Date, Dateline, Caption, Credit, Subhead, Paragraph, List, Quote, Note,
        Furniture,
    ];
    all.into_iter().find(|kind| kind.code() == code)
}

/// Writes the `Code` of an enum as a table: one line a variant.
macro_rules! codes {
    ($kind:ident { $($variant:ident = $code:literal),+ $(,)? }) => {
        impl Code for $kind {
            fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }
    };
}

codes!(BlockKind {
    Headline = "headline", Dek = "dek", Byline = "byline", Date = "date", Dateline = "dateline",
    Caption = "caption", Credit = "credit", Subhead = "subhead", Paragraph = "paragraph", List = "list",
    Quote = "quote", Note = "note", Furniture = "furniture",
});
codes!(NoteKind {
    Furniture = "furniture", Caption = "caption", Date = "date", Encoding = "encoding",
    Origin = "origin", Language = "language", Quote = "quote", Number = "number", Name = "name", Limit = "limit",
});
codes!(PublishedSource {
    Decided = "decided", Stated = "stated", Markup = "markup", Sibling = "sibling", YearInferred = "year-inferred", None = "none",
});
codes!(Confidence { Low = "low", Medium = "medium", High = "high" });
codes!(QuoteKind {
    Direct = "direct", Mixed = "mixed", Indirect = "indirect", Title = "title", Scare = "scare",
});
codes!(TimeKind { Date = "DATE", Time = "TIME", Duration = "DURATION", Set = "SET" });
codes!(AlignmentKind {
    Verbatim = "verbatim", Edited = "edited", Paraphrase = "paraphrase", Related = "related",
});
codes!(Op { Equal = "equal", Style = "style", Delete = "delete", Insert = "insert", Replace = "replace" });
codes!(ChangeKind {
    Caveat = "caveat", Attribution = "attribution", Quote = "quote", Number = "number", Name = "name",
    Hedge = "hedge", Statement = "statement", Moved = "moved", Wording = "wording", Style = "style",
});
codes!(Intent { Fact = "fact", Style = "style", Narrative = "narrative" });
codes!(Rendering {
    Verbatim = "verbatim", PunctuationOnly = "punctuation-only", Trimmed = "trimmed", Extended = "extended",
    Altered = "altered", Fragment = "fragment", Unquoted = "unquoted", Paraphrased = "paraphrased",
    Merged = "merged", Split = "split", ReAttributed = "re-attributed", OnlyHere = "only-here",
});
codes!(Verdict {
    SameText = "same-text", AFromB = "a-from-b", BFromA = "b-from-a", SharedSource = "shared-source",
    RelatedTopic = "related-topic", Unrelated = "unrelated", CannotTell = "cannot-tell",
});
