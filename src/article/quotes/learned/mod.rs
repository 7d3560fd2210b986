//! Reported speech as it was learned: is a word a cue here, who is its source, where does its content begin and end?
//!
//! Four linear choices with one table of weights, in the order in which a reader makes them; then a verdict on each
//! reading, by trees that see it beside all others of its article. A glance at a word and its neighbours spares most
//! words the rest. What the rules of `indirect` and `acts` propose is one of the things that each choice looks at, and
//! weighs more where they read reported speech. Training asks for the same features through [`Study`].

mod cue;
mod extent;
mod moment;
mod row;
mod source;
mod verdict;
mod words;

pub use moment::Moment;
pub use row::WIDTH;
pub use source::Candidate;
pub use verdict::Reading;

use std::cmp::Reverse;
use std::ops::Range;

use crate::article::document::Document;
use crate::article::segment::Segments;
use crate::article::tag::Mention;
use crate::knowledge::Model;
use crate::knowledge::model::{English, Reports};
use crate::order::{self, Arrange as _};

use super::direct::Utterance;
use super::lists;
use super::page::Page;
use super::{CueClass, QuoteKind};
use words::Word;

/// The templates' version: the manifest holds it against the table.
pub const VERSION: u32 = 3;

/// First words whose best last word is looked for: of three, with which the verdicts were learned, the third is hardly ever
/// chosen, and asking it for all its last words takes a tenth of the time.
const TRIED: usize = 2;

/// A word that is less like a cue than this, in units of the weights, is not looked at further: it is one in fifty
/// times at most.
const LEAST: i32 = -100;

/// Nor is one for which this and what it says of a reading come to less. The verdicts were learned with 90, which loses one
/// right reading in eighty and spares two words in five; with 70 reading is quicker and F1 on the development half no lower.
const GATE: i32 = -70;

/// A word that is less like a cue than this by what stands next to it is one in no sentence, but for one time in a
/// thousand.
const HOPELESS: i32 = -100;

/// What is added where the rules read a belief inside a saying, in hundredths of a logit.
const TRUST: i32 = 240;

/// What is taken away where no rule reads anything: F1 is no lower, and the ledger tells fewer findings that are wrong.
const DOUBT: i32 = 30;

/// Readings before such a belief among which the saying is looked for: few sentences have more.
const NESTED: usize = 8;

/// How well a content fits that goes over several sentences: the table knows of one.
const CUT: i32 = 50;

/// An article as the learned choices see it.
pub struct Study<'a> {
    page: Page<'a>,
    words: Vec<Word>,
    /// The cues of quotations, in order, with the kind of each.
    spoken: Vec<(usize, QuoteKind)>,
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
        let (page, stretches) = super::prepared(document, segments, mentions, model);
        let utterances = super::direct::utterances(&page, &stretches);
        Self::of(page, &utterances, &model.english)
    }

    pub(super) fn of(page: Page<'a>, quotations: &[Utterance], english: &English) -> Self {
        let words = words::words(&page, english);
        let mut spoken: Vec<(usize, QuoteKind)> = quotations
            .iter()
            .filter_map(|q| Some((q.cue?.0, q.kind)))
            .collect();
        spoken.arrange_by_key(|(at, kind)| (*at, *kind != QuoteKind::Direct));
        Self { page, words, spoken }
    }

    /// What the word is the cue of: 0 for no quotation, 1 for a direct one, 2 for any other.
    fn spoken(&self, at: usize) -> u64 {
        let found = self.spoken.partition_point(|(cue, _)| *cue < at);
        match self.spoken.get(found).filter(|(cue, _)| *cue == at) {
            None => 0,
            Some((_, QuoteKind::Direct)) => 1,
            Some(_) => 2,
        }
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
            .map(|(block, at)| (block, at, Reports::feature(cue::FORMS, self.word(at).stem, 0)))
    }

    /// Whether words can be a content without the rules' help: what lies between marks is a quotation, which `direct`
    /// finds, and a joining word goes on from what was said before.
    pub fn says_something(&self, content: &Range<usize>, source: &Candidate) -> bool {
        let joins = matches!(self.page.at(content.start), "and" | "or" | "but");
        let source = content.start < source.tokens.end && source.tokens.start < content.end;
        let quoted = content.clone().filter(|at| self.page.quoted(*at)).count();
        !joins && !source && quoted * 5 < content.len() * 4
    }

    /// Whether the word is one of grammar, which a cue has beside the word that tells.
    pub fn grammar(&self, at: usize) -> bool {
        const GRAMMAR: u32 = lists::PRONOUN
            | lists::ADVERB
            | lists::PREPOSITION
            | lists::BORDER
            | lists::NO_NOUN
            | lists::HELPER
            | lists::TO;
        self.page.is(at, GRAMMAR) && !self.word(at).says
    }

    /// A token of a block as a candidate for a cue.
    pub fn moment(&self, block: usize, cue: usize) -> Moment {
        Moment::new(&self.page, block, cue)
    }

    /// Features of a cue.
    pub fn cue(&self, moment: &Moment) -> Vec<u32> {
        let mut features = Vec::new();
        cue::word_features(self, moment.cue, &mut |f| features.push(f));
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
        let seen = |start: extent::Start| {
            let mut features = Vec::new();
            extent::start_features(self, moment, source, &start, &mut |f| features.push(f));
            (start.at, features)
        };
        extent::starts(self, moment).into_iter().map(seen).collect()
    }

    /// The candidates for the last word of a content.
    pub fn ends(&self, moment: &Moment, source: Option<&Candidate>, start: usize) -> Vec<Seen<usize>> {
        let seen = |end: extent::End| {
            let mut features = Vec::new();
            let mut push = |f| features.push(f);
            extent::end_features::<true, true>(self, moment, source, start, &end, &mut push);
            (end.at, features)
        };
        extent::ends(self, moment, start).into_iter().map(seen).collect()
    }

    /// The source that the table likes best, its score, and its lead over the next best and over none.
    pub fn source(&self, moment: &Moment, reports: &Reports) -> Option<(Candidate, i32, i32)> {
        let all = source::candidates(self, moment);
        let score = |number: usize| {
            let mut sum = 0;
            source::features(self, moment, &all, number, &mut |f| sum += reports.weight(f));
            sum
        };
        // "None of them" is a choice too, and its score is 0.
        let (mut best, mut next) = (None, 0);
        for (scored, number) in (0..all.len()).map(|number| (score(number), number)) {
            match best {
                Some((most, _)) if scored <= most => next = next.max(scored),
                Some((most, _)) => (best, next) = (Some((scored, number)), next.max(most)),
                None => best = Some((scored, number)),
            }
        }
        let (best, number) = best?;
        Some((all[number].clone(), best, best - next))
    }

    /// How much more like a cue than not the word alone is.
    fn glance(&self, at: usize, reports: &Reports) -> i32 {
        let mut sum = 0;
        cue::word_features(self, at, &mut |f| sum += reports.weight(f));
        sum
    }

    /// What is seen of the word in its sentence.
    fn look(&self, moment: &Moment) -> [u32; cue::LOOKED] {
        let mut seen = [0; cue::LOOKED];
        let mut slots = seen.iter_mut();
        cue::features(self, moment, &mut |f| {
            let slot = slots.next();
            debug_assert!(slot.is_some(), "more is seen of a word than is kept");
            if let Some(slot) = slot {
                *slot = f;
            }
        });
        seen
    }

    /// The content with its score: as the table chooses; as the rules cut it where they mean the same words.
    pub fn content(
        &self,
        moment: &Moment,
        source: Option<&Candidate>,
        reports: &Reports,
    ) -> Option<(Range<usize>, i32)> {
        let cut = moment.rule.as_ref().map(|rule| &rule.content);
        if let Some(cut) = cut.filter(|cut| cut.end > moment.sentence.end) {
            return Some((cut.clone(), CUT));
        }
        // The best first words, the best before the others.
        let mut starts = [None; TRIED];
        for start in extent::starts(self, moment) {
            let mut sum = 0;
            extent::start_features(self, moment, source, &start, &mut |f| sum += reports.weight(f));
            let mut next = Some((sum, Reverse(start.at)));
            for better in &mut starts {
                if next > *better {
                    std::mem::swap(better, &mut next);
                }
            }
        }
        // What a last word says whichever the first is, by the side of the cue, each once.
        let first = moment.sentence.start;
        let mut lasts = vec![[None; 2]; moment.sentence.len()];
        let mut best_end = |(score, Reverse(start)): (i32, Reverse<usize>)| {
            let behind = start > moment.cue;
            let ends = extent::ends(self, moment, start).into_iter().map(|end| {
                let alone = || {
                    let mut sum = 0;
                    let mut add = |f| sum += reports.weight(f);
                    extent::end_features::<true, false>(self, moment, source, start, &end, &mut add);
                    sum
                };
                let mut sum = *lasts[end.at - first][usize::from(behind)].get_or_insert_with(alone);
                let mut add = |f| sum += reports.weight(f);
                extent::end_features::<false, true>(self, moment, source, start, &end, &mut add);
                (sum + score, Reverse(end.at))
            });
            ends.max().map(|(sum, at)| (sum, Reverse(start), at.0))
        };
        let (score, start, end) = starts.into_iter().flatten().filter_map(&mut best_end).max()?;
        let chosen = start.0..end + 1;
        let same = cut.filter(|cut| verdict::shared(cut, &chosen) * 2 >= cut.len().max(chosen.len()));
        Some((same.cloned().unwrap_or(chosen), score))
    }

    /// All words that may be cues, with what is read at each; those only that are likely, where asked.
    pub fn readings(&self, reports: &Reports, likely: bool) -> Vec<Reading> {
        let forms = self.forms().filter(|(_, _, form)| reports.weight(*form) != 0);
        forms
            .filter_map(|(block, at, _)| self.reading(block, at, reports, likely))
            .collect()
    }

    /// Whether a word with such a score as a cue is worth a look at its source and content, by these weights.
    pub fn likely(&self, moment: &Moment, cue_score: i32, weight: impl Fn(u32) -> i32) -> bool {
        let mut sum = 0;
        verdict::cue_features(self, moment, &self.look(moment), &mut |f| sum += weight(f));
        is_likely(moment, cue_score + sum)
    }

    /// "asked not to be named": what a source asks for itself is nothing that it reports.
    fn asks_not_to_be_named(&self, cue: usize) -> bool {
        const ASKED: &[&str] = &["to", "not", "be", "for"];
        const WORDS: usize = 6;
        let mut behind = cue + 1..=cue + WORDS;
        let last = behind.find(|at| !ASKED.contains(&self.page.at(*at)));
        last.is_some_and(|at| at > cue + 1 && self.page.is(at, lists::NAMING))
    }

    fn reading(&self, block: usize, at: usize, reports: &Reports, likely: bool) -> Option<Reading> {
        let glance = self.glance(at, reports);
        // What a rule may read as speech is a verb of saying or a colon.
        if glance < HOPELESS && !self.word(at).says && self.page.at(at) != ":" {
            return None;
        }
        let moment = self.moment(block, at);
        let looked = self.look(&moment);
        let cue_score = glance + looked.iter().map(|f| reports.weight(*f)).sum::<i32>();
        if cue_score < LEAST && moment.ruled() != moment::SPEECH || self.asks_not_to_be_named(at) {
            return None;
        }
        let mut cue_verdict = 0;
        verdict::cue_features(self, &moment, &looked, &mut |f| cue_verdict += reports.weight(f));
        if likely && !is_likely(&moment, cue_score + cue_verdict) {
            return None;
        }
        let (source, source_score, source_lead) = self.source(&moment, reports)?;
        let (content, content_score) = self.content(&moment, Some(&source), reports)?;
        if moment.rule.is_none() && !self.says_something(&content, &source) {
            return None;
        }
        Some(Reading {
            moment,
            source,
            content,
            cue_score,
            cue_verdict,
            source_score,
            source_lead,
            content_score,
        })
    }

    /// Features of a reading among all of the article.
    pub fn verdict(&self, readings: &[Reading], number: usize) -> Vec<u32> {
        let mut features = Vec::new();
        let moment = &readings[number].moment;
        verdict::cue_features(self, moment, &self.look(moment), &mut |f| features.push(f));
        verdict::features(self, readings, number, &mut |f| features.push(f));
        features
    }

    /// How much more like reported speech than not each reading is by its own features, in units of the weights.
    fn scores(&self, readings: &[Reading], reports: &Reports) -> Vec<i32> {
        let score = |number: usize| {
            let mut sum = readings[number].cue_verdict;
            verdict::features(self, readings, number, &mut |f| sum += reports.weight(f));
            sum
        };
        (0..readings.len()).map(score).collect()
    }

    /// What the trees ask of each reading, whose own features gave it such a score.
    pub fn rows(&self, readings: &[Reading], scores: &[i32]) -> Vec<[i16; WIDTH]> {
        row::rows(self, readings, scores)
    }

    /// How much more like reported speech than not each reading is, in hundredths of a logit.
    pub fn verdicts(&self, readings: &[Reading], reports: &Reports) -> Vec<i32> {
        let rows = self.rows(readings, &self.scores(readings, reports));
        rows.iter().map(|row| reports.forest.score(row)).collect()
    }
}

/// Whether what the cue alone says of a reading is enough, or the rules read speech there.
fn is_likely(moment: &Moment, score: i32) -> bool {
    score >= GATE || moment.ruled() == moment::SPEECH
}

/// All reported speech of the article, in order of its verbs.
pub(super) fn utterances(study: &Study, reports: &Reports) -> Vec<Utterance> {
    let readings = study.readings(reports, true);
    let mut found = Vec::new();
    for (reading, verdict) in readings.iter().zip(study.verdicts(&readings, reports)) {
        // A belief inside a saying is told by nobody but its own verb: the training data has none.
        let trust = if nested(study, &readings, reading) {
            TRUST
        } else {
            0
        };
        let doubt = if reading.moment.by_rule() { 0 } else { DOUBT };
        if verdict + trust - doubt >= reports.threshold {
            found.extend(utterance(study, reading).map(|u| (reading.moment.by_rule(), u)));
        }
    }
    // What a rule reads at one word is not read at another too ("according to an estimate"), nor is its whole clause
    // what somebody else says where only the table says so.
    let by_rule = || found.iter().filter(|(by_rule, _)| *by_rule);
    let ruled = order::set(by_rule().map(|(_, u)| u.span));
    let mut cues: Vec<usize> = by_rule().map(|(_, u)| u.at).collect();
    cues.sort_unstable();
    let new = |u: &Utterance| {
        let cue = cues.get(cues.partition_point(|&cue| cue < u.content.start));
        !ruled.contains(&u.span) && cue.is_none_or(|&cue| cue >= u.content.end)
    };
    found.retain(|(by_rule, utterance)| *by_rule || new(utterance));
    let mut found: Vec<Utterance> = found.into_iter().map(|(_, utterance)| utterance).collect();
    super::indirect::nest(&mut found);
    found
}

/// Whether the rules read a belief here, inside of what somebody says by the rules.
fn nested(study: &Study, readings: &[Reading], inner: &Reading) -> bool {
    let (page, at) = (&study.page, inner.moment.cue);
    let speech = |reading: &Reading| reading.moment.ruled() == moment::SPEECH;
    speech(inner)
        && page.cue(at) == Some(CueClass::Belief)
        && readings[..readings.partition_point(|r| r.moment.cue < at)]
            .iter()
            .rev()
            .take(NESTED)
            .any(|outer| speech(outer) && outer.content.contains(&at))
}

/// What no rule read: an act or a stance ("called an inquiry", "voted to strike"), words where a cue of speech has a
/// whole clause for its content, or nothing: "told a story", "said nothing", what is quoted at the same cue without a clause
/// around it, what is done to its subject and nobody is named who does it.
fn unruled(study: &Study, reading: &Reading, told: bool) -> Option<bool> {
    let page = &study.page;
    let (cue, content) = (reading.moment.cue, &reading.content);
    // "The firm hid it, she alleges": what a comma parts from who says it is a clause, whatever its verb.
    let source = reading.source.tokens.start;
    let parted = source < cue && content.end < cue && page.at(content.end) == ",";
    let helps = |at: usize| page.is(at, lists::HELPER) && !page.quoted(at);
    let clause = parted || content.clone().any(helps);
    let says = clause && page.cue(cue).is_some();
    let first = page.at(content.start);
    let thing = matches!(first, "a" | "an");
    let someone = matches!(first, "him" | "her" | "them" | "it" | "us" | "me" | "you");
    let word = content.len() == 1 && !page.capital(content.start) && !someone;
    let undone =
        reading.moment.listed != 0 && super::acts::passive(page, cue) && reading.source.tokens.start < cue;
    let quoted = study.spoken(cue) != 0 && !says && content.clone().any(|at| page.quoted(at));
    let empty = super::indirect::tells(page, cue) && thing && !clause && !told;
    (!empty && !word && !undone && !quoted).then_some(!says)
}

fn utterance(study: &Study, reading: &Reading) -> Option<Utterance> {
    let page = &study.page;
    let (moment, source, content) = (&reading.moment, &reading.source, reading.content.clone());
    let (addressee, venue) = super::indirect::circumstances(page, moment.cue, &moment.sentence, &content);
    let act = match &moment.rule {
        Some(rule) => rule.act,
        None => unruled(study, reading, addressee.is_some())?,
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
        subject: Some(source::subject(study, moment, source)),
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
