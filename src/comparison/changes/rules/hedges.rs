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

/// Hedges by their words, parted by bars.
#[rustfmt::skip]
const HEDGES: &[(Hedge, &str)] = &[
    (Hedge::Able, "can"),
    (Hedge::Possible, "could|may|might|possible|possibly|perhaps|maybe|potentially|potential|conceivably|in theory|theoretically|\
        in principle"),
    (Hedge::Likely, "provisionally|tentatively|conditionally|likely|unlikely|probably|probable|expected to|expects to|expect to|\
        presumably|set to|forecast to|poised to|on track to|about to"),
    (Hedge::Planned, "offers to|offered to|offered his|offered her|offered their|plans|plan to|planned to|planning|intends|intend|\
        intended|aims|planned|plan|wanted to|sought to|aim to|hopes|hoped to|hope to|hoping|considering|considers|\
        mulling|weighing|examining whether|whether to|consider|wants to|want to|in talks|seeking to|seeks to|\
        close to|proposes|proposed|trying to|ready to|on the verge of|on the brink of|prepared to|looking to|\
        aimed at|try to|tries to|tried to"),
    (Hedge::Scheduled, "is to|are to|due to|faces|was to be|were to be"),
    (Hedge::Reported, "signs that|indications that|indications are|appearing to|regarded as|described as|blamed on|seen as|viewed as|\
        reportedly|allegedly|alleged|supposedly|purportedly|apparently|apparent|appears|appeared to|appear to|seems|seem to|\
        seemed to|seemingly|ostensibly|believed|thought to|said to|feared|reports that|been reported|reports of|\
        suspected|suspicion|presumed|understood to|suggest|suggests|suggested|indicate|indicates|linked to|\
        associated with|link between|correlated with|looked like|looks like|accused of|unconfirmed|is reported to|\
        are reported to|reported to have|reported to be"),
    (Hedge::Due, "need not|must|has to|have to|had to|needs to|need to|needed to"),
    (Hedge::Advised, "should|ought to|recommended|recommends|recommend"),
    (Hedge::Partly, "almost|nearly|largely|mostly|mainly|partly|partially|most|some|in part|somewhat|virtually|generally|usually|\
        typically|normally|often|sometimes|part of|parts of|slightly|marginally|at least|up to|for now|temporarily"),
    (Hedge::Wholly, "all|every|always|entirely|completely|fully|totally|permanently"),
];

/// What two sides may be close to.
const SETTLED: &str = "deal|agreement|decision|settlement|truce|ceasefire";

/// The hedges of some words, sorted.
pub(super) fn hedges_of(side: &Side<'_>, words: &Range<usize>) -> Vec<Hedge> {
    let mut found: Vec<Hedge> = words.clone().filter_map(|at| hedge_at(side, at)).collect();
    found.arrange();
    found
}

/// The hedge that begins at a word.
pub(super) fn hedge_at(side: &Side<'_>, at: usize) -> Option<Hedge> {
    let first = side.fold(at);
    let reads = |phrase: &str| {
        // Of the many that are asked for, few are looked at.
        phrase.as_bytes().first() == first.as_bytes().first()
            && phrase
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
    let before = at.checked_sub(1).map_or("", |at| side.fold(at));
    let thing = side.fold(at) == "recommended" && DETERMINERS.contains(&before);
    let idiom = side.fold(at + 1) == "to" && side.fold(at + 2) == "do" && side.fold(at + 3) == "with";
    // How often something happens: "a third more likely".
    let odds = side.fold(at) == "likely" && matches!(before, "more" | "less" | "as" | "equally");
    // "The ten-year plan" is there already; "a plan to close it" is none that is carried out.
    let made = matches!(side.fold(at), "plan" | "plans")
        && at > 1
        && side.fold(at - 2) == "-"
        && !matches!(next, "to" | "for");
    if odds || month || any || able || idiom || cause || other || thing || made {
        return None;
    }
    // "close to joining" and "close to a deal" are plans, "close to the company" a source; who "considers closing" has
    // not decided.
    let hedges = |phrase: &str| {
        let led = |words: usize| side.fold(at + words).ends_with("ing");
        let near = || led(2) || phrase::one_of(SETTLED, side.fold(at + 3));
        reads(phrase) && (phrase != "close to" || near()) && (phrase != "consider" || led(1))
    };
    let known = HEDGES.iter().find(|(_, phrases)| phrases.split('|').any(hedges));
    known.map(|(hedge, _)| *hedge)
}

/// Beginnings of what nobody can do as long as something is open: "could not confirm", "could not be ruled out".
const SETTLES: &str = "say tell confirm verif rule ruling exclu determin establish explain prov know ascertain sure certain \
    identif assess dated blam attribut linked";

/// Whether a word begins "cannot" or "could not" before something that would settle a question.
pub(super) fn settles_nothing(side: &Side<'_>, at: usize) -> bool {
    let not = at + usize::from(matches!(side.fold(at), "could" | "can"));
    matches!(side.fold(not), "not" | "n't" | "cannot")
        && (not > at || side.fold(at) == "cannot")
        && settles(side, not + 1)
}

fn settles(side: &Side<'_>, at: usize) -> bool {
    (at..at + 3).any(|at| phrase::listed(SETTLES, side.fold(at)))
}

/// Whether words behind "could" tell what somebody was able to do: "no longer walk", "be heard", "not agree".
fn is_ability(side: &Side<'_>, at: usize) -> bool {
    let word = |step: usize| side.fold(at + step);
    word(0) == "no"
        || word(0) == "be" && matches!(word(1), "seen" | "heard" | "felt")
        // Where both sides deny it, "could" stands against "will".
        || matches!(word(0), "not" | "n't") && side.words[at].partner.is_none() && !settles(side, at + 1)
}

/// Beginnings of words that leave something open or tell what is to come, where the other side hedges: who "anticipates
/// moving" is no surer than who "expects to move".
const OPENS: &str = "accus according aim alleg anticipat appear apparent ask. asked asking asks assum attempt believ belief blam can. capab chance \
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
        // What may be as high is as high at most.
        let bound = !binding && word == "up" && side.fold(at + 1) == "to";
        hedge || bound || binds && phrase::listed(list, word)
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
