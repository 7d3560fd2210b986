//! What a character is in running text.

/// An opening or closing double quotation mark, straight, curly, low or guillemet.
pub fn is_double_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂')
}

/// A single quotation mark or apostrophe, straight or curly.
pub fn is_single_quote(c: char) -> bool {
    matches!(c, '\'' | '‘' | '’' | '‚' | '‛' | '‹' | '›')
}

/// An apostrophe inside a word.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// A dash that separates: figure, en, em or horizontal bar (not the hyphen).
pub fn is_dash(c: char) -> bool {
    matches!(c, '‒' | '–' | '—' | '―')
}

/// A hyphen inside a word.
pub fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑')
}

/// A bullet at the head of a list line.
pub fn is_bullet(c: char) -> bool {
    matches!(c, '-' | '*' | '•' | '‣' | '◦' | '▪' | '●' | '·' | '–' | '—')
}

/// A mark that can end a sentence.
pub fn is_terminal(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '?' | '…' | '。' | '！' | '？' | '｡' | '؟' | '۔' | '।'
    )
}

/// A character of a script that is written without spaces between words; each is a token of its own.
pub fn is_unspaced_script(c: char) -> bool {
    matches!(c,
        '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{20000}'..='\u{2FA1F}')
}
