//! What contradicts itself inside one article: a weekday and its date, a share and its counts, one name in two
//! spellings, a quote that differs between headline and body.

mod days;
mod headline;
mod shares;
mod spellings;

use super::{ArticleId, Story};
use crate::article::document::Note;
use crate::order::Arrange as _;

/// Doubts about an article that follow from what was read in it; in order of their place.
pub fn notes(story: &Story, id: ArticleId) -> Vec<Note> {
    let article = story.article(id);
    let mut notes = days::notes(article);
    notes.extend(shares::notes(article));
    notes.extend(spellings::notes(story, id));
    notes.extend(headline::notes(article));
    notes.arrange_by_key(|note| (note.span.map(|span| (span.start(), span.end())), note.kind));
    notes
}
