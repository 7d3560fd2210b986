//! What denies: "not", and words that deny in their own way, as "failed to", "ban" and "unlikely".

use std::ops::Range;

use super::super::pair::{Pair, SIDES, Side};
use super::super::{phrase, widen};

/// Words for next to nothing: they deny less than "no".
pub(super) const LITTLE: &[&str] = &["little", "few", "hardly", "scarcely", "scant"];

/// Words that deny.
#[rustfmt::skip]
pub(in super::super) const NEGATIONS: &[&str] = &["not", "n't", "never", "no", "cannot", "without", "neither", "nor", "none", "nobody", "nothing"];

/// Verbs before "to" that say that something was not done.
pub(super) const UNDONE: &[&str] = &[
    "failed", "fails", "fail", "failing", "refused", "refuses", "refuse", "declined", "declines",
];

/// Beginnings of words that deny in their own way, or leave little: who "bans" it does not "allow" it.
const DENYING: &str = "absen abstain anonym avoid ban. banned banning bans bar. barred bars. block careful cease cut declin denial \
    denie deny depriv difficult disadvant disagree disallow disappear disapprov disbelie discard disconnect \
    discontin dishonest dislik dismiss disobe disown disproof disprov disput disqualif disregard dissatisf distrust \
    doubt except exclu fail far. forbade forbid free. hard. ignor illegal illegit illiber illicit illog impossib \
    instead irregular irrelev irrespons lack less. lose losing lost miss nonexist nonsens nonviol only. oppos \
    prevent prohibit quit rare rather refus reject remov resist seldom slim stop than. too. unable unlike warn wary \
    yet.";

/// Whether a word denies the verb behind it.
pub(super) fn denies(side: &Side<'_>, at: usize) -> bool {
    matches!(side.fold(at), "not" | "n't" | "never")
}

/// Whether a word is a negation that denies something: "not only … but", "no matter" and "no doubt" do not.
fn negates(side: &Side<'_>, at: usize) -> bool {
    NEGATIONS.contains(&side.fold(at))
        && !(side.fold(at) == "no" && matches!(side.fold(at + 1), "matter" | "doubt"))
        && !(side.fold(at) == "not" && side.fold(at + 1) == "only" && goes_on(side, at))
}

/// Words from "not only" to its "but" at most.
const CORRELATIVE: usize = 14;

/// Whether "not only" has its "but".
fn goes_on(side: &Side<'_>, at: usize) -> bool {
    (at..at + CORRELATIVE).any(|at| matches!(side.fold(at), "but" | "also"))
}

/// How many words deny.
pub(super) fn negations(side: &Side<'_>, words: &Range<usize>) -> usize {
    words.clone().filter(|&at| negates(side, at)).count()
}

/// How often some words deny: twice is not at all.
pub(super) fn denials(side: &Side<'_>, words: &Range<usize>) -> usize {
    negations(side, words) + failures(side, words)
}

/// "failed to approve".
fn failures(side: &Side<'_>, words: &Range<usize>) -> usize {
    let undone = |at: &usize| UNDONE.contains(&side.fold(*at)) && side.fold(at + 1) == "to";
    words.clone().filter(undone).count()
}

/// Whether a word denies in its own way: "illiberal" is not liberal, and who "dismisses" an idea does not share it.
pub(super) fn denies_in_its_way(side: &Side<'_>, at: usize) -> bool {
    let word = side.fold(at);
    let parts = |start: &str, least: usize| word.starts_with(start) && word.len() >= least;
    phrase::listed(DENYING, word)
        || word.starts_with("rul") && side.fold(at + 1) == "out"
        || parts("un", 6) && !word.starts_with("under") && !word.starts_with("uni")
        || word.ends_with("less") && word.len() > 6
}

/// Letters by which two forms of such a word are known: "rule out" and "ruled out".
const FORM: usize = 3;

/// Words on each side of a negation at most in which another way to deny is looked for.
const NEAR: usize = 12;

/// Whether a passage says otherwise on one side alone, near some words, that something is not so: with a word that denies in
/// its own way, for which the other side has none. Such a side and one that has "not" may say the same.
pub(super) fn may_agree(pair: &Pair<'_>, hunk: &[Range<usize>; 2]) -> bool {
    SIDES
        .into_iter()
        .any(|side| has_its_way(pair, side, &hunk[side], denies_in_its_way))
        || SIDES.into_iter().any(|side| {
            // "Has not been this high since" is the highest since.
            has_its_way(pair, side, &hunk[side], is_superlative)
                && negations(&pair.sides[1 - side], &hunk[1 - side]) > 0
        })
}

/// Whether one side denies something near some words with a negation, or in its own way, that the other does not have.
pub(super) fn denies_alone(pair: &Pair<'_>, side: usize, words: &Range<usize>) -> bool {
    let denies =
        |of: &Side<'_>, at: usize| NEGATIONS.contains(&of.fold(at)) && of.words[at].partner.is_none();
    has_its_way(pair, side, words, denies_in_its_way)
        || near(&pair.sides[side], words).any(|at| denies(&pair.sides[side], at))
}

fn is_superlative(side: &Side<'_>, at: usize) -> bool {
    let word = side.fold(at);
    word.ends_with("est") && word.len() > 5
        || matches!(word, "most" | "least" | "best" | "worst" | "first" | "last")
}

fn near(side: &Side<'_>, words: &Range<usize>) -> Range<usize> {
    words.start.saturating_sub(NEAR)..(words.end + NEAR).min(side.words.len())
}

/// Whether a side has a word of some kind near some words, for which the other side has none.
fn has_its_way(pair: &Pair<'_>, side: usize, words: &Range<usize>, is: fn(&Side<'_>, usize) -> bool) -> bool {
    let of = &pair.sides[side];
    let other = &pair.sides[1 - side];
    let mut alone = near(of, words).filter(|&at| {
        let word = of.fold(at);
        let start = word.get(..FORM.min(word.len())).unwrap_or(word);
        let has = |there: usize| other.fold(there).starts_with(start) && is(other, there);
        let counted = NEGATIONS.contains(&word) || UNDONE.contains(&word) && of.fold(at + 1) == "to";
        !counted && of.words[at].partner.is_none() && is(of, at) && !(0..other.words.len()).any(has)
    });
    alone.next().is_some()
}

/// Words before a verb at most that are asked whether they deny it.
const BEFORE: usize = 8;

/// Whether the clause of a word denies it, in whatever way.
pub(super) fn is_denied(side: &Side<'_>, at: usize) -> bool {
    let breaks = |at: usize| widen::BREAKS.contains(&side.fold(at)) && side.fold(at) != "nor";
    let inside = |at: &usize| side.words[*at].is_word() && !breaks(*at);
    let mut before = (at.saturating_sub(BEFORE)..at).rev().take_while(inside);
    before.any(|at| negates(side, at) || LITTLE.contains(&side.fold(at)) || UNDONE.contains(&side.fold(at)))
        || denies(side, at + 1)
        // "injured no one"
        || (at + 1..at + 3).any(|at| matches!(side.fold(at), "no" | "nobody" | "none" | "nothing"))
}
