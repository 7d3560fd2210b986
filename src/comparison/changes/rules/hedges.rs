//! Words that hedge, and what they say of a statement.

use std::ops::Range;

use super::super::pair::Side;
use super::super::phrase::{self, DETERMINERS};
use crate::order::Arrange as _;

/// What a hedge says about the statement that it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Hedge {
    /// It is so under some conditions.
    Able,
    /// It may be so.
    Possible,
    /// It is to be expected.
    Likely,
    /// Somebody means to do it.
    Planned,
    /// It is fixed for a time to come.
    Scheduled,
    /// Others say so, or it looks so.
    Reported,
    /// It has to be so.
    Due,
    /// It ought to be so.
    Advised,
    /// Not wholly.
    Partly,
    /// Without exception.
    Wholly,
}

/// Hedges by their words, longest first within one beginning.
#[rustfmt::skip]
const HEDGES: &[(&str, Hedge)] = &[
    ("could", Hedge::Possible), ("may", Hedge::Possible), ("might", Hedge::Possible), ("can", Hedge::Able),
    ("provisionally", Hedge::Likely), ("tentatively", Hedge::Likely), ("conditionally", Hedge::Likely),
    ("signs that", Hedge::Reported), ("indications that", Hedge::Reported), ("appearing to", Hedge::Reported),
    ("regarded as", Hedge::Reported), ("described as", Hedge::Reported), ("blamed on", Hedge::Reported), ("seen as", Hedge::Reported), ("viewed as", Hedge::Reported),
    ("offers to", Hedge::Planned), ("offered to", Hedge::Planned), ("offered his", Hedge::Planned), ("offered her", Hedge::Planned),
    ("offered their", Hedge::Planned),
    ("possible", Hedge::Possible), ("possibly", Hedge::Possible), ("perhaps", Hedge::Possible), ("maybe", Hedge::Possible),
    ("potentially", Hedge::Possible), ("potential", Hedge::Possible), ("conceivably", Hedge::Possible),
    ("likely", Hedge::Likely), ("unlikely", Hedge::Likely), ("probably", Hedge::Likely), ("probable", Hedge::Likely),
    ("expected to", Hedge::Likely), ("expects to", Hedge::Likely), ("expect to", Hedge::Likely), ("presumably", Hedge::Likely),
    ("set to", Hedge::Likely), ("is to", Hedge::Scheduled), ("are to", Hedge::Scheduled), ("due to", Hedge::Scheduled),
    ("forecast to", Hedge::Likely), ("poised to", Hedge::Likely), ("on track to", Hedge::Likely),
    ("plans", Hedge::Planned), ("plan to", Hedge::Planned), ("planned to", Hedge::Planned), ("planning", Hedge::Planned),
    ("intends", Hedge::Planned), ("intend", Hedge::Planned), ("intended", Hedge::Planned), ("aims", Hedge::Planned),
    ("planned", Hedge::Planned), ("plan", Hedge::Planned), ("wanted to", Hedge::Planned), ("sought to", Hedge::Planned),
    ("aim to", Hedge::Planned), ("hopes", Hedge::Planned), ("hoped to", Hedge::Planned), ("hope to", Hedge::Planned),
    ("hoping", Hedge::Planned), ("considering", Hedge::Planned), ("considers", Hedge::Planned), ("mulling", Hedge::Planned),
    ("weighing", Hedge::Planned), ("examining whether", Hedge::Planned), ("whether to", Hedge::Planned), ("consider", Hedge::Planned), ("wants to", Hedge::Planned), ("want to", Hedge::Planned), ("in talks", Hedge::Planned),
    ("seeking to", Hedge::Planned), ("seeks to", Hedge::Planned), ("close to", Hedge::Planned), ("proposes", Hedge::Planned),
    ("proposed", Hedge::Planned), ("faces", Hedge::Scheduled), ("trying to", Hedge::Planned), ("ready to", Hedge::Planned),
    ("on the verge of", Hedge::Planned), ("on the brink of", Hedge::Planned), ("about to", Hedge::Likely),
    ("prepared to", Hedge::Planned), ("looking to", Hedge::Planned), ("aimed at", Hedge::Planned), ("need not", Hedge::Due),
    ("reportedly", Hedge::Reported), ("allegedly", Hedge::Reported), ("alleged", Hedge::Reported), ("supposedly", Hedge::Reported),
    ("purportedly", Hedge::Reported), ("apparently", Hedge::Reported), ("apparent", Hedge::Reported), ("appears", Hedge::Reported),
    ("appeared to", Hedge::Reported), ("appear to", Hedge::Reported), ("seems", Hedge::Reported), ("seem to", Hedge::Reported),
    ("seemed to", Hedge::Reported), ("seemingly", Hedge::Reported), ("ostensibly", Hedge::Reported),
    ("believed", Hedge::Reported), ("thought to", Hedge::Reported), ("said to", Hedge::Reported), ("feared", Hedge::Reported),
    ("reports that", Hedge::Reported), ("been reported", Hedge::Reported), ("reports of", Hedge::Reported), ("in theory", Hedge::Possible),
    ("theoretically", Hedge::Possible), ("in principle", Hedge::Possible), ("try to", Hedge::Planned), ("tries to", Hedge::Planned),
    ("tried to", Hedge::Planned), ("suspected", Hedge::Reported), ("suspicion", Hedge::Reported), ("presumed", Hedge::Reported), ("understood to", Hedge::Reported),
    ("suggest", Hedge::Reported), ("suggests", Hedge::Reported), ("suggested", Hedge::Reported), ("indicate", Hedge::Reported),
    ("indicates", Hedge::Reported), ("linked to", Hedge::Reported), ("associated with", Hedge::Reported), ("link between", Hedge::Reported), ("correlated with", Hedge::Reported),
    ("looked like", Hedge::Reported), ("looks like", Hedge::Reported), ("accused of", Hedge::Reported), ("unconfirmed", Hedge::Reported),
    ("should", Hedge::Advised), ("must", Hedge::Due), ("has to", Hedge::Due), ("have to", Hedge::Due), ("had to", Hedge::Due),
    ("ought to", Hedge::Advised), ("needs to", Hedge::Due), ("need to", Hedge::Due), ("needed to", Hedge::Due),
    ("was to be", Hedge::Scheduled), ("were to be", Hedge::Scheduled), ("is reported to", Hedge::Reported), ("are reported to", Hedge::Reported),
    ("reported to have", Hedge::Reported), ("reported to be", Hedge::Reported),
    ("almost", Hedge::Partly), ("nearly", Hedge::Partly), ("largely", Hedge::Partly), ("mostly", Hedge::Partly),
    ("mainly", Hedge::Partly), ("partly", Hedge::Partly), ("partially", Hedge::Partly), ("most", Hedge::Partly),
    ("some", Hedge::Partly), ("in part", Hedge::Partly), ("somewhat", Hedge::Partly), ("virtually", Hedge::Partly),
    ("generally", Hedge::Partly), ("usually", Hedge::Partly), ("typically", Hedge::Partly), ("normally", Hedge::Partly), ("often", Hedge::Partly), ("sometimes", Hedge::Partly),
    ("part of", Hedge::Partly), ("parts of", Hedge::Partly), ("slightly", Hedge::Partly), ("marginally", Hedge::Partly),
    ("at least", Hedge::Partly), ("up to", Hedge::Partly), ("for now", Hedge::Partly), ("temporarily", Hedge::Partly),
    ("all", Hedge::Wholly), ("every", Hedge::Wholly), ("always", Hedge::Wholly), ("entirely", Hedge::Wholly),
    ("completely", Hedge::Wholly), ("fully", Hedge::Wholly), ("totally", Hedge::Wholly), ("permanently", Hedge::Wholly),
];

/// What two sides may be close to.
const SETTLED: &[&str] = &[
    "deal",
    "agreement",
    "decision",
    "settlement",
    "truce",
    "ceasefire",
];

/// The hedges of some words, sorted.
pub(super) fn hedges_of(side: &Side<'_>, words: &Range<usize>) -> Vec<Hedge> {
    let mut found: Vec<Hedge> = words.clone().filter_map(|at| hedge_at(side, at)).collect();
    found.arrange();
    found
}

/// The hedge that begins at a word.
pub(super) fn hedge_at(side: &Side<'_>, at: usize) -> Option<Hedge> {
    let reads = |phrase: &str| {
        phrase
            .split(' ')
            .enumerate()
            .all(|(step, word)| side.fold(at + step) == word)
    };
    // "May" is a month, "the can" a thing; a number's "some" and "at least" belong to the number.
    let month = side.words[at].fold == "may" && side.words[at].is_capital() && !side.words[at].first;
    // "Whatever it might be" leaves nothing open.
    let any = (at.saturating_sub(2)..at)
        .any(|at| side.fold(at).ends_with("ever") && side.fold(at).starts_with("wh"));
    // "Could no longer walk", "could be heard": what somebody was able to do. "Has to do with" binds nobody.
    let able = side.fold(at) == "could" && is_ability(side, at + 1);
    // "Due to the way", "should they fail", "suggested her for the prize".
    let next = side.fold(at + 1);
    let cause = side.fold(at) == "due" && next == "to" && DETERMINERS.contains(&side.fold(at + 2));
    let person = matches!(
        next,
        "they" | "he" | "she" | "it" | "we" | "you" | "this" | "him" | "her" | "them"
    );
    let other = person && (side.fold(at) == "should" || side.fold(at).starts_with("suggest"));
    let idiom = side.fold(at + 1) == "to" && side.fold(at + 2) == "do" && side.fold(at + 3) == "with";
    HEDGES
        .iter()
        .filter(|_| !(month || any || able || idiom || cause || other))
        // "close to joining" and "close to a deal" are plans, "close to the company" a source; who "considers closing" has
        // not decided.
        .find(|(phrase, _)| {
            let led = |words: usize| side.fold(at + words).ends_with("ing");
            let near = || led(2) || SETTLED.contains(&side.fold(at + 3));
            reads(phrase) && (*phrase != "close to" || near()) && (*phrase != "consider" || led(1))
        })
        .map(|(_, hedge)| *hedge)
}

/// Whether words behind "could" tell what somebody was able to do: "no longer walk", "be heard", "not be reached".
fn is_ability(side: &Side<'_>, at: usize) -> bool {
    let word = |step: usize| side.fold(at + step);
    word(0) == "no"
        || word(0) == "be" && matches!(word(1), "seen" | "heard" | "felt")
        || matches!(word(0), "not" | "n't") && word(1) == "be" && word(2) == "reached"
}

/// Beginnings of words that leave something open or tell what is to come, where the other side hedges: who "anticipates
/// moving" is no surer than who "expects to move".
const OPENS: &str = "accus according aim alleg anticipat appear apparent assum attempt believ belief blam can. capab chance \
    claim consider could. danger design eager effort estimat expect fear hope hoping indicat intend intent \
    keen likel look may. maybe might. mull negotiat perhaps plan poised possib potential presum probab \
    propos prospect reported risk say. says. seek seem sign. signs. sought suggest suspect suspici talk. \
    tend think thought threat tried tries try. undecid want wish work able. ability";

/// Those of what binds.
const BINDS: &str = "advis binding bound call compel demand deserv duty encourag essential forc had. has. have. mandat must. \
    necess need oblig order ought recommend requir should suppos urg";

/// Whether a hedge binds or advises somebody, and leaves nothing open.
pub(super) fn is_binding(hedge: Hedge) -> bool {
    matches!(hedge, Hedge::Due | Hedge::Advised)
}

/// How many words of a side outside quotation marks leave something open, or bind.
pub(super) fn softeners(side: &Side<'_>, binding: bool) -> usize {
    let list = if binding { BINDS } else { OPENS };
    let is = |at: &usize| {
        let word = side.fold(*at);
        let month = word == "may" && side.words[*at].is_capital() && !side.words[*at].first;
        if side.words[*at].quoted || month {
            return false;
        }
        let binds = !matches!(word, "has" | "have" | "had") || side.fold(at + 1) == "to";
        let hedge = hedge_at(side, *at).is_some_and(|hedge| {
            !is_extent(hedge) && hedge != Hedge::Scheduled && is_binding(hedge) == binding
        });
        hedge || binds && phrase::listed(list, word)
    };
    (0..side.words.len()).filter(is).count()
}

/// Whether some words hold a hedge that says how sure something is.
pub(super) fn hedges(side: &Side<'_>, words: &Range<usize>) -> bool {
    hedges_of(side, words).iter().any(|&hedge| !is_extent(hedge))
}

/// Whether a hedge says how far a statement goes, not how sure it is.
pub(super) fn is_extent(hedge: Hedge) -> bool {
    matches!(hedge, Hedge::Partly | Hedge::Wholly)
}
