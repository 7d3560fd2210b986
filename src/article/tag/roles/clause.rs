//! Roles told by a clause: ", who heads the bank,", ", who was mayor until 2019,".

use super::before::{is_article, role};
use super::behind::past;
use super::phrase::{self, LONGEST_ROLE, is_time};
use super::tense::{self, Tense};
use super::{Line, Role};

/// Verbs of office: present, past, participle, base; and whether what is headed stands behind "at", "for".
#[rustfmt::skip]
const VERBS: &[([&str; 4], bool)] = &[
    (["heads", "headed", "headed", "head"], false),
    (["leads", "led", "led", "lead"], false),
    (["chairs", "chaired", "chaired", "chair"], false),
    (["co-chairs", "co-chaired", "co-chaired", "co-chair"], false),
    (["runs", "ran", "run", "run"], false),
    (["directs", "directed", "directed", "direct"], false),
    (["commands", "commanded", "commanded", "command"], false),
    (["captains", "captained", "captained", "captain"], false),
    (["coaches", "coached", "coached", "coach"], false),
    (["edits", "edited", "edited", "edit"], false),
    (["rules", "ruled", "ruled", "rule"], false),
    (["governs", "governed", "governed", "govern"], false),
    (["manages", "managed", "managed", "manage"], false),
    (["oversees", "oversaw", "overseen", "oversee"], false),
    (["represents", "represented", "represented", "represent"], false),
    (["advises", "advised", "advised", "advise"], false),
    (["trains", "trained", "trained", "train"], false),
    (["teaches", "taught", "taught", "teach"], true),
    (["writes", "wrote", "written", "write"], true),
    (["works", "worked", "worked", "work"], true),
];

/// The words between "who" and its verb: "has", "once", "then".
struct Lead<'a>(Vec<&'a str>);

impl Lead<'_> {
    fn has(&self, word: &str) -> bool {
        self.0.contains(&word)
    }

    fn is_now(&self) -> bool {
        self.has("is") || self.has("has") && self.has("been") || self.has("will") && self.has("be")
    }

    fn was(&self) -> bool {
        self.has("was") || self.has("were") || self.has("had") && self.has("been")
    }

    fn once(&self) -> bool {
        ["once", "previously", "formerly", "earlier"]
            .iter()
            .any(|word| self.has(word))
    }
}

/// The role that a clause from `first` on tells.
pub(super) fn clause(line: Line<'_>, first: usize, holder: usize) -> Option<Role> {
    if line.lower(first) != "who" {
        return None;
    }
    let (lead, verb) = lead(line, first + 1);
    if lead.is_now() || lead.was() || served(line, verb) {
        return held(line, &lead, verb, holder);
    }
    let (forms, at_place) = VERBS
        .iter()
        .find(|(forms, _)| forms.contains(&line.lower(verb)))?;
    let lower = line.lower(verb);
    let tense = if lead.has("will") && lower == forms[3] {
        Tense::Next
    } else if lead.has("has") && lower == forms[2] || lower == forms[0] && !lead.once() {
        Tense::Current
    } else if lower == forms[1] || lead.has("had") && lower == forms[2] {
        Tense::Former
    } else {
        return None;
    };
    let end = headed(line, verb + 1, *at_place)?;
    let tense = match tense {
        Tense::Former if lead.has("then") || past(line, end) == Some(Tense::Then) => Tense::Then,
        Tense::Current if lead.has("has") => past(line, end).unwrap_or(tense),
        other => other,
    };
    let mut found = role(line, verb, end, vec![holder], "told by a clause behind a name");
    (found.timed, found.tense) = (verb..verb, tense);
    Some(found)
}

fn lead(line: Line<'_>, first: usize) -> (Lead<'_>, usize) {
    const LEADING: [&str; 20] = [
        "has",
        "have",
        "had",
        "will",
        "was",
        "were",
        "is",
        "been",
        "be",
        "once",
        "previously",
        "formerly",
        "earlier",
        "then",
        "also",
        "now",
        "still",
        "currently",
        "later",
        "long",
    ];
    let mut words = Vec::new();
    let mut at = first;
    loop {
        if line.lower(at) == "at" && line.lower(at + 1) == "the" && line.lower(at + 2) == "time" {
            words.push("then");
            at += 3;
        } else if LEADING.contains(&line.lower(at)) {
            words.push(line.lower(at));
            at += 1;
        } else {
            return (Lead(words), at);
        }
    }
}

/// "served as", "works as".
fn served(line: Line<'_>, verb: usize) -> bool {
    let verbs = ["serves", "served", "works", "worked", "acts", "acted"];
    verbs.contains(&line.lower(verb)) && line.lower(verb + 1) == "as"
}

/// The role in "who was the governor's chief of staff".
fn held(line: Line<'_>, lead: &Lead<'_>, verb: usize, holder: usize) -> Option<Role> {
    let serves = served(line, verb);
    let past_verb = serves && line.lower(verb).ends_with("ed") && !lead.has("has");
    let first = if serves { verb + 2 } else { verb };
    let first = first + usize::from(is_article(line.lower(first)));
    let end = phrase::end(line, first)?;
    let mut found = role(line, first, end, vec![holder], "told by a clause behind a name");
    if found.tense == Tense::Current {
        let ended = past(line, end);
        found.tense = if lead.has("then") {
            Tense::Then
        } else if lead.has("will") {
            Tense::Next
        } else if lead.was() || lead.once() || past_verb {
            Tense::Former
        } else {
            ended
                .filter(|_| !lead.is_now() || lead.has("has"))
                .unwrap_or(Tense::Current)
        };
    }
    Some(found)
}

/// The end of what is headed. Behind "who led" a preposition begins no organisation, but a time may stand there.
fn headed(line: Line<'_>, first: usize, at_place: bool) -> Option<usize> {
    let limit = first + LONGEST_ROLE;
    if at_place {
        // "teaches law at Redfield College", "writes for the Herald".
        let place = (first..first + 3).find(|&at| matches!(line.lower(at), "at" | "for"))?;
        let end = phrase::object(line, place + 1, limit);
        return (end > place + 1 && !is_time(line, place)).then_some(end);
    }
    let lower = line.lower(first);
    if is_time(line, first) {
        return matches!(lower, "until" | "since" | "from").then_some(first);
    }
    let loose = matches!(
        lower,
        "" | "to"
            | "into"
            | "in"
            | "on"
            | "at"
            | "for"
            | "with"
            | "by"
            | "of"
            | "as"
            | "that"
            | "away"
            | "off"
            | "out"
            | "and"
            | "him"
            | "her"
            | "them"
            | "us"
            | "me"
            | "it"
    ) && !(lower == "her" && tense::of_word(line.lower(first + 1)).is_none());
    let end = phrase::object(line, first, limit);
    (end > first && !loose).then_some(end)
}
