//! One person's name in two spellings in one article.

use crate::article::document::{Note, NoteKind};
use crate::article::label::Label;
use crate::order::{Arrange as _, Map};
use crate::story::{ArticleId, Story};
use crate::text::{Span, fold};

/// Letters of a family name at least: in shorter ones a letter's difference makes another name.
const LETTERS: usize = 5;

/// Family names of one entity that are written in more than one way.
pub(super) fn notes(story: &Story, id: ArticleId) -> Vec<Note> {
    let article = story.article(id);
    // For each person the spellings of the last part, each with its first place.
    let mut spellings: Map<u32, Map<String, (usize, Span)>> = Map::new();
    let entities = &story.entity_of[id.0 as usize];
    for (mention, entity) in article.mentions.iter().zip(entities) {
        if mention.label != Label::Person {
            continue;
        }
        let form = fold::style(mention.span.of(article.text()));
        let last = form.rsplit(' ').next().unwrap_or("").to_owned();
        if last.chars().count() >= LETTERS && last.chars().all(char::is_alphabetic) {
            let found = spellings.entry(entity.0).or_default();
            found.entry(last).or_insert((0, mention.span)).0 += 1;
        }
    }
    let notes = spellings.into_values().filter_map(|forms| {
        let mut forms: Vec<(String, (usize, Span))> = forms.into_iter().collect();
        forms.arrange_by(|(x, a), (y, b)| (b.0, x).cmp(&(a.0, y)));
        let [(usual, _), (rare, (_, span)), ..] = forms.as_slice() else {
            return None;
        };
        is_slip(usual, rare).then(|| Note {
            kind: NoteKind::Name,
            span: Some(*span),
            message: format!("One person’s name is spelled both “{usual}” and “{rare}”"),
        })
    });
    notes.collect()
}

/// Whether two names begin alike and differ in little: a nickname or a birth name does not.
fn is_slip(x: &str, y: &str) -> bool {
    let [x, y] = [x, y].map(str::to_lowercase);
    let same = x.chars().zip(y.chars()).take_while(|(a, b)| a == b).count();
    let back = x
        .chars()
        .rev()
        .zip(y.chars().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let longest = x.chars().count().max(y.chars().count());
    x != y && same >= 1 && same + back + 2 >= longest
}
