//! Names of authors as pages write them, made into names of people.

use super::bylines::Byline;
use crate::knowledge::Model;

/// Names of accounts that say nothing.
const ACCOUNTS: &str = "|admin|administrator|user|unknown|anonymous|webmaster|root|guest|editor|name|no author|none|null|staff|sign in|log in|login|subscribe|bluesky|facebook|twitter|";

/// People among texts that name authors, each once, in order; `anybody` where whatever stands there is believed.
pub(super) fn people(
    texts: &mut dyn Iterator<Item = &str>,
    outlet: Option<&str>,
    anybody: bool,
    model: &Model,
) -> Vec<String> {
    let mut people: Vec<String> = Vec::new();
    for text in texts {
        let text = unescaped(text.trim().lines().next().unwrap_or(""));
        if text.contains("://") || text.starts_with("www.") || text.starts_with('@') {
            continue;
        }
        let byline = Byline::new(&text, outlet, model);
        let found = if anybody {
            byline.handle(true).into_iter().collect()
        } else {
            byline.all()
        };
        for name in found {
            if !people.contains(&name) && people.len() < 20 {
                people.push(name);
            }
        }
    }
    people
}

/// Whether a word is no part of a name but of a page: "Published", "Senior".
pub(super) fn is_page_word(word: &str, model: &Model) -> bool {
    let kind = model.lexicon.bylines.get(&word.to_lowercase());
    matches!(kind, Some("nobody" | "page" | "author" | "signed"))
}

/// A name that stands twice, for two widths of a window: "Anna Berg Anna Berg".
pub(super) fn once(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let (first, second) = words.split_at(words.len() / 2);
    let twice = first.len() > 1 && first == second;
    if twice { first.join(" ") } else { name.to_owned() }
}

/// Whether words may be a person's name.
pub(super) fn is_person(name: &str, model: &Model) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let figures = name.contains(|c: char| c.is_ascii_digit() || matches!(c, '@' | '/' | ':'));
    let given = |at: usize| at > 0 && is_given(words[at - 1], model);
    (1..=5).contains(&words.len())
        && !(0..words.len()).any(|at| is_nobody(words[at], given(at), model))
        && !figures
        && name.starts_with(char::is_alphabetic)
        && !(words.len() == 1
            && (name.starts_with(char::is_lowercase) || is_credential(name) || name.contains('.')))
        && !words.iter().all(|word| is_credential(word) && word.contains('.'))
        && name.len() <= 60
}

/// Whether a word is often in texts, or names a place or a house, and no person.
pub(super) fn is_ordinary(word: &str, model: &Model) -> bool {
    let lexicon = &model.lexicon;
    let lower = word.to_lowercase();
    let listed = [&lexicon.given, &lexicon.family, &lexicon.surnames];
    let other = [
        &lexicon.frequencies,
        &lexicon.heads,
        &lexicon.common,
        &lexicon.roles,
        &lexicon.role_words,
        &lexicon.names,
        &lexicon.places,
        &lexicon.acronyms,
        &lexicon.furniture,
    ];
    !listed.iter().any(|table| table.has(&lower)) && other.iter().any(|table| table.has(&lower))
}

/// Whether a listed given name or initials.
pub(super) fn is_given(word: &str, model: &Model) -> bool {
    word.contains('.') && word.len() <= 4 || model.lexicon.given.has(&word.to_lowercase())
}

/// Whether a word is in no name. Behind a given name an occupation may be one: "Jill Winger", "R.C. Baker".
pub(super) fn is_nobody(word: &str, behind_given: bool, model: &Model) -> bool {
    let lower = word.to_lowercase();
    let lower = lower.trim_matches(|c: char| !c.is_alphanumeric());
    is_page_word(lower, model)
        || !behind_given
            && model.lexicon.occupations.has(lower)
            && !model.lexicon.surnames.has(lower)
            && !model.lexicon.family.has(lower)
}

/// "MD", "Ph.D.", "CFP®".
pub(super) fn is_credential(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    matches!(
        word,
        "PhD" | "Ph.D." | "Ph.D" | "MSc" | "BSc" | "DPhil" | "PsyD" | "Jr" | "Jr." | "Sr."
    ) || (2..=6).contains(&letters) && capitals == letters
}

/// What the page calls its author, if that says anything.
pub(super) fn is_anybody(name: &str, model: &Model) -> bool {
    let lower = name.to_lowercase();
    let kind = model.lexicon.bylines.get(&lower);
    let words = name.split_whitespace().count();
    (1..=6).contains(&words)
        && !ACCOUNTS.contains(&format!("|{lower}|"))
        && !name.contains(['@', '/', ':'])
        && !matches!(kind, Some("by" | "author" | "label" | "page" | "helper"))
        && name.contains(char::is_alphabetic)
        && name.len() <= 60
}

/// Whether a listed given name and one to three capitalised words behind it.
pub(super) fn is_full_name(name: &str, model: &Model) -> bool {
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or("").to_lowercase();
    let title = model.lexicon.bylines.get(first.trim_end_matches('.')) == Some("title");
    let given = title || model.lexicon.given.has(&first);
    given && (1..=4).contains(&words.count()) && looks_like_a_name(name) && is_person(name, model)
}

/// Whether one of its words is a listed given or family name and it is otherwise a name.
pub(super) fn is_likely_name(name: &str, model: &Model) -> bool {
    let lower = name.to_lowercase();
    let mut words = lower.split_whitespace();
    let lexicon = &model.lexicon;
    let first = words.next().is_some_and(|first| lexicon.given.has(first));
    let last = words.clone().last();
    let last = last.is_some_and(|last| lexicon.surnames.has(last) || lexicon.family.has(last));
    (1..=3).contains(&words.count()) && (first || last) && looks_like_a_name(name) && is_person(name, model)
}

/// "Roe, Jane" as catalogues write it, the right way round.
pub(super) fn turned(name: &str) -> String {
    match name.split_once(", ") {
        Some((last, first)) if !first.contains(',') && last.split_whitespace().count() <= 2 => {
            format!("{first} {last}")
        }
        _ => name.to_owned(),
    }
}

/// Whether a word in lower case may stand inside a name.
pub(super) fn is_particle(word: &str) -> bool {
    " de da di del der den van von la le el al bin ter zu y dos du ní ".contains(&format!(" {word} "))
}

/// Whether its words begin with capitals, particles aside; names in one case are the writer's habit.
pub(super) fn looks_like_a_name(name: &str) -> bool {
    let mut words = name.split_whitespace();
    words.all(|word| word.starts_with(char::is_uppercase) || is_particle(word))
}

/// With one space between words.
pub(super) fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The few character references that data holds although it needs none.
pub(super) fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let pairs = [
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#039;", "'"),
        ("&apos;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&#8217;", "’"),
        ("&#8216;", "‘"),
        ("&#8220;", "“"),
        ("&#8221;", "”"),
        ("&#8211;", "–"),
        ("&nbsp;", " "),
        ("&rsquo;", "’"),
        ("&amp;", "&"),
    ];
    pairs
        .iter()
        .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}
