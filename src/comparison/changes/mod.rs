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
use crate::article::label::Confidence;
use crate::article::segment::SentenceId;
use crate::knowledge::Model;
use crate::order::{Arrange as _, Map};
use crate::story::entities::EntityId;
use crate::story::{ArticleId, Story};
use crate::text::Span;
use draft::Draft;

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
    /// What ranks it, 0 to 1; higher is more consequential.
    pub weight: f32,
    /// Why it stands where it does, in words.
    pub why: String,
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

/// Groups the quotes of all articles to utterances.
pub fn utterances(story: &Story, passages: &[Passage]) -> Vec<Utterance> {
    utterances::utterances(story, passages)
}

/// Articles up to which every two are compared; of more, each with the first that has the passage. A story in more
/// versions is read for its first differences, and work must not grow with the square.
const ALL_PAIRS: usize = 8;

/// Passages of a drop that are read word by word at most: some hundred long articles.
const MOST_PAIRS: usize = 40_000;

/// What is found before anything is joined: it hangs on no more than the two articles of a link, or the words of a passage.
#[derive(Debug, Default)]
pub struct Read {
    /// Of each link whose words are read, in order.
    links: Vec<Vec<Draft>>,
    /// Of each passage, where it was asked.
    alone: Vec<Option<rules::Alone>>,
}

/// Makes the ledger, most consequential first. What was `read` before is not read again where articles are `alike`: read as
/// they were then. Links and passages are the same, or nothing was read.
pub fn changes(
    story: &Story,
    (alignments, passages): (&[Alignment], &[Passage]),
    utterances: &[Utterance],
    model: &Model,
    (read, alike): (&mut Read, &[bool]),
) -> Vec<Change> {
    let all_pairs = story.articles.len() <= ALL_PAIRS;
    let links: Vec<&Alignment> = compared(alignments, passages, all_pairs)
        .take(MOST_PAIRS)
        .collect();
    read.links.resize_with(links.len(), Vec::new);
    read.alone.resize_with(passages.len(), || None);
    for (link, drafts) in links.into_iter().zip(&mut read.links) {
        if !(alike[link.a.0 as usize] && alike[link.b.0 as usize]) {
            *drafts = rules::read(&pair::Pair::new(story, model, link));
        }
    }
    let mut more = Vec::new();
    let mut by_pair: Map<(ArticleId, ArticleId), Vec<&Alignment>> = Map::new();
    for link in alignments.iter().filter(|_| all_pairs) {
        by_pair.entry((link.a, link.b)).or_default().push(link);
    }
    for links in by_pair.values() {
        more.extend(rules::moved(story, links));
        more.extend(rules::headlines(story, links));
    }
    let elsewhere = rules::elsewhere(story, &by_pair);
    more.extend(elsewhere.drafts);
    let drafts: Vec<&Draft> = read.links.iter().flatten().chain(&more).collect();
    let mut findings = merge::merge(&drafts, all_pairs);
    findings.extend(rules::merged(story, utterances));
    findings.extend(rules::only(
        story,
        (alignments, passages),
        utterances,
        &elsewhere.told,
        (&mut read.alone, alike),
    ));
    if !all_pairs {
        siblings::complete(&mut findings, alignments);
    }
    whole::quotes(story, utterances, &mut findings);
    let mut ranked: Vec<((f32, String), draft::Finding)> = findings
        .into_iter()
        .map(|finding| (rank::weight(story, &finding), finding))
        .collect();
    ranked.arrange_by(|((x, _), a), ((y, _), b)| {
        let order = |finding: &draft::Finding| (rank::place(finding), finding.rule.id);
        y.total_cmp(x).then_with(|| order(a).cmp(&order(b)))
    });
    ranked
        .into_iter()
        .map(|(weight, finding)| change(story, weight, &finding))
        .collect()
}

/// The links whose words are read: all that are no mere topic, and of many articles those with the first of a passage.
fn compared<'a>(
    alignments: &'a [Alignment],
    passages: &'a [Passage],
    all_pairs: bool,
) -> impl Iterator<Item = &'a Alignment> {
    let mut first: Map<(ArticleId, SentenceId), ArticleId> = Map::new();
    for passage in passages.iter().filter(|_| !all_pairs) {
        first.extend(
            passage
                .members
                .iter()
                .map(|&member| (member, passage.members[0].0)),
        );
    }
    alignments.iter().filter(move |link| {
        let hub = || link.a_sentences.first().and_then(|&s| first.get(&(link.a, s)));
        link.kind != AlignmentKind::Related && (all_pairs || hub() == Some(&link.a))
    })
}

fn change(story: &Story, (weight, why): (f32, String), finding: &draft::Finding) -> Change {
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
        weight,
        why,
    }
}
