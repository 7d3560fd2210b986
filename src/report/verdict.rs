//! The verdict: one sentence about the whole drop, and what it rests on.

use super::view::Verdict;
use crate::Analysis;
use crate::comparison::kinship;

/// What can be said about the whole drop.
pub fn verdict(analysis: &Analysis) -> Verdict {
    let groups = &analysis.comparison.groups;
    let related = groups.first().filter(|group| group.len() > 1);
    let set_aside: Vec<String> = if related.is_some() {
        groups
            .iter()
            .filter(|group| group.len() == 1)
            .flatten()
            .map(ToString::to_string)
            .collect()
    } else {
        Vec::new()
    };
    let kin = analysis.comparison.kinship.iter();
    let closest = kin
        .filter(|kin| kin.a_in_b > 0.0 || kin.b_in_a > 0.0)
        .max_by(|x, y| {
            let overlap = |kin: &kinship::Kinship| kin.a_in_b.max(kin.b_in_a);
            overlap(x)
                .total_cmp(&overlap(y))
                .then((y.a, y.b).cmp(&(x.a, x.b)))
        });
    let headline = match (closest, analysis.story.articles.len()) {
        (_, 0) => "Nothing is open.",
        (_, 1) => "One article: its names, dates and structure.",
        (None, _) => "These articles share no text.",
        (Some(kin), _) => match kin.verdict {
            kinship::Verdict::SameText => "The same text.",
            kinship::Verdict::AFromB | kinship::Verdict::BFromA => "One was made from the other.",
            kinship::Verdict::SharedSource => "The same underlying story.",
            _ => "Shared text; nothing tells which was first.",
        },
    };
    let mut details: Vec<String> = closest.map(|kin| kin.evidence.clone()).unwrap_or_default();
    details.extend(
        set_aside
            .iter()
            .map(|id| format!("{id} was set aside: it shares no text with the others")),
    );
    let pair = closest.map(|kin| [kin.a.to_string(), kin.b.to_string()]);
    Verdict {
        headline: headline.to_owned(),
        details,
        set_aside,
        pair,
    }
}
