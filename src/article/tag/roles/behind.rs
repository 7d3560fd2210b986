//! Roles set off behind a name.

use super::before::{is_article, role};
use super::phrase::{self, is_moment, is_plural};
use super::tense::{self, Tense};
use super::{Line, Role, clause};
use crate::article::segment::TokenKind;

/// Apposed phrases behind one name at most: "Kari Holm, 61, a lawyer, mayor of Bergen since May,".
const MOST: usize = 3;

/// Adds the roles behind a name's comma.
pub(super) fn behind(line: Line<'_>, index: usize, roles: &mut Vec<Role>) {
    let name = &line.names[index].tokens;
    let mut comma = name.end;
    for _ in 0..MOST {
        if line.lower(comma) != "," || comma >= line.limits.end {
            return;
        }
        let first = comma + 1;
        let found = clause::clause(line, first, name.start).or_else(|| apposed(line, first, name.start));
        if let Some(role) = found {
            comma = after(line, role.tokens.end);
            roles.push(role);
        } else if is_aside(line, first) {
            comma = first + 1;
        } else {
            return;
        }
    }
}

/// An age between commas.
fn is_aside(line: Line<'_>, at: usize) -> bool {
    let number = line
        .ground
        .words
        .get(at)
        .is_some_and(|w| w.kind == TokenKind::Number);
    number && line.lower(at + 1) == ","
}

/// The next comma behind a role and its time ("since 2016").
fn after(line: Line<'_>, end: usize) -> usize {
    let limit = line.limits.end.min(end + 6);
    (end..limit)
        .find(|&at| line.ground.words[at].kind == TokenKind::Mark)
        .unwrap_or(end)
}

/// The role that is a phrase of its own: ", formerly a partner at the firm,".
fn apposed(line: Line<'_>, start: usize, holder: usize) -> Option<Role> {
    let mut first = start;
    let mut told = None;
    loop {
        if line.lower(first) == "at" && line.lower(first + 1) == "the" && line.lower(first + 2) == "time" {
            told = Some(Tense::Then);
            first += 3;
        } else if is_article(line.lower(first))
            || is_moment(line, first) && !matches!(line.lower(first + 1), "of" | "at" | "in")
            || matches!(line.lower(first), "now" | "currently" | "also" | "still")
        {
            first += 1;
        } else if let Some(tense) = tense::of_word(line.lower(first)).filter(|_| is_adverb(line, first)) {
            told = Some(tense);
            first += 1;
        } else {
            break;
        }
    }
    let end = phrase::end(line, first)?;
    // "Holm, ministers said": several do not stand for one.
    let bare = (first..end).all(|at| !matches!(line.lower(at), "of" | "for" | "to" | "at"));
    if bare && is_plural(line, end - 1) {
        return None;
    }
    let mut found = role(line, first, end, vec![holder], "set off behind a name");
    if found.tense == Tense::Current {
        found.tense = told.or_else(|| past(line, end)).unwrap_or(Tense::Current);
    }
    Some(found)
}

/// A word of tense that stands before the article, and is no part of the role: "once the head".
fn is_adverb(line: Line<'_>, at: usize) -> bool {
    matches!(
        line.lower(at),
        "formerly" | "previously" | "once" | "then" | "sometime"
    ) || is_article(line.lower(at + 1))
}

/// What the time behind a role says: "from 2014 to 2018", "until May", "at the time".
pub(super) fn past(line: Line<'_>, end: usize) -> Option<Tense> {
    let year = |at: usize| {
        line.ground
            .words
            .get(at)
            .is_some_and(|w| w.kind == TokenKind::Number && line.limits.contains(&at))
    };
    match line.lower(end) {
        "until" | "till" | "between" => Some(Tense::Former),
        "in" if year(end + 1) => Some(Tense::Former),
        "from" if (end + 1..end + 6).any(|at| matches!(line.lower(at), "to" | "until" | "till")) => {
            Some(Tense::Former)
        }
        "at" if line.lower(end + 1) == "the" && line.lower(end + 2) == "time" => Some(Tense::Then),
        _ => None,
    }
}
