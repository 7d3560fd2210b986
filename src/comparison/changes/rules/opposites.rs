//! Words that cannot both be true: approved and rejected, rose and fell, killed and injured.

use std::ops::Range;

use super::super::draft::{Rule, Sheet};
use super::super::pair::{Hunk, SIDES, Side, per_side};
use super::super::{phrase, widen};
use super::attribution;
use super::cues;
use super::facts::{self, Fact};
use super::negations;
use super::quoted::ordered;
use super::related;
use crate::article::label::Confidence;
use crate::comparison::changes::{ChangeKind, Intent};

const CONTRARY: Rule = Rule {
    id: "hedge.contrary",
    kind: ChangeKind::Hedge,
    intent: Intent::Fact,
    weight: 0.96,
    only: "Only {A has} “{a}”.",
    both: "{A has} “{a}”, {B has} “{b}”: both cannot be so.",
};

pub(super) const OTHER: Rule = Rule {
    id: "statement.contrary",
    kind: ChangeKind::Statement,
    intent: Intent::Fact,
    weight: 0.9,
    only: "Only {A has} “{a}”.",
    both: "{A has} “{a}”, {B has} “{b}”: both cannot be so.",
};

pub(super) const HARM: Rule = Rule {
    id: "number.harm",
    kind: ChangeKind::Number,
    intent: Intent::Fact,
    weight: 0.99,
    only: "Only {A has} “{a}”.",
    both: "{A says} “{a}”, {B says} “{b}”: another harm is counted.",
};

const WHO: Rule = Rule {
    id: "statement.who",
    kind: ChangeKind::Statement,
    intent: Intent::Fact,
    weight: 0.6,
    only: "Only {A has} “{a}”.",
    both: "{A has} “{a}”, {B has} “{b}”: only one says who they were.",
};

/// People, against mere people.
const PEOPLE: &str = "civilian child children woman women baby infant pensioner refugee migrant journalist hostage prisoner pupil \
    student worker protester soldier|people person";

const STEP: Rule = Rule {
    id: "hedge.step-of-law",
    kind: ChangeKind::Hedge,
    intent: Intent::Fact,
    weight: 0.95,
    only: "Only {A has} “{a}”.",
    both: "{A has} “{a}”, {B has} “{b}”: another step of the law.",
};

/// What the law does to a suspect, step by step.
const STEPS: &[&str] = &[
    "question|questioned|questioning|interviewed",
    "detain|detained|arrest|arrested",
    "charge|charged|indict|indicted",
    "convict|convicted|jailed|sentenced",
];

/// Outcomes against one another, in their base form or where that is irregular in all forms; one with a dot behind it is
/// that form alone.
const OPPOSITES: &str = "\
    approve accept pass back endorse adopt backed support ratify agree|reject refuse decline oppose block veto defeat turn disagree;\
    convict guilty|acquit clear innocent;uphold upheld confirm|overturn quash reverse annul lift;\
    rise rose risen increase grow grew climb gain jump surge soar higher up raise|fall fell fallen decrease shrink shrank drop decline lose lost slump plunge slip lower down sink sank cut slide slid;\
    win won beat|lose lost;win. won victory|defeat.;draw drew|lose lost win won;open reopen|close shut;\
    start begin began begun resume|end stop halt finish suspend;\
    admit acknowledge concede confirm accept|deny reject dispute denied;\
    welcome praise hail applaud|criticise criticize condemn reject attack denounce;\
    succeed success|fail failure miss;break broke set reach hit|miss;legal lawful|illegal unlawful;\
    safe|unsafe dangerous;ready willing able|unready unwilling unable;before|after;first|last;more|less fewer;\
    north|south;east|west;northern|southern;eastern|western;alive|dead;hire|fire sack dismiss;\
    resign quit|dismiss sack fire oust;join|leave left quit;arrive|leave left depart;\
    allow permit|ban forbid bar prohibit;likely|unlikely;possible|impossible;success successful|unsuccessful failed;\
    include|exclude;enter|exit leave;buy bought|sell sold;majority|minority;public|private secret;\
    nobody none|everybody everyone;strong stronger|weak weaker;face|escape avoid;profit|loss;\
    largest biggest highest most|smallest lowest least;best|worst;victim|suspect;\
    ally allies friend|enemy enemies rival;men man|women woman;\
    voluntary voluntarily|compulsory mandatory forced ordered obliged;\
    deliberate deliberately intentionally purpose|accident accidental accidentally mistake;minor slight|serious severe";

/// The same where nothing but one word parts the sides.
const ALONE: &str = "\
    uphold upheld|reject dismiss;permanent permanently|temporary temporarily;\
    peaceful|violent;positive|negative;for|against;extend|shorten;\
    tighten|ease loosen relax;cancel cancelled scrap abandon|postpone delay suspend pause;sharply steeply|slightly;\
    slow slowed|rise rose accelerate quicken";

/// Things and people, of which one is not the other.
const THINGS: &str = "\
    soldier fighter militant|civilian;export|import;adult|child children;morning|afternoon evening;domestic|foreign;\
    boy|girl;son|daughter;brother|sister;murder|manslaughter;plaintiff|defendant;surplus|deficit;winner|loser;\
    employer|employee worker;suspect|witness";

/// What happens to people, by how grave it is.
const HARMS: &[&str] = &[
    "kill killed dead died die death dies perish fatal",
    "injure injured wound wounded hurt injury injuries",
    "missing disappear vanish",
    "displace homeless evacuate",
    "arrest detain jail",
    "charge indict",
    "rescue survive alive freed",
    "treated hospitalise hospitalize hospital",
];

/// The places of these two in the list.
pub(super) const HURT: usize = 1;
pub(super) const TREATED: usize = 7;

/// Words of a side at most in which an opposite is read as what the hunk says.
const SHORT: usize = 6;

pub(super) fn opposites(sheet: &mut Sheet<'_, '_>) {
    for hunk in sheet.open() {
        let sides = &sheet.pair.sides;
        // "stabbed" against "stabbed to death"
        let dies = |side: usize| {
            let of = &sides[side];
            let died = of.fold(hunk[side].start) == "to" && of.fold(hunk[side].start + 1) == "death";
            died && hunk[side].len() == 2 && hunk[1 - side].is_empty()
        };
        if let Some(side) = SIDES.into_iter().find(|&side| dies(side)) {
            sheet.find(&HARM, &hunk, Confidence::High, 1.0);
            sheet.tell_from(side);
            continue;
        }
        if hunk.iter().any(|words| words.is_empty() || words.len() > SHORT) {
            continue;
        }
        let steps = per_side(|side| step(&sides[side], &hunk[side]));
        if matches!(steps, [Some(x), Some(y)] if x != y) {
            let evidence = per_side(|side| phrase::led(&sides[side], &hunk[side]));
            sheet.find(&STEP, &evidence, Confidence::High, 1.0);
            continue;
        }
        let harms = per_side(|side| harm(&sides[side], &hunk[side]));
        let grave = matches!(harms, [Some(x), Some(y)] if x != y);
        let alone = hunk.iter().all(|words| words.len() == 1);
        if alone && listed(&sides[0], &sides[1], &hunk, THINGS) {
            let evidence = per_side(|side| phrase::with_its_noun(&sides[side], &hunk[side]));
            sheet.find(&OTHER, &evidence, Confidence::High, 1.0);
            continue;
        }
        if alone && listed(&sides[0], &sides[1], &hunk, PEOPLE) {
            let evidence = per_side(|side| phrase::with_its_noun(&sides[side], &hunk[side]));
            sheet.find(&WHO, &evidence, Confidence::Medium, 1.0);
            continue;
        }
        if !grave && (!opposed(&sides[0], &sides[1], &hunk) || has_both(sides, &hunk)) {
            continue;
        }
        // Who "bans" it and who "does not allow" it agree; who was killed or hurt was hurt.
        let denied = per_side(|side| {
            hunk[side]
                .clone()
                .any(|at| negations::is_denied(&sides[side], at))
        });
        if denied[0] != denied[1] || grave && harms_both(sides, &hunk) {
            continue;
        }
        let said = SIDES.iter().all(|&side| cues::has_cue(sheet, side, &hunk[side]));
        let rule = match (grave, said) {
            (true, _) => &HARM,
            (false, true) => &attribution::CONTRARY,
            (false, false) => &CONTRARY,
        };
        let evidence = per_side(|side| phrase::led(&sheet.pair.sides[side], &hunk[side]));
        sheet.find(rule, &evidence, Confidence::High, 1.0);
    }
    counted(sheet);
    departed(sheet);
}

/// How somebody lost an office, and how somebody gave it up.
const SENT_AWAY: &str = "sacked|fired|dismissed|ousted|axed";
const LEFT: &str = "resigned|quit|resigns|resignation|consent|retired|retires";

/// "The board dismissed Paul Wray" against "Paul Wray stepped down", however the rest is told.
fn departed(sheet: &mut Sheet<'_, '_>) {
    let goes = |of: &Side<'_>, at: usize| {
        let down = matches!(
            of.fold(at),
            "stepped" | "stood" | "steps" | "stands" | "step" | "stand"
        ) && matches!(of.fold(at + 1), "down" | "aside");
        phrase::one_of(LEFT, of.fold(at)) || down
    };
    let sent = |of: &Side<'_>, at: usize| phrase::one_of(SENT_AWAY, of.fold(at));
    for side in SIDES {
        let (of, other) = (&sheet.pair.sides[side], &sheet.pair.sides[1 - side]);
        let all = [0..of.words.len(), 0..other.words.len()];
        let both = all[0].clone().any(|at| goes(of, at)) || all[1].clone().any(|at| sent(other, at));
        let free = |side: usize, at: usize| {
            let of = &sheet.pair.sides[side];
            sheet.is_open(side, at) && !of.words[at].quoted && !negations::is_denied(of, at)
        };
        let mine = all[0].clone().find(|&at| sent(of, at) && free(side, at));
        let theirs = all[1].clone().find(|&at| goes(other, at) && free(1 - side, at));
        let Some((mine, theirs)) = mine.zip(theirs).filter(|_| !both) else {
            continue;
        };
        let clause = |side: usize, at: usize| related::clause(&sheet.pair.sides[side], at);
        let evidence = ordered(side, clause(side, mine), clause(1 - side, theirs));
        sheet.find(&OTHER, &evidence, Confidence::Medium, 1.0);
        return;
    }
}

/// Words on each side of a harm at most in which the other's may stand too.
const HARMS_NEAR: usize = 6;

/// Whether one side tells of both harms.
fn harms_both(sides: &[Side<'_>; 2], hunk: &Hunk) -> bool {
    let harms = per_side(|side| harm(&sides[side], &hunk[side]));
    SIDES.into_iter().any(|side| {
        let of = &sides[side];
        let near =
            hunk[side].start.saturating_sub(HARMS_NEAR)..(hunk[side].end + HARMS_NEAR).min(of.words.len());
        near.into_iter()
            .any(|at| harm(of, &(at..at + 1)) == harms[1 - side])
    })
}

/// Words at most between a number and what befell those that it counts: "killing at least four people".
const BEFELL: usize = 4;

/// "three sailors died" against "injuring three sailors", however much was rewritten.
fn counted(sheet: &mut Sheet<'_, '_>) {
    let sides = [&sheet.pair.sides[0], &sheet.pair.sides[1]];
    let open = |side: usize, words: &Range<usize>| sheet.any_open(side, words);
    let Some((evidence, harms)) = harmed(sides) else {
        return;
    };
    if SIDES.iter().all(|&side| open(side, &harms[side])) {
        sheet.find(&HARM, &evidence, Confidence::Medium, 1.0);
    }
}

/// Where two passages tell of as many people that something else befell them: what is shown, and the words for the harm.
/// Whoever tells of both harms is no witness.
pub(super) fn harmed(sides: [&Side<'_>; 2]) -> Option<(Hunk, Hunk)> {
    let tolls = per_side(|side| tolls(sides[side]));
    let only = |side: usize, grade: usize| {
        let of = sides[side];
        let hurt = |at: usize| harm(of, &(at..at + 1)) == Some(HURT);
        let counted = tolls[side].iter().any(|(known, ..)| *known == grade);
        !counted && (grade != HURT || !(0..of.words.len()).any(hurt))
    };
    for (grade, count, harm) in &tolls[0] {
        for (other, answer, befell) in &tolls[1] {
            if grade != other && only(0, *other) && only(1, *grade) && count.agrees(answer) {
                let joined = |x: &Range<usize>, y: &Range<usize>| x.start.min(y.start)..x.end.max(y.end);
                let evidence = [joined(&count.words, harm), joined(&answer.words, befell)];
                return Some((evidence, [harm.clone(), befell.clone()]));
            }
        }
    }
    None
}

/// The people that a passage counts, by what befell them.
pub(super) fn tolls<'s>(of: &Side<'s>) -> Vec<(usize, Fact<'s>, Range<usize>)> {
    let people = |fact: &Fact<'_>| fact.family() == 0 && fact.unit().is_none();
    let counts: Vec<Fact<'s>> = facts::facts(of).into_iter().filter(people).collect();
    let mut found = Vec::new();
    if counts.is_empty() {
        return found;
    }
    for at in 0..of.words.len() {
        let Some(grade) = harm(of, &(at..at + 1)).filter(|_| !of.words[at].quoted) else {
            continue;
        };
        let gap = |fact: &Fact<'_>| {
            let between = if fact.words.end <= at {
                fact.words.end..at
            } else {
                at + 1..fact.words.start
            };
            let joins = |word: usize| of.words[word].is_word() && !widen::BREAKS.contains(&of.fold(word));
            (between.len() <= BEFELL && between.clone().all(joins)).then_some(between.len())
        };
        let nearest = counts.iter().filter(|fact| !fact.words.contains(&at));
        let nearest = nearest
            .filter_map(|fact| Some((gap(fact)?, fact)))
            .min_by_key(|(gap, _)| *gap);
        found.extend(nearest.map(|(_, fact)| (grade, fact.clone(), at..at + 1)));
    }
    found
}

/// How grave a harm some words tell of, as a place in the list.
pub(super) fn harm(side: &Side<'_>, words: &Range<usize>) -> Option<usize> {
    HARMS.iter().position(|forms| {
        words
            .clone()
            .any(|at| forms.split(' ').any(|form| same(form, side.fold(at))))
    })
}

/// Whether a word tells what befell somebody, or what the law does.
pub(super) fn is_step(side: &Side<'_>, at: usize) -> bool {
    let told = |forms: &&str| phrase::one_of(forms, side.fold(at));
    harm(side, &(at..at + 1)).is_some() || STEPS.iter().any(told)
}

/// The furthest step of the law in some words; none where it is denied.
fn step(side: &Side<'_>, words: &Range<usize>) -> Option<usize> {
    let before = words.start.saturating_sub(2)..words.end;
    let told = |forms: &str| words.clone().any(|at| phrase::one_of(forms, side.fold(at)));
    let denied = negations::negations(side, &before) > 0;
    STEPS.iter().rposition(|forms| told(forms)).filter(|_| !denied)
}

/// Whether a side that has one word of a contrary has the other's too: "52 percent opposed it and 39 supported it".
fn has_both(sides: &[Side<'_>; 2], hunk: &[Range<usize>; 2]) -> bool {
    SIDES.iter().any(|&side| {
        let all = phrase::around(&sides[side], &hunk[side]);
        let rest = [all.start..hunk[side].start, hunk[side].end..all.end];
        let elsewhere = |rest: &Range<usize>| {
            let words = if side == 0 {
                [hunk[0].clone(), rest.clone()]
            } else {
                [rest.clone(), hunk[1].clone()]
            };
            !rest.is_empty() && opposed(&sides[side], &sides[side], &words)
        };
        rest.iter().any(elsewhere)
    })
}

/// Whether some words of one side cannot be true where those of the other are.
pub(super) fn opposed(a: &Side<'_>, b: &Side<'_>, hunk: &Hunk) -> bool {
    let alone = hunk.iter().all(|words| words.len() == 1);
    listed(a, b, hunk, OPPOSITES) || alone && listed(a, b, hunk, ALONE)
}

fn listed(a: &Side<'_>, b: &Side<'_>, hunk: &Hunk, list: &str) -> bool {
    let has = |side: &Side<'_>, words: &Range<usize>, forms: &str| {
        words
            .clone()
            .any(|at| !falls(side, at) && forms.split(' ').any(|form| same(form, side.fold(at))))
    };
    list.split(';')
        .filter_map(|pair| pair.split_once('|'))
        .any(|(one, other)| {
            has(a, &hunk[0], one) && has(b, &hunk[1], other)
                || has(a, &hunk[0], other) && has(b, &hunk[1], one)
        })
}

/// Whether nothing becomes less: who "falls ill" does not.
fn falls(side: &Side<'_>, at: usize) -> bool {
    phrase::one_of("fall|falls|fell|fallen|falling", side.fold(at))
        && phrase::one_of(
            "ill|sick|victim|asleep|apart|short|foul|silent|pregnant",
            side.fold(at + 1),
        )
}

fn same(form: &str, word: &str) -> bool {
    // No ending is the first letter: of the many that are asked for, few are looked at.
    let alike = form.as_bytes().first() == word.as_bytes().first();
    alike
        && match form.strip_suffix('.') {
            Some(whole) => whole == word,
            None => form == word || phrase::stem(form) == phrase::stem(word),
        }
}
