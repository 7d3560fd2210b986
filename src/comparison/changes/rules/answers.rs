//! Who gave no answer in one article, and one in the other: "Halden Yards did not respond to a request for comment" and "Halden
//! Yards said in a statement that the contract was lawful".

use std::ops::Range;

use super::super::draft::{Draft, Part, Rule};
use super::super::pair::{SIDES, Side, per_side};
use super::super::{round, widen};
use super::cues;
use super::elsewhere::{Line, Room};
use super::negations::{NEGATIONS, UNDONE};
use crate::article::label::Confidence;
use crate::article::quotes::QuoteKind;
use crate::comparison::changes::{ChangeKind, Intent};
use crate::story::Story;
use crate::story::entities::EntityId;

pub(super) const ANSWERED: Rule = Rule {
    id: "statement.answered",
    kind: ChangeKind::Statement,
    intent: Intent::Fact,
    weight: 0.8,
    only: "Only {A says} “{a}”.",
    both: "{A says} “{a}”, {B has} an answer: “{b}”.",
};

/// What whoever is asked does.
const ANSWERS: &[&str] = &["comment", "respond", "reply", "answer"];

/// People of an article at most that are looked at.
const MOST: usize = 100;

/// Words from those to these at most.
const NEAR: usize = 5;

/// Words of somebody: who, the sentence by its place, and the words.
type Words = (EntityId, usize, Range<usize>);

/// Who is asked in vain in an article, and who speaks there, each where that is told first.
pub(super) struct Voices {
    silent: Vec<Words>,
    speak: Vec<Words>,
}

impl Voices {
    pub(super) fn new(story: &Story, lines: &[Line<'_>]) -> Self {
        let silent = lines.iter().enumerate().filter_map(|(at, line)| {
            let (who, words) = silence(story, &line.side)?;
            Some((who, at, words))
        });
        Self {
            silent: first(silent),
            speak: speak(story, lines),
        }
    }
}

/// Whoever is silent in one of two articles and speaks in the other.
pub(super) fn answers(room: &Room<'_, '_>) -> Vec<Draft> {
    let voices = per_side(|side| &room.texts[side].voices);
    let knows = |words: &[Words], who: EntityId| words.iter().any(|(known, ..)| *known == who);
    let taken = room.taken();
    let mut drafts = Vec::new();
    for side in SIDES {
        let other = 1 - side;
        for (who, line, words) in &voices[side].silent {
            // Who speaks in both has answered something.
            if knows(&voices[other].silent, *who) || knows(&voices[side].speak, *who) {
                continue;
            }
            let answer = voices[other].speak.iter().find(|(known, ..)| known == who);
            let Some((_, there, said)) = answer else {
                continue;
            };
            let places = if side == 0 {
                (*line, *there)
            } else {
                (*there, *line)
            };
            // What both tell is no answer to anybody.
            if room.is_linked(places.0, places.1) || taken[other][*there] {
                continue;
            }
            let own = Part::of(&room.texts[side].lines[*line].side, words, String::new());
            let theirs = Part::of(&room.texts[other].lines[*there].side, said, String::new());
            drafts.push(Draft {
                rule: &ANSWERED,
                confidence: Confidence::Medium,
                weight: ANSWERED.weight,
                lead: Some(own.article),
                sides: if side == 0 { [own, theirs] } else { [theirs, own] },
            });
        }
    }
    drafts
}

/// Those who say something, each with what they say first.
fn speak(story: &Story, lines: &[Line<'_>]) -> Vec<Words> {
    let Some(line) = lines.first() else {
        return Vec::new();
    };
    let (article, id) = (line.side.article, line.side.id);
    let quotes = article.quotes.iter().enumerate().filter(|(_, quote)| quote.said);
    first(quotes.filter_map(|(at, quote)| {
        let who = story.speaker(id, at)?;
        let sentence = article.segments.sentence_at(quote.span.start())?;
        let line = lines.binary_search_by_key(&sentence, Line::sentence).ok()?;
        let of = &lines[line].side;
        // Who offered to do something gave no answer.
        let cue = quote.cue.map_or(0..0, |cue| of.words_in(cue.span));
        if quote.kind == QuoteKind::Indirect && !cue.is_empty() && cues::is_act(of, cue.end) {
            return None;
        }
        let speaker = quote.speaker.as_ref().map(|speaker| speaker.span);
        let speaker = speaker.filter(|span| of.holds(*span));
        let whole = speaker.map_or(quote.span, |speaker| speaker.cover(quote.span));
        Some((who, line, of.words_in(whole)))
    }))
}

/// Of each person the first.
fn first(words: impl Iterator<Item = Words>) -> Vec<Words> {
    let mut known: Vec<Words> = Vec::new();
    for words in words {
        if known.len() < MOST && known.iter().all(|(who, ..)| *who != words.0) {
            known.push(words);
        }
    }
    known
}

/// Who gives no answer in a sentence, and the words that say so.
fn silence(story: &Story, of: &Side<'_>) -> Option<(EntityId, Range<usize>)> {
    let at = (0..of.words.len()).find(|&at| ANSWERS.contains(&of.fold(at)) && of.fold(at + 1) != "on")?;
    let no = |at: &usize| NEGATIONS.contains(&of.fold(*at)) || UNDONE.contains(&of.fold(*at));
    let before = at.saturating_sub(NEAR)..at;
    let not = before.rev().take_while(|&at| of.words[at].is_word()).find(no)?;
    let (first, mentions) = of.mentions;
    let named = mentions.iter().enumerate().rev();
    let mut named = named.filter(|(_, mention)| of.words_in(mention.span).end <= not);
    let who = named.find_map(|(at, mention)| {
        let words = of.words_in(mention.span);
        (!words.is_empty())
            .then(|| story.entity(of.id, first + at))
            .flatten()
    })?;
    let breaks = |at: &usize| widen::BREAKS.contains(&of.fold(*at)) || !of.words[*at].is_word();
    let start = (0..not).rev().find(breaks).map_or(0, |at| at + 1);
    Some((who, round::alone(of, &(start..at + 1))))
}
