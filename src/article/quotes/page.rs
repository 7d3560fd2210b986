//! The article as this room reads it: tokens in folded form, with the quotation, sentence and mentions each lies in.

use std::borrow::Cow;
use std::ops::Range;

use crate::article::document::{BlockKind, Document};
use crate::article::label::Label;
use crate::article::segment::{Segments, Token, TokenKind};
use crate::article::tag::Mention;
use crate::knowledge::lexicon::Lexicon;
use crate::text::{Span, fold};

use super::CueClass;
use super::lists;

/// Tokens of a sentence that are looked at on each side of a place: no sentence of the news is longer, and one that
/// never ends must not make the work grow with its square.
const SIGHT: usize = 250;

/// Tokens with all that is asked about them, each in constant or logarithmic time.
pub(super) struct Page<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) segments: &'a Segments,
    pub(super) mentions: &'a [Mention],
    pub(super) lexicon: &'a Lexicon,
    words: Vec<Cow<'a, str>>,
    /// The lists of [`lists`] that each token stands in.
    kinds: Vec<u32>,
    /// What the lexicon of cues says of each token: the class, and whether the form is weak.
    cues: Vec<Option<(CueClass, bool)>>,
    /// The first mention that begins at each token or behind, one place more than there are tokens.
    begins: Vec<u32>,
    /// The first mention that ends before each token, [`NONE`] where there is none.
    ends: Vec<u32>,
    /// Whether a token lies between quotation marks or is one.
    quoted: Vec<bool>,
    /// Number of the sentence of each token, `u32::MAX` outside prose.
    sentence: Vec<u32>,
    /// Token ranges of the prose blocks.
    pub(super) blocks: Vec<Passage>,
}

/// A prose block as tokens.
#[derive(Debug, Clone)]
pub(super) struct Passage {
    pub(super) tokens: Range<usize>,
    pub(super) kind: BlockKind,
}

impl<'a> Page<'a> {
    /// Prepares an article. Linear.
    pub(super) fn new(
        document: &'a Document,
        segments: &'a Segments,
        mentions: &'a [Mention],
        lexicon: &'a Lexicon,
    ) -> Self {
        let text = document.text.as_str();
        let tokens = &segments.tokens;
        let mut sentence = vec![u32::MAX; tokens.len()];
        for (number, s) in segments.sentences.iter().enumerate() {
            sentence[s.tokens.clone()].fill(number as u32);
        }
        let blocks = document.blocks.iter().filter(|block| block.kind.is_prose());
        let blocks = blocks
            .map(|block| Passage {
                tokens: segments.tokens_in(block.span),
                kind: block.kind,
            })
            .collect();
        let words: Vec<Cow<'a, str>> = tokens.iter().map(|t| fold::word(t.span.of(text))).collect();
        let (begins, ends) = places(mentions, tokens.len());
        Self {
            text,
            tokens,
            segments,
            mentions,
            lexicon,
            kinds: words.iter().map(|word| lists::LISTS.get(word)).collect(),
            cues: words.iter().map(|word| listed(lexicon, word)).collect(),
            begins,
            ends,
            words,
            quoted: vec![false; tokens.len()],
            sentence,
            blocks,
        }
    }

    /// Notes that these tokens lie between quotation marks.
    pub(super) fn mark_quoted(&mut self, tokens: Range<usize>) {
        self.quoted[tokens].fill(true);
    }

    /// The folded word; empty beyond the ends.
    pub(super) fn at(&self, token: usize) -> &str {
        self.words.get(token).map_or("", AsRef::as_ref)
    }

    /// The lists of [`lists`] that the folded word stands in.
    pub(super) fn kinds(&self, token: usize) -> u32 {
        self.kinds.get(token).copied().unwrap_or(0)
    }

    /// Whether the folded word stands in one of these lists of [`lists`].
    pub(super) fn is(&self, token: usize, kinds: u32) -> bool {
        self.kinds(token) & kinds != 0
    }

    /// The word as it stands.
    pub(super) fn raw(&self, token: usize) -> &'a str {
        self.tokens.get(token).map_or("", |t| t.span.of(self.text))
    }

    pub(super) fn quoted(&self, token: usize) -> bool {
        self.quoted.get(token).copied().unwrap_or(false)
    }

    pub(super) fn capital(&self, token: usize) -> bool {
        self.raw(token).starts_with(char::is_uppercase)
    }

    pub(super) fn is_mark(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|t| t.kind == TokenKind::Mark)
    }

    /// Whether nothing parts the token from the one before it.
    pub(super) fn glued(&self, token: usize) -> bool {
        token > 0
            && token < self.tokens.len()
            && self.tokens[token - 1].span.end() == self.tokens[token].span.start()
    }

    /// The tokens of the sentence that holds a token, as far as [`SIGHT`] goes; only itself outside prose.
    pub(super) fn sentence(&self, token: usize) -> Range<usize> {
        match self.sentence.get(token) {
            Some(&number) if number != u32::MAX => {
                let tokens = &self.segments.sentences[number as usize].tokens;
                tokens.start.max(token.saturating_sub(SIGHT))..tokens.end.min(token + SIGHT)
            }
            _ => token..token + 1,
        }
    }

    /// The block that holds a token, if it is of prose.
    pub(super) fn block(&self, token: usize) -> Option<&Passage> {
        let after = self.blocks.partition_point(|block| block.tokens.start <= token);
        self.blocks
            .get(after.checked_sub(1)?)
            .filter(|block| block.tokens.contains(&token))
    }

    /// The bytes of these tokens; empty where there are none.
    pub(super) fn span(&self, tokens: Range<usize>) -> Span {
        match (
            self.tokens.get(tokens.start),
            self.tokens.get(tokens.end.wrapping_sub(1)),
        ) {
            (Some(first), Some(last)) if tokens.start < tokens.end => first.span.cover(last.span),
            _ => Span::default(),
        }
    }

    /// Indices of the mentions that lie inside these tokens.
    pub(super) fn mentions_in(&self, tokens: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        let first = self
            .begins
            .get(tokens.start)
            .map_or(self.mentions.len(), |first| *first as usize);
        self.mentions[first..]
            .iter()
            .enumerate()
            .take_while(move |(_, m)| m.tokens.start < tokens.end)
            .filter(move |(_, m)| m.tokens.end <= tokens.end)
            .map(move |(n, _)| first + n)
    }

    /// The mention that ends before token `end`, the longest where several do.
    pub(super) fn mention_ending(&self, end: usize) -> Option<usize> {
        let found = self.ends.get(end).filter(|number| **number != NONE)?;
        Some(*found as usize)
    }

    /// Whether a token is a verb or preposition that gives words to somebody, and what it says about them.
    pub(super) fn cue(&self, token: usize) -> Option<CueClass> {
        let cue = self.cues.get(token).copied().flatten();
        if cue.is_none() || self.quoted(token) || self.capital(token) && self.at(token) != "according" {
            return None;
        }
        let (class, weak) = cue?;
        if weak && !self.introduces(token) || self.at(token) == "according" && self.at(token + 1) != "to" {
            return None;
        }
        Some(class)
    }

    /// Whether what stands around a weak form makes it a verb: a colon, a quotation, "that" behind it, or a clause before.
    fn introduces(&self, token: usize) -> bool {
        let next = self.at(token + 1);
        let put = self.at(token) == "put" && next == "it";
        let actor = |m: usize| matches!(self.mentions[m].label, Label::Person | Label::Org | Label::Media);
        let acts = self.mention_ending(token).is_some_and(actor)
            || matches!(self.at(token.wrapping_sub(1)), "he" | "she" | "they");
        let crowd = token > 0
            && !self.is_mark(token - 1)
            && !self.capital(token - 1)
            && self.at(token - 1).ends_with('s');
        let clause = matches!(next, "that" | "how" | "whether") || self.quoted(token + 1);
        put || next == ":"
            || (acts || crowd && !self.quoted(token + 1)) && clause
            || self.closes(token, acts || crowd)
    }

    /// "…, the union claims.": whether a form closes its sentence behind a comma and somebody; `agrees`: whether a plural
    /// stands before it, with which any form goes.
    fn closes(&self, token: usize, agrees: bool) -> bool {
        /// Tokens of whoever says it at most: "the head of the union".
        const SOMEBODY: usize = 6;
        const FIRST: &[&str] = &["the", "a", "an", "his", "her", "their", "its", "some", "one"];
        let form = agrees || self.at(token).ends_with('s');
        if !form || !matches!(self.at(token + 1), "." | ",") || self.glued(token) {
            return false;
        }
        let mut before = (token.saturating_sub(SOMEBODY + 1)..token).rev();
        let comma = before.find(|at| self.is_mark(*at));
        let plain = |at: usize| at + 2 < token || self.capital(at + 1);
        comma.is_some_and(|at| {
            self.at(at) == "," && plain(at) && (FIRST.contains(&self.at(at + 1)) || self.capital(at + 1))
        })
    }
}

/// Where no mention is.
const NONE: u32 = u32::MAX;

/// Tokens of a mention at most: none is longer in practice, and what ends one further back is not looked for.
const LONGEST: usize = 12;

/// For each place the first mention that begins there or behind, and the first that ends before it.
fn places(mentions: &[Mention], tokens: usize) -> (Vec<u32>, Vec<u32>) {
    let mut begins = Vec::with_capacity(tokens + 1);
    let mut ends = vec![NONE; tokens + 1];
    for (number, mention) in (0..).zip(mentions) {
        while begins.len() <= mention.tokens.start {
            begins.push(number);
        }
        let end = ends.get_mut(mention.tokens.end);
        if let Some(end) = end.filter(|end| **end == NONE && (1..=LONGEST).contains(&mention.tokens.len())) {
            *end = number;
        }
    }
    begins.resize(tokens + 1, mentions.len() as u32);
    (begins, ends)
}

/// What the lexicon says of a cue: the class, and whether the form is weak.
fn listed(lexicon: &Lexicon, word: &str) -> Option<(CueClass, bool)> {
    let mut columns = lexicon.cues.get(word)?.split('\t').skip(1);
    Some((CueClass::from_code(columns.next()?)?, columns.next().is_some()))
}

/// Whether a label can speak.
pub(super) fn speaks(label: Label) -> bool {
    matches!(
        label,
        Label::Person
            | Label::Org
            | Label::Gpe
            | Label::Norp
            | Label::Role
            | Label::Media
            | Label::AnonSource
    )
}
