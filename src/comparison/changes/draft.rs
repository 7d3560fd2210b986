//! Findings as rules make them, about two articles, and the words that they used up.

use std::ops::Range;

use super::pair::{Hunk, Pair, SIDES, Side, per_side};
use super::{ChangeKind, Intent};
use crate::article::label::Confidence;
use crate::article::segment::SentenceId;
use crate::order::Arrange as _;
use crate::story::ArticleId;
use crate::text::Span;

/// What a rule finds, and how it is said.
#[derive(Debug)]
pub(super) struct Rule {
    /// Its name: "caveat.contrast-clause".
    pub(super) id: &'static str,
    pub(super) kind: ChangeKind,
    pub(super) intent: Intent,
    /// How consequential such a difference is, 0 to 1, before the case is looked at; see `rank`.
    pub(super) weight: f32,
    /// The sentence where only one reading has words. `{A}` names the articles that have it, `{a}` its words, `{B}` the
    /// others; `{A has}` is the names with the verb in their number.
    pub(super) only: &'static str,
    /// The sentence where both readings have words.
    pub(super) both: &'static str,
}

/// A difference between two articles.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) rule: &'static Rule,
    pub(super) confidence: Confidence,
    pub(super) weight: f32,
    /// The article that the sentence begins with, where the rule's sides are not alike.
    pub(super) lead: Option<ArticleId>,
    pub(super) sides: [Part; 2],
}

impl Draft {
    /// Whether it is about words of both sides of another difference.
    pub(super) fn meets(&self, sides: &[Part; 2]) -> bool {
        let overlaps = |x: &Part, y: &Part| {
            let met = |span: &Span| y.spans.iter().any(|other| span.overlaps(*other));
            x.article == y.article && x.spans.iter().any(met)
        };
        SIDES
            .into_iter()
            .all(|side| overlaps(&self.sides[side], &sides[side]))
    }
}

/// One article's part of a difference.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) article: ArticleId,
    /// Where the difference stands in the article, whether it has the words or not; empty where nothing there answers.
    pub(super) sentences: Vec<SentenceId>,
    /// The words that matter, as they are shown; none where they are lacking.
    pub(super) spans: Vec<Span>,
    /// What was found, before more was shown around it: two findings are one where it is of the same words.
    pub(super) core: Vec<Span>,
    /// What the words come to: articles with one value have one reading.
    pub(super) value: String,
}

impl Part {
    pub(super) fn new(
        article: ArticleId,
        sentences: Vec<SentenceId>,
        spans: Vec<Span>,
        value: String,
    ) -> Self {
        Self {
            article,
            sentences,
            core: spans.clone(),
            spans,
            value,
        }
    }

    /// Some words of a side.
    pub(super) fn of(side: &Side<'_>, words: &Range<usize>, value: String) -> Self {
        let spans = side.span(words).into_iter().collect();
        Self::new(side.id, side.sentences.clone(), spans, value)
    }

    /// Says which words were found.
    pub(super) fn set(&mut self, span: Option<Span>) {
        self.spans = span.into_iter().collect();
        self.core.clone_from(&self.spans);
    }

    /// Shows more words around those that were found.
    pub(super) fn show(&mut self, spans: &[Span]) {
        self.spans.extend(spans);
        unite(&mut self.spans);
    }

    /// Adds what another part says of the same article; spans that overlap become one.
    pub(super) fn take_in(&mut self, part: &Self) {
        self.show(&part.spans);
        self.core.extend(&part.core);
        unite(&mut self.core);
        for &sentence in &part.sentences {
            if !self.sentences.contains(&sentence) {
                self.sentences.push(sentence);
            }
        }
        self.sentences.arrange();
    }
}

/// Sorts spans; those that overlap become one.
fn unite(spans: &mut Vec<Span>) {
    spans.arrange();
    spans.dedup_by(|next, span| {
        let one = span.overlaps(*next);
        if one {
            *span = span.cover(*next);
        }
        one
    });
}

/// Two aligned passages while rules read them.
pub(super) struct Sheet<'p, 's> {
    pub(super) pair: &'p Pair<'s>,
    pub(super) drafts: Vec<Draft>,
    // For each side the words that a finding has used up.
    taken: [Vec<bool>; 2],
}

impl<'p, 's> Sheet<'p, 's> {
    pub(super) fn new(pair: &'p Pair<'s>) -> Self {
        Self {
            taken: per_side(|side| vec![false; pair.sides[side].words.len()]),
            drafts: Vec::new(),
            pair,
        }
    }

    /// Words that no other rule is to look at.
    pub(super) fn take(&mut self, side: usize, words: &Range<usize>) {
        self.taken[side][words.clone()].fill(true);
    }

    /// Whether a word parts the sides and no finding has used it.
    pub(super) fn is_open(&self, side: usize, at: usize) -> bool {
        let words = &self.pair.sides[side].words;
        words
            .get(at)
            .is_some_and(|word| word.partner.is_none() && word.is_word())
            && !self.taken[side][at]
    }

    /// Whether any word of a range is open.
    pub(super) fn any_open(&self, side: usize, words: &Range<usize>) -> bool {
        words.clone().any(|at| self.is_open(side, at))
    }

    /// What is still to be explained: hunks without the words that findings used up.
    pub(super) fn open(&self) -> Vec<Hunk> {
        let mut open = Vec::new();
        for hunk in &self.pair.hunks {
            let runs = per_side(|side| self.runs(side, &hunk[side]));
            let end = |side: usize| hunk[side].end..hunk[side].end;
            let hunks = (0..runs[0].len().max(runs[1].len()))
                .map(|at| per_side(|side| runs[side].get(at).cloned().unwrap_or_else(|| end(side))));
            open.extend(hunks);
        }
        open
    }

    fn runs(&self, side: usize, words: &Range<usize>) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        let mut closed = true;
        for at in words.clone() {
            if self.is_open(side, at) {
                match runs.last_mut() {
                    Some(run) if !closed => run.end = at + 1,
                    _ => runs.push(at..at + 1),
                }
                closed = false;
            } else if self.pair.sides[side].words[at].is_word() {
                closed = true;
            }
        }
        runs
    }

    /// Writes down a finding. `factor` weighs the case against others of its rule.
    pub(super) fn find(
        &mut self,
        rule: &'static Rule,
        evidence: &[Range<usize>; 2],
        confidence: Confidence,
        factor: f32,
    ) {
        let values = per_side(|side| self.value(side, &evidence[side]));
        self.find_values(rule, evidence, values, (confidence, factor));
    }

    /// The same where the words have values of their own.
    pub(super) fn find_values(
        &mut self,
        rule: &'static Rule,
        evidence: &[Range<usize>; 2],
        values: [String; 2],
        (confidence, factor): (Confidence, f32),
    ) {
        let mut values = values;
        let sides = per_side(|side| {
            let value = std::mem::take(&mut values[side]);
            Part::of(&self.pair.sides[side], &evidence[side], value)
        });
        for side in SIDES {
            self.take(side, &evidence[side]);
        }
        // Where two passages share little more than their matter, a word may stand against the wrong one.
        let confidence = if self.pair.is_close() {
            confidence
        } else {
            confidence.min(Confidence::Medium)
        };
        self.drafts.push(Draft {
            rule,
            confidence,
            weight: rule.weight * factor,
            lead: None,
            sides,
        });
    }

    /// Shows more words around those of the last finding; they are not used up.
    pub(super) fn show(&mut self, evidence: &[Range<usize>; 2]) {
        if let Some(draft) = self.drafts.last_mut() {
            for side in SIDES {
                draft.sides[side].set(self.pair.sides[side].span(&evidence[side]));
            }
        }
    }

    /// Says which side the last finding is told from.
    pub(super) fn tell_from(&mut self, side: usize) {
        if let Some(draft) = self.drafts.last_mut() {
            draft.lead = Some(draft.sides[side].article);
        }
    }

    /// Folded words, without marks.
    pub(super) fn value(&self, side: usize, words: &Range<usize>) -> String {
        let words = self.pair.sides[side].words[words.clone()].iter();
        let folds: Vec<&str> = words
            .filter(|word| word.is_word())
            .map(|word| word.fold.as_ref())
            .collect();
        folds.join(" ")
    }
}

/// A difference over all articles.
#[derive(Debug, Clone)]
pub(super) struct Finding {
    pub(super) rule: &'static Rule,
    pub(super) confidence: Confidence,
    pub(super) weight: f32,
    /// The article that the sentence begins with, where that matters.
    pub(super) lead: Option<ArticleId>,
    /// Articles with one reading together; each article once.
    pub(super) readings: Vec<Vec<Part>>,
}

impl Finding {
    /// Each article's part.
    pub(super) fn parts(&self) -> impl Iterator<Item = &Part> {
        self.readings.iter().flatten()
    }

    /// Whether some article has no words of it.
    pub(super) fn is_lacking(&self) -> bool {
        self.parts().any(|part| part.spans.is_empty())
    }
}
