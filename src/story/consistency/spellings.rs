//! One name in two spellings in one article.

use crate::article::document::{Note, NoteKind};
use crate::article::label::Label;
use crate::order::Arrange as _;
use crate::story::entities::slips;
use crate::story::{ArticleId, Story};
use crate::text::{Span, fold};

/// Letters of a name at least: in shorter ones a letter's difference makes another name.
const LETTERS: usize = 5;

/// The same for people who are called by nothing else in common.
const TELLING: usize = 6;

/// Family names of an article at most that are compared with one another.
const COMPARED: usize = 200;

/// How one family name is written.
struct Form {
    family: String,
    /// What is written before it, where that is one name only.
    given: Vec<String>,
    count: usize,
    entities: Vec<u32>,
    first: Span,
}

/// Names of people that are written in more than one way.
pub(super) fn notes(story: &Story, id: ArticleId) -> Vec<Note> {
    let mut forms = forms(story, id);
    forms.arrange_by(|x, y| (y.count, &x.family).cmp(&(x.count, &y.family)));
    forms.truncate(COMPARED);
    let mut notes = Vec::new();
    for (at, rare) in forms.iter().enumerate() {
        if let Some(usual) = forms[..at].iter().find(|usual| is_one(usual, rare)) {
            notes.push(note(&usual.family, &rare.family, rare.first));
        }
        // "Catherine Ashdown", "Katherine Ashdown".
        if let [given, other] = rare.given.as_slice()
            && given.chars().count().min(other.chars().count()) > TELLING
            && apart(given, other) == 1
        {
            let whole = |given: &str| format!("{given} {}", rare.family);
            notes.push(note(&whole(given), &whole(other), rare.first));
        }
    }
    notes
}

fn note(usual: &str, rare: &str, span: Span) -> Note {
    Note {
        kind: NoteKind::Name,
        span: Some(span),
        message: format!("One name is spelled both “{usual}” and “{rare}”"),
    }
}

fn forms(story: &Story, id: ArticleId) -> Vec<Form> {
    let article = story.article(id);
    let entities = &story.entity_of[id.0 as usize];
    let mut forms: Vec<Form> = Vec::new();
    for (mention, entity) in article.mentions.iter().zip(entities) {
        if mention.label != Label::Person {
            continue;
        }
        let form = fold::style(mention.span.of(article.text()));
        let (given, family) = form.rsplit_once(' ').unwrap_or(("", &form));
        if family.chars().count() < LETTERS || !family.chars().all(char::is_alphabetic) {
            continue;
        }
        let given = given.split(' ').next().unwrap_or("");
        let known = forms.iter().position(|form| form.family == family);
        let at = known.unwrap_or(forms.len());
        if known.is_none() {
            forms.push(Form {
                family: family.to_owned(),
                given: Vec::new(),
                count: 0,
                entities: Vec::new(),
                first: mention.span,
            });
        }
        let form = &mut forms[at];
        form.count += 1;
        if !given.is_empty() && !form.given.iter().any(|known| known == given) {
            form.given.push(given.to_owned());
        }
        if !form.entities.contains(&entity.0) {
            form.entities.push(entity.0);
        }
        // Of many people each is new, and is looked for among all.
        if forms.len() > COMPARED {
            break;
        }
    }
    forms
}

/// Whether both are the name of one person: known to be one and nearly alike, or a letter apart and called by no two
/// given names. "The Kennedys" are more than Kennedy.
fn is_one(x: &Form, y: &Form) -> bool {
    let apart = apart(&x.family, &y.family);
    let least = x.family.chars().count().min(y.family.chars().count());
    if x.entities.iter().any(|entity| y.entities.contains(entity)) {
        return (1..=2).contains(&apart);
    }
    let plural = |one: &str, more: &str| more.strip_suffix('s') == Some(one);
    let others =
        |x: &Form, y: &Form| !y.given.is_empty() && x.given.iter().any(|given| !y.given.contains(given));
    apart == 1
        && least >= TELLING
        && !plural(&x.family, &y.family)
        && !plural(&y.family, &x.family)
        && !others(x, y)
        && !others(y, x)
}

/// Letters by which two names differ, whatever their case.
fn apart(x: &str, y: &str) -> usize {
    slips(&x.to_lowercase(), &y.to_lowercase())
}
