//! Tokens as they are compared: with the white space behind them, and a key that style does not change.

use crate::article::segment::{Token, TokenKind};
use crate::text::kinds::Kinds;
use crate::text::{Span, class as characters, fold, shingles, stem};

/// A token with the white space behind it, inside its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// From the token's first byte to the next token, or to the sentence's end.
    pub span: Span,
    /// What is compared: equal for tokens that only style parts.
    pub key: u64,
    /// How much it says.
    pub class: Class,
    /// Whether it is the last of its sentence.
    pub closes: bool,
}

/// How much a token says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Punctuation.
    Mark,
    /// A word that nearly every sentence has.
    Function,
    /// A word or number with a meaning of its own.
    Content,
}

/// English words that carry grammar more than meaning: articles, pronouns, prepositions, conjunctions, auxiliaries, and
/// the verb of every second sentence of news.
static FUNCTION_WORDS: Kinds = Kinds::of(&[(
    1,
    &[
        "a", "about", "after", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "because",
        "been", "before", "being", "but", "by", "can", "could", "did", "do", "does", "during", "for", "from",
        "had", "has", "have", "he", "her", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its",
        "may", "me", "might", "more", "most", "must", "my", "no", "not", "of", "on", "one", "or", "other",
        "our", "out", "over", "said", "says", "she", "should", "since", "so", "some", "still", "such",
        "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "through",
        "to", "under", "until", "up", "upon", "was", "we", "were", "what", "when", "where", "whether",
        "which", "while", "who", "whom", "whose", "why", "will", "with", "within", "without", "would", "yet",
        "you", "your", "yours",
    ],
)]);

/// The pieces of one sentence.
pub fn pieces(text: &str, sentence: Span, tokens: &[Token]) -> impl Iterator<Item = Piece> {
    tokens.iter().enumerate().map(move |(at, token)| {
        let start = if at == 0 {
            sentence.start()
        } else {
            token.span.start()
        };
        let next = tokens.get(at + 1);
        let end = next.map_or(sentence.end(), |next| next.span.start());
        let word = token.span.of(text);
        Piece {
            span: Span::new(start, end),
            key: key(word, token.kind),
            class: class_of(word, token.kind),
            closes: next.is_none(),
        }
    })
}

/// What is compared: the folded token, with quotation marks of all kinds as one, `-ize` as `-ise`, and with the
/// capitals of an abbreviation of two letters kept, so that "US" is "U.S." and not "us".
pub fn key(word: &str, kind: TokenKind) -> u64 {
    key_of(word, kind, || shingles::hash(word))
}

/// The same where the word's hash may be known.
pub(in crate::comparison) fn key_of(word: &str, kind: TokenKind, hash: impl Fn() -> u64) -> u64 {
    if kind == TokenKind::Mark && word.chars().all(is_quote) {
        return shingles::hash_folded("\"");
    }
    if is_two_initials(word) {
        let initials: String = word.chars().filter(|&c| c != '.').collect();
        return shingles::hash_folded(&initials);
    }
    if !word.bytes().any(|b| b | 0x20 == b'z') {
        return hash();
    }
    let folded = fold::word(word);
    match ize(&folded) {
        Some(at) => shingles::hash_folded(&format!("{}s{}", &folded[..at], &folded[at + 1..])),
        None => shingles::hash_folded(&folded),
    }
}

fn is_two_initials(word: &str) -> bool {
    // "U.S."; most words are longer, or end their first look here.
    word.len() <= 4
        && word.bytes().all(|b| b == b'.' || b.is_ascii_uppercase())
        && word.bytes().filter(|&b| b != b'.').count() == 2
}

fn is_quote(c: char) -> bool {
    characters::is_double_quote(c) || characters::is_single_quote(c)
}

/// Where the z of a word in `-ize` or `-yze` stands. Shorter words ("size", "prize") have no such ending.
fn ize(word: &str) -> Option<usize> {
    const ENDINGS: [&str; 8] = ["ze", "zed", "zes", "zer", "zers", "zing", "zation", "zations"];
    let at = word.rfind('z')?;
    let before = word.as_bytes().get(at.checked_sub(1)?)?;
    (at >= 5 && matches!(before, b'i' | b'y') && ENDINGS.contains(&&word[at..])).then_some(at)
}

/// The words of sense of a piece of text, with their kinds.
pub(in crate::comparison) fn content<'t>(
    text: &'t str,
    tokens: &'t [Token],
) -> impl Iterator<Item = (&'t str, TokenKind)> {
    let words = tokens.iter().map(|token| (token.span.of(text), token.kind));
    words.filter(|&(word, kind)| class_of(word, kind) == Class::Content)
}

/// The same by the hashes of what they come from without their endings.
pub(in crate::comparison) fn sense<'t>(text: &'t str, tokens: &'t [Token]) -> impl Iterator<Item = u64> {
    content(text, tokens).map(|(word, _)| root(&fold::word(word)))
}

/// The hash of what a folded word comes from without its ending; a count in words is the same in figures.
pub(in crate::comparison) fn root(folded: &str) -> u64 {
    let (head, tail) = figures(folded).map_or_else(|| stem::parts(folded), |figures| (figures, ""));
    shingles::hash_joined(head, tail)
}

/// A count that newsrooms write in words, in figures.
#[rustfmt::skip]
fn figures(folded: &str) -> Option<&'static str> {
    Some(match folded {
        "two" => "2", "three" => "3", "four" => "4", "five" => "5", "six" => "6", "seven" => "7", "eight" => "8", "nine" => "9",
        "ten" => "10", "eleven" => "11", "twelve" => "12", "thirteen" => "13", "fourteen" => "14", "fifteen" => "15",
        "sixteen" => "16", "seventeen" => "17", "eighteen" => "18", "nineteen" => "19", "twenty" => "20", "thirty" => "30",
        "forty" => "40", "fifty" => "50", "sixty" => "60", "seventy" => "70", "eighty" => "80", "ninety" => "90",
        _ => return None,
    })
}

/// How much a token says.
pub fn class_of(word: &str, kind: TokenKind) -> Class {
    // An abbreviation in capitals is a name, whatever its letters spell.
    let initials = word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase() || b == b'.');
    match kind {
        TokenKind::Mark => Class::Mark,
        TokenKind::Clitic => Class::Function,
        TokenKind::Word if !initials && is_function_word(word) => Class::Function,
        TokenKind::Word | TokenKind::Number => Class::Content,
    }
}

/// Letters of the longest function word: longer words need no search.
const LONGEST: usize = 7;

/// Whether a word carries grammar more than meaning.
pub(super) fn is_function_word(word: &str) -> bool {
    word.len() <= LONGEST && FUNCTION_WORDS.get_folding(word) != 0
}
