//! What the page shows first.

use super::article::paragraphs;
use super::ledger;
use super::{Card, EntityRow, Overview};
use crate::report::article::words;
use crate::report::{report, verdict};
use crate::story::{ArticleId, consistency};
use crate::{Analysis, Error};

/// Characters of an article's opening on its card.
const OPENING: usize = 120;

/// What the page shows first.
pub fn overview(analysis: &Analysis, failures: &[Error]) -> Overview {
    let verdict = verdict(analysis);
    let card = |id: ArticleId| card(analysis, id, verdict.set_aside.contains(&id.to_string()));
    Overview {
        report: report(analysis, failures),
        cards: analysis.story.ids().map(card).collect(),
        entities: entities(analysis),
        changes: ledger::changes(analysis),
        verdict,
    }
}

fn card(analysis: &Analysis, id: ArticleId, set_aside: bool) -> Card {
    use crate::article::document::PublishedSource as Source;
    let article = analysis.story.article(id);
    let document = &article.document;
    let read = consistency::notes(&analysis.story, id);
    let (metadata, dating) = (&document.metadata, &analysis.story.dates[id.0 as usize]);
    let lender = dating.lender.map(|lender| lender.to_string()).unwrap_or_default();
    let origin = [&metadata.agency, &metadata.outlet]
        .into_iter()
        .flatten()
        .chain(&metadata.authors)
        .next();
    Card {
        id: id.to_string(),
        file: document.file.clone(),
        member: document.part.member(),
        title: metadata.title.as_ref().map(|f| f.value.clone()),
        opening: opening(article),
        origin: origin.map(|f| f.value.clone()),
        date: dating
            .published
            .as_ref()
            .map(|p| crate::article::times::calendar::iso(p.day)),
        date_source: match dating.source() {
            Source::Stated => "stated in the text".to_owned(),
            Source::Markup => "from the file’s markup".to_owned(),
            Source::Sibling => format!("borrowed from {lender}"),
            Source::YearInferred => format!("year inferred from {lender}"),
            Source::None => "no date found".to_owned(),
        },
        words: words(article),
        paragraphs: paragraphs(article).into_iter().flatten().count(),
        notes: document
            .notes
            .iter()
            .chain(&read)
            .map(|note| note.message.clone())
            .collect(),
        set_aside,
    }
}

/// The first words of the body, cut at a word.
fn opening(article: &crate::article::Article) -> String {
    let body = article.document.blocks.iter().find(|block| block.kind.is_body());
    let text = body.map_or("", |block| block.span.of(article.text()));
    if text.chars().count() <= OPENING {
        return text.to_owned();
    }
    let cut: String = text.chars().take(OPENING).collect();
    cut.rsplit_once(' ')
        .map_or(cut.as_str(), |(head, _)| head)
        .to_owned()
        + "…"
}

fn entities(analysis: &Analysis) -> Vec<EntityRow> {
    let row = |(index, entity): (usize, &crate::story::entities::Entity)| {
        let mut counts = vec![0; analysis.story.articles.len()];
        for (article, _) in &entity.mentions {
            counts[article.0 as usize] += 1;
        }
        EntityRow {
            id: format!("e{}", index + 1),
            counts,
            total: entity.mentions.len(),
        }
    };
    analysis.story.entities.iter().enumerate().map(row).collect()
}
