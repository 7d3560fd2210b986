//! Words without their endings.

/// A word without its ending, for telling inflected forms of one word: "approves", "approved", "approving".
pub fn stem(word: &str) -> String {
    let (head, tail) = parts(word);
    [head, tail].concat()
}

/// The same as what it has of the word and what stands behind that.
pub fn parts(word: &str) -> (&str, &'static str) {
    // What all endings below end with; most words have none.
    if !word.ends_with(['g', 's', 'd', 'e']) {
        return (word, "");
    }
    let keep = |stem: &str| stem.chars().nth(2).is_some();
    let doubled = |stem: &str| {
        let mut ends = stem.chars().rev();
        let (last, before) = (ends.next(), ends.next());
        last == before && last.is_some_and(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 's' | 'l'))
    };
    for ending in ["ying", "ies", "ied"] {
        if let Some(rest) = word.strip_suffix(ending).filter(|rest| keep(rest)) {
            return (rest, "y");
        }
    }
    for ending in ["ing", "ed", "es", "s", "e"] {
        // "dismiss" is no form of "dismis".
        let ends = |rest: &&str| keep(rest) && !(ending == "s" && rest.ends_with('s'));
        if let Some(rest) = word.strip_suffix(ending).filter(ends) {
            let last = rest.chars().next_back().map_or(0, char::len_utf8);
            let undoubled = &rest[..rest.len() - if doubled(rest) { last } else { 0 }];
            return (undoubled.strip_suffix('e').unwrap_or(undoubled), "");
        }
    }
    (word, "")
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn a_doubled_letter_is_dropped_whatever_its_length() {
        assert_eq!(stem("planned"), "plan");
        assert_eq!(stem("aбббing"), "aбб");
        assert_eq!(stem("unsaf\u{301}\u{301}ed"), "unsaf\u{301}");
        assert_eq!(stem("dismiss"), stem("dismissed"));
    }
}
