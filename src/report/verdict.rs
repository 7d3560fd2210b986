//! The verdict: what can be said about the whole drop in one sentence, and what it rests on.

use super::view::Verdict;
use crate::Analysis;
use crate::comparison::align::AlignmentKind;
use crate::comparison::kinship::{self, Duplicates, Kinship};
use crate::story::ArticleId;

/// What can be said about the whole drop.
pub fn verdict(analysis: &Analysis) -> Verdict {
    let relations = &analysis.comparison.relations;
    let closest = relations
        .kinship
        .iter()
        .filter(|kin| kin.a_in_b > 0.0 || kin.b_in_a > 0.0)
        .reduce(|best, kin| if overlap(kin) > overlap(best) { kin } else { best });
    let set_aside = set_aside(analysis);
    let mut details = closest.map_or_else(Vec::new, evidence);
    details.extend(relations.duplicates.iter().map(folded));
    details.extend(relations.limits.iter().cloned());
    details.extend(aside(analysis, &set_aside));
    Verdict {
        headline: headline(analysis, closest),
        summary: closest.map(|kin| summary(analysis, kin)),
        details,
        set_aside: set_aside.iter().map(ToString::to_string).collect(),
        pair: closest.map(|kin| [kin.a.to_string(), kin.b.to_string()]),
    }
}

fn overlap(kin: &Kinship) -> f32 {
    kin.a_in_b.max(kin.b_in_a)
}

/// Articles outside every story, where there is one.
fn set_aside(analysis: &Analysis) -> Vec<ArticleId> {
    let groups = &analysis.comparison.relations.groups;
    let alone = groups.iter().filter(|group| group.len() == 1).flatten().copied();
    if groups.iter().any(|group| group.len() > 1) {
        alone.collect()
    } else {
        Vec::new()
    }
}

fn headline(analysis: &Analysis, closest: Option<&Kinship>) -> String {
    let articles = analysis.story.articles.len();
    let stories = analysis
        .comparison
        .relations
        .groups
        .iter()
        .filter(|group| group.len() > 1)
        .count();
    let Some(kin) = closest else {
        return match articles {
            0 => "Nothing is open.",
            1 => "One article: what it is made of, whom it names and quotes.",
            _ => "These articles share no text.",
        }
        .to_owned();
    };
    if stories > 1 {
        return format!("{stories} stories in {articles} articles.");
    }
    let (a, b) = (kin.a, kin.b);
    let credits = |id: ArticleId| analysis.story.article(id).document.metadata.agency.is_some();
    match kin.verdict {
        kinship::Verdict::SameText => "The same text.".to_owned(),
        kinship::Verdict::AFromB => format!("{a} was taken from {b}."),
        kinship::Verdict::BFromA => format!("{b} was taken from {a}."),
        kinship::Verdict::SharedSource if credits(a) || credits(b) => {
            "Same underlying wire story.".to_owned()
        }
        kinship::Verdict::SharedSource => "Same underlying story.".to_owned(),
        _ if kin.retold => "They tell the same story in other words.".to_owned(),
        kinship::Verdict::RelatedTopic | kinship::Verdict::Unrelated | kinship::Verdict::CannotTell => {
            "They share text; nothing tells which was first.".to_owned()
        }
    }
}

/// What becomes of the sentences of the closest pair.
fn summary(analysis: &Analysis, kin: &Kinship) -> String {
    let (a, b) = (kin.a, kin.b);
    let (in_a, in_b) = (fates(analysis, kin, a), fates(analysis, kin, b));
    // Of more than two, it is said of which it is told.
    let articles = analysis.story.articles.len() - set_aside(analysis).len();
    let mut summary = if articles > 2 {
        format!("{a} and {b} share most: of")
    } else {
        "Of".to_owned()
    };
    summary += &format!(
        " {a}’s {}, {} in {b} word for word, {} differently,{} {} only in {a}. Of {b}’s {}, {} only in {b}.",
        counted(in_a.len()),
        are(of(&in_a, Fate::Kept)),
        some(of(&in_a, Fate::Changed)),
        match of(&in_a, Fate::About) {
            0 => String::new(),
            about => format!(" {about} about the same as one of {b}’s,"),
        },
        some(of(&in_a, Fate::Alone)),
        in_b.len(),
        are(of(&in_b, Fate::Alone)),
    );
    if matches!(
        kin.verdict,
        kinship::Verdict::SharedSource | kinship::Verdict::CannotTell
    ) {
        summary += " Neither can be shown to copy the other.";
    }
    summary
}

/// Why the verdict was given. The shares of words say the same as the paragraphs, more finely: they come last.
fn evidence(kin: &Kinship) -> Vec<String> {
    let (portions, others): (Vec<_>, Vec<_>) = kin.evidence.iter().partition(|clause| clause.contains('%'));
    others
        .into_iter()
        .chain(portions)
        .map(|clause| sentence(clause))
        .collect()
}

fn counted(sentences: usize) -> String {
    format!("{sentences} sentence{}", if sentences == 1 { "" } else { "s" })
}

fn some(count: usize) -> String {
    if count == 0 {
        "none".to_owned()
    } else {
        count.to_string()
    }
}

/// The count with its verb.
fn are(count: usize) -> String {
    format!("{} {}", some(count), if count == 1 { "is" } else { "are" })
}

/// A clause as a sentence.
fn sentence(clause: &str) -> String {
    let mut chars = clause.chars();
    let first = chars.next().map(char::to_uppercase);
    first
        .into_iter()
        .flatten()
        .chain(chars)
        .chain(['.'])
        .collect::<String>()
        .replace('\'', "’")
}

/// What becomes of a sentence in the other article.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Kept,
    Changed,
    /// Another statement about the same.
    About,
    Alone,
}

/// How many sentences have that fate.
fn of(fates: &[Fate], fate: Fate) -> usize {
    fates.iter().filter(|&&one| one == fate).count()
}

/// The fate of each sentence of the body of one article of a pair. Headlines, captions and subheads are each outlet's own.
fn fates(analysis: &Analysis, kin: &Kinship, id: ArticleId) -> Vec<Fate> {
    let article = analysis.story.article(id);
    let mut fates = vec![Fate::Alone; article.segments.sentences.len()];
    let links = analysis.comparison.alignments.iter();
    for link in links.filter(|link| (link.a, link.b) == (kin.a, kin.b)) {
        let fate = match link.kind {
            AlignmentKind::Verbatim => Fate::Kept,
            AlignmentKind::Edited | AlignmentKind::Paraphrase => Fate::Changed,
            AlignmentKind::Related => Fate::About,
        };
        for sentence in if id == kin.a {
            &link.a_sentences
        } else {
            &link.b_sentences
        } {
            fates[sentence.0 as usize] = fate;
        }
    }
    let blocks = &article.document.blocks;
    let body = article.segments.sentences.iter().zip(fates);
    body.filter(|(sentence, _)| blocks[sentence.block].kind.is_body())
        .map(|(_, fate)| fate)
        .collect()
}

/// Which articles another stands for.
fn folded(fold: &Duplicates) -> String {
    match fold.others.as_slice() {
        [only] => format!("{only} is nearly the same text as {}.", fold.of),
        others => format!(
            "{} more articles are nearly the same text as {}.",
            others.len(),
            fold.of
        ),
    }
}

/// Why articles were set aside.
fn aside(analysis: &Analysis, set_aside: &[ArticleId]) -> Vec<String> {
    let mut topical = vec![false; analysis.story.articles.len()];
    for kin in &analysis.comparison.relations.kinship {
        if kin.verdict == kinship::Verdict::RelatedTopic {
            topical[kin.a.0 as usize] = true;
            topical[kin.b.0 as usize] = true;
        }
    }
    let told = |id: &ArticleId| {
        if topical[id.0 as usize] {
            format!("{id} was set aside: it is about the same topic, but shares no passage with the others.")
        } else {
            format!("{id} was set aside: it shares no passage with the others.")
        }
    };
    set_aside.iter().map(told).collect()
}
