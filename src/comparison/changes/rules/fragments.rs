//! A quote that its passage has alone, and that the other article has in another sentence.

use std::ops::Range;

use super::super::draft::{Draft, Part, Sheet};
use super::super::utterances;
use super::quoted::TRIMMED;
use crate::article::label::Confidence;
use crate::article::quotes::QuoteKind;

/// Quotes of an article at most in which one is looked for that its passage lacks.
const LOOKED_IN: usize = 400;

/// Whether the other article has a quote in another sentence: the same, which is no difference, or one with more words.
pub(super) fn stands_elsewhere(sheet: &mut Sheet<'_, '_>, side: usize, mine: &Range<usize>) -> bool {
    let (of, other) = (&sheet.pair.sides[side], &sheet.pair.sides[1 - side]);
    let words = of.words[mine.clone()]
        .iter()
        .filter(|word| word.is_word() && word.quoted);
    let words: Vec<String> = words.map(|word| word.fold.to_string()).collect();
    let has_sense = words.len() > 1 && of.content(mine) > 0;
    let article = other.article;
    let quotes = article.quotes.iter().enumerate().take(LOOKED_IN);
    let speech = quotes.filter(|(_, quote)| matches!(quote.kind, QuoteKind::Direct | QuoteKind::Mixed));
    // Few quotes have the longest word; its first letter may be a capital in one of them.
    let longest = words
        .iter()
        .max_by_key(|word| word.len())
        .map_or("", String::as_str);
    let rest = longest
        .split(|c: char| !c.is_alphabetic())
        .max_by_key(|part| part.len());
    let rest = rest.map_or("", |part| part.get(1..).unwrap_or(""));
    let speech = speech.filter(|(_, quote)| quote.span.of(article.text()).contains(rest));
    let mut whole = speech.filter(|_| has_sense).filter_map(|(index, quote)| {
        let said = utterances::words(article, index);
        let holds = said.windows(words.len()).any(|run| run == words);
        holds.then_some((quote.span, said.len() > words.len()))
    });
    let Some((span, longer)) = whole.next() else {
        return false;
    };
    if longer {
        let sentence = article.segments.sentence_at(span.start()).into_iter().collect();
        let mut sides = [
            Part::of(of, mine, words.join(" ")),
            Part::new(other.id, sentence, vec![span], span.of(article.text()).to_owned()),
        ];
        if side == 1 {
            sides.reverse();
        }
        sheet.drafts.push(Draft {
            rule: &TRIMMED,
            confidence: Confidence::High,
            weight: TRIMMED.weight,
            lead: Some(other.id),
            sides,
        });
    }
    sheet.take(side, mine);
    true
}
