//! Passages that stand in another place of the other article.

use super::super::draft::{Draft, Part, Rule};
use crate::article::label::Confidence;
use crate::article::segment::SentenceId;
use crate::comparison::align::{Alignment, AlignmentKind};
use crate::comparison::changes::{ChangeKind, Intent};
use crate::story::{ArticleId, Story};

const MOVED: Rule = Rule {
    id: "moved.passage",
    kind: ChangeKind::Moved,
    intent: Intent::Narrative,
    weight: 0.15,
    only: "{A} alone has this passage.",
    both: "{A} and {B} have “{a}” in different places.",
};

const MOVED_EDITED: Rule = Rule {
    id: "moved.edited",
    both: "{A has} “{a}”, {B has} “{b}” in another place.",
    ..MOVED
};

/// Passages that change places between two articles before these count as rearranged.
const SOME: usize = 2;

/// One finding for each run of neighbouring passages that moved together. `links` are those of one pair of articles, in
/// order of the first.
pub(in super::super) fn moved(story: &Story, links: &[&Alignment]) -> Vec<Draft> {
    let mut runs: Vec<Vec<&Alignment>> = Vec::new();
    let told = |link: &&&Alignment| link.moved && link.kind != AlignmentKind::Related;
    for &link in links.iter().filter(told) {
        let follows = |run: &Vec<&Alignment>| {
            let next = |of: fn(&Alignment) -> &[SentenceId]| {
                let last = run.last().and_then(|before| of(before).last());
                last.zip(of(link).first()).is_some_and(|(x, y)| x.0 + 1 == y.0)
            };
            next(|link| &link.a_sentences) && next(|link| &link.b_sentences)
        };
        match runs.last_mut().filter(|run| follows(run)) {
            Some(run) => run.push(link),
            None => runs.push(vec![link]),
        }
    }
    // Where much changed places, what moved and what stayed is a matter of view; what was told anew may stand for something
    // else there.
    let rearranged = runs.len() > SOME;
    let drafts = runs.into_iter().map(|run| Draft {
        rule: if run.iter().all(|link| link.kind == AlignmentKind::Verbatim) {
            &MOVED
        } else {
            &MOVED_EDITED
        },
        confidence: if rearranged || !run.iter().all(|link| link.is_close()) {
            Confidence::Medium
        } else {
            Confidence::High
        },
        weight: MOVED.weight,
        lead: None,
        sides: [
            part(story, run[0].a, run.iter().flat_map(|link| &link.a_sentences)),
            part(story, run[0].b, run.iter().flat_map(|link| &link.b_sentences)),
        ],
    });
    drafts.collect()
}

fn part<'a>(story: &Story, article: ArticleId, sentences: impl Iterator<Item = &'a SentenceId>) -> Part {
    let all = &story.article(article).segments.sentences;
    let sentences: Vec<SentenceId> = sentences.copied().collect();
    let spans = sentences.iter().map(|id| all[id.0 as usize].span).collect();
    Part::new(article, sentences, spans, format!("{}", article.0))
}
