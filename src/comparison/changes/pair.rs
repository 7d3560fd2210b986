//! Two aligned passages word by word: what each word stands for on the other side, and what is left over.

use std::borrow::Cow;
use std::ops::Range;

use super::relocate;
use crate::article::Article;
use crate::article::label::Label;
use crate::article::quotes::{Quote, QuoteKind};
use crate::article::segment::{SentenceId, TokenKind};
use crate::article::tag::Mention;
use crate::article::times::{Number, Time};
use crate::comparison::align::Alignment;
use crate::comparison::diff::{self, Edit, Op};
use crate::knowledge::Model;
use crate::order::Arrange as _;
use crate::story::entities::EntityId;
use crate::story::{ArticleId, Story};
use crate::text::{Span, class, fold};

/// The two sides of a pair.
pub(super) const SIDES: [usize; 2] = [0, 1];

/// Something of each side; `map` of an array is two functions more for every type.
pub(super) fn per_side<T>(mut of: impl FnMut(usize) -> T) -> [T; 2] {
    [of(0), of(1)]
}

/// A word or mark of one side.
#[derive(Debug, Clone)]
pub(super) struct Word<'s> {
    /// As it is written.
    pub(super) text: &'s str,
    /// As it is compared: lower case, without typographic style.
    pub(super) fold: Cow<'s, str>,
    pub(super) kind: TokenKind,
    pub(super) span: Span,
    /// The word of the other side that is the same.
    pub(super) partner: Option<usize>,
    /// Whether it stands between the marks of a quotation.
    pub(super) quoted: bool,
    /// Whether it begins its sentence.
    pub(super) first: bool,
}

impl Word<'_> {
    /// Whether it is no mark of punctuation.
    pub(super) fn is_word(&self) -> bool {
        self.kind != TokenKind::Mark
    }

    /// Whether it says something of its own: no mark, no word of grammar.
    pub(super) fn is_content(&self) -> bool {
        diff::Class::Content == diff::class_of(self.text, self.kind)
    }

    /// Whether it is written with a capital.
    pub(super) fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }
}

/// One side of two aligned passages.
#[derive(Debug)]
pub(super) struct Side<'s> {
    pub(super) id: ArticleId,
    pub(super) article: &'s Article,
    pub(super) sentences: Vec<SentenceId>,
    pub(super) words: Vec<Word<'s>>,
    /// What was read in the article near its sentences: looked up once, so that a long article costs no more a sentence.
    pub(super) quotes: &'s [Quote],
    /// The mentions, and the index of the first in the article.
    pub(super) mentions: (usize, &'s [Mention]),
    /// What the mentions of the whole article are of.
    pub(super) entities: &'s [EntityId],
    pub(super) numbers: &'s [Number],
    pub(super) times: &'s [Time],
}

/// Quoted words of a sentence from which on it is told as the quote.
const QUOTED: usize = 7;

/// Quotes before a passage that may reach into it: they nest two or three deep, and a long one has a few in between.
const BEFORE: usize = 32;

/// The part of a list, sorted by its spans, that begins in a piece of the text, with some items before it.
fn part<T>(sorted: &[T], piece: Span, before: usize, span: impl Fn(&T) -> Span) -> (usize, &[T]) {
    let first = sorted.partition_point(|x| span(x).start() < piece.start());
    let last = sorted.partition_point(|x| span(x).start() < piece.end());
    let first = first.saturating_sub(before);
    (first, &sorted[first..last.max(first)])
}

impl<'s> Side<'s> {
    pub(super) fn new(story: &'s Story, id: ArticleId, sentences: &[SentenceId]) -> Self {
        let article = story.article(id);
        let mut words = Vec::new();
        for sentence in sentences {
            let tokens = article.segments.tokens_of(*sentence);
            words.extend(tokens.iter().enumerate().map(|(at, token)| {
                let text = token.span.of(article.text());
                Word {
                    text,
                    fold: fold::word(text),
                    kind: token.kind,
                    span: token.span,
                    partner: None,
                    quoted: false,
                    first: at == 0,
                }
            }));
        }
        let piece = words
            .first()
            .zip(words.last())
            .map(|(first, last)| first.span.cover(last.span));
        let piece = piece.unwrap_or_default();
        let mut side = Self {
            id,
            article,
            sentences: sentences.to_vec(),
            words,
            quotes: part(&article.quotes, piece, BEFORE, |quote| quote.span).1,
            mentions: part(&article.mentions, piece, 0, |mention| mention.span),
            entities: &story.entity_of[id.0 as usize],
            numbers: part(&article.numbers, piece, 0, |number| number.span).1,
            times: part(&article.times, piece, 0, |time| time.span).1,
        };
        let marked = |kind| matches!(kind, QuoteKind::Direct | QuoteKind::Mixed | QuoteKind::Scare);
        for quote in side.quotes.iter().filter(|quote| marked(quote.kind)) {
            for at in side.words_in(quote.span) {
                side.words[at].quoted = true;
            }
        }
        side
    }

    /// The persons that are named within some words.
    pub(super) fn persons(&self, words: &Range<usize>) -> Vec<EntityId> {
        self.named(words, &|label| label == Label::Person)
    }

    /// What is named within some words, of some kinds, in order, once each.
    pub(super) fn named(&self, words: &Range<usize>, of: &dyn Fn(Label) -> bool) -> Vec<EntityId> {
        let (first, mentions) = self.mentions;
        let named = (first..).zip(mentions).filter(|(_, mention)| {
            let place = self.words_in(mention.span);
            of(mention.label) && words.contains(&place.start) && !place.is_empty()
        });
        let known = named.filter_map(|(at, _)| self.entities.get(at).copied());
        let mut known: Vec<EntityId> = known.collect();
        known.arrange();
        known.dedup();
        known
    }

    /// The words inside a span of the article; none where it lies elsewhere.
    pub(super) fn words_in(&self, span: Span) -> Range<usize> {
        let first = self
            .words
            .partition_point(|word| word.span.start() < span.start());
        let last = self.words.partition_point(|word| word.span.end() <= span.end());
        first..last.max(first)
    }

    /// The piece of the article from the first to the last of some words, no further than where a sentence that stands apart
    /// begins; none where there are none.
    pub(super) fn span(&self, words: &Range<usize>) -> Option<Span> {
        let words = self.words.get(words.clone())?;
        let begins = |at: &usize| words[*at].first && self.is_apart(words[*at].span);
        let end = (1..words.len()).find(begins).unwrap_or(words.len());
        Some(words.first()?.span.cover(words[end - 1].span))
    }

    /// Whether the sentence that begins there stands behind none of the others.
    fn is_apart(&self, span: Span) -> bool {
        let at = self.article.segments.sentence_at(span.start());
        at.is_some_and(|at| !self.sentences.iter().any(|before| before.0 + 1 == at.0))
    }

    /// Whether a span lies in its sentences.
    pub(super) fn holds(&self, span: Span) -> bool {
        self.sentences
            .iter()
            .any(|id| self.article.segments.sentences[id.0 as usize].span.contains(span))
    }

    /// The range without marks of punctuation at its ends.
    pub(super) fn trimmed(&self, words: &Range<usize>) -> Range<usize> {
        let ends = |at: usize| !self.words[at].is_word() && !is_unit(self.words[at].text);
        let mut range = words.clone();
        while !range.is_empty() && ends(range.start) {
            range.start += 1;
        }
        while !range.is_empty() && ends(range.end - 1) {
            range.end -= 1;
        }
        range
    }

    /// Whether most of its words stand between the marks of a quotation, or so many that they say something.
    pub(super) fn is_quote(&self) -> bool {
        let marked = self.words.iter().filter(|word| word.is_word() && word.quoted);
        let marked = marked.count();
        marked >= QUOTED || 2 * marked >= self.count(&(0..self.words.len()))
    }

    /// The folded word at a place; empty beyond the ends.
    pub(super) fn fold(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.fold.as_ref())
    }

    /// How many words of meaning a range has.
    pub(super) fn content(&self, words: &Range<usize>) -> usize {
        self.words[words.clone()]
            .iter()
            .filter(|word| word.is_content())
            .count()
    }

    /// How many words a range has, marks left out.
    pub(super) fn count(&self, words: &Range<usize>) -> usize {
        self.words[words.clone()]
            .iter()
            .filter(|word| word.is_word())
            .count()
    }
}

/// A sign that belongs to the number beside it.
pub(super) fn is_unit(mark: &str) -> bool {
    matches!(mark, "%" | "$" | "€" | "£" | "¥" | "°")
}

/// A place where the sides part: words of either side that have no partner. One of the ranges may be empty.
pub(super) type Hunk = [Range<usize>; 2];

/// Two aligned passages.
#[derive(Debug)]
pub(super) struct Pair<'s> {
    pub(super) story: &'s Story,
    pub(super) model: &'s Model,
    pub(super) link: &'s Alignment,
    pub(super) sides: [Side<'s>; 2],
    /// In order of the first side.
    pub(super) hunks: Vec<Hunk>,
}

impl<'s> Pair<'s> {
    pub(super) fn new(story: &'s Story, model: &'s Model, link: &'s Alignment) -> Self {
        let mut sides = [
            Side::new(story, link.a, &link.a_sentences),
            Side::new(story, link.b, &link.b_sentences),
        ];
        let edits = readable(&sides, &link.edits);
        let mut gaps: Vec<Hunk> = Vec::new();
        for edit in &edits {
            let ranges = [sides[0].words_in(edit.a), sides[1].words_in(edit.b)];
            if matches!(edit.op, Op::Equal | Op::Style) {
                marry(&mut sides, &ranges);
            } else {
                gaps.push(ranges);
            }
        }
        relocate::relocate(&mut sides, &gaps);
        let hunks = gaps.iter().flat_map(|gap| hunks(&sides, gap)).collect();
        Self {
            story,
            model,
            link,
            sides,
            hunks,
        }
    }

    /// The steps of mere style.
    pub(super) fn style(&self) -> impl Iterator<Item = &'s Edit> {
        self.link.edits.iter().filter(|edit| edit.op == Op::Style)
    }

    /// Whether the passages are one sentence, edited; else little more than their matter is the same.
    pub(super) fn is_close(&self) -> bool {
        self.link.is_close()
    }

    /// Where a side would have some words of the other: behind what stands before them, else before what stands behind.
    pub(super) fn place_of(&self, side: usize, others: &Range<usize>) -> Option<usize> {
        let at = |word: Option<usize>| self.sides[1 - side].words.get(word?)?.partner;
        let before = at(others.start.checked_sub(1)).map(|at| at + 1);
        before.or(at(Some(others.end)))
    }

    /// How many words of a range of one side stand for words of a range of the other.
    pub(super) fn shared(&self, side: usize, words: &Range<usize>, others: &Range<usize>) -> usize {
        let words = self.sides[side].words[words.clone()].iter();
        words
            .filter(|word| word.is_word() && word.partner.is_some_and(|partner| others.contains(&partner)))
            .count()
    }
}

fn marry(sides: &mut [Side<'_>; 2], ranges: &[Range<usize>; 2]) {
    for (i, j) in ranges[0].clone().zip(ranges[1].clone()) {
        sides[0].words[i].partner = Some(j);
        sides[1].words[j].partner = Some(i);
    }
}

/// The edits without crumbs, but for the words that hold a quotation together: its marks and the verb of saying.
fn readable(sides: &[Side<'_>; 2], edits: &[Edit]) -> Vec<Edit> {
    let texts = [sides[0].article.text(), sides[1].article.text()];
    let holds = |edit: &Edit| {
        let words = &sides[0].words[sides[0].words_in(edit.a)];
        let mark =
            |word: &Word<'_>| word.text.chars().all(class::is_double_quote) || relocate::speaks(&word.fold);
        matches!(edit.op, Op::Equal | Op::Style) && words.iter().any(mark)
    };
    let mut out = Vec::with_capacity(edits.len());
    for piece in edits.split_inclusive(holds) {
        let (last, rest) = match piece.split_last() {
            Some((last, rest)) if holds(last) => (Some(last), rest),
            _ => (None, piece),
        };
        out.extend(diff::readable(rest, texts[0], texts[1]));
        out.extend(last);
    }
    out
}

/// What a gap of the edits leaves when words that only stand elsewhere are taken out. Runs of both sides face each other
/// where they stand before the same word of the gap.
fn hunks(sides: &[Side<'_>; 2], gap: &Hunk) -> Vec<Hunk> {
    let [left, mut right] = per_side(|side| runs(&sides[side], &gap[side]));
    // The word of the second side that is next behind a run.
    let next = |side: usize, run: &Range<usize>| {
        let mut behind = run.end..gap[side].end;
        let anchor = behind.find(|&at| {
            sides[side].words[at]
                .partner
                .is_some_and(|p| gap[1 - side].contains(&p))
        });
        anchor.map_or(usize::MAX, |at| {
            if side == 0 {
                sides[0].words[at].partner.unwrap_or(at)
            } else {
                at
            }
        })
    };
    let mut hunks = Vec::new();
    for run in left {
        let facing = right.iter().position(|other| next(1, other) == next(0, &run));
        let other = facing.map_or(gap[1].end..gap[1].end, |at| right.remove(at));
        hunks.push([run, other]);
    }
    hunks.extend(right.into_iter().map(|run| [gap[0].end..gap[0].end, run]));
    hunks
}

/// The runs of words without partner, with marks inside but not at their ends.
fn runs(side: &Side<'_>, gap: &Range<usize>) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for at in gap.clone() {
        let word = &side.words[at];
        if word.partner.is_some() || word.first {
            open = false;
        }
        if word.is_word() && word.partner.is_none() {
            match runs.last_mut() {
                Some(run) if open => run.end = at + 1,
                _ => runs.push(at..at + 1),
            }
            open = true;
        }
    }
    runs
}
