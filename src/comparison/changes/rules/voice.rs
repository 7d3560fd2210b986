//! Who did it, told by one side only: "police shot a man" against "a man was shot".

use super::super::draft::{Rule, Sheet};
use super::super::pair::{SIDES, Side};
use super::super::phrase;
use super::negations::is_denied;
use super::quoted::ordered;
use crate::article::label::Confidence;
use crate::comparison::changes::{ChangeKind, Intent};
use std::ops::Range;

const AGENT: Rule = Rule {
    id: "wording.agent-lost",
    kind: ChangeKind::Wording,
    intent: Intent::Fact,
    weight: 0.88,
    only: "Only {A says} who did it: “{a}”.",
    both: "{A says} who did it, “{a}”; {B has} “{b}”.",
};

/// Words between the agent and the verb at most, and between an auxiliary and its participle.
const REACH: usize = 4;

pub(super) fn voice(sheet: &mut Sheet<'_, '_>) {
    for hunk in sheet.open() {
        for side in SIDES.into_iter().filter(|&side| hunk[1 - side].is_empty()) {
            named(sheet, side, &hunk[side]);
        }
    }
    for side in SIDES {
        let Some((agent, passive)) = lost(sheet, side) else {
            continue;
        };
        sheet.find(&AGENT, &ordered(side, agent, passive), Confidence::Medium, 1.0);
        sheet.tell_from(side);
    }
    for side in SIDES {
        if let Some((killed, died)) = killed(sheet, side) {
            sheet.find(&AGENT, &ordered(side, killed, died), Confidence::Medium, 1.0);
            sheet.tell_from(side);
        }
    }
}

/// "was shot dead by police" against "died after a confrontation with police".
fn killed(sheet: &Sheet<'_, '_>, side: usize) -> Option<(Range<usize>, Range<usize>)> {
    let (of, other) = (&sheet.pair.sides[side], &sheet.pair.sides[1 - side]);
    let kills = |side: &Side<'_>, at: usize| KILLED.contains(&side.fold(at));
    let verb = (1..of.words.len()).find(|&at| kills(of, at) && sheet.is_open(side, at))?;
    let passive = (verb.saturating_sub(REACH)..verb).any(|at| is_be(of.fold(at)));
    let by = (verb + 1..verb + REACH).find(|&at| of.fold(at) == "by" && sheet.is_open(side, at))?;
    let died = (0..other.words.len())
        .find(|&at| matches!(other.fold(at), "died" | "dead" | "death") && sheet.is_open(1 - side, at))?;
    let told = (0..other.words.len()).any(|at| kills(other, at) || other.fold(at) == "killing");
    let end = by + 1 + phrase::following(of, by + 1, REACH);
    if !passive || told || is_denied(of, verb) || of.content(&(by..end)) == 0 {
        return None;
    }
    let until = died + 1 + phrase::following(other, died + 1, 2 * REACH);
    Some((first_of_run(of, verb)..end, first_of_run(other, died)..until))
}

/// "was shot by police" against "was shot".
fn named(sheet: &mut Sheet<'_, '_>, side: usize, by: &Range<usize>) {
    let of = &sheet.pair.sides[side];
    let Some(verb) = by.start.checked_sub(1).filter(|&at| is_participle(of, at)) else {
        return;
    };
    let passive = (verb.saturating_sub(REACH)..verb).any(|at| is_be(of.fold(at)));
    let agent = of.fold(by.start) == "by" && of.content(by) > 0 && by.len() <= 2 * REACH;
    let partner = of.words[verb].partner.filter(|_| agent && passive);
    let Some(partner) =
        partner.filter(|&there| is_denied(of, verb) == is_denied(&sheet.pair.sides[1 - side], there))
    else {
        return;
    };
    let starts = [
        first_of_run(of, verb),
        first_of_run(&sheet.pair.sides[1 - side], partner),
    ];
    let evidence = ordered(side, starts[0]..by.end, starts[1]..partner + 1);
    sheet.find(&AGENT, &evidence, Confidence::High, 1.0);
    sheet.tell_from(side);
}

/// Verbs of a killing, which "died" leaves out.
const KILLED: &[&str] = &["killed", "shot", "murdered", "stabbed", "executed"];

/// Verbs for what is done to people and places, of which one may stand for another: "bombed", "was hit".
const ATTACKED: &[&str] = &[
    "bombed",
    "shelled",
    "hit",
    "struck",
    "attacked",
    "raided",
    "destroyed",
    "damaged",
    "killed",
    "injured",
    "wounded",
    "beat",
    "stormed",
];

/// Where `side` has an agent and a verb, the other the verb in the passive without one.
fn lost(sheet: &Sheet<'_, '_>, side: usize) -> Option<(Range<usize>, Range<usize>)> {
    let (of, other) = (&sheet.pair.sides[side], &sheet.pair.sides[1 - side]);
    let verbs = (0..other.words.len()).filter(|&at| is_participle(other, at) || other.fold(at) == "dead");
    for verb in verbs {
        let died = matches!(other.fold(verb), "died" | "dead") && sheet.is_open(1 - side, verb);
        let be = (verb.saturating_sub(REACH)..verb).find(|&at| {
            matches!(other.fold(at), "was" | "were" | "been" | "is" | "are") && sheet.is_open(1 - side, at)
        });
        let be = be.or(died.then_some(verb));
        let by = (verb + 1..(verb + REACH).min(other.words.len())).any(|at| other.fold(at) == "by");
        let (Some(be), false) = (be, by) else { continue };
        // "beaten" and "beat".
        let stem = phrase::stem(&other.words[verb].fold);
        let base = stem.strip_suffix("en").unwrap_or(&stem);
        let active = (1..of.words.len()).find(|&at| {
            let same = [stem.as_str(), base].contains(&phrase::stem(&of.words[at].fold).as_str())
                || died && KILLED.contains(&of.fold(at))
                || ATTACKED.contains(&of.fold(at))
                    && ATTACKED.contains(&other.fold(verb))
                    && sheet.is_open(side, at);
            same && sheet.is_open(side, at - 1) && !is_be(of.fold(at - 1))
        });
        let Some(active) = active else { continue };
        let mut start = active;
        while start > 0 && sheet.is_open(side, start - 1) {
            start -= 1;
        }
        if of.content(&(start..active)) == 0 || is_denied(of, active) != is_denied(other, verb) {
            continue;
        }
        // The object, now the subject: what stands before the auxiliary and behind the active verb.
        let object = (0..be).rev().find(|&at| other.words[at].is_content());
        let Some(object) = object else { continue };
        let noun = phrase::stem(other.fold(object));
        let mut behind = active + 1..(active + 1 + 2 * REACH).min(of.words.len());
        let last = match other.words[object].partner {
            Some(at) => Some(at).filter(|&at| at > active),
            None => behind.find(|&at| phrase::stem(of.fold(at)) == noun),
        };
        if let Some(last) = last {
            return Some((start..last + 1, phrase::noun_start(other, object)..verb + 1));
        }
    }
    None
}

fn first_of_run(side: &Side<'_>, at: usize) -> usize {
    let mut start = at;
    let joins = |at: usize| side.words[at].is_word() || side.words[at].fold == "-";
    while start > 0 && joins(start - 1) && at - start < 2 * REACH && !side.words[start].first {
        start -= 1;
    }
    start
}

pub(super) fn is_be(word: &str) -> bool {
    matches!(word, "was" | "were" | "is" | "are" | "been" | "be" | "being")
}

/// A verb in the past by its form; irregular ones that news is full of are listed.
fn is_participle(side: &Side<'_>, at: usize) -> bool {
    const IRREGULAR: &[&str] = &[
        "shot", "hit", "struck", "beaten", "taken", "stolen", "hurt", "cut", "held", "caught", "sent",
        "found", "left", "thrown", "driven", "burnt", "torn", "fought", "sold", "bought", "broken", "made",
        "lost",
    ];
    let word = side.fold(at);
    word.len() > 3 && word.ends_with("ed") || IRREGULAR.contains(&word)
}
