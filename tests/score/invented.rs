//! Roles and name pairs of invented stories, `tests/names/*.txt`; the README there has the notation and what counts.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use crossread::article::decisions::Decisions;
use crossread::article::label::Label;
use crossread::article::segment;
use crossread::article::tag::{self, Evidence, Mention};
use crossread::knowledge::Model;
use crossread::story::{self, Story};
use crossread::text::fold;

use crate::plain;
use crate::ratchet::hold;

/// Stories of a file: title and lines.
fn stories(file: &str) -> Vec<(String, Vec<String>)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/names")
        .join(file);
    let text = fs::read_to_string(path).unwrap();
    let mut stories: Vec<(String, Vec<String>)> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if let Some(title) = line.strip_prefix("--- ") {
            stories.push((title.trim_matches([' ', '-']).to_owned(), Vec::new()));
        } else {
            stories.last_mut().unwrap().1.push(line.to_owned());
        }
    }
    stories
}

/// What is kept apart is scored, never shown.
fn shown(file: &str) -> bool {
    std::env::var_os("SHOW").is_some() && !file.contains("kept-apart")
}

/// Paragraph, person, tense, words.
type RoleLabel = (usize, String, String, String);

#[test]
fn roles() {
    let model = Model::embedded();
    for (file, name) in [
        ("roles.txt", "roles invented F1"),
        ("roles-kept-apart.txt", "roles invented, kept apart, F1"),
    ] {
        let (mut hits, mut wanted, mut found) = (0, 0, 0);
        for (title, lines) in stories(file) {
            let (text, gold) = labelled(&lines);
            let mut ours = read_roles(&text, &model);
            wanted += gold.len();
            found += ours.len();
            for label in gold {
                if let Some(at) = ours.iter().position(|role| is(role, &label)) {
                    ours.swap_remove(at);
                    hits += 1;
                } else if shown(file) {
                    println!("{title}: MISSED {label:?}");
                }
            }
            for role in ours.iter().filter(|_| shown(file)) {
                println!("{title}: EXTRA {role:?}");
            }
        }
        println!("{name}: {wanted} labelled, {found} found, {hits} right");
        hold(name, 2.0 * f64::from(hits) / (wanted + found) as f64);
    }
}

/// Whether a role is the labelled one; "Sir" may stand before either name.
fn is(role: &RoleLabel, label: &RoleLabel) -> bool {
    let person = role.1.ends_with(&label.1) || label.1.ends_with(&role.1) && !role.1.is_empty();
    person && (role.0, &role.2, &role.3) == (label.0, &label.2, &label.3)
}

/// A story's text, a paragraph a line, and its labels.
fn labelled(lines: &[String]) -> (String, Vec<RoleLabel>) {
    let (mut paragraphs, mut labels) = (Vec::new(), Vec::new());
    for line in lines {
        let Some(label) = line.strip_prefix("  ") else {
            paragraphs.push(line.as_str());
            continue;
        };
        let (person, role) = label.split_once(": ").unwrap();
        let (tense, words) = role.split_once(" | ").unwrap_or(("current", role));
        let paragraph = paragraphs.len() - 1;
        let has = |form: &str| form.split(' ').all(|word| paragraphs[paragraph].contains(word));
        assert!(
            has(person) && has(words),
            "{label:?} is not in {:?}",
            paragraphs[paragraph]
        );
        labels.push((paragraph, person.to_owned(), tense.to_owned(), words.to_owned()));
    }
    (paragraphs.join("\n"), labels)
}

fn read_roles(text: &str, model: &Model) -> Vec<RoleLabel> {
    let document = plain::document("case", text);
    let segments = segment::segments(&document, model);
    let mentions = tag::mentions(&document, &segments, model, &Evidence::default());
    let person = |token: usize| {
        let holder = mentions
            .iter()
            .find(|m| m.label == Label::Person && m.tokens.start == token);
        holder.map_or(String::new(), |m| m.span.of(text).to_owned())
    };
    let mut roles = Vec::new();
    for (mention, office) in mentions.iter().filter_map(|m| Some((m, m.office.as_ref()?))) {
        let paragraph = text[..mention.span.start()].matches('\n').count();
        let tense = office.tense.word().to_owned();
        let words = office.words.clone();
        let label = |token: &usize| (paragraph, person(*token), tense.clone(), words.clone());
        roles.extend(office.holders.iter().map(label));
    }
    roles
}

#[test]
fn pairs() {
    let model = Model::embedded();
    for (file, name) in [
        ("pairs.txt", "pairs invented"),
        ("pairs-kept-apart.txt", "pairs invented, kept apart"),
    ] {
        let (mut merged, mut right, mut same) = (0, 0, 0);
        let (mut kin, mut linked) = (0, 0);
        for (title, lines) in stories(file) {
            let texts = texts(&lines);
            let story = read_story(&texts, &model);
            for (kind, a, b) in lines.iter().filter_map(|line| pair(line)) {
                let entities = [a, b].map(|form| entity(&story, &texts, form));
                let one = entities[0].is_some() && entities[0] == entities[1];
                same += usize::from(kind == "same");
                merged += usize::from(one);
                right += usize::from(one && kind == "same");
                kin += usize::from(kind == "kin");
                let link = !one
                    && entities[0]
                        .zip(entities[1])
                        .is_some_and(|(a, b)| akin(&story, a, b));
                linked += usize::from(kind == "kin" && link);
                if shown(file) && (one != (kind == "same") || link != (kind == "kin")) {
                    println!("{title}: {kind} {a} | {b}: {entities:?}");
                }
            }
        }
        println!("{name}: {merged} merged, {right} of them rightly; {same} are the same");
        hold(&format!("{name}, kin linked"), linked as f64 / kin.max(1) as f64);
        hold(&format!("{name}, precision"), right as f64 / merged.max(1) as f64);
        hold(&format!("{name}, recall"), right as f64 / same.max(1) as f64);
    }
}

/// The articles of a story by their letter.
fn texts(lines: &[String]) -> BTreeMap<char, String> {
    let mut texts: BTreeMap<char, String> = BTreeMap::new();
    for line in lines {
        let (letter, rest) = line.split_at(1);
        if let Some(paragraph) = rest.strip_prefix(' ').filter(|_| pair(line).is_none()) {
            let text = texts.entry(letter.chars().next().unwrap()).or_default();
            *text += &format!("{paragraph}\n\n");
        }
    }
    texts
}

/// Kind and the two places of a labelled pair.
fn pair(line: &str) -> Option<(&str, &str, &str)> {
    let kind = ["same", "not", "kin"]
        .into_iter()
        .find(|kind| line.starts_with(kind))?;
    let (a, b) = line[kind.len()..].split_once(" | ")?;
    Some((kind, a.trim(), b.trim()))
}

fn read_story(texts: &BTreeMap<char, String>, model: &Model) -> Story {
    let documents = texts
        .iter()
        .map(|(letter, text)| {
            let mut document = plain::document(&letter.to_string(), text);
            document.file = letter.to_string();
            Arc::new(document)
        })
        .collect();
    story::read(documents, &Decisions::default(), model)
}

/// Whether one entity stands for the other, or both for one country.
fn akin(story: &Story, a: u32, b: u32) -> bool {
    let entity = |id: u32| &story.entities[id as usize];
    let kin = |id: u32| entity(id).kin.as_ref();
    let to = |x: u32, y: u32| kin(x).and_then(|kin| kin.entity).is_some_and(|id| id.0 == y);
    to(a, b) || to(b, a) || kin(a).zip(kin(b)).is_some_and(|(a, b)| a.country == b.country)
}

/// The entity of the mention that covers most of a place: "A Lee#2".
fn entity(story: &Story, texts: &BTreeMap<char, String>, place: &str) -> Option<u32> {
    let (letter, form) = place.split_at(1);
    let letter = letter.chars().next().unwrap();
    let (form, number) = form
        .trim()
        .split_once('#')
        .map_or((form.trim(), 1), |(form, n)| (form, n.parse().unwrap()));
    let text = &texts[&letter];
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let start = text
        .match_indices(form)
        .map(|(at, _)| at)
        .filter(|&at| !word(text[..at].chars().next_back()) && !word(text[at + form.len()..].chars().next()))
        .nth(number - 1)
        .unwrap_or_else(|| panic!("{place} is not in the article"));
    let article = texts.keys().position(|key| *key == letter).unwrap();
    let shared = |m: &Mention| {
        let (from, to) = (m.span.start().max(start), m.span.end().min(start + form.len()));
        (to.saturating_sub(from), usize::MAX - m.span.len())
    };
    let mentions = story.articles[article].mentions.iter().enumerate();
    let (index, best) = mentions
        .filter(|(_, m)| !matches!(m.label, Label::Role | Label::AnonSource))
        .max_by_key(|(_, m)| shared(m))?;
    // A mention of something longer that happens to hold the form is not the form.
    let like = fold::style(best.span.of(text)).chars().count() <= 2 * form.chars().count();
    (shared(best).0 * 2 > form.len() && like).then(|| story.entity_of[article][index].0)
}
