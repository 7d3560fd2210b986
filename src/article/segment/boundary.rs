//! Whether a sentence ends at a mark: by what the mark is, what closes behind it and what comes next.

use super::abbreviations::{Abbreviation, Abbreviations};
use super::{Token, TokenKind};
use crate::knowledge::lexicon::Lexicon;
use crate::text::class;

/// A block's tokens with the views that the rules ask for.
pub(super) struct Passage<'a> {
    source: &'a str,
    pub(super) tokens: &'a [Token],
    lexicon: &'a Lexicon,
    abbreviations: Abbreviations<'a>,
}

/// An abbreviation so early in a sentence does not end it: "At 5 a.m. Mr. Smith left".
const EARLY: usize = 4;

/// Between `?"` and the verb of saying stand no more than this many words ("Defence Minister Jane van Roe asked").
const LONGEST_SPEAKER: usize = 6;

/// A word before ". lower" that is shorter than this may be an abbreviation that is not listed.
const SHORTEST_PLAIN_WORD: usize = 3;

impl<'a> Passage<'a> {
    pub(super) fn new(source: &'a str, tokens: &'a [Token], lexicon: &'a Lexicon) -> Self {
        Self {
            source,
            tokens,
            lexicon,
            abbreviations: Abbreviations::new(lexicon),
        }
    }

    /// The text of token `at`; empty beyond the end.
    pub(super) fn text(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |t| t.span.of(self.source))
    }

    fn first(&self, at: usize) -> char {
        self.text(at).chars().next().unwrap_or('\0')
    }

    fn is_mark(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Mark)
    }

    /// Whether no white space stands before token `at`.
    pub(super) fn glued(&self, at: usize) -> bool {
        at > 0 && at < self.tokens.len() && self.tokens[at - 1].span.end() == self.tokens[at].span.start()
    }

    /// Where the sentence that began at token `start` ends, if it ends with the mark at token `at`: the index
    /// behind its last token.
    pub(super) fn sentence_end(&self, start: usize, at: usize) -> Option<usize> {
        let word = self.text(at);
        if word == ")" && self.is_smiley(at) {
            return Some(at + 1);
        }
        if !word.ends_with(class::is_terminal) || self.tokens[at].kind == TokenKind::Number {
            return None;
        }
        let mut last = at;
        while self.is_mark(last + 1)
            && self.text(last + 1).ends_with(class::is_terminal)
            && self.glued(last + 1)
        {
            last += 1;
        }
        let (next, quoted) = self.past_closers(last + 1);
        if next >= self.tokens.len() {
            return Some(next);
        }
        let ends = if self.is_mark(at) {
            self.mark_ends(start, at, last, next, quoted)
        } else {
            self.abbreviation_ends(start, at, next)
        };
        ends.then_some(next)
    }

    /// ":-)" with a capital behind it: who smiles has said what there was to say.
    fn is_smiley(&self, at: usize) -> bool {
        let nose = usize::from(self.glued(at) && self.text(at.wrapping_sub(1)) == "-");
        let Some(eyes) = at.checked_sub(1 + nose) else {
            return false;
        };
        let face = self.glued(eyes + 1) && matches!(self.text(eyes), ":" | ";") && !self.glued(eyes);
        face && self.glued(at) && !self.glued(at + 1) && self.first(at + 1).is_uppercase()
    }

    /// The token behind the closing quotation marks and brackets at `at`, and whether there were quotation marks.
    fn past_closers(&self, mut at: usize) -> (usize, bool) {
        let mut quoted = false;
        while self.is_mark(at) {
            // "… in 1805. [19] His": the note belongs to what it stands behind.
            if self.text(at) == "[" && self.text(at + 2) == "]" && self.first(at + 1).is_numeric() {
                at += 3;
                continue;
            }
            // "… he said. […] Later": what was left out was left out there.
            if self.text(at) == "[" && self.is_ellipsis(at + 1) {
                at += 3;
                continue;
            }
            let c = self.first(at);
            let glued = self.glued(at);
            let closes = match c {
                '”' | '»' | '›' | '’' | ')' | ']' | '}' | '」' | '』' | '）' => glued,
                // A straight mark closes when it is tied to what is before and not to what follows.
                '"' | '\'' | '“' | '‘' => {
                    glued
                        && (!self.glued(at + 1)
                            || self.is_closer(at + 1)
                            || self.first(at + 1).is_uppercase())
                }
                _ => false,
            };
            if !closes {
                break;
            }
            quoted |= class::is_double_quote(c) || class::is_single_quote(c);
            at += 1;
        }
        // "… of minorities. 4 Even so": a note's number that lost its brackets.
        let note = self.text(at);
        let numeral = (1..=2).contains(&note.len()) && note.bytes().all(|b| b.is_ascii_digit());
        if numeral && Abbreviations::is_starter(self.text(at + 1)) {
            at += 1;
        }
        (at, quoted)
    }

    /// Whether "...", in one token, stands here before a closing bracket.
    fn is_ellipsis(&self, at: usize) -> bool {
        matches!(self.text(at), "…" | "..." | "....") && self.text(at + 1) == "]"
    }

    fn is_closer(&self, at: usize) -> bool {
        matches!(
            self.first(at),
            '”' | '’' | '"' | '\'' | ')' | ']' | ',' | '.' | ';'
        )
    }

    /// The first token at or behind `at` that is not an opening mark: what the next sentence would begin with.
    fn past_openers(&self, mut at: usize) -> usize {
        while self.is_mark(at)
            && matches!(
                self.first(at),
                '"' | '“' | '‘' | '\'' | '«' | '(' | '[' | '„' | '¿' | '¡' | '`'
            )
        {
            at += 1;
        }
        at
    }

    /// Whether the marks `at..=last` end a sentence before token `next`.
    fn mark_ends(&self, start: usize, at: usize, last: usize, next: usize, quoted: bool) -> bool {
        let mark = self.text(at);
        let opens = self.past_openers(next);
        let first = self.first(opens);
        if self.first(last).len_utf8() > 1 && matches!(self.first(last), '。' | '！' | '？' | '｡') {
            return true;
        }
        if self.glued(next) {
            return self.is_missing_space(at, next, quoted);
        }
        if matches!(self.first(next), '.' | '…') && self.is_mark(next) {
            return false;
        }
        let is_stop = mark == "." && last == at;
        // "Direct dial:?" is a lost character, no question.
        if mark == "?" && at > start && self.text(at - 1) == ":" && self.glued(at) {
            return false;
        }
        if is_stop && self.stops_nothing(start, at, opens)
            || self.is_omission(at, last)
            || self.is_spaced_ellipsis(at)
        {
            return false;
        }
        if first.is_lowercase() && !self.is_item(opens) {
            if is_stop && self.text(opens) == "i" && !self.glued(opens + 1) && self.is_long_word(at) {
                return true;
            }
            let plain = next == last + 1 && next == opens && self.is_plain_word(at, !is_stop);
            let asks = matches!(self.text(last), "?" | "!");
            return plain && (is_stop || asks);
        }
        if self.is_mark(opens) && !self.begins(opens) {
            return is_stop && !quoted && self.is_signature(opens);
        }
        !(quoted && !is_stop && self.is_saying(opens))
    }

    /// "(b) The ships": a letter between brackets that counts.
    fn is_item(&self, at: usize) -> bool {
        self.text(at).len() == 1
            && self.text(at.wrapping_sub(1)) == "("
            && self.text(at + 1) == ")"
            && self.first(at + 2).is_uppercase()
    }

    /// "government.The": the space is missing, where a small word meets a capitalised one.
    fn is_missing_space(&self, at: usize, next: usize, quoted: bool) -> bool {
        let small = |c: char| c.is_lowercase() || matches!(c, ')' | '”' | '"');
        let before = at
            .checked_sub(1)
            .map_or(' ', |b| self.text(b).chars().next_back().unwrap_or(' '));
        let word = self.text(next);
        let opens = self.past_openers(next);
        let capital =
            self.first(opens).is_uppercase() && (self.text(opens).chars().count() > 1 || word == "I");
        let host = matches!(word, "Com" | "Org" | "Net" | "Gov" | "Edu");
        capital && !host && (small(before) || quoted) && self.text(at).chars().count() < 4
    }

    /// "… next week. -- Reporting by Anna Berg": behind a full stop a dash begins what is added.
    fn is_signature(&self, at: usize) -> bool {
        let mut words = at;
        while matches!(self.first(words), '-' | '–' | '—') && self.is_mark(words) {
            words += 1;
        }
        words > at && !self.glued(words) && self.first(words).is_uppercase()
    }

    /// A full stop that ends no sentence although it is no part of an abbreviation: "N°. 10", "1. The first item",
    /// "• 9. The ninth".
    fn stops_nothing(&self, start: usize, at: usize, opens: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let word = self.text(before);
        let numeral = word.len() < 4 && word.bytes().all(|b| b.is_ascii_digit()) || word == ")";
        let counts = before > start && self.text(before - 1) == ":" && numeral;
        let head = before == start || before == start + 1 && self.is_mark(start) || counts;
        // "corner of S. 10th"
        let initial = word.len() == 1 && self.first(before).is_uppercase() && word != "I";
        (initial || matches!(word, "°" | "º" | "№")) && self.first(opens).is_numeric()
            || head && (numeral || word.len() == 1 && word != "I" && self.first(opens).is_uppercase())
    }

    /// ". . ." is an ellipsis; a fourth full stop would end the sentence.
    fn is_spaced_ellipsis(&self, at: usize) -> bool {
        at > 1
            && self.text(at - 1) == "."
            && self.text(at - 2) == "."
            && !(at > 2 && self.text(at - 3) == ".")
    }

    /// "[...]": something was left out there.
    fn is_omission(&self, at: usize, last: usize) -> bool {
        at > 0 && matches!(self.first(at - 1), '[' | '(') && matches!(self.first(last + 1), ']' | ')')
    }

    /// Whether the word before the full stop at `at` is too long for an abbreviation, whatever its case.
    fn is_long_word(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            self.tokens[before].kind == TokenKind::Word && self.text(before).len() > SHORTEST_PLAIN_WORD
        })
    }

    /// Whether the word before the mark at `at` is an ordinary one, so that even a small letter may follow. Some put a
    /// space before "?" and "!".
    fn is_plain_word(&self, at: usize, spaced: bool) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let word = self.text(before);
        self.tokens[before].kind == TokenKind::Word
            && word.len() >= SHORTEST_PLAIN_WORD
            && word.chars().all(char::is_lowercase)
            && (spaced || self.glued(at))
    }

    /// Whether a mark may begin a sentence: a symbol before a figure, a bullet, an emoji.
    fn begins(&self, at: usize) -> bool {
        !matches!(
            self.first(at),
            ',' | ';'
                | ':'
                | '-'
                | '–'
                | '—'
                | '―'
                | ')'
                | ']'
                | '/'
                | '”'
                | '’'
                | '='
                | '&'
                | '%'
                | '+'
                | '>'
        )
    }

    /// `?" he asked`, `!" President Jane Roe said`: a speaker and a verb of saying go on with the sentence.
    fn is_saying(&self, at: usize) -> bool {
        for index in at..at + LONGEST_SPEAKER {
            let word = self.text(index);
            if index > at && self.lexicon.says.has(word) {
                return true;
            }
            let first = self.first(index);
            // "Ms. Lund's lawyer asked"
            let owned = index > at && matches!(self.text(index - 1), "'s" | "’s");
            let joins = matches!(word, "of" | "the" | "van" | "de" | "-" | "'s" | "’s");
            if !(first.is_uppercase() || joins || owned) {
                return false;
            }
        }
        false
    }

    /// Whether the abbreviation at `at` also ends the sentence that began at `start`.
    fn abbreviation_ends(&self, start: usize, at: usize, next: usize) -> bool {
        let word = self.text(at);
        let name = word.trim_end_matches('.');
        let opens = self.past_openers(next);
        let follows = self.text(opens);
        if self.glued(next) || !self.first(opens).is_uppercase() && !self.first(opens).is_numeric() {
            return false;
        }
        let dotted = name.contains('.').then_some(Abbreviation::Plain);
        let class = self.abbreviations.class(name).or(dotted);
        let starter = Abbreviations::is_starter(follows) || class::is_double_quote(self.first(next));
        match class {
            // What they introduce belongs to the sentence, whatever it begins with.
            _ if matches!(name, "e.g" | "i.e" | "E.g" | "I.e" | "cf" | "viz") => false,
            // An initial, or a title before its name.
            None | Some(Abbreviation::Title | Abbreviation::Number) => false,
            Some(_) if at < start + EARLY && !starter => false,
            Some(Abbreviation::Month | Abbreviation::Company | Abbreviation::State) => starter,
            // "at 2 a.m. Arson is suspected", but "at 8 p.m. Friday".
            Some(Abbreviation::Plain) if is_half_of_day(name) && at > start + EARLY => {
                starter || !self.is_clock_word(follows)
            }
            Some(Abbreviation::Plain) => starter || self.is_title(follows),
        }
    }

    /// A day, a month or a zone, which go on with a time of day.
    fn is_clock_word(&self, word: &str) -> bool {
        let short = word.trim_end_matches('.');
        let zone = short.len() <= 4 && short.chars().all(char::is_uppercase)
            || matches!(
                short,
                "Eastern" | "Pacific" | "Central" | "Mountain" | "Greenwich" | "Moscow"
            );
        let month = matches!(
            short,
            "January"
                | "February"
                | "March"
                | "April"
                | "May"
                | "June"
                | "July"
                | "August"
                | "September"
                | "October"
                | "November"
                | "December"
        );
        let listed = self.abbreviations.class(short) == Some(Abbreviation::Month);
        zone || month || listed || short.ends_with("day") || short.starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether a title begins here ("Mr."), which stands before a name and so behind a finished clause.
    fn is_title(&self, word: &str) -> bool {
        word.strip_suffix('.')
            .is_some_and(|name| self.abbreviations.class(name) == Some(Abbreviation::Title))
    }
}

fn is_half_of_day(name: &str) -> bool {
    matches!(name, "a.m" | "p.m" | "A.M" | "P.M")
}
