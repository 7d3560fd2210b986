//! The ledger: what changed that matters, typed, ranked and explained.
//!
//! # Reading a pair
//!
//! `pair` lays two aligned passages side by side, word by word. The `rules` read it one after another, each in a file
//! of its matter: what a rule finds uses up the words that show it, so that a difference is told once, by the rule that
//! says most about it. They compare values, not strings: numbers, days, persons, the words that hedge. `widen` then shows
//! as much of what both sides have beside a difference as makes it read by itself, `round` what is missing to its clause, and
//! `beside` joins what stands side by
//! side. `rules::elsewhere` reads sentences that are not linked.
//!
//! # Joining
//!
//! `merge` joins what was found about pairs to findings over all articles, each with its readings. Sentences that only
//! some articles have come from passages; `whole` tells the cuts of one quote together. `rank` weighs,
//! `tell` says it in one sentence, `shown` marks it in the articles.

mod beside;
mod draft;
mod merge;
mod pair;
mod phrase;
mod rank;
mod relocate;
mod renderings;
mod round;
mod rules;
mod shown;
mod siblings;
mod tell;
mod unnamed;
mod utterances;
mod whole;
mod widen;

use super::align::{Alignment, AlignmentKind, Passage};
use super::forest::Groups;
use crate::article::label::Confidence;
use crate::article::segment::SentenceId;
use crate::knowledge::Model;
use crate::order::{Arrange as _, Map};
use crate::story::entities::EntityId;
use crate::story::{ArticleId, Story};
use crate::text::Span;
use draft::Draft;
use std::sync::Arc;

/// One finding: a difference between readings of one passage, stated once for all articles.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What differs.
    pub kind: ChangeKind,
    /// What the difference touches.
    pub intent: Intent,
    /// How sure it is that this is a difference of that kind.
    pub confidence: Confidence,
    /// The rule that found it: "caveat.contrast-clause".
    pub rule: &'static str,
    /// One sentence in plain English.
    pub summary: String,
    /// All readings; the two that differ most come first. Each article that has the passage, or could have it, is in
    /// exactly one.
    pub readings: Vec<Reading>,
    /// Where it stands: for each article the sentences that hold the words or would; none where nothing there answers.
    pub places: Vec<(ArticleId, Vec<SentenceId>)>,
    /// Where it stands first: an article, and a byte of its text. Of equals what stands first comes first.
    pub first: (ArticleId, usize),
    /// What ranks it, 0 to 1; higher is more consequential.
    pub weight: f32,
    /// Why it stands where it does, in words.
    pub why: String,
}

impl Change {
    /// The articles that it is about.
    pub(crate) fn articles(&self) -> impl Iterator<Item = ArticleId> {
        let spans = self.readings.iter().flat_map(|reading| &reading.spans);
        spans.map(|(id, _)| *id)
    }
}

/// What a change is about, most consequential first as a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // `product.md`, The ledger, and the README define the ten kinds.
pub enum ChangeKind {
    Caveat,
    Attribution,
    Quote,
    Number,
    Name,
    Hedge,
    Statement,
    Moved,
    Wording,
    Style,
}

/// What a change touches, after `NewsEdits`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Intent {
    /// What is claimed to be so.
    Fact,
    /// How it is written.
    Style,
    /// How the story is told.
    Narrative,
}

/// One reading of a passage and the articles that have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// For each article the words that matter, in order; empty where the article lacks them.
    pub spans: Vec<(ArticleId, Vec<Span>)>,
}

/// One utterance with all its renderings.
#[derive(Debug, Clone, PartialEq)]
pub struct Utterance {
    /// Who says it.
    pub speaker: Option<EntityId>,
    /// Article, index of the quote there, and its state against the fullest rendering, which comes first.
    pub renderings: Vec<(ArticleId, usize, Rendering)>,
}

/// How an article renders an utterance, against the fullest rendering.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // The names are the explanation; `report.md` lists them.
pub enum Rendering {
    Verbatim,
    PunctuationOnly,
    Trimmed,
    Extended,
    Altered,
    Fragment,
    Unquoted,
    Paraphrased,
    Merged,
    Split,
    ReAttributed,
    OnlyHere,
}

/// A source that some article leaves without a name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unnamed {
    /// The words by which each article calls it that gives it no name, by article.
    pub calls: Vec<(ArticleId, Vec<Span>)>,
    /// Who says the same by name in another version, by article.
    pub named: Vec<(ArticleId, EntityId)>,
    /// The utterances that it vouches for, by their index, in order.
    pub vouches: Vec<usize>,
}

/// The sources without a name, in order of what they say first.
pub fn unnamed(story: &Story, utterances: &[Utterance], model: &Model) -> Vec<Unnamed> {
    unnamed::unnamed(story, utterances, model)
}

/// Groups the quotes of all articles to utterances. What was `read` before of their words is not read again where these are
/// the same quotes of the same texts.
pub fn utterances(story: &Story, passages: &[Passage], read: &mut Read) -> Vec<Utterance> {
    utterances::utterances(story, passages, &mut read.quotes)
}

/// Articles up to which every two are compared; of more, each with the first that has the passage. A story in more
/// versions is read for its first differences, and work must not grow with the square.
const ALL_PAIRS: usize = 8;

/// Passages of a drop that are read word by word at most: some hundred long articles.
pub(super) const MOST_PAIRS: usize = 40_000;

/// What is found before anything is joined: it hangs on no more than the two articles of a link, or the words of a passage or
/// a quote.
#[derive(Debug, Default)]
pub struct Read {
    /// The links whose words are read, by their index, and what was found in each.
    links: Vec<(usize, Vec<Draft>)>,
    /// Of each passage, where it was asked.
    alone: Vec<Option<rules::Alone>>,
    quotes: utterances::Quotes,
}

impl Read {
    /// Forgets what was found in these links of articles that are `other` than they were, and what is found anew where it is
    /// needed.
    pub(super) fn keep(&mut self, links: &[Alignment], other: &[bool]) {
        for link in std::mem::take(&mut self.links) {
            if !other[links[link.0].a.0 as usize] {
                self.links.push(link);
            }
        }
        self.alone.clear();
        self.quotes.keep(other);
    }

    /// Gives what was kept its place among links that were made anew: those of the articles that stay come in the order that
    /// they had.
    pub(super) fn place(&mut self, links: &[Alignment], passages: &[Passage], other: &[bool]) {
        let mut left = std::mem::take(&mut self.links).into_iter();
        for at in compared(links, passages, other.len() <= ALL_PAIRS).take(MOST_PAIRS) {
            let known = if other[links[at].a.0 as usize] {
                None
            } else {
                left.next()
            };
            self.links
                .push((at, known.map_or_else(Vec::new, |(_, drafts)| drafts)));
        }
    }
}

/// What was found before in the same texts with the same links; nothing of a first time.
#[derive(Debug, Clone, Copy)]
pub struct Before<'b> {
    /// For each article whether it is read as it was then.
    pub alike: &'b [bool],
    /// The utterances of then.
    pub utterances: &'b [Utterance],
    /// The ledger of then.
    pub changes: &'b [Arc<Change>],
}

/// Makes the ledger, most consequential first. Nothing is found anew among articles that no link and no quote ties to one
/// that is read otherwise than before.
pub fn changes(
    story: &Story,
    (alignments, passages): (&[Alignment], &[Passage]),
    utterances: &[Utterance],
    model: &Model,
    (read, before): (&mut Read, Before<'_>),
) -> Vec<Arc<Change>> {
    let all_pairs = story.articles.len() <= ALL_PAIRS;
    if read.links.is_empty() {
        let links = compared(alignments, passages, all_pairs).take(MOST_PAIRS);
        read.links = links.map(|link| (link, Vec::new())).collect();
    }
    read.alone.resize_with(passages.len(), || None);
    let is_alike = |id: ArticleId| before.alike[id.0 as usize];
    for (link, drafts) in &mut read.links {
        let link = &alignments[*link];
        if !(is_alike(link.a) && is_alike(link.b)) {
            *drafts = rules::read(&pair::Pair::new(story, model, link));
        }
    }
    let touched = touched(alignments, utterances, before, all_pairs);
    let is_touched = |id: ArticleId| touched[id.0 as usize];
    let links: Vec<&Alignment> = alignments.iter().filter(|link| is_touched(link.a)).collect();
    let mut more = Vec::new();
    let mut by_pair: Map<(ArticleId, ArticleId), Vec<&Alignment>> = Map::new();
    for &link in links.iter().filter(|_| all_pairs) {
        by_pair.entry((link.a, link.b)).or_default().push(link);
    }
    for links in by_pair.values() {
        more.extend(rules::moved(story, links));
        more.extend(rules::headlines(story, links));
    }
    let elsewhere = rules::elsewhere(story, &by_pair);
    more.extend(elsewhere.drafts);
    let mut drafts: Vec<&Draft> = Vec::new();
    for draft in read.links.iter().flat_map(|(_, drafts)| drafts) {
        // What is of style is one finding over all articles, whatever ties them.
        if draft.rule.kind == ChangeKind::Style || is_touched(draft.sides[0].article) {
            drafts.push(draft);
        }
    }
    drafts.extend(&more);
    let said = Said::new(utterances, &touched);
    let mut findings = merge::merge(&drafts, all_pairs);
    findings.extend(rules::merged(story, &said));
    findings.extend(rules::only(
        story,
        (&links, passages),
        &said,
        &elsewhere.told,
        (&mut read.alone, before.alike, &touched),
    ));
    siblings::complete(&mut findings, &links);
    whole::quotes(story, &said, &mut findings);
    let stays = |one: &&Arc<Change>| one.kind != ChangeKind::Style && !one.articles().any(is_touched);
    let mut ranked: Vec<Arc<Change>> = before.changes.iter().filter(stays).cloned().collect();
    ranked.extend(findings.iter().map(|finding| Arc::new(change(story, finding))));
    ranked.arrange_by(|x, y| {
        let order = y.weight.total_cmp(&x.weight);
        order.then_with(|| (x.first, x.rule).cmp(&(y.first, y.rule)))
    });
    ranked
}

/// The utterances of the articles that are looked at, and which of them a quote is.
struct Said<'u> {
    all: Vec<&'u Utterance>,
    of: Map<(ArticleId, usize), usize>,
}

impl<'u> Said<'u> {
    fn new(utterances: &'u [Utterance], touched: &[bool]) -> Self {
        let is_touched = |one: &&Utterance| one.renderings.iter().any(|(id, _, _)| touched[id.0 as usize]);
        let all: Vec<&Utterance> = utterances.iter().filter(is_touched).collect();
        let mut of = Map::new();
        for (at, one) in all.iter().enumerate() {
            of.extend(one.renderings.iter().map(|&(id, quote, _)| ((id, quote), at)));
        }
        Self { all, of }
    }
}

/// For each article whether a link or a quote ties it, maybe over others, to one that is read otherwise than before, or of
/// whose quotes others are one.
fn touched(alignments: &[Alignment], utterances: &[Utterance], before: Before<'_>, all: bool) -> Vec<bool> {
    let mut other: Vec<bool> = before.alike.iter().map(|alike| all || !alike).collect();
    let mut tied = Groups::new(other.len());
    for link in alignments {
        tied.join(link.a.0 as usize, link.b.0 as usize);
    }
    // Of an utterance there is one rendering at least.
    let mut known: Map<(ArticleId, usize), usize> = Map::new();
    for (at, one) in before.utterances.iter().enumerate() {
        let (id, quote, _) = one.renderings[0];
        known.insert((id, quote), at);
    }
    for one in utterances {
        let (first, quote, _) = one.renderings[0];
        let then = known.get(&(first, quote));
        let same = then.is_some_and(|&at| before.utterances[at].renderings == one.renderings);
        for (id, _, _) in &one.renderings {
            other[id.0 as usize] |= !same;
            tied.join(first.0 as usize, id.0 as usize);
        }
    }
    tied.spread(&mut other);
    other
}

/// The links whose words are read, by their index: all that are no mere topic, and of many articles those with the first of a
/// passage.
fn compared(alignments: &[Alignment], passages: &[Passage], all_pairs: bool) -> impl Iterator<Item = usize> {
    let mut first: Map<(ArticleId, SentenceId), ArticleId> = Map::new();
    for passage in passages.iter().filter(|_| !all_pairs) {
        first.extend(
            passage
                .members
                .iter()
                .map(|&member| (member, passage.members[0].0)),
        );
    }
    let is_compared = move |link: &Alignment| {
        let hub = || link.a_sentences.first().and_then(|&s| first.get(&(link.a, s)));
        link.kind != AlignmentKind::Related && (all_pairs || hub() == Some(&link.a))
    };
    let links = alignments.iter().enumerate();
    links.filter_map(move |(at, link)| is_compared(link).then_some(at))
}

fn change(story: &Story, finding: &draft::Finding) -> Change {
    let (weight, why) = rank::weight(story, finding);
    let reading = |parts: &Vec<draft::Part>| Reading {
        spans: parts
            .iter()
            .map(|part| (part.article, shown::shown(story, finding, part)))
            .collect(),
    };
    let places = finding.parts();
    Change {
        kind: finding.rule.kind,
        intent: finding.rule.intent,
        confidence: finding.confidence,
        rule: finding.rule.id,
        summary: tell::summary(story, finding),
        readings: finding.readings.iter().map(reading).collect(),
        places: places
            .map(|part| (part.article, part.sentences.clone()))
            .collect(),
        first: rank::place(finding),
        weight,
        why,
    }
}
