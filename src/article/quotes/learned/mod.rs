//! Reported speech as it was learned: is a word a cue here, who is its source, where does its content begin and end?
//!
//! Four linear choices with one table of weights, in the order in which a reader makes them. What the rules of
//! `indirect` and `acts` propose is one of the things that each choice looks at. Where they read reported speech they
//! decide that it is speech, and what they read they cut; the rest is the table's. Training asks for the
//! same features through [`Study`].

mod cue;
mod extent;
mod moment;
mod source;
mod words;

pub use moment::Moment;
pub use source::Candidate;

use std::collections::BTreeSet;

use crate::article::document::Document;
use crate::article::segment::Segments;
use crate::article::tag::Mention;
use crate::knowledge::Model;
use crate::knowledge::model::{English, Reports};

use super::direct::Utterance;
use super::page::Page;
use super::{CueClass, QuoteKind};
use words::Word;

/// The templates' version: the manifest holds it against the table.
pub const VERSION: u32 = 1;

/// First words whose best last word is looked for: the right one is among three nearly always.
const TRIED: usize = 3;

/// An article as the learned choices see it.
pub struct Study<'a> {
    page: Page<'a>,
    words: Vec<Word>,
}

impl std::fmt::Debug for Study<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Study of {} tokens", self.words.len())
    }
}

/// A candidate with its features.
pub type Seen<T> = (T, Vec<u32>);

impl<'a> Study<'a> {
    /// An article to learn from.
    pub fn new(
        document: &'a Document,
        segments: &'a Segments,
        mentions: &'a [Mention],
        model: &'a Model,
    ) -> Self {
        let (page, _) = super::prepared(document, segments, mentions, model);
        Self::of(page, &model.english)
    }

    pub(super) fn of(page: Page<'a>, english: &English) -> Self {
        let words = words::words(&page, english);
        Self { page, words }
    }

    /// The page, when everything is read.
    pub(super) fn into_page(self) -> Page<'a> {
        self.page
    }

    /// The word of a token; behind the ends an empty one, which stands last.
    #[inline]
    fn word(&self, at: usize) -> &Word {
        &self.words[at.min(self.words.len() - 1)]
    }

    /// All tokens that could be a cue, with their blocks and the feature that says whether their form ever is one.
    pub fn forms(&self) -> impl Iterator<Item = (usize, usize, u32)> + '_ {
        let blocks = self.page.blocks.iter().enumerate();
        let tokens = blocks.flat_map(|(block, passage)| passage.tokens.clone().map(move |at| (block, at)));
        tokens
            .filter(|(_, at)| !self.page.quoted(*at))
            .map(|(block, at)| (block, at, Reports::feature(cue::FORMS, self.word(at).print, 0)))
    }

    /// Whether words can be a content without the rules' help: what runs into marks is a mixed quotation, which
    /// `direct` finds, and a joining word goes on from what was said before.
    pub fn says_something(&self, content: &std::ops::Range<usize>, source: &Candidate) -> bool {
        let joins = matches!(self.page.at(content.start), "and" | "or" | "but");
        // One word says something where it is a name: "endorsed Berg".
        let word = content.len() == 1 && !self.page.capital(content.start);
        let source = content.start < source.tokens.end && source.tokens.start < content.end;
        !joins && !word && !source && !content.clone().any(|at| self.page.quoted(at))
    }

    /// A token of a block as a candidate for a cue.
    pub fn moment(&self, block: usize, cue: usize) -> Moment {
        Moment::new(&self.page, block, cue)
    }

    /// Features of a cue.
    pub fn cue(&self, moment: &Moment) -> Vec<u32> {
        let mut features = Vec::new();
        cue::features(self, moment, &mut |f| features.push(f));
        features
    }

    /// The candidates for the source of a cue.
    pub fn sources(&self, moment: &Moment) -> Vec<Seen<Candidate>> {
        let all = source::candidates(self, moment);
        let seen = |number: usize| {
            let mut features = Vec::new();
            source::features(self, moment, &all, number, &mut |f| features.push(f));
            (all[number].clone(), features)
        };
        (0..all.len()).map(seen).collect()
    }

    /// The candidates for the first word of a content.
    pub fn starts(&self, moment: &Moment, source: Option<&Candidate>) -> Vec<Seen<usize>> {
        let seen = |at: usize| {
            let mut features = Vec::new();
            extent::start_features(self, moment, source, at, &mut |f| features.push(f));
            (at, features)
        };
        extent::starts(self, moment).into_iter().map(seen).collect()
    }

    /// The candidates for the last word of a content.
    pub fn ends(&self, moment: &Moment, source: Option<&Candidate>, start: usize) -> Vec<Seen<usize>> {
        let seen = |at: usize| {
            let mut features = Vec::new();
            extent::end_features(self, moment, source, (start, at), &mut |f| features.push(f));
            (at, features)
        };
        extent::ends(self, moment, start).into_iter().map(seen).collect()
    }

    /// The source that the table chooses: none where no candidate scores above zero.
    pub fn source(&self, moment: &Moment, reports: &Reports) -> Option<Candidate> {
        let all = source::candidates(self, moment);
        let score = |number: usize| {
            let mut sum = 0;
            source::features(self, moment, &all, number, &mut |f| sum += reports.weight(f));
            sum
        };
        let scored = (0..all.len()).map(|number| (score(number), std::cmp::Reverse(number)));
        let (best, number) = scored.max()?;
        (best > 0).then(|| all[number.0].clone())
    }

    /// Whether the word is read as a cue: where the rules read reported speech, or where the table does.
    pub fn is_cue(&self, moment: &Moment, score: i32, threshold: i32) -> bool {
        moment.ruled() == moment::SPEECH || score >= threshold && !moment.passive
    }

    /// How much more like a cue than not the word is.
    pub fn score(&self, moment: &Moment, reports: &Reports) -> i32 {
        let mut sum = 0;
        cue::features(self, moment, &mut |f| sum += reports.weight(f));
        sum
    }

    /// The content: as the rules cut it, else as the table chooses.
    pub fn content(
        &self,
        moment: &Moment,
        source: Option<&Candidate>,
        reports: &Reports,
    ) -> Option<std::ops::Range<usize>> {
        if let Some(rule) = &moment.rule {
            return Some(rule.content.clone());
        }
        let mut starts: Vec<(i32, usize)> = extent::starts(self, moment)
            .into_iter()
            .map(|at| {
                let mut sum = 0;
                extent::start_features(self, moment, source, at, &mut |f| sum += reports.weight(f));
                (-sum, at)
            })
            .collect();
        starts.sort_unstable();
        starts.truncate(TRIED);
        let best_end = |&(score, start): &(i32, usize)| {
            let ends = extent::ends(self, moment, start).into_iter().map(|at| {
                let mut sum = 0;
                extent::end_features(self, moment, source, (start, at), &mut |f| {
                    sum += reports.weight(f);
                });
                (sum - score, std::cmp::Reverse(at))
            });
            ends.max().map(|(sum, at)| (sum, std::cmp::Reverse(start), at.0))
        };
        let (_, start, end) = starts.iter().filter_map(best_end).max()?;
        Some(start.0..end + 1)
    }
}

/// All reported speech of the article, in order of its verbs.
pub(super) fn utterances(study: &Study, reports: &Reports) -> Vec<Utterance> {
    let mut found = Vec::new();
    // What a rule reads at one word is not read at another too: "according to an estimate".
    let mut ruled = BTreeSet::new();
    for (block, at, form) in study.forms() {
        if reports.weight(form) == 0 {
            continue;
        }
        let moment = study.moment(block, at);
        let score = study.score(&moment, reports);
        if study.is_cue(&moment, score, reports.threshold) {
            let utterance = utterance(study, &moment, reports);
            if moment.by_rule() {
                ruled.extend(utterance.as_ref().map(|u| u.span));
            }
            found.extend(utterance.map(|utterance| (moment.by_rule(), utterance)));
        }
    }
    found.retain(|(by_rule, utterance)| *by_rule || !ruled.contains(&utterance.span));
    let mut found: Vec<Utterance> = found.into_iter().map(|(_, utterance)| utterance).collect();
    super::indirect::nest(&mut found);
    found
}

/// What no rule read: an act or a stance ("called an inquiry", "voted to strike"), words where a cue of speech has a
/// whole clause for its content, or nothing: "told a story".
fn unruled(page: &Page, cue: usize, content: &std::ops::Range<usize>, told: bool) -> Option<bool> {
    let clause = content.clone().any(|at| extent::is_verb(page.at(at)));
    let thing = matches!(page.at(content.start), "a" | "an");
    let empty = super::indirect::tells(page, cue) && thing && !clause && !told;
    (!empty).then(|| page.cue(cue).is_none() || !clause)
}

fn utterance(study: &Study, moment: &Moment, reports: &Reports) -> Option<Utterance> {
    let page = &study.page;
    let source = study.source(moment, reports)?;
    let content = study.content(moment, Some(&source), reports)?;
    if moment.rule.is_none() && !study.says_something(&content, &source) {
        return None;
    }
    let (addressee, venue) = super::indirect::circumstances(page, moment.cue, &moment.sentence, &content);
    let act = match &moment.rule {
        Some(rule) => rule.act,
        None => unruled(page, moment.cue, &content, addressee.is_some())?,
    };
    let class = moment
        .rule
        .as_ref()
        .and_then(|rule| rule.cue)
        .map(|(_, class)| class);
    Some(Utterance {
        span: page.span(content.clone()),
        kind: QuoteKind::Indirect,
        cue: Some((
            moment.cue,
            class
                .or_else(|| page.cue(moment.cue))
                .unwrap_or(CueClass::Neutral),
        )),
        subject: Some(source::subject(study, moment, &source)),
        addressee,
        venue,
        via: None,
        at: moment.cue,
        block: moment.block,
        alone: false,
        goes_on: false,
        act,
        content,
    })
}
