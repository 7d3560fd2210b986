//! Sentences that are about one thing and share few words: where they part is told side by side.

use std::ops::Range;

use super::super::draft::{Draft, Part, Rule};
use super::super::pair::{SIDES, Side, Word, per_side};
use super::super::{phrase, round, widen};
use super::about::About;
use super::attribution::{DROPPED, SOURCE};
use super::caveats;
use super::certainty::HEDGED;
use super::cues;
use super::elsewhere::{Line, Room, Told, both};
use super::facts::{self, Fact};
use super::given::{is_aside, same_names};
use super::hedges;
use super::negations;
use super::numbers::DATE;
use super::opposites::{self, HARM};
use super::tallies;
use crate::article::label::Confidence;
use crate::article::quotes::QuoteKind;
use crate::comparison::changes::{ChangeKind, Intent};
use crate::order::Arrange as _;

pub(super) const TOLD: Rule = Rule {
    id: "statement.told-otherwise",
    kind: ChangeKind::Statement,
    intent: Intent::Fact,
    weight: 0.65,
    only: "Only {A says} “{a}”.",
    both: "{A says} “{a}”, {B says} “{b}”.",
};

/// Words of a sentence at most that is told whole; of a longer one only the clauses that have what both speak of.
const WHOLE: usize = 34;

/// What it weighs less where one of both is linked to another sentence.
const TAKEN: f32 = 0.6;

/// What such a difference weighs less than one of words that were compared one by one.
const UNSURE: f32 = 0.8;

/// What parts the pairs of related sentences. Where a finding that is `known` says so, it is shown with more of them.
pub(super) fn related(room: &Room<'_, '_>, known: &mut Vec<Draft>, done: &mut Vec<Told>) {
    let taken = room.taken();
    for About { places: [a, b], free } in &room.related {
        let (a, b) = (*a, *b);
        let lines = [&room.texts[0].lines[a], &room.texts[1].lines[b]];
        // Who is quoted on one side alone is.
        if lines.iter().any(|line| line.side.is_quote()) || !share_matter(lines) {
            continue;
        }
        let told = tell(lines, known, *free);
        // Of two of which one is linked to another sentence, the one that is not is told here alone, where it is told whole.
        let here = |side: usize| *free || told && !taken[side][[a, b][side]];
        for side in SIDES.into_iter().filter(|&side| here(side)) {
            let [own, other] = [lines[side], lines[1 - side]];
            done.push((own.side.id, own.sentence(), other.side.id));
        }
    }
}

/// Words at most of a sentence that says no more than that nobody was harmed.
const UNHARMED: usize = 8;

/// What both say of nobody: "No one was hurt" and "Nobody was injured" are told in neither alone.
pub(super) fn unharmed(room: &Room<'_, '_>, done: &mut Vec<Told>) {
    let nobody = |word: &Word<'_>| matches!(word.fold.as_ref(), "no" | "nobody" | "none");
    // Whether that is all a sentence says.
    let harm = |line: &Line<'_>| {
        let words = &line.side.words;
        let over = |at: &usize| matches!(line.side.fold(*at), "," | ";" | "and" | "but");
        let clause = 0..(0..words.len()).find(over).unwrap_or(words.len());
        let short = clause.len() <= UNHARMED && words[clause.clone()].iter().any(nobody);
        let grade = opposites::harm(&line.side, &clause).filter(|_| short)?;
        Some((grade, clause.len() == words.len()))
    };
    let lines = per_side(|side| {
        let lines = room.texts[side].lines.iter();
        lines
            .filter_map(|line| Some((harm(line)?, line)))
            .collect::<Vec<_>>()
    });
    for ((grade, alone), x) in &lines[0] {
        for ((_, other_alone), y) in lines[1].iter().filter(|((other, _), _)| other == grade) {
            if *alone {
                done.push((x.side.id, x.sentence(), y.side.id));
            }
            if *other_alone {
                done.push((y.side.id, y.sentence(), x.side.id));
            }
        }
    }
}

/// Whether both speak of something but who says so.
fn share_matter(lines: [&Line<'_>; 2]) -> bool {
    let matter = |side: usize| {
        let of = &lines[side].side;
        let mut rare = lines[side].rare.clone();
        let says = of.quotes.iter().filter(|quote| of.holds(quote.span));
        let who = says
            .filter_map(|quote| quote.speaker.as_ref())
            .map(|speaker| speaker.span);
        for stem in who.flat_map(|span| lines[side].stems_in(&of.words_in(span))) {
            rare.retain(|own| *own != stem);
        }
        rare
    };
    both(&matter(0), &matter(1)) > 0
}

/// Where two sentences part: shown whole, but for who says so. Whether no more is said than that they do, or what is not known.
fn tell(lines: [&Line<'_>; 2], known: &mut Vec<Draft>, free: bool) -> bool {
    let told = per_side(|side| Part::of(&lines[side].side, &told(lines, side), String::new()));
    let is_told = |draft: &Draft| draft.rule.id == TOLD.id && draft.meets(&told);
    let says = known
        .iter()
        .filter(|draft| draft.meets(&told) && draft.rule.id != TOLD.id);
    let kinds: Vec<ChangeKind> = says.map(|draft| draft.rule.kind).collect();
    let new = |draft: &Draft| !kinds.contains(&draft.rule.kind);
    let counted = || number(lines).filter(|draft| free || draft.rule.id != DATE.id || same(lines));
    let counted = || toll(lines).or_else(counted);
    let found = [
        harm(lines).or_else(counted),
        hedge(lines).or_else(|| doubt(lines)),
    ]
    .into_iter()
    .flatten();
    let mut found: Vec<Draft> = found.filter(new).collect();
    // Beside one that says what differs, that something does is nothing.
    if !found.is_empty() || !kinds.is_empty() {
        known.retain(|draft| !is_told(draft));
    } else if !known.iter().any(is_told) && !agree(lines) {
        found.push(Draft {
            rule: &TOLD,
            confidence: Confidence::Medium,
            weight: TOLD.weight * if free { 1.0 } else { TAKEN },
            lead: None,
            sides: told.clone(),
        });
    }
    let whole = |draft: &Draft| is_told(draft) || draft.rule.id == caveats::UNKNOWN.id;
    let plain = found.iter().any(whole);
    known.extend(found);
    let met = known.iter_mut().filter(|draft| draft.meets(&told));
    for (part, told) in met.flat_map(|draft| draft.sides.iter_mut().zip(&told)) {
        part.show(&told.spans);
    }
    if free {
        known.extend(source(lines).or_else(|| dropped(lines)).filter(new));
    }
    plain
}

/// Whether all that one says the other says too.
fn agree(lines: [&Line<'_>; 2]) -> bool {
    let all = per_side(|side| 0..lines[side].side.words.len());
    let negations = per_side(|side| negations::negations(&lines[side].side, &all[side]));
    let least = lines[0].rare.len().min(lines[1].rare.len());
    both(&lines[0].rare, &lines[1].rare) == least && negations[0] == negations[1]
}

/// The words of a line that are shown: all, or from the first to the last clause that speaks of what the other does.
fn told(lines: [&Line<'_>; 2], side: usize) -> Range<usize> {
    let of = &lines[side].side;
    let whole = of.trimmed(&(0..of.words.len()));
    if of.count(&whole) <= WHOLE {
        return whole;
    }
    let shared = |at: &usize| {
        let stem = lines[side].stems[*at];
        stem != 0 && lines[1 - side].stems.contains(&stem)
    };
    let mut places = whole.clone().filter(shared);
    let Some(first) = places.next() else {
        return whole;
    };
    round::alone(of, &(first..places.next_back().unwrap_or(first) + 1))
}

/// Another harm that befell as many.
fn harm(lines: [&Line<'_>; 2]) -> Option<Draft> {
    let sides = [&lines[0].side, &lines[1].side];
    let (evidence, _) = opposites::harmed(sides)?;
    Some(Draft {
        rule: &HARM,
        confidence: Confidence::Medium,
        weight: HARM.weight * UNSURE,
        lead: None,
        sides: per_side(|side| Part::of(sides[side], &evidence[side], String::new())),
    })
}

/// Another count of those whom one harm befell.
fn toll(lines: [&Line<'_>; 2]) -> Option<Draft> {
    let tolls = per_side(|side| opposites::tolls(&lines[side].side));
    let once = |side: usize, grade: usize| {
        let mut of = tolls[side].iter().filter(|(known, ..)| *known == grade);
        of.next()
            .filter(|_| of.next().is_none())
            .map(|(_, count, _)| count)
    };
    let mut pairs = tolls[0]
        .iter()
        .filter_map(|(grade, ..)| Some([once(0, *grade)?, once(1, *grade)?]));
    let pair = pairs.find(|[x, y]| !x.agrees(y))?;
    tallies::draft(lines, pair)
}

/// The one number, or time, of either that the other does not have, where both may be of one thing.
fn number(lines: [&Line<'_>; 2]) -> Option<Draft> {
    let facts = per_side(|side| {
        let mut facts = facts::facts(&lines[side].side);
        // "One party" is some party.
        facts.retain(|fact| lines[side].side.fold(fact.words.start) != "one");
        facts
    });
    let of_one = |x: &Fact<'_>, y: &Fact<'_>| x.family() == y.family() && x.dimension() == y.dimension();
    let own = |side: usize, like: &Fact<'_>| {
        let others = &facts[1 - side];
        let mut own = facts[side]
            .iter()
            .filter(|fact| of_one(fact, like) && !others.iter().any(|other| fact.agrees(other)));
        let first: Option<&Fact<'_>> = own.next();
        first.filter(|_| own.next().is_none())
    };
    // The same whichever article comes first.
    let mut models: Vec<&Fact<'_>> = facts[0].iter().collect();
    models.arrange_by(|x, y| (x.family(), x.dimension()).cmp(&(y.family(), y.dimension())));
    let mut pairs = models
        .into_iter()
        .filter_map(|like| Some([own(0, like)?, own(1, like)?]));
    // "Today" and "today", where nobody tells which day that is.
    let alike = |[x, y]: &[&Fact<'_>; 2]| {
        let folds = |side: usize, words: &Range<usize>| {
            words
                .clone()
                .map(|at| lines[side].side.fold(at))
                .collect::<Vec<_>>()
        };
        folds(0, &x.words) == folds(1, &y.words)
    };
    let pair = pairs.find(|pair| !alike(pair) && tallies::may_be_one(lines, *pair))?;
    tallies::draft(lines, pair)
}

/// Words of sense of a hedged clause that the other must have, where it has so many.
const HEDGED_OF: usize = 2;

/// What one of them hedges, and the other does not.
fn hedge(lines: [&Line<'_>; 2]) -> Option<Draft> {
    let hedge = |side: usize| {
        let of = &lines[side].side;
        let unsure = |at: &usize| {
            let hedge = hedges::hedge_at(of, *at);
            !of.words[*at].quoted && hedge.is_some_and(|hedge| !hedges::is_extent(hedge))
        };
        (0..of.words.len()).find(unsure)
    };
    let side = match [hedge(0), hedge(1)] {
        [Some(at), None] => (0, at),
        [None, Some(at)] => (1, at),
        _ => return None,
    };
    let negations = per_side(|side| {
        let of = &lines[side].side;
        negations::negations(of, &(0..of.words.len()))
    });
    // Where one denies, more than sureness parts them.
    if negations[0] != negations[1] {
        return None;
    }
    let (side, at) = side;
    let clause = clause(&lines[side].side, at);
    // A hedge of what the other does not speak of parts nothing.
    let said = lines[side].rare_in(&clause);
    let other = &lines[1 - side];
    let elsewhere = |at: usize| {
        let word = &lines[side].side.words[at];
        word.is_capital() && !word.first && !other.stems.contains(&lines[side].stems[at])
    };
    if both(&said, &other.rare) < HEDGED_OF.min(said.len()).max(1) || clause.clone().any(elsewhere) {
        return None;
    }
    let mut shown = per_side(|side| told(lines, side));
    shown[side] = round::alone(&lines[side].side, &clause);
    Some(Draft {
        rule: &HEDGED,
        confidence: Confidence::Medium,
        weight: HEDGED.weight * UNSURE,
        lead: None,
        sides: per_side(|side| Part::of(&lines[side].side, &shown[side], String::new())),
    })
}

/// What one of them says is not proved, and the other does not.
fn doubt(lines: [&Line<'_>; 2]) -> Option<Draft> {
    let open = per_side(|side| {
        let of = &lines[side].side;
        let mut clauses = caveats::split(of, &told(lines, side)).into_iter();
        clauses.find(|clause| caveats::proves_nothing(of, clause))
    });
    let mut shown = per_side(|side| told(lines, side));
    let side = match open {
        [Some(clause), None] => (0, clause),
        [None, Some(clause)] => (1, clause),
        _ => return None,
    };
    let (side, clause) = side;
    shown[side] = clause;
    Some(Draft {
        rule: &caveats::UNKNOWN,
        confidence: Confidence::Medium,
        weight: caveats::UNKNOWN.weight * UNSURE,
        lead: Some(lines[side].side.id),
        sides: per_side(|side| Part::of(&lines[side].side, &shown[side], String::new())),
    })
}

/// The clause of a word, or what of it stands near.
pub(super) fn clause(side: &Side<'_>, at: usize) -> Range<usize> {
    const NEAR: usize = 7;
    let inside = |at: usize| side.words[at].is_word() && !widen::BREAKS.contains(&side.fold(at));
    let before = (0..at).rev().take(NEAR).take_while(|&at| inside(at)).count();
    let behind = (at + 1..side.words.len())
        .take(NEAR)
        .take_while(|&at| inside(at))
        .count();
    at - before..at + 1 + behind
}

/// Words between a speaker and the verb at most: "a diplomat from Corvain, which mediated, said".
const BESIDE: usize = 8;

/// Who says so in either, where these are not the same.
fn source(lines: [&Line<'_>; 2]) -> Option<Draft> {
    let [x, y] = [said(&lines[0].side)?, said(&lines[1].side)?];
    let stems = [lines[0].stems_in(&x.who), lines[1].stems_in(&y.who)];
    let shared = both(&stems[0], &stems[1]);
    // "Joe Biden" is Biden, and of people without a name another word is another source.
    let named = |side: usize, said: &Said| said.who.clone().any(|at| lines[side].side.words[at].is_capital());
    // However each is described, whoever both name is one source.
    let known = lines[0].side.persons(&x.who);
    let theirs = lines[1].side.persons(&y.who);
    let person = known.iter().any(|person| theirs.contains(person));
    let person = person || same_names([&lines[0].side, &lines[1].side], &[x.who.clone(), y.who.clone()]);
    let one = if named(0, &x) && named(1, &y) {
        shared == stems[0].len().min(stems[1].len()) || person
    } else {
        stems[0] == stems[1]
    };
    let shown = [x.whole, y.whole];
    (!one).then(|| Draft {
        rule: &SOURCE,
        confidence: Confidence::Medium,
        weight: SOURCE.weight * UNSURE,
        lead: None,
        sides: per_side(|side| Part::of(&lines[side].side, &shown[side], String::new())),
    })
}

/// The share of the words of sense of the shorter sentence from which on both say the same.
const SAME: f32 = 0.5;

/// Whether both say much of the same: what was found and what was warned of have each their day.
fn same(lines: [&Line<'_>; 2]) -> bool {
    let rare = per_side(|side| lines[side].rare.len());
    both(&lines[0].rare, &lines[1].rare) as f32 >= SAME * rare[0].min(rare[1]) as f32
}

/// Who says so in one, where the other says it as so.
fn dropped(lines: [&Line<'_>; 2]) -> Option<Draft> {
    let said = per_side(|side| said(&lines[side].side));
    let side = match &said {
        [Some(_), None] => 0,
        [None, Some(_)] => 1,
        _ => return None,
    };
    let of = &lines[1 - side].side;
    let voiced = of.words.iter().any(|word| word.fold == "according");
    if voiced || !same(lines) || of.quotes.iter().any(|quote| of.holds(quote.span)) {
        return None;
    }
    let shown = per_side(|side| told(lines, side));
    Some(Draft {
        rule: &DROPPED,
        confidence: Confidence::Medium,
        weight: DROPPED.weight * UNSURE,
        lead: Some(lines[side].side.id),
        sides: per_side(|side| Part::of(&lines[side].side, &shown[side], String::new())),
    })
}

/// Who says what a sentence says.
struct Said {
    /// The words that say who, without the verb.
    who: Range<usize>,
    /// The same with the verb.
    whole: Range<usize>,
}

fn said(of: &Side<'_>) -> Option<Said> {
    let quotes = of
        .quotes
        .iter()
        .filter(|quote| quote.said && of.holds(quote.span));
    let mut said = quotes.filter_map(|quote| {
        let speaker = of.words_in(quote.speaker.as_ref()?.span);
        let cue = of.words_in(quote.cue?.span);
        // Either may stand in the next sentence.
        if speaker.is_empty() || cue.is_empty() || of.content(&speaker) == 0 {
            return None;
        }
        let first = speaker.end <= cue.start;
        // Who offers to do something does it, and who is told of beside it says nothing there: "Ruiz, who denied it, is ill".
        let acts = quote.kind == QuoteKind::Indirect && cues::is_act(of, cue.end);
        let beside = first && is_aside(of, speaker.end..cue.start);
        if acts || beside {
            return None;
        }
        let apart = if first {
            cue.start - speaker.end
        } else {
            speaker.start.saturating_sub(cue.end)
        };
        let start = phrase::noun_start(of, speaker.start);
        let who = start..if first { cue.start } else { speaker.end };
        let whole = start.min(cue.start)..speaker.end.max(cue.end);
        (apart <= BESIDE).then_some(Said { who, whole })
    });
    said.next()
}
