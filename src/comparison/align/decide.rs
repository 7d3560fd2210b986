//! Links that the user made or undid.

use super::{Alignment, AlignmentKind, Link, Tie, alignment};
use crate::article::decisions::{Decision, Decisions, Place};
use crate::article::segment::SentenceId;
use crate::order::Arrange as _;
use crate::story::{ArticleId, Story};

/// The links after each decision: by (a, b), then in order of a's text.
pub fn decided(mut links: Vec<Alignment>, story: &Story, decisions: &Decisions) -> Vec<Alignment> {
    for decision in &decisions.0 {
        let Decision::Link(one, other, linked) = decision else {
            continue;
        };
        for (a, b) in pairs(story, one, other) {
            links.retain(|link| (link.a, link.b) != (a.0, b.0) || !touches(link, a.1, b.1, *linked));
            if *linked {
                let at =
                    links.partition_point(|link| (link.a, link.b, link.a_sentences[0]) < (a.0, b.0, a.1));
                let made = made(&links, story, a, b);
                links.insert(at, made);
            }
        }
    }
    links
}

/// A sentence of an article.
type Of = (ArticleId, SentenceId);

/// The sentences that are meant, the earlier article's first: several where one file was dropped twice.
fn pairs(story: &Story, one: &Place, other: &Place) -> Vec<(Of, Of)> {
    let (ones, others) = (sentences(story, one), sentences(story, other));
    let both = ones
        .iter()
        .flat_map(|&x| others.iter().map(move |&y| (x.min(y), x.max(y))));
    let mut pairs: Vec<(Of, Of)> = both.filter(|(a, b)| a.0 != b.0).collect();
    pairs.arrange();
    pairs
}

/// The sentences that begin at a place.
fn sentences(story: &Story, place: &Place) -> Vec<Of> {
    let of = |id: ArticleId| {
        let article = story.article(id);
        let byte = place.byte(&article.document)?;
        let all = &article.segments.sentences;
        let at = all.partition_point(|sentence| sentence.span.start() < byte);
        let begins = all.get(at).is_some_and(|sentence| sentence.span.start() == byte);
        begins.then_some((id, SentenceId(at as u32)))
    };
    story.ids().filter_map(of).collect()
}

/// Whether a link is undone: one that holds both sentences, or, where they are to be linked, either.
fn touches(link: &Alignment, a: SentenceId, b: SentenceId, linked: bool) -> bool {
    let (has_a, has_b) = (link.a_sentences.contains(&a), link.b_sentences.contains(&b));
    if linked { has_a || has_b } else { has_a && has_b }
}

/// A link of two sentences; moved where it crosses one that is not.
fn made(links: &[Alignment], story: &Story, a: Of, b: Of) -> Alignment {
    let crosses = |link: &Alignment| (link.a_sentences[0] < a.1) != (link.b_sentences[0] < b.1);
    // What is only about the same has no place in the order.
    let of_pair = links
        .iter()
        .filter(|link| (link.a, link.b) == (a.0, b.0) && link.kind != AlignmentKind::Related);
    let link = Link {
        a: vec![a.1.0 as usize],
        b: vec![b.1.0 as usize],
        score: 1.0,
        moved: of_pair.filter(|link| !link.moved).any(crosses),
        tie: Tie::Wording,
    };
    let made = alignment((a.0, b.0), (story.article(a.0), story.article(b.0)), &link);
    // Who links two sentences says that they are one statement.
    Alignment {
        kind: made.kind.min(AlignmentKind::Paraphrase),
        ..made
    }
}
