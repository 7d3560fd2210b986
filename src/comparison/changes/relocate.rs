//! Words that stand in both passages, in another place: "the mayor said" before a quote and behind it.

use std::ops::Range;

use super::pair::{Hunk, Side};

/// Words that are looked at on each side; a longer passage is a page without full stops.
const MOST: usize = 120;

/// Gives the words of gaps that stand in a gap of the other side their partners there: longest runs first.
pub(super) fn relocate(sides: &mut [Side<'_>; 2], gaps: &[Hunk]) {
    let mut free: [Vec<Free>; 2] = [0, 1].map(|side| {
        let ranges = gaps
            .iter()
            .enumerate()
            .map(|(gap, ranges)| (gap, ranges[side].clone()));
        ranges.filter(|(_, range)| !range.is_empty()).collect()
    });
    let total = |free: &[Free]| free.iter().map(|(_, range)| range.len()).sum::<usize>();
    if total(&free[0]).max(total(&free[1])) > MOST {
        return;
    }
    while let Some((a, b, len)) = longest(sides, &free) {
        for step in 0..len {
            sides[0].words[a + step].partner = Some(b + step);
            sides[1].words[b + step].partner = Some(a + step);
        }
        cut(&mut free[0], a..a + len);
        cut(&mut free[1], b..b + len);
    }
}

/// Words of a gap, by its number, that have no partner yet.
type Free = (usize, Range<usize>);

/// The longest run of words that free ranges of both sides share and that says enough to be no chance.
fn longest(sides: &[Side<'_>; 2], free: &[Vec<Free>; 2]) -> Option<(usize, usize, usize)> {
    let mut best: Option<(usize, usize, usize)> = None;
    for (gap, x) in &free[0] {
        for (other, y) in &free[1] {
            for a in x.clone() {
                for b in y.clone() {
                    let most = (x.end - a).min(y.end - b);
                    let same = |step: &usize| sides[0].words[a + step].fold == sides[1].words[b + step].fold;
                    let len = (0..most).take_while(same).count();
                    let speech = gap == other && len > 0 && speaks(sides[0].fold(a));
                    if len > best.map_or(0, |best| best.2) && (speech || tells(&sides[0], a..a + len)) {
                        best = Some((a, b, len));
                    }
                }
            }
        }
    }
    best
}

/// Whether a run is no chance: a name or a number alone, or two words of which one has a meaning of its own.
fn tells(side: &Side<'_>, run: Range<usize>) -> bool {
    let content = side.content(&run);
    let words = &side.words[run.clone()];
    let telling = |word: &super::pair::Word<'_>| {
        word.is_content() && (word.is_capital() || word.text.bytes().any(|b| b.is_ascii_digit()))
    };
    words.first().is_some_and(super::pair::Word::is_word)
        && (content >= 1 && side.count(&run) >= 2 || words.iter().any(telling))
}

/// The verb that holds a report together, though it is a word of grammar by its frequency.
pub(super) fn speaks(word: &str) -> bool {
    matches!(word, "said" | "says" | "told")
}

fn cut(free: &mut Vec<Free>, taken: Range<usize>) {
    let holds = |(_, range): &Free| range.start <= taken.start && taken.end <= range.end;
    let Some(at) = free.iter().position(holds) else {
        return;
    };
    let (gap, range) = free.remove(at);
    for rest in [taken.end..range.end, range.start..taken.start] {
        if !rest.is_empty() {
            free.insert(at, (gap, rest));
        }
    }
}
