//! Attributions where no quote was matched: who is the subject of a verb of saying, which verb it is, where it was said.

use std::ops::Range;

use super::super::draft::Sheet;
use super::super::pair::{Hunk, SIDES, Side, per_side};
use super::super::phrase;
use super::attribution::{DROPPED, SOURCE, VENUE, VERB};
use super::certainty::{self, AUXILIARIES};
use super::claims;
use super::cues::{alleges, has_cue};
use super::given::{found, inflected, is_given_too, one_person, speaks_too};
use super::hedges::{self, Hedge};
use super::negations;
use super::quoted::ordered;
use crate::article::label::Confidence;
use crate::article::quotes::{Cue, CueClass, Quote};
use crate::text::Span;

/// Words of a hunk at most that is read as a source; a longer one is a statement with its source.
const SOURCE_WORDS: usize = 12;

/// The same where it begins with "according to": what follows is the source.
const ACCORDING: usize = 18;

/// Words of a place or occasion at most.
const VENUE_WORDS: usize = 7;

pub(super) fn sources(sheet: &mut Sheet<'_, '_>) {
    for hunk in sheet.open() {
        let hunk = per_side(|side| led(&sheet.pair.sides[side], &hunk[side]));
        let filled = per_side(|side| !hunk[side].is_empty());
        if certainty::is_promised(sheet, &hunk) {
            continue;
        }
        let cues = per_side(|side| has_cue(sheet, side, &hunk[side]));
        let according = || {
            let begins = |side: usize| sheet.pair.sides[side].fold(hunk[side].start) == "according";
            filled == [true, true] && SIDES.into_iter().any(begins)
        };
        let alone = SIDES.into_iter().find(|&side| filled[side] && !filled[1 - side]);
        // "They said", "according to them": who says it stands on both sides.
        let led_to = |side: &usize| {
            hunk[*side].len() == 2 && sheet.pair.sides[*side].fold(hunk[*side].start) == "according"
        };
        if let Some(side) = SIDES.into_iter().find(led_to)
            && is_voiced_too(sheet, side, &hunk[side])
        {
            sheet.take(side, &hunk[side]);
            continue;
        }
        let told_by = |side: &usize| is_told_by(&sheet.pair.sides[*side], &hunk[*side]);
        if let Some(side) = alone.filter(told_by) {
            let evidence = ordered(side, hunk[side].clone(), hunk[1 - side].clone());
            sheet.find(&DROPPED, &evidence, Confidence::Medium, 1.0);
            continue;
        }
        if let Some(side) = alone.filter(|&side| is_source(sheet, side, &hunk[side])) {
            dropped(sheet, side, &hunk);
            continue;
        }
        let most = if according() { ACCORDING } else { SOURCE_WORDS };
        if hunk.iter().any(|words| words.len() > most) {
            continue;
        }
        if filled == [true, true] && (cues == [true, true] || beside_cue(sheet, &hunk)) || according() {
            both(sheet, &hunk, cues);
            continue;
        }
        // "the union says would" against "will" is a source against none.
        let lacks = |side: usize| {
            let of = &sheet.pair.sides[side];
            let grammar = |at: usize| AUXILIARIES.contains(&of.fold(at)) || is_relative(of.fold(at));
            hunk[side].clone().all(grammar)
        };
        let Some(side) = SIDES
            .into_iter()
            .find(|&side| filled[side] && cues[side] && lacks(1 - side))
            .or_else(|| SIDES.into_iter().find(|&side| filled[side] && !filled[1 - side]))
        else {
            continue;
        };
        one(sheet, side, &hunk);
    }
    claims::accused(sheet);
}

/// Some words with the "according to the" before them.
fn led(of: &Side<'_>, words: &Range<usize>) -> Range<usize> {
    let the = usize::from(words.start > 0 && of.fold(words.start - 1) == "the");
    match words.start.checked_sub(2 + the) {
        Some(start) if !words.is_empty() && of.fold(start) == "according" => start..words.end,
        _ => words.clone(),
    }
}

/// "identified by neighbours as"
fn is_told_by(side: &Side<'_>, words: &Range<usize>) -> bool {
    const TOLD: &[&str] = &[
        "identified",
        "described",
        "named",
        "regarded",
        "seen",
        "portrayed",
        "branded",
    ];
    let by = words.start + 1;
    TOLD.contains(&side.fold(words.start)) && side.fold(by) == "by" && side.fold(words.end - 1) == "as"
}

/// Words that begin a clause about what stands before them.
fn is_relative(word: &str) -> bool {
    matches!(word, "that" | "which" | "who" | "where" | "when")
}

/// Two sources, or two verbs, that face each other.
fn both(sheet: &mut Sheet<'_, '_>, hunk: &Hunk, cues: [bool; 2]) {
    let says = per_side(|side| hunk[side].clone().all(|at| has_cue(sheet, side, &(at..at + 1))));
    let verbs = SIDES
        .into_iter()
        .all(|side| has_cue(sheet, side, &(hunk[side].start..hunk[side].start + 1)));
    let according = |side: usize| sheet.pair.sides[side].fold(hunk[side].start) == "according";
    let one_verb = SIDES.into_iter().all(according);
    let rule = if cues == [true, true] && !one_verb && (says.contains(&true) || verbs) {
        &VERB
    } else {
        &SOURCE
    };
    let hedged = SIDES
        .iter()
        .any(|&side| hedges::hedges(&sheet.pair.sides[side], &hunk[side]));
    let grammar = SIDES
        .iter()
        .any(|&side| !cues[side] && sheet.pair.sides[side].content(&hunk[side]) == 0);
    let same = SIDES
        .iter()
        .all(|&side| is_plain(&sheet.value(side, &hunk[side])));
    let plain = SIDES.iter().all(|&side| {
        let cue = hunk[side].clone().find(|&at| has_cue(sheet, side, &(at..at + 1)));
        cue.is_some_and(|at| matches!(sheet.pair.sides[side].fold(at), "said" | "says"))
    });
    // "did not deny" against "denied" is another matter.
    let denials = per_side(|side| negations::denials(&sheet.pair.sides[side], &hunk[side]) % 2);
    if hedged || grammar || same || plain && rule.id == VERB.id || denials[0] != denials[1] {
        return;
    }
    let evidence = per_side(|side| with_cue(sheet, side, &hunk[side]));
    if rule.id == SOURCE.id && (one_person(sheet, &evidence) || inflected(sheet, &voices(sheet, &evidence))) {
        return;
    }
    sheet.find(rule, &evidence, Confidence::Medium, 1.0);
}

/// What stands before the verb of saying in each source.
fn voices(sheet: &Sheet<'_, '_>, sources: &Hunk) -> Hunk {
    per_side(|side| {
        let cue = |at: &usize| has_cue(sheet, side, &(*at..*at + 1));
        let words = &sources[side];
        // "according to members of the team"
        let start = words.start + 2 * usize::from(sheet.pair.sides[side].fold(words.start) == "according");
        let start = start.min(words.end);
        let end = (start..words.end).find(cue).filter(|&at| at > start);
        start..end.unwrap_or(words.end)
    })
}

fn is_pronoun(word: &str) -> bool {
    matches!(word, "it" | "he" | "she" | "they")
}

/// The plainest verbs of saying: which of them is used says nothing.
fn is_plain(words: &str) -> bool {
    matches!(words, "said" | "says" | "told" | "added" | "according to")
}

/// A source with the verb right beside it.
fn with_cue(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>) -> Range<usize> {
    let of = &sheet.pair.sides[side];
    let cue_at = |at: usize| at < of.words.len() && has_cue(sheet, side, &(at..at + 1));
    if has_cue(sheet, side, words) {
        return words.clone();
    }
    let before = words.start > 0 && cue_at(words.start - 1);
    let behind = cue_at(words.end);
    words.start - usize::from(before && !behind)..words.end + usize::from(behind)
}

/// Whether a verb of saying that both sides have stands right behind a hunk, or right before it behind a quotation.
fn beside_cue(sheet: &Sheet<'_, '_>, hunk: &Hunk) -> bool {
    SIDES.iter().all(|&side| {
        let of = &sheet.pair.sides[side];
        let behind = has_cue(
            sheet,
            side,
            &(hunk[side].end..(hunk[side].end + 1).min(of.words.len())),
        );
        let before = hunk[side]
            .start
            .checked_sub(1)
            .filter(|&at| has_cue(sheet, side, &(at..at + 1)));
        let inverted = before
            .and_then(|at| at.checked_sub(1))
            .is_some_and(|at| !of.words[at].is_word());
        behind || inverted || is_subject(sheet, side, &hunk[side])
    })
}

/// Words between the head of a subject and its verb at most: "a spokeswoman for Telvia said".
const TO_THE_VERB: usize = 4;

/// Whether a hunk holds a word for people who speak, and a verb of saying follows in the same clause.
fn is_subject(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>) -> bool {
    let of = &sheet.pair.sides[side];
    let lexicon = &sheet.pair.model.lexicon;
    let speaks = |at: usize| lexicon.sources.has(of.fold(at)) || lexicon.roles.has(of.fold(at));
    let mut behind = words.end..(words.end + TO_THE_VERB).min(of.words.len());
    words.clone().any(speaks) && behind.any(|at| has_cue(sheet, side, &(at..at + 1)))
}

/// Words of one side that belong to a verb of saying: a fuller source before it, a place behind it, or both with the verb.
fn one(sheet: &mut Sheet<'_, '_>, side: usize, hunk: &Hunk) {
    let of = &sheet.pair.sides[side];
    let mine = hunk[side].clone();
    let place = hunk[1 - side].clone();
    let cue_at = |at: usize| at < of.words.len() && has_cue(sheet, side, &(at..at + 1));
    if hedges::hedges(of, &mine) {
        return;
    }
    let tone = mine.len() == 1 && (of.fold(mine.start).ends_with("ly") || of.fold(mine.start) == "always");
    if tone && cue_at(mine.end) {
        let cue = of.words[mine.end].partner.map_or(place, |at| at..at + 1);
        let whole = mine.start..mine.end + 1;
        sheet.find(&VERB, &ordered(side, whole, cue), Confidence::High, 0.7);
        return;
    }
    let cue_in = has_cue(sheet, side, &mine);
    let opens = matches!(
        of.fold(mine.start),
        "in" | "on"
            | "at"
            | "during"
            | "via"
            | "outside"
            | "through"
            | "after"
            | "before"
            | "following"
            | "near"
            | "under"
    );
    // Who "was released on bail" says nothing there.
    let passive = || {
        mine.start > 1
            && matches!(
                of.fold(mine.start - 2),
                "was" | "were" | "been" | "is" | "are" | "be"
            )
    };
    if mine.start > 0
        && cue_at(mine.start - 1)
        && !passive()
        && opens
        && mine.len() <= VENUE_WORDS
        && !is_time(sheet, side, &mine)
    {
        sheet.find(&VENUE, &ordered(side, mine, place), Confidence::Medium, 1.0);
    } else if cue_at(mine.end)
        && !cue_at(mine.start)
        && of.count(&mine) >= 3
        && mine.start > 0
        && of.words[mine.start - 1].is_word()
    {
        let whole = noun_phrase(sheet, side, &mine);
        let answer = per_side(|at| {
            if at == side {
                whole.clone()
            } else {
                facing(sheet, at, &whole)
            }
        });
        // "Anna Rydh of the district court" is a fuller source.
        let fuller = mine.start > 0 && of.words[mine.start - 1].is_capital();
        if fuller || !one_person(sheet, &answer) && !inflected(sheet, &voices(sheet, &answer)) {
            sheet.find(&SOURCE, &answer, Confidence::Medium, 1.0);
        }
    } else if cue_in && of.count(&mine) >= 2 && is_bare(sheet, side, &mine) {
        dropped(sheet, side, hunk);
    }
}

/// A source that only one side gives, unless the other has it in other words: "the ministry said" against "according to the
/// ministry".
fn dropped(sheet: &mut Sheet<'_, '_>, side: usize, hunk: &Hunk) {
    let mine = hunk[side].clone();
    let facing = &hunk[1 - side];
    // "It said" is whoever the other side's "said" is of.
    let of = &sheet.pair.sides[side];
    // Who agrees to do something does more than say so.
    if of.fold(mine.end) == "to" && certainty::PROMISES.contains(&of.fold(mine.end - 1)) {
        return;
    }
    let bare = mine.len() == 2 && mine.clone().any(|at| is_pronoun(of.fold(at)));
    if bare && has_cue(sheet, 1 - side, &(0..sheet.pair.sides[1 - side].words.len())) {
        sheet.take(side, &mine);
        return;
    }
    if let Some(evidence) = found(sheet, side, &mine) {
        sheet.find(
            &certainty::HEDGED,
            &ordered(side, mine, evidence),
            Confidence::Medium,
            1.0,
        );
        return;
    }
    if is_voiced_too(sheet, side, &mine)
        || is_given_too(sheet, side, &mine)
        || is_said(sheet, 1 - side, facing)
        || speaks_too(sheet, side, &mine)
        || SIDES.iter().all(|&side| expects(sheet, side, &hunk[side]))
    {
        sheet.take(side, &mine);
    } else {
        let evidence = ordered(side, mine, hunk[1 - side].clone());
        sheet.find(&DROPPED, &evidence, Confidence::Medium, 1.0);
    }
}

/// Whether some words give what follows as somebody's: "saying that", "reportedly", "has accused".
pub(super) fn is_said(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>) -> bool {
    let of = &sheet.pair.sides[side];
    words.clone().any(|at| {
        let cue = sheet.pair.model.lexicon.cues.get(of.fold(at));
        cue.is_some_and(|columns| !columns.ends_with("weak"))
            || hedges::hedge_at(of, at) == Some(Hedge::Reported)
    })
}

/// Whether some words, or those right behind them, are of what analysts expect.
fn expects(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>) -> bool {
    let of = &sheet.pair.sides[side];
    let mut near = words.start.saturating_sub(TAIL)..words.end + TAIL;
    near.any(|at| phrase::listed("expect forecast consensus predict estimat", of.fold(at)))
}

/// Words of a source at most: "according to two people who have seen the plan and asked not to be named".
const LONGEST: usize = 16;

/// Whether some words say who reports and nothing of what is reported.
fn is_source(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>) -> bool {
    let of = &sheet.pair.sides[side];
    let inside = |span: Span| {
        let place = of.words_in(span);
        !place.is_empty() && words.start <= place.start && place.end <= words.end
    };
    let asks = |class| matches!(class, CueClass::Demand | CueClass::Question);
    let reports = |quote: &Quote| {
        let content = of.words_in(quote.span);
        let apart = content.end <= words.start || words.end <= content.start;
        let speaker = quote.speaker.as_ref();
        let reports = |cue: Cue| quote.said || alleges(of, of.words_in(cue.span).start);
        let voice = quote.cue.filter(|cue| !asks(cue.class) && inside(cue.span));
        apart
            && !content.is_empty()
            && voice.is_some_and(reports)
            && speaker.is_some_and(|speaker| inside(speaker.span))
    };
    let voice = |at: usize| of.fold(at) == "according" || has_cue(sheet, side, &(at..at + 1));
    words.len() <= LONGEST && words.clone().any(voice) && of.quotes.iter().any(reports)
}

/// Whether the other side names whom some words name, and reports.
pub(super) fn is_voiced_too(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>) -> bool {
    let (of, other) = (&sheet.pair.sides[side], &sheet.pair.sides[1 - side]);
    let all = 0..other.words.len();
    let calls = |at: &usize| {
        of.words[*at].is_content() && of.fold(*at) != "according" && !has_cue(sheet, side, &(*at..*at + 1))
    };
    // Where the hunk is "according to" alone, whom it leads to stands on both sides.
    let led = words.end..words.end + phrase::following(of, words.end, ACCORDING);
    // "Members of the team said that the driver": who says it stands before the verb, or behind it.
    let cue = words.clone().find(|&at| has_cue(sheet, side, &(at..at + 1)));
    let cue = cue.filter(|&at| at > words.start);
    let words = &(words.start..cue.unwrap_or(words.end));
    let bare = !words.clone().any(|at| calls(&at)) && of.fold(words.start) == "according";
    let mut named = if bare { led } else { words.clone() }.filter(calls);
    let there = |at: usize| all.clone().any(|there| other.fold(there) == of.fold(at));
    let says = |at: usize| matches!(other.fold(at), "according" | "puts" | "put");
    let reports = has_cue(sheet, 1 - side, &all) || all.clone().any(says);
    reports && named.clone().next().is_some() && named.all(there)
}

fn is_time(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>) -> bool {
    let of = &sheet.pair.sides[side];
    // "said on Monday that"
    let that = usize::from(of.fold(words.end.saturating_sub(1)) == "that");
    let words = words.start..words.end - that;
    let times = of.times.iter().map(|time| of.words_in(time.span));
    let mut times = times.filter(|time| !time.is_empty());
    times.any(|time| words.start <= time.start && time.end <= words.end && time.len() + 1 >= words.len())
}

/// Whether a source and its verb are all that some words say: nothing is reported in them.
fn is_bare(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>) -> bool {
    let of = &sheet.pair.sides[side];
    // Who "was released" or "has not published" says nothing.
    let speaks = |at: usize| {
        let before = at.saturating_sub(2)..at;
        let passive = before
            .clone()
            .any(|at| matches!(of.fold(at), "was" | "were" | "been" | "is" | "are"));
        has_cue(sheet, side, &(at..at + 1)) && !passive && negations::negations(of, &before) == 0
    };
    let last = words.clone().rev().find(|&at| speaks(at));
    let tail = last.map_or(0, |at| of.count(&(at + 1..words.end)));
    let according = of.fold(words.start) == "according";
    // "which say that the jobs" against "where the jobs", "that the union says it will" against "that the union will", "the
    // army said it had killed" against "the army killed".
    let mut rest = words.clone().filter(|&at| !has_cue(sheet, side, &(at..at + 1)));
    let grammar = |word: &str| is_relative(word) || is_pronoun(word) || AUXILIARIES.contains(&word);
    let voice = rest.all(|at| grammar(of.fold(at)));
    // "published in a journal" names nobody who says it; "said the mayor" does.
    let led = last.is_some_and(|at| at > words.start || of.content(&(at + 1..words.end)) > 0);
    according
        || voice
        || led && (tail <= 2 || tail <= TAIL && last.is_some_and(|at| is_setting(of, at, words)))
        || last.is_some_and(|at| ends_in_grammar(of, at, words))
}

/// Whether what follows a verb of saying ends with "that" and nothing but grammar: "said on its website that it had".
fn ends_in_grammar(of: &Side<'_>, cue: usize, words: &Range<usize>) -> bool {
    let that = (cue + 1..words.end).find(|&at| of.fold(at) == "that");
    that.is_some_and(|that| of.content(&(that + 1..words.end)) == 0 && of.count(&(cue + 1..that)) <= TAIL)
}

/// Words behind a verb of saying at most that say to whom or where.
const TAIL: usize = 5;

/// Whether what follows a verb of saying says to whom or where: "told the court that", "said in a statement".
fn is_setting(of: &Side<'_>, cue: usize, words: &Range<usize>) -> bool {
    let told = matches!(of.fold(cue), "told" | "tells" | "informed" | "assured");
    let led = matches!(
        of.fold(cue + 1),
        "in" | "on" | "at" | "during" | "via" | "to" | "through" | "outside"
    );
    let ends = of.words.get(words.end).is_none_or(|word| !word.is_word());
    told && (of.fold(words.end - 1) == "that" || ends) || led && (ends || of.fold(words.end - 1) == "that")
}

/// A range from the start of its noun phrase.
fn noun_phrase(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>) -> Range<usize> {
    let of = &sheet.pair.sides[side];
    let mut start = words.start;
    while start > 0 && of.words[start - 1].is_word() && words.start - start < 3 && !of.words[start].first {
        start -= 1;
    }
    start..words.end
}

/// The words of the other side that stand for some of these.
fn facing(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>) -> Range<usize> {
    let of = &sheet.pair.sides[1 - side];
    let partners: Vec<usize> = words.clone().filter_map(|at| of.words[at].partner).collect();
    let hunks = sheet.pair.hunks.iter().filter(|hunk| {
        !hunk[1 - side].is_empty() && words.start <= hunk[1 - side].start && hunk[1 - side].end <= words.end
    });
    let more = hunks.flat_map(|hunk| hunk[side].clone());
    let all: Vec<usize> = partners.into_iter().chain(more).collect();
    match (all.iter().min(), all.iter().max()) {
        (Some(&first), Some(&last)) => first..last + 1,
        _ => 0..0,
    }
}
