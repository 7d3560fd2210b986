//! Differences of two articles each, joined to findings over all: one difference, one finding.

use super::ChangeKind;
use super::draft::{Draft, Finding, Part};
use super::rules::DENIED;
use crate::article::segment::SentenceId;
use crate::comparison::forest::Groups;
use crate::order::{Arrange as _, Map};
use crate::story::ArticleId;

/// Joins drafts that are about one place of some article, and of style all of one rule.
pub(super) fn merge(drafts: &[&Draft], all_pairs: bool) -> Vec<Finding> {
    let mut groups = Groups::new(drafts.len());
    let mut style: Map<&str, usize> = Map::new();
    let mut places: Map<(ArticleId, ChangeKind), Vec<(usize, usize)>> = Map::new();
    for (index, draft) in drafts.iter().enumerate() {
        if draft.rule.kind == ChangeKind::Style {
            let first = *style.entry(draft.rule.id).or_insert(index);
            groups.join(first, index);
            continue;
        }
        for part in &draft.sides {
            if let Some(span) = part.core.first() {
                places
                    .entry((part.article, draft.rule.kind))
                    .or_default()
                    .push((span.start(), index));
            }
        }
    }
    // Where two articles have the same words, or nearly, that a third lacks.
    let mut lacks: Map<(ArticleId, ChangeKind, Vec<SentenceId>), Vec<usize>> = Map::new();
    for (index, draft) in drafts
        .iter()
        .enumerate()
        .filter(|(_, draft)| draft.rule.kind != ChangeKind::Style)
    {
        for (lacking, having) in [(0, 1), (1, 0)] {
            let part = &draft.sides[lacking];
            if part.core.is_empty() {
                let key = (part.article, draft.rule.kind, part.sentences.clone());
                let known = lacks.entry(key).or_default();
                let words = |at: usize| {
                    drafts[at]
                        .sides
                        .iter()
                        .map(|part| part.value.as_str())
                        .find(|value| !value.is_empty())
                };
                let mine = &draft.sides[having];
                let same = known.iter().copied().take(LACKED).find(|&at| {
                    let other = drafts[at]
                        .sides
                        .iter()
                        .any(|part| part.article == mine.article && !part.core.is_empty());
                    words(at).is_some_and(|there| !other && alike(there, &mine.value))
                });
                match same {
                    Some(at) => groups.join(at, index),
                    None => known.push(index),
                }
            }
        }
    }
    for mut starts in places.into_values() {
        starts.arrange();
        // Neighbours in order of their start overlap if any two do that matter here.
        for window in starts.windows(2) {
            let (x, y) = (window[0].1, window[1].1);
            if joins(drafts[x], drafts[y]) {
                groups.join(x, y);
            }
        }
    }
    let mut members: Map<usize, Vec<&Draft>> = Map::new();
    for (index, &draft) in drafts.iter().enumerate() {
        members.entry(groups.find(index)).or_default().push(draft);
    }
    members
        .into_values()
        .map(|group| finding(&group, all_pairs))
        .collect()
}

/// Differences of one passage at most that another is held against.
const LACKED: usize = 32;

/// Two wordings are of one addition when they share this part of their words.
const ALIKE: f32 = 0.6;

fn alike(a: &str, b: &str) -> bool {
    let [a, b] = [a, b].map(|words| words.split(' ').collect::<Vec<_>>());
    let both = a.iter().filter(|word| b.contains(word)).count();
    a == b || 2.0 * both as f32 >= ALIKE * (a.len() + b.len()) as f32
}

/// Whether two drafts are one difference: of one kind, about different pairs, at overlapping words of one article.
fn joins(x: &Draft, y: &Draft) -> bool {
    let pair = |draft: &Draft| [draft.sides[0].article, draft.sides[1].article];
    let overlap = |x: &Part, y: &Part| {
        let met = x.core.iter().any(|a| y.core.iter().any(|b| a.overlaps(*b)));
        x.article == y.article && met
    };
    // Who denies what is of two articles alone.
    let denied = |draft: &Draft| draft.rule.id == DENIED.id;
    pair(x) != pair(y)
        && x.rule.kind == y.rule.kind
        && denied(x) == denied(y)
        && x.sides.iter().any(|x| y.sides.iter().any(|y| overlap(x, y)))
}

fn finding(group: &[&Draft], all_pairs: bool) -> Finding {
    let lead = group
        .iter()
        .enumerate()
        .max_by(|(i, x), (j, y)| x.weight.total_cmp(&y.weight).then(j.cmp(i)))
        .map_or(0, |(at, _)| at);
    let (rule, weight) = (group[lead].rule, group[lead].weight);
    let confidence = group.iter().map(|draft| draft.confidence).min();
    let confidence = confidence.unwrap_or(group[lead].confidence);
    let differ = |x: ArticleId, y: ArticleId| {
        group.iter().any(|draft| {
            let pair = [draft.sides[0].article, draft.sides[1].article];
            pair == [x, y] || pair == [y, x]
        })
    };
    let mut parts: Map<ArticleId, Part> = Map::new();
    for part in group.iter().flat_map(|draft| &draft.sides) {
        match parts.get_mut(&part.article) {
            Some(known) => known.take_in(part),
            None => drop(parts.insert(part.article, part.clone())),
        }
    }
    let mut readings: Vec<Vec<Part>> = Vec::new();
    for part in parts.into_values() {
        let same = |reading: &Vec<Part>| {
            reading.iter().all(|other| {
                other.spans.is_empty() == part.spans.is_empty()
                    && if all_pairs {
                        // Two that were not found to differ in this may have other words for other things here.
                        let unlike = !other.value.is_empty()
                            && !part.value.is_empty()
                            && !alike(&other.value, &part.value);
                        !differ(other.article, part.article) && !unlike
                    } else {
                        other.value == part.value
                    }
            })
        };
        match readings.iter_mut().find(|reading| same(reading)) {
            Some(reading) => reading.push(part),
            None => readings.push(vec![part]),
        }
    }
    Finding {
        rule,
        confidence,
        weight,
        lead: group[lead].lead,
        readings,
    }
}
