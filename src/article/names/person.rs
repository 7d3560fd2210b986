//! The parts of a person's name, and whether two names can be one person's.

use crate::knowledge::Model;
use crate::text::fold;

/// Titles before a full name: who bears one may be named without it.
pub(crate) const TITLES: &[&str] = &["sir", "dame", "lord", "lady"];

/// A person's name in parts, folded, without marks of generation and without a title before a full name. Initials are parts of
/// their own: "J.R." is two.
pub(super) fn parts(form: &str) -> Vec<String> {
    let mut parts = all_parts(form);
    if parts.len() > 2 && TITLES.contains(&parts[0].as_str()) {
        parts.remove(0);
    }
    parts
}

fn all_parts(form: &str) -> Vec<String> {
    form.split_whitespace()
        .flat_map(|part| {
            let part = part.trim_matches(',');
            let letters = part.split('.').filter(|letter| !letter.is_empty());
            let initials = part.ends_with('.') && letters.clone().all(|l| l.chars().count() == 1);
            if initials {
                letters.map(str::to_lowercase).collect()
            } else {
                vec![fold::word(part).into_owned()]
            }
        })
        .filter(|part| !matches!(part.as_str(), "jr" | "sr" | "ii" | "iii" | "iv" | ""))
        .collect()
}

/// How a knight or a dame is called without the family name: "sir lionel" for "Sir Lionel" and "Sir Lionel Haverstock".
pub(crate) fn accolade(form: &str) -> Option<String> {
    let mut words = form.split_whitespace().map(fold::word);
    let title = words
        .next()
        .filter(|title| matches!(title.as_ref(), "sir" | "dame"))?;
    words.next().map(|given| format!("{title} {given}"))
}

/// Whether two full names can be one person: same family name, and given names that do not contradict ("J" and
/// "John" agree, "Bill" and "William" do, "John" and "Jane" do not), or one is the other without its given name
/// ("Maria Lopez Garcia", "Lopez Garcia").
pub(super) fn agree(a: &[String], b: &[String], model: &Model) -> bool {
    let (Some(a_last), Some(b_last)) = (a.last(), b.last()) else {
        return false;
    };
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let behind = short.len() > 1 && short.len() < long.len() && long.ends_with(short);
    a_last == b_last && a.len() > 1 && b.len() > 1 && (behind || given_agree(&a[0], &b[0], model))
}

/// Whether two given names can be one person's: equal, one the other's initial, or short for it.
pub(crate) fn given_agree(a: &str, b: &str, model: &Model) -> bool {
    let initial = |x: &str, y: &str| x.chars().count() == 1 && y.starts_with(x);
    let full = |x: &str| model.lexicon.nicknames.get(x).unwrap_or("").to_owned();
    let stands_for = |x: &str, y: &str| full(x).split(' ').any(|name| name == y);
    // "Bob" and "Robbie" are both short for Robert; "Al" and "Bert" too, but Alberts are rarer than Alans.
    a == b || initial(a, b) || initial(b, a) || stands_for(a, b) || stands_for(b, a)
}
