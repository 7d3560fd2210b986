//! Listed names of several words, found by rolling fingerprints: no strings are kept.

use std::ops::{BitOr, BitOrAssign};

use crate::knowledge::lexicon::{Lexicon, Table};
use crate::text::hash;

/// What a form is listed as; a form may be listed as several things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Kinds(pub u32);

#[allow(missing_docs)] // Each is named like the table or the kind in the table that it is read from.
impl Kinds {
    pub const PERSON: Self = Self(1);
    pub const COUNTRY: Self = Self(1 << 1);
    pub const STATE: Self = Self(1 << 2);
    pub const CITY: Self = Self(1 << 3);
    pub const LOC: Self = Self(1 << 4);
    pub const FAC: Self = Self(1 << 5);
    pub const PEOPLE: Self = Self(1 << 6);
    pub const ORG: Self = Self(1 << 7);
    pub const MEDIA: Self = Self(1 << 8);
    pub const EVENT: Self = Self(1 << 9);
    pub const LAW: Self = Self(1 << 10);
    pub const PRODUCT: Self = Self(1 << 11);
    pub const LANGUAGE: Self = Self(1 << 12);
    /// Listed as no name: "GDP".
    pub const NONE: Self = Self(1 << 13);
    pub const GIVEN: Self = Self(1 << 14);
    pub const FAMILY: Self = Self(1 << 15);
    pub const SURNAME: Self = Self(1 << 16);
    pub const ROLE: Self = Self(1 << 17);
    pub const ROLE_WORD: Self = Self(1 << 18);
    pub const HEAD_ORG: Self = Self(1 << 19);
    pub const HEAD_PLACE: Self = Self(1 << 20);
    pub const HEAD_OTHER: Self = Self(1 << 21);
    pub const COMMON: Self = Self(1 << 22);
    pub const SAYS: Self = Self(1 << 23);
    /// The family name of a person who is often in the news.
    pub const NEWS_FAMILY: Self = Self(1 << 24);
    /// A longer listed form begins so.
    pub const GOES_ON: Self = Self(1 << 31);

    /// Kinds of whole names, as against those of single telling words.
    pub const NAMES: Self = Self((1 << 14) - 1);
    /// Kinds of single telling words.
    pub const WORDS: Self = Self(((1 << 25) - 1) & !((1 << 14) - 1));

    /// Those of `self` that `others` holds too.
    #[must_use]
    pub const fn and(self, others: Self) -> Self {
        Self(self.0 & others.0)
    }

    /// Whether any of `others` is held.
    pub const fn any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Nothing is listed.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl BitOr for Kinds {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Kinds {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// A token's share in the rolling fingerprint of a run of tokens: `state * times + plus`. A token is rolled in
/// pieces, cut at hyphens, so that "al-Qaeda" is found whether it is one token, two or three.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Roll {
    times: u64,
    plus: u64,
}

/// Odd, so that no piece is lost by rolling on.
const ROLLING: u64 = 0xD129_0659_F8A3_4C6B;

/// Keeps the forms of [`Lexicon::acronyms`], where case counts, apart from the others.
const CASED: u64 = 0x5851_F42D_4C95_7F2D;

impl Roll {
    /// Nothing rolled yet.
    pub const START: u64 = 0;

    /// The share of a token, in lower case and without accents, or as it stands.
    pub fn new(token: &str, cased: bool) -> Self {
        let mut roll = Self { times: 1, plus: 0 };
        for piece in token
            .split(crate::text::class::is_hyphen)
            .filter(|p| !p.is_empty())
        {
            let piece = if cased {
                Self::cased(hash::exact(piece))
            } else {
                hash::base(piece)
            };
            roll.times = roll.times.wrapping_mul(ROLLING);
            roll.plus = roll.plus.wrapping_mul(ROLLING).wrapping_add(piece);
        }
        roll
    }

    /// The share of a token of one piece with this fingerprint.
    pub fn of(piece: u64) -> Self {
        Self {
            times: ROLLING,
            plus: piece,
        }
    }

    /// A piece's fingerprint where case counts.
    pub fn cased(piece: u64) -> u64 {
        piece ^ CASED
    }

    /// The fingerprint with this token rolled in.
    #[inline]
    pub fn after(self, state: u64) -> u64 {
        state.wrapping_mul(self.times).wrapping_add(self.plus)
    }
}

/// All listed forms.
#[derive(Debug, Default)]
pub struct Gazetteer {
    // Invariant: a power of two long, at most half full; an empty slot has no kinds.
    slots: Vec<(u32, Kinds)>,
}

impl Gazetteer {
    /// The tables of `lexicon` as one.
    pub fn new(lexicon: &Lexicon) -> Self {
        let mut forms: Vec<(u64, Kinds)> = Vec::new();
        let mut add = |table: &Table, cased: bool, kind: &dyn Fn(&str) -> Kinds| {
            for (form, columns) in table.entries() {
                add_form(&mut forms, form, cased, kind(columns));
            }
        };
        add(&lexicon.acronyms, true, &named);
        add(&lexicon.places, false, &named);
        add(&lexicon.names, false, &named);
        add(&lexicon.today, false, &named);
        add(&lexicon.people, false, &|_| Kinds::PERSON);
        add(&lexicon.peoples, false, &|_| Kinds::PEOPLE);
        add(&lexicon.given, false, &|_| Kinds::GIVEN);
        add(&lexicon.family, false, &|_| Kinds::FAMILY);
        add(&lexicon.surnames, false, &|_| Kinds::SURNAME);
        add(&lexicon.roles, false, &|_| Kinds::ROLE);
        add(&lexicon.role_words, false, &|_| Kinds::ROLE_WORD);
        add(&lexicon.heads, false, &head);
        add(&lexicon.common, false, &|_| Kinds::COMMON);
        add(&lexicon.says, false, &|_| Kinds::SAYS);
        let of_today = lexicon.today.entries();
        let persons = of_today.filter(|(_, columns)| named(columns) == Kinds::PERSON);
        for form in persons.map(|(form, _)| form).chain(lexicon.people.forms()) {
            if let Some((_, family)) = form.rsplit_once(' ').filter(|(_, f)| f.len() > LONGEST_SUFFIX) {
                add_form(&mut forms, family, false, Kinds::NEWS_FAMILY);
            }
        }
        Self::from_forms(forms)
    }

    fn from_forms(forms: Vec<(u64, Kinds)>) -> Self {
        // Bare numbers: the sort for these is compiled already.
        let mut forms: Vec<(u64, u32)> = forms.into_iter().map(|(form, kinds)| (form, kinds.0)).collect();
        forms.sort_unstable();
        forms.dedup_by(|later, kept| {
            let same = later.0 == kept.0;
            if same {
                kept.1 |= later.1;
            }
            same
        });
        let mut slots = vec![(0, Kinds::default()); (forms.len() * 2).next_power_of_two()];
        let mask = slots.len() - 1;
        for (form, kinds) in forms {
            let form = hash::finish(form);
            let mut at = form as usize & mask;
            while !slots[at].1.is_empty() {
                at = (at + 1) & mask;
            }
            slots[at] = ((form >> 32) as u32, Kinds(kinds));
        }
        Self { slots }
    }

    /// What the run of tokens with this fingerprint is listed as.
    #[inline]
    pub fn of(&self, rolled: u64) -> Kinds {
        let form = hash::finish(rolled);
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = form as usize & mask;
        while let Some(&(key, kinds)) = self.slots.get(at) {
            if kinds.is_empty() || key == (form >> 32) as u32 {
                return kinds;
            }
            at = (at + 1) & mask;
        }
        Kinds::default()
    }
}

/// "Jr", "II", "al": what ends a name and is no longer than this is no family name. ("Xi" stands first.)
const LONGEST_SUFFIX: usize = 2;

/// Adds a form, and each of its beginnings as one that goes on.
fn add_form(forms: &mut Vec<(u64, Kinds)>, form: &str, cased: bool, kinds: Kinds) {
    let mut state = Roll::START;
    let words: Vec<&str> = form.split(' ').collect();
    for (index, word) in words.iter().enumerate() {
        let pieces: Vec<&str> = word
            .split(crate::text::class::is_hyphen)
            .filter(|p| !p.is_empty())
            .collect();
        for (number, piece) in pieces.iter().enumerate() {
            state = Roll::new(piece, cased).after(state);
            let last = index + 1 == words.len() && number + 1 == pieces.len();
            forms.push((state, if last { kinds } else { Kinds::GOES_ON }));
        }
    }
}

fn named(columns: &str) -> Kinds {
    match columns.split('\t').next().unwrap_or("") {
        "person" => Kinds::PERSON,
        "country" => Kinds::COUNTRY,
        "state" => Kinds::STATE,
        "city" => Kinds::CITY,
        "loc" => Kinds::LOC,
        "fac" => Kinds::FAC,
        "org" => Kinds::ORG,
        "media" => Kinds::MEDIA,
        "event" => Kinds::EVENT,
        "law" => Kinds::LAW,
        "product" => Kinds::PRODUCT,
        "language" => Kinds::LANGUAGE,
        "norp" => Kinds::PEOPLE,
        _ => Kinds::NONE,
    }
}

fn head(columns: &str) -> Kinds {
    match columns {
        "gpe" | "loc" | "fac" => Kinds::HEAD_PLACE,
        "event" | "law" => Kinds::HEAD_OTHER,
        _ => Kinds::HEAD_ORG,
    }
}
