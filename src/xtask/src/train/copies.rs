//! Copies of training sentences as headlines and other hands would write them.

use std::ops::Range;

use crossread::knowledge::model::{Gazetteer, Kind, Kinds, Roll};

use super::dice::Dice;
use super::sets::{Labelled, cut, names, tags};

/// Of so many sentences one is copied in title case.
const TITLES: usize = 12;

/// Of so many sentences one is copied in capitals.
const CAPITALS: usize = 40;

/// Words that title case leaves small.
const SMALL: [&str; 20] = [
    "a", "an", "the", "of", "in", "on", "to", "for", "and", "or", "but", "at", "by", "as", "from", "with",
    "'s", "n't", "over", "into",
];

/// Copies of some sentences, each a document of its own with the sentence it comes from as context left out.
pub(crate) fn copies(document: &Labelled, gazetteer: &Gazetteer, dice: &mut Dice) -> Vec<Labelled> {
    let mut copies = Vec::new();
    for sentence in &document.sentences {
        if dice.roll(TITLES) == 0 {
            copies.push(spelled(cut(document, sentence), title));
        }
        if dice.roll(CAPITALS) == 0 {
            copies.push(spelled(cut(document, sentence), |_, word| word.to_uppercase()));
        }
        let sentence = cut(document, sentence);
        copies.extend(hyphens_apart(&sentence, gazetteer));
        copies.extend(joined(&sentence));
    }
    copies
}

fn spelled(mut copy: Labelled, spell: impl Fn(usize, &str) -> String) -> Labelled {
    for (index, word) in copy.words.iter_mut().enumerate() {
        *word = spell(index, word);
    }
    copy
}

fn title(index: usize, word: &str) -> String {
    if index > 0 && SMALL.contains(&word) {
        return word.to_owned();
    }
    let mut characters = word.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + characters.as_str()
    })
}

/// The sentence with its hyphenated words as three tokens each, as texts are cut here: "U.S.-led". What a whole word
/// was called says little about its parts, so parts outside of names are called what they are listed as.
fn hyphens_apart(sentence: &Labelled, gazetteer: &Gazetteer) -> Option<Labelled> {
    let mut words = Vec::new();
    let mut places = Vec::new();
    let mut found = Vec::new();
    let named = names(&sentence.tags);
    for (index, word) in sentence.words.iter().enumerate() {
        places.push(words.len());
        let parts = word.split_once('-').filter(|(a, b)| is_word(a) && is_word(b));
        let Some((before, behind)) = parts.filter(|_| word.chars().any(char::is_uppercase)) else {
            words.push(word.clone());
            continue;
        };
        let kind = named
            .iter()
            .find(|(tokens, _)| tokens.contains(&index))
            .map(|(_, kind)| *kind);
        if matches!(kind, None | Some(Kind::People)) {
            let each = [(before, words.len()), (behind, words.len() + 2)];
            let told: Vec<_> = each
                .iter()
                .map(|&(part, at)| (listed(part, gazetteer), at))
                .collect();
            if told.iter().all(|(kind, _)| kind.is_none()) {
                return None;
            }
            found.extend(
                told.into_iter()
                    .filter_map(|(kind, at)| Some((at..at + 1, kind?))),
            );
        }
        words.extend([before.to_owned(), "-".to_owned(), behind.to_owned()]);
    }
    if words.len() == sentence.words.len() {
        return None;
    }
    places.push(words.len());
    let whole = named
        .into_iter()
        .map(|(tokens, kind)| (places[tokens.start]..places[tokens.end], kind));
    let inner: Vec<(Range<usize>, Kind)> = whole
        .filter(|(tokens, kind)| {
            *kind != Kind::People || !found.iter().any(|(f, _)| tokens.contains(&f.start))
        })
        .collect();
    found.extend(inner);
    Some(Labelled {
        sentences: std::iter::once(0..words.len()).collect(),
        tags: tags(words.len(), &found),
        words,
    })
}

fn is_word(part: &str) -> bool {
    part.len() > 1 && part.chars().next().is_some_and(char::is_alphabetic)
}

/// What a capitalised part of a word is listed as beyond doubt.
fn listed(part: &str, gazetteer: &Gazetteer) -> Option<Kind> {
    if !part.starts_with(char::is_uppercase) {
        return None;
    }
    let of = |cased| gazetteer.of(Roll::new(part, cased).after(Roll::START));
    let kinds = of(false) | of(true);
    let known = [
        (Kinds::PEOPLE, Kind::People),
        (Kinds::COUNTRY, Kind::Location),
        (Kinds::ORG, Kind::Organisation),
        (Kinds::SURNAME, Kind::Person),
    ];
    known
        .iter()
        .find(|(listed, _)| kinds.any(*listed))
        .map(|(_, kind)| *kind)
}

/// The sentence with two names of one word each joined: "Merkel and Macron" as "Merkel-Macron" in three tokens.
fn joined(sentence: &Labelled) -> Option<Labelled> {
    let named = names(&sentence.tags);
    let pair = named.windows(2).find(|pair| {
        let [(first, one), (second, other)] = pair else {
            return false;
        };
        let between = first.end;
        one == other && second.start == between + 1 && second.len() == 1 && sentence.words[between] == "and"
    })?;
    let mut copy = sentence.clone();
    "-".clone_into(&mut copy.words[pair[0].0.end]);
    Some(copy)
}
