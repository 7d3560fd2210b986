//! Edits for display: what is exact is not always what a reader wants to see.

use super::pieces::is_function_word;
use super::{Edit, Op};

/// The most words of a shared run that is dropped when it stands between changes: fewer than three words of grammar
/// ("of the") are shared by any two sentences.
const CRUMB: usize = 2;

/// How many changed words must stand around each word of a crumb: fewer, and the crumb still guides the eye.
const CROWD: usize = 3;

/// The edits without crumbs: one or two function words that stand as the same between larger changes become part of
/// one replacement. It still tiles both sides; where a replacement would cross the end of a sentence nothing is joined.
pub fn readable(edits: &[Edit], a: &str, b: &str) -> Vec<Edit> {
    let mut out: Vec<Edit> = Vec::with_capacity(edits.len());
    let mut at = 0;
    while at < edits.len() {
        let step = edits[at];
        let joined = out
            .last()
            .zip(edits.get(at + 1))
            .and_then(|(&last, &next)| join(last, step, next, a, b));
        if let (Some(joined), Some(last)) = (joined, out.last_mut()) {
            *last = joined;
            at += 2;
        } else {
            out.push(step);
            at += 1;
        }
    }
    out
}

/// One replacement for a change, a crumb and a change.
fn join(last: Edit, crumb: Edit, next: Edit, a: &str, b: &str) -> Option<Edit> {
    let changed = |edit: Edit| !matches!(edit.op, Op::Equal | Op::Style);
    let touches = |x: Edit, y: Edit| x.a.end() == y.a.start() && x.b.end() == y.b.start();
    if !changed(last) || changed(crumb) || !changed(next) || !touches(last, crumb) || !touches(crumb, next) {
        return None;
    }
    let words = || {
        let split = crumb
            .a
            .of(a)
            .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
        split.filter(|word| !word.is_empty())
    };
    let count = words().count();
    let around = size(last, a, b) + size(next, a, b);
    if count > CRUMB || around < CROWD * count.max(1) || !words().all(is_function_word) {
        return None;
    }
    Some(Edit {
        op: Op::Replace,
        a: last.a.cover(next.a),
        b: last.b.cover(next.b),
    })
    .filter(|edit| !edit.a.is_empty() && !edit.b.is_empty())
}

/// Words of a change on its longer side.
fn size(edit: Edit, a: &str, b: &str) -> usize {
    let count = |text: &str| text.split_whitespace().count();
    count(edit.a.of(a)).max(count(edit.b.of(b)))
}
