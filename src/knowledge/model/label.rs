//! What the weights speak about: five kinds of names, each with the place of a token in its name.

/// The kinds of names that are learned; finer labels are told apart afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A person.
    Person,
    /// An organisation.
    Organisation,
    /// A place of any kind.
    Location,
    /// A people, faith or political family.
    People,
    /// Everything else that bears a name.
    Other,
}

impl Kind {
    /// All kinds, in the order of their numbers.
    pub const ALL: [Self; 5] = [
        Self::Person,
        Self::Organisation,
        Self::Location,
        Self::People,
        Self::Other,
    ];
}

/// The place of a token in its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The first of several.
    Begin,
    /// Between first and last.
    Inside,
    /// The last of several.
    Last,
    /// The only one.
    Unit,
}

/// How many tags there are.
pub const COUNT: usize = 21;

/// A token's tag: outside of names, or a kind and a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(pub u8);

impl Tag {
    /// Outside of every name.
    pub const OUTSIDE: Self = Self(0);

    /// The tag of a kind and a place.
    pub fn new(kind: Kind, place: Place) -> Self {
        Self(1 + 4 * kind as u8 + place as u8)
    }

    /// The kind, `None` outside.
    pub fn kind(self) -> Option<Kind> {
        Some(Kind::ALL[(self.0.checked_sub(1)? / 4) as usize])
    }

    /// The place, `None` outside.
    pub fn place(self) -> Option<Place> {
        let places = [Place::Begin, Place::Inside, Place::Last, Place::Unit];
        Some(places[(self.0.checked_sub(1)? % 4) as usize])
    }

    /// Whether a name may begin here: nothing of it stands before.
    pub fn opens(self) -> bool {
        !matches!(self.place(), Some(Place::Inside | Place::Last))
    }

    /// Whether nothing of this name may follow.
    pub fn closes(self) -> bool {
        !matches!(self.place(), Some(Place::Begin | Place::Inside))
    }

    /// Whether `next` may follow.
    pub fn precedes(self, next: Self) -> bool {
        if self.closes() {
            next.opens()
        } else {
            !next.opens() && next.kind() == self.kind()
        }
    }
}
