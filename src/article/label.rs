//! What a mention can name, and how sure a judgement is.

/// What a mention names: the 18 labels of `OntoNotes` as spaCy spells them, and three of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // OntoNotes' guidelines define them; ours are explained.
pub enum Label {
    Person,
    Norp,
    Fac,
    Org,
    Gpe,
    Loc,
    Product,
    Event,
    WorkOfArt,
    Law,
    Language,
    Date,
    Time,
    Percent,
    Money,
    Quantity,
    Ordinal,
    Cardinal,
    /// A title or office: "White House press secretary".
    Role,
    /// An outlet, a programme or a platform: "Fox Business", "Telegram".
    Media,
    /// A source without a name: "a person familiar with the matter".
    AnonSource,
}

impl Label {
    /// All labels.
    pub const ALL: [Self; 21] = [
        Self::Person,
        Self::Norp,
        Self::Fac,
        Self::Org,
        Self::Gpe,
        Self::Loc,
        Self::Product,
        Self::Event,
        Self::WorkOfArt,
        Self::Law,
        Self::Language,
        Self::Date,
        Self::Time,
        Self::Percent,
        Self::Money,
        Self::Quantity,
        Self::Ordinal,
        Self::Cardinal,
        Self::Role,
        Self::Media,
        Self::AnonSource,
    ];

    /// Labels between which articles may waver about one thing, as one of them.
    #[must_use]
    pub fn family(self) -> Self {
        match self {
            Self::Gpe | Self::Loc | Self::Fac => Self::Gpe,
            Self::Org | Self::Media => Self::Org,
            other => other,
        }
    }

    /// The code in exports, as spaCy spells it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Person => "PERSON",
            Self::Norp => "NORP",
            Self::Fac => "FAC",
            Self::Org => "ORG",
            Self::Gpe => "GPE",
            Self::Loc => "LOC",
            Self::Product => "PRODUCT",
            Self::Event => "EVENT",
            Self::WorkOfArt => "WORK_OF_ART",
            Self::Law => "LAW",
            Self::Language => "LANGUAGE",
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Percent => "PERCENT",
            Self::Money => "MONEY",
            Self::Quantity => "QUANTITY",
            Self::Ordinal => "ORDINAL",
            Self::Cardinal => "CARDINAL",
            Self::Role => "ROLE",
            Self::Media => "MEDIA",
            Self::AnonSource => "ANON_SOURCE",
        }
    }
}

/// How sure a judgement is, in the three steps that the page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// A guess that may well be wrong.
    Low,
    /// More likely right than not; of names, four in five.
    Medium,
    /// Of names, 19 in 20 are right, also in texts of another kind than the tagger learned from:
    /// `knowledge/model/MANIFEST.toml` has the counts.
    High,
}
