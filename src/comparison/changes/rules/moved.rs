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
    // What was told anew may stand for something else there.
    let close = |run: &[Vec<SentenceId>; 2]| {
        let of_run = links.iter().filter(|link| run[0].contains(&link.a_sentences[0]));
        of_run.into_iter().all(|link| link.is_close())
    };
    let mut runs: Vec<[Vec<SentenceId>; 2]> = Vec::new();
    let told = |link: &&&Alignment| link.moved && link.kind != AlignmentKind::Related;
    for link in links.iter().filter(told) {
        let follows = |run: &[Vec<SentenceId>; 2]| {
            let next = |run: &[SentenceId], here: &[SentenceId]| {
                run.last().zip(here.first()).is_some_and(|(x, y)| x.0 + 1 == y.0)
            };
            next(&run[0], &link.a_sentences) && next(&run[1], &link.b_sentences)
        };
        match runs.last_mut().filter(|run| follows(run)) {
            Some(run) => {
                run[0].extend(&link.a_sentences);
                run[1].extend(&link.b_sentences);
            }
            None => runs.push([link.a_sentences.clone(), link.b_sentences.clone()]),
        }
    }
    let Some(first) = links.first() else {
        return Vec::new();
    };
    // Where much changed places, what moved and what stayed is a matter of view.
    let rearranged = runs.len() > SOME;
    let same = |run: &[Vec<SentenceId>; 2]| {
        let mut of_run = links.iter().filter(|link| run[0].contains(&link.a_sentences[0]));
        of_run.all(|link| link.kind == AlignmentKind::Verbatim)
    };
    let drafts = runs.into_iter().map(|run| Draft {
        rule: if same(&run) { &MOVED } else { &MOVED_EDITED },
        confidence: if rearranged || !close(&run) {
            Confidence::Medium
        } else {
            Confidence::High
        },
        weight: MOVED.weight,
        lead: None,
        sides: {
            let [a, b] = run;
            [part(story, first.a, a), part(story, first.b, b)]
        },
    });
    drafts.collect()
}

fn part(story: &Story, article: ArticleId, sentences: Vec<SentenceId>) -> Part {
    let all = &story.article(article).segments.sentences;
    Part {
        article,
        spans: sentences.iter().map(|id| all[id.0 as usize].span).collect(),
        value: format!("{}", article.0),
        sentences,
    }
}
