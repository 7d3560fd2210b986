//! What stands side by side is one difference: other words beside a finding, and what each side has in one place.

use std::ops::Range;

use super::ChangeKind;
use super::draft::Draft;
use super::pair::{Hunk, Pair, SIDES, per_side};
use super::widen::BREAKS;
use crate::order::Arrange as _;
use crate::text::Span;

/// Words at most between two differences that are read together.
const BETWEEN: usize = 2;

/// Words of a side at most that are shown together.
const TOGETHER: usize = 14;

/// The same with marks.
const MARKED: usize = 2 * TOGETHER;

/// Findings that say no more than that the words are others: beside one that says more they are part of it.
const PLAIN: &[&str] = &[
    "wording.reworded",
    "wording.tense",
    "statement.detail",
    "number.approximation",
];

/// Joins differences that stand beside each other on both sides; what says more leads.
pub(super) fn join(pair: &Pair<'_>, drafts: Vec<Draft>) -> Vec<Draft> {
    let mut drafts: Vec<Option<Draft>> = drafts.into_iter().map(Some).collect();
    let mut places: Vec<(Hunk, usize)> = Vec::new();
    for (at, draft) in drafts.iter().enumerate() {
        let hunk = draft
            .as_ref()
            .filter(|draft| takes_part(draft))
            .and_then(|draft| words(pair, draft));
        places.extend(hunk.map(|hunk| (hunk, at)));
    }
    places.arrange_by_key(|(hunk, at)| (hunk[0].start, hunk[1].start, *at));
    let mut open: Option<(Hunk, usize)> = None;
    for (hunk, at) in places {
        let joined = open.take().and_then(|(before, known)| {
            let [x, y] = [drafts[known].clone()?, drafts[at].clone()?];
            let whole = together(pair, &before, &hunk).filter(|_| are_one(&x, &y))?;
            drafts[known] = None;
            drafts[at] = Some(one(pair, &whole, [x, y]));
            Some((whole, at))
        });
        open = joined.or(Some((hunk, at)));
    }
    drafts.into_iter().flatten().collect()
}

fn takes_part(draft: &Draft) -> bool {
    !matches!(
        draft.rule.kind,
        ChangeKind::Style | ChangeKind::Moved | ChangeKind::Quote
    )
}

/// The words of a difference on each side; of what one side lacks, the place where it would stand.
fn words(pair: &Pair<'_>, draft: &Draft) -> Option<Hunk> {
    let mut words = per_side(|side| {
        let whole = draft.sides[side].spans.iter().copied().reduce(Span::cover);
        whole.map_or(0..0, |span| pair.sides[side].words_in(span))
    });
    for side in SIDES {
        if words[side].is_empty() {
            let place = pair.place_of(side, &words[1 - side])?;
            words[side] = place..place;
        }
    }
    Some(words)
}

/// Both differences as one, where little stands between them on either side.
fn together(pair: &Pair<'_>, x: &Hunk, y: &Hunk) -> Option<Hunk> {
    let whole = per_side(|side| x[side].start.min(y[side].start)..x[side].end.max(y[side].end));
    let near = |side: usize| {
        let of = &pair.sides[side];
        let between: Range<usize> = x[side].end.min(y[side].end)..x[side].start.max(y[side].start);
        let between = between.start.min(between.end)..between.end;
        let breaks =
            |at: usize| BREAKS.contains(&of.fold(at)) || !of.words[at].is_word() || of.words[at].first;
        whole[side].len() <= MARKED
            && between.len() <= BETWEEN
            && !between.clone().any(breaks)
            && of.count(&whole[side]) <= TOGETHER
    };
    (near(0) && near(1)).then_some(whole)
}

/// Whether two differences that stand side by side are one: one of them says no more than that the words are others.
fn are_one(x: &Draft, y: &Draft) -> bool {
    let plain = |draft: &Draft| PLAIN.contains(&draft.rule.id);
    let lacks = |draft: &Draft| draft.sides.iter().position(|part| part.spans.is_empty());
    plain(x) && plain(y) || (plain(x) || plain(y)) && lacks(x) == lacks(y)
}

fn one(pair: &Pair<'_>, whole: &Hunk, [x, y]: [Draft; 2]) -> Draft {
    let value = |side: usize| format!("{} {}", x.sides[side].value, y.sides[side].value);
    let values = per_side(value);
    let confidence = x.confidence.min(y.confidence);
    let mut lead = if y.weight > x.weight { y } else { x };
    for (side, value) in values.into_iter().enumerate() {
        lead.sides[side].set(pair.sides[side].span(&whole[side]));
        value.trim().clone_into(&mut lead.sides[side].value);
    }
    lead.confidence = confidence;
    lead
}
