//! What limits a statement, where only one side has it: contrasts, conditions, doubts, what is not known.

use std::ops::Range;

use super::super::draft::{Rule, Sheet};
use super::super::pair::{Hunk, SIDES, Side, Word, per_side};
use super::super::{phrase, relocate};
use super::answers;
use super::attribution;
use super::cues::has_cue;
use super::hedges;
use super::negations::{self, NEGATIONS};
use super::quoted::ordered;
use super::told::is_told_there;
use super::voice::is_be;
use crate::article::label::Confidence;
use crate::comparison::changes::{ChangeKind, Intent};

macro_rules! caveat_rules {
    ($($name:ident = $id:literal, $weight:literal;)+) => {
        $(pub(super) const $name: Rule = Rule {
            id: $id,
            kind: ChangeKind::Caveat,
            intent: Intent::Fact,
            weight: $weight,
            only: "Only {A says}: “{a}”.",
            both: "Only {A says}: “{a}”; {B has} “{b}”.",
        };)+
    };
}

caveat_rules! {
    CONTRAST = "caveat.contrast-clause", 0.92;
    CONDITION = "caveat.condition", 0.84;
    UNKNOWN = "caveat.not-known", 0.94;
    DENIAL = "caveat.denial", 0.92;
    LIMIT = "caveat.limit", 0.98;
    CORRECTION = "caveat.correction", 0.95;
    OUTSIDE = "caveat.outside-view", 0.5;
}

const OPEN: Rule = Rule {
    id: "hedge.left-open",
    kind: ChangeKind::Hedge,
    intent: Intent::Fact,
    weight: 0.82,
    only: "Only {A has} “{a}”.",
    both: "{A has} “{a}”, {B has} “{b}”: only one leaves it open.",
};

/// Words that begin a clause which takes back some of what was said.
const CONTRASTS: &str = "although|though|even though|but|however|despite|in spite of|nevertheless|nonetheless|yet|albeit|\
    while acknowledging|while noting|while conceding|while admitting|while warning|while stressing|even as|\
    even if|notwithstanding|still|except|whereas";

/// Words that begin what something hangs on.
const CONDITIONS: &str = "if|unless|provided|provided that|as long as|on condition that|on the condition that|subject to|pending|\
    depending|only if|until|in case|assuming|once|without which";

/// What says that something is not known, not checked or not settled.
const UNKNOWNS: &str = "not be independently|independently verified|not independently|\
    not verified|not yet|has yet to|have yet to|had yet to|yet to be|not been confirmed|not confirmed|\
    not been verified|not been established|not been found|not been tested|not been named|not been released|\
    not been audited|not been checked|not been determined|is not clear|was not clear|not immediately clear|\
    unclear|not known|unknown|do not know|does not know|did not know|not sure|uncertain|uncertainty|too early|\
    too soon|preliminary|unconfirmed|unverified|not convinced|not exclude|not ruled out|not been ruled out|\
    not rule out|not fully understood|not fully known|never be fully|may never be|margin of error|cannot prove|cannot show|can not show|could not show|\
    no evidence|no proof|not prove|not proved|not proven|not establish|not demonstrate|no details|no further details|without giving|gave no details|not give details|\
    not decided|no decision|still being|under investigation|being investigated|more research|further study|\
    further studies|skeptical|sceptical|doubt|doubts|not been peer - reviewed|not peer - reviewed|peer review|\
    been peer reviewed|not peer reviewed|not been reviewed|not been published|not yet published|still uncertain|\
    not final|provisional|neither number|neither figure|neither claim|neither account|not clear whether|\
    no independent|no comment|no finding|no findings|declined to say|did not say|does not say|did not specify|\
    did not elaborate|would not say|refused to say|neither has been|nobody has been|no one has been|\
    not been charged|no arrests|no charges|does not show|did not show|do not show";

/// What says that a finding proves little.
const UNPROVED: &str = "not prove|not proved|not proven|not establish|not demonstrate|cannot prove|could not prove|not proof|\
    not show that|not mean that|but preliminary|only preliminary|were preliminary|was preliminary|too early to say|too soon to say|\
    more research|not peer - reviewed|not been peer - reviewed|small sample|was observational|no evidence that";

/// Whether some words say that a finding proves little.
pub(super) fn proves_nothing(side: &Side<'_>, words: &Range<usize>) -> bool {
    let reads = |at: usize| {
        UNPROVED
            .split('|')
            .any(|phrase| reads(side, at, words.end, phrase))
    };
    words.clone().any(reads)
}

/// What takes back what was told before.
const TAKEN_BACK: &str = "withdraws its statement|withdrew its statement|withdrawn its statement|withdraws its report|\
    withdrew its report|retracted|retracts|said earlier that|earlier reported that|wrongly said|wrongly stated|\
    wrongly reported|incorrectly said|incorrectly stated|incorrectly reported|mistakenly said|\
    in an earlier version";

/// What gives the other side's answer.
const DENIALS: &str = "denied|denies|deny|denying|not guilty|rejected the|rejects the|dispute the|dispute that|dispute this|\
    disputes the|disputes that|disputes this|disputed the|disputed that|disputed this|declined to comment|\
    did not respond|did not reply|not respond|not immediately respond|could not be reached|refused to comment|\
    maintains|insists|insisted|are political|politically motivated|presumed innocent|can appeal|will appeal|\
    may appeal|plans to appeal|no wrongdoing|dismissed the|dismisses the|rejected any|rejected all|rejects any|\
    said no|said that no|were false|was false|are false|is false|untrue|not true|no truth|no record of|\
    the defence says|the defence said|said there was no|said there were no|said it had no|said they had no|\
    rejected claims|rejected allegations|rejected accusations|rejected criticism";

/// What limits how far a statement reaches.
const LIMITS: &str = "only in|only a|only on|only when|only if|only after|only once|not include|does not include|excludes|\
    excluding|was paid for by|were paid for by|funded by|paid for by|financed by|must still|must still be|\
    now goes to|must be approved|must be ratified|has no majority|have no majority|needs approval|is not final|\
    are not final|no cases of|no case of|still needs|still need|still has to|still have to|needs the approval|\
    require approval|requires approval|cautioned|cautions|warned|warns|critics say|critics said|critics argue|\
    critics argued|critics fear|critics feared|critics call|critics called|not available|not insured|uninsured|\
    not everyone|stressed that|not mean|does not mean|not necessarily|limited to|small sample|a limitation|\
    limitations|self - reported|early stage|for now|still must|not directly|experts said|no link|\
    acknowledged that|conceded that|less than half|fewer than half|conflict of interest|likely to rise|\
    could rise|may rise|was small|were small|not suspected of|not a suspect|not under suspicion|\
    not representative|was observational|observational study|not proof|could still|may still|might still|later said|later denied|not rule|\
    not seen in|not observed in|not found in|not apply to|not significant|no benefit|no effect in|no effect on|may simply|\
    should be read with|with caution|with care|covered only|covers only|had only|has only|urged caution|\
    urge caution|holds shares|held shares|owns shares|has shares|financial interest|based on only|was based on";

/// On whom or where a study was made, when that was not on people.
const STUDIED: &str =
    "in mice|in rats|in animals|in monkeys|in pigs|in cells|in the laboratory|in the lab|in a laboratory";

/// Whether some words say so and no more.
fn is_studied(side: &Side<'_>, words: &Range<usize>) -> bool {
    let said = |phrase: &str| {
        reads(side, words.start, words.end, phrase) && phrase.split(' ').count() == words.len()
    };
    STUDIED.split('|').any(said)
}

/// Whether some words deny what the other side has in their place, and say no more.
fn is_denial_of(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>, facing: &Range<usize>) -> bool {
    let [of, other] = [&sheet.pair.sides[side], &sheet.pair.sides[1 - side]];
    let sense = |at: &usize| of.words[*at].is_content() && !NEGATIONS.contains(&of.fold(*at));
    let said = |at: usize| {
        let stem = phrase::stem(of.fold(at));
        facing.clone().any(|at| phrase::stem(other.fold(at)) == stem)
    };
    let mut all = words.clone().filter(sense).peekable();
    all.peek().is_some() && all.all(said)
}

/// Words for what was tried before, and for how that ended: a precedent limits what can be hoped for.
const BEFORE: &str = "previous|earlier|similar|past|last such|before";
const FAILED: &str = "failed|collapsed|broke down|blocked|abandoned|rejected|fell apart|stopped";

/// "no member was present": somebody says what there is not.
fn none(side: &Side<'_>, words: &Range<usize>) -> bool {
    let verb = |word: &str| matches!(word, "has" | "have" | "had" | "was" | "were" | "is" | "are");
    words.clone().any(|at| {
        let thing = side.words.get(at + 1).is_some_and(Word::is_content);
        side.fold(at) == "no" && thing && verb(side.fold(at + 2))
    })
}

/// What there is none of where something is open: "no final decision", "no firm evidence".
const LACKING: &str = "decision|evidence|proof|guarantee|guarantees|confirmation|timetable";

/// Words between "no" and that at most.
const FIRM: usize = 2;

fn lacks(side: &Side<'_>, words: &Range<usize>) -> bool {
    words.clone().any(|at| {
        let mut behind = at + 1..(at + 2 + FIRM).min(words.end);
        side.fold(at) == "no" && behind.any(|at| phrase::one_of(LACKING, side.fold(at)))
    })
}

/// Words at most that say no more than that a source is not named; that is the business of attributions.
const ANONYMITY: usize = 10;

/// Which rule a clause falls under that only one side has; `clause` says whether it hangs on a statement before it.
pub(super) fn rule(side: &Side<'_>, words: &Range<usize>, clause: bool) -> Option<&'static Rule> {
    if attribution::is_anonymity(side, words) && side.count(words) <= ANONYMITY {
        return None;
    }
    let begins = |phrases: &str| {
        phrases
            .split('|')
            .any(|phrase| reads(side, words.start, words.end, phrase) || and(side, words, phrase))
    };
    // "Only a fifth" is a number.
    let counts = |at: usize, phrase: &str| {
        phrase == "only a"
            && side.numbers.iter().any(|number| {
                let place = side.words_in(number.span);
                (at..at + 3).contains(&place.start) && place.end <= at + 3
            })
    };
    let holds = |phrases: &str| {
        let at_word = |at: usize| {
            let mut phrases = phrases.split('|');
            phrases.any(|phrase| reads(side, at, words.end, phrase) && !counts(at, phrase))
        };
        words.clone().any(at_word)
    };
    if clause && begins(CONTRASTS) && side.count(words) >= 3 {
        Some(&CONTRAST)
    } else if clause && begins(CONDITIONS) && side.count(words) >= 3 {
        Some(&CONDITION)
    } else if !clause && begins("however|nevertheless|nonetheless") {
        Some(&CONTRAST)
    } else if holds(DENIALS) && !holds("not deny") || ends_in_denial(side, words) {
        Some(&DENIAL)
    } else if holds(TAKEN_BACK) {
        Some(&CORRECTION)
    } else if holds(UNKNOWNS)
        || lacks(side, words)
        || words.clone().any(|at| hedges::settles_nothing(side, at))
    {
        Some(&UNKNOWN)
    } else if holds(LIMITS)
        || holds(STUDIED)
        || none(side, words)
        || !clause && holds("blames|blamed")
        || holds(BEFORE) && holds(FAILED)
        || !clause && holds("although|though|despite|unless")
    {
        Some(&LIMIT)
    } else if holds(
        "not involved in|no part in|not part of the|outside expert|outside experts|independent expert|independent experts",
    ) {
        Some(&OUTSIDE)
    } else {
        None
    }
}

/// The clause of a sentence that takes back what the sentence says before.
pub(super) fn turn(side: &Side<'_>, words: &Range<usize>) -> Option<Range<usize>> {
    let turns = |at: usize| {
        let opens = |phrase| reads(side, at, words.end, phrase);
        !side.words[at - 1].is_word() && (CONTRASTS.split('|').any(opens) || opens("unless"))
    };
    let start = (words.start + 2..words.end).find(|&at| turns(at) && !side.words[at].quoted)?;
    (side.count(&(start..words.end)) >= 3).then_some(start..words.end)
}

/// "a figure that the minister disputed".
fn ends_in_denial(side: &Side<'_>, words: &Range<usize>) -> bool {
    let words = side.trimmed(words);
    let over = side.words.get(words.end).is_none_or(|word| !word.is_word());
    over && words.len() > 2
        && matches!(
            side.fold(words.end - 1),
            "disputed" | "disputes" | "denied" | "denies" | "rejected" | "rejects"
        )
        && !(words.end.saturating_sub(3)..words.end - 1).any(|at| is_be(side.fold(at)))
}

fn reads(side: &Side<'_>, at: usize, end: usize, phrase: &str) -> bool {
    // Of the many that are asked for, few are looked at.
    let begins = phrase.as_bytes().first() == side.fold(at).as_bytes().first();
    begins
        && phrase.split(' ').zip(at..).all(|(word, at)| {
            let here = side.fold(at);
            at < end && (here == word || word == "not" && here == "n't")
        })
}

/// "and yet", "which, however": a contrast behind one leading word.
fn and(side: &Side<'_>, words: &Range<usize>, phrase: &str) -> bool {
    matches!(side.fold(words.start), "and" | "," | "-" | "which")
        && reads(side, words.start + 1, words.end, phrase)
}

/// Caveats that hang on a statement which both sides have.
pub(super) fn clauses(sheet: &mut Sheet<'_, '_>) {
    for hunk in sheet.open() {
        for side in SIDES {
            let place = hunk[1 - side].end..hunk[1 - side].end;
            // Against more than a few words of the other side it is a rewrite, not an addition.
            if hunk[1 - side].len() * 2 > hunk[side].len() {
                answered(sheet, side, &hunk);
                continue;
            }
            for clause in split(&sheet.pair.sides[side], &hunk[side]) {
                let of = &sheet.pair.sides[side];
                // "but preliminary"
                let told =
                    of.count(&clause) >= 3 || of.fold(clause.start) == "but" || is_studied(of, &clause);
                let Some(rule) = rule(of, &clause, true).filter(|_| told) else {
                    continue;
                };
                // "did not rule" against "ruled": that is denied, and nothing limits it.
                // What is turned against may be told as it is.
                let turned = rule.id == CONTRAST.id && is_told_there(sheet, side, &carried_on(of, &clause));
                if turned || is_denial_of(sheet, side, &clause, &hunk[1 - side]) {
                    continue;
                }
                // What takes back, or makes hang, is told from there.
                let hangs = [CONTRAST.id, CONDITION.id].contains(&rule.id);
                let from = if hangs { clause.start } else { hunk[side].start };
                // What faces words of the other side is a difference of its own.
                let mine = if hunk[1 - side].is_empty() && grew(of, &hunk[side], &clause) {
                    hunk[side].clone()
                } else {
                    clause
                };
                let confidence = if rule.weight > 0.75 {
                    Confidence::High
                } else {
                    Confidence::Medium
                };
                let whole = if mine.len() > BARE && of.fold(mine.end - 1) != "that" {
                    from.max(mine.start)..mine.end
                } else {
                    carried_on(of, &mine)
                };
                let there = instead(sheet, side, &whole, &hunk[1 - side]);
                sheet.find(rule, &ordered(side, mine, place.clone()), confidence, 1.0);
                sheet.show(&ordered(side, whole, there));
                sheet.tell_from(side);
                break;
            }
        }
    }
}

/// What the other side has in the place of a caveat: the words that face it, else the one word that it takes back:
/// "apologised" against "but did not apologise".
fn instead(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>, facing: &Range<usize>) -> Range<usize> {
    let [of, other] = [&sheet.pair.sides[side], &sheet.pair.sides[1 - side]];
    let none = facing.end..facing.end;
    if !facing.is_empty() {
        let says = (facing.start..=facing.end).any(|at| relocate::speaks(other.fold(at)));
        return if sheet.pair.is_close() && !says {
            facing.clone()
        } else {
            none
        };
    }
    let not = words.clone().find(|&at| NEGATIONS.contains(&of.fold(at)));
    let denied = not.and_then(|not| (not + 1..words.end).find(|&at| of.words[at].is_content()));
    let stem = denied.map(|at| phrase::stem(&of.words[at].fold));
    let same = |word: &Word<'_>| {
        stem.as_ref()
            .is_some_and(|stem| *stem == phrase::stem(&word.fold))
    };
    other.words.iter().position(same).map_or(none, |at| at..at + 1)
}

/// Words of a caveat at most that says little without what follows: "has not yet".
const BARE: usize = 4;

/// Some words with those behind them in the same clause, up to a glance.
fn carried_on(side: &Side<'_>, words: &Range<usize>) -> Range<usize> {
    words.start..words.end + phrase::following(side, words.end, 2 * BARE)
}

/// Words of a rewrite at most that is read as one answer to the other: "had not yet decided" against "accepted".
const ANSWER: usize = 16;

/// Words before an answer at most that name who gives it.
const WHO: usize = 6;

/// What one side leaves open, or makes hang on something, where the other tells it otherwise.
fn answered(sheet: &mut Sheet<'_, '_>, side: usize, hunk: &Hunk) {
    let rules = per_side(|at| rule(&sheet.pair.sides[at], &hunk[at], at == side));
    let silent = per_side(|at| is_silent(&sheet.pair.sides[at], &hunk[at]));
    // "declined to comment" against "denied the claims" or "said that it was helping".
    let speaks = !silent[1 - side] && has_cue(sheet, 1 - side, &hunk[1 - side]);
    let rule = match rules[side] {
        Some(rule) if rule.id == DENIAL.id && silent[side] && speaks => &answers::ANSWERED,
        Some(rule) if rule.id == UNKNOWN.id || rule.id == DENIAL.id && silent[side] => &OPEN,
        Some(rule) if rule.id == CONDITION.id && hangs(&sheet.pair.sides[side], &hunk[side]) => rule,
        _ => return,
    };
    let open = SIDES.iter().all(|&side| sheet.any_open(side, &hunk[side]));
    // "It is not clear" and "it is unclear" leave as much open.
    let too = rule.id == OPEN.id && negations::denies_alone(sheet.pair, 1 - side, &hunk[1 - side]);
    let other = rules[1 - side].is_none() || rule.id == answers::ANSWERED.id;
    if open && !too && other && hunk.iter().all(|words| words.len() <= ANSWER) {
        sheet.find(rule, hunk, Confidence::Medium, 0.95);
        // Who gave an answer, and who none, is named.
        let whole = per_side(|at| {
            let of = &sheet.pair.sides[at];
            let begins = (hunk[at].start.saturating_sub(WHO)..=hunk[at].start)
                .rev()
                .find(|&word| of.words.get(word).is_some_and(|word| word.first));
            carried_on(of, &(begins.unwrap_or(hunk[at].start)..hunk[at].end))
        });
        sheet.show(&whole);
        sheet.tell_from(side);
    }
}

/// Whether words say that somebody gave no answer; who denies or insists gives one.
fn is_silent(side: &Side<'_>, words: &Range<usize>) -> bool {
    let answers = |at: usize| {
        matches!(
            side.fold(at),
            "comment" | "respond" | "reply" | "reached" | "declined" | "appeal"
        )
    };
    words.clone().any(answers)
}

/// Whether words say what something hangs on; "until" and "once" may only say when.
fn hangs(side: &Side<'_>, words: &Range<usize>) -> bool {
    let word = side.fold(words.start);
    matches!(word, "if" | "unless" | "provided" | "only")
}

/// Whether a clause is nearly all of its hunk, or opens it: then the hunk is the caveat.
fn grew(side: &Side<'_>, hunk: &Range<usize>, clause: &Range<usize>) -> bool {
    clause.start <= hunk.start + 1 || 2 * side.count(clause) >= side.count(hunk)
}

/// Words that begin a clause.
const OPENERS: &str = "although|though|but|while|which|who|including|as|after|before|because|since|when|where|whose|despite|unless|\
    if|and|or|with|without|saying|adding|citing|however|except";

/// Shorter pieces are kept whole.
const SPLIT: usize = 6;

/// The clauses of a longer addition: cut at commas that an opening word follows.
pub(super) fn split(side: &Side<'_>, words: &Range<usize>) -> Vec<Range<usize>> {
    if words.len() <= SPLIT {
        return vec![words.clone()];
    }
    let mut cuts = vec![words.start];
    for at in words.start + 1..words.end {
        let comma = matches!(side.fold(at - 1), "," | ";" | "-" | ":");
        let opens = phrase::one_of(OPENERS, side.fold(at));
        // "sorry for the distress but did not accept that": without a comma, where it denies.
        let denies = || negations::negations(side, &(at + 1..(at + 1 + BARE).min(words.end))) > 0;
        let takes_back = side.fold(at) == "but" && denies();
        if comma && opens || takes_back {
            cuts.push(at);
        }
    }
    cuts.push(words.end);
    let pieces = cuts.windows(2).map(|ends| side.trimmed(&(ends[0]..ends[1])));
    pieces.filter(|piece| !piece.is_empty()).collect()
}
