//! What is said and by whom, as it leaves.

use serde::Serialize;

use super::values::Offsets;

/// One utterance with all its renderings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Utterance {
    /// u1, u2…
    pub id: String,
    /// The entity that says it.
    pub speaker: Option<String>,
    /// How each article gives it; the fullest first.
    pub renderings: Vec<Rendering>,
}

/// How one article gives an utterance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rendering {
    /// Id of the article.
    pub article: String,
    /// Id of the quote there.
    pub quote: String,
    /// verbatim, punctuation-only, trimmed, extended, altered, fragment, unquoted, paraphrased, merged, split,
    /// re-attributed or only-here.
    pub state: &'static str,
}

/// A source that some article leaves without a name: how each article calls it, and what it vouches for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UnnamedSource {
    /// What each article calls the source that gives it no name.
    pub calls: Vec<Call>,
    /// Who says the same by name in another version.
    pub named: Vec<Named>,
    /// Ids of the utterances that it vouches for.
    pub vouches: Vec<String>,
}

/// What one article calls a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Call {
    /// Id of the article.
    pub article: String,
    /// The different words, in order of their first place.
    pub words: Vec<String>,
    /// Where they stand, first code point and behind the last.
    pub spans: Vec<Offsets>,
}

/// Who says by name what another version gives to a source without one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Named {
    /// Id of the article.
    pub article: String,
    /// Id of the entity.
    pub entity: String,
    /// Its name.
    pub name: String,
}
