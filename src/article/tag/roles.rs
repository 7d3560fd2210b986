//! Roles beside a person: before the name ("Ukrainian President") or set off behind it (", chief of staff to …,").

use std::ops::Range;

use super::ground::{Ground, Named};
use super::words::Stretch;
use crate::article::label::{Confidence, Label};
use crate::article::segment::TokenKind;

/// A longer run of words is a clause, not a role.
const LONGEST_ROLE: usize = 12;

/// A role behind a name tells its head word within so many words: "the country's top climate negotiator".
const HEAD_WITHIN: usize = 7;

/// All roles beside the persons of `found`, which is in order.
pub(super) fn find(ground: &Ground<'_>, stretches: &[Stretch], found: &[Named]) -> Vec<Named> {
    let mut roles = Vec::new();
    let mut stretch = 0;
    for (index, person) in found.iter().enumerate().filter(|(_, n)| n.label == Label::Person) {
        while stretch + 1 < stretches.len() && stretches[stretch].tokens.end <= person.tokens.start {
            stretch += 1;
        }
        let limits = &stretches[stretch].tokens;
        let before = before(ground, limits.start, person.tokens.start, &found[..index]);
        let behind = behind(ground, person.tokens.end, limits.end);
        for (tokens, reason) in [
            (before, "stands before a name"),
            (behind, "set off behind a name"),
        ] {
            if let Some(tokens) = tokens {
                roles.push(Named {
                    tokens,
                    label: Label::Role,
                    confidence: Confidence::High,
                    reason,
                });
            }
        }
    }
    roles
}

/// The role that ends right before `name`.
fn before(ground: &Ground<'_>, start: usize, name: usize, names: &[Named]) -> Option<Range<usize>> {
    let last = name.checked_sub(1).filter(|&i| i >= start)?;
    let ends = |i: usize| ground.lexicon.roles.has(&ground.words[i].lower);
    let of_state = last >= start + 2 && ground.words[last].lower == "state" && ends(last - 2);
    if !ends(last) && !of_state && !ends_in_office(ground, start, last, names) {
        return None;
    }
    let mut first = last;
    while first > start && last - first < LONGEST_ROLE {
        let index = first - 1;
        let word = &ground.words[index];
        if let Some(named) = ending_at(names, first) {
            if named.label == Label::Person || named.tokens.start < start {
                break;
            }
            first = named.tokens.start;
        } else if inside(ground, index) || word.lower == "'s" && ending_at(names, index).is_some() {
            first = index;
        } else {
            break;
        }
    }
    while matches!(
        ground.words[first].lower.as_ref(),
        "of" | "and" | "for" | "the" | "'s" | "-" | "state"
    ) && first < last
    {
        first += 1;
    }
    Some(first..last + 1)
}

/// "Ministers of Finance": an office whose last word is a name ("head of Mossad").
fn ends_in_office(ground: &Ground<'_>, start: usize, last: usize, names: &[Named]) -> bool {
    let Some(office) = ending_at(names, last + 1) else {
        return false;
    };
    let at = office.tokens.start;
    let of = at >= start + 2 && ground.words[at - 1].lower == "of";
    of && ground.lexicon.roles.has(&ground.words[at - 2].lower)
}

fn ending_at(names: &[Named], end: usize) -> Option<&Named> {
    let at = names.partition_point(|n| n.tokens.end < end);
    names.get(at).filter(|n| n.tokens.end == end)
}

fn inside(ground: &Ground<'_>, index: usize) -> bool {
    let word = &ground.words[index];
    word.text == "-"
        || ground.lexicon.role_words.has(&word.lower) && word.lower != "the"
        || ground.lexicon.roles.has(&word.lower)
}

/// The role between commas right behind a name.
fn behind(ground: &Ground<'_>, name: usize, end: usize) -> Option<Range<usize>> {
    if name >= end || ground.words[name].text != "," {
        return None;
    }
    let mut first = name + 1;
    if first < end
        && matches!(
            ground.words[first].lower.as_ref(),
            "the" | "a" | "an" | "who" | "his" | "her" | "its"
        )
    {
        if ground.words[first].lower == "who" {
            return None;
        }
        first += 1;
    }
    let last = (first..end.min(first + LONGEST_ROLE)).find(|&i| stops(ground, i))?;
    let head =
        (first..last.min(first + HEAD_WITHIN)).find(|&i| ground.lexicon.roles.has(&ground.words[i].lower))?;
    // "…, President Smith said": a name behind the role makes it the role of that name.
    let next = ground.words.get(head + 1).filter(|_| head + 1 < last);
    let other =
        next.is_some_and(|w| w.capital && w.kind == TokenKind::Word) && !before_of(ground, head, last);
    (last > first && !other).then_some(first..last)
}

fn before_of(ground: &Ground<'_>, head: usize, last: usize) -> bool {
    (head + 1..last).any(|i| matches!(ground.words[i].lower.as_ref(), "of" | "for" | "to" | "at"))
}

/// A mark, or a verb that begins the clause's own statement.
fn stops(ground: &Ground<'_>, index: usize) -> bool {
    let word = &ground.words[index];
    let mark = word.kind == TokenKind::Mark && !matches!(word.text, "-" | "." | "&");
    mark || word.text == "."
        || ground.lexicon.says.has(&word.lower)
        || matches!(word.lower.as_ref(), "who" | "and" | "was" | "is" | "has" | "had")
}
