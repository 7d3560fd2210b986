//! The text behind several articles that none of them is: a sketch of it from what they have in common.
//!
//! ```text
//! A   1 2 3   5        Both have 1 and 3. A has 2, which B lacks, B has 4, which A lacks: neither is the other's copy,
//! B   1   3 4   6      and 1 and 3 come from a text that nobody dropped. That C has 2 and 4 says that they, too, stood
//! C     2   4          in it, or in one of its copies.
//! ```

use crate::comparison::align::Passage;
use crate::order::{self, Arrange as _, Set};
use crate::story::ArticleId;

/// A source that is not in the drop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HiddenSource {
    /// The articles that hold text of it, in order.
    pub articles: Vec<ArticleId>,
    /// The passages that stood in it, by index: two articles have each of which neither is the other's source.
    pub passages: Vec<usize>,
    /// Why, each in one plain clause.
    pub evidence: Vec<String>,
}

/// Two articles of a source that neither is, with the words that the other lacks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Siblings {
    pub(super) ids: (ArticleId, ArticleId),
    pub(super) own_words: (usize, usize),
}

/// One source for all articles that are tied by such pairs, in order of their first article.
pub(super) fn sources(
    pairs: &[Siblings],
    passages: &[Passage],
    groups: &[Vec<ArticleId>],
) -> Vec<HiddenSource> {
    if pairs.is_empty() {
        return Vec::new();
    }
    let tied: Set<(ArticleId, ArticleId)> = order::set(pairs.iter().map(|pair| pair.ids));
    let of_groups = of_groups(passages, groups);
    let sources = groups.iter().zip(&of_groups).filter_map(|(group, passages)| {
        let inside = |pair: &&Siblings| group.binary_search(&pair.ids.0).is_ok();
        // The pair of which both hold most that the other lacks shows it best; of equals the first.
        let best = pairs.iter().filter(inside).reduce(
            |best, pair| {
                if least(pair) > least(best) { pair } else { best }
            },
        )?;
        let articles: Set<ArticleId> = order::set(
            pairs
                .iter()
                .filter(inside)
                .flat_map(|pair| [pair.ids.0, pair.ids.1]),
        );
        Some((articles, best, passages))
    });
    let mut sources: Vec<HiddenSource> = sources
        .map(|(articles, best, passages)| sketch(&articles, best, passages, &tied))
        .collect();
    sources.arrange_by(|x, y| x.articles.cmp(&y.articles));
    sources
}

/// The passages of each group, with their numbers.
fn of_groups<'p>(passages: &'p [Passage], groups: &[Vec<ArticleId>]) -> Vec<Vec<(usize, &'p Passage)>> {
    let mut group_of = vec![0; groups.iter().map(Vec::len).sum()];
    for (number, group) in groups.iter().enumerate() {
        for id in group {
            group_of[id.0 as usize] = number;
        }
    }
    let mut of: Vec<Vec<(usize, &Passage)>> = vec![Vec::new(); groups.len()];
    for (number, passage) in passages.iter().enumerate() {
        // The user may have linked sentences of two groups.
        for (id, _) in &passage.members {
            let of = &mut of[group_of[id.0 as usize]];
            if of.last().is_none_or(|last| last.0 != number) {
                of.push((number, passage));
            }
        }
    }
    of
}

fn least(pair: &Siblings) -> usize {
    pair.own_words.0.min(pair.own_words.1)
}

fn sketch(
    articles: &Set<ArticleId>,
    best: &Siblings,
    passages: &[(usize, &Passage)],
    tied: &Set<(ArticleId, ArticleId)>,
) -> HiddenSource {
    let (a, b) = best.ids;
    let mut found = Vec::new();
    let (mut only_a, mut only_b) = (0, 0);
    for &(number, passage) in passages {
        let mut holders: Vec<ArticleId> = passage.members.iter().map(|(id, _)| *id).collect();
        holders.dedup();
        holders.retain(|id| articles.contains(id));
        let pairs = || {
            holders
                .iter()
                .enumerate()
                .flat_map(|(at, &x)| holders[at + 1..].iter().map(move |&y| (x, y)))
        };
        if pairs().any(|pair| tied.contains(&pair)) {
            found.push(number);
        }
        let third = holders.iter().any(|&id| id != a && id != b);
        match (holders.contains(&a), holders.contains(&b)) {
            (true, false) if third => only_a += 1,
            (false, true) if third => only_b += 1,
            _ => {}
        }
    }
    let (own_a, own_b) = best.own_words;
    let mut evidence = vec![
        match found.len() {
            1 => "one passage stands in two or more of them".to_owned(),
            count => format!("{count} passages stand in two or more of them"),
        },
        format!("{a} has {own_a} words that {b} lacks, {b} has {own_b} that {a} lacks"),
    ];
    if only_a > 0 && only_b > 0 {
        evidence.push(format!(
            "passages that others have, too: {only_a} of those that {b} lacks, {only_b} of those that {a} lacks"
        ));
    }
    HiddenSource {
        articles: articles.iter().copied().collect(),
        passages: found,
        evidence,
    }
}
