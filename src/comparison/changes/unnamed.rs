//! Sources without a name, over all articles: how each version calls them, and what they vouch for.

use std::collections::BTreeMap;

use super::utterances::Groups;
use super::{Unnamed, Utterance};
use crate::article::label::Label;
use crate::article::quotes::Quote;
use crate::knowledge::Model;
use crate::order::Arrange as _;
use crate::story::{ArticleId, Story};
use crate::text::{Span, fold};

/// The sources that some article leaves without a name, in order of what they say first.
pub(super) fn unnamed(story: &Story, utterances: &[Utterance], model: &Model) -> Vec<Unnamed> {
    let quote = |id: ArticleId, index: usize| &story.article(id).quotes[index];
    let mut groups = Groups::new(utterances.len());
    // What one article lets one source say belongs together.
    let mut first: BTreeMap<(ArticleId, String), usize> = BTreeMap::new();
    let mut hidden = vec![false; utterances.len()];
    for (at, utterance) in utterances.iter().enumerate() {
        for &(id, index, _) in &utterance.renderings {
            let Some(words) = without_name(story, id, quote(id, index), model) else {
                continue;
            };
            hidden[at] = true;
            groups.join(*first.entry((id, words)).or_insert(at), at);
        }
    }
    let mut sources: BTreeMap<usize, Unnamed> = BTreeMap::new();
    for at in (0..utterances.len()).filter(|&at| hidden[at]) {
        let source = sources.entry(groups.find(at)).or_default();
        source.vouches.push(at);
        for &(id, index, _) in &utterances[at].renderings {
            if let Some(speaker) = &quote(id, index).speaker {
                call(&mut source.calls, id, speaker.span);
            }
        }
    }
    sources.into_values().collect()
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

/// The folded words for a speaker who has no name: an unnamed source, or words for people that name nobody.
fn without_name(story: &Story, id: ArticleId, quote: &Quote, model: &Model) -> Option<String> {
    let article = story.article(id);
    let speaker = quote.speaker.as_ref().filter(|_| quote.said)?;
    let words = fold::style(speaker.span.of(article.text()));
    let label = speaker.mention.map(|mention| article.mentions[mention].label);
    let hidden = match label {
        Some(label) => label == Label::AnonSource,
        None => is_bare(&words, model),
    };
    hidden.then(|| words.to_lowercase())
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
