//! One quote, one finding: its pieces together, and none beside the finding that tells it whole.

use super::draft::{Finding, Part};
use super::rules::{ALTERED, QUOTED, TRIMMED};
use super::{ChangeKind, Said, utterances};
use crate::article::quotes::QuoteKind;
use crate::order::{Arrange as _, Map};
use crate::story::{ArticleId, Story};
use crate::text::Span;

/// Joins what was trimmed in one quote, and takes out pieces that another finding tells whole.
pub(super) fn quotes(story: &Story, said: &Said<'_>, findings: &mut Vec<Finding>) {
    join(story, said, findings);
    fill(story, said, findings);
    without_pieces(findings);
}

/// Where an article that lacks a quote at its place has it at another, that is told; what all have alike is no finding.
fn fill(story: &Story, said: &Said<'_>, findings: &mut Vec<Finding>) {
    let mut altered: Vec<usize> = Vec::new();
    for (at, finding) in findings.iter_mut().enumerate() {
        let alone = finding.rule.id == QUOTED.id && finding.is_lacking();
        if !alone || altered.len() >= ALTERED_AT || finding.parts().count() > READINGS {
            continue;
        }
        let Some(utterance) = utterance_of(story, &said.of, finding) else {
            continue;
        };
        let renderings = &said.all[utterance].renderings;
        let words = |id: ArticleId| {
            let quotes = &story.article(id).quotes;
            let marked = |quote: usize| matches!(quotes[quote].kind, QuoteKind::Direct | QuoteKind::Mixed);
            let there = renderings
                .iter()
                .find(|(own, quote, _)| *own == id && marked(*quote))?;
            Some((there.1, utterances::words(story.article(id), there.1)))
        };
        let Some((_, own)) = finding
            .parts()
            .filter(|part| !part.spans.is_empty())
            .find_map(|part| words(part.article))
        else {
            continue;
        };
        let mut readings: [Vec<Part>; 3] = Default::default();
        let mut rule = &TRIMMED;
        for mut part in std::mem::take(&mut finding.readings).into_iter().flatten() {
            let there = words(part.article).filter(|_| part.spans.is_empty());
            // A report may have joined what are two quotes.
            let there = there.filter(|(_, words)| utterances::overlap(&own, words) >= ONE);
            let Some((quote, words)) = there else {
                readings[if part.spans.is_empty() { 2 } else { 0 }].push(part);
                continue;
            };
            let article = story.article(part.article);
            let span = article.quotes[quote].span;
            part.sentences = article.segments.sentence_at(span.start()).into_iter().collect();
            part.set(Some(span));
            if !is_run(&own, &words) && !is_run(&words, &own) {
                rule = &ALTERED;
            }
            readings[usize::from(words != own)].push(part);
        }
        if !readings[1].is_empty() {
            finding.rule = rule;
            finding.weight = rule.weight;
            altered.push(at);
        }
        for reading in &mut readings {
            reading.arrange_by_key(|part| part.article);
        }
        finding.readings = readings
            .into_iter()
            .filter(|reading| !reading.is_empty())
            .collect();
    }
    let whole: Vec<Finding> = altered.iter().map(|&at| findings[at].clone()).collect();
    let mut at = 0;
    findings.retain(|finding| {
        at += 1;
        let told = |whole: &Finding| {
            finding
                .parts()
                .all(|part| whole.parts().any(|other| covers(other, part)))
        };
        let again = finding.rule.id == ALTERED.id && !altered.contains(&(at - 1)) && whole.iter().any(told);
        finding.readings.len() > 1 && !again || finding.rule.kind != ChangeKind::Quote
    });
}

/// Whether some words stand side by side in a quote.
fn is_run(quote: &[String], words: &[String]) -> bool {
    words.is_empty() || quote.windows(words.len()).any(|run| run == words)
}

/// Quotes at most that are told so: others are held against them.
const ALTERED_AT: usize = 200;

/// The share of the words of the shorter quote that the other has in their order, from which on they are told as one.
const ONE: f32 = 0.75;

fn covers(whole: &Part, part: &Part) -> bool {
    let inside = |span: &Span| whole.spans.iter().any(|other| other.overlaps(*span));
    whole.article == part.article && part.spans.iter().all(inside)
}

/// Ways in which the articles may part over one quote, at most.
const READINGS: usize = 8;

/// The articles of each reading.
type Readings = Vec<Vec<ArticleId>>;

fn join(story: &Story, said: &Said<'_>, findings: &mut Vec<Finding>) {
    // For each utterance the findings that tell a cut of it.
    let mut known: Map<usize, Vec<usize>> = Map::new();
    let mut joined: Vec<Finding> = Vec::with_capacity(findings.len());
    for finding in findings.drain(..) {
        let is_cut = finding.rule.id == TRIMMED.id;
        let cut = is_cut.then(|| utterance_of(story, &said.of, &finding)).flatten();
        let cuts = cut.map(|utterance| known.entry(utterance).or_default());
        let same = |at: &&usize| readings(&joined[**at]) == readings(&finding);
        if let Some(&at) = cuts
            .as_ref()
            .and_then(|cuts| cuts.iter().take(READINGS).find(same))
        {
            add(&mut joined[at], finding);
            continue;
        }
        if let Some(cuts) = cuts {
            cuts.push(joined.len());
        }
        joined.push(finding);
    }
    *findings = joined;
}

/// The utterance that a finding is about.
fn utterance_of(story: &Story, of: &Map<(ArticleId, usize), usize>, finding: &Finding) -> Option<usize> {
    let piece = |part: &Part| {
        let span = part.spans.first()?;
        let quotes = &story.article(part.article).quotes;
        let behind = quotes.partition_point(|quote| quote.span.start() < span.end());
        let mut around = (behind.saturating_sub(NESTED)..behind).rev();
        around.find_map(|at| {
            let inside = quotes[at].span.overlaps(*span);
            of.get(&(part.article, at)).copied().filter(|_| inside)
        })
    };
    finding.parts().find_map(piece)
}

/// Quotes before a place at most that may reach into it.
const NESTED: usize = 4;

fn readings(finding: &Finding) -> Readings {
    let articles = |reading: &Vec<Part>| reading.iter().map(|part| part.article).collect();
    let mut readings: Readings = finding.readings.iter().map(articles).collect();
    readings.arrange();
    readings
}

fn add(known: &mut Finding, more: Finding) {
    known.weight = known.weight.max(more.weight);
    known.confidence = known.confidence.min(more.confidence);
    let parts = more.readings.into_iter().flatten();
    for part in parts {
        let all = known.readings.iter_mut().flatten();
        if let Some(own) = all.into_iter().find(|own| own.article == part.article) {
            own.take_in(&part);
        }
    }
}

/// Takes out pieces of a quotation that another finding tells whole.
fn without_pieces(findings: &mut Vec<Finding>) {
    // The pieces of each finding, by article and place, longest first; of one place those that more is said of.
    let mut pieces: Vec<(ArticleId, usize, usize, bool, usize)> = Vec::new();
    let one_sided = |finding: &Finding| {
        finding
            .readings
            .iter()
            .flatten()
            .any(|part| part.spans.is_empty())
    };
    for (at, finding) in findings.iter().enumerate() {
        if finding.rule.kind == ChangeKind::Quote {
            let alone = one_sided(finding);
            let parts = finding.parts();
            pieces.extend(parts.flat_map(|part| {
                let piece = |span: &Span| (part.article, span.start(), usize::MAX - span.end(), alone, at);
                part.core.iter().map(piece)
            }));
        }
    }
    pieces.arrange();
    let mut inside = vec![0; findings.len()];
    let mut around: Option<(ArticleId, usize)> = None;
    for (article, end, at) in pieces
        .iter()
        .map(|&(article, _, end, _, at)| (article, usize::MAX - end, at))
    {
        if around.is_some_and(|(known, last)| known == article && end <= last) {
            inside[at] += 1;
        } else {
            around = Some((article, end));
        }
    }
    let mut at = 0;
    findings.retain(|finding| {
        at += 1;
        let parts = || finding.parts();
        let all: usize = parts().map(|part| part.core.len()).sum();
        !(one_sided(finding) && finding.rule.kind == ChangeKind::Quote && all > 0 && inside[at - 1] == all)
    });
}
