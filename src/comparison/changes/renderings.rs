//! How each article gives an utterance, against the fullest rendering.

use super::Rendering;
use super::utterances::{Quotes, common, overlap};
use crate::article::label::Label;
use crate::article::quotes::{Quote, QuoteKind};
use crate::story::{ArticleId, Story};
use crate::text::fold;

/// From this share of its words on a rendering without marks is the quote and no paraphrase.
const SAME_WORDS: f32 = 0.8;

/// The renderings of a group of quotes, the fullest first, the others in order.
pub(super) fn renderings(
    story: &Story,
    quotes: &Quotes,
    group: &[usize],
) -> Vec<(ArticleId, usize, Rendering)> {
    let quote = |at: usize| -> &Quote {
        let (id, index) = quotes.all[at];
        &story.article(id).quotes[index]
    };
    let marked = |at: usize| quote(at).kind != QuoteKind::Indirect;
    let fullest = group
        .iter()
        .copied()
        .max_by_key(|&at| (marked(at), quotes.words[at].len(), std::cmp::Reverse(at)))
        .unwrap_or(group[0]);
    let alone = group.iter().all(|&at| quotes.all[at].0 == quotes.all[group[0]].0);
    let pieces = |article: ArticleId| {
        let of = group
            .iter()
            .filter(|&&at| quotes.all[at].0 == article && marked(at));
        of.count()
    };
    let state = |at: usize| {
        let (here, full) = (quotes.all[at], quotes.all[fullest]);
        if alone {
            return Rendering::OnlyHere;
        }
        if at == fullest {
            return Rendering::Verbatim;
        }
        if here.0 == full.0 {
            return if marked(at) {
                piece(quotes, group, at, fullest)
            } else {
                Rendering::Paraphrased
            };
        }
        if is_reattributed(story, quotes, group, at, full.0) {
            return Rendering::ReAttributed;
        }
        // Of a quotation in pieces each answers its own.
        let answered = group
            .iter()
            .copied()
            .filter(|&at| marked(at) && quotes.all[at].0 == full.0);
        let all = answered.clone().take(PIECES);
        let held: usize = all.map(|of| common(&quotes.words[of], &quotes.words[at])).sum();
        let fullest = nearest(quotes, answered, at).unwrap_or(fullest);
        let full = quotes.all[fullest];
        let text = |side: usize| {
            let (id, index) = [here, full][side];
            let article = story.article(id);
            article.quotes[index].span.of(article.text())
        };
        let merges = pieces(here.0) < pieces(full.0) && held >= quotes.words[at].len();
        let splits = pieces(here.0) > pieces(full.0);
        let kinds = [quote(at).kind, quote(fullest).kind];
        compare(
            (&quotes.words[at], &quotes.words[fullest]),
            [text(0), text(1)],
            kinds,
            (splits, merges),
        )
    };
    let mut ordered = vec![fullest];
    ordered.extend(group.iter().copied().filter(|&at| at != fullest));
    ordered
        .into_iter()
        .map(|at| (quotes.all[at].0, quotes.all[at].1, state(at)))
        .collect()
}

/// Quotes of a group at most whose pieces are each held against their own: of more, all against the fullest.
const PIECES: usize = 24;

/// Share of a piece's words that stand in another one, from which on that renders it.
const RENDERED: f32 = 0.5;

/// The quote of some that shares most words with another, the first of equals; nothing where none shares many.
fn nearest(quotes: &Quotes, of: impl Iterator<Item = usize>, at: usize) -> Option<usize> {
    let rendered = of
        .take(PIECES)
        .filter(|&other| overlap(&quotes.words[other], &quotes.words[at]) >= RENDERED);
    rendered.max_by_key(|&other| {
        (
            common(&quotes.words[other], &quotes.words[at]),
            std::cmp::Reverse(other),
        )
    })
}

/// The state of a further piece of the fullest rendering: only here, or rendered elsewhere, where the same quote may
/// hold both pieces.
fn piece(quotes: &Quotes, group: &[usize], at: usize, fullest: usize) -> Rendering {
    let elsewhere = |at: usize| {
        let others = group
            .iter()
            .copied()
            .filter(|&other| quotes.all[other].0 != quotes.all[at].0);
        nearest(quotes, others, at)
    };
    match elsewhere(at) {
        None => Rendering::OnlyHere,
        Some(other) if elsewhere(fullest) == Some(other) => Rendering::Split,
        Some(_) => Rendering::Verbatim,
    }
}

/// Whether a quote has a speaker to whom the other article gives none of the group's quotes, though it names one. A
/// source without a name may be anybody: it is nobody else.
fn is_reattributed(story: &Story, quotes: &Quotes, group: &[usize], at: usize, other: ArticleId) -> bool {
    let speaker = |at: usize| {
        let (id, index) = quotes.all[at];
        let speaker = story.speaker(id, index)?;
        (story.entities[speaker.0 as usize].label != Label::AnonSource).then_some(speaker)
    };
    let others = group.iter().filter(|&&at| quotes.all[at].0 == other);
    let named: Vec<_> = others.filter_map(|&at| speaker(at)).collect();
    speaker(at).is_some_and(|speaker| !named.is_empty() && !named.contains(&speaker))
}

/// The state of one rendering (first) against the fullest (second): whether its article cuts the utterance into more
/// quotations, or has all its words from several.
fn compare(
    (words, full): (&[String], &[String]),
    texts: [&str; 2],
    kinds: [QuoteKind; 2],
    (splits, merges): (bool, bool),
) -> Rendering {
    let shared = common(words, full);
    let marked = kinds.map(|kind| kind != QuoteKind::Indirect);
    if marked == [false, true] {
        let same = shared as f32 >= SAME_WORDS * words.len().max(full.len()) as f32;
        return if same {
            Rendering::Unquoted
        } else {
            Rendering::Paraphrased
        };
    }
    if words == full {
        let [x, y] = texts;
        return if x == y || fold::style(x) == fold::style(y) {
            Rendering::Verbatim
        } else {
            Rendering::PunctuationOnly
        };
    }
    if !marked[0] {
        return Rendering::Paraphrased;
    }
    if shared < words.len() {
        return if merges {
            Rendering::Merged
        } else {
            Rendering::Altered
        };
    }
    // Words that are left out inside the marks change what was said, unless a sign says so.
    let whole = full.windows(words.len().max(1)).any(|run| run == words);
    let signed = || {
        let text = fold::style(texts[0]);
        text.contains("...") || text.contains('[')
    };
    if kinds[0] == QuoteKind::Mixed {
        Rendering::Fragment
    } else if splits {
        Rendering::Split
    } else if whole || signed() {
        Rendering::Trimmed
    } else {
        Rendering::Altered
    }
}
