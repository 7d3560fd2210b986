//! Where names begin and end, where a word beside them decides it and the model was taught too few such cases.
//!
//! ```text
//! Ilya Sorin | of | Tarsk                     somebody of some place
//! Skylark Foods Ltd. | Apex Corporation       a company's name ends with its form
//! Brandt & Hale                               a firm is called by its partners
//! Ashley Cole - Barnes                        a hyphen inside a family name
//! Ms | Achterberg                             how somebody is addressed is no part of the name
//! Defence Minister Lee Jong-ho                a title tells that a person follows, here and wherever the name stands again
//! Northmoor and District Hospitals Trust (NDHT)   the short form behind it tells where a name begins
//! ```

use super::ground::{Ground, Named};
use super::words::Stretch;
use crate::article::label::{Confidence, Label};
use crate::article::segment::TokenKind;
use crate::order::{self, Arrange as _, Map};

/// Words of an untitled person's name at most; a longer run of capitals is a heading.
const LONGEST_NAME: usize = 4;

/// Words of the long form that a short one stands for, the small ones too.
const LONGEST_LONG: usize = 12;

/// Corrects `found`, which is in order and stays so.
pub(super) fn apply(ground: &Ground<'_>, stretches: &[Stretch], found: &mut Vec<Named>) {
    addressed(ground, found);
    of_places(ground, found);
    companies(ground, found);
    partners(ground, found);
    hyphens(ground, found);
    explained(ground, found);
    particles(ground, found);
    titled(ground, stretches, found);
}

/// Forms of address that are no part of a name; "Sir" and "Lady" are.
#[rustfmt::skip]
const ADDRESSES: &[&str] = &[
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "mx", "mx.", "dr", "dr.", "mme", "mme.", "madame", "monsieur", "herr", "frau",
    "señor", "señora",
];

/// Titles before a given name: they are part of how somebody is called.
#[rustfmt::skip]
const CROWNED: &[&str] = &[
    "king", "queen", "prince", "princess", "pope", "emperor", "empress", "sheikh", "sheikha", "sultan", "saint", "st", "brother", "sister",
    "father", "mother", "uncle", "aunt", "sir", "dame", "lord", "lady", "baroness", "baron", "count", "countess",
];

/// A person's name begins behind "Ms", and a family name alone behind an office: "Justice | Vartak".
fn addressed(ground: &Ground<'_>, found: &mut [Named]) {
    let lexicon = ground.lexicon;
    for named in found
        .iter_mut()
        .filter(|n| n.label == Label::Person && n.tokens.len() > 1)
    {
        let first = ground.words[named.tokens.start].lower.as_ref();
        let behind = &ground.words[named.tokens.start + 1];
        let office = named.tokens.len() == 2
            && lexicon.roles.has(first)
            && !lexicon.given.has(first)
            && !CROWNED.contains(&first);
        if (ADDRESSES.contains(&first) || office) && behind.kind == TokenKind::Word && behind.capital {
            named.tokens.start += 1;
        }
    }
}

/// "Ilya Sorin of Tarsk": two things, if the person has two names before "of".
fn of_places(ground: &Ground<'_>, found: &mut Vec<Named>) {
    let mut places = Vec::new();
    for named in found.iter_mut().filter(|n| n.label == Label::Person) {
        let of = named.tokens.clone().find(|&at| ground.words[at].text == "of");
        if let Some(of) = of.filter(|&of| of >= named.tokens.start + 2 && of + 1 < named.tokens.end) {
            places.push(Named {
                tokens: of + 1..named.tokens.end,
                label: Label::Gpe,
                confidence: Confidence::Low,
                reason: "where a person is from",
            });
            named.tokens.end = of;
        }
    }
    insert(found, places);
}

/// A legal form ends a name, unless the name goes on with "of" or "&".
fn companies(ground: &Ground<'_>, found: &mut Vec<Named>) {
    const FORMS: [&str; 10] = [
        "inc", "inc.", "ltd", "ltd.", "corp", "corp.", "plc", "gmbh", "llc", "llp",
    ];
    let mut rest = Vec::new();
    for named in found.iter_mut().filter(|n| n.label == Label::Org) {
        let inner = named.tokens.start + 1..named.tokens.end.saturating_sub(1);
        let form = inner.into_iter().find(|&at| {
            FORMS.contains(&ground.words[at].lower.as_ref())
                && ground.words[at + 1].capital
                && ground.words[at + 1].kind == TokenKind::Word
        });
        if let Some(at) = form.filter(|&at| !FORMS.contains(&ground.words[at + 1].lower.as_ref())) {
            rest.push(Named {
                tokens: at + 1..named.tokens.end,
                ..named.clone()
            });
            named.tokens.end = at + 1;
        }
    }
    insert(found, rest);
}

/// "Brandt & Hale": two names of one word with "&" between them are a firm.
fn partners(ground: &Ground<'_>, found: &mut Vec<Named>) {
    let is_name =
        |named: &Named| named.tokens.len() == 1 && matches!(named.label, Label::Person | Label::Org);
    found.dedup_by(|later, kept| {
        let sign = kept.tokens.end;
        let firm = is_name(kept)
            && is_name(later)
            && later.tokens.start == sign + 1
            && ground.words[sign].text == "&";
        if firm {
            kept.tokens.end = later.tokens.end;
            (kept.label, kept.confidence, kept.reason) =
                (Label::Org, Confidence::Medium, "called by its partners");
        }
        firm
    });
}

/// A person named in full and a person with nothing but a hyphen between them are one; "Trump-Putin" are two.
fn hyphens(ground: &Ground<'_>, found: &mut Vec<Named>) {
    found.dedup_by(|later, kept| {
        let hyphen = kept.tokens.end;
        let one = kept.label == Label::Person
            && later.label == Label::Person
            && kept.tokens.len() > 1
            && later.tokens.len() == 1
            && later.tokens.start == hyphen + 1
            && matches!(ground.words[hyphen].text, "-" | "‑")
            && ground.words[hyphen].glued;
        if one {
            kept.tokens.end = later.tokens.end;
        }
        one
    });
}

/// A name whose short form stands behind it in brackets begins where the short form's first letter does.
fn explained(ground: &Ground<'_>, found: &mut Vec<Named>) {
    let mut longer = Vec::new();
    for pair in found.windows(2) {
        let [long, short] = pair else { continue };
        let open = long.tokens.end;
        let bracket = short.tokens.start == open + 1 && ground.words[open].text == "(";
        if !bracket || short.tokens.len() != 1 || !ground.words[short.tokens.start].upper {
            continue;
        }
        let letters = ground.words[short.tokens.start].text;
        let lowest = open.saturating_sub(LONGEST_LONG);
        let first = (lowest..long.tokens.start).find(|&at| stands_for(ground, at, open, letters));
        if let Some(first) = first {
            longer.push((long.tokens.end, first));
        }
    }
    // What the longer name swallows goes.
    found.retain(|named| {
        let next = longer.partition_point(|&(end, _)| end <= named.tokens.start);
        let next = longer.get(next);
        next.is_none_or(|&(end, first)| named.tokens.end == end || named.tokens.end <= first)
    });
    for named in found {
        if let Ok(at) = longer.binary_search_by_key(&named.tokens.end, |&(end, _)| end) {
            named.tokens.start = longer[at].1;
            named.label = Label::Org;
            named.reason = "its short form stands behind it";
        }
    }
}

/// Whether the capitals of `first..end` are these letters, and only small words stand between them.
fn stands_for(ground: &Ground<'_>, first: usize, end: usize, letters: &str) -> bool {
    let mut left = letters.chars();
    let fits = ground.words[first..end].iter().all(|word| {
        if word.capital {
            word.text.chars().next() == left.next()
        } else {
            matches!(word.text, "and" | "of" | "for" | "the" | "&" | "'s" | "’s" | "-")
        }
    });
    fits && left.next().is_none() && ground.words[first].capital
}

/// "Al-Rashid" at the head of a sentence is the family of "Omar al-Rashid".
fn particles(ground: &Ground<'_>, found: &mut [Named]) {
    let last = |named: &Named| ground.words[named.tokens.end - 1].lower.clone();
    let persons = found
        .iter()
        .filter(|n| n.label == Label::Person && n.tokens.len() > 1);
    let families = order::set(persons.map(last).filter(|family| {
        ["al-", "el-", "ben-", "bin-"]
            .iter()
            .any(|p| family.starts_with(p))
    }));
    for named in found
        .iter_mut()
        .filter(|n| n.label != Label::Person && n.tokens.len() == 1)
    {
        if families.contains(&ground.words[named.tokens.start].lower) {
            named.label = Label::Person;
            named.confidence = Confidence::Medium;
            named.reason = "family name of a person named in full elsewhere";
        }
    }
}

/// Untagged names behind a title in capitals, and the places where they stand again.
fn titled(ground: &Ground<'_>, stretches: &[Stretch], found: &mut Vec<Named>) {
    let mut forms: Map<&str, Vec<&str>> = Map::new();
    let mut new = Vec::new();
    for stretch in stretches.iter().filter(|s| !s.title_case()) {
        for at in stretch.tokens.clone().skip(1) {
            let title = &ground.words[at - 1];
            if !title.capital || !ground.words[at].capital || !ground.lexicon.roles.has(&title.lower) {
                continue;
            }
            let end = run(ground, at, stretch.tokens.end);
            if end < at + 2 || end > at + LONGEST_NAME || covers(found, at - 1, end) {
                continue;
            }
            let words = ground.words[at..end].iter().map(|w| w.text).collect();
            forms.entry(ground.words[at].text).or_insert(words);
            new.push(person(at, end, "follows a title"));
        }
    }
    if forms.is_empty() {
        return;
    }
    insert(found, new);
    let mut again = Vec::new();
    for at in 0..ground.words.len() {
        let Some(form) = forms.get(ground.words[at].text) else {
            continue;
        };
        let end = at + form.len();
        let same = ground
            .words
            .get(at..end)
            .is_some_and(|words| words.iter().zip(form).all(|(word, text)| word.text == *text));
        if same && !covers(found, at, end) {
            again.push(person(at, end, "named behind a title elsewhere"));
        }
    }
    insert(found, again);
}

/// The end of the capitalised words from `first` on.
fn run(ground: &Ground<'_>, first: usize, end: usize) -> usize {
    let name = |at: &usize| {
        let word = &ground.words[*at];
        word.kind == TokenKind::Word
            && word.capital
            && !ground.lexicon.roles.has(&word.lower)
            && !ground.lexicon.common.has(&word.lower)
    };
    (first..end).take_while(name).last().map_or(first, |at| at + 1)
}

fn person(start: usize, end: usize, reason: &'static str) -> Named {
    Named {
        tokens: start..end,
        label: Label::Person,
        confidence: Confidence::Medium,
        reason,
    }
}

/// Whether a name of `found` shares a token with `start..end`.
fn covers(found: &[Named], start: usize, end: usize) -> bool {
    let at = found.partition_point(|n| n.tokens.end <= start);
    found.get(at).is_some_and(|n| n.tokens.start < end)
}

fn insert(found: &mut Vec<Named>, more: Vec<Named>) {
    if !more.is_empty() {
        found.extend(more);
        found.arrange_by_key(|named| named.tokens.start);
    }
}
