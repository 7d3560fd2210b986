//! How well a table reads articles that it did not learn from, and from which verdict on a
//! reading is taken for reported speech.

use std::ops::Range;

use crossread::article::quotes::learned::Study;
use crossread::knowledge::model::Reports;

use super::gold::{Article, Kind};

/// One reading of a word as a cue.
struct Found {
    score: i32,
    source: Range<usize>,
    content: Range<usize>,
}

/// F1 of sources and of contents, as `tests/score` counts them, but that no other name of the source counts.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Scores {
    pub threshold: i32,
    pub source: f64,
    pub content: f64,
}

/// The threshold with the best sources and contents, and its scores. Sources count three times: words with a wrong end are
/// worth something, words with a wrong source nothing.
pub(crate) fn best(studies: &[(Study<'_>, &Article)], reports: &Reports) -> Scores {
    let found: Vec<Vec<Found>> = studies
        .iter()
        .map(|(study, article)| read(study, article, reports))
        .collect();
    let mut best = Scores::default();
    for threshold in (-160..100).step_by(10) {
        let mut counts = [0_usize; 5];
        for ((_, article), found) in studies.iter().zip(&found) {
            count(article, found, threshold, &mut counts);
        }
        let [gold, said, sources, contents, hits] = counts.map(|n| n as f64);
        let f1 = |right: f64| 2.0 * right / (gold + said).max(1.0);
        println!(
            "from {threshold}: {gold} in gold, {said} found, {hits} met, source {:.4}, content {:.4}",
            f1(sources),
            f1(contents)
        );
        if 3.0 * f1(sources) + f1(contents) > 3.0 * best.source + best.content {
            best = Scores {
                threshold,
                source: f1(sources),
                content: f1(contents),
            };
        }
    }
    best
}

fn read(study: &Study<'_>, article: &Article, reports: &Reports) -> Vec<Found> {
    let readings = study.readings(reports, true);
    let mut all = Vec::new();
    for (reading, score) in readings.iter().zip(study.verdicts(&readings, reports)) {
        if !super::lessons::marked(article, &reading.content) {
            all.push(Found {
                score,
                source: reading.source.tokens.clone(),
                content: reading.content.clone(),
            });
        }
    }
    all
}

pub(crate) fn shared(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

fn count(article: &Article, found: &[Found], threshold: i32, counts: &mut [usize; 5]) {
    let found: Vec<&Found> = found.iter().filter(|f| f.score >= threshold).collect();
    let mut used = vec![false; found.len()];
    counts[1] += found.len();
    for gold in article.attributions.iter().filter(|a| a.kind == Kind::Indirect) {
        counts[0] += 1;
        let common = |n: usize| {
            gold.content
                .iter()
                .map(|c| shared(c, &found[n].content))
                .sum::<usize>()
        };
        let best = (0..found.len())
            .filter(|n| !used[*n] && common(*n) > 0)
            .max_by_key(|n| common(*n));
        let Some(best) = best else { continue };
        used[best] = true;
        counts[4] += 1;
        let length: usize = gold.content.iter().map(Range::len).sum();
        let union = length + found[best].content.len() - common(best);
        counts[2] += usize::from(gold.source.iter().any(|s| shared(s, &found[best].source) > 0));
        counts[3] += usize::from(common(best) * 2 >= union);
    }
}
