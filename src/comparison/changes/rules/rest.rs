//! What no other rule explains: details that one side adds, and other words for the same.

use std::ops::Range;

use super::super::draft::{Draft, Rule, Sheet};
use super::super::pair::{Hunk, Pair, SIDES, Side, Word, per_side};
use super::super::phrase;
use super::super::phrase::DETERMINERS;
use super::facts::{self, Fact};
use super::told::is_told_there;
use super::{
    attribution, caveats, certainty, hedges, negations, numbers, opposites, quoted::ordered, related, style,
    things, voiced,
};
use crate::article::label::{Confidence, Label};
use crate::article::segment::{Token, TokenKind};
use crate::comparison::changes::{ChangeKind, Intent};
use crate::text::{Span, fold};

pub(in super::super) const DETAIL: Rule = Rule {
    id: "statement.detail",
    kind: ChangeKind::Statement,
    intent: Intent::Fact,
    weight: 0.27,
    only: "Only {A adds} “{a}”.",
    both: "{A has} “{a}”, {B has} “{b}”.",
};

const ANONYMITY: Rule = Rule {
    id: "attribution.anonymity",
    kind: ChangeKind::Attribution,
    intent: Intent::Fact,
    weight: 0.5,
    only: "Only {A says} that the source is not named: “{a}”.",
    both: "{A says} “{a}”, {B has} “{b}”.",
};

const HEDGED_DETAIL: Rule = Rule {
    id: "hedge.detail",
    kind: ChangeKind::Hedge,
    intent: Intent::Fact,
    weight: 0.68,
    only: "Only {A has} “{a}”.",
    both: "{A has} “{a}”, {B has} “{b}”.",
};

pub(super) const WORDING: Rule = Rule {
    id: "wording.reworded",
    kind: ChangeKind::Wording,
    intent: Intent::Narrative,
    weight: 0.16,
    only: "Only {A has} “{a}”.",
    both: "{A has} “{a}”, {B has} “{b}”.",
};

const TENSE: Rule = Rule {
    id: "wording.tense",
    kind: ChangeKind::Wording,
    intent: Intent::Narrative,
    weight: 0.18,
    only: "Only {A has} “{a}”.",
    both: "{A has} “{a}”, {B has} “{b}”: the tense or form differs.",
};

const REWRITTEN: Rule = Rule {
    id: "wording.rewritten",
    kind: ChangeKind::Wording,
    intent: Intent::Narrative,
    weight: 0.2,
    only: "Only {A has} “{a}”.",
    both: "{A and} {B} tell the same in largely different words.",
};

/// From this many words on an addition says something; shorter ones colour what is said.
const SAYS: usize = 3;

/// Hunks of one pair from which on its rewording is told once, for the whole.
const MANY: usize = 4;

pub(super) fn rest(sheet: &mut Sheet<'_, '_>) {
    same(sheet);
    details(sheet);
    let open: Vec<Hunk> = sheet
        .open()
        .into_iter()
        .filter(|hunk| says(sheet, hunk))
        .collect();
    if open.len() >= MANY || !sheet.pair.is_close() && open.len() > 1 {
        rewritten(sheet, &open);
        return;
    }
    for hunk in open {
        wording(sheet, &hunk);
    }
}

/// Words that changed their place, and words of approximation that say the same.
fn same(sheet: &mut Sheet<'_, '_>) {
    const ABOUT: &[&str] = &[
        "about",
        "around",
        "some",
        "roughly",
        "approximately",
        "almost",
        "nearly",
    ];
    for hunk in sheet.open() {
        let words = per_side(|side| sheet.value(side, &hunk[side]));
        // "said on Tuesday" is "said Tuesday" in America.
        let on = SIDES.iter().any(|&side| {
            words[side] == "on"
                && words[1 - side].is_empty()
                && is_time(&sheet.pair.sides[side], hunk[side].end)
        });
        if words[0] == words[1] || on {
            for side in SIDES {
                sheet.take(side, &hunk[side]);
            }
        } else if words.iter().all(|words| ABOUT.contains(&words.as_str())) {
            style::figures(sheet, &hunk);
        }
    }
}

/// Whether a time begins at a word.
fn is_time(side: &Side<'_>, at: usize) -> bool {
    side.times.iter().any(|time| side.words_in(time.span).start == at)
}

/// Whether a hunk is worth a row: some word of meaning, or grammar against grammar with a verb in it.
fn says(sheet: &Sheet<'_, '_>, hunk: &Hunk) -> bool {
    let content: usize = SIDES
        .iter()
        .map(|&side| sheet.pair.sides[side].content(&hunk[side]))
        .sum();
    let tense = || hunk.iter().all(|words| !words.is_empty() && words.len() <= 3) && is_tense(sheet, hunk);
    !agrees(sheet, hunk) && (content > 0 || tense())
}

/// Whether two verbs agree with other subjects and say the same: "one in five is", "20% are".
fn agrees(sheet: &Sheet<'_, '_>, hunk: &Hunk) -> bool {
    let words = per_side(|side| sheet.value(side, &hunk[side]));
    SIDES.into_iter().any(|side| {
        let (one, many) = (words[side].as_str(), words[1 - side].as_str());
        matches!(
            (one, many),
            ("is", "are") | ("was", "were") | ("has", "have") | ("does", "do")
        )
    })
}

fn is_tense(sheet: &Sheet<'_, '_>, hunk: &Hunk) -> bool {
    const FORMS: &[&str] = &[
        "is", "are", "was", "were", "has", "have", "had", "be", "been", "being", "will", "would", "do",
        "does", "did", "could", "can", "may", "might",
    ];
    let words = per_side(|side| sheet.value(side, &hunk[side]));
    let forms = |text: &str| text.split(' ').all(|word| FORMS.contains(&word));
    // "the choir schools was", "the oldest school": one thing or many.
    let thing = |side: usize| {
        let of = &sheet.pair.sides[side];
        let before = hunk[side].start.checked_sub(1).map_or("", |at| of.fold(at));
        forms(of.fold(hunk[side].end)) || DETERMINERS.contains(&before) || before.ends_with("est")
    };
    let alike = phrase::stem(&words[0]) == phrase::stem(&words[1]);
    forms(&words[0]) && forms(&words[1]) || alike && !SIDES.into_iter().any(thing)
}

fn details(sheet: &mut Sheet<'_, '_>) {
    for hunk in sheet.open() {
        for side in SIDES {
            let of = &sheet.pair.sides[side];
            // Against words with a meaning of their own it is a rewording.
            if sheet.pair.sides[1 - side].content(&hunk[1 - side]) > 0
                || hunk[1 - side].len() * 3 > hunk[side].len()
            {
                continue;
            }
            let place = hunk[1 - side].end..hunk[1 - side].end;
            for clause in caveats::split(of, &hunk[side]) {
                let of = &sheet.pair.sides[side];
                let whole = slid(of, clause);
                let clause = without_conjunction(of, &whole);
                let carried = carries(of, &clause);
                if of.content(&clause) == 0 || of.count(&clause) < SAYS && carried < 2 {
                    continue;
                }
                if stands_elsewhere(sheet, side, &clause) || is_counted_too(sheet, side, &clause) {
                    sheet.take(side, &clause);
                    continue;
                }
                let other = &sheet.pair.sides[1 - side];
                let hedged = certainty::is_hedged(of, &clause)
                    && of.count(&clause) <= 8
                    && hedges::softeners(other, false) < hedges::softeners(of, false);
                let rule = match hedged {
                    _ if attribution::is_anonymity(of, &clause) => &ANONYMITY,
                    _ if numbers::is_bare(of, &clause) => &numbers::GIVEN,
                    true => &HEDGED_DETAIL,
                    false => &DETAIL,
                };
                let mut factor = (0.85 + 0.1 * carried as f32).min(1.25);
                // "two of whom later died"
                if opposites::harm(of, &clause) == Some(0) {
                    factor *= DEADLY;
                }
                let evidence = ordered(side, clause.clone(), place.clone());
                sheet.find(rule, &evidence, Confidence::Medium, factor);
                sheet.take(side, &whole);
                if rule.id == ANONYMITY.id {
                    let whole = voiced::said_before(sheet, side, &clause);
                    sheet.show(&ordered(side, whole, place.clone()));
                }
                let of = &sheet.pair.sides[side];
                let told_of = phrase::with_what_it_tells_of(of, &clause).and_then(|whole| of.span(&whole));
                if let (Some(draft), Some(whole), true) =
                    (sheet.drafts.last_mut(), told_of, rule.id == DETAIL.id)
                {
                    draft.sides[side].show(&[whole]);
                }
            }
        }
    }
}

/// Whether some words say no more than how much more or less, and the other side has the amount: "a drop of a fifth".
fn is_counted_too(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>) -> bool {
    let [of, other] = [&sheet.pair.sides[side], &sheet.pair.sides[1 - side]];
    // The amount itself may be used up.
    let within = |fact: &Fact<'_>| words.start <= fact.words.start && fact.words.start <= words.end;
    let amounts: Vec<Fact<'_>> = facts::facts(of).into_iter().filter(within).collect();
    let counted =
        |at: usize| amounts.iter().any(|fact| fact.words.contains(&at)) || numbers::is_step(of.fold(at));
    let mut sense = words.clone().filter(|&at| of.words[at].is_content());
    if amounts.is_empty() || !sense.all(counted) {
        return false;
    }
    let there = facts::facts(other);
    let same = |fact: &Fact<'_>| {
        there
            .iter()
            .any(|known| known.family() == fact.family() && known.agrees(fact))
    };
    amounts.iter().all(same)
}

/// How much more it says that somebody died.
const DEADLY: f32 = 1.8;

/// An addition behind a number, from where a reader sees it begin: "from 1.5" of "percent from 1.5", before "percent".
fn slid(side: &Side<'_>, words: Range<usize>) -> Range<usize> {
    let number = |at: usize| side.words[at].text.bytes().any(|b| b.is_ascii_digit());
    let begins = words.start > 0 && number(words.start - 1) && !side.words[words.start].first;
    let same = side.fold(words.start) == side.fold(words.end)
        && side.words.get(words.end).is_some_and(Word::is_word);
    if begins && same && words.len() > 1 {
        words.start + 1..words.end
    } else {
        words
    }
}

/// Some words without the conjunction that leads on from them.
fn without_conjunction(side: &Side<'_>, words: &Range<usize>) -> Range<usize> {
    let mut words = words.clone();
    while !words.is_empty() && matches!(side.fold(words.end - 1), "and" | "or" | "but" | ",") {
        words.end -= 1;
    }
    words
}

/// Words of sense at least by which an addition is known to be told on the other side too.
const TOLD: usize = 3;

/// Whether a finding shows as an addition what the other passage has too, in another order: "a state of
/// emergency was declared by the governor" beside "the governor declared a state of emergency".
pub(super) fn is_told_too(pair: &Pair<'_>, draft: &Draft) -> bool {
    let alone = SIDES
        .into_iter()
        .find(|&side| draft.sides[1 - side].spans.is_empty());
    let Some(side) = alone.filter(|_| draft.rule.id == DETAIL.id) else {
        return false;
    };
    let (of, other) = (&pair.sides[side], &pair.sides[1 - side]);
    let spans = draft.sides[side].spans.iter();
    let words = spans.flat_map(|&span| of.words_in(span));
    let content: Vec<usize> = words.filter(|&at| of.words[at].is_content()).collect();
    if content.len() < TOLD || other.words.len() > LONG {
        return false;
    }
    let stems: Vec<String> = other.words.iter().map(|word| phrase::stem(&word.fold)).collect();
    content
        .iter()
        .all(|&at| stems.contains(&phrase::stem(of.fold(at))))
}

/// Words of a passage at most that are looked through so: a longer one is a page without full stops.
const LONG: usize = 150;

/// Tokens of an article at most that are looked through for words that stand elsewhere.
const LOOKED_THROUGH: usize = 20_000;

/// Whether the other article has the same words in the same order at another place.
fn stands_elsewhere(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>) -> bool {
    let (of, other) = (&sheet.pair.sides[side], &sheet.pair.sides[1 - side]);
    let words = of.trimmed(words);
    let led = usize::from(matches!(of.fold(words.start), "the" | "a" | "an") && words.len() > 1);
    let wanted = &of.words[words.start + led..words.end];
    let tokens = &other.article.segments.tokens;
    let text = other.article.text();
    let alike = |token: &Token, word: &Word<'_>| {
        let there = token.span.of(text);
        there.eq_ignore_ascii_case(word.text) || fold::word(there) == word.fold
    };
    !wanted.is_empty()
        && tokens.len() <= LOOKED_THROUGH
        && tokens
            .windows(wanted.len())
            .any(|run| run.iter().zip(wanted).all(|(token, word)| alike(token, word)))
}

/// How many names, numbers and times some words carry; a name or a number counts double.
pub(super) fn carries(side: &Side<'_>, words: &Range<usize>) -> usize {
    let Some(span) = side.span(words) else { return 0 };
    let counts = |label: Label| !matches!(label, Label::Role);
    let names = side
        .mentions
        .1
        .iter()
        .filter(|m| counts(m.label) && span.contains(m.span))
        .count();
    let numbers = side.numbers.iter().filter(|n| span.contains(n.span)).count();
    // "In the evening" carries nothing, "on Tuesday" and "in 2019" do.
    let dated = |t: &Span| {
        let mut words = side.words[side.words_in(*t)].iter();
        words.any(|word| word.is_capital() || word.text.bytes().any(|b| b.is_ascii_digit()))
    };
    let times = side
        .times
        .iter()
        .filter(|t| span.contains(t.span) && dated(&t.span))
        .count();
    2 * names + 2 * numbers + times
}

fn wording(sheet: &mut Sheet<'_, '_>, hunk: &Hunk) {
    // One word less is no news where the article has it elsewhere.
    let filled = SIDES.into_iter().find(|&side| hunk[1 - side].is_empty());
    if let Some(side) = filled.filter(|&side| sheet.pair.sides[side].content(&hunk[side]) <= 1)
        && stands_elsewhere(sheet, side, &hunk[side])
    {
        return;
    }
    // An age stands for no words.
    if SIDES
        .iter()
        .any(|&side| things::is_age(&sheet.pair.sides[side], &hunk[side]))
    {
        return;
    }
    let words = per_side(|side| sheet.value(side, &hunk[side]));
    let tense = hunk.iter().all(|range| !range.is_empty()) && is_tense(sheet, hunk);
    let voiced = voiced::voiced_once(sheet, hunk);
    let rule = match (tense, voiced) {
        (true, _) => &TENSE,
        (false, None) => &WORDING,
        // "said" against "snapped".
        (false, Some(_)) if words.iter().any(|word| is_past(word)) => &attribution::VERB,
        (false, Some(_)) => &attribution::DROPPED,
    };
    let evidence = per_side(|side| {
        let of = &sheet.pair.sides[side];
        // "'s" says nothing without what it hangs on.
        let words = &hunk[side];
        let hangs = words.start > 0 && !words.is_empty() && of.words[words.start].kind == TokenKind::Clitic;
        let words = words.start - usize::from(hangs)..words.end;
        if tense {
            phrase::with_infinitive(of, &words)
        } else {
            phrase::led(of, &words)
        }
    });
    let evidence = alike(sheet, evidence);
    let single = hunk.iter().all(|words| words.len() == 1);
    let content: usize = SIDES
        .iter()
        .map(|&side| sheet.pair.sides[side].content(&hunk[side]))
        .sum();
    let factor = if words[0].is_empty() || words[1].is_empty() {
        0.8
    } else {
        0.9 + 0.05 * content.min(6) as f32
    };
    sheet.find(rule, &evidence, Confidence::Medium, factor);
    if let Some(side) = voiced {
        sheet.tell_from(side);
    }
    if single && !tense {
        let whole = per_side(|side| {
            let noun = phrase::with_its_noun(&sheet.pair.sides[side], &hunk[side]);
            evidence[side].start.min(noun.start)..evidence[side].end.max(noun.end)
        });
        sheet.show(&whole);
    }
}

/// Whether some words are one verb in the past, by its form.
fn is_past(words: &str) -> bool {
    !words.contains(' ') && words.len() > 4 && words.ends_with("ed")
}

/// Words that lead to a noun: shown with it where both sides have them.
const PREPOSITIONS: &[&str] = &[
    "in", "on", "at", "of", "by", "with", "for", "from", "over", "against", "without",
];

/// Evidence that reads alike on both sides: what one side is led to, the other shows too, and a preposition that both
/// have before their only word.
fn alike(sheet: &Sheet<'_, '_>, evidence: Hunk) -> Hunk {
    let mut evidence = evidence;
    if evidence.iter().any(Range::is_empty) {
        return evidence;
    }
    for side in SIDES {
        let last = evidence[side].end - 1;
        let partner = sheet.pair.sides[side].words[last].partner;
        if let Some(at) = partner.filter(|&at| at == evidence[1 - side].end) {
            evidence[1 - side].end = at + 1;
        }
    }
    let before = per_side(|side| {
        evidence[side]
            .start
            .checked_sub(1)
            .map(|at| sheet.pair.sides[side].fold(at))
    });
    if before[0] == before[1] && before[0].is_some_and(|word| PREPOSITIONS.contains(&word)) {
        evidence = evidence.map(|words| words.start - 1..words.end);
    }
    evidence
}

/// One row for a passage that was told anew.
fn rewritten(sheet: &mut Sheet<'_, '_>, open: &[Hunk]) {
    let evidence = per_side(|side| {
        let ranges = open
            .iter()
            .map(|hunk| &hunk[side])
            .filter(|range| !range.is_empty());
        let start = ranges.clone().map(|range| range.start).min();
        let end = ranges.map(|range| range.end).max();
        start.zip(end).map_or(0..0, |(start, end)| start..end)
    });
    if !parts(sheet, &evidence) {
        sheet.find(&REWRITTEN, &evidence, Confidence::Medium, 1.0);
    }
}

/// Tells what parts two passages that are told in largely different words, where one alone takes something back or denies.
fn parts(sheet: &mut Sheet<'_, '_>, evidence: &Hunk) -> bool {
    let caveats = per_side(|side| {
        let of = &sheet.pair.sides[side];
        let clauses = caveats::split(of, &evidence[side]);
        clauses.into_iter().find_map(|words| {
            let rule = caveats::rule(of, &words, true)?;
            (!is_told_there(sheet, side, &words)).then_some((rule, words))
        })
    });
    let denies = per_side(|side| negations::negations(&sheet.pair.sides[side], &evidence[side]) > 0);
    match caveats {
        [Some((rule, words)), None] => {
            sheet.find(rule, &[words, evidence[1].clone()], Confidence::Medium, 1.0);
            sheet.tell_from(0);
        }
        [None, Some((rule, words))] => {
            sheet.find(rule, &[evidence[0].clone(), words], Confidence::Medium, 1.0);
            sheet.tell_from(1);
        }
        _ if denies[0] != denies[1] && !negations::may_agree(sheet.pair, evidence) => {
            sheet.find(&related::TOLD, evidence, Confidence::Medium, 1.0);
            let whole = per_side(|side| {
                let of = &sheet.pair.sides[side];
                of.trimmed(&(0..of.words.len()))
            });
            sheet.show(&whole);
        }
        _ => return false,
    }
    true
}
