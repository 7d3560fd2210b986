//! Verbs of saying.

use std::ops::Range;

use super::super::draft::Sheet;
use super::super::pair::Side;
use super::super::phrase;

/// Verbs that mostly do something else than say: they speak where the reader of quotes saw that they do.
#[rustfmt::skip]
const DOING: &[&str] = &[
    "brand", "call", "deem", "dismiss", "imagine", "mean", "praise", "publish", "signal", "spell", "swear",
    "taunt", "thank", "tout", "undertake", "welcome", "wonder", "worry",
];

/// Words from whoever is informed to "that" at most.
const TOLD: usize = 8;

/// Whether some words hold a verb of saying by itself, no noun that looks like one.
pub(super) fn has_cue(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>) -> bool {
    words.clone().any(|at| is_cue(sheet, side, at))
}

pub(super) fn is_cue(sheet: &Sheet<'_, '_>, side: usize, at: usize) -> bool {
    let of = &sheet.pair.sides[side];
    // "The estimate" is a thing, and who "speaks for" somebody says nothing there.
    if matches!(of.fold(at), "speak" | "speaks" | "spoke" | "speaking") && of.fold(at + 1) == "for" {
        return false;
    }
    if at > 0 && phrase::DETERMINERS[..8].contains(&of.fold(at - 1)) {
        return false;
    }
    // "A consensus forecast of 230 million" is one too.
    let noun = phrase::one_of(
        "forecast|estimate|claim|report|pledge|promise|offer|demand|call",
        of.fold(at),
    );
    if noun && of.fold(at + 1) == "of" {
        return false;
    }
    // "Has informed the inspectorate" tells of nothing that is said.
    if phrase::listed("inform notif alert", of.fold(at)) && !(at..at + TOLD).any(|at| of.fold(at) == "that") {
        return false;
    }
    let cue = sheet.pair.model.lexicon.cues.get(of.fold(at));
    // People are attacked and asked, too: such a verb speaks where the reader of quotes saw that it does.
    let speaks = || {
        let mut cues = of
            .quotes
            .iter()
            .filter(|quote| quote.said)
            .filter_map(|quote| quote.cue);
        cues.any(|cue| of.words_in(cue.span).contains(&at))
    };
    // "Its first reading" is a thing too.
    let thing =
        of.fold(at).ends_with("ing") && at > 0 && of.words[at - 1].is_content() && of.fold(at + 1) != "that";
    if thing && !speaks() {
        return false;
    }
    // "HTC-branded", "to tell the tale".
    let before = at.checked_sub(1).map_or("", |before| of.fold(before));
    let infinitive = before == "to" && of.fold(at) != "speak";
    if (before == "-" || infinitive) && !speaks() {
        return false;
    }
    let acts = ["accusation", "demand", "question"];
    let plain = |columns: &str| {
        let lemma = columns.split('\t').next().unwrap_or_default();
        !acts.iter().any(|class| columns.contains(class)) && !DOING.contains(&lemma)
    };
    cue.is_some_and(|columns| !columns.ends_with("weak") && (plain(columns) || alleges(of, at) || speaks()))
}

/// Whether what stands behind a verb of saying is what somebody is to do: "offered to sell", and not "admitted to the police".
pub(super) fn is_act(side: &Side<'_>, behind: usize) -> bool {
    let next = side.words.get(behind + 1);
    let whom = next.is_none_or(|word| word.is_capital() || phrase::DETERMINERS.contains(&word.fold.as_ref()));
    side.fold(behind) == "to" && !whom
}

/// Whether a verb accuses by saying something: whoever is accused or attacked is told nothing by it.
pub(super) fn alleges(side: &Side<'_>, at: usize) -> bool {
    matches!(side.fold(at), "alleges" | "alleged")
}
