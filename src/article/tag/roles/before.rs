//! Roles before a name.

use super::phrase::{self, LONGEST_ROLE, is_address, is_inside, is_moment, is_plural, is_post};
use super::tense::{self, Tense};
use super::{Line, Role};
use crate::article::label::Label;
use crate::article::segment::TokenKind;

/// The role that ends right before a name, forms of address between them passed over.
pub(super) fn before(line: Line<'_>, index: usize) -> Option<Role> {
    let name = &line.names[index].tokens;
    let mut last = name.start.checked_sub(1)?;
    while last > line.limits.start && is_address(line, last) {
        last -= 1;
    }
    let of_state = last >= line.limits.start + 2
        && line.lower(last) == "state"
        && line.lower(last - 1) == "of"
        && is_post(line, last - 2);
    if last < line.limits.start || !is_post(line, last) && !of_state && !ends_in_office(line, last) {
        return None;
    }
    let mut first = last;
    while first > line.limits.start && last - first < LONGEST_ROLE {
        match left(line, first) {
            Some(next) => first = next,
            None => break,
        }
    }
    while first < last && is_loose(line, first) {
        first += 1;
    }
    let mut holders = vec![name.start];
    if is_plural(line, last) {
        holders.extend(others(line, index));
    }
    Some(role(line, first, last + 1, holders, "stands before a name"))
}

/// Where the role begins if what stands before token `first` belongs to it.
fn left(line: Line<'_>, first: usize) -> Option<usize> {
    let index = first - 1;
    if let Some(named) = line.ending_at(first) {
        let inside = named.label != Label::Person && named.tokens.start >= line.limits.start;
        return inside.then_some(named.tokens.start);
    }
    let lower = line.lower(index);
    match lower {
        // Whose: "Russia's", "the authority's", "Sorin's".
        "'s" | "'" => {
            let owner = line.ending_at(index).map(|n| n.tokens.start);
            let noun = index
                .checked_sub(1)
                .filter(|&i| is_inside(line, i) && i >= line.limits.start);
            owner.or(noun).filter(|&at| at >= line.limits.start)
        }
        "of" | "to" | "for" | "at" => index
            .checked_sub(1)
            .filter(|&at| at >= line.limits.start && is_post(line, at)),
        "and" => index
            .checked_sub(1)
            .filter(|&at| at >= line.limits.start && line.ground.lexicon.role_words.has(line.lower(at))),
        "then" => is_then(line, index).then_some(index),
        // "Club insiders say coach Tom Weber".
        _ if line.ground.lexicon.says.has(lower) => None,
        _ => (is_inside(line, index) || is_post(line, index)).then_some(index),
    }
}

/// "the then minister", not "Then Minister Holm left".
fn is_then(line: Line<'_>, index: usize) -> bool {
    let before = index.checked_sub(1).map_or("", |i| line.lower(i));
    matches!(before, "the" | "a" | "his" | "her" | "its" | "their" | "'s") || line.lower(index + 1) == "-"
}

/// Words and marks that a role does not begin with.
fn is_loose(line: Line<'_>, at: usize) -> bool {
    let word = &line.ground.words[at];
    word.kind != TokenKind::Word
        || matches!(word.lower.as_ref(), "of" | "and" | "for" | "to" | "at" | "state")
        || is_moment(line, at)
}

/// "Ministers of Finance": an office whose last word is a name ("head of Mossad").
fn ends_in_office(line: Line<'_>, last: usize) -> bool {
    let Some(office) = line.ending_at(last + 1) else {
        return false;
    };
    let at = office.tokens.start;
    let joined = at >= line.limits.start + 2
        && matches!(line.lower(at - 1), "of" | "to" | "for" | "at")
        && is_post(line, at - 2);
    joined && office.label != Label::Person
}

/// The persons that are joined to one by "and" and commas.
fn others(line: Line<'_>, index: usize) -> Vec<usize> {
    let mut others = Vec::new();
    let mut end = line.names[index].tokens.end;
    for next in line.names[index + 1..]
        .iter()
        .filter(|n| n.label == Label::Person)
    {
        let between = end..next.tokens.start;
        let joined = next.tokens.end <= line.limits.end
            && !between.is_empty()
            && between.len() <= 2
            && between
                .into_iter()
                .all(|at| matches!(line.lower(at), "and" | ","));
        if !joined {
            break;
        }
        others.push(next.tokens.start);
        end = next.tokens.end;
    }
    others
}

/// The role that a comma parts from the name behind it: "the bank's chair, Nora Pell, said".
pub(super) fn set_off(line: Line<'_>, index: usize) -> Option<Role> {
    let name = &line.names[index].tokens;
    let mut comma = name.start.checked_sub(1)?;
    while comma > line.limits.start && is_address(line, comma) {
        comma -= 1;
    }
    let gone = line.lower(comma) == "late" && line.lower(comma.checked_sub(1)?) == "the";
    if gone {
        comma = comma.checked_sub(2)?;
    }
    // "In a talk with the minister, Kari Holm said": a verb behind the name makes the comma another's.
    let after = line
        .ground
        .words
        .get(name.end)
        .filter(|_| name.end < line.limits.end);
    let closed = after.is_none_or(|word| {
        word.kind == TokenKind::Mark && !matches!(word.text, "(" | "-" | "\"" | "“") || word.lower == "and"
    });
    if line.lower(comma) != "," || comma <= line.limits.start || !closed {
        return None;
    }
    let lowest = line.limits.start.max(comma.saturating_sub(LONGEST_ROLE));
    let first =
        (lowest..comma).find(|&at| opens(line, at) && phrase::end(line, inner(line, at)) == Some(comma))?;
    let mut found = role(
        line,
        inner(line, first),
        comma,
        vec![name.start],
        "set off before a name",
    );
    if gone {
        found.tense = Tense::Former;
    }
    Some(found)
}

/// Whether a role with its article may begin here.
fn opens(line: Line<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|&i| i >= line.limits.start);
    let edge = before.is_none_or(|i| {
        line.ground.words[i].kind == TokenKind::Mark && !matches!(line.ground.words[i].text, "-" | ".")
    });
    let owner = line
        .starting_at(at)
        .is_some_and(|n| matches!(line.lower(n.tokens.end), "'s" | "'"));
    edge || owner || is_article(line.lower(at))
}

fn inner(line: Line<'_>, at: usize) -> usize {
    at + usize::from(is_article(line.lower(at)))
}

/// An article or possessive pronoun.
pub(super) fn is_article(lower: &str) -> bool {
    matches!(
        lower,
        "the" | "a" | "an" | "his" | "her" | "its" | "their" | "my" | "our"
    )
}

/// The role `first..end`, its tense told by a word before its head, by a prefix or by a suffix.
pub(super) fn role(
    line: Line<'_>,
    first: usize,
    end: usize,
    holders: Vec<usize>,
    reason: &'static str,
) -> Role {
    let told = |at: usize| tense::of_word(line.lower(at));
    // At its head, or behind the one whose office it is: "Plink's former head".
    let owner = |at: usize| at == first || matches!(line.lower(at - 1), "'s" | "'");
    let place = (first..end - 1).find(|&at| owner(at) && told(at).is_some());
    let tense = place.and_then(told).or_else(|| {
        let prefix = tense::prefix(line.ground.words[first].text).0;
        prefix.or(tense::suffix(line.ground.words[end - 1].text).0)
    });
    let timed = place.map_or(first..first, |at| {
        let hyphen = line.lower(at + 1) == "-" && at + 2 < end;
        at..at + 1 + usize::from(hyphen)
    });
    Role {
        tokens: first..end,
        timed,
        holders,
        tense: tense.unwrap_or(Tense::Current),
        reason,
    }
}
