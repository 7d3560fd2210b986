//! Cases that news text decides by a word beside the name, and that no labelled set holds often enough to be learned.

use super::ground::{Ground, Named};
use super::words::Stretch;
use crate::article::label::{Confidence, Label};
use crate::order::Arrange as _;

/// Words before an outlet's name that say what it is.
const OUTLET_WORDS: [&str; 9] = [
    "outlet",
    "newspaper",
    "daily",
    "broadcaster",
    "agency",
    "magazine",
    "website",
    "channel",
    "tabloid",
];

/// Names of newspapers that are no words for an outlet and so not among the heads of names.
const TITLES: [&str; 6] = ["courier", "examiner", "dispatch", "echo", "express", "mail"];

/// Corrects `found`, which is in order.
pub(super) fn apply(ground: &Ground<'_>, stretches: &[Stretch], found: &mut Vec<Named>) {
    found.retain(|named| {
        !is_office(ground, named) && !is_portfolio(ground, named) && !is_small(ground, named)
    });
    let opens: Vec<usize> = stretches.iter().map(|stretch| stretch.tokens.start).collect();
    found.retain(|named| !is_common(ground, &opens, named));
    for named in found.iter_mut() {
        outlet(ground, named);
    }
    companies(ground, found);
    platforms(ground, found);
}

/// "Wolves killed sheep" where the article writes of wolves: a capital that only the sentence gave.
fn is_common(ground: &Ground<'_>, opens: &[usize], named: &Named) -> bool {
    let at = named.tokens.start;
    let one = named.tokens.len() == 1 && matches!(named.label, Label::Org | Label::Product | Label::Event);
    let word = &ground.words[at];
    one && !word.upper
        && opens.binary_search(&at).is_ok()
        && ground
            .words
            .iter()
            .any(|other| !other.capital && other.lower == word.lower)
}

/// "Secretary of State": the office's word names no thing of its own.
fn is_office(ground: &Ground<'_>, named: &Named) -> bool {
    let start = named.tokens.start;
    named.tokens.len() == 1
        && ground.words[start].lower == "state"
        && start >= 2
        && ground.words[start - 1].lower == "of"
        && ground.lexicon.roles.has(&ground.words[start - 2].lower)
}

/// "Transport" in "Transport Minister": words that only tell which office it is.
fn is_portfolio(ground: &Ground<'_>, named: &Named) -> bool {
    let next = ground.words.get(named.tokens.end);
    next.is_some_and(|word| matches!(word.lower.as_ref(), "minister" | "secretary"))
        && !named.reason.starts_with("listed")
        && ground.words[named.tokens.clone()]
            .iter()
            .all(|word| ground.lexicon.role_words.has(&word.lower))
}

/// "in", or a doubtful "Do" at the head of a line: small words are no names by themselves.
fn is_small(ground: &Ground<'_>, named: &Named) -> bool {
    let word = &ground.words[named.tokens.start];
    let doubtful = named.confidence == Confidence::Low && !named.reason.starts_with("listed");
    named.tokens.len() == 1
        && ground.lexicon.common.has(&word.lower)
        && (!word.capital || doubtful && !word.upper)
}

/// "the newspaper Morgenposten", "the news agency Sudra".
fn outlet(ground: &Ground<'_>, named: &mut Named) {
    let before = named
        .tokens
        .start
        .checked_sub(1)
        .map(|i| ground.words[i].lower.as_ref());
    let told = before.is_some_and(|word| OUTLET_WORDS.contains(&word));
    let doubtful = named.label == Label::Org || named.tokens.len() == 1 && named.label != Label::Norp;
    // "told the Courier": nobody is called so with an article before the name.
    let lower = &ground.words[named.tokens.start].lower;
    let title = || TITLES.contains(&lower.as_ref()) || ground.lexicon.heads.get(lower) == Some("media");
    let paper = named.label == Label::Person && named.tokens.len() == 1 && before == Some("the") && title();
    let reason = match (told && doubtful, paper) {
        (true, _) => "follows a word for an outlet",
        (_, true) => "a newspaper's title",
        _ => return,
    };
    if named.label != Label::Media {
        named.label = Label::Media;
        named.confidence = named.confidence.min(Confidence::Medium);
        named.reason = reason;
    }
}

/// Companies of an article at most that are told so: each is looked for among all that is named.
const COMPANIES: usize = 100;

/// "The operator, Sel Crossings, said": no person without a given name is told so, and what is told so once is so everywhere.
fn companies(ground: &Ground<'_>, found: &mut [Named]) {
    let lower = |named: &Named, back: usize| {
        let at = named.tokens.start.checked_sub(back)?;
        Some(ground.words[at].lower.as_ref())
    };
    let form = |named: &Named| {
        let word = |at: usize| ground.words[at].text;
        (
            named.tokens.len(),
            word(named.tokens.start),
            word(named.tokens.end - 1),
        )
    };
    let mut known = Vec::new();
    for at in 0..found.len() {
        let named = &found[at];
        let told = lower(named, 1) == Some(",") && lower(named, 3) == Some("the");
        let told = told
            && matches!(
                lower(named, 2).unwrap_or_default(),
                "operator" | "company" | "firm" | "airline" | "insurer" | "retailer" | "manufacturer"
            );
        if !told || ground.lexicon.given.has(&ground.words[named.tokens.start].lower) {
            continue;
        }
        let named = form(named);
        if known.len() == COMPANIES || known.contains(&named) {
            continue;
        }
        known.push(named);
        for other in found.iter_mut().filter(|other| form(other) == named) {
            if other.label == Label::Person {
                (other.label, other.confidence) = (Label::Org, Confidence::Medium);
                other.reason = "told as a company";
            }
        }
    }
}

/// "X" is a platform only where the words around it say so.
fn platforms(ground: &Ground<'_>, found: &mut Vec<Named>) {
    for at in 0..ground.words.len() {
        if ground.words[at].text != "X" {
            continue;
        }
        let before = at.checked_sub(1).map_or("", |i| ground.words[i].lower.as_ref());
        let after = ground.words.get(at + 1).map_or("", |w| w.lower.as_ref());
        let told = matches!(
            after,
            "social" | "platform" | "post" | "account" | "user" | "users"
        );
        if told || matches!(before, "on" | "via") {
            let tokens = at..at + 1;
            found.retain(|n| n.tokens.end <= tokens.start || tokens.end <= n.tokens.start);
            found.push(Named {
                tokens,
                label: Label::Media,
                confidence: Confidence::Medium,
                reason: "used as a platform",
            });
        }
    }
    found.arrange_by_key(|named| named.tokens.start);
}
