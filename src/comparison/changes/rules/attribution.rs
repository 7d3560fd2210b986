//! Who is said to have said it, how, to whom and where.

use std::ops::Range;

use super::super::draft::{Rule, Sheet};
use super::super::pair::{SIDES, Side, per_side};
use super::super::phrase;
use super::certainty;
use super::counted::is_vague;
use super::cues::is_cue;
use super::given::{inflected, is_aside, is_headed, is_the_company, one_person};
use super::hedges;
use super::negations;
use super::setting;
use super::sources;
use super::voiced::{is_of_one_name, spoken_before, voiced};
use crate::article::label::{Confidence, Label};
use crate::article::quotes::{CueClass, Quote, QuoteKind};
use crate::comparison::changes::{ChangeKind, Intent};
use crate::order::Arrange as _;
use crate::story::entities::EntityId;
use crate::text::Span;

macro_rules! attribution_rules {
    ($($name:ident = $id:literal, $weight:literal, $only:literal, $both:literal;)+) => {
        $(pub(in super::super) const $name: Rule = Rule {
            id: $id,
            kind: ChangeKind::Attribution,
            intent: Intent::Fact,
            weight: $weight,
            only: $only,
            both: $both,
        };)+
    };
}

attribution_rules! {
    SOURCE = "attribution.source", 0.8, "Only {A gives} a source: “{a}”.", "{A has} “{a}”, {B has} “{b}”: the source differs.";
    DROPPED = "attribution.dropped", 0.72, "Only {A says} whose word this is: “{a}”.", "Only {A says} whose word this is: “{a}”; {B has} “{b}”.";
    CONTRARY = "attribution.contrary-verb", 0.9, "Only {A has} “{a}”.", "{A has} “{a}”, {B has} “{b}”: both cannot be so.";
    VERB = "attribution.verb", 0.26, "Only {A has} “{a}”.", "{A has} “{a}” where {B has} “{b}”.";
    ADDRESSEE = "attribution.addressee", 0.32, "Only {A says} to whom: “{a}”.", "{A has} “{a}”, {B has} “{b}”.";
    VENUE = "attribution.venue", 0.35, "Only {A says} where this was said: “{a}”.", "{A has} “{a}”, {B has} “{b}”.";
}

/// Two quotes stand for one another when this share of the shorter one's words does.
pub(super) const SAME: f32 = 0.5;

/// A quote with the words around it that say whose it is.
pub(super) struct Attributed<'s> {
    pub(super) quote: &'s Quote,
    pub(super) words: Range<usize>,
}

/// Attributions of quotes and reports that stand on both sides.
pub(super) fn attributions(sheet: &mut Sheet<'_, '_>) {
    let quotes = per_side(|side| attributed(&sheet.pair.sides[side]));
    let mut scored: Vec<(f32, usize, usize)> = Vec::new();
    for (i, x) in quotes[0].iter().enumerate() {
        for (j, y) in quotes[1].iter().enumerate() {
            let count = sheet.pair.shared(0, &x.words, &y.words) as f32;
            let sides = &sheet.pair.sides;
            let counts = [sides[0].count(&x.words), sides[1].count(&y.words)];
            let least = counts[0].min(counts[1]).max(1) as f32;
            if count / least >= SAME {
                scored.push((2.0 * count / (counts[0] + counts[1]).max(1) as f32, i, j));
            }
        }
    }
    // The best by the words of both: of quotes inside one another each meets its own.
    scored.arrange_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let mut met: Vec<(usize, usize)> = Vec::new();
    for (_, i, j) in scored {
        if !met.iter().any(|&(x, y)| x == i || y == j) {
            met.push((i, j));
        }
    }
    met.arrange();
    for (i, j) in met {
        compare(sheet, &quotes[0][i], &quotes[1][j]);
    }
}

/// Quotes and reports of a passage at most: one of more is a page without full stops, and each is held against each.
const READ: usize = 60;

pub(super) fn attributed<'s>(side: &Side<'s>) -> Vec<Attributed<'s>> {
    let speech = |kind| matches!(kind, QuoteKind::Direct | QuoteKind::Mixed | QuoteKind::Indirect);
    let quotes = side.quotes.iter().filter(|quote| speech(quote.kind));
    quotes
        .take(READ)
        .map(|quote| Attributed {
            quote,
            words: side.words_in(quote.span),
        })
        .filter(|quote| !quote.words.is_empty())
        .collect()
}

fn compare(sheet: &mut Sheet<'_, '_>, x: &Attributed<'_>, y: &Attributed<'_>) {
    let quotes = [x.quote, y.quote];
    let speakers = per_side(|side| {
        let span = quotes[side].speaker.as_ref().map(|speaker| speaker.span);
        antecedent(&sheet.pair.sides[side], place(&sheet.pair.sides[side], span))
    });
    let cues = per_side(|side| place(&sheet.pair.sides[side], quotes[side].cue.map(|cue| cue.span)));
    if source(sheet, quotes, &speakers, &cues) {
        return;
    }
    verb(sheet, quotes, &speakers, &cues);
    // "released on bail": who does something is at no place of saying.
    if !quotes.iter().any(|quote| quote.said) {
        return;
    }
    let to = per_side(|side| {
        let of = &sheet.pair.sides[side];
        let words = place(of, quotes[side].addressee);
        // "warned twice" warns nobody in particular.
        let often = matches!(of.fold(words.start), "once" | "twice")
            || of.fold(words.end.saturating_sub(1)) == "times";
        if often { 0..0 } else { words }
    });
    setting::setting(sheet, &ADDRESSEE, [&speakers, &cues, &to]);
    let at = per_side(|side| {
        // "on Tuesday" is a day, not a place.
        let of = &sheet.pair.sides[side];
        let dated = |venue: &Span| {
            let first = of.times.partition_point(|time| time.span.start() < venue.start());
            of.times.get(first).is_some_and(|time| venue.contains(time.span))
        };
        place(of, quotes[side].venue.filter(|venue| !dated(venue)))
    });
    setting::setting(sheet, &VENUE, [&speakers, &cues, &at]);
}

pub(super) fn place(side: &Side<'_>, span: Option<Span>) -> Range<usize> {
    span.map_or(0..0, |span| side.words_in(span))
}

/// Words before "who" at most that are taken as whom it stands for.
const ANTECEDENT: usize = 6;

/// A speaker with whom "who" stands for: "two former employees, who".
fn antecedent(side: &Side<'_>, speaker: Range<usize>) -> Range<usize> {
    let mut start = speaker.start;
    if speaker.is_empty() || side.fold(start) != "who" {
        return speaker;
    }
    start -= usize::from(start > 0 && side.fold(start - 1) == ",");
    let who = start;
    let named = |at: usize| side.words[at].is_content() || phrase::DETERMINERS.contains(&side.fold(at));
    while start > 0 && who - start < ANTECEDENT && named(start - 1) && !side.words[start].first {
        start -= 1;
        if phrase::DETERMINERS.contains(&side.fold(start)) {
            break;
        }
    }
    if start == who { speaker } else { start..speaker.end }
}

/// Another source, or a source on one side only.
fn source(
    sheet: &mut Sheet<'_, '_>,
    quotes: [&Quote; 2],
    speakers: &[Range<usize>; 2],
    cues: &[Range<usize>; 2],
) -> bool {
    // Whoever attacks something is no source, unless the attack is told in words.
    let acts = |quote: &Quote| !quote.said && quote.cue.is_some_and(|cue| cue.class == CueClass::Accusation);
    let said = !quotes.into_iter().any(acts) && quotes[0].said && quotes[1].said;
    if !said
        || says_nothing(sheet, speakers, cues)
        || !SIDES.iter().any(|&side| sheet.any_open(side, &speakers[side]))
    {
        return false;
    }
    let whole = per_side(|side| with_cue(sheet, side, &speakers[side], &cues[side]));
    // "are believed to belong" names nobody, and "are not" denies.
    let negations = per_side(|side| denials(&sheet.pair.sides[side], &whole[side]));
    let hedged = |side: &usize| hedges::hedges(&sheet.pair.sides[*side], &whole[*side]);
    if negations[0] != negations[1] || SIDES.iter().any(hedged) {
        return false;
    }
    let pronoun = SIDES
        .iter()
        .any(|&side| is_pronoun(&sheet.value(side, &speakers[side])));
    // "The 49-year-old" is whom the passage is about, named or not.
    if SIDES
        .iter()
        .any(|&side| sheet.value(side, &speakers[side]).ends_with("year-old"))
    {
        return false;
    }
    let entities = per_side(|side| entity(sheet, side, quotes[side]));
    let same = entities[0].is_some() && entities[0] == entities[1];
    // Told in a sentence beside the passage, or by a pronoun: who speaks is no difference.
    let elsewhere = SIDES
        .iter()
        .any(|&side| speakers[side].is_empty() && quotes[side].speaker.is_some());
    let apart = entities[0].is_some() && entities[1].is_some() && !same;
    let direct = quotes.into_iter().all(|quote| quote.kind == QuoteKind::Direct);
    if same && (pronoun || elsewhere) || direct && elsewhere && !apart {
        for side in SIDES.into_iter().filter(|&side| !speakers[side].is_empty()) {
            let mut whole = described(sheet, side, &speakers[side]);
            while whole.start > 0 && sheet.is_open(side, whole.start - 1) {
                whole.start -= 1;
            }
            sheet.take(side, &whole);
            if cues[1 - side].is_empty() {
                sheet.take(side, &cues[side]);
            }
        }
        return false;
    }
    if speakers.iter().any(Range::is_empty) {
        let whole = per_side(|side| {
            if speakers[side].is_empty() {
                0..0
            } else {
                whole[side].clone()
            }
        });
        let open = SIDES
            .iter()
            .any(|&side| !speakers[side].is_empty() && sheet.any_open(side, &cues[side]));
        // "The ministry said" against "according to the ministry".
        let told = |side: usize| !whole[side].is_empty() && sources::is_voiced_too(sheet, side, &whole[side]);
        if open && SIDES.into_iter().any(told) {
            for side in SIDES {
                sheet.take(side, &whole[side]);
            }
            return true;
        }
        if open && elsewhere && (pronoun || is_of_one_name(sheet, quotes)) {
            for side in SIDES {
                sheet.take(side, &whole[side]);
            }
        } else if open {
            sheet.find(&DROPPED, &whole, Confidence::Medium, 1.0);
            if elsewhere {
                spoken_before(sheet, quotes, speakers);
            }
        }
        return open;
    }
    if one_person(sheet, &whole) {
        return false;
    }
    if is_headed(sheet, speakers) || is_one_source(sheet, speakers, entities) {
        return false;
    }
    let anonymous = per_side(|side| is_anonymous(sheet, side, quotes[side]));
    if pronoun || same && !anonymous.iter().any(|&anonymous| anonymous) {
        return false;
    }
    // A named source against another named one is a claim about a person: the surest and gravest case.
    let factor = if anonymous.iter().any(|&anonymous| anonymous) {
        1.0
    } else {
        1.08
    };
    // "refused", "agreed": whoever does that may be no source.
    let says = |quote: &Quote| {
        quote.cue.is_some_and(|cue| cue.class == CueClass::Neutral) || quote.kind != QuoteKind::Indirect
    };
    let confidence = if quotes.into_iter().all(says) {
        Confidence::High
    } else {
        Confidence::Medium
    };
    sheet.find(&SOURCE, &whole, confidence, factor);
    true
}

/// Whether a verb of saying is no word of whom it stands with.
fn says_nothing(sheet: &Sheet<'_, '_>, speakers: &[Range<usize>; 2], cues: &[Range<usize>; 2]) -> bool {
    // "Police were called": whoever is called says nothing.
    let passive = SIDES.iter().any(|&side| {
        let of = &sheet.pair.sides[side];
        let at = cues[side].start;
        let be = at > 0 && matches!(of.fold(at - 1), "was" | "were" | "been" | "be" | "being");
        !cues[side].is_empty() && be && !matches!(of.fold(at), "told" | "said" | "quoted")
    });
    // Who is told of beside a sentence says nothing of it: "Ruiz, who has always denied it, is ill".
    let aside = SIDES
        .iter()
        .any(|&side| is_aside(&sheet.pair.sides[side], speakers[side].end..cues[side].start));
    passive || aside
}

/// Whether two speakers are one, called otherwise; how many of them speak may still differ.
fn is_one_source(sheet: &mut Sheet<'_, '_>, speakers: &[Range<usize>; 2], of: [Option<EntityId>; 2]) -> bool {
    let one = is_the_company(sheet, speakers, of)
        || inflected(sheet, speakers)
        || inflected(sheet, &per_side(|side| of_whom(sheet, side, &speakers[side])));
    let vague = |side: usize| is_vague(&sheet.pair.sides[side], &speakers[side]);
    if one && !SIDES.into_iter().any(vague) {
        for side in SIDES {
            sheet.take(side, &speakers[side]);
        }
    }
    one
}

/// Words of what a speaker belongs to at most.
const BELONGS: usize = 4;

/// A speaker with what follows it: "members of the team".
fn of_whom(sheet: &Sheet<'_, '_>, side: usize, speaker: &Range<usize>) -> Range<usize> {
    let of = &sheet.pair.sides[side];
    let more = phrase::following(of, speaker.end, BELONGS);
    let all = speaker.end..speaker.end + more;
    let end = all.clone().find(|&at| is_cue(sheet, side, at)).unwrap_or(all.end);
    let led = of.fold(speaker.end) == "of";
    speaker.start..if led { end } else { speaker.end }
}

/// Words that deny; "who asked not to be named" denies nothing.
fn denials(side: &Side<'_>, words: &Range<usize>) -> usize {
    let denies = words.clone().filter(|&at| side.fold(at + 1) != "to");
    denies.map(|at| negations::negations(side, &(at..at + 1))).sum()
}

fn entity(sheet: &Sheet<'_, '_>, side: usize, quote: &Quote) -> Option<EntityId> {
    let mention = quote.speaker.as_ref()?.mention?;
    let article = sheet.pair.sides[side].id.0 as usize;
    sheet.pair.story.entity_of[article].get(mention).copied()
}

fn is_anonymous(sheet: &Sheet<'_, '_>, side: usize, quote: &Quote) -> bool {
    let mention = quote.speaker.as_ref().and_then(|speaker| speaker.mention);
    let mentions = &sheet.pair.sides[side].article.mentions;
    mention.is_none_or(|mention| mentions[mention].label == Label::AnonSource)
}

fn is_pronoun(words: &str) -> bool {
    matches!(words, "he" | "she" | "they" | "it" | "who" | "we" | "i")
}

/// Words of an apposition at most.
const APPOSED: usize = 10;

/// A source without a name with what tells its ground: "people" to "people familiar with the talks".
fn described(sheet: &Sheet<'_, '_>, side: usize, speaker: &Range<usize>) -> Range<usize> {
    let of = &sheet.pair.sides[side];
    let sources = of
        .mentions
        .1
        .iter()
        .filter(|mention| matches!(mention.label, Label::AnonSource | Label::Role));
    let mut words = sources.map(|mention| of.words_in(mention.span));
    let whole =
        words.find(|words| words.start < speaker.end && speaker.start <= words.end && !words.is_empty());
    let mut range = whole.map_or(speaker.clone(), |words| {
        words.start.min(speaker.start)..words.end.max(speaker.end)
    });
    // "Theo Lund, who leads the inquiry": what only this side says of the speaker.
    if of.fold(range.end) == "," && sheet.is_open(side, range.end + 1) {
        let rest = range.end + 1..(range.end + APPOSED).min(of.words.len());
        range.end = rest
            .take_while(|&at| sheet.is_open(side, at))
            .last()
            .map_or(range.end, |at| at + 1);
    }
    range
}

/// Open words before a speaker at most that are told with it: "seen by".
const BESIDE: usize = 3;

/// The speaker's words, with the open words beside them and the verb where that is near.
fn with_cue(sheet: &Sheet<'_, '_>, side: usize, speaker: &Range<usize>, cue: &Range<usize>) -> Range<usize> {
    let mut range = described(sheet, side, speaker);
    if !range.is_empty() {
        range.start = phrase::noun_start(&sheet.pair.sides[side], range.start);
    }
    let near = |range: &Range<usize>| {
        let gap = if cue.start >= range.end {
            cue.start - range.end
        } else {
            range.start.saturating_sub(cue.end)
        };
        gap <= 1
    };
    let known = range.start;
    while range.start > 0
        && known - range.start < BESIDE
        && sheet.is_open(side, range.start - 1)
        && !cue.contains(&(range.start - 1))
    {
        range.start -= 1;
    }
    while sheet.is_open(side, range.end) && !cue.contains(&range.end) {
        range.end += 1;
    }
    if !cue.is_empty() && near(&range) {
        range = range.start.min(cue.start)..range.end.max(cue.end);
        while sheet.is_open(side, range.end) {
            range.end += 1;
        }
    }
    range
}

/// Another verb of saying, or one with an adverb.
fn verb(
    sheet: &mut Sheet<'_, '_>,
    quotes: [&Quote; 2],
    speakers: &[Range<usize>; 2],
    cues: &[Range<usize>; 2],
) {
    // "recalled its ambassador" speaks, and reports no words.
    if cues.iter().any(Range::is_empty) || !quotes.iter().any(|quote| quote.said) {
        return;
    }
    if SIDES.iter().all(|&side| !sheet.any_open(side, &cues[side])) {
        adverb(sheet, cues);
        return;
    }
    // A verb that stands on the other side too has no other one against it.
    if SIDES.iter().any(|&side| !sheet.any_open(side, &cues[side])) {
        return;
    }
    let stems = per_side(|side| phrase::stem(&sheet.value(side, &cues[side])));
    // What only one side hedges is no matter of the verb.
    let hedged = per_side(|side| hedges::hedges(&sheet.pair.sides[side], &cues[side]));
    if stems[0] == stems[1] || stems.iter().all(|stem| is_say(stem)) || hedged[0] != hedged[1] {
        return;
    }
    let sides = &sheet.pair.sides;
    if super::opposites::opposed(&sides[0], &sides[1], cues) {
        let evidence = per_side(|side| phrase::led(&sheet.pair.sides[side], &cues[side]));
        sheet.find(&CONTRARY, &evidence, Confidence::High, 1.0);
        return;
    }
    let classes = quotes.map(|quote| quote.cue.map_or(CueClass::Neutral, |cue| cue.class));
    let factor = match (classes[0] == classes[1], classes.contains(&CueClass::Denial)) {
        (_, true) if classes[0] != classes[1] => 1.4,
        (false, _) => 1.0,
        (true, _) => 0.45,
    };
    let evidence = per_side(|side| {
        let of = &sheet.pair.sides[side];
        let mut range = cues[side].clone();
        while sheet.is_open(side, range.end) {
            range.end += 1;
        }
        phrase::led(of, &phrase::glued(of, &range))
    });
    // Another speaker with another verb may be telling something else.
    let apart =
        !speakers.iter().any(Range::is_empty) && sheet.pair.shared(0, &speakers[0], &speakers[1]) == 0;
    let confidence = if classes[0] == classes[1] || apart {
        Confidence::Medium
    } else {
        Confidence::High
    };
    sheet.find(&VERB, &evidence, confidence, factor);
    let whole = per_side(|side| {
        let voice = voiced(sheet, side, &speakers[side], &evidence[side]);
        certainty::told(&sheet.pair.sides[side], &voice)
    });
    sheet.show(&whole);
}

/// Whether words say that a source is not to be named, or why.
pub(super) fn is_anonymity(side: &Side<'_>, words: &Range<usize>) -> bool {
    words.clone().any(|at| {
        let next = |step: usize| side.fold(at + step);
        let unnamed = side.fold(at) == "not"
            && matches!(next(1), "be" | "to")
            && (1..5).any(|step| matches!(next(step), "named" | "identified"));
        unnamed || matches!(side.fold(at), "anonymity" | "anonymously")
    })
}

/// The plainest verbs of saying: which of them is used says nothing.
fn is_say(stem: &str) -> bool {
    matches!(
        stem,
        "said" | "say" | "told" | "tell" | "according" | "accord" | "add"
    )
}

/// "denied" against "repeatedly denied".
fn adverb(sheet: &mut Sheet<'_, '_>, cues: &[Range<usize>; 2]) {
    for hunk in sheet.open() {
        for side in SIDES {
            let words = &hunk[side];
            if words.is_empty() || words.len() > 2 || !hunk[1 - side].is_empty() {
                continue;
            }
            let of = &sheet.pair.sides[side];
            let tone = (words.clone()).all(|at| of.fold(at).ends_with("ly") || of.fold(at) == "always");
            if words.end == cues[side].start && tone && !hedges::hedges(of, words) {
                sheet.find(&VERB, &hunk, Confidence::High, 0.7);
            }
        }
    }
}
