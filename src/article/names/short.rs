//! Short forms that an article explains: "European Central Bank (ECB)".

use crate::article::segment::Segments;
use crate::article::tag::Mention;
use crate::order::Map;

/// For each short form the mentions that explain it, in order: the bracket's place and the long form's.
pub(super) type Explained<'a> = Map<&'a str, Vec<(usize, usize)>>;

/// All short forms that stand in brackets behind their long one.
pub(super) fn explained<'a>(text: &'a str, segments: &Segments, mentions: &[Mention]) -> Explained<'a> {
    let mut found = Explained::new();
    for (at, pair) in mentions.windows(2).enumerate() {
        let [long, short] = pair else { continue };
        let open = long.tokens.end;
        let bracket = segments.tokens.get(open).is_some_and(|t| t.span.of(text) == "(");
        if bracket && short.tokens.start == open + 1 && is_acronym(short.span.of(text), long.span.of(text)) {
            found.entry(short.span.of(text)).or_default().push((at + 1, at));
        }
    }
    found
}

/// The mention that a short form means at place `index`: of several that were explained the last one before it.
pub(super) fn meant(explained: &Explained<'_>, form: &str, index: usize) -> Option<usize> {
    let places = explained.get(form)?;
    let after = places.partition_point(|(at, _)| *at <= index);
    places.get(after.saturating_sub(1)).map(|(_, long)| *long)
}

/// Whether the letters of `short` are the first letters of `long`'s words, of the capitalised ones or of all of them.
pub(crate) fn is_acronym(short: &str, long: &str) -> bool {
    let letters: String = short.chars().filter(|c| c.is_alphabetic()).collect();
    let words = || {
        long.split(|c: char| c.is_whitespace() || c == '-')
            .filter_map(|word| word.chars().next())
            .filter(|c| c.is_alphabetic())
    };
    let capitals: String = words().filter(|c| c.is_uppercase()).collect();
    let all: String = words().collect();
    let spelled = letters == capitals || letters.eq_ignore_ascii_case(&all);
    letters.chars().count() > 1 && letters.chars().any(char::is_uppercase) && spelled && short != long
}
