//! Marks: one character each, but for runs of full stops, doubled hyphens and emoji that are drawn as one.

use super::tokens::Source;

/// Where the mark that begins at `at` with `c` ends.
pub(super) fn end(source: &Source<'_>, at: usize, c: char) -> usize {
    let after = at + c.len_utf8();
    match c {
        '.' => source.run(after, |c| c == '.'),
        '-' if source.at(after) == '-' => source.run(after, |c| c == '-'),
        '`' | '\'' if source.at(after) == c => after + 1,
        _ if is_pictograph(c) => emoji(source, at, c),
        _ => source.run(after, is_combining),
    }
}

/// An emoji with its modifiers, flags as pairs, families joined by U+200D.
fn emoji(source: &Source<'_>, at: usize, c: char) -> usize {
    let mut end = at + c.len_utf8();
    if is_flag_letter(c) && is_flag_letter(source.at(end)) {
        return end + source.at(end).len_utf8();
    }
    loop {
        end = source.run(end, |c| is_combining(c) || is_skin_tone(c));
        let next = source.at(end + '\u{200D}'.len_utf8());
        if source.at(end) == '\u{200D}' && is_pictograph(next) {
            end += '\u{200D}'.len_utf8() + next.len_utf8();
        } else {
            return end;
        }
    }
}

/// Marks that are drawn on the character before: accents, variation selectors, the keycap.
pub(super) fn is_combining(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036F}' | '\u{0591}'..='\u{05C7}' | '\u{064B}'..='\u{065F}' | '\u{0900}'..='\u{0903}'
        | '\u{093A}'..='\u{094F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FE20}'..='\u{FE2F}' | '\u{E0020}'..='\u{E007F}')
}

fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}

fn is_flag_letter(c: char) -> bool {
    matches!(c, '\u{1F1E6}'..='\u{1F1FF}')
}

fn is_skin_tone(c: char) -> bool {
    matches!(c, '\u{1F3FB}'..='\u{1F3FF}')
}
