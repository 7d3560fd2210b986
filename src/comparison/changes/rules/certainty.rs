//! How sure a statement is: modality, hedges, negation.

use std::ops::Range;

use super::super::draft::{Rule, Sheet};
use super::super::pair::{Hunk, SIDES, Side, Word, per_side};
use super::super::phrase;
use super::hedges::{self, Hedge, hedge_at, hedges_of, is_extent};
use super::negations::{self, LITTLE, NEGATIONS, UNDONE, denials, negations};
use crate::article::label::Confidence;
use crate::comparison::changes::{ChangeKind, Intent};

macro_rules! hedge_rules {
    ($($name:ident = $id:literal, $weight:literal, $both:literal;)+) => {
        $(pub(super) const $name: Rule = Rule {
            id: $id,
            kind: ChangeKind::Hedge,
            intent: Intent::Fact,
            weight: $weight,
            only: "Only {A has} “{a}”.",
            both: $both,
        };)+
    };
}

hedge_rules! {
    NEGATION = "hedge.negation", 0.96, "{A has} “{a}”, {B has} “{b}”: one denies what the other says.";
    MODALITY = "hedge.modality", 0.84, "{A has} “{a}”, {B has} “{b}”: they differ in how sure it is.";
    HEDGED = "hedge.one-sided", 0.84, "{A has} “{a}”, {B has} “{b}”: only one is hedged.";
    DUTY = "hedge.duty", 0.84, "{A has} “{a}”, {B has} “{b}”: they differ in how binding it is.";
    PLANNED = "hedge.planned", 0.84, "{A has} “{a}”, {B has} “{b}”: only one tells it as done.";
    HORIZON = "hedge.horizon", 0.7, "{A has} “{a}”, {B has} “{b}”: they differ in how soon it is.";
    EXTENT = "hedge.extent", 0.53, "{A has} “{a}”, {B has} “{b}”: they differ in how far it goes.";
}

/// Words of a hunk at most that are read as one step of certainty; more are another statement.
const STEP: usize = 9;

/// Words of an addition at most that is a hedge and no statement of its own.
const ADDED: usize = 5;

/// Words with a sense of their own on each side, none of them shared, from which on the sides speak of different things.
const APART: usize = 3;

pub(super) fn certainty(sheet: &mut Sheet<'_, '_>) {
    for hunk in sheet.open() {
        let sides = &sheet.pair.sides;
        let hunk = tail(sides, &hunk).unwrap_or(hunk);
        let lens = per_side(|side| sides[side].count(&hunk[side]));
        let one_sided = lens.contains(&0);
        let longest = lens[0].max(lens[1]);
        if longest > if one_sided { ADDED } else { STEP } {
            continue;
        }
        let no = per_side(|side| denials(&sides[side], &hunk[side]));
        // "None that I recall" and "no other flight" deny alike, in other places.
        let all = per_side(|side| denials(&sides[side], &(0..sides[side].words.len())));
        let one = no[0] % 2 != no[1] % 2 && all[0] % 2 != all[1] % 2;
        // ", not his hand" tells what something else is.
        let apart = |side: usize| {
            let of = &sides[side];
            let not = |at: usize| of.fold(at) == "not" && at > 0 && of.fold(at - 1) == ",";
            hunk[side].clone().any(not)
        };
        let apart = SIDES.into_iter().any(apart);
        if one
            && !apart
            && only_denies(sheet, &hunk)
            && !crosses(sheet, &hunk)
            && !negations::may_agree(sheet.pair, &hunk)
        {
            let evidence = whole(sheet, &hunk);
            let clause = per_side(|side| clause_of(&sheet.pair.sides[side], &evidence[side]));
            let told = clause.iter().all(|words| !words.is_empty());
            let sides = &sheet.pair.sides;
            let little = |side: usize| {
                hunk[side]
                    .clone()
                    .any(|at| LITTLE.contains(&sides[side].fold(at)))
            };
            let scant = SIDES.into_iter().any(little);
            sheet.find(
                if scant { &EXTENT } else { &NEGATION },
                &evidence,
                Confidence::High,
                1.0,
            );
            if told {
                sheet.show(&clause);
            }
            continue;
        }
        if !one_sided && is_done(sheet, &hunk) {
            hedge(sheet, &hunk, &PLANNED);
            continue;
        }
        let has = |side: usize, word: &str| hunk[side].clone().any(|at| sides[side].fold(at) == word);
        if SIDES
            .into_iter()
            .any(|side| has(side, "destroyed") && has(1 - side, "damaged"))
        {
            hedge(sheet, &hunk, &EXTENT);
            continue;
        }
        if is_promised(sheet, &hunk) {
            hedge(sheet, &hunk, &HEDGED);
            continue;
        }
        let mut found = per_side(|side| hedges_of(&sides[side], &hunk[side]));
        // "is to sell" is no less sure than "will sell".
        let comes = |side: usize| {
            let of = &sides[side];
            let comes = |word: &str| COMES.contains(&word) || PROMISES.contains(&word);
            hunk[side].clone().any(|at| comes(of.fold(at))) || found[side].contains(&Hedge::Scheduled)
        };
        // "Are to stand trial in March", "go on trial in the spring": a day that both give is to come on both sides.
        let dated = |side: usize| {
            let of = &sides[side];
            let past = |at: usize| is_past(of.fold(at));
            of.times.iter().any(|time| of.holds(time.span)) && !hunk[side].clone().any(past)
        };
        if comes(0) && (comes(1) || dated(1) && dated(0)) || comes(1) && dated(0) && dated(1) {
            for hedges in &mut found {
                hedges.retain(|&hedge| hedge != Hedge::Scheduled);
            }
        }
        // In a longer addition "most" and "all" count things; they do not limit the statement.
        let counting = one_sided && longest > 2 && found.iter().flatten().all(|&hedge| is_extent(hedge));
        if found[0] != found[1] && !counting && !reported(sheet, &hunk) {
            modality(sheet, &hunk, &found);
        }
    }
}

/// Words at the end of a rewrite at most that hedge what both have behind it.
const TAIL: usize = 3;

/// Words of sense before them from which on it is one.
const REWRITTEN: usize = 2;

/// What hedges the words behind a long rewrite, where the other side hedges nothing: "that was buried in a bog and may be" the
/// oldest, against "which is 3,600 years old," the oldest.
fn tail(sides: &[Side<'_>; 2], hunk: &Hunk) -> Option<Hunk> {
    let unsure = |hedge: &Hedge| !is_extent(*hedge);
    let hedged = |side: usize| hedges_of(&sides[side], &hunk[side]).iter().any(unsure);
    let side = usize::from(hedged(1));
    let (end, other) = (hunk[side].end, hunk[1 - side].end);
    let near = hunk[side].start.max(end.saturating_sub(TAIL))..end;
    if hedged(1 - side) || negations(&sides[side], &near) > 0 {
        return None;
    }
    let unsure_at = |at: &usize| hedge_at(&sides[side], *at).is_some_and(|hedge| unsure(&hedge));
    let at = near.clone().find(unsure_at)?;
    let next = (other..sides[1 - side].words.len()).find(|&at| sides[1 - side].words[at].is_word())?;
    let goes_on = sides[side].words.get(end)?.partner == Some(next);
    let rewritten = sides[side].content(&(hunk[side].start..at)) >= REWRITTEN;
    (goes_on && rewritten).then(|| per_side(|of| if of == side { at..end } else { next..next }))
}

/// Whether a word tells of what is over, as far as its form says so.
fn is_past(word: &str) -> bool {
    word.ends_with("ed") || matches!(word, "was" | "were" | "has" | "have" | "had")
}

/// Words that tell what is to come.
const COMES: &[&str] = &["will", "would", "shall", "'ll"];

/// Words of a clause at most that are shown behind what is denied or hedged.
const DENIED: usize = 5;

/// Some words with the rest of their clause, where little is left of it.
fn clause_of(side: &Side<'_>, words: &Range<usize>) -> Range<usize> {
    let more = phrase::following(side, words.end, DENIED + 1);
    if words.is_empty() || more > DENIED {
        return words.clone();
    }
    words.start..words.end + more
}

/// Verbs before "to" by which somebody says what is to come.
pub(super) const PROMISES: &[&str] = &[
    "agreed",
    "agrees",
    "promised",
    "promises",
    "pledged",
    "pledges",
    "vowed",
    "vows",
    "threatened",
    "threatens",
];

/// "has promised to cut" against "will cut": one side promises what the other tells as coming.
pub(super) fn is_promised(sheet: &Sheet<'_, '_>, hunk: &Hunk) -> bool {
    let sides = &sheet.pair.sides;
    let promises = |side: usize| {
        let to = |at: usize| PROMISES.contains(&sides[side].fold(at)) && sides[side].fold(at + 1) == "to";
        hunk[side].clone().any(to)
    };
    let comes = |side: usize| {
        !hunk[side].is_empty() && hunk[side].clone().all(|at| COMES.contains(&sides[side].fold(at)))
    };
    SIDES.into_iter().any(|side| promises(side) && comes(1 - side))
}

/// "would open" against "had opened": one side plans what the other tells as done.
fn is_done(sheet: &Sheet<'_, '_>, hunk: &Hunk) -> bool {
    let of = |side: usize| (&sheet.pair.sides[side], &hunk[side]);
    let verb = |(side, words): (&Side<'_>, &Range<usize>), auxiliaries: &[&str]| {
        let led = words.len() == 2 && auxiliaries.contains(&side.fold(words.start));
        led.then(|| phrase::stem(side.fold(words.start + 1)))
    };
    let (plans, does) = (["will", "would"], ["has", "have", "had"]);
    SIDES.into_iter().any(|side| {
        let (planned, done) = (verb(of(side), &plans), verb(of(1 - side), &does));
        planned.is_some() && planned == done
    })
}

/// Words that only carry a clause on.
#[rustfmt::skip]
const CARRYING: &[&str] = &["that", "it", "he", "she", "they", "we", "i", "would", "will", "had", "has", "have", "was", "were", "is", "are"];

/// Such words at most that are shown.
const CARRIED: usize = 4;

/// A verb with the rest of its clause, or where that is long with the grammar right behind it: "said it would".
pub(super) fn told(side: &Side<'_>, words: &Range<usize>) -> Range<usize> {
    let clause = clause_of(side, words);
    if clause != *words || words.is_empty() {
        return clause;
    }
    let carries = |at: &usize| CARRYING.contains(&side.fold(*at));
    let behind = words.end..words.end + phrase::following(side, words.end, CARRIED);
    words.start..words.end + behind.take_while(carries).count()
}

/// Whether two hedges are one: "can" in a quotation is "could" where it is told.
fn reported(sheet: &Sheet<'_, '_>, hunk: &Hunk) -> bool {
    let words = per_side(|side| sheet.value(side, &hunk[side]));
    // "Prosecutors believe" and "it is believed" are as sure.
    let has = |side: usize, words: &[&str]| {
        hunk[side]
            .clone()
            .any(|at| words.contains(&sheet.pair.sides[side].fold(at)))
    };
    let believe = |side: usize| has(side, &["believed"]) && has(1 - side, &["believe", "believes"]);
    let told = matches!(
        [words[0].as_str(), words[1].as_str()],
        ["can", "could"] | ["could", "can"]
    );
    told || SIDES.into_iter().any(believe)
}

/// Whether a quotation ends between the sides: what is said in it denies nothing that is told behind it.
fn crosses(sheet: &Sheet<'_, '_>, hunk: &Hunk) -> bool {
    let quoted = per_side(|side| {
        sheet.pair.sides[side].words[hunk[side].clone()]
            .iter()
            .any(|word| word.quoted)
    });
    !hunk.iter().any(Range::is_empty) && quoted[0] != quoted[1]
}

/// Words of a side at most in which a word of extent is what differs.
const REACH: usize = 3;

/// Whether the sides differ in the negation and in little else: in a rewrite a "not" may serve to say the same.
fn only_denies(sheet: &Sheet<'_, '_>, hunk: &Hunk) -> bool {
    let rest = stems(sheet, hunk);
    let shared = rest[0].iter().any(|stem| rest[1].contains(stem));
    // "did not ring" against "rang": forms of one verb begin alike.
    let alike = matches!([rest[0].as_slice(), rest[1].as_slice()], [[x], [y]] if may_be_forms(x, y));
    // "and was never challenged" denies nothing where the other side speaks of no challenge.
    let spoken = |side: usize| {
        let other = &sheet.pair.sides[1 - side];
        let says = |stem: &String| {
            phrase::around(other, &hunk[1 - side]).any(|at| phrase::stem(other.fold(at)) == *stem)
        };
        rest[side].is_empty() || rest[side].iter().any(says)
    };
    rest[0].is_empty() && spoken(1) || rest[1].is_empty() && spoken(0) || shared || alike
}

/// Whether two words may be forms of one verb, as "take" and "took": they begin alike, and their next consonants are one.
fn may_be_forms(x: &str, y: &str) -> bool {
    let next = |word: &str| word.chars().skip(1).find(|c| !"aeiouwy".contains(*c));
    let first = |word: &str| word.chars().next();
    first(x) == first(y) && (next(x) == next(y) || next(x).is_none() || next(y).is_none())
}

/// What the words of each side speak of, but for those that deny.
fn stems(sheet: &Sheet<'_, '_>, hunk: &Hunk) -> [Vec<String>; 2] {
    per_side(|side| {
        let of = &sheet.pair.sides[side];
        let words = hunk[side].clone().filter(|&at| of.words[at].is_content());
        let stems = words.map(|at| phrase::stem(of.fold(at)));
        let denies = |word: &str| {
            NEGATIONS.contains(&word)
                || LITTLE.iter().any(|little| phrase::stem(little) == word)
                || UNDONE.iter().any(|undone| phrase::stem(undone) == word)
        };
        stems.filter(|word| !denies(word)).collect()
    })
}

/// Whether the sides speak of different things, so that a hedge of one says nothing about the other.
fn apart(sheet: &Sheet<'_, '_>, hunk: &Hunk) -> bool {
    let of = stems(sheet, hunk);
    of.iter().all(|stems| stems.len() >= APART) && !of[0].iter().any(|stem| of[1].contains(stem))
}

fn modality(sheet: &mut Sheet<'_, '_>, hunk: &Hunk, found: &[Vec<Hedge>; 2]) {
    let only_extent = found.iter().flatten().all(|&hedge| is_extent(hedge));
    // Beside "is thought to have some", "some" hedges nothing.
    let unsure = per_side(|side| {
        let sure = |hedge: &Hedge| only_extent || !is_extent(*hedge);
        found[side].iter().copied().filter(sure).collect::<Vec<_>>()
    });
    let found = &unsure;
    if found[0] == found[1] {
        return;
    }
    // In a longer rewording "all" and "most" count other things.
    if only_extent && hunk.iter().any(|words| words.len() > REACH) {
        return;
    }
    let rule = if only_extent {
        &EXTENT
    } else if found.iter().any(Vec::is_empty) {
        if apart(sheet, hunk)
            || bound_too(sheet, found)
            || softened_too(sheet, found)
            || !is_of_both(sheet, hunk)
        {
            return;
        }
        &HEDGED
    } else if found
        .iter()
        .flatten()
        .any(|hedge| matches!(hedge, Hedge::Due | Hedge::Advised))
    {
        if is_as_binding(sheet, hunk, found) {
            return;
        }
        &DUTY
    } else {
        &MODALITY
    };
    hedge(sheet, hunk, rule);
}

/// Whether both bind as much: who "needs to" act "should" act, and what "should" open is expected to.
fn is_as_binding(sheet: &Sheet<'_, '_>, hunk: &Hunk, found: &[Vec<Hedge>; 2]) -> bool {
    SIDES.into_iter().any(|side| {
        let other = &sheet.pair.sides[1 - side];
        let needs = hunk[1 - side]
            .clone()
            .any(|at| other.fold(at).starts_with("need"));
        found[side] == [Hedge::Advised] && (needs || found[1 - side] == [Hedge::Likely])
    })
}

/// Whether the side that lacks a hedge leaves as much open in other words, or elsewhere in the passage; an ability alone
/// leaves nothing open.
fn softened_too(sheet: &Sheet<'_, '_>, found: &[Vec<Hedge>; 2]) -> bool {
    let sides = &sheet.pair.sides;
    SIDES.into_iter().any(|side| {
        let mut open = found[side].iter().filter(|&&hedge| !is_extent(hedge));
        let Some(&hedge) = open.next().filter(|&&hedge| hedge != Hedge::Scheduled) else {
            return false;
        };
        let binding = hedges::is_binding(hedge);
        let theirs = hedges::softeners(&sides[1 - side], binding);
        hedge == Hedge::Able || theirs > 0 && theirs >= hedges::softeners(&sides[side], binding)
    })
}

/// Words behind a hedge at most in which stands what is hedged.
const HEDGED_WORDS: usize = 4;

/// Whether what a long rewrite hedges is said on the other side too: another statement is not the same one without its hedge.
fn is_of_both(sheet: &Sheet<'_, '_>, hunk: &Hunk) -> bool {
    let sides = &sheet.pair.sides;
    SIDES.into_iter().all(|side| {
        let of = &sides[side];
        let other = &sides[1 - side];
        let unsure = |at: &usize| hedge_at(of, *at).is_some_and(|hedge| !is_extent(hedge));
        let Some(at) = hunk[side].clone().find(unsure) else {
            return true;
        };
        let behind = at + 1..(at + 2 + phrase::following(of, at + 1, HEDGED_WORDS)).min(of.words.len());
        let said = |at: usize| {
            let stem = phrase::stem(of.fold(at));
            of.words[at].partner.is_some()
                || (0..other.words.len()).any(|there| phrase::stem(other.fold(there)) == stem)
        };
        let mut content = behind.filter(|&at| of.words[at].is_content()).peekable();
        content.peek().is_none() || content.any(said)
    })
}

/// Whether one side binds ("must return") and the other does so too in words that stand elsewhere ("has to return").
fn bound_too(sheet: &Sheet<'_, '_>, found: &[Vec<Hedge>; 2]) -> bool {
    let binds = |hedge: &Hedge| matches!(hedge, Hedge::Due | Hedge::Scheduled);
    found.iter().flatten().all(binds)
        && SIDES
            .into_iter()
            .filter(|&side| found[side].is_empty())
            .all(|side| {
                let of = &sheet.pair.sides[side];
                (0..of.words.len()).any(|at| hedge_at(of, at).as_ref().is_some_and(binds))
            })
}

fn hedge(sheet: &mut Sheet<'_, '_>, hunk: &Hunk, rule: &'static Rule) {
    let evidence = whole(sheet, hunk);
    // Where a word is hedged and little else is said, the hedge is sure; in a longer change it may belong elsewhere.
    let plain = hunk.iter().all(|words| words.len() <= 4);
    let confidence = if plain {
        Confidence::High
    } else {
        Confidence::Medium
    };
    sheet.find(rule, &evidence, confidence, 1.0);
    if rule.id != EXTENT.id {
        let clause = per_side(|side| {
            let of = &sheet.pair.sides[side];
            let whole = if evidence[side].len() > TOLD_WHOLE {
                evidence[side].clone()
            } else {
                told(of, &evidence[side])
            };
            phrase::from_its_head(of, &whole)
        });
        let more = per_side(|side| clause[side].len() - evidence[side].len());
        // A short clause beside a long one would look like another statement.
        let even = more[0].abs_diff(more[1]) <= UNEVEN;
        if even && clause.iter().all(|words| !words.is_empty()) {
            sheet.show(&clause);
        }
    }
}

/// Words by which one side may be shown further than the other.
const UNEVEN: usize = 3;

/// Words of a hedge from which on it says enough by itself.
const TOLD_WHOLE: usize = 3;

/// Auxiliaries, which belong to the verb that is hedged.
#[rustfmt::skip]
pub(super) const AUXILIARIES: &[&str] = &[
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "could", "can", "may", "might", "do", "does", "did",
];

/// The hunk with the verb that it leads to, and the auxiliary before it; where one side lacks the words, the verb that is
/// left there.
fn whole(sheet: &Sheet<'_, '_>, hunk: &Hunk) -> Hunk {
    let grown = per_side(|side| {
        let of = &sheet.pair.sides[side];
        let mut led = phrase::with_infinitive(of, &hunk[side]);
        // "reportedly" says little without what is reported.
        let next = of.words.get(led.end);
        let colours = of.fold(led.start).ends_with("ly") || next.is_some_and(Word::is_content);
        if led.len() == 1 && colours && next.is_some_and(|word| word.is_word() && !word.first) {
            led.end += 1;
        }
        let start = led.start;
        let auxiliary = !led.is_empty() && start > 0 && AUXILIARIES.contains(&of.fold(start - 1));
        start - usize::from(auxiliary)..led.end
    });
    per_side(|side| {
        if !hunk[side].is_empty() {
            return grown[side].clone();
        }
        // Only the hedge itself is missing: show the words around it that both have.
        let (of, other) = (&sheet.pair.sides[1 - side], &grown[1 - side]);
        let kept: Vec<usize> = other.clone().filter_map(|at| of.words[at].partner).collect();
        match (kept.iter().min(), kept.iter().max()) {
            (Some(&first), Some(&last)) if last - first <= other.len() => first..last + 1,
            _ => hunk[side].clone(),
        }
    })
}

/// Whether a hunk of one side, however long, holds a hedge that the other lacks.
pub(super) fn is_hedged(side: &Side<'_>, words: &Range<usize>) -> bool {
    hedges_of(side, words)
        .iter()
        .any(|hedge| matches!(hedge, Hedge::Possible | Hedge::Reported | Hedge::Likely))
}
