//! When a role is held, as the words beside it say.

/// When a role is held, seen from the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tense {
    /// Nothing says otherwise.
    Current,
    /// "former", "ex-", "retired", "who led".
    Former,
    /// Held at the time that is told of: "then-", "at the time".
    Then,
    /// For a while, in another's place: "acting", "interim".
    Acting,
    /// Not yet: "incoming", "-elect", "who will lead".
    Next,
    /// Not much longer.
    Outgoing,
}

impl Tense {
    /// The word for people.
    pub fn word(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Former => "former",
            Self::Then => "then",
            Self::Acting => "acting",
            Self::Next => "next",
            Self::Outgoing => "outgoing",
        }
    }
}

/// The tense that a word tells in front of a role ("former minister") or as an adverb ("once a minister").
pub(super) fn of_word(lower: &str) -> Option<Tense> {
    Some(match lower {
        "former" | "ex" | "formerly" | "previously" | "once" | "one-time" | "onetime" | "erstwhile"
        | "sometime" | "past" | "previous" | "retired" | "ousted" | "deposed" | "disgraced" | "late"
        | "emeritus" => Tense::Former,
        "then" => Tense::Then,
        "acting" | "interim" | "caretaker" | "provisional" => Tense::Acting,
        "incoming" | "future" | "designated" => Tense::Next,
        "outgoing" | "departing" => Tense::Outgoing,
        _ => return None,
    })
}

/// The tense that a word's first part tells ("ex-minister"), and the length of that part in bytes.
pub(super) fn prefix(text: &str) -> (Option<Tense>, usize) {
    let Some((head, rest)) = text.split_once(['-', '‑']).filter(|(_, rest)| !rest.is_empty()) else {
        return (None, 0);
    };
    let tense = match head.to_lowercase().as_str() {
        "ex" => Tense::Former,
        "then" => Tense::Then,
        _ => return (None, 0),
    };
    (Some(tense), text.len() - rest.len())
}

/// The tense that a word's last part tells ("president-elect"), and the length of that part in bytes.
pub(super) fn suffix(text: &str) -> (Option<Tense>, usize) {
    let Some((head, tail)) = text.rsplit_once(['-', '‑']) else {
        return (None, 0);
    };
    match tail.to_lowercase().as_str() {
        "elect" | "designate" => (Some(Tense::Next), text.len() - head.len()),
        _ => (None, 0),
    }
}
