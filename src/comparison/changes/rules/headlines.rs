//! Headlines that tell the story otherwise. Two headlines stand for one another whatever their words are.

use super::super::draft::{Draft, Part, Rule};
use super::super::pair::{Pair, Side, per_side};
use super::super::phrase;
use super::opposites;
use crate::article::document::BlockKind;
use crate::article::label::Confidence;
use crate::article::segment::SentenceId;
use crate::comparison::align::Alignment;
use crate::comparison::changes::{ChangeKind, Intent};
use crate::story::{ArticleId, Story};

const ANOTHER: Rule = Rule {
    id: "wording.headline",
    kind: ChangeKind::Wording,
    intent: Intent::Narrative,
    weight: 0.45,
    only: "Only {A has} the headline “{a}”.",
    both: "{A has} the headline “{a}”, {B has} “{b}”.",
};

const CONTRARY: Rule = Rule {
    id: "hedge.headline",
    kind: ChangeKind::Hedge,
    intent: Intent::Fact,
    weight: 0.9,
    only: "Only {A has} the headline “{a}”.",
    both: "{A has} the headline “{a}”, {B has} “{b}”: both cannot be so.",
};

/// The headlines of two articles, where one is no edited form of the other; `links` are those of the two.
pub(in super::super) fn headlines(story: &Story, links: &[&Alignment]) -> Option<Draft> {
    let ids = links.first().map(|link| [link.a, link.b])?;
    let [Some(a), Some(b)] = ids.map(|id| headline(story, id)) else {
        return None;
    };
    let edited = |link: &&Alignment| {
        link.is_close() && (link.a_sentences.contains(&a[0]) || link.b_sentences.contains(&b[0]))
    };
    if links.iter().any(edited) {
        return None;
    }
    let sentences = [a, b];
    let sides = per_side(|side| Side::new(story, ids[side], &sentences[side]));
    let whole = per_side(|side| sides[side].trimmed(&(0..sides[side].words.len())));
    let contrary = opposites::opposed(&sides[0], &sides[1], &whole) && shared(&sides) >= ONE_MATTER;
    let rule = if contrary { &CONTRARY } else { &ANOTHER };
    told(rule, &sides)
}

/// Two headlines as one difference.
fn told(rule: &'static Rule, sides: &[Side<'_>; 2]) -> Option<Draft> {
    let parts = per_side(|side| {
        let of = &sides[side];
        let spans = of.span(&of.trimmed(&(0..of.words.len()))).into_iter().collect();
        Part::new(of.id, of.sentences.clone(), spans, stems(of).join(" "))
    });
    (!parts.iter().any(|part| part.spans.is_empty())).then_some(Draft {
        rule,
        confidence: Confidence::Medium,
        weight: rule.weight,
        lead: None,
        sides: parts,
    })
}

/// Findings that say no more of two headlines than that they are others.
const PLAIN: &[&str] = &[
    "wording.reworded",
    "wording.rewritten",
    "wording.tense",
    "statement.detail",
];

/// Tells two headlines whole that share less than half of what they say, where nothing else is found in them.
pub(super) fn rewritten(pair: &Pair<'_>, drafts: &mut Vec<Draft>) {
    let most = || stems(&pair.sides[0]).len().max(stems(&pair.sides[1]).len());
    let is_style = |draft: &Draft| draft.rule.kind == ChangeKind::Style;
    let plain = |draft: &Draft| is_style(draft) || PLAIN.contains(&draft.rule.id);
    if drafts.iter().all(is_style)
        || !drafts.iter().all(plain)
        || !are_headlines(pair)
        || 2 * shared(&pair.sides) >= most()
    {
        return;
    }
    drafts.retain(is_style);
    drafts.extend(told(&ANOTHER, &pair.sides));
}

fn are_headlines(pair: &Pair<'_>) -> bool {
    // Of many pairs one is of headlines: the block of a sentence tells the others.
    let begins = |side: &Side<'_>| {
        let article = side.article;
        let kind =
            |id: &SentenceId| article.document.blocks[article.segments.sentences[id.0 as usize].block].kind;
        side.sentences.first().map(kind) == Some(BlockKind::Headline)
    };
    let headline = |side: &Side<'_>| headline(pair.story, side.id).is_some_and(|of| of == side.sentences);
    pair.sides.iter().all(begins) && pair.sides.iter().all(headline)
}

/// Whether a pair is two headlines that are told whole.
pub(super) fn are_told_whole(pair: &Pair<'_>) -> bool {
    !pair.is_close() && are_headlines(pair)
}

/// The sentences of an article's first headline.
fn headline(story: &Story, id: ArticleId) -> Option<Vec<SentenceId>> {
    let article = story.article(id);
    let blocks = &article.document.blocks;
    let block = blocks
        .iter()
        .position(|block| block.kind == BlockKind::Headline)?;
    let all = (0..).map(SentenceId).zip(&article.segments.sentences);
    let of: Vec<SentenceId> = all
        .filter(|(_, sentence)| sentence.block == block)
        .map(|(id, _)| id)
        .collect();
    (!of.is_empty()).then_some(of)
}

/// Words of meaning that two headlines on one matter have in common.
const ONE_MATTER: usize = 2;

fn shared(sides: &[Side<'_>; 2]) -> usize {
    let [a, b] = per_side(|side| stems(&sides[side]));
    a.iter().filter(|stem| b.contains(stem)).count()
}

fn stems(side: &Side<'_>) -> Vec<String> {
    let content = side.words.iter().filter(|word| word.is_content());
    content.map(|word| phrase::stem(&word.fold)).collect()
}
