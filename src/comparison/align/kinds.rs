//! How much of the wording two linked passages share.

use super::AlignmentKind;
use crate::comparison::diff::{Class, Edit, Op, Side};

/// From this share of kept words on (of both sides together) a pair reads as one sentence that was edited. Below, more
/// than two thirds changed, and before and after read better as blocks.
const EDITED: f32 = 0.34;

/// The same for the side of which more is kept: a sentence that only lost or won a long part is still that sentence.
const MOSTLY_KEPT: f32 = 0.6;

/// Below this share of kept words two passages have little more than a topic in common.
const RELATED: f32 = 0.12;

/// The kind of a link from its word edits.
pub(super) fn kind(edits: &[Edit], a: &Side<'_>, b: &Side<'_>) -> AlignmentKind {
    let same = |edit: &&Edit| matches!(edit.op, Op::Equal | Op::Style);
    let changed = edits.iter().filter(|edit| !same(edit));
    if changed.clone().all(|edit| is_outer_quote(edit, a, b)) {
        return AlignmentKind::Verbatim;
    }
    let kept = |side: &Side<'_>, of: fn(&Edit) -> crate::text::Span| {
        edits
            .iter()
            .filter(same)
            .map(|edit| words(side, of(edit)))
            .sum::<usize>() as f32
    };
    let (kept_a, kept_b) = (kept(a, |edit| edit.a), kept(b, |edit| edit.b));
    let (all_a, all_b) = (a.words() as f32, b.words() as f32);
    let share = (kept_a + kept_b) / (all_a + all_b).max(1.0);
    let most = (kept_a / all_a.max(1.0)).max(kept_b / all_b.max(1.0));
    if share >= EDITED || most >= MOSTLY_KEPT {
        AlignmentKind::Edited
    } else if share >= RELATED {
        AlignmentKind::Paraphrase
    } else {
        AlignmentKind::Related
    }
}

/// Whether an edit is a quotation mark at the very start or end of a side: a quote over several sentences opens before
/// the first and closes behind the last, wherever it is cut.
fn is_outer_quote(edit: &Edit, a: &Side<'_>, b: &Side<'_>) -> bool {
    let outer = |side: &Side<'_>, span| {
        let mut pieces = side.pieces_in(span).iter();
        let all = pieces.all(|piece| piece.class == Class::Mark && side.is_quote(piece));
        all && (span.is_empty() || side.is_outer(span))
    };
    outer(a, edit.a) && outer(b, edit.b)
}

fn words(side: &Side<'_>, span: crate::text::Span) -> usize {
    side.pieces_in(span)
        .iter()
        .filter(|piece| piece.class != Class::Mark)
        .count()
}
