//! Known edits planted into texts, and texts that only style parts.

use std::collections::BTreeMap;

use crossread::knowledge::Model;
use crossread::text::Span;

use super::{analysis, rows, texts};
use crate::ratchet::hold;

/// Texts that edits are planted in.
const TEXTS: usize = 500;

/// An edit that is looked for: its name, and the kinds of finding that tell it.
struct Edit {
    name: &'static str,
    kinds: &'static [&'static str],
    plant: fn(&str) -> Option<(Span, String)>,
}

/// One edit a sentence. Each tells which piece of the sentence it replaces, and by what.
#[rustfmt::skip]
const EDITS: [Edit; 11] = [
    Edit { name: "date", kinds: &["number"], plant: date },
    Edit { name: "name", kinds: &["name"], plant: name },
    Edit { name: "quote trimmed", kinds: &["quote"], plant: trimmed },
    Edit { name: "quote unmarked", kinds: &["quote"], plant: unmarked },
    Edit { name: "quote altered", kinds: &["quote"], plant: altered },
    Edit { name: "verb of saying", kinds: &["attribution"], plant: verb },
    Edit { name: "number", kinds: &["number"], plant: number },
    Edit { name: "modal", kinds: &["hedge"], plant: modal },
    Edit { name: "negation", kinds: &["hedge"], plant: negation },
    Edit { name: "hedge", kinds: &["hedge"], plant: hedge },
    Edit { name: "sentence cut", kinds: &["statement", "caveat", "quote"], plant: cut },
];

/// How many of them, from the first, fit few sentences.
const RARE: usize = 2;

#[test]
fn planted_edits() {
    let Some(texts) = texts::texts(TEXTS) else { return };
    let model = Model::embedded();
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (index, text) in texts.iter().enumerate() {
        let (edited, planted) = plant(text, index);
        let (rows, _) = rows(&analysis(&model, &[("a.txt", text), ("b.txt", &edited)]));
        for (edit, a, b) in planted {
            // Inside a quotation every edit alters the quote.
            let quoted = is_inside_marks(text, a.start());
            let hit = rows.iter().any(|row| {
                let meets = |article: usize, place: Span| {
                    row.spans
                        .get(&article)
                        .is_some_and(|spans| spans.iter().any(|span| span.overlaps(place)))
                };
                (edit.kinds.contains(&row.kind) || quoted && row.kind == "quote")
                    && (meets(0, a) || meets(1, b))
            });
            let count = counts.entry(edit.name).or_default();
            count.1 += 1;
            count.0 += usize::from(hit);
            if !hit && std::env::var("SHOW").is_ok_and(|only| only == edit.name) {
                println!(
                    "MISSED {}: {} => {}",
                    edit.name,
                    around(text, a),
                    around(&edited, b)
                );
                for row in rows.iter().filter(|row| {
                    row.spans
                        .get(&0)
                        .is_some_and(|s| s.iter().any(|s| s.overlaps(wide(a))))
                }) {
                    println!("    {} {}", row.rule, row.summary);
                }
            }
        }
    }
    let moved = moves(&model, &texts);
    counts.insert("move", moved);
    let (mut found, mut all) = (0, 0);
    for (name, (hits, count)) in &counts {
        println!("{name}: {hits} of {count}");
        found += hits;
        all += count;
    }
    assert!(all > 1_000, "hardly anything could be planted");
    hold(
        "ledger planted edits found with the right kind",
        f64::from(found as u32) / f64::from(all as u32),
    );
    let worst = counts
        .values()
        .map(|(hits, count)| f64::from(*hits as u32) / f64::from(*count as u32));
    hold("ledger planted edits, the worst kind", worst.fold(1.0, f64::min));
}

/// Whether a place stands between quotation marks, or in a paragraph of a quotation that goes on.
fn is_inside_marks(text: &str, at: usize) -> bool {
    let start = text[..at].rfind("\n\n").map_or(0, |end| end + 2);
    let before = &text[start..at];
    let count = |mark: char| before.matches(mark).count();
    count('“') > count('”') || count('"') % 2 == 1
}

fn wide(span: Span) -> Span {
    Span::new(span.start().saturating_sub(60), span.end() + 60)
}

fn around(text: &str, span: Span) -> String {
    let mut start = span.start().saturating_sub(70);
    let mut end = (span.end() + 50).min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    text[start..end].replace('\n', "¶")
}

/// The text with every second sentence edited where an edit fits, and where the edits stand in both texts.
fn plant(text: &str, index: usize) -> (String, Vec<(&'static Edit, Span, Span)>) {
    static PLANTED: [Edit; 11] = EDITS;
    let mut edited = String::new();
    let mut planted = Vec::new();
    let mut next = index;
    let mut done = 0;
    for (at, sentence) in sentences(text).into_iter().enumerate() {
        let piece = sentence.of(text);
        edited += &text[done..sentence.start()];
        done = sentence.end();
        // What fits few sentences goes first; the others take turns.
        let rare = (0..RARE).map(|step| &PLANTED[step]);
        let often =
            (0..PLANTED.len() - RARE).map(|step| &PLANTED[RARE + (next + step) % (PLANTED.len() - RARE)]);
        let fits = rare.chain(often);
        let edit = (at % 2 == 1 && piece.split_whitespace().count() >= 8)
            .then(|| fits.clone().find_map(|edit| Some((edit, (edit.plant)(piece)?))))
            .flatten();
        let Some((edit, (span, new))) = edit else {
            edited += piece;
            continue;
        };
        let start = edited.len();
        edited += &piece[..span.start()];
        let from = edited.len();
        edited += &new;
        let to = edited.len();
        edited += &piece[span.end()..];
        let a = Span::new(sentence.start() + span.start(), sentence.start() + span.end());
        let b = if from == to {
            Span::new(start, start)
        } else {
            Span::new(from, to)
        };
        planted.push((edit, a, b));
        next += 1;
    }
    edited += &text[done..];
    (edited, planted)
}

/// Sentences by a rule that knows nothing of the engine's: a full stop, a space, a capital.
fn sentences(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut at = 0;
    for paragraph in text.split("\n\n") {
        let mut start = at;
        let bytes = paragraph.as_bytes();
        for (i, _) in paragraph.match_indices(". ") {
            let next = bytes.get(i + 2).copied().unwrap_or(b' ');
            let before = paragraph[..i].rsplit(' ').next().unwrap_or("");
            if next.is_ascii_uppercase() && before.len() > 3 && !before.contains('.') {
                spans.push(Span::new(start, at + i + 1));
                start = at + i + 2;
            }
        }
        if at + paragraph.len() > start {
            spans.push(Span::new(start, at + paragraph.len()));
        }
        at += paragraph.len() + 2;
    }
    spans.retain(|span| span.end() <= text.len());
    spans
}

/// Words of a sentence with their places.
fn words(sentence: &str) -> Vec<(usize, &str)> {
    let start = |word: &str| word.as_ptr() as usize - sentence.as_ptr() as usize;
    sentence
        .split_whitespace()
        .map(|word| (start(word), word))
        .collect()
}

fn number(sentence: &str) -> Option<(Span, String)> {
    let plain =
        |word: &str| word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit()) && !word.starts_with('0');
    let (at, word) = words(sentence)
        .into_iter()
        .skip(1)
        .find(|(_, word)| plain(word))?;
    let value: u32 = word.parse().ok()?;
    Some((Span::new(at, at + word.len()), (2 * value + 3).to_string()))
}

fn date(sentence: &str) -> Option<(Span, String)> {
    const DAYS: [&str; 12] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "January",
        "February",
        "April",
        "August",
        "October",
        "December",
    ];
    // "Black Friday" is a name.
    let words = words(sentence);
    let lower = |at: &usize| words[at - 1].1.starts_with(char::is_lowercase);
    let (at, word) = (1..words.len())
        .filter(lower)
        .map(|at| words[at])
        .find(|(_, word)| DAYS.contains(word))?;
    let index = DAYS.iter().position(|day| *day == word)?;
    let other = DAYS[if index < 6 {
        (index + 2) % 6
    } else {
        6 + (index - 4) % 6
    }];
    Some((Span::new(at, at + word.len()), other.to_owned()))
}

/// The second part of a full name in mid-sentence.
fn name(sentence: &str) -> Option<(Span, String)> {
    const FIRST: [&str; 32] = [
        "John", "David", "Sarah", "Michael", "James", "Anna", "Peter", "Paul", "Maria", "Robert", "Emma",
        "Thomas", "Laura", "Andrew", "Mark", "Richard", "William", "Daniel", "Chris", "Steve", "Kevin",
        "Brian", "Jennifer", "Jessica", "Lisa", "Karen", "Susan", "Mary", "Joe", "George", "Tom", "Ben",
    ];
    let words = words(sentence);
    let at = (1..words.len().saturating_sub(1)).find(|&at| {
        let last = words[at + 1].1;
        FIRST.contains(&words[at].1)
            && last.len() > 3
            && last.chars().all(char::is_alphabetic)
            && last.starts_with(char::is_uppercase)
    })?;
    let (start, last) = words[at + 1];
    Some((Span::new(start, start + last.len()), "Kowalczyk".to_owned()))
}

fn after(sentence: &str, verbs: &[&str], new: &str) -> Option<(Span, String)> {
    let words = words(sentence);
    let at = (1..words.len().saturating_sub(2)).find(|&at| verbs.contains(&words[at].1))?;
    let next = words[at + 1].0;
    let lower = words[at + 1].1.starts_with(char::is_lowercase);
    let denied = sentence.contains(" not ") || sentence.contains("n't") || sentence.contains("n’t");
    (lower && !denied && !is_quoted(sentence)).then(|| (Span::new(next, next), format!("{new} ")))
}

fn is_quoted(sentence: &str) -> bool {
    sentence.contains(['"', '“', '”'])
}

fn negation(sentence: &str) -> Option<(Span, String)> {
    after(
        sentence,
        &["is", "was", "are", "were", "will", "has", "have", "would"],
        "not",
    )
}

fn hedge(sentence: &str) -> Option<(Span, String)> {
    after(
        sentence,
        &["is", "was", "are", "were", "has", "had"],
        "reportedly",
    )
}

fn modal(sentence: &str) -> Option<(Span, String)> {
    let (at, word) = words(sentence)
        .into_iter()
        .skip(1)
        .find(|(_, word)| *word == "will")?;
    (!is_quoted(sentence)).then(|| (Span::new(at, at + word.len()), "could".to_owned()))
}

fn verb(sentence: &str) -> Option<(Span, String)> {
    let words = words(sentence);
    let at = (1..words.len().saturating_sub(1)).find(|&at| words[at].1 == "said")?;
    let named =
        words[at - 1].1.starts_with(char::is_uppercase) || matches!(words[at - 1].1, "he" | "she" | "they");
    let (start, said) = words[at];
    named.then(|| (Span::new(start, start + said.len()), "claimed".to_owned()))
}

/// The inside of a quotation of at least eight words.
fn quotation(sentence: &str) -> Option<Span> {
    let (open, close) = if sentence.contains('“') {
        ('“', '”')
    } else {
        ('"', '"')
    };
    let start = sentence.find(open)? + open.len_utf8();
    let end = start + sentence[start..].find(close)?;
    let inside = &sentence[start..end];
    let first = inside.chars().next()?.is_uppercase();
    (first && inside.split_whitespace().count() >= 8).then(|| Span::new(start, end))
}

fn altered(sentence: &str) -> Option<(Span, String)> {
    let quote = quotation(sentence)?;
    let words = words(quote.of(sentence));
    let middle = &words[2..words.len() - 2];
    let (at, word) = middle
        .iter()
        .find(|(_, word)| word.len() >= 5 && word.chars().all(|c| c.is_ascii_lowercase()))?;
    Some((
        Span::new(quote.start() + at, quote.start() + at + word.len()),
        "terrible".to_owned(),
    ))
}

fn trimmed(sentence: &str) -> Option<(Span, String)> {
    let quote = quotation(sentence)?;
    let words = words(quote.of(sentence));
    let (at, word) = words[words.len() - 4];
    let content = words[words.len() - 3..].iter().any(|(_, word)| word.len() > 5);
    let start = quote.start() + at + word.len();
    let last = quote
        .of(sentence)
        .chars()
        .next_back()
        .filter(|c| !c.is_alphanumeric());
    let end = quote.end() - last.map_or(0, char::len_utf8);
    content.then(|| (Span::new(start, end), String::new()))
}

fn unmarked(sentence: &str) -> Option<(Span, String)> {
    let quote = quotation(sentence)?;
    let open = sentence[..quote.start()].chars().next_back()?.len_utf8();
    let close = sentence[quote.end()..].chars().next()?.len_utf8();
    Some((
        Span::new(quote.start() - open, quote.end() + close),
        quote.of(sentence).to_owned(),
    ))
}

fn cut(sentence: &str) -> Option<(Span, String)> {
    let whole = sentence.starts_with(char::is_uppercase) && sentence.ends_with('.') && !is_quoted(sentence);
    whole.then(|| (Span::new(0, sentence.len()), String::new()))
}

/// In each text a paragraph of at least fifteen words is moved past at least three others.
fn moves(model: &Model, texts: &[String]) -> (usize, usize) {
    let (mut hits, mut count) = (0, 0);
    for text in texts {
        let mut paragraphs: Vec<&str> = text.trim_end().split("\n\n").collect();
        let long = |paragraph: &str| paragraph.split_whitespace().count() >= 15 && paragraph.ends_with('.');
        let Some(from) = (1..paragraphs.len().saturating_sub(4)).find(|&at| {
            long(paragraphs[at]) && paragraphs[at + 1..at + 4].iter().filter(|p| long(p)).count() >= 2
        }) else {
            continue;
        };
        let moving = paragraphs.remove(from);
        paragraphs.insert(from + 3, moving);
        let edited = paragraphs.join("\n\n") + "\n";
        let (rows, _) = rows(&analysis(model, &[("a.txt", text), ("b.txt", &edited)]));
        let place = text
            .find(moving)
            .map_or(Span::new(0, 0), |at| Span::new(at, at + moving.len()));
        // Of what changed places the smaller part is the mover; either tells the same.
        let past = paragraphs[from..from + 3]
            .iter()
            .map(|p| text.find(p).map_or(0, |at| at + p.len()))
            .max();
        let near = Span::new(place.start(), past.unwrap_or(place.end()).max(place.end()));
        count += 1;
        hits += usize::from(rows.iter().any(|row| {
            row.kind == "moved"
                && row
                    .spans
                    .get(&0)
                    .is_some_and(|spans| spans.iter().any(|span| near.overlaps(*span)))
        }));
    }
    (hits, count)
}

/// Pairs that differ in style only give next to no findings outside the style group.
#[test]
fn style_only() {
    let Some(texts) = texts::texts(TEXTS) else { return };
    let model = Model::embedded();
    let (mut found, mut words) = (0, 0);
    for text in &texts {
        let plain = restyled(text);
        let (rows, _) = rows(&analysis(&model, &[("a.txt", text), ("b.txt", &plain)]));
        found += rows.len();
        words += text.split_whitespace().count();
        if std::env::var("SHOW").is_ok_and(|only| only == "style") {
            for row in &rows {
                println!("{} {}", row.rule, row.summary);
            }
        }
    }
    let rate = 1_000.0 * f64::from(found as u32) / f64::from(words as u32);
    println!("style only: {found} findings in {words} words, {rate:.3} in a thousand");
    assert!(
        rate <= 1.0,
        "more than one finding in a thousand words of mere style"
    );
    hold("ledger style only, words without a finding", 1.0 - rate / 1_000.0);
}

/// Straight for curly quotation marks, US for U.S., -ise for -ize, British for American spelling, other white space.
fn restyled(text: &str) -> String {
    const PAIRS: [(&str, &str); 18] = [
        ("“", "\""),
        ("”", "\""),
        ("‘", "'"),
        ("’", "'"),
        ("U.S.", "US"),
        ("U.K.", "UK"),
        ("ization", "isation"),
        ("organize", "organise"),
        ("recognize", "recognise"),
        ("realize", "realise"),
        ("color", "colour"),
        ("favor", "favour"),
        ("center", "centre"),
        ("defense", "defence"),
        (" percent", " per cent"),
        ("traveled", "travelled"),
        ("toward ", "towards "),
        ("labor", "labour"),
    ];
    let mut out = text.to_owned();
    for (from, to) in PAIRS {
        out = out.replace(from, to);
    }
    out.replace(". ", ".  ")
}
