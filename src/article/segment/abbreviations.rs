//! Which words keep their full stop, and what that says about the end of a sentence.

use crate::knowledge::lexicon::Lexicon;

/// How an abbreviation behaves, by the company it keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Stands before a name: "Gen.", "Mr.". Never ends a sentence.
    Title,
    /// Stands before a number: "No.", "p.".
    Number,
    /// A month or a weekday, capitalised.
    Month,
    /// Behind a company's name: "Inc.".
    Company,
    /// A state of the US as news writes it, behind a comma: "Austin, Texas" but "Miami, Fla.".
    State,
    /// Any other: "etc.", "vs.", "approx.".
    Plain,
}

/// The abbreviation table and the words that begin sentences.
#[derive(Clone, Copy)]
pub(super) struct Abbreviations<'a> {
    lexicon: &'a Lexicon,
}

/// Words that begin a sentence when they are capitalised behind an abbreviation: function words, which hardly ever
/// begin a name ("the U.S. Government" goes on, "the U.S. The" does not). Sorted.
const STARTERS: &[&str] = &[
    "A",
    "After",
    "Also",
    "Although",
    "Amid",
    "An",
    "And",
    "Another",
    "Are",
    "As",
    "Asked",
    "At",
    "Because",
    "Before",
    "Both",
    "But",
    "By",
    "Can",
    "Did",
    "Do",
    "Does",
    "During",
    "Each",
    "Earlier",
    "Even",
    "Every",
    "For",
    "From",
    "Has",
    "Have",
    "He",
    "Her",
    "Here",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "Instead",
    "Is",
    "It",
    "Its",
    "Last",
    "Later",
    "Many",
    "Meanwhile",
    "More",
    "Most",
    "My",
    "Neither",
    "No",
    "Nor",
    "Not",
    "Nothing",
    "Now",
    "On",
    "Once",
    "One",
    "Only",
    "Or",
    "Other",
    "Others",
    "Our",
    "Please",
    "Several",
    "She",
    "Should",
    "Since",
    "So",
    "Some",
    "Speaking",
    "Still",
    "Such",
    "Thanks",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "Through",
    "To",
    "Under",
    "Unlike",
    "Until",
    "Was",
    "We",
    "Were",
    "What",
    "When",
    "Where",
    "Whether",
    "Which",
    "While",
    "Who",
    "Why",
    "Will",
    "With",
    "Without",
    "Would",
    "Yet",
    "You",
    "Your",
];

impl<'a> Abbreviations<'a> {
    pub(super) fn new(lexicon: &'a Lexicon) -> Self {
        Self { lexicon }
    }

    /// The class of `word`, given without its last full stop, in any case.
    pub(super) fn class(self, word: &str) -> Option<Abbreviation> {
        let table = &self.lexicon.abbreviations;
        let class = if word.bytes().any(|b| b.is_ascii_uppercase()) {
            table.get(&word.to_ascii_lowercase())
        } else {
            table.get(word)
        };
        Some(match class? {
            "title" => Abbreviation::Title,
            "number" => Abbreviation::Number,
            "month" => Abbreviation::Month,
            "company" => Abbreviation::Company,
            "state" => Abbreviation::State,
            _ => Abbreviation::Plain,
        })
    }

    /// Whether `word` begins a sentence rather than a name.
    pub(super) fn is_starter(word: &str) -> bool {
        STARTERS.binary_search(&word).is_ok()
    }
}
