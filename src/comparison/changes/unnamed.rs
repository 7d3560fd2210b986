//! Sources without a name, over all articles: how each version calls them, and what they vouch for.

use super::{Unnamed, Utterance};
use crate::article::Article;
use crate::article::label::Label;
use crate::article::quotes::Speaker;
use crate::comparison::forest::Groups;
use crate::knowledge::Model;
use crate::order::{Arrange as _, Map};
use crate::story::entities::EntityId;
use crate::story::{ArticleId, Story};
use crate::text::{Span, fold};

/// The sources that some article leaves without a name, in order of what they say first.
pub(super) fn unnamed(story: &Story, utterances: &[Utterance], model: &Model) -> Vec<Unnamed> {
    let mut groups = Groups::new(utterances.len());
    // What one article lets one source say belongs together.
    let mut first: Map<(ArticleId, String), usize> = Map::new();
    let voices: Vec<Voices> = utterances.iter().map(|one| voices(story, one, model)).collect();
    for (at, voices) in voices.iter().enumerate() {
        for (id, span) in &voices.hidden {
            let words = fold::style(span.of(story.article(*id).text())).to_lowercase();
            groups.join(*first.entry((*id, words)).or_insert(at), at);
        }
    }
    let mut sources: Map<usize, Unnamed> = Map::new();
    for (at, voices) in voices.into_iter().enumerate() {
        if voices.hidden.is_empty() {
            continue;
        }
        let source = sources.entry(groups.find(at)).or_default();
        source.vouches.push(at);
        for (id, span) in voices.hidden {
            call(&mut source.calls, id, span);
        }
        source.named.extend(voices.named);
    }
    for source in sources.values_mut() {
        source.named.arrange();
        source.named.dedup();
    }
    sources.into_values().collect()
}

/// Who says an utterance: without a name, and in articles that give it to nobody without a name, by name.
#[derive(Default)]
struct Voices {
    hidden: Vec<(ArticleId, Span)>,
    named: Vec<(ArticleId, EntityId)>,
}

fn voices(story: &Story, utterance: &Utterance, model: &Model) -> Voices {
    let mut voices = Voices::default();
    for &(id, index, _) in &utterance.renderings {
        let quote = &story.article(id).quotes[index];
        let Some(speaker) = quote.speaker.as_ref().filter(|_| quote.said) else {
            continue;
        };
        if is_hidden(story.article(id), speaker, model) {
            voices.hidden.push((id, speaker.span));
        } else if let Some(entity) = story.speaker(id, index) {
            voices.named.push((id, entity));
        }
    }
    // Whom an unnamed source speaks of ("officials said that the firm had warned") does not lend it a name.
    let hides = |id| voices.hidden.iter().any(|&(other, _)| other == id);
    voices.named.retain(|&(id, _)| !hides(id));
    voices
}

/// Adds the words by which an article calls a source, each place once.
fn call(calls: &mut Vec<(ArticleId, Vec<Span>)>, id: ArticleId, span: Span) {
    match calls.iter_mut().find(|(known, _)| *known == id) {
        Some((_, spans)) if spans.contains(&span) => {}
        Some((_, spans)) => spans.push(span),
        None => calls.push((id, vec![span])),
    }
    calls.arrange_by_key(|(id, _)| *id);
}

/// Whether a speaker has no name: an unnamed source, or words for people that name nobody.
fn is_hidden(article: &Article, speaker: &Speaker, model: &Model) -> bool {
    match speaker.mention.map(|mention| article.mentions[mention].label) {
        Some(label) => label == Label::AnonSource,
        None => is_bare(&fold::style(speaker.span.of(article.text())), model),
    }
}

/// Whether words are for people who could speak and name none: "security researchers", "two officials". "The ministry"
/// is named elsewhere.
fn is_bare(words: &str, model: &Model) -> bool {
    let lower = words.to_lowercase();
    let definite = ["the ", "his ", "her ", "their ", "its "];
    let named = words
        .split(' ')
        .skip(1)
        .any(|word| word.starts_with(char::is_uppercase));
    let lexicon = &model.lexicon;
    let people =
        |word: &str| lexicon.sources.has(word) || lexicon.roles.has(word) || lexicon.occupations.has(word);
    !named && !definite.iter().any(|word| lower.starts_with(word)) && lower.split(' ').any(people)
}
