//! Lists inside one line: "1. The first 2. The second", "a) … b) …", "• one • two".
//!
//! Only a block that itself begins with an enumerator is looked at, and only the next number in turn with the same
//! marks counts, so that running text is never cut at a number.

use super::boundary::Passage;

/// The tokens that begin a further list item inside the block.
pub(super) fn starts(passage: &Passage<'_>) -> Vec<usize> {
    let mut starts = Vec::new();
    if is_bullet(passage.text(0)) {
        let bullet = passage.text(0);
        let further = 1..passage.tokens.len();
        starts.extend(further.filter(|&at| passage.text(at) == bullet && !passage.glued(at)));
        return starts;
    }
    let Some((mut value, mut style)) = enumerator(passage, 0) else {
        return starts;
    };
    for at in 1..passage.tokens.len() {
        if let Some((next, marks)) = enumerator(passage, at)
            && next == value + 1
            && marks == style
            && !passage.glued(at)
        {
            starts.push(at);
            (value, style) = (next, marks);
        }
    }
    starts
}

fn is_bullet(mark: &str) -> bool {
    matches!(mark, "•" | "‣" | "◦" | "▪" | "●" | "⁃")
}

/// The value of the enumerator at `at` ("3.", "c)", "3.)") and the marks behind it.
fn enumerator<'a>(passage: &Passage<'a>, at: usize) -> Option<(u32, &'a str)> {
    let word = passage.text(at);
    let stopped = word.strip_suffix('.');
    let name = stopped.unwrap_or(word);
    let value = match name.as_bytes() {
        [letter @ b'a'..=b'z'] => u32::from(*letter),
        digits if digits.len() < 4 => name.parse().ok()?,
        _ => return None,
    };
    if stopped.is_some() {
        return Some((value, "."));
    }
    let mark = passage.text(at + 1);
    (passage.glued(at + 1) && matches!(mark, "." | ")")).then_some((value, mark))
}
