//! Sentences that only some articles have, by what they carry.

use std::cell::OnceCell;
use std::ops::Range;

use super::super::draft::{Finding, Part, Rule};
use super::super::pair::Side;
use super::super::utterances;
use super::attribution::SOURCE;
use super::elsewhere::Told;
use super::leads::leads;
use super::{caveats, quoted, rest};
use crate::article::Article;
use crate::article::document::BlockKind;
use crate::article::label::Confidence;
use crate::article::quotes::QuoteKind;
use crate::article::segment::{Sentence, SentenceId};
use crate::comparison::align::{Alignment, AlignmentKind, Passage};
use crate::comparison::changes::{ChangeKind, Intent, Rendering, Said};
use crate::comparison::diff;
use crate::order::{self, Arrange as _, Map, Set};
use crate::story::{ArticleId, Story};

pub(super) const STATEMENT: Rule = Rule {
    id: "statement.only-here",
    kind: ChangeKind::Statement,
    intent: Intent::Fact,
    weight: 0.38,
    only: "Only {A says}: “{a}”.",
    both: "{A says} “{a}”, {B says} “{b}”.",
};

const QUOTE: Rule = Rule {
    id: "quote.only-here",
    kind: ChangeKind::Quote,
    intent: Intent::Fact,
    weight: 0.64,
    only: "Only {A quotes} “{a}”.",
    both: "{A quotes} “{a}”, {B quotes} “{b}”.",
};

/// What only some articles say that are `touched`, a finding a passage; the sentences of one quote together. Sentences that are
/// `told` beside one of another article are not told alone.
pub(in super::super) fn only(
    story: &Story,
    (alignments, passages): (&[&Alignment], &[Passage]),
    said: &Said<'_>,
    told: &[Told],
    (known, alike, touched): (&mut [Option<Alone>], &[bool], &[bool]),
) -> Vec<Finding> {
    let is_touched = |passage: &&Passage| touched[passage.members[0].0.0 as usize];
    let room = Room::new(story, alignments, passages.iter().filter(is_touched), said);
    let mut quotes: Map<(usize, Vec<ArticleId>), usize> = Map::new();
    // The note that was told last, who has it, and where it is told.
    let mut told_note: Option<((ArticleId, usize), Vec<ArticleId>, usize)> = None;
    let mut voiced: Set<(Option<usize>, Vec<ArticleId>)> = Set::new();
    let mut findings: Vec<Finding> = Vec::new();
    for (passage, known) in passages.iter().zip(known) {
        if !is_touched(&passage) {
            continue;
        }
        // Whether its words are echoed hangs on texts alone, all else on how its article is read.
        if !alike[passage.members[0].0.0 as usize] {
            *known = None;
        }
        let (article, sentence) = passage.members[0];
        let parted = room.parted(passage);
        let alone = |parted: &(_, Vec<_>)| !parted.1.iter().all(|&other| is_told(passage, other, told));
        let Some((having, lacking)) = parted.filter(alone) else {
            continue;
        };
        let side = Side::new(story, article, &[sentence]);
        let words = side.trimmed(&(0..side.words.len()));
        // A dateline that was cut off as a sentence says nothing.
        if side.content(&words) == 0 || side.count(&words) < 2 {
            continue;
        }
        // A note is told once, with all its sentences.
        let note = room.note(article, sentence);
        let same = |(known, of, _): &&(_, Vec<ArticleId>, _)| Some(*known) == note && *of == having;
        if let Some(&(_, _, at)) = told_note.as_ref().filter(same) {
            extend(story, &mut findings[at], passage);
            continue;
        }
        let quote = room.quote(article, sentence);
        let utterance = quote.and_then(|quote| said.of.get(&(article, quote)).copied());
        findings.extend(utterance.and_then(|utterance| room.cut(passage, &side, utterance, &lacking)));
        // What only says whose words these are, where they stand there too, is a difference of that.
        if let Some(finding) =
            utterance.and_then(|utterance| room.other_voice(passage, &side, utterance, &lacking))
        {
            // It is told from either side.
            let who = finding.parts().map(|part| part.article);
            if voiced.insert((utterance, who.collect())) {
                findings.push(finding);
            }
            continue;
        }
        let utterance = utterance.filter(|_| side.is_quote());
        let key = utterance.map(|utterance| (utterance, having.clone()));
        if let Some(&at) = key.as_ref().and_then(|key| quotes.get(key)) {
            extend(story, &mut findings[at], passage);
            continue;
        }
        let Alone {
            rule,
            factor,
            confidence,
        } = match utterance {
            Some(utterance) if room.renders(utterance, &lacking) => Alone::sure(&quoted::TRIMMED),
            Some(_) => Alone::sure(&QUOTE),
            None if note.is_some() => Alone::sure(&caveats::CORRECTION),
            None => *known.get_or_insert_with(|| room.statement(&side, &words, &lacking)),
        };
        if let Some(key) = key {
            quotes.insert(key, findings.len());
        }
        if let Some(note) = note {
            told_note = Some((note, having, findings.len()));
        }
        // What is told of a long sentence is what takes back the rest of it.
        let turn = caveats::turn(&side, &words).filter(|_| rule.kind == ChangeKind::Caveat);
        let turn = turn
            .and_then(|words| side.span(&words))
            .filter(|_| side.words.len() > LONG);
        let own = |&(id, sentence): &(ArticleId, SentenceId)| {
            let mut part = part(story, id, vec![sentence]);
            if let Some(turn) = turn.filter(|_| id == article) {
                part.core = vec![turn];
            }
            part
        };
        let readings = vec![
            passage.members.iter().map(own).collect(),
            room.answers(utterance, &side, &lacking),
        ];
        findings.push(Finding {
            rule,
            confidence: if rule.id == STATEMENT.id && room.is_rewritten(&lacking) {
                confidence.min(Confidence::Medium)
            } else {
                confidence
            },
            // What is taken back matters however much else is told anew.
            weight: if rule.id == caveats::CORRECTION.id {
                rule.weight
            } else {
                rule.weight * factor * room.surprise(article)
            },
            lead: None,
            readings: sorted(readings),
        });
    }
    leads(story, &mut findings);
    findings
}

/// Whether all that some article has of a passage is told beside a sentence of another.
fn is_told(passage: &Passage, other: ArticleId, told: &[Told]) -> bool {
    // The members of one article stand together.
    let mut articles = passage.members.chunk_by(|x, y| x.0 == y.0);
    articles.any(|of| {
        of.iter()
            .all(|&(id, sentence)| told.binary_search(&(id, sentence, other)).is_ok())
    })
}

/// What a sentence that some articles lack is, told by itself.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Alone {
    rule: &'static Rule,
    factor: f32,
    confidence: Confidence,
}

impl Alone {
    fn sure(rule: &'static Rule) -> Self {
        Self {
            rule,
            factor: 1.0,
            confidence: Confidence::High,
        }
    }
}

/// Readings in the order of their first article; each article once, its sentences together.
fn sorted(mut readings: Vec<Vec<Part>>) -> Vec<Vec<Part>> {
    for reading in &mut readings {
        let mut parts: Vec<Part> = Vec::new();
        for part in reading.drain(..) {
            match parts.iter_mut().find(|known| known.article == part.article) {
                Some(known) => {
                    known.sentences.extend(part.sentences);
                    known.spans.extend(part.spans);
                }
                None => parts.push(part),
            }
        }
        parts.arrange_by_key(|part| part.article);
        *reading = parts;
    }
    readings.arrange_by_key(|reading| reading.first().map(|part| part.article));
    readings
}

/// Adds another passage of the same quote to its finding.
fn extend(story: &Story, finding: &mut Finding, passage: &Passage) {
    for &(article, sentence) in &passage.members {
        let more = part(story, article, vec![sentence]);
        let parts = finding.readings.iter_mut().flatten();
        if let Some(known) = parts.into_iter().find(|part| part.article == article) {
            known.sentences.extend(more.sentences);
            known.spans.extend(more.spans);
        }
    }
}

fn content(article: &Article) -> Vec<Vec<u64>> {
    let words = |sentence: &Sentence| {
        let tokens = &article.segments.tokens[sentence.tokens.clone()];
        let mut words: Vec<u64> = diff::sense(article.text(), tokens).collect();
        words.sort_unstable();
        words.dedup();
        words
    };
    article.segments.sentences.iter().map(words).collect()
}

fn part(story: &Story, article: ArticleId, sentences: Vec<SentenceId>) -> Part {
    let all = &story.article(article).segments.sentences;
    let spans = sentences.iter().map(|id| all[id.0 as usize].span).collect();
    Part::new(article, sentences, spans, String::new())
}

/// Words of a sentence from which on it is not told whole.
const LONG: usize = 24;

/// Words that an echo shares with a sentence at least, and their share of its words.
const ECHOED: usize = 2;
const ECHO: f32 = 0.3;

/// The share of sentences of its own from which on an article was written anew.
const REWRITTEN: f32 = 0.25;

/// The share of a sentence of a quote that another article's piece of it is, for that to be told beside it.
const PIECE: f32 = 0.15;

/// Articles that are asked for an echo, or a piece of a quote, at most, and sentences of each.
const ASKED: usize = 4;
const LOOKED_AT: usize = 200;

/// What is looked up for every passage.
struct Room<'s> {
    story: &'s Story,
    // For each article those that it shares passages with.
    kin: Vec<Set<ArticleId>>,
    said: &'s Said<'s>,
    // For each sentence of each article that was asked the hashes of what its words of meaning come from, sorted.
    content: Vec<OnceCell<Vec<Vec<u64>>>>,
    // For each article the share of its sentences that some article of its kin lacks.
    alone: Vec<f32>,
}

impl<'s> Room<'s> {
    fn new<'p>(
        story: &'s Story,
        alignments: &[&Alignment],
        passages: impl Iterator<Item = &'p Passage>,
        said: &'s Said<'s>,
    ) -> Self {
        let mut kin = vec![Set::new(); story.articles.len()];
        for link in alignments {
            if link.kind != AlignmentKind::Related {
                kin[link.a.0 as usize].insert(link.b);
                kin[link.b.0 as usize].insert(link.a);
            }
        }
        let mut room = Self {
            story,
            kin,
            said,
            content: vec![OnceCell::new(); story.articles.len()],
            alone: Vec::new(),
        };
        room.alone = room.shares(passages);
        room
    }

    fn shares<'p>(&self, passages: impl Iterator<Item = &'p Passage>) -> Vec<f32> {
        let mut counts = vec![(0_u32, 0_u32); self.kin.len()];
        for passage in passages.filter(|passage| self.is_body(passage)) {
            let alone = self.parted(passage).is_some();
            for (article, _) in &passage.members {
                let count = &mut counts[article.0 as usize];
                *count = (count.0 + u32::from(alone), count.1 + 1);
            }
        }
        let share = |(alone, all): (u32, u32)| alone as f32 / all.max(1) as f32;
        counts.into_iter().map(share).collect()
    }

    /// Text of the story, not of its frame; a note on a correction counts.
    fn is_body(&self, passage: &Passage) -> bool {
        let (article, sentence) = passage.members[0];
        let article = self.story.article(article);
        let kind = article.document.blocks[article.segments.sentences[sentence.0 as usize].block].kind;
        kind.is_body() || kind == BlockKind::Note
    }

    /// Whether a sentence stands in a correction, an update or an editor's note.
    fn note(&self, id: ArticleId, sentence: SentenceId) -> Option<(ArticleId, usize)> {
        let article = self.story.article(id);
        let block = article.segments.sentences[sentence.0 as usize].block;
        (article.document.blocks[block].kind == BlockKind::Note).then_some((id, block))
    }

    /// The articles that have a passage and their kin that lack it; nothing where none does.
    fn parted(&self, passage: &Passage) -> Option<(Vec<ArticleId>, Vec<ArticleId>)> {
        if !self.is_body(passage) {
            return None;
        }
        let having = order::set(passage.members.iter().map(|(id, _)| *id));
        let kin = having.iter().flat_map(|id| self.kin[id.0 as usize].iter());
        let lacking = order::set(kin.copied().filter(|id| !having.contains(id)));
        (!lacking.is_empty()).then(|| (having.into_iter().collect(), lacking.into_iter().collect()))
    }

    /// The quote that a sentence has most of.
    fn quote(&self, article: ArticleId, sentence: SentenceId) -> Option<usize> {
        let span = self.story.article(article).segments.sentences[sentence.0 as usize].span;
        let quotes = self.story.article(article).quotes.iter().enumerate();
        let speech = quotes.filter(|(_, quote)| matches!(quote.kind, QuoteKind::Direct | QuoteKind::Mixed));
        let (index, _) = speech
            .filter(|(_, quote)| quote.span.overlaps(span))
            .max_by_key(|(index, quote)| (quote.span.shared(span), std::cmp::Reverse(*index)))?;
        Some(index)
    }

    /// What other articles leave of a quote that is no more than a part of its sentence.
    fn cut(
        &self,
        passage: &Passage,
        side: &Side<'_>,
        utterance: usize,
        lacking: &[ArticleId],
    ) -> Option<Finding> {
        if side.is_quote() || self.pieces(Some(utterance), side, lacking).is_empty() {
            return None;
        }
        let own = |&(article, sentence): &(ArticleId, SentenceId)| {
            let quote = self.quote(article, sentence);
            let quote = quote.filter(|&quote| self.said.of.get(&(article, quote)) == Some(&utterance));
            let span = quote.map(|quote| self.story.article(article).quotes[quote].span);
            Part::new(article, vec![sentence], span.into_iter().collect(), String::new())
        };
        let own = passage.members.iter().map(own).collect();
        Some(Finding {
            rule: &quoted::TRIMMED,
            confidence: Confidence::High,
            weight: quoted::TRIMMED.weight,
            lead: None,
            readings: sorted(vec![own, self.answers(Some(utterance), side, lacking)]),
        })
    }

    /// A sentence with no more than a quote and who says it, where one that lacks it has the quote, word for word, in somebody
    /// else's mouth.
    fn other_voice(
        &self,
        passage: &Passage,
        side: &Side<'_>,
        utterance: usize,
        lacking: &[ArticleId],
    ) -> Option<Finding> {
        let (article, sentence) = passage.members[0];
        let quote = self.quote(article, sentence)?;
        let words = utterances::words(self.story.article(article), quote);
        let renderings = self.said.all[utterance].renderings.iter();
        let mut there = renderings.filter(|(id, at, _)| {
            lacking.contains(id) && utterances::words(self.story.article(*id), *at) == words
        });
        let (other, at, _) = there.next()?;
        let speakers = [(article, quote), (*other, *at)].map(|(id, at)| self.story.speaker(id, at));
        let one = speakers[0].is_some() && speakers[0] == speakers[1];
        if one || passage.members.len() > 1 || lacking.len() > 1 || side.words.len() > LONG {
            return None;
        }
        let span = self.story.article(*other).quotes[*at].span;
        let answer = self.story.article(*other).segments.sentence_at(span.start())?;
        let parts = [(article, sentence), (*other, answer)];
        Some(Finding {
            rule: &SOURCE,
            confidence: Confidence::Medium,
            weight: SOURCE.weight,
            lead: None,
            readings: sorted(
                parts
                    .map(|(id, sentence)| vec![part(self.story, id, vec![sentence])])
                    .into(),
            ),
        })
    }

    fn renders(&self, utterance: usize, articles: &[ArticleId]) -> bool {
        let renderings = &self.said.all[utterance].renderings;
        renderings.iter().any(|(id, _, _)| articles.contains(id))
    }

    /// What the articles that lack a sentence have of the quote in it: a piece, or nothing.
    fn answers(&self, utterance: Option<usize>, side: &Side<'_>, lacking: &[ArticleId]) -> Vec<Part> {
        let mut answers: Vec<Part> = lacking
            .iter()
            .map(|&id| part(self.story, id, Vec::new()))
            .collect();
        for piece in self.pieces(utterance, side, lacking) {
            if let Ok(at) = lacking.binary_search(&piece.article) {
                answers[at] = piece;
            }
        }
        answers
    }

    /// What some articles have of an utterance, where that is a part of what a sentence has.
    fn pieces(&self, utterance: Option<usize>, whole: &Side<'_>, articles: &[ArticleId]) -> Vec<Part> {
        let renderings = utterance.map_or(&[][..], |utterance| &self.said.all[utterance].renderings);
        let words = whole.words.iter().filter(|word| word.is_word() && word.quoted);
        let words: Vec<&str> = words.map(|word| word.fold.as_ref()).collect();
        let piece = |&(article, quote, _): &(ArticleId, usize, Rendering)| {
            let text = self.story.article(article);
            let piece = utterances::words(text, quote);
            let part = PIECE * words.len() as f32 <= piece.len() as f32 && piece.len() < words.len();
            let span = text.quotes[quote].span;
            (part && utterances::holds(&words, &piece)).then(|| {
                let sentence = text.segments.sentence_at(span.start());
                Part::new(article, sentence.into_iter().collect(), vec![span], String::new())
            })
        };
        let of_them = renderings.iter().map(|rendering| rendering.0);
        let asked = order::set(of_them.filter(|id| articles.binary_search(id).is_ok()));
        let first = |id: ArticleId| {
            renderings
                .iter()
                .filter(|rendering| rendering.0 == id)
                .find_map(piece)
        };
        asked.into_iter().take(ASKED).filter_map(first).collect()
    }

    /// The rule of a sentence that is no quote, and how much it carries.
    fn statement(&self, side: &Side<'_>, words: &Range<usize>, lacking: &[ArticleId]) -> Alone {
        if let Some(rule) = caveats::rule(side, words, false) {
            return Alone {
                rule,
                factor: 0.9,
                confidence: Confidence::Medium,
            };
        }
        let carried = rest::carries(side, words);
        let echoed = self.is_echoed((side.id, side.sentences[0]), lacking);
        Alone {
            rule: &STATEMENT,
            factor: 0.7 + 0.1 * carried.min(5) as f32,
            confidence: if echoed {
                Confidence::Medium
            } else {
                Confidence::High
            },
        }
    }

    /// Whether an article that lacks a sentence has much of its words in one of its own: it may say the same.
    fn is_echoed(&self, (article, sentence): (ArticleId, SentenceId), lacking: &[ArticleId]) -> bool {
        let content = |id: &ArticleId| {
            let of = || content(self.story.article(*id));
            self.content[id.0 as usize].get_or_init(of).as_slice()
        };
        let own = &content(&article)[sentence.0 as usize];
        let echoes = |other: &Vec<u64>| {
            let shared = own
                .iter()
                .filter(|word| other.binary_search(word).is_ok())
                .count();
            shared >= ECHOED && shared as f32 >= ECHO * own.len() as f32
        };
        let lacking = lacking.iter().take(ASKED).map(content);
        lacking
            .flat_map(|sentences| sentences.iter().take(LOOKED_AT))
            .any(echoes)
    }

    /// Whether an article that lacks something has so much of its own that it may say the same in other words.
    fn is_rewritten(&self, lacking: &[ArticleId]) -> bool {
        lacking.iter().any(|id| self.alone[id.0 as usize] >= REWRITTEN)
    }

    /// What one article has alone among little else is more notable than one of many such sentences.
    fn surprise(&self, article: ArticleId) -> f32 {
        1.1 - 0.5 * self.alone[article.0 as usize]
    }
}
