//! What one article denies and the other says in a sentence that is not linked: "She has not been charged" and "the clerk was
//! charged with theft".

use super::super::draft::{Draft, Part, Rule};
use super::super::pair::{Side, per_side};
use super::super::phrase::DETERMINERS;
use super::super::{round, widen};
use super::elsewhere::{Line, Room, both};
use super::negations::NEGATIONS;
use super::opposites::{self, HURT, TREATED};
use super::related;
use crate::article::label::Confidence;
use crate::comparison::changes::{ChangeKind, Intent};
use crate::order::Arrange as _;

pub(in super::super) const DENIED: Rule = Rule {
    id: "statement.denied",
    kind: ChangeKind::Statement,
    intent: Intent::Fact,
    weight: 0.9,
    only: "Only {A has} “{a}”.",
    both: "{A has} “{a}”, {B has} “{b}”: one denies what the other says.",
};

/// Words from a denial to what it denies, at most.
const REACH: usize = 8;

/// Sentences of an article that say it, at most: what most of them say is what the story is about.
const SAID: usize = 3;

/// Words of sense that both clauses have at least, with the one that is denied, where that is no outcome.
const SHARED: usize = 2;

/// Words of what is said at most that are shown with more of their clause.
const READS: usize = 3;

/// A word of sense where it stands, and what becomes of it there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Telling {
    /// What stands for it: its stem, or the harm that it tells of.
    key: u64,
    /// The sentence, by its place, and the word in it.
    line: usize,
    at: usize,
    polarity: Polarity,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Polarity {
    Affirmed,
    /// By the word at this place.
    Negated(usize),
    /// Behind what is denied: nobody knows.
    Unclear,
}

/// What all sentences of one article that speak of it deny, and all of the other say.
pub(super) fn denied(room: &Room<'_, '_>) -> Vec<Draft> {
    let words = per_side(|side| room.texts[side].tellings.as_slice());
    let mut drafts: Vec<Draft> = Vec::new();
    let mut rest = words[1];
    for one in words[0].chunk_by(|x, y| x.key == y.key) {
        let behind = rest.partition_point(|word| word.key < one[0].key);
        let until = rest.partition_point(|word| word.key <= one[0].key);
        let other = &rest[behind..until];
        rest = &rest[until..];
        let Some(draft) = parted(room, [one, other]) else {
            continue;
        };
        if !drafts.iter().any(|known| known.meets(&draft.sides)) {
            drafts.push(draft);
        }
    }
    drafts
}

/// The words of sense of an article's sentences, sorted by what stands for them.
pub(super) fn tellings(lines: &[Line<'_>]) -> Vec<Telling> {
    let mut words = Vec::new();
    for (line, of) in lines.iter().enumerate() {
        let side = &of.side;
        let mut denial: Option<(usize, usize)> = None;
        for at in 0..side.words.len() {
            // What is not ruled out may be.
            let may_be = side.fold(at) == "out" && denial.is_some_and(|(not, _)| at - not <= 2);
            if may_be || ends(side, at) {
                denial = None;
            } else if denies(side, at) {
                denial = Some((at, 0));
                continue;
            }
            if of.rare.binary_search(&of.stems[at]).is_err() {
                continue;
            }
            let harm = opposites::harm(side, &(at..at + 1));
            let polarity = match &mut denial {
                Some((not, count)) if at - *not <= REACH => {
                    *count += 1;
                    let aimed = *count == 1 || *count == 2 && harm.is_some();
                    if aimed {
                        Polarity::Negated(*not)
                    } else {
                        Polarity::Unclear
                    }
                }
                _ => Polarity::Affirmed,
            };
            // Nobody was hurt where nobody was treated.
            let key = harm.map_or(
                of.stems[at],
                |harm| if harm == TREATED { HURT } else { harm } as u64,
            );
            words.push(Telling {
                key,
                line,
                at,
                polarity,
            });
        }
    }
    words.arrange();
    words
}

/// Whether what is denied is over.
fn ends(side: &Side<'_>, at: usize) -> bool {
    let word = side.fold(at);
    !side.words[at].is_word() || matches!(word, "but" | "because" | "although" | "though" | "while" | "and")
}

/// Whether a word denies what follows; "not only" and "no more than" deny nothing.
fn denies(side: &Side<'_>, at: usize) -> bool {
    let next = side.fold(at + 1);
    NEGATIONS.contains(&side.fold(at))
        && side.fold(at) != "without"
        && !matches!(
            next,
            "only" | "just" | "longer" | "until" | "more" | "less" | "fewer" | "matter" | "doubt"
        )
}

/// Where one article denies each time what the other says each time.
fn parted(room: &Room<'_, '_>, words: [&[Telling]; 2]) -> Option<Draft> {
    let all = |side: usize, denied: bool| {
        let mut words = words[side].iter();
        words.all(|word| match word.polarity {
            Polarity::Affirmed => !denied,
            Polarity::Negated(_) => denied,
            Polarity::Unclear => false,
        })
    };
    let side = (0..2).find(|&side| all(side, true) && all(1 - side, false))?;
    let sentences = |words: &[Telling]| words.chunk_by(|x, y| x.line == y.line).count();
    if words
        .iter()
        .any(|words| words.is_empty() || sentences(words) > SAID)
    {
        return None;
    }
    let first = words.map(|words| words[0]);
    if room.is_linked(first[0].line, first[1].line) {
        return None;
    }
    let lines = per_side(|side| &room.texts[side].lines[first[side].line]);
    let clauses = per_side(|at| {
        let Telling {
            at: word, polarity, ..
        } = first[at];
        let start = if let Polarity::Negated(not) = polarity {
            not
        } else {
            word
        };
        let of = &lines[at].side;
        let whole = round::alone(of, &(start..word + 1));
        if whole.len() < READS {
            related::clause(of, word)
        } else {
            whole
        }
    });
    let shared = both(&lines[0].rare_in(&clauses[0]), &lines[1].rare_in(&clauses[1]));
    let name = lines[side].side.words[first[side].at].is_capital();
    // "The charges" are no step.
    let noun = per_side(|at| {
        let before = first[at].at.checked_sub(1);
        before.is_some_and(|before| DETERMINERS.contains(&lines[at].side.fold(before)))
    });
    let outcome = noun == [false, false] && opposites::is_step(&lines[side].side, first[side].at);
    if name || !outcome && shared < SHARED {
        return None;
    }
    let sides = per_side(|at| &lines[at].side);
    let shown = widen::clauses(sides, &clauses, widen::TOLD).unwrap_or(clauses);
    Some(Draft {
        rule: &DENIED,
        confidence: Confidence::Medium,
        weight: DENIED.weight,
        lead: None,
        sides: per_side(|at| Part::of(sides[at], &shown[at], String::new())),
    })
}
