//! Whether both sides give one source: in the sentence beside a passage, or described in another way.

use std::ops::Range;

use super::super::draft::Sheet;
use super::super::pair::{Side, per_side};
use super::super::phrase;
use super::attribution::{SAME, attributed, is_anonymity, place};
use super::counted::VAGUE;
use super::cues::is_cue;
use crate::article::label::Label;
use crate::article::quotes::{Quote, QuoteKind};
use crate::order::Arrange as _;
use crate::story::entities::{Entity, EntityId};

/// Reports without marks are the same when this share of the longer one's words stands for one another.
const WHOLE: f32 = 0.75;

/// Whether what some words attribute is somebody's on the other side too, told there or in a sentence beside it.
pub(super) fn is_given_too(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>) -> bool {
    let sides = &sheet.pair.sides;
    // Who says it is somebody else, unless what describes the speaker ends before the verb: "Vos, who chairs the board, said".
    let who = matches!(sides[side].fold(words.start), "who" | "which");
    let over = || words.clone().any(|at| sides[side].fold(at) == ",");
    if is_anonymity(&sides[side], words) || who && !over() {
        return false;
    }
    let tells = |quote: &Quote| {
        let cue = quote.cue.map(|cue| cue.span);
        let speaker = quote.speaker.as_ref().map(|speaker| speaker.span);
        let spans = cue.into_iter().chain(speaker);
        let mut places = spans.map(|span| sides[side].words_in(span));
        quote.said && places.any(|place| place.start < words.end && words.start < place.end)
    };
    let theirs = attributed(&sides[1 - side]);
    attributed(&sides[side])
        .iter()
        .filter(|own| tells(own.quote))
        .any(|own| {
            let own_count = sides[side].count(&own.words);
            theirs.iter().any(|other| {
                let counts = [own_count, sides[1 - side].count(&other.words)];
                let shared = sheet.pair.shared(side, &own.words, &other.words) as f32;
                let direct = [own, other].iter().all(|one| one.quote.kind == QuoteKind::Direct);
                let here = !place(&sides[1 - side], other.quote.cue.map(|cue| cue.span)).is_empty();
                // Without marks, of reports inside one another each has its own.
                let same = if direct {
                    shared >= SAME * counts[0].min(counts[1]) as f32
                } else {
                    here && shared >= WHOLE * counts[0].max(counts[1]) as f32
                };
                other.quote.said && other.quote.speaker.is_some() && same && shared > 0.0
            })
        })
}

/// Words beside those of a source at most among which its name may stand: "the shop's assistant, Bethan Crowe, said".
const NAMED_NEAR: usize = 4;

/// Whether two sources are called by the same names and no other: "Selmouth Water says they" is what "Selmouth Water says the charge" is.
pub(super) fn same_names(sides: [&Side<'_>; 2], words: &[Range<usize>; 2]) -> bool {
    let name = |label: Label| matches!(label, Label::Person | Label::Org | Label::Media | Label::Gpe);
    let [x, y] = per_side(|side| sides[side].named(&words[side], &name));
    !x.is_empty() && x == y
}

/// Whether the words of two sources, with the names beside them, name one person: who speaks is no difference then, however
/// each side describes whoever it is.
pub(super) fn one_person(sheet: &Sheet<'_, '_>, words: &[Range<usize>; 2]) -> bool {
    let named = per_side(|side| {
        let of = &sheet.pair.sides[side];
        let speaks = |at: &usize| !of.words[*at].first && !is_cue(sheet, side, *at);
        let before = (words[side].start.saturating_sub(NAMED_NEAR)..words[side].start).rev();
        let start = words[side].start - before.take_while(|at| speaks(&(at + 1))).count();
        let behind = words[side].end..(words[side].end + NAMED_NEAR).min(of.words.len());
        let over = words[side].end > 0 && is_cue(sheet, side, words[side].end - 1);
        let end = words[side].end + behind.take_while(|at| !over && speaks(at)).count();
        of.persons(&(start..end))
    });
    let sides = [&sheet.pair.sides[0], &sheet.pair.sides[1]];
    named[0].iter().any(|person| named[1].contains(person)) || same_names(sides, words)
}

/// Words that tell two sources apart in no way.
#[rustfmt::skip]
const DESCRIBING: &[&str] = &[
    "a", "an", "the", "of", "for", "'s", "one", "its", "their", "his", "her", "this", "that", "these", "those", "other", "people", "now",
    "spokesman", "spokeswoman", "spokesperson", "spokespeople",
    "also", "still", "again", "then", "with", "and", "but", "new", "recent", "latest", "has", "have", "had", "is", "are", "was", "were", "be",
];

/// Whether two sources are called by the same words, in whatever form and order: "the agency for civil defence" is the civil
/// defence agency, and "some doctors" are doctors; how many of them is another matter.
pub(super) fn inflected(sheet: &Sheet<'_, '_>, sources: &[Range<usize>; 2]) -> bool {
    let plain = per_side(|side| {
        let of = &sheet.pair.sides[side];
        let words = sources[side].clone().map(|at| of.fold(at));
        let tells = |word: &&str| !DESCRIBING.contains(word) && !VAGUE.contains(word) && *word != ",";
        let mut words: Vec<String> = words.filter(tells).map(called).collect();
        words.arrange();
        words
    });
    plain[0] == plain[1]
}

/// Words by which newsrooms call the same people, by their stems.
const CALLED: &str = "relativ family kin;lawyer attorney counsel barrister solicitor;doctor medic physician;\
    researcher scientist;watchdog regulator;firm company;police officer;employe worker staff";

/// The stem of a word, or of what the same people are called first in the list.
fn called(word: &str) -> String {
    let stem = phrase::stem(word);
    let mut groups = CALLED.split(';').map(|group| group.split(' '));
    let first = groups.find_map(|mut group| group.clone().any(|word| word == stem).then(|| group.next())?);
    first.map_or(stem, str::to_owned)
}

/// Whether a verb stands in a clause beside its sentence, by the words between it and who does it: "Ruiz, who has always denied
/// it, is ill".
pub(super) fn is_aside(side: &Side<'_>, between: Range<usize>) -> bool {
    let who = between
        .clone()
        .find(|&at| matches!(side.fold(at), "who" | "which"));
    who.is_some_and(|who| !(who..between.end).any(|at| side.fold(at) == ","))
}

/// What a company is called that was named before.
const COMPANY: &str =
    "company|firm|group|operator|bank|lender|airline|carrier|maker|manufacturer|retailer|supplier|business";

/// Whether one of two speakers is "the company", and the other a body that both articles name.
pub(super) fn is_the_company(
    sheet: &Sheet<'_, '_>,
    speakers: &[Range<usize>; 2],
    of: [Option<EntityId>; 2],
) -> bool {
    (0..2).any(|side| {
        let there = sheet.pair.sides[side].id;
        let company = the(sheet, side, speakers).is_some_and(|noun| phrase::one_of(COMPANY, noun));
        let named = of[1 - side].map(|id| &sheet.pair.story.entities[id.0 as usize]);
        let body = |entity: &Entity| matches!(entity.label, Label::Org | Label::Media);
        company
            && named.is_some_and(|entity| body(entity) && entity.mentions.iter().any(|(id, _)| *id == there))
    })
}

/// What a body is called that was named before; of people one story may have two.
const BODIES: &str = "agency|ministry|regulator|board|council|union|court|department|authority|association|commission|\
    committee|charity|hospital|university|club|federation|office|institute|watchdog|service";

/// Whether one of two speakers is called by the last word alone of what the other is called: "the agency" and "the European
/// weather agency".
pub(super) fn is_headed(sheet: &Sheet<'_, '_>, speakers: &[Range<usize>; 2]) -> bool {
    (0..2).any(|side| {
        let (other, whole) = (&sheet.pair.sides[1 - side], &speakers[1 - side]);
        let known = |at: usize| other.fold(at) == "the" || other.words[at].is_capital();
        let headed = |noun: &str| {
            whole.len() > 2
                && known(whole.start)
                && other.fold(whole.end - 1) == noun
                && phrase::one_of(BODIES, noun)
                && is_only_one(&sheet.pair.sides[side], noun)
        };
        the(sheet, side, speakers).is_some_and(headed)
    })
}

/// Whether an article speaks of no more than one body of a kind: of two ministries "the ministry" may be either.
fn is_only_one(side: &Side<'_>, noun: &str) -> bool {
    let (text, tokens) = (side.article.text(), &side.article.segments.tokens);
    let pairs = tokens
        .windows(2)
        .filter(|pair| pair[1].span.of(text).eq_ignore_ascii_case(noun));
    let before = pairs.map(|pair| pair[0].span.of(text).to_lowercase());
    let mut which: Vec<String> = before
        .filter(|word| !phrase::DETERMINERS.contains(&word.as_str()))
        .collect();
    which.arrange();
    which.dedup();
    which.len() < 2
}

/// The word that a speaker is called by, "the" and no more before it.
fn the<'s>(sheet: &'s Sheet<'_, '_>, side: usize, speakers: &[Range<usize>; 2]) -> Option<&'s str> {
    let (of, words) = (&sheet.pair.sides[side], &speakers[side]);
    (words.len() == 2 && of.fold(words.start) == "the").then(|| of.fold(words.start + 1))
}

/// Verbs of what somebody holds to be so, and of what somebody knows.
const BELIEVES: &str =
    "believe|believes|believed|think|thinks|thought|suspect|suspects|suspected|assume|assumes|assumed";
const FINDS: &str = "found|finds|find|concluded|concludes|determined|established|confirmed|showed";

/// "investigators found" against "investigators believe": where the same people know it.
pub(super) fn found(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>) -> Option<Range<usize>> {
    let (of, other) = (&sheet.pair.sides[side], &sheet.pair.sides[1 - side]);
    let verb = words.clone().find(|&at| phrase::one_of(BELIEVES, of.fold(at)))?;
    let who = verb.checked_sub(1).map(|at| of.fold(at))?;
    let knows = |&at: &usize| other.fold(at) == who && phrase::one_of(FINDS, other.fold(at + 1));
    let at = (0..other.words.len()).find(knows)?;
    Some(phrase::noun_start(other, at)..at + 2)
}

/// Whether whoever says something in some words speaks in the other passage too, as often as in this one, whatever is told of
/// it: "Frith said in a statement" and "Frith thanked Pike, calling him".
pub(super) fn speaks_too(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>) -> bool {
    let cues = |side: usize| {
        let of = &sheet.pair.sides[side];
        let cue = |quote: &Quote| {
            let who = sheet.pair.story.entity(of.id, quote.speaker.as_ref()?.mention?)?;
            let cue = of.words_in(quote.cue?.span);
            (quote.said && !cue.is_empty()).then_some((who, cue.start))
        };
        let mut cues: Vec<(EntityId, usize)> = of.quotes.iter().filter_map(cue).collect();
        cues.arrange();
        cues.dedup();
        cues
    };
    let all = [cues(side), cues(1 - side)];
    let here = all[0].iter().find(|(_, at)| words.contains(at));
    here.is_some_and(|(who, _)| {
        let count = |cues: &[(EntityId, usize)]| cues.iter().filter(|(known, _)| known == who).count();
        count(&all[1]) >= count(&all[0])
    })
}
