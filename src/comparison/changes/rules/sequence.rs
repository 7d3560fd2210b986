//! What came first: "police fired after stones were thrown" against "stones were thrown after police fired".

use std::ops::Range;

use super::super::draft::{Rule, Sheet};
use super::super::pair::{Side, per_side};
use crate::article::label::Confidence;
use crate::comparison::changes::{ChangeKind, Intent};

const SEQUENCE: Rule = Rule {
    id: "statement.sequence",
    kind: ChangeKind::Statement,
    intent: Intent::Fact,
    weight: 0.9,
    only: "Only {A has} “{a}”.",
    both: "{A has} “{a}”, {B has} “{b}”: what came first is reversed.",
};

/// Words of sense of each part at least that stand in the other part on the other side.
const CROSSED: usize = 2;

/// What stands on either side of the one "after" or "before" of a passage of one sentence.
fn parts(side: &Side<'_>) -> Option<(bool, [Range<usize>; 2])> {
    let joins = |at: &usize| matches!(side.fold(*at), "after" | "before") && !side.words[*at].first;
    let mut places = (0..side.words.len()).filter(joins);
    let at = places.next()?;
    // "Shortly before five" is a time.
    if side
        .times
        .iter()
        .any(|time| side.words_in(time.span).contains(&(at + 1)))
    {
        return None;
    }
    let alone = places.next().is_none() && !side.words.iter().skip(1).any(|word| word.first);
    alone.then(|| (side.fold(at) == "after", [0..at, at + 1..side.words.len()]))
}

/// Two events of which each side puts another first. The same told with "before" instead of "after" is no difference.
pub(super) fn sequence(sheet: &mut Sheet<'_, '_>) {
    let sides = &sheet.pair.sides;
    let (Some((after, a)), Some((other, b))) = (parts(&sides[0]), parts(&sides[1])) else {
        return;
    };
    let count = |x: &Range<usize>, y: &Range<usize>| {
        let known = |at: &usize| {
            sides[0].words[*at].is_content()
                && y.clone().any(|there| sides[1].fold(there) == sides[0].fold(*at))
        };
        x.clone().filter(known).count()
    };
    let crossed = [count(&a[0], &b[1]), count(&a[1], &b[0])];
    let straight = [count(&a[0], &b[0]), count(&a[1], &b[1])];
    let reversed = crossed.into_iter().all(|count| count >= CROSSED)
        && crossed.iter().sum::<usize>() > 2 * straight.iter().sum::<usize>();
    if after == other && reversed {
        let whole = per_side(|side| 0..sheet.pair.sides[side].words.len());
        sheet.find(&SEQUENCE, &whole, Confidence::High, 1.0);
    }
}
